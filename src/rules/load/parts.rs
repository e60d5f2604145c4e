//! The parts of `pack.yaml` with weights, functions, rounding and bands.

use std::collections::BTreeMap;

use super::keys::*;
use super::shapes::{bilingual, choice, entries, number, required_text};
use crate::document::{Fields, Name, Node, ProblemKind, Problems, list_of, text_of};
use crate::number::{Rounding, RoundingMode};
use crate::rules::pack::{
    Asked, ExecutionPart, GradeBand, Group, IndicatorsPart, RoundingSteps, RulePack,
};
use crate::words::rules as words;

/// A text that must be there, unless the base has it.
fn text_or(
    fields: &mut Fields<'_>,
    name: Name,
    base: Option<&String>,
    problems: &mut Problems<'_>,
) -> String {
    match base {
        None => required_text(fields, name, problems),
        Some(base) => match fields.text(name, problems) {
            "" => base.clone(),
            own => own.to_owned(),
        },
    }
}

/// A number that must be there, unless the base has it.
fn weight_or(
    fields: &mut Fields<'_>,
    base: Option<rust_decimal::Decimal>,
    problems: &mut Problems<'_>,
) -> Option<rust_decimal::Decimal> {
    let node = match base {
        None => fields.require(WEIGHT, problems),
        Some(_) => fields.take(WEIGHT, problems),
    };
    node.and_then(|node| number(node, problems)).or(base)
}

pub(super) fn execution(
    node: &Node,
    base: Option<&ExecutionPart>,
    problems: &mut Problems<'_>,
) -> Option<ExecutionPart> {
    let mut fields = Fields::open(node, &[WEIGHT, FUNCTION, CITATION], problems)?;
    let weight = weight_or(&mut fields, base.map(|base| base.weight), problems);
    let of_base = base.map(|base| &base.function);
    let function = text_or(&mut fields, FUNCTION, of_base, problems);
    let of_base = base.map(|base| &base.citation);
    let citation = text_or(&mut fields, CITATION, of_base, problems);
    fields.close(problems);
    Some(ExecutionPart {
        weight: weight?,
        function,
        citation,
    })
}

pub(super) fn indicators(
    node: &Node,
    base: Option<&IndicatorsPart>,
    problems: &mut Problems<'_>,
) -> Option<IndicatorsPart> {
    const KEYS: &[Name] = &[WEIGHT, LEVELS, GROUPS, FULL_MARK_EACH, CITATION];
    let mut fields = Fields::open(node, KEYS, problems)?;
    let weight = weight_or(&mut fields, base.map(|base| base.weight), problems);
    let levels = fields.take(LEVELS, problems).map(|node| {
        let entries = entries(node, problems).iter();
        entries
            .filter_map(|(key, node)| Some((key.text.to_string(), number(node, problems)?)))
            .collect()
    });
    let groups = fields
        .take(GROUPS, problems)
        .map(|node| groups(node, problems));
    let each = fields
        .take(FULL_MARK_EACH, problems)
        .and_then(|node| number(node, problems));
    let of_base = base.map(|base| &base.citation);
    let citation = text_or(&mut fields, CITATION, of_base, problems);
    fields.close(problems);
    Some(IndicatorsPart {
        weight: weight?,
        levels: levels
            .or_else(|| Some(base?.levels.clone()))
            .unwrap_or_default(),
        groups: groups
            .or_else(|| Some(base?.groups.clone()))
            .unwrap_or_default(),
        full_mark_each: each.or_else(|| base?.full_mark_each),
        citation,
    })
}

/// Groups nest as deep as the file does, which the reader limits.
fn groups(node: &Node, problems: &mut Problems<'_>) -> Vec<Group> {
    let items = list_of(node, problems).iter();
    items.filter_map(|item| group(item, problems)).collect()
}

fn group(node: &Node, problems: &mut Problems<'_>) -> Option<Group> {
    const KEYS: &[Name] = &[LABEL, WEIGHT, FUNCTION, CITATION, GROUPS];
    let mut fields = Fields::open(node, KEYS, problems)?;
    let label = required_text(&mut fields, LABEL, problems);
    let weight = weight_or(&mut fields, None, problems);
    let function = required_text(&mut fields, FUNCTION, problems);
    let citation = fields.text(CITATION, problems).to_owned();
    let inner = fields
        .take(GROUPS, problems)
        .map(|node| groups(node, problems));
    fields.close(problems);
    Some(Group {
        label,
        weight: weight?,
        asked: Asked { function, citation },
        groups: inner.unwrap_or_default(),
    })
}

/// `{function, citation}`; the clause may be left out.
pub(super) fn asked(node: &Node, problems: &mut Problems<'_>) -> Option<Asked> {
    let mut fields = Fields::open(node, &[FUNCTION, CITATION], problems)?;
    let function = required_text(&mut fields, FUNCTION, problems);
    let citation = fields.text(CITATION, problems).to_owned();
    fields.close(problems);
    Some(Asked { function, citation })
}

