//! `jixiao accept` for findings of target tables, across sheets, across documents, and of mapped tables.

use super::desk::{Desk, Said, desk, repository};

fn with_samples(mut desk: Desk, files: &[&str]) -> Desk {
    for file in files {
        let bytes = std::fs::read(repository().join("samples").join(file)).expect(file);
        let name = file.rsplit('/').next().expect("a name");
        desk = desk.with(name, bytes);
    }
    desk
}

/// The standing of the findings of a check at a row: `open`, `accepted` or `figures-changed`.
fn standing(said: &Said, code: &str, row: &str) -> Vec<String> {
    let json = said.json();
    let forms = ["sheets", "targets"].into_iter();
    let forms = forms.flat_map(|key| json[key].as_array().expect("a list"));
    let lists = forms
        .map(|form| &form["findings"])
        .chain([&json["findings"]]);
    let findings = lists.flat_map(|list| list.as_array().expect("findings"));
    let wanted = findings.filter(|one| one["code"] == code && one["where"]["row"] == row);
    let status = wanted.map(|one| one["accepted"]["status"].as_str().unwrap_or("open"));
    status.map(str::to_owned).collect()
}

fn audit(desk: &Desk, words: &str) -> Said {
    desk.run(&format!("audit . -q -f json --fail-on never {words}"))
        .succeeds()
}

#[test]
fn a_finding_of_a_target_table_is_accepted_until_a_year_changes() {
    let desk = with_samples(desk(), &["targets-2026/center-startup.yaml"]);
    desk.run("audit . --only C41 --fail-on warning")
        .ends_with(3);
    desk.run("accept . C41 长报版面 --reason 版面由省里统一安排 --by 办公室")
        .succeeds()
        .prints("已接受 C41 center-startup：长报版面");
    assert_eq!(standing(&audit(&desk, ""), "C41", "24"), ["accepted"]);
    assert_eq!(standing(&audit(&desk, ""), "C41", "16"), ["open"]);
    desk.run("audit . --only C41 -f csv --fail-on never")
        .succeeds()
        .prints(",accepted,版面由省里统一安排,办公室")
        .complains("已接受 1 条发现");
    desk.run("audit . -q -f sarif --only C41 --fail-on never")
        .succeeds()
        .prints("\"status\": \"accepted\"");
    // The year before last is no figure of the finding's own, and yet what it rests on.
    let desk = desk.edited("center-startup.yaml", "{2024: 6版", "{2024: 7版");
    assert_eq!(
        standing(&audit(&desk, ""), "C41", "24"),
        ["figures-changed"]
    );
    desk.run("audit . --only C41")
        .succeeds()
        .prints("重新提出")
        .prints("指标值 6版 → 4版 → 3版");
}

#[test]
fn a_finding_of_a_document_is_kept_beside_the_document() {
    let desk = with_samples(desk(), &["documents/targets-center-2026.txt"]);
    desk.run(
        "accept targets-center-2026.txt C50 5 --sheet targets-center-2026#2 --reason 口径不同",
    )
    .succeeds()
    .complains("记入 审核接受.yaml");
    assert_eq!(standing(&audit(&desk, ""), "C50", "5"), ["accepted"]);
    // Taken out of the document, the table is another file, for which nothing was accepted.
    desk.run("audit targets-center-2026.txt --only C41")
        .succeeds()
        .does_not_complain("已接受");
}

#[test]
fn a_finding_across_sheets_rests_on_the_figures_of_both() {
    let files = ["whole", "series", "startup"].map(|name| format!("wuhan-2024/{name}.yaml"));
    let desk = with_samples(desk(), &files.each_ref().map(String::as_str));
    desk.run("accept . C30 20 --sheet whole --reason 整体表按合计计分")
        .succeeds();
    let now = audit(&desk, "--only C30");
    assert_eq!(standing(&now, "C30", "20"), ["accepted"]);
    assert_eq!(standing(&now, "C30", "8"), ["open"]);
    // Without the other sheet there is no such finding, and that is told.
    desk.run("audit whole.yaml --only C30")
        .succeeds()
        .complains("也可能要与别的表一起审核");
    // A figure of the other sheet changes: points there, nothing here.
    let series = desk.text("series.yaml");
    let row = series
        .lines()
        .find(|line| line.contains("培训对象参训率"))
        .expect("the row");
    let other = row.replace("points: 0分", "points: 1分");
    assert_ne!(row, other);
    let desk = desk.edited("series.yaml", row, &other);
    let now = audit(&desk, "--only C30");
    assert_eq!(standing(&now, "C30", "20"), ["figures-changed"]);
    desk.run("audit . --only C30 --fail-on warning")
        .ends_with(3)
        .prints("当时：说法是“培训对象参训率");
    // Accepted again, the entry is replaced.
    desk.run("accept . C30 20 --sheet whole --reason 再次确认")
        .succeeds();
    assert_eq!(desk.text("审核接受.yaml").matches("C30").count(), 1);
    assert_eq!(
        standing(&audit(&desk, "--only C30"), "C30", "20"),
        ["accepted"]
    );
}

