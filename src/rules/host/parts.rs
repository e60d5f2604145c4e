//! What scripts see beside a measure: execution, groups, the total, the pack's parameters.

use std::rc::Rc;
use std::sync::Arc;

use rhai::{Array, Dynamic, Engine, EvalAltResult, INT, Position};

use super::number::Fallible;
use super::view::{Field, INPUT, MeasureView, Seen, field, optional, text};
use crate::rules::facts::{ExecutionFacts, GroupFacts, TotalFacts, sheet_input};
use crate::rules::pack::{Param, Params};

/// A group inside a script: cheap to pass, read only.
#[derive(Clone)]
pub(super) struct GroupView(pub Rc<GroupFacts>);

/// Parameters of the pack inside a script: all of them, or those below a name.
#[derive(Clone)]
pub(super) struct ParamsView(pub Arc<Params>);

pub(super) fn register(engine: &mut Engine) {
    execution(engine);
    total(engine);
    group(engine);
    params(engine);
}

/// The fields of the execution part.
pub(super) const EXECUTION: [Field<ExecutionFacts>; 4] = [
    ("budget", "预算数", |e| Seen::Number(Some(e.budget))),
    ("executed", "执行数", |e| Seen::Number(Some(e.executed))),
    ("weight", "权重", |e| Seen::Number(Some(e.weight))),
    ("rate", "执行率", |e| {
        Seen::Number(e.executed.over(e.budget).ok())
    }),
];

fn execution(engine: &mut Engine) {
    type E = ExecutionFacts;
    engine.register_type_with_name::<E>("execution");
    for (english, chinese, read) in EXECUTION {
        for name in [english, chinese] {
            engine.register_get(name, move |e: &mut E| -> Dynamic { read(e).into() });
        }
    }
    for name in INPUT {
        engine.register_fn(name, |e: &mut E, name: &str| {
            optional(sheet_input(&e.sheet, name))
        });
    }
}

/// The fields of the total that are numbers.
pub(super) const TOTAL: [(&str, &str); 4] = [
    ("execution", "执行得分"),
    ("indicators", "指标得分"),
    ("rate", "执行率"),
    ("total", "总分"),
];

fn total(engine: &mut Engine) {
    type T = TotalFacts;
    engine.register_type_with_name::<T>("total");
    field!(engine, T, "execution", "执行得分", |t: &T| optional(
        t.execution
    ));
    field!(engine, T, "indicators", "指标得分", |t: &T| t
        .indicators);
    field!(engine, T, "rate", "执行率", |t: &T| optional(t.rate));
    field!(engine, T, "groups", "分组", |t: &T| groups(&t.groups));
    field!(engine, T, "total", "总分", |t: &T| optional(t.total));
    field!(engine, T, "grade", "评价等级", |t: &T| text(
        t.grade.as_deref().unwrap_or("")
    ));
    for name in INPUT {
        engine.register_fn(name, |t: &mut T, name: &str| {
            optional(sheet_input(&t.sheet, name))
        });
    }
}

fn group(engine: &mut Engine) {
    type G = GroupView;
    engine.register_type_with_name::<G>("group");
    field!(engine, G, "name", "名称", |g: &G| text(&g.0.label));
    field!(engine, G, "weight", "权重", |g: &G| g.0.weight);
    field!(engine, G, "earned", "得分合计", |g: &G| g.0.earned);
    field!(engine, G, "possible", "分值合计", |g: &G| g.0.possible);
    field!(engine, G, "left_out", "不计项数", |g: &G| count(
        g.0.left_out
    ));
    field!(engine, G, "scored", "计分项数", |g: &G| count(
        g.0.rows.len() + g.0.groups.iter().filter(|one| one.result.is_some()).count()
    ));
    field!(engine, G, "rows", "各行", |g: &G| {
        let rows = g.0.rows.iter();
        rows.map(|row| Dynamic::from(MeasureView(Rc::clone(row))))
            .collect::<Array>()
    });
    field!(engine, G, "groups", "分组", |g: &G| groups(&g.0.groups));
    field!(engine, G, "completion", "完成率", |g: &G| optional(
        g.0.result.map(|(completion, _)| completion)
    ));
    field!(engine, G, "points", "得分", |g: &G| optional(
        g.0.result.map(|(_, points)| points)
    ));
    for name in INPUT {
        engine.register_fn(name, |g: &mut G, name: &str| {
            optional(sheet_input(&g.0.sheet, name))
        });
    }
}

fn count(number: usize) -> INT {
    INT::try_from(number).unwrap_or(INT::MAX)
}

fn groups(groups: &[Rc<GroupFacts>]) -> Array {
    let groups = groups.iter();
    groups
        .map(|group| Dynamic::from(GroupView(Rc::clone(group))))
        .collect()
}

fn params(engine: &mut Engine) {
    engine.register_type_with_name::<ParamsView>("params");
    engine.register_indexer_get(|params: &mut ParamsView, name: &str| -> Fallible<Dynamic> {
        params.0.get(name).map(param).ok_or_else(|| {
            let known: Vec<&str> = params.0.keys().map(String::as_str).collect();
            EvalAltResult::ErrorPropertyNotFound(
                format!("{name} (params: {})", known.join(", ")),
                Position::NONE,
            )
            .into()
        })
    });
    // For tables that have a line for some rows only: nothing where there is none.
    for name in ["find", "查"] {
        engine.register_fn(name, |params: &mut ParamsView, name: &str| {
            params.0.get(name).map_or(Dynamic::UNIT, param)
        });
    }
}

fn param(value: &Param) -> Dynamic {
    match value {
        Param::Number(number) => Dynamic::from(*number),
        Param::Text(words) => text(words).into(),
        Param::List(items) => items.iter().map(param).collect::<Array>().into(),
        Param::Map(params) => Dynamic::from(ParamsView(Arc::clone(params))),
    }
}
