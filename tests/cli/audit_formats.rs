//! `jixiao audit`: which checks, SARIF, and CSV for a spreadsheet.

use serde_json::Value;

use super::desk::{SHEET, Said, desk, jixiao};

/// The codes of the findings in `-f jsonl`.
fn codes(said: &Said) -> Vec<String> {
    let lines = said.out.lines();
    let codes = lines.map(|line| {
        let finding: Value = serde_json::from_str(line).unwrap();
        finding["code"].as_str().unwrap().to_owned()
    });
    codes.collect()
}

#[test]
fn checks_are_chosen_by_code_and_family_and_left_out() {
    let audit = "audit samples/wuhan-2024 -f jsonl --fail-on never";
    let only = jixiao(&format!("{audit} --only c04，C20")).succeeds();
    let mut found = codes(&only);
    found.sort();
    found.dedup();
    assert_eq!(found, ["C04", "C20"]);
    let family = jixiao(&format!("{audit} --only 算术 --skip C04")).succeeds();
    assert!(!codes(&family).is_empty());
    assert!(
        codes(&family)
            .iter()
            .all(|code| code.starts_with("C0") && code != "C04")
    );
    let rest = jixiao(&format!("{audit} --skip arithmetic")).succeeds();
    assert!(codes(&rest).iter().all(|code| !code.starts_with("C0")));
    // What does not fail under the checks chosen does not fail the run.
    let desk = desk().with("a.yaml", SHEET.replace("total: 88", "total: 89"));
    desk.run("audit a.yaml --only C01")
        .ends_with(3)
        .prints("项检查中的 1 项：C01。");
    desk.run("audit a.yaml --only C42").succeeds();
    let json = desk
        .run("audit a.yaml --only C42 -f json")
        .succeeds()
        .json();
    assert_eq!(json["checks"], serde_json::json!(["C42"]));
}

#[test]
fn a_check_nobody_knows_is_a_usage_error_with_the_nearest_one() {
    for (word, help) in [
        ("C0I", "是不是想写 `C01`？"),
        ("完整", "是不是想写 `完整性`？"),
        ("arithmetics", "是不是想写 `arithmetic`？"),
        ("C01,天气", "C01, C02"),
    ] {
        jixiao(&format!("audit samples/wuhan-2024 --only {word}"))
            .ends_with(2)
            .prints_nothing()
            .complains("`--only <CODE,…>` 不能是")
            .complains(help);
    }
    jixiao("audit samples/wuhan-2024 --skip , --lang en").ends_with(2);
    jixiao("audit --list")
        .succeeds()
        .prints("一致性 consistency：")
        .prints("\n  C20  ");
    jixiao("audit --list --lang en")
        .succeeds()
        .prints("arithmetic 算术: sums");
}

/// What is promised beyond the schema, against which `sarif.rs` holds the output.
fn is_sarif(log: &Value) {
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    for rule in rules {
        assert!(!rule["help"]["text"].as_str().expect("a text").is_empty());
        assert!(
            rule["help"]["markdown"]
                .as_str()
                .expect("a text")
                .contains("**")
        );
    }
    for result in run["results"].as_array().expect("results") {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let (kind, level) = (&result["kind"], &result["level"]);
        let level = level.as_str().expect("a level");
        match kind.as_str().expect("a kind") {
            "fail" => assert!(["error", "warning", "note"].contains(&level), "{level}"),
            "review" | "notApplicable" => assert_eq!(level, "none"),
            kind => panic!("{kind}"),
        }
        assert!(
            !result["message"]["text"]
                .as_str()
                .expect("a text")
                .is_empty()
        );
        let place = &result["locations"][0];
        assert!(place["logicalLocations"][0]["fullyQualifiedName"].is_string());
        if let Some(uri) = place["physicalLocation"]["artifactLocation"]["uri"].as_str() {
            let plain = |c: char| c.is_ascii_alphanumeric() || "-._~%/:".contains(c);
            assert!(uri.chars().all(plain), "{uri}");
        }
    }
}

#[test]
fn findings_come_as_sarif() {
    for lang in ["zh", "en"] {
        let words = format!("audit samples/wuhan-2024 -f sarif --fail-on never --lang {lang}");
        let said = jixiao(&words).succeeds();
        is_sarif(&said.json());
        assert_eq!(said.out, jixiao(&words).succeeds().out);
    }
    let log = jixiao("audit samples/wuhan-2024 -f sarif --only C04")
        .ends_with(3)
        .json();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let grave: Vec<&Value> = results
        .iter()
        .filter(|one| one["level"] == "error")
        .collect();
    assert_eq!(grave.len(), 3);
    let place = &grave[0]["locations"][0]["physicalLocation"];
    assert_eq!(
        place["artifactLocation"]["uri"],
        "samples/wuhan-2024/whole.yaml"
    );
    assert_eq!(place["region"]["startLine"], 37);
}

#[test]
fn names_of_files_and_texts_of_sheets_are_harmless_in_sarif() {
    let text = SHEET
        .replace("培训场次", "'[培训](http://x){0}'")
        .replace("points: 10}", "points: 15}");
    let desk = desk().with("决算 #1?.yaml", text);
    let log = desk.run("audit . -f sarif").ends_with(3).json();
    is_sarif(&log);
    let text = log["runs"].to_string();
    assert!(text.contains("%E5%86%B3%E7%AE%97%20%231%3F.yaml"));
    assert!(text.contains(r"\\[培训\\](http://x){{0}}"));
}

#[test]
fn a_spreadsheet_knows_the_encoding_of_a_file_and_runs_no_formula() {
    let text = SHEET
        .replace("培训场次", "'=HYPERLINK(\"http://x\")'")
        .replace("points: 10}", "points: 15}");
    let desk = desk().with("=a.yaml", text);
    let said = desk.run("audit . -f csv --fail-on never").succeeds();
    assert!(said.out.starts_with("sheet,row,code,"), "{}", said.out);
    let mut reader = csv::Reader::from_reader(said.out.as_bytes());
    for record in reader.records() {
        for cell in &record.unwrap() {
            assert!(!cell.starts_with(['=', '@', '+', '＝']), "{cell}");
        }
    }
    for command in ["audit . --fail-on never", "score ."] {
        let printed = desk.run(&format!("{command} -f csv")).succeeds().out;
        desk.run(&format!("{command} -f csv -o out.csv")).succeeds();
        assert_eq!(desk.text("out.csv"), format!("\u{feff}{printed}"));
    }
}
