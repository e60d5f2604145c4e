//! What the recogniser did and what it is unsure of.

use crate::sheet::Origin;
use crate::words::{Lang, recognise as words};

/// One thing a person who checks the import should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// Where it is.
    pub origin: Origin,
}

/// The kinds of notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// The cells of a row stood beside their columns and were put into them.
    RowShifted {
        /// The indicator, or the words of the row.
        name: String,
    },
    /// Several rows of a table stand beside their headings in the same way.
    ColumnsMoved {
        /// Rows that were read that way.
        rows: usize,
    },
    /// A table goes on after a page or a blank line.
    TableJoined,
    /// A label stands under another first level than usual; kept as printed.
    LabelAdrift {
        /// 一级指标.
        level1: String,
        /// 二级指标.
        level2: String,
    },
    /// A label stood twice in one row and was taken once.
    LabelRepeated {
        /// The label.
        label: String,
    },
    /// A row that holds only a remark was joined to the value above it.
    RemarkJoined {
        /// The remark.
        text: String,
    },
    /// The name stood in a column of labels.
    NameFromLabel {
        /// The name.
        name: String,
    },
    /// A row has values but no name.
    Nameless,
    /// A row has a name but no value.
    Valueless {
        /// The name.
        name: String,
    },
    /// A cell fitted no column and was not read.
    CellLeftOut {
        /// Its words.
        text: String,
    },
    /// A row inside a table was not understood and not read.
    RowNotRead {
        /// Its words.
        text: String,
    },
    /// The year was taken from elsewhere in the document.
    YearAssumed {
        /// The year.
        year: u16,
    },
    /// There is no year: columns named 上年 or 前年 cannot be placed.
    YearUnknown,
    /// A heading of indicators without any indicator below it.
    NoRows,
    /// The table has lost its separators: its cells were told apart by their contents.
    NoSeparators {
        /// Rows that were read that way.
        rows: usize,
    },
    /// A row of such a table whose cells could not be told apart for certain.
    Doubtful {
        /// The indicator.
        name: String,
    },
}

impl Note {
    /// The note in words.
    pub fn message(&self, lang: Lang) -> String {
        use NoteKind as Kind;
        match &self.kind {
            Kind::RowShifted { name } => words::row_shifted(lang, name),
            Kind::ColumnsMoved { rows } => words::columns_moved(lang, rows),
            Kind::TableJoined => words::table_joined(lang),
            Kind::LabelAdrift { level1, level2 } => words::label_adrift(lang, level1, level2),
            Kind::LabelRepeated { label } => words::label_repeated(lang, label),
            Kind::RemarkJoined { text } => words::remark_joined(lang, text),
            Kind::NameFromLabel { name } => words::name_from_label(lang, name),
            Kind::Nameless => words::nameless(lang),
            Kind::Valueless { name } => words::valueless(lang, name),
            Kind::CellLeftOut { text } => words::cell_left_out(lang, text),
            Kind::RowNotRead { text } => words::row_not_read(lang, text),
            Kind::YearAssumed { year } => words::year_assumed(lang, year),
            Kind::YearUnknown => words::year_unknown(lang),
            Kind::NoRows => words::no_rows(lang),
            Kind::NoSeparators { rows } => words::no_separators(lang, rows),
            Kind::Doubtful { name } => words::doubtful(lang, name),
        }
    }
}
