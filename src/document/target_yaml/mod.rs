//! 绩效目标表 as YAML or JSON: what `import` writes and `form` reads (`docs/targets.md`).

pub mod keys;
mod read;
mod write;

use super::{Input, Node, Problem, Problems};
use crate::sheet::TargetTable;

pub use write::write_targets;

/// Reads the target tables of a file: one, or several in a list `targets:` (`绩效目标表:`).
///
/// ```
/// let text = "范围: 项目\n年度绩效目标:\n  产出指标:\n    数量指标:\n      - {指标名称: 直播, 各年指标值: {2025: 10期, 2026: 12期}}\n";
/// let tables = jixiao::document::read_targets("a.yaml", text.as_bytes()).unwrap();
/// assert_eq!(tables[0].annual[0].levels, ["产出指标", "数量指标"]);
/// ```
///
/// # Errors
/// Every problem of the file, in the order of its lines.
pub fn read_targets(file: &str, bytes: &[u8]) -> Result<Vec<TargetTable>, Vec<Problem>> {
    super::read_own_file(file, bytes).map(|read| read.targets)
}

/// Target tables that stand one after the other in a file.
pub(super) fn read_nodes(
    nodes: &[&Node],
    before: usize,
    input: &Input,
    problems: &mut Problems<'_>,
) -> Vec<TargetTable> {
    let mut tables = Vec::new();
    for (index, node) in (before..).zip(nodes) {
        if let Some(mut table) = read::table(node, problems) {
            table.id = input.id(index);
            tables.push(table);
        }
    }
    tables
}
