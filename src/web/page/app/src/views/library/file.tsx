// One file: what was read from it, and what is doubtful.

import type { FileRow, FormRow } from "../../api/types";
import { t } from "../../lang";
import { Problems } from "../../parts/state";
import { link } from "../../route";
import { library as words } from "../../words/library";

export function FileCard({ file, onRemove }: { file: FileRow; onRemove(): void }) {
  const { sheets, targets, notes, notices, problems } = file;
  const nothing = !sheets.length && !targets.length && !problems.length;
  return (
    <li class="card file">
      <div class="file-head">
        <h2><bdi>{file.name}</bdi></h2>
        <span class="tag">{t(file.uploaded ? words.uploaded : words.given)}</span>
        <button type="button" class="quiet" aria-label={t(words.remove_label(file.name))} onClick={onRemove}>{t(words.remove)}</button>
      </div>
      <Problems problems={problems} />
      {nothing && <p class="help">{t(words.nothing)}</p>}
      {sheets.length > 0 && <Forms title={t(words.sheets)} forms={sheets} open />}
      {targets.length > 0 && <Forms title={t(words.targets)} forms={targets} />}
      {notes.length > 0 && (
        <details class="notes">
          <summary>{t(words.doubts(notes.length))}</summary>
          <ul>
            {notes.map((note, index) => (
              <li key={index}><bdi>{note.message}</bdi> <span class="place"><bdi>{note.place}</bdi></span></li>
            ))}
          </ul>
          {sheets.length > 0 && <p class="help">{t(words.doubts_help)}</p>}
        </details>
      )}
      {notices.length > 0 && (
        <details class="notes"><summary>{t(words.notices)}</summary><Problems problems={notices} /></details>
      )}
    </li>
  );
}

function Forms({ title, forms, open = false }: { title: string; forms: FormRow[]; open?: boolean }) {
  return (
    <div class="forms">
      <h3>{title}</h3>
      <ul>
        {forms.map((form) => (
          <li key={form.id}>
            {open ? <a href={link("sheet", form.id)}><bdi>{form.title || form.id}</bdi></a> : <bdi>{form.title || form.id}</bdi>}
            <span class="about">
              <bdi>{[form.unit, form.project].filter(Boolean).join(" · ")}</bdi>
              {form.year !== null && <> · {t(words.year(form.year))}</>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
