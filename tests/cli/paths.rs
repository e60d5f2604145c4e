//! PATH: files, folders, patterns, standard input.

use super::desk::{SHEET, desk, jixiao};

fn ids(run: super::desk::Run) -> Vec<String> {
    let sheets = run.succeeds().sheets();
    let ids = sheets.iter().map(|sheet| sheet["id"].as_str().unwrap());
    ids.map(str::to_owned).collect()
}

#[test]
fn a_folder_is_walked_in_order_without_hidden_and_whatif_ones() {
    let desk = desk()
        .with("b.yml", SHEET)
        .with("a.yaml", SHEET)
        .with("下级/丙.json", "{\"scope\": \"unit\", \"indicators\": [{\"name\": \"甲\", \"target\": \"1\", \"actual\": \"1\", \"points\": \"80\"}]}")
        .with(".hidden.yaml", "nonsense")
        .with(".git/c.yaml", "nonsense")
        .with("whatif/d.yaml", "nonsense")
        .with("notes.txt", "nonsense");
    assert_eq!(ids(desk.run("score . -f json -q")), ["a", "b", "丙"]);
    assert_eq!(ids(desk.run("score *.y*ml -f json")), ["a", "b"]);
    assert_eq!(ids(desk.run("score **/*.json -f json")), ["丙"]);
    assert_eq!(
        ids(desk.run("score b.yml a.yaml ./a.yaml -f json")),
        ["b", "a"]
    );
}

#[test]
fn a_pattern_matches_as_in_a_shell() {
    let desk = desk()
        .with("b/2.yaml", SHEET)
        .with("b/10.yaml", SHEET)
        .with("a/1.yaml", SHEET)
        .with("a/Upper.YAML", SHEET)
        .with("a/deep/er/3.yaml", SHEET)
        .with("a/.hidden.yaml", "nonsense")
        .with(".hidden/4.yaml", SHEET)
        .with("a/.git/5.yaml", "nonsense")
        .with("[x].yaml", SHEET);
    for (pattern, found) in [
        ("*/*.yaml", &["1", "10", "2"][..]),
        ("./?/*.yaml", &["1", "10", "2"]),
        ("a/../b/*.yaml", &["10", "2"]),
        ("a/*.YAML", &["Upper"]),
        ("a/[!0-9]*", &["Upper", "3"]),
        ("[ab]/", &["1", "Upper", "3", "10", "2"]),
        ("**/[0-9].yaml", &["1", "3", "2"]),
        ("a/**", &["1", "Upper", "3"]),
        ("**/er/*", &["3"]),
        ("**/deep/**/3.yaml", &["3"]),
        (".hid*/*", &["4"]),
        ("[[]x].yaml", &["[x]"]),
    ] {
        assert_eq!(
            ids(desk.run(&format!("score {pattern} -f json"))),
            found,
            "{pattern}"
        );
    }
    let whole = desk.path(".").canonicalize().expect("a folder");
    let all = desk.run(&format!("score {}/b/* -f json", whole.display()));
    assert_eq!(ids(all), ["10", "2"]);
    for (pattern, complaint) in [
        ("***", "通配符"),
        ("a/**b", "通配符"),
        ("b/[", "通配符"),
        ("none/*.yaml", "没有符合"),
        ("b/2.yaml/*", "不是文件夹"),
        ("b/*.yaml/", "没有符合"),
        ("**/*.JSON", "没有符合"),
    ] {
        desk.run(&format!("score {pattern}"))
            .fails()
            .prints_nothing()
            .complains(complaint);
    }
}

#[test]
fn sheets_of_the_same_name_are_told_apart() {
    let item = SHEET.trim_end().replace('\n', "\n  ");
    let several = format!("sheets:\n- {item}\n- {item}\n");
    let desk = desk()
        .with("2023/表.yaml", SHEET)
        .with("2024/表.yaml", SHEET)
        .with("几张.yaml", several);
    assert_eq!(
        ids(desk.run("score . -f json")),
        ["2023/表", "2024/表", "几张", "几张#2"]
    );
}

