//! The file behind a workbook: cells that are changed in it, and what stands in them.

use std::io::{Cursor, Read, Write};

use calamine::{Data, Range, Reader, Xlsx};
use rust_decimal::Decimal;
use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use jixiao::score::{Evaluation, Outcome};

/// What every formula is made to say before it is computed: no figure of any sheet.
const POISON: &str = "987654.25";

/// A workbook that can be changed the way a person changes it.
pub struct File {
    parts: Vec<(String, Vec<u8>)>,
}

impl File {
    pub fn of(bytes: &[u8]) -> File {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let parts = (0..archive.len()).map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("readable");
            (part.name().expect("a name").into_owned(), bytes)
        });
        File {
            parts: parts.collect(),
        }
    }

    pub fn text(&self, part: &str) -> String {
        let found = self.parts.iter().find(|(name, _)| name == part);
        let (_, bytes) = found.unwrap_or_else(|| panic!("no {part}"));
        String::from_utf8(bytes.clone()).expect("text")
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|(name, _)| name.as_str())
    }

    fn each_worksheet(&mut self, change: impl Fn(usize, &str) -> String) {
        for (name, bytes) in &mut self.parts {
            let number = name.strip_prefix("xl/worksheets/sheet");
            let number = number.and_then(|rest| rest.strip_suffix(".xml"));
            if let Some(number) = number.and_then(|number| number.parse::<usize>().ok()) {
                let text = std::str::from_utf8(bytes).expect("text");
                *bytes = change(number - 1, text).into_bytes();
            }
        }
    }

    /// Gives every formula a stored result that is wrong.
    pub fn poison(&mut self) {
        self.each_worksheet(|_, text| {
            cells(text, |cell| {
                let formula = &cell[cell.find("<f>")?..cell.find("</f>")?];
                let head = cell[..cell.find('>')?].replace(" t=\"str\"", "");
                Some(format!("{head}>{formula}</f><v>{POISON}</v></c>"))
            })
        });
    }

    /// Types a number into a cell of a worksheet, counted from 0, or empties it.
    pub fn set(&mut self, worksheet: usize, edits: &[(String, Option<String>)]) {
        self.each_worksheet(|number, text| {
            if number != worksheet {
                return text.to_owned();
            }
            let mut left: Vec<&str> = edits.iter().map(|(cell, _)| cell.as_str()).collect();
            let changed = cells(text, |cell| {
                let name = cell.strip_prefix("<c r=\"")?.split('"').next()?;
                let (_, value) = edits.iter().find(|(edited, _)| edited == name)?;
                left.retain(|other| *other != name);
                let style = cell.split("s=\"").nth(1)?.split('"').next()?;
                Some(match value {
                    Some(value) => format!("<c r=\"{name}\" s=\"{style}\"><v>{value}</v></c>"),
                    None => format!("<c r=\"{name}\" s=\"{style}\"/>"),
                })
            });
            assert!(left.is_empty(), "no cells {left:?}");
            changed
        });
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            let options = SimpleFileOptions::default();
            writer.start_file(name, options).expect("a part");
            writer.write_all(bytes).expect("written");
        }
        writer.finish().expect("an archive").into_inner()
    }
}

/// A worksheet with some of its cells written otherwise.
fn cells(text: &str, mut change: impl FnMut(&str) -> Option<String>) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("<c r=\"") {
        changed.push_str(&rest[..at]);
        rest = &rest[at..];
        let head = rest.find('>').expect("a cell") + 1;
        let end = match rest[..head].ends_with("/>") {
            true => head,
            false => rest.find("</c>").expect("an end") + 4,
        };
        let cell = &rest[..end];
        changed.push_str(&change(cell).unwrap_or_else(|| cell.to_owned()));
        rest = &rest[end..];
    }
    changed.push_str(rest);
    changed
}

/// Worksheets by name.
pub type Pages = Vec<(String, Range<Data>)>;

/// Every worksheet of a workbook, as a reader sees its stored results.
pub fn worksheets(bytes: &[u8]) -> Pages {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("opens");
    book.worksheets()
}

/// A cell as text: numbers with the digits they have.
pub fn shown(page: &Range<Data>, row: u32, column: u32) -> String {
    match page.get_value((row, column)) {
        None | Some(Data::Empty) => String::new(),
        Some(Data::Float(number)) => number.to_string(),
        Some(Data::Int(number)) => number.to_string(),
        Some(Data::String(text)) => text.clone(),
        Some(other) => format!("{other:?}"),
    }
}

/// Columns of a sheet's page.
pub const ACTUAL: u32 = 9;
pub const POINTS: u32 = 10;

/// Where the parts of a sheet stand on its page.
pub struct Places {
    /// The line of the first row.
    pub first: u32,
    pub execution: Option<u32>,
    pub indicators: u32,
    pub total: u32,
    pub grade: u32,
}

impl Places {
    pub fn of(page: &Range<Data>, evaluation: &Evaluation) -> Places {
        let last = page.end().expect("cells").0;
        let line = |label: &str| {
            let mut lines = 0..=last;
            let found = lines.find(|row| shown(page, *row, 0) == label);
            found.unwrap_or_else(|| panic!("no line {label}"))
        };
        let heading = line("一级");
        Places {
            first: heading + 1,
            execution: evaluation.pack.execution.is_some().then(|| heading - 1),
            indicators: line("指标合计"),
            total: line("总分"),
            grade: line("评价等级"),
        }
    }
}

/// The line of a label in the first column.
pub fn line_of(page: &Range<Data>, label: &str) -> Option<u32> {
    let last = page.end()?.0;
    (0..=last).find(|row| shown(page, *row, 0) == label)
}

/// What differs between a page and an evaluation.
pub fn differences(page: &Range<Data>, places: &Places, evaluation: &Evaluation) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |what: String, seen: String, expected: Vec<String>| {
        if !expected.contains(&seen) {
            found.push(format!("{what}: {seen:?} instead of {expected:?}"));
        }
    };
    let points = |outcome: &Outcome| match outcome {
        Outcome::Scored(points) => vec![plain(points.rounded)],
        Outcome::Unscored(_) => vec!["未评分".to_owned(), String::new()],
        Outcome::Dropped => vec!["不计".to_owned()],
    };
    for (index, row) in evaluation.rows.iter().enumerate() {
        let seen = shown(page, places.first + index as u32, POINTS);
        let what = format!(
            "row {} {:?}",
            index + 1,
            evaluation.measure(row).target.0.text
        );
        compare(what, seen, points(&row.outcome));
    }
    if let (Some(at), Some(execution)) = (places.execution, &evaluation.execution) {
        let seen = shown(page, at, POINTS);
        compare("execution".to_owned(), seen, points(&execution.outcome));
    }
    let sum = |sum: &Result<Decimal, _>| match sum {
        Ok(sum) => vec![plain(*sum)],
        Err(_) => vec!["未能合计".to_owned()],
    };
    // Groups are not rounded: their sum is a binary fraction, which the total's rounding settles.
    if evaluation.groups.is_empty() {
        let seen = shown(page, places.indicators, POINTS);
        compare("indicators".to_owned(), seen, sum(&evaluation.indicators));
    }
    let total = shown(page, places.total, POINTS);
    compare("total".to_owned(), total, sum(&evaluation.total));
    let grade = match (evaluation.grade_name(), &evaluation.total) {
        (Some(name), _) => name,
        (None, Ok(_)) => "无等级",
        (None, Err(_)) => "",
    };
    let seen = shown(page, places.grade, POINTS);
    compare("grade".to_owned(), seen, vec![grade.to_owned()]);
    found
}

pub fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}
