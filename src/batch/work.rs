//! One chunk, from its bytes to what is written of it.

use std::io;
use std::sync::Arc;

use super::chunk::{Chunk, Input, Record};
use super::encode::Encoder;
use super::rejected::set_aside;
use super::sink::{Finished, Tally};
use crate::document::{self, Problem, ProblemKind, read_record};
use crate::rules::{Editions, RulePack};
use crate::sheet::Sheet;
use crate::words::Lang;

/// How a document is opened: its sheets without ids, or what is wrong with it.
type OpenDocument<'j> = &'j (dyn Fn(&Input) -> Result<Vec<Sheet>, Vec<Problem>> + Sync);

/// What all chunks of a run have in common.
pub struct Job<'j> {
    /// The inputs.
    pub inputs: &'j [Input],
    /// The editions of the rule; each sheet is scored under that of its year.
    pub editions: &'j Editions,
    /// The language of reasons.
    pub lang: Lang,
    /// Opens an input that is a document.
    pub open: OpenDocument<'j>,
}

/// A chunk while it is worked on.
struct Desk<'d, S, E> {
    job: &'d Job<'d>,
    score: &'d mut S,
    encoder: &'d mut E,
    finished: Finished,
}

impl Job<'_> {
    /// Reads, scores and encodes a chunk.
    ///
    /// # Errors
    /// The encoder failed as a whole.
    pub(super) fn chunk<T, S, E>(
        &self,
        chunk: Chunk,
        score: &mut S,
        encoder: &mut E,
    ) -> io::Result<Finished>
    where
        S: FnMut(&Arc<Sheet>, &Arc<RulePack>) -> Result<T, Problem>,
        E: Encoder<T>,
    {
        let mut desk = Desk {
            job: self,
            score,
            encoder,
            finished: Finished {
                after: chunk.after,
                tally: Tally {
                    bytes: chunk.taken,
                    ..Tally::default()
                },
                ..Finished::default()
            },
        };
        for record in &chunk.records {
            desk.record(&self.inputs[chunk.input], record, &chunk.bytes);
        }
        for input in &self.inputs[chunk.documents] {
            desk.document(input);
        }
        if let Some(problem) = chunk.failed {
            desk.refuse(&self.inputs[chunk.input].name, None, &[problem], &[]);
        }
        desk.finished.bytes = desk.encoder.finish()?;
        Ok(desk.finished)
    }
}

impl<S, E> Desk<'_, S, E> {
    fn record<T>(&mut self, input: &Input, record: &Record, bytes: &[u8])
    where
        S: FnMut(&Arc<Sheet>, &Arc<RulePack>) -> Result<T, Problem>,
        E: Encoder<T>,
    {
        let text = &bytes[record.place.clone()];
        let done = read(input, record, text).and_then(|sheet| self.sheet(sheet));
        if let Err(problems) = done {
            self.refuse(&input.name, Some(record.number), &problems, text);
        }
    }

    fn document<T>(&mut self, input: &Input)
    where
        S: FnMut(&Arc<Sheet>, &Arc<RulePack>) -> Result<T, Problem>,
        E: Encoder<T>,
    {
        let sheets = match (self.job.open)(input) {
            Ok(sheets) => sheets,
            Err(problems) => return self.refuse(&input.name, None, &problems, &[]),
        };
        if sheets.is_empty() {
            self.finished.tally.without_sheet += 1;
        }
        for (sheet, number) in sheets.into_iter().zip(1..) {
            let id = id(&input.label, number);
            if let Err(problems) = self.sheet(Sheet { id, ..sheet }) {
                self.refuse(&input.name, None, &problems, &[]);
            }
        }
    }

    fn sheet<T>(&mut self, sheet: Sheet) -> Result<(), Vec<Problem>>
    where
        S: FnMut(&Arc<Sheet>, &Arc<RulePack>) -> Result<T, Problem>,
        E: Encoder<T>,
    {
        let chosen = self.job.editions.for_year(sheet.year);
        let sheet = Arc::new(sheet);
        let scored = (self.score)(&sheet, &chosen.pack).map_err(|problem| vec![problem])?;
        let added = self.encoder.add(&sheet, &chosen.pack, &scored);
        added.map_err(|kind| vec![Problem::of_file(&sheet.id, kind)])?;
        self.finished.tally.sheets += 1;
        if !chosen.in_force {
            let years = &mut self.finished.tally.outside;
            *years.entry(sheet.year.unwrap_or(0)).or_default() += 1;
        }
        Ok(())
    }

    fn refuse(&mut self, file: &str, line: Option<u64>, problems: &[Problem], record: &[u8]) {
        self.finished.tally.set_aside += 1;
        let (lang, out) = (self.job.lang, &mut self.finished.rejected);
        set_aside(file, line, problems, record, lang, out);
    }
}

/// The sheet of a record, with its id.
fn read(input: &Input, record: &Record, text: &[u8]) -> Result<Sheet, Vec<Problem>> {
    if record.too_long {
        let limit = document::Input::MOST_BYTES / (1024 * 1024);
        let kind = ProblemKind::TooLarge { limit };
        return Err(vec![Problem::of_file(&input.name, kind)]);
    }
    let line = usize::try_from(record.number).unwrap_or(usize::MAX);
    let mut sheet = read_record(&input.name, line, text)?;
    sheet.id = id(&input.label, record.number);
    if let Some(carried) = &record.carried {
        let carried = (**carried).clone();
        sheet.id = carried.id.unwrap_or(sheet.id);
        sheet.input_sha256 = carried.input_sha256.unwrap_or(sheet.input_sha256);
    }
    Ok(sheet)
}

/// Short name of sheet `number` of a file: that of the file for the first, with `#2` behind it for the second.
fn id(label: &str, number: u64) -> String {
    match number {
        1 => label.to_owned(),
        _ => format!("{label}#{number}"),
    }
}
