//! A method (or the execution part) no worked case reaches.
//!
//! Why: nobody has computed by hand what it should give. The cases are run to see what they reach, so a
//! case counts for the method that really applied, not for the one it hoped for.

use super::uses::uses;
use super::{Findings, Subject, places};
use crate::document::ProblemKind;
use crate::rules::host::Object;
use crate::rules::load::keys::EXECUTION;
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some(reached) = subject.reached else {
        return;
    };
    for used in uses(subject.pack) {
        let (tried, node) = match (used.method, used.object) {
            (Some(index), _) => (
                reached.methods.get(index).copied().unwrap_or(true),
                places::method(subject.root, &subject.pack.methods[index].name.zh),
            ),
            (None, Object::Execution) => {
                (reached.execution, places::first(subject.root, EXECUTION))
            }
            _ => continue,
        };
        if !tried {
            let kind = ProblemKind::said(
                |lang| words::no_case(lang, used.describe(subject.pack, lang)),
                words::no_case_help,
            );
            findings.at_node(node, kind);
        }
    }
}
