// 规则: the rules there are, and one of them to read or to try a change in.

import type { Pack, PackPage } from "../../api/types";
import { useAnswer } from "../../api/use";
import { t } from "../../lang";
import { Shown } from "../../parts/state";
import { Tabs } from "../../parts/tabs";
import { link } from "../../route";
import { rules as words } from "../../words/rules";
import { Fragment } from "./fragment";
import { Trial } from "./trial";

export function RulesView({ name }: { name: string }) {
  return name ? <OneRule key={name} name={name} /> : <AllRules />;
}

function AllRules() {
  const answer = useAnswer<{ packs: Pack[] }>("rules");
  return (
    <>
      <h1>{t(words.title)}</h1>
      <p class="lead">{t(words.lead)}</p>
      <Shown answer={answer}>
        {({ packs }) => (
          <ul class="files">
            {packs.map((pack) => (
              <li key={pack.name} class="card">
                <h2><a href={link("rules", pack.name)}><bdi>{pack.title || pack.name}</bdi></a></h2>
                <dl class="facts">
                  <div><dt>{t(words.pack)}</dt><dd>{pack.name}</dd></div>
                  <div><dt>{t(words.issuer)}</dt><dd><bdi>{pack.issuer || "—"}</bdi></dd></div>
                  <div><dt>{t(words.in_force)}</dt><dd>{years(pack)}</dd></div>
                  <div><dt>{t(words.cases)}</dt><dd>{pack.cases}</dd></div>
                </dl>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </>
  );
}

function years({ in_force: [from, to] }: Pack): string {
  if (from == null) return "—";
  return t(to == null ? words.since(`${from}`) : words.until(`${from}`, `${to}`));
}

function OneRule({ name }: { name: string }) {
  const answer = useAnswer<PackPage>("rules/page", { rules: name });
  return (
    <>
      <p><a href={link("rules")}>← {t(words.back)}</a></p>
      <h1>{name}</h1>
      <Shown answer={answer}>
        {(page) => (
          <Tabs
            label={name}
            tabs={[
              { key: "read", name: t(words.read), show: () => <article class="card prose"><Fragment html={page.html} /></article> },
              { key: "files", name: t(words.files), show: () => <Trial rules={name} files={page.files} /> },
            ]}
          />
        )}
      </Shown>
    </>
  );
}
