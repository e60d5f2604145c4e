// What the check of a changed rule found, and its cases.

import type { Checked } from "../../api/types";
import { t } from "../../lang";
import { rules as words } from "../../words/rules";

export function Outcome({ checked, onLine }: { checked: Checked; onLine(file: string, line: number): void }) {
  const { findings, cases, ok } = checked;
  return (
    <section class="card" aria-labelledby="outcome-title" role="status">
      <h2 id="outcome-title">{t(words.findings)}</h2>
      <p class={ok ? "verdict good" : "verdict bad"}>{ok ? "✓ " : "! "}{t(ok ? words.good : words.bad)}</p>
      <ul class="lints">
        {findings.map((lint, index) => (
          <li key={index}>
            <p><span class={`tag ${lint.severity}`}>{lint.severity}</span> <bdi>{lint.message}</bdi></p>
            {lint.help && <p class="help">{lint.help}</p>}
            {lint.line !== null && (
              <button type="button" class="linklike" onClick={() => onLine(lint.file, lint.line ?? 1)}>{t(words.to_line(lint.file, lint.line))}</button>
            )}
          </li>
        ))}
      </ul>
      <p>{t(cases.failures.length ? words.cases_fail(cases.failures.length, cases.count) : words.cases_pass(cases.count))}</p>
      <ul class="lints">
        {cases.failures.map((failure, index) => <li key={index}><bdi>{said(failure)}</bdi></li>)}
      </ul>
    </section>
  );
}

function said(failure: string | Record<string, unknown>): string {
  if (typeof failure === "string") return failure;
  return Object.values(failure).filter((value) => typeof value === "string" || typeof value === "number").join(" · ");
}
