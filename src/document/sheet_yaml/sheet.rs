//! The sheet as a whole.

use super::cells::{entry, figure, origin, passage, passages, scope, words, year};
use super::{budget, indicators, keys, measures};
use crate::document::{Fields, Node, NodeKind, Problems, Shape, fields::wrong_shape};
use crate::sheet::{Budget, Entry, Scope, Sheet};

/// Reads one sheet. `None` when the node is no map or its scope is unknown; what is wrong is in
/// `problems` either way.
pub(super) fn read(node: &Node, problems: &mut Problems<'_>) -> Option<Sheet> {
    let mut fields = Fields::open(node, keys::SHEET, problems)?;
    let scope = scope(&mut fields, problems);
    let year = year(&mut fields, problems);
    let budget = match fields.take(keys::EXECUTION, problems) {
        Some(node) => budget::read(node, problems),
        None => Budget::default(),
    };
    let indicators = match fields.require(keys::INDICATORS, problems) {
        Some(node) => indicators::read(node, problems),
        None => Vec::new(),
    };
    let sheet = Sheet {
        id: String::new(),
        title: fields.text(keys::TITLE, problems).to_owned(),
        scope: scope.unwrap_or(Scope::Unit),
        year,
        unit: fields.text(keys::UNIT, problems).to_owned(),
        project: words(&mut fields, keys::PROJECT, problems),
        department: words(&mut fields, keys::DEPARTMENT, problems),
        budget,
        goals: passages(&mut fields, keys::GOALS, problems),
        indicators_full_mark: entry(&mut fields, keys::INDICATORS_FULL_MARK, problems),
        indicators,
        group_points: group_points(&mut fields, problems),
        inputs: measures::inputs(&mut fields, problems),
        total: entry(&mut fields, keys::TOTAL, problems),
        grade: passage(&mut fields, keys::GRADE, problems),
        indicator_count: entry(&mut fields, keys::INDICATOR_COUNT, problems),
        reasons: passages(&mut fields, keys::REASONS, problems),
        improvements: passages(&mut fields, keys::IMPROVEMENTS, problems),
        narrative: passages(&mut fields, keys::NARRATIVE, problems),
        projects: passages(&mut fields, keys::PROJECTS, problems),
        input_sha256: String::new(),
        origin: origin(node, problems),
    };
    fields.close(problems);
    scope.map(|_| sheet)
}

/// Points printed for whole groups: a map of labels.
fn group_points(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Vec<(String, Entry)> {
    let Some(node) = fields.take(keys::GROUP_POINTS, problems) else {
        return Vec::new();
    };
    match &node.kind {
        NodeKind::Map(entries) => entries
            .iter()
            .map(|(key, value)| (key.text.to_string(), figure(value, problems)))
            .collect(),
        _ => {
            if !node.is_blank() {
                problems.at_node(node, wrong_shape(Shape::Map, node));
            }
            Vec::new()
        }
    }
}
