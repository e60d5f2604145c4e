//! C12 未完成而没有说明.

use std::cell::LazyCell;

use crate::audit::mention::Mention;
use crate::audit::subject::{finding, percent, shown};
use crate::audit::text::quoted;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow};
use crate::rules::facts::Kind;
use crate::score;
use crate::value::{Operator, normalise};
use crate::words::Lang;
use crate::words::findings::completeness as words;

pub(super) const CHECK: Check = Check {
    code: "C12",
    title: words::c12_title,
    page: include_str!("../../../docs/checks/C12.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let lists = &subject.profile.words;
    let in_general = LazyCell::new(|| {
        let missed = subject.in_general(&lists.not_reached);
        missed.or_else(|| subject.in_general(&lists.not_carried_out))
    });
    for (indicator, rows) in subject.indicators() {
        let unmet: Vec<&SubjectRow> = rows.iter().filter(|row| is_unmet(row)).collect();
        let Some(first) = unmet.first() else {
            continue;
        };
        let sure = unmet.iter().any(|row| is_sure(row));
        let perhaps = match subject.mention(indicator) {
            Mention::Named(_) => continue,
            Mention::Perhaps(passage) => Some(passage.text.as_str()),
            Mention::No => in_general.map(|passage| passage.text.as_str()),
        };
        let outcome = match perhaps {
            None if sure => Outcome::Fails,
            _ => Outcome::Uncertain,
        };
        findings.push(finding(
            CHECK.code,
            (Severity::Warning, outcome),
            subject.at_row(first),
            |lang| {
                let shown: Vec<String> = unmet.iter().map(|row| shortfall(row, lang)).collect();
                let (name, shown) = (&indicator.name, shown.join("；"));
                match perhaps {
                    Some(passage) => words::c12_perhaps(lang, name, shown, quoted(passage)),
                    None if !sure => words::c12_direction(lang, name, shown),
                    None => words::c12(lang, name, shown),
                }
            },
            words::c12_help,
        ));
    }
}

fn is_unmet(row: &SubjectRow) -> bool {
    matches!(row.result.outcome, score::Outcome::Scored(_)) && row.result.is_met() == Some(false)
}

/// A direction nobody wrote down may be the other one; a person's judgement below 100 % may still
/// be within "reached". 超过 is at times written where at least is meant, ＞ is not.
fn is_sure(row: &SubjectRow) -> bool {
    let quantity = row.result.kind == Some(Kind::Quantity);
    let strict_in_words = row.result.misses_by_nothing()
        && !normalise(&row.measure.target.0.text).contains(['>', '<']);
    (!quantity || row.direction_is_sure()) && row.measure.judged.is_none() && !strict_in_words
}

/// "6000家 → 0，0%".
fn shortfall(row: &SubjectRow, lang: Lang) -> String {
    if row.result.misses_by_nothing() {
        let (target, actual) = (&row.measure.target.0, shown(&row.measure.actual.0, lang));
        let sign = target.operator.map_or("", Operator::sign);
        return words::c12_strict(lang, shown(target, lang), actual, sign);
    }
    let completion = row.result.completion.map_or_else(String::new, percent);
    let measure = row.measure;
    words::c12_shortfall(
        lang,
        shown(&measure.target.0, lang),
        shown(&measure.actual.0, lang),
        completion,
    )
}
