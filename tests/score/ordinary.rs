//! Which sheets are scored in one pass, each kind named: what is given up too late would be wrong, and what
//! is given up too soon would be slow without anybody noticing.

use std::sync::Arc;

use jixiao::rules::{PackFiles, load};
use jixiao::score::{Figures, Scorer, Terms};

use crate::figures::{read, same, shipped, written};

thread_local! {
    static SCORERS: Vec<Scorer> = shipped();
}

/// Both ways give the same under every shipped pack; whether these packs take the swift one.
fn takes_the_swift_way(yaml: &str, packs: [&str; 2]) -> [bool; 2] {
    let sheet = read(yaml);
    SCORERS.with(|scorers| {
        for scorer in scorers {
            let in_full = scorer.score_under(&sheet, &Terms::default());
            let in_full = in_full.expect("the scripts run");
            let swift = scorer.score(&sheet).expect("the scripts run");
            same(&swift, &in_full).unwrap_or_else(|error| panic!("{yaml}: {error}"));
            let figures = scorer.figures(&sheet).expect("the scripts run");
            assert_eq!(written(&figures), written(&Figures::of(&in_full)), "{yaml}");
        }
        packs.map(|pack| {
            let named = |scorer: &&Scorer| scorer.pack().pack == pack;
            let scorer = scorers.iter().find(named).expect("shipped");
            scorer.is_ordinary(&sheet)
        })
    })
}

/// A sheet with these lines, and these rows below their levels.
fn sheet(head: &str, rows: &[(&str, &str)]) -> String {
    let rows: String = rows
        .iter()
        .map(|(level, row)| format!("  {level}:\n    - {{name: 培训, {row}}}\n"))
        .collect();
    format!("scope: project\nyear: 2024\n{head}\nindicators:\n{rows}")
}

const MONEY: &str = "execution: {budget: 100, executed: 90}";

/// Rows of the three levels that the national rule weighs, with these marks.
fn marks(head: &str, marks: [&str; 3]) -> String {
    let rows = marks.map(|mark| format!("target: 8个, actual: 7个, full_mark: {mark}"));
    let levels = ["产出指标", "效益指标", "满意度指标"];
    let rows: Vec<_> = levels
        .into_iter()
        .zip(rows.iter().map(String::as_str))
        .collect();
    sheet(&format!("{MONEY}\n{head}"), &rows)
}

/// One row like this beside ordinary ones, 80 together.
fn beside(row: &str) -> String {
    let row = format!("{row}, full_mark: 50");
    sheet(
        MONEY,
        &[
            ("产出指标", &row),
            ("效益指标", "target: 8个, actual: 7个, full_mark: 20"),
            ("满意度指标", "target: ≥90%, actual: 95%, full_mark: 10"),
        ],
    )
}

#[test]
fn marks_decide_whether_a_sheet_is_ordinary() {
    for (head, printed, expected) in [
        ("", ["50", "20", "10"], [true, true]),
        ("", ["10.000001", "29.999999", "40"], [true, true]),
        ("", ["10.0000001", "29.9999999", "40"], [false, false]),
        // A row without a mark, or with one that is no number.
        ("", ["50", "20", ""], [false, false]),
        ("", ["50", "30", "十分"], [false, false]),
        // Off by their rounding, weights of 100, what the heading declares, what it leaves.
        ("", ["26.67", "26.67", "26.67"], [true, true]),
        ("", ["50", "30", "20"], [true, true]),
        ("indicators_full_mark: 60", ["20", "30", "10"], [true, true]),
        ("indicators_full_mark: 80", ["50", "30", "20"], [true, true]),
        // Nobody knows what they are shares of, unless the rule weighs every level itself.
        ("", ["20", "30", "10"], [false, true]),
        (
            "indicators_full_mark: 70",
            ["20", "30", "10"],
            [false, false],
        ),
        // What happens to add up to the same in another unit, or to nothing.
        (
            "indicators_full_mark: 3.00008",
            ["50", "20", "10"],
            [false, false],
        ),
        (
            "indicators_full_mark: 0",
            ["50", "20", "10"],
            [false, false],
        ),
        (
            "indicators_full_mark: -80",
            ["50", "20", "10"],
            [false, false],
        ),
        // A level without any mark has no factor.
        ("", ["60", "20", "0"], [true, false]),
        ("indicators_full_mark: 0", ["0", "0", "0"], [true, false]),
        (
            "indicators_full_mark: -80",
            ["-50", "-20", "-10"],
            [true, false],
        ),
        // Marks of a size that no form prints.
        (
            "indicators_full_mark: 999999999",
            ["999999900", "90", "9"],
            [true, true],
        ),
        (
            "indicators_full_mark: 1000000000",
            ["999999999", "0.5", "0.5"],
            [true, true],
        ),
        (
            "indicators_full_mark: 1000000001",
            ["1000000000", "0.5", "0.5"],
            [false, false],
        ),
        (
            "indicators_full_mark: -999999999",
            ["-1000000000", "0.5", "0.5"],
            [false, false],
        ),
    ] {
        let yaml = marks(head, printed);
        assert_eq!(
            takes_the_swift_way(&yaml, ["wuhan", "national"]),
            expected,
            "{yaml}"
        );
    }
}

