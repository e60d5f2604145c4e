//! One file, read as far as its tree.

use std::borrow::Cow;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{
    Encoding, Node, Problem, ProblemKind, Problems, Source, encoding, json, json_strict, yaml,
    yaml_strict,
};

/// A YAML or JSON file as a tree, with what is needed to speak about it; borrows the bytes of the file.
#[derive(Debug, Clone)]
pub struct Input<'t> {
    /// Name and text, for places and excerpts.
    pub source: Source<'t>,
    /// The tree.
    pub root: Node,
    /// What the user should know although the file could be read.
    pub notices: Vec<Problem>,
    /// SHA-256 of the bytes, as lower-case hex.
    pub sha256: String,
}

impl<'t> Input<'t> {
    /// The most bytes that are read: 8 MiB.
    pub const MOST_BYTES: usize = MEBIBYTES * 1024 * 1024;

    /// Reads a file: JSON if its name ends in `.json`, else YAML.
    ///
    /// ```
    /// use jixiao::document::Input;
    /// let input = Input::read("a.yaml", "预算数: 3582.930".as_bytes()).unwrap();
    /// assert_eq!(input.root.line, 1);
    /// ```
    ///
    /// # Errors
    /// Every problem of notation that was found; see [`ProblemKind`] from `Empty` to `BlankKey`.
    pub fn read(file: &str, bytes: &'t [u8]) -> Result<Input<'t>, Vec<Problem>> {
        let is_json = file.len() >= 5
            && file.is_char_boundary(file.len() - 5)
            && file[file.len() - 5..].eq_ignore_ascii_case(".json");
        let (text, encoding) = Self::decode(file, bytes)?;
        let notices = match encoding {
            Encoding::Gb18030 => vec![Problem::of_file(file, ProblemKind::ReadAsGb18030)],
            Encoding::Utf8 | Encoding::Utf16 => Vec::new(),
        };
        Self::of_text(Source::new(file, text), is_json, notices, bytes)
    }

    /// Reads a record: JSON in UTF-8, which begins with line `first` of `file`.
    pub(super) fn read_record(
        file: &str,
        first: u32,
        bytes: &'t [u8],
    ) -> Result<Input<'t>, Vec<Problem>> {
        let (text, encoding) = Self::decode(file, bytes)?;
        if encoding != Encoding::Utf8 {
            return Err(vec![Problem::of_file(file, ProblemKind::RecordNotUtf8)]);
        }
        Self::of_text(
            Source::from_line(file, first, text),
            true,
            Vec::new(),
            bytes,
        )
    }

    fn decode(file: &str, bytes: &'t [u8]) -> Result<(Cow<'t, str>, Encoding), Vec<Problem>> {
        let refuse = |kind| vec![Problem::of_file(file, kind)];
        if bytes.len() > Self::MOST_BYTES {
            return Err(refuse(ProblemKind::TooLarge { limit: MEBIBYTES }));
        }
        encoding::decode(bytes).map_err(refuse)
    }

    fn of_text(
        source: Source<'t>,
        is_json: bool,
        notices: Vec<Problem>,
        bytes: &[u8],
    ) -> Result<Input<'t>, Vec<Problem>> {
        let mut problems = Problems::new(&source);
        let root = if is_json {
            json_strict::parse(source.text(), source.first_line())
                .or_else(|| json::parse(&mut problems))
        } else {
            yaml_strict::parse(source.text(), source.first_line())
                .or_else(|| yaml::parse(source.text(), &mut problems))
        };
        match root {
            Some(root) if problems.is_empty() => Ok(Input {
                source,
                root,
                notices,
                sha256: sha256(bytes),
            }),
            // A wrong guess at the encoding may be the cause of all that follows, so it comes first.
            _ => Err(notices.into_iter().chain(problems.into_list()).collect()),
        }
    }

    /// Short name of the file's form number `index`, from 0: the stem, with `#2` behind it for the second.
    pub(super) fn id(&self, index: usize) -> String {
        let stem = Path::new(&*self.source.file).file_stem();
        let stem = stem.map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        match index {
            0 => stem,
            _ => format!("{stem}#{}", index + 1),
        }
    }
}

const MEBIBYTES: usize = 8;

/// SHA-256 of a file, lower-case hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    let digest = Sha256::digest(bytes);
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(digit).collect()
}
