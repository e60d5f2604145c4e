//! Any file a user may name → what stands in it.

use super::{Note, recognise};
use crate::document::kind::{FileKind, sniff};
use crate::document::office::read_office_file;
use crate::document::{
    Document, Problem, Problems, read_own_file, read_pdf_with_notices, read_text,
};
use crate::sheet::{Sheet, TargetTable};

/// What stands in a file.
#[derive(Debug, Clone, Default)]
pub struct Opened {
    /// 自评表.
    pub sheets: Vec<Sheet>,
    /// 绩效目标表.
    pub targets: Vec<TargetTable>,
    /// What the recogniser repaired and what it is unsure of; empty for sheets written as YAML or JSON.
    pub notes: Vec<Note>,
    /// What the user should know although the file could be read.
    pub notices: Vec<Problem>,
}

/// Reads a sheet or target table file, an office file, a PDF, a web page or extracted text, by what it contains. A
/// document in which nothing is recognised is no error: all lists are empty.
///
/// # Errors
/// The file cannot be read: damaged, protected, of a kind that is not read, a scan; or it is a file of
/// our own with problems, all of them listed.
pub fn open(file: &str, bytes: &[u8]) -> Result<Opened, Vec<Problem>> {
    let kind = sniff(file, bytes);
    let (document, mut notices) = match kind {
        FileKind::Xlsx | FileKind::Xls | FileKind::Ods | FileKind::Docx | FileKind::Html => {
            let read = read_office_file(file, bytes, kind)?;
            (read.document, read.notices)
        }
        FileKind::Pdf => read_pdf_with_notices(file, bytes)?,
        FileKind::Text if is_extracted(file) => {
            let read = read_text(file, bytes)?;
            (read.document, read.notices)
        }
        // A text whose name does not tell: a sheet typed in, or text copied out of a document.
        FileKind::Text => match own_file(file, bytes) {
            Ok(opened) => return Ok(opened),
            Err(problems) => match read_text(file, bytes) {
                Ok(read) if has_forms(&read.document) => (read.document, read.notices),
                _ => return Err(problems),
            },
        },
        FileKind::Yaml | FileKind::Json => return own_file(file, bytes),
        FileKind::Foreign(_) if bytes.is_empty() => return own_file(file, bytes),
        FileKind::Foreign(_) => return Err(vec![Problem::of_file(file, kind.refusal())]),
    };
    if let Some(lie) = kind.lie(file)
        && !notices.iter().any(|notice| notice.kind == lie)
    {
        notices.push(Problem::of_file(file, lie));
    }
    let found = recognise(&document);
    notices.truncate(Problems::MOST);
    Ok(Opened {
        sheets: found.sheets,
        targets: found.targets,
        notes: found.notes,
        notices,
    })
}

fn own_file(file: &str, bytes: &[u8]) -> Result<Opened, Vec<Problem>> {
    let own = read_own_file(file, bytes)?;
    Ok(Opened {
        sheets: own.sheets,
        targets: own.targets,
        notes: Vec::new(),
        notices: own.notices,
    })
}

/// Whether the name says that the text was taken out of a document.
fn is_extracted(file: &str) -> bool {
    let ending = file.rsplit('.').next().unwrap_or_default();
    ["txt", "csv", "tsv", "md"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(ending))
}

fn has_forms(document: &Document) -> bool {
    let found = recognise(document);
    !found.sheets.is_empty() || !found.targets.is_empty()
}
