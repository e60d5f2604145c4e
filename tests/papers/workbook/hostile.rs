//! Whatever a sheet holds stays a text: no formula, no link, nothing lost.

use std::sync::Arc;

use jixiao::audit::{Profile, audit};
use jixiao::report::audit::AuditedSheets;
use jixiao::report::paper::{Paper, PaperFormat};
use jixiao::report::whatif::{Asked, WhatIf, WhatIfSheet};
use jixiao::score::Evaluation;
use jixiao::sheet::{Entry, Origin, Sheet};
use jixiao::value::{Actual, Target};
use jixiao::words::Lang;

use super::file::{File, worksheets};
use super::{sample, score, scorer};

/// Texts that would be something else in a cell that believes what it reads.
fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "=cmd|'/c calc'!A1",
        "+1+1",
        "@SUM(1)",
        "-2+3",
        "<script>alert(1)</script>",
        "=HYPERLINK(\"http://a\")",
        "http://example.org/",
        "\u{202e}翻转\u{200f}右\u{2066}左",
        "响铃\u{7}与\u{1}控制\u{1f}符",
        "_x0041_ 与 _x000D_",
        "'单引号' \"双引号\" & < >",
        "两\n行\t格",
        "{=1+1}",
    ]
    .map(str::to_owned)
    .into();
    texts.push("长".repeat(10_000));
    texts
}

/// The sample with a text in every place that takes one.
fn full_of(text: &str) -> Arc<Sheet> {
    let mut sheet = (*sample("whole")).clone();
    sheet.id = text.to_owned();
    sheet.title = text.to_owned();
    sheet.unit = text.to_owned();
    sheet.project = Some(text.to_owned());
    sheet.department = Some(text.to_owned());
    sheet.input_sha256 = text.to_owned();
    sheet.budget.total.name = text.to_owned();
    if let Some(grade) = &mut sheet.grade {
        grade.text = text.to_owned();
    }
    let place = Origin::default();
    for indicator in &mut sheet.indicators {
        indicator.name = text.to_owned();
        indicator.levels = vec![text.to_owned(), format!("{text}2")];
        for measure in &mut indicator.measures {
            measure.target = Target::read(text);
            measure.actual = Actual::read(text);
            measure.target.0.text = text.to_owned();
            measure.actual.0.text = text.to_owned();
            measure.origin.file = text.into();
            measure.points = Entry::Unreadable {
                text: text.to_owned(),
                origin: place.clone(),
            };
        }
    }
    Arc::new(sheet)
}

fn audited(evaluations: Vec<Evaluation>) -> Vec<u8> {
    let profile = Profile::shipped();
    let audit = audit(&evaluations, &profile);
    let audited = AuditedSheets::new(&evaluations, &audit, Lang::Zh);
    let paper = Paper::audit(evaluations, audited, Lang::Zh);
    paper.write(PaperFormat::Workbook).expect("a workbook")
}

#[test]
fn texts_stay_texts_and_whole() {
    let scorer = scorer("wuhan@2024");
    for text in texts() {
        let bytes = audited(score(&scorer, &[full_of(&text)]));
        let file = File::of(&bytes);
        for name in file.names() {
            assert!(
                !name.contains("externalLink") && !name.contains("vba"),
                "{name}"
            );
        }
        let names: Vec<String> = file
            .names()
            .filter(|name| name.starts_with("xl/worksheets/sheet"))
            .map(str::to_owned)
            .collect();
        for name in names {
            let page = file.text(&name);
            assert!(!page.contains("<hyperlink"), "{name}");
            for formula in page.split("<f>").skip(1) {
                let formula = formula.split("</f>").next().expect("an end");
                // What stands in quotes is the name of a worksheet.
                let formula: String = formula.split('\'').step_by(2).collect();
                for part in [
                    "cmd",
                    "HYPERLINK",
                    "SUM(1)",
                    "script",
                    "1+1",
                    "2+3",
                    "example",
                    "长",
                ] {
                    assert!(!formula.contains(part), "{formula}");
                }
            }
        }
        let pages = worksheets(&bytes);
        let found = pages.iter().flat_map(|(_, page)| page.used_cells());
        let whole = found
            .filter(|(_, _, cell)| cell.to_string() == text)
            .count();
        // Title, unit, project, fund and every name, target and actual, at least.
        assert!(whole > 40, "{whole} of {text:.40}");
        for (name, _) in &pages {
            assert!(
                !name.is_empty() && name.encode_utf16().count() <= 31,
                "{name}"
            );
            assert!(
                !name.contains(
                    |c: char| c.is_control() || "[]:*?/\\'\u{202e}\u{200f}\u{2066}".contains(c)
                ),
                "{name}"
            );
        }
    }
}

/// Names, reasons and changes of scenarios are somebody's words too.
#[test]
fn scenarios_are_texts() {
    let scorer = scorer("wuhan@2024");
    for text in texts() {
        let evaluations = score(&scorer, &[full_of(&text)]);
        let base = &evaluations[0];
        let mut sheet = WhatIfSheet::new(base, Lang::Zh);
        let asked = Asked {
            name: &text,
            reason: Some(&text),
            line: 1,
            evaluation: base,
            made: &[],
            remarks: &[],
        };
        sheet.add(base, asked, Lang::Zh);
        let whatif = WhatIf {
            sheets: vec![sheet],
        };
        let paper = Paper::whatif(evaluations, whatif, Lang::Zh);
        let bytes = paper.write(PaperFormat::Workbook).expect("a workbook");
        let pages = worksheets(&bytes);
        let (_, page) = pages
            .iter()
            .find(|(name, _)| name == "情景")
            .expect("scenarios");
        let whole = page
            .used_cells()
            .filter(|(_, _, cell)| cell.to_string() == text);
        assert!(whole.count() >= 2, "{text:.40}");
    }
}

#[test]
fn a_text_no_cell_holds_is_refused() {
    let sheet = full_of(&"长".repeat(32_768));
    let evaluations = score(&scorer("wuhan@2024"), &[sheet]);
    let refused = Paper::score(evaluations, Lang::En)
        .write(PaperFormat::Workbook)
        .expect_err("too long");
    assert!(
        refused.describe(Lang::En).contains("32,767") || refused.help(Lang::En).contains("32,767")
    );
}
