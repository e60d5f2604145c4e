//! Cells out of a line that lost its separators.
//!
//! Between two Chinese characters, or between two figures, a space was a separator. Between a figure
//! and a Chinese character it may also be the space that typesetting puts there ("≥36 期"): of all
//! ways to cut, the one is taken whose pieces read best as a name and its values.

use std::collections::HashMap;
use std::ops::Range;

use crate::value::{Value, normalise, read};

/// Most places at which it is uncertain whether to cut.
const MOST_UNCERTAIN: usize = 10;
/// A value that reads as words.
const WORDS: u32 = 1;
/// A value too long for a word.
const LONG: u32 = 3;
/// A unit by itself, a number cut from its unit.
const TORN: u32 = 7;
/// A value that is not there.
const ABSENT: u32 = 2;
/// A value unlike the one before it.
const UNLIKE: u32 = 1;
/// Longest word that is likely to be a value.
const LONGEST_WORD: usize = 9;

/// Whether two tokens next to one another are certainly different cells.
fn is_certain(before: &str, behind: &str) -> bool {
    let chinese = |c: Option<char>| {
        let c = c.map(plain);
        c.is_some_and(|c| c.is_alphabetic() && !c.is_ascii())
    };
    chinese(before.chars().next_back()) == chinese(behind.chars().next())
}

fn plain(character: char) -> char {
    normalise(&character.to_string())
        .chars()
        .next()
        .unwrap_or(character)
}

/// The tokens of a line, those that certainly are one cell's not yet put together.
pub(super) fn certain_cells(tokens: &[&str]) -> usize {
    let cuts = tokens.windows(2).filter(|two| is_certain(two[0], two[1]));
    usize::from(!tokens.is_empty()) + cuts.count()
}

/// The name and up to `columns` values of a row on one line; `None` when it cannot be cut.
pub(super) fn row(tokens: &[&str], columns: usize) -> Option<(String, Vec<String>)> {
    let mut cells = best(tokens, 1 + columns, true)?;
    let values = cells.split_off(1);
    Some((cells.remove(0), values))
}

/// Up to `columns` values on one line.
pub(super) fn values(tokens: &[&str], columns: usize) -> Option<Vec<String>> {
    best(tokens, columns, false)
}

fn best(tokens: &[&str], most: usize, named: bool) -> Option<Vec<String>> {
    let places = 1..tokens.len();
    let (certain, uncertain): (Vec<usize>, Vec<usize>) =
        places.partition(|at| is_certain(tokens[at - 1], tokens[*at]));
    if tokens.is_empty() || uncertain.len() > MOST_UNCERTAIN || certain.len() + 1 > most {
        return None;
    }
    let mut weights = Weights::default();
    let mut best: Option<(u32, Vec<usize>)> = None;
    for chosen in 0..1_u32 << uncertain.len() {
        let mut cuts = certain.clone();
        let picked = uncertain.iter().enumerate();
        cuts.extend(
            picked
                .filter(|(bit, _)| chosen >> bit & 1 == 1)
                .map(|(_, at)| *at),
        );
        if cuts.len() + 1 > most || (named && cuts.is_empty()) {
            continue;
        }
        cuts.sort_unstable();
        let cost = weights.cost(tokens, &spans(tokens, &cuts), most, named);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, cuts));
        }
    }
    let spans = spans(tokens, &best?.1);
    Some(
        spans
            .into_iter()
            .map(|span| tokens[span].join(" "))
            .collect(),
    )
}

fn spans(tokens: &[&str], cuts: &[usize]) -> Vec<Range<usize>> {
    let starts = [0].into_iter().chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([tokens.len()]);
    starts.zip(ends).map(|(start, end)| start..end).collect()
}

/// How badly pieces read, each weighed once.
#[derive(Default)]
struct Weights {
    names: HashMap<usize, u32>,
    values: HashMap<Range<usize>, u32>,
}

impl Weights {
    fn cost(&mut self, tokens: &[&str], spans: &[Range<usize>], most: usize, named: bool) -> u32 {
        let absent = u32::try_from(most - spans.len()).unwrap_or(u32::MAX);
        let mut cost = absent.saturating_mul(ABSENT);
        let (name, values) = spans.split_at(usize::from(named));
        for name in name {
            let weigh = || name_cost(&tokens[name.clone()].join(" "));
            cost += *self.names.entry(name.end).or_insert_with(weigh);
        }
        for (index, value) in values.iter().enumerate() {
            let weigh = || value_cost(&tokens[value.clone()].join(" "));
            cost += *self.values.entry(value.clone()).or_insert_with(weigh);
            let alike = |before: &Range<usize>| tokens[before.clone()] == tokens[value.clone()];
            if index > 0 && !alike(&values[index - 1]) {
                cost += UNLIKE;
            }
        }
        cost
    }
}

fn name_cost(name: &str) -> u32 {
    // A name that ends in a figure has taken the beginning of a value.
    let torn = name.ends_with(|c: char| c.is_ascii_digit() || "%≥≤/".contains(c));
    let begins = name.starts_with(|c: char| "≥≤/%".contains(c));
    let is_value =
        name.contains(' ') && matches!(read(name).value, Value::Quantity(_) | Value::Range { .. });
    (u32::from(torn || begins) + u32::from(is_value)) * TORN
}

fn value_cost(value: &str) -> u32 {
    let written = read(value);
    let length = normalise(value).chars().count();
    match &written.value {
        Value::Quantity(_) | Value::Range { .. } if written.note.is_none() => 0,
        Value::Missing | Value::Rank(_) | Value::Date(_) => 0,
        // 期 alone lost its number.
        Value::Word(_) if length == 1 && !["是", "否", "无", "有"].contains(&value) => TORN,
        _ if value.starts_with(|c: char| c.is_alphabetic()) && value.contains(' ') => TORN,
        _ if length <= LONGEST_WORD => WORDS,
        _ => LONG,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(line: &str, columns: usize) -> String {
        let tokens: Vec<&str> = line.split_whitespace().collect();
        row(&tokens, columns).map_or(String::new(), |(name, values)| {
            format!("{name}|{}", values.join("|"))
        })
    }

    #[test]
    fn names_and_values_are_told_apart() {
        for (line, columns, expected) in [
            ("跟踪监测企业 ≥600 户", 1, "跟踪监测企业|≥600 户"),
            ("占 GDP 的比重 保持稳定", 1, "占 GDP 的比重|保持稳定"),
            (
                "发布信息 每月 60 篇 每月 100 篇 每月 100 篇",
                3,
                "发布信息|每月 60 篇|每月 100 篇|每月 100 篇",
            ),
            (
                "业务时长 5 小时/天 5 小时/天 5 小时/天",
                3,
                "业务时长|5 小时/天|5 小时/天|5 小时/天",
            ),
            ("政策直播 0 5 期 10 期", 3, "政策直播|0|5 期|10 期"),
            ("示范项目个数 25 40 25", 3, "示范项目个数|25|40|25"),
            ("计划完成率 / / 100%", 3, "计划完成率|/|/|100%"),
            ("对接项目 30 次 40 次", 3, "对接项目|30 次|40 次"),
            ("安全检查 100 家", 3, "安全检查|100 家"),
            ("安全培训 ２次", 1, "安全培训|２次"),
        ] {
            assert_eq!(cut(line, columns), expected, "{line}");
        }
    }
}
