//! The population pyramid (piramida penduduk): men and boys to the left, women and girls to the right, the oldest on top,
//! ages in the middle. Groups after domain.md §4.4.

use super::drawing::{Anchor, Drawing, Mark, Type};
use super::ink::{Hue, Ink};
use super::{Chart, measure};
use crate::lang::{Lang, number, present as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// In place of a hidden count.
const HIDDEN: &str = "*";

/// Persons by age group and sex.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pyramid {
    /// Labels of the age groups, the youngest first; the last is open.
    pub groups: Vec<String>,
    /// Completed years in a group (5).
    pub group_years: u8,
    /// Men and boys, a number a group.
    pub male: Vec<u32>,
    /// Women and girls, a number a group.
    pub female: Vec<u32>,
    /// Persons whose age or sex is not known: told, not drawn.
    pub unplaced: u32,
    /// Age in years below which half of the population is.
    pub median_age: Option<f64>,
    /// The same area at another date, drawn as an outline.
    pub earlier: Option<Earlier>,
    /// What everybody must not see of it.
    pub veil: Option<Veil>,
}

/// What of a pyramid is hidden from everybody: its counts there are zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Veil {
    /// Hidden groups of men and boys, of women and girls.
    pub hidden: [Vec<bool>; 2],
    /// Men and boys, women and girls in all.
    pub totals: [u32; 2],
}

impl Veil {
    fn any(&self) -> bool {
        self.hidden.iter().flatten().any(|hidden| *hidden)
    }
}

/// True where the count of a group is hidden.
fn hides(veil: &Option<Veil>, side: usize, group: usize) -> bool {
    veil.as_ref().is_some_and(|veil| veil.hidden[side].get(group) == Some(&true))
}

/// Another pyramid to compare with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Earlier {
    /// Its date in words.
    pub label: String,
    /// Men and boys, a number a group.
    pub male: Vec<u32>,
    /// Women and girls, a number a group.
    pub female: Vec<u32>,
    /// What everybody must not see of it.
    pub veil: Option<Veil>,
}

impl Earlier {
    fn totals(&self) -> [u32; 2] {
        self.veil.as_ref().map_or_else(|| [self.male.iter().sum(), self.female.iter().sum()], |veil| veil.totals)
    }
}

impl Pyramid {
    /// Groups of five years, 0–4 … 70–74 and 75+.
    pub fn of_five_years(male: [u32; 16], female: [u32; 16]) -> Pyramid {
        let label = |i| if i < 15 { format!("{}–{}", i * 5, i * 5 + 4) } else { "75+".to_owned() };
        Pyramid {
            groups: (0..16).map(label).collect(),
            group_years: 5,
            male: male.to_vec(),
            female: female.to_vec(),
            ..Pyramid::default()
        }
    }

    /// Single years of age, 0 … 99 and 100+; longer sides are gathered in the last.
    pub fn of_single_years(male: &[u32], female: &[u32]) -> Pyramid {
        let gathered = |side: &[u32]| {
            let mut out: Vec<u32> = (0..100).map(|age| side.get(age).copied().unwrap_or(0)).collect();
            out.push(side.iter().skip(100).sum());
            out
        };
        Pyramid {
            groups: (0..100).map(|age| age.to_string()).chain(["100+".to_owned()]).collect(),
            group_years: 1,
            male: gathered(male),
            female: gathered(female),
            ..Pyramid::default()
        }
    }

    /// Men and boys, women and girls.
    fn totals(&self) -> (u32, u32) {
        let summed = || [self.male.iter().sum(), self.female.iter().sum()];
        self.veil.as_ref().map_or_else(summed, |veil| veil.totals).into()
    }

    /// Something of it is hidden.
    fn is_veiled(&self) -> bool {
        self.veil.as_ref().is_some_and(Veil::any)
    }

    /// Persons of the groups that begin at ages in the range.
    fn aged(&self, ages: std::ops::Range<usize>) -> u32 {
        let years = usize::from(self.group_years.max(1));
        let in_range = |(i, n): (usize, &u32)| if ages.contains(&(i * years)) { *n } else { 0 };
        let count = |side: &[u32]| side.iter().enumerate().map(in_range).sum::<u32>();
        count(&self.male) + count(&self.female)
    }

    fn largest(&self) -> u32 {
        let earlier = self.earlier.iter().flat_map(|other| other.male.iter().chain(&other.female));
        self.male.iter().chain(&self.female).chain(earlier).copied().max().unwrap_or(0).max(1)
    }
}

