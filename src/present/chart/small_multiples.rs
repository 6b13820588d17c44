//! Small multiples: one small line for each area (or each generation), all on one scale, so that shapes can be compared.

use super::Chart;
use super::drawing::{Anchor, Drawing, Type};
use super::ink::{Hue, Ink};
use super::lines::{LinePoint, ends, scale, short_dates, years};
use super::measure::shortened;
use crate::base::Date;
use crate::base::set_of;
use crate::lang::{Lang, number, time as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// One small picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// Its name.
    pub label: String,
    /// Its points in the order of time.
    pub points: Vec<LinePoint>,
}

/// Small pictures on one scale.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SmallMultiples {
    /// What the values are.
    pub heading: String,
    /// What the panels are: "Wilayah".
    pub by: String,
    /// Unit behind a value.
    pub unit: String,
    /// Decimals of values.
    pub decimals: u8,
    /// The panels.
    pub panels: Vec<Panel>,
}

impl SmallMultiples {
    fn told(&self, lang: Lang, value: f64) -> String {
        number::decimal(lang, value, usize::from(self.decimals)) + &self.unit
    }

    fn dates(&self) -> Vec<Date> {
        let all = self.panels.iter().flat_map(|panel| &panel.points).map(|point| point.at);
        set_of(all).into_iter().collect()
    }
}

impl Chart for SmallMultiples {
    /// How many rose and how many fell.
    fn finding(&self, lang: Lang) -> String {
        let change = |panel: &Panel| {
            let (first, last) = ends(&panel.points)?;
            (first.0 != last.0)
                .then(|| self.told(lang, last.1) != self.told(lang, first.1))
                .map(|changed| if changed { last.1 - first.1 } else { 0.0 })
        };
        let changes: Vec<f64> = self.panels.iter().filter_map(change).collect();
        if changes.is_empty() {
            return words::no_points(lang, &self.heading);
        }
        let rose = changes.iter().filter(|change| **change > 0.0).count();
        let fell = changes.iter().filter(|change| **change < 0.0).count();
        words::rose_and_fell(lang, &self.heading, rose, fell, changes.len())
    }

