// Where files are dropped or chosen.

import { useRef, useState } from "preact/hooks";
import { t } from "../../lang";
import { library as words } from "../../words/library";

export function Drop({ onFiles, busy }: { onFiles(files: File[]): void; busy: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    if (files?.length && !busy) onFiles([...files]);
  };
  return (
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer?.files); }}
    >
      <p class="drop-title">{t(words.drop)}<span class="or"> {t(words.or)} </span>
        <button type="button" class="button" disabled={busy} onClick={() => input.current?.click()}>{t(words.choose)}</button>
      </p>
      <p class="drop-kinds">{t(words.kinds)}</p>
      <input
        ref={input} type="file" multiple class="unseen" tabIndex={-1} aria-label={t(words.choose)}
        onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ""; }}
      />
    </div>
  );
}
