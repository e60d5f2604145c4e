//! Every field and function a script can use: the table docs/script-reference.md is made from.
//!
//! A test compares it with what the engine really knows and evaluates every example, so that nothing is
//! missing and nothing is promised that does not hold.

use std::rc::Rc;
use std::sync::Arc;

use rhai::{CallFnOptions, Dynamic, Scope};

use super::number::as_fraction;
use super::outline::engine;
use super::registered::Object;
use super::view::{MeasureView, ParamsView};
use crate::number::Fraction;
use crate::rules::facts::{Answer, ExecutionFacts, Kind, MeasureFacts, TotalFacts};
use crate::rules::pack::{Param, Params};
use crate::sheet::{Direction, Entry, Indicator, Measure, Origin, Sheet};
use crate::value::{Actual, Target};
use crate::words::{Lang, vocabulary as words};

/// A sentence in both languages.
type Says = fn(Lang) -> String;

/// One thing a script can use.
#[derive(Clone, Copy)]
pub struct Term {
    /// What it belongs to; `None` for functions that belong to nothing.
    pub object: Option<Object>,
    /// Its name.
    pub english: &'static str,
    /// Its Chinese name; "" where there is none.
    pub chinese: &'static str,
    /// Names of its arguments; `None` for a field.
    pub arguments: Option<&'static [&'static str]>,
    /// What it is.
    pub says: Says,
    /// Its shape and unit.
    pub shape: Says,
    /// What happens at the edges.
    pub edge: Says,
    /// An expression that uses it, on the sample below.
    pub example: &'static str,
    /// What the expression gives.
    pub result: &'static str,
}

const fn field(
    object: Object,
    (english, chinese): (&'static str, &'static str),
    says: Says,
    shape: Says,
    edge: Says,
    (example, result): (&'static str, &'static str),
) -> Term {
    Term {
        object: Some(object),
        english,
        chinese,
        arguments: None,
        says,
        shape,
        edge,
        example,
        result,
    }
}

const fn function(
    (english, chinese): (&'static str, &'static str),
    arguments: &'static [&'static str],
    says: Says,
    shape: Says,
    edge: Says,
    (example, result): (&'static str, &'static str),
) -> Term {
    Term {
        object: None,
        english,
        chinese,
        arguments: Some(arguments),
        says,
        shape,
        edge,
        example,
        result,
    }
}

use Object::{Execution as E, Measure as M, Total as T};
use words as w;

/// The table. One row a term; `rustfmt` would make each of them eight lines.
#[rustfmt::skip]
pub const ALL: &[Term] = &[
    field(M, ("target", "指标值"), w::target, w::number, w::target_edge, ("m.target", "100")),
    field(M, ("target_high", "指标值上限"), w::target_high, w::number, w::target_high_edge, ("m.target_high", "()")),
    field(M, ("actual", "实际完成值"), w::actual, w::number, w::actual_edge, ("m.actual", "80")),
    field(M, ("ratio", "完成比"), w::ratio, w::share, w::ratio_edge, ("m.ratio", "0.8")),
    field(M, ("inverse", "反向比"), w::inverse, w::share, w::inverse_edge, ("m.inverse", "1.25")),
    field(M, ("full_mark", "分值"), w::full_mark, w::points_shape, w::full_mark_edge, ("m.full_mark", "10")),
    field(M, ("judged", "人工评定"), w::judged, w::share, w::judged_edge, ("m.judged", "0.85")),
    field(M, ("kind", "类型"), w::kind, w::text, w::kind_edge, ("m.kind", "\"quantity\"")),
    field(M, ("direction", "指标性质"), w::direction, w::text, w::direction_edge, ("m.direction == \"at_least\"", "true")),
    field(M, ("same_word", "同词"), w::same_word, w::truth, w::same_word_edge, ("m.same_word", "false")),
    field(M, ("name", "指标名称"), w::name, w::text, w::as_printed, ("m.name", "\"培训人数\"")),
    field(M, ("level1", "一级指标"), w::level1, w::text, w::as_printed, ("m.level1", "\"产出指标\"")),
    field(M, ("level2", "二级指标"), w::level2, w::text, w::as_printed, ("m.二级指标", "\"数量指标\"")),
    field(M, ("target_text", "指标值原文"), w::target_text, w::text, w::as_printed, ("m.target_text", "\"≥100人\"")),
    field(M, ("actual_text", "实际完成值原文"), w::actual_text, w::text, w::as_printed, ("m.actual_text", "\"80人\"")),
    Term {
        object: Some(M), english: "input", chinese: "", arguments: Some(&["name"]),
        says: w::input, shape: w::number, edge: w::input_edge,
        example: "m.input(\"上年\")", result: "90",
    },
    field(E, ("budget", "预算数"), w::budget, w::money, w::always, ("e.budget", "200")),
    field(E, ("executed", "执行数"), w::executed, w::money, w::always, ("e.执行数", "150")),
    field(E, ("weight", "权重"), w::weight, w::points_shape, w::always, ("e.weight", "20")),
    field(E, ("rate", "执行率"), w::rate, w::share, w::rate_edge, ("e.rate", "0.75")),
    field(T, ("execution", "执行得分"), w::execution, w::points_shape, w::rounded, ("t.execution", "15")),
    field(T, ("indicators", "指标得分"), w::indicators, w::points_shape, w::rounded, ("t.execution + t.indicators", "85")),
    field(T, ("rate", "执行率"), w::rate, w::share, w::rate_edge, ("if t.rate < 0.8 { 79 } else { 100 }", "79")),
    function(("ratio", "比"), &["a", "b"], w::quotient, w::share, w::quotient_edge, ("ratio(e.executed, e.budget)", "0.75")),
    function(("capped", "封顶"), &["x", "most"], w::capped, w::like_x, w::capped_edge, ("capped(m.inverse, 1)", "1")),
    function(("bounded", "限于"), &["x", "least", "most"], w::bounded, w::like_x, w::capped_edge, ("限于(1 - 3 / 2, 0, 1)", "0")),
    function(("points", "得分"), &["x"], w::points, w::answer, w::points_edge, ("points(m.full_mark - 2)", "points(8)")),
    function(("cannot", "无法评分"), &["reason"], w::cannot, w::answer, w::cannot_edge, ("cannot(\"没有规定\")", "cannot(\"没有规定\")")),
    function(("note", "说明"), &["text"], w::remark, w::nothing, w::remark_edge, ("note(\"减半\")", "()")),
    function(("abs", ""), &["x"], w::abs, w::like_x, w::always, ("abs(m.actual - m.target)", "20")),
    function(("to_string", ""), &["x"], w::to_string, w::text, w::to_string_edge, ("to_string(m.actual / 3)", "\"80/3\"")),
];

