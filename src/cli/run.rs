//! The way from the options to evaluations that `score` and its siblings share.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use jixiao::audit::Profile;
use jixiao::document::{Mapping, Problem, ProblemKind};
use jixiao::rules::{Editions, RulePack, fault_as_problem};
use jixiao::score::{Evaluation, score_all};
use jixiao::sheet::{Sheet, TargetTable};
use jixiao::words::{cli as words, portfolio as progress};

use super::console::Console;
use super::inputs::Named;
use super::labels::Labels;
use super::options::Which;
use super::parts::Parts;
use super::progress::Progress;
use super::sheets::Forms;
use super::{inputs, mapping, sheets};

/// Deep scripts in a debug build need more than a thread's usual stack.
const STACK: usize = 16 * 1024 * 1024;

/// What was read and scored.
#[derive(Default)]
pub struct Judged {
    /// The sheets that could be scored.
    pub evaluations: Vec<Evaluation>,
    /// The target tables, where they were asked for.
    pub targets: Vec<TargetTable>,
}

impl Which {
    /// Reads, chooses the edition and scores. What went wrong is shown on the console; the sheets that
    /// could be scored are returned. `output` must be none of the files that are read.
    pub fn evaluate(&self, output: Option<&Path>, console: &Console) -> Vec<Evaluation> {
        self.judge(Forms::Sheets, output, console).evaluations
    }

    /// As [`Which::evaluate`], with the target tables where these are asked for.
    pub fn judge(&self, forms: Forms, output: Option<&Path>, console: &Console) -> Judged {
        let run = self.prepare(forms, output, console);
        run.map_or_else(Judged::default, |run| run.judge(&run.files, None, console))
    }

    /// Reads the sheets and scores none.
    pub fn sheets(&self, output: Option<&Path>, console: &Console) -> Vec<Sheet> {
        let run = self.prepare(Forms::Sheets, output, console);
        run.map_or_else(Vec::new, |run| run.read(&run.files, None, console).0)
    }

    /// Reads what the run is made with, and finds its files.
    pub fn prepare(
        &self,
        forms: Forms,
        output: Option<&Path>,
        console: &Console,
    ) -> Option<Run<'_>> {
        let editions = Editions::find(&self.rules);
        let editions = editions.map_err(|problems| console.problems(&problems));
        let editions = editions.ok()?;
        let mapping = mapping::read(self.mapping.as_deref(), console).ok()?;
        let endings = match mapping {
            Some(_) => mapping::TABLES.as_slice(),
            None => inputs::SHEETS.as_slice(),
        };
        let found = inputs::find(&self.paths, endings);
        console.problems(&found.problems);
        console.reads_resolved(found.resolved);
        self.mapping.iter().for_each(|file| console.reads(file));
        reads_rules(&self.rules, console);
        if let Some(output) = output.filter(|output| console.has_read(output)) {
            console.problems(&[output_is_input(output)]);
            return None;
        }
        Some(Run {
            which: self,
            editions,
            mapping,
            files: found.files,
            forms,
            threads: self.threads(),
            inputs_told: Cell::new(false),
        })
    }

    /// The threads `--jobs` asks for.
    pub fn threads(&self) -> Threads {
        let pool = |jobs| rayon::ThreadPoolBuilder::new().num_threads(jobs);
        let many = pool(self.jobs.map_or(0, usize::from)).stack_size(STACK);
        // Where there is no room for more threads, this one is there already.
        let built = many
            .build()
            .or_else(|_| pool(1).use_current_thread().build());
        Threads(built.ok())
    }
}

/// A run that is ready to be read and judged, at once or in parts.
pub struct Run<'w> {
    which: &'w Which,
    editions: Editions,
    mapping: Option<Mapping>,
    files: Vec<Named>,
    forms: Forms,
    /// The threads of the run.
    pub threads: Threads,
    /// Whether it was said that figures a rule asks for are in no sheet.
    inputs_told: Cell<bool>,
}

