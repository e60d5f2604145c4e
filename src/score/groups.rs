//! Groups of rows that are scored as a whole.

use std::rc::Rc;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::evaluation::{Outcome, Points, RowResult, Unscorable};
use super::group_result::GroupResult;
use super::reason::Reason;
use super::scaling::{level_label, stands_under};
use super::scorer::Scorer;
use crate::number::{Fraction, OutOfRange, Rounding};
use crate::rules::facts::{Answer, GroupFacts, MeasureFacts};
use crate::rules::host::ScriptFault;
use crate::rules::pack::Group;
use crate::sheet::Sheet;

/// The rows of every group, in the order of [`Group::walk`].
pub(super) type Members = Vec<Vec<usize>>;

/// The groups of one sheet.
pub(super) struct ScoredGroups {
    /// Every group, each before those within it.
    pub results: Vec<GroupResult>,
    /// The outermost ones, for the total's script.
    pub facts: Vec<Rc<GroupFacts>>,
    /// Their points together.
    pub sum: Result<Fraction, Unscorable>,
}

/// Gives every row to the innermost group whose label it stands under. Rows under no group have no
/// weight in the rule and stay unscored.
pub(super) fn assign(groups: &[Group], sheet: &Sheet, rows: &mut [RowResult]) -> Members {
    let all = Group::walk(groups);
    let mut members = vec![Vec::new(); all.len()];
    if all.is_empty() {
        return members;
    }
    for (index, row) in rows.iter_mut().enumerate() {
        let indicator = &sheet.indicators[row.indicator];
        // Inner groups come after those around them.
        let found = all
            .iter()
            .rposition(|group| stands_under(indicator, &group.label));
        match found {
            Some(group) => members[group].push(index),
            None => {
                let label = level_label(indicator.level1()).to_owned();
                row.outcome = Outcome::Unscored(Reason::LevelWithoutWeight(label));
            }
        }
    }
    members
}

/// A walk over the groups that keeps what it found.
struct Walk<'a> {
    scorer: &'a Scorer,
    sheet: &'a Arc<Sheet>,
    rows: &'a [RowResult],
    facts: &'a [Option<Rc<MeasureFacts>>],
    members: &'a Members,
    results: Vec<GroupResult>,
}

impl Scorer {
    /// Asks the pack about every group, the inner ones first; `None` when it has none.
    pub(super) fn score_groups(
        &self,
        sheet: &Arc<Sheet>,
        rows: &[RowResult],
        facts: &[Option<Rc<MeasureFacts>>],
        members: &Members,
    ) -> Result<Option<ScoredGroups>, Box<ScriptFault>> {
        let part = &self.pack.indicators;
        if part.groups.is_empty() {
            return Ok(None);
        }
        let mut walk = Walk {
            scorer: self,
            sheet,
            rows,
            facts,
            members,
            results: Vec::new(),
        };
        let (facts, sum) = walk.level(&part.groups, part.weight.into(), 0)?;
        Ok(Some(ScoredGroups {
            results: walk.results,
            facts,
            sum: sum.map(|level| level.earned),
        }))
    }
}

/// What the groups of one level come to.
struct Level {
    earned: Fraction,
    possible: Fraction,
    left_out: usize,
}

type Asked = (Vec<Rc<GroupFacts>>, Result<Level, Unscorable>);

