//! The audit for a terminal.

use super::groups::{Shared, grouped};
use super::kinds::Kind;
use super::{AcceptedRow, AuditedSheet, AuditedSheets, AuditedTargets, FoundRow, portfolio};
use crate::audit::{Outcome, Severity, checks};
use crate::report::Figure;
use crate::report::score::Parts;
use crate::report::screen::{Screen, Set, clean, lines, paragraph, words as cell};
use crate::words::findings::{in_cell, in_line};
use crate::words::{Lang, accept, audit as words};

/// Places of one group that are listed; JSON has them all.
const MOST_LISTED: usize = 30;
/// With more sheets than this, nobody reads page after page.
pub const MOST_PAGES: usize = 20;
/// Sheets that are named where many share a finding.
const MOST_NAMED: usize = 10;

/// Every sheet with its reconciliation and findings, then what was found across sheets; with many sheets
/// the overview instead.
pub fn table(audited: &AuditedSheets, screen: Screen) -> String {
    match &audited.portfolio {
        Some(overview) if overview.sheets > MOST_PAGES => {
            portfolio::table(overview, audited, screen)
        }
        _ => pages(audited, screen),
    }
}

/// Every sheet with its reconciliation and findings, however many there are.
pub fn pages(audited: &AuditedSheets, screen: Screen) -> String {
    let shared = Shared::of(audited);
    let nothing = audited.nothing_found(screen.lang);
    let mut pages: Vec<String> = audited
        .sheets
        .iter()
        .map(|sheet| page(sheet, &shared, &nothing, screen))
        .collect();
    pages.extend(
        audited
            .targets
            .iter()
            .map(|table| of_targets(table, &nothing, screen)),
    );
    let often = shared.each();
    if !often.is_empty() {
        let heading = screen.bold(&words::in_many_sheets(screen.lang));
        let blocks: Vec<String> = often
            .iter()
            .map(|(finding, sheets)| in_many_sheets(finding, sheets, screen))
            .collect();
        pages.push(format!("{heading}\n\n{}", blocks.join("\n")));
    }
    if !audited.findings.is_empty() {
        let heading = screen.bold(&words::across(screen.lang));
        let found = findings(&audited.findings, true, screen);
        pages.push(format!("{heading}\n\n{found}"));
    }
    pages.push(summary(audited, screen));
    pages.join("\n\n")
}

fn page(sheet: &AuditedSheet, shared: &Shared, nothing: &str, screen: Screen) -> String {
    let lang = screen.lang;
    let title = format!("{}  {}", sheet.scored.id, sheet.scored.title);
    let mut text = screen.bold(clean(&title).trim_end()) + "\n\n";
    if sheet.reconciliation.is_empty() {
        let why = no_reconciliation(sheet, lang);
        text.push_str(&paragraph("", &why, screen.width));
    } else {
        text.push_str(&lines(&reconciliation(sheet, screen)));
    }
    let grade = grades(sheet, lang);
    for line in grade.iter().chain(&sheet.scored.notes) {
        text.push_str(&paragraph("", &clean(line), screen.width));
    }
    text.push('\n');
    let own: Vec<&FoundRow> = sheet
        .findings
        .iter()
        .filter(|finding| !shared.has(finding))
        .collect();
    let elsewhere = sheet.findings.len() - own.len();
    if sheet.findings.is_empty() {
        text.push_str(&paragraph("", nothing, screen.width));
    } else if !own.is_empty() {
        text.push_str(&findings(own, false, screen));
    }
    if elsewhere > 0 {
        let gap = if elsewhere == sheet.findings.len() {
            ""
        } else {
            "\n"
        };
        let said = words::as_in_many_sheets(lang, elsewhere);
        text.push_str(&format!("{gap}{}", paragraph("", &said, screen.width)));
    }
    text
}

fn of_targets(table: &AuditedTargets, nothing: &str, screen: Screen) -> String {
    let title = words::target_table(screen.lang, &table.id, name_of(table));
    let heading = screen.bold(clean(&title).trim_end());
    let found = match table.findings.is_empty() {
        true => paragraph("", nothing, screen.width),
        false => findings(&table.findings, false, screen),
    };
    format!("{heading}\n\n{found}")
}

/// What people call a target table by.
pub(in crate::report) fn name_of(table: &AuditedTargets) -> String {
    let project = table.project.as_deref().unwrap_or(&table.unit);
    format!("{} {project}", table.title).trim().to_owned()
}

fn reconciliation(sheet: &AuditedSheet, screen: Screen) -> comfy_table::Table {
    let lang = screen.lang;
    let mut table = screen.table(&[
        (words::reconciliation(lang), Set::Words),
        (words::amount(lang), Set::Figures),
        (words::row(lang), Set::Figures),
    ]);
    let last = sheet.reconciliation.len() - 1;
    for (index, step) in sheet.reconciliation.iter().enumerate() {
        let amount = match index {
            0 => step.amount.to_string(),
            _ if index == last => format!("= {}", step.amount),
            _ => signed(step.amount),
        };
        let row = step.row.as_deref().unwrap_or_default();
        table.add_row(vec![cell(&step.label), cell(&amount), cell(row)]);
    }
    table
}

