//! The way through a document: which rows belong to which form.

use super::field::Field;
use super::flow::{self, Flow};
use super::form::{Form, Section};
use super::layout::Layout;
use super::lexicon::{Caption, LEXICON};
use super::place::Placer;
use super::row::{Row, rows};
use super::tidy::{in_brackets, items, key, tidy, without_numbering, year};
use super::titles::{LONGEST_TITLE, is_section, is_title, section_of};
use super::{Note, NoteKind, money};
use crate::document::{Block, Document, Line};
use crate::sheet::{Origin, Text};

/// Longest line that may stand between the parts of a table cut by a page: "续表", "— 12 —".
const LONGEST_GAP: usize = 12;
/// Heading rows below the first.
const MOST_HEADING_ROWS: usize = 3;

/// What the walk brings home.
pub(super) struct Found {
    /// The forms, in order.
    pub forms: Vec<Form>,
    /// What was noted on the way.
    pub notes: Vec<Note>,
    /// The year the document speaks of first.
    pub year: Option<u16>,
}

/// Where in a form the walk is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Before the indicators: title, header block, goals.
    Head,
    /// Below the heading of the money.
    Money(Layout),
    /// Below the heading of the indicators.
    Indicators,
}

/// Walks through a document.
pub(super) fn walk(document: &Document) -> Found {
    let mut walk = Walk {
        forms: Vec::new(),
        form: Form::default(),
        part: Part::Head,
        placer: Placer::default(),
        section: Section::Annual,
        heading_rows: 0,
        expected: None,
        document_year: None,
        flow: None,
        waiting: None,
    };
    for block in &document.blocks {
        match block {
            Block::Line(line) => walk.line(line),
            Block::Table(grid) => {
                walk.end_flow();
                for (index, row) in rows(grid).iter().enumerate() {
                    walk.row(row, index == 0);
                }
                walk.placer.end_grid();
            }
        }
    }
    walk.finish();
    Found {
        forms: walk.forms,
        notes: walk.placer.notes,
        year: walk.document_year,
    }
}

/// The state of the walk.
pub(super) struct Walk {
    /// The forms that are complete.
    forms: Vec<Form>,
    /// The form that is being collected.
    pub(super) form: Form,
    /// Where in it the walk is.
    pub(super) part: Part,
    /// Takes its rows.
    placer: Placer,
    /// 长期 or 年度.
    pub(super) section: Section,
    /// Heading rows seen since the last row of indicators; beyond the limit none is expected.
    heading_rows: usize,
    /// The column in which the goal stands in the next row.
    pub(super) expected: Option<usize>,
    document_year: Option<u16>,
    /// A table without separators.
    flow: Option<Flow>,
    /// A caption whose value stands in the lines below it, and the last of them.
    pub(super) waiting: Option<(Caption, u32)>,
}

impl Walk {
    fn line(&mut self, line: &Line) {
        self.remember_year(&line.text);
        if let Some(flow) = &mut self.flow
            && !is_title(&line.text)
            && !is_section(&key(&line.text))
        {
            flow.lines.push(line.clone());
            return;
        }
        self.end_flow();
        if flow::is_heading(&line.text) {
            self.flow = Some(Flow {
                lines: vec![line.clone()],
            });
            return;
        }
        if self.title(&line.text, &line.origin) || self.section_title(&line.text) {
            return;
        }
        let length = line.text.chars().take(LONGEST_GAP + 1).count();
        if self.part == Part::Indicators {
            if length > LONGEST_GAP && !self.form.rows.is_empty() {
                self.finish();
            }
            return;
        }
        self.captions_with_colons(&line.text, &line.origin);
        if self.form.title.is_some() {
            self.captions_without_colons(line);
        }
        if self.form.title.is_some() && self.form.year.is_none() && length < LONGEST_GAP {
            self.form.year = year(&line.text);
        }
    }

    /// The first year of the document, for forms that name none.
    fn remember_year(&mut self, text: &str) {
        if self.document_year.is_none()
            && text.chars().take(LONGEST_TITLE + 1).count() <= LONGEST_TITLE
        {
            self.document_year = year(text);
        }
    }

    fn row(&mut self, row: &Row<'_>, first_of_grid: bool) {
        let first = row.first();
        let alone = row.cells.iter().all(|cell| cell.text == first.text);
        if alone && (self.title(first.text, first.origin) || self.section_title(first.text)) {
            return;
        }
        if let Some(layout) = Layout::of_indicators(row) {
            self.heading(row, layout);
            return;
        }
        if self.part == Part::Indicators && self.heading_rows < MOST_HEADING_ROWS {
            self.heading_rows += 1;
            if self
                .form
                .layout
                .as_mut()
                .is_some_and(|layout| layout.split(row))
            {
                return;
            }
            self.heading_rows = MOST_HEADING_ROWS;
        }
        if let Some(layout) = Layout::of_execution(row) {
            money::heading(row, &mut self.form.money);
            self.part = Part::Money(layout);
            return;
        }
        if self.named_row(row) {
            return;
        }
        match &self.part {
            Part::Indicators => self.indicator(row, first_of_grid),
            Part::Money(layout) => match money::line(row, layout) {
                Some((line, moved)) => {
                    if moved {
                        let name = line.get(&Field::Fund).map_or("", |text| &text.text);
                        let name = tidy(name);
                        self.placer
                            .note(NoteKind::RowShifted { name }, row.origin());
                    }
                    self.form.money.lines.push(line);
                }
                None => {
                    self.part = Part::Head;
                    self.head(row);
                }
            },
            Part::Head => self.head(row),
        }
    }

