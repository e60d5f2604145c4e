// 核对: cells that were read with doubt, and what a person says of them.

import { useState } from "preact/hooks";
import { Refused, ask, takeBack } from "../../api/http";
import type { Doubtful, Field, Sheet } from "../../api/types";
import { t } from "../../lang";
import { RefusedBox } from "../../parts/state";
import { useSession } from "../../session";
import { sheet as words } from "../../words/sheet";

const NAMES = { target: words.target, actual: words.actual, full_mark: words.mark, points: words.points_reported };

export function Doubts({ sheet, onRow }: { sheet: Sheet; onRow(row: string): void }) {
  const { rules, changed } = useSession();
  const [refused, setRefused] = useState<Refused | null>(null);
  const { doubtful, confirmed } = sheet;
  if (!doubtful.length && !confirmed.length) return null;
  const run = (work: Promise<unknown>) =>
    work.then(changed, (error: unknown) => setRefused(error instanceof Refused ? error : new Refused(-1, [])));
  const confirm = (row: number, field: Field, value: string) =>
    run(ask("confirm", { sheet: sheet.id, row, field, value }, { rules }));
  return (
    <section class="card" aria-labelledby="doubts-title">
      <h2 id="doubts-title">{t(words.doubtful)}</h2>
      {doubtful.length > 0 && <p class="help">{t(words.doubtful_lead)}</p>}
      <ul class="doubts">
        {doubtful.map((doubt) => (
          <Doubt key={`${doubt.row} ${doubt.field} ${doubt.text}`} doubt={doubt} onRow={onRow} onSay={(value) => confirm(doubt.row, doubt.field, value)} />
        ))}
      </ul>
      {confirmed.length > 0 && <h3>{t(words.confirmed)}</h3>}
      <ul class="doubts">
        {confirmed.map(({ row, field, value, was }) => (
          <li key={`${row} ${field}`}>
            <button type="button" class="linklike" onClick={() => onRow(`${row}`)}>{t(words.row(`${row}`))}</button> {t(NAMES[field])}：
            <bdi>{t(words.confirmed_as(value, was))}</bdi>
            <button type="button" class="quiet" onClick={() => run(takeBack("confirm", { sheet: sheet.id, row, field }, { rules }))}>{t(words.take_back_one)}</button>
          </li>
        ))}
      </ul>
      {refused && <RefusedBox refused={refused} />}
    </section>
  );
}

function Doubt({ doubt, onRow, onSay }: { doubt: Doubtful; onRow(row: string): void; onSay(value: string): void }) {
  const { row, field, text, doubts } = doubt;
  const [value, setValue] = useState(text);
  return (
    <li>
      <span class="doubt-text">
        <button type="button" class="linklike" onClick={() => onRow(`${row}`)}>{t(words.row(`${row}`))}</button> {t(NAMES[field])} <b><bdi>{text || "—"}</bdi></b>
        <span class="help"> <bdi>{doubts.join("；")}</bdi></span>
      </span>
      <button type="button" class="quiet" onClick={() => onSay(text)}>✓ {t(words.confirm)}</button>
      <form class="actions" onSubmit={(event) => { event.preventDefault(); onSay(value); }}>
        <input value={value} aria-label={t(words.correct_to(`${row}`, t(NAMES[field])))} onInput={(event) => setValue(event.currentTarget.value)} />
        <button type="submit" class="quiet" disabled={value === text}>{t(words.correct)}</button>
      </form>
    </li>
  );
}
