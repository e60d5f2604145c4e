//! A mapping and its files → sheets.

use std::collections::{HashMap, HashSet};

use super::bind::{Binding, Bound, bind, list};
use super::cells::Cells;
use super::join::{Before, Join, shown};
use super::plan::{Layout, Mapping, MeasurePlan};
use super::table::{Table, tell};
use crate::document::sheet_yaml::measures::{
    APPLICABLE, DIRECTIONS, applicable_of, direction_of, judged_of,
};
use crate::document::{Problem, ProblemKind, Problems, sha256};
use crate::sheet::{Entry, Indicator, Measure, Places, Sheet};
use crate::value::{Actual, Target};
use crate::words::mapping as words;

/// The most measures of all institutions of a run together.
const MOST_MEASURES: usize = 500_000;

/// What a mapping made of its files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapped {
    /// One sheet an institution, in the order they were first seen.
    pub sheets: Vec<Sheet>,
    /// What the user should know although the files could be read.
    pub notices: Vec<Problem>,
}

impl Mapping {
    /// Reads delimited files, each a name and its bytes. Rows of one institution become one sheet, from
    /// however many files.
    ///
    /// # Errors
    /// Every problem of the files and of the mapping where it does not fit them.
    pub fn apply(&self, files: &[(&str, &[u8])]) -> Result<Mapped, Vec<Problem>> {
        let (mut tables, mut faults) = (Vec::new(), Vec::new());
        for (file, bytes) in files {
            match Table::open(file, bytes, self.header) {
                Ok(table) => tables.push(table),
                Err(problems) => faults.extend(problems),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut problems = Problems::new(&self.source);
        let bindings = bind(self, &tables, &mut problems);
        if !problems.is_empty() {
            return Err(problems.into_list());
        }
        let mut run = Run {
            mapping: self,
            join: Join::default(),
            measures: 0,
            seen: HashSet::new(),
        };
        for (file, (table, binding)) in tables.iter().zip(&bindings).enumerate() {
            let mut problems = Problems::new(&table.source);
            run.file(file, table, binding, &mut problems);
            faults.extend(problems.into_list());
        }
        if !faults.is_empty() {
            let notices = tables.into_iter().flat_map(|table| table.notices);
            return Err(notices.chain(faults).collect());
        }
        let mut notices = self.notices.clone();
        for (table, binding) in tables.iter().zip(&bindings) {
            notices.extend(table.notices.iter().cloned());
            notices.extend(unused(table, binding));
        }
        notices.extend(run.unseen());
        let bare = run.join.without_measures();
        if !bare.is_empty() {
            let (count, listed) = (bare.len(), list(bare.iter()));
            let kind = ProblemKind::said(
                |lang| words::without_measures(lang, count, &listed),
                |_| String::new(),
            );
            notices.push(Problem::of_file(self.file(), kind));
        }
        if run.join.is_empty() && bare.is_empty() {
            let kind = ProblemKind::said(words::no_institution, words::no_institution_help);
            let file = tables
                .first()
                .map_or(self.file(), |table| &table.source.file);
            return Err(vec![Problem::of_file(file, kind)]);
        }
        let whole = files.iter().map(|(_, bytes)| *bytes);
        let whole: Vec<&[u8]> = std::iter::once(self.bytes.as_slice())
            .chain(whole)
            .collect();
        let sheets = run
            .join
            .finish(self.layout == Layout::Wide, &sha256(&whole.concat()));
        Ok(Mapped { sheets, notices })
    }
}

/// The columns nobody asked for.
fn unused(table: &Table, binding: &Binding<'_>) -> Option<Problem> {
    let columns = table.headings.iter().zip(&binding.used);
    let unused = columns.filter(|(name, used)| !**used && !name.is_empty());
    let unused: Vec<&String> = unused.map(|(name, _)| name).collect();
    let count = unused.len();
    let listed = list(unused.into_iter());
    let kind = ProblemKind::said(
        |lang| words::unused_columns(lang, count, &listed),
        |_| String::new(),
    );
    (count > 0).then(|| Problem::of_file(&table.source.file, kind))
}

struct Run<'a> {
    mapping: &'a Mapping,
    join: Join,
    /// Measures so far.
    measures: usize,
    /// Long: numbers of the plans some row was read by.
    seen: HashSet<usize>,
}

impl<'a> Run<'a> {
    fn file(
        &mut self,
        file: usize,
        table: &'a Table,
        binding: &Binding<'a>,
        problems: &mut Problems<'_>,
    ) {
        let named = self.mapping.named.iter().zip(1..);
        let named: HashMap<&str, usize> = named
            .map(|((name, _), number)| (name.as_str(), number))
            .collect();
        let (mut records, mut row) = table.records();
        let mut cells = Cells::new(self.mapping, table);
        loop {
            let start = match records.next(&mut cells.fields) {
                None => break,
                Some(Err(fault)) => return tell(fault, &table.source, problems),
                Some(Ok(start)) => start,
            };
            row += 1;
            if !cells.take(start, row, problems) {
                continue;
            }
            match self.mapping.layout {
                Layout::Wide => self.wide(file, binding, &mut cells, problems),
                Layout::Long => self.long(file, binding, &named, &mut cells, problems),
            }
            if self.measures > MOST_MEASURES {
                let kind = ProblemKind::said(
                    |lang| words::too_many_measures(lang, MOST_MEASURES),
                    words::split_table,
                );
                return problems.at(cells.line, 1, 1, kind);
            }
        }
    }

