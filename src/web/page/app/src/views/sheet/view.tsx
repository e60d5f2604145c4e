// 自评表: reported beside recomputed, derivations and findings in place.

import { useEffect, useState } from "preact/hooks";
import type { Sheet } from "../../api/types";
import { useAnswer } from "../../api/use";
import { t } from "../../lang";
import { NoSheets, SheetChoice, useForms } from "../../parts/sheet_choice";
import { Loading, RefusedBox, Shown } from "../../parts/state";
import { link } from "../../route";
import { shell } from "../../words/shell";
import { sheet as words } from "../../words/sheet";
import { Bridge } from "./bridge";
import { Findings } from "./findings";
import { About } from "./about";
import { Doubts } from "./doubts";
import { Rows } from "./rows";
import { TotalsBox } from "./totals";

export function SheetView({ id, row }: { id: string; row: string | null }) {
  const { forms, refused } = useForms();
  const chosen = id || forms?.[0]?.id || "";
  const answer = useAnswer<Sheet>(chosen ? "sheet" : null, { id: chosen });
  if (refused) return <RefusedBox refused={refused} />;
  if (!forms) return <Loading />;
  if (!forms.length) return <><h1>{t(shell.sheet)}</h1><NoSheets /></>;
  return (
    <>
      <SheetChoice forms={forms} id={chosen} view="sheet">
        <a class="button" href={link("whatif", chosen)}>{t(words.to_whatif)}</a>
        <a class="button quiet" href={link("papers", chosen)}>{t(words.to_papers)}</a>
      </SheetChoice>
      <Shown answer={answer}>{(sheet) => <SheetPage key={chosen} sheet={sheet} asked={row} />}</Shown>
    </>
  );
}

function SheetPage({ sheet, asked }: { sheet: Sheet; asked: string | null }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(asked ? [asked] : []));
  const show = (row: string) => {
    setOpen((old) => new Set(old).add(row));
    // After the row is unfolded.
    setTimeout(() => focus(`row-${row}`));
  };
  useEffect(() => {
    if (asked) show(asked);
  }, [asked]);
  const toggle = (row: string) =>
    setOpen((old) => {
      const next = new Set(old);
      if (!next.delete(row)) next.add(row);
      return next;
    });
  const back = (finding: number) => focus(`finding-${finding}`);
  return (
    <>
      <About sheet={sheet} />
      <div class="pair">
        <TotalsBox sheet={sheet} />
        <Bridge steps={sheet.reconciliation} onRow={show} />
      </div>
      <Doubts sheet={sheet} onRow={show} />
      <Rows sheet={sheet} open={open} onToggle={toggle} onBack={back} />
      <Findings sheet={sheet} onRow={show} />
    </>
  );
}

function focus(id: string) {
  const element = document.getElementById(id);
  if (!element) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}
