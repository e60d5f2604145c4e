//! Which rows of sheets and of target tables speak of the same indicator.

use super::join::{Basis, How, Item, Joined, Kind, join};
use super::profile::Profile;
use super::{PromisedRow, Subject, SubjectRow, TargetSubject, Together};
use crate::value::Target;
use crate::words::Lang;
use crate::words::findings::{self, joins as words};

/// A row of a table and the row of a sheet that is the same indicator.
pub(super) struct Matched<'s, 'a> {
    pub promise: &'s PromisedRow<'a>,
    pub sheet: &'s Subject<'a>,
    pub row: &'s SubjectRow<'a>,
    /// What taking them together rests on.
    pub basis: Basis,
    /// Whether table and sheet are about the same project.
    pub same_project: bool,
    /// Whether the names are only alike.
    pub alike: bool,
}

/// Rows of a table, and the rows of a sheet any of which may be meant.
pub(super) struct Unsettled<'s, 'a> {
    pub promises: Vec<&'s PromisedRow<'a>>,
    pub rows: Vec<(&'s Subject<'a>, &'s SubjectRow<'a>)>,
}

/// The annual rows of a table and the rows of the sheet of the year it plans.
pub(super) fn of_plan(table: &TargetSubject, sheet: &Subject) -> Joined {
    let promises: Vec<Item> = table
        .annual
        .iter()
        .map(|row| of_promise(row, row.target()))
        .collect();
    let rows: Vec<Item> = sheet.rows.iter().map(of_row).collect();
    join(table.profile, Kind::Indicator, &promises, &rows)
}

/// The annual rows of a table and the rows of the sheet of another year. Of another project's sheets
/// only a name that stands on them once is taken.
pub(super) fn of_earlier<'s, 'a>(
    together: &Together<'s, 'a>,
    table: usize,
    year: u16,
) -> (Vec<Matched<'s, 'a>>, Vec<Unsettled<'s, 'a>>) {
    let partners = together.of_table(table, year);
    if partners.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let rows = partners
        .iter()
        .flat_map(|one| one.sheet.rows.iter().map(move |row| (one, row)));
    let rows: Vec<_> = rows.collect();
    let promises = &together.tables[table].annual;
    let left = promises
        .iter()
        .map(|row| of_promise(row, row.of_year(year).or(row.target())));
    let left: Vec<Item> = left.collect();
    let right: Vec<Item> = rows.iter().map(|(_, row)| of_row(row)).collect();
    let joined = join(together.profile, Kind::Indicator, &left, &right);
    let matched = joined.pairs.iter().filter_map(|(left, right, how)| {
        let ((partner, row), promise) = (rows[*right], &promises[*left]);
        let taken = partner.same_project || matches!(how, How::Same | How::Normal);
        taken.then(|| Matched {
            promise,
            sheet: partner.sheet,
            row,
            basis: basis(together.profile, promise, row, *how).and(&partner.basis),
            same_project: partner.same_project,
            alike: matches!(how, How::Alike { .. }),
        })
    });
    let matched = matched.collect();
    let open = joined
        .open
        .iter()
        .filter(|_| partners.iter().all(|one| one.same_project));
    let open = open.map(|open| Unsettled {
        promises: open.left.iter().map(|one| &promises[*one]).collect(),
        rows: open
            .right
            .iter()
            .map(|one| (rows[*one].0.sheet, rows[*one].1))
            .collect(),
    });
    (matched, open.collect())
}

/// What taking two rows for one indicator rests on.
pub(super) fn basis(profile: &Profile, promise: &PromisedRow, row: &SubjectRow, how: How) -> Basis {
    let (a, b) = (promise.name(), &row.indicator.name);
    Basis::of_names(profile, Kind::Indicator, a, b, how)
}

/// "whole 第 4 条指标“平台服务企业及个人用户”（文件第 12 行）": a row of another document.
pub(super) fn place(sheet: &Subject, row: &SubjectRow, lang: Lang) -> String {
    let (id, number, name) = (&sheet.sheet().id, row.measure.row, &row.indicator.name);
    let at = &row.measure.origin;
    let line = match &at.cell {
        Some(cell) => findings::in_cell(lang, cell),
        None => findings::in_line(lang, at.line),
    };
    match at.cell.is_some() || at.line > 0 {
        true => words::row_in_line(lang, id, number, name, line),
        false => words::row(lang, id, number, name),
    }
}

fn of_promise<'n>(row: &PromisedRow<'n>, target: Option<&'n Target>) -> Item<'n> {
    match target {
        Some(target) => Item::new(row.name(), row.level2(), &target.0),
        None => Item::named(row.name(), row.level2()),
    }
}

fn of_row<'n>(row: &SubjectRow<'n>) -> Item<'n> {
    let indicator = row.indicator;
    Item::new(&indicator.name, indicator.level2(), &row.measure.target.0)
}
