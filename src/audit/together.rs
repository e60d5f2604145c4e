//! 一起核查的表: every sheet and target table of a run, and which of them belong together.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::copies::Copies;
use super::join::{Basis, Item, Joined, Kind, Units, join};
use super::profile::Profile;
use super::{Subject, TargetSubject, rows, text};
use crate::sheet::Scope;

/// How many years back a table is compared with sheets.
const YEARS_BACK: u16 = 5;

/// What was given together. Looking up a unit's year costs the same however many others there are.
pub struct Together<'s, 'a> {
    /// Thresholds and words.
    pub profile: &'a Profile,
    /// The sheets, in the order given.
    pub sheets: &'s [Subject<'a>],
    /// The target tables, in the order given.
    pub tables: &'s [TargetSubject<'a>],
    /// Sheets given more than once.
    pub(super) copied_sheets: Copies,
    /// Tables given more than once.
    pub(super) copied_tables: Copies,
    /// Tables and sheets of one year that may belong together, of which none was taken.
    pub(super) open: Vec<(Vec<usize>, Vec<usize>)>,
    units: &'s Units,
    /// Sheets by unit and year; those that lack either are left out.
    by_unit: HashMap<(String, u16), Vec<usize>>,
    /// The sheet of a table's unit and project, by table and year.
    partners: HashMap<(usize, u16), (usize, Basis)>,
    approved: OnceCell<Vec<Approved<'s, 'a>>>,
}

/// A table with the sheet of the year it plans.
pub(super) struct Approved<'s, 'a> {
    pub table: &'s TargetSubject<'a>,
    pub sheet: &'s Subject<'a>,
    /// What taking them together rests on.
    pub basis: Basis,
    /// The table's annual rows with those of the sheet.
    pub rows: Joined,
}

/// A sheet that a table is compared with.
pub(super) struct Partner<'s, 'a> {
    pub sheet: &'s Subject<'a>,
    /// What taking them together rests on.
    pub basis: Basis,
    /// Whether it is about the same project, or the same whole unit.
    pub same_project: bool,
}

