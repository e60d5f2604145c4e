//! C62 自评与重算偏差大.

use crate::audit::subject::{finding, percent};
use crate::audit::{Check, Entry, Finding, Outcome, Portfolio, Profile, Run, Severity};
use crate::number::Fraction;
use crate::words::Lang;
use crate::words::findings::{many as words, semicolon};

pub(super) const CHECK: Check = Check {
    code: "C62",
    title: words::c62_title,
    page: include_str!("../../../docs/checks/C62.md"),
    run: Run::Many(run),
};

fn run(portfolio: &Portfolio, profile: &Profile, findings: &mut Vec<Finding>) {
    for entry in portfolio.entries() {
        let (Some(deviation), Some(reported), Some(computed)) =
            (entry.deviation(), entry.reported, entry.computed)
        else {
            continue;
        };
        let limit = profile.many.deviation.0;
        let far = deviation.absolute() > limit;
        let grades = changed_grade(entry, deviation);
        if !far && grades.is_none() {
            continue;
        }
        let says = |lang: Lang| {
            let (reported, off) = (reported.value, percent(deviation));
            let off = far.then(|| words::c62_off(lang, reported, computed, off, percent(limit)));
            let grade = grades.map(|(is, other)| {
                let name = |index: usize| entry.pack.grades[index].name.get(lang);
                words::c62_grade(lang, reported, name(is), computed, name(other))
            });
            let parts: Vec<String> = off.into_iter().chain(grade).collect();
            parts.join(&semicolon(lang))
        };
        // What is proven wrong is said row by row; this is where to look first.
        let grade = (Severity::Warning, Outcome::Uncertain);
        let place = entry.total_place();
        let found = finding(CHECK.code, grade, place, says, words::c62_help);
        findings.push(found.figures(reported.value, computed));
    }
}

/// The bands of both totals where they differ. Of a sheet that prints its grade C09 speaks.
fn changed_grade(entry: &Entry, deviation: Fraction) -> Option<(usize, usize)> {
    let silent = entry.prints_grade || deviation.is_zero();
    let (Some(reported), Some(computed)) = entry.grades else {
        return None;
    };
    (reported != computed && !silent).then_some((reported, computed))
}
