//! The published schema describes what is really printed.

use serde_json::Value;

use super::desk::{SHEET, desk, jixiao, repository};

fn schema(name: &str) -> Value {
    let text = std::fs::read_to_string(repository().join("docs/schema").join(name));
    serde_json::from_str(&text.unwrap()).unwrap()
}

fn conforms(output: &Value) {
    conforms_to("score.schema.json", output);
}

fn conforms_to(name: &str, output: &Value) {
    let schema = schema(name);
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(output)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn samples_conform_under_both_packs() {
    for rules in ["wuhan", "national"] {
        let words = format!("score samples/wuhan-2024 -f json --rules {rules}");
        conforms(&jixiao(&words).succeeds().json());
    }
}

#[test]
fn audits_conform() {
    for words in [
        "samples/wuhan-2024",
        "samples/wuhan-2024 --lang en",
        "samples/wuhan-2024 --rules national",
        "samples/targets-2026",
        "samples/wuhan-2024 samples/targets-2026",
    ] {
        let said = jixiao(&format!("audit {words} -f json --fail-on never")).succeeds();
        conforms_to("audit.schema.json", &said.json());
    }
}

#[test]
fn an_overview_conforms() {
    let said = jixiao("audit samples/wuhan-2024 -f json --fail-on never").succeeds();
    assert!(said.json()["portfolio"].is_object());
    let said = jixiao("audit samples/wuhan-2024/whole.yaml -f json --fail-on never").succeeds();
    assert!(said.json().get("portfolio").is_none());
}

#[test]
fn sheets_with_gaps_conform() {
    let gaps = SHEET
        .replace("120人", "120人次")
        .replace("budget: 100, ", "")
        .replace("points: 10}", "points: 见附件}")
        .replace("year: 2024\n", "");
    let desk = desk().with("gaps.yaml", gaps);
    for lang in ["zh", "en"] {
        let words = format!("score gaps.yaml -q -f json --lang {lang}");
        let said = desk.run(&words).succeeds();
        conforms(&said.json());
        assert!(said.sheets()[0]["computed"]["execution"].is_null());
        assert!(said.sheets()[0]["reported"]["indicators"].is_null());
    }
}

#[test]
fn the_schema_refuses_numbers_and_strangers() {
    let said = jixiao("score samples/wuhan-2024/whole.yaml -f json").succeeds();
    let schema = schema("score.schema.json");
    let mut number = said.json();
    number["sheets"][0]["computed"]["total"] = 92.into();
    assert!(!jsonschema::is_valid(&schema, &number));
    let mut stranger = said.json();
    stranger["sheets"][0]["extra"] = "x".into();
    assert!(!jsonschema::is_valid(&schema, &stranger));
}

#[test]
fn imports_conform_and_so_do_the_sheets_in_them() {
    for document in [
        "wuhan.docx",
        "provincial.pdf",
        "national.txt",
        "targets-jianghan-2026.docx",
    ] {
        let words = format!("import samples/documents/{document} -q -f json");
        let said = jixiao(&words).succeeds().json();
        conforms_to("import.schema.json", &said);
        for sheet in said["sheets"].as_array().unwrap() {
            conforms_to("sheet.schema.json", sheet);
        }
    }
}
