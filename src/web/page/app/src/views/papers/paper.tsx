// Which paper, in which format, of which sheets.

import { useState } from "preact/hooks";
import type { FormRow } from "../../api/types";
import { t } from "../../lang";
import { papers as words } from "../../words/papers";

const SUBJECTS = ["audit", "score", "whatif"] as const;
const FORMATS = ["xlsx", "docx", "html"] as const;

export function PaperForm({ forms, id, set, onTake }: {
  forms: FormRow[];
  id: string;
  set: string[];
  onTake(query: Record<string, string | string[]>): void;
}) {
  const [subject, setSubject] = useState<(typeof SUBJECTS)[number]>("audit");
  const [format, setFormat] = useState<(typeof FORMATS)[number]>("xlsx");
  const [all, setAll] = useState(!id);
  const [chosen, setChosen] = useState<string[]>(id ? [id] : []);
  const toggle = (id: string) => setChosen((old) => (old.includes(id) ? old.filter((one) => one !== id) : [...old, id]));
  const choice = <T extends string>(name: string, label: string, options: readonly T[], value: T, onChoose: (value: T) => void, named: (value: T) => string) => (
    <fieldset class="choices">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option}><input type="radio" name={name} checked={option === value} onChange={() => onChoose(option)} /> {named(option)}</label>
      ))}
    </fieldset>
  );
  const blank = subject === "whatif" && set.length === 0;
  return (
    <section class="card" aria-labelledby="paper-title">
      <h2 id="paper-title">{t(words.paper)}</h2>
      <form
        class="paper"
        onSubmit={(event) => {
          event.preventDefault();
          onTake({ subject, format, set: subject === "whatif" ? set : [], sheet: all ? [] : chosen });
        }}
      >
        {choice("subject", t(words.subject), SUBJECTS, subject, setSubject, (one) => t(words[one]))}
        {choice("format", t(words.format), FORMATS, format, setFormat, (one) => t(words[one]))}
        <div>
          {choice("sheets", t(words.sheets), ["all", "chosen"] as const, all ? "all" : "chosen", (one) => setAll(one === "all"), (one) => t(words[one]))}
          {!all && (
            <ul class="picks">
              {forms.map((form) => (
                <li key={form.id}><label><input type="checkbox" checked={chosen.includes(form.id)} onChange={() => toggle(form.id)} /> <bdi>{form.title || form.id}</bdi></label></li>
              ))}
            </ul>
          )}
        </div>
        <p class="actions">
          <button type="submit" class="button" disabled={blank || (!all && !chosen.length)}>{t(words.download)}</button>
          {subject === "whatif" && <span class="help">{t(blank ? words.no_changes : words.changes(set.length))}</span>}
        </p>
      </form>
    </section>
  );
}