impl<'s, 'a> Together<'s, 'a> {
    /// Sorts the documents by unit and year and finds the sheets of every table.
    pub fn new(
        profile: &'a Profile,
        units: &'s Units,
        sheets: &'s [Subject<'a>],
        tables: &'s [TargetSubject<'a>],
    ) -> Together<'s, 'a> {
        let mut together = Together {
            profile,
            sheets,
            tables,
            copied_sheets: Copies::of_sheets(sheets),
            copied_tables: Copies::of_tables(tables),
            open: Vec::new(),
            units,
            by_unit: HashMap::new(),
            partners: HashMap::new(),
            approved: OnceCell::new(),
        };
        for (index, subject) in sheets.iter().enumerate() {
            let unit = together.units.key(&subject.sheet().unit).map(str::to_owned);
            if let Some(key) = unit.zip(subject.sheet().year) {
                together.by_unit.entry(key).or_default().push(index);
            }
        }
        together.find_partners();
        together
    }

    /// Sheets of a whole unit that can be compared with others.
    pub(super) fn units(&self) -> impl Iterator<Item = &'s Subject<'a>> {
        let whole = |(index, one): &(usize, &Subject)| {
            one.sheet().scope == Scope::Unit && self.copied_sheets.counts(*index)
        };
        self.sheets
            .iter()
            .enumerate()
            .filter(whole)
            .map(|(_, one)| one)
    }

    /// The project sheets of a sheet's unit and year that can be compared.
    pub(super) fn projects(&self, unit: &Subject) -> Vec<&'s Subject<'a>> {
        let mut projects = self.project_sheets(unit);
        projects.retain(|index| self.copied_sheets.counts(*index));
        projects
            .into_iter()
            .map(|index| &self.sheets[index])
            .collect()
    }

    /// The same, together with those that contradict one another: they are given all the same.
    pub(super) fn projects_given(&self, unit: &Subject) -> Vec<&'s Subject<'a>> {
        let projects = self.project_sheets(unit).into_iter();
        projects.map(|index| &self.sheets[index]).collect()
    }

    /// None where unit or year is not stated. A sheet that writes the unit another way belongs to the
    /// only whole there is.
    fn project_sheets(&self, unit: &Subject) -> Vec<usize> {
        let of_year = unit
            .sheet()
            .year
            .map(|year| self.of_year(&unit.sheet().unit, year));
        let of_year = of_year.unwrap_or_default();
        let name = |index: usize| text::plain(&self.sheets[index].sheet().unit);
        let is_whole = |index: &&usize| self.sheets[**index].sheet().scope == Scope::Unit;
        let wholes: HashSet<String> = of_year
            .iter()
            .filter(is_whole)
            .map(|one| name(*one))
            .collect();
        let own = text::plain(&unit.sheet().unit);
        let belongs = |index: &usize| {
            self.sheets[*index].sheet().scope == Scope::Project
                && !self.copied_sheets.repeated[*index]
                && (wholes.len() == 1 || name(*index) == own)
        };
        of_year.iter().copied().filter(belongs).collect()
    }

    /// Tables with the sheet of the year they plan. Of different tables for one sheet it is open which
    /// was approved: none is compared.
    pub(super) fn approved(&self) -> &[Approved<'s, 'a>] {
        self.approved.get_or_init(|| self.find_approved())
    }

    fn find_approved(&self) -> Vec<Approved<'s, 'a>> {
        let mut by_sheet: BTreeMap<usize, Vec<(usize, &Basis)>> = BTreeMap::new();
        for (index, table) in self.tables.iter().enumerate() {
            let year = table.table.year.filter(|_| !table.annual.is_empty());
            let year = year.filter(|_| self.copied_tables.counts(index));
            if let Some((sheet, basis)) = year.and_then(|year| self.partners.get(&(index, year))) {
                by_sheet.entry(*sheet).or_default().push((index, basis));
            }
        }
        let mut pairs: Vec<(usize, usize, &Basis)> = by_sheet
            .into_iter()
            .filter_map(|(sheet, tables)| match tables[..] {
                [(table, basis)] => Some((table, sheet, basis)),
                _ => None,
            })
            .collect();
        pairs.sort_unstable_by_key(|(table, ..)| *table);
        let approved = pairs.into_iter().map(|(table, sheet, basis)| {
            let (table, sheet) = (&self.tables[table], &self.sheets[sheet]);
            Approved {
                table,
                sheet,
                basis: basis.clone(),
                rows: rows::of_plan(table, sheet),
            }
        });
        approved.collect()
    }

    /// The sheet of a year that a table is compared with. A project may have gone on under another
    /// name: then all project sheets of the unit, whose indicators tell.
    pub(super) fn of_table(&self, table: usize, year: u16) -> Vec<Partner<'s, 'a>> {
        if let Some((sheet, basis)) = self.partners.get(&(table, year)) {
            return vec![Partner {
                sheet: &self.sheets[*sheet],
                basis: basis.clone(),
                same_project: true,
            }];
        }
        let table = self.tables[table].table;
        if table.scope == Scope::Unit {
            return Vec::new();
        }
        let others = self
            .comparable(&table.unit, year, Scope::Project)
            .into_iter();
        let partners = others.map(|index| Partner {
            sheet: &self.sheets[index],
            basis: Basis::of_units(&table.unit, &self.sheets[index].sheet().unit),
            same_project: false,
        });
        partners.collect()
    }

    fn of_year(&self, unit: &str, year: u16) -> &[usize] {
        let key = self.units.key(unit).map(str::to_owned);
        let found = key.and_then(|key| self.by_unit.get(&(key, year)));
        found.map_or(&[], Vec::as_slice)
    }

    /// Sheets of a unit that can be compared; where none has the name as written, those of the one
    /// other name it goes by.
    fn comparable(&self, unit: &str, year: u16, scope: Scope) -> Vec<usize> {
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for index in self.of_year(unit, year) {
            let sheet = self.sheets[*index].sheet();
            if sheet.scope == scope && self.copied_sheets.counts(*index) {
                by_name
                    .entry(text::plain(&sheet.unit))
                    .or_default()
                    .push(*index);
            }
        }
        match by_name.remove(&text::plain(unit)) {
            Some(same) => same,
            None if by_name.len() == 1 => by_name.into_values().next().unwrap_or_default(),
            None => Vec::new(),
        }
    }

    /// Tables of one unit, year and scope are joined with the sheets of a year all at once, so that no
    /// sheet is taken twice.
    fn find_partners(&mut self) {
        let mut groups: BTreeMap<(String, u16, bool), BTreeMap<String, Vec<usize>>> =
            BTreeMap::new();
        for (index, one) in self.tables.iter().enumerate() {
            let table = one.table;
            if let Some(year) = table.year {
                let key = (text::plain(&table.unit), year, table.scope == Scope::Unit);
                let project = text::plain(table.project.as_deref().unwrap_or_default());
                let names = groups.entry(key).or_default();
                names.entry(project).or_default().push(index);
            }
        }
        for ((unit, planned, whole), names) in groups {
            for year in planned.saturating_sub(YEARS_BACK)..=planned {
                match whole {
                    true => self.pair_units(&unit, year, names.values().flatten()),
                    false => self.pair_projects(&unit, year, planned, &names),
                }
            }
        }
    }

    fn pair_units<'i>(&mut self, unit: &str, year: u16, tables: impl Iterator<Item = &'i usize>) {
        let [sheet] = self.comparable(unit, year, Scope::Unit)[..] else {
            return;
        };
        for table in tables {
            let basis = self.same_unit(*table, sheet);
            self.partners.insert((*table, year), (sheet, basis));
        }
    }

    fn pair_projects(
        &mut self,
        unit: &str,
        year: u16,
        planned: u16,
        names: &BTreeMap<String, Vec<usize>>,
    ) {
        let sheets = self.comparable(unit, year, Scope::Project);
        let all = self.sheets;
        let project = |index: usize| all[index].sheet().project.as_deref().unwrap_or_default();
        let item = |name| Item {
            name,
            ..Item::default()
        };
        let left: Vec<Item> = names.keys().map(|name| item(name.as_str())).collect();
        let right: Vec<Item> = sheets.iter().map(|index| item(project(*index))).collect();
        let joined = join(self.profile, Kind::Project, &left, &right);
        let tables: Vec<&Vec<usize>> = names.values().collect();
        for (left, right, how) in joined.pairs {
            let sheet = sheets[right];
            for table in tables[left] {
                let name = self.tables[*table]
                    .table
                    .project
                    .as_deref()
                    .unwrap_or_default();
                let basis = Basis::of_names(self.profile, Kind::Project, name, project(sheet), how);
                let basis = basis.and(&self.same_unit(*table, sheet));
                self.partners.insert((*table, year), (sheet, basis));
            }
        }
        for open in joined.open.into_iter().filter(|_| year == planned) {
            let left = open
                .left
                .iter()
                .flat_map(|one| tables[*one])
                .copied()
                .collect();
            let right = open.right.iter().map(|one| sheets[*one]).collect();
            self.open.push((left, right));
        }
    }

    fn same_unit(&self, table: usize, sheet: usize) -> Basis {
        Basis::of_units(
            &self.tables[table].table.unit,
            &self.sheets[sheet].sheet().unit,
        )
    }
}
