//! The published JSON schema and the manual say what the reader does.

use std::collections::BTreeSet;
use std::fs;

use jixiao::document::sheet_yaml::keys;
use jixiao::document::{Name, read_sheets, write_sheet};
use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(&fs::read_to_string("docs/schema/sheet.schema.json").unwrap()).unwrap()
}

fn faults(yaml: &str) -> Vec<String> {
    let instance: Value = serde_yaml::from_str(yaml).unwrap();
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let faults = validator.iter_errors(&instance);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

const TABLES: [(&str, &[Name]); 6] = [
    ("file", keys::FILE),
    ("sheet", keys::SHEET),
    ("execution", keys::EXECUTION_KEYS),
    ("source", keys::SOURCE),
    ("indicator", keys::INDICATOR),
    ("measure", keys::MEASURE),
];

/// The yaml blocks of the manual.
fn examples() -> Vec<String> {
    let manual = fs::read_to_string("docs/sheet.md").unwrap();
    let blocks = manual.split("```yaml\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_schema_has_exactly_the_keys_of_the_reader() {
    let schema = schema();
    for (definition, names) in TABLES {
        let properties = schema["$defs"][definition]["properties"]
            .as_object()
            .unwrap();
        let published: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
        let read: BTreeSet<&str> = names
            .iter()
            .flat_map(|one| [one.english, one.chinese])
            .collect();
        assert_eq!(published, read, "{definition}");
        assert_eq!(
            read.len(),
            names.len() * 2,
            "{definition}: a spelling stands for two keys"
        );
        for name in names {
            let same = format!("#/$defs/{definition}/properties/{}", name.english);
            assert_eq!(properties[name.chinese]["$ref"], same);
            assert!(
                properties[name.english]["description"].is_string(),
                "{name:?}"
            );
        }
    }
}

#[test]
fn the_manual_explains_every_key() {
    let manual = fs::read_to_string("docs/sheet.md").unwrap();
    for (_, names) in TABLES {
        for name in names {
            let row = format!("| `{}` | `{}` |", name.chinese, name.english);
            assert!(manual.contains(&row), "{row}");
        }
    }
}

#[test]
fn samples_examples_and_written_sheets_satisfy_the_schema() {
    let samples = ["whole", "series", "startup"]
        .map(|name| fs::read_to_string(format!("samples/wuhan-2024/{name}.yaml")).unwrap());
    let examples = examples();
    assert!(examples.len() >= 2);
    for text in samples.into_iter().chain(examples) {
        assert_eq!(faults(&text), Vec::<String>::new(), "{text}");
        for sheet in read_sheets("a.yaml", text.as_bytes()).unwrap() {
            assert_eq!(faults(&write_sheet(&sheet)), Vec::<String>::new());
        }
    }
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let row = "{name: 甲, target: 1}";
    let sheet = |row: &str| format!("scope: unit\nindicators: [{row}]\n");
    assert_eq!(faults(&sheet(row)), Vec::<String>::new());
    for text in [
        sheet("{name: 甲, actual: 1}"),
        sheet("{target: 1}"),
        sheet("{name: 甲, taget: 1, target: 1}"),
        sheet("{name: 甲, target: 1, measures: [{target: 1}]}"),
        sheet("{name: 甲, target: 1, 指标值: 1}"),
        sheet("{name: 甲, measures: []}"),
        sheet("{name: 甲, target: [1]}"),
        sheet("{name: 甲, target: 1, direction: 向上}"),
        "scope: unit\nindicators: []\n".to_owned(),
        "scope: 全部\nindicators: [{name: 甲, target: 1}]\n".to_owned(),
        "indicators: [{name: 甲, target: 1}]\n".to_owned(),
        "sheets: []\n".to_owned(),
        format!("year: NaN\n{}", sheet(row)),
        format!("execution: [1]\n{}", sheet(row)),
    ] {
        assert!(!faults(&text).is_empty(), "{text}");
        assert!(read_sheets("a.yaml", text.as_bytes()).is_err(), "{text}");
    }
}
