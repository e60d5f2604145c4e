//! The audit of a document is the audit of its sheets typed in: the same findings at the same rows,
//! except for what a document does not print.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use jixiao::audit::{Profile, audit};
use jixiao::recognise::open;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};
use jixiao::sheet::Sheet;

/// "whole 20 C04 fails": sheet, row, code, outcome of every finding of the sheets of some files.
fn found(paths: &[String]) -> BTreeSet<String> {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("the pack is shipped");
    let scorer = Scorer::new(Arc::new(load(&files).expect("it loads"))).expect("it compiles");
    let mut evaluations: Vec<Evaluation> = Vec::new();
    for path in paths {
        let opened = open(path, &std::fs::read(path).expect(path)).expect(path);
        for (index, mut sheet) in opened.sheets.into_iter().enumerate() {
            sheet.id = format!("{} {index}", sheet.id);
            evaluations.push(scorer.score(&Arc::new(sheet)).expect("the scripts run"));
        }
    }
    let name = |id: &str| {
        let named = evaluations.iter().find(|one| one.sheet.id == id);
        short_name(&named.expect("findings point into the sheets given").sheet)
    };
    audit(&evaluations, &Profile::shipped())
        .findings()
        .map(|finding| {
            let place = &finding.place;
            let row = place.row.map_or("–".to_owned(), |row| row.to_string());
            let (code, outcome) = (finding.code, finding.outcome.name());
            format!("{} {row} {code} {outcome}", name(&place.sheet))
        })
        .collect()
}

fn short_name(sheet: &Sheet) -> &'static str {
    match sheet.project.as_deref().unwrap_or_default() {
        name if name.contains("系列服务") => "series",
        name if name.contains("运行保障") => "startup",
        _ => "whole",
    }
}

fn typed_in() -> BTreeSet<String> {
    let path = |name: &str| format!("samples/wuhan-2024/{name}.yaml");
    found(&["whole", "series", "startup"].map(path))
}

#[test]
fn every_layout_and_format_gives_the_findings_of_the_sheets_typed_in() {
    let typed = typed_in();
    let mut wrong = Vec::new();
    for (layout, formats) in [
        ("wuhan", &["docx", "pdf", "txt", "html", "xlsx", "ods"][..]),
        ("wuhan-unigb", &["pdf"]),
        ("national", &["docx", "pdf", "txt", "html", "xlsx", "xls"]),
        ("provincial", &["docx", "pdf", "txt", "html", "xlsx"]),
    ] {
        for format in formats {
            let mut expected = typed.clone();
            // Workbooks hold the forms only, not the report's text about 2023.
            if ["xlsx", "xls", "ods"].contains(format) {
                assert!(expected.remove("startup – C23 fails"));
            }
            // Only the Wuhan form prints how many indicators there are.
            if !layout.starts_with("wuhan") {
                assert!(expected.remove("whole – C10 fails"));
            }
            let document = found(&[format!("samples/documents/{layout}.{format}")]);
            for line in document.symmetric_difference(&expected) {
                let side = if document.contains(line) {
                    "extra"
                } else {
                    "missing"
                };
                wrong.push(format!("{layout}.{format}: {side}: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The published text itself, where it lies beside the repository.
#[test]
fn the_published_document_gives_the_findings_of_the_sheets_typed_in() {
    for folder in ["../shared/seeds", "shared/seeds", "seeds"] {
        let path = Path::new(folder).join("2024-决算公开-促进中心.txt");
        if path.exists() {
            assert_eq!(found(&[path.to_string_lossy().into_owned()]), typed_in());
        }
    }
}
