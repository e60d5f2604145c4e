//! The names a script can use: fields of what it is given, and the functions beside them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rhai::{Dynamic, Engine, EvalAltResult, INT, ImmutableString, Position};

use super::number::{Fallible, as_fraction, in_range};
use crate::number::Fraction;
use crate::rules::facts::{Answer, ExecutionFacts, MeasureFacts, Note, TotalFacts};
use crate::rules::pack::{Param, Params};
use crate::sheet::Direction;
use crate::value::Written;

/// Collects the notes of the call that is running.
#[derive(Default)]
pub(super) struct Notes {
    /// Whether a trace is wanted.
    pub wanted: Cell<bool>,
    /// What was noted since the call began.
    pub written: RefCell<Vec<Note>>,
}

/// The notes, shared by the engine's functions.
pub(super) type Notebook = Rc<Notes>;

/// A measure inside a script: cheap to pass, read only.
#[derive(Clone)]
pub(super) struct MeasureView(pub Rc<MeasureFacts>);

/// The parameters of the pack inside a script.
#[derive(Clone)]
pub(super) struct ParamsView(pub Rc<Params>);

/// The word scripts use for a direction.
fn direction_name(direction: Direction) -> &'static str {
    match direction {
        Direction::AtLeast => "at_least",
        Direction::AtMost => "at_most",
        Direction::Equal => "equal",
    }
}

/// A number, or the script's "nothing" where the sheet has none.
fn optional(value: Option<Fraction>) -> Dynamic {
    value.map_or(Dynamic::UNIT, Dynamic::from)
}

fn text(value: &str) -> ImmutableString {
    value.into()
}

pub(super) fn register(engine: &mut Engine, notebook: &Notebook) {
    measure(engine);
    ratios(engine, notebook);
    execution_and_total(engine);
    params(engine);
    functions(engine, notebook);
}

/// Registers one field under its English and its Chinese name.
macro_rules! field {
    ($engine:ident, $type:ty, $english:literal, $chinese:literal, $get:expr) => {
        $engine.register_get($english, |it: &mut $type| $get(it));
        $engine.register_get($chinese, |it: &mut $type| $get(it));
    };
}

fn measure(engine: &mut Engine) {
    engine.register_type_with_name::<MeasureView>("measure");
    field!(
        engine,
        MeasureView,
        "target",
        "指标值",
        |m: &MeasureView| optional(m.0.target)
    );
    field!(
        engine,
        MeasureView,
        "target_high",
        "指标值上限",
        |m: &MeasureView| optional(m.0.target_high)
    );
    field!(
        engine,
        MeasureView,
        "actual",
        "实际完成值",
        |m: &MeasureView| optional(m.0.actual)
    );
    field!(
        engine,
        MeasureView,
        "full_mark",
        "分值",
        |m: &MeasureView| optional(m.0.full_mark)
    );
    field!(
        engine,
        MeasureView,
        "judged",
        "人工评定",
        |m: &MeasureView| optional(m.0.measure().judged.map(Fraction::from))
    );
    field!(engine, MeasureView, "kind", "类型", |m: &MeasureView| {
        text(m.0.kind.name())
    });
    field!(
        engine,
        MeasureView,
        "direction",
        "指标性质",
        |m: &MeasureView| text(m.0.direction.map_or("", direction_name))
    );
    field!(
        engine,
        MeasureView,
        "same_word",
        "同词",
        |m: &MeasureView| m.0.same_word
    );
    field!(
        engine,
        MeasureView,
        "name",
        "指标名称",
        |m: &MeasureView| text(&m.0.indicator().name)
    );
    field!(
        engine,
        MeasureView,
        "level1",
        "一级指标",
        |m: &MeasureView| text(m.0.indicator().level1())
    );
    field!(
        engine,
        MeasureView,
        "level2",
        "二级指标",
        |m: &MeasureView| text(m.0.indicator().level2())
    );
    field!(
        engine,
        MeasureView,
        "target_text",
        "指标值原文",
        |m: &MeasureView| text(&m.0.measure().target.0.text)
    );
    field!(
        engine,
        MeasureView,
        "actual_text",
        "实际完成值原文",
        |m: &MeasureView| text(&m.0.measure().actual.0.text)
    );
    // Named extra inputs: m.input("上年"); nothing when the sheet gives none.
    engine.register_fn("input", |m: &mut MeasureView, name: &str| {
        let measure = m.0.measure();
        let number = measure.inputs.get(name).and_then(Written::number);
        optional(number.map(Fraction::from))
    });
}

