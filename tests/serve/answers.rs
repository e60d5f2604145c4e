//! What the workbench says is what the command line says.

use serde_json::{Value, json};

use super::{Bench, bench, bench_in};
use crate::cli::desk::{SHEET, desk, jixiao};

fn wuhan() -> Bench {
    bench(&["samples/wuhan-2024"])
}

/// What the command prints as JSON.
fn printed(words: &str) -> Value {
    jixiao(&format!("{words} --lang en -q")).json_of()
}

trait Json {
    fn json_of(self) -> Value;
}

impl Json for crate::cli::desk::Run {
    fn json_of(self) -> Value {
        self.succeeds().json()
    }
}

#[test]
fn a_sheet_is_what_audit_prints() {
    let bench = wuhan();
    let audit = printed("audit samples/wuhan-2024 -f json --fail-on never");
    let sheets = bench.get("/api/sheets?lang=en").ok();
    for (line, audited) in sheets["sheets"]
        .as_array()
        .unwrap()
        .iter()
        .zip(audit["sheets"].as_array().unwrap())
    {
        assert_eq!(line["id"], audited["id"]);
        assert_eq!(line["total"], audited["computed"]["total"]);
        assert_eq!(line["reported"], audited["reported"]["total"]);
        let id = line["id"].as_str().unwrap();
        let mut sheet = bench.get(&format!("/api/sheet?lang=en&id={id}")).ok();
        let own = sheet.as_object_mut().unwrap();
        for more in ["across", "why", "doubtful", "confirmed"] {
            assert!(own.shift_remove(more).is_some(), "{more}");
        }
        assert_eq!(sheet, *audited);
    }
    assert_eq!(sheets["findings"], audit["findings"]);
    let together = bench.get("/api/portfolio?lang=en").ok();
    assert_eq!(together["portfolio"], audit["portfolio"]);
    let national = bench.get("/api/sheet?lang=en&rules=national&id=whole").ok();
    let printed = printed("audit samples/wuhan-2024 -f json --fail-on never --rules national");
    assert_eq!(national["computed"], printed["sheets"][2]["computed"]);
}

#[test]
fn a_scenario_is_what_whatif_prints() {
    let bench = wuhan();
    let asked = json!({"lang": "en", "sheet": "whole", "set": ["execution.weight=10"]});
    let whole = "samples/wuhan-2024/whole.yaml";
    let words = format!("whatif {whole} --set execution.weight=10 -f json");
    let said = bench.ask("POST", "/api/whatif", &asked).ok();
    assert_eq!(said, printed(&words));
    let with = json!({"lang": "en", "sheet": "whole", "set": ["execution.weight=10"], "others": ["national"]});
    let said = bench.ask("POST", "/api/whatif", &with).ok();
    assert_eq!(
        said,
        printed(&format!("{words} --rules wuhan --rules national"))
    );
    let even = format!("whatif {whole} --set execution.weight=10 --break-even -f json");
    let said = bench.ask("POST", "/api/breakeven", &asked).ok();
    assert_eq!(said, printed(&even));
    let draws = json!({"lang": "en", "sheet": "whole", "by": "25%", "draws": 200, "seed": 7});
    let said = bench.ask("POST", "/api/vary", &draws).ok();
    let words = format!("whatif {whole} --vary 25% --draws 200 --seed 7 -f json");
    assert_eq!(said, printed(&words));
    let said = bench.ask("POST", "/api/ranges", &asked).ok();
    let words = format!("whatif {whole} --set execution.weight=10 --ranges -f json");
    assert_eq!(said, printed(&words));
    let all = json!({"lang": "en", "set": ["execution.weight=10"], "others": ["national"]});
    let said = bench.ask("POST", "/api/portfolio/whatif", &all).ok();
    let words = "whatif samples/wuhan-2024 --set execution.weight=10 --rules wuhan --rules national --summary -f json";
    assert_eq!(said["portfolio"], printed(words)["portfolio"]);
    assert_eq!(said["problems"], json!([]));
}

