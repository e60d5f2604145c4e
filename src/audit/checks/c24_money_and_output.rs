//! C24 钱几乎没花而产出满分，或钱花完而产出很低.

use rust_decimal::Decimal;

use crate::audit::subject::{finding, percent};
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject};
use crate::number::Fraction;
use crate::words::findings::consistency as words;

pub(super) const CHECK: Check = Check {
    code: "C24",
    title: words::c24_title,
    page: include_str!("../../../docs/checks/C24.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let profile = subject.profile;
    let (Some(rate), Some((points, mark))) = (subject.evaluation.execution_rate(), output(subject))
    else {
        return;
    };
    let Ok(share) = Fraction::from(points).over(mark) else {
        return;
    };
    let unspent = rate < profile.hardly_spent.0 && share >= profile.full_output.0;
    let idle = rate >= profile.fully_spent.0 && share < profile.low_output.0;
    if !unspent && !idle {
        return;
    }
    findings.push(finding(
        CHECK.code,
        (Severity::Warning, Outcome::Uncertain),
        subject.at(&subject.sheet().budget.total.origin),
        |lang| {
            let (rate, share) = (percent(rate), percent(share));
            match unspent {
                true => words::c24_unspent(lang, rate, points, mark, share),
                false => words::c24_idle(lang, rate, points, mark, share),
            }
        },
        words::c24_help,
    ));
}

/// Points reported for all indicators and their full mark, on the sheet's scale.
fn output(subject: &Subject) -> Option<(Decimal, Fraction)> {
    let mut points = Decimal::ZERO;
    let mut mark = Fraction::ZERO;
    for row in &subject.rows {
        points = points.checked_add(row.reported()?.value)?;
        mark = mark.plus(row.result.full_mark.as_ref()?.value).ok()?;
    }
    Some((points, mark))
}
