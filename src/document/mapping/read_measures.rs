//! The measures of a mapping: blocks of a wide table, repeated for names; the columns of a long one.

use super::keys;
use super::plan::MeasurePlan;
use super::read::named;
use super::reference::{Bare, Item, Kind, Place, Reference};
use crate::document::sheet_yaml::measures::{
    APPLICABLE, DIRECTIONS, applicable_of, direction_of, judged_of,
};
use crate::document::{
    Fields, Name, Node, NodeKind, ProblemKind, Problems, Shape, list_of, text_of, wrong_shape,
};
use crate::words::mapping as words;

/// The most measures one mapping describes.
const MOST_MEASURES: usize = 4_096;
/// The most labels above an indicator.
const MOST_LEVELS: usize = 8;

/// Every measure of a wide table.
pub(super) fn blocks(node: &Node, problems: &mut Problems<'_>) -> Vec<MeasurePlan<Reference>> {
    // One block may stand without a list around it.
    let blocks = match &node.kind {
        NodeKind::Map(_) => std::slice::from_ref(node),
        _ => list_of(node, problems),
    };
    let mut plans = Vec::new();
    for block in blocks {
        let Some(items) = items(block, problems) else {
            continue;
        };
        for item in items {
            if plans.len() == MOST_MEASURES || problems.is_full() {
                problems.at_node(block, too_many());
                return plans;
            }
            plans.extend(wide(block, &item, problems));
            // What is wrong with a block is wrong for each of its items.
            if !problems.is_empty() {
                break;
            }
        }
    }
    if plans.is_empty() && problems.is_empty() {
        problems.at_node(node, ProblemKind::NoIndicators);
    }
    plans
}

fn too_many() -> ProblemKind {
    ProblemKind::said(
        |lang| words::too_many_plans(lang, MOST_MEASURES),
        |_| String::new(),
    )
}

/// What a block is repeated for: once with nothing, or the items of `each`.
fn items(block: &Node, problems: &mut Problems<'_>) -> Option<Vec<Vec<(String, String)>>> {
    let NodeKind::Map(entries) = &block.kind else {
        problems.at_node(block, wrong_shape(Shape::Map, block));
        return None;
    };
    let each = entries.iter().find(|(key, _)| keys::EACH.is(&key.text));
    let Some((key, each)) = each else {
        return Some(vec![Vec::new()]);
    };
    let before = problems.is_empty();
    let nodes = list_of(each, problems);
    if nodes.is_empty() && before {
        let kind = ProblemKind::said(words::each_of_nothing, words::each_help);
        problems.at_key(key, kind);
    }
    if nodes.len() > MOST_MEASURES {
        problems.at_key(key, too_many());
        return None;
    }
    let items = nodes.iter().filter_map(|node| match &node.kind {
        NodeKind::Scalar { .. } => {
            let text = node.text().unwrap_or_default().to_owned();
            let both = ["name", "名称"].map(|name| (name.to_owned(), text.clone()));
            Some(both.to_vec())
        }
        NodeKind::Map(entries) => {
            let texts = entries.iter().filter_map(|(key, node)| {
                let text = text_of(node, problems)?;
                Some((key.text.trim().to_owned(), text.to_owned()))
            });
            Some(texts.collect())
        }
        NodeKind::List(_) => {
            problems.at_node(node, wrong_shape(Shape::Text, node));
            None
        }
    });
    Some(items.collect())
}

fn wide(block: &Node, item: &Item, problems: &mut Problems<'_>) -> Option<MeasurePlan<Reference>> {
    let mut fields = Fields::open(block, keys::BLOCK, problems)?;
    fields.take(keys::EACH, problems);
    let before = problems.is_empty();
    let plan = measure(&mut fields, Bare::Constant, Bare::Column, item, problems);
    let of_item = item.iter().find(|(key, _)| key == "name" || key == "名称");
    let of_item = of_item.map(|(_, name)| Reference {
        kind: Kind::Constant(name.clone()),
        place: Place::of(block),
    });
    let name = plan.name.clone().or(of_item);
    if name.is_none() && before {
        fields.require(keys::INDICATOR, problems);
    }
    fields.close(problems);
    let plan = MeasurePlan { name, ..plan };
    if before && problems.is_empty() && plan.values().all(|one| one.columns().is_empty()) {
        let kind = ProblemKind::said(words::no_column_at_all, words::no_column_at_all_help);
        problems.at(block.line, block.column, 1, kind);
    }
    Some(plan)
}

/// Plans, and the indicators those from the second on are for.
pub(super) type Rows = (Vec<MeasurePlan<Reference>>, Vec<(String, Place)>);

