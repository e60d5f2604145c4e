//! The rows of all files → one sheet an institution.

use std::collections::HashMap;

use super::bind::Bound;
use super::cells::Cells;
use super::plan::{FigureSlot, SheetPlan, TextSlot, spelled};
use crate::document::sheet_yaml::{cells::year_of, keys};
use crate::document::{ProblemKind, Problems, plain};
use crate::sheet::{Entry, Indicator, Origin, Sheet, Text};
use crate::words::mapping as words;

/// Institutions under construction.
#[derive(Default)]
pub(super) struct Join {
    drafts: Vec<Draft>,
    by_id: HashMap<String, usize>,
}

/// One institution.
pub(super) struct Draft {
    sheet: Sheet,
    /// The file a row of it was last read from, and the line.
    file: usize,
    line: u32,
    /// For every indicator the number of its measure in the mapping.
    order: Vec<usize>,
}

impl Join {
    /// Whether no row was taken in.
    pub(super) fn is_empty(&self) -> bool {
        self.drafts.is_empty()
    }

    /// The institution of the record, made or found, and whether it was there before.
    pub(super) fn draft<'a>(
        &mut self,
        id: &Bound<'a>,
        file: usize,
        cells: &Cells<'a>,
        problems: &mut Problems<'_>,
    ) -> Option<(usize, Before)> {
        let text = cells.text(id);
        let text: String = text.as_deref().unwrap_or("").chars().map(plain).collect();
        let name = super::reference::heading(&text);
        if name.is_empty() {
            let kind = ProblemKind::said(words::no_id, words::no_id_help);
            cells.problem(id, kind, problems);
            return None;
        }
        if let Some(index) = self.by_id.get(&name) {
            let draft = &mut self.drafts[*index];
            let before = if draft.file == file {
                Before::ThisFile(draft.line)
            } else {
                Before::OtherFile
            };
            (draft.file, draft.line) = (file, cells.line);
            return Some((*index, before));
        }
        let index = self.drafts.len();
        let mut sheet = Sheet {
            id: name.clone(),
            origin: cells.here(),
            ..Sheet::default()
        };
        sheet.budget.total.origin = cells.here();
        self.drafts.push(Draft {
            sheet,
            file,
            line: cells.line,
            order: Vec::new(),
        });
        self.by_id.insert(name, index);
        Some((index, Before::Nowhere))
    }

    /// The name of an institution.
    pub(super) fn id(&self, index: usize) -> &str {
        &self.drafts[index].sheet.id
    }

    /// Fills what is said of the institution once; what was filled in before stays.
    pub(super) fn head<'a>(
        &mut self,
        index: usize,
        plan: &SheetPlan<Bound<'a>>,
        cells: &mut Cells<'a>,
        problems: &mut Problems<'_>,
    ) {
        let sheet = &mut self.drafts[index].sheet;
        sheet.scope = plan.scope;
        sheet.budget.money_unit = plan.money;
        if let Some(bound) = &plan.year
            && let Some(text) = cells.text(bound)
        {
            let year = year_of(&text);
            if year.is_none() {
                let text = text.into_owned();
                cells.problem(bound, ProblemKind::BadYear { text }, problems);
            }
            sheet.year = sheet.year.or(year);
        }
        for (slot, bound) in &plan.texts {
            text(sheet, *slot, bound, cells, problems);
        }
        for (slot, bound) in &plan.figures {
            let entry = cells.entry(Some(bound));
            if entry == Entry::Blank {
                continue;
            }
            let place = place(sheet, slot);
            if *place == Entry::Blank {
                *place = entry;
            } else if !agree(place, &entry) {
                let (old, origin) = printed(place);
                let (new, _) = printed(&entry);
                let at = shown(&origin);
                let kind = ProblemKind::said(
                    |lang| words::conflict(lang, slot.name(lang), &sheet.id, &new, &old, &at),
                    words::conflict_help,
                );
                cells.problem(bound, kind, problems);
            }
        }
        for (name, bound) in &plan.inputs {
            if !sheet.inputs.contains_key(name) && cells.text(bound).is_some() {
                sheet.inputs.insert(name.clone(), cells.target(Some(bound)));
            }
        }
    }

    /// Whether the institution has a measure of the mapping already.
    pub(super) fn has(&self, index: usize, measure: usize) -> Option<&Origin> {
        let draft = &self.drafts[index];
        let at = draft.order.iter().position(|other| *other == measure)?;
        Some(&draft.sheet.indicators[at].origin)
    }

    /// Adds an indicator, by the number of its measure in the mapping.
    pub(super) fn add(&mut self, index: usize, measure: usize, indicator: Indicator) {
        let draft = &mut self.drafts[index];
        draft.order.push(measure);
        draft.sheet.indicators.push(indicator);
    }

    /// Takes out the institutions without any measure, and gives their ids.
    pub(super) fn without_measures(&mut self) -> Vec<String> {
        let mut ids = Vec::new();
        self.drafts.retain(|draft| {
            let has_some = !draft.sheet.indicators.is_empty();
            if !has_some {
                ids.push(draft.sheet.id.clone());
            }
            has_some
        });
        ids
    }

    /// The sheets, in the order their institutions were first seen. `sorted`: indicators in the order
    /// of the mapping, whatever the order of the files.
    pub(super) fn finish(self, sorted: bool, sha256: &str) -> Vec<Sheet> {
        let sheets = self.drafts.into_iter().map(|draft| {
            let Draft {
                mut sheet, order, ..
            } = draft;
            if sorted && !order.is_sorted() {
                let indicators = std::mem::take(&mut sheet.indicators);
                let mut pairs: Vec<_> = order.into_iter().zip(indicators).collect();
                pairs.sort_by_key(|(order, _)| *order);
                sheet.indicators = pairs.into_iter().map(|(_, one)| one).collect();
            }
            let measures = sheet
                .indicators
                .iter_mut()
                .flat_map(|one| &mut one.measures);
            for (measure, row) in measures.zip(1..) {
                measure.row = row;
            }
            sha256.clone_into(&mut sheet.input_sha256);
            sheet
        });
        sheets.collect()
    }
}

