//! Error hunt: last digits of ages, with ages rounded as people round them; a digit chosen shows its people in the table.

use super::pen::{ONE, Pen, bars};
use super::{Control, Grid, Piece, Scene, Touch};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::dice::Dice;
use crate::learn::village::{Resident, Village};

pub(super) struct ErrorHunt {
    people: Vec<Resident>,
    told: Vec<u8>,
    rounded: f64,
    digit: Option<usize>,
    seed: u64,
}

/// Rows of the table at most.
const ROWS: usize = 12;

impl ErrorHunt {
    pub(super) fn new(village: &Village, seed: u64) -> ErrorHunt {
        let people = village.residents.iter().filter(|r| (23..=62).contains(&r.age)).copied().collect();
        let mut hunt = ErrorHunt { people, told: Vec::new(), rounded: 30.0, digit: None, seed };
        hunt.tell();
        hunt
    }

    /// So many per cent tell the nearest age that ends in 0 or 5.
    fn tell(&mut self) {
        let mut dice = Dice::new(self.seed);
        let share = self.rounded / 100.0;
        let told = self.people.iter().map(|r| {
            let rounds = dice.chance(share);
            if rounds { (r.age + 2) / 5 * 5 } else { r.age }
        });
        self.told = told.collect();
    }

    fn digits(&self) -> [usize; 10] {
        let mut counts = [0; 10];
        self.told.iter().for_each(|age| counts[usize::from(age % 10)] += 1);
        counts
    }
}

/// Whipple's index of ages 23 to 62: 100 where nobody rounds, 500 where everybody does.
pub fn whipple(ages: &[u8]) -> Option<f64> {
    let within: Vec<u8> = ages.iter().copied().filter(|age| (23..=62).contains(age)).collect();
    let round = within.iter().filter(|age| *age % 5 == 0).count();
    (!within.is_empty()).then(|| 500.0 * round as f64 / within.len() as f64)
}

impl Piece for ErrorHunt {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let options = (0..10).map(|d| d.to_string()).collect();
        let shown = format!("{:.0}%", self.rounded);
        vec![
            Control::Slider {
                id: "rounded",
                label: words::who_round(lang).into(),
                from: 0.0,
                to: 100.0,
                step: 5.0,
                value: self.rounded,
                shown,
            },
            Control::Chips {
                id: "digit",
                label: words::last_digit(lang).into(),
                options,
                on: (0..10).map(|d| self.digit == Some(d)).collect(),
            },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let counts = self.digits();
        let labels: Vec<String> = (0..10).map(|d| d.to_string()).collect();
        let on: Vec<bool> = (0..10).map(|d| self.digit == Some(d)).collect();
        let mut pen = Pen::default();
        bars(&mut pen, width, 170.0, &labels, &counts.map(|n| n as f64), ONE, &on);
        // The tiles below are the same people, a tile each.
        let across = (width / 9.0).max(1.0) as usize;
        for (at, age) in self.told.iter().enumerate() {
            let chosen = self.digit == Some(usize::from(age % 10));
            let (x, y) = ((at % across) as f64 * 9.0, 182.0 + (at / across) as f64 * 9.0);
            pen.rect((x, y, 7.5, 7.5), if chosen { super::pen::TWO } else { "var(--line)" });
        }
        let height = 190.0 + self.told.len().div_ceil(across) as f64 * 9.0;
        let index = whipple(&self.told).map_or("–".to_owned(), |w| number::decimal(lang, w, 0));
        let said = match self.digit {
            Some(digit) => words::digit_said(lang, counts[digit], self.told.len(), digit),
            None => words::heap_said(lang, counts[0] + counts[5], self.told.len(), &index),
        };
        let chosen = self.people.iter().zip(&self.told).filter(|(_, age)| self.digit == Some(usize::from(**age % 10)));
        let rows: Vec<Vec<String>> = chosen
            .take(ROWS)
            .map(|(r, age)| vec![age.to_string(), words::sex(lang, r.sex).to_owned(), format!("Dusun {}", r.dusun)])
            .collect();
        let head = [words::age_told(lang), words::sex_head(lang), words::place(lang)];
        let grid = (!rows.is_empty()).then(|| Grid::of(words::chosen_people(lang), &head, rows, Vec::new()));
        Scene { height, marks: pen.0, said, facts: vec![("Whipple".into(), index)], grid }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Slide("rounded", value) => {
                self.rounded = value.clamp(0.0, 100.0);
                self.tell();
            }
            Touch::Choose("digit", digit) if digit < 10 => self.digit = (self.digit != Some(digit)).then_some(digit),
            Touch::Pick(digit) if digit < 10 => {
                self.digit = (self.digit != Some(digit as usize)).then_some(digit as usize)
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn whipple_is_100_without_rounding_and_500_with() {
        let even: Vec<u8> = (23..=62).collect();
        assert_eq!(super::whipple(&even), Some(100.0));
        assert_eq!(super::whipple(&[25, 30, 60]), Some(500.0));
        assert_eq!(super::whipple(&[10, 70]), None);
    }
}
