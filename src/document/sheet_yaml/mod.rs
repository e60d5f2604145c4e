//! 自评表 as YAML or JSON: what a clerk types and `import` writes (`docs/sheet.md`).

mod budget;
pub(super) mod cells;
mod indicators;
pub mod keys;
pub(super) mod measures;
mod record;
mod sheet;
mod write;

use super::{Input, Node, NodeKind, Problem, ProblemKind, Problems, fields::list_of};
use crate::sheet::Sheet;

pub(crate) use measures::{APPLICABLE, DIRECTIONS, applicable_of, direction_of, judged_of};
pub use record::read_record;
pub use write::write_sheet;

/// The sheets of one file, and what the user should know about the reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFile {
    /// The sheets, in the order of the file; at least one.
    pub sheets: Vec<Sheet>,
    /// Notices, such as [`ProblemKind::ReadAsGb18030`]; the sheets are complete in spite of them.
    pub notices: Vec<Problem>,
}

/// Reads the sheets of a file: JSON if its name ends in `.json`, else YAML. One sheet is the whole
/// file; several stand in a list `sheets:` (`自评表:`).
///
/// ```
/// let text = "范围: 项目\n绩效指标:\n  - {指标名称: 课题攻关, 指标值: 3个, 实际完成值: 4个, 得分: 2}\n";
/// let sheets = jixiao::document::read_sheets("a.yaml", text.as_bytes()).unwrap();
/// assert_eq!(sheets[0].id, "a");
/// assert_eq!(sheets[0].indicators[0].measures[0].actual.0.text, "4个");
/// ```
///
/// # Errors
/// Every problem of the file, in the order of its lines. A figure that is no number is not among
/// them: the sheet says so itself ([`crate::sheet::Entry::Unreadable`]), and the audit will.
pub fn read_sheets(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Vec<Problem>> {
    read_sheet_file(file, bytes).map(|read| read.sheets)
}

/// [`read_sheets`], with the notices.
///
/// # Errors
/// As [`read_sheets`].
pub fn read_sheet_file(file: &str, bytes: &[u8]) -> Result<SheetFile, Vec<Problem>> {
    let input = Input::read(file, bytes)?;
    let mut problems = Problems::new(&input.source);
    let sheets = read_input(&input, &mut problems);
    if problems.is_empty() {
        return Ok(SheetFile {
            sheets,
            notices: input.notices,
        });
    }
    let problems = problems.into_list();
    Err(input.notices.into_iter().chain(problems).collect())
}

/// The sheets of a file that is read already.
pub(super) fn read_input(input: &Input, problems: &mut Problems<'_>) -> Vec<Sheet> {
    let nodes = sheet_nodes(&input.root, problems);
    read_nodes(&nodes, input, problems)
}

/// Sheets that stand one after the other in a file.
pub(super) fn read_nodes(
    nodes: &[&Node],
    input: &Input,
    problems: &mut Problems<'_>,
) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        if let Some(mut sheet) = sheet::read(node, problems) {
            sheet.id = input.id(index);
            sheet.input_sha256.clone_from(&input.sha256);
            sheets.push(sheet);
        }
    }
    sheets
}

/// A sheet, a row or a money block inside another file: the worked cases of rule packs.
pub(crate) mod part {
    use super::{Node, Problems, Sheet, budget, indicators, sheet};
    use crate::sheet::{Budget, Indicator};

    /// A whole sheet.
    pub(crate) fn read_sheet(node: &Node, problems: &mut Problems<'_>) -> Option<Sheet> {
        sheet::read(node, problems)
    }

    /// An indicator with one measure.
    pub(crate) fn read_row(node: &Node, problems: &mut Problems<'_>) -> Option<Indicator> {
        indicators::read_row(node, problems)
    }

    /// 预算执行情况.
    pub(crate) fn read_budget(node: &Node, problems: &mut Problems<'_>) -> Budget {
        budget::read(node, problems)
    }
}

/// The nodes that are sheets: the items of `sheets`, or the whole file.
fn sheet_nodes<'n>(root: &'n Node, problems: &mut Problems<'_>) -> Vec<&'n Node> {
    let has_list = match &root.kind {
        NodeKind::Map(entries) => entries.iter().any(|(key, _)| keys::SHEETS.is(&key.text)),
        _ => false,
    };
    if !has_list {
        return vec![root];
    }
    let Some(mut fields) = super::Fields::open(root, keys::FILE, problems) else {
        return Vec::new();
    };
    let nodes = match fields.take(keys::SHEETS, problems) {
        Some(list) => {
            let before = problems.is_empty();
            let items = list_of(list, problems);
            if items.is_empty() && before == problems.is_empty() {
                problems.at_node(list, ProblemKind::EmptyList);
            }
            items.iter().collect()
        }
        None => Vec::new(),
    };
    fields.close(problems);
    nodes
}