    /// A title begins a form.
    fn title(&mut self, text: &str, origin: &Origin) -> bool {
        if !is_title(text) {
            return false;
        }
        self.finish();
        self.form.title = Some(Text {
            text: tidy(without_numbering(text)),
            origin: origin.clone(),
        });
        self.form.year = year(text);
        true
    }

    /// A heading inside a target table: 长期绩效目标表.
    fn section_title(&mut self, text: &str) -> bool {
        let key = key(text);
        if !is_section(&key) {
            return false;
        }
        self.section = section_of(&key).unwrap_or(self.section);
        true
    }

    /// The heading of the indicators: of this form, or of one more part or page of it.
    fn heading(&mut self, row: &Row<'_>, layout: Layout) {
        let evaluates = layout.is_evaluation();
        if self.form.layout.is_some()
            && (self.form.has_total || evaluates != self.form.is_evaluation)
        {
            self.finish();
        }
        let first = row.first();
        if let Some(section) = section_of(&first.key) {
            self.section = section;
        }
        let group = layout
            .slots
            .first()
            .is_some_and(|slot| slot.field == Field::Group);
        for inside in in_brackets(first.text)
            .iter()
            .filter(|_| group && evaluates)
        {
            if let Some(mark) = money::mark(inside)
                && !self.form.goal_labels.contains(&first.key)
            {
                self.form.goal_labels.push(first.key.clone());
                self.form.goal_marks.push(Text {
                    text: mark.to_owned(),
                    origin: first.origin.clone(),
                });
            }
        }
        self.form.is_evaluation = evaluates;
        self.form.layout = Some(layout);
        self.part = Part::Indicators;
        self.heading_rows = 0;
        self.placer.heading();
    }

    /// A row of the header block, or a goal below its heading.
    fn head(&mut self, row: &Row<'_>) {
        if let Some(column) = self.expected.take() {
            let goal = row.cells.iter().find(|cell| cell.column >= column);
            if let Some(cell) = goal {
                let texts = items(cell.text).into_iter().map(|text| Text {
                    text,
                    origin: cell.origin.clone(),
                });
                self.form.goals.extend(texts);
                return;
            }
        }
        if row.cells.len() == 1 && self.form.title.is_some() {
            let text = row.first().text;
            if text.chars().take(LONGEST_TITLE).count() < LONGEST_TITLE {
                self.form.year = self.form.year.or(year(text));
            }
        }
        self.captions(row);
    }

    /// A row below the heading of the indicators.
    fn indicator(&mut self, row: &Row<'_>, first_of_grid: bool) {
        let begins = matches!(
            LEXICON.caption(&row.first().key),
            Some(Caption::Unit | Caption::Project | Caption::Department)
        );
        if begins && row.cells.len() > 1 {
            self.finish();
            self.head(row);
            return;
        }
        if self.form.has_total {
            self.captions(row);
            return;
        }
        if let Some(section) = section_of(&row.first().key) {
            self.section = section;
            let is_goal = row.cells.len() <= 2
                && LEXICON.label(&row.cells[row.cells.len() - 1].key).is_none();
            if is_goal {
                return;
            }
        }
        let Some(layout) = self.form.layout.as_ref() else {
            return;
        };
        let taken = self.placer.take(
            row,
            layout,
            self.section,
            first_of_grid,
            &mut self.form.rows,
        );
        if !taken && first_of_grid {
            self.finish();
            self.head(row);
        }
    }

    /// Ends the table without separators that is being collected.
    fn end_flow(&mut self) {
        let Some(flow) = self.flow.take() else {
            return;
        };
        let rows = flow.rows(self.section, &mut self.placer.notes);
        if !rows.is_empty() && !self.form.is_evaluation {
            self.form.layout.get_or_insert_default();
            self.form.rows.extend(rows);
        }
    }

    /// Ends the form that is being collected.
    fn finish(&mut self) {
        self.end_flow();
        self.placer.end_grid();
        let form = std::mem::take(&mut self.form);
        self.part = Part::Head;
        self.section = Section::Annual;
        self.expected = None;
        self.waiting = None;
        self.placer.heading();
        self.placer.has_heading = false;
        if form.layout.is_none() {
            return;
        }
        if form.rows.is_empty() {
            let origin = form.title.map(|title| title.origin).unwrap_or_default();
            self.placer.note(NoteKind::NoRows, &origin);
            return;
        }
        self.forms.push(form);
    }
}
