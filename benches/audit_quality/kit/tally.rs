//! What an audit finds of what was planted, and what it says of clean bundles.

use std::collections::BTreeMap;

use jixiao::audit::Outcome;

use super::bundle;
use super::json;
use super::model::Bundle;
use super::plant::{Planter, Spot};
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

/// A clean bundle: every third one has several documents.
pub fn clean_bundle(seed: u64, number: u64) -> Bundle {
    let mut rng = Rng::new(seed, number);
    match number % 3 {
        0 => bundle::whole(&mut rng),
        _ => bundle::single(&mut rng),
    }
}

/// Audits every `step`th clean bundle from `from` on until so many sheets were seen.
pub fn clean(auditor: &Auditor, seed: u64, sheets: usize, (from, step): (u64, usize)) -> Clean {
    let mut clean = Clean::default();
    for number in (from..).step_by(step) {
        if clean.sheets >= sheets {
            break;
        }
        let bundle = clean_bundle(seed, number);
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
                _ => *clean.uncertain.entry(one.code).or_default() += 1,
            }
        }
    }
    clean
}

/// Plants one kind of defect in so many bundles and counts.
pub fn planted(auditor: &Auditor, seed: u64, planter: &Planter, count: usize) -> Tally {
    let mut tally = Tally::default();
    // Not every bundle has room for every defect; a planter that finds none at all is an error of the kit.
    for number in 0..200 * count as u64 {
        if tally.planted == count {
            break;
        }
        let mut rng = Rng::new(seed ^ 0x5eed, number);
        let mut bundle = match planter.whole {
            true => bundle::whole(&mut rng),
            false => bundle::single(&mut rng),
        };
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
    let here = |one: &&Found| {
        let at =
            |(place, row): &Spot| one.places.contains(place) && (row.is_none() || one.row == *row);
        one.code == planter.code && spots.iter().any(at)
    };
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
    let wrong: Vec<&Found> = found
        .iter()
        .filter(|one| one.outcome == Outcome::Fails && !expected(one))
        .collect();
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
        one.places,
        one.row,
        one.message
    )
}
