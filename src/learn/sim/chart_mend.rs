//! Charts that lie with true data, each to be mended: an axis that is cut, pictures that grow in both directions, years that
//! were picked. Each tells by how much it lies: the effect in the drawing over the effect in the data, the lie factor (Tufte
//! 1983, The Visual Display of Quantitative Information).

use super::pen::{At, ONE, Pen, REST, TWO};
use super::rates::by_dusun;
use super::{Control, Piece, Scene, Touch, only};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::village::{Resident, Village};

/// Years that are shown: births of each, by those who live in the village now.
const YEARS: usize = 12;
/// Fewer years than this make no line.
const LEAST: usize = 3;

pub(super) struct ChartMend {
    /// Dusun and their residents.
    dusun: Vec<(u8, usize, usize)>,
    /// Children by year of birth, the oldest year first.
    years: Vec<f64>,
    year: i16,
    chart: usize,
    /// Where the axis begins, in per cent of the smallest.
    cut: f64,
    /// How the pictures grow: 0 in both directions, 1 in height alone, 2 by their number.
    growth: usize,
    /// The first and the last year that are shown.
    window: (usize, usize),
}

/// How large a change looks or is: (to − from) / from; nothing from nothing.
pub fn effect(from: f64, to: f64) -> Option<f64> {
    (from > 0.0).then(|| (to - from) / from)
}

/// The lie factor: the effect in the drawing over the effect in the data; nothing where the data show none.
pub fn lie_factor(drawing: f64, data: f64) -> Option<f64> {
    (data.abs() > 1e-9).then(|| drawing / data)
}

/// How much the values rise from one to the next, by the line of least squares; nothing of fewer than two.
pub fn slope(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let (mid, mean) = ((n - 1.0) / 2.0, values.iter().sum::<f64>() / n.max(1.0));
    let (mut both, mut square) = (0.0, 0.0);
    for (at, value) in values.iter().enumerate() {
        both += (at as f64 - mid) * (value - mean);
        square += (at as f64 - mid).powi(2);
    }
    (square > 0.0).then(|| both / square)
}

/// Four years in a row that rise or fall most against what all years show: the pick of who wants to tell a story.
pub fn picked_years(values: &[f64]) -> (usize, usize) {
    let long = 4.min(values.len().max(1));
    let all = slope(values).unwrap_or(0.0);
    let far = |at: &usize| slope(&values[*at..*at + long]).map_or(0.0, |here| (here - all).abs());
    let begin = (0..=values.len().saturating_sub(long)).max_by(|a, b| far(a).total_cmp(&far(b)).then(b.cmp(a)));
    let begin = begin.unwrap_or(0);
    (begin, begin + long - 1)
}

/// Children by year of birth, the oldest year first.
fn births(residents: &[Resident]) -> Vec<f64> {
    let mut years = vec![0.0; YEARS];
    for resident in residents {
        if let Some(at) = (YEARS - 1).checked_sub(usize::from(resident.age)) {
            years[at] += 1.0;
        }
    }
    years
}

/// What a chart says of itself: how much it looks, how much it is, both as effects.
struct Effects {
    looks: f64,
    is: f64,
}

impl ChartMend {
    pub(super) fn new(village: &Village) -> ChartMend {
        let years = births(&village.residents);
        ChartMend {
            dusun: by_dusun(&village.residents, |_| true),
            window: picked_years(&years),
            years,
            year: village.year,
            chart: 0,
            cut: 90.0,
            growth: 0,
        }
    }

    /// The smallest and the largest dusun: number and residents.
    fn ends(&self) -> Option<[(u8, f64); 2]> {
        let end = |(d, n, _): &(u8, usize, usize)| (*d, *n as f64);
        let low = self.dusun.iter().min_by_key(|dusun| dusun.1).map(end)?;
        let high = self.dusun.iter().rev().max_by_key(|dusun| dusun.1).map(end)?;
        Some([low, high])
    }

