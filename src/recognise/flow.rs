//! Target tables that lost their separators: broken lines, one row after another, each ending in
//! what the target rests on (计划数据).

use std::collections::BTreeMap;

use super::cut;
use super::field::{Field, Year};
use super::form::{FormRow, Section};
use super::lexicon::{LEXICON, Label};
use super::tidy::{key, tidy};
use super::{Note, NoteKind};
use crate::document::Line;
use crate::sheet::{Origin, Text};

/// Most lines of one row; what is longer is none.
const MOST_LINES: usize = 80;

/// Whether a line begins the heading of such a table: it names several columns.
pub(super) fn is_heading(text: &str) -> bool {
    let fields: Vec<Field> = text
        .split_whitespace()
        .filter_map(|token| LEXICON.column(&key(token)))
        .collect();
    fields.contains(&Field::Level1) && fields.contains(&Field::Level2)
}

/// The lines of such a table, beginning with its heading.
#[derive(Debug, Clone, Default)]
pub(super) struct Flow {
    /// The lines.
    pub lines: Vec<Line>,
}

/// A token with the line it stands in.
type Token<'l> = (&'l str, &'l Line);

impl Flow {
    /// The rows of the table, as far as they can be told apart, and what is to be noted.
    pub(super) fn rows(&self, section: Section, notes: &mut Vec<Note>) -> Vec<FormRow> {
        let body = self.lines.iter().position(|line| {
            let mut tokens = line.text.split_whitespace();
            let first = tokens.next().unwrap_or("");
            is_goal(first) || LEXICON.label(&key(first)).is_some()
        });
        let (heading, body) = self.lines.split_at(body.unwrap_or(self.lines.len()));
        // Nothing tells a value that was promised from one that was reached here.
        let evaluates = heading.iter().any(|line| {
            let tokens = line.text.split_whitespace();
            let mut fields = tokens.filter_map(|token| LEXICON.column(&key(token)));
            fields.any(|field| matches!(field, Field::Actual | Field::Points))
        });
        let body = if evaluates { &[] } else { body };
        let heading: String = heading.iter().map(|line| key(&line.text)).collect();
        let years = years(&heading);
        let records = records(body);
        let width = records.iter().map(Record::width).max().unwrap_or(0);
        let mut reader = Reader {
            section,
            years,
            width,
            levels: Default::default(),
            notes,
        };
        let rows: Vec<FormRow> = records
            .iter()
            .filter_map(|record| reader.row(record))
            .collect();
        match (rows.first(), self.lines.first()) {
            (Some(first), _) => {
                let kind = NoteKind::NoSeparators { rows: rows.len() };
                note(notes, kind, &first.origin);
            }
            (None, Some(line)) => note(notes, NoteKind::NoRows, &line.origin),
            (None, None) => {}
        }
        rows
    }
}

fn note(notes: &mut Vec<Note>, kind: NoteKind, origin: &Origin) {
    notes.push(Note {
        kind,
        origin: origin.clone(),
    });
}

/// The year columns a heading names, from left to right.
fn years(heading: &str) -> Vec<Year> {
    let mut found = Vec::new();
    for (word, year) in LEXICON.year_words() {
        if let Some(at) = heading.find(word) {
            // 上年 stands in 上年度 too: the longer word is there first or not at all.
            if !found.iter().any(|(_, known)| *known == year) {
                found.push((at, year));
            }
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, year)| year).collect()
}

/// 长期目标, 年度目标3.
fn is_goal(token: &str) -> bool {
    let key = key(token);
    LEXICON.is("rows", "long_term", &key) || LEXICON.is("rows", "annual", &key)
}

/// The lines of one row and what it rests on.
struct Record<'l> {
    lines: Vec<(&'l Line, Vec<&'l str>)>,
    basis: Text,
}

/// Rows end in what they rest on.
fn records(lines: &[Line]) -> Vec<Record<'_>> {
    let mut records = Vec::new();
    let mut open: Vec<(&Line, Vec<&str>)> = Vec::new();
    for line in lines {
        let mut tokens: Vec<&str> = line.text.split_whitespace().collect();
        let basis = tokens.pop_if(|token| LEXICON.is_basis(&key(token)));
        if !tokens.is_empty() {
            open.push((line, tokens));
        }
        if let Some(basis) = basis {
            let lines = std::mem::take(&mut open);
            if lines.len() <= MOST_LINES {
                let basis = Text {
                    text: basis.to_owned(),
                    origin: line.origin.clone(),
                };
                records.push(Record { lines, basis });
            }
        }
    }
    records
}

impl Record<'_> {
    /// The length of its first line up to the first value.
    fn width(&self) -> usize {
        let lengths = self.lines.iter().map(|(_, tokens)| match tokens[..] {
            [only] => only.chars().count(),
            _ => 0,
        });
        lengths.max().unwrap_or(0)
    }
}

struct Reader<'n> {
    section: Section,
    years: Vec<Year>,
    /// The width of the column of names, in characters.
    width: usize,
    levels: [String; 2],
    notes: &'n mut Vec<Note>,
}