impl Chart for Pyramid {
    /// The median age where it is known, else the numbers of the sexes.
    fn finding(&self, lang: Lang) -> String {
        let (male, female) = self.totals();
        if let Some(other) = self.earlier.as_ref().filter(|_| male + female > 0) {
            let before: u32 = other.totals().iter().sum();
            let whole = |n: u32| number::whole(lang, n.into());
            return crate::lang::time::compared(lang, whole(male + female), whole(before), &other.label);
        }
        match self.median_age {
            _ if male + female == 0 => words::nobody_yet(lang).to_owned(),
            Some(age) => words::half_below(lang, number::decimal(lang, age, 0)),
            None => words::by_sex(lang, number::whole(lang, male.into()), number::whole(lang, female.into())),
        }
    }

    fn summary(&self, lang: Lang) -> String {
        let (male, female) = self.totals();
        let all = male + female;
        if all == 0 {
            return words::nobody_yet(lang).to_owned();
        }
        let whole = |n: u32| number::whole(lang, n.into());
        let percent = |n: u32| number::decimal(lang, f64::from(n) / f64::from(all) * 100.0, 1);
        let sums = self.male.iter().zip(&self.female).map(|(a, b)| a + b);
        let (n, group) =
            sums.zip(&self.groups).max_by_key(|(n, _)| *n).map_or((0, ""), |(n, group)| (n, group.as_str()));
        let mut told = vec![words::by_sex_of(lang, whole(all), whole(male), whole(female))];
        if self.is_veiled() {
            // What groups make together would give a hidden one away.
            told.push(words::pyramid_veiled(lang).to_owned());
        } else {
            let broad = [0..15, 15..65, 65..200].map(|ages| percent(self.aged(ages)));
            told.push(words::largest_group(lang, group, whole(n)));
            told.push(words::broad_ages(lang, &broad[0], &broad[1], &broad[2]));
        }
        told.extend(self.median_age.map(|age| words::median_age_is(lang, number::decimal(lang, age, 1))));
        told.extend((self.unplaced > 0).then(|| words::unplaced(lang, whole(self.unplaced))));
        told.join(" ")
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        let (male, female) = self.totals();
        let all = male + female;
        let mut table = Table::new(id, title, note)
            .column(words::age_group(lang), Kind::Text)
            .column(words::male(lang), Kind::Count)
            .column(words::female(lang), Kind::Count)
            .column(words::total(lang), Kind::Count)
            .column(words::share(lang), Kind::Percent(1));
        if let Some(other) = &self.earlier {
            for name in [words::male(lang), words::female(lang)] {
                table = table.column(format!("{name}, {}", other.label), Kind::Count);
            }
        }
        let count = |n: u32, secret: bool| if secret { Cell::text(HIDDEN) } else { Cell::Count(n) };
        let at = |side: &[u32], i: usize| side.get(i).copied().unwrap_or(0);
        for (i, (group, (m, f))) in self.groups.iter().zip(self.male.iter().zip(&self.female)).enumerate() {
            let secret = [0, 1].map(|side| hides(&self.veil, side, i));
            let mut cells = vec![Cell::text(group), count(*m, secret[0]), count(*f, secret[1])];
            // The sum and the share of a group tell what its counts tell, no more.
            let sum = count(m + f, secret.contains(&true));
            cells.extend(if secret.contains(&true) { [sum.clone(), sum] } else { [sum, Cell::share(m + f, all)] });
            if let Some(other) = &self.earlier {
                cells.push(count(at(&other.male, i), hides(&other.veil, 0, i)));
                cells.push(count(at(&other.female, i), hides(&other.veil, 1, i)));
            }
            table.push(RowKind::Body, cells);
        }
        let totals = [male, female, male + female].map(Cell::Count);
        let mut cells: Vec<Cell> = [Cell::text(words::total(lang))].into_iter().chain(totals).collect();
        cells.push(Cell::share(all, all));
        cells.extend(self.earlier.iter().flat_map(Earlier::totals).map(Cell::Count));
        table.push(RowKind::Total, cells);
        if self.unplaced > 0 {
            let label = Cell::text(words::unplaced_row(lang));
            let mut cells = vec![label, Cell::Empty, Cell::Empty, Cell::Count(self.unplaced), Cell::Empty];
            cells.resize(table.columns.len(), Cell::Empty);
            table.push(RowKind::Body, cells);
        }
        table
    }

