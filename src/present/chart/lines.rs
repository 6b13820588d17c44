//! Lines over dates, each point with its date; a band tells what chance leaves open, a hollow point what was reckoned again
//! later. Series are told apart by a letter at their end as well as by colour, for grey prints.

use super::drawing::{Anchor, Drawing, Mark, Type};
use super::ink::Ink;
use super::{Chart, Series, measure};
use crate::base::Date;
use crate::base::Order as _;
use crate::base::set_of;
use crate::lang::{Lang, number, time as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// A point of a line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LinePoint {
    /// When.
    pub at: Date,
    /// The value; a line has a gap where there is none.
    pub value: Option<f64>,
    /// What chance leaves open.
    pub band: Option<[f64; 2]>,
    /// Numerator and denominator, for the table.
    pub of: [Option<f64>; 2],
    /// Drawn hollow: reckoned again, or projected.
    pub hollow: bool,
}

/// A line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Name, letter, colour.
    pub series: Series,
    /// Points in the order of time.
    pub points: Vec<LinePoint>,
}

/// Lines on one scale.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lines {
    /// What the values are: "Jumlah penduduk".
    pub heading: String,
    /// Unit behind a value: "%" or " jiwa".
    pub unit: String,
    /// Decimals of values.
    pub decimals: u8,
    /// The lines.
    pub lines: Vec<Line>,
    /// What hollow points are; empty where there are none.
    pub hollow: String,
    /// The scale begins at zero.
    pub from_zero: bool,
}

/// Years and parts of a year since 1970.
pub(super) fn years(at: Date) -> f64 {
    f64::from(at.day_number()) / 365.2425
}

/// A date as short as it can be told: the year alone where all dates are the same day of their years.
pub(super) fn short_dates(dates: &[Date], lang: Lang) -> Vec<String> {
    let day = |at: &Date| (at.month, at.day);
    let years = set_of(dates.iter().map(|at| at.year));
    let yearly = years.len() == dates.len() || dates.windows(2).all(|pair| day(&pair[0]) == day(&pair[1]));
    dates
        .iter()
        .map(|at| if yearly { at.year.to_string() } else { words::month_year(lang, at.month, at.year) })
        .collect()
}

/// A scale that holds all values: least, most, ticks.
pub(super) fn scale(values: impl Iterator<Item = f64>, from_zero: bool) -> (f64, f64, Vec<f64>) {
    let (low, high) =
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    if !low.is_finite() {
        return (0.0, 1.0, vec![0.0, 1.0]);
    }
    let low = if from_zero { low.min(0.0) } else { low };
    let span = (high - low).max(high.abs() * 0.02).max(1e-6);
    // Steps finer than one are steps of a number a thousand times as large.
    let fine = if span < 4.0 { 1_000.0 } else { 1.0 };
    let step = measure::step(span * fine, 4) / fine;
    let (first, last) = ((low / step).floor(), (high / step).ceil().max((low / step).floor() + 1.0));
    let ticks = (0..=(last - first) as usize).map(|i| (first + i as f64) * step).collect();
    (first * step, last * step, ticks)
}

impl Lines {
    fn told(&self, lang: Lang, value: f64) -> String {
        number::decimal(lang, value, usize::from(self.decimals)) + &self.unit
    }

    fn points(&self) -> impl Iterator<Item = &LinePoint> {
        self.lines.iter().flat_map(|line| &line.points)
    }

    fn dates(&self) -> Vec<Date> {
        set_of(self.points().map(|point| point.at)).into_iter().collect()
    }
}

/// First and last point of a line that have values.
pub(super) fn ends(points: &[LinePoint]) -> Option<((Date, f64), (Date, f64))> {
    let mut known = points.iter().filter_map(|point| Some((point.at, point.value?)));
    let first = known.next()?;
    Some((first, known.next_back().unwrap_or(first)))
}

