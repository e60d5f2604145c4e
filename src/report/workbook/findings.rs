//! 问题清单 and 勾稽: what the audit found, and the way from the reported to the recomputed total.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::form::Results;
use super::sheet::Page;
use crate::audit::checks;
use crate::report::audit::{AuditedSheets, FoundRow, outcome_name, severity_name};
use crate::report::worksheet::letters;
use crate::words::workbook as words;

/// Widths of the columns of findings.
pub(super) const WIDTHS: [u16; 12] = [6, 7, 8, 18, 16, 18, 46, 10, 10, 10, 26, 26];
/// The last of them.
const LAST: u16 = 11;
/// Widths of the columns of the reconciliation.
pub(super) const RECONCILIATION: [u16; 3] = [70, 16, 12];

/// 问题清单.
pub(super) fn write(page: &mut Page<'_>, audited: &AuditedSheets) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    page.text(0, LAST, &words::findings(lang), &style.title)?;
    page.table.page.set_row_height(page.at, 30)?;
    page.at += 1;
    let heading = page.at;
    page.headings(&[
        words::number(lang),
        words::severity(lang),
        words::outcome(lang),
        words::check(lang),
        words::object(lang),
        words::place(lang),
        words::message(lang),
        words::reported(lang),
        words::expected(lang),
        words::difference(lang),
        words::clause(lang),
        words::advice(lang),
    ])?;
    let mut number = 0u32;
    for finding in audited.findings() {
        number += 1;
        let (severity, outcome) = finding.grade;
        let outcome = outcome_name(outcome, lang);
        let outcome = match &finding.accepted {
            Some(accepted) => accepted.behind(outcome, lang),
            None => outcome,
        };
        let title = checks::ALL.iter().find(|check| check.code == finding.code);
        let title = title.map_or_else(String::new, |check| (check.title)(lang));
        let check = format!("{} {title}", finding.code);
        let object = object(finding, page);
        let place = place(finding);
        page.number(0, number.into(), &style.figure)?;
        let texts = [
            severity_name(severity, lang),
            outcome,
            check,
            object,
            place,
            finding.message.clone(),
            finding.reported.clone().unwrap_or_default(),
            finding.expected.clone().unwrap_or_default(),
            difference(finding).map_or_else(String::new, |difference| difference.to_string()),
            finding.rule.clone(),
            finding.help.clone(),
        ];
        for (column, text) in (1..).zip(&texts) {
            let format = match column {
                1 | 2 | 7..=9 => &style.fixed,
                _ => &style.passage,
            };
            page.text(column, column, text, format)?;
        }
        let sizes: Vec<(&str, u16, u16)> = (1..)
            .zip(&texts)
            .map(|(column, text)| (text.as_str(), column, column))
            .collect();
        page.table.fit(page.at, &sizes)?;
        page.at += 1;
    }
    if number == 0 {
        page.guides(&[words::no_findings(lang)], LAST)?;
    }
    page.print(heading, 1, LAST)
}

fn object(finding: &FoundRow, page: &Page<'_>) -> String {
    match &finding.place.row {
        Some(row) => format!(
            "{}\n{}",
            finding.place.sheet,
            words::row_number(page.lang, row)
        ),
        None => finding.place.sheet.clone(),
    }
}

fn place(finding: &FoundRow) -> String {
    let place = &finding.place;
    match (&place.cell, place.line) {
        (Some(cell), _) => format!("{} {cell}", place.file),
        (None, Some(line)) => format!("{}:{line}", place.file),
        (None, None) => place.file.clone(),
    }
}

/// Expected less reported, where both are points: with a unit, a share or a year behind them the two need
/// not be of one kind.
fn difference(finding: &FoundRow) -> Option<Decimal> {
    let points = |text: &Option<String>| {
        let text = text.as_deref()?.trim();
        let points: Decimal = text.strip_suffix('分').unwrap_or(text).parse().ok()?;
        (points.abs() < Decimal::ONE_THOUSAND).then_some(points)
    };
    points(&finding.expected)?.checked_sub(points(&finding.reported)?)
}

/// 勾稽.
pub(super) fn reconciliation(
    page: &mut Page<'_>,
    audited: &AuditedSheets,
    results: &[Results],
) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    page.text(0, 2, &words::reconciliation(lang), &style.title)?;
    page.table.page.set_row_height(page.at, 30)?;
    page.at += 1;
    let signed = style
        .figure
        .clone()
        .set_num_format("+0.00####;-0.00####;0.00");
    let plain = style.figure.clone().set_num_format("0.00####");
    let sum = style.computed.clone().set_num_format("0.00####");
    let letter = letters(1);
    for (sheet, result) in audited.sheets.iter().zip(results) {
        let [first, .., last] = &sheet.reconciliation[..] else {
            continue;
        };
        let name = format!("{}  {}", sheet.scored.id, sheet.scored.title);
        page.at += 1;
        page.text(0, 2, &name, &style.block)?;
        page.table.page.set_row_height(page.at, 22)?;
        page.at += 1;
        page.headings(&[words::step(lang), words::amount(lang), words::number(lang)])?;
        let begin = page.at;
        for step in &sheet.reconciliation {
            let ends = std::ptr::eq(step, first) || std::ptr::eq(step, last);
            page.text(0, 0, &step.label, &style.passage)?;
            let format = if ends { &plain } else { &signed };
            page.number(1, step.amount.0, format)?;
            let row = step.row.clone().unwrap_or_default();
            page.text(2, 2, &row, &style.fixed)?;
            page.table.fit(page.at, &[(&step.label, 0, 0)])?;
            page.at += 1;
        }
        let steps = format!(
            "ROUND(SUM({letter}{}:{letter}{})-{letter}{},10)",
            begin + 1,
            page.at - 1,
            page.at
        );
        for (label, formula, known) in [
            (words::steps_sum(lang), steps, "0".to_owned()),
            (
                words::now_in_sheet(lang),
                result.total.clone(),
                last.amount.0.normalize().to_string(),
            ),
        ] {
            page.text(0, 0, &label, &style.heading)?;
            page.formula(1, &formula, &known, &sum)?;
            page.blank(2, &style.fixed)?;
            page.table.page.set_row_height(page.at, 22)?;
            page.at += 1;
        }
    }
    page.at += 1;
    page.guides(&[words::reconciliation_guide(lang)], 2)?;
    let bottom = page.at - 1;
    page.table.page.set_print_area(0, 0, bottom, 2)?;
    Ok(())
}