    fn wide(
        &mut self,
        file: usize,
        binding: &Binding<'a>,
        cells: &mut Cells<'a>,
        problems: &mut Problems<'_>,
    ) {
        let id = &binding.sheet.id;
        let Some((index, before)) = self.join.draft(id, file, cells, problems) else {
            return;
        };
        if let Before::ThisFile(line) = before {
            let (name, here) = (self.join.id(index), cells.line);
            let kind = ProblemKind::said(
                |lang| words::id_twice(lang, name, line, here),
                words::id_twice_help,
            );
            return cells.problem(id, kind, problems);
        }
        self.join.head(index, &binding.sheet, cells, problems);
        for (number, plan) in binding.measures.iter().enumerate() {
            let Some(plan) = plan else {
                continue;
            };
            if before == Before::OtherFile
                && let Some(origin) = self.join.has(index, number)
            {
                let name = plan.name.as_ref().and_then(|name| cells.text(name));
                let (name, id) = (name.unwrap_or_default(), self.join.id(index));
                let at = shown(origin);
                let kind = ProblemKind::said(
                    |lang| words::measure_twice(lang, &name, id, &at),
                    words::measure_twice_help,
                );
                cells.problem(&binding.sheet.id, kind, problems);
                continue;
            }
            self.measures += 1;
            if let Some(indicator) = indicator(plan, cells, problems) {
                self.join.add(index, number, indicator);
            }
        }
    }

    fn long(
        &mut self,
        file: usize,
        binding: &Binding<'a>,
        named: &HashMap<&str, usize>,
        cells: &mut Cells<'a>,
        problems: &mut Problems<'_>,
    ) {
        let id = &binding.sheet.id;
        let Some((index, _)) = self.join.draft(id, file, cells, problems) else {
            return;
        };
        self.join.head(index, &binding.sheet, cells, problems);
        let Some(key) = &binding.key else {
            return;
        };
        let name = cells.text(key);
        let number = name.as_deref().and_then(|name| named.get(name).copied());
        let number = number.unwrap_or(0);
        self.seen.insert(number);
        if name.is_none() {
            cells.problem(key, ProblemKind::BlankName, problems);
        } else if let Some(Some(plan)) = binding.measures.get(number) {
            self.measures += 1;
            if let Some(indicator) = indicator(plan, cells, problems) {
                self.join.add(index, number, indicator);
            }
        }
    }

