// 文件: what lies on the desk, and what was read from it.

import { useState } from "preact/hooks";
import { Refused, takeBack, upload } from "../../api/http";
import type { Told } from "../../api/types";
import { t } from "../../lang";
import { useLibrary } from "../../parts/desk";
import { Empty, Problems, Shown } from "../../parts/state";
import { useSession } from "../../session";
import { library as words } from "../../words/library";
import { shell } from "../../words/shell";
import { Drop } from "./drop";
import { FileCard } from "./file";

export function LibraryView() {
  const answer = useLibrary();
  const { changed } = useSession();
  const [said, setSaid] = useState("");
  const [done, setDone] = useState<[number, number] | null>(null);
  const [refused, setRefused] = useState<Told[]>([]);

  const put = async (files: File[]) => {
    const problems: Told[] = [];
    setRefused([]);
    for (const [index, file] of files.entries()) {
      setSaid(t(words.reading(index + 1, files.length, file.name)));
      setDone([index, files.length]);
      try {
        await upload("library", file, { query: { name: file.name } });
      } catch (error) {
        problems.push(...broken(error, file.name));
      }
    }
    setDone(null);
    setSaid(t(words.read(files.length)));
    setRefused(problems);
    changed();
  };
  const remove = async (number: number) => {
    await takeBack(`library/${number}`).catch((error: unknown) => setRefused(broken(error, "")));
    changed();
  };

  return (
    <>
      <h1>{t(words.title)}</h1>
      <p class="lead">{t(words.lead)}</p>
      <Drop onFiles={put} busy={done !== null} />
      <div class="progress" role="status" aria-live="polite">
        {done && <progress value={done[0]} max={done[1]} aria-label={said} />}
        <span>{said}</span>
      </div>
      <Problems problems={refused} />
      <Shown answer={answer}>
        {(library) => (
          <>
            {library.problems.length > 0 && (
              <section class="card"><h2>{t(words.opened_with)}</h2><Problems problems={library.problems} /></section>
            )}
            {library.files.length === 0 ? (
              <Empty title={t(words.none)}><p>{t(words.none_help)}</p></Empty>
            ) : (
              <>
                <p class="count">{t(words.files(library.files.length, library.files.reduce((sum, file) => sum + file.sheets.length, 0)))}</p>
                <ul class="files">
                  {library.files.map((file) => <FileCard key={file.number} file={file} onRemove={() => remove(file.number)} />)}
                </ul>
              </>
            )}
          </>
        )}
      </Shown>
    </>
  );
}

function broken(error: unknown, file: string): Told[] {
  if (error instanceof Refused && error.problems.length) return error.problems;
  return [{ message: t(shell.failed), help: t(shell.failed_help), file, line: null, column: null }];
}
