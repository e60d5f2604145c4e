//! What has to hold between the parts of a pack.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::keys::{BANDS, CITATION, FUNCTION};
use super::places::{items, named};
use crate::document::{Node, NodeKind, ProblemKind, Problems, nearest};
use crate::rules::host::Function;
use crate::rules::lint::band_edge;
use crate::rules::pack::{Group, RulePack, When};
use crate::words::rules as words;

/// Checks the data: citations that exist, weights that add up, bands in order, methods in reach.
pub(super) fn data(pack: &RulePack, root: &Node, problems: &mut Problems<'_>) {
    citations(pack, root, problems);
    weights(pack, root, problems);
    bands(pack, root, problems);
    methods(pack, root, problems);
}

/// Checks that every function the description names is defined with one or two arguments.
pub(super) fn functions(
    pack: &RulePack,
    defined: &[Function],
    root: &Node,
    problems: &mut Problems<'_>,
) {
    let methods = pack.methods.iter().map(|method| method.function.as_str());
    let execution = pack.execution.iter().map(|part| part.function.as_str());
    let asked = pack.asked().map(|asked| asked.function.as_str());
    let names = methods
        .chain(execution)
        .chain(asked)
        .chain(pack.grade_function.as_deref());
    let distinct: BTreeSet<&str> = names.filter(|name| !name.is_empty()).collect();
    for name in distinct {
        let nodes = named(root, FUNCTION, name);
        match defined.iter().find(|function| function.name == name) {
            None => {
                let near = nearest(name, defined.iter().map(|function| function.name.as_str()));
                let kind = ProblemKind::said(
                    |lang| words::function_missing(lang, name),
                    |lang| match near {
                        Some(near) => words::function_nearest(lang, near),
                        None => words::function_missing_help(lang),
                    },
                );
                everywhere(&nodes, &kind, problems);
            }
            Some(function) if !(1..=2).contains(&function.arguments) => {
                let kind = ProblemKind::said(
                    |lang| words::function_arguments(lang, name, function.arguments),
                    words::function_arguments_help,
                );
                everywhere(&nodes, &kind, problems);
            }
            Some(_) => {}
        }
    }
}

/// Every key that names a clause must have one.
fn citations(pack: &RulePack, root: &Node, problems: &mut Problems<'_>) {
    let methods = pack.methods.iter().map(|method| &method.citation);
    let execution = pack.execution.iter().map(|part| &part.citation);
    let asked = pack.asked().map(|asked| &asked.citation);
    let keys = methods.chain(execution).chain(asked).chain([
        &pack.indicators.citation,
        &pack.rounding_citation,
        &pack.grades_citation,
    ]);
    let missing: BTreeSet<&String> = keys
        .filter(|key| !key.is_empty() && pack.citation(key).is_none())
        .collect();
    for key in missing {
        let near = nearest(
            key,
            pack.citations.iter().map(|citation| citation.key.as_str()),
        );
        let kind = ProblemKind::said(
            |lang| words::citation_missing(lang, key),
            |lang| match near {
                Some(near) => words::citation_nearest(lang, near),
                None => words::citation_missing_help(lang),
            },
        );
        everywhere(&named(root, CITATION, key), &kind, problems);
    }
}

/// Level weights add up to the part, both parts to 100, and no weight is negative.
fn weights(pack: &RulePack, root: &Node, problems: &mut Problems<'_>) {
    let part = &pack.indicators;
    let levels: Decimal = part.levels.iter().map(|(_, weight)| *weight).sum();
    if !part.levels.is_empty() && levels != part.weight {
        let kind = ProblemKind::said(
            |lang| words::levels_do_not_add_up(lang, levels, part.weight),
            words::weights_help,
        );
        problems.at_node(at(root, "levels", "一级指标权重"), kind);
    }
    group_weights(&part.groups, part.weight, root, problems);
    let total = pack.whole();
    if total != Decimal::ONE_HUNDRED {
        let kind = ProblemKind::said(
            |lang| words::parts_do_not_add_up(lang, pack.execution_weight(), part.weight, total),
            words::weights_help,
        );
        problems.at_node(at(root, "indicators", "指标"), kind);
    }
    let negative = [pack.execution_weight(), part.weight]
        .into_iter()
        .chain(part.levels.iter().map(|(_, weight)| *weight))
        .chain(
            Group::walk(&part.groups)
                .into_iter()
                .map(|group| group.weight),
        )
        .chain(part.full_mark_each)
        .find(|weight| weight.is_sign_negative());
    if let Some(weight) = negative {
        let kind = ProblemKind::said(
            |lang| words::negative_weight(lang, weight),
            words::weights_help,
        );
        problems.at_node(at(root, "execution", "预算执行"), kind);
    }
}

