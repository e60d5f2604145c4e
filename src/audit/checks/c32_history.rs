//! C32 目标表的历史值与自评表的实际值不同.

use crate::audit::compare::{Comparison, compare};
use crate::audit::rows::{Matched, Unsettled, of_earlier, place};
use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Severity, SubjectRow, TargetSubject, Together};
use crate::value::{Operator, Target, Value, Written};
use crate::words::findings::{self, targets as words};

pub(super) const CHECK: Check = Check {
    code: "C32",
    title: words::c32_title,
    page: include_str!("../../../docs/checks/C32.md"),
    run: Run::Across(run),
};

fn run(together: &Together, findings: &mut Vec<Finding>) {
    for (index, table) in together.tables.iter().enumerate() {
        if together.copied_tables.repeated[index] {
            continue;
        }
        let history = table.annual.iter().flat_map(|row| row.history());
        let mut years: Vec<u16> = history.map(|(year, _)| year).collect();
        years.sort_unstable();
        years.dedup();
        for year in years {
            let (mut matched, open) = of_earlier(together, index, year);
            matched.sort_by_key(|one| one.promise.number);
            findings.extend(matched.iter().filter_map(|one| against(table, one, year)));
            findings.extend(open.iter().filter_map(|one| against_none(table, one, year)));
        }
    }
}

fn against(table: &TargetSubject, matched: &Matched, year: u16) -> Option<Finding> {
    let (row, reported) = (matched.promise, matched.row);
    let value = row.of_year(year)?;
    let actual = &reported.measure.actual.0;
    if !differs(value, actual) {
        return None;
    }
    let target = &reported.measure.target.0;
    let is_target = compare(&value.0, target) == Comparison::Same;
    let likely = matched.same_project && !matched.alike && !is_target;
    let message = |lang| {
        let place = place(matched.sheet, reported, lang);
        let value = &value.0.text;
        let said = words::c32(lang, row.name(), year, value, place, &actual.text);
        match is_target {
            true => words::c32_is_target(lang, said, &target.text),
            false => said,
        }
    };
    let severity = [Severity::Note, Severity::Warning][usize::from(likely)];
    let grade = (severity, Outcome::Uncertain);
    let found = finding(
        CHECK.code,
        grade,
        table.at_row(row),
        message,
        words::c32_help,
    );
    Some(
        matched
            .basis
            .under(found.figures(&value.0.text, &actual.text)),
    )
}

/// Several rows may be meant, and the value is that of none of them.
fn against_none(table: &TargetSubject, open: &Unsettled, year: u16) -> Option<Finding> {
    let [row] = open.promises[..] else {
        return None;
    };
    let value = row.of_year(year)?;
    let actual = |row: &SubjectRow| row.measure.actual.0.text.clone();
    if !open
        .rows
        .iter()
        .all(|(_, one)| differs(value, &one.measure.actual.0))
    {
        return None;
    }
    let message = |lang| {
        let candidates = open
            .rows
            .iter()
            .map(|(sheet, row)| words::c32_candidate(lang, place(sheet, row, lang), actual(row)));
        let candidates = candidates
            .collect::<Vec<_>>()
            .join(&findings::separator(lang));
        words::c32_open(lang, row.name(), year, &value.0.text, year, candidates)
    };
    let grade = (Severity::Note, Outcome::Uncertain);
    Some(finding(
        CHECK.code,
        grade,
        table.at_row(row),
        message,
        words::c32_help,
    ))
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
