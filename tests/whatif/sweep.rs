//! Where a grade changes is exact: scoring at the place, just below and just above it shows so.

use proptest::prelude::*;
use rust_decimal::Decimal;

use jixiao::number::Fraction;
use jixiao::score::Scorer;
use jixiao::whatif::{
    Band, Branching, BreakEven, Flip, Gap, Grid, Ground, Part, Place, Prepared, Range, Sweep,
    read_set,
};

use super::property::{PACKS, Random, random, text};
use super::{pack, sheet};
use crate::cli::desk::SHEET;

/// The band with a value at a key, as `--set` scores it.
fn band(prepared: &Prepared<'_>, key: &str, value: &str) -> Band {
    let change = read_set(&format!("{key}={value}")).ok().unwrap();
    let evaluation = prepared.apply(&[change]).unwrap().evaluation;
    (evaluation.total.is_ok(), evaluation.grade)
}

/// The decimals of twelve places on either side of a number.
fn beside(at: Fraction) -> (Decimal, Decimal) {
    let at = at.reduced();
    let scaled = at.numerator() * 10_i128.pow(12);
    let below = scaled.div_euclid(at.denominator());
    let exact = scaled % at.denominator() == 0;
    let ends = if exact {
        (below - 1, below + 1)
    } else {
        (below, below + 1)
    };
    let decimal = |number| Decimal::from_i128_with_scale(number, 12);
    (decimal(ends.0), decimal(ends.1))
}

/// That a place is one: what is before it and after it by scoring beside it, and the side it is on.
fn is_sound(prepared: &Prepared<'_>, key: &str, place: Place, before: Band, after: Band) {
    let (at, own) = match place {
        Place::From(at) => (at, after),
        Place::Above(at) => (at, before),
        // Not located, which is said: the bracket holds.
        Place::Between(low, high) => {
            assert!(low < high, "{key}: {low} to {high}");
            assert_eq!(band(prepared, key, &low.to_string()), before);
            assert_eq!(band(prepared, key, &high.to_string()), after);
            return;
        }
    };
    let (below, above) = beside(at);
    let there = |value: Decimal| band(prepared, key, &value.to_string());
    // A full mark is read with the places it is written with: whether the marks still add up, and so
    // whether there is a total at all, depends on the digits too. docs/whatif.md says so.
    let is_open = |found: Band, said: Band| key.ends_with("full_mark") && found.0 != said.0;
    for (value, said, side) in [(below, before, "below"), (above, after, "above")] {
        let found = there(value);
        assert!(
            found == said || is_open(found, said),
            "{key} {side} {at}: {found:?}, {said:?}"
        );
    }
    if let Some(exact) = at.as_exact_decimal() {
        assert_eq!(there(exact), own, "{key} at {at}");
    }
}

fn sweep(text: &str, rules: &str, range: &str) -> Sweep {
    let scorer = Scorer::new(pack(rules)).unwrap();
    let prepared = Prepared::new(&scorer, &sheet(text)).unwrap();
    let ground = Ground {
        prepared: &prepared,
        changes: &[],
    };
    Sweep::of(&ground, &Range::read(range).ok().unwrap()).unwrap()
}

fn break_even(text: &str, rules: &str) -> Option<BreakEven> {
    let scorer = Scorer::new(pack(rules)).unwrap();
    let prepared = Prepared::new(&scorer, &sheet(text)).unwrap();
    let ground = Ground {
        prepared: &prepared,
        changes: &[],
    };
    BreakEven::of(&ground).unwrap()
}

fn fraction(numerator: i64, denominator: i64) -> Fraction {
    Fraction::from(numerator)
        .over(Fraction::from(denominator))
        .unwrap()
}

