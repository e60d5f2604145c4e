//! docs/rules.md names every key, field, function and word a rule pack can use.

use std::fs::read_to_string;

use jixiao::number::RoundingMode;
use jixiao::rules::facts::Kind;

/// The texts in quotation marks, in order.
fn quoted(code: &str) -> Vec<&str> {
    code.split('"').skip(1).step_by(2).collect()
}

/// What stands between `start` and `end`, each time.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start)
        .skip(1)
        .filter_map(|rest| rest.split(end).next())
        .collect()
}

/// Every name the sources give to pack authors.
fn names() -> Vec<String> {
    let source = |path: &str| read_to_string(path).expect(path);
    let mut names = Vec::new();

    let keys = source("src/rules/load/keys.rs");
    let declared = keys.split("keys!(").nth(1).expect("the table of keys");
    names.extend(quoted(declared.split(");").next().expect("its end")));
    for row in keys.lines().filter(|line| line.trim().starts_with("(\"")) {
        names.extend(quoted(row));
    }
    let cases = source("src/rules/load/cases.rs");
    names.extend(
        between(&cases, "Name::new(", ")")
            .into_iter()
            .flat_map(quoted),
    );

    let view = source("src/rules/host/view.rs");
    // A field: both names stand before the closure that reads it.
    let (registered, code) = ("field!(", view.split("fn measure(").nth(1).expect("fields"));
    names.extend(between(code, registered, "|").into_iter().flat_map(quoted));
    names.extend(
        between(code, "for name in [", "]")
            .into_iter()
            .flat_map(quoted),
    );
    let number = source("src/rules/host/number.rs");
    for code in [code, &number] {
        let functions = between(code, "register_fn(\"", "\"").into_iter();
        names.extend(functions.filter(|name| name.starts_with(char::is_alphabetic)));
    }

    names.extend(Kind::ALL.map(|(_, name)| name));
    names.extend(RoundingMode::ALL.map(RoundingMode::name));
    // What scripts need only to build a text.
    names.retain(|name| *name != "to_string");
    names.into_iter().map(str::to_owned).collect()
}

#[test]
fn the_manual_names_everything_a_pack_can_use() {
    let manual = read_to_string("docs/rules.md").expect("docs/rules.md");
    let names = names();
    // Both spellings of the keys alone are more than this: the sources were read, not skipped.
    assert!(names.len() > 120, "{names:?}");
    let missing: Vec<&String> = names
        .iter()
        .filter(|name| {
            let shown = [
                format!("`{name}`"),
                format!("`{name}("),
                format!("`\"{name}\"`"),
            ];
            !shown.iter().any(|shown| manual.contains(shown))
        })
        .collect();
    assert!(missing.is_empty(), "docs/rules.md lacks {missing:?}");
}