    fn draw(&self, d: &mut Drawing) {
        Shape::of(self, d).draw(self, d);
    }
}

/// Where the parts of a pyramid lie.
struct Shape {
    /// Inner ends of the bars: the left side's, the right side's.
    inner: [f64; 2],
    /// Pixels a person.
    per_person: f64,
    row: f64,
    top: f64,
    bottom: f64,
    label: Type,
    values: bool,
}

impl Shape {
    fn of(pyramid: &Pyramid, d: &mut Drawing) -> Shape {
        let s = d.scale;
        let label = Type { size: 11.5 * s, ..d.soft() };
        let widest = pyramid.groups.iter().map(|group| label.width(group)).fold(0.0, f64::max);
        let middle = (d.left + d.right) / 2.0;
        let half_gap = (widest / 2.0 + 6.0 * s).round();
        // Numbers beside the bars need room; without it, and under an outline, an axis says how long a bar is.
        let single = pyramid.group_years == 1;
        let values = d.width() >= 560.0 && pyramid.earlier.is_none() && !single;
        let room = if values { label.width(&number::whole(d.lang, pyramid.largest().into())) + 6.0 * s } else { 0.0 };
        let length = d.width() / 2.0 - half_gap - room;
        let row = if single { 3.6 * s } else { (15.0 * s * if values { 1.15 } else { 1.0 }).round() };
        let top = d.y + 24.0 * s;
        Shape {
            inner: [middle - half_gap, middle + half_gap],
            per_person: length / f64::from(pyramid.largest()),
            row,
            top,
            bottom: top + row * pyramid.groups.len() as f64,
            label,
            values,
        }
    }

    fn draw(&self, pyramid: &Pyramid, d: &mut Drawing) {
        let s = d.scale;
        self.head(pyramid, d);
        if !self.values {
            self.axis(pyramid, d);
        }
        let middle = (self.inner[0] + self.inner[1]) / 2.0;
        for (i, group) in pyramid.groups.iter().enumerate() {
            let y = self.bottom - self.row * (i + 1) as f64;
            let mid = y + self.row / 2.0;
            if pyramid.group_years != 1 || i % 10 == 0 {
                d.text_mid(middle, mid, Anchor::Middle, self.label, group);
            }
            for (side, counts, hue) in [(0, &pyramid.male, Hue::Male), (1, &pyramid.female, Hue::Female)] {
                let n = counts.get(i).copied().unwrap_or(0);
                let length = f64::from(n) * self.per_person;
                let x = if side == 0 { self.inner[0] - length } else { self.inner[1] };
                // Thin rows stand close: bars of single years would vanish in their own gaps.
                let (air, round) = if pyramid.group_years == 1 { (0.3 * s, 0.0) } else { (s, 2.0 * s) };
                d.rect([x, y + air, length, self.row - 2.0 * air], round, Ink::Data(hue));
                let end = if side == 0 { x } else { x + length };
                let named = if side == 0 { words::male(d.lang) } else { words::female(d.lang) };
                for place in [named, ""] {
                    d.spot(group, place, end, mid);
                }
                if self.values && n > 0 {
                    let (x, anchor) = [(x - 4.0 * s, Anchor::End), (x + length + 4.0 * s, Anchor::Start)][side];
                    d.text_mid(x, mid, anchor, self.label, &number::whole(d.lang, n.into()));
                }
                if hides(&pyramid.veil, side, i) {
                    let (x, anchor) = [(end - 3.0 * s, Anchor::End), (end + 3.0 * s, Anchor::Start)][side];
                    d.text_mid(x, mid, anchor, self.label, HIDDEN);
                }
            }
        }
        d.text(middle, self.bottom + 14.0 * s, Anchor::Middle, self.label, words::age_short(d.lang));
        self.outline(pyramid, d);
        self.median(pyramid, d);
        d.y = self.bottom + 20.0 * s;
        self.foot(pyramid, d);
    }

