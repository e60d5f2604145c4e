// What a sheet would score under the changed rule.

import { useState } from "preact/hooks";
import { Refused, ask } from "../../api/http";
import type { Scored } from "../../api/types";
import { t } from "../../lang";
import { Num } from "../../parts/figure";
import { useForms } from "../../parts/sheet_choice";
import { RefusedBox } from "../../parts/state";
import { rules as words } from "../../words/rules";
import { shell } from "../../words/shell";
import type { Files } from "./trial";

export function TrialScore({ rules, files }: { rules: string; files: Files }) {
  const { forms } = useForms();
  const [sheet, setSheet] = useState("");
  const [scored, setScored] = useState<Scored | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const chosen = sheet || forms?.[0]?.id || "";
  if (!forms?.length) return null;
  const score = () => {
    setRefused(null);
    ask<Scored | { sheets: Scored[] }>("rules/score", { rules, files, sheet: chosen }).then(
      (answer) => setScored("sheets" in answer ? answer.sheets[0] ?? null : answer),
      (error: unknown) => { setScored(null); setRefused(error instanceof Refused ? error : new Refused(-1, [])); },
    );
  };
  return (
    <section class="card" aria-labelledby="trial-score-title">
      <h2 id="trial-score-title">{t(words.score)}</h2>
      <div class="chooser">
        <label>
          <span class="unseen">{t(shell.pick_sheet)}</span>
          <select value={chosen} onChange={(event) => { setSheet(event.currentTarget.value); setScored(null); }}>
            {forms.map((form) => <option key={form.id} value={form.id}>{(form.title || form.id).slice(0, 60)}</option>)}
          </select>
        </label>
        <button type="button" class="quiet" onClick={score}>{t(words.run)}</button>
      </div>
      <div role="status">
        {scored && (
          <p class="big"><span class="big-total"><Num value={scored.computed.total} /></span>{scored.computed.grade && <span class="grade">{scored.computed.grade}</span>}</p>
        )}
      </div>
      {refused && <RefusedBox refused={refused} />}
    </section>
  );
}
