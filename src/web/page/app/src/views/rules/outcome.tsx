// What the check of a changed rule found, and its cases.

import type { Checked, Failure } from "../../api/types";
import { type Pair, t } from "../../lang";
import { rules as words } from "../../words/rules";

const SEVERITY: Record<string, Pair> = { error: words.error, warning: words.warning, note: words.note };

export function Outcome({ checked, onLine }: { checked: Checked; onLine(file: string, line: number): void }) {
  const { findings, cases, ok } = checked;
  return (
    <section class="card" aria-labelledby="outcome-title" role="status">
      <h2 id="outcome-title">{t(words.findings)}</h2>
      <p class={ok ? "verdict good" : "verdict bad"}>{ok ? "✓ " : "! "}{t(ok ? words.good : words.bad)}</p>
      <ul class="lints">
        {findings.map((lint, index) => (
          <li key={index}>
            <p><span class={`tag ${lint.severity}`}>{t(SEVERITY[lint.severity] ?? words.findings)}</span> <bdi>{lint.message}</bdi></p>
            {lint.help && <p class="help">{lint.help}</p>}
            {lint.line !== null && (
              <button type="button" class="linklike" onClick={() => onLine(lint.file, lint.line ?? 1)}>{t(words.to_line(lint.file, lint.line))}</button>
            )}
          </li>
        ))}
      </ul>
      {cases.count > 0 && <p>{t(cases.failures.length ? words.cases_fail(cases.failures.length, cases.count) : words.cases_pass(cases.count))}</p>}
      <ul class="lints">
        {cases.failures.map((failure, index) => <li key={index}><Failed failure={failure} onLine={onLine} /></li>)}
      </ul>
    </section>
  );
}

function Failed({ failure, onLine }: { failure: Failure; onLine(file: string, line: number): void }) {
  const { name, file, line, mismatches, derivation } = failure;
  return (
    <>
      <p><span class="tag error">≠</span> <bdi>{name}</bdi> <button type="button" class="linklike" onClick={() => onLine(file, line)}>{t(words.to_line(file, line))}</button></p>
      {mismatches.map(({ what, expected, got }, index) => <p key={index} class="help"><bdi>{t(words.mismatch(what, expected, got))}</bdi></p>)}
      {derivation.length > 0 && <pre class="why" tabIndex={0} role="region" aria-label={name}>{derivation.join("\n")}</pre>}
    </>
  );
}
