// The same sheet under several rules.

import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import type { Pack, WhatIf } from "../../api/types";
import { useAnswer, useAsked } from "../../api/use";
import { t } from "../../lang";
import { Num, signed, way } from "../../parts/figure";
import { Scroll } from "../../parts/scroll";
import { Shown } from "../../parts/state";
import { useSession } from "../../session";
import { whatif as words } from "../../words/whatif";

export function OtherRules({ sheet, set }: { sheet: string; set: string[] }) {
  const packs = useAnswer<{ packs: Pack[] }>("rules");
  const [chosen, setChosen] = useState<string[]>([]);
  const toggle = (name: string) =>
    setChosen((old) => (old.includes(name) ? old.filter((one) => one !== name) : [...old, name]));
  return (
    <>
      <p class="help">{t(words.packs_lead)}</p>
      <Shown answer={packs}>
        {({ packs }) => (
          <fieldset class="choices">
            <legend class="unseen">{t(words.others)}</legend>
            {packs.map(({ name, title }) => (
              <label key={name}>
                <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} /> {name} <span class="soft"><bdi>{title}</bdi></span>
              </label>
            ))}
          </fieldset>
        )}
      </Shown>
      {chosen.length > 0 && <Compared sheet={sheet} set={set} others={chosen} />}
    </>
  );
}

function Compared({ sheet, set, others }: { sheet: string; set: string[]; others: string[] }) {
  const { rules } = useSession();
  const question = JSON.stringify([sheet, set, others]);
  const answer = useAsked<WhatIf>(question, (asking) => ask("whatif", { sheet, set, others }, { ...asking, rules }));
  return (
    <Shown answer={answer}>
      {({ sheets: [first] }) => first ? (
        <Scroll label={t(words.others)}>
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">{t(words.rule)}</th><th scope="col">{t(words.scenario)}</th>
                <th scope="col" class="right">{t(words.total)}</th><th scope="col">{t(words.grade)}</th><th scope="col" class="right">{t(words.delta)}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{first.baseline.rules.pack}@{first.baseline.rules.edition}</th><td>{t(words.as_is)}</td>
                <td class="right"><Num value={first.baseline.computed.total} /></td><td>{first.baseline.computed.grade ?? "—"}</td><td />
              </tr>
              {first.scenarios.filter((one, at, all) => all.findIndex((other) => same(one, other)) === at).map((one, at) => (
                <tr key={at}>
                  <th scope="row">{one.rules}</th><td>{t(one.changes.length ? words.with_changes : words.as_is)}{one.total === null && one.missing.map((why) => <p key={why} class="help"><bdi>{why}</bdi></p>)}</td>
                  <td class="right"><Num value={one.total} /></td><td>{one.grade ?? "—"}</td>
                  <td class={`right num ${way(one.delta)}`}>{signed(one.delta)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
    </Shown>
  );
}

type One = WhatIf["sheets"][number]["scenarios"][number];

/** Without changes, a rule's scenario is its sheet as it stands. */
function same(a: One, b: One): boolean {
  return a.rules === b.rules && a.changes.length === b.changes.length;
}
