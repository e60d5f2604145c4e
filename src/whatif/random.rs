//! Random whole numbers that are the same on every machine.

/// `SplitMix64` (Steele, Lea and Flood 2014): one addition and a mix, the whole state in one number.
pub(super) struct Random(u64);

impl Random {
    /// The numbers behind a seed.
    pub(super) fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `-most` to `most`, each as likely as the others.
    pub(super) fn around_zero(&mut self, most: u32) -> i64 {
        let count = 2 * u64::from(most) + 1;
        // Numbers above the last whole round would favour the small ones.
        let fair = u64::MAX - u64::MAX % count;
        loop {
            let number = self.next();
            if number < fair {
                let number = i64::try_from(number % count).unwrap_or(0);
                return number - i64::from(most);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn the_numbers_are_those_of_the_published_algorithm() {
        let mut random = Random::new(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| random.next()).collect();
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(first, published);
    }

    #[test]
    fn both_ends_are_reached_and_none_is_passed() {
        let mut random = Random::new(7);
        let mut seen = [0_u32; 5];
        for _ in 0..1000 {
            let number = random.around_zero(2);
            seen[usize::try_from(number + 2).unwrap()] += 1;
        }
        assert!(seen.iter().all(|count| *count > 150), "{seen:?}");
    }
}
