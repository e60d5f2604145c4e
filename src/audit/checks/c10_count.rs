//! C10 指标个数不符.

use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject};
use crate::words::findings::completeness as words;

pub(super) const CHECK: Check = Check {
    code: "C10",
    title: words::c10_title,
    page: include_str!("../../../docs/checks/C10.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let Some(printed) = subject.sheet().indicator_count.printed() else {
        return;
    };
    let (rows, named) = (subject.rows.len(), subject.sheet().indicators.len());
    let applicable = subject.rows.iter().filter(|row| row.measure.applicable);
    let counts = [rows, named, applicable.count()];
    if counts.iter().any(|count| printed.value == (*count).into()) {
        return;
    }
    let found = finding(
        CHECK.code,
        (Severity::Warning, Outcome::Fails),
        subject.at(&printed.origin),
        |lang| words::c10(lang, printed.value, rows, named),
        words::c10_help,
    );
    findings.push(found.figures(printed.value, rows));
}
