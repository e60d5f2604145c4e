//! What an audit finds of what was planted, and what it says of clean bundles.

use std::collections::BTreeMap;

use jixiao::audit::Outcome;

use super::bundle;
use super::json;
use super::model::Bundle;
use super::plant::{Planter, Size, Spot};
use super::rng::Rng;
use super::run::{Auditor, Found};

/// What came of clean bundles.
#[derive(Debug, Default)]
pub struct Clean {
    pub bundles: usize,
    pub sheets: usize,
    pub tables: usize,
    pub rows: usize,
    /// Every false accusation, with the number of its bundle.
    pub fails: Vec<String>,
    /// Findings left to a person, by code.
    pub uncertain: BTreeMap<&'static str, usize>,
}

/// What came of one kind of defect.
#[derive(Debug, Default)]
pub struct Tally {
    pub planted: usize,
    pub found: usize,
    /// Bundles in which something else, or something that is right, was called wrong.
    pub wrong: usize,
    /// What was missed and what was wrong, with the number of its bundle.
    pub examples: Vec<String>,
}

/// A clean bundle: every third one has several documents, one in 241 is a folder of many units.
pub fn clean_bundle(seed: u64, number: u64, most: usize) -> Bundle {
    let mut rng = Rng::new(seed, number);
    match number {
        _ if number % 241 == 1 => Size::Folder.bundle(&mut rng, most),
        _ if number.is_multiple_of(3) => Size::Unit.bundle(&mut rng, most),
        _ => Size::Sheet.bundle(&mut rng, most),
    }
}

/// Audits every `step`th clean bundle from `from` on until so many sheets were seen.
pub fn clean(auditor: &Auditor, seed: u64, sheets: usize, (from, step): (u64, usize)) -> Clean {
    let mut clean = Clean::default();
    for number in (from..).step_by(step) {
        if clean.sheets >= sheets {
            break;
        }
        let bundle = clean_bundle(seed, number, (sheets / 4).max(FEW_SHEETS));
        clean.bundles += 1;
        clean.sheets += bundle.sheets.len();
        clean.tables += bundle.tables.len();
        clean.rows += bundle
            .sheets
            .iter()
            .map(|sheet| sheet.rows().count())
            .sum::<usize>();
        for one in auditor.audit(&bundle) {
            match one.outcome {
                Outcome::Fails => clean.fails.push(shown(number, &bundle, &one)),
                _ => {
                    *clean.uncertain.entry(one.code).or_default() += 1;
                    if std::env::var("AUDIT_QUALITY_SHOW").is_ok_and(|code| code == one.code) {
                        println!("uncertain {}", shown(number, &bundle, &one));
                    }
                }
            }
        }
    }
    clean
}

/// Sheets of a small folder. Where little is asked for, no folder is larger.
const FEW_SHEETS: usize = 40;

/// One folder is as much work as many sheets: fewer of them are enough.
const FEWER_FOLDERS: usize = 5;

/// Plants one kind of defect in so many bundles, or a part as many folders, and counts.
pub fn planted(auditor: &Auditor, seed: u64, planter: &Planter, count: usize) -> Tally {
    let mut tally = Tally::default();
    let count = match planter.size {
        Size::Folder => count.div_ceil(FEWER_FOLDERS),
        _ => count,
    };
    // Not every bundle has room for every defect; a planter that finds none at all is an error of the kit.
    for number in 0..200 * count as u64 {
        if tally.planted == count {
            break;
        }
        let mut rng = Rng::new(seed ^ 0x5eed, number);
        let mut bundle = planter.size.bundle(&mut rng, FEW_SHEETS * count.max(1));
        let Some(spots) = (planter.plant)(&mut rng, &mut bundle) else {
            continue;
        };
        tally.planted += 1;
        judge(
            &mut tally,
            planter,
            &spots,
            (number, &bundle),
            &auditor.audit(&bundle),
        );
    }
    tally
}

fn judge(
    tally: &mut Tally,
    planter: &Planter,
    spots: &[Spot],
    (number, bundle): (u64, &Bundle),
    found: &[Found],
) {
    let at_spot = |one: &Found| {
        let at =
            |(place, row): &Spot| one.place == Some(*place) && (row.is_none() || one.row == *row);
        spots.iter().any(at)
    };
    let here = |one: &&Found| one.code == planter.code && at_spot(one);
    let enough = |one: &Found| match planter.expects {
        Some(Outcome::Fails) => one.outcome == Outcome::Fails,
        Some(_) => one.outcome != Outcome::NotApplicable,
        None => true,
    };
    if planter.expects.is_none() || found.iter().filter(here).any(enough) {
        tally.found += 1;
    } else {
        let of_code: Vec<&Found> = found
            .iter()
            .filter(|one| one.code == planter.code)
            .collect();
        tally.examples.push(format!(
            "missed #{number} {} {spots:?}: {of_code:?}",
            bundle::rule(&bundle.pack)
        ));
        keep(planter, number, bundle);
    }
    let expected = |one: &Found| {
        let own = planter.expects == Some(Outcome::Fails) && here(&one);
        own || planter.also.contains(&one.code)
    };
    let is_wrong = |one: &&Found| {
        let accuses = one.outcome == Outcome::Fails && !expected(one);
        let there = spots.is_empty() || at_spot(one);
        accuses || (planter.silent.contains(&one.code) && there)
    };
    let wrong: Vec<&Found> = found.iter().filter(is_wrong).collect();
    if let Some(one) = wrong.first() {
        tally.wrong += 1;
        tally
            .examples
            .push(format!("wrong {}", shown(number, bundle, one)));
        keep(planter, number, bundle);
    }
}

/// Leaves the bundle in a folder named by `AUDIT_QUALITY_KEEP`, for looking at.
fn keep(planter: &Planter, number: u64, bundle: &Bundle) {
    if let Ok(folder) = std::env::var("AUDIT_QUALITY_KEEP") {
        let path = format!("{folder}/{}-{number}.json", planter.code);
        std::fs::write(path, json::file(bundle)).expect("the folder can be written to");
    }
}

fn shown(number: u64, bundle: &Bundle, one: &Found) -> String {
    format!(
        "#{number} {} {} {:?} {:?}: {}",
        bundle::rule(&bundle.pack),
        one.code,
        one.place,
        one.row,
        one.message
    )
}
