//! Exact arithmetic inside scripts.
//!
//! Every figure a script receives is a [`Fraction`], and every operator below keeps it one, so an
//! author cannot divide too early by accident. Whole numbers and decimals written in a script mix in
//! freely. Built into the script language, `1/3` would be 0 and `0.1/3` would stop after 28 digits;
//! `/` is therefore taken away from it and given back as the exact quotient.

use rhai::{Dynamic, Engine, EvalAltResult, INT, ImmutableString, Position};
use rust_decimal::Decimal;

use crate::number::{Fraction, OutOfRange};

/// Text of the arithmetic error that marks a value out of the exact range; the caller turns it into
/// an unscored row instead of a failed run.
pub(super) const OUT_OF_RANGE: &str = "out of exact range";

/// Binds as tightly as `*`.
const QUOTIENT_PRECEDENCE: u8 = 180;

pub(super) type Fallible<T> = Result<T, Box<EvalAltResult>>;

pub(super) fn in_range<T>(result: Result<T, OutOfRange>) -> Fallible<T> {
    result.map_err(|OutOfRange| {
        EvalAltResult::ErrorArithmetic(OUT_OF_RANGE.into(), Position::NONE).into()
    })
}

/// The number a script value stands for; `None` for anything that is not a number.
pub(super) fn as_fraction(value: &Dynamic) -> Option<Fraction> {
    if let Some(fraction) = value.read_lock::<Fraction>() {
        return Some(*fraction);
    }
    if let Ok(whole) = value.as_int() {
        return Some(Fraction::from(whole));
    }
    value.as_decimal().ok().map(Fraction::from)
}

/// Registers the operators for every pair of fraction, whole number and decimal.
pub(super) fn register(engine: &mut Engine) {
    engine.register_type_with_name::<Fraction>("number");
    engine.disable_symbol("/");
    engine
        .register_custom_operator("/", QUOTIENT_PRECEDENCE)
        .expect("`/` was disabled one line above, so it can be redefined");

    operators::<Fraction, Fraction>(engine);
    operators::<Fraction, INT>(engine);
    operators::<INT, Fraction>(engine);
    operators::<Fraction, Decimal>(engine);
    operators::<Decimal, Fraction>(engine);
    quotient::<INT, INT>(engine);
    quotient::<INT, Decimal>(engine);
    quotient::<Decimal, INT>(engine);
    quotient::<Decimal, Decimal>(engine);

    engine.register_fn("-", |a: Fraction| a.negated());
    engine.register_fn("abs", |a: Fraction| a.absolute());
    engine.register_fn("abs", |a: INT| Fraction::from(a).absolute());
    engine.register_fn("abs", |a: Decimal| Fraction::from(a).absolute());
    engine.register_fn("to_string", |a: Fraction| {
        ImmutableString::from(a.to_string())
    });
}

fn operators<A, B>(engine: &mut Engine)
where
    A: Into<Fraction> + Clone + 'static,
    B: Into<Fraction> + Clone + 'static,
{
    engine.register_fn("+", |a: A, b: B| in_range(a.into().plus(b.into())));
    engine.register_fn("-", |a: A, b: B| in_range(a.into().minus(b.into())));
    engine.register_fn("*", |a: A, b: B| in_range(a.into().times(b.into())));
    engine.register_fn("==", |a: A, b: B| a.into() == b.into());
    engine.register_fn("!=", |a: A, b: B| a.into() != b.into());
    engine.register_fn("<", |a: A, b: B| a.into() < b.into());
    engine.register_fn("<=", |a: A, b: B| a.into() <= b.into());
    engine.register_fn(">", |a: A, b: B| a.into() > b.into());
    engine.register_fn(">=", |a: A, b: B| a.into() >= b.into());
    quotient::<A, B>(engine);
}

fn quotient<A, B>(engine: &mut Engine)
where
    A: Into<Fraction> + Clone + 'static,
    B: Into<Fraction> + Clone + 'static,
{
    engine.register_fn("/", |a: A, b: B| in_range(a.into().over(b.into())));
}
