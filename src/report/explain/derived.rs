//! A derivation alone, for a paper that says the sheet, the rule, its clauses and how the marks of all rows
//! add up once for all of them.

use std::collections::BTreeSet;

use super::{Focus, Page};
use crate::report::shown::footnote;
use crate::score::{Evaluation, Trace, What};
use crate::words::{Lang, trace as words};

/// What [`super::explain`] says of a number, without heading; and notes the keys of the clauses it names.
pub(in crate::report) fn derived<'a>(
    evaluation: &'a Evaluation,
    focus: Focus,
    lang: Lang,
    clauses: &mut BTreeSet<&'a str>,
) -> String {
    tell(evaluation, lang, clauses, |page| match focus {
        Focus::Everything => page.everything(),
        Focus::Execution => {
            if let Some(trace) = evaluation.trace_execution() {
                page.tree(&trace, None);
            }
        }
        Focus::Row(index) => {
            let row = &evaluation.rows[index];
            page.tree(&evaluation.trace_row(row), Some(row));
        }
    })
}

/// The same of every group, in the order of [`Evaluation::groups`].
pub(in crate::report) fn derived_groups<'a>(
    evaluation: &'a Evaluation,
    lang: Lang,
    clauses: &mut BTreeSet<&'a str>,
) -> Vec<String> {
    fn collect<'t, 'a>(trace: &'t Trace<'a>, found: &mut Vec<&'t Trace<'a>>) {
        if matches!(trace.what, What::Group(_)) {
            found.push(trace);
        }
        let inner = trace.parts.iter();
        for part in inner.filter(|part| !matches!(part.what, What::Row(_))) {
            collect(part, found);
        }
    }
    if evaluation.groups.is_empty() {
        return Vec::new();
    }
    let trace = evaluation.trace();
    let mut found = Vec::new();
    collect(&trace, &mut found);
    let found = found.into_iter();
    found
        .map(|group| tell(evaluation, lang, clauses, |page| page.node(group, 0, None)))
        .collect()
}

/// The clauses of these keys, as they stand below a derivation.
pub(in crate::report) fn clauses(
    evaluation: &Evaluation,
    keys: &BTreeSet<&str>,
    lang: Lang,
) -> Vec<String> {
    let keys = keys.iter();
    let found = keys.filter_map(|key| evaluation.pack.citation(key));
    found.map(|citation| footnote(citation, lang)).collect()
}

impl Page<'_> {
    /// The clauses that were mentioned.
    pub(super) fn footnotes(&mut self) {
        let notes = clauses(self.evaluation, &self.clauses, self.lang);
        if !notes.is_empty() {
            self.lines.push(String::new());
            self.line(0, words::clauses(self.lang));
        }
        for note in notes {
            self.line(1, note);
        }
    }
}

fn tell<'a>(
    evaluation: &'a Evaluation,
    lang: Lang,
    clauses: &mut BTreeSet<&'a str>,
    about: impl FnOnce(&mut Page<'a>),
) -> String {
    let mut page = Page {
        evaluation,
        made: &[],
        lang,
        lines: Vec::new(),
        clauses: std::mem::take(clauses),
        one_of_many: true,
    };
    about(&mut page);
    *clauses = page.clauses;
    page.lines.join("\n")
}
