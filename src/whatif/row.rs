//! Which row a change means.

use std::cell::OnceCell;

use super::RowName;
use super::edit::No;
use crate::document::{ProblemKind, nearest};
use crate::score::Evaluation;
use crate::value::normalise;
use crate::words::{problems, whatif as words};

/// The most row numbers a message lists.
const LISTED: usize = 12;

/// The rows of a sheet, for looking them up by number and name.
pub(super) struct Rows<'e> {
    base: &'e Evaluation,
    /// Their names without the marks two prints may differ in; made when the first name is looked up.
    plain: OnceCell<Vec<String>>,
}

impl<'e> Rows<'e> {
    pub(super) fn of(base: &'e Evaluation) -> Rows<'e> {
        Rows {
            base,
            plain: OnceCell::new(),
        }
    }

    /// The row by its place in [`Evaluation::rows`], and its number. A name means the rows of the
    /// indicator of that name; failing that, those of all indicators whose name contains it.
    pub(super) fn find(&self, name: &RowName) -> Result<(usize, u32), No> {
        match name {
            RowName::Number(number) => self.numbered(*number),
            RowName::Named(name, which) => self.named(name, *which),
        }
    }

    /// Every row: its place, number and name.
    fn all(&self) -> impl Iterator<Item = (usize, u32, &'e str)> {
        let base = self.base;
        base.rows.iter().enumerate().map(move |(index, row)| {
            let name = base.indicator(row).name.as_str();
            (index, base.measure(row).row, name)
        })
    }

    fn numbered(&self, wanted: u32) -> Result<(usize, u32), No> {
        let found = self.all().find(|(_, number, _)| *number == wanted);
        let found = found.map(|(index, number, _)| (index, number));
        found.ok_or_else(|| self.none(&wanted.to_string()))
    }

    /// There is no such row.
    fn none(&self, name: &str) -> No {
        let near = nearest(name, self.all().map(|(_, _, name)| name));
        No::absent(ProblemKind::said(
            |lang| words::no_such_row(lang, name),
            |lang| match near {
                Some(near) => problems::did_you_mean(lang, near),
                None => words::rows_are(lang, self.base.rows.len()),
            },
        ))
    }

    fn named(&self, name: &str, which: Option<usize>) -> Result<(usize, u32), No> {
        let wanted = plain(name);
        let known = || self.all().map(|(_, _, name)| plain(name)).collect();
        let known: &Vec<String> = self.plain.get_or_init(known);
        let matching = |matches: &dyn Fn(&String) -> bool| -> Vec<(usize, u32, &str)> {
            let all = self.all().zip(known);
            let found = all.filter(|(_, plain)| matches(plain));
            found.map(|(row, _)| row).collect()
        };
        let mut found = matching(&|name| *name == wanted);
        if found.is_empty() {
            found = matching(&|name| name.contains(&wanted));
        }
        if found.is_empty() {
            return Err(self.none(name));
        }
        let chosen = match which {
            None if found.len() == 1 => found.first(),
            None => None,
            Some(which) => which.checked_sub(1).and_then(|which| found.get(which)),
        };
        if let Some((index, number, _)) = chosen {
            return Ok((*index, *number));
        }
        let numbers = found.iter().take(LISTED);
        let numbers: Vec<String> = numbers
            .map(|(_, number, name)| format!("{number} {name}"))
            .collect();
        let (numbers, count) = (numbers.join(", "), found.len());
        Err(No::wrong(ProblemKind::said(
            |lang| match which {
                Some(which) => words::no_such_measure(lang, name, which, count),
                None => words::ambiguous_row(lang, name, count),
            },
            |lang| words::ambiguous_row_help(lang, &numbers),
        )))
    }
}

/// A name without the marks two prints of it may differ in.
fn plain(name: &str) -> String {
    normalise(name).split_whitespace().collect()
}
