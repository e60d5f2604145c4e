//! Laws of reading a cell and of the numbers it becomes.

use jixiao::number::Fraction;
use jixiao::value::{Operator, Value, Written, normalise, read, read_figure};
use proptest::prelude::*;
use rust_decimal::Decimal;

const UNITS: [&str; 8] = ["个", "家次", "人次", "场", "期", "次", "%", ""];

/// A number with up to three places, never so near the OCR traps (290%) that a reading is doubtful.
fn number() -> impl Strategy<Value = Decimal> {
    (1i64..2_000_000, 0u32..4).prop_map(|(mantissa, places)| Decimal::new(mantissa, places))
}

/// A cell as forms have them: an operator or words, a number, a unit.
fn cell() -> impl Strategy<Value = String> {
    let front = prop::sample::select(vec![
        "≥",
        "≤",
        "=",
        ">",
        "<",
        "",
        "不少于",
        "不超过",
        "约",
        "每月",
        "控制在",
    ]);
    let behind = prop::sample::select(vec![
        "",
        "以上",
        "以内",
        "左右",
        "（线上）",
        "、8个",
        "-9000000",
    ]);
    let unit = prop::sample::select(UNITS.to_vec());
    let words = prop::sample::select(vec![
        "是",
        "达标",
        "显著提升",
        "12月底前",
        "前5位",
        "增长",
        "/",
        "无",
    ]);
    prop_oneof![
        8 => (front, number(), unit, behind).prop_map(|(front, number, unit, behind)| format!("{front}{number}{unit}{behind}")),
        1 => words.prop_map(str::to_owned),
        2 => "[0-9≥≤<>=%.,\\-~—/万亿个家年月日约近前不 ()（）０-９％]{0,14}",
        1 => "\\PC{0,12}",
    ]
}

/// Half-width characters in their full width.
fn wide(text: &str) -> String {
    let widened = text.chars().map(|c| match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        other => other,
    });
    widened.collect()
}

/// What a cell says, without the text it said it in.
fn said(text: &str) -> (Option<Operator>, Value, usize) {
    let Written {
        operator,
        value,
        doubts,
        ..
    } = read(text);
    (operator, without_text(value), doubts.len())
}