impl Walk<'_> {
    /// The groups side by side on one level; those left out give their weight to the others.
    fn level(
        &mut self,
        groups: &[Group],
        whole: Fraction,
        depth: usize,
    ) -> Result<Asked, Box<ScriptFault>> {
        let mut asked = Vec::new();
        for group in groups {
            asked.push(self.group(group, depth)?);
        }
        let counts = |result: &GroupResult| !matches!(result.outcome, Outcome::Dropped);
        let possible = asked
            .iter()
            .filter(|(index, _)| counts(&self.results[*index]))
            .try_fold(Fraction::ZERO, |sum, (_, facts)| sum.plus(facts.weight));
        let factor = possible.and_then(|possible| whole.over(possible));
        let left_out = asked
            .iter()
            .filter(|(index, _)| !counts(&self.results[*index]))
            .count();
        let mut level = Ok(Level {
            earned: Fraction::ZERO,
            possible: whole,
            left_out,
        });
        let mut facts = Vec::new();
        for (index, of_group) in asked {
            let result = &mut self.results[index];
            let awarded = match (&result.outcome, result.completion, factor) {
                (Outcome::Unscored(_), ..) => {
                    level = Err(Unscorable::Group(result.label.clone()));
                    None
                }
                (Outcome::Dropped, ..) => None,
                (Outcome::Scored(_), Some(completion), Ok(factor)) => {
                    let weight = of_group.weight.times(factor);
                    let step = self.scorer.pack.rounding.groups;
                    let points = weight.and_then(|weight| {
                        result.weight = weight;
                        awarded(weight.times(completion)?, step)
                    });
                    match points {
                        Ok(points) => {
                            result.outcome = Outcome::Scored(points);
                            let value = match step {
                                Some(_) => Fraction::from(points.rounded),
                                None => points.exact,
                            };
                            Some((completion, value))
                        }
                        Err(OutOfRange) => {
                            result.outcome = Outcome::Unscored(Reason::OutOfRange);
                            level = Err(Unscorable::OutOfRange);
                            None
                        }
                    }
                }
                (Outcome::Scored(_), ..) => {
                    level = Err(Unscorable::OutOfRange);
                    None
                }
            };
            if let (Ok(so_far), Some((_, points))) = (&mut level, awarded) {
                match so_far.earned.plus(points) {
                    Ok(sum) => so_far.earned = sum,
                    Err(OutOfRange) => level = Err(Unscorable::OutOfRange),
                }
            }
            facts.push(Rc::new(GroupFacts {
                result: awarded,
                ..of_group
            }));
        }
        if possible.is_ok_and(|possible| possible.is_zero()) {
            level = Err(Unscorable::NoGroup);
        }
        Ok((facts, level))
    }

    /// One group: its rows and the groups in it, then the pack's function. Returns its place among the
    /// results and what scripts see of it.
    fn group(
        &mut self,
        group: &Group,
        depth: usize,
    ) -> Result<(usize, GroupFacts), Box<ScriptFault>> {
        let index = self.results.len();
        let weight = Fraction::from(group.weight);
        self.results.push(GroupResult {
            label: group.label.clone(),
            depth,
            citation: group.asked.citation.clone(),
            function: group.asked.function.clone(),
            weight,
            rows: self.members[index].clone(),
            left_out: 0,
            earned: Fraction::ZERO,
            possible: Fraction::ZERO,
            completion: None,
            said: None,
            notes: Vec::new(),
            outcome: Outcome::Dropped,
        });
        let mut facts = GroupFacts {
            sheet: Arc::clone(self.sheet),
            label: group.label.clone(),
            weight,
            earned: Fraction::ZERO,
            possible: Fraction::ZERO,
            rows: Vec::new(),
            left_out: 0,
            groups: Vec::new(),
            result: None,
        };
        let mut problem = self.take_rows(index, &mut facts);
        if !group.groups.is_empty() {
            let (inner, level) = self.level(&group.groups, weight, depth + 1)?;
            facts.groups = inner;
            match level {
                Ok(level) => {
                    facts.left_out += level.left_out;
                    let earned = facts.earned.plus(level.earned);
                    let possible = facts.possible.plus(level.possible);
                    match (earned, possible) {
                        (Ok(earned), Ok(possible)) => {
                            (facts.earned, facts.possible) = (earned, possible);
                        }
                        _ => problem = Some(Reason::OutOfRange),
                    }
                }
                // With all groups in it left out, the script of this one decides.
                Err(Unscorable::NoGroup) => facts.left_out += group.groups.len(),
                Err(Unscorable::Group(label)) => problem = Some(Reason::GroupOpen(label)),
                Err(_) => problem = Some(Reason::OutOfRange),
            }
        }
        let mut notes = Vec::new();
        let (mut completion, mut said) = (None, None);
        let outcome = match problem {
            Some(reason) => Outcome::Unscored(reason),
            None => {
                let function = &self.scorer.groups[index];
                let wanted = self.scorer.trace.then_some(&mut notes);
                let shared = Rc::new(facts.clone());
                match self.scorer.host.group(function, shared, wanted)? {
                    Answer::Completion(ratio) => self.completed(&mut completion, Ok(ratio)),
                    Answer::Points(points) => self.completed(&mut completion, points.over(weight)),
                    Answer::LeftOut(words) => {
                        said = Some(words);
                        Outcome::Dropped
                    }
                    Answer::Cannot(words) => Outcome::Unscored(Reason::PackCannot(words)),
                    Answer::OutOfRange => Outcome::Unscored(Reason::OutOfRange),
                }
            }
        };
        let result = &mut self.results[index];
        (result.left_out, result.earned, result.possible) =
            (facts.left_out, facts.earned, facts.possible);
        (result.completion, result.said) = (completion, said);
        (result.notes, result.outcome) = (notes, outcome);
        Ok((index, facts))
    }

    fn completed(
        &self,
        completion: &mut Option<Fraction>,
        ratio: Result<Fraction, OutOfRange>,
    ) -> Outcome {
        match ratio {
            Ok(ratio) => {
                *completion = Some(ratio);
                // The weight is known once it is known which groups count.
                let zero = Points {
                    exact: Fraction::ZERO,
                    rounded: Decimal::ZERO,
                };
                Outcome::Scored(zero)
            }
            Err(OutOfRange) => Outcome::Unscored(Reason::OutOfRange),
        }
    }

    /// Adds up the rows of a group; returns why it cannot be scored when one of them is open. What is
    /// added up does not depend on where the open one stands.
    fn take_rows(&self, index: usize, facts: &mut GroupFacts) -> Option<Reason> {
        let mut open = None;
        for row in &self.members[index] {
            let (result, seen) = (&self.rows[*row], &self.facts[*row]);
            let points = match &result.outcome {
                Outcome::Scored(points) => *points,
                Outcome::Dropped => {
                    facts.left_out += 1;
                    continue;
                }
                Outcome::Unscored(_) => {
                    open = Some(Reason::RowOpen);
                    continue;
                }
            };
            let (Some(seen), Some(mark)) = (seen, result.effective_full_mark()) else {
                open = Some(Reason::RowOpen);
                continue;
            };
            let awarded = Fraction::from(points.rounded);
            match (facts.earned.plus(awarded), facts.possible.plus(mark)) {
                (Ok(earned), Ok(possible)) => {
                    (facts.earned, facts.possible) = (earned, possible);
                }
                _ => return Some(Reason::OutOfRange),
            }
            facts.rows.push(Rc::new(MeasureFacts {
                full_mark: Some(mark),
                completion: result.completion,
                points: Some(awarded),
                ..(**seen).clone()
            }));
        }
        open
    }
}

/// A group's points: rounded as the rule says, else exact and only shown rounded.
fn awarded(exact: Fraction, step: Option<Rounding>) -> Result<Points, OutOfRange> {
    let rounded = match (step, exact.as_exact_decimal()) {
        (Some(step), _) => step.apply(exact)?,
        (None, Some(decimal)) => decimal,
        (None, None) => Rounding::SHOWN.apply(exact)?,
    };
    Ok(Points { exact, rounded })
}
