//! Error hunt: last digits of ages, with ages rounded as people round them. Linked views: a digit, an RT or a person chosen in
//! the bars, the tiles, the map or the table is the same people in all four.

use super::pen::{ONE, Pen, REST, TWO, bars};
use super::{Control, Grid, Piece, Scene, Touch, map, people_a_tile};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::dice::Dice;
use crate::learn::village::{Place, Resident, Village};

pub(super) struct ErrorHunt {
    people: Vec<Resident>,
    places: Vec<Place>,
    told: Vec<u8>,
    rounded: f64,
    digit: Option<usize>,
    rt: Option<u8>,
    who: Option<usize>,
    seed: u64,
}

/// Rows of the table at most.
const ROWS: usize = 12;
/// Height of the bars.
const BARS: f64 = 170.0;
const SIDE: f64 = 9.0;
/// Numbers of people among what can be picked begin here.
const PEOPLE: u32 = 1_000;

impl ErrorHunt {
    pub(super) fn new(village: &Village, seed: u64) -> ErrorHunt {
        let people = village.residents.iter().filter(|r| (23..=62).contains(&r.age)).copied().collect();
        let mut hunt = ErrorHunt {
            people,
            places: village.places.clone(),
            told: Vec::new(),
            rounded: 30.0,
            digit: None,
            rt: None,
            who: None,
            seed,
        };
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

    fn digit_of(&self, at: usize) -> usize {
        usize::from(self.told[at] % 10)
    }

    /// Whether somebody is among the chosen: a person alone, or those of the digit and of the RT.
    fn chosen(&self, at: usize) -> bool {
        match self.who {
            Some(who) => who == at,
            None => {
                (self.digit.is_some() || self.rt.is_some())
                    && self.digit.is_none_or(|digit| digit == self.digit_of(at))
                    && self.rt.is_none_or(|rt| rt == self.people[at].place)
            }
        }
    }

    fn counts(&self, of: impl Fn(usize) -> bool) -> [usize; 10] {
        let mut counts = [0; 10];
        (0..self.told.len()).filter(|at| of(*at)).for_each(|at| counts[self.digit_of(at)] += 1);
        counts
    }

    fn choose_person(&mut self, at: usize) {
        if at < self.people.len() {
            self.who = (self.who != Some(at)).then_some(at);
        }
    }

    fn choose_digit(&mut self, digit: usize) {
        (self.digit, self.who) = ((self.digit != Some(digit)).then_some(digit), None);
    }

    fn choose_rt(&mut self, rt: u8) {
        (self.rt, self.who) = ((self.rt != Some(rt)).then_some(rt), None);
    }

    /// Where the tiles begin, how many stand in a row at this width, and how many people each stands for.
    fn layout(&self, width: f64) -> (f64, usize, usize) {
        (BARS + 12.0, (width / SIDE).max(1.0) as usize, people_a_tile(self.people.len()))
    }

    fn row(&self, lang: Lang, at: usize) -> Vec<String> {
        let r = &self.people[at];
        let place = usize::from(r.place).checked_sub(1).and_then(|at| self.places.get(at));
        let place = place.map_or_else(|| words::rt_not_told(lang).to_owned(), |place| place.name.clone());
        vec![self.told[at].to_string(), words::sex(lang, r.sex).to_owned(), format!("D{} · {place}", r.dusun)]
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
        let places = self.places.iter().map(|place| place.name.clone()).collect();
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
            Control::Chips {
                id: "rt",
                label: words::rt_on_map(lang).into(),
                options: places,
                on: (1..=self.places.len()).map(|rt| self.rt.map(usize::from) == Some(rt)).collect(),
            },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let (all, n) = (self.counts(|_| true), self.told.len());
        let chosen = self.counts(|at| self.chosen(at));
        let labels: Vec<String> = (0..10).map(|d| d.to_string()).collect();
        let on: Vec<bool> = (0..10).map(|d| self.digit == Some(d)).collect();
        let mut pen = Pen::default();
        bars(&mut pen, width, BARS, &labels, &all.map(|n| n as f64), ONE, &on);
        // Within each bar, the chosen.
        let most = all.iter().copied().max().unwrap_or(0).max(1) as f64;
        let step = width / 10.0;
        for (digit, n) in chosen.iter().enumerate().filter(|(_, n)| **n > 0) {
            let tall = (BARS - 44.0) * *n as f64 / most;
            pen.cover((step * digit as f64 + step * 0.12, BARS - 22.0 - tall, step * 0.76, tall.max(2.0)), TWO);
        }
        // A tile each for the same people, in the order of the list.
        let (top, across, each) = self.layout(width);
        let tile = |at: usize| ((at / each % across) as f64 * SIDE, top + (at / each / across) as f64 * SIDE);
        let shown = || (0..n).step_by(each);
        pen.tiles(shown().filter(|at| !self.chosen(*at)).map(tile), SIDE - 1.5, REST);
        pen.tiles(shown().filter(|at| self.chosen(*at)).map(tile), SIDE - 1.5, TWO);
        let rows = n.div_ceil(each).div_ceil(across) as f64;
        let dots: Vec<map::Dot> = shown().map(|at| (self.people[at].place, self.chosen(at))).collect();
        let rt = self.who.map(|who| self.people[who].place).or(self.rt);
        let height = map::draw(&mut pen, (top + rows * SIDE + 10.0, width), lang, &self.places, &dots, rt);

        let index = whipple(&self.told).map_or("–".to_owned(), |w| number::decimal(lang, w, 0));
        let n_chosen: usize = chosen.iter().sum();
        let said = match (self.who, self.digit, self.rt) {
            (Some(who), ..) => words::person_said(lang, self.row(lang, who).join(", "), self.digit_of(who)),
            (None, Some(digit), None) => words::digit_said(lang, n_chosen, n, digit),
            (None, None, None) => words::heap_said(lang, all[0] + all[5], n, &index),
            (None, digit, Some(rt)) => {
                let name = self.places.get(usize::from(rt) - 1).map_or("RT", |place| &place.name);
                let round = if digit.is_none() { chosen[0] + chosen[5] } else { n_chosen };
                match digit {
                    Some(digit) => words::digit_in_rt_said(lang, round, name, digit),
                    None => words::rt_said(lang, n_chosen, name, round),
                }
            }
        };
        let mut facts = vec![("Whipple".to_owned(), index)];
        if each > 1 {
            facts.push((words::a_tile(lang).into(), words::people(lang, each)));
        }
        let listed: Vec<usize> = match self.who {
            // The chosen person stands among those of the same digit, so that the table can choose another one.
            Some(who) => [who]
                .into_iter()
                .chain((0..n).filter(|at| *at != who && self.digit_of(*at) == self.digit_of(who)))
                .collect(),
            None => (0..n).filter(|at| self.chosen(*at)).collect(),
        };
        let listed = &listed[..listed.len().min(ROWS)];
        let head = [words::age_told(lang), words::sex_head(lang), words::place(lang)];
        let rows: Vec<Vec<String>> = listed.iter().map(|at| self.row(lang, *at)).collect();
        let on = listed.iter().map(|at| self.who == Some(*at)).collect();
        let grid = (!rows.is_empty()).then(|| Grid {
            picks: listed.iter().map(|at| PEOPLE + *at as u32).collect(),
            ..Grid::of(words::chosen_people(lang), &head, rows, on)
        });
        Scene { height, marks: pen.0, said, facts, grid }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Slide("rounded", value) => {
                self.rounded = value.clamp(0.0, 100.0);
                self.tell();
            }
            Touch::Choose("digit", digit) if digit < 10 => self.choose_digit(digit),
            Touch::Pick(digit) if digit < 10 => self.choose_digit(digit as usize),
            Touch::Choose("rt", at) if at < self.places.len() => self.choose_rt(at as u8 + 1),
            Touch::Pick(pick) if pick >= map::RT => {
                if let Some(rt) = map::picked(pick, &self.places) {
                    self.choose_rt(rt);
                }
            }
            Touch::Pick(pick) if pick >= PEOPLE => self.choose_person((pick - PEOPLE) as usize),
            Touch::Tap(x, y, width) => {
                let (top, across, each) = self.layout(width);
                if y >= top && x >= 0.0 && ((x / SIDE) as usize) < across {
                    self.choose_person((((y - top) / SIDE) as usize * across + (x / SIDE) as usize) * each);
                }
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
