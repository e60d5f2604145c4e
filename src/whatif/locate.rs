//! Where something changes along a number, exactly.
//!
//! Halving brings two decimals beside each other that differ; the simplest fraction between them is
//! taken for the place, and scored at, just below and just above it before it is called one. A place
//! that does not pass stays a bracket.

use rust_decimal::Decimal;

use crate::number::Fraction;

/// Digits a place is halved down to, its whole part included, and then more for looking just beside
/// it. The next pair is for places that are no fraction as simple as the one before can tell; all digits
/// of the second are as many as a figure has, those of the third as many as a cell has.
const DIGITS: [(u32, u32); 3] = [(15, 6), (18, 4), (22, 6)];
/// The most changes between two points.
const MOST_CHANGES: usize = 40;

/// Where something changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// From this number on, the number itself included.
    From(Fraction),
    /// Above this number; the number itself is still as before, or is no decimal and cannot stand in a
    /// sheet.
    Above(Fraction),
    /// Somewhere between: what was tried is not the place.
    Between(Decimal, Decimal),
}

impl Place {
    /// The number, or the lower end of the bracket.
    pub fn number(self) -> Fraction {
        match self {
            Place::From(at) | Place::Above(at) => at,
            Place::Between(low, _) => low.into(),
        }
    }
}

/// A change: where, what was before and what is after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn<K> {
    /// Where.
    pub place: Place,
    /// Just below.
    pub before: K,
    /// Just above, or at it.
    pub after: K,
}

/// Two numbers and what stands at them.
pub struct Span<K> {
    /// The lower one.
    pub low: (Decimal, K),
    /// The higher one.
    pub high: (Decimal, K),
    /// Whether only whole numbers stand there.
    pub whole: bool,
}

/// Every change between two numbers, as far as the ends show any: what changes and changes back between
/// them is not seen. `state` says what stands at a number, `None` where that cannot be told.
///
/// # Errors
/// Those of `state`.
pub fn turns<K: Clone + Eq, E>(
    span: &Span<K>,
    mut state: impl FnMut(Decimal) -> Result<Option<K>, E>,
) -> Result<Vec<Turn<K>>, E> {
    let mut found = Vec::new();
    let mut low = span.low.clone();
    while low.1 != span.high.1 {
        if found.len() == MOST_CHANGES {
            found.push(Turn {
                place: Place::Between(low.0, span.high.0),
                before: low.1,
                after: span.high.1.clone(),
            });
            break;
        }
        let mut search = Search {
            before: &low.1,
            below: low.0,
            above: span.high.0,
            after: span.high.1.clone(),
            state: &mut state,
        };
        let place = search.place(span.whole)?;
        let next = (search.above, search.after);
        found.push(Turn {
            place,
            before: low.1,
            after: next.1.clone(),
        });
        low = next;
    }
    Ok(found)
}

/// Decimal places that stay of so many digits.
pub(super) fn places(low: Decimal, high: Decimal, digits: u32) -> u32 {
    let mut most = low.abs().max(high.abs());
    let mut before = 0;
    while most >= Decimal::ONE {
        most /= Decimal::TEN;
        before += 1;
    }
    digits.saturating_sub(before.max(3))
}

/// A bracket around one change.
struct Search<'f, K, F> {
    before: &'f K,
    below: Decimal,
    above: Decimal,
    after: K,
    state: &'f mut F,
}

