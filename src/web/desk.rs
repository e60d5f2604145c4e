//! What lies on the desk: files that were read, and what the rules make of them.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jixiao::accept::{Accepted, Forms, apply};
use jixiao::audit::{self, Audit, Profile};
use jixiao::document::{Problem, ProblemKind};
use jixiao::recognise::Note;
use jixiao::rules::{Editions, PackFiles, fault_as_problem};
use jixiao::score::{Evaluation, score_all};
use jixiao::sheet::{Sheet, TargetTable};
use jixiao::words::web as words;
use rayon::prelude::*;

use crate::cli::inputs::{self, Document};
use crate::cli::labels::Labels;
use crate::cli::sheets::open_one;

/// Uploads a desk holds; the folders it was opened with may hold more.
const MOST_UPLOADS: usize = 200;
/// Rules whose results are kept at the same time.
const MOST_JUDGED: usize = 8;

/// What the workbench is opened with.
pub struct Given {
    /// Sheets, folders, patterns.
    pub paths: Vec<PathBuf>,
    /// The rule, as [`Editions::find`] takes it.
    pub rules: String,
}

/// Everything of one workbench. What is asked at the same time sees the desk as it was when it began.
pub struct Desk {
    /// The rule sheets are judged by unless another is asked for.
    pub rules: String,
    /// The rules that may be asked for: the shipped ones, and the one the workbench was opened with.
    known: Vec<String>,
    pub profile: Profile,
    state: RwLock<Arc<State>>,
    /// Results, by rule; of another state they are of no use.
    judged: Mutex<HashMap<String, Arc<Judged>>>,
    next: Mutex<u64>,
}

/// The files at one moment.
#[derive(Default, Clone)]
pub struct State {
    /// In the order they came.
    pub files: Vec<Arc<File>>,
    /// What could not be read when the desk was opened.
    pub problems: Vec<Problem>,
    /// What a person has accepted.
    pub accepted: Accepted,
    /// Which moment it is.
    generation: u64,
}

/// A file and what stands in it.
pub struct File {
    /// Its number on this desk.
    pub number: u64,
    /// As messages name it.
    pub name: String,
    /// Whether it came through the page.
    pub uploaded: bool,
    pub sheets: Vec<Arc<Sheet>>,
    pub targets: Vec<TargetTable>,
    /// What was repaired or stays uncertain.
    pub notes: Vec<Note>,
    /// What the user should know.
    pub notices: Vec<Problem>,
    /// Why nothing of it is there.
    pub problems: Vec<Problem>,
}

/// What a rule makes of all sheets.
pub struct Judged {
    generation: u64,
    /// In the order of the desk.
    pub evaluations: Vec<Evaluation>,
    /// The target tables, in the same order.
    pub targets: Vec<TargetTable>,
    pub audit: Audit,
    /// Sheets a script of the rule failed at.
    pub problems: Vec<Problem>,
}

impl Desk {
    /// Reads what is given. What cannot be read is kept as a problem of its file.
    ///
    /// # Errors
    /// The rule cannot be read.
    pub fn open(given: Given) -> Result<Desk, Vec<Problem>> {
        Editions::find(&given.rules)?;
        let mut known: Vec<String> = Vec::new();
        for (pack, edition) in PackFiles::shipped() {
            known.push(format!("{pack}@{edition}"));
            if !known.contains(&pack) {
                known.push(pack);
            }
        }
        if !known.contains(&given.rules) {
            known.push(given.rules.clone());
        }
        let (found, mut problems) = inputs::find(&given.paths, &inputs::SHEETS);
        let mut documents = Vec::new();
        for named in &found {
            match named.read() {
                Ok(document) => documents.push(document),
                Err(unread) => problems.extend(unread),
            }
        }
        let desk = Desk {
            rules: given.rules,
            known,
            profile: Profile::shipped(),
            state: RwLock::default(),
            judged: Mutex::default(),
            next: Mutex::default(),
        };
        desk.add(documents, false);
        desk.change(|state| state.problems = problems);
        Ok(desk)
    }

