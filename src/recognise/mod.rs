//! 识别: tables of a document become sheets and target tables, by their words and not by position.
//!
//! ```text
//!  Document ─walk─▶ Form (rows in columns: layout, align) ─┬─ evaluation ─▶ Sheet
//!                                                          └─ promise ────▶ TargetTable
//! ```
//! The words are data (`words.yaml`). A row that stands a column off is put right by what its cells
//! contain; labels are kept as printed. What was repaired and what stays uncertain is a [`Note`];
//! nothing is invented.

mod align;
mod content;
mod cut;
mod evaluation;
mod field;
mod flow;
mod form;
mod header;
mod layout;
mod lexicon;
mod money;
mod named;
mod note;
mod open;
mod place;
mod promise;
mod report;
mod row;
mod tidy;
mod titles;
mod walk;

pub use note::{Note, NoteKind};
pub use open::{Opened, open};

use std::path::Path;

use lexicon::LEXICON;

use crate::document::Document;
use crate::sheet::{Sheet, TargetTable};

/// What stands in a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recognised {
    /// 自评表, in the order of the document.
    pub sheets: Vec<Sheet>,
    /// 绩效目标表, in the order of the document.
    pub targets: Vec<TargetTable>,
    /// What was repaired and what is uncertain, in the order of the document.
    pub notes: Vec<Note>,
}

/// Finds every self-evaluation and every target table of a document.
///
/// ```
/// let text = "2024年度甲项目自评表\n\n一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t得分\n\
///             产出指标\t数量指标\t课题攻关\t3个\t4个\t2分\n总分\t\t\t\t\t2分\n";
/// let read = jixiao::document::read_text("a.txt", text.as_bytes()).unwrap();
/// let found = jixiao::recognise::recognise(&read.document);
/// assert_eq!(found.sheets[0].indicators[0].name, "课题攻关");
/// assert_eq!(found.sheets[0].year, Some(2024));
/// ```
pub fn recognise(document: &Document) -> Recognised {
    let walk::Found {
        forms,
        mut notes,
        year,
    } = walk::walk(document);
    let mut found = Recognised::default();
    for form in &forms {
        if form.is_evaluation {
            found.sheets.push(evaluation::sheet(form, year, &mut notes));
        } else {
            found.targets.push(promise::table(form, year, &mut notes));
        }
    }
    let stem = Path::new(&*document.file)
        .file_stem()
        .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let id = |index: usize| match index {
        0 => stem.clone(),
        _ => format!("{stem}#{}", index + 1),
    };
    for (index, sheet) in found.sheets.iter_mut().enumerate() {
        sheet.id = id(index);
        sheet.input_sha256.clone_from(&document.sha256);
    }
    for (index, table) in found.targets.iter_mut().enumerate() {
        table.id = id(index);
    }
    report::tell(document, &mut found.sheets);
    notes.sort_by_key(|note| note.origin.line);
    found.notes = notes;
    found
}
