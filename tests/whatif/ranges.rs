//! What is not certain on a sheet, and between which totals it lies.

use std::cmp::Ordering;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rust_decimal::Decimal;

use jixiao::score::{Reason, Scorer, Side};
use jixiao::whatif::{Change, Ground, NoBounds, Open, OpenPart, Prepared, Ranges, Why};

use super::property::{PACKS, Random, random, text};
use super::{changes, pack, sheet};
use crate::cli::desk::{desk, jixiao};

/// 18 for execution, 10 for every row that is met.
const HEAD: &str = "scope: project
year: 2024
execution: {full_mark: 20, budget: 1000, executed: 900}
indicators_full_mark: 80
indicators:
  产出指标:
";

/// Three levels; all money spent.
const LEVELS: &str = "scope: project
year: 2024
execution: {full_mark: 10, budget: 1000, executed: 1000}
indicators_full_mark: 40
indicators:
  产出指标:
    - {name: 甲, target: ≥8, actual: '', full_mark: 10}
    - {name: 乙, target: ≥8, actual: 4-8, full_mark: 10}
  效益指标:
    - {name: 丙, target: ≥8, actual: 8, full_mark: 10}
  满意度指标:
    - {name: 丁, target: ≥8, actual: 8, full_mark: 10}
";

/// A sheet of two rows: the first as given, the second met.
fn two(target: &str, actual: &str) -> String {
    format!(
        "{HEAD}    - {{name: 甲, target: '{target}', actual: '{actual}', full_mark: 10}}
    - {{name: 乙, target: ≥1, actual: 1, full_mark: 70}}
"
    )
}

fn ranges(text: &str, rules: &str, sets: &[&str]) -> Ranges {
    let scorer = Scorer::new(pack(rules)).unwrap();
    let prepared = Prepared::new(&scorer, &sheet(text)).unwrap();
    let changes = changes(sets);
    let ground = Ground {
        prepared: &prepared,
        changes: &changes,
    };
    Ranges::of(&ground).unwrap()
}

/// Points, where they are earned, and whether that is exact, of the one thing that is open.
fn only(found: &Ranges) -> (String, String, bool) {
    let [one] = &found.open[..] else {
        panic!("{:?}", found.open);
    };
    let end = |points: Decimal, at: &Option<jixiao::whatif::At>| match at {
        None => points.to_string(),
        Some(at) => {
            let side = match at.side {
                Ordering::Less => "<",
                Ordering::Equal => "",
                Ordering::Greater => ">",
            };
            format!("{points} at {side}{}", at.text)
        }
    };
    let least = end(one.least.points, &one.least.at);
    (least, end(one.most.points, &one.most.at), one.is_exact)
}

fn total(found: &Ranges) -> (String, String) {
    let (least, most) = found.total.unwrap();
    (least.to_string(), most.to_string())
}

#[test]
fn an_interval_earns_what_its_values_earn() {
    let cases = [
        // The target inside, and one that is met throughout.
        ("≥8期", "5-9期", "wuhan", "6.25 at 5期", "10.00 at 8期"),
        (
            "每月8期",
            "每月8-9期",
            "wuhan",
            "10.00 at 8期",
            "10.00 at 8期",
        ),
        ("≥80%", "60%-70%", "wuhan", "7.50 at 60%", "8.75 at 70%"),
        (
            "≥20万人",
            "10-15万人",
            "wuhan",
            "5.00 at 10万人",
            "7.50 at 15万人",
        ),
        // Fewer is better; nothing is best.
        ("≤3次", "2-6次", "wuhan", "5.00 at 6次", "10.00 at 2次"),
        (
            "≤3次",
            "2-6次",
            "reverse-linear",
            "0.00 at 6次",
            "10.00 at 2次",
        ),
        ("≤0次", "0-2次", "wuhan", "0.00 at 1次", "10.00 at 0次"),
        // Exactly the target: the most is inside.
        (
            "=10场",
            "5-15场",
            "samples/rules/equal-exact",
            "0.00 at 5场",
            "10.00 at 10场",
        ),
        // An interval against an interval.
        (
            "35-60个",
            "30-50个",
            "wuhan",
            "8.57 at 30个",
            "10.00 at 35个",
        ),
        // Two points off from 130 % of the target on: the most is inside.
        (
            "≥10个",
            "9.5-20个",
            "overshoot-minus-2",
            "8.00 at 13个",
            "10.00 at 10个",
        ),
    ];
    for (target, actual, rules, least, most) in cases {
        let found = ranges(&two(target, actual), rules, &[]);
        let why = format!("{target} {actual} {rules}: {found:?}");
        let (own_least, own_most, is_exact) = only(&found);
        assert_eq!((&*own_least, &*own_most), (least, most), "{why}");
        assert!(is_exact && found.is_exact, "{why}");
        assert_eq!(found.open[0].why, Why::Range, "{why}");
        let (low, high) = found.total.unwrap();
        assert_eq!(high - low, found.open[0].width(), "{why}");
        assert_eq!(found.open[0].moves, Some(high - low), "{why}");
    }
}

