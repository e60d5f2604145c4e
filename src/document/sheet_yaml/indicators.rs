//! 绩效指标: labels within labels, ending in lists of indicators.

use super::cells::{entry, origin, passage};
use super::{keys, measures};
use crate::document::{
    Fields, Node, ProblemKind, Problems,
    fields::{list_of, text_of},
    levels,
};
use crate::sheet::{Entry, Indicator, Measure};

/// Reads `indicators` and numbers the measures in the order of the form.
pub(super) fn read(node: &Node, problems: &mut Problems<'_>) -> Vec<Indicator> {
    let mut indicators = Vec::new();
    levels::walk(node, problems, &mut |row, labels, problems| {
        indicators.extend(read_indicator(row, labels, problems));
    });
    let mut row = 0;
    for measure in indicators.iter_mut().flat_map(|i| &mut i.measures) {
        row += 1;
        measure.row = row;
    }
    indicators
}

/// Reads a row that stands alone: an indicator with one measure, its name and level optional.
pub(super) fn read_row(node: &Node, problems: &mut Problems<'_>) -> Option<Indicator> {
    let mut fields = Fields::open(node, keys::ROW, problems)?;
    let name = fields.text(keys::NAME, problems).to_owned();
    let level = fields.text(keys::LEVEL1, problems).to_owned();
    let measure = Measure {
        row: 1,
        ..measures::read_inline(&mut fields, problems)
    };
    fields.close(problems);
    Some(Indicator {
        levels: Some(level)
            .filter(|level| !level.is_empty())
            .into_iter()
            .collect(),
        name,
        full_mark: Entry::Blank,
        measures: vec![measure],
        reason: None,
        origin: origin(node, problems),
    })
}

fn read_indicator(
    node: &Node,
    labels: &[String],
    problems: &mut Problems<'_>,
) -> Option<Indicator> {
    let mut fields = Fields::open(node, keys::INDICATOR, problems)?;
    let name = match fields.require(keys::NAME, problems) {
        Some(node) => {
            let name = text_of(node, problems);
            if name == Some("") {
                problems.at_node(node, ProblemKind::BlankName);
            }
            name.unwrap_or("").to_owned()
        }
        None => String::new(),
    };
    let levels = levels::of_row(&mut fields, keys::LEVELS, labels, problems);
    let mut reason = passage(&mut fields, keys::REASON, problems);
    let (full_mark, measures) = match fields.take_entry(keys::MEASURES, problems) {
        Some((key, list)) => {
            refuse_inline_measure(&mut fields, problems);
            let full_mark = entry(&mut fields, keys::FULL_MARK, problems);
            let before = problems.is_empty();
            let items = list_of(list, problems);
            if items.is_empty() && before == problems.is_empty() {
                problems.at_key(key, ProblemKind::NoMeasures);
            }
            let measures = items
                .iter()
                .filter_map(|item| measures::read(item, &mut reason, problems))
                .collect();
            (full_mark, measures)
        }
        None => (
            Entry::Blank,
            vec![measures::read_inline(&mut fields, problems)],
        ),
    };
    fields.close(problems);
    Some(Indicator {
        levels,
        name,
        full_mark,
        measures,
        reason,
        origin: origin(node, problems),
    })
}

/// Target, actual and points belong into the items of `measures` when there are such.
fn refuse_inline_measure(fields: &mut Fields<'_>, problems: &mut Problems<'_>) {
    for name in keys::MEASURE {
        if matches!(*name, keys::FULL_MARK | keys::REASON) {
            continue;
        }
        if let Some((key, _)) = fields.take_entry(*name, problems) {
            let text = key.text.to_string();
            problems.at_key(key, ProblemKind::MeasuresAndTarget { key: text });
        }
    }
}