#[test]
fn standard_input_is_yaml_or_json() {
    let said = desk().run("score - -f json").input(SHEET).succeeds();
    assert_eq!(said.sheets()[0]["computed"]["total"], "88.00");
    let json = "{\"scope\": \"project\", \"year\": 2024, \"indicators\": [{\"name\": \"甲\", \"target\": \"2\", \"actual\": \"1\", \"full_mark\": \"80\"}], \"execution\": {\"budget\": 1, \"executed\": 1}}";
    let said = desk().run("score - -f json").input(json).succeeds();
    assert_eq!(said.sheets()[0]["computed"]["total"], "60.00");
    desk()
        .run("score -")
        .input("{\"scope\": }")
        .fails()
        .complains("stdin.json:1:11");
}

#[test]
fn a_path_that_leads_nowhere_says_what_to_do() {
    desk()
        .run("score 没有.yaml")
        .fails()
        .prints_nothing()
        .complains("没有.yaml: 没有这个文件或文件夹")
        .complains("帮助: 检查路径");
    desk()
        .run("score none.yaml --lang en")
        .fails()
        .complains("none.yaml: no such file or folder")
        .complains("help: check the path");
    desk()
        .run("score *.yaml")
        .fails()
        .complains("没有符合这个通配符的文件");
    let desk = desk().with("空/readme.txt", "x");
    desk.run("score 空")
        .fails()
        .complains("空: 1 个文件里没有自评表: readme.txt")
        .complains("帮助: 不该没有的话");
    std::fs::create_dir(desk.path("真空")).expect("a folder");
    desk.run("score 真空")
        .fails()
        .complains("真空: 文件夹里没有可以读的文件");
}

#[test]
fn a_bad_sheet_is_reported_and_the_others_are_done() {
    desk()
        .with("good.yaml", SHEET)
        .with("bad.yaml", SHEET.replace("actual: 5场", "actaul: 5场"))
        .with("worse.yaml", "- 1\n- 2\n")
        .run("score .")
        .fails()
        .prints_line("总分 88.00 88")
        .complains("bad.yaml:11:")
        .complains("是不是想写 `actual`？")
        .complains("worse.yaml:1:1");
}

#[test]
fn chinese_paths_and_names_with_marks_are_plain_names() {
    let desk = desk().with("决算公开 [2024]/自评表（整体）.yaml", SHEET);
    let said = desk.run("score . -f json").succeeds();
    assert_eq!(said.sheets()[0]["id"], "自评表（整体）");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let desk = desk().with("a.yaml", SHEET);
    std::os::unix::fs::symlink(desk.path("."), desk.path("loop")).unwrap();
    std::os::unix::fs::symlink(desk.path("a.yaml"), desk.path("b.yaml")).unwrap();
    assert_eq!(ids(desk.run("score . -f json")), ["a"]);
}

#[cfg(unix)]
#[test]
fn a_file_is_read_once_and_kept_whatever_leads_to_it() {
    let desk = desk().with("a.yaml", SHEET);
    let sheet = desk.run("import a.yaml -f json").succeeds().out;
    let desk = desk.with("sub/b.json", sheet);
    std::os::unix::fs::symlink("sub", desk.path("link")).unwrap();
    std::os::unix::fs::symlink("a.yaml", desk.path("c.yaml")).unwrap();
    let all = "score sub . link c.yaml link/b.json ./sub/../a.yaml -f json";
    assert_eq!(ids(desk.run(all)), ["b", "a"]);
    for output in ["sub/b.json", "link/b.json"] {
        for input in ["link", "sub", "."] {
            let run = desk.run(&format!("score {input} -o {output}"));
            run.fails().complains("b.json");
        }
    }
}

#[test]
fn the_edition_of_the_year_is_used_and_said_when_there_is_none() {
    let old = desk().with("old.yaml", SHEET.replace("year: 2024", "year: 2015"));
    old.run("score old.yaml")
        .succeeds()
        .complains("提示: old 是 2015 年度的，没有该年度施行的版本，用了最新的 wuhan@2024");
    old.run("score old.yaml --quiet")
        .succeeds()
        .complains_of_nothing();
    old.run("score old.yaml --rules wuhan@2024")
        .succeeds()
        .complains_of_nothing();
    jixiao("score samples/wuhan-2024 --rules wuhann")
        .fails()
        .complains("没有规则包 `wuhann`")
        .complains("是不是想写 `wuhan`？");
}
