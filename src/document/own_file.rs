//! A file of our own notation: sheets, target tables, or both as `import` writes them.

use super::fields::list_of;
use super::sheet_yaml::{self, keys::SHEETS};
use super::target_yaml::{
    self,
    keys::{ANNUAL, FILE, LONG_TERM, NOTES, TARGETS},
};
use super::{Fields, Input, Name, Node, NodeKind, Problem, Problems};
use crate::sheet::{Sheet, TargetTable};

/// What one YAML or JSON file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnFile {
    /// Its sheets, in the order of the file.
    pub sheets: Vec<Sheet>,
    /// Its target tables, in the order of the file.
    pub targets: Vec<TargetTable>,
    /// What the user should know although the file could be read.
    pub notices: Vec<Problem>,
}

/// Reads a sheet file, a target table file, or a file with lists of both (`sheets:`, `targets:`), as
/// `import` prints it. A file with neither `annual` nor `long_term` nor `targets` is taken for sheets.
///
/// # Errors
/// Every problem of the file, in the order of its lines.
pub fn read_own_file(file: &str, bytes: &[u8]) -> Result<OwnFile, Vec<Problem>> {
    let input = Input::read(file, bytes)?;
    let mut problems = Problems::new(&input.source);
    let (sheets, targets) = if has(&input.root, &[TARGETS, NOTES]) {
        lists(&input, &mut problems)
    } else if has(&input.root, &[ANNUAL, LONG_TERM]) {
        let targets = target_yaml::read_nodes(&[&input.root], 0, &input, &mut problems);
        (Vec::new(), targets)
    } else {
        (sheet_yaml::read_input(&input, &mut problems), Vec::new())
    };
    if problems.is_empty() {
        return Ok(OwnFile {
            sheets,
            targets,
            notices: input.notices,
        });
    }
    let problems = problems.into_list();
    Err(input.notices.into_iter().chain(problems).collect())
}

fn has(root: &Node, names: &[Name]) -> bool {
    match &root.kind {
        NodeKind::Map(entries) => entries
            .iter()
            .any(|(key, _)| names.iter().any(|name| name.is(&key.text))),
        _ => false,
    }
}

/// Lists of both kinds; either may be empty, as in an import that found only one.
fn lists(input: &Input, problems: &mut Problems<'_>) -> (Vec<Sheet>, Vec<TargetTable>) {
    let Some(mut fields) = Fields::open(&input.root, FILE, problems) else {
        return Default::default();
    };
    let mut nodes = |name, problems: &mut Problems<'_>| -> Vec<&Node> {
        let list = fields.take(name, problems);
        list.map_or_else(Vec::new, |list| list_of(list, problems).iter().collect())
    };
    let sheets = nodes(SHEETS, problems);
    let targets = nodes(TARGETS, problems);
    fields.take(NOTES, problems);
    fields.close(problems);
    (
        sheet_yaml::read_nodes(&sheets, input, problems),
        target_yaml::read_nodes(&targets, sheets.len(), input, problems),
    )
}
