//! An expression in the language of worksheets.
//!
//! A worksheet computes with binary fractions: 2.165 is stored as a little less, and a product that is
//! exactly a half may come out below it. So every rounding first takes the value to twelve places, where
//! such a trace is gone and a figure of a sheet is not, and computed values are compared by whether their
//! difference is nothing in twelve places.

use super::expression::{Expr, Order, Sign, Test};
use crate::number::{Fraction, RoundingMode};

/// Places that hold every figure of a sheet and no trace of a binary fraction.
const EXACT: &str = "12";
/// Digits of a number a worksheet keeps.
const DIGITS: u32 = 15;

/// An expression with the brackets it needs.
pub(in crate::report::workbook) fn formula(of: &Expr) -> String {
    written(of).0
}

/// A text inside a formula.
pub(in crate::report::workbook) fn text(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A value rounded by a step of the rule, to as many places as a formula gives.
pub(in crate::report::workbook) fn rounded(mode: RoundingMode, of: &str, places: &str) -> String {
    let exact = format!("ROUND({of},{EXACT})");
    match mode {
        RoundingMode::HalfUp => format!("ROUND({exact},{places})"),
        RoundingMode::Truncate => format!("TRUNC({exact},{places})"),
        // A half goes to the even neighbour, which is twice the rounded half of it.
        RoundingMode::HalfEven => {
            let power = format!("10^{places}");
            let half = format!(
                "ROUND(ABS({exact})*{power}-TRUNC(ABS({exact})*{power})-0.5,{EXACT}-{places})=0"
            );
            format!(
                "IF({half},2*ROUND(ROUND({exact}*{power},8)/2,0)/{power},ROUND({exact},{places}))"
            )
        }
    }
}

/// Whether something is so.
pub(in crate::report::workbook) fn test(of: &Test) -> String {
    let list = |tests: &[Test]| {
        let tests: Vec<String> = tests.iter().map(test).collect();
        tests.join(",")
    };
    match of {
        Test::Known(true) => "TRUE".to_owned(),
        Test::Known(false) => "FALSE".to_owned(),
        Test::There(cell) => format!("ISNUMBER({})", formula(cell)),
        Test::All(tests) => format!("AND({})", list(tests)),
        Test::Any(tests) => format!("OR({})", list(tests)),
        Test::Not(inner) => format!("NOT({})", test(inner)),
        Test::Compare(order, left, right) => {
            let order = match order {
                Order::Equal => "=",
                Order::Unequal => "<>",
                Order::Less => "<",
                Order::AtMost => "<=",
                Order::More => ">",
                Order::AtLeast => ">=",
            };
            if left.is_plain() && right.is_plain() {
                return format!("{}{order}{}", formula(left), formula(right));
            }
            let difference = Expr::sign(Sign::Minus, left.clone(), right.clone());
            format!("ROUND({},{EXACT}){order}0", formula(&difference))
        }
    }
}

/// How tightly what is written binds.
const SUM: u8 = 1;
const PRODUCT: u8 = 2;
const WHOLE: u8 = 3;

fn written(of: &Expr) -> (String, u8) {
    let list = |items: &[Expr]| {
        let items: Vec<String> = items.iter().map(formula).collect();
        items.join(",")
    };
    match of {
        Expr::Number(known) => number(*known),
        Expr::Cell(address) => (address.clone(), WHOLE),
        Expr::Sign(sign, left, right) => {
            let (sign, level, right_level) = match sign {
                Sign::Plus => ("+", SUM, SUM),
                Sign::Minus => ("-", SUM, PRODUCT),
                Sign::Times => ("*", PRODUCT, PRODUCT),
                Sign::Over => ("/", PRODUCT, WHOLE),
            };
            let (left, right) = (within(left, level), within(right, right_level));
            (format!("{left}{sign}{right}"), level)
        }
        Expr::Least(items) => (format!("MIN({})", list(items)), WHOLE),
        Expr::Most(items) => (format!("MAX({})", list(items)), WHOLE),
        Expr::Absolute(inner) => (format!("ABS({})", formula(inner)), WHOLE),
        Expr::Rounded(mode, inner, places) => {
            let (inner, places) = (formula(inner), formula(places));
            (rounded(*mode, &inner, &places), WHOLE)
        }
        Expr::If(condition, then, otherwise) => {
            let (then, otherwise) = (formula(then), formula(otherwise));
            (format!("IF({},{then},{otherwise})", test(condition)), WHOLE)
        }
    }
}

fn within(of: &Expr, level: u8) -> String {
    match written(of) {
        (text, own) if own < level => format!("({text})"),
        (text, _) => text,
    }
}

/// A number with all its digits, or as the quotient it is.
fn number(known: Fraction) -> (String, u8) {
    let level = match known.is_negative() {
        true => SUM,
        false => WHOLE,
    };
    match known.as_exact_decimal() {
        Some(decimal) => (decimal.normalize().to_string(), level),
        None => {
            let reduced = known.reduced();
            let text = format!("{}/{}", reduced.numerator(), reduced.denominator());
            (text, level.min(PRODUCT))
        }
    }
}

/// Whether a worksheet keeps every digit of a number.
pub(in crate::report::workbook) fn keeps(known: Fraction) -> bool {
    let short = |whole: i128| whole.unsigned_abs() < 10u128.pow(DIGITS);
    match known.as_exact_decimal() {
        Some(decimal) => short(decimal.normalize().mantissa()),
        None => {
            let reduced = known.reduced();
            short(reduced.numerator()) && short(reduced.denominator())
        }
    }
}
