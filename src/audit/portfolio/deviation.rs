//! 自评与重算的偏差 by classes.

use super::Portfolio;
use crate::number::Fraction;

/// A class of deviations, counted for both signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Class {
    /// Deviations above this belong to it.
    pub above: Fraction,
    /// And up to this; `None` for the last class.
    pub to: Option<Fraction>,
    /// Sheets that report more than the rule gives.
    pub over: usize,
    /// Sheets that report less.
    pub under: usize,
}

/// How far reported and recomputed totals lie apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deviations {
    /// Sheets with both totals.
    pub compared: usize,
    /// Of these, sheets whose totals agree at the printed places.
    pub equal: usize,
    /// The others, smallest first.
    pub classes: Vec<Class>,
}

impl Portfolio {
    /// Every sheet by its deviation.
    pub fn deviations(&self) -> Deviations {
        let ends: Vec<Fraction> = self.bands.iter().map(|band| band.0).collect();
        let begins = [Fraction::ZERO].into_iter().chain(ends.iter().copied());
        let ends = ends.iter().copied().map(Some).chain([None]);
        let mut counted = Deviations {
            classes: begins
                .zip(ends)
                .map(|(above, to)| Class {
                    above,
                    to,
                    over: 0,
                    under: 0,
                })
                .collect(),
            ..Deviations::default()
        };
        for deviation in self.entries.iter().filter_map(|entry| entry.deviation()) {
            counted.compared += 1;
            if deviation.is_zero() {
                counted.equal += 1;
                continue;
            }
            let size = deviation.absolute();
            let mut classes = counted.classes.iter_mut();
            if let Some(class) = classes.find(|class| class.to.is_none_or(|to| size <= to)) {
                match deviation.is_negative() {
                    true => class.under += 1,
                    false => class.over += 1,
                }
            }
        }
        counted
    }
}
