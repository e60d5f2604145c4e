//! A file in the making, in a folder beside it: what is finished outlives an interruption.
//!
//! ```text
//!  OUT.parts/manifest.json   what the run is made from; locked while it goes on
//!            output          what is written so far, chunk after chunk
//!            rejected.jsonl  what is set aside so far
//!            journal.jsonl   one line a chunk, written when the chunk itself is safe on the disk
//! ```

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::chunk::Position;
use super::columns;
use super::manifest::Manifest;
use super::sink::{Finished, Sink, Tally};
use crate::rules::Editions;

const MANIFEST: &str = "manifest.json";
const OUTPUT: &str = "output";
const REJECTED: &str = "rejected.jsonl";
const JOURNAL: &str = "journal.jsonl";
const MERGED: &str = "merged";

/// An interruption costs the work since the last note in the journal, at most this much.
const NOTE: Duration = Duration::from_secs(2);

/// A line of the journal: the state after a chunk.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Noted {
    /// Bytes of the output.
    output: u64,
    /// Bytes of what is set aside.
    rejected: u64,
    /// Where the next chunk begins.
    after: Position,
    tally: Tally,
}

/// The files of the folder.
pub struct Parts {
    folder: PathBuf,
    /// Held open for its lock.
    _manifest: File,
    output: File,
    rejected: File,
    journal: File,
    now: Noted,
    /// Lines of the journal for chunks that may not be on the disk yet.
    unnoted: Vec<u8>,
    noted: Instant,
    /// Called after every chunk.
    pub tell: Box<dyn FnMut(&Tally) + Send>,
}

/// What was found in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// Nothing.
    New,
    /// An interrupted run of the same job, which goes on.
    Resumed,
    /// An interrupted run of something else, which was thrown away.
    Other,
}

/// The name of a file with more behind it.
fn with(file: &Path, behind: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(behind);
    name.into()
}

impl Parts {
    /// The folder for an output file.
    pub fn folder_of(output: &Path) -> PathBuf {
        with(output, ".parts")
    }

    /// The file for what is set aside, unless the user names one.
    pub fn rejected_of(output: &Path) -> PathBuf {
        with(output, ".rejected.jsonl")
    }

    /// Opens the folder of an output; what is in it is taken up when it is of the same job,
    /// unless the run is to start `anew`. `head` is what a
    /// new output begins with.
    ///
    /// # Errors
    /// Another run has the folder ([`ErrorKind::WouldBlock`]), it holds something else
    /// ([`ErrorKind::AlreadyExists`]), or it cannot be written.
    pub fn open(
        output: &Path,
        manifest: &Manifest,
        anew: bool,
        head: &[u8],
    ) -> io::Result<(Parts, Opened)> {
        let folder = Parts::folder_of(output);
        let is_new = match fs::create_dir(&folder) {
            Ok(()) => true,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => false,
            Err(error) => return Err(error),
        };
        let description = folder.join(MANIFEST);
        if !is_new && !description.exists() && fs::read_dir(&folder)?.next().is_some() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let open = |name: &str| {
            let mut options = File::options();
            let options = options.read(true).write(true).create(true).truncate(false);
            options.open(folder.join(name))
        };
        let mut lock = open(MANIFEST)?;
        lock.try_lock().map_err(io::Error::from)?;
        let before: Option<Manifest> = serde_json::from_reader(BufReader::new(&lock)).ok();
        let (output, rejected, journal) = (open(OUTPUT)?, open(REJECTED)?, open(JOURNAL)?);
        let is_same = !anew && before.as_ref() == Some(manifest);
        let found = match is_same {
            true => last(
                &journal,
                output.metadata()?.len(),
                rejected.metadata()?.len(),
            )?,
            false => None,
        };
        let opened = match (&found, &before) {
            (Some(_), _) => Opened::Resumed,
            (None, Some(_)) if !anew && !is_same => Opened::Other,
            (None, _) => Opened::New,
        };
        let mut parts = Parts {
            _manifest: lock.try_clone()?,
            output,
            rejected,
            journal,
            now: Noted::default(),
            unnoted: Vec::new(),
            noted: Instant::now(),
            tell: Box::new(|_| {}),
            folder,
        };
        match found {
            Some((noted, length)) => {
                parts.journal.set_len(length)?;
                parts.now = noted;
            }
            None => {
                parts.journal.set_len(0)?;
                lock.set_len(0)?;
                lock.seek(SeekFrom::Start(0))?;
                lock.write_all(&serde_json::to_vec(manifest)?)?;
                lock.sync_all()?;
            }
        }
        parts.output.set_len(parts.now.output)?;
        parts.rejected.set_len(parts.now.rejected)?;
        for file in [&mut parts.output, &mut parts.rejected, &mut parts.journal] {
            file.seek(SeekFrom::End(0))?;
        }
        if parts.now.output == 0 {
            parts.output.write_all(head)?;
            parts.now.output = head.len() as u64;
        }
        Ok((parts, opened))
    }

    /// Where the run goes on.
    pub fn position(&self) -> Position {
        self.now.after
    }

    /// What was counted so far.
    pub fn tally(&self) -> &Tally {
        &self.now.tally
    }

