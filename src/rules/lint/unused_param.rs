//! A parameter no script reads.
//!
//! Why: whoever changes it expects another score and gets the same.
//!
//! ```text
//! params: {及格线: 60%}
//! fn 正向(m) { m.ratio }      // 及格线 decides nothing
//! ```

use super::{Findings, Subject};
use crate::document::ProblemKind;
use crate::rules::load::keys::PARAMS;
use crate::rules::outline::PartKind;
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut named: Vec<&str> = Vec::new();
    let mut computed = false;
    for function in subject.functions() {
        function.each(&mut |part| match &part.kind {
            PartKind::Field(_, name) => named.push(name),
            PartKind::Index(of, by) => match &by.kind {
                PartKind::Text(name) => named.push(name),
                PartKind::Number(_) => {}
                // `params[name]`: any of them may be read.
                _ => computed |= matches!(&of.kind, PartKind::Variable(_)),
            },
            _ => {}
        });
    }
    if computed {
        return;
    }
    for name in subject.pack.params.keys() {
        if !named.contains(&name.as_str()) {
            let kind = ProblemKind::said(
                |lang| words::unused_param(lang, name),
                words::unused_param_help,
            );
            findings.at_node(super::places::entry(subject.root, PARAMS, name), kind);
        }
    }
}