    /// Each side's name and total, over its side.
    fn head(&self, pyramid: &Pyramid, d: &mut Drawing) {
        let (s, mid) = (d.scale, d.y + 9.0 * d.scale);
        let (male, female) = pyramid.totals();
        let swatch = 11.0 * s;
        let told = |name: &str, n: u32| format!("{name} {}", number::whole(d.lang, n.into()));
        let (left, right) = (told(words::male(d.lang), male), told(words::female(d.lang), female));
        let marks = 2.0 * swatch + 22.0 * s;
        let needed = d.strong().width(&left) + d.strong().width(&right);
        let fit = ((d.width() - marks) / needed).min(1.0);
        let kind = Type { size: d.strong().size * fit, ..d.strong() };
        d.mark(Mark::Swatch(Hue::Male), d.left, mid, swatch);
        d.text_mid(d.left + swatch + 6.0 * s, mid, Anchor::Start, kind, &left);
        d.mark(Mark::Swatch(Hue::Female), d.right - swatch, mid, swatch);
        d.text_mid(d.right - swatch - 6.0 * s, mid, Anchor::End, kind, &right);
    }

    fn axis(&self, pyramid: &Pyramid, d: &mut Drawing) {
        let s = d.scale;
        let y = self.bottom + 14.0 * s;
        for tick in measure::ticks(pyramid.largest().into(), 3).into_iter().skip(1) {
            let text = number::decimal(d.lang, tick, 0);
            for (inner, way) in [(self.inner[0], -1.0), (self.inner[1], 1.0)] {
                let x = inner + way * tick * self.per_person;
                d.line([x, self.top, x, self.bottom], s, Ink::Line, false);
                let half = self.label.width(&text) / 2.0;
                d.text(x.clamp(d.left + half, d.right - half), y, Anchor::Middle, self.label, &text);
            }
        }
    }

    /// The other date as steps over both sides; they end where a count is hidden.
    fn outline(&self, pyramid: &Pyramid, d: &mut Drawing) {
        let Some(earlier) = &pyramid.earlier else { return };
        for (side, way, counts) in [(0, -1.0, &earlier.male), (1, 1.0, &earlier.female)] {
            let inner = self.inner[side];
            let groups: Vec<usize> = (0..counts.len().min(pyramid.groups.len())).collect();
            for run in groups.split(|i| hides(&earlier.veil, side, *i)) {
                let y = |i: usize| self.bottom - self.row * i as f64;
                let step = |i: &usize| {
                    let x = inner + way * f64::from(counts[*i]) * self.per_person;
                    [(x, y(*i)), (x, y(i + 1))]
                };
                let ends = run.first().zip(run.last()).map(|(first, last)| [(inner, y(*first)), (inner, y(last + 1))]);
                let Some([first, last]) = ends else { continue };
                let points: Vec<_> = [first].into_iter().chain(run.iter().flat_map(step)).chain([last]).collect();
                d.polyline(&points, 1.6 * d.scale, Ink::Text);
            }
        }
    }

    /// A dashed line at the age below which half of the population is.
    fn median(&self, pyramid: &Pyramid, d: &mut Drawing) {
        let Some(age) = pyramid.median_age else { return };
        let rows = (age / f64::from(pyramid.group_years.max(1))).min(pyramid.groups.len() as f64);
        let y = self.bottom - rows * self.row;
        let end = |way: f64, counts: &[u32]| {
            let n = counts.get(rows.floor() as usize).copied().unwrap_or(0);
            self.inner[usize::from(way > 0.0)] + way * f64::from(n) * self.per_person
        };
        let ends = if self.values { [end(-1.0, &pyramid.male), end(1.0, &pyramid.female)] } else { [d.left, d.right] };
        for (inner, end) in self.inner.into_iter().zip(ends) {
            d.line([inner, y, end, y], 1.6 * d.scale, Ink::Text, true);
        }
    }

    fn foot(&self, pyramid: &Pyramid, d: &mut Drawing) {
        let lang = d.lang;
        let mut entries = Vec::new();
        if let Some(age) = pyramid.median_age {
            entries.push((Mark::Dashes, words::median_line(lang, number::decimal(lang, age, 1))));
        }
        if let Some(earlier) = &pyramid.earlier {
            let n: u32 = earlier.totals().iter().sum();
            entries.push((Mark::Outline, words::earlier(lang, &earlier.label, number::whole(lang, n.into()))));
        }
        d.legend(&entries);
        let veiled = pyramid.earlier.as_ref().and_then(|earlier| earlier.veil.as_ref()).is_some_and(Veil::any);
        if veiled || pyramid.is_veiled() {
            d.paragraph(words::pyramid_veiled(lang), d.soft());
        }
        if pyramid.unplaced > 0 {
            d.paragraph(&words::unplaced(lang, number::whole(lang, pyramid.unplaced.into())), d.soft());
        }
    }
}

#[cfg(test)]
mod tests;
