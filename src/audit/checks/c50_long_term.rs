//! C50 长期目标低于年度目标.

use std::collections::BTreeMap;

use crate::audit::compare::fits;
use crate::audit::subject::finding;
use crate::audit::target_subject::is_share;
use crate::audit::{Check, Finding, Outcome, PromisedRow, Run, Severity, TargetSubject, text};
use crate::sheet::Direction;
use crate::value::{Quantity, Value};
use crate::words::findings::targets as words;

pub(super) const CHECK: Check = Check {
    code: "C50",
    title: words::c50_title,
    page: include_str!("../../../docs/checks/C50.md"),
    run: Run::Targets(run),
};

fn run(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    let (long, annual) = (
        by_name(subject, &subject.long_term),
        by_name(subject, &subject.annual),
    );
    let mut found: Vec<Finding> = long
        .iter()
        .filter_map(|(name, rows)| match (&rows[..], &annual.get(name)?[..]) {
            ([row], [year]) => below(subject, row, year),
            // Which of several rows is meant is open, as on a unit's table that lists all its projects.
            _ => None,
        })
        .collect();
    found.sort_by_key(|finding| finding.place.row);
    findings.extend(found);
}

fn by_name<'t, 'a>(
    subject: &TargetSubject,
    rows: &'t [PromisedRow<'a>],
) -> BTreeMap<String, Vec<&'t PromisedRow<'a>>> {
    let mut named: BTreeMap<String, Vec<&PromisedRow>> = BTreeMap::new();
    for row in rows {
        let name = without_years(subject, row.name());
        named.entry(name).or_default().push(row);
    }
    named
}

fn below(subject: &TargetSubject, long: &PromisedRow, annual: &PromisedRow) -> Option<Finding> {
    let (whole, part) = (long.target()?, annual.target()?);
    let (Value::Quantity(total), Value::Quantity(one)) = (&whole.0.value, &part.0.value) else {
        return None;
    };
    let (direction, sure) = annual.direction(part)?;
    let other = long
        .direction(whole)
        .is_some_and(|(way, _)| way != direction);
    let doubts = !whole.0.doubts.is_empty() || !part.0.doubts.is_empty();
    if direction != Direction::AtLeast || other || doubts || !comparable(total, one) {
        return None;
    }
    if total.number >= one.number {
        return None;
    }
    let several = text::plain(long.name()) != without_years(subject, long.name());
    let proven = several && sure && !is_share(total) && !annual.row.doubtful;
    let grade = match (proven, is_share(total)) {
        (true, _) => (Severity::Warning, Outcome::Fails),
        (false, false) => (Severity::Warning, Outcome::Uncertain),
        (false, true) => (Severity::Note, Outcome::Uncertain),
    };
    let found = finding(
        CHECK.code,
        grade,
        subject.at_row(long),
        |lang| {
            let (name, whole) = (long.name(), &whole.0.text);
            let (year, part, row) = (annual.name(), &part.0.text, annual.number);
            match several && !is_share(total) {
                true => words::c50_total(lang, name, whole, year, part, row),
                false => words::c50_level(lang, name, whole, year, part, row),
            }
        },
        words::c50_help,
    );
    Some(long.sure(found.figures(&whole.0.text, &part.0.text)))
}

fn comparable(a: &Quantity, b: &Quantity) -> bool {
    fits(a, b) && a.per == b.per
}

/// A name without what says over how many years it counts: "3年服务企业" and "三年直播" are 服务企业 and 直播.
fn without_years(subject: &TargetSubject, name: &str) -> String {
    let mut name = text::plain(name);
    let digits = name.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() < name.len()
        && let Some(rest) = digits.strip_prefix('年')
    {
        name = rest.to_owned();
    }
    for word in &subject.profile.words.several_years {
        if let Some(rest) = name.strip_prefix(word.as_str()) {
            name = rest.to_owned();
        }
    }
    name
}
