// How grades and deviations are distributed, and which checks found most.

import type { Portfolio } from "../../api/types";
import { t } from "../../lang";
import { Num } from "../../parts/figure";
import { portfolio as words } from "../../words/portfolio";

type Given = { portfolio: NonNullable<Portfolio["portfolio"]> };

export function Grades({ portfolio }: Given) {
  const { grades, reported, computed } = portfolio;
  return (
    <section class="card" aria-labelledby="grades-title">
      <h2 id="grades-title">{t(words.grades)}</h2>
      {grades.map(({ rules, bands, without }) => {
        const most = Math.max(1, ...bands.flatMap((band) => [band.reported, band.computed]));
        return (
          <table key={rules} class="plain counted">
            <caption class="help">{rules}</caption>
            <thead><tr><th scope="col">{t(words.grade)}</th><th scope="col">{t(words.reported)}</th><th scope="col">{t(words.total)}</th></tr></thead>
            <tbody>
              {bands.map((band) => (
                <tr key={band.name}>
                  <th scope="row">{band.name} <span class="soft">≥{band.from}</span></th>
                  <Counted count={band.reported} most={most} quiet /><Counted count={band.computed} most={most} />
                </tr>
              ))}
              {without.reported + without.computed > 0 && (
                <tr><th scope="row">{t(words.without)}</th><Counted count={without.reported} most={most} quiet /><Counted count={without.computed} most={most} /></tr>
              )}
            </tbody>
          </table>
        );
      })}
      <table class="plain">
        <thead><tr><th scope="col">{t(words.range)}</th><th scope="col" class="right">{t(words.reported)}</th><th scope="col" class="right">{t(words.total)}</th></tr></thead>
        <tbody>
          {(["lowest", "median", "highest"] as const).map((key) => (
            <tr key={key}><th scope="row">{t(words[key])}</th><td class="right"><Num value={reported?.[key]} /></td><td class="right"><Num value={computed?.[key]} /></td></tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Counted({ count, most, quiet }: { count: number; most: number; quiet?: boolean }) {
  return (
    <td class="counted-cell">
      {count > 0 && <span class={quiet ? "count-bar quiet-bar" : "count-bar"} aria-hidden="true" style={{ width: `${(count / most) * 65}%` }} />}
      <span class="num">{count}</span>
    </td>
  );
}

export function Deviations({ portfolio }: Given) {
  const { compared, equal, classes } = portfolio.deviations;
  const most = Math.max(1, ...classes.flatMap(({ over, under }) => [over, under]));
  return (
    <section class="card" aria-labelledby="deviations-title">
      <h2 id="deviations-title">{t(words.deviations)}</h2>
      <p>{t(words.equal(equal, compared))}</p>
      <table class="plain counted">
        <thead><tr><td /><th scope="col">{t(words.over)}</th><th scope="col">{t(words.under)}</th></tr></thead>
        <tbody>
          {classes.map(({ above, to, over, under }) => (
            <tr key={above}>
              <th scope="row">{t(to === null ? words.beyond(above) : words.above(above, to))}</th>
              <Counted count={over} most={most} /><Counted count={under} most={most} quiet />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const SHOWN = 10;

export function Checks({ portfolio }: Given) {
  const checks = portfolio.checks.slice(0, SHOWN);
  return (
    <section class="card" aria-labelledby="checks-title">
      <h2 id="checks-title">{t(words.checks)}</h2>
      <table class="plain">
        <thead><tr><th scope="col">{t(words.check)}</th><th scope="col" class="right">{t(words.fails)}</th><th scope="col" class="right">{t(words.uncertain)}</th><th scope="col" class="right">{t(words.in_sheets)}</th></tr></thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.code}>
              <th scope="row"><span class="code">{check.code}</span>{check.title}</th>
              <td class="right num">{check.error + check.warning + check.note}</td><td class="right num">{check.uncertain}</td><td class="right num">{check.sheets}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
