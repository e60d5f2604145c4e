//! The published JSON schema and the manual say what the reader does.

use std::collections::BTreeSet;
use std::fs;

use jixiao::document::mapping::keys;
use jixiao::document::{Mapping, Name};
use serde_json::Value;

use super::rendered;

const TABLES: [(&str, &[Name]); 6] = [
    ("file", keys::FILE),
    ("sheet", keys::SHEET_KEYS),
    ("execution", keys::EXECUTION_KEYS),
    ("block", keys::BLOCK),
    ("row", keys::ROW),
    ("fixed", keys::REFERENCE),
];

fn schema() -> Value {
    serde_json::from_str(&fs::read_to_string("docs/schema/mapping.schema.json").unwrap()).unwrap()
}

fn faults(yaml: &str) -> Vec<String> {
    let instance: Value = serde_yaml::from_str(yaml).unwrap();
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let faults = validator.iter_errors(&instance);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
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
        assert_eq!(read.len(), names.len() * 2, "{definition}");
    }
}

#[test]
fn the_manual_explains_every_key_and_shows_the_samples() {
    let manual = fs::read_to_string("docs/mapping.md").unwrap();
    for (_, names) in TABLES {
        for name in names {
            let row = format!("| `{}` | `{}` |", name.chinese, name.english);
            assert!(manual.contains(&row), "{row}");
        }
    }
    for sample in ["wide", "long"] {
        let sample = fs::read_to_string(format!("samples/mapping/{sample}.yaml")).unwrap();
        assert!(
            manual.contains(&format!("```yaml\n{sample}```")),
            "{sample}"
        );
    }
}

#[test]
fn what_the_reader_takes_and_refuses_the_schema_does_too() {
    let samples = ["wide", "long"]
        .map(|name| fs::read_to_string(format!("samples/mapping/{name}.yaml")).unwrap());
    let rest = "sheet: {id: id}\nmeasures: [{indicator: A, actual: a}]\n";
    let more = [
        format!("layout: wide\n{rest}"),
        "layout: wide\nsheet: {id: id, execution: }\nmeasures: {each: [{x: 1}], indicator: A, actual: a}\n".to_owned(),
        "layout: long\nsheet: {id: id}\nrows: {indicator: a, levels: b}\n".to_owned(),
    ];
    for text in samples.iter().chain(&more) {
        assert_eq!(faults(text), Vec::<String>::new(), "{text}");
        if let Err(problems) = Mapping::read("m.yaml", text.as_bytes()) {
            panic!("{}", rendered(&problems));
        }
    }
    for text in [
        rest.to_owned(),
        format!("layout: tall\n{rest}"),
        format!("layout: wide\nheader: 0\n{rest}"),
        format!("layout: wide\nrows: {{indicator: a}}\n{rest}"),
        format!("layout: wide\nreadings: [of]\n{rest}"),
        format!("layout: wide\n布局: 宽表\n{rest}"),
        "layout: wide\nsheet: {unit: id}\nmeasures: [{indicator: A, actual: a}]\n".to_owned(),
        "layout: wide\nsheet: {id: id}\n".to_owned(),
        "layout: wide\nsheet: {id: id}\nmeasures: [{actual: a}]\n".to_owned(),
        "layout: wide\nsheet: {id: id}\nmeasures: [{indicator: A, actual: {value: 1, column: a}}]\n".to_owned(),
        "layout: wide\nsheet: {id: id}\nmeasures: [{indicator: A, actal: a}]\n".to_owned(),
        "layout: wide\nsheet: {id: id}\nmeasures: [{each: [], actual: a}]\n".to_owned(),
        "layout: long\nsheet: {id: id}\n".to_owned(),
        "layout: long\nsheet: {id: id}\nrows: {actual: a}\n".to_owned(),
        "layout: long\nsheet: {id: id}\nrows: {indicator: a}\nmeasures: [a]\n".to_owned(),
    ] {
        assert!(!faults(&text).is_empty(), "{text}");
        assert!(Mapping::read("m.yaml", text.as_bytes()).is_err(), "{text}");
    }
}
