//! 情景: every scenario beside the sheet as it stands, then what each row adds.

use rust_xlsxwriter::XlsxError;

use super::form::Results;
use super::sheet::Page;
use super::style;
use super::summary::linked;
use crate::report::Figure;
use crate::report::whatif::{ScenarioResult, WhatIf, WhatIfSheet, sentence};
use crate::rules::pack::Bilingual;
use crate::words::{Lang, whatif, workbook as words};

/// Widths of the columns.
pub(super) const WIDTHS: [u16; 7] = [16, 30, 24, 12, 12, 12, 50];
/// Widths of the columns of the details.
pub(super) const DETAILS: [u16; 7] = [16, 30, 24, 46, 13, 13, 13];
const LAST: u16 = 6;
/// A difference.
const SIGNED: &str = "+0.00####;-0.00####;0";
/// The column of a scenario's total.
const TOTAL: u16 = 3;

/// Writes the worksheet; `results` are those of the baselines.
pub(super) fn write(
    page: &mut Page<'_>,
    all: &WhatIf,
    results: &[Results],
) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    page.text(0, LAST, &words::scenarios(lang), &style.title)?;
    page.table.page.set_row_height(page.at, 30)?;
    page.at += 1;
    let heading = page.at;
    page.headings(&[
        words::sheet(lang),
        words::scenario(lang),
        words::rule(lang),
        words::total(lang),
        words::difference(lang),
        words::grade(lang),
        words::remark(lang),
    ])?;
    for (sheet, result) in all.sheets.iter().zip(results) {
        line_of_baseline(page, sheet, result)?;
        let baseline = page.at;
        for scenario in &sheet.scenarios {
            line(page, sheet, scenario, baseline)?;
        }
    }
    page.at += 1;
    page.guides(&[words::scenarios_guide(lang)], LAST)?;
    page.print(heading, 2, LAST)
}

fn name_of(grade: Option<&Bilingual>, lang: Lang) -> String {
    grade.map_or_else(String::new, |grade| grade.get(lang).to_owned())
}

/// The sheet as it stands now: linked, so that it follows changes.
fn line_of_baseline(
    page: &mut Page<'_>,
    sheet: &WhatIfSheet,
    result: &Results,
) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    let base = &sheet.baseline;
    let rule = format!("{}@{}", base.rules.pack, base.rules.edition);
    let points = style.computed.clone().set_num_format("0.00####");
    let total = base.computed.total;
    let total = total.map_or_else(
        || words::no_total(lang),
        |figure| figure.0.normalize().to_string(),
    );
    page.text(0, 0, &base.id, &style.passage)?;
    page.text(1, 1, &words::baseline(lang), &style.passage)?;
    page.text(2, 2, &rule, &style.fixed)?;
    page.formula(TOTAL, &result.total, &total, &points)?;
    page.blank(4, &style.fixed)?;
    let grade = name_of(base.computed.grade_name.as_ref(), lang);
    page.formula(5, &linked(&result.grade), &grade, &style.computed)?;
    page.blank(LAST, &style.fixed)?;
    page.at += 1;
    Ok(())
}

fn line(
    page: &mut Page<'_>,
    sheet: &WhatIfSheet,
    scenario: &ScenarioResult,
    baseline: u32,
) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    let told = scenario.changes.iter().map(|change| sentence(change, lang));
    let told: Vec<String> = scenario
        .reason
        .clone()
        .into_iter()
        .chain(told)
        .chain(scenario.notes.iter().cloned())
        .chain(scenario.missing.iter().cloned())
        .collect();
    let told = told.join("\n");
    page.text(0, 0, &sheet.baseline.id, &style.passage)?;
    page.text(1, 1, &scenario.name, &style.passage)?;
    page.text(2, 2, &scenario.rules, &style.fixed)?;
    match scenario.total {
        Some(total) => {
            let format = style
                .figure
                .clone()
                .set_num_format(style::points(total.0.scale()));
            page.number(TOTAL, total.0, &format)?;
        }
        None => page.text(TOTAL, TOTAL, &words::no_total(lang), &style.fixed)?,
    }
    let (own, base) = (format!("D{}", page.at + 1), format!("D{baseline}"));
    let formula = format!("IF(AND(ISNUMBER({own}),ISNUMBER({base})),ROUND({own}-{base},12),\"\")");
    let known = scenario.delta;
    let known = known.map_or_else(String::new, |delta| delta.0.normalize().to_string());
    let signed = style.computed.clone().set_num_format(SIGNED);
    page.formula(4, &formula, &known, &signed)?;
    let grade = name_of(scenario.grade_name.as_ref(), lang);
    page.text(5, 5, &grade, &style.fixed)?;
    page.text(LAST, LAST, &told, &style.passage)?;
    page.table.fit(
        page.at,
        &[
            (&scenario.name, 1, 1),
            (&scenario.rules, 2, 2),
            (&told, LAST, LAST),
        ],
    )?;
    page.at += 1;
    Ok(())
}

/// Writes what each row adds to the difference of each scenario, a line for every row that changes.
pub(super) fn details(page: &mut Page<'_>, all: &WhatIf) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    page.text(0, LAST, &words::row_deltas(lang), &style.title)?;
    page.table.page.set_row_height(page.at, 30)?;
    page.at += 1;
    let heading = page.at;
    page.headings(&[
        words::sheet(lang),
        words::scenario(lang),
        words::rule(lang),
        words::level3(lang),
        words::baseline(lang),
        words::scenario(lang),
        words::difference(lang),
    ])?;
    for sheet in &all.sheets {
        for scenario in &sheet.scenarios {
            rows(page, sheet, scenario)?;
        }
    }
    page.print(heading, 2, LAST)
}

fn rows(
    page: &mut Page<'_>,
    sheet: &WhatIfSheet,
    scenario: &ScenarioResult,
) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    let points = style.figure.clone().set_num_format("0.00####");
    let signed = style.figure.clone().set_num_format(SIGNED);
    let differs = |delta: Option<Figure>| delta.is_some_and(|delta| !delta.0.is_zero());
    let own = scenario.rows.iter().zip(&sheet.baseline.rows);
    let own = own.filter(|(row, _)| differs(row.delta)).map(|(row, own)| {
        let judged = match row.judged {
            true => whatif::judged_sign(lang),
            false => String::new(),
        };
        let name = format!("{} {}{judged}", row.id, own.indicator);
        (name, own.points, row.points, row.delta)
    });
    let steps = scenario.steps.iter().filter(|step| differs(step.delta));
    let steps = steps.map(|step| {
        let name = match step.step {
            "execution" => words::weight_execution(lang),
            "groups" => whatif::step_groups(lang),
            _ => whatif::step_total(lang),
        };
        (name, step.before, step.after, step.delta)
    });
    for (name, before, after, delta) in own.chain(steps) {
        let id = &sheet.baseline.id;
        page.text(0, 0, id, &style.passage)?;
        page.text(1, 1, &scenario.name, &style.passage)?;
        page.text(2, 2, &scenario.rules, &style.fixed)?;
        page.text(3, 3, &name, &style.passage)?;
        for (column, figure, format) in [
            (4, before, &points),
            (5, after, &points),
            (6, delta, &signed),
        ] {
            match figure {
                Some(figure) => page.number(column, figure.0, format)?,
                None => page.blank(column, &style.fixed)?,
            }
        }
        page.table.fit(
            page.at,
            &[
                (id, 0, 0),
                (&scenario.name, 1, 1),
                (&scenario.rules, 2, 2),
                (&name, 3, 3),
            ],
        )?;
        page.at += 1;
    }
    Ok(())
}