    fn begin_of_axis(&self) -> f64 {
        self.ends().map_or(0.0, |[(_, low), _]| self.cut / 100.0 * low)
    }

    fn effects(&self) -> Option<Effects> {
        if self.chart == 2 {
            let mean = self.years.iter().sum::<f64>() / YEARS as f64;
            let shown = &self.years[self.window.0..=self.window.1];
            let (looks, is) = (slope(shown)?, slope(&self.years)?);
            return (mean > 0.0).then(|| Effects { looks: looks / mean, is: is / mean });
        }
        let [(_, low), (_, high)] = self.ends()?;
        let is = effect(low, high)?;
        let from = self.begin_of_axis();
        let looks = match (self.chart, self.growth) {
            (0, _) => effect(low - from, high - from)?,
            (_, 0) => (high / low).powi(2) - 1.0,
            _ => is,
        };
        Some(Effects { looks, is })
    }

    fn mended(&self) -> bool {
        match self.chart {
            0 => self.cut == 0.0,
            1 => self.growth > 0,
            _ => self.window == (0, YEARS - 1),
        }
    }

    fn draw_axis(&self, pen: &mut Pen, width: f64) -> f64 {
        let from = self.begin_of_axis();
        let high = self.ends().map_or(1.0, |[_, (_, high)]| high);
        let step = (width - 40.0) / self.dusun.len().max(1) as f64;
        for (at, (d, n, _)) in self.dusun.iter().enumerate() {
            let tall = 140.0 * (*n as f64 - from) / (high - from).max(1e-9);
            let x = 40.0 + step * at as f64 + step * 0.15;
            pen.rect((x, 164.0 - tall, step * 0.7, tall), if self.cut > 0.0 { TWO } else { ONE });
            pen.text(x + step * 0.35, 182.0, At::Middle, &format!("D{d}"));
            pen.text(x + step * 0.35, 158.0 - tall, At::Middle, &n.to_string());
        }
        pen.axis((40.0, 164.0), (width, 164.0));
        pen.axis((40.0, 16.0), (40.0, 164.0));
        pen.text(34.0, 168.0, At::End, &format!("{from:.0}"));
        188.0
    }

    fn draw_pictures(&self, pen: &mut Pen, lang: Lang, width: f64) -> f64 {
        let Some([(small, low), (large, high)]) = self.ends() else { return 60.0 };
        let times = high / low.max(1.0);
        let tallest = 130.0;
        let unit = tallest / times.max(1.0);
        let colour = if self.growth == 0 { TWO } else { ONE };
        for (at, (dusun, n, times)) in [(small, low, 1.0), (large, high, times)].into_iter().enumerate() {
            let middle = width * (0.22 + 0.5 * at as f64);
            match self.growth {
                0 => pen.house((middle, 150.0), (unit * times, unit * times), colour),
                1 => pen.house((middle, 150.0), (unit, unit * times), colour),
                _ => {
                    // A picture for every so many, so that the small one has five.
                    let each = (low / 5.0).max(1.0);
                    for picture in 0..(n / each).round() as usize {
                        let (column, row) = ((picture % 5) as f64, (picture / 5) as f64);
                        pen.house((middle + (column - 2.0) * 22.0, 150.0 - row * 24.0), (18.0, 18.0), colour);
                    }
                }
            }
            pen.text(middle, 170.0, At::Middle, &format!("D{dusun}: {n:.0}"));
        }
        if self.growth == 2 {
            let each = number::decimal(lang, (low / 5.0).max(1.0), 0);
            pen.text(width / 2.0, 190.0, At::Middle, &words::a_picture(lang, each));
            return 196.0;
        }
        176.0
    }

    fn label_of(&self, at: usize) -> String {
        let back = (YEARS - 1 - at) as i16;
        if self.year > 0 { (self.year - back).to_string() } else { format!("−{back}") }
    }

