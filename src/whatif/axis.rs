//! What a sweep varies: a key, and how numbers are written there.

use rust_decimal::Decimal;

use super::split::{scalar, split};
use super::{Change, Key, RowKey};
use crate::document::ProblemKind;
use crate::number::Fraction;
use crate::sheet::Origin;
use crate::words::whatif_sweep as words;

/// The most points of a sweep, of both keys together.
pub const MOST_POINTS: usize = 1000;

/// A number that is varied at a key, written as the cell there writes it: 92 as ≥92%.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// What is varied.
    pub key: Key,
    /// What stands in front of the number: ≥.
    before: String,
    /// What stands behind it: %, 家.
    behind: String,
}

impl Axis {
    /// An axis whose numbers are written like this text; `None` where that has no number, or more than
    /// one.
    pub fn like(key: Key, text: &str) -> Option<(Axis, Decimal)> {
        let (before, number, behind) = spelled(text)?;
        let axis = Axis {
            key,
            before: before.to_owned(),
            behind: behind.to_owned(),
        };
        Some((axis, number))
    }

    /// Whether only whole numbers stand here.
    pub fn is_whole(&self) -> bool {
        matches!(self.key, Key::Places(_))
    }

    /// What is written in front of a number here and what behind it.
    pub fn around(&self) -> (&str, &str) {
        (&self.before, &self.behind)
    }

    /// A number as it is written here.
    pub fn text(&self, number: Decimal) -> String {
        format!("{}{}{}", self.before, number.normalize(), self.behind)
    }

    /// A place as it is written here; a fraction that is no decimal in brackets before its unit.
    pub fn place(&self, at: Fraction) -> String {
        match at.as_exact_decimal() {
            Some(decimal) => self.text(decimal),
            None if self.before.is_empty() && self.behind.is_empty() => at.to_string(),
            None => format!("{}({at}){}", self.before, self.behind),
        }
    }

    /// The change that puts a number here.
    ///
    /// # Errors
    /// The key takes no such number; says what is expected.
    pub fn change(&self, number: Decimal) -> Result<Change, ProblemKind> {
        let text = self.text(number);
        let origin = Origin {
            file: "--sweep".into(),
            cell: Some(format!("{}={text}", self.key).into()),
            ..Origin::default()
        };
        Change::of(self.key.clone(), &scalar(&text), origin)
    }
}

/// One key over a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// What is varied.
    pub axis: Axis,
    /// Where it begins.
    pub from: Decimal,
    /// Where it ends; always a point.
    pub to: Decimal,
    /// How far points are apart; `None` leaves it to [`Range::points`].
    pub step: Option<Decimal>,
}

