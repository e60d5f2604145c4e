//! Whatever is in the files, reading ends, and without a panic.

use jixiao::document::Mapping;
use proptest::prelude::*;

use super::{WIDE, apply, rendered};

const LONG: &str = "\
layout: long
sheet: {id: '{id}-{t}', title: t, year: y, total: t, grade: g, inputs: {x: t}}
missing: [n/a]
readings: ['{value} of {}', '({}){value}']
rows: {indicator: a, levels: [t, g], actual: p, target: '{a}{t}', points: p, direction: g, reason: t}
measures: {A: {full_mark: 3}}
";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_table_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for mapping in [WIDE, LONG] {
            let _ = apply(mapping, &[("t.csv", &bytes)]);
        }
    }

    #[test]
    fn no_table_with_the_right_headings_panics(rows in "([A-E1-9n/a甲%≥()\" ,\r\n\t;\\-.=]|n/a|7 of 9|2024){0,120}") {
        for mapping in [WIDE, LONG] {
            let _ = apply(mapping, &[("t.csv", format!("id,a,t,p,y,g\n{rows}").as_bytes())]);
        }
    }

    #[test]
    fn no_mapping_panics(
        cut in 0..LONG.len(),
        put in "[a-z{}\\[\\]:, '\"年值\n]{0,12}",
    ) {
        let mut mapping = LONG.to_owned();
        if mapping.is_char_boundary(cut) {
            mapping.insert_str(cut, &put);
        }
        let _ = apply(&mapping, &[("t.csv", b"id,a,t,p,y,g\n1,2,3,4,2024,x\n")]);
    }
}

#[test]
fn sizes_have_limits() {
    let said = |mapping: &str, table: &str| match apply(mapping, &[("t.csv", table.as_bytes())]) {
        Ok(_) => panic!("read"),
        Err(problems) => rendered(&problems),
    };
    let heading = format!("id,a,t,p{}\n", ",x".repeat(5_000));
    assert!(said(WIDE, &heading).contains("more than 4096 columns"));
    let field = format!("id,a,t,p\n1,{},3,4\n", "x".repeat(70_000));
    assert!(said(WIDE, &field).contains("a field has more than 65536 bytes"));
    let row = format!("id,a,t,p\n1,2,3,4{}\n", ",1".repeat(4_000));
    assert!(said(WIDE, &row).contains("this row has 4004 cells"));
    let lines = format!("id,a,t,p\n{}1,2,3,4\n", "\n".repeat(2_000_001));
    assert!(said(WIDE, &lines).contains("more than 2000000 lines"));
    let huge = vec![b'x'; 64 * 1024 * 1024 + 1];
    let problems = apply(WIDE, &[("t.csv", &huge)]).unwrap_err();
    assert!(
        rendered(&problems).contains("64 MiB"),
        "{}",
        rendered(&problems)
    );
    // A text that grows with every placeholder.
    let grows = format!(
        "layout: wide\nsheet: {{id: id}}\nmeasures: [{{each: [{}], actual: '{}'}}]\n",
        "x".repeat(1_000),
        "{name}".repeat(1_000)
    );
    assert!(
        rendered(&Mapping::read("m.yaml", grows.as_bytes()).unwrap_err())
            .contains("more than 2000 characters")
    );
    let many: Vec<String> = (0..5_000).map(|number| number.to_string()).collect();
    let many = format!(
        "layout: wide\nsheet: {{id: id}}\nmeasures: [{{each: [{}], actual: a}}]\n",
        many.join(", ")
    );
    assert!(
        rendered(&Mapping::read("m.yaml", many.as_bytes()).unwrap_err())
            .contains("more than 4096 measures")
    );
    // Institutions times measures.
    let names: Vec<String> = (0..4_000).map(|number| number.to_string()).collect();
    let all = format!(
        "layout: wide\nsheet: {{id: id}}\nmeasures: [{{each: [{}], actual: a}}]\n",
        names.join(", ")
    );
    let rows: String = (0..130).map(|number| format!("{number},1\n")).collect();
    assert!(said(&all, &format!("id,a\n{rows}")).contains("more than 500000 measures together"));
}
