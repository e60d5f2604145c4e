//! Bands a parameter lists with both ends, with a hole or an overlap between them.
//!
//! Why: the value in the hole gets whatever the script does at its end, usually nothing. Looked at are
//! lists of at least two lists that all begin with two numbers, the first smaller than the second.
//!
//! ```text
//! params: {分档: [[90, 100, 10], [80, 89, 8]]}      # 89.5 stands in none
//! ```

use super::{Findings, Subject, places};
use crate::document::ProblemKind;
use crate::number::Fraction;
use crate::rules::load::keys::PARAMS;
use crate::rules::pack::Param;
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (name, value) in &subject.pack.params {
        let Some(mut bands) = bands(value) else {
            continue;
        };
        bands.sort();
        for pair in bands.windows(2) {
            let ((low_from, low_to), (high_from, _)) = (pair[0], pair[1]);
            let kind = if low_to < high_from {
                ProblemKind::said(
                    |lang| words::listed_hole(lang, name, low_to, high_from),
                    words::listed_help,
                )
            } else if low_to > high_from {
                ProblemKind::said(
                    |lang| words::listed_overlap(lang, name, low_from, low_to, high_from),
                    words::listed_help,
                )
            } else {
                continue;
            };
            findings.at_node(places::entry(subject.root, PARAMS, name), kind);
        }
    }
}

/// Both ends of every band; `None` when it does not look like bands.
fn bands(value: &Param) -> Option<Vec<(Fraction, Fraction)>> {
    let Param::List(items) = value else {
        return None;
    };
    let ends = items.iter().map(|item| match item {
        Param::List(item) => match &item[..] {
            [Param::Number(from), Param::Number(to), _, ..] if from < to => Some((*from, *to)),
            _ => None,
        },
        _ => None,
    });
    ends.collect::<Option<Vec<_>>>()
        .filter(|ends| ends.len() > 1)
}
