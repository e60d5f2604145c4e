//! C01 to C03, C07, C09, C10: what does not add up.

use super::super::exact::{decimal, half_up, trimmed};
use super::super::figures;
use super::super::model::{Bundle, Line, Money, Pack, Sheet, Style};
use super::super::rng::Rng;
use super::super::{money, sheet};
use super::{Planter, Spot, at_sheet, close, fails, first, is_certain, some_row};

pub const ALL: &[Planter] = &[
    fails(
        "C01",
        "total one too high in its last place",
        |rng, bundle| total(rng, bundle, |_, total| Some(total + 1)),
    ),
    fails(
        "C01",
        "total one too low in its last place",
        |rng, bundle| total(rng, bundle, |_, total| total.checked_sub(1)),
    ),
    fails("C01", "total off by points", |rng, bundle| {
        total(rng, bundle, |rng, total| {
            total.checked_sub(rng.between(2, 99).into())
        })
    }),
    fails(
        "C01",
        "two digits of the total transposed",
        |rng, bundle| total(rng, bundle, |_, total| transposed(total)),
    ),
    fails("C02", "the mark of a row higher", |rng, bundle| {
        mark(rng, bundle, true)
    }),
    fails("C02", "the mark of a row lower", |rng, bundle| {
        mark(rng, bundle, false)
    }),
    fails(
        "C02",
        "the header's parts do not make the whole",
        header_parts,
    ),
    fails("C02", "the mark of one row is missing", mark_missing),
    fails(
        "C03",
        "execution rate off by 0.03 or more",
        |rng, bundle| {
            rate(rng, bundle, |rng, rate| {
                Some(rate + u128::from(rng.between(3, 40)))
            })
        },
    ),
    fails(
        "C03",
        "two digits of the execution rate transposed",
        |rng, bundle| rate(rng, bundle, |_, rate| transposed(rate)),
    ),
    fails("C03", "execution points too low", |rng, bundle| {
        execution_points(rng, bundle, false)
    }),
    fails("C03", "execution points too high", |rng, bundle| {
        execution_points(rng, bundle, true)
    }),
    fails(
        "C07",
        "the budgets of the fund lines make more than the whole",
        |rng, bundle| lines(rng, bundle, true, false),
    ),
    fails(
        "C07",
        "the budgets of the fund lines make less than the whole",
        |rng, bundle| lines(rng, bundle, false, false),
    ),
    fails(
        "C07",
        "the spending of the fund lines makes more than the whole",
        |rng, bundle| lines(rng, bundle, true, true),
    ),
    fails(
        "C07",
        "basic and project spending make more than the whole",
        basic,
    )
    .whole(),
    fails(
        "C07",
        "the project sheets make more than the project spending",
        projects,
    )
    .whole(),
    fails("C09", "a grade of another total", grade),
    fails("C10", "one indicator too many printed", |rng, bundle| {
        count(rng, bundle, 1)
    }),
    fails("C10", "some indicators too many printed", |rng, bundle| {
        count(rng, bundle, 4)
    }),
];

/// Two neighbouring digits exchanged, where that changes the number.
pub fn transposed(number: u128) -> Option<u128> {
    let mut digits: Vec<char> = number.to_string().chars().collect();
    let at = (1..digits.len())
        .rev()
        .find(|at| digits[*at] != digits[at - 1] && digits[*at] != '0')?;
    digits.swap(at, at - 1);
    String::from_iter(digits).parse().ok()
}

fn total(
    rng: &mut Rng,
    bundle: &mut Bundle,
    other: impl Fn(&mut Rng, u128) -> Option<u128>,
) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    close(sheet);
    let printed = sheet.total.clone()?.trim_end_matches('分').to_owned();
    let places = printed
        .split_once('.')
        .map_or(0, |(_, rest)| rest.len() as u32);
    let units: u128 = printed.replace('.', "").parse().ok()?;
    let wrong =
        other(rng, units).filter(|wrong| *wrong != units && *wrong <= 10u128.pow(places + 2))?;
    sheet.total = Some(decimal(wrong, places) + sheet.style.suffix);
    if sheet.grade.is_some() {
        sheet.grade = Some(sheet::grade(wrong * 10u128.pow(2 - places)).to_owned());
    }
    at_sheet(0)
}

/// Every mark is printed, and so are both parts of the header.
fn with_header(pack: &Pack, sheet: &mut Sheet) -> Option<()> {
    sheet.money.full_mark = Some(pack.execution.to_string());
    sheet.indicators_mark = Some((100 - pack.execution).to_string());
    sheet.style.prints_marks.then_some(())
}

fn mark(rng: &mut Rng, bundle: &mut Bundle, higher: bool) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    with_header(&pack, sheet)?;
    let step = if sheet.style.places == 0 {
        100
    } else {
        *rng.pick(&[50, 100, 200])
    };
    let row = some_row(rng, sheet, |one| {
        is_certain(one) && one.points == one.mark && one.mark > step
    })?;
    let measure = sheet.measure_mut(row);
    measure.mark = if higher {
        measure.mark + step
    } else {
        measure.mark - step
    };
    measure.mark_text = Some(trimmed(measure.mark, 2));
    sheet::resettle(&pack, sheet, row);
    close(sheet);
    at_sheet(0)
}

