//! The middle and the spread: a few invented incomes, or a few families or residents of the village, drawn by lot, one of whom
//! is dragged. The mean follows, the median hardly; below them stand all of whom they were drawn.

use super::pen::{At, FEMALE, ONE, Pen, REST, TWO};
use super::{Control, Piece, Scene, Touch, only};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::dice::Dice;
use crate::learn::village::Village;

/// Something with a number: what it is called, its unit, the end of its axis, the width of a class, digits behind the comma.
struct Kind {
    name: fn(Lang) -> &'static str,
    value: fn(Lang, String) -> String,
    most: f64,
    class: f64,
    digits: usize,
}

const KINDS: [Kind; 4] = [
    Kind { name: words::income, value: words::million, most: 16.0, class: 0.5, digits: 1 },
    Kind { name: words::floor_area, value: words::square_metres, most: 200.0, class: 10.0, digits: 0 },
    Kind { name: words::members, value: words::people, most: 20.0, class: 1.0, digits: 0 },
    Kind { name: words::age, value: words::years, most: 120.0, class: 5.0, digits: 0 },
];

impl Kind {
    /// Into how many parts one is cut.
    fn parts(&self) -> f64 {
        if self.digits > 0 { 10.0 } else { 1.0 }
    }
}

/// Incomes of a month, in million rupiah, of 200 invented families, the same everywhere: the register asks for no sums. Most
/// are usual ones; one in twenty has a good deal more.
fn incomes() -> Vec<f64> {
    let mut dice = Dice::new(7);
    let mut one = || {
        let usual = 8.0 + 13.0 * (dice.unit() + dice.unit() + dice.unit());
        let more = if dice.chance(0.05) { 30.0 + 75.0 * dice.unit() } else { 0.0 };
        (usual + more).round() / 10.0
    };
    (0..200).map(|_| one()).collect()
}

pub(super) struct MiddleDrag {
    /// All numbers of each kind, in order.
    all: [Vec<f64>; 4],
    kind: usize,
    /// Those drawn by lot, in order when they were drawn.
    hand: Vec<f64>,
    drawn: Vec<f64>,
    at: usize,
    size: usize,
    dice: Dice,
}

impl MiddleDrag {
    pub(super) fn new(village: &Village, families: f64, seed: u64) -> MiddleDrag {
        let floors = village.houses.iter().map(|house| f64::from(house.floor)).filter(|floor| *floor > 0.0);
        let mut all = [
            incomes(),
            floors.collect(),
            village.homes.iter().map(|home| f64::from(home.size)).collect(),
            village.residents.iter().map(|resident| f64::from(resident.age)).collect(),
        ];
        all.iter_mut().for_each(|values| values.sort_by(f64::total_cmp));
        let size = families.clamp(3.0, 12.0) as usize;
        let dice = Dice::new(seed);
        let mut made = MiddleDrag { all, kind: 0, hand: Vec::new(), drawn: Vec::new(), at: 0, size, dice };
        made.deal();
        made
    }

    /// Draws by lot, nobody twice.
    fn deal(&mut self) {
        let mut places: Vec<usize> = (0..self.all[self.kind].len()).collect();
        self.dice.shuffle(&mut places);
        places.truncate(self.size);
        self.hand = places.into_iter().map(|at| self.all[self.kind][at]).collect();
        self.hand.sort_by(f64::total_cmp);
        self.drawn = self.hand.clone();
        self.at = self.hand.len().saturating_sub(1);
    }

    fn set(&mut self, value: f64) {
        let kind = &KINDS[self.kind];
        if let Some(kept) = self.hand.get_mut(self.at) {
            *kept = (value * kind.parts()).round().clamp(0.0, kind.most * kind.parts()) / kind.parts();
        }
    }
}

/// Places on the axis are shares of the drawing's width, so that a finger and its dot are at the same place.
fn share(value: f64, most: f64) -> f64 {
    0.03 + 0.94 * (value / most).min(1.0)
}

/// Mean, median, and the standard deviation of all.
pub fn middles(values: &[f64]) -> (f64, f64, f64) {
    let n = values.len().max(1);
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mean = sorted.iter().sum::<f64>() / n as f64;
    let at = |place: usize| sorted.get(place).copied().unwrap_or(0.0);
    let median = if n % 2 == 1 { at(n / 2) } else { (at(n / 2 - 1) + at(n / 2)) / 2.0 };
    let spread = (sorted.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n as f64).sqrt();
    (mean, median, spread)
}

