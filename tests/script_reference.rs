//! The reference of what a script can use is complete, true and current.

use std::collections::BTreeSet;

use jixiao::report::rules::reference;
use jixiao::rules::host::vocabulary::{self, ALL};
use jixiao::rules::host::{Object, Registered};

const PAGE: &str = "docs/script-reference.md";

#[test]
fn the_table_has_every_name_the_engine_knows_and_no_other() {
    let known = Registered::read();
    for (object, letter) in Object::ALL {
        let real: BTreeSet<&str> = known.fields(object).chain(known.methods(object)).collect();
        let of_object = ALL.iter().filter(|term| term.object == Some(object));
        let told: BTreeSet<&str> = of_object
            .flat_map(|term| [term.english, term.chinese])
            .filter(|name| !name.is_empty())
            .collect();
        assert_eq!(real, told, "fields of `{letter}`");
    }
    let real: BTreeSet<(&str, usize)> = known.functions().collect();
    let functions = ALL.iter().filter(|term| term.object.is_none());
    let told: BTreeSet<(&str, usize)> = functions
        .flat_map(|term| {
            [term.english, term.chinese].map(|name| (name, term.arguments.unwrap().len()))
        })
        .filter(|(name, _)| !name.is_empty())
        .collect();
    assert_eq!(real, told, "functions");
}

#[test]
fn every_example_gives_what_is_stated() {
    for term in ALL {
        let uses = term.example.contains(term.english) || term.example.contains(term.chinese);
        assert!(uses, "{}: {}", term.signature(), term.example);
        let result = vocabulary::evaluate(term.example);
        assert_eq!(result.as_deref(), Ok(term.result), "{}", term.example);
    }
}

#[test]
fn the_page_is_the_one_the_table_gives() {
    let page = reference();
    if std::env::var_os("JIXIAO_WRITE_DOCS").is_some() {
        std::fs::write(PAGE, &page).expect(PAGE);
    }
    let written = std::fs::read_to_string(PAGE).unwrap_or_default();
    assert!(
        written == page,
        "{PAGE} is stale: JIXIAO_WRITE_DOCS=1 cargo test script_reference writes it"
    );
}
