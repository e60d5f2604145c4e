use std::collections::BTreeMap;

use super::write::{rounded, test as written_test};
use super::*;
use crate::number::{Fraction, RoundingMode};
use crate::rules::host::{Object, outline};
use crate::rules::{PackFiles, RulePack, load};

fn pack(name: &str) -> RulePack {
    let (name, edition) = name.split_once('@').unwrap();
    load(&PackFiles::of_shipped(name, edition).unwrap()).unwrap()
}

fn cell(address: &str) -> Expr {
    Expr::Cell(address.to_owned())
}

/// A row with its actual in B, its target in A and its full mark in C.
fn row(direction: &str, strict: bool) -> Value {
    Seen::of(Object::Measure, BTreeMap::new(), |field| match field {
        "actual" => Value::Number(cell("B")),
        "target" => Value::Number(cell("A")),
        "target_high" => Value::Number(cell("H")),
        "full_mark" => Value::Number(cell("C")),
        "ratio" => Value::Number(cell("B").over(cell("A"))),
        "inverse" => Value::Number(cell("A").over(cell("B"))),
        "points" => Value::Number(cell("P")),
        "judged" => Value::Number(cell("J")),
        "direction" => Value::Text(direction.to_owned()),
        "name" => Value::Text("预算执行率".to_owned()),
        "kind" => Value::Text("quantity".to_owned()),
        "strict" => Value::Truth(Test::Known(strict)),
        "same_word" => Value::Truth(Test::Known(false)),
        _ => Value::Nothing,
    })
}

fn total() -> Value {
    Seen::of(Object::Total, BTreeMap::new(), |field| match field {
        "execution" => Value::Number(cell("E")),
        "indicators" => Value::Number(cell("I")),
        "rate" => Value::Maybe(cell("R")),
        _ => Value::Nothing,
    })
}

fn said(value: &Value) -> String {
    match value {
        Value::Number(number) => formula(number),
        Value::Points(points) => format!("points {}", formula(points)),
        Value::Cannot => "cannot".to_owned(),
        Value::LeftOut => "left out".to_owned(),
        Value::If(test, then, otherwise) => {
            let test = written_test(test);
            format!("[{test} ? {} : {}]", said(then), said(otherwise))
        }
        other => format!("{other:?}"),
    }
}

fn ask(pack: &RulePack, function: &str, subject: Value) -> Result<String, Unsayable> {
    let outline = outline(&pack.scripts);
    let params = Value::params(&pack.params, &|path| Some(Expr::Cell(path.join("."))));
    let named = pack.rounding.named.iter();
    let named = named.map(|(name, step)| (name.clone(), (step.mode, cell("places"))));
    let translator = Translator::new(&outline, named.collect());
    translator
        .ask(function, subject, params)
        .map(|value| said(&value))
}

#[test]
fn the_methods_of_the_shipped_packs_become_formulas() {
    for (name, function, subject, expected) in [
        (
            "wuhan@2024",
            "正向",
            row("at_least", true),
            "MAX(MIN(B/A,1),0)",
        ),
        (
            "wuhan@2024",
            "反向",
            row("at_most", false),
            "[B<=A ? 1 : [A<0 ? cannot : MAX(MIN(A/B,1),0)]]",
        ),
        (
            "wuhan@2024",
            "零目标",
            row("at_most", false),
            "[B=0 ? 1 : 0]",
        ),
        (
            "wuhan@2024",
            "零目标",
            row("at_least", true),
            "[B>0 ? 1 : 0]",
        ),
        (
            "wuhan@2024",
            "等于",
            row("equal", false),
            "[B>A ? cannot : B/A]",
        ),
        (
            "wuhan@2024",
            "区间",
            row("equal", false),
            "[B>H ? cannot : [B>=A ? 1 : B/A]]",
        ),
        ("wuhan@2024", "同词达成", row("", false), "cannot"),
        ("wuhan@2024", "人工评定", row("", false), "J"),
        (
            "national-core@2021",
            "正向",
            row("at_least", false),
            "[ROUND(B/A-及格线,12)<0 ? 0 : MIN(B/A,1)]",
        ),
        (
            "national-core@2021",
            "满意度分档",
            row("at_least", false),
            "[B>1 ? cannot : [B>=0.9 ? 1 : [B>=0.8 ? 0.8 : [B>=0.6 ? 0.5 : 0]]]]",
        ),
        (
            "reverse-linear@2024",
            "反向",
            row("at_most", false),
            "[B<=A ? 1 : [A<0 ? cannot : MAX(MIN(1-(B-A)/A,1),0)]]",
        ),
        (
            "overshoot-minus-2@2024",
            "超额扣分",
            row("at_least", false),
            "[A<=0 ? points P : [ROUND(B/A-超额界限,12)<0 ? points P : points MAX(P-超额扣分,0)]]",
        ),
        (
            "overshoot-minus-2@2024",
            "超额扣分",
            row("at_most", false),
            "points P",
        ),
        (
            "jianghan@2026",
            "执行率指标",
            row("at_least", false),
            "MAX(MIN(B/A,1),0)",
        ),
        (
            "execution-capped@2024",
            "封顶总分",
            total(),
            "MIN(E+I,IF(AND(ISNUMBER(R),R>=0.8),100,IF(AND(ISNUMBER(R),R>=0.7),89,\
             IF(AND(ISNUMBER(R),R>=0.6),79,IF(AND(ISNUMBER(R),R>=0.5),69,59)))))",
        ),
    ] {
        let found = ask(&pack(name), function, subject);
        assert_eq!(found.as_deref(), Ok(expected), "{name} {function}");
    }
}

