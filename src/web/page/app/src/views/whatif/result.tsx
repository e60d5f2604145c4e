// Total and grade under the changes, beside the sheet as it stands.

import { useEffect, useState } from "preact/hooks";
import type { Refused } from "../../api/http";
import type { BreakEvens, Scenario, Scored } from "../../api/types";
import { t } from "../../lang";
import { signed, way } from "../../parts/figure";
import { RefusedBox } from "../../parts/state";
import { whatif as words } from "../../words/whatif";
import type { Act, History } from "./history";

export function Result({ baseline, scenario, evens, refused, history, act }: {
  baseline: Scored;
  scenario: Scenario | undefined;
  evens: BreakEvens["sheets"][number]["break_even"];
  refused: Refused | null;
  history: History;
  act(act: Act): void;
}) {
  const before = baseline.computed;
  const after = scenario ?? { total: before.total, grade: before.grade, delta: null, notes: [], missing: [] };
  const none = t(words.no_grade);
  const moved = after.grade !== before.grade;
  return (
    <section class="card result" aria-labelledby="result-title">
      <h2 id="result-title" class="unseen">{t(words.result)}</h2>
      <div class="result-row">
        <Side name={t(words.baseline)} total={before.total} grade={before.grade} quiet />
        <span class="arrow" aria-hidden="true">→</span>
        <Side name={t(words.scenario)} total={after.total} grade={after.grade} id="scenario" />
        <dl class="side">
          <dt>{t(words.delta)}</dt>
          <dd class={`delta num ${way(after.delta)}`} data-delta>{signed(after.delta)}</dd>
          <dd class="help">{moved ? t(words.grade_moves(before.grade ?? none, after.grade ?? none)) : t(words.grade_stays)}</dd>
        </dl>
        {evens && (
          <ul class="help near">
            {evens.up && <li>↑ {t(words.next_up(evens.up.grade ?? none, evens.up.points, evens.up.suffices))}</li>}
            {evens.down && <li>↓ {t(words.next_down(evens.down.grade ?? none, evens.down.points, evens.down.suffices))}</li>}
          </ul>
        )}
        <div class="actions result-actions">
          <button type="button" class="quiet" disabled={!history.past.length} onClick={() => act({ do: "undo" })}>↶ {t(words.undo)}</button>
          <button type="button" class="quiet" disabled={!history.future.length} onClick={() => act({ do: "redo" })}>↷ {t(words.redo)}</button>
          <button type="button" class="quiet" disabled={!history.now.size} onClick={() => act({ do: "all", changes: new Map() })}>{t(words.reset_all)}</button>
        </div>
      </div>
      <Said text={t(words.said(after.total ?? t(words.no_total), after.grade ?? none, signed(after.delta)))} />
      {refused && <RefusedBox refused={refused} />}
      {[...after.notes, ...after.missing].length > 0 && (
        <ul class="remarks" aria-label={t(words.notes)}>
          {[...after.notes, ...after.missing].map((note) => <li key={note}><span aria-hidden="true">ⓘ </span><bdi>{note}</bdi></li>)}
        </ul>
      )}
    </section>
  );
}

function Side({ name, total, grade, quiet, id }: { name: string; total: string | null; grade: string | null; quiet?: boolean; id?: string }) {
  return (
    <dl class={quiet ? "side soft" : "side"} id={id}>
      <dt>{name}</dt>
      <dd class="big-total num">{total ?? "—"}</dd>
      <dd class="grade">{grade ?? "—"}</dd>
    </dl>
  );
}

/** Read out once a slider rests, not at each of its steps. */
function Said({ text }: { text: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const later = setTimeout(() => setSaid(text), 500);
    return () => clearTimeout(later);
  }, [text]);
  return <p class="unseen" role="status" aria-live="polite">{said}</p>;
}
