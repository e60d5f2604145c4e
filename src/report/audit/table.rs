//! The audit for a terminal.

use super::{AuditedSheet, AuditedSheets, FoundRow};
use crate::audit::{Outcome, Severity};
use crate::report::Figure;
use crate::report::screen::{Screen, Set, clean, lines, paragraph, words as cell};
use crate::words::{Lang, audit as words};

/// Every sheet with its reconciliation and findings, then what was found across sheets.
pub fn table(audited: &AuditedSheets, screen: Screen) -> String {
    let mut pages: Vec<String> = audited
        .sheets
        .iter()
        .map(|sheet| page(sheet, screen))
        .collect();
    if !audited.findings.is_empty() {
        let heading = screen.bold(&words::across(screen.lang));
        pages.push(format!(
            "{heading}\n\n{}",
            findings(&audited.findings, screen)
        ));
    }
    pages.push(summary(audited, screen));
    pages.join("\n\n")
}

fn page(sheet: &AuditedSheet, screen: Screen) -> String {
    let lang = screen.lang;
    let title = format!("{}  {}", sheet.scored.id, sheet.scored.title);
    let mut text = screen.bold(clean(&title).trim_end()) + "\n\n";
    if sheet.reconciliation.is_empty() {
        text.push_str(&paragraph(
            "",
            &no_reconciliation(sheet, lang),
            screen.width,
        ));
    } else {
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
        text.push_str(&lines(&table));
    }
    text.push('\n');
    if sheet.findings.is_empty() {
        text.push_str(&paragraph("", &words::nothing_found(lang), screen.width));
    } else {
        text.push_str(&findings(&sheet.findings, screen));
    }
    text
}

fn no_reconciliation(sheet: &AuditedSheet, lang: Lang) -> String {
    match (&sheet.scored.reported.total, &sheet.scored.computed.total) {
        (None, _) => words::no_reported_total(lang),
        (_, None) => words::no_computed_total(lang, sheet.scored.computed.missing.join("; ")),
        _ => words::no_reconciliation(lang),
    }
}

/// A finding: what, where, under which clause, what to do.
fn findings(findings: &[FoundRow], screen: Screen) -> String {
    let lang = screen.lang;
    let blocks: Vec<String> = findings
        .iter()
        .map(|finding| {
            let (severity, outcome) = finding.grade;
            let head = words::head(
                lang,
                finding.code,
                severity_name(severity, lang),
                outcome_name(outcome, lang),
            );
            let head = match (severity, outcome) {
                (Severity::Error, Outcome::Fails) => screen.bold(&head),
                _ => head,
            };
            let mut block = paragraph(&format!("{head} "), &clean(&finding.message), screen.width);
            for (lead, text) in [
                (words::lead_where(lang), place(finding, lang)),
                (words::lead_rule(lang), finding.rule.clone()),
                (words::lead_help(lang), finding.help.clone()),
            ] {
                block.push_str(&paragraph(
                    &format!("    {lead}"),
                    &clean(&text),
                    screen.width,
                ));
            }
            block
        })
        .collect();
    blocks.join("\n")
}

/// "whole 第 20 行，whole.yaml:51".
pub(super) fn place(finding: &FoundRow, lang: Lang) -> String {
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
    let mut table = screen.table(&[
        (words::sheet(lang), Set::Words),
        (severity_name(Severity::Error, lang), Set::Figures),
        (severity_name(Severity::Warning, lang), Set::Figures),
        (severity_name(Severity::Note, lang), Set::Figures),
        (outcome_name(Outcome::Uncertain, lang), Set::Figures),
    ]);
    let across = (!audited.findings.is_empty()).then(|| (words::across(lang), &audited.findings));
    let sheets = audited.sheets.iter();
    let sheets = sheets.map(|sheet| (sheet.scored.id.clone(), &sheet.findings));
    for (name, findings) in sheets.chain(across) {
        let fails = |severity| {
            let wanted = (severity, Outcome::Fails);
            let count = findings
                .iter()
                .filter(|finding| finding.grade == wanted)
                .count();
            cell(&count.to_string())
        };
        let uncertain = findings
            .iter()
            .filter(|finding| finding.grade.1 == Outcome::Uncertain);
        let uncertain = cell(&uncertain.count().to_string());
        let (error, warning, note) = (
            fails(Severity::Error),
            fails(Severity::Warning),
            fails(Severity::Note),
        );
        table.add_row(vec![cell(&name), error, warning, note, uncertain]);
    }
    let legend = paragraph("", &words::summary_legend(lang), screen.width);
    format!(
        "{}\n{}\n{legend}",
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
pub(super) fn severity_name(severity: Severity, lang: Lang) -> String {
    match severity {
        Severity::Error => words::error(lang),
        Severity::Warning => words::warning(lang),
        Severity::Note => words::note(lang),
    }
}

/// 不符, 存疑, 不适用.
pub(super) fn outcome_name(outcome: Outcome, lang: Lang) -> String {
    match outcome {
        Outcome::Fails => words::fails(lang),
        Outcome::Uncertain => words::uncertain(lang),
        Outcome::NotApplicable => words::not_applicable(lang),
    }
}