impl Reader<'_> {
    fn columns(&self) -> usize {
        self.years.len().max(1)
    }

    fn row(&mut self, record: &Record<'_>) -> Option<FormRow> {
        let all: Vec<Token<'_>> = record
            .lines
            .iter()
            .flat_map(|(line, tokens)| tokens.iter().map(|token| (*token, *line)))
            .collect();
        let (tokens, cut_label) = self.labels(&all);
        let (_, line) = tokens.first()?;
        let origin = line.origin.clone();
        let (name, values, sure) = self.cells(tokens);
        let sure = sure && !cut_label;
        let name = tidy(&name);
        if !sure {
            let kind = NoteKind::Doubtful { name: name.clone() };
            note(self.notes, kind, &origin);
        }
        let mut cells = BTreeMap::new();
        cells.insert(Field::Basis, record.basis.clone());
        // Fewer values than years: what is new has no earlier ones.
        let first = self.columns() - values.len().min(self.columns());
        for (index, text) in values.into_iter().enumerate() {
            let field = match self.years.get(first + index) {
                Some(year) => Field::Value(*year),
                None => Field::Target,
            };
            let origin = origin.clone();
            cells.insert(field, Text { text, origin });
        }
        let levels = self.levels.iter().filter(|level| !level.is_empty());
        Some(FormRow {
            section: self.section,
            levels: levels.cloned().collect(),
            name,
            continues: false,
            cells,
            years: self.years.clone(),
            doubtful: !sure,
            origin,
        })
    }

    /// Takes goals and labels from the front of a row; `true` when a label was cut off.
    fn labels<'t, 'l>(&mut self, all: &'t [Token<'l>]) -> (&'t [Token<'l>], bool) {
        let mut tokens = all;
        let mut cut_label = false;
        while let [(first, line), rest @ ..] = tokens {
            if is_goal(first) {
                self.levels = Default::default();
                let number = rest.first().is_some_and(|(next, _)| {
                    next.len() <= 2 && next.bytes().all(|byte| byte.is_ascii_digit())
                });
                tokens = &rest[usize::from(number)..];
                continue;
            }
            let joined = rest.first().map(|(next, _)| format!("{first}{next}"));
            let joined = joined.and_then(|text| Some((LEXICON.label(&key(&text))?, text)));
            if let Some(label) = LEXICON.label(&key(first)) {
                self.level(label, first);
                tokens = rest;
            } else if let Some((label, joined)) = joined {
                // The label is broken over two lines.
                self.level(label, &joined);
                tokens = &rest[1..];
            } else if self.is_cut_label(first, line, tokens) {
                let second = LEXICON.label_beginning(&key(first)) == Some(Label::Second);
                self.level(if second { Label::Second } else { Label::First }, first);
                cut_label = true;
                tokens = rest;
            } else {
                break;
            }
        }
        (tokens, cut_label)
    }

    /// Whether a token is the beginning of a label, in a line with more cells than columns.
    fn is_cut_label(&self, first: &str, line: &Line, tokens: &[Token<'_>]) -> bool {
        let same: Vec<&str> = tokens
            .iter()
            .take_while(|(_, other)| other.origin == line.origin)
            .map(|(token, _)| *token)
            .collect();
        LEXICON.label_beginning(&key(first)).is_some()
            && cut::certain_cells(&same) > self.columns()
            && same.len() > self.columns() + 1
    }

    fn level(&mut self, label: Label, text: &str) {
        let text = tidy(text);
        match label {
            Label::First => self.levels = [text, String::new()],
            Label::Second => self.levels[1] = text,
            // 成本指标 and 满意度指标 begin a part of their own here.
            Label::Either => self.levels = [text, String::new()],
        }
    }

    /// The name and the values of a row, and whether that is certain.
    fn cells(&mut self, tokens: &[Token<'_>]) -> (String, Vec<String>, bool) {
        let lines = lines(tokens);
        let columns = self.columns();
        if let [(_, only)] = &lines[..]
            && let Some((name, values)) = cut::row(only, columns)
        {
            let sure = values.len() == columns;
            return (name, values, sure);
        }
        // The name runs over full lines; lines of one cell have a blank line between them.
        let mut used = 1;
        let mut name = lines[0].1.join(" ");
        while used < lines.len() {
            let (before, tokens) = &lines[used - 1];
            let apart = lines[used].0.origin.line > before.origin.line + 1;
            let length: usize = tokens.iter().map(|token| token.chars().count()).sum();
            if !apart || length * 10 < self.width * 7 {
                break;
            }
            name.push_str(&lines[used].1.join(" "));
            used += 1;
        }
        match &lines[used..] {
            [] => (name, Vec::new(), false),
            [(_, last)] => match cut::values(last, columns) {
                Some(values) => {
                    let sure = values.len() == columns;
                    (name, values, sure)
                }
                None => self.unread(name, &lines[used..]),
            },
            rest if columns == 1 => {
                let texts = rest.iter().map(|(_, tokens)| tokens.join(" "));
                (name, vec![texts.collect()], false)
            }
            rest => self.unread(name, rest),
        }
    }

    /// Values of several columns, each broken over lines, cannot be told apart.
    fn unread(&mut self, name: String, rest: &[(&Line, Vec<&str>)]) -> (String, Vec<String>, bool) {
        let texts: Vec<String> = rest.iter().map(|(_, tokens)| tokens.join(" ")).collect();
        let kind = NoteKind::CellLeftOut {
            text: texts.concat(),
        };
        note(self.notes, kind, &rest[0].0.origin);
        (name, Vec::new(), false)
    }
}

/// Tokens by lines.
fn lines<'l>(tokens: &[Token<'l>]) -> Vec<(&'l Line, Vec<&'l str>)> {
    let mut lines: Vec<(&Line, Vec<&str>)> = Vec::new();
    for (token, line) in tokens {
        match lines.last_mut() {
            Some((last, tokens)) if std::ptr::eq(*last, *line) => tokens.push(token),
            _ => lines.push((line, vec![token])),
        }
    }
    lines
}
