//! C49 符号写错.

use crate::audit::subject::finding;
use crate::audit::{
    Check, Finding, Outcome, PromisedRow, Run, Severity, Subject, SubjectRow, TargetSubject,
    Wording,
};
use crate::sheet::TargetValues;
use crate::value::{Doubt, Operator, Value, Written, normalise, read};
use crate::words::findings::quality as words;

pub(super) const CHECK: Check = Check {
    code: "C49",
    title: words::c49_title,
    page: include_str!("../../../docs/checks/C49.md"),
    run: Run::Either(run, targets),
};

const SIGNS: [char; 5] = ['≥', '≤', '>', '<', '='];

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    for (_, rows) in subject.indicators() {
        let slip = rows
            .iter()
            .find_map(|row| Some((slip(&row.measure.target.0)?, row)));
        let doubt = || rows.iter().find_map(|row| Some((doubt(cells(row))?, row)));
        let (outcome, (message, row)) = match slip {
            Some(slip) => (Outcome::Fails, slip),
            None => match doubt() {
                Some(doubt) => (Outcome::Uncertain, doubt),
                None => continue,
            },
        };
        findings.push(finding(
            CHECK.code,
            (Severity::Note, outcome),
            subject.at_row(&rows[0]),
            |lang| words::c49(lang, row.label(lang), message.get(lang)),
            words::c49_help,
        ));
    }
}

/// A target that cannot be meant as it is written.
fn slip(written: &Written) -> Option<Wording> {
    let written = &written.text;
    let text = normalise(written);
    if ["百分比", "百分率", "百分之"]
        .iter()
        .any(|word| stands_behind_a_number(&text, word))
    {
        return Some(Wording::of(|lang| words::c49_percent(lang, written)));
    }
    let signs: Vec<char> = text.chars().filter(|c| SIGNS.contains(c)).collect();
    if text
        .chars()
        .zip(text.chars().skip(1))
        .any(|(a, b)| SIGNS.contains(&a) && SIGNS.contains(&b))
    {
        let signs = String::from_iter(signs);
        return Some(Wording::of(|lang| words::c49_two(lang, written, &signs)));
    }
    let rest = text.strip_prefix(SIGNS)?;
    let behind = read(rest);
    let front = match text.chars().next()? {
        '≥' | '>' => Some(true),
        '≤' | '<' => Some(false),
        _ => None,
    };
    if let Some(other) = behind.operator
        && upwards(other) != front
    {
        return Some(Wording::of(|lang| words::c49_opposite(lang, written)));
    }
    // 优 and 三级 have an order, 是 has none; "=是" is harmless.
    let ordered = rest.contains(|c: char| c.is_numeric() || "一二两三四五六七八九十零".contains(c));
    let word = matches!(behind.value, Value::Word(_)) && !ordered && front.is_some();
    word.then(|| Wording::of(|lang| words::c49_word(lang, written)))
}

fn stands_behind_a_number(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].trim_end_matches('%');
        before.ends_with(|c: char| c.is_ascii_digit())
    })
}

/// `None` for =.
fn upwards(operator: Operator) -> Option<bool> {
    match operator {
        Operator::AtLeast | Operator::MoreThan => Some(true),
        Operator::AtMost | Operator::LessThan => Some(false),
        Operator::Equal => None,
    }
}

/// A sign that a scanner may have misread.
fn doubt<'w>(cells: impl IntoIterator<Item = &'w Written>) -> Option<Wording> {
    cells.into_iter().find_map(|written| {
        let text = &written.text;
        let sign = written.doubts.iter().find_map(|doubt| match doubt {
            Doubt::OperatorMayBeDigit => Some("≥"),
            Doubt::OperatorMayBeLetter => Some("≤"),
            _ => None,
        })?;
        Some(Wording::of(|lang| words::c49_scan(lang, text, sign)))
    })
}

fn cells<'a>(row: &SubjectRow<'a>) -> [&'a Written; 2] {
    [&row.measure.target.0, &row.measure.actual.0]
}

fn targets(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    for row in subject.rows() {
        let values = values(row);
        let slip = values.iter().find_map(|one| slip(one));
        let outcome = match slip {
            Some(_) => Outcome::Fails,
            None => Outcome::Uncertain,
        };
        let Some(message) = slip.or_else(|| doubt(values)) else {
            continue;
        };
        findings.push(row.sure(finding(
            CHECK.code,
            (Severity::Note, outcome),
            subject.at_row(row),
            |lang| words::c49(lang, row.name(), message.get(lang)),
            words::c49_help,
        )));
    }
}

/// The value of the planned year first.
fn values<'a>(row: &PromisedRow<'a>) -> Vec<&'a Written> {
    match &row.row.values {
        TargetValues::One(one) => vec![&one.0],
        TargetValues::ByYear(years) => years.iter().rev().map(|(_, one)| &one.0).collect(),
    }
}