/// The grade as reported and recomputed; nothing where there is neither.
pub(in crate::report) fn grades(sheet: &AuditedSheet, lang: Lang) -> Option<String> {
    let name = |parts: &Parts| {
        let name = parts.grade_name.as_ref();
        name.map(|name| name.get(lang).to_owned())
    };
    let (reported, computed) = (name(&sheet.scored.reported), name(&sheet.scored.computed));
    match (reported, computed) {
        (None, None) => None,
        (Some(reported), None) => Some(words::grade_reported(lang, reported)),
        (None, Some(computed)) => Some(words::grade_computed(lang, computed)),
        (Some(reported), Some(computed)) => Some(words::grades(lang, reported, computed)),
    }
}

pub(in crate::report) fn no_reconciliation(sheet: &AuditedSheet, lang: Lang) -> String {
    match (&sheet.scored.reported.total, &sheet.scored.computed.total) {
        (None, _) => words::no_reported_total(lang),
        (_, None) => words::no_computed_total(lang, sheet.scored.computed.missing.join("; ")),
        _ => words::no_reconciliation(lang),
    }
}

/// Findings with what, where, under which clause, what to do; those of one check together.
fn findings<'f>(
    findings: impl IntoIterator<Item = &'f FoundRow>,
    across: bool,
    screen: Screen,
) -> String {
    let groups = grouped(findings);
    let blocks = groups.iter().map(|group| match group[..] {
        [only] => single(only, screen),
        _ => {
            let shown = group.iter().take(MOST_LISTED).copied();
            together(shown, group.len(), across, screen)
        }
    });
    blocks.collect::<Vec<String>>().join("\n")
}

/// One kind of findings, wherever they are, with its first places.
pub(super) fn kind(kind: &Kind, screen: Screen) -> String {
    match &kind.examples[..] {
        [only] if kind.count == 1 => single(only, screen),
        examples => together(examples.iter(), kind.count, true, screen),
    }
}

fn single(finding: &FoundRow, screen: Screen) -> String {
    let lead = format!("{} ", head(finding, screen));
    let where_ = (words::lead_where(screen.lang), place(finding, screen.lang));
    let message = paragraph(&lead, &clean(&finding.message), screen.width);
    message + foot(finding, Some(where_), screen).as_str()
}

/// The title of the check, then every place with what was found there.
fn together<'f>(
    shown: impl Iterator<Item = &'f FoundRow> + Clone,
    all: usize,
    across: bool,
    screen: Screen,
) -> String {
    let lang = screen.lang;
    let Some(first) = shown.clone().next() else {
        return String::new();
    };
    let title = checks::ALL
        .iter()
        .find(|check| check.code == first.code)
        .map_or_else(String::new, |check| (check.title)(lang));
    let count = words::places(lang, title, all);
    let lead = format!("{} ", head(first, screen));
    let mut block = paragraph(&lead, &count, screen.width);
    let left = all - shown.clone().count();
    for finding in shown {
        let place = match across {
            true => place(finding, lang),
            false => short_place(finding, lang),
        };
        let line = words::one_place(lang, &finding.message, place);
        block.push_str(&paragraph("    · ", &clean(&line), screen.width));
    }
    if left > 0 {
        let line = words::more_places(lang, left);
        block.push_str(&paragraph("    · ", &line, screen.width));
    }
    block + foot(first, None, screen).as_str()
}

/// A finding many sheets have word for word, with their names.
fn in_many_sheets(finding: &FoundRow, sheets: &[&str], screen: Screen) -> String {
    let lang = screen.lang;
    let lead = format!("{} ", head(finding, screen));
    let named = sheets.iter().take(MOST_NAMED).copied();
    let named = named.collect::<Vec<&str>>().join(words::and(lang).as_str());
    let which = match sheets.len() > MOST_NAMED {
        true => words::sheets_and_more(lang, named, sheets.len()),
        false => words::sheets_named(lang, named, sheets.len()),
    };
    let where_ = (words::lead_where(lang), which);
    let message = paragraph(&lead, &clean(&finding.message), screen.width);
    message + foot(finding, Some(where_), screen).as_str()
}

fn head(finding: &FoundRow, screen: Screen) -> String {
    let lang = screen.lang;
    let (severity, outcome) = finding.grade;
    let accepted = is_accepted(finding);
    let outcome_name = match accepted {
        true => words::both(lang, outcome_name(outcome, lang), accept::accepted(lang)),
        false => outcome_name(outcome, lang),
    };
    let head = words::head(
        lang,
        finding.code,
        severity_name(severity, lang),
        outcome_name,
    );
    match (severity, outcome) {
        (Severity::Error, Outcome::Fails) if !accepted => screen.bold(&head),
        _ => head,
    }
}

