//! The functions a script can call.

use std::collections::BTreeMap;
use std::rc::Rc;

use rhai::{Dynamic, Engine, EvalAltResult, INT, Position};

use super::number::{Fallible, as_fraction, in_range};
use super::view::{Notebook, Notes, write_note};
use crate::number::{Fraction, OutOfRange, Rounding};
use crate::rules::facts::{Answer, Note};

/// Registers every function.
pub(super) fn register(
    engine: &mut Engine,
    notebook: &Notebook,
    named: &Rc<BTreeMap<String, Rounding>>,
) {
    let notes = Rc::clone(notebook);
    let quotient = move |dividend: Fraction, divisor: Fraction| -> Fallible<Fraction> {
        in_range(divided(&notes, dividend, divisor))
    };
    let notes = Rc::clone(notebook);
    let bound = move |from: Fraction, least: Option<Fraction>, most: Fraction| {
        kept_within(&notes, from, least, most)
    };
    for name in ["ratio", "比"] {
        // The exact signature is found at once; the second serves whole numbers and decimals.
        let divide = quotient.clone();
        engine.register_fn(name, divide);
        let divide = quotient.clone();
        engine.register_fn(name, move |a: Dynamic, b: Dynamic| {
            divide(number(&a)?, number(&b)?)
        });
    }
    for name in ["capped", "封顶"] {
        let bound = bound.clone();
        engine.register_fn(
            name,
            move |x: Dynamic, most: Dynamic| -> Fallible<Fraction> {
                Ok(bound(number(&x)?, None, number(&most)?))
            },
        );
    }
    for name in ["bounded", "限于"] {
        let exact = bound.clone();
        engine.register_fn(name, move |x: Fraction, least: INT, most: INT| {
            exact(x, Some(least.into()), most.into())
        });
        let bound = bound.clone();
        let any = move |x: Dynamic, least: Dynamic, most: Dynamic| -> Fallible<Fraction> {
            Ok(bound(number(&x)?, Some(number(&least)?), number(&most)?))
        };
        engine.register_fn(name, any);
    }
    for name in ["note", "说明"] {
        let notes = Rc::clone(notebook);
        engine.register_fn(name, move |words: &str| {
            write_note(&notes, || Note::Said(words.to_owned()));
        });
    }
    for name in ["note", "说明"] {
        let notes = Rc::clone(notebook);
        engine.register_fn(name, move |words: &str, figure: Dynamic| -> Fallible<()> {
            let figure = number(&figure)?;
            write_note(&notes, || Note::Figure(words.to_owned(), figure));
            Ok(())
        });
    }
    for name in ["rounded", "取舍"] {
        let (notes, named) = (Rc::clone(notebook), Rc::clone(named));
        engine.register_fn(name, move |x: Dynamic, step: &str| -> Fallible<Fraction> {
            let from = number(&x)?;
            let rounding = named.get(step).ok_or_else(|| unknown_step(step, &named))?;
            in_range(rounded_by(&notes, *rounding, from, step))
        });
    }
    for name in ["cannot", "无法评分"] {
        engine.register_fn(name, |words: &str| Answer::Cannot(words.to_owned()));
    }
    for name in ["left_out", "不计"] {
        engine.register_fn(name, |words: &str| Answer::LeftOut(words.to_owned()));
    }
    for (names, least) in [(["least", "取小"], true), (["most", "取大"], false)] {
        for name in names {
            engine.register_fn(name, move |a: Dynamic, b: Dynamic| -> Fallible<Fraction> {
                let (a, b) = (number(&a)?, number(&b)?);
                Ok(if least { a.min(b) } else { a.max(b) })
            });
        }
    }
    for name in ["points", "得分"] {
        engine.register_fn(name, |value: Dynamic| -> Fallible<Answer> {
            Ok(Answer::Points(number(&value)?))
        });
    }
}

/// `ratio(a, b)`, noted.
pub(super) fn divided(
    notes: &Notes,
    dividend: Fraction,
    divisor: Fraction,
) -> Result<Fraction, OutOfRange> {
    write_note(notes, || Note::Quotient { dividend, divisor });
    dividend.over(divisor)
}

/// `bounded(x, least, most)` and `capped(x, most)`, noted when they cut something off.
pub(super) fn kept_within(
    notes: &Notes,
    from: Fraction,
    least: Option<Fraction>,
    most: Fraction,
) -> Fraction {
    let above = from > most;
    let kept = if above { most } else { from };
    let below = least.filter(|least| *least > kept);
    let to = below.unwrap_or(kept);
    if (above || below.is_some()) && to != from {
        write_note(notes, || Note::Capped { from, to });
    }
    to
}

/// `rounded(x, "…")`, noted.
pub(super) fn rounded_by(
    notes: &Notes,
    rounding: Rounding,
    from: Fraction,
    step: &str,
) -> Result<Fraction, OutOfRange> {
    let to = Fraction::from(rounding.apply(from)?);
    write_note(notes, || Note::Rounded {
        from,
        to,
        step: step.to_owned(),
    });
    Ok(to)
}

/// A rounding step nobody defined, with those that are.
fn unknown_step(step: &str, named: &BTreeMap<String, Rounding>) -> Box<EvalAltResult> {
    let known: Vec<&str> = named.keys().map(String::as_str).collect();
    let words = format!("{step} (rounding.named: {})", known.join(", "));
    EvalAltResult::ErrorPropertyNotFound(words, Position::NONE).into()
}

fn number(value: &Dynamic) -> Fallible<Fraction> {
    as_fraction(value).ok_or_else(|| {
        EvalAltResult::ErrorMismatchDataType(
            "number".into(),
            value.type_name().into(),
            Position::NONE,
        )
        .into()
    })
}
