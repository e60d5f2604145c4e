//! Fractions keep the laws of numbers, and their exact range.

use super::*;

fn decimal(text: &str) -> Fraction {
    Fraction::from(Decimal::from_str_exact(text).unwrap())
}

fn quotient(above: i64, below: i64) -> Fraction {
    Fraction::from(above).over(Fraction::from(below)).unwrap()
}

#[test]
fn a_third_times_three_is_one() {
    let third = Fraction::from(1).over(Fraction::from(3)).unwrap();
    assert_eq!(third.times(Fraction::from(3)).unwrap(), Fraction::ONE);
    assert_eq!(third.as_exact_decimal(), None);
    assert_eq!(third.plus(quotient(1, 2)), Ok(quotient(5, 6)));
    assert_eq!(third.minus(quotient(2, 3)), Ok(third.negated()));
}

#[test]
fn division_by_zero_is_an_answer_not_a_panic() {
    assert_eq!(Fraction::ONE.over(Fraction::ZERO), Err(OutOfRange));
}

#[test]
fn huge_products_are_reduced_or_refused() {
    let big = decimal("12345678901234567890123456");
    let ratio = big.over(big).unwrap();
    assert_eq!(ratio.times(ratio).unwrap(), Fraction::ONE);
    assert_eq!(big.times(big), Err(OutOfRange));
}

#[test]
fn order_holds_where_cross_products_overflow() {
    let big = decimal("79228162514264337593543950335");
    let tiny = decimal("0.0000000000000000000000000001");
    assert!(big.over(Fraction::from(7)).unwrap() > tiny);
    assert!(tiny > Fraction::ZERO && tiny.negated() < Fraction::ZERO);
    assert_eq!(
        compare_by_parts(decimal("-0.5"), decimal("-0.25")),
        Ordering::Less
    );
    assert_eq!(
        compare_by_parts(decimal("2.5"), decimal("2.50")),
        Ordering::Equal
    );
}

#[test]
fn values_are_compared_not_digits() {
    assert_eq!(quotient(1, 2), quotient(2, 4));
    assert_ne!(quotient(1, 2), quotient(1, 3));
    let reduced = quotient(-4, 12).reduced();
    assert_eq!((reduced.numerator(), reduced.denominator()), (-1, 3));
    let turned = quotient(3, -4);
    assert!(turned.denominator() > 0 && turned == decimal("-0.75"));
}

#[test]
fn comparing_by_parts_says_what_cross_products_say() {
    let all = || (-7..=7).flat_map(|above| (1..=7).map(move |below| quotient(above, below)));
    for a in all() {
        for b in all() {
            assert_eq!(compare_by_parts(a, b), a.cmp(&b), "{a} {b}");
        }
    }
}

#[test]
fn nought_has_no_sign() {
    let half = decimal("0.5");
    assert_eq!((half.negated(), half.absolute()), (decimal("-0.5"), half));
    assert_eq!(half.negated().absolute(), half);
    assert!(half.negated().is_negative() && !half.is_negative());
    assert!(!Fraction::ZERO.is_negative() && Fraction::ZERO.is_zero() && !half.is_zero());
}

#[test]
fn the_lowest_whole_number_is_out_of_range() {
    // -2^127 would have no positive counterpart.
    let square = Fraction::from(i64::MIN).times(Fraction::from(i64::MIN));
    assert_eq!(square.unwrap().times(Fraction::from(-2)), Err(OutOfRange));
}

#[test]
fn what_has_no_decimal_is_shown_in_lowest_terms() {
    for (value, shown) in [
        (quotient(6, 8), "0.75"),
        (quotient(-2, 6), "-1/3"),
        (quotient(7, 1), "7"),
        (quotient(1, 250), "0.004"),
    ] {
        assert_eq!(value.to_string(), shown);
    }
    // 28 decimals are the most a decimal has.
    let smallest = "0.0000000000000000000000000001";
    assert_eq!(decimal(smallest).to_string(), smallest);
    let half = decimal(smallest).over(Fraction::from(2)).unwrap();
    assert_eq!(half.as_exact_decimal(), None);
}

#[test]
fn a_decimal_as_it_stands_is_the_one_of_lowest_terms() {
    for numerator in [
        0,
        1,
        5,
        10,
        25,
        250,
        -2500,
        123_400,
        7,
        i64::MAX,
        i64::MIN + 1,
    ] {
        for power in 0..=18 {
            let tenths = Fraction::of_parts(numerator.into(), 10i128.pow(power));
            // Thrice both: no power of ten below the bar, so it goes the long way.
            let thrice = Fraction::of_parts(i128::from(numerator) * 3, 3 * 10i128.pow(power));
            let (short, long) = (tenths.as_exact_decimal(), thrice.as_exact_decimal());
            let written = |decimal: Option<Decimal>| decimal.map(|it| it.to_string());
            assert_eq!(written(short), written(long), "{numerator} 10^-{power}");
        }
    }
}

#[test]
fn a_terminating_fraction_has_its_decimal() {
    let value = decimal("2.5").times(decimal("0.8667")).unwrap();
    assert_eq!(value.as_exact_decimal().unwrap().to_string(), "2.16675");
}
