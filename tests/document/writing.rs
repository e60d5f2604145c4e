//! What is written is read back as it was.

use jixiao::document::write_sheet;
use jixiao::sheet::{
    Budget, BudgetLine, Direction, Entry, Indicator, Measure, MoneyUnit, Origin, Scope, Sheet, Text,
};
use jixiao::value::{Actual, Target, read as read_value};
use proptest::prelude::*;

use super::read;

/// The sheet without places, name and checksum.
fn bare(mut sheet: Sheet) -> Sheet {
    fn entry(entry: &mut Entry) {
        match entry {
            Entry::Blank => {}
            Entry::Number(printed) => printed.origin = Origin::default(),
            Entry::Unreadable { origin, .. } => *origin = Origin::default(),
        }
    }
    fn line(line: &mut BudgetLine) {
        line.origin = Origin::default();
        for one in [
            &mut line.budget,
            &mut line.executed,
            &mut line.rate,
            &mut line.points,
        ] {
            entry(one);
        }
    }
    fn texts<'t>(texts: impl IntoIterator<Item = &'t mut Text>) {
        for text in texts {
            text.origin = Origin::default();
        }
    }
    sheet.id = String::new();
    sheet.input_sha256 = String::new();
    sheet.origin = Origin::default();
    for one in [
        &mut sheet.indicators_full_mark,
        &mut sheet.total,
        &mut sheet.indicator_count,
        &mut sheet.budget.full_mark,
        &mut sheet.budget.basic,
        &mut sheet.budget.project,
    ] {
        entry(one);
    }
    for (_, points) in &mut sheet.group_points {
        entry(points);
    }
    line(&mut sheet.budget.total);
    sheet.budget.sources.iter_mut().for_each(line);
    texts(&mut sheet.budget.reason);
    texts(&mut sheet.grade);
    for list in [
        &mut sheet.goals,
        &mut sheet.reasons,
        &mut sheet.improvements,
        &mut sheet.narrative,
        &mut sheet.projects,
    ] {
        texts(list);
    }
    for indicator in &mut sheet.indicators {
        indicator.origin = Origin::default();
        entry(&mut indicator.full_mark);
        texts(&mut indicator.reason);
        for measure in &mut indicator.measures {
            measure.origin = Origin::default();
            entry(&mut measure.full_mark);
            entry(&mut measure.points);
        }
    }
    sheet
}

/// Texts a file may hold: anything but what is blank.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ \\t\\n一-龥a-z0-9:#,&*!|>'\"%@`~=≥.\\[\\]{}-]{1,12}",
        "\\PC{1,12}",
        Just("null".to_owned()),
        Just("~".to_owned()),
        Just("是".to_owned()),
        Just("true".to_owned()),
        Just("- 甲".to_owned()),
        Just("2024-01-01".to_owned()),
        Just("0x1F".to_owned()),
    ]
    .prop_filter("blank texts are left out", |text| !text.trim().is_empty())
}

fn text() -> impl Strategy<Value = Text> {
    words().prop_map(|text| Text {
        text,
        origin: Origin::default(),
    })
}

fn entry() -> impl Strategy<Value = Entry> {
    prop_oneof![
        Just("".to_owned()),
        Just("见附件".to_owned()),
        Just("NaN".to_owned()),
        "[0-9]{1,6}(\\.[0-9]{1,4})?(%|分)?",
    ]
    .prop_map(|text| {
        let sheet = read(&super::with_row(&format!(
            "{{name: 甲, target: 1, points: \"{text}\"}}"
        )));
        bare(sheet).indicators[0].measures[0].points.clone()
    })
}

fn line() -> impl Strategy<Value = BudgetLine> {
    (words(), entry(), entry(), entry(), entry()).prop_map(
        |(name, budget, executed, rate, points)| BudgetLine {
            name,
            budget,
            executed,
            rate,
            points,
            origin: Origin::default(),
        },
    )
}

