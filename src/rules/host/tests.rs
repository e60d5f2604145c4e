//! The rule host as a pack's author meets it.

use super::*;
use crate::number::Fraction;

fn host(source: &str) -> Result<Host, Vec<ScriptFault>> {
    let script = Script {
        path: "test.rhai".to_owned(),
        text: source.to_owned(),
        layer: 0,
    };
    Host::compile(&[script], &Arc::default(), &Rc::default())
}

fn total(source: &str) -> Result<Answer, Box<ScriptFault>> {
    let host = host(source).expect("the script compiles");
    let facts = TotalFacts {
        sheet: Arc::default(),
        execution: Some(Fraction::from(9)),
        indicators: Fraction::from(80),
        rate: None,
        groups: Vec::new(),
        total: None,
        grade: None,
    };
    let function = host
        .functions()
        .into_iter()
        .find(|f| f.name == "f")
        .unwrap();
    host.total(&function, &facts, None)
}

#[test]
fn quotients_are_exact_whatever_they_are_written_with() {
    let host = host("fn f(t) { 1 }").unwrap();
    for (expression, numerator, denominator) in [
        ("1/3", 1, 3),
        ("1/3*3", 1, 1),
        ("0.1/3", 1, 30),
        ("1 + 2/3", 5, 3),
        ("6/3*2.5", 5, 1),
    ] {
        let expected = Fraction::from(numerator).over(Fraction::from(denominator));
        assert_eq!(
            as_fraction(&host.compiled.engine.eval::<Dynamic>(expression).unwrap()),
            expected.ok(),
            "{expression}"
        );
    }
}

#[test]
fn a_function_may_answer_points_or_say_it_cannot() {
    assert_eq!(
        total("fn f(t) { points(t.execution + 1) }"),
        Ok(Answer::Points(10.into()))
    );
    assert_eq!(
        total("fn f(合计) { 合计.执行得分 / 18 }"),
        Ok(Answer::Completion(
            Fraction::from(1).over(2.into()).unwrap()
        ))
    );
    assert_eq!(
        total("fn f(t) { cannot(\"没有依据\") }"),
        Ok(Answer::Cannot("没有依据".to_owned()))
    );
    assert_eq!(total("fn f(t) { t.execution / 0 }"), Ok(Answer::OutOfRange));
}

#[test]
fn anything_else_is_the_scripts_fault_with_its_place() {
    let fault = total("fn f(t) {\n  \"高\"\n}").unwrap_err();
    assert!(
        matches!(fault.kind, FaultKind::NoAnswer { .. }),
        "{fault:?}"
    );
    let fault = total("fn f(t) {\n  t.execution + g(1)\n}").unwrap_err();
    assert_eq!((fault.line, fault.file.as_str()), (2, "test.rhai"));
    assert!(
        matches!(fault.kind, FaultKind::UnknownFunction(_)),
        "{fault:?}"
    );
}

#[test]
fn runaway_scripts_end_in_a_clear_fault() {
    for (source, expected) in [
        ("fn f(t) { while true {} }", FaultKind::TooLong),
        ("fn f(t) { f(t) }", FaultKind::TooDeep),
        (
            "fn f(t) { let s = \"ab\"; loop { s += s; } }",
            FaultKind::TooLarge,
        ),
        (
            "fn f(t) { let a = [1]; loop { a += a; } }",
            FaultKind::TooLarge,
        ),
        (
            "fn f(t) { let a = [1]; loop { a = [a, a]; } }",
            FaultKind::TooLarge,
        ),
        (
            "fn f(t) { let m = #{}; let i = 0; loop { m[`k${i}`] = i; i += 1; } }",
            FaultKind::TooLong,
        ),
    ] {
        assert_eq!(total(source).unwrap_err().kind, expected, "{source}");
    }
}

#[test]
fn nothing_outside_can_be_reached() {
    for source in [
        "fn f(t) { eval(\"1\") }",
        "import \"a\" as b; fn f(t) { 1 }",
        "fn f(t) { print(1) }",
        "export const A = 1; fn f(t) { 1 }",
    ] {
        let faults = host(source).err().expect(source);
        assert!(
            matches!(faults[0].kind, FaultKind::Forbidden(_)),
            "{:?}",
            faults[0]
        );
    }
    for source in [
        "fn f(t) { timestamp() }",
        "fn f(t) { sleep(1) }",
        "fn f(t) { open(\"/etc/passwd\") }",
    ] {
        assert!(matches!(
            total(source).unwrap_err().kind,
            FaultKind::UnknownFunction(_)
        ));
    }
}

#[test]
fn statements_outside_functions_are_refused() {
    let faults = host("while true {}\nfn f(t) { 1 }").err().unwrap();
    assert_eq!(faults[0].kind, FaultKind::OutsideFunction);
}

#[test]
fn whether_full_marks_are_read_is_known() {
    for (body, reads) in [
        ("m.ratio", false),
        ("/* m.full_mark */ m.ratio", false),
        ("m.full_mark", true),
        ("let a = [m]; if true { a[0].分值 / 2 } else { 1 }", true),
        ("m.kind.len() + helper(m)", true),
    ] {
        let helper = if body.contains("helper") {
            "fn helper(m) { points(m.full_mark) }"
        } else {
            ""
        };
        let host = host(&format!("fn f(m) {{ {body} }}\n{helper}")).unwrap();
        assert_eq!(host.sees_marks(), reads, "{body}");
    }
}
