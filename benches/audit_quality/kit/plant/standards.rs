//! C25 and C40: one standard for all rows, targets that ask for something.

use super::super::figures::{completion, plain};
use super::super::model::{Bundle, Kind, Measure, Sheet};
use super::super::rng::Rng;
use super::super::sheet;
use super::{
    Planter, Spot, at_row, at_sheet, at_table, close, explain_beside, fails, first, is_certain,
    is_count, meet_all, near, set_done, set_points, some_row, uncertain,
};

pub const ALL: &[Planter] = &[
    uncertain("C25", "one object with two targets", |rng, bundle| {
        two_targets(rng, bundle, false)
    }),
    uncertain(
        "C25",
        "one object with two targets, one in other words",
        |rng, bundle| two_targets(rng, bundle, true),
    ),
    fails("C25", "equal figures, other points", two_shares).also(&["C04", "C12", "C21", "C47"]),
    uncertain(
        "C25",
        "a table promises one thing twice, unlike",
        promised_twice,
    )
    .whole(),
    near("C25", "one object counted in two units", |rng, bundle| {
        let (row, second) = again(rng, bundle)?;
        let (_, sheet) = first(bundle);
        let (unit, measure) = (sheet.measure_mut(row).unit, sheet.measure_mut(second));
        let other = if unit == "家次" { "场" } else { "家次" };
        for text in [&mut measure.target, &mut measure.actual] {
            *text = text.replace(unit, other);
        }
        close(sheet);
        near_spots()
    })
    .silent(&["C25"]),
    near("C25", "one object over two periods", |rng, bundle| {
        let (_, second) = again(rng, bundle)?;
        let (pack, sheet) = first(bundle);
        let measure = sheet.measure_mut(second);
        (measure.kind, measure.aim, measure.done) = (Kind::Period, 2_000, 2_000);
        measure.target = format!("每月{}", plain(2_000, measure.unit));
        measure.actual = measure.target.clone();
        sheet::resettle(&pack, sheet, second);
        close(sheet);
        near_spots()
    })
    .silent(&["C25"]),
    near("C25", "one object between two limits", |rng, bundle| {
        let (row, second) = again(rng, bundle)?;
        let (pack, sheet) = first(bundle);
        let (unit, more) = (sheet.measure_mut(row).unit, sheet.measure_mut(row).done * 2);
        let measure = sheet.measure_mut(second);
        (measure.kind, measure.aim) = (Kind::AtMost, more);
        measure.target = format!("≤{}", plain(more, unit));
        sheet::resettle(&pack, sheet, second);
        close(sheet);
        near_spots()
    })
    .silent(&["C25"]),
    uncertain(
        "C40",
        "several rows far above their targets, explained",
        |rng, bundle| set_low(rng, bundle, (2, 6), (131, 199)),
    ),
    uncertain(
        "C40",
        "one row at more than twice its target",
        |rng, bundle| set_low(rng, bundle, (1, 1), (201, 900)),
    ),
    uncertain("C40", "two times that took hardly half as long", at_most),
    near("C40", "one row only, and one more of few", |rng, bundle| {
        let (pack, sheet) = first(bundle);
        calm(&pack, sheet);
        let row = some_row(rng, sheet, |one| is_count(one) && one.aim % 10_000 == 0)?;
        let aim = sheet.measure_mut(row).aim;
        set_done(&pack, sheet, row, aim * 15 / 10);
        explain_beside(&pack, sheet);
        if let Some(row) = some_row(rng, sheet, |one| {
            is_count(one) && one.aim <= 3_000 && one.done == one.aim
        }) {
            let aim = sheet.measure_mut(row).aim;
            set_done(&pack, sheet, row, aim + 1_000);
            explain_beside(&pack, sheet);
        }
        near_spots()
    })
    .silent(&["C40"]),
    near("C40", "everything just as promised", |_, bundle| {
        let (pack, sheet) = first(bundle);
        calm(&pack, sheet);
        near_spots()
    })
    .silent(&["C40"]),
];

fn near_spots() -> Option<Vec<Spot>> {
    Some(Vec::new())
}

/// A count twice on the sheet: its row, and the row of its copy in place of a later count.
fn again(rng: &mut Rng, bundle: &mut Bundle) -> Option<(u32, u32)> {
    let (pack, sheet) = first(bundle);
    explain_beside(&pack, sheet);
    sheet.goals.clear();
    let single = |index: &usize| {
        let one = &sheet.indicators[*index];
        let [measure] = one.measures.as_slice() else {
            return false;
        };
        one.levels[0] == "产出指标" && is_certain(measure) && is_count(measure) && measure.done > 0
    };
    let fitting: Vec<usize> = (0..sheet.indicators.len()).filter(single).collect();
    let (from, to) = (
        *fitting.get(rng.below(fitting.len().max(1)))?,
        *fitting.last()?,
    );
    (from != to).then_some(())?;
    let mut copied = sheet.indicators[from].clone();
    let kept = &sheet.indicators[to].measures[0];
    let measure = &mut copied.measures[0];
    (measure.mark, measure.mark_text) = (kept.mark, kept.mark_text.clone());
    sheet.indicators[to] = copied;
    let row_of = |index: usize| Some(sheet.rows().find(|(_, at, _)| *at == index)?.0);
    let rows = (row_of(from)?, row_of(to)?);
    sheet::resettle(&pack, sheet, rows.1);
    close(sheet);
    Some(rows)
}

