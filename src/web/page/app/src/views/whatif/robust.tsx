// 权重稳不稳: the weights drawn at random around what they are.

import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import type { Vary } from "../../api/types";
import { useAsked } from "../../api/use";
import { t } from "../../lang";
import { Num } from "../../parts/figure";
import { Shown } from "../../parts/state";
import { whatif as words } from "../../words/whatif";

const AROUND = ["5%", "10%", "25%", "50%"];
const DRAWS = 2_000;
/** How many weights are listed: those that matter most come first. */
const LISTED = 8;

export function Robust({ sheet }: { sheet: string }) {
  const [by, setBy] = useState("25%");
  const answer = useAsked<{ sheets: { vary: Vary[] }[] }>(JSON.stringify([sheet, by]), (asking) =>
    ask("vary", { sheet, by, draws: DRAWS }, asking));
  return (
    <>
      <p class="help">{t(words.robust_lead(DRAWS))}</p>
      <label class="around">
        <span>{t(words.around)}</span>{" "}
        <select value={by} onChange={(event) => setBy(event.currentTarget.value)}>
          {AROUND.map((one) => <option key={one} value={one}>±{one}</option>)}
        </select>
      </label>
      <Shown answer={answer}>{({ sheets }) => <>{sheets[0]?.vary.map((vary) => <Drawn key={vary.rules} vary={vary} />)}</>}</Shown>
    </>
  );
}

function Drawn({ vary }: { vary: Vary }) {
  const { grades, draws, robust, totals, weights } = vary;
  return (
    <>
      {grades.length > 0 && <p class={robust ? "verdict good" : "verdict bad"}>{robust ? "✓ " : "≠ "}{t(robust ? words.robust : words.not_robust)}</p>}
      <table class="plain counted">
        <thead><tr><th scope="col">{t(words.grade)}</th><th scope="col">{t(words.draws)}</th></tr></thead>
        <tbody>
          {grades.filter(({ draws }) => draws > 0).map((one) => (
            <tr key={one.grade}>
              <th scope="row">{one.grade ?? t(words.no_grade)}</th>
              <td><span class="count-bar" aria-hidden="true" style={{ width: `${(one.draws / draws) * 70}%` }} /><span class="num">{one.draws}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
      {totals && (
        <table class="plain">
          <thead><tr>{(["least", "low", "median", "high", "most"] as const).map((key) => <th key={key} scope="col" class="right">{t(words[key])}</th>)}</tr></thead>
          <tbody><tr>{(["least", "low", "median", "high", "most"] as const).map((key) => <td key={key} class="right"><Num value={totals[key]} /></td>)}</tr></tbody>
        </table>
      )}
      <table class="plain">
        <thead><tr><th scope="col">{t(words.part)}</th><th scope="col" class="right">{t(words.least_to_most)}</th><th scope="col" class="right">{t(words.swing)}</th></tr></thead>
        <tbody>
          {weights.slice(0, LISTED).map((weight) => (
            <tr key={weight.key}>
              <th scope="row"><bdi>{weight.name ?? t(words.execution)}</bdi></th>
              <td class="right num">{weight.least} / {weight.most}</td><td class="right"><Num value={weight.swing} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
