//! 审核: what an honest re-checker finds in scored sheets, and how reported became recomputed.
//!
//! One check, one file in [`checks`]; each writes [`Finding`]s with place, arithmetic, clause and
//! what to do. A check that is unsure says 存疑 ([`Outcome::Uncertain`]) and never 不符.

mod check;
pub mod checks;
mod compare;
mod direction;
mod finding;
mod plans;
mod profile;
mod reconciliation;
mod selection;
mod standing;
mod statement;
mod subject;
mod target_subject;
mod text;
mod together;

pub use check::{Check, Run};
pub use finding::{Finding, Label, Outcome, Place, Severity, Wording};
pub use profile::Profile;
pub use reconciliation::{Reconciliation, Step, StepKind, reconcile};
pub use selection::{FAMILIES, Family, Selection, codes_of, selectable};
pub use standing::{Decision, Figures, Standing};
pub use subject::{Subject, SubjectRow};
pub use target_subject::{PromisedRow, TargetSubject};
pub use together::Together;

use crate::score::Evaluation;
use crate::sheet::TargetTable;

/// The audit of one run: every sheet by itself, then the sheets against one another.
#[derive(Debug, Clone)]
pub struct Audit {
    /// One entry a sheet, in the order given.
    pub sheets: Vec<SheetAudit>,
    /// One entry a target table, in the order given.
    pub targets: Vec<TargetAudit>,
    /// Findings across sheets and target tables.
    pub across: Vec<Finding>,
}

/// The audit of one sheet.
#[derive(Debug, Clone)]
pub struct SheetAudit {
    /// From the reported to the recomputed total; `None` when either is missing.
    pub reconciliation: Option<Reconciliation>,
    /// What was found, in the order of the checks, then of the form.
    pub findings: Vec<Finding>,
}

/// The audit of one target table.
#[derive(Debug, Clone)]
pub struct TargetAudit {
    /// Id of the table, by which findings name it.
    pub id: String,
    /// 标题.
    pub title: String,
    /// 单位名称.
    pub unit: String,
    /// 项目名称.
    pub project: Option<String>,
    /// The budget year.
    pub year: Option<u16>,
    /// What was found, in the order of the checks, then of the table.
    pub findings: Vec<Finding>,
}

impl Audit {
    /// Every finding, sheets first, then target tables.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.sheets
            .iter()
            .flat_map(|sheet| &sheet.findings)
            .chain(self.targets.iter().flat_map(|table| &table.findings))
            .chain(&self.across)
    }
}

/// Runs every check over sheets that were scored under one pack.
pub fn audit(evaluations: &[Evaluation], profile: &Profile) -> Audit {
    audit_with_targets(evaluations, &[], profile)
}

/// Runs every check over sheets and over target tables; either may be missing.
pub fn audit_with_targets(
    evaluations: &[Evaluation],
    tables: &[TargetTable],
    profile: &Profile,
) -> Audit {
    let subjects: Vec<Subject> = evaluations
        .iter()
        .map(|evaluation| Subject::new(evaluation, profile))
        .collect();
    let mut audit = Audit {
        sheets: Vec::new(),
        targets: Vec::new(),
        across: Vec::new(),
    };
    for subject in &subjects {
        let mut findings = Vec::new();
        for check in checks::ALL {
            if let Run::Sheet(run) | Run::Both(run, _) | Run::Either(run, _) = check.run {
                run(subject, &mut findings);
            }
        }
        audit.sheets.push(SheetAudit {
            reconciliation: reconcile(subject.evaluation),
            findings,
        });
    }
    let tables: Vec<TargetSubject> = tables
        .iter()
        .map(|table| TargetSubject::new(table, profile))
        .collect();
    audit.targets = tables.iter().map(of_table).collect();
    let together = Together::new(&subjects, &tables);
    for check in checks::ALL {
        if let Run::Across(run) | Run::Both(_, run) = check.run {
            run(&together, &mut audit.across);
        }
    }
    audit
}

fn of_table(subject: &TargetSubject) -> TargetAudit {
    let mut findings = Vec::new();
    for check in checks::ALL {
        if let Run::Targets(run) | Run::Either(_, run) = check.run {
            run(subject, &mut findings);
        }
    }
    let table = subject.table;
    TargetAudit {
        id: table.id.clone(),
        title: table.title.clone(),
        unit: table.unit.clone(),
        project: table.project.clone(),
        year: table.year,
        findings,
    }
}