    /// The desk as it is now.
    pub fn state(&self) -> Arc<State> {
        Arc::clone(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts an uploaded file on the desk and returns its number.
    ///
    /// # Errors
    /// There are too many already.
    pub fn upload(&self, name: &str, bytes: Vec<u8>) -> Result<u64, Problem> {
        let state = self.state();
        let uploads = state.files.iter().filter(|file| file.uploaded).count();
        if uploads >= MOST_UPLOADS {
            let full = |lang| words::desk_full(lang, MOST_UPLOADS);
            let kind = ProblemKind::said(full, words::desk_full_help);
            return Err(Problem::of_file(name, kind));
        }
        let document = Document {
            name: name.to_owned(),
            path: Some(PathBuf::from(name)),
            folder: None,
            bytes,
        };
        Ok(self.add(vec![document], true))
    }

    /// Takes a file away; `false` when there is none of this number.
    pub fn remove(&self, number: u64) -> bool {
        let there = self.state().files.iter().any(|file| file.number == number);
        self.change(|state| state.files.retain(|file| file.number != number));
        there
    }

    /// Notes what a person has accepted.
    pub fn accept(&self, change: impl FnOnce(&mut Accepted)) {
        self.change(|state| change(&mut state.accepted));
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let mut next = State::clone(&state);
        change(&mut next);
        next.generation += 1;
        *state = Arc::new(next);
    }

    /// Reads files and lays them down; returns the number of the last.
    fn add(&self, documents: Vec<Document>, uploaded: bool) -> u64 {
        let opened: Vec<_> = documents.par_iter().map(open_one).collect();
        let labels = Labels::of(documents.iter().map(|document| document.path.as_deref()));
        let mut number = 0;
        self.change(|state| {
            let taken = state.files.iter().flat_map(|file| file.ids());
            let mut taken: HashSet<String> = taken.map(str::to_owned).collect();
            for (opened, document) in opened.into_iter().zip(&documents) {
                let label = labels.get(document.path.as_deref());
                number = self.number();
                let file = File::of(number, document, uploaded, opened, &label, &mut taken);
                state.files.push(Arc::new(file));
            }
        });
        number
    }

    fn number(&self) -> u64 {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        *next += 1;
        *next
    }

    /// The rules of a name that may be asked for; "" is the desk's own.
    pub fn editions(&self, name: &str) -> Result<Editions, Vec<Problem>> {
        let name = match name {
            "" => self.rules.as_str(),
            name => name,
        };
        if !self.known.iter().any(|known| known == name) {
            let kind = ProblemKind::said(
                |lang| words::no_such_rules(lang, name),
                |lang| words::no_such_rules_help(lang, self.known.join(", ")),
            );
            return Err(vec![Problem::of_file("rules", kind)]);
        }
        Editions::find(name)
    }

    /// All sheets under a rule; made once for as long as nothing changes.
    ///
    /// # Errors
    /// There is no such rule.
    pub fn judged(&self, rules: &str) -> Result<Arc<Judged>, Vec<Problem>> {
        let editions = self.editions(rules)?;
        let state = self.state();
        let kept = || self.judged.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(judged) = kept().get(rules)
            && judged.generation == state.generation
        {
            return Ok(Arc::clone(judged));
        }
        let judged = Arc::new(Judged::of(&state, &editions, &self.profile));
        let mut kept = kept();
        kept.retain(|_, judged| judged.generation == state.generation);
        if kept.len() >= MOST_JUDGED {
            kept.clear();
        }
        kept.insert(rules.to_owned(), Arc::clone(&judged));
        Ok(judged)
    }
}

impl State {
    /// Every sheet.
    pub fn sheets(&self) -> impl Iterator<Item = &Arc<Sheet>> {
        self.files.iter().flat_map(|file| &file.sheets)
    }
}

impl File {
    fn of(
        number: u64,
        document: &Document,
        uploaded: bool,
        opened: Result<jixiao::recognise::Opened, Vec<Problem>>,
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
        let sheets = sheets.collect();
        let targets = opened.targets.into_iter();
        let targets = targets.map(|table| TargetTable { id: id(), ..table });
        File {
            number,
            name: document.name.clone(),
            uploaded,
            sheets,
            targets: targets.collect(),
            notes: opened.notes,
            notices: opened.notices,
            problems,
        }
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        let sheets = self.sheets.iter().map(|sheet| sheet.id.as_str());
        sheets.chain(self.targets.iter().map(|table| table.id.as_str()))
    }
}

impl Judged {
    fn of(state: &State, editions: &Editions, profile: &Profile) -> Judged {
        let work: Vec<_> = state
            .sheets()
            .map(|sheet| (Arc::clone(sheet), editions.for_year(sheet.year).pack))
            .collect();
        let (mut evaluations, mut problems) = (Vec::new(), Vec::new());
        for (result, (_, pack)) in score_all(&work, || ()).into_iter().zip(&work) {
            match result {
                Ok(evaluation) => evaluations.push(evaluation),
                Err(fault) => problems.push(fault_as_problem(&fault, &pack.scripts)),
            }
        }
        let targets = state.files.iter().flat_map(|file| file.targets.clone());
        let targets: Vec<TargetTable> = targets.collect();
        let mut audit = audit::audit_with_targets(&evaluations, &targets, profile);
        let forms = Forms::new(&evaluations, &targets);
        apply(&mut audit, &forms, &state.accepted, None);
        Judged {
            generation: state.generation,
            evaluations,
            targets,
            audit,
            problems,
        }
    }

    /// The place of a sheet.
    pub fn find(&self, id: &str) -> Option<usize> {
        let mut sheets = self.evaluations.iter();
        sheets.position(|evaluation| evaluation.sheet.id == id)
    }
}