/// The groups of a level add up to the group above them, or to the part.
fn group_weights(groups: &[Group], whole: Decimal, root: &Node, problems: &mut Problems<'_>) {
    let sum: Decimal = groups.iter().map(|group| group.weight).sum();
    if !groups.is_empty() && sum != whole {
        let kind = ProblemKind::said(
            |lang| words::levels_do_not_add_up(lang, sum, whole),
            words::weights_help,
        );
        let part = at(root, "indicators", "指标");
        problems.at_node(at(part, "groups", "分组"), kind);
    }
    for group in groups {
        group_weights(&group.groups, group.weight, root, problems);
    }
}

/// Bands run from high to low, do not repeat, and leave no total from 0 to 100 without a grade.
fn bands(pack: &RulePack, root: &Node, problems: &mut Problems<'_>) {
    let node = at(root, "bands", "分档");
    for pair in pack.grades.windows(2) {
        if pair[0].from <= pair[1].from {
            let (upper, lower) = (&pair[0].name.zh, &pair[1].name.zh);
            let kind = ProblemKind::said(
                |lang| words::bands_out_of_order(lang, upper, lower),
                words::bands_out_of_order_help,
            );
            problems.at_node(node, kind);
        }
    }
    for (index, fault) in band_edge::faults(&pack.grades, pack.rounding.total.places) {
        let place = items(root, BANDS).get(index).unwrap_or(node);
        problems.at_node(place, fault.kind(&pack.grades[index].name.zh));
    }
    // Without a `to` there can be no gap between two bands: each reaches up to the next. Only the lowest
    // end and an exclusive border can leave a total without a grade.
    let mut holes: Vec<Decimal> = Vec::new();
    if pack.grade(Decimal::ZERO).is_none() {
        holes.push(Decimal::ZERO);
    }
    let borders = pack.grades.iter().map(|band| band.from);
    holes.extend(borders.filter(|border| pack.grade(*border).is_none()));
    holes.dedup();
    for total in holes {
        let kind = ProblemKind::said(|lang| words::no_band(lang, total), words::no_band_help);
        problems.at_node(node, kind);
    }
}

/// A method that an earlier one always beats is never used.
fn methods(pack: &RulePack, root: &Node, problems: &mut Problems<'_>) {
    for (index, method) in pack.methods.iter().enumerate() {
        let earlier = pack.methods[..index]
            .iter()
            .find(|earlier| covers(&earlier.when, &method.when));
        if let Some(earlier) = earlier {
            let (name, by) = (&method.name.zh, &earlier.name.zh);
            let kind = ProblemKind::said(
                |lang| words::method_unreachable(lang, name, by),
                words::method_unreachable_help,
            );
            problems.at_node(at(root, "methods", "方法"), kind);
        }
    }
}

/// Whether everything that matches `narrow` also matches `wide`.
fn covers(wide: &When, narrow: &When) -> bool {
    fn part<T: PartialEq>(wide: &Option<T>, narrow: &Option<T>) -> bool {
        wide.is_none() || wide == narrow
    }
    part(&wide.kind, &narrow.kind)
        && part(&wide.direction, &narrow.direction)
        && part(&wide.zero_target, &narrow.zero_target)
        && part(&wide.judged, &narrow.judged)
        && part(&wide.level, &narrow.level)
}

/// The same problem at every place that has it.
fn everywhere(nodes: &[&Node], kind: &ProblemKind, problems: &mut Problems<'_>) {
    for node in nodes {
        problems.at_node(node, kind.clone());
    }
}

/// The value of the first key with one of these spellings.
fn at<'n>(root: &'n Node, english: &str, chinese: &str) -> &'n Node {
    fn search<'n>(node: &'n Node, english: &str, chinese: &str) -> Option<&'n Node> {
        let NodeKind::Map(entries) = &node.kind else {
            return None;
        };
        let here = entries
            .iter()
            .find(|(key, _)| key.text == english || key.text == chinese)
            .map(|(_, value)| value);
        here.or_else(|| {
            entries
                .iter()
                .find_map(|(_, value)| search(value, english, chinese))
        })
    }
    search(root, english, chinese).unwrap_or(root)
}
