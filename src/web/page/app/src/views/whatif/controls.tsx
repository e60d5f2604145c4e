// Everything that can be changed, by kind.

import type { BreakEvens, Control, Point, Row, Scenario } from "../../api/types";
import { t } from "../../lang";
import { Empty } from "../../parts/state";
import { Tabs } from "../../parts/tabs";
import { whatif as words } from "../../words/whatif";
import { ControlField, type Edges } from "./control";
import type { Act, Changes } from "./history";
import { OtherRules } from "./packs";
import { OpenFigures } from "./open";
import { Robust } from "./robust";
import { RowTable } from "./rows";

type Evens = BreakEvens["sheets"][number]["break_even"];

export function Controls({ sheet, controls, changes, act, rows, scenario, evens, set }: {
  sheet: string;
  controls: Control[];
  changes: Changes;
  act(act: Act): void;
  rows: Row[];
  scenario: Scenario | undefined;
  evens: Evens;
  set: string[];
}) {
  const fields = (...groups: string[]) => () => {
    const shown = controls.filter(({ group }) => groups.includes(group));
    if (!shown.length) return <Empty title={t(words.no_controls)} />;
    return (
      <div class="controls">
        {shown.map((control) => (
          <ControlField key={control.key} control={control} value={changes.get(control.key) ?? null} act={act} edges={edges(evens, control.key)} />
        ))}
      </div>
    );
  };
  const tabs = [
    { key: "weight", name: t(words.weight), show: fields("weight", "level") },
    { key: "param", name: t(words.param), show: fields("param") },
    { key: "rounding", name: t(words.rounding), show: fields("rounding") },
    { key: "budget", name: t(words.budget), show: fields("budget") },
    { key: "row", name: t(words.row), show: () => <RowTable rows={rows} controls={controls} edges={(key) => edges(evens, key)} changes={changes} act={act} scenario={scenario} /> },
    { key: "robust", name: t(words.robustness), show: () => <Robust sheet={sheet} /> },
    { key: "open", name: t(words.open), show: () => <OpenFigures sheet={sheet} set={set} /> },
    { key: "others", name: t(words.others), show: () => <OtherRules sheet={sheet} set={set} /> },
  ];
  return <section class="card" aria-label={t(words.controls)}><Tabs label={t(words.controls)} tabs={tabs} /></section>;
}

const NONE: Edges = { below: null, above: null };

/** Where the grade changes when this number moves alone. */
function edges(evens: Evens, key: string): Edges {
  const points: (Point | null)[] = evens ? [...evens.weights, ...evens.rows.flatMap((row) => [row.actual, row.points])] : [];
  return points.find((point) => point?.key === key) ?? NONE;
}
