//! Small numbers and luck: births of the village's places, year after year, where every woman has the same chance. A line for
//! one place, and below it all RT of one year: the small ones take both ends.

use super::pen::{At, FEMALE, ONE, Pen, REST, TWO};
use super::{Control, Piece, Scene, Touch};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::dice::Dice;
use crate::learn::village::{Resident, Village};

/// A place: the whole village, a dusun, an RT.
struct Place {
    name: Option<String>,
    dusun: u8,
    residents: usize,
    /// Women of 15 to 49, each of whom may give birth.
    women: usize,
}

pub(super) struct SmallNumbers {
    /// The village, its dusun, its RT.
    places: Vec<Place>,
    n_dusun: usize,
    /// Births a year for each woman of 15 to 49.
    chance: f64,
    /// The chosen place; nothing where the number was set by hand.
    at: Option<usize>,
    expected: f64,
    years: Vec<usize>,
    /// Births of each RT in the last year.
    now: Vec<usize>,
    dice: Dice,
    left: usize,
    wait: usize,
}

/// Women at risk where no place is chosen: each gives birth with the same small chance, so that the count is nearly Poisson.
const WOMEN: usize = 200;
/// Frames between two years, so that they can be watched.
const FRAMES: usize = 6;

/// Births a year for each woman of 15 to 49: children under five by five years; nothing where there are none of either.
pub fn births_a_woman(residents: &[Resident]) -> Option<f64> {
    let women = residents.iter().filter(|r| is_woman(r)).count();
    let children = residents.iter().filter(|r| r.age < 5).count();
    (women > 0 && children > 0).then(|| (children as f64 / 5.0 / women as f64).min(0.9))
}

fn is_woman(r: &Resident) -> bool {
    r.sex == 2 && (15..=49).contains(&r.age)
}

impl SmallNumbers {
    pub(super) fn new(village: &Village, births: Option<f64>, seed: u64) -> SmallNumbers {
        let place = |name: Option<String>, dusun: u8, here: &dyn Fn(&Resident) -> bool| {
            let of = || village.residents.iter().filter(|r| here(r));
            Place { name, dusun, residents: of().count(), women: of().filter(|r| is_woman(r)).count() }
        };
        let last = village.residents.iter().map(|r| r.dusun).max().unwrap_or(0);
        let dusun = (1..=last).map(|d| place(Some(format!("Dusun {d}")), d, &|r| r.dusun == d));
        let rt = village.places.iter().enumerate();
        let rt = rt.map(|(at, told)| place(Some(told.name.clone()), told.dusun, &|r| usize::from(r.place) == at + 1));
        let places: Vec<Place> = [place(None, 0, &|_| true)].into_iter().chain(dusun).chain(rt).collect();
        let chance = births_a_woman(&village.residents);
        let mut made = SmallNumbers {
            n_dusun: usize::from(last),
            chance: chance.unwrap_or(0.0),
            at: None,
            expected: births.filter(|births| births.is_finite()).unwrap_or(3.0).clamp(1.0, 60.0),
            years: Vec::new(),
            now: Vec::new(),
            dice: Dice::new(seed),
            left: 20,
            wait: 0,
            places,
        };
        // The smallest RT shows luck best.
        let rt = 1 + made.n_dusun..made.places.len();
        let smallest = rt.filter(|at| made.places[*at].women > 0).min_by_key(|at| made.places[*at].residents);
        if let (None, Some(at), Some(_)) = (births, smallest, chance) {
            made.choose(at);
        }
        made
    }

    fn choose(&mut self, at: usize) {
        if self.chance > 0.0 && self.places[at].women > 0 {
            (self.at, self.expected) = (Some(at), self.chance * self.places[at].women as f64);
            self.begin();
        }
    }

    fn begin(&mut self) {
        (self.years, self.now, self.left, self.wait) = (Vec::new(), Vec::new(), 20, 0);
    }

    fn rts(&self) -> &[Place] {
        self.places.get(1 + self.n_dusun..).unwrap_or(&[])
    }

    fn name(&self, lang: Lang, at: usize) -> String {
        self.places[at].name.clone().unwrap_or_else(|| words::whole_village(lang).to_owned())
    }