/// The columns of a long table, then the same once for every indicator something is fixed for, and the
/// names of those.
pub(super) fn rows(node: &Node, fixed: Option<&Node>, problems: &mut Problems<'_>) -> Rows {
    let Some(mut fields) = Fields::open(node, keys::ROW, problems) else {
        return Default::default();
    };
    let general = measure(&mut fields, Bare::Column, Bare::Column, &[], problems);
    if general.name.is_none() {
        fields.require(keys::INDICATOR, problems);
    }
    fields.close(problems);
    let (mut plans, mut names) = (vec![general.clone()], Vec::new());
    let Some(fixed) = fixed.filter(|fixed| !fixed.is_blank()) else {
        return (plans, names);
    };
    let NodeKind::Map(entries) = &fixed.kind else {
        problems.at_node(fixed, wrong_shape(Shape::Map, fixed));
        return (plans, names);
    };
    if entries.len() > MOST_MEASURES {
        problems.at_node(fixed, too_many());
        return (plans, names);
    }
    for (key, node) in entries {
        let Some(mut fields) = Fields::open(node, keys::ROW, problems) else {
            continue;
        };
        let own = measure(&mut fields, Bare::Constant, Bare::Constant, &[], problems);
        fields.close(problems);
        plans.push(own.over(&general));
        names.push((
            key.text.trim().to_owned(),
            Place {
                line: key.line,
                column: key.column,
                length: key.length(),
            },
        ));
    }
    (plans, names)
}

/// Reads the keys a block, `rows` and a fixed indicator share. `words` says what a bare text means for
/// name and labels, `values` what it means for the rest.
fn measure(
    fields: &mut Fields<'_>,
    words: Bare,
    values: Bare,
    item: &Item,
    problems: &mut Problems<'_>,
) -> MeasurePlan<Reference> {
    let place = Place::of(fields.node());
    let levels = fields
        .take(keys::LEVELS, problems)
        .map_or_else(Vec::new, |node| levels(node, words, item, problems));
    let mut one = |name: Name, bare: Bare| {
        let node = fields.take(name, problems)?;
        Reference::read(node, bare, item, problems)
    };
    let plan = MeasurePlan {
        name: one(keys::INDICATOR, words),
        levels,
        target: one(keys::TARGET, values),
        actual: one(keys::ACTUAL, values),
        full_mark: one(keys::FULL_MARK, values),
        points: one(keys::POINTS, values),
        direction: one(keys::DIRECTION, values),
        judged: one(keys::JUDGED, values),
        applicable: one(keys::APPLICABLE, values),
        reason: one(keys::REASON, values),
        inputs: Vec::new(),
        place,
    };
    let inputs = named(fields, keys::INPUTS, values, item, problems);
    let words =
        |problems: &mut Problems<'_>, one: Option<Reference>, allowed, means: fn(&str) -> bool| {
            one.map(|one| word(one, allowed, means, problems))
        };
    MeasurePlan {
        direction: words(problems, plan.direction, DIRECTIONS, |text| {
            direction_of(text).is_some()
        }),
        applicable: words(problems, plan.applicable, APPLICABLE, |text| {
            applicable_of(text).is_some()
        }),
        judged: words(problems, plan.judged, JUDGED, |text| {
            judged_of(text).is_some()
        }),
        inputs,
        ..plan
    }
}

/// What 人工评定 may say.
const JUDGED: &str = "`0` … `1`, `0%` … `100%`";

/// A reference that may also be one of a few words without `{value: …}` around it.
fn word(
    mut one: Reference,
    allowed: &'static str,
    means: fn(&str) -> bool,
    problems: &mut Problems<'_>,
) -> Reference {
    match &one.kind {
        Kind::Column(text) if means(text) => one.kind = Kind::Constant(text.clone()),
        Kind::Constant(text) if !means(text) => {
            let text = text.clone();
            let Place {
                line,
                column,
                length,
            } = one.place;
            problems.at(
                line,
                column,
                length,
                ProblemKind::NotAllowed { text, allowed },
            );
        }
        _ => {}
    }
    one
}

/// One label, or a list of labels.
fn levels(node: &Node, bare: Bare, item: &Item, problems: &mut Problems<'_>) -> Vec<Reference> {
    let nodes = match &node.kind {
        NodeKind::List(nodes) => nodes.as_slice(),
        _ => std::slice::from_ref(node),
    };
    if let Some(node) = nodes.get(MOST_LEVELS) {
        problems.at_node(node, ProblemKind::TooManyLevels { limit: MOST_LEVELS });
    }
    let labels = nodes.iter().take(MOST_LEVELS);
    labels
        .filter_map(|node| Reference::read(node, bare, item, problems))
        .collect()
}
