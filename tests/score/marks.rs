//! What the marks a sheet prints add up to, and what that means for its total.

use jixiao::score::{
    Closing, Declared, PrintedMarks, What, arithmetic, arithmetic_on_sheet_scale, declared_marks,
    execution_arithmetic, execution_arithmetic_on_sheet_scale,
};
use jixiao::words::Lang;
use rust_decimal::Decimal;
use std::sync::Arc;

use jixiao::document::read_sheets;
use jixiao::rules::{PackFiles, load};
use jixiao::score::Scorer;

fn marks(head: &str, rows: &str) -> Option<PrintedMarks> {
    super::score(&format!(
        "scope: project\n{head}\nindicators:\n  产出:\n{rows}"
    ))
    .printed_marks
}

fn row(mark: &str, more: &str) -> String {
    format!("    - {{name: 甲, target: 3, actual: 3, full_mark: {mark}{more}}}\n")
}

#[test]
fn marks_are_even_rounded_weights_or_open() {
    use Closing::{Even, Open, Rounding, Weights};
    for (head, printed, sum, rounding, closing) in [
        ("", &["50", "30"][..], "80", "0", Even),
        ("", &["50", "29"], "79", "0", Open),
        ("", &["60", "40"], "100", "0", Weights),
        ("", &["26.67", "26.67", "26.67"], "80.01", "0.015", Rounding),
        ("", &["26.6", "26.7", "26.7"], "80.0", "0.15", Even),
        ("", &["26.66", "26.66", "26.66"], "79.98", "0.015", Open),
        (
            "",
            &["26.665", "26.665", "26.671"],
            "80.001",
            "0.0015",
            Rounding,
        ),
        (
            "",
            &["26.665", "26.665", "26.6715"],
            "80.0015",
            "0.00105",
            Open,
        ),
        // Two marks, each of which may be off by half of its last place: just that much, and more.
        ("", &["40.01", "40.00"], "80.01", "0.01", Rounding),
        ("", &["39.99", "40.00"], "79.99", "0.01", Rounding),
        ("", &["40.01", "40"], "80.01", "0.005", Open),
        // Weights in percent are whole marks unless they have places themselves.
        ("", &["50%", "30%"], "80", "0", Even),
        ("", &["50%", "50%"], "100", "0", Weights),
        ("", &["40.05%", "40.0%"], "80.05", "0.055", Rounding),
        ("indicators_full_mark: 70", &["50", "30"], "80", "0", Open),
        ("indicators_full_mark: 70", &["50", "20"], "70", "0", Even),
    ] {
        let rows: String = printed.iter().map(|mark| row(mark, "")).collect();
        let marks = marks(head, &rows).expect("every row has one");
        let decimal = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(
            (marks.sum, marks.rounding),
            (decimal(sum), decimal(rounding)),
            "{printed:?}"
        );
        assert_eq!(
            (marks.closing(), marks.applicable),
            (closing, marks.sum),
            "{printed:?}"
        );
        assert_eq!(marks.forbid_a_total(), closing == Open);
        assert_eq!(marks.whole, Decimal::ONE_HUNDRED);
    }
}

#[test]
fn the_heading_or_the_rule_says_what_marks_add_up_to() {
    for (head, declared, by) in [
        ("", 80, Declared::Pack),
        ("execution: {full_mark: 10}", 90, Declared::Execution),
        ("execution: {full_mark: 100}", 80, Declared::Pack),
        ("execution: {full_mark: 120}", 80, Declared::Pack),
        (
            "indicators_full_mark: 70\nexecution: {full_mark: 10}",
            70,
            Declared::Header,
        ),
    ] {
        let marks = marks(head, &row("50", "")).expect("every row has one");
        assert_eq!((marks.declared, marks.by), (declared.into(), by), "{head}");
    }
}