impl Range {
    /// Reads a range as the command line has it: `KEY=FROM..TO`, `KEY=FROM..TO:STEP`.
    ///
    /// # Errors
    /// What is wrong with the key or the range, and what is expected.
    pub fn read(text: &str) -> Result<Range, ProblemKind> {
        let no_range =
            || ProblemKind::said(|lang| words::no_range(lang, text), words::no_range_help);
        let (key, range) = split(text).ok_or_else(no_range)?;
        let key = Key::parse(key)?;
        let numeric = match &key {
            Key::Mode(_) => false,
            Key::Row(_, of) => !matches!(of, RowKey::Direction | RowKey::Applicable),
            _ => true,
        };
        if !numeric {
            return Err(ProblemKind::said(
                |lang| words::no_number_there(lang, &key),
                words::no_number_there_help,
            ));
        }
        let (from, rest) = range.split_once("..").ok_or_else(no_range)?;
        let (to, step) = match rest.split_once([':', '：']) {
            Some((to, step)) => (to, Some(step)),
            None => (rest, None),
        };
        let (axis, from) = Axis::like(key, from.trim()).ok_or_else(no_range)?;
        let same = |text: &str| {
            let (before, number, behind) = spelled(text.trim()).ok_or_else(no_range)?;
            let alike = behind == axis.behind && (before == axis.before || before.is_empty());
            alike.then_some(number).ok_or_else(|| {
                ProblemKind::said(
                    |lang| words::other_unit(lang, text.trim()),
                    |lang| words::other_unit_help(lang, axis.text(from)),
                )
            })
        };
        let to = same(to)?;
        // A step may leave the sign of the cell out: 80%..100%:1.
        let step = step.map(|step| match spelled(step.trim()) {
            Some(("", number, "")) => Ok(number),
            _ => same(step),
        });
        let step = step.transpose()?;
        if from >= to {
            return Err(ProblemKind::said(
                |lang| words::not_ascending(lang, axis.text(from), axis.text(to)),
                words::not_ascending_help,
            ));
        }
        if step.is_some_and(|step| step <= Decimal::ZERO) {
            return Err(ProblemKind::said(words::no_step, words::no_step_help));
        }
        let whole = |number: &Decimal| number.normalize().scale() == 0;
        if axis.is_whole() && ![Some(from), Some(to), step].iter().flatten().all(whole) {
            return Err(ProblemKind::said(words::only_whole, words::only_whole_help));
        }
        // What cannot stand there is said before anything is scored.
        axis.change(from)?;
        axis.change(to)?;
        let range = Range {
            axis,
            from,
            to,
            step,
        };
        range.points(1)?;
        Ok(range)
    }

    /// The points, `to` among them; where no step was asked for, in round steps of which about `parts`
    /// fit.
    ///
    /// # Errors
    /// More than [`MOST_POINTS`].
    pub fn points(&self, parts: u32) -> Result<Vec<Decimal>, ProblemKind> {
        let step = self.step.unwrap_or_else(|| {
            let step = round_step(self.to.saturating_sub(self.from), parts);
            match self.axis.is_whole() {
                true => step.max(Decimal::ONE),
                false => step,
            }
        });
        let mut points = Vec::new();
        let mut at = self.from;
        while at < self.to {
            if points.len() + 1 >= MOST_POINTS {
                return Err(too_many());
            }
            points.push(at);
            at = at.checked_add(step).ok_or_else(too_many)?;
        }
        points.push(self.to);
        Ok(points)
    }
}

/// 1, 2 or 5 times a power of ten: the smallest step of which no more than `parts` fit into a span.
pub fn round_step(span: Decimal, parts: u32) -> Decimal {
    let enough = |step: Decimal| {
        let all = step.checked_mul(parts.into());
        all.is_none_or(|all| all >= span)
    };
    // From the smallest a figure may have to the largest.
    let tens = (0..=12_u32).rev().map(|scale| (1_i64, scale));
    let tens = tens.chain((1..=18_u32).map(|power| (10_i64.pow(power), 0)));
    let steps = tens.flat_map(|(ten, scale)| [1, 2, 5].map(|digit| (digit, ten, scale)));
    let mut steps = steps
        .filter_map(|(digit, ten, scale)| Decimal::try_new(ten.checked_mul(digit)?, scale).ok());
    steps.find(|step| enough(*step)).unwrap_or(span)
}

/// That there would be more points than are worked out.
pub(super) fn too_many() -> ProblemKind {
    ProblemKind::said(
        |lang| words::too_many_points(lang, MOST_POINTS),
        words::too_many_points_help,
    )
}

/// What stands before the one number of a text, the number, and what stands behind it.
fn spelled(text: &str) -> Option<(&str, Decimal, &str)> {
    let digit = |c: char| c.is_ascii_digit();
    let first = text.find(digit)?;
    let first = match text[..first].ends_with('-') {
        true => first - 1,
        false => first,
    };
    let rest = &text[first..];
    let figure = |c: char| digit(c) || matches!(c, '.' | '-');
    let end = rest.find(|c| !figure(c)).unwrap_or(rest.len());
    let (number, behind) = rest.split_at(end);
    let number = Decimal::from_str_exact(number).ok()?;
    (!behind.contains(digit)).then_some((&text[..first], number, behind))
}
