// 未定的数: figures that are not certain, and between which totals and grades the sheet lies.

import { ask } from "../../api/http";
import type { Ranges } from "../../api/types";
import { useAsked } from "../../api/use";
import { t } from "../../lang";
import { Num } from "../../parts/figure";
import { Scroll } from "../../parts/scroll";
import { Empty, Shown } from "../../parts/state";
import { whatif as words } from "../../words/whatif";

export function OpenFigures({ sheet, set }: { sheet: string; set: string[] }) {
  const answer = useAsked<{ sheets: { ranges: Ranges[] }[] }>(JSON.stringify([sheet, set]), (asking) =>
    ask("ranges", { sheet, set }, asking));
  return (
    <>
      <p class="help">{t(words.open_lead)}</p>
      <Shown answer={answer}>{({ sheets }) => <>{sheets[0]?.ranges.map((ranges) => <Found key={ranges.rules} ranges={ranges} />)}</>}</Shown>
    </>
  );
}

function Found({ ranges }: { ranges: Ranges }) {
  const { open, unbounded, total, grades, missing } = ranges;
  if (!open.length && !unbounded.length) return <Empty title={t(words.open_none)} />;
  return (
    <>
      {total && (
        <p class="big">
          <span class="big-total">{total.least === total.most ? total.least : `${total.least} – ${total.most}`}</span>
          {grades.map(({ grade }) => <span key={grade} class="grade">{grade ?? t(words.no_grade)}</span>)}
        </p>
      )}
      {total && <p class="help">{t(total.exact ? words.open_exact : words.open_tried)}</p>}
      {unbounded.map((one, at) => (
        <p key={at} class="remarks">ⓘ {one.row} <bdi>{one.indicator ?? t(words.execution)}</bdi> <bdi>{one.why}</bdi></p>
      ))}
      {missing && <p class="remarks">{missing}</p>}
      <Scroll label={t(words.open)}>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{t(words.indicator)}</th><th scope="col">{t(words.actual)}</th>
              <th scope="col">{t(words.open_why)}</th><th scope="col" class="right">{t(words.points)}</th><th scope="col" class="right">{t(words.open_moves)}</th>
            </tr>
          </thead>
          <tbody>
            {open.map((one, at) => (
              <tr key={at}>
                <th scope="row"><span class="soft">{one.row}</span> <bdi>{one.indicator ?? t(words.execution)}</bdi></th>
                <td><bdi>{one.actual || "—"}</bdi></td>
                <td><bdi>{one.why}</bdi>{one.changes_grade && <span class="tag warn">{t(words.open_grade)}</span>}</td>
                <td class="right num">{one.points.least} – {one.points.most}</td>
                <td class="right"><Num value={one.moves} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
