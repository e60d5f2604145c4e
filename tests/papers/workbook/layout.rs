//! What stands where, and in the same bytes every time.

use jixiao::report::paper::{Paper, PaperFormat};
use jixiao::words::Lang;

use super::file::{File, POINTS, Places, differences, shown, worksheets};
use super::{sample, score, scorer, written};

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let scorer = scorer("wuhan@2024");
    let evaluations = score(&scorer, &["series", "startup", "whole"].map(sample));
    assert_eq!(written(evaluations.clone()), written(evaluations));
}

#[test]
fn readers_that_do_not_compute_see_the_engines_figures() {
    for rules in [
        "wuhan@2024",
        "national@2020",
        "overshoot-minus-2@2024",
        "national-core@2021",
    ] {
        let scorer = scorer(rules);
        let evaluations = score(&scorer, &["series", "startup", "whole"].map(sample));
        let pages = worksheets(&written(evaluations.clone()));
        for (evaluation, (_, page)) in evaluations.iter().zip(&pages[1..]) {
            let places = Places::of(page, evaluation);
            assert_eq!(
                differences(page, &places, evaluation),
                Vec::<String>::new(),
                "{rules}"
            );
        }
    }
}

#[test]
fn columns_are_those_of_the_re_checkers_form() {
    let evaluations = score(&scorer("wuhan@2024"), &[sample("whole")]);
    let bytes = written(evaluations.clone());
    let pages = worksheets(&bytes);
    let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["汇总", "武汉市中小企业发展促进中心", "规则"]);
    let places = Places::of(&pages[1].1, &evaluations[0]);
    let heading: Vec<String> = (0..13)
        .map(|column| shown(&pages[1].1, places.first - 1, column))
        .collect();
    let expected = "一级 二级 三级 指标性质 指标值 计量单位 分值 自评完成值 自评得分 复核完成值 复核得分 偏离度 备注";
    assert_eq!(heading.join(" "), expected);
    let text = File::of(&bytes).text("xl/worksheets/sheet2.xml");
    for part in [
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "fitToPage=\"1\"",
        "&amp;P / &amp;N",
        "state=\"frozen\"",
        "<sheetProtection",
    ] {
        assert!(text.contains(part), "{part}");
    }
    let book = File::of(&bytes).text("xl/workbook.xml");
    assert!(book.contains("_xlnm.Print_Titles") && book.contains("_xlnm.Print_Area"));
    let core = File::of(&bytes).text("docProps/core.xml");
    assert!(core.contains("2000-01-01T00:00:00Z"), "{core}");
}

/// The formulas of a row, from the actual to the points.
#[test]
fn formulas_say_the_rule() {
    let evaluations = score(&scorer("wuhan@2024"), &[sample("whole")]);
    let bytes = written(evaluations.clone());
    let pages = worksheets(&bytes);
    let places = Places::of(&pages[1].1, &evaluations[0]);
    let text = File::of(&bytes).text("xl/worksheets/sheet2.xml");
    let formula = |cell: String| {
        let at = text.find(&format!("<c r=\"{cell}\"")).expect("a cell");
        let from = at + text[at..].find("<f>").expect("a formula") + 3;
        text[from..from + text[from..].find("</f>").expect("an end")]
            .replace("&lt;", "<")
            .replace("&gt;", ">")
    };
    let first = places.first + 1;
    assert_eq!(
        formula(format!("P{first}")),
        format!(
            "IF(ISNUMBER(J{first}),IFERROR(MAX(MIN(J{first}/N{first},1),0),\"未评分\"),\"未评分\")"
        )
    );
    assert_eq!(
        formula(format!("Q{first}")),
        format!("IF(ISNUMBER(P{first}),O{first}*P{first},P{first})")
    );
    assert_eq!(
        formula(format!("K{first}")),
        format!("IF(ISNUMBER(Q{first}),ROUND(ROUND(Q{first},12),'规则'!$B$14),Q{first})")
    );
    let total = formula(format!("K{}", places.total + 1));
    assert!(total.starts_with("IF(AND(ISNUMBER(K"), "{total}");
    let grade = formula(format!("K{}", places.grade + 1));
    assert!(grade.contains("LOOKUP("), "{grade}");
    assert_eq!(shown(&pages[1].1, places.total, POINTS), "92.6");
}

#[test]
fn english_papers_have_english_pages() {
    let evaluations = score(&scorer("wuhan@2024"), &[sample("whole")]);
    let bytes = Paper::score(evaluations, Lang::En)
        .write(PaperFormat::Workbook)
        .expect("a workbook");
    let pages = worksheets(&bytes);
    let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[0], "Summary");
    assert_eq!(names[2], "Rules");
}

/// What no formula says is the program's figure, and says so.
#[test]
fn scripts_no_formula_can_say_are_figures() {
    for (rules, least) in [
        ("tests/papers/packs/loops", 20),
        ("tests/papers/packs/together", 20),
    ] {
        let evaluations = score(&scorer(rules), &[sample("whole")]);
        let pages = worksheets(&written(evaluations.clone()));
        let page = &pages[1].1;
        let places = Places::of(page, &evaluations[0]);
        assert_eq!(
            differences(page, &places, &evaluations[0]),
            Vec::<String>::new()
        );
        let marked = page.used_cells().filter(|(_, column, cell)| {
            *column == 12 && cell.to_string().contains("脚本计算，公式不能表达")
        });
        assert!(marked.count() > least, "{rules}");
    }
}
