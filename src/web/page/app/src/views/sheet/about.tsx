// Whose sheet it is, and what it was computed from.

import type { Scored } from "../../api/types";
import { t } from "../../lang";
import { sheet as words } from "../../words/sheet";

export function About({ sheet }: { sheet: Scored }) {
  const { rules, receipt } = sheet;
  return (
    <header class="about-sheet">
      <h1><bdi>{sheet.title || sheet.id}</bdi></h1>
      <dl class="facts">
        <div><dt>{t(words.unit)}</dt><dd><bdi>{sheet.unit || "—"}</bdi></dd></div>
        {sheet.project && <div><dt>{t(words.project)}</dt><dd><bdi>{sheet.project}</bdi></dd></div>}
        <div><dt>{t(words.year)}</dt><dd>{sheet.year ?? "—"}</dd></div>
        <div>
          <dt>{t(words.rule)}</dt>
          <dd>{rules.pack}@{rules.edition}{!rules.in_force && <span class="tag warn">{t(words.not_in_force)}</span>}</dd>
        </div>
      </dl>
      <details class="receipt">
        <summary>{t(words.receipt)}</summary>
        <dl class="facts">
          <div><dt>{t(words.engine)}</dt><dd>{receipt.engine}</dd></div>
          <div><dt>{t(words.input_sum)}</dt><dd><code>{receipt.input_sha256}</code></dd></div>
          <div><dt>{t(words.pack_sum)}</dt><dd><code>{receipt.pack_sha256}</code></dd></div>
        </dl>
      </details>
    </header>
  );
}
