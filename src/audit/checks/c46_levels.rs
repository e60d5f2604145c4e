//! C46 指标归类不当.

use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow, text};
use crate::sheet::Direction;
use crate::words::findings::quality as words;

pub(super) const CHECK: Check = Check {
    code: "C46",
    title: words::c46_title,
    page: include_str!("../../../docs/checks/C46.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let mut labels: Vec<(String, String)> = Vec::new();
    for (indicator, rows) in subject.indicators() {
        let row = &rows[0];
        let levels = (label(indicator.level1()), label(indicator.level2()));
        if !labels.contains(&levels) {
            findings.extend(label_elsewhere(subject, row, &levels));
        }
        findings.extend(count_as_quality(subject, row, &levels.1));
        findings.extend(money_again(subject, row));
        labels.push(levels);
    }
}

/// "产出指标（50分）" is 产出.
fn label(printed: &str) -> String {
    let plain = text::plain(printed);
    let bare = plain.split(['(', '[']).next().unwrap_or_default();
    bare.trim_end_matches("指标").to_owned()
}

fn label_elsewhere(
    subject: &Subject,
    row: &SubjectRow,
    (level1, level2): &(String, String),
) -> Option<Finding> {
    let levels = &subject.profile.levels;
    let usual = levels.get(level2)?;
    let is_known = levels.values().any(|known| level1.contains(known.as_str()));
    if !is_known || level1.contains(usual.as_str()) {
        return None;
    }
    Some(finding(
        CHECK.code,
        (Severity::Note, Outcome::Uncertain),
        subject.at_row(row),
        |lang| {
            let (under, label) = (row.indicator.level1(), row.indicator.level2());
            words::c46_label(lang, label, under, usual, row.measure.row)
        },
        words::c46_label_help,
    ))
}

/// Counts of faults (投诉次数, fewer is better) do measure quality.
fn count_as_quality(subject: &Subject, row: &SubjectRow, level2: &String) -> Option<Finding> {
    let lists = &subject.profile.words;
    let name = text::plain(&row.indicator.name);
    let ending = lists
        .quantity_endings
        .iter()
        .find(|ending| name.ends_with(ending.as_str()))?;
    let fewer = matches!(row.result.direction, Some((Direction::AtMost, _)))
        || row.measure.target.0.number().is_some_and(|n| n.is_zero());
    if fewer || !lists.quality_levels.contains(level2) {
        return None;
    }
    Some(finding(
        CHECK.code,
        (Severity::Note, Outcome::Uncertain),
        subject.at_row(row),
        |lang| {
            let (name, label) = (&row.indicator.name, row.indicator.level2());
            words::c46_quantity(lang, name, ending, label)
        },
        words::c46_label_help,
    ))
}

fn money_again(subject: &Subject, row: &SubjectRow) -> Option<Finding> {
    let name = text::plain(&row.indicator.name);
    let rates = &subject.profile.words.execution_rates;
    if !rates.iter().any(|rate| name.ends_with(rate.as_str())) {
        return None;
    }
    Some(finding(
        CHECK.code,
        (Severity::Warning, Outcome::Uncertain),
        subject.at_row(row),
        |lang| words::c46_execution(lang, &row.indicator.name),
        words::c46_execution_help,
    ))
}
