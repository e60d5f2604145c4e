//! A paper as a workbook whose figures can be recomputed where they stand.
//!
//! ```text
//!  汇总 ◀─ a page for each sheet ─▶ 规则 (weights, rounding, parameters, grades)
//!    ▲          ▲      │
//!  情景        勾稽     └ its methods: scripts as formulas ([`formula`])
//! ```
//! Formulas are made from rules and cells, never from a text of an input; every cell carries the
//! program's own result for readers that do not compute.

mod answer;
mod bind;
mod clauses;
mod columns;
mod deviation;
mod execution;
mod findings;
mod form;
mod formula;
mod groups;
mod points;
mod reading;
mod row;
mod rules;
mod scenarios;
mod sheet;
mod style;
mod summary;
mod totals;
mod way;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use self::answer::States;
use self::columns::Helpers;
use self::form::{Form, Results};
use self::rules::Rule;
use self::sheet::Page;
use self::style::Style;
use super::paper::{Paper, PaperError, Subject};
use super::worksheet::{Table, begin, name, print_setup, save};
use crate::rules::RulePack;
use crate::score::row_facts;
use crate::words::{Lang, workbook as words};

/// The workbook (.xlsx).
pub(super) fn workbook(paper: &Paper) -> Result<Vec<u8>, PaperError> {
    written(paper).map_err(|error| PaperError::of_workbook(&error, paper.lang))
}

/// Every pack of a paper, once.
fn packs(paper: &Paper) -> Vec<&RulePack> {
    let mut packs: Vec<&RulePack> = Vec::new();
    for evaluation in &paper.evaluations {
        if !packs.iter().any(|pack| **pack == *evaluation.pack) {
            packs.push(&evaluation.pack);
        }
    }
    packs
}

fn written(paper: &Paper) -> Result<Vec<u8>, XlsxError> {
    let lang = paper.lang;
    let properties = DocProperties::new()
        .set_title(paper.title())
        .set_author(super::score::ENGINE);
    let (mut book, plain) = begin(properties)?;
    let style = Style::new(plain);
    let states = States {
        unscored: words::unscored(lang),
        left_out: words::left_out(lang),
        no_total: words::no_total(lang),
    };
    let mut names = Names::of(paper);
    // Worksheets stand in the order they are added, and are written when what they refer to is known.
    add(&mut book, &names.summary)?;
    for name in &names.sheets {
        add(&mut book, name)?;
    }
    let packs = packs(paper);
    let mut rules: Vec<Rule> = Vec::new();
    for pack in &packs {
        let label = match packs.len() {
            1 => words::rules(lang),
            _ => words::rules_of(lang, pack.name()),
        };
        let label = name(&label, &label, &mut names.taken);
        let mut page = open(&mut book, &label, true, &style, &rules::WIDTHS, lang)?;
        rules.push(Rule::write(&mut page, pack)?);
    }
    let mut results: Vec<Results> = Vec::new();
    for ((evaluation, audited), label) in paper
        .evaluations
        .iter()
        .zip(&paper.audited.sheets)
        .zip(&names.sheets)
    {
        let rule = rules.iter().find(|rule| *rule.pack == *evaluation.pack);
        let Some(rule) = rule else { continue };
        let facts = row_facts(evaluation);
        let help = Helpers::of(evaluation, &facts);
        let widths = help.widths();
        let form = Form {
            page: open(&mut book, label, false, &style, &widths, lang)?,
            evaluation,
            scored: &audited.scored,
            rule,
            translator: &rule.translator(),
            params: rule.params(),
            states: &states,
            facts: &facts,
            help: &help,
            labels: Vec::new(),
            shares: Vec::new(),
            group_of: Vec::new(),
            first: 0,
            last: 0,
            execution_at: None,
            base_at: None,
            factor_at: None,
            indicators_at: 0,
        };
        results.push(form.write()?);
    }
    if paper.subject == Subject::Audit {
        let label = name(&words::findings(lang), "-", &mut names.taken);
        let mut page = open(&mut book, &label, true, &style, &findings::WIDTHS, lang)?;
        findings::write(&mut page, &paper.audited)?;
        let label = name(&words::reconciliation(lang), "-", &mut names.taken);
        let widths = &findings::RECONCILIATION;
        let mut page = open(&mut book, &label, true, &style, widths, lang)?;
        findings::reconciliation(&mut page, &paper.audited, &results)?;
    }
    if let Some(whatif) = &paper.whatif {
        let label = name(&words::scenarios(lang), "-", &mut names.taken);
        let mut page = open(&mut book, &label, true, &style, &scenarios::WIDTHS, lang)?;
        scenarios::write(&mut page, whatif, &results)?;
        let label = name(&words::row_deltas(lang), "-", &mut names.taken);
        let mut page = open(&mut book, &label, true, &style, &scenarios::DETAILS, lang)?;
        scenarios::details(&mut page, whatif)?;
    }
    let label = names.summary.clone();
    let mut page = open(&mut book, &label, false, &style, &summary::WIDTHS, lang)?;
    summary::write(&mut page, paper, &results)?;
    save(book)
}

/// The names of the worksheets that come first.
struct Names {
    summary: String,
    sheets: Vec<String>,
    taken: Vec<String>,
}

impl Names {
    fn of(paper: &Paper) -> Names {
        let lang = paper.lang;
        // What the others are called is theirs.
        let mut taken: Vec<String> = [
            words::rules(lang),
            words::findings(lang),
            words::reconciliation(lang),
            words::scenarios(lang),
            words::row_deltas(lang),
        ]
        .map(|name| name.to_lowercase())
        .into();
        let reserved = taken.len();
        let summary = name(&words::summary(lang), "-", &mut taken);
        let sheets = paper.evaluations.iter().map(|evaluation| {
            let sheet = &evaluation.sheet;
            let wanted = sheet.project.as_deref().unwrap_or(&sheet.unit);
            match name(wanted, &sheet.id, &mut taken) {
                // Nothing of either can be a name.
                empty if empty.is_empty() => name("-", "-", &mut taken),
                name => name,
            }
        });
        let sheets = sheets.collect();
        taken.drain(..reserved);
        Names {
            summary,
            sheets,
            taken,
        }
    }
}

fn add(book: &mut Workbook, name: &str) -> Result<(), XlsxError> {
    book.add_worksheet().set_name(name)?;
    Ok(())
}

/// A worksheet ready to be written; a new one is added first.
fn open<'w>(
    book: &'w mut Workbook,
    name: &str,
    new: bool,
    style: &'w Style,
    widths: &'w [u16],
    lang: Lang,
) -> Result<Page<'w>, XlsxError> {
    if new {
        add(book, name)?;
    }
    let page = book.worksheet_from_name(name)?;
    print_setup(page, widths)?;
    Ok(Page {
        table: Table { page, widths },
        style,
        lang,
        quoted: format!("'{name}'"),
        at: 0,
    })
}
