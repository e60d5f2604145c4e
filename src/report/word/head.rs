//! The block below the title: what the paper is about, what it rests on, and the lines to sign.

use super::body::{Body, UPRIGHT};
use super::table::{Cell, Set, Table};
use super::xml::capital;
use crate::audit::checks;
use crate::report::audit::name_of;
use crate::report::paper::{Paper, Subject};
use crate::report::score::{ENGINE, ScoredSheet, text_or_blank};
use crate::rules::pack::RulePack;
use crate::words::{Lang, audit, papers_word as words, trace};

/// Units that are named one by one.
const MOST_UNITS: usize = 5;
/// The column of labels.
const LABELS: u32 = 2_100;

/// The table of facts with the lines to sign, then the files.
pub(super) fn write(body: &mut Body, paper: &Paper) {
    let lang = paper.lang;
    let half = (UPRIGHT - 2 * LABELS) / 2;
    let widths = [LABELS, half, LABELS, UPRIGHT - 2 * LABELS - half];
    let mut table = Table::without_heads(widths.map(|width| (width, Set::Words)).into());
    let audited = paper.subject == Subject::Audit;
    let units_label = match audited {
        true => words::units_audited(lang),
        false => words::units(lang),
    };
    let mut facts = vec![
        (units_label, units(paper)),
        (words::years(lang), years(paper)),
    ];
    for pack in packs(paper) {
        let named = words::rules_named(lang, pack.name(), pack.title.get(lang));
        facts.push((words::rules(lang), named));
        facts.push((words::basis(lang), basis(pack, lang)));
    }
    facts.push((words::program(lang), ENGINE.to_owned()));
    if audited {
        let all = words::checks_all(lang, checks::ALL.len());
        let left_out = paper.audited.left_out(lang);
        facts.push((words::checks(lang), left_out.unwrap_or(all)));
    }
    for (label, fact) in facts {
        table.row([Cell::label(&capital(&label)), Cell::of(fact).over(3)]);
    }
    let (person, day, office) = match audited {
        true => (
            words::signed_by(lang),
            words::signed_day(lang),
            words::signed_office(lang),
        ),
        false => (
            words::made_by(lang),
            words::made_day(lang),
            words::made_office(lang),
        ),
    };
    let blank = || Cell::of("");
    let label = |text: &str| Cell::label(&capital(text));
    table.row([label(&person), blank(), label(&day), blank()]);
    // Room for a seal.
    table.row([label(&office), Cell::of("\n\n ").over(3)]);
    body.table(table);
    files(body, paper);
}

/// Every sheet and target table with the file it was read from.
fn files(body: &mut Body, paper: &Paper) {
    let lang = paper.lang;
    body.heading(2, &words::inputs(lang));
    let mut table = Table::new([
        (words::id(lang), 1_700, Set::Words),
        (words::unit_and_subject(lang), 3_000, Set::Words),
        (words::year_and_rules(lang), 1_500, Set::Middle),
        (words::file_and_sum(lang), 3_100, Set::Words),
    ]);
    for (sheet, evaluation) in paper.audited.sheets.iter().zip(&paper.evaluations) {
        let scored = &sheet.scored;
        let year = scored.year.map(|year| year.to_string());
        table.row([
            Cell::of(&scored.id),
            Cell::of(&scored.unit).small(subject(scored, lang)),
            Cell::of(text_or_blank(year, lang)).small(evaluation.pack.name()),
            Cell::of(&*evaluation.sheet.origin.file).small(&scored.receipt.input_sha256),
        ]);
    }
    for targets in &paper.audited.targets {
        let year = targets.year.map(|year| year.to_string());
        table.row([
            Cell::of(&targets.id),
            Cell::of(&targets.unit).small(name_of(targets)),
            Cell::of(text_or_blank(year, lang)).small(words::targets_table(lang)),
            Cell::of(text_or_blank(None, lang)),
        ]);
    }
    body.table(table);
}

/// The project, or that it is the unit as a whole.
pub(super) fn subject(sheet: &ScoredSheet, lang: Lang) -> String {
    let whole = || words::whole_unit(lang);
    sheet.project.clone().unwrap_or_else(whole)
}

fn units(paper: &Paper) -> String {
    let sheets = paper.audited.sheets.iter();
    let targets = paper.audited.targets.iter();
    let units = sheets
        .map(|sheet| sheet.scored.unit.as_str())
        .chain(targets.map(|table| table.unit.as_str()));
    let units = distinct(units.filter(|unit| !unit.is_empty()));
    match units.len() {
        0 => text_or_blank(None, paper.lang),
        few if few <= MOST_UNITS => units.join(&audit::and(paper.lang)),
        many => words::units_below(paper.lang, many),
    }
}

fn years(paper: &Paper) -> String {
    let sheets = paper.audited.sheets.iter().map(|sheet| sheet.scored.year);
    let targets = paper.audited.targets.iter().map(|table| table.year);
    let mut years: Vec<u16> = sheets.chain(targets).flatten().collect();
    years.sort_unstable();
    years.dedup();
    let years: Vec<String> = years.iter().map(u16::to_string).collect();
    let years = Some(years.join(&audit::and(paper.lang)));
    text_or_blank(years.filter(|years| !years.is_empty()), paper.lang)
}

/// The rules the sheets were scored under, each once.
pub(super) fn packs(paper: &Paper) -> Vec<&RulePack> {
    let mut packs: Vec<&RulePack> = Vec::new();
    for evaluation in &paper.evaluations {
        let pack: &RulePack = &evaluation.pack;
        if !packs.iter().any(|known| known.sha256 == pack.sha256) {
            packs.push(pack);
        }
    }
    packs
}

/// The documents the clauses stand in, with what was not checked against the print.
fn basis(pack: &RulePack, lang: Lang) -> String {
    let sources = pack.citations.iter().map(|citation| {
        let unverified = match citation.verified {
            true => String::new(),
            false => trace::unverified(lang),
        };
        format!("{}{unverified}", citation.source.get(lang))
    });
    let sources: Vec<String> = sources.collect();
    let sources = distinct(sources.iter().map(String::as_str));
    text_or_blank(
        Some(sources.join("\n")).filter(|text| !text.is_empty()),
        lang,
    )
}

fn distinct<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut seen = std::collections::BTreeSet::new();
    texts.filter(|text| seen.insert(*text)).collect()
}
