// Sorting and searching the table of sheets.

import type { SheetLine } from "../../api/types";
import { lang } from "../../lang";
import { size } from "../../parts/figure";

export type Column = "unit" | "title" | "year" | "reported" | "total" | "grade" | "fails" | "uncertain" | "accepted";

const NUMBERS: Column[] = ["year", "reported", "total", "fails", "uncertain", "accepted"];

/** `null` keeps the order of the desk. */
export function ordered(sheets: SheetLine[], column: Column | null, down: boolean, text: string): SheetLine[] {
  const wanted = text.trim().toLowerCase();
  const fits = (sheet: SheetLine) =>
    `${sheet.id} ${sheet.title} ${sheet.unit} ${sheet.project ?? ""}`.toLowerCase().includes(wanted);
  const shown = wanted ? sheets.filter(fits) : [...sheets];
  if (column === null) return shown;
  const way = down ? -1 : 1;
  if (NUMBERS.includes(column)) {
    const number = (sheet: SheetLine) => size(sheet[column]?.toString());
    // What has no figure stands last, whichever way is up.
    return shown.sort((a, b) => {
      const [x, y] = [number(a), number(b)];
      return Number.isNaN(x) || Number.isNaN(y) ? Number(Number.isNaN(x)) - Number(Number.isNaN(y)) : way * (x - y);
    });
  }
  const collator = new Intl.Collator(lang() === "zh" ? "zh-Hans-CN" : "en");
  return shown.sort((a, b) => way * collator.compare(`${a[column] ?? ""}`, `${b[column] ?? ""}`));
}