fn script(text: &str) -> RulePack {
    let mut pack = pack("wuhan@2024");
    pack.scripts.truncate(1);
    pack.scripts[0].text = text.to_owned();
    pack
}

#[test]
fn every_way_through_a_script_is_a_branch() {
    for (text, expected) in [
        // A name bound within a block is gone behind it; what is assigned stays.
        (
            "fn f(m) { let x = 1; if m.actual > 5 { let x = 7; x += 1; } else { x = 2; } x }",
            "[B>5 ? 1 : 2]",
        ),
        (
            "fn f(m) { let x = if m.actual > 5 { 1 } else { 0 }; x * 2 }",
            "IF(B>5,1,0)*2",
        ),
        (
            "fn f(m) { let s = 0; for x in [1] { s += x; } s }",
            "unsayable",
        ),
        (
            "fn f(m, params) { let s = 0; if m.level1 == () { s = params.达成下限; } s + 1 }",
            "达成下限+1",
        ),
        ("fn f(m) { g(m, 3) } fn g(m, by) { m.actual / by }", "B/3"),
        ("fn f(m) { f(m) }", "unsayable"),
        ("fn f(m) { cannot(`${m.actual} is odd`) }", "cannot"),
        (
            "fn f(m) { if m.actual > m.full_mark { return 1; } 0.5 }",
            "[B>C ? 1 : 0.5]",
        ),
        ("fn f(m) { -(m.actual - 1) }", "0-(B-1)"),
        ("fn f(m) { 1 - (m.actual - (2 - m.target)) }", "1-(B-(2-A))"),
        ("fn f(m) { m.actual / (m.target / 3) * 2 }", "B/(A/3)*2"),
        ("fn f(m) { m.actual / 3 + 1/3 }", "B/3+1/3"),
        ("fn f(m) { while true { } 1 }", "unsayable"),
        (
            "fn f(m) { let x = if m.actual > 1 { return 3; } else { 2 }; x }",
            "unsayable",
        ),
        (
            "fn f(m) { m.actual > 1 && m.judged == () || m.strict }",
            "unsayable",
        ),
        (
            "fn f(m) { if m.actual > 1 || m.kind == \"date\" { 1 } else { left_out(\"x\") } }",
            "[B>1 ? 1 : left out]",
        ),
    ] {
        let found = ask(&script(text), "f", row("at_least", false));
        let found = match found {
            Ok(said) if said.starts_with("Truth") => "unsayable".to_owned(),
            Ok(said) => said,
            Err(Unsayable) => "unsayable".to_owned(),
        };
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn branches_that_multiply_are_given_up() {
    let doubling = "if m.actual > x { x += 1; } else { x += 2; } ".repeat(40);
    let text = format!("fn f(m) {{ let x = m.target; {doubling} x }}");
    assert_eq!(
        ask(&script(&text), "f", row("at_least", false)),
        Err(Unsayable)
    );
}

#[test]
fn every_mode_of_rounding_has_a_formula() {
    assert_eq!(
        rounded(RoundingMode::HalfUp, "x", "2"),
        "ROUND(ROUND(x,12),2)"
    );
    assert_eq!(
        rounded(RoundingMode::Truncate, "x", "2"),
        "TRUNC(ROUND(x,12),2)"
    );
    assert!(rounded(RoundingMode::HalfEven, "x", "0").starts_with("IF("));
}

#[test]
fn numbers_are_written_with_all_their_digits() {
    let third = Fraction::from(-1).over(3.into()).unwrap();
    assert_eq!(formula(&Expr::Number(third)), "-1/3");
    assert_eq!(formula(&cell("A").times(Expr::Number(third))), "A*(-1/3)");
    assert_eq!(text("a\"b"), "\"a\"\"b\"");
}