#[test]
fn rows_decide_whether_a_sheet_is_ordinary() {
    for (row, expected) in [
        ("target: 8个, actual: 7个", true),
        ("target: ≤8个, actual: 9个", true),
        ("target: ＞8个, actual: 8个", true),
        ("target: 8-9个, actual: 9个", true),
        ("target: 是, actual: 是", true),
        ("target: 显著提升, actual: 有所提升, judged: 85%", true),
        (
            "target: 8个, actual: 7个, inputs: {上年: 3, 来源: 台账}",
            true,
        ),
        // Nothing to compare, nothing to ask the rule about, no answer, not this year.
        ("target: 8个, actual: ''", false),
        ("target: 8个, actual: 70%", false),
        ("target: 显著提升, actual: 有所提升", false),
        ("target: 8个, actual: 7个, applicable: false", false),
        (
            "target: 8个, actual: 7个, inputs: {上年: 约3, 来源: 台账}",
            false,
        ),
        // Beyond 64 bits.
        ("target: 12345678901234567890个, actual: 7个", false),
        ("target: 8个, actual: 12345678901234567890个", false),
        ("target: 8-12345678901234567890个, actual: 9个", false),
        (
            "target: 是, actual: 是, judged: 0.12345678901234567890",
            false,
        ),
    ] {
        let yaml = beside(row);
        assert_eq!(
            takes_the_swift_way(&yaml, ["wuhan", "national"]),
            [expected; 2],
            "{yaml}"
        );
    }
}

#[test]
fn levels_decide_whether_a_sheet_is_ordinary() {
    let row = |mark: u32| format!("target: 8个, actual: 7个, full_mark: {mark}");
    let [ten, thirty] = [10, 30].map(row);
    let (output, cost) = (("产出指标", thirty.as_str()), ("成本指标", thirty.as_str()));
    let (benefit, satisfied) = (("效益指标", ten.as_str()), ("满意度指标", ten.as_str()));
    let (national, with_cost) = ("national", "cost-40-20-20-10");
    for (rows, expected) in [
        (&[output, benefit, satisfied][..], [true, false]),
        (&[output, cost, benefit, satisfied], [false, true]),
        // The innermost label that has a weight counts, and none has this one.
        (
            &[output, benefit, ("服务对象满意度", ten.as_str())],
            [false, false],
        ),
    ] {
        let yaml = sheet(MONEY, rows);
        assert_eq!(
            takes_the_swift_way(&yaml, [national, with_cost]),
            expected,
            "{yaml}"
        );
    }
}

