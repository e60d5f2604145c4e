//! Clean folders: the sheets of many units under one rule, as an auditor gets them, with the spread that
//! comes by itself.

use std::collections::BTreeSet;

use super::model::{Bundle, PACKS, Sheet};
use super::money;
use super::names::{DEPARTMENTS, THINGS, UNIT_KINDS, UNIT_PLACES};
use super::rng::Rng;
use super::sheet::{self, Subject};

/// Project sheets of many units, 40 to 200 of them but no more than `most`, and now and then the sheet of a unit that hands in no other.
pub fn folder(rng: &mut Rng, most: usize) -> Bundle {
    let pack = *rng.pick(PACKS);
    let count = (*rng.pick(&[40, 40, 40, 50, 60, 80, 120, 200])).min(most);
    let names_departments = rng.chance(70);
    let year = rng.between(2021, 2025) as u16;
    let units = UNIT_PLACES
        .iter()
        .flat_map(|place| UNIT_KINDS.iter().enumerate().map(move |kind| (place, kind)));
    let mut sheets: Vec<Sheet> = Vec::new();
    for (place, (kind_number, kind)) in units {
        let unit = format!("{place}{kind}");
        if sheets.len() >= count {
            break;
        }
        let mut projects = BTreeSet::new();
        let of_unit = if rng.chance(10) {
            0
        } else {
            rng.between(1, 12)
        };
        while (projects.len() as u64) < of_unit {
            projects.insert(Some(sheet::project(rng)));
        }
        if projects.is_empty() {
            projects.insert(None);
        }
        for project in projects {
            let subject = Subject {
                year,
                unit: unit.clone(),
                project,
            };
            let mut sheet = one(rng, &pack, &subject);
            let department = DEPARTMENTS[kind_number % DEPARTMENTS.len()];
            sheet.department = names_departments.then(|| department.to_owned());
            sheets.push(sheet);
        }
    }
    sheets.truncate(count);
    Bundle {
        pack,
        sheets,
        tables: Vec::new(),
    }
}

fn one(rng: &mut Rng, pack: &super::model::Pack, subject: &Subject) -> Sheet {
    let print = money::print(rng);
    let budget = money::budget(rng, print);
    let executed = money::executed(rng, budget);
    let size = rng.between(14, 18) as usize;
    let rest = (&[][..], &mut BTreeSet::new());
    let mut sheet = sheet::with_rows(rng, pack, subject, (print, budget, executed), size, rest);
    // Nobody else has just these things to tell.
    let of_rows = sheet
        .indicators
        .iter_mut()
        .filter_map(|one| one.reason.as_mut());
    let reasons = of_rows
        .chain(&mut sheet.reasons)
        .chain(&mut sheet.money.reason);
    for reason in reasons.filter(|reason| reason.chars().count() > 15) {
        *reason += &format!(
            "，涉及{}、{}、{}",
            rng.pick(THINGS),
            rng.pick(THINGS),
            rng.pick(THINGS)
        );
    }
    sheet
}