fn without_text(value: Value) -> Value {
    match value {
        Value::List(items) => Value::List(
            items
                .into_iter()
                .map(|item| Written {
                    text: String::new(),
                    value: without_text(item.value),
                    ..item
                })
                .collect(),
        ),
        other => other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Field forms, "shapes of the same thing": a cell that was brought to one spelling reads as it did. Tags and
    /// entities are undone once, so a text that speaks of one is not meant.
    #[test]
    fn one_spelling_reads_as_the_other(text in cell()) {
        let plain = normalise(&text);
        prop_assume!(!(text.contains(['<', '&']) || plain.contains(['<', '&'])) || plain == text);
        prop_assert_eq!(normalise(&plain), plain.clone());
        prop_assert_eq!(said(&plain), said(&text), "{:?}", text);
    }

    /// The same law the other way: nobody sees whether ２次 was typed wide.
    #[test]
    fn full_width_reads_as_half_width(text in cell()) {
        prop_assume!(!text.contains(['<', '&', '>']));
        prop_assert_eq!(said(&wide(&text)), said(&text));
    }

    /// Magnitudes (万 = 10⁴, 亿 = 10⁸), percent and thousands separators are spellings of one number.
    #[test]
    fn magnitudes_are_spellings_of_one_number(number in number(), unit in prop::sample::select(vec!["个", "家次", "人次", "场"])) {
        let alone = |text: String| read(&text).number();
        let whole = |factor: i64| (number * Decimal::from(factor)).normalize();
        prop_assert_eq!(alone(format!("{number}万{unit}")), Some(whole(10_000)));
        prop_assert_eq!(alone(format!("{number}万{unit}")), alone(format!("{}{unit}", whole(10_000))));
        prop_assert_eq!(alone(format!("{number}亿{unit}")), Some(whole(100_000_000)));
        let (units, rest) = { let text = number.to_string(); let (a, b) = text.split_once('.').unwrap_or((&text, "")); (a.to_owned(), b.to_owned()) };
        let mut grouped = String::new();
        for (at, digit) in units.chars().enumerate() {
            if at > 0 && (units.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let dot = if rest.is_empty() { "" } else { "." };
        prop_assert_eq!(alone(format!("{grouped}{dot}{rest}{unit}")), Some(number));
        prop_assert_eq!(read(&format!("≥{number}%")).number(), Some(number / Decimal::ONE_HUNDRED));
    }

    /// A range reads its ends as they read alone, whatever stands between them, and turns none round.
    #[test]
    fn a_range_is_its_ends(low in number(), more in number(), unit in prop::sample::select(vec!["个", "期", "场"]), between in prop::sample::select(vec!["-", "~", "至"])) {
        let high = low + more;
        let text = format!("{low}{between}{high}{unit}");
        let written = read(&text);
        let Value::Range { low: from, high: to } = written.value else {
            return Err(TestCaseError::fail(text));
        };
        prop_assert_eq!(Some(from.number), read(&format!("{low}{unit}")).number());
        prop_assert_eq!(Some(to.number), read(&format!("{high}{unit}")).number());
        prop_assert_eq!((from.unit, to.unit), (unit.to_owned(), unit.to_owned()));
    }

    /// Reading keeps the order of numbers, under every operator and in every unit: no number is taken for another.
    #[test]
    fn reading_keeps_the_order(one in number(), other in number(), unit in prop::sample::select(vec!["个", "人次", "万家"]), sign in prop::sample::select(vec!["", "≥", "≤", "不少于"])) {
        let of = |number: Decimal| read(&format!("{sign}{number}{unit}")).number().expect("a number");
        prop_assert_eq!(of(one).cmp(&of(other)), one.cmp(&other));
        let fraction = |number: Decimal| Fraction::from(of(number));
        prop_assert_eq!(fraction(one).cmp(&fraction(other)), one.cmp(&other));
    }

    /// Decision 0001: what is printed is the number; read again it is the same, places included.
    #[test]
    fn printed_figures_are_read_again_as_they_were(mantissa in -1_000_000_000i64..1_000_000_000, places in 0u32..7, unit in prop::sample::select(vec!["", "分", "万元"])) {
        let number = Decimal::new(mantissa, places);
        let figure = read_figure(&format!("{number}{unit}")).expect("a figure").expect("not blank");
        prop_assert_eq!((figure.value, figure.places), (number, places));
        prop_assert_eq!(figure.value.to_string(), number.to_string());
        prop_assert_eq!(Fraction::from(number).as_exact_decimal(), Some(number.normalize()));
    }

    /// Decision 0001: fractions are numbers, so order, difference and quotient agree however they are written.
    #[test]
    fn fractions_keep_the_laws_of_numbers(a in -1_000_000i64..1_000_000, b in 1i64..1_000_000, c in -1_000_000i64..1_000_000, d in 1i64..1_000_000) {
        let fraction = |over: i64, under: i64| Fraction::from(over).over(Fraction::from(under)).expect("not by nothing");
        let (x, y) = (fraction(a, b), fraction(c, d));
        let less = x.minus(y).expect("small");
        prop_assert_eq!(x.cmp(&y), (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b))));
        prop_assert_eq!(x < y, less.is_negative());
        prop_assert_eq!(less.plus(y), Ok(x));
        prop_assert_eq!(x.reduced(), x);
        prop_assert_eq!(x.plus(y), y.plus(x));
        if c != 0 {
            prop_assert_eq!(x.over(y).and_then(|quotient| quotient.times(y)), Ok(x));
        } else {
            prop_assert!(x.over(y).is_err());
        }
    }
}
