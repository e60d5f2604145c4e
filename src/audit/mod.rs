//! 审核: what an honest re-checker finds in scored sheets, and how reported became recomputed.
//!
//! One check, one file in [`checks`]; each writes [`Finding`]s with place, arithmetic, clause and
//! what to do. A check that is unsure says 存疑 ([`Outcome::Uncertain`]) and never 不符.

mod check;
pub mod checks;
mod compare;
mod contradiction;
mod copies;
mod direction;
mod finding;
mod heard;
mod join;
mod mention;
mod named;
mod portfolio;
mod profile;
mod reconciliation;
mod rows;
mod selection;
mod shares;
mod standing;
mod statement;
mod subject;
mod target_subject;
mod text;
mod together;
mod told;
mod told_unit;

pub use check::{Check, Run};
pub use finding::{Finding, Label, Outcome, Place, Severity, Wording};
pub use join::Units;
pub use portfolio::{
    Bands, CheckRank, Class, Copies, Deviations, Entry, GradeCounts, Passage, Passages, Portfolio,
    Spread, Standings, Tally, Total, UnitRank,
};
pub use profile::{Many, Profile, Ratio};
pub use reconciliation::{Reconciliation, Step, StepKind, reconcile};
pub use selection::{FAMILIES, Family, Selection, codes_of, selectable};
pub use standing::{Decision, Figures, Standing};
pub use subject::{Subject, SubjectRow};
pub use target_subject::{PromisedRow, TargetSubject};
pub use together::Together;

use std::cell::OnceCell;

use rayon::prelude::*;

use crate::score::Evaluation;
use crate::sheet::TargetTable;
use crate::words::findings as words;

/// The audit of one run: every sheet by itself, then the sheets against one another.
#[derive(Debug, Clone)]
pub struct Audit {
    /// One entry a sheet, in the order given.
    pub sheets: Vec<SheetAudit>,
    /// One entry a target table, in the order given.
    pub targets: Vec<TargetAudit>,
    /// Findings across sheets and target tables.
    pub across: Vec<Finding>,
    /// What is kept of all sheets.
    pub portfolio: Portfolio,
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
    /// Adds what all sheets of a run show together, once the last of them is there; nothing for a single
    /// one.
    pub fn add_many(&mut self, profile: &Profile) {
        let is_many = self.portfolio.entries().len() > 1;
        for check in checks::ALL {
            if let Run::Many(run) = check.run
                && is_many
            {
                run(&self.portfolio, profile, &mut self.across);
            }
        }
    }

    /// Names the profile the findings rest on, where it is not the shipped one.
    pub fn cite(&mut self, profile: &str) {
        let sheets = self.sheets.iter_mut().map(|sheet| &mut sheet.findings);
        let tables = self.targets.iter_mut().map(|table| &mut table.findings);
        for finding in sheets.chain(tables).chain([&mut self.across]).flatten() {
            let convention = |lang| words::convention(lang, finding.code, Profile::FILE);
            if finding.rule == Wording::of(convention) {
                finding.rule = Wording::of(|lang| words::convention(lang, finding.code, profile));
            }
        }
    }

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

/// Runs every check over sheets and over target tables; either may be missing. Sheets are audited on
/// the threads of the current pool; the result does not depend on how many there are.
pub fn audit_with_targets(
    evaluations: &[Evaluation],
    tables: &[TargetTable],
    profile: &Profile,
) -> Audit {
    audit_counting(evaluations, tables, profile, || ())
}

/// As [`audit_with_targets`]; `done` is called after every sheet.
pub fn audit_counting(
    evaluations: &[Evaluation],
    tables: &[TargetTable],
    profile: &Profile,
    done: impl Fn() + Sync,
) -> Audit {
    let portfolio = Portfolio::new(profile);
    let mut audit = audit_part(evaluations, tables, profile, None, portfolio, done);
    audit.add_many(profile);
    audit
}

/// One part of a large run, which goes on with the portfolio of the parts before it. `units` are those of
/// the whole run, of which none may be divided; `None` where there is no other part; what shows only when all sheets are there is left to [`Audit::add_many`].
pub fn audit_part(
    evaluations: &[Evaluation],
    tables: &[TargetTable],
    profile: &Profile,
    units: Option<&Units>,
    mut portfolio: Portfolio,
    done: impl Fn() + Sync,
) -> Audit {
    let sheets = evaluations.par_iter().map(|evaluation| {
        let audited = audit_sheet(evaluation, profile);
        done();
        audited
    });
    let sheets = sheets.collect();
    for evaluation in evaluations {
        portfolio.add(evaluation, profile);
    }
    let tables_audited = tables.iter().map(|table| audit_table(table, profile));
    Audit {
        sheets,
        targets: tables_audited.collect(),
        across: audit_across(evaluations, tables, profile, units),
        portfolio,
    }
}

/// What one sheet shows by itself.
pub fn audit_sheet(evaluation: &Evaluation, profile: &Profile) -> SheetAudit {
    let subject = Subject::new(evaluation, profile);
    let mut findings = Vec::new();
    for check in checks::ALL {
        if let Run::Sheet(run) | Run::Both(run, _) | Run::Either(run, _) = check.run {
            run(&subject, &mut findings);
        }
    }
    SheetAudit {
        reconciliation: reconcile(evaluation),
        findings,
    }
}

/// What one target table shows by itself.
pub fn audit_table(table: &TargetTable, profile: &Profile) -> TargetAudit {
    let subject = TargetSubject::new(table, profile);
    let mut findings = Vec::new();
    for check in checks::ALL {
        if let Run::Targets(run) | Run::Either(_, run) | Run::TargetsAndAcross(run, _) = check.run {
            run(&subject, &mut findings);
        }
    }
    TargetAudit {
        id: table.id.clone(),
        title: table.title.clone(),
        unit: table.unit.clone(),
        project: table.project.clone(),
        year: table.year,
        findings,
    }
}

/// What sheets and target tables show beside one another. Only those of one unit are compared, so the
/// units of a large run can be given one after the other.
pub fn audit_across(
    evaluations: &[Evaluation],
    tables: &[TargetTable],
    profile: &Profile,
    units: Option<&Units>,
) -> Vec<Finding> {
    let names = evaluations.iter().map(|one| one.sheet.unit.as_str());
    let names = names.chain(tables.iter().map(|table| table.unit.as_str()));
    let sheets: Vec<Subject> = evaluations
        .iter()
        .map(|evaluation| Subject::new(evaluation, profile))
        .collect();
    let tables: Vec<TargetSubject> = tables
        .iter()
        .map(|table| TargetSubject::new(table, profile))
        .collect();
    let own = OnceCell::new();
    let units = units.unwrap_or_else(|| own.get_or_init(|| Units::new(profile, names)));
    let together = Together::new(profile, units, &sheets, &tables);
    let mut findings = Vec::new();
    for check in checks::ALL {
        if let Run::Across(run) | Run::Both(_, run) | Run::TargetsAndAcross(_, run) = check.run {
            run(&together, &mut findings);
        }
    }
    findings
}
