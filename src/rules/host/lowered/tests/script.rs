//! Random functions of the script language.

use proptest::prelude::*;

/// Numbers, now and then something that does not fit.
pub(super) fn expression() -> impl Strategy<Value = String> {
    let numbers = prop::sample::select(vec![
        "0",
        "1",
        "2",
        "100",
        "-3",
        "0.5",
        "1.25",
        "a",
        "b",
        "m.target",
        "m.actual",
        "m.ratio",
        "m.inverse",
        "m.judged",
        "m.完成率",
        "params.系数",
        "params.表.一",
        "m.input(\"上年\")",
    ]);
    let others = prop::sample::select(vec![
        "()",
        "m.strict",
        "m.direction",
        "\"甲\"",
        "params.名",
        "m.actual_text",
        "true",
        "9223372036854775807",
        "params.列",
        "m",
    ]);
    let leaf = prop_oneof![30 => numbers, 1 => others];
    leaf.prop_map(str::to_owned).prop_recursive(3, 16, 3, |of| {
        let operator = prop::sample::select(vec!["+", "-", "*", "/", "/"]);
        let call = prop::sample::select(vec![
            "ratio", "capped", "least", "most", "比", "封顶", "取小", "取大", "g",
        ]);
        let single = prop::sample::select(vec!["abs", "abs", "-", "-", "points", "cannot"]);
        prop_oneof![
            4 => (of.clone(), operator, of.clone()).prop_map(|(a, o, b)| format!("({a} {o} {b})")),
            3 => (call, of.clone(), of.clone()).prop_map(|(f, a, b)| format!("{f}({a}, {b})")),
            1 => (single, of.clone()).prop_map(|(f, a)| format!("{f}({a})")),
            1 => of.clone().prop_map(|a| format!("bounded({a}, 0, 1)")),
            1 => of.clone().prop_map(|a| format!("rounded({a}, \"两位\")")),
            2 => (condition(of.clone()), of.clone(), of).prop_map(|(c, a, b)| {
                format!("(if {c} {{ {a} }} else {{ {b} }})")
            }),
        ]
    })
}

/// Conditions over such numbers.
fn condition(of: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = String> {
    let operator = prop::sample::select(vec!["==", "!=", "<", "<=", ">", ">="]);
    let compared = (of.clone(), operator, of.clone()).prop_map(|(a, o, b)| format!("{a} {o} {b}"));
    let known = of.prop_map(|a| format!("{a} != ()"));
    let given = prop::sample::select(vec![
        "m.strict",
        "m.same_word",
        "m.direction == \"at_least\"",
        "params.名 != m.actual_text",
        "m.actual == ()",
        "() == m.target",
    ]);
    let one = prop_oneof![compared, known, given.prop_map(str::to_owned)];
    (one.clone(), 0..6, one).prop_map(|(a, how, b)| match how {
        0 => format!("({a}) && ({b})"),
        1 => format!("{a} || {b}"),
        2 => format!("!({a})"),
        _ => a,
    })
}

pub(super) fn body() -> impl Strategy<Value = String> {
    let statement = prop_oneof![
        expression().prop_map(|e| format!("let a = {e};")),
        expression().prop_map(|e| format!("let b = {e};")),
        expression().prop_map(|e| format!("note(\"说\", {e});")),
        Just("note(\"到此\");".to_owned()),
        (condition(expression().boxed()), expression())
            .prop_map(|(c, e)| format!("if {c} {{ return {e}; }}")),
        (condition(expression().boxed()), expression())
            .prop_map(|(c, e)| format!("if {c} {{ let a = {e}; note(\"内\", a); }}")),
    ];
    (proptest::collection::vec(statement, 0..4), expression())
        .prop_map(|(statements, last)| format!("{} {last}", statements.join(" ")))
}