impl Chart for Lines {
    /// From where to where the first line went.
    fn finding(&self, lang: Lang) -> String {
        let Some((first, last)) = self.lines.first().and_then(|line| ends(&line.points)) else {
            return words::no_points(lang, &self.heading);
        };
        let dates = short_dates(&[first.0, last.0], lang);
        let (before, after) = (self.told(lang, first.1), self.told(lang, last.1));
        match last.1 - first.1 {
            _ if first.0 == last.0 => words::one_point(lang, &self.heading, after, &dates[0]),
            _ if before == after => words::stayed(lang, &self.heading, after, &dates[0], &dates[1]),
            change if change > 0.0 => words::rose(lang, &self.heading, before, after, &dates[0], &dates[1]),
            _ => words::fell(lang, &self.heading, before, after, &dates[0], &dates[1]),
        }
    }

    fn summary(&self, lang: Lang) -> String {
        let told: Vec<String> = self
            .lines
            .iter()
            .filter_map(|line| {
                let (first, last) = ends(&line.points)?;
                let dates = [number::date(lang, first.0), number::date(lang, last.0)];
                let name = if line.series.label.is_empty() { &self.heading } else { &line.series.label };
                Some(words::line_told(
                    lang,
                    name,
                    self.told(lang, first.1),
                    &dates[0],
                    self.told(lang, last.1),
                    &dates[1],
                ))
            })
            .collect();
        if told.is_empty() { words::no_points(lang, &self.heading) } else { told.join(" ") }
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        let many = self.lines.len() > 1;
        let mut table = Table::new(id, title, note).column(words::date(lang), Kind::Text);
        let banded = self.points().any(|point| point.band.is_some());
        let with_ground = self.points().any(|point| point.of[1].is_some());
        let sourced = !self.hollow.is_empty();
        for line in &self.lines {
            let name = if many { line.series.label.as_str() } else { self.heading.as_str() };
            table = table.column(name, Kind::Decimal);
        }
        if !many {
            for (shown, heading) in [
                (banded, words::between_low(lang)),
                (banded, words::between_high(lang)),
                (with_ground, crate::lang::analyse::above_line(lang)),
                (with_ground, crate::lang::analyse::below_line(lang)),
            ] {
                if shown {
                    table = table.column(heading, Kind::Decimal);
                }
            }
        }
        if sourced {
            table = table.column(words::whence(lang), Kind::Text);
        }
        let cell = |value: Option<f64>, decimals| value.map_or(Cell::Empty, |value| Cell::Number(value, decimals));
        for at in self.dates() {
            let mut cells = vec![Cell::text(number::date(lang, at))];
            let here: Vec<Option<&LinePoint>> =
                self.lines.iter().map(|line| line.points.iter().find(|point| point.at == at)).collect();
            cells.extend(here.iter().map(|point| cell(point.and_then(|point| point.value), self.decimals)));
            let first = here.iter().flatten().next();
            if !many {
                if banded {
                    cells.extend(
                        [0, 1].map(|end| cell(first.and_then(|point| point.band).map(|band| band[end]), self.decimals)),
                    );
                }
                if with_ground {
                    cells.extend([0, 1].map(|part| cell(first.and_then(|point| point.of[part]), 0)));
                }
            }
            if sourced {
                let hollow = first.is_some_and(|point| point.hollow);
                cells.push(Cell::text(if hollow { self.hollow.as_str() } else { words::as_recorded(lang) }));
            }
            table.push(RowKind::Body, cells);
        }
        table
    }

    fn draw(&self, d: &mut Drawing) {
        let s = d.scale;
        let mut entries: Vec<(Mark, String)> = Vec::new();
        if self.lines.len() > 1 {
            entries.extend(self.lines.iter().map(|line| {
                let letter =
                    if line.series.letter.is_empty() { String::new() } else { format!("{} ", line.series.letter) };
                (Mark::Swatch(line.series.hue), letter + &line.series.label)
            }));
        }
        if let (false, Some(line)) = (self.hollow.is_empty(), self.lines.first()) {
            entries.push((Mark::Hollow(line.series.hue), self.hollow.clone()));
        }
        d.legend(&entries);
        if self.points().any(|point| point.band.is_some()) {
            d.paragraph(words::band_is(d.lang), d.soft());
        }
        d.y += 8.0 * s;
        if self.points().all(|point| point.value.is_none()) {
            d.paragraph(&words::no_points(d.lang, &self.heading), d.soft());
            return;
        }
        self.plot(d);
    }
}

