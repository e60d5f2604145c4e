//! `jixiao audit -f sarif` against the official schema of SARIF 2.1.0.
//!
//! The schema is not part of the sources: it is the file the crate serde-sarif is made from, a
//! dev-dependency for this file alone.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use jsonschema::Validator;
use serde_json::Value;

use super::desk::{SHEET, Said, desk, jixiao, repository};

/// The official schema, out of cargo's own store; nothing is loaded from anywhere.
fn official() -> Validator {
    // The packages of other systems were never fetched.
    let about = Command::new(env!("CARGO")).arg("-vV").output();
    let about = String::from_utf8(about.expect("cargo runs").stdout).expect("a text");
    let mut lines = about.lines();
    let host = lines.find_map(|line| line.strip_prefix("host: "));
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .args(["--filter-platform", host.expect("a host")])
        .current_dir(repository())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&cargo.stdout).expect("cargo metadata");
    let mut packages = metadata["packages"].as_array().expect("packages").iter();
    let package = packages.find(|package| package["name"] == "serde-sarif");
    let manifest = package.expect("serde-sarif is a dev-dependency")["manifest_path"].as_str();
    let folder = Path::new(manifest.expect("a path"))
        .parent()
        .expect("a folder");
    let text = std::fs::read_to_string(folder.join("src/schema.json")).expect("the schema");
    // A bracket that strict readers of patterns want escaped; the meaning is the same.
    let text = text.replace("{2}]?$", "{2}\\\\]?$");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    assert!(
        schema["$id"]
            .as_str()
            .is_some_and(|id| id.ends_with("sarif-schema-2.1.0.json"))
    );
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).expect("a schema")
}

/// The results of a log, which must be valid.
fn valid(official: &Validator, said: &Said) -> Vec<Value> {
    let log = said.json();
    let errors: Vec<String> = official
        .iter_errors(&log)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    log["runs"][0]["results"]
        .as_array()
        .expect("results")
        .clone()
}

#[test]
fn every_kind_of_audit_is_valid() {
    let official = official();
    for lang in ["zh", "en"] {
        let audit = |what: &str| {
            let words = format!("audit {what} -q -f sarif --fail-on never --lang {lang}");
            valid(&official, &jixiao(&words).succeeds())
        };
        let sheets = audit("samples/wuhan-2024");
        let kinds: BTreeSet<&str> = sheets
            .iter()
            .filter_map(|one| one["kind"].as_str())
            .collect();
        assert_eq!(kinds, BTreeSet::from(["fail", "review"]));
        assert!(
            sheets.iter().any(|one| one["ruleId"] == "C30"),
            "across sheets"
        );
        // A target table, a workbook with cells, a table by its mapping.
        let table = audit("samples/documents/targets-center-2026.txt");
        assert!(table.iter().any(|one| one["ruleId"] == "C50"));
        let cells = audit("samples/documents/wuhan.xlsx");
        let places = cells
            .iter()
            .map(|one| &one["locations"][0]["logicalLocations"]);
        assert!(places.clone().any(|place| place[1]["kind"] == "cell"));
        // Plans against sheets.
        let both = audit("samples/wuhan-2024 samples/targets-2026");
        assert!(
            both.iter().any(|one| one["ruleId"] == "C32"),
            "across documents"
        );
        let none = audit("samples/wuhan-2024 --only C49");
        assert!(none.is_empty());
    }
}

#[test]
fn what_is_accepted_or_has_changed_is_valid() {
    let official = official();
    let desk = desk().with("a.yaml", SHEET.replace("points: 10}", "points: 15}"));
    desk.run("accept a.yaml C04 1 --reason 按批复 --by 财务处")
        .succeeds();
    let results = valid(
        &official,
        &desk.run("audit . -q -f sarif --only C04").succeeds(),
    );
    assert_eq!(results[0]["suppressions"][0]["status"], "accepted");
    let desk = desk.edited("a.yaml", "points: 15}", "points: 16}");
    let results = valid(
        &official,
        &desk.run("audit . -q -f sarif --only C04").ends_with(3),
    );
    assert_eq!(results[0]["properties"]["accepted"], "figures-changed");
}

#[test]
fn hostile_names_and_texts_are_valid() {
    let official = official();
    let text = SHEET
        .replace("培训场次", "'[培训](http://x){0}'")
        .replace("points: 10}", "points: 15}");
    let desk = desk().with("决算 #1?%.yaml", &text);
    let said = desk.run("audit . -q -f sarif").ends_with(3);
    assert!(!valid(&official, &said).is_empty());
    let said = desk.run("audit - -q -f sarif").input(&text).ends_with(3);
    assert!(!valid(&official, &said).is_empty());
}

#[test]
fn the_schema_refuses_what_is_no_sarif() {
    let official = official();
    let mut log = jixiao("audit samples/wuhan-2024 -q -f sarif --fail-on never")
        .succeeds()
        .json();
    assert!(official.is_valid(&log));
    log["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(!official.is_valid(&log));
}
