//! The names a script can use: fields of what it is given, and the functions beside them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rhai::{Dynamic, Engine, ImmutableString};

use super::number::{Fallible, in_range};
use crate::number::Fraction;
use crate::rules::facts::{MeasureFacts, Note};
use crate::sheet::Direction;

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

/// The word scripts use for a direction.
fn direction_name(direction: Direction) -> &'static str {
    match direction {
        Direction::AtLeast => "at_least",
        Direction::AtMost => "at_most",
        Direction::Equal => "equal",
    }
}

/// A number, or the script's "nothing" where the sheet has none.
pub(super) fn optional(value: Option<Fraction>) -> Dynamic {
    value.map_or(Dynamic::UNIT, Dynamic::from)
}

pub(super) fn text(value: &str) -> ImmutableString {
    value.into()
}

pub(super) fn register(engine: &mut Engine, notebook: &Notebook) {
    measure(engine);
    ratios(engine, notebook);
}

/// Registers one field under its English and its Chinese name.
macro_rules! field {
    ($engine:ident, $type:ty, $english:literal, $chinese:literal, $get:expr) => {
        $engine.register_get($english, |it: &mut $type| $get(it));
        $engine.register_get($chinese, |it: &mut $type| $get(it));
    };
}
pub(super) use field;

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
        "strict",
        "严格",
        |m: &MeasureView| { m.0.strict }
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
    field!(
        engine,
        MeasureView,
        "completion",
        "完成率",
        |m: &MeasureView| optional(m.0.completion)
    );
    field!(
        engine,
        MeasureView,
        "points",
        "得分",
        |m: &MeasureView| { optional(m.0.points) }
    );
    // Named extra inputs: m.input("上年"); nothing when the sheet gives none.
    for name in ["input", "补充数据"] {
        engine.register_fn(name, |m: &mut MeasureView, name: &str| {
            optional(m.0.input(name))
        });
    }
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

/// Keeps a note, when the caller wants any.
pub(super) fn write_note(notebook: &Notebook, note: impl FnOnce() -> Note) {
    if notebook.wanted.get() {
        notebook.written.borrow_mut().push(note());
    }
}
