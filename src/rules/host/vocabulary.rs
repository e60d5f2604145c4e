//! Every field and function a script can use: the table docs/script-reference.md is made from.
//!
//! A test compares it with what the engine really knows and evaluates every example, so that nothing is
//! missing and nothing is promised that does not hold.

use std::rc::Rc;
use std::sync::Arc;

use rhai::{CallFnOptions, Dynamic, Scope};

use super::number::as_fraction;
use super::outline::engine;
use super::parts::{GroupView, ParamsView};
use super::registered::Object;
use super::view::MeasureView;
use crate::number::Fraction;
use crate::rules::facts::{Answer, ExecutionFacts, GroupFacts, Kind, MeasureFacts, TotalFacts};
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

/// `input("name")`, which every object has.
const fn input(
    object: Object,
    says: Says,
    (example, result): (&'static str, &'static str),
) -> Term {
    Term {
        object: Some(object),
        english: "input",
        chinese: "补充数据",
        arguments: Some(&["name"]),
        says,
        shape: words::number,
        edge: words::input_edge,
        example,
        result,
    }
}

use Object::{Execution as E, Group as G, Measure as M, Params as P, Total as T};
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
    field(M, ("strict", "严格"), w::strict, w::truth, w::always, ("m.strict", "false")),
    field(M, ("completion", "完成率"), w::completion, w::share, w::completion_edge, ("m.completion", "0.8")),
    field(M, ("points", "得分"), w::row_points, w::points_shape, w::row_points_edge, ("most(m.points - 2, 0)", "6")),
    input(M, w::input, ("m.input(\"上年\")", "90")),
    field(E, ("budget", "预算数"), w::budget, w::money, w::always, ("e.budget", "200")),
    field(E, ("executed", "执行数"), w::executed, w::money, w::always, ("e.执行数", "150")),
    field(E, ("weight", "权重"), w::weight, w::points_shape, w::always, ("e.weight", "20")),
    field(E, ("rate", "执行率"), w::rate, w::share, w::rate_edge, ("e.rate", "0.75")),
    input(E, w::sheet_input, ("e.input(\"迟报扣分\")", "2")),
    field(T, ("execution", "执行得分"), w::execution, w::points_shape, w::rounded, ("t.execution", "15")),
    field(T, ("indicators", "指标得分"), w::indicators, w::points_shape, w::rounded, ("t.execution + t.indicators", "85")),
    field(T, ("rate", "执行率"), w::rate, w::share, w::rate_edge, ("if t.rate < 0.8 { 79 } else { 100 }", "79")),
    field(T, ("groups", "分组"), w::groups, w::group_list, w::groups_edge, ("t.groups[0].points", "32")),
    field(T, ("total", "总分"), w::total, w::points_shape, w::for_grade_only, ("t.total", "85")),
    field(T, ("grade", "评价等级"), w::grade, w::text, w::for_grade_only, ("t.grade", "\"良\"")),
    input(T, w::sheet_input, ("t.indicators - t.input(\"迟报扣分\")", "68")),
    field(G, ("name", "名称"), w::group_name, w::text, w::always, ("g.name", "\"产出\"")),
    field(G, ("weight", "权重"), w::group_weight, w::points_shape, w::group_weight_edge, ("g.weight", "40")),
    field(G, ("earned", "得分合计"), w::earned, w::points_shape, w::not_jointly, ("g.earned / g.possible", "0.8")),
    field(G, ("possible", "分值合计"), w::possible, w::points_shape, w::not_jointly, ("g.possible", "10")),
    field(G, ("scored", "计分项数"), w::scored, w::count, w::always, ("g.scored", "1")),
    field(G, ("left_out", "不计项数"), w::left_out_count, w::count, w::always, ("g.left_out", "1")),
    field(G, ("rows", "各行"), w::rows, w::row_list, w::rows_edge, ("g.rows[0].actual", "80")),
    field(G, ("groups", "分组"), w::inner_groups, w::group_list, w::groups_edge, ("g.groups.len", "0")),
    field(G, ("completion", "完成率"), w::group_completion, w::share, w::group_result_edge, ("g.completion", "0.8")),
    field(G, ("points", "得分"), w::group_points, w::points_shape, w::group_result_edge, ("g.points", "32")),
    input(G, w::sheet_input, ("g.input(\"没有\")", "()")),
    Term {
        object: Some(P), english: "find", chinese: "查", arguments: Some(&["name"]),
        says: w::find, shape: w::any_shape, edge: w::find_edge,
        example: "params.基准.find(\"甲\")", result: "7",
    },
    function(("ratio", "比"), &["a", "b"], w::quotient, w::share, w::quotient_edge, ("ratio(e.executed, e.budget)", "0.75")),
    function(("capped", "封顶"), &["x", "most"], w::capped, w::like_x, w::capped_edge, ("capped(m.inverse, 1)", "1")),
    function(("bounded", "限于"), &["x", "least", "most"], w::bounded, w::like_x, w::capped_edge, ("限于(1 - 3 / 2, 0, 1)", "0")),
    function(("points", "得分"), &["x"], w::points, w::answer, w::points_edge, ("points(m.full_mark - 2)", "points(8)")),
    function(("cannot", "无法评分"), &["reason"], w::cannot, w::answer, w::cannot_edge, ("cannot(\"没有规定\")", "cannot(\"没有规定\")")),
    function(("note", "说明"), &["text"], w::remark, w::nothing, w::remark_edge, ("note(\"减半\")", "()")),
    function(("note", "说明"), &["text", "x"], w::remark_figure, w::nothing, w::remark_edge, ("note(\"成绩分\", 6)", "()")),
    function(("left_out", "不计"), &["reason"], w::left_out, w::answer, w::left_out_edge, ("left_out(\"太少\")", "left_out(\"太少\")")),
    function(("rounded", "取舍"), &["x", "step"], w::named_rounding, w::like_x, w::named_rounding_edge, ("rounded(2 / 3, \"两位\")", "0.67")),
    function(("least", "取小"), &["a", "b"], w::least, w::number, w::always, ("least(m.ratio, 1)", "0.8")),
    function(("most", "取大"), &["a", "b"], w::most, w::number, w::always, ("most(m.ratio, 1)", "1")),
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
    let script = format!("fn f(m, e, t, g, params) {{ {expression} }}");
    let ast = engine.compile(&script).map_err(|error| error.to_string())?;
    let options = CallFnOptions::new().eval_ast(false);
    let arguments = (measure(), execution(), total(), group(), parameters());
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
        Some(Answer::LeftOut(reason)) => format!("left_out(\"{reason}\")"),
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
        places: Default::default(),
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
        strict: false,
        completion: Fraction::from(4).over(5.into()).ok(),
        points: Some(8.into()),
    }))
}

