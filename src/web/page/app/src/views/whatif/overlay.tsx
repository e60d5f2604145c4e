// 改动文件: the changes as a file, and back.

import { useRef, useState } from "preact/hooks";
import { Refused, askText, upload } from "../../api/http";
import { keep } from "../../api/save";
import type { Overlay } from "../../api/types";
import { t } from "../../lang";
import { RefusedBox } from "../../parts/state";
import { whatif as words } from "../../words/whatif";
import { type Act, type Changes, asSets, fromSets } from "./history";

export function OverlayBox({ changes, act }: { changes: Changes; act(act: Act): void }) {
  const [title, setTitle] = useState("");
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const run = (work: Promise<void>) => {
    setRefused(null);
    work.catch((error: unknown) => setRefused(error instanceof Refused ? error : new Refused(-1, [])));
  };
  const save = async () => {
    const set = asSets(changes).map((set) => ({ set, because: null }));
    const text = await askText("overlay", { title: title || t(words.untitled), reason, set });
    keep(new Blob([text], { type: "text/yaml" }), t(words.overlay_name));
  };
  const load = async (file: File) => {
    const overlay = await upload<Overlay>("overlay/read", file);
    setTitle(overlay.title);
    setReason(overlay.reason ?? "");
    act({ do: "all", changes: fromSets(overlay.set.map(({ set }) => set)) });
  };
  return (
    <section class="card" aria-labelledby="overlay-title">
      <h2 id="overlay-title">{t(words.overlay)}</h2>
      <p class="help">{t(words.overlay_lead)}</p>
      <label class="field"><span>{t(words.overlay_title)}</span><input value={title} onInput={(event) => setTitle(event.currentTarget.value)} /></label>
      <label class="field"><span>{t(words.overlay_reason)}</span><input value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>
      <p class="actions">
        <button type="button" class="quiet" disabled={!changes.size} onClick={() => run(save())}>{t(words.overlay_save)}</button>
        <button type="button" class="quiet" onClick={() => input.current?.click()}>{t(words.overlay_load)}</button>
      </p>
      <input
        ref={input} type="file" accept=".yaml,.yml" class="unseen" tabIndex={-1} aria-label={t(words.overlay_load)}
        onChange={(event) => { const file = event.currentTarget.files?.[0]; if (file) run(load(file)); event.currentTarget.value = ""; }}
      />
      {refused && <RefusedBox refused={refused} />}
    </section>
  );
}
