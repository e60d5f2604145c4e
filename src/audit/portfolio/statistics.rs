//! How far values lie from their middle.

use crate::number::Fraction;

/// Distances of all values from a middle, for the median of them (绝对中位差).
pub(in crate::audit) fn distances(values: &[Fraction], middle: Fraction) -> Vec<Fraction> {
    let off = |value: &Fraction| Some(value.minus(middle).ok()?.absolute());
    values.iter().filter_map(off).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_have_no_sign() {
        let numbers = |of: [i64; 3]| of.map(Fraction::from);
        let off = distances(&numbers([1, 5, 8]), Fraction::from(5));
        assert_eq!(off, numbers([4, 0, 3]));
    }
}
