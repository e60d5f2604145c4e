//! Puts target and actual of a measure side by side: what is compared, which way is better.

use rust_decimal::Decimal;

use super::direction_words::WordFinder;
use super::evaluation::DirectionSource;
use super::reason::{Reason, Side};
use crate::rules::facts::Kind;
use crate::sheet::{Direction, Indicator, Measure};
use crate::value::{
    Actual, Date, Operator, Quantity, Scale, Trend, Value, Written, none_of, says_less,
};

/// Target and actual, ready for a method.
#[derive(Debug, Clone)]
pub(super) struct Pairing {
    pub kind: Kind,
    pub direction: Option<(Direction, Decided)>,
    pub target: Option<Decimal>,
    pub target_high: Option<Decimal>,
    /// The target is ＞ or ＜: reached exactly it is missed.
    pub strict: bool,
    pub actual: Option<Decimal>,
    pub same_word: bool,
}

/// What decided a direction, as [`DirectionSource`]; a word by its place among the pack's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decided {
    Column,
    Operator,
    Word(usize),
    Default,
    Kind,
}

impl Pairing {
    fn words(kind: Kind, same_word: bool) -> Pairing {
        Pairing {
            kind,
            direction: None,
            target: None,
            target_high: None,
            strict: false,
            actual: None,
            same_word,
        }
    }

    fn numbers(
        kind: Kind,
        direction: (Direction, Decided),
        target: Decimal,
        actual: Decimal,
    ) -> Pairing {
        Pairing {
            kind,
            direction: Some(direction),
            target: Some(target),
            target_high: None,
            strict: false,
            actual: Some(actual),
            same_word: false,
        }
    }
}

impl Pairing {
    /// Which way is better.
    pub fn better(&self) -> Option<Direction> {
        self.direction.map(|(direction, _)| direction)
    }

    /// The direction with what decided it.
    pub fn sourced(&self, words: &WordFinder) -> Option<(Direction, DirectionSource)> {
        let (direction, decided) = self.direction?;
        let source = match decided {
            Decided::Column => DirectionSource::Column,
            Decided::Operator => DirectionSource::Operator,
            Decided::Word(place) => DirectionSource::Word(words.word(place)),
            Decided::Default => DirectionSource::Default,
            Decided::Kind => DirectionSource::Kind,
        };
        Some((direction, source))
    }
}

/// Pairs a measure. A measure a person has judged is paired whatever its cells say.
pub(super) fn pair(
    indicator: &Indicator,
    measure: &Measure,
    words: &WordFinder,
) -> Result<Pairing, Reason> {
    if let Some(kept) = nothing_of_nothing(indicator, measure, words) {
        return Ok(kept);
    }
    let values = pair_values(indicator, measure, words);
    match measure.judged {
        None => values,
        Some(_) => values.or_else(|_| Ok(Pairing::words(Kind::Graded, false))),
    }
}

/// A measure without a target: its actual alone, a number or a word.
pub(super) fn alone(
    indicator: &Indicator,
    measure: &Measure,
    words: &WordFinder,
) -> Result<Pairing, Reason> {
    let actual = &measure.actual.0;
    readable(actual, Side::Actual)?;
    Ok(Pairing {
        direction: Some(direction(indicator, measure, words)),
        actual: actual.number(),
        ..Pairing::words(Kind::Alone, false)
    })
}

/// The pairing the target alone suggests, for a row without an actual: which method would apply.
pub(super) fn presumed(
    indicator: &Indicator,
    measure: &Measure,
    words: &WordFinder,
) -> Option<Pairing> {
    let reached = Measure {
        actual: Actual(Written {
            operator: None,
            ..measure.target.0.clone()
        }),
        ..measure.clone()
    };
    pair(indicator, &reached, words).ok()
}