impl Lines {
    fn plot(&self, d: &mut Drawing) {
        let (s, label) = (d.scale, Type { size: 11.5 * d.scale, ..d.soft() });
        let bands = self.points().filter_map(|point| point.band).flatten();
        let (low, high, ticks) = scale(self.points().filter_map(|point| point.value).chain(bands), self.from_zero);
        let fine = usize::from(ticks.windows(2).any(|pair| (pair[1] - pair[0]).fract().abs() > 1e-9));
        let texts: Vec<String> = ticks
            .iter()
            .map(|tick| number::decimal(d.lang, *tick, fine.max(usize::from(high - low < 2.0) * 2)))
            .collect();
        let left = d.left + texts.iter().map(|text| label.width(text)).fold(0.0, f64::max) + 8.0 * s;
        let widest = self.lines.iter().map(|line| d.strong().width(&line.series.letter)).fold(0.0, f64::max);
        let right = d.right - 7.0 * s - if widest > 0.0 { widest + 5.0 * s } else { 0.0 };
        let (top, height) = (d.y + 6.0 * s, 170.0 * s);
        let bottom = top + height;
        let dates = self.dates();
        let (first, last) = (dates.first().copied().map_or(0.0, years), dates.last().copied().map_or(1.0, years));
        let x = |at: Date| {
            if last > first {
                left + 6.0 * s + (years(at) - first) / (last - first) * (right - left - 6.0 * s)
            } else {
                (left + right) / 2.0
            }
        };
        let y = |value: f64| bottom - (value - low) / (high - low) * height;
        for (tick, text) in ticks.iter().zip(&texts) {
            d.line([left, y(*tick), d.right, y(*tick)], s, Ink::Line, false);
            d.text_mid(left - 6.0 * s, y(*tick), Anchor::End, label, text);
        }
        let named = short_dates(&dates, d.lang);
        let mut free = f64::NEG_INFINITY;
        let end =
            named.last().map_or(f64::INFINITY, |text| right.max(x(dates[dates.len() - 1])) - label.width(text) / 2.0);
        for (i, (at, text)) in dates.iter().zip(&named).enumerate() {
            let half = label.width(text) / 2.0;
            let middle = x(*at).clamp(d.left + half, d.right - half);
            let is_last = i + 1 == dates.len();
            if middle - half < free || (!is_last && middle + half + 8.0 * s > end) {
                continue;
            }
            d.text(middle, bottom + 16.0 * s, Anchor::Middle, label, text);
            free = middle + half + 8.0 * s;
        }
        for line in &self.lines {
            let ink = Ink::Data(line.series.hue);
            for point in &line.points {
                if let Some([from, to]) = point.band {
                    d.rect([x(point.at) - 3.0 * s, y(to), 6.0 * s, (y(from) - y(to)).max(s)], 2.0 * s, Ink::Line);
                }
            }
            for run in line.points.split(|point| point.value.is_none()) {
                let path: Vec<(f64, f64)> =
                    run.iter().filter_map(|point| Some((x(point.at), y(point.value?)))).collect();
                if path.len() > 1 {
                    d.polyline(&path, 2.2 * s, ink);
                }
            }
            for point in &line.points {
                if let Some(value) = point.value {
                    d.dot(x(point.at), y(value), 3.2 * s, ink, point.hollow);
                }
            }
        }
        let lettered = self.lines.iter().filter(|line| !line.series.letter.is_empty());
        let end = |line: &Line| Some((y(ends(&line.points)?.1.1), line.series.letter.clone()));
        letters(d, right, [top, bottom], lettered.filter_map(end).collect());
        d.y = bottom + 24.0 * s;
    }
}

