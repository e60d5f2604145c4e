//! The words in front of a number: comparison, rate, 约, and those that say nothing.

use super::lexicon::{self, Leading};
use super::reading::Place;
use super::{Doubt, Operator, Period};

/// More words than this are no front of a number; the bound keeps a cell of "约约约…" cheap.
const MOST_WORDS: usize = 8;

/// What the words in front of a number say, and the text behind them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Lead<'t> {
    pub(super) operator: Option<Operator>,
    /// The comparison came from 达到 or 控制在 and yields to words behind the number.
    pub(super) yielding: bool,
    pub(super) per: Option<Period>,
    pub(super) about: bool,
    pub(super) percent: bool,
    pub(super) notes: Vec<String>,
    pub(super) doubt: Option<Doubt>,
    pub(super) rest: &'t str,
}

/// Takes every known word off the front of `text`.
pub(super) fn strip(text: &str, place: Place) -> Lead<'_> {
    let mut lead = Lead {
        rest: text,
        ..Lead::default()
    };
    for _ in 0..MOST_WORDS {
        if let Some(rest) = without_year(lead.rest) {
            lead.rest = rest;
        } else if let Some((word, meaning, rest)) = lexicon::LEADING.longest(lead.rest) {
            lead.take(word, meaning, place);
            lead.rest = rest;
        } else {
            break;
        }
    }
    lead
}

impl Lead<'_> {
    fn take(&mut self, word: &str, meaning: Leading, place: Place) {
        match meaning {
            Leading::Compares(operator) => {
                if self.operator.is_none() || self.yielding {
                    self.operator = Some(operator);
                    self.yielding = false;
                } else if self.operator != Some(operator) {
                    self.doubt = Some(Doubt::WordsAroundNumber);
                }
            }
            Leading::Reaches if !place.actual => self.yield_to(Operator::AtLeast),
            Leading::Holds => self.yield_to(Operator::AtMost),
            Leading::Per(period) => {
                if period == Period::Other || self.per.is_some() {
                    self.notes.push(word.to_owned());
                }
                // 每户每年3次 is a rate of two things.
                if self.per.replace(period).is_some() {
                    self.per = Some(Period::Other);
                }
            }
            Leading::About => self.about = true,
            Leading::Grows => self.notes.push(word.to_owned()),
            Leading::Falls => {
                self.notes.push(word.to_owned());
                self.doubt = Some(Doubt::WordsAroundNumber);
            }
            Leading::Percent => self.percent = true,
            Leading::Reaches | Leading::Filler => {}
        }
    }

    fn yield_to(&mut self, operator: Operator) {
        if self.operator.is_none() {
            self.operator = Some(operator);
            self.yielding = true;
        }
    }
}

/// "2024年培训3场": the year of the sheet in front of a value says nothing new.
fn without_year(text: &str) -> Option<&str> {
    let (year, rest) = text.split_at_checked(4)?;
    let is_year = (year.starts_with("19") || year.starts_with("20"))
        && year.bytes().all(|b| b.is_ascii_digit());
    let rest = rest.strip_prefix('年')?;
    let rest = rest.strip_prefix('度').unwrap_or(rest);
    (is_year && !rest.is_empty()).then_some(rest)
}
