// A person decides to leave a finding as it is, or takes that back.

import { useState } from "preact/hooks";
import { Refused, ask, takeBack } from "../../api/http";
import type { Finding } from "../../api/types";
import { t } from "../../lang";
import { Dialog } from "../../parts/dialog";
import { RefusedBox } from "../../parts/state";
import { useSession } from "../../session";
import { sheet as words } from "../../words/sheet";

export function Accepting({ sheet, finding }: { sheet: string; finding: Finding }) {
  const { rules, changed } = useSession();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [by, setBy] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const about = { sheet, code: finding.code, row: finding.where.row };
  const run = (work: Promise<unknown>) =>
    work.then(
      () => { setOpen(false); changed(); },
      (error: unknown) => setRefused(error instanceof Refused ? error : new Refused(-1, [])),
    );
  if (finding.accepted?.status === "accepted") {
    return (
      <>
        <button type="button" class="quiet" onClick={() => run(takeBack("accept", about, { rules }))}>{t(words.take_back)}</button>
        {refused && <RefusedBox refused={refused} />}
      </>
    );
  }
  return (
    <>
      <button type="button" class="quiet" onClick={() => { setRefused(null); setOpen(true); }}>{t(words.accept)}</button>
      {open && (
        <Dialog title={t(words.accept_title)} onClose={() => setOpen(false)}>
          <form onSubmit={(event) => { event.preventDefault(); run(ask("accept", { ...about, reason, by }, { rules })); }}>
            <p><span class="code">{finding.code}</span> <bdi>{finding.message}</bdi></p>
            <label class="field"><span>{t(words.reason)}</span>
              <textarea required rows={3} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
            </label>
            <label class="field"><span>{t(words.by)}</span>
              <input value={by} onInput={(event) => setBy(event.currentTarget.value)} />
            </label>
            {refused && <RefusedBox refused={refused} />}
            <p class="actions">
              <button type="submit" class="button">{t(words.accept_now)}</button>
              <button type="button" class="quiet" onClick={() => setOpen(false)}>{t(words.cancel)}</button>
            </p>
          </form>
        </Dialog>
      )}
    </>
  );
}
