//! C30 to C34: one document against another.

use super::super::figures::plain;
use super::super::model::{Bundle, Kind};
use super::super::rng::Rng;
use super::super::run::Place;
use super::super::sheet;
use super::{Planter, Spot, explain_beside, fails, indicator_of, is_count, set_points, uncertain};

pub const ALL: &[Planter] = &[
    fails("C30", "another actual on the unit's sheet", other_actual).whole(),
    fails(
        "C30",
        "no points on the unit's sheet, full on the project's",
        other_points,
    )
    .whole()
    .also(&["C04"]),
    fails("C31", "a target lower than approved", lowered).whole(),
    uncertain("C31", "a target higher than approved", raised).whole(),
    uncertain(
        "C32",
        "a plan's column of the year differs from the actual reported",
        history,
    )
    .whole(),
    fails(
        "C34",
        "a project sheet that the report does not list",
        unlisted,
    )
    .whole(),
    uncertain("C34", "a listed project without a sheet", no_sheet).whole(),
];

/// A count that the unit's sheet shares with one project's: their rows.
pub(super) fn shared(rng: &mut Rng, bundle: &Bundle) -> Option<(u32, usize, u32)> {
    let single = |sheet: &super::Sheet, row: u32| {
        sheet.indicators[indicator_of(sheet, row)].measures.len() == 1
    };
    let unit = &bundle.sheets[0];
    let mut found = Vec::new();
    for (row, index, one) in unit
        .rows()
        .filter(|(row, _, one)| is_count(one) && one.mark_text.is_some() && single(unit, *row))
    {
        for (at, sheet) in bundle.sheets.iter().enumerate().skip(1) {
            let name = &unit.indicators[index].name;
            let same = sheet.rows().find(|(_, other, measure)| {
                sheet.indicators[*other].name == *name
                    && measure.points == measure.mark
                    && measure.mark_text.is_some()
            });
            found.extend(
                same.filter(|_| one.points == one.mark)
                    .map(|(other, _, _)| (row, at, other)),
            );
        }
    }
    (!found.is_empty()).then(|| *rng.pick(&found))
}

pub(super) fn spots((row, at, other): (u32, usize, u32)) -> Option<Vec<Spot>> {
    Some(vec![
        (Place::Sheet(0), Some(row)),
        (Place::Sheet(at), Some(other)),
    ])
}

fn other_actual(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let rows = shared(rng, bundle)?;
    let (pack, unit) = (bundle.pack, &mut bundle.sheets[0]);
    let measure = unit.measure_mut(rows.0);
    let less = measure.aim * u128::from(rng.between(20, 85)) / 100_000 * 1_000;
    super::set_done(&pack, unit, rows.0, less);
    explain_beside(&pack, unit);
    spots(rows)
}

fn other_points(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let rows = shared(rng, bundle)?;
    set_points(&mut bundle.sheets[0], rows.0, 0);
    spots(rows)
}

/// Multiplies what the approved table promises for a count of the project's sheet.
fn approved(rng: &mut Rng, bundle: &mut Bundle, percent: u128) -> Option<Vec<Spot>> {
    let sheet = &bundle.sheets[1];
    let row = super::some_row(rng, sheet, |one| is_count(one) && one.aim >= 10_000)?;
    let index = indicator_of(sheet, row);
    let (name, single) = (
        sheet.indicators[index].name.clone(),
        sheet.indicators[index].measures.len() == 1,
    );
    let table = &mut bundle.tables[0];
    let at = table
        .annual
        .iter()
        .position(|one| one.name == name && single)?;
    let promise = &mut table.annual[at];
    let value = promise.aim * percent / 100_000 * 1_000;
    promise.values = vec![(table.year, format!("≥{}", plain(value, promise.unit)))];
    table.long_term.clear();
    Some(vec![
        (Place::Sheet(1), Some(row)),
        (Place::Table(0), Some(at as u32 + 1)),
    ])
}

fn lowered(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let percent = u128::from(rng.between(115, 300));
    approved(rng, bundle, percent)
}

fn raised(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let percent = u128::from(rng.between(30, 85));
    approved(rng, bundle, percent)
}

fn history(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let sheet = &bundle.sheets[1];
    let row = super::some_row(rng, sheet, |one| is_count(one) && one.done >= 10_000)?;
    let index = indicator_of(sheet, row);
    let (name, single) = (
        sheet.indicators[index].name.clone(),
        sheet.indicators[index].measures.len() == 1,
    );
    let table = &mut bundle.tables[1];
    let at = table
        .annual
        .iter()
        .position(|one| one.name == name && one.kind == Kind::AtLeast && single)?;
    let done = sheet.rows().find(|(at, _, _)| *at == row)?.2.done;
    let value = done * u128::from(rng.between(40, 85)) / 100_000 * 1_000;
    let promise = &mut table.annual[at];
    promise.values[0].1 = plain(value, promise.unit);
    Some(vec![
        (Place::Sheet(1), Some(row)),
        (Place::Table(1), Some(at as u32 + 1)),
    ])
}

fn unlisted(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let projects = bundle.sheets.len() - 1;
    (projects > 1).then_some(())?;
    let left_out = 1 + rng.below(projects);
    let listed = bundle
        .sheets
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != left_out);
    let listed = listed
        .filter_map(|(_, sheet)| sheet.project.clone())
        .collect();
    bundle.sheets[0].projects = listed;
    Some(vec![
        (Place::Sheet(left_out), None),
        (Place::Sheet(0), None),
    ])
}

fn no_sheet(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let mut listed: Vec<String> = bundle
        .sheets
        .iter()
        .filter_map(|sheet| sheet.project.clone())
        .collect();
    listed.push(format!("{}（四）", sheet::project(rng)));
    bundle.sheets[0].projects = listed;
    super::at_sheet(0)
}
