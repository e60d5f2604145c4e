// The form's rows in their printed order.

import { Fragment } from "preact";
import type { Finding, Row, Sheet } from "../../api/types";
import { t } from "../../lang";
import { Num } from "../../parts/figure";
import { Why } from "../../parts/unfold";
import { sheet as words } from "../../words/sheet";
import { Badge, FindingBody } from "./finding";
import { spans } from "./spans";

interface Numbered {
  finding: Finding;
  /** Its place in the list of findings. */
  at: number;
}

export function Rows({ sheet, open, onToggle, onBack }: {
  sheet: Sheet;
  open: ReadonlySet<string>;
  onToggle(row: string): void;
  onBack(finding: number): void;
}) {
  const lines = sheet.rows.map((row) => (open.has(row.id) ? 2 : 1));
  const merged = spans(sheet.rows, lines);
  const all = [...sheet.findings, ...sheet.across].map((finding, at) => ({ finding, at }));
  return (
    <section class="card" aria-labelledby="rows-title">
      <h2 id="rows-title">{t(words.rows)}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="rows-title">
        <table class="form">
          <caption class="unseen">{t(words.rows_label)}</caption>
          <thead>
            <tr>
              <th scope="col" class="level">{t(words.level1)}</th>
              <th scope="col" class="level">{t(words.level2)}</th>
              <th scope="col">{t(words.indicator)}</th>
              <th scope="col">{t(words.target)}</th>
              <th scope="col">{t(words.actual)}</th>
              <th scope="col" class="right">{t(words.mark)}</th>
              <th scope="col" class="right">{t(words.points_reported)}</th>
              <th scope="col" class="right">{t(words.points)}</th>
              <th scope="col">{t(words.findings_column)}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row, at) => {
              const span = merged[at];
              const found = all.filter(({ finding }) => finding.where.row === row.id);
              const unfolded = open.has(row.id);
              return (
                <Fragment key={row.id}>
                  <tr id={`row-${row.id}`} tabIndex={-1} class={unfolded ? "unfolded" : undefined}>
                    {span && span.level1 > 0 && <th scope="rowgroup" class="level" rowSpan={span.level1}><bdi>{row.level1}</bdi></th>}
                    {span && span.level2 > 0 && <th scope="rowgroup" class="level" rowSpan={span.level2}><bdi>{row.level2}</bdi></th>}
                    {span && span.indicator > 0 && (
                      <th scope="row" class="name" rowSpan={span.indicator}>
                        <span class="levels-small"><bdi>{row.level1}</bdi> / <bdi>{row.level2}</bdi></span>
                        <bdi>{row.indicator}</bdi>
                      </th>
                    )}
                    <td><bdi>{row.target || "—"}</bdi></td>
                    <td><bdi>{row.actual || "—"}</bdi></td>
                    <td class="right"><Mark row={row} /></td>
                    <td class="right"><Num value={row.reported} /></td>
                    <td class="right">
                      <button type="button" class="figure" aria-expanded={unfolded} aria-label={`${row.points ?? t(words.unscored)} · ${t(words.unfold(row.id))}`} onClick={() => onToggle(row.id)}>
                        {row.points ?? t(words.unscored)}<span class="caret" aria-hidden="true">{unfolded ? "▾" : "▸"}</span>
                      </button>
                    </td>
                    <td class="badges">{found.map(({ finding, at }) => <Badge key={at} finding={finding} onClick={() => onBack(at)} />)}</td>
                  </tr>
                  {unfolded && <Unfolded row={row} why={sheet.why.rows[at] ?? ""} found={found} onBack={onBack} />}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Mark({ row }: { row: Row }) {
  const source =
    row.full_mark_source === "inferred" ? [words.inferred, words.inferred_help] as const
    : row.full_mark_source === "pack" ? [words.by_pack, words.by_pack_help] as const
    : null;
  return (
    <>
      <Num value={row.full_mark} />
      {source && <span class="source" title={t(source[1])}>{t(source[0])}</span>}
    </>
  );
}

/** Below a row: how its points come about, and what was found there. */
function Unfolded({ row, why, found, onBack }: {
  row: Row;
  why: string;
  found: Numbered[];
  onBack(finding: number): void;
}) {
  return (
    <tr class="below">
      <td colSpan={6}>
        {row.reason && <p class="help">{row.reason}</p>}
        <Why text={why} />
        {found.map(({ finding, at }) => (
          <div key={at} class="found-here">
            <FindingBody finding={finding} />
            <button type="button" class="linklike" onClick={() => onBack(at)}>↓ {t(words.to_list)}</button>
          </div>
        ))}
      </td>
    </tr>
  );
}
