//! A method or part that names no clause.
//!
//! Why: nobody can check it against the issuing text, and an audit finding has nothing to rest on.
//!
//! ```text
//! - {name: 正向, function: 正向, citation: ""}      # which clause says so?
//! ```

use super::uses::uses;
use super::{Findings, Subject, places};
use crate::document::ProblemKind;
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for used in uses(subject.pack) {
        if !used.citation.is_empty() {
            continue;
        }
        let node = match used.method {
            Some(index) => places::method(subject.root, &subject.pack.methods[index].name.zh),
            None => places::first(subject.root, used.key()),
        };
        let kind = ProblemKind::said(
            |lang| words::uncited(lang, used.describe(subject.pack, lang)),
            words::uncited_help,
        );
        findings.at_node(node, kind);
    }
}
