//! `jixiao batch`, run as a user would.

#[cfg(unix)]
mod aside;
mod columns;
mod hostile;
mod limits;
mod raw;
mod records;
mod results;
mod resume;

use crate::cli::desk::Desk;

/// A record with one row; each number gives other figures.
pub fn record(number: usize) -> String {
    format!(
        r#"{{"title":"表{number}","scope":"project","year":2024,"unit":"单位{unit}","execution":{{"budget":300,"executed":{number}}},"indicators":{{"产出指标":[{{"name":"数量","target":"300个","actual":"{number}个","full_mark":80,"points":"{points}分"}}]}},"total":60}}"#,
        unit = number % 7,
        points = number % 80,
    )
}

/// So many records, a line each.
pub fn records(count: usize) -> String {
    (1..=count)
        .map(|number| record(number % 300) + "\n")
        .collect()
}

/// Bytes of a file on the desk.
pub fn bytes(desk: &Desk, name: &str) -> Vec<u8> {
    std::fs::read(desk.path(name)).expect(name)
}

/// A run over these inputs, in so many kilobytes, sets records aside and panics nowhere.
pub fn sets_aside(desk: &Desk, kilobytes: u64, inputs: &str) {
    let script = format!("ulimit -v {kilobytes}; \"$0\" batch {inputs} -q -o out.jsonl");
    let done = std::process::Command::new("bash")
        .args(["-c", &script])
        .arg(assert_cmd::cargo::cargo_bin("jixiao"))
        .current_dir(desk.path("."))
        .output()
        .expect("a shell");
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

/// The samples of the README as lines, one sheet each.
pub fn samples() -> Vec<String> {
    // Everything a sheet may hold and scoring reads.
    let full = r#"{"title":"全","scope":"unit","year":2024,"unit":"某中心","department":"某局","execution":{"full_mark":"20分","money":"元","name":"单位整体支出总额","budget":"1,000.50","executed":"900","rate":"89.96%","points":"17.99","basic":1},"indicators_full_mark":"80分","indicators":[{"name":"甲","levels":["产出指标","数量指标","再下一级"],"full_mark":"20","reason":"因故\n未完成","measures":[{"target":"6000家","actual":0,"points":"0分"},{"target":"3000万","actual":"2900万","points":"9.6"}]},{"name":"乙","levels":["产出指标"],"target":"≥90%","actual":"95%","full_mark":20,"points":"20","direction":"正向","inputs":{"上年":"2个","再上年":""}},{"name":"丙","target":"良好","actual":"较好","full_mark":20,"judged":"80%"},{"name":"丁","target":"3个","actual":"见附件","full_mark":10},{"name":"戊","target":"3个","full_mark":10,"applicable":false}],"group_points":{"产出":"38.5"},"inputs":{"扣分":"2"},"total":"约 90","grade":"优","goals":["一"],"reasons":["二"]}"#;
    let bare = r#"{"scope":"project","indicators":[{"name":"甲","target":"3个","actual":"4个","full_mark":80}]}"#;
    vec![full.to_owned(), bare.to_owned(), record(250)]
}
