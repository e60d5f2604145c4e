//! Figures, and evaluations of ordinary sheets, are those of scoring in full, to the digit and the last note.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use jixiao::document::read_sheets;
use jixiao::report::explain::{Focus, explain};
use jixiao::report::score::{ScoredSheet, ScoredSheets, json};
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Figures, Scorer, Terms};
use jixiao::sheet::Sheet;
use jixiao::words::Lang;

pub fn shipped() -> Vec<Scorer> {
    let packs = PackFiles::shipped().into_iter().map(|(name, edition)| {
        let files = PackFiles::of_shipped(&name, &edition).expect("shipped");
        Scorer::new(Arc::new(load(&files).expect("loads"))).expect("compiles")
    });
    packs.collect()
}

/// Target, actual and what else stands on a row; on odd sheets also what is hard to score.
fn row(odd: bool) -> impl Strategy<Value = String> {
    let number = prop_oneof![
        6 => (1u32..2000).prop_map(|n| n.to_string()),
        2 => (1u32..99999).prop_map(|n| format!("{}.{:02}", n / 100, n % 100)),
    ];
    let odd_number = prop_oneof![
        6 => number.clone(),
        1 => Just("0".to_owned()),
        1 => (1u32..50).prop_map(|n| format!("-{n}")),
        1 => Just("123456789012345678901".to_owned()),
    ];
    let number = move || match odd {
        true => odd_number.clone().boxed(),
        false => number.clone().boxed(),
    };
    let sign = prop::sample::select(vec!["", "≥", "≤", "≥", "＞", "＜"]);
    let unit = prop::sample::select(vec!["个", "", "%", "万元", "万", "小时"]);
    let numbers = (sign, number(), number(), unit).prop_map(|(sign, target, actual, unit)| {
        (format!("{sign}{target}{unit}"), format!("{actual}{unit}"))
    });
    let words = [
        ("是", "是"),
        ("达标", "达标"),
        ("每月8期", "每月8-9期"),
        ("35-60个", "40个"),
        ("12月底前", "11月"),
        ("前5位", "第3名"),
        ("持续增长", "5%"),
        ("0次", "无"),
    ];
    let odd_words = [
        ("是", "否"),
        ("35-60个", "70个"),
        ("显著提升", "有所提升"),
        ("无事故", "2起"),
        ("=30", "40"),
        ("100人", ""),
        ("", "100人"),
        ("100人", "约90人"),
        ("100人", "见附件"),
        ("100人", "90%"),
    ];
    let others: Vec<_> = match odd {
        true => words.iter().chain(&odd_words).copied().collect(),
        false => words.to_vec(),
    };
    let others = prop::sample::select(others)
        .prop_map(|(target, actual)| (target.to_owned(), actual.to_owned()));
    let pair = prop_oneof![12 => numbers, 3 => others];
    let name = prop::sample::select(vec![
        "培训人数",
        "故障次数",
        "节约成本",
        "预算执行率",
        "服务对象满意度",
        "办结率",
        "成本控制数",
    ]);
    let mark = match odd {
        true => vec!["5", "10", "2.5", "3.33", "", "8%", "十分", "40"],
        false => vec!["5", "10", "2.5"],
    };
    let more = match odd {
        true => vec![
            "",
            "judged: 85%",
            "applicable: false",
            "inputs: {上年: 约3}",
        ],
        false => vec!["", "", "direction: 反向", "inputs: {上年: 3}"],
    };
    let (mark, more) = (prop::sample::select(mark), prop::sample::select(more));
    (name, pair, mark, more).prop_map(|(name, (target, actual), mark, more)| {
        let more = if more.is_empty() {
            String::new()
        } else {
            format!(", {more}")
        };
        format!(
            "{{name: {name}, target: \"{target}\", actual: \"{actual}\", full_mark: {mark}{more}}}"
        )
    })
}

fn sheet() -> impl Strategy<Value = String> {
    let of = |odd: bool| {
        let level = || proptest::collection::vec(row(odd), 1..6);
        let money = prop::sample::select(match odd {
            true => vec!["100", "0", "", "-1", "无"],
            false => vec!["100", "3582.93"],
        });
        let declared = vec![
            "",
            "indicators_full_mark: 80\n",
            "indicators_full_mark: 100\n",
        ];
        (
            [level(), level(), level()],
            money,
            prop::sample::select(declared),
            any::<bool>(),
        )
    };
    let parts = prop_oneof![of(true), of(false)];
    parts.prop_map(|(levels, budget, declared, close)| {
        let mut text = format!(
            "scope: project\nyear: 2024\nexecution: {{budget: {budget}, executed: 90}}\n{declared}indicators:\n"
        );
        let labels = ["产出指标:\n    数量指标", "效益指标:\n    社会效益", "满意度指标:\n    服务对象满意度"];
        for (label, rows) in labels.iter().zip(levels) {
            text += &format!("  {label}:\n");
            for row in rows {
                text += &format!("      - {row}\n");
            }
        }
        match close {
            true => closed(&text),
            false => text,
        }
    })
}

