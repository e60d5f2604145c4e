// Trying a change in a rule: edited here, checked and run by the server, kept nowhere.

import { useState } from "preact/hooks";
import { Refused, ask } from "../../api/http";
import type { Checked, PackPage } from "../../api/types";
import { t } from "../../lang";
import { RefusedBox } from "../../parts/state";
import { rules as words } from "../../words/rules";
import { Editor } from "./editor";
import { Outcome } from "./outcome";
import { TrialScore } from "./score";

export type Files = PackPage["files"];

export function Trial({ rules, files }: { rules: string; files: Files }) {
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [path, setPath] = useState(files.find((file) => file.path.endsWith(".rhai"))?.path ?? files[0]?.path ?? "");
  const [checked, setChecked] = useState<Checked | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [at, setAt] = useState<{ line: number } | null>(null);
  const original = files.find((file) => file.path === path)?.text ?? "";
  const changed: Files = files.map((file) => ({ ...file, text: texts[file.path] ?? file.text }));
  const isChanged = (path: string) => texts[path] !== undefined && texts[path] !== files.find((file) => file.path === path)?.text;
  const check = () => {
    setRefused(null);
    ask<Checked>("rules/check", { rules, files: changed }).then(setChecked, (error: unknown) => {
      setChecked(null);
      setRefused(error instanceof Refused ? error : new Refused(-1, []));
    });
  };
  const show = (file: string, line: number) => {
    const found = files.find(({ path }) => file === path || file.endsWith(`/${path}`));
    if (found) setPath(found.path);
    setAt({ line });
  };
  const lines = checked?.findings.filter(({ file }) => file === path || file.endsWith(`/${path}`)).map(({ line }) => line ?? 0) ?? [];
  return (
    <div class="trial">
      <p class="lead">{t(words.edit_lead)}</p>
      <div class="chooser">
        <label>
          <span>{t(words.file)}</span>
          <select value={path} onChange={(event) => { setPath(event.currentTarget.value); setAt(null); }}>
            {files.map((file) => <option key={file.path} value={file.path}>{file.path}{isChanged(file.path) ? ` · ${t(words.changed)}` : ""}</option>)}
          </select>
        </label>
        <button type="button" class="button" onClick={check}>{t(words.check)}</button>
        <button type="button" class="quiet" disabled={!isChanged(path)} onClick={() => setTexts((old) => ({ ...old, [path]: original }))}>{t(words.restore)}</button>
      </div>
      <Editor
        key={path} label={t(words.content(path))} text={texts[path] ?? original} at={at} marked={lines}
        onText={(text) => setTexts((old) => ({ ...old, [path]: text }))} onCheck={check}
      />
      {refused && <RefusedBox refused={refused} />}
      <div class="pair">
        {checked && <Outcome checked={checked} onLine={show} />}
        <TrialScore rules={rules} files={changed} />
      </div>
    </div>
  );
}