/// A promise of nothing (0次, 无事故) that was kept, said in words: 无, 没有, 未发生, 无安全事故.
fn nothing_of_nothing(
    indicator: &Indicator,
    measure: &Measure,
    words: &WordFinder,
) -> Option<Pairing> {
    let (target, actual) = (&measure.target.0, &measure.actual.0);
    let promised = match &target.value {
        Value::Quantity(quantity) if quantity.number.is_zero() => String::new(),
        Value::Word(word) => none_of(word).filter(|what| !what.is_empty())?,
        _ => return None,
    };
    if !target.doubts.is_empty() || !matches!(actual.value, Value::Missing | Value::Word(_)) {
        return None;
    }
    let found = none_of(&actual.text)?;
    // 无法统计 speaks of no accidents: what there is none of must be what was asked about.
    // The name may ask for it (安全事故), but no accidents (无事故) are not what 无投诉 promised.
    let about = last_two(&found);
    let same = found.is_empty()
        || promised.ends_with(&found)
        || (!promised.is_empty() && found.ends_with(&promised))
        || (promised.ends_with(about) || promised.is_empty()) && indicator.name.contains(about);
    let asked = format!("{promised}{}", indicator.name);
    let same = same && !says_less(&found, &asked);
    let direction = match target.value {
        Value::Word(_) => (Direction::AtMost, Decided::Kind),
        _ => direction(indicator, measure, words),
    };
    let (none, kind) = (Decimal::ZERO, Kind::Quantity);
    same.then(|| Pairing::numbers(kind, direction, none, none))
}

/// The last two characters: 事故 of 重大安全事故.
fn last_two(text: &str) -> &str {
    let start = text.char_indices().rev().nth(1);
    start.map_or(text, |(start, _)| &text[start..])
}

fn pair_values(
    indicator: &Indicator,
    measure: &Measure,
    words: &WordFinder,
) -> Result<Pairing, Reason> {
    let (target, actual) = (&measure.target.0, &measure.actual.0);
    readable(target, Side::Target)?;
    readable(actual, Side::Actual)?;
    if actual.operator.is_some() {
        return Err(Reason::ActualIsABound);
    }
    let same_word = || target.text == actual.text || target.plain() == actual.plain();
    let direction = || direction(indicator, measure, words);
    let lower_is_better = (Direction::AtMost, Decided::Kind);

    match (&target.value, &actual.value) {
        (Value::Quantity(promised), Value::Quantity(reached)) => {
            comparable(promised, reached)?;
            let direction = direction();
            Ok(Pairing {
                strict: is_strict(target, direction.0),
                ..Pairing::numbers(Kind::Quantity, direction, promised.number, reached.number)
            })
        }
        (Value::Quantity(promised), Value::Range { low, high }) => {
            comparable(promised, low)?;
            let direction = direction();
            let worse = match direction.0 {
                Direction::AtLeast => low,
                Direction::AtMost => high,
                Direction::Equal => return Err(Reason::NotComparable),
            };
            Ok(Pairing {
                strict: is_strict(target, direction.0),
                ..Pairing::numbers(Kind::Quantity, direction, promised.number, worse.number)
            })
        }
        (Value::Range { low, high }, Value::Quantity(reached)) => {
            comparable(low, reached)?;
            Ok(Pairing {
                target_high: Some(high.number),
                ..Pairing::numbers(
                    Kind::Range,
                    (Direction::Equal, Decided::Kind),
                    low.number,
                    reached.number,
                )
            })
        }
        (Value::Date(deadline), Value::Date(done)) => {
            let (deadline, done) = day_numbers(*deadline, *done);
            Ok(Pairing::numbers(
                Kind::Date,
                lower_is_better,
                deadline,
                done,
            ))
        }
        (Value::Rank(promised), Value::Rank(reached)) => Ok(Pairing::numbers(
            Kind::Rank,
            lower_is_better,
            *promised,
            *reached,
        )),
        (Value::Trend(promised), Value::Trend(reached)) => {
            Ok(Pairing::words(Kind::Trend, promised == reached))
        }
        (Value::Trend(promised), Value::Quantity(reached)) => {
            let better = match promised {
                Trend::Up => Direction::AtLeast,
                Trend::Down => Direction::AtMost,
                Trend::Flat => return Err(Reason::NotComparable),
            };
            Ok(Pairing::numbers(
                Kind::Trend,
                (better, Decided::Kind),
                Decimal::ZERO,
                reached.number,
            ))
        }
        (Value::Word(word), Value::Quantity(reached)) if promises_none(word) => {
            Ok(Pairing::numbers(
                Kind::Quantity,
                (Direction::AtMost, Decided::Kind),
                Decimal::ZERO,
                reached.number,
            ))
        }
        (Value::Word(_), Value::Word(_)) => Ok(Pairing::words(Kind::Word, same_word())),
        // 显著提升 against 有所提升: words of degree, for a person to weigh.
        (
            Value::Word(_) | Value::Level(_) | Value::Trend(_),
            Value::Word(_) | Value::Level(_) | Value::Trend(_),
        ) => Ok(Pairing::words(Kind::Graded, same_word())),
        _ => Err(Reason::NotComparable),
    }
}

