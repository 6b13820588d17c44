//! Dots that give nobody's house away: moved by chance, yet the same at every drawing, so that no mean of many drawings
//! leads back.

use super::ring::{Spot, inside};

/// A dot for everybody stands at least so many metres from the house, and at most so many.
pub const MOVED_M: (f64, f64) = (50.0, 150.0);
/// Tries before the area's room decides.
const TRIES: usize = 40;

/// Chance that is the same for the same seed (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to 1.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> f64 {
        (self.word() >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// A spot near the house but never at it, inside the area where its shape is known; nothing where the area has no such
/// room.
pub fn moved(house: Spot, area: &[Vec<Spot>], dice: &mut Dice) -> Option<Spot> {
    let (near, far) = MOVED_M;
    (0..TRIES).find_map(|_| {
        let angle = dice.next() * std::f64::consts::TAU;
        // Even over the ring between the two distances.
        let off = (near * near + dice.next() * (far * far - near * near)).sqrt();
        let spot = (house.0 + off * angle.cos(), house.1 + off * angle.sin());
        (area.is_empty() || inside(area, spot)).then_some(spot)
    })
}

/// A spot anywhere in the area.
pub fn anywhere(area: &[Vec<Spot>], dice: &mut Dice) -> Option<Spot> {
    let spots = || area.iter().flatten();
    let (mut low, mut high) = (*spots().next()?, *spots().next()?);
    for (x, y) in spots() {
        (low, high) = ((low.0.min(*x), low.1.min(*y)), (high.0.max(*x), high.1.max(*y)));
    }
    let mut throw = || (low.0 + dice.next() * (high.0 - low.0), low.1 + dice.next() * (high.1 - low.1));
    (0..TRIES * 25).map(|_| throw()).find(|spot| inside(area, *spot))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_dot_stands_where_the_house_stands_and_none_leaves_the_area() {
        let area = vec![vec![(0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0)]];
        let mut dice = Dice::new(11);
        for _ in 0..2_000 {
            let house = (dice.next() * 400.0, dice.next() * 300.0);
            let dot = moved(house, &area, &mut dice).unwrap();
            let off = (dot.0 - house.0).hypot(dot.1 - house.1);
            assert!((MOVED_M.0 - 1e-9..=MOVED_M.1 + 1e-9).contains(&off), "{off}");
            assert!(inside(&area, dot));
            assert!(inside(&area, anywhere(&area, &mut dice).unwrap()));
        }
        let narrow = vec![vec![(0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0)]];
        assert_eq!(moved((10.0, 10.0), &narrow, &mut dice), None, "an area too small for it shows none");
    }

    #[test]
    fn the_same_seed_throws_the_same() {
        let throw = |seed| {
            let mut dice = Dice::new(seed);
            (dice.next(), dice.next())
        };
        assert_eq!(throw(5), throw(5));
        assert_ne!(throw(5), throw(6));
    }
}
