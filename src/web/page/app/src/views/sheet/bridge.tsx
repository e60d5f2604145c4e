// 勾稽: the steps from the reported to the recomputed total, as a waterfall.

import type { Step } from "../../api/types";
import { t } from "../../lang";
import { signed, size, way } from "../../parts/figure";
import { sheet as words } from "../../words/sheet";

export function Bridge({ steps, onRow }: { steps: Step[]; onRow(row: string): void }) {
  return (
    <section class="card bridge" aria-labelledby="bridge-title">
      <h2 id="bridge-title">{t(words.bridge)}</h2>
      {steps.length ? <Waterfall steps={steps} onRow={onRow} /> : <p class="help">{t(words.bridge_none)}</p>}
    </section>
  );
}

function Waterfall({ steps, onRow }: { steps: Step[]; onRow(row: string): void }) {
  const bars = placed(steps);
  return (
    <table class="plain waterfall">
      <thead><tr><th scope="col">{t(words.step)}</th><th scope="col" class="chart-cell" aria-hidden="true"><span class="unseen">{t(words.picture)}</span></th><th scope="col" class="right">{t(words.amount)}</th></tr></thead>
      <tbody>
        {steps.map((step, index) => {
          const end = index === 0 || index === steps.length - 1;
          const bar = bars[index];
          return (
            <tr key={index} class={end ? "sum" : undefined}>
              <th scope="row">
                {step.row ? <button type="button" class="linklike" onClick={() => onRow(step.row ?? "")}><bdi>{step.label}</bdi></button> : <bdi>{step.label}</bdi>}
              </th>
              <td class="chart-cell" aria-hidden="true">
                {bar && <span class={`bar ${end ? "end" : way(step.amount)}`} style={{ left: `${bar.from}%`, width: `${bar.width}%` }} />}
              </td>
              <td class="right num">{end ? step.amount : signed(step.amount)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Where the bars lie, in percent of the chart; the scale shows the part in which anything happens. */
function placed(steps: Step[]): { from: number; width: number }[] {
  let at = 0;
  const spans = steps.map((step, index) => {
    const amount = size(step.amount);
    const end = index === 0 || index === steps.length - 1;
    const span = end ? [amount, amount] : [at, at + amount];
    at = span[1] ?? at;
    return span as [number, number];
  });
  const all = spans.flat();
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = Math.max((high - low) * 0.15, 0.05);
  const [left, wide] = [low - room, high - low + 2 * room];
  const share = (value: number) => ((value - left) / wide) * 100;
  return spans.map(([a, b], index) => {
    const end = index === 0 || index === steps.length - 1;
    const [from, to] = end ? [0, share(b)] : [share(Math.min(a, b)), share(Math.max(a, b))];
    return { from, width: Math.max(to - from, 0.6) };
  });
}
