//! A file on the desk, as it was read and as a person has corrected it.

use std::collections::HashSet;
use std::sync::Arc;

use jixiao::document::Problem;
use jixiao::recognise::{Note, Opened};
use jixiao::sheet::{Cell, Origin, Sheet, TargetTable};

use crate::cli::inputs::Document;

/// A file and what stands in it.
#[derive(Clone)]
pub struct File {
    /// Its number on this desk.
    pub number: u64,
    /// As messages name it.
    pub name: String,
    /// Whether it came through the page.
    pub uploaded: bool,
    /// How large it is.
    pub size: usize,
    /// With what a person has corrected.
    pub sheets: Vec<Arc<Sheet>>,
    pub targets: Vec<TargetTable>,
    /// What was repaired or stays uncertain.
    pub notes: Vec<Note>,
    /// What the user should know.
    pub notices: Vec<Problem>,
    /// Why nothing of it is there.
    pub problems: Vec<Problem>,
    /// As they were read, in the same order.
    as_read: Vec<Arc<Sheet>>,
    /// What a person has read in their cells, the last one for a cell counts.
    corrections: Vec<Correction>,
}

/// What a person reads in a cell.
#[derive(Clone)]
pub struct Correction {
    /// Id of the sheet.
    pub sheet: String,
    /// Its row.
    pub row: u32,
    /// The cell of the row.
    pub cell: Cell,
    /// What stands there.
    pub text: String,
    /// What was read there before.
    pub was: String,
    /// That a person has read it, and where.
    pub origin: Origin,
}

impl Correction {
    fn same_cell(&self, other: &Correction) -> bool {
        let place = |it: &Correction| (it.row, it.cell);
        self.sheet == other.sheet && place(self) == place(other)
    }
}

impl File {
    /// What was read.
    pub fn of(
        number: u64,
        document: &Document,
        uploaded: bool,
        opened: Result<Opened, Vec<Problem>>,
        label: &str,
        taken: &mut HashSet<String>,
    ) -> File {
        let (opened, problems) = match opened {
            Ok(opened) => (opened, Vec::new()),
            Err(problems) => (Default::default(), problems),
        };
        let mut ids = (1..).map(|number| match number {
            1 => label.to_owned(),
            _ => format!("{label}#{number}"),
        });
        let mut id = || {
            let mut id = ids.next().unwrap_or_default();
            while !taken.insert(id.clone()) {
                id.push('~');
            }
            id
        };
        let sheets = opened.sheets.into_iter();
        let sheets = sheets.map(|sheet| Arc::new(Sheet { id: id(), ..sheet }));
        let sheets: Vec<Arc<Sheet>> = sheets.collect();
        let targets = opened.targets.into_iter();
        let targets = targets.map(|table| TargetTable { id: id(), ..table });
        File {
            number,
            name: document.name.clone(),
            uploaded,
            size: document.bytes.len(),
            as_read: sheets.clone(),
            sheets,
            targets: targets.collect(),
            notes: opened.notes,
            notices: opened.notices,
            problems,
            corrections: Vec::new(),
        }
    }

    /// The sheet as it was read.
    pub fn as_read(&self, id: &str) -> Option<&Arc<Sheet>> {
        self.as_read.iter().find(|sheet| sheet.id == id)
    }

    /// Notes what a person reads in a cell, in place of what was noted for it before.
    pub fn correct(&mut self, correction: Correction) {
        let other = |known: &Correction| !known.same_cell(&correction);
        self.corrections.retain(other);
        self.corrections.push(correction);
        self.make();
    }

    /// Takes back what was noted for a cell; `false` when there is nothing.
    pub fn take_back(&mut self, sheet: &str, row: u32, cell: Cell) -> bool {
        let before = self.corrections.len();
        let other = |it: &Correction| it.sheet != sheet || (it.row, it.cell) != (row, cell);
        self.corrections.retain(other);
        self.make();
        self.corrections.len() < before
    }

    /// What is noted for its sheets.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// The sheets as they were read, with every correction.
    fn make(&mut self) {
        self.sheets = self.as_read.clone();
        for Correction {
            sheet,
            row,
            cell,
            text,
            origin,
            ..
        } in &self.corrections
        {
            let mut sheets = self.sheets.iter_mut();
            if let Some(corrected) = sheets.find(|known| known.id == *sheet) {
                Arc::make_mut(corrected).correct(*row, *cell, text, origin);
            }
        }
    }

    /// Ids of everything in it.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let sheets = self.sheets.iter().map(|sheet| sheet.id.as_str());
        sheets.chain(self.targets.iter().map(|table| table.id.as_str()))
    }
}
