// Where the difference comes from: every part's share, the largest first; they add up to the whole.

import type { Scenario, Scored } from "../../api/types";
import { t } from "../../lang";
import { signed, size, way } from "../../parts/figure";
import { whatif as words } from "../../words/whatif";

interface Share {
  key: string;
  name: string;
  delta: string;
}

const STEP = { execution: words.execution, groups: words.groups, total_step: words.total_step };

export function Attribution({ baseline, scenario }: { baseline: Scored; scenario: Scenario }) {
  const shares: Share[] = [
    ...scenario.steps.map(({ step, delta }) => ({ key: step, name: t(STEP[step]), delta })),
    ...scenario.rows.map(({ id, delta }, at) => ({ key: id, name: `${id} ${baseline.rows[at]?.indicator ?? ""}`, delta })),
  ].filter((share): share is Share => share.delta !== null && size(share.delta) !== 0);
  shares.sort((a, b) => Math.abs(size(b.delta)) - Math.abs(size(a.delta)));
  const most = Math.abs(size(shares[0]?.delta ?? "1"));
  const still = scenario.rows.filter(({ delta }) => delta !== null && size(delta) === 0).length;
  return (
    <section class="card" aria-labelledby="attribution-title">
      <h2 id="attribution-title">{t(words.attribution)}</h2>
      {shares.length === 0 ? <p class="help">{t(words.attribution_none)}</p> : (
        <table class="plain bars">
          <thead><tr><th scope="col">{t(words.part)}</th><th class="chart-cell" aria-hidden="true" /><th scope="col" class="right">{t(words.amount)}</th></tr></thead>
          <tbody>
            {shares.map(({ key, name, delta }) => {
              const share = (Math.abs(size(delta)) / most) * 50;
              const left = size(delta) < 0 ? 50 - share : 50;
              return (
                <tr key={key}>
                  <th scope="row"><bdi>{name}</bdi></th>
                  <td class="chart-cell middle" aria-hidden="true"><span class={`bar ${way(delta)}`} style={{ left: `${left}%`, width: `${share}%` }} /></td>
                  <td class="right num">{signed(delta)}</td>
                </tr>
              );
            })}
            <tr class="sum"><th scope="row">{t(words.all_together)}</th><td aria-hidden="true" /><td class="right num">{signed(scenario.delta)}</td></tr>
          </tbody>
        </table>
      )}
      {shares.length > 0 && still > 0 && <p class="help">{t(words.rest(still))}</p>}
    </section>
  );
}
