//! C30 同一指标在整体表和项目表中不一致.

use std::collections::{BTreeMap, HashMap};

use crate::audit::compare::{Comparison, compare};
use crate::audit::join::{Basis, How, Item, Kind, join};
use crate::audit::shares::{OtherShare, other_share};
use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow, Together, text};
use crate::value::{Scale, Value, Written};
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
        if !projects.is_empty() {
            compare_unit(together, unit, &projects, findings);
        }
    }
}

/// The unit's indicators against those of all its projects by name.
fn compare_unit<'a>(
    together: &Together<'_, 'a>,
    unit: &Subject<'a>,
    projects: &[&Subject<'a>],
    findings: &mut Vec<Finding>,
) {
    let places = |subject| move |(_, rows)| Place { subject, rows };
    let here: Vec<Place> = unit.indicators().map(places(unit)).collect();
    // Twice in the unit's own sheet: which one is meant is C47's question.
    let mut times: HashMap<String, usize> = HashMap::new();
    for place in &here {
        *times.entry(text::plain(place.name())).or_default() += 1;
    }
    let once = |place: &Place| times.get(&text::plain(place.name())) == Some(&1);
    let here: Vec<Place> = here.into_iter().filter(once).collect();
    let mut there: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for project in projects {
        for place in project.indicators().map(places(project)) {
            let name = text::plain(place.name());
            there.entry(name).or_default().push(place);
        }
    }
    let there: Vec<Vec<Place>> = there.into_values().collect();
    let left: Vec<Item> = here.iter().map(Place::item).collect();
    let right: Vec<Item> = there.iter().map(|places| places[0].item()).collect();
    let joined = join(together.profile, Kind::Indicator, &left, &right);
    let mut found: Vec<(usize, Finding)> = Vec::new();
    for (left, right, how) in joined.pairs {
        let (here, there) = (&here[left], &there[right]);
        let same_rows = there
            .iter()
            .filter(|there| there.rows.len() == here.rows.len());
        let finding = match same_rows.collect::<Vec<_>>()[..] {
            [] => None,
            [there] => against_one(here, there, how),
            ref several => against_several(here, several),
        };
        let (name, other) = (here.name(), there[0].name());
        let basis = Basis::of_names(together.profile, Kind::Indicator, name, other, how);
        let units = Basis::of_units(&unit.sheet().unit, &there[0].subject.sheet().unit);
        found.extend(finding.map(|finding| (left, basis.and(&units).under(finding))));
    }
    for open in joined.open {
        let there: Vec<&Place> = open.right.iter().flat_map(|one| &there[*one]).collect();
        let finding = open
            .left
            .first()
            .and_then(|left| against_none(&here[*left], &there));
        found.extend(finding.map(|finding| (open.left[0], finding)));
    }
    found.sort_by_key(|(place, _)| *place);
    findings.extend(found.into_iter().map(|(_, finding)| finding));
}

impl<'s, 'a> Place<'s, 'a> {
    fn name(&self) -> &'a str {
        &self.rows[0].indicator.name
    }

    /// An indicator of several measures counts several things.
    fn item(&self) -> Item<'a> {
        let first = &self.rows[0];
        let item = Item::new(
            self.name(),
            first.indicator.level2(),
            &first.measure.target.0,
        );
        Item {
            unit: if self.rows.len() == 1 { item.unit } else { "" },
            ..item
        }
    }
}

fn against_one(here: &Place, there: &Place, how: How) -> Option<Finding> {
    let pairs = || here.rows.iter().zip(there.rows);
    let differing = pairs().filter_map(|(a, b)| Some((difference(a, b)?, a, b)));
    let differing: Vec<(Difference, &SubjectRow, &SubjectRow)> = differing.collect();
    let worst = differing.iter().map(|(difference, ..)| *difference).min()?;
    // Names that are only alike have to promise the same, and more than a rate as many others do.
    let is_alike = matches!(how, How::Alike { .. });
    let promise_the_same = matches!(worst, Difference::Actuals | Difference::Points);
    if is_alike && (!promise_the_same || is_share(here)) {
        return None;
    }
    let grade = match worst {
        _ if is_alike => (Severity::Note, Outcome::Uncertain),
        // A rate of the unit may cover more than that of the project: another project, or its own work.
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
fn against_several(here: &Place, there: &[&Place]) -> Option<Finding> {
    let agree = |other: &&Place| {
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
            let (unit, projects) = (
                all(&mut std::iter::once(here)),
                all(&mut there.iter().copied()),
            );
            words::c30_several(lang, name, unit, there.len(), projects)
        },
        words::c30_help,
    ))
}

/// Several names may be meant; of no matter where one of them reports the same.
fn against_none(here: &Place, there: &[&Place]) -> Option<Finding> {
    let same = |other: &&Place| {
        let mut pairs = here.rows.iter().zip(other.rows);
        let same = |a: &Written, b: &Written| compare(a, b) == Comparison::Same;
        pairs.all(|(a, b)| {
            let (x, y) = (&a.measure, &b.measure);
            same(&x.target.0, &y.target.0) && same(&x.actual.0, &y.actual.0)
        })
    };
    if there.iter().any(same) {
        return None;
    }
    let message = |lang| {
        let places = there
            .iter()
            .map(|other| described(&other.rows[0], other, lang));
        let places = places.collect::<Vec<_>>().join(&findings::semicolon(lang));
        words::c30_open(
            lang,
            here.name(),
            described(&here.rows[0], here, lang),
            places,
        )
    };
    let (grade, place) = (
        (Severity::Note, Outcome::Uncertain),
        here.subject.at_row(&here.rows[0]),
    );
    Some(finding(CHECK.code, grade, place, message, words::c30_help))
}

fn difference(a: &SubjectRow, b: &SubjectRow) -> Option<Difference> {
    let targets = compare(&a.measure.target.0, &b.measure.target.0);
    let actuals = compare(&a.measure.actual.0, &b.measure.actual.0);
    match (targets, actuals) {
        (Comparison::Same, Comparison::Different) => Some(Difference::Actuals),
        (_, Comparison::Different) => Some(Difference::Bases),
        (Comparison::Same, Comparison::Same) => other_share(a, b).map(|share| match share {
            OtherShare::Proven => Difference::Points,
            OtherShare::Inferred => Difference::Marks,
            OtherShare::Precision => Difference::Precision,
        }),
        (_, Comparison::Same) => Some(Difference::Targets),
        // A blank or unread actual is another check's matter.
        (_, Comparison::Unlike) => None,
    }
}

fn is_share(here: &Place) -> bool {
    here.rows.iter().any(|row| {
        let target = &row.measure.target.0.value;
        matches!(target, Value::Quantity(one) if one.scale == Scale::Percent)
    })
}

/// Whether targets and actuals of the unit are the sums over the projects.
fn is_sum(here: &Place, there: &[&Place]) -> bool {
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