    /// Puts the output where it belongs and what was set aside beside it, each of them whole, and removes the
    /// folder. With `merged` the output is small Parquet files, which become one. Where nothing was set aside
    /// there is no file for it, unless it `is_named` by the user.
    ///
    /// # Errors
    /// One of the files, which is named, cannot be written; the folder stays.
    pub fn finish(
        mut self,
        output: &Path,
        (rejected, is_named): (&Path, bool),
        merged: Option<&Editions>,
    ) -> Result<(), (PathBuf, io::Error)> {
        let failed = |file: &Path| {
            let file = file.to_owned();
            |error| (file, error)
        };
        let draft = self.complete(merged).map_err(failed(output))?;
        match self.now.tally.set_aside > 0 || is_named {
            true => put(&self.folder.join(REJECTED), rejected).map_err(failed(rejected))?,
            // That of an earlier run would be taken for this one's.
            false => match fs::remove_file(rejected) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(failed(rejected)(error));
                }
                _ => {}
            },
        }
        put(&draft, output).map_err(failed(output))?;
        for name in [OUTPUT, REJECTED, JOURNAL, MANIFEST] {
            let _ = fs::remove_file(self.folder.join(name));
        }
        // What somebody else put there stays.
        let _ = fs::remove_dir(&self.folder);
        Ok(())
    }

    /// The output as it is to be, still in the folder.
    fn complete(&mut self, merged: Option<&Editions>) -> io::Result<PathBuf> {
        self.note()?;
        let mut draft = self.folder.join(OUTPUT);
        if let Some(editions) = merged {
            let lengths = lengths(&self.journal)?;
            draft = self.folder.join(MERGED);
            let mut file = File::create(&draft)?;
            columns::merge(&mut self.output, &lengths, editions, &mut file)?;
            file.sync_all()?;
        }
        Ok(draft)
    }

    /// Makes sure of what is written, and notes it.
    fn note(&mut self) -> io::Result<()> {
        self.noted = Instant::now();
        if self.unnoted.is_empty() {
            return Ok(());
        }
        self.output.sync_data()?;
        self.rejected.sync_data()?;
        self.journal.write_all(&self.unnoted)?;
        self.journal.sync_data()?;
        self.unnoted.clear();
        Ok(())
    }
}

impl Sink for Parts {
    fn put(&mut self, finished: Finished) -> io::Result<()> {
        self.output.write_all(&finished.bytes)?;
        self.rejected.write_all(&finished.rejected)?;
        let is_first = self.now.after == Position::default();
        self.now.output += finished.bytes.len() as u64;
        self.now.rejected += finished.rejected.len() as u64;
        self.now.after = finished.after;
        self.now.tally.add(&finished.tally);
        serde_json::to_writer(&mut self.unnoted, &self.now)?;
        self.unnoted.push(b'\n');
        if is_first || self.noted.elapsed() >= NOTE {
            self.note()?;
        }
        (self.tell)(&self.now.tally);
        Ok(())
    }
}

/// Renames a finished file; one that is there keeps its permissions, and a device gets the content.
fn put(draft: &Path, to: &Path) -> io::Result<()> {
    if let Ok(there) = fs::metadata(to) {
        if !there.is_file() {
            let mut device = File::options().write(true).open(to)?;
            return io::copy(&mut File::open(draft)?, &mut device).map(drop);
        }
        fs::set_permissions(draft, there.permissions())?;
    }
    File::open(draft)?.sync_all()?;
    match fs::rename(draft, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let beside = to.with_file_name(format!(".jixiao-{}", std::process::id()));
            let copied = fs::copy(draft, &beside)
                .and_then(|_| File::open(&beside)?.sync_all())
                .and_then(|()| fs::rename(&beside, to));
            copied.inspect_err(|_| drop(fs::remove_file(&beside)))
        }
        done => done,
    }
}

/// The lines of the journal that are whole, each with the length of the journal up to it.
fn lines(mut journal: &File) -> io::Result<impl Iterator<Item = (Noted, u64)>> {
    journal.seek(SeekFrom::Start(0))?;
    let mut from = BufReader::new(journal);
    let mut length = 0;
    Ok(std::iter::from_fn(move || {
        let mut line = Vec::new();
        length += from.read_until(b'\n', &mut line).ok()? as u64;
        let whole = line.ends_with(b"\n");
        let noted = whole
            .then(|| serde_json::from_slice(&line).ok())
            .flatten()?;
        Some((noted, length))
    }))
}

/// The last state for which everything is there.
fn last(journal: &File, output: u64, rejected: u64) -> io::Result<Option<(Noted, u64)>> {
    let fits = |(noted, _): &(Noted, u64)| noted.output <= output && noted.rejected <= rejected;
    Ok(lines(journal)?.take_while(fits).last())
}

/// Lengths of what each chunk wrote.
fn lengths(journal: &File) -> io::Result<Vec<u64>> {
    let mut before = 0;
    let ends = lines(journal)?.map(|(noted, _)| noted.output);
    let lengths = ends.map(|end| end - std::mem::replace(&mut before, end));
    Ok(lengths.filter(|length| *length > 0).collect())
}
