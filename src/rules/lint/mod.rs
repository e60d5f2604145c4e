//! What may be wrong with a pack although it can be used: one lint a file.
//!
//! Loading a pack refuses what cannot work. A lint reads a pack that works, its scripts as a tree and
//! its cases, and points at what will fail for some sheet (error), what the author probably did not
//! mean (warning) and what a reader should know (note). Each stands in a file with what, why and an
//! example; `tests/lints` has a pack that trips it and one that does not.

pub mod band_edge;
mod coarse_rows;
mod constant_condition;
mod exceeds_full;
mod half_even;
mod listed_bands;
mod no_case;
mod reached;
mod script_bands;
mod types;
mod uncited;
mod undefined_param;
mod unknown_field;
mod unknown_function;
mod unknown_variable;
mod unreachable_code;
mod unused_citation;
mod unused_function;
mod unused_param;
mod unverified;
mod uses;

use super::case::Case;
use super::files::PackFiles;
use super::host::{Registered, outline};
use super::load::places;
use super::outline::{FunctionOutline, Outline, Place};
use super::pack::RulePack;
use crate::document::{Input, Node, Problem, ProblemKind, Source};
use crate::words::{Lang, lints as words};

pub use reached::Reached;

/// How grave a finding about a pack is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It will fail for some sheet.
    Error,
    /// Probably not what the author meant.
    Warning,
    /// Something a reader should know.
    Note,
}

impl Severity {
    /// The word JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }

    /// The word a person reads.
    pub fn describe(self, lang: Lang) -> String {
        match self {
            Severity::Error => words::error(lang),
            Severity::Warning => words::warning(lang),
            Severity::Note => words::note(lang),
        }
    }
}

/// One lint.
pub struct Lint {
    /// Its code: what it says in two words.
    pub code: &'static str,
    /// How grave its findings are.
    pub severity: Severity,
    run: fn(&Subject<'_>, &mut Findings<'_>),
}

/// Every lint, in the order they run.
pub const ALL: &[Lint] = &[
    lint("unknown-variable", Severity::Error, unknown_variable::run),
    lint("unknown-field", Severity::Error, unknown_field::run),
    lint("unknown-function", Severity::Error, unknown_function::run),
    lint("undefined-param", Severity::Error, undefined_param::run),
    lint("script-bands", Severity::Warning, script_bands::run),
    lint("listed-bands", Severity::Warning, listed_bands::run),
    lint("unreachable-code", Severity::Warning, unreachable_code::run),
    lint(
        "constant-condition",
        Severity::Warning,
        constant_condition::run,
    ),
    lint("exceeds-full", Severity::Warning, exceeds_full::run),
    lint("coarse-rows", Severity::Warning, coarse_rows::run),
    lint("uncited", Severity::Warning, uncited::run),
    lint("unused-citation", Severity::Warning, unused_citation::run),
    lint("unused-param", Severity::Warning, unused_param::run),
    lint("unused-function", Severity::Warning, unused_function::run),
    lint("no-case", Severity::Warning, no_case::run),
    lint("half-even", Severity::Note, half_even::run),
    lint("unverified", Severity::Note, unverified::run),
];

const fn lint(
    code: &'static str,
    severity: Severity,
    run: fn(&Subject<'_>, &mut Findings<'_>),
) -> Lint {
    Lint {
        code,
        severity,
        run,
    }
}

/// What a lint found, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The lint's code.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Where, what, and what to do.
    pub problem: Problem,
}

/// What the lints look at.
struct Subject<'s> {
    pack: &'s RulePack,
    /// `pack.yaml`.
    root: &'s Node,
    outline: Outline,
    known: Registered,
    cases: &'s [Case],
    /// What the cases exercise, when somebody ran them.
    reached: Option<&'s Reached>,
}

impl Subject<'_> {
    /// The functions that count: of several layers the last of each name.
    fn functions(&self) -> impl Iterator<Item = &FunctionOutline> {
        let functions = self.outline.functions.iter();
        functions.filter(|function| {
            self.outline
                .function(&function.name)
                .is_some_and(|counts| counts.place == function.place)
        })
    }
}

/// Collects what is found.
struct Findings<'s> {
    source: &'s Source<'s>,
    /// The scripts of the pack itself; `None` for those of the pack it builds on.
    scripts: Vec<Option<Source<'s>>>,
    /// The whole file, of a pack that builds on another: what stands nowhere in it is inherited, and is
    /// looked at where it is written.
    inherited: Option<&'s Node>,
    lint: &'s Lint,
    list: Vec<Finding>,
}

impl Findings<'_> {
    /// At a value of `pack.yaml`.
    fn at_node(&mut self, node: &Node, kind: ProblemKind) {
        if self.inherited.is_some_and(|root| std::ptr::eq(root, node)) {
            return;
        }
        let excerpt = self.source.excerpt(node.line, node.column, node.length());
        let file = self.source.file.clone();
        self.push(file, (node.line, node.column), excerpt, kind);
    }

    /// At a place of a script; `name` is what stands there.
    fn at_script(&mut self, place: Place, name: &str, kind: ProblemKind) {
        let length = u32::try_from(name.chars().count()).unwrap_or(1).max(1);
        let Some(Some(source)) = self.scripts.get(place.script) else {
            return;
        };
        let excerpt = source.excerpt(place.line, place.column.max(1), length);
        let file = source.file.clone();
        self.push(file, (place.line, place.column), excerpt, kind);
    }

    fn push(
        &mut self,
        file: std::sync::Arc<str>,
        (line, column): (u32, u32),
        excerpt: Option<crate::document::Excerpt>,
        kind: ProblemKind,
    ) {
        let finding = Finding {
            code: self.lint.code,
            severity: self.lint.severity,
            problem: Problem {
                file,
                line,
                column,
                excerpt,
                kind,
            },
        };
        if !self.list.contains(&finding) {
            self.list.push(finding);
        }
    }
}

/// Looks at a pack that loads. `reached` is what its cases exercise, when they were run.
pub fn lint_pack(
    files: &PackFiles,
    pack: &RulePack,
    cases: &[Case],
    reached: Option<&Reached>,
) -> Vec<Finding> {
    let path = files.shown(PackFiles::PACK);
    let Some(Ok(input)) = files
        .get(PackFiles::PACK)
        .map(|bytes| Input::read(&path, bytes))
    else {
        // It was loaded, so it can be read; without its text nothing has a place.
        return Vec::new();
    };
    let subject = Subject {
        pack,
        root: &input.root,
        outline: outline(&pack.scripts),
        known: Registered::read(),
        cases,
        reached,
    };
    let mut all = Vec::new();
    let folder = files.shown("");
    let of_pack = |path: &str| path.starts_with(&folder);
    for lint in ALL {
        let scripts = pack.scripts.iter();
        let mut findings = Findings {
            source: &input.source,
            scripts: scripts
                .map(|script| {
                    of_pack(&script.path).then(|| Source::new(&script.path, &script.text))
                })
                .collect(),
            inherited: pack.extends.as_ref().map(|_| &input.root),
            lint,
            list: Vec::new(),
        };
        (lint.run)(&subject, &mut findings);
        all.extend(findings.list);
    }
    all.sort_by(|a, b| {
        let key = |finding: &Finding| {
            let problem = &finding.problem;
            (
                finding.severity,
                problem.file.clone(),
                problem.line,
                problem.column,
            )
        };
        key(a).cmp(&key(b))
    });
    all
}
