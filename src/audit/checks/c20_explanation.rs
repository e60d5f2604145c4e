//! C20 原因说明与数字矛盾.

use crate::audit::statement::{Statement, statements, surest};
use crate::audit::subject::{finding, shown};
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow};
use crate::number::Fraction;
use crate::sheet::Direction;
use crate::value::Value;
use crate::words::findings::{self, consistency as words};

pub(super) const CHECK: Check = Check {
    code: "C20",
    title: words::c20_title,
    page: include_str!("../../../docs/checks/C20.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let lists = &subject.profile.words;
    let not_carried_out = statements(subject, &lists.not_carried_out);
    let not_reached = statements(subject, &lists.not_reached);
    let carried_out = statements(subject, &lists.carried_out);
    for (_, rows) in subject.indicators() {
        let index = rows[0].result.indicator;
        let met = rows.iter().all(|row| row.result.is_met() == Some(true));
        let unmet = rows
            .iter()
            .any(|row| row.result.completion.is_some_and(|c| c < Fraction::ONE));
        // 未组织评审, 展会取消: the clause speaks of something else, and nothing follows from it.
        let sure = |list| surest(list, index).filter(|one: &&Statement| one.sure);
        if let Some(statement) = sure(&not_carried_out)
            && rows.iter().any(shows_work)
        {
            let grade = (Severity::Error, Outcome::Fails);
            findings.push(contradiction(subject, rows, statement, grade));
        } else if let Some(statement) = match (met, unmet) {
            (true, _) => sure(&not_reached),
            (_, true) => sure(&carried_out),
            _ => None,
        } {
            let grade = (Severity::Warning, Outcome::Uncertain);
            findings.push(contradiction(subject, rows, statement, grade));
        }
    }
}

/// Whether the actual is a number above 0 of something that grows with the work.
fn shows_work(row: &SubjectRow) -> bool {
    let cost = matches!(row.result.direction, Some((Direction::AtMost, _)));
    let number = match &row.measure.actual.0.value {
        Value::Quantity(one) | Value::Approximate(one) | Value::Range { low: one, .. } => {
            one.number
        }
        _ => return false,
    };
    !cost && number.is_sign_positive() && !number.is_zero()
}

fn contradiction(
    subject: &Subject,
    rows: &[SubjectRow],
    statement: &Statement,
    grade: (Severity, Outcome),
) -> Finding {
    finding(
        CHECK.code,
        grade,
        subject.at_row(&rows[0]),
        |lang| {
            let name = &rows[0].indicator.name;
            let (sentence, word) = (&statement.sentence, &statement.word);
            let figures: Vec<String> = rows
                .iter()
                .map(|row| {
                    let (target, actual) = (&row.measure.target.0, &row.measure.actual.0);
                    words::target_and_actual(lang, shown(target, lang), shown(actual, lang))
                })
                .collect();
            let figures = figures.join(&findings::semicolon(lang));
            match grade.1 {
                Outcome::Fails => words::c20(lang, name, sentence, word, figures),
                _ => words::c20_uncertain(lang, name, sentence, word, figures),
            }
        },
        words::c20_help,
    )
}
