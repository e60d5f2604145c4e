//! Changes of a pack.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::edit::{Edited, No, Was};
use super::{Change, Edit, WeightOf, levels};
use crate::document::{ProblemKind, nearest};
use crate::number::Rounding;
use crate::rules::RulePack;
use crate::rules::pack::{Group, Param, Params};
use crate::score::{Evaluation, show};
use crate::words::{Lang, problems, whatif as words};

impl Edited {
    pub(super) fn set_weight(
        &mut self,
        base: &Evaluation,
        of: &WeightOf,
        weight: Decimal,
    ) -> Result<Was, No> {
        let pack = Arc::make_mut(&mut self.pack);
        let was = match of {
            WeightOf::Execution => match &mut pack.execution {
                Some(part) => std::mem::replace(&mut part.weight, weight),
                None => {
                    let kind = ProblemKind::said(words::no_execution, |_| String::new());
                    return Err(No::absent(kind));
                }
            },
            WeightOf::Indicators => std::mem::replace(&mut pack.indicators.weight, weight),
            WeightOf::Level(label) => levels::set(pack, base, label, weight)?,
        };
        Ok((was.normalize().to_string(), None))
    }

    /// The rounding step of that name.
    pub(super) fn step(&mut self, name: &str) -> Result<&mut Rounding, No> {
        let steps = &mut Arc::make_mut(&mut self.pack).rounding;
        match name {
            "rows" | "各行" => return Ok(&mut steps.rows),
            "execution" | "预算执行" => return Ok(&mut steps.execution),
            "total" | "总分" => return Ok(&mut steps.total),
            "groups" | "分组" if steps.groups.is_some() => {}
            name if steps.named.contains_key(name) => {}
            name => {
                let groups = steps.groups.map(|_| "groups");
                let known = ["rows", "execution", "total"].into_iter().chain(groups);
                let known = known.chain(steps.named.keys().map(String::as_str));
                return Err(no_such(name, known, words::no_such_step));
            }
        }
        let named = steps.named.get_mut(name).or(steps.groups.as_mut());
        named.ok_or_else(|| no_such(name, [], words::no_such_step))
    }

    pub(super) fn set_param(&mut self, names: &[String], value: &Param) -> Result<Was, No> {
        let param = param_at(&mut Arc::make_mut(&mut self.pack).params, names)?;
        let was = written(param);
        *param = match (&*param, value) {
            (Param::Number(_), Param::Number(_))
            | (Param::List(_), Param::List(_))
            | (Param::Map(_), Param::Map(_))
            | (Param::Text(_), Param::Text(_)) => value.clone(),
            (Param::Text(_), Param::Number(number)) => Param::Text(show(*number)),
            _ => {
                return Err(No::wrong(ProblemKind::said(
                    |lang| words::bad_value(lang, written(value)),
                    |lang| words::expected_like(lang, names.join("."), &was),
                )));
            }
        };
        Ok((was, None))
    }

    /// What follows from the changes as a whole: the indicators weigh what their levels add up to,
    /// unless another weight was asked for.
    pub(super) fn close(&mut self, changes: &[Change]) {
        let touched = |of: &dyn Fn(&WeightOf) -> bool| {
            let mut edits = changes.iter().map(|change| &change.edit);
            edits.any(|edit| matches!(edit, Edit::Weight(which, _) if of(which)))
        };
        let levels = touched(&|of| matches!(of, WeightOf::Level(_)));
        if levels && !touched(&|of| *of == WeightOf::Indicators) {
            let part = &mut Arc::make_mut(&mut self.pack).indicators;
            let sum: Decimal = match part.groups.is_empty() {
                true => part.levels.iter().map(|(_, weight)| *weight).sum(),
                false => part.groups.iter().map(|group| group.weight).sum(),
            };
            part.weight = sum;
        }
    }
}

/// The parameter of that name; of a parameter with values by name, the one behind the dot.
fn param_at<'p>(params: &'p mut Params, names: &[String]) -> Result<&'p mut Param, No> {
    let (first, rest) = names
        .split_first()
        .map_or(("", names), |(first, rest)| (first, rest));
    if !params.contains_key(first) {
        let known = params.keys().map(String::as_str);
        return Err(no_such(first, known, words::no_such_param));
    }
    match (params.get_mut(first), rest) {
        (Some(param), []) => Ok(param),
        (Some(Param::Map(inner)), rest) => param_at(Arc::make_mut(inner), rest),
        _ => Err(no_such(&names.join("."), [], words::no_such_param)),
    }
}

/// The group of that label, however deep.
pub(super) fn group<'g>(groups: &'g mut [Group], label: &str) -> Option<&'g mut Group> {
    for one in groups {
        if one.label == label {
            return Some(one);
        }
        if let Some(inner) = group(&mut one.groups, label) {
            return Some(inner);
        }
    }
    None
}

/// The labels of levels and groups a pack weighs.
pub(super) fn labels(pack: &RulePack) -> Vec<&str> {
    let levels = pack.indicators.levels.iter();
    let levels = levels.map(|(label, _)| label.as_str());
    let groups = Group::walk(&pack.indicators.groups).into_iter();
    levels
        .chain(groups.map(|group| group.label.as_str()))
        .collect()
}

/// There is no such thing; the nearest one, or all there are.
pub(super) fn no_such<'w>(
    name: &str,
    known: impl IntoIterator<Item = &'w str>,
    message: impl Fn(Lang, String) -> String,
) -> No {
    let known: Vec<&str> = known.into_iter().collect();
    let near = nearest(name, known.iter().copied());
    No::absent(ProblemKind::said(
        |lang| message(lang, name.to_owned()),
        |lang| match near {
            Some(near) => problems::did_you_mean(lang, near),
            None if known.is_empty() => words::none_here(lang),
            None => problems::known_keys(lang, known.join(", ")),
        },
    ))
}

/// A parameter as it could be written.
pub(super) fn written(param: &Param) -> String {
    match param {
        Param::Number(number) => show(*number),
        Param::Text(text) => text.clone(),
        Param::List(items) => {
            let items: Vec<String> = items.iter().map(written).collect();
            format!("[{}]", items.join(", "))
        }
        Param::Map(params) => {
            let params: Vec<String> = params
                .iter()
                .map(|(name, param)| format!("{name}: {}", written(param)))
                .collect();
            format!("{{{}}}", params.join(", "))
        }
    }
}
