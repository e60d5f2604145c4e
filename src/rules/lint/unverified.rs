//! A clause nobody read in the issuing text.
//!
//! Why: the score rests on hearsay until somebody looks it up.

use super::{Findings, Subject, places};
use crate::document::ProblemKind;
use crate::rules::load::keys::CITATIONS;
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for citation in &subject.pack.citations {
        if !citation.verified {
            let key = &citation.key;
            let kind =
                ProblemKind::said(|lang| words::unverified(lang, key), words::unverified_help);
            findings.at_node(places::entry(subject.root, CITATIONS, key), kind);
        }
    }
}