    /// Indicators of a long table that `measures` speaks of and no row has.
    fn unseen(&self) -> Vec<Problem> {
        let mut problems = Problems::new(&self.mapping.source);
        let named = self.mapping.named.iter().zip(1..);
        for ((name, place), number) in named {
            if !self.seen.contains(&number) {
                let kind = ProblemKind::said(
                    |lang| words::unseen_measure(lang, name),
                    words::unseen_measure_help,
                );
                problems.at(place.line, place.column, place.length, kind);
            }
        }
        problems.into_list()
    }
}

/// The measure of a plan in the current record; `None` when it has no name, which is a problem.
fn indicator<'a>(
    plan: &MeasurePlan<Bound<'a>>,
    cells: &mut Cells<'a>,
    problems: &mut Problems<'_>,
) -> Option<Indicator> {
    let name = plan.name.as_ref()?;
    let Some(text) = cells.text(name) else {
        cells.problem(name, ProblemKind::BlankName, problems);
        return None;
    };
    let levels = plan.levels.iter().filter_map(|level| cells.text(level));
    let levels = levels.map(|level| level.into_owned()).collect();
    // A constant stands in the mapping: the row is found by a cell.
    let is_cell = |bound: &&Bound<'a>| !matches!(bound, Bound::Constant(..));
    let first = plan.values().find(is_cell);
    let origin = match first {
        Some(bound) => cells.origin(bound),
        None => cells.here(),
    };
    let mut places = Places::default();
    let mut inputs = std::collections::BTreeMap::new();
    for (name, bound) in &plan.inputs {
        inputs.insert(name.clone(), cells.target(Some(bound)));
        places.inputs.push((name.clone(), cells.origin(bound)));
    }
    if let Some(bound) = &plan.target {
        places.target = Some(cells.origin(bound)).filter(|place| *place != origin);
    }
    if let Some(bound) = &plan.actual {
        places.actual = Some(cells.origin(bound)).filter(|place| *place != origin);
    }
    let direction = word(plan.direction.as_ref(), cells, problems, |text| {
        direction_of(text).ok_or(DIRECTIONS)
    });
    let applicable = word(plan.applicable.as_ref(), cells, problems, |text| {
        applicable_of(text).ok_or(APPLICABLE)
    });
    let judged = plan.judged.as_ref().and_then(|bound| {
        let text = cells.text(bound)?;
        let judged = judged_of(&text);
        if judged.is_none() {
            let text = text.into_owned();
            cells.problem(bound, ProblemKind::BadRatio { text }, problems);
        }
        judged
    });
    Some(Indicator {
        levels,
        name: text.into_owned(),
        full_mark: Entry::Blank,
        reason: plan.reason.as_ref().and_then(|one| cells.passage(one)),
        measures: vec![Measure {
            row: 0,
            target: Target(cells.target(plan.target.as_ref())),
            actual: Actual(cells.actual(plan.actual.as_ref())),
            full_mark: cells.entry(plan.full_mark.as_ref()),
            points: cells.entry(plan.points.as_ref()),
            direction,
            judged,
            applicable: applicable.unwrap_or(true),
            inputs,
            places,
            origin: origin.clone(),
        }],
        origin,
    })
}

/// A cell that holds one of a few words; any other is a problem.
fn word<'a, T>(
    bound: Option<&Bound<'a>>,
    cells: &Cells<'a>,
    problems: &mut Problems<'_>,
    means: impl Fn(&str) -> Result<T, &'static str>,
) -> Option<T> {
    let bound = bound?;
    let text = cells.text(bound)?;
    match means(&text) {
        Ok(meant) => Some(meant),
        Err(allowed) => {
            let text = text.into_owned();
            cells.problem(bound, ProblemKind::NotAllowed { text, allowed }, problems);
            None
        }
    }
}
