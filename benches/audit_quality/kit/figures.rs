//! How figures are written: 万, commas, full-width digits, signs and words for them.

use super::exact::{half_up, trimmed, with_commas};
use super::model::Kind;
use super::model::{Measure, Pack, Style};
use super::rng::Rng;

/// Thousandths as a plain number with its unit.
pub fn plain(milli: u128, unit: &str) -> String {
    format!("{}{unit}", trimmed(milli, 3))
}

/// Thousandths in one of the ways people write them.
pub fn write(rng: &mut Rng, milli: u128, unit: &str) -> String {
    let number = trimmed(milli, 3);
    match rng.below(12) {
        0 | 1 if milli >= 10_000_000 && milli.is_multiple_of(100_000) && unit != "%" => {
            format!("{}万{unit}", trimmed(milli / 1_000, 4))
        }
        2 if milli >= 1_000_000 => format!("{}{unit}", with_commas(&number)),
        3 => full_width(&number) + unit,
        4 => format!("{number} {unit}").trim_end().to_owned(),
        5 if unit == "%" => format!("{number}％"),
        6 if unit == "%" && milli.is_multiple_of(100) => {
            format!("{}%", super::exact::decimal(milli / 10, 2))
        }
        _ => format!("{number}{unit}"),
    }
}

fn full_width(text: &str) -> String {
    let wide = |c: char| match c {
        '0'..='9' => char::from_u32('０' as u32 + c as u32 - '0' as u32).unwrap_or(c),
        _ => c,
    };
    text.chars().map(wide).collect()
}

/// A target in one of the ways people write it.
pub fn target(rng: &mut Rng, kind: Kind, milli: u128, unit: &str) -> String {
    let value = write(rng, milli, unit);
    let bare = rng.chance(30);
    match kind {
        Kind::AtLeast if bare => value,
        Kind::AtLeast => match rng.below(8) {
            0 => format!("不少于{value}"),
            1 => format!("不低于{value}"),
            2 => format!("{value}以上"),
            3 => format!("大于等于{value}"),
            4 => format!("≥ {value}"),
            5 => format!("达到{value}以上"),
            _ => format!("≥{value}"),
        },
        Kind::AtMost if rng.chance(15) => value,
        Kind::AtMost => match rng.below(6) {
            0 => format!("不超过{value}"),
            1 => format!("{value}以内"),
            2 => format!("控制在{value}以内"),
            3 => format!("小于等于{value}"),
            _ => format!("≤{value}"),
        },
        Kind::Exactly => format!("{}{value}", rng.pick(&["=", "＝", "﹦"])),
        _ => value,
    }
}

/// How far a target was reached under the rule, as a fraction; never more than 1.
pub fn completion(pack: &Pack, measure: &Measure) -> (u128, u128) {
    let (aim, done) = (measure.aim, measure.done);
    match measure.kind {
        Kind::AtLeast | Kind::Exactly | Kind::Period | Kind::Range => (done.min(aim), aim),
        Kind::AtMost if done <= aim => (1, 1),
        Kind::AtMost if pack.linear => ((2 * aim).saturating_sub(done), aim),
        Kind::AtMost => (aim, done),
        Kind::Zero => (u128::from(done == 0), 1),
        Kind::Word => (u128::from(done > 0), 1),
        Kind::Judged => (measure.judged.unwrap_or(100), 100),
        Kind::Degree | Kind::Date | Kind::Rank | Kind::Trend | Kind::Loose => (1, 1),
    }
}

/// Whether the form asks for a word of explanation: missed, or 130 % and more.
pub fn asks_for_words(pack: &Pack, measure: &Measure) -> bool {
    let (part, whole) = completion(pack, measure);
    part < whole || is_far_above(measure)
}

/// 130 % of the target or more, where more is better.
pub fn is_far_above(measure: &Measure) -> bool {
    matches!(measure.kind, Kind::AtLeast | Kind::Period) && measure.done * 100 >= measure.aim * 130
}

/// Gives a measure the points of the rule, as the sheet prints points.
pub fn settle(pack: &Pack, style: Style, measure: &mut Measure) {
    let (part, whole) = completion(pack, measure);
    let step = 10u128.pow(2 - style.places);
    measure.points = half_up(measure.mark * part, whole * 100, style.places) * step;
    print(style, measure);
}

/// Prints points and mark after one of them was changed.
pub fn print(style: Style, measure: &mut Measure) {
    measure.points_text = points(style, measure.points);
    measure.mark_text = style.prints_marks.then(|| trimmed(measure.mark, 2));
}

/// Hundredths of a point as the sheet prints them.
pub fn points(style: Style, hundredths: u128) -> String {
    let units = hundredths / 10u128.pow(2 - style.places);
    let text = match style.trims {
        true => trimmed(units, style.places),
        false => super::exact::decimal(units, style.places),
    };
    text + style.suffix
}
