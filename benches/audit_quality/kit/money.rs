//! 预算执行情况: budget, executed, rate and points.

use super::exact::{decimal, half_up, trimmed, with_commas};
use super::figures;
use super::model::{Line, Money, Pack, Style};
use super::rng::Rng;

/// How money is printed on one sheet.
#[derive(Debug, Clone, Copy)]
pub struct Print {
    pub unit: &'static str,
    pub places: u32,
    pub commas: bool,
    pub rate_places: u32,
    pub rates: bool,
}

/// One way of printing money.
pub fn print(rng: &mut Rng) -> Print {
    let (unit, places) = *rng.pick(&[
        ("万元", 2),
        ("万元", 2),
        ("万元", 0),
        ("元", 2),
        ("元", 0),
        ("万元", 4),
    ]);
    Print {
        unit,
        places,
        commas: rng.chance(25),
        rate_places: *rng.pick(&[2, 2, 1, 0]),
        rates: rng.chance(90),
    }
}

/// A budget in units of the last place.
pub fn budget(rng: &mut Rng, print: Print) -> u128 {
    let places = if print.unit == "元" {
        print.places + 4
    } else {
        print.places
    };
    let whole = u128::from(rng.between(20, 5_000)) * 10u128.pow(places);
    match rng.chance(50) {
        true => whole,
        false => whole + u128::from(rng.between(0, 10u64.pow(places) - 1)),
    }
}

/// What was spent of it: mostly 80 to 100 %, now and then less, or a little more.
pub fn executed(rng: &mut Rng, budget: u128) -> u128 {
    let permille = match rng.below(20) {
        0 | 1 => rng.between(300, 799),
        2..=4 => 1_000,
        5 => rng.between(1_001, 1_080),
        _ => rng.between(800, 999),
    };
    (budget * u128::from(permille)).div_ceil(1_000)
}

/// A line as printed.
pub fn line(print: Print, name: &'static str, budget: u128, executed: u128) -> Line {
    let text = |amount| {
        let text = decimal(amount, print.places);
        if print.commas {
            with_commas(&text)
        } else {
            text
        }
    };
    Line {
        name,
        budget,
        executed,
        budget_text: text(budget),
        executed_text: text(executed),
        rate: (print.rates && budget > 0).then(|| rate(executed, budget, print.rate_places)),
    }
}

/// Executed ÷ budget as a printed percentage.
pub fn rate(executed: u128, budget: u128, places: u32) -> String {
    format!(
        "{}%",
        decimal(half_up(executed * 100, budget, places), places)
    )
}

/// Points of the execution part in hundredths, at so many places.
pub fn points(pack: &Pack, executed: u128, budget: u128, places: u32) -> u128 {
    half_up(pack.execution * executed.min(budget), budget, places) * 10u128.pow(2 - places)
}

/// The whole part.
pub fn part(
    rng: &mut Rng,
    pack: &Pack,
    style: Style,
    print: Print,
    (budget, executed): (u128, u128),
) -> Money {
    let names = ["当年财政拨款", "上年结转资金", "其他资金"];
    let count = rng.below(4);
    let mut sources: Vec<Line> = Vec::new();
    let (mut rest, mut spent) = (budget, executed);
    for (index, name) in names.into_iter().enumerate().take(count) {
        let last = index + 1 == count;
        let share = if last {
            rest
        } else {
            rest * u128::from(rng.between(40, 90)) / 100
        };
        let used = if last {
            spent
        } else {
            (share * executed / budget).min(spent)
        };
        sources.push(line(print, name, share, used));
        (rest, spent) = (rest - share, spent - used);
    }
    if count == 1 && rng.chance(50) {
        // Nothing of the other kind: a stroke, not a figure.
        let mut none = line(print, names[2], 0, 0);
        (none.budget_text, none.executed_text) = ("/".to_owned(), "/".to_owned());
        sources.push(none);
    }
    let places = if style.places == 2 {
        2
    } else {
        rng.between(style.places.into(), 2) as u32
    };
    let points = points(pack, executed, budget, places);
    Money {
        unit: print.unit,
        places: print.places,
        total: line(print, "年度资金总额", budget, executed),
        sources,
        points,
        points_text: Some(figures::points(Style { places, ..style }, points)),
        full_mark: rng.chance(80).then(|| trimmed(pack.execution, 0)),
        basic: None,
        project: None,
        reason: None,
    }
}
