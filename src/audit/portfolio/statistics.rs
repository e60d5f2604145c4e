//! Exact order statistics: the middle of a list, and how far it lies from most of it.

use crate::number::Fraction;

/// The middle value; of an even number of values, the mean of the two in the middle.
pub(in crate::audit) fn median(values: &mut [Fraction]) -> Option<Fraction> {
    values.sort_unstable();
    let (count, half) = (values.len(), values.len() / 2);
    let upper = *values.get(half)?;
    if count % 2 == 1 {
        return Some(upper);
    }
    let sum = values[half - 1].plus(upper).ok()?;
    sum.over(Fraction::from(2)).ok()
}

/// Distances of all values from a middle, for the median of them (绝对中位差).
pub(in crate::audit) fn distances(values: &[Fraction], middle: Fraction) -> Vec<Fraction> {
    let off = |value: &Fraction| Some(value.minus(middle).ok()?.absolute());
    values.iter().filter_map(off).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(of: &[i64]) -> Vec<Fraction> {
        of.iter().copied().map(Fraction::from).collect()
    }

    #[test]
    fn the_middle_is_exact() {
        assert_eq!(median(&mut numbers(&[])), None);
        assert_eq!(median(&mut numbers(&[9, 1, 5])), Some(Fraction::from(5)));
        let half = Fraction::from(5).over(Fraction::from(2)).ok();
        assert_eq!(median(&mut numbers(&[4, 2, 1, 3])), half);
    }

    #[test]
    fn distances_have_no_sign() {
        let off = distances(&numbers(&[1, 5, 8]), Fraction::from(5));
        assert_eq!(off, numbers(&[4, 0, 3]));
    }
}
