//! NIK and No. KK of invented persons. Sequence numbers begin at 9001 for each day and sex, far above those that a real
//! registry hands out in a day, so that no number of a living person comes out.

use super::dice::Dice;
use super::place::DISTRICT;
use crate::base::Date;
use crate::base::codes::Sex;

const FIRST_SEQUENCE: u16 = 9_001;
/// Day number of 1 January 1900, where the counters begin.
const FIRST_DAY: i32 = -25_567;
/// Places of first registration elsewhere: Banjarmasin, Banjar, Kapuas, Hulu Sungai Utara.
const ELSEWHERE: [u32; 6] = [637_104, 637_101, 630_305, 620_301, 630_805, 630_405];

/// Hands out numbers, none twice.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    people: Vec<u16>,
    cards: Vec<u16>,
}

fn next(counters: &mut Vec<u16>, at: usize) -> u16 {
    if counters.len() <= at {
        counters.resize(at + 1, 0);
    }
    let count = counters[at] % 999;
    counters[at] += 1;
    FIRST_SEQUENCE + count
}

impl Numbers {
    /// A NIK for a person born on a day, of this sex; few were first registered elsewhere.
    pub fn nik(&mut self, dice: &mut Dice, born: Date, sex: Sex) -> String {
        let at = (born.day_number() - FIRST_DAY).max(0) as usize * 2 + usize::from(sex == Sex::Female);
        let sequence = next(&mut self.people, at);
        let region = if dice.in_1000(970) { DISTRICT } else { dice.pick(&ELSEWHERE) };
        nik(region, born, sex, sequence)
    }

    /// A No. KK registered on a day.
    pub fn kk(&mut self, registered: Date) -> String {
        let at = (registered.day_number() - FIRST_DAY).max(0) as usize;
        let sequence = next(&mut self.cards, at);
        let year2 = registered.year.rem_euclid(100);
        format!("{DISTRICT:06}{:02}{:02}{year2:02}{sequence:04}", registered.day, registered.month)
    }
}

/// The sixteen digits of a NIK.
pub fn nik(region: u32, born: Date, sex: Sex, sequence: u16) -> String {
    let day = born.day + if sex == Sex::Female { 40 } else { 0 };
    format!("{region:06}{day:02}{:02}{:02}{sequence:04}", born.month, born.year.rem_euclid(100))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::nik::{Nik, check_kk};

    #[test]
    fn numbers_are_well_formed_and_never_twice() {
        let mut numbers = Numbers::default();
        let mut dice = Dice::new(1, 1);
        let born = Date { year: 1990, month: 8, day: 12 };
        let all: Vec<_> = (0..50).map(|_| numbers.nik(&mut dice, born, Sex::Female)).collect();
        for text in &all {
            let nik = Nik::parse(text).unwrap();
            assert!(nik.agrees_with(born) && nik.sex == Sex::Female && nik.sequence > 9_000);
        }
        let mut distinct = all.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), all.len());
        assert_eq!(check_kk(&numbers.kk(born)), Ok(()));
    }
}
