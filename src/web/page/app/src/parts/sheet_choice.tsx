// Which sheet a view looks at.

import type { FormRow } from "../api/types";
import { t } from "../lang";
import type { Answer } from "../api/use";
import { type View, go, link } from "../route";
import { shell } from "../words/shell";
import { useLibrary } from "./desk";
import { Empty } from "./state";

/** Every sheet of the desk, in its order. */
export function useForms(): { forms: FormRow[] | null; refused: Answer<unknown>["refused"] } {
  const { data, refused } = useLibrary();
  return { forms: data && data.files.flatMap((file) => file.sheets), refused };
}

export function SheetChoice({ forms, id, view, children }: {
  forms: FormRow[];
  id: string;
  view: View;
  children?: preact.ComponentChildren;
}) {
  return (
    <div class="chooser">
      <label>
        <span>{t(shell.pick_sheet)}</span>
        <select value={id} onChange={(event) => go(link(view, event.currentTarget.value))}>
          {forms.map((form) => <option key={form.id} value={form.id}>{short(form)}</option>)}
        </select>
      </label>
      {children}
    </div>
  );
}

/** A select grows with its longest line. */
function short({ title, id }: FormRow): string {
  const name = title || id;
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

export function NoSheets() {
  return (
    <Empty title={t(shell.no_sheets)}>
      <p>{t(shell.no_sheets_help)}</p>
      <p><a class="button" href={link("library")}>{t(shell.to_library)}</a></p>
    </Empty>
  );
}
