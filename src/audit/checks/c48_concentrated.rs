//! C48 分值过于集中在一行.

use crate::audit::subject::{finding, percent};
use crate::audit::{
    Check, Finding, Outcome, Place, Profile, Run, Severity, Subject, TargetSubject,
};
use crate::number::Fraction;
use crate::words::Lang;
use crate::words::findings::quality as words;

pub(super) const CHECK: Check = Check {
    code: "C48",
    title: words::c48_title,
    page: include_str!("../../../docs/checks/C48.md"),
    run: Run::Either(run, targets),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    // With a few rows every row is heavy.
    if subject.sheet().indicators.len() < subject.profile.few_indicators {
        return;
    }
    let marks = subject
        .rows
        .iter()
        .map(|row| row.result.effective_full_mark());
    let heavy = heavy(marks.collect(), subject.profile);
    findings.extend(heavy.into_iter().map(|heavy| {
        let row = &subject.rows[heavy.row];
        heavy.finding(subject.at_row(row), |lang| row.label(lang))
    }));
}

fn targets(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    let rows = &subject.annual;
    if rows.len() < subject.profile.few_indicators {
        return;
    }
    let marks = rows
        .iter()
        .map(|row| row.row.full_mark.mark().map(Fraction::from));
    let heavy = heavy(marks.collect(), subject.profile);
    findings.extend(heavy.into_iter().map(|heavy| {
        let row = &rows[heavy.row];
        heavy.finding(subject.at_row(row), |_| row.name().to_owned())
    }));
}

/// A row that carries much of all marks.
struct Heavy {
    row: usize,
    mark: Fraction,
    sum: Fraction,
    share: Fraction,
    limit: Fraction,
}

/// The heavy rows; none where a mark is not known. Rows that all weigh the same are not concentrated,
/// however few they are.
fn heavy(marks: Option<Vec<Fraction>>, profile: &Profile) -> Vec<Heavy> {
    let marks = marks.unwrap_or_default();
    let limit = profile.concentrated.0;
    let Ok(sum) = marks.iter().try_fold(Fraction::ZERO, |a, b| a.plus(*b)) else {
        return Vec::new();
    };
    let rows = marks.iter().enumerate().filter_map(|(row, &mark)| {
        let share = mark.over(sum).ok().filter(|share| *share >= limit)?;
        let outweighs_another = marks.iter().any(|other| *other < mark);
        outweighs_another.then_some(Heavy {
            row,
            mark,
            sum,
            share,
            limit,
        })
    });
    rows.collect()
}

impl Heavy {
    fn finding(&self, place: Place, name: impl Fn(Lang) -> String) -> Finding {
        finding(
            CHECK.code,
            (Severity::Note, Outcome::Uncertain),
            place,
            |lang| {
                let (share, limit) = (percent(self.share), percent(self.limit));
                words::c48(lang, name(lang), self.mark, self.sum, share, limit)
            },
            words::c48_help,
        )
    }
}
