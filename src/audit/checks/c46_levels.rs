//! C46 指标归类不当.

use std::collections::BTreeMap;

use crate::audit::subject::finding;
use crate::audit::target_subject::is_share;
use crate::audit::{
    Check, Finding, Outcome, PromisedRow, Run, Severity, Subject, SubjectRow, TargetSubject, text,
};
use crate::sheet::Direction;
use crate::value::Value;
use crate::words::findings::{quality as words, targets as promised};

pub(super) const CHECK: Check = Check {
    code: "C46",
    title: words::c46_title,
    page: include_str!("../../../docs/checks/C46.md"),
    run: Run::Either(run, targets),
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

fn targets(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    let rates = &subject.profile.words.execution_rates;
    // Once a table: long-term and annual part repeat one another, a unit's table its projects.
    let money = subject.annual.iter().chain(&subject.long_term).find(|row| {
        let name = text::plain(row.name());
        rates.iter().any(|rate| name.ends_with(rate.as_str()))
    });
    findings.extend(money.map(|row| {
        finding(
            CHECK.code,
            (Severity::Warning, Outcome::Uncertain),
            subject.at_row(row),
            |lang| promised::c46_execution(lang, row.name(), row.level2()),
            words::c46_execution_help,
        )
    }));
    let rows: Vec<&PromisedRow> = subject.rows().collect();
    findings.extend(rows.iter().filter_map(|row| other_kind(subject, row)));
    let mut annual: BTreeMap<String, Vec<&PromisedRow>> = BTreeMap::new();
    for row in &subject.annual {
        annual.entry(text::plain(row.name())).or_default().push(row);
    }
    for long in &subject.long_term {
        let Some(same) = annual.get(&text::plain(long.name())) else {
            continue;
        };
        let elsewhere = same.iter().all(|row| other_heading(row, long));
        if let Some(row) = same.first().filter(|_| elsewhere) {
            findings.push(finding(
                CHECK.code,
                (Severity::Note, Outcome::Uncertain),
                subject.at_row(long),
                |lang| {
                    let (name, here, there) = (long.name(), long.level2(), row.level2());
                    promised::c46_two_headings(lang, name, here, row.number, there)
                },
                words::c46_label_help,
            ));
        }
    }
}

fn other_heading(a: &PromisedRow, b: &PromisedRow) -> bool {
    let (a, b) = (label(a.level2()), label(b.level2()));
    // A label cut at the end of a line (服务对象满意) is the same label; none is cut to nothing.
    !a.starts_with(&b) && !b.starts_with(&a)
}

/// A percentage under 数量, a count under 质量.
fn other_kind(subject: &TargetSubject, row: &PromisedRow) -> Option<Finding> {
    let lists = &subject.profile.words;
    let target = row.target()?;
    let Value::Quantity(amount) = &target.0.value else {
        return None;
    };
    let level = label(row.level2());
    let counted = || matches!(row.direction(target), Some((Direction::AtLeast, true)));
    let whole = !is_share(amount) && !amount.unit.is_empty() && amount.per.is_none();
    let change = text::has_any(row.name(), &lists.change);
    let is_rate = is_share(amount) && lists.quantity_levels.contains(&level) && !change;
    let is_count = lists.quality_levels.contains(&level) && whole && counted();
    if !is_rate && !is_count {
        return None;
    }
    Some(finding(
        CHECK.code,
        (Severity::Note, Outcome::Uncertain),
        subject.at_row(row),
        |lang| {
            let (name, text, label) = (row.name(), &target.0.text, row.level2());
            match is_rate {
                true => promised::c46_rate(lang, name, text, label),
                false => promised::c46_count(lang, name, text, label),
            }
        },
        words::c46_label_help,
    ))
}
