//! C60 许多表总分相同或全是满分.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rust_decimal::Decimal;

use crate::audit::subject::finding;
use crate::audit::{Check, Entry, Finding, Outcome, Portfolio, Profile, Ratio, Run, Severity};
use crate::number::Fraction;
use crate::words::Lang;
use crate::words::findings::many as words;

pub(super) const CHECK: Check = Check {
    code: "C60",
    title: words::c60_title,
    page: include_str!("../../../docs/checks/C60.md"),
    run: Run::Many(run),
};

fn run(portfolio: &Portfolio, profile: &Profile, findings: &mut Vec<Finding>) {
    for peers in portfolio.peers() {
        same_total(portfolio, &peers, profile, findings);
        same_rows(portfolio, &peers, profile, findings);
        all_full(portfolio, &peers, profile, findings);
    }
}

/// "37 of 40 sheets report 100".
fn same_total(
    portfolio: &Portfolio,
    peers: &[&Entry],
    profile: &Profile,
    findings: &mut Vec<Finding>,
) {
    let mut by_total: BTreeMap<Decimal, Vec<&Entry>> = BTreeMap::new();
    for entry in peers {
        if let Some(total) = entry.reported {
            by_total.entry(total.value).or_default().push(entry);
        }
    }
    let sheets: usize = by_total.values().map(Vec::len).sum();
    if sheets < profile.many.few_sheets {
        return;
    }
    for (total, same) in by_total {
        let units = units(&same);
        if units < 2 || !is_share(same.len(), sheets, profile.many.same_total) {
            continue;
        }
        let as_computed = |entry: &&&Entry| entry.computed == Some(total);
        let computed = same.iter().filter(as_computed).count();
        let total = total.normalize();
        let says = |lang: Lang| {
            let names = portfolio.named(lang, &same);
            words::c60_total(lang, sheets, units, same.len(), total, computed, names)
        };
        findings.push(found(same[0], Severity::Warning, says));
    }
}

/// The same points row by row, in sheets of several units.
fn same_rows(
    portfolio: &Portfolio,
    peers: &[&Entry],
    profile: &Profile,
    findings: &mut Vec<Finding>,
) {
    let mut groups: Vec<Vec<&Entry>> = Vec::new();
    let mut places: HashMap<u128, usize> = HashMap::new();
    for entry in peers {
        let enough = entry.rows >= profile.many.same_rows && !entry.is_all_full();
        let Some(points) = entry.points.filter(|_| enough) else {
            continue;
        };
        let place = *places.entry(points).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(entry),
            None => groups.push(vec![entry]),
        }
    }
    for same in groups {
        let units = units(&same);
        if units < 2 {
            continue;
        }
        let says = |lang: Lang| {
            let total = same[0].reported.map(|total| total.value.to_string());
            let total = total.unwrap_or_else(|| words::c60_no_total(lang));
            let names = portfolio.named(lang, &same);
            words::c60_rows(lang, same.len(), units, same[0].rows, total, names)
        };
        findings.push(found(same[0], Severity::Warning, says));
    }
}

/// Full marks in every row: of all sheets, else of a department, else of a unit. What is said of many is
/// not said again of a part of them.
fn all_full(
    portfolio: &Portfolio,
    peers: &[&Entry],
    profile: &Profile,
    findings: &mut Vec<Finding>,
) {
    let many = &profile.many;
    let mut tell = |group: &[&Entry], least: usize, who: &dyn Fn(Lang) -> String| {
        let full: Vec<&Entry> = group.iter().copied().filter(|e| e.is_all_full()).collect();
        let told = group.len() >= least && is_share(full.len(), group.len(), many.all_full);
        if told {
            let says = |lang: Lang| {
                let names = portfolio.named(lang, &full);
                words::c60_full(lang, who(lang), group.len(), full.len(), names)
            };
            findings.push(found(full[0], Severity::Note, says));
        }
        told
    };
    if tell(peers, many.few_sheets, &words::everybody) {
        return;
    }
    let mut left: Vec<&Entry> = Vec::new();
    for (name, group) in by(peers, |entry| &entry.department) {
        let who = |lang: Lang| words::department(lang, name);
        if name.is_empty() || !tell(&group, many.few_sheets, &who) {
            left.extend(group);
        }
    }
    for (name, group) in by(&left, |entry| &entry.unit) {
        if !name.is_empty() {
            tell(&group, many.few_of_unit, &|lang| {
                words::unit_alone(lang, name)
            });
        }
    }
}

fn by<'e>(
    entries: &[&'e Entry],
    name: impl Fn(&'e Entry) -> &'e str,
) -> BTreeMap<&'e str, Vec<&'e Entry>> {
    let mut groups: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        groups.entry(name(entry)).or_default().push(entry);
    }
    groups
}

/// How many units some sheets are of; those that state none are not counted.
fn units(entries: &[&Entry]) -> usize {
    let units = entries.iter().map(|entry| &*entry.unit);
    let units: BTreeSet<&str> = units.filter(|unit| !unit.is_empty()).collect();
    units.len()
}

fn is_share(part: usize, whole: usize, share: Ratio) -> bool {
    let count = |n: usize| i64::try_from(n).map(Fraction::from);
    let (Ok(part), Ok(whole)) = (count(part), count(whole)) else {
        return false;
    };
    part.over(whole).is_ok_and(|part| part >= share.0)
}

fn found(first: &Entry, severity: Severity, says: impl Fn(Lang) -> String) -> Finding {
    let grade = (severity, Outcome::Uncertain);
    finding(CHECK.code, grade, first.place(), says, words::c60_help)
}
