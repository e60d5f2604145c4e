//! One target table and its rows.

use super::keys;
use crate::document::sheet_yaml::cells::{entry, money_unit, origin, scope, words, year, year_of};
use crate::document::{
    Fields, Node, NodeKind, ProblemKind, Problems, Shape,
    fields::{text_of, wrong_shape},
    levels,
};
use crate::sheet::{Scope, TargetRow, TargetTable, TargetValues};
use crate::value::Target;

/// Reads one table. `None` when the node is no map or its scope is unknown; what is wrong is in
/// `problems` either way.
pub(super) fn table(node: &Node, problems: &mut Problems<'_>) -> Option<TargetTable> {
    let mut fields = Fields::open(node, keys::TABLE, problems)?;
    let scope = scope(&mut fields, problems);
    if !fields.has(keys::LONG_TERM) && !fields.has(keys::ANNUAL) {
        problems.at_node(node, ProblemKind::NoIndicators);
    }
    let table = TargetTable {
        id: String::new(),
        title: fields.text(keys::TITLE, problems).to_owned(),
        scope: scope.unwrap_or(Scope::Unit),
        unit: fields.text(keys::UNIT, problems).to_owned(),
        project: words(&mut fields, keys::PROJECT, problems),
        year: year(&mut fields, problems),
        budget: entry(&mut fields, keys::BUDGET, problems),
        money_unit: money_unit(&mut fields, problems),
        long_term: rows(fields.take(keys::LONG_TERM, problems), problems),
        annual: rows(fields.take(keys::ANNUAL, problems), problems),
        origin: origin(node, problems),
    };
    fields.take(keys::ORIGIN, problems);
    fields.close(problems);
    scope.map(|_| table)
}

/// The rows of one part; a part without rows may be left out or stay an empty list.
fn rows(node: Option<&Node>, problems: &mut Problems<'_>) -> Vec<TargetRow> {
    let mut rows = Vec::new();
    match node {
        Some(Node {
            kind: NodeKind::List(items),
            ..
        }) if items.is_empty() => {}
        Some(node) => levels::walk(node, problems, &mut |node, labels, problems| {
            rows.extend(row(node, labels, problems));
        }),
        None => {}
    }
    rows
}

fn row(node: &Node, labels: &[String], problems: &mut Problems<'_>) -> Option<TargetRow> {
    let mut fields = Fields::open(node, keys::ROW, problems)?;
    let indicator = match fields.require(keys::INDICATOR, problems) {
        Some(node) => {
            let name = text_of(node, problems);
            if name == Some("") {
                problems.at_node(node, ProblemKind::BlankName);
            }
            name.unwrap_or("").to_owned()
        }
        None => String::new(),
    };
    let mut levels = levels::of_row(&mut fields, keys::LEVELS, labels, problems);
    for name in [keys::LEVEL1, keys::LEVEL2] {
        levels.extend(words(&mut fields, name, problems));
    }
    let row = TargetRow {
        levels,
        indicator,
        values: values(&mut fields, problems),
        full_mark: entry(&mut fields, keys::FULL_MARK, problems),
        basis: words(&mut fields, keys::BASIS, problems),
        doubtful: doubtful(&mut fields, problems),
        origin: origin(node, problems),
    };
    fields.take(keys::ORIGIN, problems);
    fields.close(problems);
    Some(row)
}

/// One value, or a value a year; one of the two has to be there.
fn values(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> TargetValues {
    let Some((key, years)) = fields.take_entry(keys::VALUES, problems) else {
        let node = fields.require(keys::VALUE, problems);
        let text = node.and_then(|node| text_of(node, problems)).unwrap_or("");
        return TargetValues::One(Target::read(text));
    };
    if let Some((one, _)) = fields.take_entry(keys::VALUE, problems) {
        let kind = ProblemKind::BothSpellings {
            key: one.text.to_string(),
            first: key.text.to_string(),
            first_line: key.line,
        };
        problems.at_key(one, kind);
    }
    let NodeKind::Map(entries) = &years.kind else {
        problems.at_node(years, wrong_shape(Shape::Map, years));
        return TargetValues::ByYear(Vec::new());
    };
    let mut values = Vec::new();
    for (key, node) in entries {
        let text = text_of(node, problems).unwrap_or("");
        match year_of(&key.text) {
            Some(year) => values.push((year, Target::read(text))),
            None => {
                let text = key.text.to_string();
                problems.at_key(key, ProblemKind::BadYear { text });
            }
        }
    }
    values.sort_by_key(|(year, _)| *year);
    TargetValues::ByYear(values)
}

fn doubtful(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> bool {
    let Some(node) = fields.take(keys::DOUBTFUL, problems) else {
        return false;
    };
    match text_of(node, problems) {
        Some("是" | "true" | "True" | "TRUE") => true,
        Some("" | "否" | "false" | "False" | "FALSE") | None => false,
        Some(text) => {
            let text = text.to_owned();
            let allowed = "`是` (`true`), `否` (`false`)";
            problems.at_node(node, ProblemKind::NotAllowed { text, allowed });
            false
        }
    }
}
