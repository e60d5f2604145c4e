// 测算: what the sheet would score if something were different.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ask } from "../../api/http";
import type { BreakEvens, Control, WhatIf } from "../../api/types";
import { useAnswer, useAsked } from "../../api/use";
import { t } from "../../lang";
import { NoSheets, SheetChoice, useForms } from "../../parts/sheet_choice";
import { Loading, RefusedBox, Shown } from "../../parts/state";
import { amend, here, link } from "../../route";
import { lastScenario, remember } from "../../scenario";
import { useSession } from "../../session";
import { shell } from "../../words/shell";
import { sheet as sheetWords } from "../../words/sheet";
import { whatif as words } from "../../words/whatif";
import { Attribution } from "./attribution";
import { ChangeList } from "./changes";
import { Controls } from "./controls";
import { asSets, fromSets, useHistory } from "./history";
import { useLive } from "./live";
import { OverlayBox } from "./overlay";
import { Result } from "./result";

export function WhatIfView({ id }: { id: string }) {
  const { forms, refused } = useForms();
  const last = lastScenario().sheet;
  const chosen = id || forms?.find((form) => form.id === last)?.id || forms?.[0]?.id || "";
  const controls = useAnswer<{ controls: Control[] }>(chosen ? "controls" : null, { sheet: chosen });
  if (refused) return <RefusedBox refused={refused} />;
  if (!forms) return <Loading />;
  if (!forms.length) return <><h1>{t(shell.whatif)}</h1><NoSheets /></>;
  return (
    <>
      <h1>{t(shell.whatif)}</h1>
      <p class="lead">{t(words.lead)}</p>
      <SheetChoice forms={forms} id={chosen} view="whatif">
        <a class="button quiet" href={link("sheet", chosen)}>{t(sheetWords.rows)}</a>
      </SheetChoice>
      <Shown answer={controls}>{({ controls }) => <Bench key={chosen} sheet={chosen} controls={controls} />}</Shown>
    </>
  );
}

function Bench({ sheet, controls }: { sheet: string; controls: Control[] }) {
  const { rules, lang, revision } = useSession();
  const [history, act] = useHistory(() => fromSets(begun(sheet)));
  const set = useMemo(() => asSets(history.now), [history.now]);
  const name = JSON.stringify([sheet, rules, lang, revision, set]);
  const live = useLive(set, name, (set) => ask<WhatIf>("whatif", { sheet, set }, { rules }));
  const rested = useRested(set);
  const known = useRef<BreakEvens | null>(null);
  const edges = useAsked<BreakEvens>(JSON.stringify([sheet, rested]), (asking) => ask("breakeven", { sheet, set: rested }, asking));
  // Marks stay, dimmed, until the new ones are there: nothing jumps under a slider that is held.
  const current = edges.data !== null && rested === set;
  known.current = edges.data ?? known.current;
  const evens = known.current?.sheets[0]?.break_even ?? null;
  useEffect(() => {
    remember({ sheet, set });
    const later = setTimeout(() => amend(link("whatif", sheet, { set })), 250);
    return () => clearTimeout(later);
  }, [name]);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const letter = event.key.toLowerCase();
      const field = event.target instanceof HTMLElement && event.target.matches("input:not([type=range]), textarea");
      if (!(event.ctrlKey || event.metaKey) || field || !["z", "y"].includes(letter)) return;
      event.preventDefault();
      act({ do: letter === "y" || event.shiftKey ? "redo" : "undo" });
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, []);
  const answered = live.data?.sheets[0];
  if (!answered && live.refused) {
    return (
      <>
        <RefusedBox refused={live.refused} />
        <p><button type="button" class="button" onClick={() => act({ do: "all", changes: new Map() })}>{t(words.reset_all)}</button></p>
      </>
    );
  }
  if (!answered) return <Loading />;
  const scenario = answered.scenarios[0];
  return (
    <div class={current ? "bench" : "bench stale"}>
      <Result baseline={answered.baseline} scenario={scenario} evens={evens} refused={live.refused} history={history} act={act} />
      <Controls sheet={sheet} controls={controls} changes={history.now} act={act} rows={answered.baseline.rows} scenario={scenario} evens={evens} set={set} />
      <div class="bench-side">
        <ChangeList changes={history.now} controls={controls} made={scenario?.changes ?? []} act={act} />
        {scenario && <Attribution baseline={answered.baseline} scenario={scenario} />}
        <OverlayBox changes={history.now} act={act} />
      </div>
    </div>
  );
}

/** The changes in the address; else those this sheet was left with. */
function begun(sheet: string): string[] {
  const asked = here().query.getAll("set");
  const last = lastScenario();
  return asked.length === 0 && last.sheet === sheet ? last.set : asked;
}

/** What has not moved for a while: marks on sliders need not follow every step. */
function useRested(set: string[]): string[] {
  const [rested, rest] = useState(set);
  useEffect(() => {
    const later = setTimeout(() => rest(set), 400);
    return () => clearTimeout(later);
  }, [set]);
  return rested;
}