    fn draw_line(&self, pen: &mut Pen, lang: Lang, width: f64) {
        let most = self.years.iter().copied().max().unwrap_or(0) as f64;
        let most = most.max(self.expected * 2.0).max(1.0);
        let (shown, y) = (self.years.len().min(60), |n: f64| 122.0 - 104.0 * n / most);
        let step = (width - 30.0) / shown.max(20) as f64;
        let last = &self.years[self.years.len() - shown..];
        let place = |(at, n): (usize, &usize)| (26.0 + (at as f64 + 0.5) * step, y(*n as f64));
        let points: Vec<(f64, f64)> = last.iter().enumerate().map(place).collect();
        pen.line((24.0, y(self.expected)), (width - 4.0, y(self.expected)), "var(--ink)", 1.5);
        pen.path(&points, ONE);
        points.iter().for_each(|(x, y)| pen.dot(*x, *y, 3.5, ONE));
        pen.axis((24.0, 122.0), (width - 4.0, 122.0));
        for value in [0.0, most.floor()] {
            pen.text(20.0, y(value) + 4.0, At::End, &format!("{value:.0}"));
        }
        pen.text(24.0, 140.0, At::Start, &words::years_of_births(lang, self.years.len()));
    }

    /// All places of the last year: births for each 1,000 residents against how many live there (by the root, so that small
    /// places stand apart), within two usual swings of what is to be expected.
    fn draw_places(&self, pen: &mut Pen, lang: Lang, width: f64) {
        let (top, low) = (170.0, 290.0);
        let Some(village) = self.places.first() else { return };
        let rate = |births: f64, of: usize| 1_000.0 * births / of.max(1) as f64;
        let usual = rate(self.chance * village.women as f64, village.residents);
        let (big, most) = (village.residents.max(1) as f64, (usual * 3.5).max(1.0));
        let x = |n: f64| 30.0 + (width - 44.0) * (n / big).sqrt();
        let y = |rate: f64| low - (low - top) * (rate / most).min(1.0);
        pen.text(0.0, top - 8.0, At::Start, words::places_this_year(lang));
        pen.axis((26.0, low), (width - 4.0, low));
        pen.line((26.0, y(usual)), (width - 4.0, y(usual)), "var(--ink)", 1.5);
        pen.text(22.0, y(usual) + 4.0, At::End, &format!("{usual:.0}"));
        let share = usual / 1_000.0;
        let swing = |n: f64, way: f64| (usual + way * 2.0 * 1_000.0 * (share / n.max(1.0)).sqrt()).max(0.0);
        for way in [1.0, -1.0] {
            let steps = (1..=40).map(|part| big * (f64::from(part) / 40.0).powi(2));
            let shown: Vec<(f64, f64)> =
                steps.filter(|n| swing(*n, 1.0) < most).map(|n| (x(n), y(swing(n, way)))).collect();
            pen.path(&shown, REST);
        }
        let mut dot = |of: usize, births: usize, size: f64| {
            let (n, at) = (of as f64, rate(births as f64, of));
            let out = at > swing(n, 1.0) || at < swing(n, -1.0);
            pen.dot(x(n), y(at), size, if out { FEMALE } else { TWO });
        };
        let rts = || self.rts().iter().zip(&self.now);
        // A larger place is the sum of its RT, so that the same year is seen three times.
        let of = |dusun: Option<u8>| {
            let here = rts().filter(|(rt, _)| dusun.is_none_or(|dusun| rt.dusun == dusun));
            here.fold((0, 0), |(n, births), (rt, b)| (n + rt.residents, births + b))
        };
        rts().for_each(|(rt, births)| dot(rt.residents, *births, 4.5));
        for dusun in 1..=self.n_dusun as u8 {
            let (n, births) = of(Some(dusun));
            dot(n, births, 6.5);
        }
        let (n, births) = of(None);
        dot(n, births, 8.5);
        pen.text(26.0, low + 17.0, At::Start, words::place_sizes(lang));
    }

