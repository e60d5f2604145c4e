//! What is refused, and what is said then.

use super::{WIDE, apply, rendered, said};

#[test]
fn the_same_id_twice_names_both_lines() {
    assert_eq!(
        said(WIDE, "id,a,t,p\n1,2,3,4\n2,2,3,4\n1,2,3,4\n"),
        "t.csv:4:1: `1` stands in line 2 and in line 4\n \
         4 | 1,2,3,4\n   | ^\n\
         help: a wide table has one row an institution: delete one of them, or choose another column as id"
    );
}

#[test]
fn a_ragged_row_is_told_with_its_line() {
    let said = said(WIDE, "id,a,t,p\n1,2,3\n2,\"x\ny\",3,4,5\n3,2,3,4,,\n4\n");
    assert!(
        said.contains("t.csv:2:1: this row has 3 cells, the heading 4"),
        "{said}"
    );
    assert!(
        said.contains("t.csv:3:1: this row has 5 cells, the heading 4"),
        "{said}"
    );
    assert!(said.contains("t.csv:6:1: this row has 1 cells"), "{said}");
    // Blank cells behind the last column do no harm.
    assert!(!said.contains("t.csv:5"), "{said}");
}

#[test]
fn an_unknown_column_is_told_with_the_nearest() {
    let told = said(WIDE, "id,a,target,p\n1,2,3,4\n");
    let place = place(WIDE, "t, points");
    assert!(
        told.starts_with(&format!("{place}: there is no column `t` in t.csv\n 3 | ")),
        "{told}"
    );
    assert!(
        told.ends_with(
            "help: there are the columns `id`, `a`, `target`, `p`; a fixed text is written as {value: …}"
        ),
        "{told}"
    );
    let mapping = WIDE.replace("actual: a", "actual: Mortality rate");
    let said = said(&mapping, "id,Mortality Rates,t,p\n1,2,3,4\n");
    assert!(said.contains("did you mean `Mortality Rates`?"), "{said}");
}

/// `m.yaml:LINE:COLUMN` of a piece of a mapping.
fn place(mapping: &str, piece: &str) -> String {
    let at = mapping.find(piece).unwrap();
    let line = mapping[..at].lines().count();
    let column = mapping[..at].lines().last().unwrap().chars().count() + 1;
    format!("m.yaml:{line}:{column}")
}

#[test]
fn what_is_wrong_in_a_table_is_told() {
    let direction = WIDE.replace("points: p", "direction: p");
    for (mapping, table, message) in [
        (WIDE, "id,a,t,p\n,2,3,4\n", "t.csv:2:1: this row has no id"),
        (
            WIDE,
            "id,a,t,p\n1,\"2,3,4\n2,2,3,4\n",
            "t.csv:2:3: a quote that is never closed",
        ),
        (
            WIDE,
            "id,a,t,p\n1,\"2\"x,3,4\n",
            "t.csv:2:6: there is text behind a closing quote",
        ),
        (
            WIDE,
            "id,a,a,t,p\n1,2,3,4,5\n",
            "columns B and C of t.csv are both called `a`",
        ),
        (WIDE, "", "t.csv: the file is empty"),
        (
            WIDE,
            "%PDF-1.7",
            "t.csv: not a CSV file: it looks like a PDF",
        ),
        (
            &direction,
            "id,a,t,p\n1,2,3,up\n",
            "t.csv:2:7: `up` is not allowed here",
        ),
        (
            "header: 9\nlayout: wide\nsheet: {id: id}\nmeasures: [{indicator: A, actual: a}]\n",
            "id,a\n",
            "there is no row 9",
        ),
    ] {
        let said = said(mapping, table);
        assert!(said.contains(message), "{said}");
    }
    let long = "layout: long\nsheet: {id: id, total: total}\nrows: {indicator: m, actual: a}\n";
    for (table, message) in [
        ("id,m,a,total\n1,,2,3\n", "t.csv:2:3: the name is empty"),
        (
            "id,m,a,total\n1,A,2,3.0\n1,B,2,3\n1,C,2,4\n",
            "t.csv:4:7: total of `1` is 4 here and 3.0 in t.csv:2",
        ),
    ] {
        let said = said(long, table);
        assert!(said.contains(message), "{said}");
    }
}