impl Piece for MiddleDrag {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let kind = &KINDS[self.kind];
        let value = self.hand.get(self.at).copied().unwrap_or(0.0);
        vec![
            Control::Chips {
                id: "kind",
                label: words::look_at(lang).into(),
                options: KINDS.iter().map(|kind| (kind.name)(lang).to_owned()).collect(),
                on: only(KINDS.len(), self.kind),
            },
            Control::Chips {
                id: "one",
                label: words::drag_which(lang).into(),
                options: (1..=self.hand.len()).map(|n| n.to_string()).collect(),
                on: only(self.hand.len(), self.at),
            },
            Control::Slider {
                id: "value",
                label: (kind.name)(lang).into(),
                from: 0.0,
                to: kind.most,
                step: 1.0 / kind.parts(),
                value,
                shown: (kind.value)(lang, number::decimal(lang, value, kind.digits)),
            },
            Control::Button { id: "deal", label: words::deal_again(lang).into() },
            Control::Button { id: "again", label: words::again(lang).into() },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let (kind, all) = (&KINDS[self.kind], &self.all[self.kind]);
        let x = |v: f64| width * share(v, kind.most);
        let (mean, median, spread) = middles(&self.hand);
        let (mean_all, median_all, _) = middles(all);
        let mut pen = Pen::default();
        pen.axis((x(0.0), 96.0), (x(kind.most), 96.0));
        for (part, at) in [(0.0, At::Start), (0.25, At::Middle), (0.5, At::Middle), (0.75, At::Middle), (1.0, At::End)]
        {
            pen.text(x(part * kind.most), 113.0, at, &number::decimal(lang, part * kind.most, 0));
        }
        for (at, value) in self.hand.iter().enumerate() {
            let near = |other: &&f64| (x(**other) - x(*value)).abs() < 10.0;
            let lift = self.hand[..at].iter().filter(near).count();
            let (r, fill) = if at == self.at { (8.0, TWO) } else { (6.0, ONE) };
            pen.dot(x(*value), 87.0 - 13.0 * lift.min(3) as f64, r, fill);
        }
        let mark = |pen: &mut Pen, value: f64, y: f64, ink: &str, name: &str| {
            pen.line((x(value), y), (x(value), 96.0), ink, 2.5);
            let left = x(value) > width * 0.7;
            let (to, at) = if left { (-5.0, At::End) } else { (5.0, At::Start) };
            pen.text(x(value) + to, y + 4.0, at, name);
        };
        mark(&mut pen, mean, 10.0, FEMALE, words::mean(lang));
        mark(&mut pen, median, 28.0, "var(--ink)", words::median(lang));
        // All of them.
        let n_classes = (kind.most / kind.class) as usize;
        let mut counts = vec![0usize; n_classes];
        all.iter().for_each(|value| counts[((value / kind.class) as usize).min(n_classes - 1)] += 1);
        let most = counts.iter().copied().max().unwrap_or(0).max(1) as f64;
        for (at, n) in counts.iter().enumerate() {
            let (from, to) = (x(at as f64 * kind.class), x((at + 1) as f64 * kind.class));
            let tall = 54.0 * *n as f64 / most;
            pen.rect((from, 178.0 - tall, to - from - 1.0, tall), REST);
        }
        pen.axis((x(0.0), 178.0), (x(kind.most), 178.0));
        for (value, ink) in [(mean_all, FEMALE), (median_all, "var(--ink)")] {
            pen.line((x(value), 124.0), (x(value), 178.0), ink, 1.5);
        }
        pen.text(x(0.0), 196.0, At::Start, &words::all_of_them(lang, all.len()));
        let form = |value: f64| (kind.value)(lang, number::decimal(lang, value, 1));
        let facts = vec![
            (words::mean(lang).into(), form(mean)),
            (words::median(lang).into(), form(median)),
            (words::spread(lang).into(), form(spread)),
            (words::mean_of_all(lang).into(), form(mean_all)),
            (words::median_of_all(lang).into(), form(median_all)),
        ];
        let said = match (self.hand.get(self.at), self.drawn.get(self.at)) {
            (Some(now), Some(then)) if now != then => {
                let (mean_then, median_then, _) = middles(&self.drawn);
                let whole = |value: f64| (kind.value)(lang, number::decimal(lang, value, kind.digits));
                words::middle_moved(
                    lang,
                    self.at + 1,
                    whole(*then),
                    whole(*now),
                    form(mean_then),
                    form(mean),
                    form(median_then),
                    form(median),
                )
            }
            (Some(_), _) => words::middle_begin(lang, self.hand.len(), form(mean), form(median)),
            _ => words::no_numbers(lang).to_owned(),
        };
        Scene { height: 202.0, marks: pen.0, said, facts, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("kind", at) if at < KINDS.len() => {
                self.kind = at;
                self.deal();
            }
            Touch::Choose("one", at) if at < self.hand.len() => self.at = at,
            Touch::Slide("value", value) => self.set(value),
            Touch::Drag(x, _) => self.set((x - 0.03) / 0.94 * KINDS[self.kind].most),
            Touch::Tap(x, _, width) => {
                // The nearest one, the chosen one first.
                let most = KINDS[self.kind].most;
                let far =
                    |at: &usize| (width * share(self.hand[*at], most) - x).abs() + f64::from(u8::from(*at != self.at));
                let nearest = (0..self.hand.len()).min_by(|a, b| far(a).total_cmp(&far(b)));
                self.at = nearest.unwrap_or(0);
            }
            Touch::Press("deal") => self.deal(),
            Touch::Press("again") => self.hand.clone_from(&self.drawn),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn incomes_have_a_usual_middle_and_a_few_that_draw_the_mean() {
        let incomes = super::incomes();
        let (mean, median, _) = super::middles(&incomes);
        assert!((2.2..3.2).contains(&median) && mean > median + 0.2, "mean {mean}, median {median}");
        let most = super::KINDS[0].most;
        assert!(incomes.iter().all(|income| (0.5..most).contains(income)));
    }

    #[test]
    fn middles_are_those_of_the_book() {
        let (mean, median, spread) = super::middles(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]);
        assert_eq!((mean, median, spread), (5.0, 4.5, 2.0));
    }
}
