// All findings of a sheet, with a filter.

import { useState } from "preact/hooks";
import type { Finding, Sheet } from "../../api/types";
import { t } from "../../lang";
import { Empty } from "../../parts/state";
import { sheet as words } from "../../words/sheet";
import { Accepting } from "./accepting";
import { FindingBody } from "./finding";

interface Filter {
  severity: string;
  outcome: string;
  standing: string;
  text: string;
}

export function Findings({ sheet, onRow }: { sheet: Sheet; onRow(row: string): void }) {
  const [filter, setFilter] = useState<Filter>({ severity: "", outcome: "", standing: "", text: "" });
  const all = [...sheet.findings, ...sheet.across];
  const shown = all.map((finding, at) => ({ finding, at })).filter(({ finding }) => fits(finding, filter));
  return (
    <section class="card" aria-labelledby="findings-title">
      <div class="section-head">
        <h2 id="findings-title">{t(words.findings)}</h2>
        <span class="count" role="status">{t(words.shown(shown.length, all.length))}</span>
      </div>
      {all.length > 0 && <FilterRow filter={filter} onFilter={setFilter} />}
      {all.length === 0 ? <Empty title={t(words.findings_none)} /> : shown.length === 0 ? <Empty title={t(words.findings_no_match)} /> : (
        <ol class="findings">
          {shown.map(({ finding, at }) => (
            <li key={at} id={`finding-${at}`} tabIndex={-1} class="finding">
              <FindingBody finding={finding} />
              <p class="finding-foot">
                {finding.where.row && (
                  <button type="button" class="linklike" onClick={() => onRow(finding.where.row ?? "")}>↑ {t(words.to_row(finding.where.row))}</button>
                )}
                {at >= sheet.findings.length && <span class="tag">{t(words.across)}</span>}
                <span class="place"><bdi>{[finding.where.file, finding.where.cell ?? finding.where.line].filter(Boolean).join(":")}</bdi></span>
                <Accepting sheet={sheet.id} finding={finding} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function fits(finding: Finding, { severity, outcome, standing, text }: Filter): boolean {
  const accepted = finding.accepted?.status === "accepted";
  const words = `${finding.code} ${finding.message} ${finding.help} ${finding.rule}`.toLowerCase();
  return (
    (!severity || finding.severity === severity) &&
    (!outcome || finding.outcome === outcome) &&
    (!standing || (standing === "accepted") === accepted) &&
    words.includes(text.trim().toLowerCase())
  );
}

function FilterRow({ filter, onFilter }: { filter: Filter; onFilter(filter: Filter): void }) {
  const choice = (key: "severity" | "outcome" | "standing", name: string, options: [string, string][]) => (
    <label>
      <span>{name}</span>
      <select value={filter[key]} onChange={(event) => onFilter({ ...filter, [key]: event.currentTarget.value })}>
        <option value="">{t(words.all)}</option>
        {options.map(([value, name]) => <option key={value} value={value}>{name}</option>)}
      </select>
    </label>
  );
  return (
    <div class="filter">
      {choice("severity", t(words.severity), [["error", t(words.error)], ["warning", t(words.warning)], ["note", t(words.note)]])}
      {choice("outcome", t(words.outcome), [["fails", t(words.fails)], ["uncertain", t(words.uncertain)]])}
      {choice("standing", t(words.standing), [["open", t(words.open)], ["accepted", t(words.accepted)]])}
      <label class="grow">
        <span>{t(words.search)}</span>
        <input type="search" value={filter.text} onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })} />
      </label>
    </div>
  );
}
