//! Who is my neighbour: the more answers are known, the smaller the crowd in which somebody hides.

use super::pen::{FEMALE, ONE, Pen, TWO};
use super::{Control, Grid, Piece, Scene, Touch, percent};
use crate::lang::{Lang, learn_pieces as words};
use crate::learn::village::{Resident, Village};
use std::collections::BTreeMap;

type Known = (fn(Lang) -> &'static str, fn(&Resident) -> u8);

const KNOWN: [Known; 6] = [
    (words::sex_head, |r| r.sex),
    (words::age_group, |r| r.age / 5),
    (words::place, |r| r.dusun),
    (words::education, |r| r.education),
    (words::marital, |r| r.married),
    (words::school, |r| r.school),
];

pub(super) struct Neighbour {
    residents: Vec<Resident>,
    known: [bool; 6],
    who: usize,
}

impl Neighbour {
    pub(super) fn new(village: &Village) -> Neighbour {
        Neighbour { residents: village.residents.clone(), known: [true, false, false, false, false, false], who: 0 }
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
        let size = if self.residents.len() > 900 { 7.0 } else { 9.0 };
        let across = (width / size).max(1.0) as usize;
        for (at, key) in keys.iter().enumerate() {
            let n = crowd(at);
            let same = keys.get(self.who) == Some(key);
            let fill = if same {
                ONE
            } else if n == 1 {
                FEMALE
            } else if n < 5 {
                TWO
            } else {
                "var(--line)"
            };
            pen.pick(
                ((at % across) as f64 * size, (at / across) as f64 * size, size - 1.3, size - 1.3),
                fill,
                at,
                at == self.who,
            );
        }
        let alone = (0..keys.len()).filter(|at| crowd(*at) == 1).count();
        let few = (0..keys.len()).filter(|at| crowd(*at) < 5).count();
        let facts = vec![
            (
                words::alone(lang).into(),
                format!("{} ({})", words::of(lang, alone, keys.len()), percent(lang, alone, keys.len())),
            ),
            (
                words::fewer_than_5(lang).into(),
                format!("{} ({})", words::of(lang, few, keys.len()), percent(lang, few, keys.len())),
            ),
        ];
        let n = crowd(self.who);
        let said = if n == 1 { words::neighbour_found(lang).to_owned() } else { words::neighbour_said(lang, n) };
        let rows = self.residents.iter().zip(&keys).filter(|(_, key)| keys.get(self.who) == Some(*key)).take(8).map(
            |(r, _)| {
                vec![
                    words::sex(lang, r.sex).to_owned(),
                    format!("{}–{}", r.age / 5 * 5, r.age / 5 * 5 + 4),
                    format!("Dusun {}", r.dusun),
                ]
            },
        );
        let head = [words::sex_head(lang), words::age_group(lang), words::place(lang)];
        let grid = Grid::of(words::same_answers(lang), &head, rows.collect(), Vec::new());
        Scene {
            height: (keys.len().div_ceil(across) as f64 * size).max(1.0),
            marks: pen.0,
            said,
            facts,
            grid: Some(grid),
        }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("known", at) if at < 6 => self.known[at] = !self.known[at],
            Touch::Pick(at) if (at as usize) < self.residents.len() => self.who = at as usize,
            Touch::Press("next") => self.who = (self.who + 37) % self.residents.len().max(1),
            _ => {}
        }
    }
}
