//! Lowered functions do what the interpreter does: the same answer, the same notes, the same faults.

mod script;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use self::script::{body, expression};
use crate::document::read_sheets;
use crate::number::{Fraction, Rounding, RoundingMode};
use crate::rules::facts::{Answer, ExecutionFacts, Kind, MeasureFacts, Note, TotalFacts};
use crate::rules::host::{Function, Host, ScriptFault};
use crate::rules::pack::{Param, Script};
use crate::rules::short::{ShortFacts, Subject};
use crate::rules::{PackFiles, RulePack, load};
use crate::sheet::{Direction, Sheet};

type Said = (Result<Answer, Box<ScriptFault>>, Vec<Note>);

/// What a function says lowered and interpreted.
fn both(
    function: &Function,
    ask: impl Fn(&Function, &mut Vec<Note>) -> Result<Answer, Box<ScriptFault>>,
) -> (Said, Said) {
    let said = |function: &Function| {
        let mut notes = Vec::new();
        let answer = ask(function, &mut notes);
        (answer, notes)
    };
    (said(function), said(&function.interpreted()))
}

fn sheet() -> Arc<Sheet> {
    static SHEET: LazyLock<Arc<Sheet>> = LazyLock::new(|| {
        let yaml = "scope: project\nyear: 2024\nexecution: {budget: 100, executed: 90}\ninputs: {全年: 12}\nindicators:\n  产出指标:\n    - {name: 数量, target: 是, actual: 否, inputs: {上年: 4, floor: -1.5}, judged: 85%}\n";
        let mut sheets = read_sheets("a.yaml", yaml.as_bytes()).expect("a sheet");
        Arc::new(sheets.remove(0))
    });
    Arc::clone(&SHEET)
}

fn fraction() -> impl Strategy<Value = Fraction> {
    let near = (-20i64..20, 1i64..12)
        .prop_map(|(n, d)| Fraction::from(n).over(d.into()).expect("not zero"));
    let far = any::<i64>().prop_map(|n| {
        let n = Fraction::from(n);
        n.times(n).unwrap_or(n)
    });
    prop_oneof![8 => near, 1 => far, 1 => Just(Fraction::ZERO)]
}

fn optional() -> impl Strategy<Value = Option<Fraction>> {
    proptest::option::weighted(0.93, fraction())
}

fn facts() -> impl Strategy<Value = MeasureFacts> {
    let number = optional;
    let direction = prop_oneof![
        Just(None),
        Just(Some(Direction::AtLeast)),
        Just(Some(Direction::AtMost)),
        Just(Some(Direction::Equal)),
    ];
    (
        (number(), number(), number(), number()),
        (number(), number()),
        (any::<bool>(), any::<bool>()),
        (direction, 0usize..Kind::ALL.len()),
    )
        .prop_map(
            |(
                (target, target_high, actual, full_mark),
                (completion, points),
                (strict, same_word),
                (direction, kind),
            )| MeasureFacts {
                sheet: sheet(),
                indicator: 0,
                measure: 0,
                kind: Kind::ALL[kind].0,
                direction,
                target,
                target_high,
                strict,
                actual,
                same_word,
                full_mark,
                completion,
                points,
            },
        )
}

/// Every shipped pack by name.
fn shipped() -> Vec<(RulePack, Host)> {
    let packs = PackFiles::shipped().into_iter().map(|(name, edition)| {
        let files = PackFiles::of_shipped(&name, &edition).expect("shipped");
        let pack = load(&files).expect("loads");
        let host = Host::of(&pack).expect("compiles");
        (pack, host)
    });
    packs.collect()
}

#[test]
fn what_shipped_packs_ask_of_rows_execution_and_total_is_lowered() {
    let packs = shipped();
    assert_eq!(packs.len(), 10);
    for (pack, host) in packs {
        let lowered = |name: &str, subject| {
            let function = host.function(name).expect("checked");
            assert!(function.is_lowered(subject), "{} {name}", pack.name());
        };
        for method in &pack.methods {
            lowered(&method.function, Subject::Measure);
        }
        if let Some(part) = &pack.execution {
            lowered(&part.function, Subject::Execution);
        }
        // This total looks at groups.
        if let Some(asked) = pack
            .total
            .as_ref()
            .filter(|_| pack.indicators.groups.is_empty())
        {
            lowered(&asked.function, Subject::Total);
        }
    }
}

