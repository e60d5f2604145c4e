//! A name nobody defined.
//!
//! Why: it stops the run when a row gets there. The usual case is `params` in a function of one argument.
//!
//! ```text
//! fn 正向(m) { if m.ratio < params.下限 { 0 } else { 1 } }      // fails: write fn 正向(m, params)
//! ```

use super::{Findings, Subject};
use crate::document::{ProblemKind, nearest};
use crate::rules::outline::PartKind;
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for function in subject.functions() {
        let mut names: Vec<&str> = function.parameters.iter().map(String::as_str).collect();
        names.extend(function.bound());
        function.each(&mut |part| {
            let PartKind::Variable(name) = &part.kind else {
                return;
            };
            // The name of a function stands for the function itself.
            if names.contains(&name.as_str()) || subject.outline.function(name).is_some() {
                return;
            }
            let kind = if name == "params" {
                let (function, given) = (&function.name, function.parameters.join(", "));
                ProblemKind::said(
                    |lang| words::params_not_given(lang, function),
                    |lang| words::params_not_given_help(lang, function, &given),
                )
            } else {
                let near = nearest(name, names.iter().copied());
                ProblemKind::said(
                    |lang| words::unknown_variable(lang, name),
                    |lang| match near {
                        Some(near) => words::did_you_mean(lang, near),
                        None => words::unknown_variable_help(lang),
                    },
                )
            };
            findings.at_script(part.place, name, kind);
        });
    }
}