/// Several measures of one indicator, with marks of their own or one for all.
#[test]
fn several_measures_of_an_indicator_are_ordinary() {
    for (shared, own, expected) in [
        ("", ["30", "20"], true),
        ("full_mark: 50, ", ["", ""], true),
        // With one mark of its own the sum is still the shared one; with all of them it is theirs.
        ("full_mark: 50, ", ["30", ""], true),
        ("full_mark: 50, ", ["", "30"], true),
        ("full_mark: 40, ", ["30", "20"], true),
        ("", ["50", ""], false),
    ] {
        let measures = own.map(|mark| format!("{{target: 8个, actual: 7个, full_mark: {mark}}}"));
        let measures = measures.join(", ");
        let yaml = format!(
            "scope: project\n{MONEY}\nindicators:\n  产出指标:\n    - {{name: 甲, {shared}measures: [{measures}]}}\n  \
             效益指标:\n    - {{name: 乙, target: 3, actual: 3, full_mark: 20}}\n  满意度指标:\n    \
             - {{name: 丙, full_mark: 10, measures: [{{target: 3, actual: 2}}]}}\n"
        );
        assert_eq!(
            takes_the_swift_way(&yaml, ["wuhan", "national"]),
            [expected; 2],
            "{yaml}"
        );
    }
}

#[test]
fn money_decides_whether_a_sheet_is_ordinary() {
    for (money, expected) in [
        ("budget: 100, executed: 90", true),
        ("budget: 100, executed: 0", true),
        ("budget: 90, executed: 100", true),
        ("budget: 3582.93, executed: 3380.68", true),
        ("full_mark: 10, budget: 100, executed: 90", true),
        ("budget: 0, executed: 0", false),
        ("budget: 100, executed: ''", false),
        ("budget: 100, executed: -1", false),
        ("budget: 100, executed: 12345678901234567890", false),
        ("budget: 12345678901234567890, executed: 90", false),
    ] {
        let rows = [
            ("产出指标", "target: 8个, actual: 7个, full_mark: 50"),
            ("效益指标", "target: 8个, actual: 7个, full_mark: 30"),
            ("满意度指标", "target: 8个, actual: 7个, full_mark: 10"),
        ];
        let yaml = sheet(
            &format!("execution: {{{money}}}\nindicators_full_mark: 90"),
            &rows,
        );
        assert_eq!(
            takes_the_swift_way(&yaml, ["wuhan", "execution-capped"]),
            [expected; 2],
            "{yaml}"
        );
    }
}

/// What asks about a row again, or about rows together, is scored in full.
#[test]
fn a_pack_that_asks_more_is_not_ordinary() {
    let yaml = beside("target: 8个, actual: 7个");
    assert_eq!(
        takes_the_swift_way(&yaml, ["overshoot-minus-2", "value-purchasing"]),
        [false; 2]
    );
    assert_eq!(
        takes_the_swift_way(&yaml, ["reverse-linear", "hubei"]),
        [true; 2]
    );
}

/// Points that nobody earns: what a rule may award ends below 10¹⁵, and the swift way ends before.
#[test]
fn points_of_an_absurd_size_are_refused_either_way() {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("shipped");
    let sheet = read(&beside("target: 8个, actual: 7个"));
    let text = String::from_utf8_lossy(files.get("pack.yaml").expect("there")).into_owned();
    for (points, places, fits) in [
        ("999999999999997.5", 2, true),
        ("999999999999999", 2, true),
        ("999999999999999.99", 2, true),
        ("999999999999999.995", 2, false),
        ("999999999999999.4", 0, true),
        ("999999999999999.5", 0, false),
        ("1000000000000000", 2, false),
        ("1000000000000000.001", 2, false),
        ("-999999999999999.99", 2, true),
        ("-1000000000000000", 2, false),
    ] {
        let script = format!("fn 执行得分(e) {{ points({points}) }}");
        let step = format!("places: {places}}}");
        let changes = [
            ("execution.rhai".to_owned(), script),
            ("pack.yaml".to_owned(), text.replace("places: 2}", &step)),
        ];
        let pack = load(&files.changed(&changes).expect("files of it")).expect("loads");
        let scorer = Scorer::new(Arc::new(pack)).expect("compiles");
        let in_full = scorer.score_under(&sheet, &Terms::default());
        let in_full = in_full.expect("the scripts run");
        assert_eq!(in_full.execution_points().is_some(), fits, "{points}");
        let swift = scorer.score(&sheet).expect("the scripts run");
        assert_eq!(swift.execution, in_full.execution, "{points}");
    }
}
