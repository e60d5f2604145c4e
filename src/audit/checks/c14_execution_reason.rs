//! C14 执行率偏低或超支而没有说明.

use crate::audit::subject::{filled, finding, percent};
use crate::audit::text::has_any;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject};
use crate::score::show;
use crate::value::{Value, read};
use crate::words::findings::completeness as words;

pub(super) const CHECK: Check = Check {
    code: "C14",
    title: words::c14_title,
    page: include_str!("../../../docs/checks/C14.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let (budget, profile) = (&subject.sheet().budget, subject.profile);
    let line = &budget.total;
    let (Some(rate), Some(a), Some(b)) = (
        subject.evaluation.execution_rate(),
        filled(&line.budget),
        filled(&line.executed),
    ) else {
        return;
    };
    let (low, high) = (profile.low_execution.0, profile.high_execution.0);
    if (rate >= low && rate <= high) || is_explained(subject) {
        return;
    }
    let is_low = rate < low;
    let limit = if is_low { low } else { high };
    let found = finding(
        CHECK.code,
        (Severity::Warning, Outcome::Fails),
        subject.at(&line.origin),
        |lang| {
            let (a, b, rate, limit) = (show(a), show(b), percent(rate), percent(limit));
            match is_low {
                true => words::c14_low(lang, b, a, rate, limit),
                false => words::c14_high(lang, b, a, rate, limit),
            }
        },
        words::c14_help,
    );
    findings.push(found.figures(percent(rate), percent(limit)));
}

/// The box beside the budget says something, or a passage of the reasons speaks of the budget.
fn is_explained(subject: &Subject) -> bool {
    let sheet = subject.sheet();
    let own = sheet.budget.reason.as_ref();
    let budget = &subject.profile.words.budget;
    own.is_some_and(|reason| read(&reason.text).value != Value::Missing)
        || sheet
            .reasons
            .iter()
            .any(|passage| has_any(&passage.text, budget))
}
