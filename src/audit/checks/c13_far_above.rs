//! C13 大幅超过目标而没有说明.

use std::cell::LazyCell;

use crate::audit::mention::Mention;
use crate::audit::subject::{finding, percent};
use crate::audit::text::quoted;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject};
use crate::number::Fraction;
use crate::rules::facts::Kind;
use crate::words::findings::completeness as words;

pub(super) const CHECK: Check = Check {
    code: "C13",
    title: words::c13_title,
    page: include_str!("../../../docs/checks/C13.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let limit = subject.profile.far_above_target.0;
    let in_general = LazyCell::new(|| subject.in_general(&subject.profile.words.exceeded));
    for row in &subject.rows {
        let (Some(Kind::Quantity), Some(target), Some(actual)) =
            (row.result.kind, row.result.target, row.result.actual)
        else {
            continue;
        };
        if !row.more_is_better() || target <= Fraction::ZERO {
            continue;
        }
        let Some(completion) = actual.over(target).ok().filter(|ratio| *ratio >= limit) else {
            continue;
        };
        let perhaps = match subject.mention(row.indicator) {
            Mention::Named(_) => continue,
            Mention::Perhaps(passage) => Some(passage),
            Mention::No => *in_general,
        };
        let outcome = match perhaps {
            Some(_) => Outcome::Uncertain,
            None => Outcome::Fails,
        };
        let measure = row.measure;
        let (target, actual) = (&measure.target.0.text, &measure.actual.0.text);
        let (reached, limit) = (percent(completion), percent(limit));
        let found = finding(
            CHECK.code,
            (Severity::Warning, outcome),
            subject.at_row(row),
            |lang| {
                let name = &row.indicator.name;
                match perhaps {
                    Some(passage) => words::c13_perhaps(
                        lang,
                        name,
                        target,
                        actual,
                        &reached,
                        quoted(&passage.text),
                    ),
                    None => words::c13(lang, name, target, actual, &reached, &limit),
                }
            },
            words::c13_help,
        );
        findings.push(found.figures(actual, target));
    }
}