#[test]
fn every_control_can_be_moved_to_both_ends() {
    let bench = wuhan();
    for rules in ["wuhan", "national", "hubei-2025", "zhejiang"] {
        let path = format!("/api/controls?lang=en&sheet=whole&rules={rules}");
        let answer = bench.get(&path);
        if answer.status == 422 {
            continue;
        }
        let controls = answer.ok();
        let controls = controls["controls"].as_array().unwrap();
        let text = |control: &Value, key: &str| control[key].as_str().unwrap().to_owned();
        let mut groups = std::collections::BTreeSet::new();
        let mut keys = std::collections::HashSet::new();
        for control in controls {
            let key = text(control, "key");
            assert!(keys.insert(key.clone()), "{key} twice");
            assert!(!text(control, "label").is_empty());
            groups.insert(text(control, "group"));
            let number = |value: &str| {
                format!(
                    "{key}={}{value}{}",
                    text(control, "before"),
                    text(control, "behind")
                )
            };
            let sets: Vec<String> = match text(control, "kind").as_str() {
                "number" | "percent" => ["min", "max", "value"]
                    .map(|end| number(&text(control, end)))
                    .into(),
                "choice" => {
                    let choices = control["choices"].as_array().unwrap().iter();
                    choices
                        .map(|choice| format!("{key}={}", choice.as_str().unwrap()))
                        .collect()
                }
                "flag" => vec![format!("{key}=true"), format!("{key}=false")],
                _ => Vec::new(),
            };
            if key.starts_with("rows[")
                && !key.starts_with("rows[1]")
                && !key.starts_with("rows[20]")
            {
                continue;
            }
            for set in sets {
                let asked = json!({"rules": rules, "lang": "en", "sheet": "whole", "set": [set]});
                bench.ask("POST", "/api/whatif", &asked).ok();
            }
        }
        for group in ["weight", "rounding", "budget", "row"] {
            assert!(groups.contains(group), "{rules} {group}");
        }
    }
}

#[test]
fn controls_of_a_small_sheet() {
    let desk = desk().with("a.yaml", SHEET);
    let bench = bench_in(desk.path(""), &["a.yaml"]);
    let controls = bench.get("/api/controls?lang=en&sheet=a").ok();
    let all = controls["controls"].as_array().unwrap();
    let find = |key: &str| {
        all.iter()
            .find(|control| control["key"] == key)
            .unwrap_or_else(|| panic!("{key}"))
    };
    let execution = find("execution.weight");
    assert_eq!(
        *execution,
        json!({"key": "execution.weight", "label": "execution", "group": "weight", "kind": "number",
               "value": "20", "before": "", "behind": "", "min": "0", "max": "100", "step": "0.5",
               "choices": [], "row": null})
    );
    let actual = find("rows[3].actual");
    assert_eq!(
        (&actual["kind"], &actual["value"], &actual["behind"]),
        (&json!("percent"), &json!("95"), &json!("%"))
    );
    assert_eq!(
        (&actual["min"], &actual["max"], &actual["row"]),
        (&json!("0"), &json!("100"), &json!("3"))
    );
    let count = find("rows[1].actual");
    assert_eq!(
        (&count["value"], &count["behind"], &count["max"]),
        (&json!("5"), &json!("场"), &json!("20"))
    );
    assert_eq!(find("rows[1].full_mark")["value"], "20");
    assert_eq!(find("levels.产出.weight")["group"], "level");
    assert_eq!(
        find("rounding.rows.mode")["choices"],
        json!(["half_up", "half_even", "truncate"])
    );
    assert_eq!(find("budget.executed")["value"], "90");
    assert_eq!(find("rows[2].applicable")["kind"], "flag");
}

