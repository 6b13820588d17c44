//! The twin of a village ("data kembaran"): residents, families and houses that resemble the register's in every coarse
//! count, of whom none is anybody. A record enters only with a combination of answers that at least [`FLOOR`] real ones
//! share, is coarsened until that holds, and left out where it never does; then as many are drawn with replacement as the
//! village has, to the nearest ten; what became rare by the drawing goes too; ages are drawn anew within five years.
//! Residents, families and houses are not linked. The register's order plays no part. In which RT somebody lives plays no
//! part either: a twin's RT is drawn by lot among those of its dusun, by how many live in each.

use super::dice::Dice;
use super::village::{Home, House, Resident, Village};
use crate::base::Order as _;
use std::collections::BTreeMap;

/// No combination of answers stands for fewer.
pub const FLOOR: usize = 5;
/// The last class of ages begins here.
const OLDEST: u8 = 75;

/// A record that can be made coarser, step by step.
pub trait Coarse: Copy + Ord {
    /// How coarse it can be made; 0 is as it is told.
    const STEPS: usize;
    /// The record with less and less told.
    fn coarse(self, step: usize) -> Self;
}

impl Coarse for Resident {
    const STEPS: usize = 4;

    fn coarse(self, step: usize) -> Resident {
        let mut out = Resident { age: self.age.min(OLDEST) / 5 * 5, place: 0, ..self };
        if step >= 1 {
            out.education = 0;
        }
        if step >= 2 {
            (out.married, out.school) = (0, 0);
        }
        if step >= 3 {
            out.dusun = 0;
        }
        out
    }
}

impl Coarse for Home {
    const STEPS: usize = 5;

    fn coarse(self, step: usize) -> Home {
        let mut out = Home { place: 0, ..self };
        if step >= 1 {
            out.welfare = 0;
        }
        if step >= 2 {
            out.sturdy = 0;
        }
        if step >= 3 {
            out.dusun = 0;
        }
        if step >= 4 {
            (out.aid, out.head) = (0, 0);
        }
        out
    }
}

impl Coarse for House {
    const STEPS: usize = 4;

    fn coarse(self, step: usize) -> House {
        let floor = (self.floor + 5) / 10 * 10;
        match step {
            0 => House { floor: floor.min(150), ..self },
            1 => House { floor: ((self.floor + 25) / 50 * 50).min(150), ..self },
            2 => House { floor: 0, ..self },
            _ => House { floor: 0, dusun: 0, ..self },
        }
    }
}

/// The twin of a village.
pub fn twin(of: &Village, seed: u64) -> Village {
    let mut dice = Dice::new(seed);
    let mut residents = drawn(&of.residents, &mut dice);
    for resident in &mut residents {
        resident.age += dice.below(5) as u8;
    }
    let mut homes = drawn(&of.homes, &mut dice);
    let houses = drawn(&of.houses, &mut dice);
    let lots = Lots::of(of.residents.iter().map(|resident| (resident.dusun, resident.place)));
    residents.iter_mut().for_each(|resident| resident.place = lots.draw(resident.dusun, &mut dice));
    let lots = Lots::of(of.homes.iter().map(|home| (home.dusun, home.place)));
    homes.iter_mut().for_each(|home| home.place = lots.draw(home.dusun, &mut dice));
    Village { twin: true, residents, homes, houses, places: of.places.clone(), year: of.year }
}

/// How many live in each RT, with its dusun; RT of fewer than [`FLOOR`] are not there.
struct Lots(Vec<((u8, u8), usize)>);

impl Lots {
    fn of(homes: impl Iterator<Item = (u8, u8)>) -> Lots {
        let mut counts: BTreeMap<(u8, u8), usize> = BTreeMap::new();
        homes.filter(|(_, place)| *place > 0).for_each(|home| *counts.entry(home).or_default() += 1);
        Lots(counts.into_iter().filter(|(_, n)| *n >= FLOOR).collect())
    }

    /// An RT of this dusun, or of any where the dusun is not told; 0 where there is none.
    fn draw(&self, dusun: u8, dice: &mut Dice) -> u8 {
        let here = || self.0.iter().filter(|((of, _), _)| dusun == 0 || *of == dusun);
        let mut left = dice.below(here().map(|(_, n)| n).sum());
        for ((_, place), n) in here() {
            if left < *n {
                return *place;
            }
            left -= n;
        }
        0
    }
}

/// Records of common combinations, drawn with replacement.
fn drawn<R: Coarse>(real: &[R], dice: &mut Dice) -> Vec<R> {
    let mut kept: Vec<R> = Vec::new();
    let mut left: Vec<R> = real.to_vec();
    for step in 0..R::STEPS {
        let mut counts: BTreeMap<R, usize> = BTreeMap::new();
        left.iter().for_each(|record| *counts.entry(record.coarse(step)).or_default() += 1);
        let common = |record: &R| counts.get(&record.coarse(step)).is_some_and(|n| *n >= FLOOR);
        kept.extend(left.iter().filter(|record| common(record)).map(|record| record.coarse(step)));
        left.retain(|record| !common(record));
    }
    kept.order(); // what is drawn depends on how many there are of each kind, not on who stands where
    if kept.is_empty() {
        return Vec::new();
    }
    let n = (kept.len() + 5) / 10 * 10;
    let mut out: Vec<R> = (0..n).map(|_| kept[dice.below(kept.len())]).collect();
    let mut counts: BTreeMap<R, usize> = BTreeMap::new();
    out.iter().for_each(|record| *counts.entry(*record).or_default() += 1);
    out.retain(|record| counts.get(record).is_some_and(|n| *n >= FLOOR));
    out
}