impl Run<'_> {
    /// Divides the files of a large run, without dividing units where a profile says which names are of one;
    /// what there is to say of them is shown.
    pub fn parts(&mut self, profile: Option<&Profile>, console: &Console) -> Parts {
        let files = std::mem::take(&mut self.files);
        // A table read by a mapping is one file; an id that no sheet has shows when all are read.
        if self.mapping.is_some() || !self.which.sheet.is_empty() {
            return Parts::one(files);
        }
        let counter = Progress::new(progress::looking, files.len(), console);
        let forms = self.forms;
        let look = || Parts::of(files, forms, profile, || counter.step());
        let mut parts = self.threads.run(look);
        drop(counter);
        console.notices(&std::mem::take(&mut parts.reading.notices));
        console.problems(&std::mem::take(&mut parts.reading.problems));
        parts
    }

    /// Reads files; `known` are the names of files that were looked at before. What went wrong is shown
    /// on the console.
    pub fn read(
        &self,
        files: &[Named],
        known: Option<&Labels>,
        console: &Console,
    ) -> (Vec<Sheet>, Vec<TargetTable>) {
        let mut documents = Vec::new();
        for named in files {
            match named.read() {
                Ok(document) => documents.push(document),
                Err(problems) => console.problems(&problems),
            }
        }
        let counter = Progress::new(progress::reading, documents.len(), console);
        let (mapping, done) = (self.mapping.as_ref(), || counter.step());
        let forms = self.forms;
        let read = || sheets::read(&documents, known, mapping, forms, done);
        let reading = self.threads.run(read);
        drop(counter);
        drop(documents);
        console.notices(&reading.notices);
        console.problems(&reading.problems);
        self.chosen(reading.sheets, reading.targets, console)
    }

    /// Reads files and scores their sheets.
    pub fn judge(&self, files: &[Named], known: Option<&Labels>, console: &Console) -> Judged {
        let (sheets, targets) = self.read(files, known, console);
        let work = with_editions(sheets, &self.editions, console);
        if !self.inputs_told.get() {
            self.inputs_told.set(tell_missing_inputs(&work, console));
        }
        let counter = Progress::new(progress::scoring, work.len(), console);
        let results = self.threads.run(|| score_all(&work, || counter.step()));
        drop(counter);
        let (mut evaluations, mut problems) = (Vec::new(), Vec::new());
        for (result, (_, pack)) in results.into_iter().zip(&work) {
            match result {
                Ok(evaluation) => evaluations.push(evaluation),
                Err(fault) => problems.push(fault_as_problem(&fault, &pack.scripts)),
            }
        }
        console.problems(&problems);
        Judged {
            evaluations,
            targets,
        }
    }

    /// The sheets and tables `--sheet` asks for, in their own order; an id that none has is a problem.
    fn chosen(
        &self,
        mut sheets: Vec<Sheet>,
        mut targets: Vec<TargetTable>,
        console: &Console,
    ) -> (Vec<Sheet>, Vec<TargetTable>) {
        let ids = sheets.iter().map(|sheet| &sheet.id);
        let ids: Vec<&String> = ids.chain(targets.iter().map(|table| &table.id)).collect();
        let Some(first) = ids.first().filter(|_| !self.which.sheet.is_empty()) else {
            return (sheets, targets);
        };
        for id in self.which.sheet.iter().filter(|id| !ids.contains(id)) {
            let kind = ProblemKind::said(
                |lang| words::no_such_sheet(lang, id),
                |lang| words::no_such_sheet_help(lang, first),
            );
            console.problems(&[Problem::of_file("--sheet", kind)]);
        }
        sheets.retain(|sheet| self.which.sheet.contains(&sheet.id));
        targets.retain(|table| self.which.sheet.contains(&table.id));
        (sheets, targets)
    }
}

/// A pool of threads; `None` where the caller's is in one already, and does the work.
pub struct Threads(Option<rayon::ThreadPool>);

impl Threads {
    /// Does the work on them.
    pub fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.0 {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}

/// Gives every sheet the edition of its year, and says where none is in force.
fn with_editions(
    sheets: Vec<Sheet>,
    editions: &Editions,
    console: &Console,
) -> Vec<(Arc<Sheet>, Arc<RulePack>)> {
    let pairs = sheets.into_iter().map(|sheet| {
        let pack = edition(editions, sheet.year, &sheet.id, console);
        (Arc::new(sheet), pack)
    });
    pairs.collect()
}

/// Extra figures the rule asks for by name and no sheet gives, though some give others: a name may be
/// misspelt, and scripts see nothing there.
/// Returns whether something was said.
fn tell_missing_inputs(work: &[(Arc<Sheet>, Arc<RulePack>)], console: &Console) -> bool {
    let mut given: BTreeSet<&str> = BTreeSet::new();
    for (sheet, _) in work {
        let of_rows = sheet
            .measures()
            .flat_map(|(_, measure)| measure.inputs.keys());
        given.extend(of_rows.chain(sheet.inputs.keys()).map(String::as_str));
    }
    let Some((_, pack)) = work.first().filter(|_| !given.is_empty()) else {
        return false;
    };
    let asked = pack.asked_inputs();
    let missing = asked.iter().filter(|name| !given.contains(name.as_str()));
    let missing: Vec<&str> = missing.map(String::as_str).collect();
    if !missing.is_empty() {
        let (missing, given) = (missing.join(", "), Vec::from_iter(given).join(", "));
        console.notice(&words::inputs_missing(
            console.lang,
            pack.name(),
            missing,
            given,
        ));
        return true;
    }
    false
}

/// The edition of a year; where none is in force that is said of the sheet with this id.
pub fn edition(
    editions: &Editions,
    year: Option<u16>,
    id: &str,
    console: &Console,
) -> Arc<RulePack> {
    let chosen = editions.for_year(year);
    if !chosen.in_force {
        let pack = chosen.pack.name();
        let notice = match year {
            Some(year) => words::no_edition_for_year(console.lang, id, year, pack),
            None => words::sheet_without_year(console.lang, id, pack),
        };
        console.notice(&notice);
    }
    chosen.pack
}

/// Remembers the folder of a pack of one's own; a shipped pack has none.
pub fn reads_rules(rules: &str, console: &Console) {
    if rules.contains(['/', '\\', '.']) {
        console.reads(Path::new(rules));
    }
}

/// Said where a result would overwrite what it was made from.
pub fn output_is_input(output: &Path) -> Problem {
    let kind = ProblemKind::said(words::output_is_input, words::output_is_input_help);
    Problem::of_file(&output.to_string_lossy(), kind)
}

/// The input that `output` would overwrite.
pub fn same_file<'i>(
    output: &Path,
    mut inputs: impl Iterator<Item = &'i Path>,
) -> Option<&'i Path> {
    let output = std::fs::canonicalize(output).ok()?;
    inputs.find(|input| std::fs::canonicalize(input).is_ok_and(|input| input == output))
}