#[test]
fn a_finding_is_accepted_and_taken_back() {
    let bench = wuhan();
    let sheet = |bench: &Bench| bench.get("/api/sheet?lang=en&id=whole").ok();
    let before = sheet(&bench);
    let findings = before["findings"].as_array().unwrap();
    let finding = findings
        .iter()
        .find(|one| one["where"]["row"].is_string())
        .unwrap();
    let (code, row) = (&finding["code"], &finding["where"]["row"]);
    let which = json!({"lang": "en", "sheet": "whole", "code": code, "row": row});
    let mut asked = which.clone();
    asked["reason"] = " ".into();
    bench.ask("POST", "/api/accept", &asked).refused(422);
    asked["reason"] = "经核对原件".into();
    asked["by"] = "审核科".into();
    let after = bench.ask("POST", "/api/accept", &asked).ok();
    assert_eq!(after, sheet(&bench));
    let accepted = after["findings"].as_array().unwrap().iter();
    let accepted: Vec<_> = accepted.filter(|one| one["accepted"].is_object()).collect();
    assert!(
        accepted
            .iter()
            .all(|one| one["code"] == *code && one["where"]["row"] == *row)
    );
    assert_eq!(accepted[0]["accepted"]["reason"], "经核对原件");
    // The file is what the command line reads.
    let file = bench.get("/api/accepted?lang=zh");
    assert!(
        file.header("content-disposition")
            .unwrap()
            .contains(".yaml")
    );
    let whole = std::fs::read("samples/wuhan-2024/whole.yaml").unwrap();
    let desk = desk()
        .with("whole.yaml", whole)
        .with("审核接受.yaml", &file.body);
    let audit = desk
        .run("audit whole.yaml -q --lang en -f json --fail-on never")
        .succeeds()
        .json();
    let count = |findings: &Value| {
        let findings = findings.as_array().unwrap().iter();
        findings.filter(|one| one["accepted"].is_object()).count()
    };
    assert_eq!(count(&audit["sheets"][0]["findings"]), accepted.len());
    // Beside the sheet it is read when the workbench opens.
    let beside = bench_in(desk.path(""), &["whole.yaml"]);
    assert_eq!(count(&sheet(&beside)["findings"]), accepted.len());
    assert_eq!(bench.ask("DELETE", "/api/accept", &which).ok(), before);
    bench.ask("DELETE", "/api/accept", &which).refused(404);
    let unknown = json!({"sheet": "whole", "code": "C99", "row": null, "reason": "x"});
    bench.ask("POST", "/api/accept", &unknown).refused(422);
    let nobody = json!({"sheet": "x", "code": "C01", "row": null, "reason": "x"});
    bench.ask("POST", "/api/accept", &nobody).refused(404);
}

#[test]
fn a_doubtful_cell_is_confirmed_corrected_and_taken_back() {
    let doubtful = SHEET.replace("target: ≥90%", "target: 290%");
    let desk = desk().with("a.yaml", doubtful);
    let bench = bench_in(desk.path(""), &["a.yaml"]);
    let before = bench.get("/api/sheet?lang=en&id=a").ok();
    let doubts = before["doubtful"].as_array().unwrap();
    assert_eq!(
        (&doubts[0]["row"], &doubts[0]["field"], &doubts[0]["text"]),
        (&json!(3), &json!("target"), &json!("290%"))
    );
    let cell = json!({"lang": "en", "sheet": "a", "row": 3, "field": "target"});
    let mut reading = cell.clone();
    reading["value"] = "290%".into();
    let as_printed = bench.ask("POST", "/api/confirm", &reading).ok();
    assert_eq!(as_printed["doubtful"], json!([]));
    reading["value"] = "≥90%".into();
    let corrected = bench.ask("POST", "/api/confirm", &reading).ok();
    assert_eq!(corrected["computed"]["total"], "88.00");
    assert_eq!(
        corrected["confirmed"],
        json!([{"row": 3, "field": "target", "value": "≥90%", "was": "290%"}])
    );
    let why = corrected["why"]["rows"][2].as_str().unwrap();
    assert!(why.contains("read by a person"), "{why}");
    // What is signed does not pass it off as the unit's own.
    for (format, part) in [
        ("html", ""),
        ("docx", "word/document.xml"),
        ("xlsx", "xl/sharedStrings.xml"),
    ] {
        let paper = bench.get(&format!("/api/paper?lang=en&format={format}&subject=audit"));
        let text = match part {
            "" => paper.text(),
            part => {
                let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&paper.body)).unwrap();
                std::io::read_to_string(zip.by_name(part).unwrap()).unwrap()
            }
        };
        assert!(text.contains("the document has “290%”"), "{format}");
    }
    let file = bench.get("/api/sheet/yaml?id=a&lang=en");
    assert!(file.text().contains("≥90%"), "{}", file.text());
    let home = crate::cli::desk::desk().with("home.yaml", &file.body);
    home.run("score home.yaml -q").succeeds().prints("88.00");
    // Another tab sees the same.
    assert_eq!(bench.get("/api/sheet?lang=en&id=a").ok(), corrected);
    let points = json!({"lang": "en", "sheet": "a", "row": 1, "field": "points", "value": "9"});
    let twice = bench.ask("POST", "/api/confirm", &points).ok();
    assert_eq!(twice["confirmed"].as_array().unwrap().len(), 2);
    let first = json!({"sheet": "a", "row": 1, "field": "points"});
    bench.ask("DELETE", "/api/confirm", &first).ok();
    assert_eq!(bench.ask("DELETE", "/api/confirm", &cell).ok(), before);
    bench.ask("DELETE", "/api/confirm", &cell).refused(404);
    for (key, value) in [("row", json!(99)), ("sheet", json!("b"))] {
        let mut wrong = reading.clone();
        wrong[key] = value;
        bench.ask("POST", "/api/confirm", &wrong).refused(404);
    }
    reading["value"] = "长".repeat(3_000).into();
    bench.ask("POST", "/api/confirm", &reading).refused(422);
    reading["field"] = "name".into();
    bench.ask("POST", "/api/confirm", &reading).refused(400);
}

