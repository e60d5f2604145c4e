// The frame around the views.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { lang, speak, t } from "./lang";
import { type Route, useRoute } from "./route";
import { SessionContext } from "./session";
import { Boundary } from "./parts/boundary";
import { Desk } from "./parts/desk";
import { Foot } from "./parts/foot";
import { Head } from "./parts/head";
import { shell } from "./words/shell";
import { LibraryView } from "./views/library/view";
import { PapersView } from "./views/papers/view";
import { PortfolioView } from "./views/portfolio/view";
import { RulesView } from "./views/rules/view";
import { SheetView } from "./views/sheet/view";
import { WhatIfView } from "./views/whatif/view";

export function App() {
  const route = useRoute();
  const [spoken, setSpoken] = useState(lang);
  const [revision, setRevision] = useState(0);
  const rules = route.query.get("rules") ?? "";
  const session = useMemo(
    () => ({ lang: spoken, rules, revision, changed: () => setRevision((old) => old + 1) }),
    [spoken, rules, revision],
  );
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const place = `${route.view}/${route.id}`;
  useEffect(() => {
    document.title = `${t(shell[route.view])} · ${t(shell.name)}`;
  }, [route.view, spoken]);
  useEffect(() => {
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    first.current = false;
  }, [place]);
  return (
    <SessionContext.Provider value={session}>
      <Desk>
        <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t(shell.skip)}</a>
        <Head route={route} onSpeak={(lang) => { speak(lang); setSpoken(lang); }} />
        <main id="main" tabIndex={-1} ref={main}>
          <Boundary key={place}><Shown route={route} /></Boundary>
        </main>
        <Foot />
      </Desk>
    </SessionContext.Provider>
  );
}

function Shown({ route }: { route: Route }) {
  switch (route.view) {
    case "library":
      return <LibraryView />;
    case "sheet":
      return <SheetView id={route.id} row={route.query.get("row")} />;
    case "whatif":
      return <WhatIfView key={route.id} id={route.id} />;
    case "rules":
      return <RulesView name={route.id} />;
    case "portfolio":
      return <PortfolioView />;
    case "papers":
      return <PapersView id={route.id} />;
  }
}
