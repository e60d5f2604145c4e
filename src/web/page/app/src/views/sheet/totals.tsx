// Total, parts and grade: reported beside recomputed.

import type { Sheet } from "../../api/types";
import { t } from "../../lang";
import { Num } from "../../parts/figure";
import { Unfold } from "../../parts/unfold";
import { sheet as words } from "../../words/sheet";

export function TotalsBox({ sheet }: { sheet: Sheet }) {
  const { reported, computed, reconciliation } = sheet;
  const lines = [
    ["execution", t(words.execution)],
    ["indicators", t(words.indicators)],
    ["total", t(words.total)],
    ["grade", t(words.grade)],
  ] as const;
  const same = reconciliation.length > 0 && reconciliation.length <= 2;
  return (
    <section class="card totals" aria-labelledby="totals-title">
      <h2 id="totals-title">{t(words.totals)}</h2>
      <p class="big">
        <span class="big-total">{computed.total ?? t(words.no_total)}</span>
        {computed.grade && <span class="grade">{computed.grade}</span>}
        {reconciliation.length > 0 && (
          <span class={same ? "verdict good" : "verdict bad"}>{same ? "✓ " : "≠ "}{t(same ? words.agrees : words.differs)}</span>
        )}
      </p>
      <table class="plain">
        <thead><tr><th scope="col">{t(words.part)}</th><th scope="col" class="right">{t(words.reported)}</th><th scope="col" class="right">{t(words.computed)}</th></tr></thead>
        <tbody>
          {lines.map(([key, name]) => (
            <tr key={key} class={key === "total" ? "sum" : undefined}>
              <th scope="row">{name}</th>
              <td class="right"><Num value={reported[key]} /></td>
              <td class="right"><Num value={computed[key]} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.execution.budget && sheet.execution.executed && (
        <p class="help">{t(words.money(sheet.execution.budget, sheet.execution.executed))}</p>
      )}
      <Unfold title={t(words.why_total)} text={sheet.why.total} />
      <Unfold title={t(words.why_execution)} text={sheet.why.execution} />
    </section>
  );
}

