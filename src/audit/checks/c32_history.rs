//! C32 目标表的历史值与自评表的实际值不同.

use std::collections::BTreeMap;

use crate::audit::compare::{Comparison, compare};
use crate::audit::plans::{key, rows_by_key};
use crate::audit::subject::finding;
use crate::audit::together::is_same_project;
use crate::audit::{
    Check, Finding, Outcome, PromisedRow, Run, Severity, Subject, SubjectRow, TargetSubject,
    Together,
};
use crate::value::{Operator, Target, Value, Written};
use crate::words::findings::targets as words;

pub(super) const CHECK: Check = Check {
    code: "C32",
    title: words::c32_title,
    page: include_str!("../../../docs/checks/C32.md"),
    run: Run::Across(run),
};

/// Rows of one sheet by the key of their names.
type Rows<'s, 'a> = BTreeMap<String, Vec<&'s SubjectRow<'a>>>;

fn run(together: &Together, findings: &mut Vec<Finding>) {
    for table in together.tables {
        let mut years: Vec<u16> = table
            .annual
            .iter()
            .flat_map(|row| row.history())
            .map(|(year, _)| year)
            .collect();
        years.sort_unstable();
        years.dedup();
        for year in years {
            let all = together.of_year(table, year);
            let mut same: Vec<&Subject> = all.clone();
            same.retain(|sheet| is_same_project(table, sheet));
            // A project may have gone on under another name: its indicators tell.
            let chosen = [same, all].into_iter().find(|some| !some.is_empty());
            let chosen: Vec<(&Subject, Rows)> = chosen
                .unwrap_or_default()
                .into_iter()
                .map(|sheet| (sheet, rows_by_key(sheet)))
                .collect();
            let rows = table.annual.iter();
            findings.extend(rows.filter_map(|row| against(table, row, year, &chosen)));
        }
    }
}

fn against(
    table: &TargetSubject,
    row: &PromisedRow,
    year: u16,
    sheets: &[(&Subject, Rows)],
) -> Option<Finding> {
    let value = row.of_year(year)?;
    let name = key(&table.profile.words, row.name());
    let mut found = sheets.iter().flat_map(|(sheet, rows)| {
        let rows = rows.get(&name).into_iter().flatten();
        rows.map(move |row| (*sheet, *row))
    });
    // Which of several is meant is open.
    let (sheet, reported) = found.next().filter(|_| found.next().is_none())?;
    let actual = &reported.measure.actual.0;
    if !differs(value, actual) {
        return None;
    }
    let target = &reported.measure.target.0;
    let is_target = compare(&value.0, target) == Comparison::Same;
    let sure_join = is_same_project(table, sheet) && !is_target;
    let severity = [Severity::Note, Severity::Warning][usize::from(sure_join)];
    let message = |lang| {
        let (id, other) = (&sheet.sheet().id, &reported.indicator.name);
        let place = words::c32_place(lang, id, reported.measure.row, other);
        let value = &value.0.text;
        let said = words::c32(lang, row.name(), year, value, place, &actual.text);
        match is_target {
            true => words::c32_is_target(lang, said, &target.text),
            false => said,
        }
    };
    let grade = (severity, Outcome::Uncertain);
    let found = finding(
        CHECK.code,
        grade,
        table.at_row(row),
        message,
        words::c32_help,
    );
    Some(found.figures(&value.0.text, &actual.text))
}

/// Two numbers of one kind that are not the same; ≥98% does not contradict 100%.
fn differs(value: &Target, actual: &Written) -> bool {
    let (Value::Quantity(planned), Value::Quantity(reached)) = (&value.0.value, &actual.value)
    else {
        return false;
    };
    let holds = match value.0.operator {
        Some(Operator::AtLeast | Operator::MoreThan) => reached.number >= planned.number,
        Some(Operator::AtMost | Operator::LessThan) => reached.number <= planned.number,
        Some(Operator::Equal) | None => false,
    };
    let doubts = !value.0.doubts.is_empty() || !actual.doubts.is_empty();
    !holds && !doubts && compare(&value.0, actual) == Comparison::Different
}
