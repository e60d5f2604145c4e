//! A function nothing calls.
//!
//! Why: it looks like a part of the rule and is none; often the name in `pack.yaml` is another.

use std::collections::BTreeSet;

use super::uses::uses;
use super::{Findings, Subject};
use crate::document::ProblemKind;
use crate::rules::outline::PartKind;
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut used: BTreeSet<&str> = uses(subject.pack)
        .into_iter()
        .map(|used| used.function)
        .collect();
    let mut called = Vec::new();
    for function in subject.functions() {
        function.each(&mut |part| match &part.kind {
            PartKind::Call(name, _) | PartKind::Method(_, name, _) | PartKind::Variable(name)
                // A function that only calls itself is not used.
                if *name != function.name =>
            {
                called.push(name.as_str());
            }
            // `Fn("name")`.
            PartKind::Text(name) => called.push(name),
            _ => {}
        });
    }
    used.extend(called);
    for function in subject.functions() {
        let name = &function.name;
        if !used.contains(name.as_str()) && !name.starts_with("anon$") {
            let kind = ProblemKind::said(
                |lang| words::unused_function(lang, name),
                words::unused_function_help,
            );
            findings.at_script(function.place, name, kind);
        }
    }
}