    /// The RT with the highest and the lowest rate of the last year.
    fn ends(&self) -> Option<(&Place, &Place)> {
        let rate = |(rt, n): &(&Place, &usize)| **n as f64 / rt.residents.max(1) as f64;
        let of = || self.rts().iter().zip(&self.now).filter(|(rt, _)| rt.residents > 0);
        let high = of().max_by(|a, b| rate(a).total_cmp(&rate(b)))?;
        let low = of().min_by(|a, b| rate(a).total_cmp(&rate(b)))?;
        Some((high.0, low.0))
    }
}

/// Years in which there were twice as many as in the year before, and those in which there were half as many.
pub fn leaps(years: &[usize]) -> (usize, usize) {
    let doubled = years.windows(2).filter(|pair| pair[1] >= 2 * pair[0].max(1)).count();
    let halved = years.windows(2).filter(|pair| pair[0] > 0 && pair[1] * 2 <= pair[0]).count();
    (doubled, halved)
}

impl Piece for SmallNumbers {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let shown = words::a_year(lang, number::decimal(lang, self.expected, 1));
        let mut all = Vec::new();
        if self.chance > 0.0 {
            all.push(Control::Chips {
                id: "place",
                label: words::births_of(lang).into(),
                options: (0..self.places.len()).map(|at| self.name(lang, at)).collect(),
                on: (0..self.places.len()).map(|at| self.at == Some(at)).collect(),
            });
        }
        all.extend([
            Control::Slider {
                id: "expected",
                label: words::births_expected(lang).into(),
                from: 1.0,
                to: self.expected.max(60.0).ceil(),
                step: 1.0,
                value: self.expected,
                shown,
            },
            Control::Button { id: "years", label: words::ten_years(lang).into() },
            Control::Button { id: "again", label: words::again(lang).into() },
        ]);
        all
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let mut pen = Pen::default();
        self.draw_line(&mut pen, lang, width);
        let with_places = self.chance > 0.0 && self.rts().len() > 1;
        if with_places {
            self.draw_places(&mut pen, lang, width);
        }
        let (doubled, halved) = leaps(&self.years);
        let pairs = self.years.len().saturating_sub(1);
        let mut facts = vec![
            (words::doubled(lang).into(), words::of(lang, doubled, pairs)),
            (words::halved(lang).into(), words::of(lang, halved, pairs)),
            (words::usual_swing(lang).into(), format!("± {}", number::decimal(lang, self.expected.sqrt(), 1))),
        ];
        if let Some(at) = self.at {
            facts.insert(
                0,
                (self.name(lang, at), words::people(lang, number::whole(lang, self.places[at].residents as i64))),
            );
        }
        let mut said = match self.years.as_slice() {
            [.., before, now] => words::small_said(lang, *before, *now, number::decimal(lang, self.expected, 1)),
            _ => words::small_begin(lang).to_owned(),
        };
        if let (true, Some((high, low))) = (with_places, self.ends()) {
            let named = |place: &Place| place.name.clone().unwrap_or_default();
            said = format!("{said} {}", words::ends_said(lang, named(high), named(low)));
        }
        Scene { height: if with_places { 312.0 } else { 146.0 }, marks: pen.0, said, facts, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("place", at) if at < self.places.len() => self.choose(at),
            Touch::Slide("expected", value) => {
                (self.at, self.expected) = (None, value.clamp(1.0, 60.0));
                self.begin();
            }
            Touch::Press("years") => self.left += 10,
            Touch::Press("again") => self.begin(),
            _ => {}
        }
    }

    fn tick(&mut self) -> bool {
        if self.left == 0 || self.years.len() >= 600 {
            return false;
        }
        self.wait = (self.wait + 1) % FRAMES;
        if self.wait != 1 {
            return true;
        }
        self.left -= 1;
        let women: Vec<usize> = self.rts().iter().map(|rt| rt.women).collect();
        self.now = women.into_iter().map(|women| self.dice.binomial(women, self.chance)).collect();
        let (women, chance) = match self.at {
            Some(at) => (self.places[at].women, self.chance),
            None => (WOMEN, self.expected / WOMEN as f64),
        };
        // The chosen RT is the same in both drawings.
        let of_now = self.at.and_then(|at| at.checked_sub(1 + self.n_dusun)).and_then(|at| self.now.get(at)).copied();
        self.years.push(of_now.unwrap_or_else(|| self.dice.binomial(women, chance)));
        true
    }
}
