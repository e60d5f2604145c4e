//! A worked case that does not hold says what came out instead.

use jixiao::rules::{PackFiles, cases, load};
use jixiao::score::Scorer;
use jixiao::words::Lang;

/// What differs, in one line each: what was compared, what was wanted, what came out.
fn differs(case: &str) -> Vec<String> {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("shipped");
    let text = format!("cases:\n  - {{name: 甲, {case}}}\n");
    let files = files.changed(&[("cases/execution.yaml".to_owned(), text)]);
    let files = files.expect("a file of it");
    let scorer = Scorer::new(std::sync::Arc::new(load(&files).expect("loads"))).expect("compiles");
    let cases = cases(&files).expect("sound cases");
    let found = scorer.check(&cases[0], Lang::En).expect("the scripts run");
    found
        .into_iter()
        .map(|it| format!("{}: {} | {}", it.what, it.expected, it.got))
        .collect()
}

#[test]
fn a_case_that_holds_says_nothing_and_one_that_does_not_says_what_came_out() {
    let row = "row: {target: 8个, actual: 7个, full_mark: 10}";
    let open = "row: {target: 8个, actual: '', full_mark: 10}";
    let money = "execution: {budget: 100, executed: 90}";
    let none = "execution: {budget: 100}";
    let sheet = "sheet: {scope: project, execution: {budget: 100, executed: 90}, indicators: {产出: [{name: 甲, target: 8, actual: 7, full_mark: 80}]}}";
    let part = "sheet: {scope: project, indicators: {产出: [{name: 甲, target: 8, actual: 7, full_mark: 80}]}}";
    for (given, wanted, expected) in [
        (row, "points: 8.75", ""),
        (row, "points: 8.76", "points: 8.76 | 8.75"),
        (row, "points: 未评分", "points: unscored | 8.75"),
        (row, "unscored: 未填", "points: unscored (未填) | 8.75"),
        (row, "completion: 7/8", ""),
        (row, "completion: 7/9", "completion: 7/9 | 0.875"),
        (row, "method: 正向", ""),
        (row, "method: at least", ""),
        (row, "method: 反向", "method: 反向 | at least"),
        (open, "unscored: 没有填写", ""),
        (open, "unscored: not filled in", ""),
        (open, "points: 未评分", ""),
        (
            open,
            "unscored: 单位",
            "points: unscored (单位) | unscored (the actual is not filled in)",
        ),
        (
            open,
            "points: 0",
            "points: 0 | unscored (the actual is not filled in)",
        ),
        (open, "completion: 1", "completion: 1 | nothing"),
        (money, "points: 18", ""),
        (money, "points: 19", "points: 19 | 18.00"),
        (money, "completion: 90%", ""),
        (money, "completion: 91%", "completion: 0.91 | 0.9"),
        (none, "unscored: 执行数没有填写", ""),
        (none, "completion: 1", "completion: 1 | nothing"),
        ("total: 89.99", "grade: 良", ""),
        ("total: 89.99", "grade: good", ""),
        ("total: 89.99", "grade: 优", "grade: 优 | good"),
        ("total: -1", "grade: 没有", ""),
        ("total: -1", "grade: none", ""),
        ("total: -1", "grade: 差", "grade: 差 | nothing"),
        ("total: 89.99", "grade: none", "grade: none | good"),
        (sheet, "total: 88, grade: 良, rows: {1: 70}", ""),
        (sheet, "total: 89", "total: 89 | 88.00"),
        (sheet, "grade: 优", "grade: 优 | good"),
        (sheet, "rows: {1: 71}", "points of row 1: 71 | 70.00"),
        (sheet, "rows: {2: 70}", "points of row 2: 70 | nothing"),
        (part, "total: 未评分", ""),
        (
            part,
            "total: 88",
            "total: 88 | unscored (the execution part is unscored)",
        ),
        (part, "grade: 没有", ""),
    ] {
        assert_eq!(
            differs(&format!("{given}, {wanted}")).join("; "),
            expected,
            "{given}, {wanted}"
        );
    }
}

/// What the cases of a pack exercise, with this script of its execution part and of its first method.
fn reached(execution: &str, at_least: &str, case: &str) -> (Vec<usize>, bool) {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("shipped");
    let text = |path: &str| String::from_utf8_lossy(files.get(path).expect("there")).into_owned();
    let methods = text("methods.rhai");
    let from = methods.find("fn 正向(").expect("a method");
    let end = from
        + methods[from..]
            .find("\n}")
            .map_or_else(|| methods[from..].find('\n').expect("a line"), |at| at + 2);
    let changes = [
        (
            "execution.rhai".to_owned(),
            format!("fn 执行得分(e) {{ {execution} }}"),
        ),
        (
            "methods.rhai".to_owned(),
            methods.replace(&methods[from..end], &format!("fn 正向(m) {{ {at_least} }}")),
        ),
        (
            "cases/execution.yaml".to_owned(),
            format!("cases:\n  - {{name: 甲, {case}}}\n"),
        ),
    ];
    let files = files.changed(&changes).expect("files of it");
    let scorer = Scorer::new(std::sync::Arc::new(load(&files).expect("loads"))).expect("compiles");
    let cases = cases(&files).expect("sound cases");
    let reached = scorer.reached(&cases[..1]);
    let methods = reached
        .methods
        .iter()
        .enumerate()
        .filter(|(_, reached)| **reached);
    (methods.map(|(index, _)| index).collect(), reached.execution)
}

/// A case has reached what it ran, and where a script fails the one that failed.
#[test]
fn a_case_reaches_what_it_runs() {
    let row = "row: {target: 8个, actual: 7个, full_mark: 10}, points: 8.75";
    let money = "execution: {budget: 100, executed: 90}, points: 18";
    let sheet = "sheet: {scope: project, execution: {budget: 100, executed: 90}, indicators: {产出: [{name: 甲, target: 8, actual: 7, full_mark: 80}]}}, total: 88";
    // The third method of the pack is the one of targets of at least so much.
    for (execution, at_least, case, expected) in [
        ("1", "1", row, (vec![2], false)),
        ("1", "1", money, (vec![], true)),
        ("1", "1", sheet, (vec![2], true)),
        ("1", "1", "total: 88, grade: 良", (vec![], false)),
        ("1", "m.nothing", row, (vec![2], false)),
        ("1", "m.nothing", sheet, (vec![2], false)),
        ("e.nothing", "1", money, (vec![], true)),
        ("e.nothing", "1", sheet, (vec![], true)),
    ] {
        assert_eq!(
            reached(execution, at_least, case),
            expected,
            "{execution} {at_least} {case}"
        );
    }
}
