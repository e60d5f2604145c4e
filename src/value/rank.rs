//! Ranks: 前5位, 第3名, 全省第一. Lower is better.

use rust_decimal::Decimal;

use super::reading::Reading;
use super::{Operator, Value, digits, numeral};

/// Nouns that make 第N or 前N a rank.
const PLACES: &[&str] = &["名", "位", "强", "列"];
/// Words that make a bare 第N a rank.
const RANKED: &[&str] = &[
    "排名", "名列", "位列", "位居", "居", "全国", "全省", "全市", "全区",
];
/// Words behind a rank that add nothing.
const BEHIND: &[&str] = &["以内", "之内", "内", "以上", "及以上"];

/// Reads a rank; the words in front of it (全省排名) are kept as a note.
pub(super) fn read(text: &str) -> Option<Reading> {
    let (at, ordinal) = text
        .char_indices()
        .find(|(_, c)| matches!(c, '第' | '前'))?;
    let (front, rest) = (&text[..at], &text[at + ordinal.len_utf8()..]);
    if front.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (rank, rest) = figure(rest)?;
    let (placed, rest) = PLACES
        .iter()
        .find_map(|place| rest.strip_prefix(place))
        .map_or((false, rest), |rest| (true, rest));
    let rest = BEHIND
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let ranked = RANKED.iter().any(|word| front.ends_with(word)) || text == "第一";
    if !rest.is_empty() || !(placed || ranked) {
        return None;
    }
    let bounded = front.strip_prefix(Operator::AtMost.sign());
    let front = bounded.unwrap_or(front);
    let mut reading = Reading::plain(Value::Rank(rank));
    // 前5位 admits every better rank, 第3名 names one.
    reading.operator = (ordinal == '前' || bounded.is_some()).then_some(Operator::AtMost);
    reading
        .notes
        .extend((!front.is_empty()).then(|| front.to_owned()));
    Some(reading)
}

fn figure(text: &str) -> Option<(Decimal, &str)> {
    if let Some(Ok(digits)) = digits::scan(text) {
        return (digits.places == 0).then_some((digits.number, digits.rest));
    }
    let numeral = numeral::scan(text)?;
    Some((numeral.number, numeral.rest))
}
