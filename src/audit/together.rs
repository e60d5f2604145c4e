//! 一起核查的表: every sheet and target table of a run, found by unit and year.

use std::collections::{BTreeMap, HashMap};

use super::{Subject, TargetSubject, text};
use crate::sheet::Scope;

/// A unit's name as sheets and tables are put together by it: those of two keys are never compared with
/// one another.
///
/// ```
/// use jixiao::audit::unit_key;
/// assert_eq!(unit_key("市 中小企业发展促进中心"), unit_key("市中小企业发展促进中心"));
/// ```
pub fn unit_key(name: &str) -> String {
    text::plain(name)
}

/// What was given together. Looking up a unit's year costs the same however many others there are.
pub struct Together<'s, 'a> {
    /// The sheets, in the order given.
    pub sheets: &'s [Subject<'a>],
    /// The target tables, in the order given.
    pub tables: &'s [TargetSubject<'a>],
    /// Sheets by unit and year; those that lack either are left out.
    by_unit: HashMap<(String, u16), Vec<&'s Subject<'a>>>,
}

impl<'s, 'a> Together<'s, 'a> {
    /// Sorts the sheets by unit and year.
    pub fn new(sheets: &'s [Subject<'a>], tables: &'s [TargetSubject<'a>]) -> Together<'s, 'a> {
        let mut by_unit: HashMap<(String, u16), Vec<&Subject>> = HashMap::new();
        for subject in sheets {
            let unit = unit_key(&subject.sheet().unit);
            if let Some(year) = subject.sheet().year.filter(|_| !unit.is_empty()) {
                by_unit.entry((unit, year)).or_default().push(subject);
            }
        }
        Together {
            sheets,
            tables,
            by_unit,
        }
    }

    /// Sheets of a whole unit.
    pub(super) fn units(&self) -> impl Iterator<Item = &'s Subject<'a>> {
        let whole = |subject: &&Subject| subject.sheet().scope == Scope::Unit;
        self.sheets.iter().filter(whole)
    }

    /// The project sheets of a sheet's unit and year; none where unit or year is not stated.
    pub(super) fn projects(&self, unit: &Subject) -> Vec<&'s Subject<'a>> {
        match unit.sheet().year {
            Some(year) => self.of(&unit.sheet().unit, year, Scope::Project),
            None => Vec::new(),
        }
    }

    /// The sheets of a table's unit and of the same scope for a year.
    pub(super) fn of_year(&self, table: &TargetSubject, year: u16) -> Vec<&'s Subject<'a>> {
        self.of(&table.table.unit, year, table.table.scope)
    }

    fn of(&self, unit: &str, year: u16, scope: Scope) -> Vec<&'s Subject<'a>> {
        let sheets = self.by_unit.get(&(unit_key(unit), year));
        let same = sheets.into_iter().flatten();
        same.copied()
            .filter(|one| one.sheet().scope == scope)
            .collect()
    }

    /// The one sheet of the same unit, year and project; `None` where there are several.
    fn same(&self, table: &TargetSubject, year: u16) -> Option<&'s Subject<'a>> {
        let sheets = self.of_year(table, year).into_iter();
        let mut same = sheets.filter(|sheet| is_same_project(table, sheet));
        same.next().filter(|_| same.next().is_none())
    }

    /// Tables with the sheet of the year they plan. Two tables for one sheet leave open which was
    /// approved: neither is compared.
    pub(super) fn approved(&self) -> Vec<(&'s TargetSubject<'a>, &'s Subject<'a>)> {
        let pairs = self
            .tables
            .iter()
            .filter(|table| !table.annual.is_empty())
            .filter_map(|table| Some((table, self.same(table, table.table.year?)?)));
        let mut pairs: Vec<_> = pairs.collect();
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for (_, sheet) in &pairs {
            *times.entry(sheet.sheet().id.clone()).or_default() += 1;
        }
        pairs.retain(|(_, sheet)| times.get(&sheet.sheet().id) == Some(&1));
        pairs
    }
}

/// Whether both are about the unit as a whole, or about the project of the same name.
pub(super) fn is_same_project(table: &TargetSubject, sheet: &Subject) -> bool {
    let plain = |name: &Option<String>| name.as_deref().map(text::plain);
    let (planned, reported) = (plain(&table.table.project), plain(&sheet.sheet().project));
    match table.table.scope {
        Scope::Unit => true,
        Scope::Project => planned.is_some_and(|name| !name.is_empty() && Some(name) == reported),
    }
}