#[test]
fn a_scenario_is_taken_home_and_brought_back() {
    let bench = wuhan();
    let overlay = json!({"lang": "en", "title": "执行 10 分", "reason": "试算", "set": [
        {"set": "execution.weight=10"},
        {"set": "rows[20].actual=92%", "because": "补报"},
    ]});
    let file = bench.ask("POST", "/api/overlay", &overlay);
    assert_eq!(file.status, 200);
    let name = file.header("content-disposition").unwrap();
    assert!(
        name.contains("%E6%89%A7") && name.ends_with(".yaml"),
        "{name}"
    );
    let read = bench
        .send(
            "POST",
            "/api/overlay/read?lang=en",
            &bench.headers(),
            &file.body,
        )
        .ok();
    assert_eq!(read["title"], "执行 10 分");
    assert_eq!(
        read["set"],
        json!([
            {"set": "execution.weight=10", "because": null},
            {"set": "rows[20].actual=92%", "because": "补报"},
        ])
    );
    let whole = std::fs::read("samples/wuhan-2024/whole.yaml").unwrap();
    let desk = desk().with("whole.yaml", whole).with("o.yaml", &file.body);
    let printed = desk
        .run("whatif whole.yaml --overlay o.yaml -f json -q --lang en")
        .succeeds()
        .json();
    let asked = json!({"lang": "en", "sheet": "whole", "set": ["execution.weight=10", "rows[20].actual=92%"]});
    let said = bench.ask("POST", "/api/whatif", &asked).ok();
    let total = |json: &Value| json["sheets"][0]["scenarios"][0]["total"].clone();
    assert_eq!(total(&said), total(&printed));
    let bad = json!({"lang": "en", "title": "x", "set": [{"set": "execution.wieght=1"}]});
    bench.ask("POST", "/api/overlay", &bad).refused(422);
    let refused = bench.send(
        "POST",
        "/api/overlay/read?lang=en",
        &bench.headers(),
        b"changes: [{a: 1}]",
    );
    refused.refused(422);
    assert_eq!(refused.json()["problems"][0]["line"], 1);
}