fn two_targets(rng: &mut Rng, bundle: &mut Bundle, other_words: bool) -> Option<Vec<Spot>> {
    let (row, second) = again(rng, bundle)?;
    let (pack, sheet) = first(bundle);
    let measure = sheet.measure_mut(second);
    measure.aim += measure.aim * u128::from(rng.between(20, 90)) / 100_000 * 1_000;
    let sign = if other_words { "不少于" } else { "≥" };
    measure.target = format!("{sign}{}", plain(measure.aim, measure.unit));
    sheet::resettle(&pack, sheet, second);
    explain_beside(&pack, sheet);
    close(sheet);
    Some([at_row(0, row)?, at_row(0, second)?].concat())
}

fn two_shares(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (row, second) = again(rng, bundle)?;
    let (_, sheet) = first(bundle);
    let (one, other) = (sheet.measure_mut(row).clone(), sheet.measure_mut(second));
    let points = if one.points == 0 { other.mark } else { 0 };
    set_points(sheet, second, points);
    Some([at_row(0, row)?, at_row(0, second)?].concat())
}

fn promised_twice(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let table = &mut bundle.tables[1];
    let at = rng.below(table.annual.len());
    let one = table.annual[at].clone();
    let alone = table
        .annual
        .iter()
        .filter(|other| other.name == one.name)
        .count()
        == 1;
    let last = table.annual.len() - 1;
    let far = at + 1 < last && one.kind == Kind::AtLeast && one.unit != "%" && alone;
    far.then_some(())?;
    let value = |aim| format!("≥{}", plain(aim, one.unit));
    table.annual[at].values = vec![(table.year, value(one.aim))];
    let mut other = one.clone();
    other.values = vec![(table.year, value(one.aim * 2))];
    table.annual.push(other);
    at_table(1, table.long_term.len() + last + 2)
}

/// Every figure on its target.
fn calm(pack: &super::Pack, sheet: &mut Sheet) {
    meet_all(pack, sheet);
    let beyond = |one: &Measure| match one.kind {
        Kind::AtLeast => one.done > one.aim,
        Kind::AtMost => one.done < one.aim,
        Kind::Period => one.done > one.aim,
        _ => false,
    };
    let rows: Vec<u32> = sheet
        .rows()
        .filter(|(_, _, one)| beyond(one))
        .map(|(row, ..)| row)
        .collect();
    for row in rows {
        let measure = sheet.measure_mut(row);
        measure.done = measure.aim;
        measure.actual = match measure.kind {
            Kind::Period => measure.target.clone(),
            _ => plain(measure.aim, measure.unit),
        };
        sheet::resettle(pack, sheet, row);
    }
    explain_beside(pack, sheet);
    close(sheet);
}

fn set_low(
    rng: &mut Rng,
    bundle: &mut Bundle,
    (few, many): (usize, usize),
    (low, high): (u64, u64),
) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    calm(&pack, sheet);
    let fits = |one: &Measure| {
        is_count(one) && is_certain(one) && one.aim >= 20_000 && completion(&pack, one).0 > 0
    };
    let rows: Vec<u32> = sheet
        .rows()
        .filter(|(_, _, one)| fits(one))
        .map(|(row, ..)| row)
        .collect();
    (rows.len() >= few).then_some(())?;
    for row in rows.into_iter().take(many) {
        let aim = sheet.measure_mut(row).aim;
        let done = (aim * u128::from(rng.between(low, high))).div_ceil(100_000) * 1_000;
        set_done(&pack, sheet, row, done);
    }
    explain_beside(&pack, sheet);
    at_sheet(0)
}

fn at_most(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    calm(&pack, sheet);
    let fits = |one: &Measure| {
        one.kind == Kind::AtMost
            && is_certain(one)
            && one.aim >= 10_000
            && !one.unit.ends_with('元')
    };
    let rows: Vec<u32> = sheet
        .rows()
        .filter(|(_, _, one)| fits(one))
        .map(|(row, ..)| row)
        .collect();
    (rows.len() > 1).then_some(())?;
    for row in rows {
        let aim = sheet.measure_mut(row).aim;
        set_done(
            &pack,
            sheet,
            row,
            aim * u128::from(rng.between(10, 60)) / 100_000 * 1_000 + 1_000,
        );
    }
    explain_beside(&pack, sheet);
    at_sheet(0)
}
