//! C60 to C63: folders with the sheets of many units.

use super::super::figures::plain;
use super::super::model::{Bundle, Kind, Measure, Sheet};
use super::super::money;
use super::super::names::CAUSES;
use super::super::rng::Rng;
use super::super::run::Place;
use super::super::sheet::{self, Subject};
use super::completeness::respend;
use super::{
    Pack, Planter, Spot, at_sheet, close, explain_beside, is_count, meet_all, near, set_done,
    uncertain,
};

pub const ALL: &[Planter] = &[
    near("C60", "many units' sheets as they come", |_, _| {
        Some(Vec::new())
    })
    .folder()
    .silent(&["C60", "C61"]),
    near(
        "C60",
        "a few full sheets of every unit, some equal totals",
        |_, bundle| {
            let pack = bundle.pack;
            for sheet in bundle.sheets.iter_mut().step_by(4) {
                fill_up(&pack, sheet);
            }
            Some(Vec::new())
        },
    )
    .folder()
    .silent(&["C60"]),
    uncertain("C60", "one total on most sheets", same_total)
        .folder()
        .also(&["C01", "C09"]),
    uncertain("C60", "full marks on every sheet", |_, bundle| {
        let pack = bundle.pack;
        bundle
            .sheets
            .iter_mut()
            .for_each(|sheet| fill_up(&pack, sheet));
        anywhere(bundle)
    })
    .folder(),
    uncertain(
        "C60",
        "a department with full marks only",
        all_full_department,
    )
    .folder(),
    uncertain("C60", "a unit with full marks only", all_full_unit).folder(),
    uncertain(
        "C60",
        "the points of another unit's sheet, row by row",
        same_rows,
    )
    .folder(),
    uncertain(
        "C61",
        "another unit's explanation word for word",
        |rng, bundle| {
            let long = format!(
                "{}，年度内多次协调仍未到位，相关工作已列入次年计划统筹推进",
                rng.pick(CAUSES)
            );
            copied(rng, bundle, |_| long.clone())
        },
    )
    .folder(),
    uncertain(
        "C61",
        "another unit's explanation with other figures",
        |rng, bundle| {
            let cause = *rng.pick(CAUSES);
            let mut count = rng.between(3, 90);
            copied(rng, bundle, move |_| {
                count += 7;
                format!(
                    "{cause}，原定{count}场活动中有{}场推迟到次年春季统一组织，资金按程序收回",
                    count / 3
                )
            })
        },
    )
    .folder(),
    uncertain(
        "C61",
        "another unit's explanation with the own name in it",
        |rng, bundle| {
            let cause = *rng.pick(CAUSES);
            copied(rng, bundle, move |sheet| {
                format!(
                    "{}{cause}，经集体研究决定调整实施节奏，后续由{}统筹安排并加强监管",
                    sheet.unit, sheet.unit
                )
            })
        },
    )
    .folder(),
    near(
        "C61",
        "short phrases, and one unit's explanation in its own sheets",
        |rng, bundle| {
            let long = format!(
                "{}，年度内多次协调仍未到位，相关工作已列入次年计划统筹推进",
                rng.pick(CAUSES)
            );
            let unit = bundle.sheets[0].unit.clone();
            for sheet in &mut bundle.sheets {
                sheet
                    .reasons
                    .push("主要是资金拨付较晚，进度靠后".to_owned());
                if sheet.unit == unit {
                    sheet.reasons.push(long.clone());
                }
            }
            Some(Vec::new())
        },
    )
    .folder()
    .silent(&["C61"]),
    uncertain("C62", "a total far too high", |rng, bundle| {
        off(rng, bundle, true)
    })
    .folder()
    .also(&["C01", "C09"]),
    uncertain("C62", "a total far too low", |rng, bundle| {
        off(rng, bundle, false)
    })
    .folder()
    .also(&["C01", "C09"]),
    uncertain(
        "C62",
        "a total in the next grade, no grade printed",
        next_grade,
    )
    .folder()
    .also(&["C01"]),
    near("C62", "a total off in its last place", |rng, bundle| {
        let at = rng.below(bundle.sheets.len());
        let sheet = &mut bundle.sheets[at];
        let total = total(sheet);
        (total % 1_000 > 100).then_some(())?;
        print_total(sheet, total - 1);
        Some(Vec::new())
    })
    .folder()
    .also(&["C01"])
    .silent(&["C60"]),
    uncertain("C63", "one sheet with very few rows", few_rows).folder(),
    uncertain("C63", "one sheet far above most of its targets", far_above).folder(),
    uncertain("C63", "one sheet that hits its targets to the digit", hits).folder(),
    uncertain("C63", "one sheet in full with little of its money", idle).folder(),
    near("C63", "one sheet with fewer rows", |rng, bundle| {
        let at = project_sheet(rng, bundle)?;
        bundle.sheets[at] = of_size(rng, bundle, at, 11);
        spots(&[at])
    })
    .folder()
    .silent(&["C63"]),
];