    fn draw_years(&self, pen: &mut Pen, width: f64) -> f64 {
        let (first, last) = self.window;
        let shown = &self.years[first..=last];
        let (low, high) = shown.iter().fold((f64::MAX, 0.0f64), |(low, high), n| (low.min(*n), high.max(*n)));
        // A picked window also fills the drawing with its own range; all years stand on zero.
        let from = if self.mended() { 0.0 } else { (low - 1.0).max(0.0) };
        let step = (width - 44.0) / (shown.len() - 1).max(1) as f64;
        let y = |n: f64| 146.0 - 122.0 * (n - from) / (high - from).max(1.0);
        let x = |at: usize| 32.0 + step * at as f64;
        let points: Vec<(f64, f64)> = shown.iter().enumerate().map(|(at, n)| (x(at), y(*n))).collect();
        let colour = if self.mended() { ONE } else { TWO };
        if let Some(rise) = slope(shown) {
            let (mid, mean) = ((shown.len() - 1) as f64 / 2.0, shown.iter().sum::<f64>() / shown.len() as f64);
            let at = |place: usize| (x(place), y(mean + rise * (place as f64 - mid)));
            pen.line(at(0), at(shown.len() - 1), REST, 2.0);
        }
        pen.path(&points, colour);
        for (at, (x, y)) in points.iter().enumerate() {
            pen.dot(*x, *y, 3.5, colour);
            pen.text(*x, y - 8.0, At::Middle, &format!("{:.0}", shown[at]));
        }
        pen.axis((24.0, 146.0), (width, 146.0));
        pen.text(20.0, 150.0, At::End, &format!("{from:.0}"));
        pen.text(24.0, 166.0, At::Start, &self.label_of(first));
        pen.text(width - 2.0, 166.0, At::End, &self.label_of(last));
        // Which of all years these are.
        let small = (width - 8.0) / YEARS as f64;
        let most = self.years.iter().copied().fold(1.0, f64::max);
        for (at, n) in self.years.iter().enumerate() {
            let fill = if (first..=last).contains(&at) { colour } else { REST };
            let tall = 34.0 * n / most;
            pen.rect((4.0 + small * at as f64, 214.0 - tall, small - 2.0, tall), fill);
        }
        pen.axis((4.0, 214.0), (width - 4.0, 214.0));
        218.0
    }
}