fn execution() -> ExecutionFacts {
    ExecutionFacts {
        sheet: sheet(),
        budget: 200.into(),
        executed: 150.into(),
        weight: 20.into(),
    }
}

fn total() -> TotalFacts {
    TotalFacts {
        sheet: sheet(),
        execution: Some(15.into()),
        indicators: 70.into(),
        rate: Fraction::from(3).over(4.into()).ok(),
        groups: vec![group().0],
        total: Some(85.into()),
        grade: Some("良".to_owned()),
    }
}

/// A group of the sample row, 8 of 10, that counts 40 and came to 32; one row was left out.
fn group() -> GroupView {
    let completion = Fraction::from(4).over(5.into());
    GroupView(Rc::new(GroupFacts {
        sheet: sheet(),
        label: "产出".to_owned(),
        weight: 40.into(),
        earned: 8.into(),
        possible: 10.into(),
        rows: vec![measure().0],
        left_out: 1,
        groups: Vec::new(),
        result: completion.ok().map(|completion| (completion, 32.into())),
    }))
}

fn sheet() -> Arc<Sheet> {
    Arc::new(Sheet {
        inputs: [("迟报扣分".to_owned(), crate::value::read("2"))].into(),
        ..Sheet::default()
    })
}

fn parameters() -> ParamsView {
    let line = Fraction::from(3).over(5.into()).unwrap_or(Fraction::ONE);
    let base: Params = [("甲".to_owned(), Param::Number(7.into()))].into();
    let params: Params = [
        ("及格线".to_owned(), Param::Number(line)),
        ("基准".to_owned(), Param::Map(Arc::new(base))),
    ]
    .into();
    ParamsView(Arc::new(params))
}
