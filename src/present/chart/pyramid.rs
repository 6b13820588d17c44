//! The population pyramid (piramida penduduk): men and boys to the left, women and girls to the right, the oldest on top,
//! ages in the middle. Groups after domain.md §4.4.

use super::drawing::{Anchor, Drawing, Mark, Type};
use super::ink::{Hue, Ink};
use super::{Chart, measure};
use crate::lang::{Lang, number, present as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

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
        (self.male.iter().sum(), self.female.iter().sum())
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
            let before: u32 = other.male.iter().chain(&other.female).sum();
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
        let mut told = vec![
            words::by_sex_of(lang, whole(all), whole(male), whole(female)),
            words::largest_group(lang, group, whole(n)),
            words::broad_ages(lang, percent(self.aged(0..15)), percent(self.aged(15..65)), percent(self.aged(65..200))),
        ];
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
        let mut push = |kind, label: &str, m, f, other: Option<[u32; 2]>| {
            let mut cells =
                vec![Cell::text(label), Cell::Count(m), Cell::Count(f), Cell::Count(m + f), Cell::share(m + f, all)];
            cells.extend(other.into_iter().flatten().map(Cell::Count));
            table.push(kind, cells);
        };
        let at = |side: &[u32], i: usize| side.get(i).copied().unwrap_or(0);
        for (i, (group, (m, f))) in self.groups.iter().zip(self.male.iter().zip(&self.female)).enumerate() {
            let other = self.earlier.as_ref().map(|other| [at(&other.male, i), at(&other.female, i)]);
            push(RowKind::Body, group, *m, *f, other);
        }
        let other = self.earlier.as_ref().map(|other| [other.male.iter().sum(), other.female.iter().sum()]);
        push(RowKind::Total, words::total(lang), male, female, other);
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

    /// The other date as steps over both sides.
    fn outline(&self, pyramid: &Pyramid, d: &mut Drawing) {
        let Some(earlier) = &pyramid.earlier else { return };
        for (inner, way, counts) in [(self.inner[0], -1.0, &earlier.male), (self.inner[1], 1.0, &earlier.female)] {
            let mut points = vec![(inner, self.bottom)];
            for (i, n) in counts.iter().take(pyramid.groups.len()).enumerate() {
                let x = inner + way * f64::from(*n) * self.per_person;
                let y = self.bottom - self.row * i as f64;
                points.extend([(x, y), (x, y - self.row)]);
            }
            let top = points.last().map_or(self.top, |(_, y)| *y);
            points.push((inner, top));
            d.polyline(&points, 1.6 * d.scale, Ink::Text);
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
            let n: u32 = earlier.male.iter().chain(&earlier.female).sum();
            entries.push((Mark::Outline, words::earlier(lang, &earlier.label, number::whole(lang, n.into()))));
        }
        d.legend(&entries);
        if pyramid.unplaced > 0 {
            d.paragraph(&words::unplaced(lang, number::whole(lang, pyramid.unplaced.into())), d.soft());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, elements, frame};
    use super::super::{Frame, Theme};
    use super::*;
    use expect_test::expect;

    fn village() -> Pyramid {
        let male = [38, 44, 47, 46, 44, 45, 41, 38, 36, 33, 29, 25, 22, 17, 12, 14];
        let female = [36, 41, 45, 44, 43, 44, 42, 39, 35, 32, 28, 24, 20, 16, 12, 14];
        Pyramid { median_age: Some(28.6), ..Pyramid::of_five_years(male, female) }
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&village());
        let earlier = Earlier { label: "1 Januari 2020".into(), male: vec![50; 16], female: vec![3; 16] };
        check(&Pyramid { earlier: Some(earlier), unplaced: 3, ..village() });
        check(&Pyramid::of_five_years([0; 16], [0; 16]));
        check(&Pyramid::of_five_years([3_456; 16], [7; 16]));
        check(&Pyramid::default());
        let single = Pyramid::of_single_years(&[7; 111], &[5; 90]);
        check(&single);
        check(&Pyramid {
            earlier: Some(Earlier { label: "RT 1".into(), male: vec![6; 101], female: vec![8; 101] }),
            ..single
        });
    }

    #[test]
    fn single_years_gather_the_oldest_and_an_overlay_is_told() {
        let single = Pyramid::of_single_years(&[1; 111], &[0; 3]);
        assert_eq!((single.male.len(), single.male[100], single.female[100]), (101, 11, 0));
        let earlier = Earlier { label: "31 Desember 2020".into(), male: vec![10; 16], female: vec![10; 16] };
        let finding = Pyramid { earlier: Some(earlier), ..village() }.finding(Lang::Id);
        assert_eq!(finding, "1.046 jiwa di sini, 320 jiwa pada garis pembanding (31 Desember 2020)");
    }

    #[test]
    fn bars_are_as_long_as_their_numbers_say() {
        let pyramid = village();
        let bars = elements(&pyramid.svg(&frame(Theme::Screen, 328)));
        for (hue, counts) in [("var(--data-male)", &pyramid.male), ("var(--data-female)", &pyramid.female)] {
            let mine = |e: &&super::super::check::Element| e.attribute("fill") == hue && e.name == "rect";
            let widths: Vec<f64> = bars.iter().filter(mine).skip(1).map(|e| e.number("width")).collect();
            assert_eq!(widths.len(), 16);
            for (width, n) in widths.iter().zip(counts) {
                assert!((width / widths[2] - f64::from(*n) / f64::from(counts[2])).abs() < 0.005, "{width} {n}");
            }
        }
    }

    #[test]
    fn the_pyramid_says_what_it_shows() {
        let pyramid = Pyramid { unplaced: 2, ..village() };
        expect!["Separuh warga berumur di bawah 29 tahun"].assert_eq(&pyramid.finding(Lang::Id));
        expect!["1.046 jiwa: 531 laki-laki dan 515 perempuan. Kelompok umur terbesar 10–14 tahun, 92 jiwa. Umur 0–14 tahun 24,0%, 15–64 tahun 67,9%, 65 tahun ke atas 8,1%. Separuh berumur di bawah 28,6 tahun. 2 jiwa belum diketahui umur atau jenis kelaminnya dan tidak digambar."].assert_eq(&pyramid.summary(Lang::Id));
        let csv = pyramid.table(Lang::Id, "piramida", "Piramida", Note::default()).to_csv();
        assert!(csv.ends_with(
            "75+,14,14,28,2.7\r\nJumlah,531,515,1046,100.0\r\nUmur atau jenis kelamin belum diketahui,,,2,\r\n"
        ));
    }

    #[test]
    fn a_small_pyramid_reads_so() {
        let pyramid = Pyramid {
            groups: vec!["0–14".into(), "15+".into()],
            group_years: 15,
            male: vec![2, 4],
            female: vec![3, 1],
            ..Pyramid::default()
        };
        let svg = pyramid.svg(&Frame { title: "Dua kelompok".into(), ..frame(Theme::Screen, 300) });
        expect![[r#"
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 74" role="img" lang="id" aria-labelledby="uji-title" aria-describedby="uji-desc">
            <title id="uji-title">Dua kelompok</title>
            <desc id="uji-desc">10 jiwa: 6 laki-laki dan 4 perempuan. Kelompok umur terbesar 15+ tahun, 5 jiwa. Umur 0–14 tahun 50,0%, 15–64 tahun 50,0%, 65 tahun ke atas 0,0%.</desc>
            <rect x="0" y="3.5" width="11" height="11" rx="3" fill="var(--data-male)"/>
            <text x="17" y="13.3" font-size="12" font-weight="600" fill="var(--ink)">Laki-laki 6</text>
            <rect x="289" y="3.5" width="11" height="11" rx="3" fill="var(--data-female)"/>
            <text x="283" y="13.3" font-size="12" text-anchor="end" font-weight="600" fill="var(--ink)">Perempuan 4</text>
            <line x1="65" y1="24" x2="65" y2="54" stroke="var(--line)" stroke-width="1"/>
            <text x="65" y="68" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">2</text>
            <line x1="235" y1="24" x2="235" y2="54" stroke="var(--line)" stroke-width="1"/>
            <text x="235" y="68" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">2</text>
            <line x1="0" y1="24" x2="0" y2="54" stroke="var(--line)" stroke-width="1"/>
            <text x="3.7" y="68" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">4</text>
            <line x1="300" y1="24" x2="300" y2="54" stroke="var(--line)" stroke-width="1"/>
            <text x="296.3" y="68" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">4</text>
            <text x="150" y="50.6" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">0–14</text>
            <rect x="65" y="40" width="65" height="13" rx="2" fill="var(--data-male)"/>
            <rect x="170" y="40" width="97.5" height="13" rx="2" fill="var(--data-female)"/>
            <text x="150" y="35.6" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">15+</text>
            <rect x="0" y="25" width="130" height="13" rx="2" fill="var(--data-male)"/>
            <rect x="170" y="25" width="32.5" height="13" rx="2" fill="var(--data-female)"/>
            <text x="150" y="68" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">Umur</text>
            </svg>"#]].assert_eq(&svg.replace("><", ">\n<"));
    }
}