/// Every target reached, all the money spent.
fn fill_up(pack: &Pack, sheet: &mut Sheet) {
    meet_all(pack, sheet);
    respend(pack, sheet, 1_000);
}

fn anywhere(bundle: &Bundle) -> Option<Vec<Spot>> {
    Some(
        (0..bundle.sheets.len())
            .map(|at| (Place::Sheet(at), None))
            .collect(),
    )
}

/// The sheets for which something holds.
fn which(bundle: &Bundle, fits: impl Fn(&Sheet) -> bool) -> Vec<usize> {
    let all = bundle.sheets.iter().enumerate();
    all.filter(|(_, sheet)| fits(sheet))
        .map(|(at, _)| at)
        .collect()
}

fn spots(places: &[usize]) -> Option<Vec<Spot>> {
    Some(places.iter().map(|at| (Place::Sheet(*at), None)).collect())
}

/// Sheets of a group in full, if there are enough of them and not only them.
fn full(bundle: &mut Bundle, group: &[usize], least: usize) -> Option<Vec<Spot>> {
    let enough = group.len() >= least && group.len() * 2 < bundle.sheets.len();
    enough.then_some(())?;
    let pack = bundle.pack;
    group
        .iter()
        .for_each(|at| fill_up(&pack, &mut bundle.sheets[*at]));
    spots(group)
}

fn all_full_department(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let department = bundle.sheets[rng.below(bundle.sheets.len())]
        .department
        .clone()?;
    let group = which(bundle, |one| {
        one.project.is_some() && one.department.as_ref() == Some(&department)
    });
    full(bundle, &group, 10)
}

fn all_full_unit(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let unit = bundle.sheets[rng.below(bundle.sheets.len())].unit.clone();
    let group = which(bundle, |one| one.unit == unit && one.project.is_some());
    let marked = group.iter().all(|at| bundle.sheets[*at].style.prints_marks);
    marked.then_some(())?;
    full(bundle, &group, 5)
}

/// The total as the rows and the execution part make it.
fn total(sheet: &Sheet) -> u128 {
    sheet.rows().map(|(_, _, one)| one.points).sum::<u128>() + sheet.money.points
}

fn print_total(sheet: &mut Sheet, hundredths: u128) {
    sheet.narrative.clear();
    sheet.total = Some(super::super::exact::trimmed(hundredths, 2));
    if sheet.grade.is_some() {
        sheet.grade = Some(sheet::grade(hundredths).to_owned());
    }
}

fn same_total(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let projects = which(bundle, |one| one.project.is_some());
    let total = u128::from(rng.between(900, 990)) * 10;
    let most = projects.len() * 7 / 10;
    for at in &projects[..most] {
        print_total(&mut bundle.sheets[*at], total);
    }
    (most >= 15).then(|| spots(&projects))?
}

/// Another unit hands in the rows of a sheet under names of its own.
fn same_rows(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let below = |sheet: &Sheet| {
        sheet
            .rows()
            .filter(|(_, _, one)| one.points < one.mark)
            .count()
    };
    let fits = |one: &Sheet| {
        one.project.is_some()
            && one.style.prints_marks
            && below(one) >= 3
            && one.rows().count() >= 8
    };
    let from = which(bundle, fits);
    let from = *from.get(rng.below(from.len().max(1)))?;
    let others = which(bundle, |one| {
        one.project.is_some() && one.unit != bundle.sheets[from].unit
    });
    let to = *others.get(rng.below(others.len().max(1)))?;
    let (old, mut new) = (&bundle.sheets[to], bundle.sheets[from].clone());
    (new.unit, new.project, new.department) = (
        old.unit.clone(),
        old.project.clone(),
        old.department.clone(),
    );
    new.title = "项目支出绩效自评表".to_owned();
    new.narrative.clear();
    new.goals.clear();
    explain_beside(&bundle.pack, &mut new);
    bundle.sheets[to] = new;
    spots(&[from, to])
}

/// Gives an explanation to two sheets of two units, or three.
fn copied(
    rng: &mut Rng,
    bundle: &mut Bundle,
    mut text: impl FnMut(&Sheet) -> String,
) -> Option<Vec<Spot>> {
    let mut places = Vec::new();
    for _ in 0..rng.between(2, 3) {
        let at = rng.below(bundle.sheets.len());
        if places
            .iter()
            .all(|other: &usize| bundle.sheets[*other].unit != bundle.sheets[at].unit)
        {
            places.push(at);
            let reason = text(&bundle.sheets[at]);
            bundle.sheets[at].reasons.push(reason);
        }
    }
    (places.len() > 1).then(|| spots(&places))?
}

