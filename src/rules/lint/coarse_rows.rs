//! Rows rounded to fewer places than the total has, or than a weight of the pack needs.
//!
//! Why: what is cut off in each row is lost before anything is added. With rows of 0 places a total of 2
//! places always ends in .00, and eight rows of 3.5 come to 32, not 28.
//!
//! ```text
//! rounding: {rows: {mode: half_up, places: 0}, total: {mode: half_up, places: 2}, …}      # warns
//! ```

use rust_decimal::Decimal;

use super::{Findings, Subject, places};
use crate::document::ProblemKind;
use crate::rules::case::Wanted;
use crate::rules::load::keys::{ROUNDING, ROWS};
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    if !subject.pack.indicators.groups.is_empty() {
        // Rows of groups are points of a scale of their own; they add up to nothing by themselves.
        return;
    }
    let steps = &subject.pack.rounding;
    let rows = steps.rows.places;
    let weights = subject.pack.indicators.levels.iter();
    let weights = weights.map(|(_, weight)| *weight);
    let of_weights = weights.map(scale).max().unwrap_or(0);
    let cases = subject.cases.iter();
    let points = cases.filter_map(|case| match (&case.expected.points, &case.given) {
        (Some(Wanted::Points(points)), crate::rules::case::Given::Row(_)) => Some(*points),
        _ => None,
    });
    let of_cases = points.map(scale).max().unwrap_or(0);
    let needed = steps.total.places.max(of_weights).max(of_cases);
    if rows < needed {
        let root = places::first(subject.root, ROUNDING);
        let kind = ProblemKind::said(
            |lang| words::coarse_rows(lang, rows, needed),
            |lang| words::coarse_rows_help(lang, needed),
        );
        findings.at_node(places::first(root, ROWS), kind);
    }
}

/// Decimal places a number needs.
fn scale(number: Decimal) -> u32 {
    number.normalize().scale()
}
