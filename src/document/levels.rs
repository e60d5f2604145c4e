//! Labels within labels, ending in lists: the tree that indicators and promised values stand in.

use super::fields::{list_of, text_of, wrong_shape};
use super::{Fields, Name, Node, NodeKind, ProblemKind, Problems, Shape};

/// The most labels above a row.
const MOST_LEVELS: usize = 8;

/// What is done with a row and the labels above it.
type Item<'f> = dyn FnMut(&Node, &[String], &mut Problems<'_>) + 'f;

/// Hands every row of the tree to `item`, with the labels above it. An empty tree is a problem.
pub(super) fn walk(node: &Node, problems: &mut Problems<'_>, item: &mut Item<'_>) {
    if node.is_blank() || is_empty(node) {
        problems.at_node(node, ProblemKind::NoIndicators);
    } else {
        walk_level(node, &mut Vec::new(), problems, item);
    }
}

/// Calls itself once a level, which [`MOST_LEVELS`] bounds.
fn walk_level(
    node: &Node,
    labels: &mut Vec<String>,
    problems: &mut Problems<'_>,
    item: &mut Item<'_>,
) {
    match &node.kind {
        NodeKind::List(rows) => {
            for row in rows {
                item(row, labels, problems);
            }
        }
        NodeKind::Map(entries) => {
            for (key, below) in entries {
                if labels.len() == MOST_LEVELS {
                    problems.at_key(key, ProblemKind::TooManyLevels { limit: MOST_LEVELS });
                    return;
                }
                if below.is_blank() || is_empty(below) {
                    let label = key.text.to_string();
                    problems.at_key(key, ProblemKind::EmptyLevel { label });
                    continue;
                }
                labels.push(key.text.to_string());
                walk_level(below, labels, problems, item);
                labels.pop();
            }
        }
        NodeKind::Scalar { .. } => {
            problems.at_node(node, wrong_shape(Shape::ListOrMap, node));
        }
    }
}

fn is_empty(node: &Node) -> bool {
    match &node.kind {
        NodeKind::List(items) => items.is_empty(),
        NodeKind::Map(entries) => entries.is_empty(),
        NodeKind::Scalar { .. } => false,
    }
}

/// The labels above a row and those it names itself.
pub(super) fn of_row(
    fields: &mut Fields<'_>,
    name: Name,
    labels: &[String],
    problems: &mut Problems<'_>,
) -> Vec<String> {
    let mut levels = labels.to_vec();
    let Some(list) = fields.take(name, problems) else {
        return levels;
    };
    for item in list_of(list, problems) {
        if levels.len() == MOST_LEVELS {
            problems.at_node(item, ProblemKind::TooManyLevels { limit: MOST_LEVELS });
            break;
        }
        levels.extend(text_of(item, problems).map(str::to_owned));
    }
    levels
}
