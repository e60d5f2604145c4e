//! The model behind every format of an audit, and the JSON itself.

use std::cmp::Reverse;

use serde::Serialize;

use super::AcceptedRow;
use super::kinds::Kinds;
use super::portfolio::PortfolioRows;
use crate::audit::{Audit, Finding, Outcome, Selection, Severity, StepKind, TargetAudit, checks};
use crate::report::Figure;
use crate::report::score::ScoredSheet;
use crate::score::Evaluation;
use crate::sheet::Origin;
use crate::words::{Lang, audit as words};

/// What `audit --format json` prints.
#[derive(Debug, Clone, Default, Serialize)]
pub struct AuditedSheets {
    /// The sheets, in the order they were given.
    pub sheets: Vec<AuditedSheet>,
    /// The target tables, in the order they were given.
    pub targets: Vec<AuditedTargets>,
    /// Findings across sheets and target tables.
    pub findings: Vec<FoundRow>,
    /// All sheets together; not there for a single sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portfolio: Option<PortfolioRows>,
    /// The checks this audit is about, where some were left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checks: Option<Vec<&'static str>>,
    /// What is left of parts of the run whose rows were let go.
    #[serde(skip)]
    pub(super) earlier: Kinds,
}

/// One target table with its findings.
#[derive(Debug, Clone, Serialize)]
pub struct AuditedTargets {
    /// Short name, unique in the run.
    pub id: String,
    /// 标题.
    pub title: String,
    /// 单位名称.
    pub unit: String,
    /// 项目名称.
    pub project: Option<String>,
    /// The budget year.
    pub year: Option<u16>,
    /// What was found, gravest first.
    pub findings: Vec<FoundRow>,
}

/// One sheet: everything `score` says of it, then the audit.
#[derive(Debug, Clone, Serialize)]
pub struct AuditedSheet {
    /// The scored sheet.
    #[serde(flatten)]
    pub scored: ScoredSheet,
    /// Reported total first, recomputed total last, amounts between add up exactly; empty when one
    /// of the totals is missing.
    pub reconciliation: Vec<Step>,
    /// What was found, gravest first.
    pub findings: Vec<FoundRow>,
}

/// A step of the reconciliation.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// What it stands for.
    pub label: String,
    /// The total at both ends, what is added in between.
    pub amount: Figure,
    /// The row of the sheet, where one is meant.
    pub row: Option<String>,
}

/// A finding.
#[derive(Debug, Clone, Serialize)]
pub struct FoundRow {
    /// Code of the check.
    pub code: &'static str,
    /// `error`, `warning`, `note`.
    pub severity: &'static str,
    /// `fails`, `uncertain`, `not-applicable`.
    pub outcome: &'static str,
    /// What is wrong, with the arithmetic.
    pub message: String,
    /// The figure as reported.
    pub reported: Option<String>,
    /// The figure that was expected.
    pub expected: Option<String>,
    /// Where it is.
    #[serde(rename = "where")]
    pub place: Where,
    /// The clause or convention it rests on.
    pub rule: String,
    /// What to do.
    pub help: String,
    /// What a person has decided about it; `None` when nobody has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<AcceptedRow>,
    /// For the formats for people (not in JSON).
    #[serde(skip)]
    pub grade: (Severity, Outcome),
}

/// The place of a finding.
#[derive(Debug, Clone, Serialize)]
pub struct Where {
    /// Id of the sheet.
    pub sheet: String,
    /// Row of the sheet.
    pub row: Option<String>,
    /// File as the user named it.
    pub file: String,
    /// Line in the file, from 1; null where the format has none.
    pub line: Option<u32>,
    /// Cell of a grid; null in line-based files.
    pub cell: Option<String>,
}

impl AuditedSheets {
    /// The model of an audit; `evaluations` are those it was made from, in the same order.
    pub fn new(evaluations: &[Evaluation], audit: &Audit, lang: Lang) -> AuditedSheets {
        AuditedSheets {
            portfolio: PortfolioRows::new(audit, lang),
            ..AuditedSheets::part(evaluations, audit, lang)
        }
    }

    /// As [`AuditedSheets::new`] for a part of a large run: all sheets together are left to the last one.
    pub fn part(evaluations: &[Evaluation], audit: &Audit, lang: Lang) -> AuditedSheets {
        let sheets = evaluations.iter().zip(&audit.sheets);
        let sheets = sheets.map(|(evaluation, audited)| AuditedSheet {
            scored: ScoredSheet::new(evaluation, lang),
            reconciliation: audited
                .reconciliation
                .iter()
                .flat_map(|reconciliation| &reconciliation.steps)
                .map(|step| Step {
                    label: label(&step.kind, lang),
                    amount: Figure(step.amount),
                    row: step.row.map(|row| row.to_string()),
                })
                .collect(),
            findings: found(&audited.findings, lang),
        });
        AuditedSheets {
            sheets: sheets.collect(),
            targets: audit
                .targets
                .iter()
                .map(|table| targets(table, lang))
                .collect(),
            findings: found(&audit.across, lang),
            portfolio: None,
            checks: None,
            earlier: Kinds::default(),
        }
    }

