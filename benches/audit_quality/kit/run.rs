//! Bundles through the program: read as a file, scored, audited.

use std::sync::Arc;

use jixiao::audit::{Outcome, Profile, audit_with_targets};
use jixiao::document::read_own_file;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};
use jixiao::words::Lang;

use super::json;
use super::model::{Bundle, PACKS};

/// A finding, as far as it is counted.
#[derive(Debug, Clone)]
pub struct Found {
    pub code: &'static str,
    pub outcome: Outcome,
    pub place: Option<Place>,
    pub row: Option<u32>,
    pub message: String,
}

/// A sheet or a table of a bundle, by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Sheet(usize),
    Table(usize),
}

/// The program, ready for every rule the generator knows.
pub struct Auditor {
    scorers: Vec<Scorer>,
    profile: Profile,
}

impl Auditor {
    /// Compiles the packs once.
    pub fn new() -> Auditor {
        let scorer = |pack: &super::model::Pack| {
            let files = PackFiles::of_shipped(pack.name, pack.edition).expect("a shipped pack");
            Scorer::new(Arc::new(load(&files).expect("it loads"))).expect("it compiles")
        };
        Auditor {
            scorers: PACKS.iter().map(scorer).collect(),
            profile: Profile::shipped(),
        }
    }

    /// Everything found in a bundle.
    pub fn audit(&self, bundle: &Bundle) -> Vec<Found> {
        let text = json::file(bundle);
        let read = read_own_file("bundle.json", text.as_bytes()).unwrap_or_else(|problems| {
            let problems: Vec<String> = problems.iter().map(|one| one.render(Lang::En)).collect();
            panic!(
                "the generator wrote a file that cannot be read:\n{}",
                problems.join("\n")
            );
        });
        let index = PACKS
            .iter()
            .position(|pack| pack == &bundle.pack)
            .expect("a known pack");
        let scorer = &self.scorers[index];
        let sheets: Vec<String> = read.sheets.iter().map(|sheet| sheet.id.clone()).collect();
        let tables: Vec<String> = read.targets.iter().map(|table| table.id.clone()).collect();
        let evaluations: Vec<Evaluation> = read
            .sheets
            .into_iter()
            .map(|sheet| scorer.score(&Arc::new(sheet)).expect("the scripts run"))
            .collect();
        let audit = audit_with_targets(&evaluations, &read.targets, &self.profile);
        let mut found = Vec::new();
        let mut add = |findings: &[jixiao::Finding], own: Option<Place>| {
            for finding in findings {
                let id = &finding.place.sheet;
                let sheet = sheets.iter().position(|one| one == id).map(Place::Sheet);
                let table = tables.iter().position(|one| one == id).map(Place::Table);
                found.push(Found {
                    code: finding.code,
                    outcome: finding.outcome,
                    place: own.or(sheet).or(table),
                    row: finding.place.row,
                    message: finding.message.get(Lang::Zh).to_owned(),
                });
            }
        };
        for (index, sheet) in audit.sheets.iter().enumerate() {
            add(&sheet.findings, Some(Place::Sheet(index)));
        }
        for (index, table) in audit.targets.iter().enumerate() {
            add(&table.findings, Some(Place::Table(index)));
        }
        add(&audit.across, None);
        found
    }
}