impl Term {
    /// `m.target`, `bounded(x, least, most)`.
    pub fn signature(&self) -> String {
        let object = self
            .object
            .map_or(String::new(), |it| format!("{}.", it.letter()));
        let arguments = self.arguments;
        let arguments = arguments.map_or(String::new(), |it| format!("({})", it.join(", ")));
        format!("{object}{}{arguments}", self.english)
    }
}

/// The Chinese name of a field or function; its own name where there is none.
pub fn in_chinese(object: Option<Object>, english: &str) -> &str {
    let mut all = ALL.iter();
    let found =
        all.find(|term| (object.is_none() || term.object == object) && term.english == english);
    found
        .map(|term| term.chinese)
        .filter(|chinese| !chinese.is_empty())
        .unwrap_or(english)
}

/// What an expression gives on the sample, as a script would write it.
///
/// # Errors
/// The engine's words.
pub fn evaluate(expression: &str) -> Result<String, String> {
    let engine = engine();
    let script = format!("fn f(m, e, t, params) {{ {expression} }}");
    let ast = engine.compile(&script).map_err(|error| error.to_string())?;
    let options = CallFnOptions::new().eval_ast(false);
    let arguments = (measure(), execution(), total(), parameters());
    let value = engine
        .call_fn_with_options::<Dynamic>(options, &mut Scope::new(), &ast, "f", arguments)
        .map_err(|error| error.to_string())?;
    Ok(written(value))
}

fn written(value: Dynamic) -> String {
    if let Some(number) = as_fraction(&value) {
        return number.to_string();
    }
    if value.is_unit() {
        return "()".to_owned();
    }
    if let Ok(text) = value.clone().into_string() {
        return format!("\"{text}\"");
    }
    if let Ok(truth) = value.as_bool() {
        return truth.to_string();
    }
    match value.try_cast::<Answer>() {
        Some(Answer::Points(points)) => format!("points({points})"),
        Some(Answer::Cannot(reason)) => format!("cannot(\"{reason}\")"),
        _ => "?".to_owned(),
    }
}

fn measure() -> MeasureView {
    let measure = Measure {
        row: 1,
        target: Target::read("≥100人"),
        actual: Actual::read("80人"),
        full_mark: Entry::Blank,
        points: Entry::Blank,
        direction: None,
        judged: Some(rust_decimal::Decimal::new(85, 2)),
        applicable: true,
        inputs: [("上年".to_owned(), crate::value::read("90"))].into(),
        origin: Origin::default(),
    };
    let indicator = Indicator {
        levels: vec!["产出指标".to_owned(), "数量指标".to_owned()],
        name: "培训人数".to_owned(),
        full_mark: Entry::Blank,
        measures: vec![measure],
        reason: None,
        origin: Origin::default(),
    };
    MeasureView(Rc::new(MeasureFacts {
        sheet: Arc::new(Sheet {
            indicators: vec![indicator],
            ..Sheet::default()
        }),
        indicator: 0,
        measure: 0,
        kind: Kind::Quantity,
        direction: Some(Direction::AtLeast),
        target: Some(100.into()),
        target_high: None,
        actual: Some(80.into()),
        same_word: false,
        full_mark: Some(10.into()),
    }))
}

fn execution() -> ExecutionFacts {
    ExecutionFacts {
        budget: 200.into(),
        executed: 150.into(),
        weight: 20.into(),
    }
}

fn total() -> TotalFacts {
    TotalFacts {
        execution: 15.into(),
        indicators: 70.into(),
        rate: Fraction::from(3).over(4.into()).ok(),
    }
}

fn parameters() -> ParamsView {
    let line = Fraction::from(3).over(5.into()).unwrap_or(Fraction::ONE);
    let params: Params = [("及格线".to_owned(), Param::Number(line))].into();
    ParamsView(Rc::new(params))
}
