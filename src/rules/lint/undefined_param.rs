//! A parameter a script reads and `pack.yaml` does not give.
//!
//! Why: it stops the run when a row gets there.
//!
//! ```text
//! params: {及格线: 60%}
//! fn 正向(m, params) { if m.ratio < params.合格线 { 0 } else { 1 } }      // fails
//! ```

use super::types::Types;
use super::{Findings, Subject};
use crate::document::{ProblemKind, nearest};
use crate::rules::host::Object;
use crate::rules::outline::PartKind;
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let types = Types::of(subject);
    let given = &subject.pack.params;
    for function in subject.functions() {
        function.each(&mut |part| {
            let (of, name, place) = match &part.kind {
                PartKind::Field(of, name) => (of, name, part.place),
                PartKind::Index(of, by) => match &by.kind {
                    PartKind::Text(name) => (of, name, by.place),
                    _ => return,
                },
                _ => return,
            };
            if types.object(function, of) != Some(Object::Params) || given.contains_key(name) {
                return;
            }
            let near = nearest(name, given.keys().map(String::as_str));
            let kind = ProblemKind::said(
                |lang| words::undefined_param(lang, name),
                |lang| match near {
                    Some(near) => words::did_you_mean(lang, near),
                    None => words::undefined_param_help(lang, name),
                },
            );
            findings.at_script(place, name, kind);
        });
    }
}
