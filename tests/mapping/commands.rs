//! The commands with `--mapping`.

use crate::cli::desk::{desk, jixiao};

const WIDE: &str = "samples/mapping/wide.csv --mapping samples/mapping/wide.yaml";

#[test]
fn the_samples_are_scored_and_audited() {
    let said = jixiao(&format!("score {WIDE} -f json")).succeeds();
    let sheets = said.sheets();
    assert_eq!(sheets.len(), 5);
    assert_eq!(sheets[2]["id"], "H003");
    assert_eq!(sheets[2]["computed"]["total"], "91.60");
    assert_eq!(sheets[2]["reported"]["total"], "93.6");
    assert_eq!(sheets[3]["computed"]["total"], serde_json::Value::Null);
    assert!(said.err.contains("`联系电话`"), "{}", said.err);
    let said = jixiao(&format!("audit {WIDE} --sheet H003 -f json -q")).ends_with(3);
    let place = &said.sheets()[0]["findings"][0]["where"];
    assert_eq!(place["cell"], "N4 平均住院日 实际");
    assert_eq!(place["line"], 4);
    jixiao(&format!("explain {WIDE} 执行 --sheet H002 -q"))
        .succeeds()
        .prints("samples/mapping/wide.csv D3 执行数")
        .does_not_print("H001");
}

#[test]
fn an_import_is_read_back_without_the_mapping() {
    let folder = desk();
    let repository = env!("CARGO_MANIFEST_DIR");
    let words = format!(
        "import {repository}/samples/mapping/wide.csv -m {repository}/samples/mapping/wide.yaml -o out"
    );
    folder.run(&words).succeeds();
    let said = folder.run("score out -f json -q").succeeds();
    let totals: Vec<_> = said
        .sheets()
        .iter()
        .map(|one| one["computed"]["total"].clone())
        .collect();
    assert_eq!(
        totals,
        ["100.00", "94.10", "91.60"]
            .map(serde_json::Value::from)
            .into_iter()
            .chain([serde_json::Value::Null, "99.60".into()])
            .collect::<Vec<_>>()
    );
    assert!(folder.path("out/H001.yaml").exists());
}

const MAPPING: &str = "layout: wide\nsheet: {id: id, year: 2024}\nmeasures: [{indicator: A, actual: a, target: t, full_mark: {value: 80}}]\n";

#[test]
fn a_folder_standard_input_and_several_files() {
    let desk = desk()
        .with("m.yaml", MAPPING)
        .with("tables/1.csv", "id,a,t\nx,1,2\n")
        .with("tables/2.tsv", "id\ta\tt\ny\t1\t1\n")
        .with("tables/m.yaml", MAPPING);
    let ids = |words: &str, input: &str| -> Vec<String> {
        let said = desk.run(words).input(input).succeeds();
        said.sheets()
            .iter()
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ids("score tables -m m.yaml -f json", ""), ["x", "y"]);
    assert_eq!(ids("score - -m m.yaml -f json", "id,a,t\nz,1,2\n"), ["z"]);
    assert_eq!(
        ids(
            "score tables/1.csv tables/2.tsv -m m.yaml -f json --sheet y",
            ""
        ),
        ["y"]
    );
}

#[test]
fn what_cannot_be_done_is_said() {
    let desk = desk()
        .with("m.yaml", MAPPING)
        .with("bad.yaml", "layout: wide\n")
        .with("a.yaml", crate::cli::desk::SHEET)
        .with("t.csv", "id,a,t\nx,1,2\nx,1,2\n")
        .with("u.csv", "id,a,t\nx,1,2\n");
    desk.run("score t.csv -m bad.yaml --lang en")
        .fails()
        .complains("missing key `sheet`");
    desk.run("score t.csv -m none.yaml --lang en")
        .fails()
        .complains("none.yaml: cannot be read");
    desk.run("score a.yaml -m m.yaml --lang en")
        .fails()
        .complains("there is a mapping, but no CSV or TSV file");
    desk.run("score t.csv -m m.yaml")
        .fails()
        .complains("`x` 在第 2 行和第 3 行各有一次");
    desk.run("score u.csv -m m.yaml --sheet y")
        .fails()
        .complains("没有编号是 `y` 的自评表");
    desk.run("score u.csv -m m.yaml -o m.yaml")
        .fails()
        .complains("输出文件就是输入文件");
    desk.run("import t.csv -m m.yaml")
        .fails()
        .complains("第 2 行和第 3 行");
    // Sheets beside tables are read as ever.
    desk.run("score a.yaml u.csv -m m.yaml --lang en")
        .succeeds()
        .prints_line("88.00 88")
        .prints("x");
}