impl<K, E, F> Search<'_, K, F>
where
    K: Clone + Eq,
    F: FnMut(Decimal) -> Result<Option<K>, E>,
{
    /// The place of a change away from what is below; the bracket closes around it.
    fn place(&mut self, whole: bool) -> Result<Place, E> {
        if whole {
            self.halve(0)?;
            return Ok(Place::From(self.above.into()));
        }
        let (low, high) = (self.below, self.above);
        let given = low.normalize().scale().max(high.normalize().scale());
        for (digits, beside) in DIGITS {
            let places = places(low, high, digits);
            // Ends with more places than that lie on no grid of it.
            if places < given {
                continue;
            }
            if !self.halve(places)? {
                break;
            }
            if let Some(place) = self.pin(places + beside)? {
                return Ok(place);
            }
        }
        Ok(Place::Between(self.below, self.above))
    }

    /// Halves the bracket down to neighbours of so many places; `false` where nothing can be told on the
    /// way.
    fn halve(&mut self, places: u32) -> Result<bool, E> {
        while let Some(middle) = middle(self.below, self.above, places) {
            match (self.state)(middle)? {
                Some(state) if state == *self.before => self.below = middle,
                Some(state) => (self.above, self.after) = (middle, state),
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// The simplest number of the bracket, when scoring it, and beside it with so many places, bears it
    /// out.
    fn pin(&mut self, places: u32) -> Result<Option<Place>, E> {
        let Some(at) = simplest(self.below.into(), self.above.into()) else {
            return Ok(None);
        };
        let Some((below, above)) = beside(at, places) else {
            return Ok(None);
        };
        let (mut is_before, mut is_after) = (below, above);
        let decimal = at.as_exact_decimal();
        let decimal = decimal.filter(|decimal| decimal.normalize().scale() < places);
        let mut place = Place::Above(at);
        if let Some(exact) = decimal {
            // What holds at one number alone is different on both of its sides: only the side that is
            // asked about is looked at.
            match (self.state)(exact)? {
                Some(state) if state == self.after => {
                    is_after = exact;
                    place = Place::From(at);
                }
                _ => is_before = exact,
            }
        }
        let sound = (self.state)(is_before)?.as_ref() == Some(self.before)
            && (self.state)(is_after)?.as_ref() == Some(&self.after);
        Ok(sound.then_some(place))
    }
}

/// The decimal half way on the grid of so many places; `None` where there is none between.
fn middle(low: Decimal, high: Decimal, places: u32) -> Option<Decimal> {
    let on_grid = |mut number: Decimal| {
        number.rescale(places);
        number.mantissa()
    };
    let (low, high) = (on_grid(low), on_grid(high));
    let middle = Decimal::try_from_i128_with_scale(low + (high - low) / 2, places).ok();
    middle.filter(|_| high - low > 1)
}

/// The decimals of so many places just below and just above a number.
pub(super) fn beside(at: Fraction, places: u32) -> Option<(Decimal, Decimal)> {
    let at = at.reduced();
    let scaled = at.numerator().checked_mul(10_i128.checked_pow(places)?)?;
    let below = scaled.div_euclid(at.denominator());
    let on_grid = scaled.rem_euclid(at.denominator()) == 0;
    let below = if on_grid { below - 1 } else { below };
    let above = if on_grid { below + 2 } else { below + 1 };
    let decimal = |number| Decimal::try_from_i128_with_scale(number, places).ok();
    Some((decimal(below)?, decimal(above)?))
}

/// The fraction with the smallest denominator between two, ends included.
fn simplest(low: Fraction, high: Fraction) -> Option<Fraction> {
    if high.is_negative() {
        return simplest(high.negated(), low.negated()).map(Fraction::negated);
    }
    if low.is_negative() {
        return Some(Fraction::ZERO);
    }
    let low = low.reduced();
    let whole = low.numerator() / low.denominator();
    let whole = Fraction::from(i64::try_from(whole).ok()?);
    if whole == low {
        return Some(whole);
    }
    let next = whole.plus(Fraction::ONE).ok()?;
    if next <= high {
        return Some(next);
    }
    // Both lie in the same unit: turn the rests over, as in a continued fraction.
    let over = |end: Fraction| Fraction::ONE.over(end.minus(whole).ok()?.reduced()).ok();
    let rest = simplest(over(high)?, over(low)?)?;
    whole.plus(Fraction::ONE.over(rest).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    fn fraction(numerator: i64, denominator: i64) -> Fraction {
        Fraction::from(numerator)
            .over(Fraction::from(denominator))
            .unwrap()
    }

    fn find(low: &str, high: &str, state: impl Fn(Fraction) -> u8) -> Vec<Turn<u8>> {
        let (low, high) = (decimal(low), decimal(high));
        let span = Span {
            low: (low, state(low.into())),
            high: (high, state(high.into())),
            whole: false,
        };
        let found: Result<_, ()> = turns(&span, |at| Ok(Some(state(at.into()))));
        found.unwrap()
    }

    #[test]
    fn a_place_is_a_number_and_has_a_side() {
        for at in [fraction(117, 5), fraction(100, 3), fraction(12345, 678)] {
            let above = find("0", "40", |x| u8::from(x > at));
            assert_eq!(above[0].place, Place::Above(at));
            assert_eq!(above.len(), 1);
            let from = find("0", "40", |x| u8::from(x >= at));
            let expected = match at.as_exact_decimal() {
                Some(_) => Place::From(at),
                None => Place::Above(at),
            };
            assert_eq!(from[0].place, expected);
        }
        let places = find("-3", "7", |x| u8::from(x > fraction(-7, 9)));
        assert_eq!(places[0].place, Place::Above(fraction(-7, 9)));
        let first = find("5", "7", |x| u8::from(x > fraction(5, 1)));
        assert_eq!(first[0].place, Place::Above(fraction(5, 1)));
    }

    #[test]
    fn several_changes_between_two_points_are_all_found() {
        let found = find("0", "1", |x| match x {
            x if x < fraction(1, 7) => 0,
            x if x <= fraction(1, 4) => 1,
            x if x < fraction(1, 2) => 2,
            x if x == fraction(1, 2) => 3,
            _ => 4,
        });
        let places: Vec<Place> = found.iter().map(|turn| turn.place).collect();
        assert_eq!(
            places,
            [
                Place::Above(fraction(1, 7)),
                Place::Above(fraction(1, 4)),
                Place::From(fraction(1, 2)),
                Place::Above(fraction(1, 2)),
            ]
        );
    }

    #[test]
    fn a_place_that_is_no_simple_fraction_stays_a_bracket() {
        // √2.
        let root = decimal("1.4142135623730950488016887242").into();
        let found = find("0", "2", |x| u8::from(x > root));
        assert!(matches!(found[0].place, Place::Between(..)), "{found:?}");
    }

    #[test]
    fn whole_numbers_have_nothing_between() {
        let span = Span {
            low: (decimal("0"), 0),
            high: (decimal("5"), 1),
            whole: true,
        };
        let found: Result<_, ()> = turns(&span, |at| Ok(Some(u8::from(at >= decimal("3")))));
        assert_eq!(found.unwrap()[0].place, Place::From(fraction(3, 1)));
    }
}
