//! Counts and what they are counted out of: the denominator chosen, and counts against rates.

use super::pen::{At, ONE, Pen, bars};
use super::{Control, Grid, Piece, Scene, Touch, only, percent};
use crate::lang::{Lang, learn_pieces as words};
use crate::learn::village::{Resident, Village};

type Test = (fn(Lang) -> &'static str, fn(&Resident) -> bool);

const PARTS: [Test; 3] =
    [(words::at_school, |r| r.school == 1), (words::married, |r| r.married == 1), (words::aged_60, |r| r.age >= 60)];
const WHOLES: [Test; 4] = [
    (words::all_residents, |_| true),
    (words::aged_7_18, |r| (7..=18).contains(&r.age)),
    (words::aged_15, |r| r.age >= 15),
    (words::women_15_49, |r| r.sex == 2 && (15..=49).contains(&r.age)),
];

/// Who counts: a numerator and a denominator are chosen; the rate follows.
pub(super) struct WhoCounts {
    residents: Vec<Resident>,
    part: usize,
    whole: usize,
}

impl WhoCounts {
    pub(super) fn new(village: &Village) -> WhoCounts {
        WhoCounts { residents: village.residents.clone(), part: 0, whole: 0 }
    }

    fn counts(&self) -> (usize, usize) {
        let (part, whole) = (PARTS[self.part].1, WHOLES[self.whole].1);
        let within = self.residents.iter().filter(|r| whole(r));
        within.fold((0, 0), |(n, of), r| (n + usize::from(part(r)), of + 1))
    }
}

impl Piece for WhoCounts {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let named = |tests: &[Test]| tests.iter().map(|(name, _)| name(lang).to_owned()).collect::<Vec<_>>();
        vec![
            Control::Chips {
                id: "part",
                label: words::numerator(lang).into(),
                options: named(&PARTS),
                on: only(3, self.part),
            },
            Control::Chips {
                id: "whole",
                label: words::denominator(lang).into(),
                options: named(&WHOLES),
                on: only(4, self.whole),
            },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let (n, of) = self.counts();
        let mut pen = Pen::default();
        pen.rect((0.0, 24.0, width, 34.0), "var(--sunken)");
        pen.rect((0.0, 24.0, width * n as f64 / of.max(1) as f64, 34.0), ONE);
        pen.text(0.0, 16.0, At::Start, WHOLES[self.whole].0(lang));
        pen.text(0.0, 76.0, At::Start, &words::of(lang, n, of));
        let (part, whole) = (PARTS[self.part].0(lang), WHOLES[self.whole].0(lang));
        let rate = percent(lang, n, of);
        let said = words::who_counts_said(lang, part, whole, words::of(lang, n, of), &rate);
        Scene { height: 84.0, marks: pen.0, said, facts: vec![(words::share(lang).into(), rate)], grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("part", at) if at < PARTS.len() => self.part = at,
            Touch::Choose("whole", at) if at < WHOLES.len() => self.whole = at,
            _ => {}
        }
    }
}

/// Of each dusun, those that pass a test and all.
pub(super) fn by_dusun(residents: &[Resident], test: fn(&Resident) -> bool) -> Vec<(u8, usize, usize)> {
    let mut dusun: Vec<u8> = residents.iter().map(|r| r.dusun).filter(|d| *d > 0).collect();
    dusun.sort_unstable();
    dusun.dedup();
    let count = |d: u8| {
        let here = residents.iter().filter(|r| r.dusun == d);
        here.fold((d, 0, 0), |(d, n, of), r| (d, n + usize::from(test(r)), of + 1))
    };
    dusun.into_iter().map(count).collect()
}

/// Counts or rates of the dusun beside each other, and two rates compared in points and in per cent.
pub(super) struct Rates {
    dusun: Vec<(u8, usize, usize)>,
    as_rate: bool,
    on: usize,
}

impl Rates {
    pub(super) fn new(village: &Village) -> Rates {
        let dusun = by_dusun(&village.residents, |r| r.age >= 60);
        Rates { dusun, as_rate: false, on: 0 }
    }
}

impl Piece for Rates {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let options = vec![words::counts(lang).to_owned(), words::per_hundred(lang).to_owned()];
        vec![Control::Chips {
            id: "as",
            label: words::show_as(lang).into(),
            options,
            on: only(2, usize::from(self.as_rate)),
        }]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let rate = |(_, n, of): &(u8, usize, usize)| 100.0 * *n as f64 / (*of).max(1) as f64;
        let labels: Vec<String> = self.dusun.iter().map(|(d, ..)| format!("D{d}")).collect();
        let values: Vec<f64> = self.dusun.iter().map(|d| if self.as_rate { rate(d) } else { d.1 as f64 }).collect();
        let on = only(labels.len(), self.on);
        let mut pen = Pen::default();
        bars(&mut pen, width, 190.0, &labels, &values, ONE, &on);
        let highest = |value: &dyn Fn(&(u8, usize, usize)) -> f64| {
            self.dusun.iter().max_by(|a, b| value(a).total_cmp(&value(b))).map_or(0, |(d, ..)| *d)
        };
        let (most, highest_rate) = (highest(&|d| d.1 as f64), highest(&|d| rate(d)));
        let rows = self
            .dusun
            .iter()
            .map(|d| vec![format!("Dusun {}", d.0), d.1.to_string(), d.2.to_string(), percent(lang, d.1, d.2)]);
        let head = [words::place(lang), words::aged_60(lang), words::all_residents(lang), words::share(lang)];
        let mut facts = Vec::new();
        if let (Some(low), Some(high)) =
            (self.dusun.iter().map(rate).min_by(f64::total_cmp), self.dusun.iter().map(rate).max_by(f64::total_cmp))
        {
            let form = |v: f64| crate::lang::number::decimal(lang, v, 1);
            facts.push((words::points_apart(lang).into(), words::points(lang, form(high - low))));
            facts.push((
                words::percent_apart(lang).into(),
                format!("{}%", form(if low > 0.0 { 100.0 * (high - low) / low } else { 0.0 })),
            ));
        }
        Scene {
            height: 190.0,
            marks: pen.0,
            said: words::rates_said(lang, most, highest_rate),
            facts,
            grid: Some(Grid {
                picks: (0..labels.len() as u32).collect(),
                ..Grid::of(words::counts(lang), &head, rows.collect(), on)
            }),
        }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("as", at) => self.as_rate = at == 1,
            Touch::Pick(at) if (at as usize) < self.dusun.len() => self.on = at as usize,
            _ => {}
        }
    }
}
