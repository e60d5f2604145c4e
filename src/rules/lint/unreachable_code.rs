//! Statements behind `return` or `throw`.
//!
//! Why: they look like a part of the rule and never run.
//!
//! ```text
//! fn 正向(m) { return m.ratio; capped(m.ratio, 1) }      // the cap never happens
//! ```

use super::{Findings, Subject};
use crate::document::ProblemKind;
use crate::rules::outline::{Part, PartKind};
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for function in subject.functions() {
        sequence(&function.body, findings);
        function.each(&mut |part| match &part.kind {
            PartKind::Block(parts) | PartKind::Loop(.., parts) => sequence(parts, findings),
            PartKind::If(_, then, otherwise) => {
                sequence(then, findings);
                sequence(otherwise, findings);
            }
            _ => {}
        });
    }
}

fn sequence(parts: &[Part], findings: &mut Findings<'_>) {
    let end = parts.iter().position(ends);
    if let Some(after) = end.and_then(|end| parts.get(end + 1)) {
        let kind = ProblemKind::said(words::unreachable_code, words::unreachable_code_help);
        findings.at_script(after.place, "", kind);
    }
}

/// Whether nothing can come behind this part.
pub(super) fn ends(part: &Part) -> bool {
    let last = |parts: &[Part]| parts.iter().any(ends);
    match &part.kind {
        PartKind::Return(_) | PartKind::Throw(_) => true,
        PartKind::Block(parts) => last(parts),
        PartKind::If(_, then, otherwise) => last(then) && last(otherwise),
        _ => false,
    }
}
