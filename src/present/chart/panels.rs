//! Small multiples of bars: one small picture for each area (or answer), all on one scale, so that shapes can be compared.

use super::Chart;
use super::drawing::{Anchor, Drawing, Type};
use super::ink::{Hue, Ink};
use super::measure::shortened;
use super::shares::{ShareRow, highest, percent, summary, table};
use crate::lang::{Lang, number, present as words};
use crate::present::table::{Note, Table};
use serde::{Deserialize, Serialize};

/// Small pictures on one scale.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Panels {
    /// What the panels are: "RT".
    pub by: String,
    /// What the bars are, in their order.
    pub bars: Vec<String>,
    /// The panels.
    pub panels: Vec<ShareRow>,
    /// Panels are rows of the table behind, and bars its columns.
    pub of_rows: bool,
}

impl Panels {
    fn highest(&self) -> f64 {
        let all = self.panels.iter().flat_map(|panel| &panel.shares).flatten().filter_map(percent);
        all.fold(0.0, f64::max).ceil().max(1.0)
    }
}

impl Chart for Panels {
    fn finding(&self, lang: Lang) -> String {
        highest(&self.panels, &self.bars).map_or(words::no_figures(lang).to_owned(), |(panel, bar, value)| {
            words::panel_high(lang, bar, panel, number::decimal(lang, value, 1))
        })
    }

    fn summary(&self, lang: Lang) -> String {
        summary(&self.panels, &self.bars, lang)
    }

    fn table(&self, _: Lang, id: &str, title: &str, note: Note) -> Table {
        table(&self.panels, &self.bars, &self.by, id, title, note)
    }

    fn draw(&self, d: &mut Drawing) {
        let s = d.scale;
        if self.panels.is_empty() || self.bars.is_empty() {
            return d.paragraph(words::no_figures(d.lang), d.soft());
        }
        let high = self.highest();
        d.paragraph(&words::one_bar_scale(d.lang, number::decimal(d.lang, high, 0)), d.soft());
        d.y += 8.0 * s;
        let (name, label) = (Type { size: 11.5 * s, ..d.strong() }, Type { size: 10.5 * s, ..d.plain() });
        let value = Type { ink: Ink::Soft, ..label };
        let gap = 18.0 * s;
        let columns = ((d.width() + gap) / (150.0 * s + gap)).floor().clamp(1.0, 4.0);
        let wide = (d.width() - gap * (columns - 1.0)) / columns;
        let high_of_bar = 25.0 * s;
        let tall = name.size * 1.6 + high_of_bar * self.bars.len() as f64 + 14.0 * s;
        let start = d.y;
        for (at, panel) in self.panels.iter().enumerate() {
            let left = d.left + (at % columns as usize) as f64 * (wide + gap);
            let mut y = start + (at / columns as usize) as f64 * tall;
            let title = shortened(&panel.label, wide, name.size, true);
            d.text(left, y + name.size, Anchor::Start, name, &title);
            d.line([left, y + name.size * 1.35, left + wide, y + name.size * 1.35], s, Ink::Line, false);
            if self.of_rows {
                d.spot(&panel.label, "", left + wide, y + name.size * 0.6);
            }
            y += name.size * 1.6;
            for (bar, share) in self.bars.iter().zip(&panel.shares) {
                let told = match share {
                    None => "*".to_owned(),
                    Some(share) => match percent(share) {
                        Some(percent) => format!("{}%", number::decimal(d.lang, percent, 0)),
                        None => words::n_of(d.lang, share.numerator, share.denominator),
                    },
                };
                let room = wide - value.width(&told) - 6.0 * s;
                d.text(left, y + label.size, Anchor::Start, label, &shortened(bar, room, label.size, false));
                d.text(left + wide, y + label.size, Anchor::End, value, &told);
                let long = share.as_ref().and_then(percent).map_or(0.0, |percent| wide * percent / high);
                d.rect([left, y + 14.0 * s, wide, 6.0 * s], 2.0 * s, Ink::Sunken);
                d.rect([left, y + 14.0 * s, long, 6.0 * s], 2.0 * s, Ink::Data(Hue::One));
                let (row, column) = if self.of_rows { (&panel.label, bar) } else { (bar, &panel.label) };
                for place in [column.as_str(), ""] {
                    d.spot(row, place, left + long, y + 17.0 * s);
                }
                y += high_of_bar;
            }
        }
        let rows = self.panels.len().div_ceil(columns as usize);
        d.y = start + rows as f64 * tall - 8.0 * s;
    }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::check::{check, check_with, elements, frame};
    use super::*;
    use crate::base::Share;

    fn panels(n: usize) -> Panels {
        let bars = ["Ledeng", "Sumur terlindung", "Sungai, danau atau waduk", "Air hujan"];
        let panel = |at: usize| ShareRow {
            label: format!("RT {:02} Dusun Muara Sungai", at + 1),
            shares: (0..bars.len() as u32)
                .map(|bar| {
                    let denominator = if at == 1 { 9 } else { 50 };
                    (at != 2 || bar != 1).then_some(Share { numerator: (at as u32 + bar * 2) % 9, denominator })
                })
                .collect(),
        };
        Panels {
            by: "RT".into(),
            bars: bars.map(str::to_owned).to_vec(),
            panels: (0..n).map(panel).collect(),
            of_rows: true,
        }
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&panels(1));
        check(&panels(7));
        check(&panels(20));
        check(&Panels::default());
        check_with(&panels(4), &[("RT 01 Dusun Muara Sungai", "Ledeng"), ("RT 04 Dusun Muara Sungai", "")]);
    }

    #[test]
    fn all_panels_share_a_scale() {
        let all = elements(&panels(2).svg(&frame(Theme::Screen, 328)));
        let bars: Vec<f64> =
            all.iter().filter(|e| e.attribute("fill") == "var(--data-1)").map(|e| e.number("width")).collect();
        // 0, 4, 8 and 12 % of RT 01; RT 02 has few cases.
        assert_eq!(bars.len(), 3);
        assert!((bars[2] / bars[0] - 3.0).abs() < 0.02, "{bars:?}");
    }
}
