//! What lies on the desk: files that were read, and what the rules make of them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jixiao::accept::{self, Accepted};
use jixiao::audit::Profile;
use jixiao::document::{Problem, ProblemKind};
use jixiao::rules::{Editions, PackFiles};
use jixiao::sheet::Sheet;
use jixiao::words::web as words;
use rayon::prelude::*;

use super::file::File;
use super::judged::Judged;
use crate::cli::acceptance;
use crate::cli::inputs::{self, Document, Named};
use crate::cli::labels::Labels;
use crate::cli::sheets::open_one;

/// Uploads a desk holds; the folders it was opened with may hold more.
const MOST_UPLOADS: usize = 200;
/// How large they may be together.
const MOST_BYTES: usize = 512 * 1024 * 1024;
/// Files of a folder that are in memory at the same time, as they are.
const AT_ONCE: usize = 64;
/// Rules whose results are kept at the same time, and the most sheets of all these results: a sheet with
/// its derivations takes about 100 kB.
const MOST_JUDGED: usize = 8;
const MOST_KEPT: usize = 5_000;

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
    /// What they are, once they were asked for.
    editions: Mutex<HashMap<String, Editions>>,
    pub profile: Profile,
    state: RwLock<Arc<State>>,
    /// Results, by rule; of another state they are of no use.
    judged: Mutex<HashMap<String, Arc<Judged>>>,
    /// Held while everything is judged: whoever asks the same meanwhile waits for that result.
    judging: Mutex<()>,
}

/// The files at one moment.
#[derive(Default, Clone)]
pub struct State {
    /// In the order they came.
    pub files: Vec<Arc<File>>,
    /// What could not be read when the desk was opened.
    pub problems: Vec<Problem>,
    /// What a person has accepted, by the folder its sheets lie in.
    pub accepted: BTreeMap<PathBuf, Accepted>,
    /// The number of the file that came last.
    last: u64,
    /// Which state of the files it is.
    pub(super) read: u64,
    /// Which moment it is.
    pub(super) generation: u64,
}

impl Desk {
    /// Reads what is given. What cannot be read is kept as a problem of its file.
    ///
    /// # Errors
    /// The rule cannot be read.
    pub fn open(given: Given) -> Result<Desk, Vec<Problem>> {
        let editions = Editions::find(&given.rules)?;
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
        let inputs::Found {
            files,
            mut problems,
            ..
        } = inputs::find(&given.paths, &inputs::SHEETS);
        let desk = Desk {
            known,
            editions: Mutex::new(HashMap::from([(given.rules.clone(), editions)])),
            rules: given.rules,
            profile: Profile::shipped(),
            state: RwLock::default(),
            judged: Mutex::default(),
            judging: Mutex::default(),
        };
        let labels = Labels::of(files.iter().map(|named| Some(named.file.as_path())));
        for part in files.chunks(AT_ONCE) {
            let mut documents = Vec::new();
            for named in part {
                match named.read() {
                    Ok(document) => documents.push(document),
                    Err(unread) => problems.extend(unread),
                }
            }
            desk.add(&documents, &labels, false);
        }
        let folders = files.iter().filter_map(|named| named.file.parent());
        let folders: BTreeSet<&Path> = folders.collect();
        let mut accepted = BTreeMap::new();
        for folder in folders {
            let Some(file) = acceptance::beside(folder) else {
                continue;
            };
            let read = Named::itself(file).read();
            match read.and_then(|file| accept::read(&file.name, &file.bytes)) {
                Ok(read) => drop(accepted.insert(folder.to_owned(), read)),
                Err(unread) => problems.extend(unread),
            }
        }
        desk.change(|state| (state.problems, state.accepted) = (problems, accepted));
        Ok(desk)
    }

    /// The desk as it is now.
    pub fn state(&self) -> Arc<State> {
        Arc::clone(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts an uploaded file on the desk.
    ///
    /// # Errors
    /// There are too many already.
    pub fn upload(&self, name: &str, bytes: Vec<u8>) -> Result<(), Vec<Problem>> {
        let document = Document {
            name: name.to_owned(),
            path: Some(PathBuf::from(name)),
            folder: None,
            bytes,
        };
        // Told before it is read; what comes at the same time is counted again when it is laid down.
        let refused = self.state().no_room(&document);
        let labels = Labels::of([document.path.as_deref()].into_iter());
        let refused = refused.or_else(|| self.add(&[document], &labels, true));
        refused.map_or(Ok(()), |problem| Err(vec![problem]))
    }

    /// Takes a file away; `false` when there is none of this number.
    pub fn remove(&self, number: u64) -> bool {
        self.change_files(|state| {
            let before = state.files.len();
            state.files.retain(|file| file.number != number);
            state.files.len() < before
        })
    }

    /// Changes files, all at once.
    pub fn change_files<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        self.change(|state| {
            state.read += 1;
            change(state)
        })
    }

    /// Changes what lies on the desk beside the files, all at once.
    pub fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let mut next = State::clone(&state);
        let answer = change(&mut next);
        next.generation += 1;
        *state = Arc::new(next);
        answer
    }

