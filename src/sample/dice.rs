//! Randomness of the sample: SplitMix64 and integer choices only, so that a seed gives the same village everywhere.

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub struct Dice(u64);

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Dice {
    /// The stream number `stream` of a seed; streams are independent of each other.
    pub fn new(seed: u64, stream: u64) -> Dice {
        let mut dice = Dice(seed);
        let base = dice.roll();
        Dice(base ^ stream.wrapping_mul(0xd134_2543_de82_ef95))
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to `n` − 1; 0 where `n` is 0.
    pub fn below(&mut self, n: u32) -> u32 {
        (((self.roll() >> 32) * u64::from(n)) >> 32) as u32
    }

    /// A number from `from` to `to`, both included; `from` where `to` is smaller.
    pub fn between(&mut self, from: i32, to: i32) -> i32 {
        from + self.below((to - from + 1).max(1) as u32) as i32
    }

    /// True in `chance` of 1,000 cases.
    pub fn in_1000(&mut self, chance: u32) -> bool {
        self.below(1000) < chance
    }

    /// One of `items`, each as likely.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u32) as usize]
    }

    /// One of the items, by weight.
    pub fn weighted<T: Copy>(&mut self, table: &[(T, u32)]) -> T {
        let total = table.iter().map(|(_, weight)| weight).sum();
        let mut at = self.below(total);
        for (item, weight) in table {
            if at < *weight {
                return *item;
            }
            at -= weight;
        }
        table[0].0
    }

    /// Ten bytes for an identity.
    pub fn ten(&mut self) -> [u8; 10] {
        let (a, b) = (self.roll().to_le_bytes(), self.roll().to_le_bytes());
        let mut out = [0; 10];
        out[..8].copy_from_slice(&a);
        out[8..].copy_from_slice(&b[..2]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_follow_their_weights() {
        let mut dice = Dice::new(7, 1);
        let mut counts = [0u32; 3];
        for _ in 0..9_000 {
            counts[dice.weighted(&[(0usize, 1), (1, 2), (2, 6)])] += 1;
        }
        assert!((800..1_200).contains(&counts[0]) && (1_700..2_300).contains(&counts[1]), "{counts:?}");
        assert!((0..1_000).map(|_| dice.between(-2, 3)).all(|n| (-2..=3).contains(&n)));
        assert_ne!(Dice::new(7, 1).ten(), Dice::new(7, 2).ten());
    }
}
