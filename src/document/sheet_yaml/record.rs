//! One sheet a line: the records of a JSONL file.

use super::sheet;
use crate::document::{Input, Problem, Problems};
use crate::sheet::Sheet;

/// Reads one record: `bytes` are line `line`, from 1, of `file`, and hold one sheet in the JSON form of
/// a sheet file. Every place, in the sheet and in problems, is a place in that file.
///
/// The sheet's id is the file's stem with the line behind it, `a#3`, but for line 1; its checksum is
/// that of `bytes`. A record is UTF-8 and nothing else, since the encoding of a file cannot be guessed
/// line by line.
///
/// ```
/// use jixiao::document::read_record;
/// let record = r#"{"范围": "项目", "绩效指标": [{"指标名称": "课题攻关", "指标值": "3个"}]}"#;
/// let sheet = read_record("a.jsonl", 3, record.as_bytes()).unwrap();
/// assert_eq!((sheet.id.as_str(), sheet.indicators[0].origin.line), ("a#3", 3));
/// assert_eq!(read_record("a.jsonl", 4, b"{").unwrap_err()[0].line, 4);
/// ```
///
/// # Errors
/// Every problem of the record, as [`super::read_sheets`] would find it in a file of its own, each with
/// the record's line; [`crate::document::ProblemKind::RecordNotUtf8`].
pub fn read_record(file: &str, line: usize, bytes: &[u8]) -> Result<Sheet, Vec<Problem>> {
    let first = u32::try_from(line).unwrap_or(u32::MAX).max(1);
    let read = || {
        let input = Input::read_record(file, first, bytes)?;
        let mut problems = Problems::new(&input.source);
        let sheet = sheet::read(&input.root, &mut problems);
        match sheet {
            Some(mut sheet) if problems.is_empty() => {
                sheet.id = input.id(line.saturating_sub(1));
                sheet.input_sha256 = input.sha256;
                Ok(sheet)
            }
            _ => Err(problems.into_list()),
        }
    };
    read().map_err(|mut problems: Vec<Problem>| {
        // A problem of the whole record stands where the record begins.
        for problem in problems.iter_mut().filter(|problem| problem.line == 0) {
            (problem.line, problem.column) = (first, 1);
        }
        problems
    })
}