fn range() -> impl Strategy<Value = (String, String)> {
    let level = prop::sample::select(vec!["产出", "效益", "满意度"]);
    prop_oneof![
        Just(("execution.weight".to_owned(), "0..60:20".to_owned())),
        level.prop_map(|level| (format!("levels.{level}.weight"), "1..91:30".to_owned())),
        Just(("budget.executed".to_owned(), "0..1500:500".to_owned())),
        (1usize..4).prop_map(|row| (format!("rows[{row}].actual"), "0..4000:1000".to_owned())),
        (1usize..4).prop_map(|row| (format!("rows[{row}].full_mark"), "1..81:20".to_owned())),
        (1usize..4).prop_map(|row| (format!("rows[{row}].points"), "0..90:30".to_owned())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changes_of_the_grade_are_where_they_are_said_to_be(
        random in random(), index in 0..PACKS.len(), (key, over) in range()
    ) {
        let scorer = Scorer::new(pack(PACKS[index])).unwrap();
        let prepared = Prepared::new(&scorer, &sheet(&text(&random, None))).unwrap();
        let ground = Ground { prepared: &prepared, changes: &[] };
        let range = Range::read(&format!("{key}={over}")).ok().unwrap();
        let Ok(sweep) = Sweep::of(&ground, &range) else { return Ok(()) };
        let state = |place: usize| {
            let standing = &sweep.points[place].1;
            (standing.total.is_ok(), standing.grade)
        };
        // From the first point to the last, every change goes on from where the one before ended.
        let mut now = state(0);
        for turn in &sweep.grades {
            prop_assert_eq!(turn.before, now);
            is_sound(&prepared, &key, turn.place, turn.before, turn.after);
            now = turn.after;
        }
        prop_assert_eq!(now, state(sweep.points.len() - 1));
        let places: Vec<Fraction> = sweep.grades.iter().map(|turn| turn.place.number()).collect();
        prop_assert!(places.is_sorted());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn break_even_values_are_where_they_are_said_to_be(random in random(), index in 0..PACKS.len()) {
        let random = Random { prints_marks: true, ..random };
        let scorer = Scorer::new(pack(PACKS[index])).unwrap();
        let prepared = Prepared::new(&scorer, &sheet(&text(&random, None))).unwrap();
        let ground = Ground { prepared: &prepared, changes: &[] };
        let Some(found) = BreakEven::of(&ground).unwrap() else { return Ok(()) };
        let of_rows = found.rows.iter().flat_map(|row| row.actual.iter().chain(&row.points));
        let here = (true, found.standing.grade);
        for lever in of_rows.chain(&found.weights) {
            let key = lever.axis.key.to_string();
            if let Some(Flip { place, to }) = lever.above {
                is_sound(&prepared, &key, place, here, to);
            }
            if let Some(Flip { place, to }) = lever.below {
                is_sound(&prepared, &key, place, to, here);
            }
            for (flip, end) in [(lever.below, lever.range.0), (lever.above, lever.range.1)] {
                if flip.is_none() {
                    prop_assert_eq!(band(&prepared, &key, &end.to_string()), here);
                }
            }
        }
    }
}

#[test]
fn a_grade_changes_at_a_number_and_not_at_a_step() {
    // 88 in all, 10 of them for 5 of 10: two points more are 6 of 10.
    let found = sweep(SHEET, "wuhan@2024", "rows[1].actual=0场..12场");
    let turn = &found.grades[1];
    assert_eq!(found.grades.len(), 2);
    // Rounded to two places, 5.9975 of 10 are 12.00 of 20.
    assert_eq!(turn.place, Place::From(fraction(59975, 10000)));
    let kinks: Vec<_> = found
        .kinks
        .iter()
        .map(|kink| (kink.place, &kink.parts[..]))
        .collect();
    assert_eq!(
        kinks,
        [(
            Place::From(fraction(10, 1)),
            &[(Part::Row(1), Branching::Met)][..]
        )]
    );
    assert_eq!(found.axis.text(Decimal::TEN), "10场");
}

#[test]
fn a_place_that_is_no_decimal_is_a_fraction() {
    // An execution rate of 93% stands below the bar.
    let text = SHEET.replace("executed: 90", "executed: 93");
    let found = sweep(&text, "wuhan@2024", "execution.weight=10..30");
    let place = found.grades[0].place;
    assert!(
        matches!(place, Place::Above(at) if at.as_exact_decimal().is_none()),
        "{place:?}"
    );
}

#[test]
fn steps_and_deductions_of_a_rule_are_kinks() {
    let text = SHEET.replace("budget: 100, executed: 90", "budget: 300, executed: 290");
    let found = sweep(
        &text,
        "samples/rules/execution-steps",
        "budget.executed=100..330",
    );
    let places: Vec<Place> = found.kinks.iter().map(|kink| kink.place).collect();
    let expected = [180, 240, 300].map(|at| Place::From(fraction(at, 1)));
    assert_eq!(places, expected);
    let found = sweep(SHEET, "overshoot-minus-2@2024", "rows[1].actual=9场..20场");
    let places: Vec<Place> = found.kinks.iter().map(|kink| kink.place).collect();
    assert_eq!(places, [10, 13].map(|at| Place::From(fraction(at, 1))));
}

#[test]
fn a_place_at_the_end_of_what_can_stand_there_is_one() {
    // 0 points of 20 and of all that is left: whatever is above 0 is more.
    let text = SHEET.replace("actual: 95%", "actual: 0%");
    for (key, over) in [
        ("execution.weight", "0..40:20"),
        ("rows[3].actual", "0%..90%:45%"),
    ] {
        let found = sweep(&text, "wuhan@2024", &format!("{key}={over}"));
        assert_eq!(found.points.len(), 3, "{key}");
        assert!(!found.edges.is_empty(), "{key}");
    }
}

#[test]
fn whole_numbers_stay_whole() {
    let found = sweep(SHEET, "wuhan@2024", "rounding.total.places=0..4");
    assert_eq!(found.points.len(), 5);
}

#[test]
fn a_sheet_without_total_has_no_break_even() {
    let text = SHEET.replace("actual: 5场", "actual: 若干");
    assert!(break_even(&text, "wuhan@2024").is_none());
    let found = sweep(&text, "wuhan@2024", "execution.weight=10..30");
    assert!(found.grades.is_empty());
    // A row that can be judged from some point on is a change from no total to one.
    let found = sweep(&text, "wuhan@2024", "rows[1].actual=0场..10场");
    assert!(
        found
            .points
            .iter()
            .all(|(_, standing)| standing.total.is_ok())
    );
}

#[test]
fn bands_and_gaps() {
    let found = break_even(SHEET, "wuhan@2024").unwrap();
    let two = Decimal::new(200, 2);
    let gap = |band, points, suffices| {
        Some(Gap {
            band: Some(band),
            points,
            suffices,
        })
    };
    assert_eq!(found.up, gap(0, two, true));
    assert_eq!(found.down, gap(2, Decimal::new(800, 2), false));
    assert_eq!(
        found.rows[0].span,
        Some((Decimal::new(7800, 2), Decimal::new(9800, 2)))
    );
    // Met already: more of it changes nothing.
    let lever = found.rows[2].actual.as_ref().unwrap();
    assert_eq!((lever.now, lever.above), (Decimal::from(95), None));
}

#[test]
fn rows_at_zero_and_below() {
    for (target, actual) in [("0件", "0件"), ("0", "3"), ("-5%", "-2%"), ("≥3%", "-1.5%")] {
        let text = SHEET.replace(
            "target: 10场, actual: 5场",
            &format!("target: '{target}', actual: '{actual}'"),
        );
        // Whatever the rule makes of them, nothing is out of step.
        if let Some(found) = break_even(&text, "wuhan@2024") {
            assert_eq!(found.rows.len(), 3, "{target} {actual}");
        }
    }
}

#[test]
fn a_grid_has_its_changes_along_every_line() {
    let scorer = Scorer::new(pack("wuhan@2024")).unwrap();
    let prepared = Prepared::new(&scorer, &sheet(SHEET)).unwrap();
    let ground = Ground {
        prepared: &prepared,
        changes: &[],
    };
    let ranges = ["execution.weight=10..30:10", "rows[1].actual=0..10:5"];
    let [lines, columns] = ranges.map(|range| Range::read(range).ok().unwrap());
    let grid = Grid::of(&ground, [&lines, &columns]).unwrap();
    assert_eq!(grid.cells.len(), 3);
    for (line, weight) in grid.grades.iter().zip(["10", "20", "30"]) {
        let change = read_set(&format!("execution.weight={weight}"))
            .ok()
            .unwrap();
        for turn in line {
            let (below, above) = beside(turn.place.number());
            for (value, expected) in [(below, turn.before), (above, turn.after)] {
                let other = read_set(&format!("rows[1].actual={value}")).ok().unwrap();
                let scenario = prepared.apply(&[change.clone(), other]).unwrap();
                assert_eq!(scenario.evaluation.grade, expected.1);
            }
        }
    }
    assert!(grid.grades.iter().any(|line| !line.is_empty()));
}
