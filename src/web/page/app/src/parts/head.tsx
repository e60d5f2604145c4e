// The head of the page: views, the rule, the language.

import type { Pack } from "../api/types";
import { useAnswer } from "../api/use";
import { type Lang, lang, t } from "../lang";
import { type Route, VIEWS, go, link } from "../route";
import { useSession } from "../session";
import { shell } from "../words/shell";
import { alongArrows } from "./arrows";
import { useLibrary } from "./desk";

/** Views that look at one sheet, and keep it when one changes between them. */
const OF_SHEET = ["sheet", "whatif", "papers"];

export function Head({ route, onSpeak }: { route: Route; onSpeak(lang: Lang): void }) {
  const kept = OF_SHEET.includes(route.view) ? route.id : "";
  const other: Lang = lang() === "zh" ? "en" : "zh";
  return (
    <header class="head">
      <a class="brand" href={link("library")}>
        <img src="/page/icon.svg" alt="" width="24" height="24" />
        <span>{t(shell.name)}</span>
      </a>
      <nav aria-label={t(shell.views)} onKeyDown={alongArrows("a")}>
        {VIEWS.map((view) => (
          <a
            key={view}
            href={link(view, OF_SHEET.includes(view) ? kept : "")}
            aria-current={view === route.view ? "page" : undefined}
          >
            {t(shell[view])}
          </a>
        ))}
      </nav>
      <div class="head-side">
        <RulesChoice route={route} />
        <button type="button" class="quiet" lang={other === "zh" ? "zh-CN" : "en"} aria-label={t(shell.language_label)} onClick={() => onSpeak(other)}>
          {t(shell.language)}
        </button>
      </div>
    </header>
  );
}

/** Which rule everything is judged by. */
function RulesChoice({ route }: { route: Route }) {
  const { rules } = useSession();
  const packs = useAnswer<{ packs: Pack[] }>("rules").data?.packs;
  const own = useLibrary().data?.rules;
  if (!packs) return null;
  const choose = (name: string) => {
    const query = new URLSearchParams(route.query);
    if (name) query.set("rules", name);
    else query.delete("rules");
    const text = query.toString();
    go(`#/${route.view}${route.id && `/${encodeURIComponent(route.id)}`}${text && `?${text}`}`);
  };
  return (
    <label class="rules-choice">
      <span>{t(shell.judged_by)}</span>
      <select value={rules} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{own ?? t(shell.own_rule)}</option>
        {packs.map(({ name }) => <option key={name} value={name}>{name}</option>)}
      </select>
    </label>
  );
}
