// Actuals and judged points, row by row.

import { Fragment } from "preact";
import { useState } from "preact/hooks";
import type { Control, Row, Scenario } from "../../api/types";
import { t } from "../../lang";
import { Num } from "../../parts/figure";
import { whatif as words } from "../../words/whatif";
import { ControlField, type Edges, TextField } from "./control";
import type { Act, Changes } from "./history";

export function RowTable({ rows, controls, edges, changes, act, scenario }: {
  rows: Row[];
  controls: Control[];
  edges(key: string): Edges;
  changes: Changes;
  act(act: Act): void;
  scenario: Scenario | undefined;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const field = (row: Row, what: "actual" | "points", placeholder: string, label: string) => {
    const key = `rows[${row.id}].${what}`;
    return (
      <TextField
        value={changes.get(key) ?? ""} placeholder={placeholder} label={label}
        onSet={(text) => act({ do: "set", key, value: text === "" || text === placeholder ? null : text })}
      />
    );
  };
  return (
    <>
      <p class="help">{t(words.rows_lead)}</p>
      <div class="scroll rows-scroll" tabIndex={0} role="region" aria-label={t(words.row)}>
        <table class="form edit">
          <thead>
            <tr>
              <th scope="col">{t(words.indicator)}</th>
              <th scope="col">{t(words.target)}</th>
              <th scope="col">{t(words.actual)}</th>
              <th scope="col" class="right">{t(words.points)}</th>
              <th scope="col">{t(words.judged)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const after = scenario?.rows[at];
              return (
                <Fragment key={row.id}>
                  <tr>
                    <th scope="row">
                      <button type="button" class="figure" aria-expanded={open === row.id} aria-label={t(words.more(row.id))} onClick={() => setOpen(open === row.id ? null : row.id)}>
                        {row.id}<span class="caret" aria-hidden="true">{open === row.id ? "▾" : "▸"}</span>
                      </button>
                      <bdi>{row.indicator}</bdi>
                    </th>
                    <td><bdi>{row.target}</bdi></td>
                    <td>{field(row, "actual", row.actual, t(words.actual_of(row.id)))}</td>
                    <td class="right">
                      {after && after.points !== row.points && <s class="soft"><Num value={row.points} /></s>} <Num value={after ? after.points : row.points} />
                    </td>
                    <td>{field(row, "points", "", t(words.points_of(row.id)))}</td>
                  </tr>
                  {open === row.id && (
                    <tr class="below">
                      <td colSpan={5}>
                        <div class="controls">
                          {controls.filter((control) => control.row === row.id).map((control) => (
                            <ControlField key={control.key} control={control} value={changes.get(control.key) ?? null} act={act} edges={edges(control.key)} />
                          ))}
                        </div>
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