/// The sheet with whole marks that add up to 80.
fn closed(text: &str) -> String {
    let rows =
        text.matches("full_mark: ").count() - usize::from(text.contains("indicators_full_mark"));
    let mut left = 80;
    let mut done = 0;
    let lines = text.lines().map(|line| match line.find(", full_mark: ") {
        None => line.to_owned(),
        Some(at) => {
            let (before, behind) = line.split_at(at + ", full_mark: ".len());
            let end = behind.find([',', '}']).unwrap_or(behind.len());
            done += 1;
            let mark = if done == rows { left } else { 80 / rows };
            left -= mark;
            format!("{before}{mark}{}", &behind[end..])
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

pub fn read(text: &str) -> Arc<Sheet> {
    Arc::new(
        read_sheets("a.yaml", text.as_bytes())
            .expect("a sheet")
            .remove(0),
    )
}

/// Digits as well as values: 73.60 is not 73.6.
pub fn written(figures: &Figures) -> String {
    let exact = figures.rows.iter().map(|row| {
        (
            row.completion.map(|it| it.to_string()),
            row.full_mark.map(|it| it.to_string()),
        )
    });
    let parts = (&figures.indicators, &figures.total, figures.grade);
    let rows: Vec<_> = figures
        .rows
        .iter()
        .map(|row| (row.method, row.full_mark_from, &row.points))
        .collect();
    let execution = figures
        .execution
        .as_ref()
        .map(|part| (part.rate.map(|it| it.to_string()), &part.points));
    format!(
        "{:?} {rows:?} {execution:?} {parts:?}",
        exact.collect::<Vec<_>>()
    )
}

/// Sheets to compare, each under every shipped pack.
fn cases() -> u32 {
    let cases = std::env::var("JIXIAO_CASES").ok();
    cases.and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

/// Everything an evaluation holds and everything that is printed of it.
pub fn same(swift: &Evaluation, in_full: &Evaluation) -> Result<(), TestCaseError> {
    let pack = in_full.pack.name();
    prop_assert_eq!(&swift.rows, &in_full.rows, "{}", pack);
    prop_assert_eq!(&swift.execution, &in_full.execution, "{}", pack);
    prop_assert_eq!(&swift.printed_marks, &in_full.printed_marks, "{}", pack);
    prop_assert_eq!(&swift.total_notes, &in_full.total_notes, "{}", pack);
    prop_assert_eq!(&swift.inference, &in_full.inference, "{}", pack);
    prop_assert_eq!(swift.rescale, in_full.rescale, "{}", pack);
    prop_assert_eq!(&swift.grade_said, &in_full.grade_said, "{}", pack);
    for lang in [Lang::Zh, Lang::En] {
        let shown = |evaluation| {
            let sheets = vec![ScoredSheet::new(evaluation, lang)];
            let rows = (0..swift.rows.len()).map(Focus::Row);
            let all = [Focus::Everything, Focus::Execution]
                .into_iter()
                .chain(rows);
            let explained: Vec<String> = all.map(|it| explain(evaluation, it, lang)).collect();
            (json(&ScoredSheets { sheets }), explained)
        };
        prop_assert_eq!(shown(swift), shown(in_full), "{}", pack);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_those_of_the_evaluation(text in sheet()) {
        thread_local! {
            static SCORERS: Vec<Scorer> = shipped();
        }
        let sheet = read(&text);
        SCORERS.with(|scorers| {
            for scorer in scorers {
                let in_full = scorer.score_under(&sheet, &Terms::default()).expect("the scripts run");
                let swift = scorer.score(&sheet).expect("the scripts run");
                same(&swift, &in_full)?;
                let full = Figures::of(&in_full);
                let figures = scorer.clone().without_trace().figures(&sheet).expect("the scripts run");
                prop_assert_eq!(&figures, &full, "{}", scorer.pack().name());
                prop_assert_eq!(written(&figures), written(&full), "{}", scorer.pack().name());
            }
            Ok(())
        })?;
    }
}

/// The comparison above would say nothing if everything were scored in full.
#[test]
fn ordinary_sheets_take_the_swift_way() {
    let mut runner = TestRunner::deterministic();
    let scorers = shipped();
    let mut swift = vec![0; scorers.len()];
    for _ in 0..200 {
        let text = sheet().new_tree(&mut runner).expect("no filters").current();
        let sheet = read(&text);
        for (count, scorer) in swift.iter_mut().zip(&scorers) {
            *count += usize::from(scorer.is_ordinary(&sheet));
        }
    }
    let told: Vec<String> = swift
        .iter()
        .zip(&scorers)
        .map(|(count, scorer)| format!("{} {count}", scorer.pack().name()))
        .collect();
    assert!(
        swift.iter().filter(|count| **count >= 5).count() >= 6,
        "{told:?}"
    );
}

/// A row that is too large for the swift way only after its script has noted something: the sheet is scored
/// in full from its first row, whose notes are its own.
#[test]
fn what_a_row_noted_before_it_turned_out_too_large_is_nobodys() {
    let text = "scope: project\nyear: 2024\nexecution: {budget: 100, executed: 90}\nindicators:\n  产出指标:\n    数量指标:\n      - {name: 甲, target: ≥210期, actual: 342.3期, full_mark: 9.9}\n      - {name: 乙, target: ≥98765432109876543.7期, actual: 12345678901234567期, full_mark: 70.123}\n";
    let sheet = read(text);
    for scorer in shipped() {
        let in_full = scorer
            .score_under(&sheet, &Terms::default())
            .expect("the scripts run");
        let swift = scorer.score(&sheet).expect("the scripts run");
        assert_eq!(swift.rows, in_full.rows, "{}", scorer.pack().name());
        assert_eq!(
            scorer.figures(&sheet).expect("the scripts run"),
            Figures::of(&in_full)
        );
    }
}
