//! 审核: what an honest re-checker finds in scored sheets, and how reported became recomputed.
//!
//! One check, one file in [`checks`]; each writes [`Finding`]s with place, arithmetic, clause and
//! what to do. A check that is unsure says 存疑 ([`Outcome::Uncertain`]) and never 不符.

mod check;
pub mod checks;
mod compare;
mod finding;
mod profile;
mod reconciliation;
mod selection;
mod standing;
mod statement;
mod subject;
mod text;

pub use check::{Check, Run};
pub use finding::{Finding, Label, Outcome, Place, Severity, Wording};
pub use profile::Profile;
pub use reconciliation::{Reconciliation, Step, StepKind, reconcile};
pub use selection::{FAMILIES, Family, Selection, codes_of, selectable};
pub use standing::{Decision, Figures, Standing};
pub use subject::{Subject, SubjectRow};

use crate::score::Evaluation;

/// The audit of one run: every sheet by itself, then the sheets against one another.
#[derive(Debug, Clone)]
pub struct Audit {
    /// One entry a sheet, in the order given.
    pub sheets: Vec<SheetAudit>,
    /// Findings across sheets.
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

impl Audit {
    /// Every finding, sheets first.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.sheets
            .iter()
            .flat_map(|sheet| &sheet.findings)
            .chain(&self.across)
    }
}

/// Runs every check over sheets that were scored under one pack.
pub fn audit(evaluations: &[Evaluation], profile: &Profile) -> Audit {
    let subjects: Vec<Subject> = evaluations
        .iter()
        .map(|evaluation| Subject::new(evaluation, profile))
        .collect();
    let mut audit = Audit {
        sheets: Vec::new(),
        across: Vec::new(),
    };
    for subject in &subjects {
        let mut findings = Vec::new();
        for check in checks::ALL {
            if let Run::Sheet(run) | Run::Both(run, _) = check.run {
                run(subject, &mut findings);
            }
        }
        audit.sheets.push(SheetAudit {
            reconciliation: reconcile(subject.evaluation),
            findings,
        });
    }
    for check in checks::ALL {
        if let Run::Across(run) | Run::Both(_, run) = check.run {
            run(&subjects, &mut audit.across);
        }
    }
    audit
}