/// Whether an institution was seen before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Nowhere,
    /// In this file, in this line.
    ThisFile(u32),
    OtherFile,
}

fn text<'a>(
    sheet: &mut Sheet,
    slot: TextSlot,
    bound: &Bound<'a>,
    cells: &mut Cells<'a>,
    problems: &mut Problems<'_>,
) {
    let place = match slot {
        TextSlot::Title => &mut sheet.title,
        TextSlot::Unit => &mut sheet.unit,
        TextSlot::Project => sheet.project.get_or_insert_default(),
        TextSlot::Department => sheet.department.get_or_insert_default(),
        TextSlot::Grade => return grade(sheet, bound, cells, problems),
    };
    if place.is_empty()
        && let Some(text) = cells.text(bound)
    {
        *place = text.into_owned();
    }
    for optional in [&mut sheet.project, &mut sheet.department] {
        optional.take_if(|text| text.is_empty());
    }
}

fn grade<'a>(
    sheet: &mut Sheet,
    bound: &Bound<'a>,
    cells: &mut Cells<'a>,
    problems: &mut Problems<'_>,
) {
    let Some(new) = cells.passage(bound) else {
        return;
    };
    match &sheet.grade {
        None => sheet.grade = Some(new),
        Some(Text { text, .. }) if *text == new.text => {}
        Some(Text { text, origin }) => {
            let at = shown(origin);
            let kind = ProblemKind::said(
                |lang| {
                    let name = spelled(keys::GRADE, lang);
                    words::conflict(lang, name, &sheet.id, &new.text, text, &at)
                },
                words::conflict_help,
            );
            cells.problem(bound, kind, problems);
        }
    }
}

/// Where a figure of the sheet goes.
fn place<'s>(sheet: &'s mut Sheet, slot: &FigureSlot) -> &'s mut Entry {
    let budget = &mut sheet.budget;
    match slot {
        FigureSlot::Total => &mut sheet.total,
        FigureSlot::IndicatorsFullMark => &mut sheet.indicators_full_mark,
        FigureSlot::ExecutionFullMark => &mut budget.full_mark,
        FigureSlot::Budget => &mut budget.total.budget,
        FigureSlot::Executed => &mut budget.total.executed,
        FigureSlot::Rate => &mut budget.total.rate,
        FigureSlot::ExecutionPoints => &mut budget.total.points,
        FigureSlot::Group(label) => {
            let groups = &mut sheet.group_points;
            let at = groups.iter().position(|(other, _)| other == label);
            let at = at.unwrap_or_else(|| {
                groups.push((label.clone(), Entry::Blank));
                groups.len() - 1
            });
            &mut groups[at].1
        }
    }
}

/// Whether two figures say the same.
fn agree(one: &Entry, other: &Entry) -> bool {
    match (one.value(), other.value()) {
        (Some(one), Some(other)) => one == other,
        _ => printed(one).0 == printed(other).0,
    }
}

fn printed(entry: &Entry) -> (String, Origin) {
    match entry {
        Entry::Blank => Default::default(),
        Entry::Number(printed) => (printed.text.clone(), printed.origin.clone()),
        Entry::Unreadable { text, origin } => (text.clone(), origin.clone()),
    }
}

/// A place in a message.
pub(super) fn shown(origin: &Origin) -> String {
    format!("{}:{}", origin.file, origin.line)
}