#[test]
fn rows_that_do_not_apply_need_no_mark_and_may_be_left_out_of_the_sum() {
    let sums = |rows: [String; 2]| {
        marks("", &rows.concat()).map(|marks| (marks.sum, marks.applicable, marks.closing()))
    };
    let not = ", applicable: false";
    let whole = |sum: i64, applicable: i64, closing| Some((sum.into(), applicable.into(), closing));
    assert_eq!(
        sums([row("80", ""), row("20", not)]),
        whole(100, 80, Closing::Even)
    );
    assert_eq!(
        sums([row("60", ""), row("20", not)]),
        whole(80, 60, Closing::Even)
    );
    assert_eq!(
        sums([row("80", ""), row("", not)]),
        whole(80, 80, Closing::Even)
    );
    assert_eq!(sums([row("80", ""), row("", "")]), None);
    assert_eq!(sums([row("80", ""), row("十分", "")]), None);
    assert_eq!(sums([row("", not), row("", not)]), None);
}

#[test]
fn a_mark_printed_for_an_indicator_counts_once() {
    for (own, shared, sum) in [
        (["", ""], "50", Some(50)),
        (["30", ""], "50", Some(50)),
        (["30", "20"], "70", Some(50)),
        (["30", "20"], "", Some(50)),
        (["30", ""], "", None),
        // What stands on the row is meant, even where it cannot be read.
        (["30", "十分"], "50", None),
    ] {
        let measures = own
            .map(|mark| format!("{{target: 3, actual: 3, full_mark: {mark}}}"))
            .join(", ");
        let row = format!("    - {{name: 甲, full_mark: {shared}, measures: [{measures}]}}\n");
        assert_eq!(
            marks("", &row).map(|marks| marks.sum),
            sum.map(Decimal::from),
            "{own:?} {shared}"
        );
    }
}

/// What a row earns on the sheet's own scale is what its printed points are compared with.
#[test]
fn points_stand_on_the_scale_of_the_sheet() {
    for (head, printed, declared, rule, sheet) in [
        ("", ["60", "20"], Some("80"), "60.00", "60.00"),
        // Weights of 100 beside a heading of 80 earn points of 80, without one points of 100.
        (
            "indicators_full_mark: 80",
            ["60", "40"],
            Some("100"),
            "48.00",
            "48.00",
        ),
        ("", ["60", "40"], Some("100"), "48.00", "60.00"),
        (
            "indicators_full_mark: 100",
            ["60", "40"],
            Some("100"),
            "48.00",
            "60.00",
        ),
        (
            "indicators_full_mark: 60",
            ["50", "10"],
            Some("60"),
            "66.67",
            "50.00",
        ),
        (
            "indicators_full_mark: 60",
            ["60", "40"],
            Some("100"),
            "48.00",
            "36.00",
        ),
        ("indicators_full_mark: 0", ["0", "0"], None, "0.00", "0.00"),
    ] {
        let rows: String = printed.iter().map(|mark| row(mark, "")).collect();
        let evaluation = super::score(&format!(
            "scope: project\n{head}\nindicators:\n  产出:\n{rows}"
        ));
        let first = &evaluation.rows[0];
        let on_sheet = evaluation
            .on_sheet_scale(first)
            .map(|points| points.rounded);
        let told = [first.outcome.points(), on_sheet].map(|points| points.map(|it| it.to_string()));
        assert_eq!(
            told,
            [rule, sheet].map(|points| Some(points.to_owned())),
            "{head} {printed:?}"
        );
        let found = declared_marks(&evaluation).map(|declared| declared.to_string());
        assert_eq!(found.as_deref(), declared, "{head} {printed:?}");
    }
}