#[test]
fn rules_are_read_changed_and_tried() {
    let bench = wuhan();
    let packs = bench.get("/api/rules?lang=en").ok();
    let packs = packs["packs"].as_array().unwrap();
    let wuhan = packs
        .iter()
        .find(|pack| pack["name"] == "wuhan@2024")
        .unwrap();
    assert!(wuhan["cases"].as_u64().unwrap() > 0);
    for pack in packs {
        let name = pack["name"].as_str().unwrap();
        let page = bench.get(&format!("/api/rules/page?rules={name}")).ok();
        assert_eq!(page["name"], name);
        let html = page["html"].as_str().unwrap();
        assert!(html.starts_with("<h1>") && !html.contains("<script") && !html.contains("style"));
    }
    let check = |files: Value| {
        let asked = json!({"rules": "wuhan@2024", "lang": "en", "files": files});
        bench.ask("POST", "/api/rules/check", &asked).ok()
    };
    let found = check(json!([]));
    assert_eq!(
        (&found["ok"], &found["cases"]["count"]),
        (&json!(true), &wuhan["cases"])
    );
    let page = bench.get("/api/rules/page?rules=wuhan@2024").ok();
    let file = |ending: &str| {
        let files = page["files"].as_array().unwrap().iter();
        let mut files = files.filter(|file| file["path"].as_str().unwrap().ends_with(ending));
        files.next().unwrap().clone()
    };
    let mut script = file(".rhai");
    let text = script["text"].as_str().unwrap().to_owned();
    script["text"] = format!("{text}\nfn broken( {{").into();
    let found = check(json!([script]));
    assert_eq!(found["ok"], false);
    assert!(found["findings"][0]["line"].as_u64().is_some(), "{found}");
    // Another weight: the cases do not hold any more, and the sheet scores what whatif says.
    let mut pack = file("pack.yaml");
    let text = pack["text"].as_str().unwrap().to_owned();
    let changed = text.replacen("weight: 20", "weight: 10", 1);
    let changed = changed.replacen("weight: 80", "weight: 90", 1);
    assert_ne!(changed, text);
    pack["text"] = changed.into();
    let files = json!([pack]);
    let found = check(files.clone());
    assert_eq!(found["ok"], false);
    let asked = json!({"rules": "wuhan@2024", "lang": "en", "sheet": "whole", "files": files});
    let scored = bench.ask("POST", "/api/rules/score", &asked).ok();
    let asked = json!({"lang": "en", "sheet": "whole", "set": ["execution.weight=10", "indicators.weight=90"]});
    let said = bench.ask("POST", "/api/whatif", &asked).ok();
    let total = &scored["sheets"][0]["computed"]["total"];
    assert_eq!(*total, said["sheets"][0]["scenarios"][0]["total"]);
    // Nothing of it is kept.
    assert_eq!(bench.get("/api/rules/page?rules=wuhan@2024").ok(), page);
}

#[test]
fn papers_are_what_the_command_line_writes() {
    let bench = wuhan();
    for (subject, words) in [
        ("audit", "audit --fail-on never"),
        ("score", "score"),
        ("whatif", "whatif --set execution.weight=10"),
    ] {
        for (format, name) in [
            ("xlsx", "xl/workbook.xml"),
            ("docx", "word/document.xml"),
            ("html", ""),
        ] {
            let set = match subject {
                "whatif" => "&set=execution.weight%3D10",
                _ => "",
            };
            let path = format!("/api/paper?lang=en&format={format}&subject={subject}{set}");
            let paper = bench.get(&path);
            assert_eq!(paper.status, 200, "{}", paper.text());
            let disposition = paper.header("content-disposition").unwrap();
            assert!(disposition.starts_with("attachment") && disposition.ends_with(format));
            let desk = desk();
            let file = desk.path(&format!("paper.{format}"));
            let words = format!(
                "{words} samples/wuhan-2024 --lang en -q -o {}",
                file.display()
            );
            jixiao(&words).succeeds();
            let same = paper.body == std::fs::read(file).unwrap();
            assert!(same, "{subject} {format}");
            assert!(name.is_empty() || paper.text().contains(name));
        }
    }
    let one = bench.get("/api/paper?format=docx&subject=audit&sheet=whole");
    let all = bench.get("/api/paper?format=docx&subject=audit");
    assert!(one.body.len() < all.body.len());
    bench
        .get("/api/paper?format=pdf&subject=audit")
        .refused(400);
    bench.get("/api/paper?format=html&subject=x").refused(400);
    bench.get("/api/paper").refused(400);
    bench
        .get("/api/paper?format=html&subject=audit&sheet=x")
        .refused(404);
    bench
        .get("/api/paper?format=html&subject=whatif&set=x")
        .refused(422);
}