/// Functions of the language in which lowered ones are most likely to differ from the interpreter.
#[test]
fn corners_are_the_interpreters() {
    for body in [
        "1;",
        "let a = 1;",
        "if m.strict { 1 }",
        "return;",
        "m",
        "m.nothing",
        "params.nothing",
        "9223372036854775807 + 1",
        "-9223372036854775807 - 2",
        "0.1 + 0.2",
        "0.5 == 1 / 2",
        "if 0.5 < 1 { 0.5 } else { -0.5 }",
        "if 1 == () { 1 } else { 2 }",
        "if () == () { 1 } else { 2 }",
        "if m.target == () { 1 } else { 2 }",
        "if () != m.target { 1 } else { 2 }",
        "if m.target_high < () { 1 } else { 2 }",
        "if m.direction == () { 1 } else { 2 }",
        "if m.direction == 1 { 1 } else { 2 }",
        "if m.strict == () { 1 } else { 2 }",
        "if m.target { 1 } else { 2 }",
        "let a = 1; { let a = 2; note(\"inner\", a); } a",
        "let a = 1; let a = a + 1; a",
        "const A = 3; A / 7",
        "note(\"before\"); m.ratio / 0",
        "note(\"before\"); nobody(1)",
        "note(\"before\", \"text\"); 1",
        "rounded(m.ratio, \"无此步\")",
        "rounded(1 / 3, \"两位\")",
        "cannot(m.actual_text)",
        "points(cannot(\"x\"))",
        "bounded(m.ratio, 0.5, 1)",
        "m.input(\"上年\") / m.input(\"全年\")",
        "m.input(1)",
        "other(m) + 1",
        "other(m, 1)",
        "abs(-3)",
        "abs(-0.5)",
        "abs(m.input(\"floor\"))",
        "m.strict || cannot(\"x\")",
        "params.表.一 + params.系数",
        "params.列[0]",
        "if params.名 == \"甲\" { 1 } else { 0 }",
        "m.ratio * params.系数",
        "let a = if m.strict { return 1; } else { 2 }; a",
        "let a = helper(m); if a { 1 } else { 0 }",
        "least(twice(1, twice(2, 3)), twice(m.ratio, 4))",
        "let a = if m.strict { () } else { m.target }; if a == () { 1 } else { a }",
        "let t = m.actual_text; if t == \"否\" { 0 } else { 1 }",
        "let p = params.表; p.一",
        "let x = m; x.ratio",
        "{ let a = 2; note(\"x\", a); a } + 1",
        "(if m.strict { cannot(\"a\") } else { 1 })",
        "-0.5",
        "-m.ratio",
        "m.ratio * m.ratio * m.ratio * m.ratio * m.ratio * 0.000000001 * 0.000000001",
        "9007199254740993 * 1024 * 1024",
        "bounded(m.ratio, 1, 0)",
        "if m.target == m.actual || m.actual > 2 { points(3) } else { left_out(\"少\") }",
        "m.rate",
        "m.budget",
        "if m.actual_text in params.词 { 1 } else { 0 }",
        "if m.name in params.词 { 1 } else { 0 }",
        "if m.name in params.列 { 1 } else { 0 }",
        "if !(m.name in params.词) { 1 } else { 0 }",
        "if \"量\" in m.name { 1 } else { 0 }",
    ] {
        let host = host(&format!(
            "fn f(m, params) {{ {body} }}\nfn other(m) {{ if m.strict {{ return m.ratio; }} 3 }}\nfn helper(m) {{ m.strict && m.actual == 3 }}\nfn twice(a, b) {{ let c = a * 2; c + b }}"
        ))
        .expect(body);
        let function = host.function("f").expect("f");
        for (target, actual, strict) in [
            (Some(4), Some(3), true),
            (Some(0), Some(3), false),
            (None, Some(3), false),
            (None, None, true),
        ] {
            let facts = Rc::new(MeasureFacts {
                sheet: sheet(),
                indicator: 0,
                measure: 0,
                kind: Kind::Quantity,
                direction: None,
                target: target.map(Fraction::from),
                target_high: None,
                strict,
                actual: actual.map(Fraction::from),
                same_word: false,
                full_mark: None,
                completion: None,
                points: None,
            });
            let (lowered, interpreted) = both(&function, |function, notes| {
                host.measure(function, &facts, Some(notes))
            });
            assert_eq!(lowered, interpreted, "{body}");
        }
    }
}

