//! Halves that go to the even neighbour.
//!
//! Why: 四舍五入 is half up. 0.125 becomes 0.12 where a person writes 0.13; now and then that is the rule,
//! more often a habit of spreadsheets.

use super::{Findings, Subject, places};
use crate::document::{Name, ProblemKind};
use crate::number::RoundingMode;
use crate::rules::load::keys::{MODE, ROUNDING};
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mode: Name = MODE;
    let steps = &subject.pack.rounding;
    let used = [steps.rows, steps.execution, steps.total];
    if used.iter().any(|step| step.mode == RoundingMode::HalfEven) {
        let root = places::first(subject.root, ROUNDING);
        for node in places::named(root, mode, RoundingMode::HalfEven.name()) {
            let kind = ProblemKind::said(words::half_even, words::half_even_help);
            findings.at_node(node, kind);
        }
    }
}