/// `m.ratio` is actual ÷ target and `m.inverse` target ÷ actual: what nearly every method asks for, in
/// one step. Both are noted as quotients; nothing when the measure has no numbers.
fn ratios(engine: &mut Engine, notebook: &Notebook) {
    let quotient = |notebook: &Notebook, dividend: Option<Fraction>, divisor: Option<Fraction>| {
        let (Some(dividend), Some(divisor)) = (dividend, divisor) else {
            return Ok(Dynamic::UNIT);
        };
        write_note(notebook, || Note::Quotient { dividend, divisor });
        in_range(dividend.over(divisor)).map(Dynamic::from)
    };
    for name in ["ratio", "完成比"] {
        let notes = Rc::clone(notebook);
        engine.register_get(name, move |m: &mut MeasureView| -> Fallible<Dynamic> {
            quotient(&notes, m.0.actual, m.0.target)
        });
    }
    for name in ["inverse", "反向比"] {
        let notes = Rc::clone(notebook);
        engine.register_get(name, move |m: &mut MeasureView| -> Fallible<Dynamic> {
            quotient(&notes, m.0.target, m.0.actual)
        });
    }
}

fn execution_and_total(engine: &mut Engine) {
    engine.register_type_with_name::<ExecutionFacts>("execution");
    field!(
        engine,
        ExecutionFacts,
        "budget",
        "预算数",
        |e: &ExecutionFacts| e.budget
    );
    field!(
        engine,
        ExecutionFacts,
        "executed",
        "执行数",
        |e: &ExecutionFacts| e.executed
    );
    field!(
        engine,
        ExecutionFacts,
        "weight",
        "权重",
        |e: &ExecutionFacts| e.weight
    );
    field!(
        engine,
        ExecutionFacts,
        "rate",
        "执行率",
        |e: &ExecutionFacts| optional(e.executed.over(e.budget).ok())
    );

    engine.register_type_with_name::<TotalFacts>("total");
    field!(
        engine,
        TotalFacts,
        "execution",
        "执行得分",
        |t: &TotalFacts| t.execution
    );
    field!(
        engine,
        TotalFacts,
        "indicators",
        "指标得分",
        |t: &TotalFacts| t.indicators
    );
    field!(engine, TotalFacts, "rate", "执行率", |t: &TotalFacts| {
        optional(t.rate)
    });
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
}

fn param(value: &Param) -> Dynamic {
    match value {
        Param::Number(number) => Dynamic::from(*number),
        Param::Text(words) => text(words).into(),
        Param::List(items) => items.iter().map(param).collect::<rhai::Array>().into(),
    }
}

fn functions(engine: &mut Engine, notebook: &Notebook) {
    let notes = Rc::clone(notebook);
    let quotient = move |dividend: Fraction, divisor: Fraction| -> Fallible<Fraction> {
        write_note(&notes, || Note::Quotient { dividend, divisor });
        in_range(dividend.over(divisor))
    };
    let notes = Rc::clone(notebook);
    let bound = move |from: Fraction, least: Option<Fraction>, most: Fraction| {
        let to = from.min(most);
        let to = least.map_or(to, |least| to.max(least));
        if to != from {
            write_note(&notes, || Note::Capped { from, to });
        }
        to
    };
    for name in ["ratio", "比"] {
        // The exact signature is found at once; the second serves whole numbers and decimals.
        let divide = quotient.clone();
        engine.register_fn(name, divide);
        let divide = quotient.clone();
        engine.register_fn(name, move |a: Dynamic, b: Dynamic| {
            divide(number(&a)?, number(&b)?)
        });
    }
    for name in ["capped", "封顶"] {
        let bound = bound.clone();
        engine.register_fn(
            name,
            move |x: Dynamic, most: Dynamic| -> Fallible<Fraction> {
                Ok(bound(number(&x)?, None, number(&most)?))
            },
        );
    }
    for name in ["bounded", "限于"] {
        let exact = bound.clone();
        engine.register_fn(name, move |x: Fraction, least: INT, most: INT| {
            exact(x, Some(least.into()), most.into())
        });
        let bound = bound.clone();
        let any = move |x: Dynamic, least: Dynamic, most: Dynamic| -> Fallible<Fraction> {
            Ok(bound(number(&x)?, Some(number(&least)?), number(&most)?))
        };
        engine.register_fn(name, any);
    }
    for name in ["note", "说明"] {
        let notes = Rc::clone(notebook);
        engine.register_fn(name, move |words: &str| {
            write_note(&notes, || Note::Said(words.to_owned()));
        });
    }
    for name in ["cannot", "无法评分"] {
        engine.register_fn(name, |words: &str| Answer::Cannot(words.to_owned()));
    }
    for name in ["points", "得分"] {
        engine.register_fn(name, |value: Dynamic| -> Fallible<Answer> {
            Ok(Answer::Points(number(&value)?))
        });
    }
}

fn number(value: &Dynamic) -> Fallible<Fraction> {
    as_fraction(value).ok_or_else(|| {
        EvalAltResult::ErrorMismatchDataType(
            "number".into(),
            value.type_name().into(),
            Position::NONE,
        )
        .into()
    })
}

fn write_note(notebook: &Notebook, note: impl FnOnce() -> Note) {
    if notebook.wanted.get() {
        notebook.written.borrow_mut().push(note());
    }
}
