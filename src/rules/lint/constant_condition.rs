//! A condition that does not depend on anything.
//!
//! Why: one of its branches never runs.
//!
//! ```text
//! fn 正向(m) { if 0.6 > 0.5 { m.ratio } else { 0 } }      // the 0 is never reached
//! ```

use super::{Findings, Subject};
use crate::document::ProblemKind;
use crate::rules::outline::{Part, PartKind};
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for function in subject.functions() {
        function.each(&mut |part| {
            if let PartKind::If(condition, ..) = &part.kind
                && is_constant(condition)
            {
                let kind =
                    ProblemKind::said(words::constant_condition, words::constant_condition_help);
                findings.at_script(condition.place, "", kind);
            }
        });
    }
}

fn is_constant(condition: &Part) -> bool {
    let mut constant = true;
    condition.each(&mut |part| {
        constant &= match &part.kind {
            PartKind::Number(_)
            | PartKind::Text(_)
            | PartKind::Truth(_)
            | PartKind::And(_)
            | PartKind::Or(_) => true,
            PartKind::Call(name, _) => !name.starts_with(char::is_alphabetic),
            _ => false,
        };
    });
    constant || condition.kind_is_same_on_both_sides()
}

impl Part {
    /// `m.ratio > m.ratio`.
    fn kind_is_same_on_both_sides(&self) -> bool {
        let PartKind::Call(name, sides) = &self.kind else {
            return false;
        };
        let compares = matches!(name.as_str(), "==" | "!=" | "<" | "<=" | ">" | ">=");
        compares && matches!(&sides[..], [a, b] if a.same(b))
    }
}
