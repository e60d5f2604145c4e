//! C63 与可比的表相比不寻常.

use std::collections::BTreeMap;

use crate::audit::portfolio::distances;
use crate::audit::subject::{finding, percent};
use crate::audit::{Check, Entry, Finding, Outcome, Portfolio, Profile, Run, Severity};
use crate::number::{Fraction, median};
use crate::words::Lang;
use crate::words::findings::{many as words, semicolon};

pub(super) const CHECK: Check = Check {
    code: "C63",
    title: words::c63_title,
    page: include_str!("../../../docs/checks/C63.md"),
    run: Run::Many(run),
};

/// A figure sheets are compared by.
struct Pattern {
    /// The figure of a sheet; `None` where it has none.
    of: fn(&Entry) -> Option<Fraction>,
    /// Whether high or low values call for attention.
    high: bool,
    /// Whether an unusual value counts for this sheet.
    counts: fn(&Entry) -> bool,
    /// Says it.
    says: fn(Lang, &Entry, &Unusual) -> String,
}

/// A value far from the others.
struct Unusual {
    own: Fraction,
    median: Fraction,
    sheets: usize,
    rank: usize,
}

const PATTERNS: &[Pattern] = &[
    Pattern {
        of: |entry| share((entry.hits.0, entry.hits.1)),
        high: true,
        counts: |_| true,
        says: |lang, entry, it| part(lang, words::c63_hits, (entry.hits.1, entry.hits.0), it),
    },
    Pattern {
        of: |entry| share(entry.far_above),
        high: true,
        counts: |_| true,
        says: |lang, entry, it| {
            let (whole, far) = entry.far_above;
            part(lang, words::c63_far, (far, whole), it)
        },
    },
    Pattern {
        of: |entry| share((entry.rows, entry.full)),
        high: true,
        counts: |_| true,
        says: |lang, entry, it| part(lang, words::c63_full, (entry.full, entry.rows), it),
    },
    Pattern {
        of: |entry| Some(Fraction::from(i64::from(entry.rows))),
        high: false,
        counts: |_| true,
        says: |lang, entry, it| words::c63_rows(lang, entry.rows, it.median, it.sheets, it.rank),
    },
    Pattern {
        of: |entry| entry.execution,
        high: false,
        counts: Entry::is_all_full,
        says: |lang, _, it| {
            let (own, median) = (percent(it.own), percent(it.median));
            words::c63_execution(lang, own, median, it.sheets, it.rank)
        },
    },
];
/// Where the number of rows stands among the patterns: the one that is no share.
const ROWS: usize = 3;

fn run(portfolio: &Portfolio, profile: &Profile, findings: &mut Vec<Finding>) {
    for peers in portfolio.peers() {
        for group in by_department(peers, profile.many.few_sheets) {
            among(&group, profile, findings);
        }
    }
}

/// Departments with enough sheets by themselves, the sheets of all others together.
fn by_department(peers: Vec<&Entry>, few: usize) -> Vec<Vec<&Entry>> {
    let mut departments: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in peers {
        departments
            .entry(&entry.department)
            .or_default()
            .push(entry);
    }
    let (mut groups, mut others) = (Vec::new(), Vec::new());
    for (name, group) in departments {
        match !name.is_empty() && group.len() >= few {
            true => groups.push(group),
            false => others.extend(group),
        }
    }
    groups.push(others);
    groups.retain(|group| group.len() >= few);
    groups
}

fn among(group: &[&Entry], profile: &Profile, findings: &mut Vec<Finding>) {
    let mut said: BTreeMap<usize, Vec<(&Pattern, Unusual)>> = BTreeMap::new();
    for (number, pattern) in PATTERNS.iter().enumerate() {
        let values: Vec<(usize, Fraction)> = group
            .iter()
            .enumerate()
            .filter_map(|(index, entry)| Some((index, (pattern.of)(entry)?)))
            .collect();
        if values.len() < profile.many.few_sheets {
            continue;
        }
        for (index, unusual) in unusual(&values, pattern.high, number == ROWS, profile) {
            if (pattern.counts)(group[index]) {
                said.entry(index).or_default().push((pattern, unusual));
            }
        }
    }
    for (index, patterns) in said {
        let entry = group[index];
        let says = |lang: Lang| {
            let parts = patterns
                .iter()
                .map(|(pattern, it)| (pattern.says)(lang, entry, it));
            parts.collect::<Vec<String>>().join(&semicolon(lang))
        };
        let grade = (Severity::Note, Outcome::Uncertain);
        let place = entry.place();
        findings.push(finding(CHECK.code, grade, place, says, words::c63_help));
    }
}

/// The values on one side that are further from the median than the profile allows, by both measures.
fn unusual(
    values: &[(usize, Fraction)],
    high: bool,
    rows: bool,
    profile: &Profile,
) -> Vec<(usize, Unusual)> {
    let many = &profile.many;
    let mut sorted: Vec<Fraction> = values.iter().map(|(_, value)| *value).collect();
    let limits = |sorted: &mut Vec<Fraction>| {
        let middle = median(sorted)?;
        let spread = median(&mut distances(sorted, middle))?;
        let spread = spread.times(many.unusual.0).ok()?;
        let least = match rows {
            true => middle.minus(middle.times(many.unusual_rows.0).ok()?).ok()?,
            false => many.unusual_share.0,
        };
        Some((middle, spread.max(least)))
    };
    let Some((median, limit)) = limits(&mut sorted) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (index, own) in values {
        let off = match high {
            true => own.minus(median),
            false => median.minus(*own),
        };
        if !off.is_ok_and(|off| off > limit) {
            continue;
        }
        // Equal values share the better place.
        let before = match high {
            true => sorted.len() - sorted.partition_point(|value| value <= own),
            false => sorted.partition_point(|value| value < own),
        };
        let unusual = Unusual {
            own: *own,
            median,
            sheets: values.len(),
            rank: before + 1,
        };
        found.push((*index, unusual));
    }
    found
}

fn share((whole, part): (u32, u32)) -> Option<Fraction> {
    let part = Fraction::from(i64::from(part));
    part.over(i64::from(whole).into()).ok()
}

type Words = fn(Lang, String, u32, u32, String, usize, usize) -> String;

fn part(lang: Lang, says: Words, (part, whole): (u32, u32), it: &Unusual) -> String {
    let (own, median) = (percent(it.own), percent(it.median));
    says(lang, own, part, whole, median, it.sheets, it.rank)
}
