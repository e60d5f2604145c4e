//! A field that `m`, `e` or `t` does not have.
//!
//! Why: it stops the run when a row gets there, which may be the one row nobody tried.
//!
//! ```text
//! fn 正向(m) { m.actual / m.targt }      // fails: did you mean `target`?
//! ```

use super::types::Types;
use super::{Findings, Subject};
use crate::document::{ProblemKind, nearest};
use crate::rules::host::Object;
use crate::rules::outline::PartKind;
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let types = Types::of(subject);
    for function in subject.functions() {
        function.each(&mut |part| {
            let PartKind::Field(of, name) = &part.kind else {
                return;
            };
            let Some(object) = types.object(function, of) else {
                return;
            };
            if object == Object::Params || subject.known.fields(object).any(|known| known == name) {
                return;
            }
            let near = nearest(name, subject.known.fields(object));
            let letter = object.letter();
            let fields: Vec<&str> = subject.known.fields(object).collect();
            let kind = ProblemKind::said(
                |lang| words::unknown_field(lang, letter, name),
                |lang| match near {
                    Some(near) => words::did_you_mean(lang, near),
                    None => words::fields_of(lang, letter, fields.join(", ")),
                },
            );
            findings.at_script(part.place, name, kind);
        });
    }
}