/// The letter of each line at its end, pushed apart where lines end close to each other; `ends` are heights and letters.
pub(super) fn letters(d: &mut Drawing, right: f64, [top, bottom]: [f64; 2], mut ends: Vec<(f64, String)>) {
    let kind = d.strong();
    ends.order_by(|a, b| a.0.total_cmp(&b.0));
    let gap = kind.size;
    let mut at = top;
    for (i, (wanted, letter)) in ends.iter().enumerate() {
        let below = (ends.len() - 1 - i) as f64;
        at = wanted.max(at).min(bottom - gap * below);
        d.text_mid(right + 8.0 * d.scale, at, Anchor::Start, kind, letter);
        at += gap;
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, elements, frame};
    use super::super::{Hue, Theme};
    use super::*;

    fn point(year: i16, value: Option<f64>) -> LinePoint {
        LinePoint { at: Date { year, month: 12, day: 31 }, value, ..LinePoint::default() }
    }

    fn village() -> Lines {
        let values =
            [(2020, Some(1_203.0)), (2021, None), (2022, Some(1_240.0)), (2023, Some(1_233.0)), (2026, Some(1_301.0))];
        let points = values.map(|(year, value)| point(year, value)).to_vec();
        let line = Line { series: Series::new("", Hue::One), points };
        Lines { heading: "Jumlah penduduk".into(), unit: " jiwa".into(), lines: vec![line], ..Lines::default() }
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&village());
        let mut share = Lines { decimals: 1, unit: "%".into(), hollow: "dihitung ulang".into(), ..village() };
        for (i, point) in share.lines[0].points.iter_mut().enumerate() {
            point.value = point.value.map(|value| value / 20.0);
            point.band = point.value.map(|value| [value - 4.0, value + 6.0]);
            point.hollow = i % 2 == 0;
        }
        check(&share);
        let lettered = |letter: &str, hue, add: f64| Line {
            series: Series { label: format!("Umur {letter}"), letter: letter.into(), hue },
            points: (2020..2045).map(|year| point(year, Some(f64::from(year) + add))).collect(),
        };
        check(&Lines {
            lines: vec![lettered("A", Hue::One, 0.0), lettered("B", Hue::Two, 0.1), lettered("C", Hue::Three, 0.2)],
            ..village()
        });
        check(&Lines { from_zero: true, ..village() });
        check(&Lines::default());
        let one = Line { series: Series::new("", Hue::One), points: vec![point(2026, Some(0.0))] };
        check(&Lines { lines: vec![one], ..village() });
    }

    #[test]
    fn points_lie_where_their_values_say() {
        let all = elements(&village().svg(&frame(Theme::Screen, 328)));
        let dots: Vec<(f64, f64)> =
            all.iter().filter(|e| e.name == "circle").map(|e| (e.number("cx"), e.number("cy"))).collect();
        assert_eq!(dots.len(), 4);
        let part = (dots[0].1 - dots[1].1) / (dots[0].1 - dots[3].1);
        assert!((part - 37.0 / 98.0).abs() < 0.01, "{dots:?}");
        let along = (dots[1].0 - dots[0].0) / (dots[3].0 - dots[0].0);
        assert!((along - 2.0 / 6.0).abs() < 0.01, "{dots:?}");
        // A year without a value breaks the line: a run of one, a run of three.
        let lines: Vec<usize> =
            all.iter().filter(|e| e.name == "polyline").map(|e| e.attribute("points").split(' ').count()).collect();
        assert_eq!(lines, [3]);
    }

    #[test]
    fn lines_say_what_they_show() {
        assert_eq!(
            village().finding(Lang::Id),
            "Jumlah penduduk naik dari 1.203 jiwa (2020) menjadi 1.301 jiwa (2026)"
        );
        assert_eq!(
            scale([1_203.0, 1_301.0].into_iter(), false),
            (1_200.0, 1_325.0, vec![1_200.0, 1_225.0, 1_250.0, 1_275.0, 1_300.0, 1_325.0])
        );
        assert_eq!(scale([0.0, 0.0].into_iter(), true).0, 0.0);
    }
}