impl Piece for ChartMend {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let charts = [words::chart_axis(lang), words::chart_area(lang), words::chart_years(lang)];
        let mut all = vec![Control::Chips {
            id: "chart",
            label: words::which_chart(lang).into(),
            options: charts.map(str::to_owned).to_vec(),
            on: only(3, self.chart),
        }];
        let year = |id, label: &str, from: usize, to: usize, at: usize| Control::Slider {
            id,
            label: label.to_owned(),
            from: from as f64,
            to: to as f64,
            step: 1.0,
            value: at as f64,
            shown: self.label_of(at),
        };
        match self.chart {
            0 => all.push(Control::Slider {
                id: "cut",
                label: words::axis_from(lang).into(),
                from: 0.0,
                to: 95.0,
                step: 5.0,
                value: self.cut,
                shown: format!("{:.0}%", self.cut),
            }),
            1 => {
                let ways = [words::grow_both(lang), words::grow_height(lang), words::grow_number(lang)];
                all.push(Control::Chips {
                    id: "growth",
                    label: words::pictures_grow(lang).into(),
                    options: ways.map(str::to_owned).to_vec(),
                    on: only(3, self.growth),
                });
            }
            _ => all.extend([
                year("from", words::first_year(lang), 0, YEARS - LEAST, self.window.0),
                year("to", words::last_year(lang), LEAST - 1, YEARS - 1, self.window.1),
            ]),
        }
        all
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let mut pen = Pen::default();
        let height = match self.chart {
            0 => self.draw_axis(&mut pen, width),
            1 => self.draw_pictures(&mut pen, lang, width),
            _ => self.draw_years(&mut pen, width),
        };
        let Some(Effects { looks, is }) = self.effects() else {
            return Scene { height, marks: pen.0, said: words::no_numbers(lang).into(), ..Scene::default() };
        };
        let factor = lie_factor(looks, is);
        let told = factor.map_or("–".to_owned(), |factor| number::decimal(lang, factor, 1));
        let percent = |effect: f64| {
            let sign = if effect > 0.0005 { "+" } else { "" };
            format!("{sign}{}%", number::decimal(lang, 100.0 * effect, 1))
        };
        let (looks_name, is_name) = match self.chart {
            0 | 1 => (words::effect_looks(lang), words::effect_is(lang)),
            _ => (words::rise_looks(lang), words::rise_is(lang)),
        };
        let facts = vec![
            (looks_name.to_owned(), percent(looks)),
            (is_name.to_owned(), percent(is)),
            (words::lie_factor(lang).into(), told.clone()),
        ];
        let said = match (self.chart, self.mended()) {
            (0, false) => words::cut_said(lang, percent(looks), percent(is), &told),
            (1, false) => words::area_said(lang, percent(looks), percent(is), &told),
            (2, false) => match factor {
                Some(factor) if factor < 0.0 => words::years_turned(lang, percent(looks), percent(is)),
                _ => words::years_said(lang, percent(looks), percent(is), &told),
            },
            (0, _) => words::cut_mended(lang, percent(is)),
            (1, _) => words::area_mended(lang, percent(is)),
            _ => words::years_mended(lang, percent(is)),
        };
        Scene { height, marks: pen.0, said, facts, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        let (first, last) = self.window;
        match touch {
            Touch::Choose("chart", at) if at < 3 => self.chart = at,
            Touch::Choose("growth", at) if at < 3 => self.growth = at,
            Touch::Slide("cut", value) => self.cut = value.clamp(0.0, 95.0),
            Touch::Drag(_, y) if self.chart == 0 => self.cut = (y * 19.0).round().clamp(0.0, 19.0) * 5.0,
            Touch::Slide("from", value) => {
                let first = (value.max(0.0) as usize).min(YEARS - LEAST);
                self.window = (first, last.max(first + LEAST - 1));
            }
            Touch::Slide("to", value) => {
                let last = (value.max(0.0) as usize).clamp(LEAST - 1, YEARS - 1);
                self.window = (first.min(last + 1 - LEAST), last);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lie_factor_is_tufte_s() {
        // The book's first example: fuel economy standards of 18 and 27.5 miles a gallon, a rise of 53 per cent, drawn as
        // lines of 0.6 and 5.3 inches, a rise of 783 per cent: a lie factor of 14.8.
        let (data, drawing) = (effect(18.0, 27.5).unwrap_or(0.0), effect(0.6, 5.3).unwrap_or(0.0));
        assert_eq!(((100.0 * data).round(), (100.0 * drawing).round()), (53.0, 783.0));
        assert_eq!(lie_factor(drawing, data).map(|factor| (10.0 * factor).round()), Some(148.0));
        assert_eq!((effect(0.0, 3.0), lie_factor(1.0, 0.0)), (None, None));
    }

    #[test]
    fn the_line_of_least_squares_and_the_picked_years() {
        assert_eq!(slope(&[1.0, 3.0, 5.0]), Some(2.0));
        assert_eq!(slope(&[2.0, 1.0, 4.0, 3.0]), Some(0.6)); // Σ(x−x̄)(y−ȳ) = 3, Σ(x−x̄)² = 5
        assert_eq!((slope(&[4.0]), slope(&[])), (None, None));
        assert_eq!(picked_years(&[5.0, 5.0, 5.0, 1.0, 4.0, 7.0, 10.0, 5.0, 5.0]), (3, 6));
        assert_eq!(picked_years(&[]), (0, 0));
    }
}
