//! C04 to C06, C08: points, percentages and units.

use super::super::exact::{decimal, half_up};
use super::super::figures::{self, completion};
use super::super::model::{Bundle, Kind, Measure, Pack, Sheet, Style};
use super::super::rng::Rng;
use super::sums::transposed;
use super::{
    Planter, Spot, at_row, at_sheet, close, fails, first, indicator_of, is_certain, is_quietly_met,
    set_points, some_row,
};

pub const ALL: &[Planter] = &[
    fails("C04", "one too high in the last place", |rng, bundle| {
        points(rng, bundle, |one, step, _| {
            (one.points + step < one.mark).then_some(one.points + step)
        })
    })
    .also(&["C21"]),
    fails("C04", "one too low in the last place", |rng, bundle| {
        points(rng, bundle, |one, step, _| {
            (one.points == one.mark && one.mark > step).then(|| one.mark - step)
        })
    }),
    fails("C04", "full mark for an unmet row", |rng, bundle| {
        points(rng, bundle, |one, step, _| {
            (one.points + 2 * step <= one.mark).then_some(one.mark)
        })
    })
    .also(&["C21"]),
    fails("C04", "nothing for a met row", |rng, bundle| {
        points(rng, bundle, |one, _, _| {
            (one.points == one.mark).then_some(0)
        })
    }),
    fails("C04", "half the mark for a met row", |rng, bundle| {
        points(rng, bundle, |one, step, _| {
            (one.points == one.mark && one.mark >= 2 * step).then(|| one.mark / 2 / step * step)
        })
    }),
    fails("C04", "two digits transposed", |rng, bundle| {
        points(rng, bundle, |one, step, _| {
            Some(transposed(one.points / step)? * step).filter(|points| *points <= one.mark)
        })
    })
    .also(&["C21"]),
    fails(
        "C04",
        "scored by the target as if more were better",
        wrong_way,
    )
    .also(&["C21"]),
    fails(
        "C05",
        "points one above the mark in the last place",
        |rng, bundle| above(rng, bundle, 1),
    )
    .also(&["C04"]),
    fails("C05", "points far above the mark", |rng, bundle| {
        above(rng, bundle, 500)
    })
    .also(&["C04"]),
    fails("C05", "negative points", |rng, bundle| {
        text_points(rng, bundle, "-1")
    })
    .also(&["C01", "C04"]),
    fails("C05", "points that are no number", |rng, bundle| {
        text_points(rng, bundle, "两分半")
    })
    .also(&["C01", "C04"]),
    fails("C05", "execution points above the mark", execution_above).also(&["C03"]),
    fails("C06", "a part of more than 100 %", beyond_whole),
    fails(
        "C08",
        "the table's figure with the other unit in the narrative",
        |rng, bundle| slip(rng, bundle, false),
    ),
    fails(
        "C08",
        "the table's figure with the other unit in a reason",
        |rng, bundle| slip(rng, bundle, true),
    ),
];

/// Other points for a row whose direction and mark are stated: `other(row, one in the last place, rule)`.
fn points(
    rng: &mut Rng,
    bundle: &mut Bundle,
    other: impl Fn(&Measure, u128, &Pack) -> Option<u128>,
) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    let step = step(sheet.style);
    let style = sheet.style;
    let wrong = |one: &Measure| {
        let wrong = other(one, step, &pack)?;
        (wrong != one.points && !may_be_rounded(&pack, style, one, wrong)).then_some(wrong)
    };
    let row = some_row(rng, sheet, |one| is_certain(one) && wrong(one).is_some())?;
    let points = wrong(sheet.measure_mut(row))?;
    set_points(sheet, row, points);
    at_row(0, row)
}

/// Whether points are the rule's at the places they are printed with, rounded or cut off: a difference of
/// precision, which no audit may call a defect.
fn may_be_rounded(pack: &Pack, style: Style, measure: &Measure, hundredths: u128) -> bool {
    let printed = figures::points(style, hundredths);
    let printed = printed.trim_end_matches('分');
    let places = printed
        .split_once('.')
        .map_or(0, |(_, rest)| rest.len() as u32);
    let (part, whole) = completion(pack, measure);
    let one = 10u128.pow(2 - places);
    let rounded = half_up(measure.mark * part, whole * 100, places) * one;
    let cut = measure.mark * part / whole / one * one;
    hundredths == rounded || hundredths == cut
}

fn step(style: Style) -> u128 {
    10u128.pow(2 - style.places)
}

/// Costs and times beyond their limit, given the full mark as if more were better.
fn wrong_way(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    let (step, style) = (step(sheet.style), sheet.style);
    let unmet = |one: &Measure| {
        let (part, whole) = completion(&pack, one);
        one.kind == Kind::AtMost
            && is_certain(one)
            && part < whole
            && one.points + step <= one.mark
            && !may_be_rounded(&pack, style, one, one.mark)
    };
    let row = some_row(rng, sheet, unmet)?;
    let mark = sheet.measure_mut(row).mark;
    set_points(sheet, row, mark);
    at_row(0, row)
}

fn above(rng: &mut Rng, bundle: &mut Bundle, steps: u128) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let step = step(sheet.style);
    let row = some_row(rng, sheet, |one| one.mark_text.is_some())?;
    let mark = sheet.measure_mut(row).mark;
    set_points(sheet, row, mark + (steps * step).min(900));
    at_row(0, row)
}

fn text_points(rng: &mut Rng, bundle: &mut Bundle, text: &str) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let row = some_row(rng, sheet, |one| one.mark_text.is_some())?;
    let measure = sheet.measure_mut(row);
    measure.points = 0;
    measure.points_text = text.to_owned();
    close(sheet);
    at_row(0, row)
}

fn execution_above(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    sheet.money.full_mark = Some(pack.execution.to_string());
    sheet.money.points = pack.execution * 100 + u128::from(rng.between(1, 300));
    sheet.money.points_text = Some(decimal(sheet.money.points, 2));
    close(sheet);
    at_sheet(0)
}

fn beyond_whole(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let bounded = |name: &str| {
        !name.contains("增")
            && !name.contains("提升")
            && !name.contains("利用率")
            && !name.contains("节约率")
    };
    let fits = |sheet: &Sheet, row: u32| bounded(&sheet.indicators[indicator_of(sheet, row)].name);
    let rows: Vec<u32> = sheet
        .rows()
        .filter(|(row, _, one)| {
            one.kind == Kind::AtLeast
                && one.unit == "%"
                && one.aim >= 85_000
                && is_quietly_met(one)
                && fits(sheet, *row)
        })
        .map(|(row, _, _)| row)
        .collect();
    let row = *rows.get(rng.below(rows.len().max(1)))?;
    let actual = format!("{}%", decimal(10_001 + u128::from(rng.between(0, 900)), 2));
    sheet.measure_mut(row).actual = actual;
    at_row(0, row)
}

fn slip(rng: &mut Rng, bundle: &mut Bundle, in_reason: bool) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let other = if sheet.money.unit == "元" {
        "万元"
    } else {
        "元"
    };
    let line = &sheet.money.total;
    let figure = if rng.chance(50) {
        &line.budget_text
    } else {
        &line.executed_text
    };
    let digits = figure
        .replace(',', "")
        .trim_end_matches(['0', '.'])
        .chars()
        .filter(char::is_ascii_digit)
        .count();
    let text = format!("全年资金共{figure}{other}，按月拨付");
    if digits < 4 {
        return None;
    }
    if in_reason {
        sheet.reasons.push(text);
    } else {
        sheet.narrative.push(text);
    }
    at_sheet(0)
}