/// Whether the rule gives every row its points: none of them is a person's judgement that is not stated.
fn is_computed(sheet: &Sheet) -> bool {
    let two_units = |one: &Measure| one.target.contains('万') != one.actual.contains('万');
    let open = |one: &Measure| {
        matches!(one.kind, Kind::Degree | Kind::Loose | Kind::Trend)
            || (one.unit.ends_with('元') && two_units(one))
    };
    sheet.style.prints_marks && !sheet.rows().any(|(_, _, one)| open(one))
}

fn off(rng: &mut Rng, bundle: &mut Bundle, high: bool) -> Option<Vec<Spot>> {
    let places = which(bundle, is_computed);
    let at = *places.get(rng.below(places.len().max(1)))?;
    let sheet = &mut bundle.sheets[at];
    let (own, percent) = (total(sheet), u128::from(rng.between(7, 25)));
    let other = if high {
        own + own * percent / 100
    } else {
        own - own * percent / 100
    };
    (other <= 10_000).then_some(())?;
    print_total(sheet, other);
    at_sheet(at)
}

fn next_grade(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let near = |sheet: &Sheet| (8_700..8_940).contains(&total(sheet));
    let places = which(bundle, |one| near(one) && is_computed(one));
    let at = *places.get(rng.below(places.len().max(1)))?;
    bundle.sheets[at].grade = None;
    print_total(&mut bundle.sheets[at], 9_000);
    at_sheet(at)
}

fn project_sheet(rng: &mut Rng, bundle: &Bundle) -> Option<usize> {
    let places = which(bundle, |one| one.project.is_some());
    (places.len() >= 20).then(|| *rng.pick(&places))
}

/// The sheet anew with about so many rows.
fn of_size(rng: &mut Rng, bundle: &Bundle, at: usize, size: usize) -> Sheet {
    let old = &bundle.sheets[at];
    let subject = Subject {
        year: old.year,
        unit: old.unit.clone(),
        project: old.project.clone(),
    };
    let print = money::print(rng);
    let budget = money::budget(rng, print);
    let executed = money::executed(rng, budget);
    let rest = (&[][..], &mut Default::default());
    let new = sheet::with_rows(
        rng,
        &bundle.pack,
        &subject,
        (print, budget, executed),
        size,
        rest,
    );
    Sheet {
        department: old.department.clone(),
        ..new
    }
}

fn few_rows(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let at = project_sheet(rng, bundle)?;
    bundle.sheets[at] = of_size(rng, bundle, at, 2);
    at_sheet(at)
}

fn far_above(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (at, pack) = (project_sheet(rng, bundle)?, bundle.pack);
    let sheet = &mut bundle.sheets[at];
    let counts: Vec<u32> = sheet
        .rows()
        .filter(|(_, _, one)| is_count(one))
        .map(|(row, ..)| row)
        .collect();
    (counts.len() * 2 >= sheet.rows().count()).then_some(())?;
    for row in counts {
        let aim = sheet.measure_mut(row).aim;
        set_done(&pack, sheet, row, aim * u128::from(rng.between(2, 5)));
    }
    explain_beside(&pack, sheet);
    at_sheet(at)
}

/// All others do a little more than they promised.
fn hits(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (at, pack) = (project_sheet(rng, bundle)?, bundle.pack);
    for (number, sheet) in bundle.sheets.iter_mut().enumerate() {
        let figured: Vec<(u32, u128, Kind)> = sheet
            .rows()
            .filter(|(_, _, one)| matches!(one.kind, Kind::AtLeast | Kind::AtMost))
            .map(|(row, _, one)| (row, one.aim, one.kind))
            .collect();
        for (row, aim, kind) in figured {
            let step = match kind {
                Kind::AtMost => aim - 100,
                _ if sheet.measure_mut(row).unit == "%" && aim >= 100_000 => continue,
                _ if sheet.measure_mut(row).unit == "%" => aim + 500,
                _ => aim + aim / 10 / 1_000 * 1_000 + 1_000,
            };
            let done = if number == at { aim } else { step };
            let measure = sheet.measure_mut(row);
            (measure.done, measure.actual) = (done, plain(done, measure.unit));
            sheet::resettle(&pack, sheet, row);
        }
        explain_beside(&pack, sheet);
        close(sheet);
    }
    at_sheet(at)
}

fn idle(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (at, pack) = (project_sheet(rng, bundle)?, bundle.pack);
    let sheet = &mut bundle.sheets[at];
    meet_all(&pack, sheet);
    respend(&pack, sheet, rng.between(50, 300));
    sheet.style.prints_marks.then_some(())?;
    at_sheet(at)
}
