//! The final account of 2024: the document says what the samples say.

use std::fs;
use std::sync::Arc;

use jixiao::audit::{Finding, Profile, audit};
use jixiao::document::read_sheets;
use jixiao::recognise::{Note, NoteKind};
use jixiao::rules::{PackFiles, load};
use jixiao::score::Scorer;
use jixiao::sheet::{Entry, Sheet};

use super::{plain, recognised, seed};

const SAMPLES: [&str; 3] = ["whole", "series", "startup"];

/// The layouts of the published account, with facts only.
const FIXTURE: &str = "tests/recognise/account.txt";

fn sample(name: &str) -> Sheet {
    let path = format!("samples/wuhan-2024/{name}.yaml");
    let sheets = read_sheets(&path, &fs::read(&path).unwrap()).unwrap();
    sheets.into_iter().next().unwrap()
}

/// What a row says: levels, name, target, actual, points.
fn facts(sheet: &Sheet) -> Vec<String> {
    let points = |entry: &Entry| entry.value().map(|value| value.normalize().to_string());
    sheet
        .measures()
        .map(|(indicator, measure)| {
            format!(
                "{}/{} {} {} {} {:?}",
                plain(indicator.level1()),
                plain(indicator.level2()),
                plain(&indicator.name),
                measure.target.0.plain(),
                measure.actual.0.plain(),
                points(&measure.points),
            )
        })
        .collect()
}

fn compare(sheets: &[Sheet]) {
    assert_eq!(sheets.len(), 3);
    for (name, sheet) in SAMPLES.iter().zip(sheets) {
        let sample = sample(name);
        // The samples were typed with both kinds of commas.
        let facts = |sheet| facts(sheet).join("\n").replace(',', "，");
        assert_eq!(facts(sheet), facts(&sample), "{name}");
        assert_eq!(plain(&sheet.title), plain(&sample.title));
        assert_eq!((sheet.scope, sheet.year), (sample.scope, sample.year));
        assert_eq!(
            (&sheet.unit, &sheet.project),
            (&sample.unit, &sample.project)
        );
        assert_eq!(sheet.department, sample.department, "{name}");
        let figures = |sheet: &Sheet| {
            let line = &sheet.budget.total;
            let entries = [
                &sheet.budget.full_mark,
                &line.budget,
                &line.executed,
                &line.rate,
                &line.points,
                &sheet.budget.basic,
                &sheet.budget.project,
                &sheet.indicators_full_mark,
                &sheet.total,
                &sheet.indicator_count,
            ];
            entries.map(|entry| {
                entry
                    .printed()
                    .map(|printed| (printed.value, printed.places))
            })
        };
        assert_eq!(figures(sheet), figures(&sample), "{name}");
        assert_eq!(sheet.budget.total.name, sample.budget.total.name);
        assert_eq!(sheet.reasons.len(), sample.reasons.len(), "{name}");
        let projects = |sheet: &Sheet| {
            let names = sheet.projects.iter().map(|project| project.text.clone());
            names.collect::<Vec<_>>()
        };
        assert_eq!(projects(sheet), projects(&sample), "{name}");
    }
}

fn findings(sheets: Vec<Sheet>) -> (Vec<String>, Vec<Vec<String>>) {
    let files = PackFiles::of_shipped("wuhan", "2024").unwrap();
    let scorer = Scorer::new(Arc::new(load(&files).unwrap())).unwrap();
    let ids: Vec<String> = sheets.iter().map(|sheet| sheet.id.clone()).collect();
    let evaluations: Vec<_> = sheets
        .into_iter()
        .map(|sheet| scorer.score(&Arc::new(sheet)).unwrap())
        .collect();
    let totals = evaluations
        .iter()
        .map(|one| format!("{:.2}", one.total.as_ref().unwrap()))
        .collect();
    let audit = audit(&evaluations, &Profile::shipped());
    let code = |finding: &Finding| {
        let sheet = ids.iter().position(|id| *id == finding.place.sheet);
        format!(
            "{sheet:?} {} {:?} {:?}",
            finding.code, finding.place.row, finding.outcome
        )
    };
    let mut found: Vec<Vec<String>> = (audit.sheets.iter())
        .map(|sheet| sheet.findings.iter().map(code).collect())
        .collect();
    found.push(audit.across.iter().map(code).collect());
    (totals, found)
}

fn audits_alike(sheets: Vec<Sheet>) {
    let (totals, found) = findings(sheets);
    let (sample_totals, sample_found) = findings(SAMPLES.map(sample).into());
    assert_eq!(totals, sample_totals);
    for (found, sample) in found.iter().zip(&sample_found) {
        assert_eq!(found, sample);
    }
}

#[test]
fn the_account_as_published_gives_the_three_samples() {
    let Some(found) = seed("2024-决算公开-促进中心") else {
        return;
    };
    assert!(found.targets.is_empty());
    compare(&found.sheets);
}

#[test]
fn the_account_as_published_audits_like_the_samples() {
    let Some(found) = seed("2024-决算公开-促进中心") else {
        return;
    };
    audits_alike(found.sheets);
}

#[test]
fn the_account_as_published_scores_as_documented() {
    let Some(found) = seed("2024-决算公开-促进中心") else {
        return;
    };
    let (totals, _) = findings(found.sheets);
    assert_eq!(totals, ["92.60", "91.90", "97.50"]);
}

#[test]
fn the_account_with_facts_only_gives_the_three_samples() {
    let found = recognised(FIXTURE);
    compare(&found.sheets);
    let shifted = |note: &&Note| matches!(note.kind, NoteKind::RowShifted { .. });
    assert!(found.notes.iter().filter(shifted).count() > 4);
    let audited = findings(found.sheets);
    assert_eq!(audited.0, ["92.60", "91.90", "97.50"]);
}
