//! Whether two rows with the same figures were given the same share of their marks.

use super::SubjectRow;
use crate::number::Fraction;
use crate::score::FullMarkSource;
use crate::sheet::Printed;

/// Another share of the full mark, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OtherShare {
    /// Whatever was rounded, the shares differ.
    Proven,
    /// They differ if the inferred marks are right.
    Inferred,
    /// They can be the same number at the places printed.
    Precision,
}

/// Compares points ÷ full mark over everything that would print as these points; `None` where the
/// shares are the same or one is not known.
pub(super) fn other_share(a: &SubjectRow, b: &SubjectRow) -> Option<OtherShare> {
    let (p, q) = (a.reported()?, b.reported()?);
    let (m, n) = (a.result.full_mark.as_ref()?, b.result.full_mark.as_ref()?);
    let nominal = |printed: &Printed, mark| Fraction::from(printed.value).over(mark).ok();
    if nominal(p, m.value)? == nominal(q, n.value)? {
        return None;
    }
    let ((low_a, high_a), (low_b, high_b)) = (shares(p, m.value)?, shares(q, n.value)?);
    if low_a < high_b && low_b < high_a {
        return Some(OtherShare::Precision);
    }
    let printed = [m, n]
        .iter()
        .all(|mark| !matches!(mark.source, FullMarkSource::Inferred(_)));
    // Nothing against something differs whatever the marks are.
    let sure = printed || p.value.is_zero() || q.value.is_zero();
    Some([OtherShare::Inferred, OtherShare::Proven][usize::from(sure)])
}

/// From p − ½ ulp (included) to p + ½ ulp (excluded), each divided by the full mark.
fn shares(printed: &Printed, mark: Fraction) -> Option<(Fraction, Fraction)> {
    let ulps = Fraction::from(2 * 10_i64.checked_pow(printed.places)?);
    let half = Fraction::ONE.over(ulps).ok()?;
    let points = Fraction::from(printed.value);
    let low = points.minus(half).ok()?.over(mark).ok()?;
    let high = points.plus(half).ok()?.over(mark).ok()?;
    Some((low, high))
}
