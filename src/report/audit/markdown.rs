//! The findings as Markdown.

use super::table::{grades, name_of, outcome_name, place, severity_name};
use super::{AuditedSheets, FoundRow, portfolio};
use crate::report::score::escaped;
use crate::report::screen::clean;
use crate::words::{Lang, audit as words};

/// Every sheet with its reconciliation and findings, for a document.
pub fn markdown(audited: &AuditedSheets, lang: Lang) -> String {
    let overview = audited.portfolio.as_ref();
    let nothing = audited.nothing_found(lang);
    let mut text =
        overview.map_or_else(String::new, |overview| portfolio::markdown(overview, lang));
    for sheet in &audited.sheets {
        text.push_str(&format!("## {}\n\n", escaped(&sheet.scored.title)));
        if !sheet.reconciliation.is_empty() {
            line(
                &mut text,
                &[
                    words::reconciliation(lang),
                    words::amount(lang),
                    words::row(lang),
                ],
            );
            text.push_str("| --- | ---: | ---: |\n");
            for step in &sheet.reconciliation {
                let row = step.row.clone().unwrap_or_default();
                line(
                    &mut text,
                    &[escaped(&step.label), step.amount.to_string(), row],
                );
            }
            text.push('\n');
        }
        for line in grades(sheet, lang).iter().chain(&sheet.scored.notes) {
            text.push_str(&format!("{}\n\n", escaped(line)));
        }
        findings(&mut text, &sheet.findings, &nothing, lang);
    }
    for table in &audited.targets {
        text.push_str(&format!("## {}\n\n", escaped(&name_of(table))));
        findings(&mut text, &table.findings, &nothing, lang);
    }
    if !audited.findings.is_empty() {
        text.push_str(&format!("## {}\n\n", words::across(lang)));
        findings(&mut text, &audited.findings, &nothing, lang);
    }
    if let Some(left_out) = audited.left_out(lang) {
        text.push_str(&format!("{left_out}\n"));
    }
    text
}

fn findings(text: &mut String, findings: &[FoundRow], nothing: &str, lang: Lang) {
    if findings.is_empty() {
        text.push_str(nothing);
        text.push_str("\n\n");
        return;
    }
    let heads = [
        words::md_code(lang),
        words::md_severity(lang),
        words::md_outcome(lang),
        words::md_message(lang),
        words::md_where(lang),
        words::md_rule(lang),
        words::md_help(lang),
    ];
    line(text, &heads);
    text.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
    for finding in findings {
        let (severity, outcome) = finding.grade;
        let cells = [
            finding.code.to_owned(),
            severity_name(severity, lang),
            escaped(&match &finding.accepted {
                Some(accepted) => clean(&accepted.behind(outcome_name(outcome, lang), lang)),
                None => outcome_name(outcome, lang),
            }),
            escaped(&finding.message),
            escaped(&place(finding, lang)),
            escaped(&finding.rule),
            escaped(&finding.help),
        ];
        line(text, &cells);
    }
    text.push('\n');
}

fn line(text: &mut String, cells: &[String]) {
    text.push_str(&format!("| {} |\n", cells.join(" | ")));
}
