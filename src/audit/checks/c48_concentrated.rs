//! C48 分值过于集中在一行.

use crate::audit::subject::{finding, percent};
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, TargetSubject};
use crate::number::Fraction;
use crate::words::findings::quality as words;

pub(super) const CHECK: Check = Check {
    code: "C48",
    title: words::c48_title,
    page: include_str!("../../../docs/checks/C48.md"),
    run: Run::Either(run, targets),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let marks: Option<Vec<Fraction>> = subject
        .rows
        .iter()
        .map(|row| row.result.effective_full_mark())
        .collect();
    let Some(marks) = marks else { return };
    let Ok(sum) = marks.iter().try_fold(Fraction::ZERO, |a, b| a.plus(*b)) else {
        return;
    };
    // With a few rows every row is heavy.
    if subject.sheet().indicators.len() < subject.profile.few_indicators {
        return;
    }
    for (row, mark) in subject.rows.iter().zip(&marks) {
        let Ok(share) = mark.over(sum) else { return };
        // A sheet whose rows all weigh the same is not concentrated, however few they are.
        let outweighs_another = marks.iter().any(|other| other < mark);
        if share < subject.profile.concentrated.0 || !outweighs_another {
            continue;
        }
        findings.push(finding(
            CHECK.code,
            (Severity::Note, Outcome::Uncertain),
            subject.at_row(row),
            |lang| {
                let limit = percent(subject.profile.concentrated.0);
                words::c48(lang, row.label(lang), mark, sum, percent(share), limit)
            },
            words::c48_help,
        ));
    }
}

fn targets(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    let rows = &subject.annual;
    let marks = rows.iter().map(|row| row.row.full_mark.mark());
    let marks: Option<Vec<Fraction>> = marks.map(|mark| mark.map(Fraction::from)).collect();
    let Some(marks) = marks else { return };
    let Ok(sum) = marks.iter().try_fold(Fraction::ZERO, |a, b| a.plus(*b)) else {
        return;
    };
    if rows.len() < subject.profile.few_indicators {
        return;
    }
    for (row, mark) in rows.iter().zip(&marks) {
        let Ok(share) = mark.over(sum) else { return };
        let outweighs_another = marks.iter().any(|other| other < mark);
        if share < subject.profile.concentrated.0 || !outweighs_another {
            continue;
        }
        findings.push(finding(
            CHECK.code,
            (Severity::Note, Outcome::Uncertain),
            subject.at_row(row),
            |lang| {
                let limit = percent(subject.profile.concentrated.0);
                words::c48(lang, row.name(), mark, sum, percent(share), limit)
            },
            words::c48_help,
        ));
    }
}