/// 无事故, 无投诉: a promise of zero in words.
fn promises_none(word: &str) -> bool {
    none_of(word).is_some_and(|what| !what.is_empty())
}

/// Whether the target leaves out its own number: ＞90%, 少于10天.
fn is_strict(target: &Written, direction: Direction) -> bool {
    matches!(
        (target.operator, direction),
        (Some(Operator::MoreThan), Direction::AtLeast)
            | (Some(Operator::LessThan), Direction::AtMost)
    )
}

fn readable(written: &Written, side: Side) -> Result<(), Reason> {
    if let Some(doubt) = written.doubts.first() {
        return Err(Reason::Doubtful(side, *doubt));
    }
    match &written.value {
        Value::Missing => Err(Reason::Missing(side)),
        Value::Unreadable(why) => Err(Reason::Unreadable(side, *why)),
        Value::Approximate(_) => Err(Reason::Approximate(side)),
        Value::List(_) => Err(Reason::SeveralValues(side)),
        _ => Ok(()),
    }
}

/// Only like is compared with like. A bare 0 is like anything; so is a number without a unit.
fn comparable(target: &Quantity, actual: &Quantity) -> Result<(), Reason> {
    if actual.number.is_zero() || target.number.is_zero() {
        return Ok(());
    }
    if is_percent(target) != is_percent(actual) {
        return Err(Reason::PercentAgainstCount);
    }
    if target.per != actual.per {
        return Err(Reason::PeriodsDiffer);
    }
    let stated = !target.unit.is_empty() && !actual.unit.is_empty();
    if stated && target.unit != actual.unit {
        return Err(Reason::UnitsDiffer {
            target: target.unit.clone(),
            actual: actual.unit.clone(),
        });
    }
    Ok(())
}

fn is_percent(quantity: &Quantity) -> bool {
    matches!(quantity.scale, Scale::Percent | Scale::Permille)
}

/// Column first, then the operator, then the words of the name, then "more is better".
fn direction(indicator: &Indicator, measure: &Measure, words: &WordFinder) -> (Direction, Decided) {
    if let Some(direction) = measure.direction {
        return (direction, Decided::Column);
    }
    if let Some(operator) = measure.target.0.operator {
        let direction = match operator {
            Operator::AtLeast | Operator::MoreThan => Direction::AtLeast,
            Operator::AtMost | Operator::LessThan => Direction::AtMost,
            Operator::Equal => Direction::Equal,
        };
        return (direction, Decided::Operator);
    }
    if let Some((direction, word)) = words.find(&indicator.name) {
        return (direction, Decided::Word(word));
    }
    (Direction::AtLeast, Decided::Default)
}

/// Dates as numbers that order like the dates. A year only one side states is left out; a month
/// without a day means its end, for the promise and for the result alike.
fn day_numbers(deadline: Date, done: Date) -> (Decimal, Decimal) {
    let with_year = deadline.year.is_some() && done.year.is_some();
    let number = |date: Date| {
        let year = date.year.filter(|_| with_year).unwrap_or(0);
        let (month, day) = (date.month, date.day.unwrap_or(31));
        Decimal::from(i64::from(year) * 10_000 + i64::from(month) * 100 + i64::from(day))
    };
    (number(deadline), number(done))
}
