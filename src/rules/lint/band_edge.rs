//! Grades whose printed ends leave a hole or overlap.
//!
//! Why: a note that says 优 90–100, 良 80–89 leaves 89.9 without a grade. Loading refuses such a pack,
//! because the engine would have to choose. What counts is the smallest step of a total: with whole
//! totals 80–89 and 90–100 fit, with two decimals 80–89.99 and 90–100 do.
//!
//! ```text
//! bands: [{name: 优, from: 90, to: 100}, {name: 良, from: 80, to: 89}, …]      # 89.01 to 89.99
//! ```

use rust_decimal::Decimal;

use crate::document::ProblemKind;
use crate::rules::pack::GradeBand;
use crate::words::lints as words;

/// What is wrong at the upper end of a band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EdgeFault {
    /// These totals belong to no band: the first, and the beginning of the band above.
    Hole(Decimal, Decimal),
    /// The band reaches into the one above.
    Overlap(Decimal, Decimal),
    /// The band ends below its beginning.
    Reversed,
}

impl EdgeFault {
    /// As a problem of the band with this name.
    pub fn kind(&self, name: &str) -> ProblemKind {
        match self {
            EdgeFault::Hole(first, next) => ProblemKind::said(
                |lang| words::band_hole(lang, name, first, next),
                |lang| words::band_hole_help(lang, next),
            ),
            EdgeFault::Overlap(to, next) => ProblemKind::said(
                |lang| words::band_overlap(lang, name, to, next),
                |lang| words::band_hole_help(lang, next),
            ),
            EdgeFault::Reversed => ProblemKind::said(
                |lang| words::band_reversed(lang, name),
                words::band_reversed_help,
            ),
        }
    }
}

/// The bands, highest first, with what is wrong at their upper ends; totals have `places` decimals.
pub fn faults(bands: &[GradeBand], places: u32) -> Vec<(usize, EdgeFault)> {
    let step = Decimal::new(1, places);
    let mut found = Vec::new();
    for (index, band) in bands.iter().enumerate() {
        let Some(to) = band.to else {
            continue;
        };
        if to < band.from {
            found.push((index, EdgeFault::Reversed));
            continue;
        }
        let Some(above) = index.checked_sub(1).map(|above| &bands[above]) else {
            continue;
        };
        // The lowest total of the band above.
        let next = above.from + if above.inclusive { Decimal::ZERO } else { step };
        if to + step < next {
            found.push((index, EdgeFault::Hole(to + step, above.from)));
        } else if to > above.from {
            found.push((index, EdgeFault::Overlap(to, above.from)));
        }
    }
    found
}
