//! Who is my neighbour: the more answers are known, the smaller the crowd in which somebody hides.

use super::pen::{FEMALE, ONE, Pen, REST, TWO};
use super::{Control, Grid, Piece, Scene, Touch, people_a_tile, percent};
use crate::lang::{Lang, learn_pieces as words};
use crate::learn::village::{Place, Resident, Village};
use std::collections::BTreeMap;

type Known = (fn(Lang) -> &'static str, fn(&Resident) -> u8);

const KNOWN: [Known; 7] = [
    (words::sex_head, |r| r.sex),
    (words::age_group, |r| r.age / 5),
    (words::place, |r| r.dusun),
    (words::rt, |r| r.place),
    (words::education, |r| r.education),
    (words::marital, |r| r.married),
    (words::school, |r| r.school),
];

pub(super) struct Neighbour {
    residents: Vec<Resident>,
    places: Vec<Place>,
    known: [bool; KNOWN.len()],
    who: usize,
}

/// Side of a tile, how many stand in a row, and how many people each stands for.
fn layout(n: usize, width: f64) -> (f64, usize, usize) {
    let side = if n > 900 { 7.0 } else { 9.0 };
    (side, (width / side).max(1.0) as usize, people_a_tile(n))
}

impl Neighbour {
    pub(super) fn new(village: &Village) -> Neighbour {
        let mut known = [false; KNOWN.len()];
        known[0] = true;
        Neighbour { residents: village.residents.clone(), places: village.places.clone(), known, who: 0 }
    }

    fn row(&self, lang: Lang, at: usize) -> Vec<String> {
        let r = &self.residents[at];
        let place = usize::from(r.place).checked_sub(1).and_then(|at| self.places.get(at));
        let place = place.map_or_else(|| words::rt_not_told(lang).to_owned(), |place| place.name.clone());
        let age = r.age / 5 * 5;
        vec![words::sex(lang, r.sex).to_owned(), format!("{age}–{}", age + 4), format!("D{} · {place}", r.dusun)]
    }

    fn key(&self, resident: &Resident) -> Vec<u8> {
        KNOWN.iter().zip(self.known).filter(|(_, on)| *on).map(|((_, read), _)| read(resident)).collect()
    }
}

impl Piece for Neighbour {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let options = KNOWN.iter().map(|(name, _)| name(lang).to_owned()).collect();
        vec![
            Control::Chips { id: "known", label: words::what_is_known(lang).into(), options, on: self.known.to_vec() },
            Control::Button { id: "next", label: words::another_person(lang).into() },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let keys: Vec<Vec<u8>> = self.residents.iter().map(|r| self.key(r)).collect();
        let mut crowds: BTreeMap<&Vec<u8>, usize> = BTreeMap::new();
        keys.iter().for_each(|key| *crowds.entry(key).or_default() += 1);
        let crowd = |at: usize| keys.get(at).and_then(|key| crowds.get(key)).copied().unwrap_or(0);
        let mut pen = Pen::default();
        let (side, across, each) = layout(keys.len(), width);
        let corner = |at: usize| ((at / each % across) as f64 * side, (at / each / across) as f64 * side);
        let kind = |at: usize| match crowd(at) {
            _ if keys.get(self.who) == keys.get(at) => 0,
            1 => 1,
            2..=4 => 2,
            _ => 3,
        };
        let kinds: Vec<(usize, usize)> = (0..keys.len()).step_by(each).map(|at| (at, kind(at))).collect();
        for (wanted, fill) in [(3, REST), (2, TWO), (1, FEMALE), (0, ONE)] {
            let these = kinds.iter().filter(|(_, kind)| *kind == wanted).map(|(at, _)| corner(*at));
            pen.tiles(these, side - 1.3, fill);
        }
        if self.who < keys.len() {
            let (x, y) = corner(self.who);
            pen.frame((x - 0.6, y - 0.6, side, side));
        }
        let alone = (0..keys.len()).filter(|at| crowd(*at) == 1).count();
        let few = (0..keys.len()).filter(|at| crowd(*at) < 5).count();
        let mut facts = vec![
            (
                words::alone(lang).into(),
                format!("{} ({})", words::of(lang, alone, keys.len()), percent(lang, alone, keys.len())),
            ),
            (
                words::fewer_than_5(lang).into(),
                format!("{} ({})", words::of(lang, few, keys.len()), percent(lang, few, keys.len())),
            ),
        ];
        if each > 1 {
            facts.push((words::a_tile(lang).into(), words::people(lang, each)));
        }
        let n = crowd(self.who);
        let said = if n == 1 { words::neighbour_found(lang).to_owned() } else { words::neighbour_said(lang, n) };
        let same: Vec<usize> = (0..keys.len()).filter(|at| keys.get(self.who) == keys.get(*at)).take(8).collect();
        let rows = same.iter().map(|at| self.row(lang, *at)).collect();
        let head = [words::sex_head(lang), words::age_group(lang), words::place(lang)];
        let on = same.iter().map(|at| *at == self.who).collect();
        let grid = Grid {
            picks: same.iter().map(|at| *at as u32).collect(),
            ..Grid::of(words::same_answers(lang), &head, rows, on)
        };
        Scene {
            height: (keys.len().div_ceil(each).div_ceil(across) as f64 * side).max(1.0),
            marks: pen.0,
            said,
            facts,
            grid: Some(grid),
        }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("known", at) if at < KNOWN.len() => self.known[at] = !self.known[at],
            Touch::Pick(at) if (at as usize) < self.residents.len() => self.who = at as usize,
            Touch::Tap(x, y, width) if x >= 0.0 && y >= 0.0 => {
                let (side, across, each) = layout(self.residents.len(), width);
                let at = ((y / side) as usize * across + (x / side) as usize) * each;
                if (x / side) < across as f64 && at < self.residents.len() {
                    self.who = at;
                }
            }
            Touch::Press("next") => self.who = (self.who + 37) % self.residents.len().max(1),
            _ => {}
        }
    }
}
