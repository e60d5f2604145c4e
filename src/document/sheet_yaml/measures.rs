//! One target/actual pair.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cells::{entry, origin, passage};
use super::keys;
use crate::document::{
    Fields, Name, Node, NodeKind, ProblemKind, Problems, Shape,
    fields::{text_of, wrong_shape},
};
use crate::sheet::{Direction, Measure, Text};
use crate::value::{Actual, Target, Written, read as read_value, read_figure};

/// Reads an item of `measures`. A reason beside it joins the reason of its indicator.
pub(super) fn read(
    node: &Node,
    reason: &mut Option<Text>,
    problems: &mut Problems<'_>,
) -> Option<Measure> {
    let mut fields = Fields::open(node, keys::MEASURE, problems)?;
    let own_reason = passage(&mut fields, keys::REASON, problems);
    match (reason.as_mut(), own_reason) {
        (Some(reason), Some(own)) => {
            reason.text.push('\n');
            reason.text.push_str(&own.text);
        }
        (None, Some(own)) => *reason = Some(own),
        (_, None) => {}
    }
    let measure = read_inline(&mut fields, problems);
    fields.close(problems);
    Some(measure)
}

/// Reads the measure whose keys stand among those of its indicator.
pub(super) fn read_inline(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Measure {
    let target = fields.require(keys::TARGET, problems);
    let actual = fields.take(keys::ACTUAL, problems);
    Measure {
        row: 0,
        target: Target::read(cell(target, problems)),
        actual: Actual::read(cell(actual, problems)),
        full_mark: entry(fields, keys::FULL_MARK, problems),
        points: entry(fields, keys::POINTS, problems),
        direction: direction(fields, problems),
        judged: judged(fields, problems),
        applicable: applicable(fields, problems),
        inputs: inputs(fields, problems),
        places: Default::default(),
        origin: origin(fields.node(), problems),
    }
}

/// The text of a cell; "" when nothing stands there.
fn cell<'n>(node: Option<&'n Node>, problems: &mut Problems<'_>) -> &'n str {
    node.and_then(|node| text_of(node, problems)).unwrap_or("")
}

/// The text of a key that takes one of a few words; `None` when it is missing, blank or no text.
fn choice<'n>(
    fields: &mut Fields<'n>,
    name: Name,
    problems: &mut Problems<'_>,
) -> Option<(&'n Node, &'n str)> {
    let node = fields.take(name, problems)?;
    let text = text_of(node, problems)?;
    (!text.is_empty()).then_some((node, text))
}

fn direction(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Option<Direction> {
    let (node, text) = choice(fields, keys::DIRECTION, problems)?;
    allowed(direction_of(text), DIRECTIONS, node, text, problems)
}

/// What 指标性质 may say.
pub(crate) const DIRECTIONS: &str =
    "`正向` (`at_least`, `≥`), `反向` (`at_most`, `≤`), `等于` (`equal`, `=`)";

/// The direction a word states.
pub(crate) fn direction_of(text: &str) -> Option<Direction> {
    match text {
        "正向" | "≥" | ">=" | "at_least" => Some(Direction::AtLeast),
        "反向" | "≤" | "<=" | "at_most" => Some(Direction::AtMost),
        "等于" | "=" | "＝" | "equal" => Some(Direction::Equal),
        _ => None,
    }
}

fn judged(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Option<Decimal> {
    let (node, text) = choice(fields, keys::JUDGED, problems)?;
    let judged = judged_of(text);
    if judged.is_none() {
        let text = text.to_owned();
        problems.at_node(node, ProblemKind::BadRatio { text });
    }
    judged
}

/// A completion from 0 to 1.
pub(crate) fn judged_of(text: &str) -> Option<Decimal> {
    let figure = read_figure(text).ok().flatten()?;
    let fits = figure.value >= Decimal::ZERO && figure.value <= Decimal::ONE;
    fits.then_some(figure.value)
}

fn applicable(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> bool {
    let Some((node, text)) = choice(fields, keys::APPLICABLE, problems) else {
        return true;
    };
    allowed(applicable_of(text), APPLICABLE, node, text, problems).unwrap_or(true)
}

/// What 是否适用 may say.
pub(crate) const APPLICABLE: &str = "`是` (`true`), `否` (`false`)";

/// Yes or no.
pub(crate) fn applicable_of(text: &str) -> Option<bool> {
    match text {
        "是" | "true" | "True" | "TRUE" => Some(true),
        "否" | "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

/// What a word means; a word that means nothing here is a problem.
fn allowed<T>(
    meant: Option<T>,
    allowed: &'static str,
    node: &Node,
    text: &str,
    problems: &mut Problems<'_>,
) -> Option<T> {
    if meant.is_none() {
        let text = text.to_owned();
        problems.at_node(node, ProblemKind::NotAllowed { text, allowed });
    }
    meant
}

/// Named extra figures.
pub(super) fn inputs(
    fields: &mut Fields<'_>,
    problems: &mut Problems<'_>,
) -> BTreeMap<String, Written> {
    let Some(node) = fields.take(keys::INPUTS, problems) else {
        return BTreeMap::new();
    };
    match &node.kind {
        NodeKind::Map(entries) => entries
            .iter()
            .map(|(key, value)| {
                (
                    key.text.to_string(),
                    read_value(cell(Some(value), problems)),
                )
            })
            .collect(),
        _ => {
            if !node.is_blank() {
                problems.at_node(node, wrong_shape(Shape::Map, node));
            }
            BTreeMap::new()
        }
    }
}