pub(super) fn rounding(
    node: &Node,
    base: Option<(RoundingSteps, String)>,
    problems: &mut Problems<'_>,
) -> Option<(RoundingSteps, String)> {
    const KEYS: &[Name] = &[ROWS, EXECUTION, GROUPS, TOTAL, NAMED, CITATION];
    let mut fields = Fields::open(node, KEYS, problems)?;
    let (steps, of_base) = base.unzip();
    let steps = steps.as_ref();
    let mut given = |name| fields.take(name, problems).map(|node| step(node, problems));
    let own = [ROWS, EXECUTION, GROUPS, TOTAL].map(&mut given);
    let [rows, execution, groups, total] = own;
    let mut named = steps.map_or_else(BTreeMap::new, |steps| steps.named.clone());
    if let Some(node) = fields.take(NAMED, problems) {
        for (key, node) in entries(node, problems) {
            if let Some(step) = step(node, problems) {
                named.insert(key.text.to_string(), step);
            }
        }
    }
    let citation = text_or(&mut fields, CITATION, of_base.as_ref(), problems);
    // Schemes without an execution part round none; then the step of the rows stands in, unused.
    for (name, own, of_base) in [
        (ROWS, &rows, steps.map(|steps| steps.rows)),
        (TOTAL, &total, steps.map(|steps| steps.total)),
    ] {
        if own.is_none() && of_base.is_none() {
            fields.require(name, problems);
        }
    }
    fields.close(problems);
    let rows = rows.unwrap_or(steps.map(|steps| steps.rows))?;
    let execution = execution.unwrap_or(steps.map(|steps| steps.execution));
    let steps = RoundingSteps {
        rows,
        execution: execution.unwrap_or(rows),
        groups: groups.unwrap_or(steps.and_then(|steps| steps.groups)),
        total: total.unwrap_or(steps.map(|steps| steps.total))?,
        named,
    };
    Some((steps, citation))
}

/// `{mode, places}`.
fn step(node: &Node, problems: &mut Problems<'_>) -> Option<Rounding> {
    let mut fields = Fields::open(node, &[MODE, PLACES], problems)?;
    let modes = RoundingMode::ALL.map(|mode| (mode.name(), mode));
    let mode = choice(&mut fields, MODE, problems, &modes);
    let places = fields
        .require(PLACES, problems)
        .and_then(|node| places(node, problems));
    fields.close(problems);
    Some(Rounding {
        mode: mode.unwrap_or(RoundingMode::HalfUp),
        places: places?,
    })
}

fn places(node: &Node, problems: &mut Problems<'_>) -> Option<u32> {
    let text = text_of(node, problems)?;
    let places = text
        .parse()
        .ok()
        .filter(|places| *places <= Rounding::MOST_PLACES);
    if places.is_none() {
        let kind = ProblemKind::said(
            |lang| words::not_places(lang, text),
            |lang| words::not_places_help(lang, Rounding::MOST_PLACES),
        );
        problems.at_node(node, kind);
    }
    places
}

/// The bands, the function that names the grade instead of them, and the clause.
pub(super) type Grades = (Vec<GradeBand>, Option<String>, String);

pub(super) fn grades(
    node: &Node,
    base: Option<&RulePack>,
    problems: &mut Problems<'_>,
) -> Option<Grades> {
    let mut fields = Fields::open(node, &[CITATION, FUNCTION, BANDS], problems)?;
    let of_base = base.map(|base| &base.grades_citation);
    let citation = text_or(&mut fields, CITATION, of_base, problems);
    let function = fields.text(FUNCTION, problems).to_owned();
    let function = Some(function).filter(|name| !name.is_empty());
    let bands = match base {
        Some(_) => fields.take(BANDS, problems),
        None => fields.require(BANDS, problems),
    };
    let bands = bands.map(|node| {
        let items = list_of(node, problems).iter();
        items.filter_map(|item| grade(item, problems)).collect()
    });
    fields.close(problems);
    let bands = bands.or_else(|| Some(base?.grades.clone()))?;
    let function = function.or_else(|| base?.grade_function.clone());
    Some((bands, function, citation))
}

fn grade(node: &Node, problems: &mut Problems<'_>) -> Option<GradeBand> {
    let mut fields = Fields::open(node, &[NAME, FROM, ABOVE, TO], problems)?;
    let name = fields
        .require(NAME, problems)
        .map(|node| bilingual(node, problems));
    let above = fields.take(ABOVE, problems);
    let from = match above {
        Some(node) => number(node, problems),
        None => fields
            .require(FROM, problems)
            .and_then(|node| number(node, problems)),
    };
    let to = fields.take(TO, problems);
    let to = to.and_then(|node| number(node, problems));
    fields.close(problems);
    Some(GradeBand {
        name: name?,
        from: from?,
        inclusive: above.is_none(),
        to,
    })
}