fn measure() -> impl Strategy<Value = Measure> {
    (
        prop_oneof![Just(String::new()), words()],
        prop_oneof![Just(String::new()), words()],
        entry(),
        entry(),
        prop::option::of(prop::sample::select(vec![
            Direction::AtLeast,
            Direction::AtMost,
            Direction::Equal,
        ])),
        prop::option::of(0..=100i64),
        any::<bool>(),
        prop::collection::btree_map(words(), words(), 0..3),
    )
        .prop_map(
            |(target, actual, full_mark, points, direction, judged, applicable, inputs)| Measure {
                row: 0,
                target: Target(read_value(&target)),
                actual: Actual(read_value(&actual)),
                full_mark,
                points,
                direction,
                judged: judged.map(|percent| rust_decimal::Decimal::new(percent, 2)),
                applicable,
                inputs: inputs
                    .into_iter()
                    .map(|(name, text)| (name, read_value(&text)))
                    .collect(),
                places: Default::default(),
                origin: Origin::default(),
            },
        )
}

fn indicator() -> impl Strategy<Value = Indicator> {
    let label = prop_oneof![
        Just("产出".to_owned()),
        Just("数量".to_owned()),
        Just(String::new()),
        words()
    ];
    (
        prop::collection::vec(label, 0..4),
        words(),
        entry(),
        prop::collection::vec(measure(), 1..3),
        prop::option::of(text()),
    )
        .prop_map(|(levels, name, full_mark, measures, reason)| Indicator {
            levels,
            name,
            full_mark,
            measures,
            reason,
            origin: Origin::default(),
        })
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let texts = || prop::collection::vec(text(), 0..3);
    (
        (
            words(),
            prop::option::of(1900..2999u16),
            prop::option::of(words()),
            any::<bool>(),
        ),
        (
            line(),
            prop::collection::vec(line(), 0..2),
            entry(),
            entry(),
            prop::option::of(text()),
        ),
        prop::collection::vec(indicator(), 1..6),
        (entry(), entry(), prop::option::of(text())),
        (texts(), texts(), texts()),
        (
            prop::collection::btree_map(words(), entry(), 0..3),
            prop::collection::btree_map(words(), words(), 0..3),
        ),
    )
        .prop_map(
            |(
                head,
                money,
                mut indicators,
                marks,
                (goals, reasons, narrative),
                (groups, inputs),
            )| {
                let measures = indicators.iter_mut().flat_map(|one| &mut one.measures);
                for (row, measure) in (1..).zip(measures) {
                    measure.row = row;
                }
                Sheet {
                    id: String::new(),
                    title: head.0,
                    scope: if head.3 { Scope::Unit } else { Scope::Project },
                    year: head.1,
                    unit: String::new(),
                    project: head.2,
                    department: None,
                    budget: Budget {
                        money_unit: if head.3 {
                            MoneyUnit::Yuan
                        } else {
                            MoneyUnit::TenThousandYuan
                        },
                        full_mark: money.2,
                        total: money.0,
                        sources: money.1,
                        basic: money.3,
                        project: Entry::Blank,
                        reason: money.4,
                    },
                    goals,
                    indicators_full_mark: marks.0,
                    indicators,
                    group_points: groups
                        .into_iter()
                        .filter(|(_, points)| *points != Entry::Blank)
                        .collect(),
                    inputs: inputs
                        .into_iter()
                        .map(|(name, text)| (name, read_value(&text)))
                        .collect(),
                    total: marks.1,
                    grade: marks.2,
                    indicator_count: Entry::Blank,
                    reasons,
                    improvements: Vec::new(),
                    narrative,
                    projects: Vec::new(),
                    input_sha256: String::new(),
                    origin: Origin::default(),
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_sheet_is_read_back_as_it_was(sheet in sheet()) {
        let text = write_sheet(&sheet);
        prop_assert_eq!(bare(read(&text)), sheet, "{}", text);
    }
}

#[test]
fn order_wins_over_neatness() {
    let text = "\
scope: unit
indicators:
- name: 甲
  levels:
  - 产出
  - 数量
  target: 1
- name: 乙
  levels:
  - 效益
  target: 1
- name: 丙
  levels:
  - 产出
  - 数量
  target: 1
";
    assert_eq!(write_sheet(&read(text)), text);
}

#[test]
fn a_line_separator_from_word_is_kept() {
    for separator in ['\u{85}', '\u{2028}', '\u{2029}'] {
        let text = format!(
            "scope: unit\nindicators: [{{name: \"甲{separator}  乙{separator}\", target: 1}}]\n"
        );
        let written = write_sheet(&read(&text));
        let name = &read(&written).indicators[0].name;
        assert_eq!(name, &format!("甲{separator}  乙{separator}"), "{written}");
    }
}