    /// Reads files and lays them down; says why one of them was not.
    fn add(&self, documents: &[Document], labels: &Labels, uploaded: bool) -> Option<Problem> {
        let opened: Vec<_> = match documents {
            // A file that takes its time is not to keep the threads of everybody else.
            [one] => vec![open_one(one)],
            many => many.par_iter().map(open_one).collect(),
        };
        self.change_files(|state| {
            let taken = state.files.iter().flat_map(|file| file.ids());
            let mut taken: HashSet<String> = taken.map(str::to_owned).collect();
            for (opened, document) in opened.into_iter().zip(documents) {
                let no_room = state.no_room(document);
                if uploaded && no_room.is_some() {
                    return no_room;
                }
                let label = labels.get(document.path.as_deref());
                state.last += 1;
                let file = File::of(state.last, document, uploaded, opened, &label, &mut taken);
                state.files.push(Arc::new(file));
            }
            None
        })
    }

    /// The name of a rule that may be asked for; "" is the desk's own.
    ///
    /// # Errors
    /// There is no such rule.
    pub fn known<'n>(&'n self, name: &'n str) -> Result<&'n str, Vec<Problem>> {
        let name = match name {
            "" => self.rules.as_str(),
            name => name,
        };
        if self.known.iter().any(|known| known == name) {
            return Ok(name);
        }
        let kind = ProblemKind::said(
            |lang| words::no_such_rules(lang, name),
            |lang| words::no_such_rules_help(lang, self.known.join(", ")),
        );
        Err(vec![Problem::of_file("rules", kind)])
    }

    /// How many rules may be asked for.
    pub fn most_rules(&self) -> usize {
        self.known.len()
    }

    /// The editions of a rule that may be asked for.
    ///
    /// # Errors
    /// There is no such rule.
    pub fn editions(&self, name: &str) -> Result<Editions, Vec<Problem>> {
        let name = self.known(name)?;
        let kept = || self.editions.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(editions) = kept().get(name) {
            return Ok(editions.clone());
        }
        let editions = Editions::find(name)?;
        kept().insert(name.to_owned(), editions.clone());
        Ok(editions)
    }

    /// Every edition that may be asked for, by the name it is asked for by: the shipped ones, then those
    /// the workbench was opened with.
    ///
    /// # Errors
    /// One that was there when it was opened is gone.
    pub fn packs(&self) -> Result<Vec<(String, PackFiles)>, Vec<Problem>> {
        let shipped = PackFiles::shipped().into_iter();
        let mut packs: Vec<(String, PackFiles)> = shipped
            .filter_map(|(pack, edition)| {
                let files = PackFiles::of_shipped(&pack, &edition)?;
                Some((format!("{pack}@{edition}"), files))
            })
            .collect();
        let (own, _) = PackFiles::find(&self.rules)?;
        for files in own {
            if !packs.iter().any(|(_, known)| known.folder == files.folder) {
                packs.push((self.rules.clone(), files));
            }
        }
        Ok(packs)
    }

    /// All sheets under a rule; made once for as long as nothing changes.
    ///
    /// # Errors
    /// There is no such rule.
    pub fn judged(&self, rules: &str) -> Result<Arc<Judged>, Vec<Problem>> {
        let editions = self.editions(rules)?;
        let name = if rules.is_empty() { &self.rules } else { rules };
        let kept = || self.judged.lock().unwrap_or_else(PoisonError::into_inner);
        let found = |state: &State| {
            let found = kept().get(name).map(Arc::clone);
            found.filter(|judged| judged.generation == state.generation)
        };
        if let Some(judged) = found(&self.state()) {
            return Ok(judged);
        }
        let judging = self.judging.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever waited takes what was made meanwhile.
        let state = self.state();
        if let Some(judged) = found(&state) {
            return Ok(judged);
        }
        let before = kept().get(name).map(Arc::clone);
        let before = before.filter(|judged| judged.read == state.read);
        let judged = Arc::new(match before {
            Some(before) => before.again(&state),
            None => Judged::of(&state, &editions, &self.profile),
        });
        drop(judging);
        let mut kept = kept();
        kept.retain(|_, judged| judged.read >= state.read);
        let sheets = |judged: &Arc<Judged>| judged.evaluations.len();
        let all = kept.values().map(sheets).sum::<usize>() + sheets(&judged);
        if kept.len() >= MOST_JUDGED || all > MOST_KEPT {
            kept.clear();
        }
        kept.insert(name.to_owned(), Arc::clone(&judged));
        Ok(judged)
    }
}

impl State {
    /// Every sheet.
    pub fn sheets(&self) -> impl Iterator<Item = &Arc<Sheet>> {
        self.files.iter().flat_map(|file| &file.sheets)
    }

    /// One of them.
    pub fn sheet(&self, id: &str) -> Option<&Arc<Sheet>> {
        self.sheets().find(|sheet| sheet.id == id)
    }

    /// Why no further upload is taken.
    fn no_room(&self, document: &Document) -> Option<Problem> {
        let uploads = self.files.iter().filter(|file| file.uploaded);
        let sizes: Vec<usize> = uploads.map(|file| file.size).collect();
        let bytes = sizes.iter().sum::<usize>() + document.bytes.len();
        if sizes.len() < MOST_UPLOADS && bytes <= MOST_BYTES {
            return None;
        }
        let full = |lang| words::desk_full(lang, MOST_UPLOADS, MOST_BYTES / 1024 / 1024);
        let kind = ProblemKind::said(full, words::desk_full_help);
        Some(Problem::of_file(&document.name, kind))
    }
}