#[test]
fn files_that_contradict_each_other_are_refused() {
    let mapping = "layout: wide\nsheet: {id: id, total: total, grade: grade}\nmeasures: [{indicator: A, actual: a}]\n";
    let refused = |first: &str, second: &str| {
        let files = [("1.csv", first.as_bytes()), ("2.csv", second.as_bytes())];
        rendered(&apply(mapping, &files).unwrap_err())
    };
    let first = "id,a,total,grade\n1,2,90,good\n";
    assert!(
        refused(first, "id,total\n1,91\n")
            .contains("2.csv:2:3: total of `1` is 91 here and 90 in 1.csv:2")
    );
    assert!(
        refused(first, "id,grade\n1,poor\n")
            .contains("grade of `1` is poor here and good in 1.csv:2")
    );
    assert!(
        refused(first, "id,a\n1,2\n")
            .contains("2.csv:2:1: `1` has the indicator `A` in 1.csv:2 already")
    );
    assert!(refused(first, "code,a\n1,2\n").contains("there is no column `id` in 2.csv"));
    // A column that no file has; the total of both files would do.
    let said = refused("id,a\n1,2\n", "id,grade\n1,x\n");
    assert!(
        said.contains("there is no column `total` in 1.csv, 2.csv"),
        "{said}"
    );
}

#[test]
fn what_is_wrong_in_a_block_is_told_once() {
    let mapping = "layout: wide\nsheet: {id: id}\nmeasures: [{each: [A, B, C], actal: a}]\n";
    let said = said(mapping, "id,a\n1,2\n");
    assert_eq!(said.matches("m.yaml").count(), 1, "{said}");
}

#[test]
fn what_is_wrong_in_a_mapping_is_told() {
    for (mapping, message) in [
        (
            "layout: tall\nsheet: {id: id}\n",
            "m.yaml:1:9: `tall` is not allowed here",
        ),
        (
            "sheet: {id: id}\nmeasures: []\n",
            "missing key `layout` (`布局`)",
        ),
        (
            "layout: wide\nsheet: {ids: id}\nmeasures: [{indicator: A, actual: a}]\n",
            "did you mean `id`?",
        ),
        (
            "layout: wide\nsheet: {id: {value: x}}\nmeasures: [{indicator: A, actual: a}]\n",
            "`id` (`编号`) has to be a column",
        ),
        (
            "layout: wide\nsheet: {id: id}\nmeasures: [{indicator: A, actal: a}]\n",
            "did you mean `actual`?",
        ),
        (
            "layout: wide\nsheet: {id: id}\nmeasures: [{actual: a}]\n",
            "missing key `indicator` (`指标名称`)",
        ),
        (
            "layout: wide\nsheet: {id: id}\nmeasures: [{indicator: A, full_mark: {value: 1}}]\n",
            "this measure uses no column",
        ),
        (
            "layout: wide\nsheet: {id: id}\nmeasures: [{indicator: A, actual: {value: 1, column: 2}}]\n",
            "write either `value` (`值`) or `column` (`列`) here",
        ),
        (
            "layout: wide\nsheet: {id: id}\nmeasures: [{each: [], actual: a}]\n",
            "`each` (`逐项`) is empty",
        ),
        (
            "layout: wide\nsheet: {id: id}\nmeasures: [{indicator: A, actual: \"{a\"}]\n",
            "a brace without its partner",
        ),
        (
            "layout: wide\nsheet: {id: id, year: {value: 24}}\nmeasures: [{indicator: A, actual: a}]\n",
            "`24` is not a year",
        ),
        (
            "layout: wide\nsheet: {id: id}\nrows: {indicator: a}\nmeasures: [{indicator: A, actual: a}]\n",
            "a wide table has no `rows`",
        ),
        (
            "layout: long\nsheet: {id: id}\n",
            "missing key `rows` (`各行`)",
        ),
        (
            "layout: long\nsheet: {id: id}\nrows: {actual: a}\n",
            "missing key `indicator` (`指标名称`)",
        ),
        (
            "layout: long\nsheet: {id: id}\nrows: {indicator: a}\nmeasures: {A: {direction: up}}\n",
            "`up` is not allowed here",
        ),
        (
            "layout: long\nsheet: {id: id}\nrows: {indicator: a}\nreadings: [\"{a} of {value}\"]\n",
            "a hole of a reading is",
        ),
        (
            "header: 0\nlayout: long\nsheet: {id: id}\nrows: {indicator: a}\n",
            "`header` is a whole number from 1",
        ),
    ] {
        let said = said(mapping, "id,a\n1,2\n");
        assert!(said.contains(message), "{message}\n---\n{said}");
    }
}