    /// Sheets that were scored and not audited.
    pub(crate) fn unaudited(evaluations: &[Evaluation], lang: Lang) -> AuditedSheets {
        let sheets = evaluations.iter().map(|evaluation| AuditedSheet {
            scored: ScoredSheet::new(evaluation, lang),
            reconciliation: Vec::new(),
            findings: Vec::new(),
        });
        AuditedSheets {
            sheets: sheets.collect(),
            ..AuditedSheets::default()
        }
    }

    /// Lets the rows go, and keeps what an overview tells of them.
    pub fn let_go(&mut self) {
        let mut earlier = std::mem::take(&mut self.earlier);
        earlier.add(self.findings());
        *self = AuditedSheets {
            earlier,
            ..AuditedSheets::default()
        };
    }

    /// Goes on with the next part, which stands behind the parts before it.
    pub fn go_on(&mut self, next: AuditedSheets) {
        self.sheets.extend(next.sheets);
        self.targets.extend(next.targets);
        self.findings.extend(next.findings);
        self.findings.sort_by_key(|finding| gravity(finding.grade));
        self.portfolio = next.portfolio;
        self.checks = next.checks;
    }

    /// Says which checks it is about, where that is not all of them.
    pub fn about(self, selection: &Selection) -> AuditedSheets {
        let checks = (!selection.is_everything()).then(|| selection.codes().to_vec());
        AuditedSheets { checks, ..self }
    }

    /// What is said where nothing was found: that not all was looked for, where that is so.
    pub(in crate::report) fn nothing_found(&self, lang: Lang) -> String {
        match self.checks {
            Some(_) => words::nothing_found_by_these(lang),
            None => words::nothing_found(lang),
        }
    }

    /// That some checks were left out, for a reader who would take silence for praise.
    pub(in crate::report) fn left_out(&self, lang: Lang) -> Option<String> {
        let codes = self.checks.as_ref()?;
        Some(match codes.is_empty() {
            true => words::no_check_left(lang),
            false => {
                let list = codes.join(words::and(lang).as_str());
                words::not_all_checks(lang, codes.len(), checks::ALL.len(), list)
            }
        })
    }

    /// Every finding, sheets first, then target tables.
    pub fn findings(&self) -> impl Iterator<Item = &FoundRow> {
        let of_sheets = self.sheets.iter().flat_map(|sheet| &sheet.findings);
        let of_targets = self.targets.iter().flat_map(|table| &table.findings);
        of_sheets.chain(of_targets).chain(&self.findings)
    }
}

fn targets(table: &TargetAudit, lang: Lang) -> AuditedTargets {
    AuditedTargets {
        id: table.id.clone(),
        title: table.title.clone(),
        unit: table.unit.clone(),
        project: table.project.clone(),
        year: table.year,
        findings: found(&table.findings, lang),
    }
}

/// Gravest first; what is proven before what is uncertain; then as the checks found them.
fn found(findings: &[Finding], lang: Lang) -> Vec<FoundRow> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| gravity((finding.severity, finding.outcome)));
    sorted
        .into_iter()
        .map(|finding| row(finding, lang))
        .collect()
}

fn gravity((severity, outcome): (Severity, Outcome)) -> (Reverse<Severity>, bool) {
    (Reverse(severity), outcome != Outcome::Fails)
}

fn row(finding: &Finding, lang: Lang) -> FoundRow {
    let Origin {
        file, line, cell, ..
    } = &finding.place.origin;
    FoundRow {
        code: finding.code,
        severity: finding.severity.name(),
        outcome: finding.outcome.name(),
        message: finding.message.get(lang).to_owned(),
        reported: finding.reported.clone(),
        expected: finding.expected.clone(),
        place: Where {
            sheet: finding.place.sheet.clone(),
            row: finding.place.row.map(|row| row.to_string()),
            file: file.to_string(),
            line: Some(*line).filter(|line| *line > 0),
            cell: cell.as_deref().map(str::to_owned),
        },
        rule: finding.rule.get(lang).to_owned(),
        help: finding.help.get(lang).to_owned(),
        accepted: AcceptedRow::of(&finding.standing),
        grade: (finding.severity, finding.outcome),
    }
}

fn label(kind: &StepKind, lang: Lang) -> String {
    match kind {
        StepKind::Reported => words::step_reported(lang),
        StepKind::PartsDoNotAddUp => words::step_parts(lang),
        StepKind::ExecutionPrecision => words::step_execution_precision(lang),
        StepKind::ExecutionDiffers => words::step_execution_differs(lang),
        StepKind::ExecutionImplied(implied) => words::step_execution_implied(lang, implied),
        StepKind::RowPrecision(name) => words::step_row_precision(lang, name),
        StepKind::RowDiffers(name) => words::step_row_differs(lang, name),
        StepKind::RowNotReported(name) => words::step_row_not_reported(lang, name),
        StepKind::RowDropped(name) => words::step_row_dropped(lang, name),
        StepKind::ExecutionWeight => words::step_execution_weight(lang),
        StepKind::RowWeights => words::step_row_weights(lang),
        StepKind::GroupDiffers(group) => words::step_group_differs(lang, group),
        StepKind::GroupsNotReported => words::step_groups_not_reported(lang),
        StepKind::TotalRule => words::step_total_rule(lang),
        StepKind::Computed => words::step_computed(lang),
    }
}
