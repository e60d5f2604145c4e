// Every sheet in a line; of thousands only those in sight are drawn.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { SheetLine } from "../../api/types";
import { t } from "../../lang";
import { Num } from "../../parts/figure";
import { link } from "../../route";
import { portfolio as words } from "../../words/portfolio";
import { type Column, ordered } from "./order";

const HEIGHT = 40;
/** Lines drawn above and below what is in sight. */
const SPARE = 12;

export function SheetTable({ sheets }: { sheets: SheetLine[] }) {
  const [text, setText] = useState("");
  const [[column, down], sort] = useState<[Column | null, boolean]>([null, false]);
  const shown = useMemo(() => ordered(sheets, column, down, text), [sheets, column, down, text]);
  return (
    <section class="card" aria-labelledby="sheets-title">
      <div class="section-head">
        <h2 id="sheets-title">{t(words.sheets)}</h2>
        <span class="count" role="status">{t(words.found(shown.length, sheets.length))}</span>
        <label class="find"><span>{t(words.search)}</span> <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
      </div>
      <Window lines={shown} column={column} down={down} onSort={(next) => sort(([old, down]) => [next, old === next ? !down : false])} />
    </section>
  );
}

const COLUMNS: [Column, (typeof words)["unit"], boolean][] = [
  ["unit", words.unit, false],
  ["title", words.name, false],
  ["year", words.year, true],
  ["reported", words.reported, true],
  ["total", words.total, true],
  ["grade", words.grade, false],
  ["fails", words.fails, true],
  ["uncertain", words.uncertain, true],
  ["accepted", words.accepted, true],
];

function Window({ lines, column, down, onSort }: {
  lines: SheetLine[];
  column: Column | null;
  down: boolean;
  onSort(column: Column): void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [[from, to], setSight] = useState<[number, number]>([0, 40]);
  const look = () => {
    if (!box.current) return;
    const first = Math.floor(box.current.scrollTop / HEIGHT);
    const last = first + Math.ceil(box.current.clientHeight / HEIGHT);
    // In steps, so that most moves of the wheel draw nothing new.
    const step = SPARE / 2;
    const sight: [number, number] = [Math.max(0, Math.floor(first / step) * step - SPARE), Math.ceil(last / step) * step + SPARE];
    setSight((old) => (old[0] === sight[0] && old[1] === sight[1] ? old : sight));
  };
  useEffect(look, [lines]);
  useEffect(() => {
    const all = () => setSight([0, Number.MAX_SAFE_INTEGER]);
    addEventListener("beforeprint", all);
    addEventListener("afterprint", look);
    return () => {
      removeEventListener("beforeprint", all);
      removeEventListener("afterprint", look);
    };
  }, []);
  const end = Math.min(to, lines.length);
  const start = Math.min(from, end);
  return (
    <div ref={box} class="window" tabIndex={0} role="region" aria-labelledby="sheets-title" onScroll={look}>
      <table class="form lines" aria-rowcount={lines.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map(([key, name, right]) => (
              <th key={key} scope="col" class={`column-${key}${right ? " right" : ""}`} aria-sort={column === key ? (down ? "descending" : "ascending") : undefined}>
                <button type="button" class="sort" title={t(words.sort(t(name)))} onClick={() => onSort(key)}>
                  {t(name)}<span class="sort-mark" aria-hidden="true">{column === key ? (down ? "▾" : "▴") : ""}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {start > 0 && <tr aria-hidden="true" class="spacer"><td colSpan={COLUMNS.length} style={{ height: `${start * HEIGHT}px` }} /></tr>}
          {lines.slice(start, end).map((line, at) => <Line key={line.id} line={line} at={start + at + 2} />)}
          {end < lines.length && <tr aria-hidden="true" class="spacer"><td colSpan={COLUMNS.length} style={{ height: `${(lines.length - end) * HEIGHT}px` }} /></tr>}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line, at }: { line: SheetLine; at: number }) {
  return (
    <tr aria-rowindex={at}>
      <td class="column-unit"><bdi title={line.unit}>{line.unit}</bdi></td>
      <th scope="row" class="column-title"><a href={link("sheet", line.id)} title={line.title}><bdi>{line.project || line.title || line.id}</bdi></a></th>
      <td class="right column-year">{line.year ?? "—"}</td>
      <td class="right"><Num value={line.reported} /></td>
      <td class="right"><Num value={line.total} /></td>
      <td>{line.grade ?? "—"}</td>
      <td class="right num">{line.fails || <span class="soft">0</span>}</td>
      <td class="right num column-uncertain">{line.uncertain || <span class="soft">0</span>}</td>
      <td class="right num column-accepted">{line.accepted || <span class="soft">0</span>}</td>
    </tr>
  );
}
