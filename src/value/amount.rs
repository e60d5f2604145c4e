//! Numbers with a unit: quantities, ranges and approximate numbers.

use rust_decimal::Decimal;

use super::lead::{self, Lead};
use super::lexicon;
use super::reading::{Place, Reading};
use super::unit::{self, Tail};
use super::{Doubt, Operator, Quantity, Scale, Unreadable, Value, digits, numeral};

/// Longest noun behind a unit that is taken for what is counted: 20场活动, 3家企业.
const LONGEST_NOUN: usize = 4;

/// Signs and words between the ends of a range.
const RANGE_SIGNS: &[&str] = &["-", "~", "—", "——", "至", "到"];

/// A number with its scale, and what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Count<'t> {
    number: Decimal,
    figure: String,
    scale: Scale,
    places: u32,
    about: bool,
    rest: &'t str,
}

/// Reads a text with one number or one range in it; `None` when there is none, or when more stands
/// there than one value can say.
pub(super) fn read(text: &str, place: Place) -> Option<Reading> {
    let not_a_number = || Reading::plain(Value::Unreadable(Unreadable::NotANumber));
    if digits::is_failed_calculation(text) {
        return Some(not_a_number());
    }
    first_number(text, place).or_else(|| digits::meant_as_number(text).then(not_a_number))
}

/// Reads the first number of a text with all that stands around it.
fn first_number(text: &str, place: Place) -> Option<Reading> {
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let (label, from) = text.split_at(at);
        let lead = lead::strip(from, place);
        // The 9001 of ISO9001 is part of a name.
        let in_name = lead.rest.len() == from.len()
            && (before.is_ascii_alphanumeric() || "+-.".contains(before));
        if !in_name && let Some(count) = count(&lead, label.is_empty()) {
            return match count {
                Ok(count) => finish(label, lead, count, place),
                Err(reason) => label
                    .is_empty()
                    .then(|| Reading::plain(Value::Unreadable(reason))),
            };
        }
        before = character;
    }
    None
}

/// The number behind `lead`. Numerals count only at the start of a text, since 一 opens many words.
fn count<'t>(lead: &Lead<'t>, at_start: bool) -> Option<Result<Count<'t>, Unreadable>> {
    if let Some(digits) = digits::scan(lead.rest) {
        return Some(digits.and_then(|digits| scaled(digits, lead.percent)));
    }
    at_start
        .then(|| numeral_count(lead.rest, lead.percent))
        .flatten()
        .map(Ok)
}

/// Digits with the multiplier and the 余 behind them.
fn scaled(digits: digits::Digits<'_>, percent: bool) -> Result<Count<'_>, Unreadable> {
    let (about_before, rest) = infix(digits.rest);
    let (word, scale, rest) = multiplier(rest).unwrap_or(("", Scale::One, rest));
    let (about_behind, rest) = infix(rest);
    let (word, scale) = if percent && scale == Scale::One {
        ("%", Scale::Percent)
    } else {
        (word, scale)
    };
    Ok(Count {
        number: scale
            .apply(digits.number)
            .ok_or(Unreadable::TooManyDigits)?,
        figure: [digits.figure, word].concat(),
        scale,
        places: digits.places,
        about: about_before || about_behind,
        rest,
    })
}

/// 余, 多: there are more than the number says.
fn infix(text: &str) -> (bool, &str) {
    match lexicon::longest_word(lexicon::ABOUT_INFIX, text) {
        Some((_, rest)) if multiplier(rest).is_some() || unit::known(rest).is_some() => {
            (true, rest)
        }
        _ => (false, text),
    }
}

fn multiplier(text: &str) -> Option<(&'static str, Scale, &str)> {
    lexicon::longest_word(lexicon::NO_SCALE, text)
        .is_none()
        .then(|| lexicon::longest(lexicon::SCALES, text))
        .flatten()
}

/// A Chinese numeral with a unit behind it and nothing that makes it a word (一次性, 十分).
fn numeral_count(text: &str, percent: bool) -> Option<Count<'_>> {
    let numeral =
        numeral::scan(text).or_else(|| percent.then(|| numeral::hundred(text)).flatten())?;
    let (about, rest) = infix(numeral.rest);
    let measured = unit::known(rest).is_some_and(|unit| !lexicon::NAMING_UNITS.contains(&unit));
    let words = unit::scan(rest).words;
    // One character alone may be a dash (一) or a name (三); 十二 and 三千万 can only be numbers.
    let alone =
        rest.is_empty() && (numeral.figure == "零" || numeral.figure.chars().nth(1).is_some());
    if !(alone || (percent || measured) && (words.is_empty() || lexicon::COUNTED.contains(&words)))
    {
        return None;
    }
    let (sign, scale) = if percent {
        ("%", Scale::Percent)
    } else {
        ("", numeral.scale)
    };
    Some(Count {
        number: scale.apply(numeral.number)?,
        figure: [numeral.figure, sign].concat(),
        scale,
        places: 0,
        about,
        rest,
    })
}

