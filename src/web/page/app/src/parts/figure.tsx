// Figures as the server prints them. Numbers are read only to place something or to choose a sign's mark.

import { t } from "../lang";
import { sheet as words } from "../words/sheet";

export function Num({ value }: { value: string | null | undefined }) {
  return value == null ? <span class="none" title={t(words.none)}>—</span> : <span class="num">{value}</span>;
}

/** A difference with its sign. */
export function signed(value: string | null): string {
  if (value === null) return "—";
  return size(value) > 0 && !value.startsWith("+") ? `+${value}` : value.replace(/^-/, "−");
}

/** Which way a difference goes, for a class name. */
export function way(value: string | null): "up" | "down" | "even" {
  const number = size(value);
  return number > 0 ? "up" : number < 0 ? "down" : "even";
}

/** A figure as a number to place things by: decimals, percentages, fractions; NaN for anything else. */
export function size(value: string | null | undefined): number {
  if (value == null) return Number.NaN;
  const [top = "", bottom] = value.replace(/[%％,]/g, "").split("/");
  return bottom === undefined ? Number.parseFloat(top) : Number.parseFloat(top) / Number.parseFloat(bottom);
}