fn header_parts(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    with_header(&pack, sheet)?;
    let wrong = 100 - pack.execution + u128::from(rng.between(1, 9));
    sheet.indicators_mark = Some(wrong.to_string());
    at_sheet(0)
}

fn mark_missing(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    with_header(&pack, sheet)?;
    let row = some_row(rng, sheet, is_certain)?;
    sheet.measure_mut(row).mark_text = None;
    at_sheet(0)
}

fn rate(
    rng: &mut Rng,
    bundle: &mut Bundle,
    other: impl Fn(&mut Rng, u128) -> Option<u128>,
) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let line = &mut sheet.money.total;
    let rate: u128 = money::rate(line.executed, line.budget, 2)
        .replace(['.', '%'], "")
        .parse()
        .ok()?;
    let wrong = other(rng, rate).filter(|wrong| wrong.abs_diff(rate) >= 3 && *wrong % 10 != 0)?;
    // Amounts that were rounded to whole figures allow a little; nothing within that is planted.
    let (twice, budget) = (2 * line.executed, 2 * line.budget);
    let low = (twice - 1) * 10_000 / (budget + 1);
    let high = (twice + 1) * 10_000 / (budget - 1) + 1;
    (wrong < low || wrong > high).then_some(())?;
    line.rate = Some(format!("{}%", decimal(wrong, 2)));
    sheet.narrative.clear();
    at_sheet(0)
}

fn execution_points(rng: &mut Rng, bundle: &mut Bundle, higher: bool) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    sheet.money.total.rate = None;
    sheet.money.full_mark = Some(pack.execution.to_string());
    let by = *rng.pick(&[1, 5, 30, 100, 250]);
    let points = sheet.money.points;
    let right = money::points(
        &pack,
        sheet.money.total.executed,
        sheet.money.total.budget,
        2,
    );
    let wrong = if higher {
        right + by
    } else {
        right.checked_sub(by + 1)?
    };
    if wrong > pack.execution * 100 || points == wrong {
        return None;
    }
    sheet.money.points = wrong;
    sheet.money.points_text = Some(decimal(wrong, 2) + sheet.style.suffix);
    close(sheet);
    at_sheet(0)
}

fn lines(rng: &mut Rng, bundle: &mut Bundle, more: bool, spending: bool) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let Money {
        sources,
        total,
        places,
        ..
    } = &mut sheet.money;
    if sources.len() < 2 || sources.iter().any(|line| line.budget_text == "/") {
        return None;
    }
    let index = rng.below(sources.len());
    let line = &mut sources[index];
    let amount = if spending { line.executed } else { line.budget };
    let by = (amount / u128::from(rng.between(5, 40))).max(5);
    let wrong = if more {
        amount + by
    } else {
        amount.checked_sub(by)?
    };
    let text = decimal(wrong, *places);
    if spending {
        line.executed_text = text;
    } else {
        line.budget_text = text;
    }
    line.rate = None;
    let equal = |line: &Line| line.budget == by || line.executed == by;
    (!sources.iter().any(equal) && total.budget > 0).then_some(())?;
    at_sheet(0)
}

fn basic(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let more = sheet.money.total.executed * u128::from(rng.between(2, 30)) / 100 + 7;
    sheet.money.basic = sheet.money.basic.map(|basic| basic + more);
    at_sheet(0)
}

fn projects(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let names: Vec<String> = bundle
        .sheets
        .iter()
        .filter_map(|sheet| sheet.project.clone())
        .collect();
    let (_, sheet) = first(bundle);
    sheet.projects = names;
    let less = sheet.money.project? * u128::from(rng.between(5, 40)) / 100 + 7;
    sheet.money.project = sheet.money.project.map(|project| project - less);
    sheet.money.basic = sheet.money.basic.map(|basic| basic + less);
    at_sheet(0)
}

fn grade(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    sheet.grade = Some(String::new());
    close(sheet);
    let right = sheet.grade.clone()?;
    let wrong: Vec<&str> = ["优", "良", "中", "差"]
        .into_iter()
        .filter(|grade| *grade != right)
        .collect();
    sheet.grade = Some((*rng.pick(&wrong)).to_owned());
    at_sheet(0)
}

fn count(_: &mut Rng, bundle: &mut Bundle, more: usize) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let most = sheet.rows().count().max(sheet.indicators.len());
    sheet.count = Some((most + more).to_string());
    at_sheet(0)
}

/// Kept for sheets whose execution part follows the print.
pub fn by_printed_rate(pack: &Pack, sheet: &mut Sheet) -> Option<()> {
    let line = &sheet.money.total;
    let (executed, budget) = (line.executed.min(line.budget), line.budget);
    let percent = half_up(executed * 100, budget, 1);
    sheet.money.total.rate = Some(money::rate(executed, budget, 1));
    sheet.money.points = half_up(pack.execution * percent, 1_000, 2);
    sheet.money.points_text = Some(figures::points(
        Style {
            places: 2,
            ..sheet.style
        },
        sheet.money.points,
    ));
    close(sheet);
    Some(())
}
