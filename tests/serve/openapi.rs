//! docs/schema/workbench.openapi.yaml is what the server answers, no more and no less.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Bench, Reply, bench_in};
use crate::cli::desk::{SHEET, desk, repository};

const METHODS: [&str; 4] = ["get", "post", "put", "delete"];

/// The document, with the schemas beside it under `files` and every reference pointing there.
fn document() -> Value {
    let schemas = repository().join("docs/schema");
    let text = std::fs::read_to_string(schemas.join("workbench.openapi.yaml")).unwrap();
    let mut document: Value = serde_yaml::from_str(&text).unwrap();
    pointed(&mut document, "");
    for name in ["audit", "score", "whatif"] {
        let path = schemas.join(format!("{name}.schema.json"));
        let text = std::fs::read_to_string(path).unwrap();
        let mut schema: Value = serde_json::from_str(&text).unwrap();
        schema.as_object_mut().unwrap().remove("$schema");
        pointed(&mut schema, &format!("/files/{name}"));
        document["files"][name] = schema;
    }
    document
}

/// Every reference from the root of the document.
fn pointed(value: &mut Value, base: &str) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                match (key.as_str(), inner.as_str()) {
                    ("$ref", Some(target)) => {
                        let (file, path) = target.split_once('#').unwrap_or((target, ""));
                        let base = match file.strip_suffix(".schema.json") {
                            Some(name) => format!("/files/{name}"),
                            None => base.to_owned(),
                        };
                        *inner = format!("#{base}{path}").into();
                    }
                    _ => pointed(inner, base),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| pointed(item, base)),
        _ => {}
    }
}

/// Every operation of the document.
fn documented(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().unwrap().iter();
    let operations = paths.flat_map(|(path, item)| {
        let methods = METHODS.iter().filter(|method| item.get(**method).is_some());
        methods.map(|method| ((*method).to_owned(), path.clone()))
    });
    operations.collect()
}