/// Puts label, lead, number and tail together; `None` when the tail holds another number.
fn finish(label: &str, lead: Lead<'_>, first: Count<'_>, place: Place) -> Option<Reading> {
    let range = range_end(&first, &lead);
    let tail = unit::scan(range.as_ref().map_or(first.rest, |(_, end)| end.rest));
    if is_no_amount(&first, &tail) {
        return None;
    }
    let about = lead.about || first.about || tail.about;
    let mut reading = surroundings(label, &lead, &tail, place);
    let per = lead.per.or(tail.per);
    let quantity = |count: Count<'_>| Quantity {
        number: count.number,
        figure: count.figure,
        scale: count.scale,
        unit: tail.unit.clone(),
        per,
        places: count.places,
    };
    reading.value = match range {
        Some((own_unit, end)) => {
            if about || own_unit.is_some_and(|own| own != tail.unit) {
                reading.doubt(Doubt::WordsAroundNumber);
            }
            range_value(quantity(first), quantity(end))
        }
        None if about => Value::Approximate(quantity(first)),
        None => Value::Quantity(quantity(first)),
    };
    Some(reading)
}

/// The higher end behind `first`, with the unit that stood between: 3个至5个.
fn range_end<'t>(first: &Count<'t>, lead: &Lead<'_>) -> Option<(Option<&'static str>, Count<'t>)> {
    let own_unit = unit::known(first.rest);
    let rest = &first.rest[own_unit.map_or(0, str::len)..];
    let (_, rest) = lexicon::longest_word(RANGE_SIGNS, rest)?;
    let rest = rest.strip_prefix("百分之").unwrap_or(rest);
    if !digits::starts_with_digit(rest) {
        return None;
    }
    let end = scaled(digits::scan(rest)?.ok()?, lead.percent).ok()?;
    Some((own_unit, end))
}

/// An interval; the lower end takes over the scale of the upper when it has none: 80-90%, 10-20万.
fn range_value(mut low: Quantity, high: Quantity) -> Value {
    if low.scale == Scale::One && high.scale != Scale::One {
        let Some(number) = high.scale.apply(low.number) else {
            return Value::Unreadable(Unreadable::TooManyDigits);
        };
        low.number = number;
        low.scale = high.scale;
        // Shown alone it has to say so: 80% ÷ 85%, not 80 ÷ 85%.
        let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '+' | '-');
        low.figure += high.figure.trim_start_matches(digits);
    }
    if low.number > high.number {
        return Value::Unreadable(Unreadable::RangeBackwards);
    }
    Value::Range { low, high }
}

/// 4季度, 2024年, 3家…5家, 5G基站: figures that count nothing, or more than one thing.
fn is_no_amount(first: &Count<'_>, tail: &Tail<'_>) -> bool {
    let names_time =
        tail.unit.is_empty() && lexicon::longest_word(lexicon::ORDINAL_UNITS, tail.words).is_some();
    let year = tail.unit == "年" && (1900..=2100).any(|year| first.number == Decimal::from(year));
    let several = tail.words.contains(|c: char| c.is_ascii_digit());
    let name = tail.words.starts_with(|c: char| c.is_ascii_alphabetic());
    names_time || lexicon::ORDINAL_UNITS.contains(&tail.unit.as_str()) || year || several || name
}

/// Comparison, notes and doubts from the words around the number.
fn surroundings(label: &str, lead: &Lead<'_>, tail: &Tail<'_>, place: Place) -> Reading {
    let (operator, contradictory) = comparison(lead, tail);
    let named = place.listed || label.ends_with(lexicon::MEASURE_ENDINGS);
    let label_open = !label.is_empty() && (!named || lexicon::turns_meaning(label));
    let tail_open = !is_counted_noun(tail.words);
    let mut reading = Reading {
        operator,
        ..Reading::plain(Value::Missing)
    };
    let behind = tail.words.trim_start_matches([',', ';', '、']);
    let words = [label]
        .into_iter()
        .chain(lead.notes.iter().map(String::as_str))
        .chain([behind]);
    reading
        .notes
        .extend(words.filter(|words| !words.is_empty()).map(str::to_owned));
    if label_open || tail_open || contradictory || lead.doubt.is_some() {
        reading.doubt(Doubt::WordsAroundNumber);
    }
    reading
}

/// 场*活动*: a short noun that says what is counted.
fn is_counted_noun(words: &str) -> bool {
    words.chars().count() <= LONGEST_NOUN
        && words.chars().all(char::is_alphabetic)
        && !lexicon::turns_meaning(words)
}

/// The comparison of a cell, and whether front and back contradict each other.
fn comparison(lead: &Lead<'_>, tail: &Tail<'_>) -> (Option<Operator>, bool) {
    match (lead.operator, tail.operator) {
        (Some(_), Some(behind)) if lead.yielding => (Some(behind), tail.contradictory),
        (Some(front), Some(behind)) => (
            Some(front),
            tail.contradictory || upwards(front) != upwards(behind),
        ),
        (front, behind) => (front.or(behind), tail.contradictory),
    }
}

/// `None` for =, which no 以上 or 以下 can accompany.
fn upwards(operator: Operator) -> Option<bool> {
    match operator {
        Operator::AtLeast | Operator::MoreThan => Some(true),
        Operator::AtMost | Operator::LessThan => Some(false),
        Operator::Equal => None,
    }
}
