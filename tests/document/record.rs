//! Records: one line of a file of many.

use jixiao::document::{ProblemKind, read_record, read_sheets};

const RECORD: &str = r#"{"scope":"project","year":2024,"indicators":{"产出指标":[{"name":"直播","target":"3期","points":"NaN"},{"name":"展览","target":"≥90%","actual":"95%"}]},"total":"95分"}"#;

#[test]
fn a_record_is_the_sheet_of_a_file_at_its_line() {
    let alone = read_sheets("a.json", RECORD.as_bytes()).unwrap().remove(0);
    let record = read_record("a.json", 41, RECORD.as_bytes()).unwrap();
    assert_eq!(record.id, "a#41");
    assert_eq!(record.input_sha256, alone.input_sha256);
    assert_eq!(record.indicators[1].measures[0].origin.line, 41);
    // Everything but name and line is the same.
    let there = format!("{record:?}").replace("line: 41,", "line: 1,");
    assert_eq!(there.replace("\"a#41\"", "\"a\""), format!("{alone:?}"));
    assert_eq!(
        read_record("a.json", 1, RECORD.as_bytes()).as_ref(),
        Ok(&alone)
    );
}

#[test]
fn every_problem_of_a_record_has_its_line() {
    for record in [
        "",
        "  ",
        "{",
        "[]",
        "7",
        "null",
        "%PDF-1.7",
        "a\0b",
        "scope: project",
        r#"{"scope":"project"}"#,
        r#"{"scope":"project","scope":"unit","indicators":[]}"#,
        r#"{"scope":"project","范围":"项目","indicators":[{"name":"a","target":"1"}]}"#,
        r#"{"scope":"project","indicators":[{"name":"a","taget":"3"}]}"#,
        &format!("{}1{}", "[".repeat(70), "]".repeat(70)),
        &format!("[{}1]", "1,".repeat(200_000)),
    ] {
        let alone = read_sheets("a.json", record.as_bytes()).unwrap_err();
        let found = read_record("a.json", 9, record.as_bytes()).unwrap_err();
        assert_eq!(found.len(), alone.len(), "{record:.80}");
        for (found, alone) in found.iter().zip(&alone) {
            assert_eq!(found.line, 9, "{found:?}");
            assert_eq!(found.column, alone.column.max(1));
            assert_eq!(found.excerpt, alone.excerpt);
            match &found.kind {
                ProblemKind::DuplicateKey { first_line, .. }
                | ProblemKind::BothSpellings { first_line, .. } => assert_eq!(*first_line, 9),
                kind => assert_eq!(*kind, alone.kind),
            }
        }
    }
}

#[test]
fn a_record_is_utf_8_only() {
    let bytes = b"{\"scope\":\"\xCF\xEE\xC4\xBF\"}";
    let found = read_record("a.jsonl", 2, bytes).unwrap_err();
    assert_eq!(found[0].kind, ProblemKind::RecordNotUtf8);
    assert_eq!((found.len(), found[0].line), (1, 2));
    let marked = format!("\u{feff}{RECORD}\r");
    assert!(read_record("a.jsonl", 1, marked.as_bytes()).is_ok());
}

#[test]
fn several_sheets_are_no_record() {
    let found = read_record(
        "a.jsonl",
        5,
        format!("{{\"sheets\":[{RECORD}]}}").as_bytes(),
    );
    assert!(found.unwrap_err().iter().all(|problem| problem.line == 5));
    let last = read_record("a.jsonl", usize::MAX, RECORD.as_bytes()).unwrap();
    assert_eq!(last.origin.line, u32::MAX);
}
