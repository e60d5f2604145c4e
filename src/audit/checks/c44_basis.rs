//! C44 比率没有确定依据.

use crate::audit::subject::finding;
use crate::audit::target_subject::is_share;
use crate::audit::{Check, Finding, Outcome, PromisedRow, Run, Severity, TargetSubject};
use crate::value::{Value, read};
use crate::words::findings::targets as words;

pub(super) const CHECK: Check = Check {
    code: "C44",
    title: words::c44_title,
    page: include_str!("../../../docs/checks/C44.md"),
    run: Run::Targets(run),
};

fn run(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    for part in [&subject.long_term, &subject.annual] {
        let filled = part.iter().filter(|row| has_basis(row)).count();
        // Without a column for it nobody was asked for the basis.
        if filled == 0 {
            continue;
        }
        // A row whose columns were put right may have lost its basis on the way.
        let without = part
            .iter()
            .filter(|row| !has_basis(row) && !row.row.doubtful);
        for row in without {
            let Some(target) = row.target() else { continue };
            if !matches!(&target.0.value, Value::Quantity(amount) if is_share(amount)) {
                continue;
            }
            findings.push(finding(
                CHECK.code,
                (Severity::Note, Outcome::Uncertain),
                subject.at_row(row),
                |lang| words::c44(lang, row.name(), &target.0.text, filled, part.len()),
                words::c44_help,
            ));
        }
    }
}

fn has_basis(row: &PromisedRow) -> bool {
    let basis = row.row.basis.as_deref();
    basis.is_some_and(|basis| read(basis).value != Value::Missing)
}
