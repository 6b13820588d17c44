//! A population pyramid that can be shaped: broad age groups grow and shrink, the dependency ratio follows.

use super::pen::{At, FEMALE, MALE, Pen};
use super::{Control, Piece, Scene, Touch, only};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::village::Village;

/// Groups of ten years; the last is 70 and more.
const GROUPS: usize = 8;

pub(super) struct PyramidShape {
    men: [f64; GROUPS],
    women: [f64; GROUPS],
    first: [[f64; GROUPS]; 2],
    /// Ages from which children and elderly depend, counted in fives.
    young: f64,
    old: f64,
    ages: Vec<(u8, u8)>,
    at: usize,
}

impl PyramidShape {
    pub(super) fn new(village: &Village) -> PyramidShape {
        let (mut men, mut women) = ([0.0; GROUPS], [0.0; GROUPS]);
        for r in &village.residents {
            let group = usize::from(r.age / 10).min(GROUPS - 1);
            match r.sex {
                1 => men[group] += 1.0,
                2 => women[group] += 1.0,
                _ => {}
            }
        }
        let ages = village.residents.iter().map(|r| (r.age, r.sex)).collect();
        PyramidShape { men, women, first: [men, women], young: 15.0, old: 65.0, ages, at: 0 }
    }

    /// Young, working and old, by single years of the village, each weighed by how its group of ten was shaped.
    fn parts(&self) -> [f64; 3] {
        let mut parts = [0.0; 3];
        for (age, sex) in &self.ages {
            let (now, first) = match sex {
                1 => (&self.men, &self.first[0]),
                2 => (&self.women, &self.first[1]),
                _ => continue,
            };
            let group = usize::from(age / 10).min(GROUPS - 1);
            let weight = if first[group] > 0.0 { now[group] / first[group] } else { 0.0 };
            let part = usize::from(f64::from(*age) >= self.young) + usize::from(f64::from(*age) >= self.old);
            parts[part] += weight;
        }
        parts
    }
}

fn label(group: usize) -> String {
    if group + 1 < GROUPS { format!("{}–{}", group * 10, group * 10 + 9) } else { "70+".to_owned() }
}

impl Piece for PyramidShape {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let of = self.first[0][self.at] + self.first[1][self.at];
        let now = self.men[self.at] + self.women[self.at];
        let value = if of > 0.0 { (100.0 * now / of).round() } else { 100.0 };
        vec![
            Control::Chips {
                id: "group",
                label: words::age_group(lang).into(),
                options: (0..GROUPS).map(label).collect(),
                on: only(GROUPS, self.at),
            },
            Control::Slider {
                id: "size",
                label: words::group_size(lang).into(),
                from: 0.0,
                to: 300.0,
                step: 5.0,
                value,
                shown: format!("{value:.0}%"),
            },
            Control::Button { id: "again", label: words::again(lang).into() },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let most = self.men.iter().chain(&self.women).copied().fold(1.0, f64::max);
        let (half, row) = (width / 2.0, 26.0);
        let mut pen = Pen::default();
        pen.text(half - 32.0, 14.0, At::End, words::men(lang));
        pen.text(half + 32.0, 14.0, At::Start, words::women(lang));
        for group in 0..GROUPS {
            let y = 22.0 + (GROUPS - 1 - group) as f64 * row;
            let wide = |n: f64| (half - 28.0) * n / most;
            let on = group == self.at;
            pen.pick((half - 28.0 - wide(self.men[group]), y, wide(self.men[group]), row - 3.0), MALE, group, on);
            pen.pick((half + 28.0, y, wide(self.women[group]), row - 3.0), FEMALE, group, on);
            pen.text(half, y + 16.0, At::Middle, &label(group));
        }
        let [young, work, old] = self.parts();
        let form = |v: f64| number::whole(lang, v.round() as i64);
        let ratio = if work > 0.0 { number::decimal(lang, 100.0 * (young + old) / work, 1) } else { "–".into() };
        let facts = vec![
            ("0–14".into(), form(young)),
            ("15–64".into(), form(work)),
            ("65+".into(), form(old)),
            (words::dependency(lang).into(), ratio.clone()),
        ];
        let said = words::pyramid_said(lang, label(self.at), form(self.men[self.at] + self.women[self.at]), ratio);
        Scene { height: 22.0 + GROUPS as f64 * row, marks: pen.0, said, facts, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("group", at) if at < GROUPS => self.at = at,
            Touch::Pick(at) if (at as usize) < GROUPS => self.at = at as usize,
            Touch::Slide("size", value) => {
                let share = value.clamp(0.0, 300.0) / 100.0;
                self.men[self.at] = self.first[0][self.at] * share;
                self.women[self.at] = self.first[1][self.at] * share;
            }
            Touch::Press("again") => [self.men, self.women] = self.first,
            _ => {}
        }
    }
}