    fn summary(&self, lang: Lang) -> String {
        let told = self.panels.iter().filter_map(|panel| {
            let (first, last) = ends(&panel.points)?;
            let dates = [number::date(lang, first.0), number::date(lang, last.0)];
            Some(words::line_told(
                lang,
                &panel.label,
                self.told(lang, first.1),
                &dates[0],
                self.told(lang, last.1),
                &dates[1],
            ))
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() { words::no_points(lang, &self.heading) } else { told.join(" ") }
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        let dates = self.dates();
        let mut table = Table::new(id, title, note).column(self.by.as_str(), Kind::Text);
        for at in &dates {
            table = table.column(number::date(lang, *at), Kind::Decimal);
        }
        for panel in &self.panels {
            let cell = |at: &Date| {
                let point = panel.points.iter().find(|point| point.at == *at).and_then(|point| point.value);
                point.map_or(Cell::Empty, |value| Cell::Number(value, self.decimals))
            };
            table.push(
                RowKind::Body,
                std::iter::once(Cell::text(panel.label.as_str())).chain(dates.iter().map(cell)).collect(),
            );
        }
        table
    }

    fn draw(&self, d: &mut Drawing) {
        let (s, dates) = (d.scale, self.dates());
        let values = self.panels.iter().flat_map(|panel| &panel.points).filter_map(|point| point.value);
        let (low, high, _) = scale(values, false);
        if self.panels.iter().flat_map(|panel| &panel.points).all(|point| point.value.is_none()) {
            d.paragraph(&words::no_points(d.lang, &self.heading), d.soft());
            return;
        }
        d.paragraph(&words::one_scale(d.lang, self.told(d.lang, low), self.told(d.lang, high)), d.soft());
        d.y += 8.0 * s;
        let (name, soft) = (Type { size: 11.5 * s, ..d.strong() }, Type { size: 10.5 * s, ..d.soft() });
        let columns = (d.width() / (132.0 * s)).floor().clamp(1.0, 6.0);
        let (gap, height) = (14.0 * s, 54.0 * s);
        let width = (d.width() - gap * (columns - 1.0)) / columns;
        let (first, last) = (dates.first().copied().map_or(0.0, years), dates.last().copied().map_or(1.0, years));
        let start = d.y;
        for (i, panel) in self.panels.iter().enumerate() {
            let (column, row) = (i % columns as usize, i / columns as usize);
            let left = d.left + column as f64 * (width + gap);
            let top = start + row as f64 * (height + 50.0 * s);
            d.text_mid(
                left,
                top + name.size * 0.6,
                Anchor::Start,
                name,
                &shortened(&panel.label, width, name.size, true),
            );
            let (above, foot) = (top + 22.0 * s, top + 22.0 * s + height);
            d.line([left, foot, left + width, foot], s, Ink::Soft, false);
            let inside = width - 8.0 * s;
            let x = |at: Date| {
                left + 4.0 * s + if last > first { (years(at) - first) / (last - first) * inside } else { inside / 2.0 }
            };
            let y = |value: f64| foot - (value - low) / (high - low) * (foot - above);
            for run in panel.points.split(|point| point.value.is_none()) {
                let path: Vec<(f64, f64)> =
                    run.iter().filter_map(|point| Some((x(point.at), y(point.value?)))).collect();
                if path.len() > 1 {
                    d.polyline(&path, 2.0 * s, Ink::Data(Hue::One));
                }
            }
            let Some((begin, end)) = ends(&panel.points) else { continue };
            d.dot(x(end.0), y(end.1), 2.6 * s, Ink::Data(Hue::One), false);
            // First and last value under the line; the first gives way where both do not fit.
            let (from, to) = (self.told(d.lang, begin.1), self.told(d.lang, end.1));
            d.text(left + width, foot + 14.0 * s, Anchor::End, soft, &to);
            if begin.0 != end.0 && soft.width(&from) + soft.width(&to) + 8.0 * s <= width {
                d.text(left, foot + 14.0 * s, Anchor::Start, soft, &from);
            }
        }
        let rows = self.panels.len().div_ceil(columns as usize);
        d.y = start + rows as f64 * (height + 50.0 * s) - 6.0 * s;
        if let (Some(first), Some(last)) = (dates.first(), dates.last()) {
            let named = short_dates(&[*first, *last], d.lang);
            d.paragraph(&words::panels_go(d.lang, &named[0], &named[1]), d.soft());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::check::{check, elements, frame};
    use super::*;

    fn village(n: usize) -> SmallMultiples {
        let panel = |i: usize| Panel {
            label: format!("RT {i:02} dusun panjang sekali"),
            points: (0..5)
                .map(|year| LinePoint {
                    at: Date { year: 2020 + year, month: 1, day: 1 },
                    value: (i != 3 || year > 1).then(|| {
                        100.0 + 10.0 * i as f64 + f64::from(year) * if i.is_multiple_of(2) { 3.0 } else { -2.0 }
                    }),
                    ..LinePoint::default()
                })
                .collect(),
        };
        SmallMultiples {
            heading: "Jumlah penduduk".into(),
            by: "Wilayah".into(),
            unit: " jiwa".into(),
            panels: (0..n).map(panel).collect(),
            ..SmallMultiples::default()
        }
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&village(1));
        check(&village(9));
        check(&village(40));
        check(&SmallMultiples::default());
    }

    #[test]
    fn all_panels_share_a_scale() {
        let chart = village(4);
        assert_eq!(chart.finding(Lang::Id), "Jumlah penduduk naik di 2 dari 4 tempat dan turun di 2");
        let dots = elements(&chart.svg(&frame(Theme::Screen, 720)));
        let at: Vec<f64> = dots.iter().filter(|e| e.name == "circle").map(|e| e.number("cy")).collect();
        // Panels beside each other end at 112, 102, 132, 122.
        assert_eq!(at.len(), 4);
        assert!(((at[1] - at[0]) / (at[0] - at[2]) - 0.5).abs() < 0.02, "{at:?}");
        let csv = chart.table(Lang::Id, "x", "y", Note::default()).to_csv();
        assert!(csv.lines().nth(4).unwrap().ends_with(",,,126,124,122"), "{csv}");
    }
}
