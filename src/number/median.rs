//! The exact middle of a list.

use super::Fraction;

/// The middle value; of an even number of values, the mean of the two in the middle. `None` of nothing.
pub fn median(values: &mut [Fraction]) -> Option<Fraction> {
    values.sort_unstable();
    let (count, half) = (values.len(), values.len() / 2);
    let upper = *values.get(half)?;
    if count % 2 == 1 {
        return Some(upper);
    }
    let sum = values[half - 1].plus(upper).ok()?;
    sum.over(Fraction::from(2)).ok()
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
        let five = &mut numbers(&[9, 1, 5, 7, 8]);
        assert_eq!(median(five), Some(Fraction::from(7)));
        let half = Fraction::from(5).over(Fraction::from(2)).ok();
        assert_eq!(median(&mut numbers(&[4, 2, 1, 3])), half);
    }
}
