//! Which row a change means.

use super::RowName;
use super::edit::No;
use crate::document::{ProblemKind, nearest};
use crate::score::Evaluation;
use crate::value::normalise;
use crate::words::whatif as words;

/// The most row numbers a message lists.
const LISTED: usize = 12;

/// The row by its place in [`Evaluation::rows`], and its number. A name means the rows of the indicator
/// of that name; failing that, those of all indicators whose name contains it.
pub(super) fn find(base: &Evaluation, name: &RowName) -> Result<(usize, u32), No> {
    let rows = || {
        base.rows.iter().enumerate().map(|(index, row)| {
            let (indicator, measure) = (base.indicator(row), base.measure(row));
            (index, measure.row, indicator.name.as_str())
        })
    };
    let (name, which) = match name {
        RowName::Number(wanted) => {
            let found = rows().find(|(_, number, _)| number == wanted);
            let (index, number, _) = found.ok_or_else(|| {
                No::absent(ProblemKind::said(
                    |lang| words::no_such_row(lang, wanted),
                    |lang| words::rows_are(lang, base.rows.len()),
                ))
            })?;
            return Ok((index, number));
        }
        RowName::Named(name, which) => (name, *which),
    };
    let wanted = plain(name);
    let matching = |matches: &dyn Fn(&str) -> bool| -> Vec<(usize, u32, &str)> {
        rows()
            .filter(|(_, _, name)| matches(&plain(name)))
            .collect()
    };
    let mut found = matching(&|name| name == wanted);
    if found.is_empty() {
        found = matching(&|name| name.contains(&wanted));
    }
    match (&found[..], which) {
        ([], _) => {
            let near = nearest(name, rows().map(|(_, _, name)| name));
            Err(No::absent(ProblemKind::said(
                |lang| words::no_such_row(lang, name),
                |lang| match near {
                    Some(near) => crate::words::problems::did_you_mean(lang, near),
                    None => words::rows_are(lang, base.rows.len()),
                },
            )))
        }
        ([(index, number, _)], None | Some(1)) => Ok((*index, *number)),
        (several, which) => {
            let chosen = which.and_then(|which| several.get(which.checked_sub(1)?));
            if let Some((index, number, _)) = chosen {
                return Ok((*index, *number));
            }
            let numbers: Vec<String> = several
                .iter()
                .take(LISTED)
                .map(|(_, number, name)| format!("{number} {name}"))
                .collect();
            let (numbers, count) = (numbers.join(", "), several.len());
            Err(No::wrong(ProblemKind::said(
                |lang| match which {
                    Some(which) => words::no_such_measure(lang, name, which, count),
                    None => words::ambiguous_row(lang, name, count),
                },
                |lang| words::ambiguous_row_help(lang, &numbers),
            )))
        }
    }
}

/// A name without the marks two prints of it may differ in.
fn plain(name: &str) -> String {
    normalise(name).split_whitespace().collect()
}
