//! Scripts from someone else: a runaway one ends soon, small and with a clear message.

use std::process::Command;
use std::time::{Duration, Instant};

use super::desk::{Desk, SHEET, desk, repository};

/// A pack whose method for "more is better" is this body.
fn with_body(body: &str) -> Desk {
    let script = std::fs::read_to_string(repository().join("rules/wuhan/2024/methods.rhai"));
    let script = script
        .unwrap()
        .replace("fn 正向(m) {", &format!("fn 正向(m) {{ {body}"));
    desk()
        .with_pack("wuhan/2024")
        .with("pack/methods.rhai", script)
        .with("a.yaml", SHEET)
}

#[test]
fn a_runaway_script_ends_soon_with_its_place() {
    for (body, message) in [
        ("while true {}", "脚本步数过多"),
        ("let s = \"ab\"; loop { s += s; }", "文字或列表过大"),
        ("let a = [1]; loop { a = [a, a]; }", "文字或列表过大"),
        ("return 正向(m);", "调用层数过多"),
        ("nonsense(m);", "没有函数"),
        ("return m.nonsense;", "没有变量或字段"),
        ("import \"a\" as b;", "不能使用这个词"),
        ("eval(\"1\");", "不能使用这个词"),
        ("print(1);", "不能使用这个词"),
    ] {
        let start = Instant::now();
        with_body(body)
            .run("score a.yaml --rules pack")
            .fails()
            .prints_nothing()
            .complains(message)
            .complains("pack/methods.rhai:");
        let took = start.elapsed();
        assert!(took < Duration::from_secs(5), "{body}: {took:?}");
    }
}

#[test]
fn one_faulty_script_is_reported_once_however_many_sheets() {
    let desk = with_body("while true {}")
        .with("b.yaml", SHEET)
        .with("c.yaml", SHEET);
    let said = desk.run("score . --rules pack").fails();
    assert_eq!(said.err.matches("脚本步数过多").count(), 1, "{}", said.err);
}

/// Address space is bounded from outside, so a script that fills memory would be noticed.
#[cfg(target_os = "linux")]
#[test]
fn a_runaway_script_stays_small() {
    const MOST_KIBIBYTES: u32 = 256 * 1024;
    for body in [
        "let s = \"ab\"; loop { s += s; }",
        "let a = [\"long text\"]; loop { a += a; }",
        "let a = []; loop { let s = \"x\"; s.pad(9000, \"x\"); a.push(s); }",
        "let m = #{}; let i = 0; loop { m[`k${i}`] = \"xxxxxxxxxxxxxxxx\"; i += 1; }",
        "return 正向(m);",
    ] {
        let desk = with_body(body);
        let limit = format!("ulimit -v {MOST_KIBIBYTES}; exec \"$0\" \"$@\"");
        let ended = Command::new("sh")
            .args(["-c", &limit, env!("CARGO_BIN_EXE_jixiao")])
            .args(["score", "a.yaml", "--rules", "pack", "--jobs", "1"])
            .current_dir(desk.path("."))
            .output()
            .unwrap();
        let err = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{body}\n{err}");
        assert!(err.contains("pack/methods.rhai:"), "{body}\n{err}");
    }
}

/// Twelve rows of 28 nines: their sum fits no decimal.
#[test]
fn figures_too_long_to_add_up_are_refused_and_never_a_crash() {
    for digits in [22, 23, 28, 29, 60] {
        let n = "9".repeat(digits);
        let row = |i: u32| {
            format!(
                "    - {{name: 甲{i}, target: 10期, actual: 10期, full_mark: {n}, points: {n}}}\n"
            )
        };
        let sheet = format!(
            "scope: project\nexecution: {{budget: {n}, executed: {n}, points: {n}, sources: [{{name: a, budget: {n}}}, {{name: b, budget: {n}}}]}}\nindicators:\n  产出指标:\n{}total: {n}\n",
            (0..12).map(row).collect::<String>()
        );
        let bare = sheet.replace(&format!("full_mark: {n}, "), "");
        let desk = desk().with("a.yaml", sheet).with("b.yaml", bare);
        for words in [
            "score a.yaml b.yaml -q",
            "audit a.yaml b.yaml -q --fail-on never",
            "explain a.yaml -q",
            "score a.yaml -q --rules national",
        ] {
            desk.run(words).succeeds();
        }
    }
}

/// Without punctuation every number used to be kept together with the whole text, twice.
#[test]
fn long_texts_without_punctuation_are_audited_soon() {
    let rows: String = (0..100)
        .map(|i| {
            format!("    - {{name: 甲{i}, target: 10期, actual: 9期, full_mark: 1, points: 1}}\n")
        })
        .collect();
    let (goal, reason) = ("3个".repeat(15_000), "未完成".repeat(15_000));
    let sheet = format!(
        "scope: project\nyear: 2024\ngoals: {goal}\nreasons: {reason}\nindicators:\n  产出指标:\n{rows}"
    );
    let start = Instant::now();
    let said = desk()
        .with("a.yaml", sheet)
        .run("audit a.yaml -q --fail-on never --format csv")
        .succeeds();
    assert!(said.out.len() < 1_000_000, "{}", said.out.len());
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{took:?}");
}

/// Texts of 2 MB about 3,000 indicators: every name used to be looked for in every sentence, and prepared for
/// every passage.
#[test]
fn long_reports_about_many_indicators_are_audited_soon() {
    const BYTES: usize = 2_000_000;
    let rows: String = (0..3_000)
        .map(|i| format!("    - {{name: 中小企业服务指标第{i}项, target: 10期, actual: 9期, full_mark: 1, points: 1}}\n"))
        .collect();
    let told = "中小企业服务指标第7项本年度未开展，绩效自评得分为95分，2023年组织12场。";
    let unnamed = "别的事项本年度未开展，进度偏慢。";
    for (list, text, passages) in [
        ("narrative", told, 1),
        ("narrative", told, BYTES / told.len()),
        ("narrative", "自评得分9分，", 1),
        ("reasons", told, 1),
        ("reasons", told, BYTES / told.len()),
        ("reasons", unnamed, BYTES / unnamed.len()),
    ] {
        let passage = text.repeat(BYTES / text.len() / passages);
        let passages = format!("  - {passage}\n").repeat(passages);
        let sheet = format!(
            "scope: project\nyear: 2024\nunit: 某单位\nindicators:\n  产出指标:\n{rows}{list}:\n{passages}"
        );
        let start = Instant::now();
        desk()
            .with("a.yaml", sheet)
            .run("audit a.yaml -q --fail-on never --format csv")
            .succeeds();
        let took = start.elapsed();
        // Optimised it takes a second; a debug build on a busy machine needs many times that.
        let most = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 10 });
        assert!(took < most, "{list} {text}: {took:?}");
    }
}
