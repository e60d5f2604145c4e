//! A call of a function nobody defines, or with another number of arguments.
//!
//! Why: it stops the run when a row gets there.
//!
//! ```text
//! fn 正向(m) { capped(m.ratio) }      // fails: capped takes 2
//! fn 反向(m) { caped(m.inverse, 1) }  // fails: did you mean `capped`?
//! ```

use super::{Findings, Subject};
use crate::document::{ProblemKind, nearest};
use crate::rules::outline::PartKind;
use crate::words::lints as words;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let known = &subject.known;
    for function in subject.functions() {
        let bound = function.bound();
        function.each(&mut |part| {
            let (name, arguments) = match &part.kind {
                PartKind::Call(name, arguments) => (name, arguments.len()),
                PartKind::Method(_, name, arguments) => (name, arguments.len() + 1),
                _ => return,
            };
            let own: Vec<usize> = subject
                .outline
                .functions
                .iter()
                .filter(|function| function.name == *name)
                .map(|function| function.parameters.len())
                .collect();
            // A variable can hold a function.
            if bound.contains(&name.as_str()) || function.parameters.contains(name) {
                return;
            }
            let mut counts = [own, known.arguments(name)].concat();
            counts.sort_unstable();
            counts.dedup();
            let kind = if !counts.is_empty() && !counts.contains(&arguments) {
                // A function of the language may share the name with other arguments.
                let list: Vec<String> = counts.iter().map(ToString::to_string).collect();
                ProblemKind::said(
                    |lang| words::other_arguments(lang, name, arguments),
                    |lang| words::other_arguments_help(lang, name, list.join("/")),
                )
            } else if counts.is_empty() && !known.knows(name) {
                let ours = known.functions().map(|(name, _)| name);
                let packs = subject.outline.functions.iter();
                let packs = packs.map(|function| function.name.as_str());
                let near = nearest(name, ours.chain(packs));
                let list: Vec<&str> = known.functions().map(|(name, _)| name).collect();
                ProblemKind::said(
                    |lang| words::unknown_function(lang, name),
                    |lang| match near {
                        Some(near) => words::did_you_mean(lang, near),
                        None => words::functions_are(lang, list.join(", ")),
                    },
                )
            } else {
                return;
            };
            findings.at_script(part.place, name, kind);
        });
    }
}
