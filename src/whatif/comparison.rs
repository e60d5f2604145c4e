//! Where the change of a total comes from.

use rust_decimal::Decimal;

use crate::number::{Fraction, OutOfRange};
use crate::score::{Evaluation, Outcome};

/// As many places as people print are kept even where they are empty.
const FEW: u32 = 4;

/// What one part adds to the total, before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// In the baseline; `None` without points.
    pub before: Option<Decimal>,
    /// In the scenario.
    pub after: Option<Decimal>,
}

impl Share {
    /// After less before, where both are there; exact, with no more places than it takes where one of
    /// them has many.
    pub fn delta(&self) -> Option<Decimal> {
        let (before, after) = (self.before?, self.after?);
        let delta = exact([after.into(), Fraction::from(before).negated()])?;
        Some(tidy(delta, before.scale().max(after.scale())))
    }

    /// Whether both sides are the same.
    pub fn is_same(&self) -> bool {
        self.before == self.after
    }
}

/// The change of a total in amounts: each row, the execution part, what groups make of their rows, and
/// what the total's own step (rounding, a cap) adds or takes. On either side the amounts add up to the
/// total exactly, so their differences add up to its change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The rows, in the order of the form. A row that was left out adds 0.
    pub rows: Vec<Share>,
    /// The execution part; 0 for schemes without one.
    pub execution: Share,
    /// What the pack's groups make of their rows' points: the groups' points less the rows'. 0 for
    /// packs without groups.
    pub groups: Share,
    /// The total less the sum of all parts: its rounding, and what its script does.
    pub step: Share,
    /// The total.
    pub total: Share,
    /// Index of the grade band, before and after.
    pub grade: (Option<usize>, Option<usize>),
}

impl Comparison {
    /// Compares two evaluations of one sheet, under one pack or two.
    pub fn of(baseline: &Evaluation, scenario: &Evaluation) -> Comparison {
        let (before, after) = (Side::of(baseline), Side::of(scenario));
        let share = |of: fn(&Side) -> Option<Decimal>| Share {
            before: of(&before),
            after: of(&after),
        };
        let rows = before.rows.iter().zip(&after.rows);
        Comparison {
            rows: rows
                .map(|(before, after)| Share {
                    before: *before,
                    after: *after,
                })
                .collect(),
            execution: share(|side| side.execution),
            groups: share(|side| side.groups),
            step: share(|side| side.step),
            total: share(|side| side.total),
            grade: (baseline.grade, scenario.grade),
        }
    }

    /// Every amount, in the order of the form.
    pub fn shares(&self) -> impl Iterator<Item = &Share> {
        self.rows
            .iter()
            .chain([&self.execution, &self.groups, &self.step])
    }
}

/// What a total consists of.
struct Side {
    rows: Vec<Option<Decimal>>,
    execution: Option<Decimal>,
    groups: Option<Decimal>,
    step: Option<Decimal>,
    total: Option<Decimal>,
}

impl Side {
    fn of(evaluation: &Evaluation) -> Side {
        let points = |outcome: &Outcome| match outcome {
            Outcome::Dropped => Some(Decimal::ZERO),
            outcome => outcome.points(),
        };
        let rows: Vec<Option<Decimal>> = evaluation
            .rows
            .iter()
            .map(|row| points(&row.outcome))
            .collect();
        let execution = match &evaluation.execution {
            Some(execution) => points(&execution.outcome),
            None => Some(Decimal::ZERO),
        };
        let total = evaluation.total.as_ref().ok().copied();
        // Sums are built for sheets that have a total; then every part has points.
        let sum = total.and_then(|_| exact(rows.iter().map(|row| row.unwrap_or_default().into())));
        let less = |whole: Decimal, parts: &[Decimal]| {
            let parts = parts.iter().map(|part| Fraction::from(*part).negated());
            exact(std::iter::once(whole.into()).chain(parts))
        };
        let groups = match evaluation.groups.is_empty() {
            true => sum.map(|_| Decimal::ZERO),
            false => {
                let indicators = evaluation.indicators.as_ref().ok().copied();
                indicators.zip(sum).and_then(|(all, sum)| less(all, &[sum]))
            }
        };
        let parts = sum.zip(groups).zip(execution);
        let step =
            parts.and_then(|((sum, groups), execution)| less(total?, &[sum, groups, execution]));
        Side {
            rows,
            execution,
            groups,
            step,
            total,
        }
    }
}

/// The sum of decimals, exact; with no more places than it takes where one of them has many.
pub(super) fn sum(amounts: impl Iterator<Item = Decimal> + Clone) -> Option<Decimal> {
    let places = amounts.clone().map(|amount| amount.scale()).max();
    let sum = exact(amounts.map(Fraction::from))?;
    Some(tidy(sum, places.unwrap_or(0)))
}

fn tidy(mut amount: Decimal, places: u32) -> Decimal {
    match places > FEW {
        true => amount.normalize_assign(),
        false => amount.rescale(places),
    }
    amount
}

/// The sum as a decimal; `None` where it has none.
fn exact(parts: impl IntoIterator<Item = Fraction>) -> Option<Decimal> {
    let sum = parts
        .into_iter()
        .try_fold(Fraction::ZERO, |sum, part| sum.plus(part));
    sum.map_err(|OutOfRange| ()).ok()?.as_exact_decimal()
}