#[test]
fn a_finding_across_documents_is_accepted_with_all_of_them() {
    let desk = with_samples(
        desk(),
        &[
            "wuhan-2024/series.yaml",
            "targets-2026/center-platform.yaml",
        ],
    );
    let desk = desk.with(
        "决算/series.yaml",
        std::fs::read(repository().join("samples/wuhan-2024/series.yaml")).expect("a sample"),
    );
    let desk = desk.without("series.yaml");
    // Only together do they show it.
    desk.run("accept center-platform.yaml C32 11 --reason 统计口径不同")
        .fails()
        .complains("没有发现");
    desk.run("accept center-platform.yaml C32 11 --with 决算 --reason 统计口径不同")
        .succeeds()
        .complains("记入 审核接受.yaml");
    assert_eq!(standing(&audit(&desk, ""), "C32", "11"), ["accepted"]);
    for (file, from, to) in [
        ("决算/series.yaml", "26万", "27万"),
        ("center-platform.yaml", "20万", "19万"),
    ] {
        let before = desk.text(file);
        let changed = before.replace(from, to);
        assert_ne!(before, changed, "{file}");
        std::fs::write(desk.path(file), changed).expect("a file");
        let now = standing(&audit(&desk, ""), "C32", "11");
        assert_eq!(now, ["figures-changed"], "{file}");
        std::fs::write(desk.path(file), before).expect("a file");
    }
    assert_eq!(standing(&audit(&desk, ""), "C32", "11"), ["accepted"]);
}

#[test]
fn the_form_is_told_by_its_id_and_noted_beside_its_own_file() {
    let file = "targets-2026/center-startup.yaml";
    let bytes = std::fs::read(repository().join("samples").join(file)).expect(file);
    let desk = desk().with("甲/表.yaml", &bytes).with("乙/表.yaml", &bytes);
    desk.run("accept . C50 5 --reason x")
        .fails()
        .complains("几张表都有这条发现：");
    desk.run("accept . C50 5 --sheet 丙 --reason x")
        .fails()
        .complains("没有编号是 `丙` 的");
    desk.run("accept . C50 5 --sheet 甲/表 --reason x")
        .succeeds();
    assert!(desk.path("甲/审核接受.yaml").exists());
    let mut found = standing(&audit(&desk, ""), "C50", "5");
    found.sort();
    assert_eq!(found, ["accepted", "open"]);
}

#[test]
fn a_finding_of_a_mapped_table_is_kept_beside_the_table() {
    let desk = with_samples(desk(), &["mapping/wide.csv", "mapping/wide.yaml"]);
    let table = "wide.csv --mapping wide.yaml";
    let standings = |code: &str, row: &str| {
        let words = format!("audit {table} -q -f json --fail-on never --only {code}");
        let json = desk.run(&words).succeeds().json();
        let sheets = json["sheets"].as_array().expect("sheets").clone();
        let found = sheets.iter().flat_map(|sheet| {
            let findings = sheet["findings"].as_array().expect("findings").iter();
            let wanted = findings.filter(|one| one["where"]["row"] == row);
            wanted.map(|one| {
                let status = one["accepted"]["status"].as_str().unwrap_or("open");
                format!("{} {status}", sheet["id"].as_str().expect("an id"))
            })
        });
        found.collect::<Vec<String>>()
    };
    assert_eq!(standings("C04", "3"), ["H003 open"]);
    desk.run(&format!(
        "accept {table} C04 3 --sheet H003 --reason 已核定"
    ))
    .succeeds()
    .complains("记入 审核接受.yaml");
    assert_eq!(standings("C04", "3"), ["H003 accepted"]);
    let changed = desk.text("wide.csv");
    std::fs::write(desk.path("wide.csv"), changed.replace("H003", "H009")).expect("a file");
    assert_eq!(standings("C04", "3"), ["H009 open"]);
}