#[test]
fn what_holds_beside_a_place_is_an_end_too() {
    // ＞10 is missed by 10 itself; everything above meets it.
    let found = ranges(&two(">10个", "10-12个"), "wuhan", &[]);
    let (least, most, is_exact) = only(&found);
    assert!(is_exact, "{found:?}");
    assert!(most.starts_with("10.00 at "), "{most}");
    assert!(least.ends_with(" at 10个"), "{least}");
}

#[test]
fn what_no_rule_reads_is_for_a_person() {
    let cases = [
        ("≥8期", ""),
        ("≥8期", "/"),
        ("≥8期", "约8期"),
        ("≥8期", "3期、8期"),
        ("≥8期", "1.2.3"),
        ("≥8期", "≥8期"),
        ("≥8家", "8%"),
        ("", "8期"),
        ("2≥90%", "95%"),
        ("显著提升", "有所提升"),
        // Above the target of "=" this rule says nothing.
        ("=10场", "5-15场"),
    ];
    for (target, actual) in cases {
        let found = ranges(&two(target, actual), "wuhan", &[]);
        let why = format!("{target} {actual}: {found:?}");
        assert!(matches!(found.open[0].why, Why::Person(_)), "{why}");
        let (least, most, is_exact) = only(&found);
        assert_eq!(
            (&*least, &*most, is_exact),
            ("0.00", "10.00", true),
            "{why}"
        );
        assert_eq!(
            total(&found),
            ("88.00".to_owned(), "98.00".to_owned()),
            "{why}"
        );
        assert_eq!(
            found.grades.iter().map(|it| it.grade).collect::<Vec<_>>(),
            [Some(0), Some(1)]
        );
    }
}

#[test]
fn a_doubtful_reading_stands_beside_the_other() {
    let found = ranges(&two("290%", "87%"), "wuhan", &[]);
    let doubt = matches!(
        found.open[0].why,
        Why::Readings(Reason::Doubtful(Side::Target, _))
    );
    assert!(doubt, "{found:?}");
    // 87 ÷ 290 and 87 ÷ 90.
    assert_eq!(
        only(&found),
        ("3.00 at 290%".to_owned(), "9.67 at ≥90%".to_owned(), true)
    );
    assert_eq!(total(&found), ("91.00".to_owned(), "97.67".to_owned()));
    assert_eq!(found.grades.len(), 1);
}

#[test]
fn money_that_is_missing_is_any_rate() {
    let blank = two("≥1", "1").replace("executed: 900", "executed: ''");
    let found = ranges(&blank, "wuhan", &[]);
    assert_eq!(
        only(&found),
        ("0.00 at 0%".to_owned(), "20.00 at 100%".to_owned(), true)
    );
    assert_eq!(found.open[0].part, OpenPart::Execution);
    assert_eq!(found.open[0].why, Why::Money(Reason::NoExecuted));
    assert_eq!(total(&found), ("80.00".to_owned(), "100.00".to_owned()));
    let unread = blank.replace("budget: 1000", "budget: 若干");
    assert!(matches!(
        ranges(&unread, "wuhan", &[]).open[0].why,
        Why::Money(_)
    ));
    // 10 points only when all is spent, 7 from 80 % on.
    let steps = "samples/rules/execution-steps";
    let found = ranges(&blank, steps, &[]);
    let (least, most) = (&found.open[0].least, &found.open[0].most);
    assert_eq!(least.points, Decimal::ZERO, "{found:?}");
    assert_eq!(most.at.as_ref().map(|at| &*at.text), Some("100%"));
    assert!(found.open[0].is_exact);
    // Known money that the rule says nothing of has no bounds.
    let nothing = blank.replace("budget: 1000, executed: ''", "budget: 0, executed: 5");
    let found = ranges(&nothing, "wuhan", &[]);
    assert!(
        found.open.is_empty() && found.unbounded.len() == 1,
        "{found:?}"
    );
    assert_eq!(found.total, None);
}

