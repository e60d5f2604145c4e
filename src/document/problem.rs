//! What is wrong with a file: where, what, and what to do.

use std::sync::Arc;

use super::{Excerpt, Key, Node, ProblemKind, Source, plain};
use crate::words::{Lang, problems as words};

/// One problem with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file as the user named it.
    pub file: Arc<str>,
    /// Line, from 1; 0 when the file as a whole is meant.
    pub line: u32,
    /// Column, from 1, in characters; 0 when the file as a whole is meant.
    pub column: u32,
    /// The line with the place in it; `None` when the file as a whole is meant.
    pub excerpt: Option<Excerpt>,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl Problem {
    /// A problem of the file as a whole.
    pub fn of_file(file: &str, kind: ProblemKind) -> Problem {
        Problem {
            file: file.into(),
            line: 0,
            column: 0,
            excerpt: None,
            kind,
        }
    }

    /// What is wrong, in one sentence without place and full stop.
    pub fn message(&self, lang: Lang) -> String {
        self.kind.message(lang)
    }

    /// What to do about it, where there is something to say.
    pub fn help(&self, lang: Lang) -> Option<String> {
        self.kind.help(lang)
    }

    /// The problem as text, without a final line end:
    ///
    /// ```text
    /// whole.yaml:12:5: 不认识的键 `taget`
    ///  12 |     taget: 3个
    ///     |     ^^^^^
    /// 帮助: 是不是想写 `target`？
    /// ```
    pub fn render(&self, lang: Lang) -> String {
        let mut lines = Vec::new();
        let message = self.message(lang);
        // A name may hold what a terminal takes for a command, or a line end.
        let file: String = self.file.chars().map(plain).collect();
        lines.push(if self.line == 0 {
            format!("{file}: {message}")
        } else {
            format!("{file}:{}:{}: {message}", self.line, self.column)
        });
        if let Some(excerpt) = &self.excerpt {
            let number = self.line.to_string();
            let gutter = " ".repeat(number.len());
            let (indent, caret) = (" ".repeat(excerpt.indent), "^".repeat(excerpt.width));
            lines.push(
                format!(" {number} | {}", excerpt.text)
                    .trim_end()
                    .to_owned(),
            );
            lines.push(format!(" {gutter} | {indent}{caret}"));
        }
        if let Some(help) = self.help(lang) {
            lines.push(words::help(lang, help));
        }
        lines.join("\n")
    }
}

/// Collects the problems of one file while it is read.
#[derive(Debug)]
pub struct Problems<'s> {
    source: &'s Source<'s>,
    list: Vec<Problem>,
}

impl<'s> Problems<'s> {
    /// The most problems listed for one file; a last one says that there are more.
    pub const MOST: usize = 200;

    /// None so far.
    pub fn new(source: &'s Source<'s>) -> Problems<'s> {
        Problems {
            source,
            list: Vec::new(),
        }
    }

    /// The file that is read.
    pub fn source(&self) -> &'s Source<'s> {
        self.source
    }

    /// Whether the list is full: whoever has to work for a message can save the work.
    pub fn is_full(&self) -> bool {
        self.list.len() >= Self::MOST
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// A problem at a place; `length` characters of it are underlined.
    pub fn at(&mut self, line: u32, column: u32, length: u32, kind: ProblemKind) {
        if self.list.len() > Self::MOST {
            return;
        }
        if self.is_full() {
            self.list.push(Problem::of_file(
                &self.source.file,
                ProblemKind::MoreProblems,
            ));
            return;
        }
        self.list.push(Problem {
            file: Arc::clone(&self.source.file),
            line,
            column,
            excerpt: self.source.excerpt(line, column, length),
            kind,
        });
    }

    /// A problem of a value.
    pub fn at_node(&mut self, node: &Node, kind: ProblemKind) {
        self.at(node.line, node.column, node.length(), kind);
    }

    /// A problem of a key.
    pub fn at_key(&mut self, key: &Key, kind: ProblemKind) {
        self.at(key.line, key.column, key.length(), kind);
    }

    /// All of them, in the order of the file.
    pub fn into_list(mut self) -> Vec<Problem> {
        // Stable: problems of one place keep the order they were found in; notes on the whole file
        // that arrive last ("there are more") stay last.
        self.list.sort_by_key(|problem| {
            (
                problem.kind == ProblemKind::MoreProblems,
                problem.line,
                problem.column,
            )
        });
        self.list
    }
}