/// Every operation of the router, as its source has it.
fn routed() -> BTreeSet<(String, String)> {
    let source = std::fs::read_to_string(repository().join("src/web/api/mod.rs")).unwrap();
    let router = source.split("Router::new()").nth(1).expect("a router");
    let router = router.split(".fallback(").next().expect("its routes");
    let routes = router.split(".route(").skip(1).flat_map(|route| {
        let path = route.split('"').nth(1).expect("a path").to_owned();
        let methods = METHODS.iter().filter(|method| {
            let call = format!("{method}(");
            route.match_indices(&call).any(|(at, _)| {
                !route[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
            })
        });
        methods
            .map(move |method| ((*method).to_owned(), path.clone()))
            .collect::<Vec<_>>()
    });
    routes
        .filter(|(_, path)| path.starts_with("/api/"))
        .collect()
}

#[test]
fn every_route_is_documented_and_the_reverse() {
    assert_eq!(documented(&document()), routed());
}

#[test]
fn real_answers_are_as_documented() {
    let doubtful = SHEET.replace("target: ≥90%", "target: 290%");
    let desk = desk()
        .with("a.yaml", SHEET)
        .with("b.yaml", doubtful)
        .with("broken.yaml", "a: [");
    let bench = bench_in(desk.path(""), &["."]);
    let document = document();
    let cell = json!({"sheet": "b", "row": 3, "field": "target", "lang": "en"});
    let mut reading = cell.clone();
    reading["value"] = "≥90%".into();
    let sheet = bench.get("/api/sheet?id=a").ok();
    let code = &sheet["findings"][0]["code"];
    let row = &sheet["findings"][0]["where"]["row"];
    let finding = json!({"sheet": "a", "code": code, "row": row});
    let mut accepted = finding.clone();
    accepted["reason"] = "x".into();
    let scenario = json!({"sheet": "a", "set": ["execution.weight=10"], "others": ["national"]});
    let page = bench.get("/api/rules/page").ok();
    let mut files = page["files"].clone();
    for file in files.as_array_mut().unwrap() {
        let text = file["text"]
            .as_str()
            .unwrap()
            .replace("points: 2.17", "points: 2.16");
        file["text"] = text.into();
    }
    let copy = json!({"files": files, "sheet": "a"});
    let overlay = json!({"title": "x", "set": [{"set": "execution.weight=10"}]});
    let asked: Vec<(&str, &str, &str, Value)> = vec![
        ("get", "/api/library", "", json!(null)),
        ("post", "/api/library", "?name=c.yaml", json!(null)),
        ("delete", "/api/library/{number}", "1", json!(null)),
        ("get", "/api/sheets", "?lang=en&rules=national", json!(null)),
        ("get", "/api/sheet", "?id=b", json!(null)),
        ("get", "/api/sheet/yaml", "?id=b", json!(null)),
        ("post", "/api/confirm", "", reading),
        ("delete", "/api/confirm", "", cell),
        ("post", "/api/accept", "", accepted),
        ("delete", "/api/accept", "", finding),
        ("get", "/api/accepted", "", json!(null)),
        ("get", "/api/controls", "?sheet=a", json!(null)),
        ("post", "/api/whatif", "", scenario.clone()),
        ("post", "/api/breakeven", "", scenario.clone()),
        (
            "post",
            "/api/vary",
            "",
            json!({"sheet": "a", "by": "10%", "draws": 50}),
        ),
        ("post", "/api/overlay", "", overlay),
        (
            "post",
            "/api/overlay/read",
            "",
            json!({"title": "x", "changes": [{"execution.weight": 10}]}),
        ),
        ("post", "/api/ranges", "", scenario.clone()),
        (
            "get",
            "/api/paper",
            "?format=html&subject=audit&sheet=a&sheet=b",
            json!(null),
        ),
        ("get", "/api/portfolio", "", json!(null)),
        ("post", "/api/portfolio/whatif", "", scenario),
        ("get", "/api/rules", "", json!(null)),
        ("get", "/api/rules/page", "?lang=en", json!(null)),
        ("post", "/api/rules/check", "", copy.clone()),
        ("post", "/api/rules/score", "", copy),
    ];
    let mut left = documented(&document);
    // What is taken away is asked last.
    let (last, first): (Vec<_>, Vec<_>) = asked
        .into_iter()
        .partition(|asked| asked.1.ends_with("{number}"));
    for (method, path, more, body) in first.into_iter().chain(last) {
        assert!(
            left.remove(&(method.to_owned(), path.to_owned())),
            "{method} {path}"
        );
        let address = path.replace("{number}", "") + more;
        let bytes = match body {
            Value::Null => SHEET.as_bytes().to_vec(),
            body => {
                asks(&document, method, path, &body);
                body.to_string().into_bytes()
            }
        };
        let reply = bench.send(&method.to_uppercase(), &address, &bench.headers(), &bytes);
        assert_eq!(reply.status, 200, "{method} {path}: {}", reply.text());
        conforms(&document, method, path, &reply);
        refused(&document, &bench, method, &address);
    }
    assert!(left.is_empty(), "never asked: {left:?}");
}

/// The body sent is as documented.
fn asks(document: &Value, method: &str, path: &str, body: &Value) {
    let asked = resolved(document, &document["paths"][path][method]["requestBody"]);
    if let Some(schema) = asked["content"]["application/json"].get("schema") {
        valid(document, schema, body, path);
    }
}

/// The answer is as documented, its kind too.
fn conforms(document: &Value, method: &str, path: &str, reply: &Reply) {
    let answers = resolved(
        document,
        &document["paths"][path][method]["responses"]["200"],
    );
    let kind = reply.header("content-type").unwrap();
    let kind = kind.split(';').next().unwrap();
    let content = answers["content"].get(kind);
    let content = content.unwrap_or_else(|| panic!("{method} {path} answers {kind}"));
    if kind == "application/json" {
        valid(document, &content["schema"], &reply.json(), path);
    } else {
        assert!(
            reply
                .header("content-disposition")
                .unwrap()
                .starts_with("attachment")
        );
    }
}

/// Without the token there are problems, as documented.
fn refused(document: &Value, bench: &Bench, method: &str, address: &str) {
    let headers = bench.headers().replace("Cookie: ", "X: ");
    let reply = bench.send(&method.to_uppercase(), address, &headers, b"");
    assert_eq!(reply.status, 401);
    let schema = &document["components"]["schemas"]["Problems"];
    valid(document, schema, &reply.json(), address);
}

fn resolved<'d>(document: &'d Value, value: &'d Value) -> &'d Value {
    match value.get("$ref").and_then(Value::as_str) {
        Some(target) => document.pointer(&target[1..]).expect("what it refers to"),
        None => value,
    }
}

fn valid(document: &Value, schema: &Value, value: &Value, place: &str) {
    let mut root = document.clone();
    for (key, inner) in schema.as_object().expect("a schema") {
        root[key] = inner.clone();
    }
    let validator = jsonschema::validator_for(&root).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{place}: {}", errors.join("\n"));
}
