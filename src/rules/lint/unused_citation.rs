//! A clause nothing rests on.
//!
//! Why: either a part of the rule lost its citation, or the clause is not applied at all. Some keys cannot
//! carry a citation (不适用, 缺完成值…): a clause named like such a key belongs to it, and one
//! named like a function of the scripts to that function.

use super::uses::citations;
use super::{Findings, Subject, places};
use crate::document::Name;
use crate::document::ProblemKind;
use crate::rules::load::keys::{
    CITATIONS, DIRECTION_WORDS, FULL_MARK, LEVELS, MISSING, NOT_APPLICABLE, PARAMS, TOTAL,
};
use crate::words::lints as words;

/// Keys without a place for a citation.
const BARE: &[Name] = &[
    NOT_APPLICABLE,
    MISSING,
    FULL_MARK,
    DIRECTION_WORDS,
    TOTAL,
    LEVELS,
    PARAMS,
];

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let used = citations(subject.pack);
    for citation in &subject.pack.citations {
        let key = &citation.key;
        let bare = BARE.iter().any(|name| name.is(key));
        // A step of a method can rest on a clause of its own: the function that computes it has its name.
        let step = subject.outline.function(key).is_some();
        if !bare && !step && !used.contains(&key.as_str()) {
            let kind = ProblemKind::said(
                |lang| words::unused_citation(lang, key),
                words::unused_citation_help,
            );
            findings.at_node(places::entry(subject.root, CITATIONS, key), kind);
        }
    }
}
