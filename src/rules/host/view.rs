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

impl Notes {
    /// A call begins. What an earlier one left behind, which nobody took, is not this one's.
    pub fn begin(&self, wanted: bool) {
        self.wanted.set(wanted);
        self.written.borrow_mut().clear();
    }
}

/// The notes, shared by the engine's functions.
pub(super) type Notebook = Rc<Notes>;

/// A measure inside a script: cheap to pass, read only.
#[derive(Clone)]
pub(super) struct MeasureView(pub Rc<MeasureFacts>);

/// The word scripts use for a direction.
pub(super) fn direction_name(direction: Direction) -> &'static str {
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

/// What a field shows a script.
#[derive(Clone, Copy)]
pub(super) enum Seen<'a> {
    /// A number, or nothing where the sheet has none.
    Number(Option<Fraction>),
    /// Words.
    Text(&'a str),
    /// Yes or no.
    Truth(bool),
}

impl From<Seen<'_>> for Dynamic {
    fn from(seen: Seen) -> Dynamic {
        match seen {
            Seen::Number(number) => optional(number),
            Seen::Text(words) => text(words).into(),
            Seen::Truth(truth) => truth.into(),
        }
    }
}

/// A field: its English name, its Chinese name, and how it is read.
pub(super) type Field<T> = (&'static str, &'static str, Read<T>);
/// How a field is read.
pub(super) type Read<T> = for<'a> fn(&'a T) -> Seen<'a>;

/// Registers one field under its English and its Chinese name.
macro_rules! field {
    ($engine:ident, $type:ty, $english:literal, $chinese:literal, $get:expr) => {
        $engine.register_get($english, |it: &mut $type| $get(it));
        $engine.register_get($chinese, |it: &mut $type| $get(it));
    };
}
pub(super) use field;

/// The fields of a measure.
pub(super) const MEASURE: [Field<MeasureFacts>; 16] = [
    ("target", "指标值", |m| Seen::Number(m.target)),
    ("target_high", "指标值上限", |m| {
        Seen::Number(m.target_high)
    }),
    ("actual", "实际完成值", |m| Seen::Number(m.actual)),
    (FULL_MARK[0], FULL_MARK[1], |m| Seen::Number(m.full_mark)),
    ("judged", "人工评定", |m| {
        Seen::Number(m.measure().judged.map(Fraction::from))
    }),
    ("kind", "类型", |m| Seen::Text(m.kind.name())),
    ("direction", "指标性质", |m| {
        Seen::Text(m.direction.map_or("", direction_name))
    }),
    ("same_word", "同词", |m| Seen::Truth(m.same_word)),
    ("strict", "严格", |m| Seen::Truth(m.strict)),
    ("name", "指标名称", |m| Seen::Text(&m.indicator().name)),
    ("level1", "一级指标", |m| {
        Seen::Text(m.indicator().level1())
    }),
    ("level2", "二级指标", |m| {
        Seen::Text(m.indicator().level2())
    }),
    ("target_text", "指标值原文", |m| {
        Seen::Text(&m.measure().target.0.text)
    }),
    ("actual_text", "实际完成值原文", |m| {
        Seen::Text(&m.measure().actual.0.text)
    }),
    ("completion", "完成率", |m| Seen::Number(m.completion)),
    ("points", "得分", |m| Seen::Number(m.points)),
];

fn measure(engine: &mut Engine) {
    engine.register_type_with_name::<MeasureView>("measure");
    for (english, chinese, read) in MEASURE {
        for name in [english, chinese] {
            engine.register_get(name, move |m: &mut MeasureView| -> Dynamic {
                read(&m.0).into()
            });
        }
    }
    // Named extra inputs: m.input("上年"); nothing when the sheet gives none.
    for name in INPUT {
        engine.register_fn(name, |m: &mut MeasureView, name: &str| {
            optional(m.0.input(name))
        });
    }
}

/// The field that gives the full mark.
pub(super) const FULL_MARK: [&str; 2] = ["full_mark", "分值"];
/// The method that gives a named extra figure.
pub(super) const INPUT: [&str; 2] = ["input", "补充数据"];
/// The field that gives actual ÷ target.
pub(super) const RATIO: [&str; 2] = ["ratio", "完成比"];
/// The field that gives target ÷ actual.
pub(super) const INVERSE: [&str; 2] = ["inverse", "反向比"];

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
    for name in RATIO {
        let notes = Rc::clone(notebook);
        engine.register_get(name, move |m: &mut MeasureView| -> Fallible<Dynamic> {
            quotient(&notes, m.0.actual, m.0.target)
        });
    }
    for name in INVERSE {
        let notes = Rc::clone(notebook);
        engine.register_get(name, move |m: &mut MeasureView| -> Fallible<Dynamic> {
            quotient(&notes, m.0.target, m.0.actual)
        });
    }
}

/// Keeps a note, when the caller wants any.
pub(super) fn write_note(notebook: &Notes, note: impl FnOnce() -> Note) {
    if notebook.wanted.get() {
        let mut written = notebook.written.borrow_mut();
        if written.is_empty() {
            // A quotient and a cap are what most calls leave.
            written.reserve_exact(2);
        }
        written.push(note());
    }
}
