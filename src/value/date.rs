//! Dates and deadlines: 12月底之前完成, 2024年12月31日前, 2024-06-30.

use super::reading::Reading;
use super::{Date, Doubt, Operator, Unreadable, Value, lexicon};

/// Words in front of a date that add nothing.
const FRONT: &[&str] = &[
    "于",
    "在",
    "已于",
    "截至",
    "截止",
    "截止到",
    "计划于",
    "完成时间",
    ":",
];
/// Words that make a date a deadline.
const DEADLINE: &[&str] = &["前", "之前", "以前", "底前", "止"];
/// Words behind a date that add nothing.
const BEHIND: &[&str] = &["完成", "完工", "已完成", "全部完成", "。", "份", "内"];

/// A number of at most four digits, and the text behind it.
type Number<'t> = (u32, &'t str);

/// A date's parts as far as they were written, and the text behind them.
type Parts<'t> = (Option<u16>, u32, Option<u32>, &'t str);

/// Reads a text that opens with a date and holds no other figure.
pub(super) fn read(text: &str) -> Option<Reading> {
    let (operator, rest) = text
        .strip_prefix(Operator::AtMost.sign())
        .map_or((None, text), |rest| (Some(Operator::AtMost), rest));
    let rest = lexicon::longest_word(FRONT, rest).map_or(rest, |(_, rest)| rest);
    let first = number(rest);
    let (year, month, day, rest) = year_end(first, rest)
        .or_else(|| signed(first?))
        .or_else(|| worded(first?))?;
    let (deadline, words) = behind(rest);
    if words.contains(|c: char| c.is_ascii_digit())
        || words.starts_with(['-', '~', '至', '到', '—'])
    {
        return None;
    }
    let mut reading = Reading::plain(
        date(year, month, day).map_or(Value::Unreadable(Unreadable::NoSuchDate), Value::Date),
    );
    reading.operator = operator.or(deadline.then_some(Operator::AtMost));
    if !words.is_empty() {
        reading.notes.push(words.to_owned());
        if lexicon::turns_meaning(words) {
            reading.doubt(Doubt::WordsAroundNumber);
        }
    }
    Some(reading)
}

/// 前 and what else follows a date.
fn behind(text: &str) -> (bool, &str) {
    let rest = text.strip_prefix('份').unwrap_or(text);
    let (deadline, mut rest) =
        lexicon::longest_word(DEADLINE, rest).map_or((false, rest), |(_, rest)| (true, rest));
    while let Some((_, behind)) = lexicon::longest_word(BEHIND, rest) {
        rest = behind;
    }
    (deadline, rest)
}

/// 2024年底, 年底前.
fn year_end<'t>(first: Option<Number<'t>>, text: &'t str) -> Option<Parts<'t>> {
    let (year, rest) = first.map_or((None, text), |(year, rest)| (Some(year), rest));
    let rest = rest.strip_prefix('年')?;
    let rest = rest
        .strip_prefix('底')
        .or_else(|| rest.strip_prefix('末'))?;
    let year = match year {
        Some(year) => Some(year_of(year)?),
        None => None,
    };
    Some((year, 12, Some(31), rest))
}

/// 2024-12-31, 2024/12/31, 2024.12.31.
fn signed((year, rest): Number<'_>) -> Option<Parts<'_>> {
    ['-', '/', '.'].into_iter().find_map(|sign| {
        let (month, rest) = number(rest.strip_prefix(sign)?)?;
        let (day, rest) = number(rest.strip_prefix(sign)?)?;
        Some((Some(year_of(year)?), month, Some(day), rest))
    })
}

/// 2024年6月, 12月31日, 12月底, 6月中旬.
fn worded((first, rest): Number<'_>) -> Option<Parts<'_>> {
    let (year, month, rest) = match rest.strip_prefix('年') {
        Some(rest) => {
            let (month, rest) = number(rest)?;
            (Some(year_of(first)?), month, rest)
        }
        None => (None, first, rest),
    };
    let rest = rest.strip_prefix('月')?;
    let (day, rest) = day(year, month, rest);
    Some((year, month, day, rest))
}

/// The day behind a month; 底 and 下旬 close the month.
fn day(year: Option<u16>, month: u32, text: &str) -> (Option<u32>, &str) {
    if let Some((day, rest)) = number(text)
        && let Some(rest) = rest.strip_prefix('日').or_else(|| rest.strip_prefix('号'))
    {
        return (Some(day), rest);
    }
    [
        ("上旬", Some(10)),
        ("中旬", Some(20)),
        ("下旬", Some(last_day(year, month))),
        ("底", Some(last_day(year, month))),
        ("末", Some(last_day(year, month))),
        ("初", None),
    ]
    .into_iter()
    .find_map(|(word, day)| Some((day, text.strip_prefix(word)?)))
    .unwrap_or((None, text))
}

/// One to four digits at the beginning of a text.
fn number(text: &str) -> Option<Number<'_>> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (1..=4)
        .contains(&end)
        .then(|| digits.parse().ok())
        .flatten()
        .map(|number| (number, rest))
}

/// A year of four digits.
fn year_of(number: u32) -> Option<u16> {
    u16::try_from(number)
        .ok()
        .filter(|year| (1900..=2199).contains(year))
}

/// The date, if the calendar has it.
fn date(year: Option<u16>, month: u32, day: Option<u32>) -> Option<Date> {
    let in_calendar = (1..=12).contains(&month)
        && day.is_none_or(|day| (1..=last_day(year, month)).contains(&day));
    if !in_calendar {
        return None;
    }
    Some(Date {
        year,
        month: u8::try_from(month).ok()?,
        day: day.and_then(|day| u8::try_from(day).ok()),
    })
}

/// The month's last day; February has 29 when the year is unknown.
fn last_day(year: Option<u16>, month: u32) -> u32 {
    let leap = year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