/// Rows the rule leaves out give their marks to the rest, and the derivation says so.
#[test]
fn what_is_left_out_is_a_part_of_the_derivation() {
    for (applicable, expected) in [(true, (0, "79.00")), (false, (5, "78.75"))] {
        let yaml = format!(
            "scope: project\nexecution: {{full_mark: 10, budget: 100, executed: 90}}\nindicators:\n  产出:\n    \
             - {{name: 甲, target: 10, actual: 8, full_mark: 30}}\n    \
             - {{name: 乙, target: 10, actual: 8, full_mark: 20, applicable: {applicable}}}\n  \
             效益:\n    - {{name: 丙, target: 10, actual: 7, full_mark: 30}}\n  \
             满意度:\n    - {{name: 丁, target: 10, actual: 9, full_mark: 10}}\n"
        );
        let evaluation = super::score_by("national", "2020", &yaml);
        let trace = evaluation.trace_total();
        let mut factors = 0;
        let mut open = vec![&trace];
        while let Some(node) = open.pop() {
            factors += usize::from(node.what == What::Rescale);
            open.extend(&node.parts);
        }
        let total = evaluation.total.clone().map(|total| total.to_string());
        assert_eq!((factors, total), (expected.0, Ok(expected.1.to_owned())));
        // The heading's mark is the rule's: its line is the same, with the factor in it.
        let (lang, evaluation) = (Lang::En, &evaluation);
        let on_sheet = execution_arithmetic_on_sheet_scale(evaluation, lang);
        assert_eq!(on_sheet, execution_arithmetic(evaluation, lang));
        assert_eq!(on_sheet.contains("1.25"), !applicable, "{on_sheet}");
    }
}

/// Points that are no product of the sheet's mark are explained as the rule gives them.
#[test]
fn adjusted_points_are_explained_on_the_scale_of_the_rule() {
    let yaml = "scope: project\nindicators_full_mark: 60\nindicators:\n  产出:\n    \
                - {name: 甲, target: 10, actual: 20, full_mark: 50}\n    \
                - {name: 乙, target: 10, actual: 8, full_mark: 10}\n";
    let evaluation = super::score_by("overshoot-minus-2", "2024", yaml);
    let [adjusted, plain] = &evaluation.rows[..] else {
        panic!("two rows")
    };
    let lines =
        |row| [arithmetic, arithmetic_on_sheet_scale].map(|line| line(&evaluation, row, Lang::En));
    let [rule, sheet] = lines(adjusted);
    assert_eq!(rule, sheet);
    assert!(rule.contains("64.67"), "{rule}");
    let [rule, sheet] = lines(plain);
    assert!(
        rule.contains("10.67") && sheet.contains("10 × 8 ÷ 10 = 8"),
        "{rule} {sheet}"
    );
}

/// A level's weight is shared by its indicators, an indicator's share by its measures.
#[test]
fn a_rule_may_share_its_weights_evenly() {
    let files = PackFiles::of_shipped("national", "2020").expect("shipped");
    let text = String::from_utf8_lossy(files.get("pack.yaml").expect("there")).into_owned();
    let text = text.replace("full_mark_absent: infer", "full_mark_absent: share");
    let files = files
        .changed(&[("pack.yaml".to_owned(), text)])
        .expect("a file of it");
    let scorer = Scorer::new(Arc::new(load(&files).expect("loads"))).expect("compiles");
    let yaml = "scope: project\nindicators:\n  产出:\n    - {name: 甲, target: 3, actual: 3}\n    \
                - {name: 乙, measures: [{target: 3, actual: 3}, {target: 3, actual: 3}]}\n    \
                - {name: 丙, target: 3, actual: 3, applicable: false}\n  \
                效益:\n    - {name: 丁, target: 3, actual: 3}\n  满意度:\n    - {name: 戊, target: 3, actual: 3}\n";
    let mut sheets = read_sheets("sheet.yaml", yaml.as_bytes()).expect("a sheet");
    let evaluation = scorer
        .score(&Arc::new(sheets.remove(0)))
        .expect("the scripts run");
    let marks = evaluation
        .rows
        .iter()
        .map(|row| row.full_mark.as_ref().map(|mark| mark.value.to_string()));
    let marks: Vec<String> = marks.map(Option::unwrap_or_default).collect();
    assert_eq!(marks, ["25", "12.5", "12.5", "", "30", "10"]);
    // They are told as the rule's, not as a cell of the sheet.
    let told = format!("{:?}", evaluation.trace_row(&evaluation.rows[0]));
    assert!(told.contains("PackMark("), "{told}");
}