/// `None` for what the language refuses before it runs: `1 && 2`.
fn host(source: &str) -> Option<Host> {
    let script = Script {
        path: "test.rhai".to_owned(),
        text: source.to_owned(),
        layer: 0,
    };
    let third = Fraction::ONE.over(3.into()).expect("not zero");
    let table = BTreeMap::from([("一".to_owned(), Param::Number(Fraction::ONE))]);
    let params = BTreeMap::from([
        ("系数".to_owned(), Param::Number(third)),
        ("名".to_owned(), Param::Text("甲".to_owned())),
        (
            "词".to_owned(),
            Param::List(vec![Param::Text("否".to_owned())]),
        ),
        ("列".to_owned(), Param::List(vec![Param::Number(third)])),
        ("表".to_owned(), Param::Map(Arc::new(table))),
    ]);
    let two_places = Rounding {
        mode: RoundingMode::HalfUp,
        places: 2,
    };
    let named = BTreeMap::from([("两位".to_owned(), two_places)]);
    Host::compile(&[script], &Arc::new(params), &Rc::new(named)).ok()
}

/// `JIXIAO_CASES=20000 cargo test --release --lib lowered` looks longer.
fn cases() -> u32 {
    let asked = std::env::var("JIXIAO_CASES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(400)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_functions_say_the_same_lowered_and_interpreted(
        body in body(), inner in expression(), facts in facts()
    ) {
        let Some(host) = host(&format!(
            "fn f(m, params) {{ let a = 1; let b = m.actual; {body} }}\nfn g(a, b) {{ h(a, b, 1, 2) }}\nfn h(a, b, m, params) {{ if a == b {{ return {}; }} a }}",
            inner.replace("g(", "least("),
        )) else {
            return Ok(());
        };
        let function = host.function("f").expect("f");
        let facts = Rc::new(facts);
        let (lowered, interpreted) = both(&function, |function, notes| {
            host.measure(function, &facts, Some(notes))
        });
        prop_assert_eq!(lowered, interpreted);
    }

    #[test]
    fn shipped_functions_say_the_same_lowered_and_interpreted(
        facts in facts(),
        [budget, executed, indicators] in [fraction(), fraction(), fraction()],
        [execution, rate, total] in [optional(), optional(), optional()],
    ) {
        thread_local! {
            static HOSTS: Vec<(RulePack, Host)> = shipped();
        }
        let of = ExecutionFacts { sheet: sheet(), budget, executed, weight: 20.into() };
        let whole = TotalFacts {
            sheet: sheet(), execution, indicators, rate, groups: Vec::new(), total, grade: None,
        };
        HOSTS.with(|hosts| {
            for (pack, host) in hosts {
                for function in host.functions().iter().filter(|one| one.arguments <= 2) {
                    let said = [
                        both(function, |function, notes| host.measure(function, &facts, Some(notes))),
                        both(function, |function, notes| host.execution(function, &of, Some(notes))),
                        both(function, |function, notes| host.total(function, &whole, Some(notes))),
                    ];
                    for (lowered, interpreted) in said {
                        prop_assert_eq!(lowered, interpreted, "{} {}", pack.name(), function.name);
                    }
                }
            }
            Ok(())
        })?;
    }
}

/// The comparison above would say nothing about functions that are never lowered or always give up.
#[test]
fn many_of_the_random_functions_are_answered_lowered() {
    let mut runner = TestRunner::deterministic();
    let (mut lowered, mut answered) = (0, 0);
    for _ in 0..300 {
        let (body, facts) = (body(), facts())
            .new_tree(&mut runner)
            .expect("no filters")
            .current();
        let source = format!(
            "fn f(m, params) {{ let a = 1; let b = m.actual; {body} }}\nfn g(a, b) {{ a }}"
        );
        let Some(host) = host(&source) else { continue };
        let function = host.function("f").expect("f");
        lowered += usize::from(function.is_lowered(Subject::Measure));
        let short = ShortFacts::of_measure(&facts);
        let said = short.and_then(|facts| host.short(&function, Subject::Measure, &facts, true));
        answered += usize::from(said.is_some());
    }
    assert!(lowered > 150, "{lowered} of 300");
    assert!(answered > 60, "{answered} of 300");
}