pub(in crate::report) fn is_accepted(finding: &FoundRow) -> bool {
    finding.accepted.as_ref().is_some_and(AcceptedRow::counts)
}

/// Where it is, the clause, what to do, and what a person has decided.
fn foot(finding: &FoundRow, place: Option<(String, String)>, screen: Screen) -> String {
    let lang = screen.lang;
    let rule = (words::lead_rule(lang), finding.rule.clone());
    let help = (words::lead_help(lang), finding.help.clone());
    let accepted = finding.accepted.as_ref();
    let accepted = accepted.map(|accepted| (accepted.lead(lang), accepted.why(lang)));
    let lines = place.into_iter().chain([rule, help]).chain(accepted);
    lines
        .map(|(lead, text)| paragraph(&format!("    {lead}"), &clean(&text), screen.width))
        .collect()
}

/// "第 20 条指标，文件第 51 行": within a sheet its name and file need not be said again.
fn short_place(finding: &FoundRow, lang: Lang) -> String {
    let place = &finding.place;
    let file = match (&place.cell, place.line) {
        (Some(cell), _) => in_cell(lang, cell),
        (None, Some(line)) => in_line(lang, line),
        (None, None) => String::new(),
    };
    let row = place.row.as_ref().map(|row| words::row_alone(lang, row));
    let parts = row.into_iter().chain([file]);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(words::comma(lang).as_str())
}

/// "whole 第 20 条指标，whole.yaml:51".
pub(crate) fn place(finding: &FoundRow, lang: Lang) -> String {
    let place = &finding.place;
    let file = match (&place.cell, place.line) {
        (Some(cell), _) => format!("{} {cell}", place.file),
        (None, Some(line)) => format!("{}:{line}", place.file),
        (None, None) => place.file.clone(),
    };
    match &place.row {
        Some(row) => words::place_row(lang, &place.sheet, row, file),
        None => words::place_sheet(lang, &place.sheet, file),
    }
}

fn summary(audited: &AuditedSheets, screen: Screen) -> String {
    let lang = screen.lang;
    let any_accepted = audited.findings().any(is_accepted);
    let form = match audited.targets.is_empty() {
        true => words::sheet(lang),
        false => words::form(lang),
    };
    let mut columns = vec![
        (form, Set::Words),
        (severity_name(Severity::Error, lang), Set::Figures),
        (severity_name(Severity::Warning, lang), Set::Figures),
        (severity_name(Severity::Note, lang), Set::Figures),
        (outcome_name(Outcome::Uncertain, lang), Set::Figures),
    ];
    if any_accepted {
        columns.push((accept::accepted(lang), Set::Figures));
    }
    let mut table = screen.table(&columns);
    let across = (!audited.findings.is_empty()).then(|| (words::across(lang), &audited.findings));
    let sheets = audited.sheets.iter();
    let sheets = sheets.map(|sheet| (sheet.scored.id.clone(), &sheet.findings));
    let targets = audited.targets.iter();
    let targets = targets.map(|table| (table.id.clone(), &table.findings));
    for (name, findings) in sheets.chain(targets).chain(across) {
        let fails = |severity| {
            let wanted = (severity, Outcome::Fails);
            let count = findings
                .iter()
                .filter(|finding| finding.grade == wanted && !is_accepted(finding))
                .count();
            cell(&count.to_string())
        };
        let uncertain = findings
            .iter()
            .filter(|finding| finding.grade.1 == Outcome::Uncertain && !is_accepted(finding));
        let uncertain = cell(&uncertain.count().to_string());
        let (error, warning, note) = (
            fails(Severity::Error),
            fails(Severity::Warning),
            fails(Severity::Note),
        );
        let mut row = vec![cell(&name), error, warning, note, uncertain];
        if any_accepted {
            let accepted = findings.iter().filter(|finding| is_accepted(finding));
            row.push(cell(&accepted.count().to_string()));
        }
        table.add_row(row);
    }
    let legend = paragraph("", &words::summary_legend(lang), screen.width);
    let left_out = audited.left_out(lang);
    let left_out = left_out.map_or_else(String::new, |text| paragraph("", &text, screen.width));
    format!(
        "{}\n{}\n{legend}{left_out}",
        screen.bold(&words::summary(lang)),
        lines(&table)
    )
}

fn signed(figure: Figure) -> String {
    if figure.0.is_sign_positive() {
        format!("+{figure}")
    } else {
        figure.to_string()
    }
}

/// 严重, 一般, 提示.
pub(in crate::report) fn severity_name(severity: Severity, lang: Lang) -> String {
    match severity {
        Severity::Error => words::error(lang),
        Severity::Warning => words::warning(lang),
        Severity::Note => words::note(lang),
    }
}

/// 不符, 存疑, 不适用.
pub(in crate::report) fn outcome_name(outcome: Outcome, lang: Lang) -> String {
    match outcome {
        Outcome::Fails => words::fails(lang),
        Outcome::Uncertain => words::uncertain(lang),
        Outcome::NotApplicable => words::not_applicable(lang),
    }
}
