// How the grades of all sheets move under the changes made in the what-if.

import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import type { PortfolioWhatIf } from "../../api/types";
import { useAsked } from "../../api/use";
import { t } from "../../lang";
import { Num, signed, way } from "../../parts/figure";
import { Problems, Shown } from "../../parts/state";
import { link } from "../../route";
import { lastScenario } from "../../scenario";
import { portfolio as words } from "../../words/portfolio";

export function Migration() {
  const { set } = lastScenario();
  const [run, setRun] = useState(false);
  return (
    <section class="card" aria-labelledby="migration-title">
      <h2 id="migration-title">{t(words.migration)}</h2>
      {set.length === 0 ? <p class="help">{t(words.migration_none)}</p> : (
        <>
          <p>{set.map((one) => <code key={one} class="set"><bdi>{one}</bdi></code>)}</p>
          {run ? <Ran set={set} /> : <p class="actions"><button type="button" class="button" onClick={() => setRun(true)}>{t(words.migration_run)}</button></p>}
        </>
      )}
    </section>
  );
}

function Ran({ set }: { set: string[] }) {
  const answer = useAsked<PortfolioWhatIf>(JSON.stringify(set), (asking) => ask("portfolio/whatif", { set }, asking));
  return (
    <Shown answer={answer}>
      {({ portfolio, notices, problems }) => (
        <>
          <Problems problems={problems} />
          {notices.map((notice) => <p key={notice} class="help"><bdi>{notice}</bdi></p>)}
          {portfolio.scenarios.map((scenario, at) => <One key={at} scenario={scenario} />)}
        </>
      )}
    </Shown>
  );
}

type Scenario = PortfolioWhatIf["portfolio"]["scenarios"][number];

function One({ scenario }: { scenario: Scenario }) {
  const { change, raised, lowered, grades, migration, flips, notes } = scenario;
  const names = grades.map(({ grade }) => grade);
  const none = t(words.without);
  const count = (before: string | null, after: string | null) =>
    migration.find((one) => one.before === before && one.after === after)?.sheets ?? 0;
  return (
    <>
      {change && <p>{t(words.moved(change.gain, change.lose, change.same))}。{t(words.graded(raised, lowered))}</p>}
      {notes.map((note) => <p key={note} class="remarks">ⓘ {note}</p>)}
      <div class="pair">
        <table class="form matrix">
          <thead><tr><th scope="col">{t(words.from_to)}</th>{names.map((name) => <th key={name} scope="col" class="right">{name ?? none}</th>)}</tr></thead>
          <tbody>
            {names.map((before) => (
              <tr key={before}>
                <th scope="row">{before ?? none}</th>
                {names.map((after) => {
                  const sheets = count(before, after);
                  return <td key={after} class={`right num ${before === after ? "stays" : sheets ? "moves" : ""}`}>{sheets || <span class="soft">0</span>}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <table class="plain">
          <thead><tr><th scope="col">{t(words.range)}</th><th scope="col" class="right">{t(words.before)}</th><th scope="col" class="right">{t(words.after)}</th><th scope="col" class="right">{t(words.delta)}</th></tr></thead>
          <tbody>
            {(["lowest", "mean", "median", "highest"] as const).map((key) => (
              <tr key={key}>
                <th scope="row">{t(words[key])}</th>
                <td class="right"><Num value={change?.before?.[key]} /></td><td class="right"><Num value={change?.after?.[key]} /></td>
                <td class={`right num ${way(change?.delta?.[key] ?? null)}`}>{signed(change?.delta?.[key] ?? null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {flips.length > 0 && (
        <>
          <h3>{t(words.flips)}</h3>
          <ul class="flips">
            {flips.map((flip) => (
              <li key={flip.sheet}><a href={link("sheet", flip.sheet)}><bdi>{flip.sheet}</bdi></a> <span class="num">{flip.before} → {flip.after}</span> <span>{flip.grade_before ?? none} → {flip.grade_after ?? none}</span></li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
