//! 汇总: one line a sheet, its recomputed figures linked to the sheet's own page.

use rust_xlsxwriter::XlsxError;

use super::form::Results;
use super::sheet::Page;
use super::style;
use crate::audit::{Outcome, Severity};
use crate::report::Figure;
use crate::report::audit::{FoundRow, is_accepted};
use crate::report::paper::{Paper, Subject};
use crate::report::score::Part;
use crate::words::{audit as grades, workbook as words};

/// Widths of the columns.
pub(super) const WIDTHS: [u16; 17] = [14, 30, 8, 18, 9, 9, 9, 9, 9, 9, 9, 9, 10, 7, 8, 7, 10];
/// The columns of every paper, without the findings.
const FIGURES: u16 = 12;

/// Writes the worksheet; `results` are those of the sheets, in their order.
pub(super) fn write(
    page: &mut Page<'_>,
    paper: &Paper,
    results: &[Results],
) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    let audited = paper.subject == Subject::Audit;
    let last = if audited { FIGURES + 4 } else { FIGURES };
    page.text(0, last, &paper.title(), &style.title)?;
    page.table.page.set_row_height(page.at, 34)?;
    page.at += 1;
    let part = |own: fn(crate::words::Lang, String) -> String, name: String| own(lang, name);
    let heading = page.at;
    let mut labels = vec![
        words::sheet(lang),
        words::unit_and_project(lang),
        words::year(lang),
        words::rule(lang),
    ];
    let names = [
        words::part_execution(lang),
        words::part_indicators(lang),
        words::part_total(lang),
        words::part_grade(lang),
    ];
    labels.extend(names.iter().cloned().map(|name| part(words::own, name)));
    labels.extend(
        names
            .into_iter()
            .map(|name| part(words::checked_part, name)),
    );
    labels.push(words::difference(lang));
    if audited {
        labels.extend([
            grades::error(lang),
            grades::warning(lang),
            grades::note(lang),
            grades::uncertain(lang),
        ]);
    }
    page.headings(&labels)?;
    for ((sheet, result), evaluation) in paper
        .audited
        .sheets
        .iter()
        .zip(results)
        .zip(&paper.evaluations)
    {
        let scored = &sheet.scored;
        let about = match &scored.project {
            Some(project) => format!("{}\n{project}", scored.unit),
            None => scored.unit.clone(),
        };
        let year = scored
            .year
            .map_or_else(String::new, |year| year.to_string());
        let rule = format!("{}@{}", scored.rules.pack, scored.rules.edition);
        page.text(0, 0, &scored.id, &style.passage)?;
        page.text(1, 1, &about, &style.passage)?;
        page.text(2, 2, &year, &style.fixed)?;
        page.text(3, 3, &rule, &style.fixed)?;
        page.table.fit(
            page.at,
            &[(&scored.id, 0, 0), (&about, 1, 1), (&rule, 3, 3)],
        )?;
        for (column, part) in (4..).zip(Part::ALL) {
            match scored.reported.get(part) {
                Some(Figure(number)) => {
                    let format = style::points(number.scale());
                    let format = style.figure.clone().set_num_format(&format);
                    page.number(column, number, &format)?;
                }
                None => {
                    let text = scored.reported_text(part).unwrap_or_default();
                    page.text(column, column, &text, &style.fixed)?;
                }
            }
        }
        let grade = scored.reported.grade.clone().unwrap_or_default();
        page.text(7, 7, &grade, &style.fixed)?;
        let points = style::points(evaluation.pack.rounding.total.places);
        let computed = style.computed.clone().set_num_format(&points);
        let known = |figure: Option<Figure>| match figure {
            Some(Figure(number)) => number.normalize().to_string(),
            None => words::no_total(lang),
        };
        match &result.execution {
            Some(cell) => {
                let known = match scored.computed.execution {
                    None => words::unscored(lang),
                    figure => known(figure),
                };
                // A cell to fill in shows 0 when another refers to it.
                let formula = format!(
                    "IF({cell}=\"\",{},{cell})",
                    super::formula::text(&words::unscored(lang))
                );
                page.formula(8, &formula, &known, &computed)?;
            }
            None => page.blank(8, &style.fixed)?,
        }
        page.formula(
            9,
            &result.indicators,
            &known(scored.computed.indicators),
            &computed,
        )?;
        page.formula(10, &result.total, &known(scored.computed.total), &computed)?;
        let name = scored.computed.grade_name.as_ref();
        let name = match (name, scored.computed.total) {
            (Some(name), _) => name.get(lang).to_owned(),
            (None, Some(_)) => words::no_grade(lang),
            (None, None) => String::new(),
        };
        let grade = linked(&result.grade);
        page.formula(11, &grade, &name, &computed)?;
        let line = page.at + 1;
        let difference =
            format!("IF(AND(ISNUMBER(G{line}),ISNUMBER(K{line})),ROUND(K{line}-G{line},12),\"\")");
        let known = scored.difference(Part::Total);
        let known = known.map_or_else(String::new, |figure| figure.0.normalize().to_string());
        let signed = style
            .computed
            .clone()
            .set_num_format("+0.00####;-0.00####;0");
        page.formula(FIGURES, &difference, &known, &signed)?;
        if audited {
            for (column, count) in (FIGURES + 1..).zip(counts(&sheet.findings)) {
                page.number(column, count.into(), &style.figure)?;
            }
        }
        page.at += 1;
    }
    let mut guides = vec![words::legend_difference(lang)];
    if audited {
        guides.push(grades::summary_legend(lang));
    }
    guides.push(words::guide_open(lang));
    page.at += 1;
    page.guides(&guides, last)?;
    receipts(page, paper, last)?;
    page.print(heading, 1, last)
}

/// A cell of another page that may be blank: a link to a blank cell alone would show 0.
pub(super) fn linked(cell: &str) -> String {
    format!("IF({cell}=\"\",\"\",{cell})")
}

/// Findings that fail by severity, then those that are uncertain; accepted ones do not count.
fn counts(findings: &[FoundRow]) -> [u32; 4] {
    let mut counts = [0; 4];
    for finding in findings {
        if is_accepted(finding) {
            continue;
        }
        let column = match finding.grade {
            (Severity::Error, Outcome::Fails) => 0,
            (Severity::Warning, Outcome::Fails) => 1,
            (Severity::Note, Outcome::Fails) => 2,
            (_, Outcome::Uncertain) => 3,
            (_, Outcome::NotApplicable) => continue,
        };
        counts[column] += 1;
    }
    counts
}

/// What the figures were computed from.
fn receipts(page: &mut Page<'_>, paper: &Paper, last: u16) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    page.at += 1;
    for (from, to, label) in [
        (0, 0, words::sheet(lang)),
        (1, 3, words::engine(lang)),
        (4, 8, words::input(lang)),
        (9, last, words::pack(lang)),
    ] {
        page.text(from, to, &label, &style.heading)?;
    }
    page.at += 1;
    for sheet in &paper.audited.sheets {
        let receipt = &sheet.scored.receipt;
        page.text(0, 0, &sheet.scored.id, &style.passage)?;
        page.text(1, 3, receipt.engine, &style.passage)?;
        page.text(4, 8, &receipt.input_sha256, &style.passage)?;
        page.text(9, last, &receipt.pack_sha256, &style.passage)?;
        let texts = [
            (sheet.scored.id.as_str(), 0, 0),
            (receipt.input_sha256.as_str(), 4, 8),
            (receipt.pack_sha256.as_str(), 9, last),
        ];
        page.table.fit(page.at, &texts)?;
        page.at += 1;
    }
    Ok(())
}
