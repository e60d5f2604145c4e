//! C30 同一指标在整体表和项目表中不一致.

use crate::audit::compare::{Comparison, compare};
use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow, Together, text};
use crate::number::Fraction;
use crate::score::FullMarkSource;
use crate::sheet::Printed;
use crate::value::{Scale, Value};
use crate::words::Lang;
use crate::words::findings::{self, consistency as words};

pub(super) const CHECK: Check = Check {
    code: "C30",
    title: words::c30_title,
    page: include_str!("../../../docs/checks/C30.md"),
    run: Run::Across(run),
};

/// One indicator of a sheet.
struct Place<'s, 'a> {
    subject: &'s Subject<'a>,
    rows: &'s [SubjectRow<'a>],
}

/// What differs, gravest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Difference {
    Actuals,
    Bases,
    Targets,
    Points,
    Marks,
    Precision,
}

fn run(together: &Together, findings: &mut Vec<Finding>) {
    for unit in together.units() {
        let projects = together.projects(unit);
        for (indicator, rows) in unit.indicators() {
            let name = text::plain(&indicator.name);
            let here = Place {
                subject: unit,
                rows,
            };
            // Twice in the unit's own sheet: which one is meant is C47's question.
            if name.is_empty() || named(unit, &name).count() > 1 {
                continue;
            }
            let there: Vec<Place> = projects
                .iter()
                .flat_map(|project| named(project, &name))
                .filter(|there| there.rows.len() == rows.len())
                .collect();
            findings.extend(match there.as_slice() {
                [] => None,
                [there] => against_one(&here, there),
                several => against_several(&here, several),
            });
        }
    }
}

fn named<'s, 'a>(subject: &'s Subject<'a>, name: &str) -> impl Iterator<Item = Place<'s, 'a>> {
    subject
        .indicators()
        .filter(move |(indicator, _)| text::plain(&indicator.name) == name)
        .map(move |(_, rows)| Place { subject, rows })
}

fn against_one(here: &Place, there: &Place) -> Option<Finding> {
    let pairs = || here.rows.iter().zip(there.rows);
    let differing = pairs().filter_map(|(a, b)| Some((difference(a, b)?, a, b)));
    let differing: Vec<(Difference, &SubjectRow, &SubjectRow)> = differing.collect();
    let worst = differing.iter().map(|(difference, ..)| *difference).min()?;
    let grade = match worst {
        // A rate of the unit may cover more than this project: a weighted mean, or other people asked.
        Difference::Actuals if is_share(here) => (Severity::Warning, Outcome::Uncertain),
        Difference::Actuals | Difference::Points => (Severity::Warning, Outcome::Fails),
        Difference::Bases | Difference::Marks => (Severity::Warning, Outcome::Uncertain),
        Difference::Targets | Difference::Precision => (Severity::Note, Outcome::Uncertain),
    };
    let says = |lang| {
        let pairs = differing.iter().map(|(_, a, b)| {
            let (a, b) = (described(a, here, lang), described(b, there, lang));
            words::c30_pair(lang, a, b)
        });
        pairs.collect::<Vec<_>>().join(&findings::semicolon(lang))
    };
    let message = |lang| {
        let (name, says) = (&here.rows[0].indicator.name, says(lang));
        match worst {
            Difference::Actuals => words::c30_actuals(lang, name, says),
            Difference::Bases => words::c30_bases(lang, name, says),
            Difference::Targets => words::c30_targets(lang, name, says),
            Difference::Points => words::c30_points(lang, name, says),
            Difference::Marks => words::c30_marks(lang, name, says),
            Difference::Precision => words::c30_precision(lang, name, says),
        }
    };
    let place = here.subject.at_row(&here.rows[0]);
    Some(finding(CHECK.code, grade, place, message, words::c30_help))
}

