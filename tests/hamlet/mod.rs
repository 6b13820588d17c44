//! An invented village for lessons: three hamlets of two RT each, everything by dice.

use rumah_dataku::learn::Village;
use rumah_dataku::learn::dice::Dice;
use rumah_dataku::learn::village::{Home, House, Place, Resident};

/// So many families; the same for a seed.
pub fn village(families: usize, seed: u64) -> Village {
    let mut dice = Dice::new(seed);
    let places = (0..6u8).map(|at| Place { dusun: 1 + at / 2, name: format!("RT {}", at + 1) });
    let mut village = Village { places: places.collect(), year: 2026, ..Village::default() };
    for _ in 0..families {
        let place = 1 + dice.below(6) as u8;
        let dusun = place.div_ceil(2);
        let size = 1 + dice.below(6) as u8;
        for _ in 0..size {
            village.residents.push(Resident {
                age: dice.below(90) as u8,
                sex: 1 + dice.below(2) as u8,
                dusun,
                place,
                school: 1 + dice.below(2) as u8,
                education: 1 + dice.below(4) as u8,
                married: 1 + dice.below(2) as u8,
            });
        }
        village.homes.push(Home {
            size,
            dusun,
            place,
            aid: 1 + u8::from(dice.chance(0.7)),
            sturdy: 1 + u8::from(dice.chance(0.2)),
            head: 1 + u8::from(dice.chance(0.2)),
            welfare: 1 + dice.below(4) as u8,
        });
        let water = 1 + u8::from(dice.chance(0.3));
        village.houses.push(House { dusun, water, floor: 20 + dice.below(90) as u16 });
    }
    village
}