#[test]
fn what_a_person_settled_is_certain() {
    let interval = two("≥8期", "5-9期");
    for set in [
        "rows[1].points=7",
        "rows[1].judged=70%",
        "rows[1].actual=9期",
    ] {
        let found = ranges(&interval, "wuhan", &[set]);
        assert!(
            found.open.is_empty() && found.unbounded.is_empty(),
            "{set}: {found:?}"
        );
        assert_eq!(found.corners.scored, 1);
        let (least, most) = found.total.unwrap();
        assert_eq!(least, most);
    }
    // Left out by the rule: the rest is rescaled, and nothing is open.
    let found = ranges(&interval, "national", &["rows[1].applicable=false"]);
    assert!(found.open.is_empty(), "{found:?}");
    // A range of one's own.
    let found = ranges(&two("≥8期", "9期"), "wuhan", &["rows[1].actual=6-9期"]);
    assert_eq!(total(&found), ("95.50".to_owned(), "98.00".to_owned()));
}

#[test]
fn what_has_no_bounds_is_named() {
    let no_mark = two("≥8期", "").replace(", full_mark: 10", "");
    let found = ranges(&no_mark, "wuhan", &[]);
    assert_eq!(found.unbounded.len(), 1, "{found:?}");
    assert!(matches!(found.unbounded[0].why, NoBounds::NoFullMark(_)));
    assert_eq!(found.unbounded[0].part, OpenPart::Row(0));
    assert_eq!((found.total, found.corners.scored), (None, 0));
    // Marks that do not add up leave no total, whatever is open.
    let wrong = two("≥8期", "5-9期").replace("full_mark: 70", "full_mark: 60");
    let found = ranges(&wrong, "wuhan", &[]);
    assert!(
        found.total.is_none() && found.missing.is_some(),
        "{found:?}"
    );
    assert_eq!(found.corners.without_total, found.corners.scored);
}

#[test]
fn the_most_important_stands_first() {
    let text = format!(
        "{HEAD}    - {{name: 甲, target: ≥8, actual: 4-8, full_mark: 10}}
    - {{name: 乙, target: ≥8, actual: '', full_mark: 30}}
    - {{name: 丙, target: ≥8, actual: 8-9, full_mark: 40}}
"
    );
    let found = ranges(&text, "wuhan", &[]);
    let rows: Vec<OpenPart> = found.open.iter().map(|one| one.part).collect();
    assert_eq!(rows, [1, 0, 2].map(OpenPart::Row));
    let moves: Vec<String> = found
        .open
        .iter()
        .map(|one| one.moves.unwrap().to_string())
        .collect();
    assert_eq!(moves, ["30.00", "5.00", "0.00"]);
    assert!(found.open[0].changes_grade && !found.open[2].changes_grade);
    assert_eq!((found.corners.scored, found.corners.all), (8, true));
    assert_eq!(total(&found), ("63.00".to_owned(), "98.00".to_owned()));
}

#[test]
fn a_group_counts_what_a_person_awards() {
    let found = ranges(LEVELS, "tests/packs/groups", &[]);
    // The group's 50 points by a quarter, and in full.
    assert_eq!(total(&found), ("62.50".to_owned(), "100.00".to_owned()));
    assert!(!found.is_exact, "a group is more than a sum");
    assert_eq!(found.corners.scored, 4);
}

#[test]
fn rows_that_are_left_out_leave_their_share_to_the_open_ones() {
    let out = "rows[3].applicable=false";
    let found = ranges(LEVELS, "national", &[out]);
    assert_eq!(found.open.len(), 2);
    let at = |points: &str, actual: &str| {
        let sets = [out, points, actual];
        let there = super::scenario(LEVELS, "national", &sets).evaluation;
        there.total.unwrap()
    };
    let least = at("rows[1].points=0", "rows[2].actual=4");
    let most = at("rows[1].points=10", "rows[2].actual=8");
    assert_eq!(found.total, Some((least, most)));
    assert!(found.is_exact && least < most, "{found:?}");
}

