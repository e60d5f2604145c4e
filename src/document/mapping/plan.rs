//! A mapping as read: which reference gives which value of a sheet and of a measure.

use std::collections::HashSet;

use super::pattern::Pattern;
use super::reference::{Place, Reference};
use crate::document::{Name, Source, sheet_yaml::keys};
use crate::sheet::{MoneyUnit, Scope};
use crate::words::Lang;

/// 列对照: which column of delimited files holds what of the sheets of many institutions.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// The mapping file, for places in it.
    pub(super) source: Source<'static>,
    /// Notices of its reading.
    pub(super) notices: Vec<crate::document::Problem>,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// One row an institution, or one row an indicator.
    pub(super) layout: Layout,
    /// The record with the headings, from 1.
    pub(super) header: usize,
    pub(super) missing: HashSet<String>,
    pub(super) readings: Vec<Pattern>,
    pub(super) sheet: SheetPlan<Reference>,
    /// Wide: every measure. Long: what holds for any row, then what holds for indicators named in `named`.
    pub(super) measures: Vec<MeasurePlan<Reference>>,
    /// Long: the indicators that `measures` names, from its second item on.
    pub(super) named: Vec<(String, Place)>,
}

/// How the institutions stand in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    Wide,
    Long,
}

/// What is said of an institution once; `R` is a reference, or what it means in one file.
#[derive(Debug, Clone)]
pub(super) struct SheetPlan<R> {
    pub id: R,
    pub scope: Scope,
    pub money: MoneyUnit,
    pub year: Option<R>,
    pub texts: Vec<(TextSlot, R)>,
    pub figures: Vec<(FigureSlot, R)>,
    pub inputs: Vec<(String, R)>,
}

/// Where a text of the sheet goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextSlot {
    Title,
    Unit,
    Project,
    Department,
    Grade,
}

/// Where a figure of the sheet goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FigureSlot {
    Total,
    IndicatorsFullMark,
    ExecutionFullMark,
    Budget,
    Executed,
    Rate,
    ExecutionPoints,
    /// Points of the group with this label.
    Group(String),
}

impl FigureSlot {
    /// What to call it.
    pub(super) fn name(&self, lang: Lang) -> String {
        let name = match self {
            FigureSlot::Group(label) => return label.clone(),
            FigureSlot::Total => keys::TOTAL,
            FigureSlot::IndicatorsFullMark => keys::INDICATORS_FULL_MARK,
            FigureSlot::ExecutionFullMark => keys::FULL_MARK,
            FigureSlot::Budget => keys::BUDGET,
            FigureSlot::Executed => keys::EXECUTED,
            FigureSlot::Rate => keys::RATE,
            FigureSlot::ExecutionPoints => keys::POINTS,
        };
        spelled(name, lang).to_owned()
    }
}

/// A key in the language of the reader.
pub(super) fn spelled(name: Name, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => name.chinese,
        Lang::En => name.english,
    }
}

/// One measure.
#[derive(Debug, Clone)]
pub(super) struct MeasurePlan<R> {
    /// Missing only where something is fixed for an indicator of a long table that has its own name.
    pub name: Option<R>,
    pub levels: Vec<R>,
    pub target: Option<R>,
    pub actual: Option<R>,
    pub full_mark: Option<R>,
    pub points: Option<R>,
    pub direction: Option<R>,
    pub judged: Option<R>,
    pub applicable: Option<R>,
    pub reason: Option<R>,
    pub inputs: Vec<(String, R)>,
    pub place: Place,
}

impl<R> SheetPlan<R> {
    /// The same plan with every reference turned into something else; those that turn into nothing are
    /// left out. `id` has been turned already.
    pub(super) fn turned<'s, S>(
        &'s self,
        id: S,
        mut turn: impl FnMut(&'s R) -> Option<S>,
    ) -> SheetPlan<S> {
        SheetPlan {
            id,
            scope: self.scope,
            money: self.money,
            year: self.year.as_ref().and_then(&mut turn),
            texts: turned(&self.texts, &mut turn),
            figures: turned(&self.figures, &mut turn),
            inputs: turned(&self.inputs, &mut turn),
        }
    }
}

impl<R> MeasurePlan<R> {
    /// The same plan with every reference turned into something else.
    pub(super) fn turned<'s, S>(
        &'s self,
        mut turn: impl FnMut(&'s R) -> Option<S>,
    ) -> MeasurePlan<S> {
        let mut one = |reference: &'s Option<R>| reference.as_ref().and_then(&mut turn);
        MeasurePlan {
            name: one(&self.name),
            target: one(&self.target),
            actual: one(&self.actual),
            full_mark: one(&self.full_mark),
            points: one(&self.points),
            direction: one(&self.direction),
            judged: one(&self.judged),
            applicable: one(&self.applicable),
            reason: one(&self.reason),
            levels: self.levels.iter().filter_map(&mut turn).collect(),
            inputs: turned(&self.inputs, &mut turn),
            place: self.place,
        }
    }

    /// The values in the order of their weight: what a measure is recognised by comes first.
    pub(super) fn values(&self) -> impl Iterator<Item = &R> {
        let figures = [&self.actual, &self.points, &self.target, &self.full_mark];
        figures
            .into_iter()
            .flatten()
            .chain(self.inputs.iter().map(|(_, reference)| reference))
    }
}

impl<R: Clone> MeasurePlan<R> {
    /// This plan with the gaps filled from another.
    pub(super) fn over(self, general: &MeasurePlan<R>) -> MeasurePlan<R> {
        let or = |own: Option<R>, other: &Option<R>| own.or_else(|| other.clone());
        let named = |name: &String| self.inputs.iter().any(|(own, _)| own == name);
        let others = general.inputs.iter().filter(|(name, _)| !named(name));
        let inputs = others.cloned().collect::<Vec<_>>();
        MeasurePlan {
            name: or(self.name, &general.name),
            levels: match self.levels {
                levels if levels.is_empty() => general.levels.clone(),
                levels => levels,
            },
            target: or(self.target, &general.target),
            actual: or(self.actual, &general.actual),
            full_mark: or(self.full_mark, &general.full_mark),
            points: or(self.points, &general.points),
            direction: or(self.direction, &general.direction),
            judged: or(self.judged, &general.judged),
            applicable: or(self.applicable, &general.applicable),
            reason: or(self.reason, &general.reason),
            inputs: self.inputs.into_iter().chain(inputs).collect(),
            place: self.place,
        }
    }
}

fn turned<'s, K: Clone, R, S>(
    pairs: &'s [(K, R)],
    turn: &mut impl FnMut(&'s R) -> Option<S>,
) -> Vec<(K, S)> {
    pairs
        .iter()
        .filter_map(|(key, reference)| Some((key.clone(), turn(reference)?)))
        .collect()
}