/// Several project sheets carry the indicator: the unit's figure may be their sum or their mean.
fn against_several(here: &Place, there: &[Place]) -> Option<Finding> {
    let agree = |other: &Place| {
        let mut pairs = here.rows.iter().zip(other.rows);
        pairs.all(|(a, b)| difference(a, b).is_none())
    };
    if there.iter().all(agree) || is_sum(here, there) {
        return None;
    }
    let place = here.subject.at_row(&here.rows[0]);
    Some(finding(
        CHECK.code,
        (Severity::Note, Outcome::Uncertain),
        place,
        |lang| {
            // Every figure it rests on stands in the finding.
            let all = |places: &mut dyn Iterator<Item = &Place>| {
                let rows = places.flat_map(|one| one.rows.iter().map(move |row| (one, row)));
                let said: Vec<String> = rows.map(|(one, row)| described(row, one, lang)).collect();
                said.join(&findings::semicolon(lang))
            };
            let name = &here.rows[0].indicator.name;
            let (unit, projects) = (all(&mut std::iter::once(here)), all(&mut there.iter()));
            words::c30_several(lang, name, unit, there.len(), projects)
        },
        words::c30_help,
    ))
}

fn difference(a: &SubjectRow, b: &SubjectRow) -> Option<Difference> {
    let targets = compare(&a.measure.target.0, &b.measure.target.0);
    let actuals = compare(&a.measure.actual.0, &b.measure.actual.0);
    match (targets, actuals) {
        (Comparison::Same, Comparison::Different) => Some(Difference::Actuals),
        (_, Comparison::Different) => Some(Difference::Bases),
        (Comparison::Same, Comparison::Same) => points(a, b),
        (_, Comparison::Same) => Some(Difference::Targets),
        // A blank or unread actual is another check's matter.
        (_, Comparison::Unlike) => None,
    }
}

/// Compares points ÷ full mark over everything that would print as these points.
fn points(a: &SubjectRow, b: &SubjectRow) -> Option<Difference> {
    let (p, q) = (a.reported()?, b.reported()?);
    let (m, n) = (a.result.full_mark.as_ref()?, b.result.full_mark.as_ref()?);
    let nominal = |printed: &Printed, mark| Fraction::from(printed.value).over(mark).ok();
    if nominal(p, m.value)? == nominal(q, n.value)? {
        return None;
    }
    let ((low_a, high_a), (low_b, high_b)) = (shares(p, m.value)?, shares(q, n.value)?);
    if low_a < high_b && low_b < high_a {
        return Some(Difference::Precision);
    }
    let printed = [m, n]
        .iter()
        .all(|mark| !matches!(mark.source, FullMarkSource::Inferred(_)));
    // Nothing against something differs whatever the marks are.
    let sure = printed || p.value.is_zero() || q.value.is_zero();
    Some([Difference::Marks, Difference::Points][usize::from(sure)])
}

/// From p − ½ ulp (included) to p + ½ ulp (excluded), each divided by the full mark.
fn shares(printed: &Printed, mark: Fraction) -> Option<(Fraction, Fraction)> {
    let ulps = Fraction::from(2 * 10_i64.checked_pow(printed.places)?);
    let half = Fraction::ONE.over(ulps).ok()?;
    let points = Fraction::from(printed.value);
    let low = points.minus(half).ok()?.over(mark).ok()?;
    let high = points.plus(half).ok()?.over(mark).ok()?;
    Some((low, high))
}

fn is_share(here: &Place) -> bool {
    here.rows.iter().any(|row| {
        let target = &row.measure.target.0.value;
        matches!(target, Value::Quantity(one) if one.scale == Scale::Percent)
    })
}

/// Whether targets and actuals of the unit are the sums over the projects.
fn is_sum(here: &Place, there: &[Place]) -> bool {
    let sums = |side: fn(&SubjectRow) -> Option<rust_decimal::Decimal>| {
        here.rows.iter().enumerate().all(|(index, row)| {
            let mut parts = there.iter().map(|other| side(&other.rows[index]));
            let sum = parts.try_fold(rust_decimal::Decimal::ZERO, |sum, part| {
                sum.checked_add(part?)
            });
            sum.is_some() && sum == side(row)
        })
    };
    sums(|row| row.measure.target.0.number()) && sums(|row| row.measure.actual.0.number())
}

/// "whole 第 8 行：350项 → 355项，0/1 分".
fn described(row: &SubjectRow, place: &Place, lang: Lang) -> String {
    let unknown = || "?".to_owned();
    let points = row
        .reported()
        .map_or_else(unknown, |one| one.value.to_string());
    let mark = row.result.full_mark.as_ref();
    let mark = mark.map_or_else(unknown, |mark| mark.value.to_string());
    let (target, actual) = (&row.measure.target.0.text, &row.measure.actual.0.text);
    let sheet = &place.subject.sheet().id;
    words::c30_row(lang, sheet, row.measure.row, target, actual, points, mark)
}
