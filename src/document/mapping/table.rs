//! A delimited file as far as its headings.

use std::collections::HashMap;

use super::delimited::{Fault, Field, Records, delimiter};
use super::reference::heading;
use crate::document::{Encoding, Problem, ProblemKind, Problems, Source, encoding};
use crate::words::mapping as words;

/// Mebibytes of a file.
const MEBIBYTES: usize = 64;
/// Lines of a file.
const MOST_LINES: usize = 2_000_000;
/// Columns of a table.
pub(super) const MOST_COLUMNS: usize = 4_096;

/// A delimited file whose headings are known.
#[derive(Debug)]
pub(super) struct Table {
    pub source: Source<'static>,
    /// What the user should know about the reading.
    pub notices: Vec<Problem>,
    /// The headings, in the spelling headings are compared in.
    pub headings: Vec<String>,
    columns: HashMap<String, Found>,
    delimiter: u8,
    /// Records up to the headings.
    above: usize,
}

/// Where a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    One(usize),
    /// In two columns, or more.
    Twice(usize, usize),
}

impl Table {
    /// Reads a file as far as its headings, which are its record number `header`.
    pub(super) fn open(file: &str, bytes: &[u8], header: usize) -> Result<Table, Vec<Problem>> {
        let refuse = |kind| vec![Problem::of_file(file, kind)];
        if bytes.len() > MEBIBYTES * 1024 * 1024 {
            return Err(refuse(ProblemKind::TooLarge { limit: MEBIBYTES }));
        }
        let (text, encoding) = encoding::decode(bytes).map_err(|kind| match kind {
            ProblemKind::Binary(binary) => refuse(ProblemKind::said(
                |lang| words::no_table(lang, binary.name(lang)),
                words::no_table_help,
            )),
            kind => refuse(kind),
        })?;
        let lines = text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r'));
        if lines.count() > MOST_LINES {
            let kind = ProblemKind::said(
                |lang| words::too_many_lines(lang, MOST_LINES),
                words::split_table,
            );
            return Err(refuse(kind));
        }
        let notices = match encoding {
            Encoding::Gb18030 => refuse(ProblemKind::ReadAsGb18030),
            Encoding::Utf8 | Encoding::Utf16 => Vec::new(),
        };
        let source = Source::new(file, text.into_owned());
        let mut problems = Problems::new(&source);
        let heads = heads(&source, header, &mut problems);
        let problems = problems.into_list();
        let Some((headings, delimiter)) = heads.filter(|_| problems.is_empty()) else {
            return Err(notices.into_iter().chain(problems).collect());
        };
        let mut columns = HashMap::new();
        for (index, name) in headings.iter().enumerate() {
            columns
                .entry(name.clone())
                .and_modify(|found| {
                    if let Found::One(first) = *found {
                        *found = Found::Twice(first, index);
                    }
                })
                .or_insert(Found::One(index));
        }
        Ok(Table {
            source,
            notices,
            headings,
            columns,
            delimiter,
            above: header,
        })
    }

    /// The column with a heading.
    pub(super) fn column(&self, name: &str) -> Option<Found> {
        self.columns.get(name).copied()
    }

    /// The records below the headings, and how many stand above them.
    pub(super) fn records(&self) -> (Records<'_>, usize) {
        let mut records = Records::new(self.source.text(), self.delimiter, MOST_COLUMNS);
        let mut fields = Vec::new();
        for _ in 0..self.above {
            records.next(&mut fields);
        }
        (records, self.above)
    }
}

/// The headings and the delimiter.
fn heads(source: &Source, header: usize, problems: &mut Problems<'_>) -> Option<(Vec<String>, u8)> {
    let text = source.text();
    let heading_line = text
        .split(['\n', '\r'])
        .filter(|line| !line.is_empty())
        .nth(header - 1);
    let delimiter = match source.file.rsplit('.').next() {
        Some(ending) if ending.eq_ignore_ascii_case("tsv") => b'\t',
        _ => delimiter(heading_line.unwrap_or(text)),
    };
    let mut records = Records::new(text, delimiter, MOST_COLUMNS);
    let mut fields = Vec::new();
    for number in 1..=header {
        match records.next(&mut fields) {
            Some(Ok(_)) if number == header => {
                let texts = fields.iter().map(|field| heading(&field.text(text)));
                return Some((texts.collect(), delimiter));
            }
            Some(Ok(_)) => {}
            Some(Err(fault)) => {
                tell(fault, source, problems);
                return None;
            }
            None => break,
        }
    }
    let kind = ProblemKind::said(|lang| words::no_header(lang, header), words::no_header_help);
    problems.at(1, 1, 1, kind);
    None
}

/// Says what is wrong with the quotes of a record.
pub(super) fn tell(fault: Fault, source: &Source, problems: &mut Problems<'_>) {
    let (at, kind) = match fault {
        Fault::Open(at) => (
            at,
            ProblemKind::said(words::open_quote, words::open_quote_help),
        ),
        Fault::Behind(at) => (
            at,
            ProblemKind::said(words::behind_quote, words::behind_quote_help),
        ),
        Fault::TooManyFields(at) => (
            at,
            ProblemKind::said(
                |lang| words::too_many_columns(lang, MOST_COLUMNS),
                |_| String::new(),
            ),
        ),
    };
    let (line, column) = source.place(at);
    problems.at(line, column, 1, kind);
}

/// How many characters an underline below a field covers.
pub(super) fn length(field: &Field, text: &str) -> u32 {
    let shown = field.text(text);
    let first = shown.lines().next().unwrap_or_default();
    u32::try_from(first.chars().take(40).count().max(1)).unwrap_or(1)
}