#[test]
fn many_open_rows_are_not_all_combined() {
    let rows = |count: usize, open: usize| {
        let mut text = HEAD.replace("indicators_full_mark: 80", "indicators_full_mark: 400");
        for row in 0..count {
            let actual = if row < open { "4-9" } else { "8" };
            text += &format!(
                "    - {{name: 行{row}, target: ≥8, actual: {actual}, full_mark: {}}}\n",
                400 / count
            );
        }
        text
    };
    let found = ranges(&rows(50, 40), "wuhan", &[]);
    assert_eq!(found.open.len(), 40);
    assert_eq!((found.corners.scored, found.corners.all), (242, false));
    // Half of 40 × 1.6.
    assert_eq!(total(&found), ("66.00".to_owned(), "98.00".to_owned()));
    assert!(found.is_exact);
    let again = ranges(&rows(50, 40), "wuhan", &[]);
    assert_eq!(format!("{found:?}"), format!("{again:?}"));
    let found = ranges(&rows(400, 400), "wuhan", &[]);
    assert_eq!(found.open.len(), 300);
    assert_eq!(
        found.unbounded.last().map(|one| &one.why),
        Some(&NoBounds::TooMany)
    );
    assert_eq!(found.total, None);
}

/// Where an interval begins, how wide it is, thousandths of it, and which way is better.
type Interval = (u32, u32, Vec<u32>, &'static str);

/// Packs that judge "=" to the digit, and with steps.
const MORE: [&str; 2] = ["samples/rules/equal-exact", "samples/rules/execution-steps"];

/// A random sheet, some of its actuals intervals, and values within them.
fn case() -> impl Strategy<Value = (Random, usize, Vec<Interval>)> {
    let draws = prop::collection::vec(0u32..=1000, 6);
    let direction = prop::sample::select(vec!["正向", "反向", "等于"]);
    let interval = (0u32..4000, 1u32..3000, draws, direction);
    let intervals = prop::collection::vec(interval, 1..4);
    (random(), 0..PACKS.len() + MORE.len(), intervals)
}

#[test]
fn no_value_in_a_range_leads_beyond_its_ends() {
    let packs: Vec<&str> = PACKS.into_iter().chain(MORE).collect();
    let scorers: Vec<Scorer> = packs
        .iter()
        .map(|name| Scorer::new(pack(name)).unwrap())
        .collect();
    let cases = std::env::var("JIXIAO_CASES").ok();
    let mut runner = TestRunner::new(Config {
        cases: cases.and_then(|cases| cases.parse().ok()).unwrap_or(60),
        failure_persistence: None,
        ..Config::default()
    });
    let counts = std::cell::Cell::new((0_u32, 0_u32));
    runner
        .run(&case(), |(random, index, intervals)| {
            let intervals = &intervals[..intervals.len().min(random.rows.len())];
            let text = text(&random, None);
            let prepared = Prepared::new(&scorers[index], &sheet(&text)).unwrap();
            let sets: Vec<String> = intervals
                .iter()
                .enumerate()
                .flat_map(|(row, (low, wide, _, direction))| {
                    let (row, high) = (row + 1, low + wide);
                    let direction = format!("rows[{row}].direction={direction}");
                    [direction, format!("rows[{row}].actual={low}-{high}")]
                })
                .collect();
            let sets: Vec<&str> = sets.iter().map(String::as_str).collect();
            let open: Vec<Change> = changes(&sets);
            let ground = Ground {
                prepared: &prepared,
                changes: &open,
            };
            let found = Ranges::of(&ground).unwrap();
            let context = || format!("{} {sets:?}\n{text}", packs[index]);
            let one = |row: usize| {
                let mut all = found.open.iter();
                all.find(|one| {
                    one.part == OpenPart::Row(row) && one.is_exact && one.why == Why::Range
                })
            };
            for draw in 0..6 {
                let values = intervals
                    .iter()
                    .enumerate()
                    .map(|(row, (low, wide, draws, _))| {
                        // The ends, the target, and anything between.
                        let share = Decimal::from(draws[draw]) / Decimal::from(1000);
                        let value = Decimal::from(*low) + Decimal::from(*wide) * share;
                        let target = Decimal::from(random.rows[row].0);
                        let inside =
                            Decimal::from(*low) <= target && target <= Decimal::from(low + wide);
                        if draw == 0 && inside { target } else { value }
                    });
                let values: Vec<Decimal> = values.collect();
                let there = values.iter().enumerate();
                let there: Vec<String> = there
                    .map(|(row, value)| format!("rows[{}].actual={value}", row + 1))
                    .collect();
                let there: Vec<&str> = there.iter().map(String::as_str).collect();
                let there = [open.clone(), changes(&there)].concat();
                let scored = prepared.apply(&there).unwrap().evaluation;
                for row in 0..values.len() {
                    let Some(one) = one(row) else { continue };
                    let points = scored.rows[row].outcome.points().unwrap();
                    let inside = one.least.points <= points && points <= one.most.points;
                    prop_assert!(
                        inside,
                        "row {} {points} {one:?} {values:?} {}",
                        row + 1,
                        context()
                    );
                    counts.set((counts.get().0 + 1, counts.get().1));
                }
                if found.is_exact {
                    let (least, most) = found.total.unwrap();
                    // Above a target of "=" most rules leave it to a person.
                    let Ok(total) = scored.total else { continue };
                    let inside = least <= total && total <= most;
                    prop_assert!(inside, "{total} {least} {most} {values:?} {}", context());
                    counts.set((counts.get().0, counts.get().1 + 1));
                }
            }
            // An end that stands at a value is what that value earns.
            for one in &found.open {
                attained(&prepared, &open, one)?;
            }
            Ok(())
        })
        .unwrap();
    let (rows, totals) = counts.get();
    // Few cases have exact ends of a total; none at all would test nothing.
    assert!(rows > 100 && totals > 5, "{rows} rows, {totals} totals");
}

fn attained(prepared: &Prepared<'_>, open: &[Change], one: &Open) -> Result<(), TestCaseError> {
    let OpenPart::Row(index) = one.part else {
        return Ok(());
    };
    for end in [&one.least, &one.most] {
        let Some(at) = end.at.as_ref().filter(|at| at.side == Ordering::Equal) else {
            continue;
        };
        let set = format!("rows[{}].actual={}", index + 1, at.text);
        let there = [open.to_vec(), changes(&[&set])].concat();
        let scored = prepared.apply(&there).unwrap().evaluation;
        prop_assert_eq!(
            scored.rows[index].outcome.points(),
            Some(end.points),
            "{}",
            set
        );
    }
    Ok(())
}

#[test]
fn the_command_prints_every_format() {
    let series = "whatif samples/wuhan-2024/series.yaml --ranges";
    jixiao(&format!("{series} --lang en"))
        .succeeds()
        .prints("total 91.90 whatever they are")
        .prints("the grade is not affected: excellent")
        .prints("interval: the same points at every value");
    let asked = format!("{series} --set rows[3].actual=每月3-9期 --set rows[20].actual=/");
    jixiao(&format!("{asked} --lang en"))
        .succeeds()
        .prints("on top of: rows[3].actual")
        .prints("total 88.15 to 91.90")
        .prints("possible grades: excellent / good")
        .prints("all 4 combinations")
        .prints("interval: least at 3期, most at 8期");
    jixiao(&format!("{asked} --rules execution-capped --lang en"))
        .succeeds()
        .prints("the total is more than the sum of its parts");
    for words in [
        asked.clone(),
        format!("{asked} --rules wuhan --rules national --rules execution-capped"),
        "whatif samples/wuhan-2024 --ranges".to_owned(),
    ] {
        let said = jixiao(&format!("{words} -f json -q")).succeeds().json();
        super::command::conforms("whatif.schema.json", &said);
    }
    let said = jixiao(&format!("{asked} --rules wuhan --rules national -f json"));
    let said = said.succeeds().json();
    let results = said["sheets"][0]["ranges"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    assert_eq!(results[0]["total"]["least"], "88.15");
    assert_eq!(results[0]["open"][0]["row"], "20");
    jixiao(&format!("{asked} -f csv"))
        .succeeds()
        .prints("series,wuhan@2024,total,,,,,88.15,91.90,true,,");
    jixiao(&format!("{asked} -f md"))
        .succeeds()
        .prints("| 20 | 平台运营不间断服务率 | / |");
    jixiao("whatif samples/wuhan-2024/startup.yaml --ranges --lang en")
        .succeeds()
        .prints("nothing is uncertain: there is one total");
}

#[test]
fn other_questions_are_asked_apart() {
    let whole = "whatif samples/wuhan-2024/whole.yaml --ranges";
    for wrong in [
        "--vary 25%",
        "--sweep execution.weight=10..20",
        "--break-even",
        "--chart a.svg --sweep execution.weight=10..20",
        "--scenario samples/wuhan-2024/whatif/round-once.yaml",
        "--explain 3",
        "--set rows[999].actual=3",
    ] {
        jixiao(&format!("{whole} {wrong}")).ends_with(2);
    }
    desk()
        .with("blank.yaml", two("≥8期", "").replace(", full_mark: 10", ""))
        .run("whatif blank.yaml --ranges --lang en")
        .succeeds()
        .prints("the total has no bounds")
        .prints("row 1 甲: the actual is not filled in; and its full mark is not known");
    // In a folder a change that fits one sheet leaves the others as they are.
    jixiao("whatif samples/wuhan-2024 --ranges --lang en --set rows[创业武汉品牌服务][1].actual=300-400项")
        .succeeds()
        .prints("startup");
}
