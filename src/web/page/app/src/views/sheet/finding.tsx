// One finding: how grave, how sure, what, and what to do.

import type { Finding } from "../../api/types";
import { t } from "../../lang";
import { sheet as words } from "../../words/sheet";

const SEVERITY = { error: words.error, warning: words.warning, note: words.note };
const OUTCOME = { fails: words.fails, uncertain: words.uncertain, "not-applicable": words.not_applicable };
/** Shapes beside the colours, so that nothing is said by colour alone. */
const SHAPE = { error: "■", warning: "▲", note: "●" };

/** A kind in one word; outlined where it is uncertain. */
export function kind(finding: Finding): string {
  return finding.accepted?.status === "accepted" ? "accepted" : `${finding.severity} ${finding.outcome}`;
}

export function Badge({ finding, onClick }: { finding: Finding; onClick(): void }) {
  const what = `${finding.code} ${t(SEVERITY[finding.severity])} ${t(OUTCOME[finding.outcome])}`;
  return (
    <button type="button" class={`badge ${kind(finding)}`} title={what} aria-label={what} onClick={onClick}>
      <span aria-hidden="true">{finding.accepted?.status === "accepted" ? "✓" : SHAPE[finding.severity]}</span>{finding.code}
    </button>
  );
}

export function FindingBody({ finding }: { finding: Finding }) {
  return (
    <div class="finding-body">
      <p>
        <span class={`tag ${kind(finding)}`}><span aria-hidden="true">{SHAPE[finding.severity]} </span>{t(SEVERITY[finding.severity])} · {t(OUTCOME[finding.outcome])}</span>
        <span class="code">{finding.code}</span>
        <bdi>{finding.message}</bdi>
      </p>
      <dl class="facts small">
        {finding.reported !== null && <div><dt>{t(words.reported)}</dt><dd><bdi>{finding.reported}</bdi></dd></div>}
        {finding.expected !== null && <div><dt>{t(words.expected)}</dt><dd><bdi>{finding.expected}</bdi></dd></div>}
        {finding.help && <div><dt>{t(words.what_to_do)}</dt><dd><bdi>{finding.help}</bdi></dd></div>}
        {finding.rule && <div><dt>{t(words.rests_on)}</dt><dd><bdi>{finding.rule}</bdi></dd></div>}
      </dl>
      {finding.accepted?.status === "accepted" && (
        <p class="accepted-line">✓ <bdi>{t(words.accepted_because(finding.accepted.reason, finding.accepted.by ?? ""))}</bdi></p>
      )}
      {finding.accepted?.status === "figures-changed" && <p class="help">{t(words.changed)}</p>}
    </div>
  );
}
