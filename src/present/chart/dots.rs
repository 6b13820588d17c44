//! Dots by area on one scale, with the value of the whole as a line: who lies above, who below, and by how much. A hollow
//! dot stands on few cases.

use super::drawing::{Anchor, Drawing, Mark, Type};
use super::ink::{Hue, Ink};
use super::measure::{shortened, step};
use super::{Bar, Chart, SMALL_DENOMINATOR, high_and_low, share_text};
use crate::base::Share;
use crate::lang::{Lang, number, present as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// A percentage by area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dots {
    /// What the rows are: "RT".
    pub heading: String,
    /// What is measured: "Punya akta lahir".
    pub subject: String,
    /// The areas, in their order.
    pub areas: Vec<Bar>,
    /// Name of the whole: "Desa".
    pub whole_label: String,
    /// The value of the whole.
    pub whole: Share,
}

impl Dots {
    /// Percent at the left and right end, a step between ticks: round values around all dots, never past 0 and 100.
    fn range(&self) -> (f64, f64, f64) {
        let all = self.areas.iter().map(|area| area.share).chain([self.whole]);
        let (low, high) = all
            .filter_map(|share| share.times(100.0))
            .fold((100.0f64, 0.0f64), |(low, high), value| (low.min(value), high.max(value)));
        if low > high {
            return (0.0, 100.0, 50.0);
        }
        let step = step((high - low).max(8.0), 4);
        let from = (low / step).floor() * step;
        let to = ((high / step).ceil() * step).max(from + step);
        if to > 100.0 && high <= 100.0 { ((100.0 - step).min(from), 100.0, step) } else { (from, to, step) }
    }
}

impl Chart for Dots {
    fn finding(&self, lang: Lang) -> String {
        high_and_low(lang, &self.subject, self.areas.iter().map(|area| (area.label.as_str(), area.share)))
    }

    fn summary(&self, lang: Lang) -> String {
        let whole = (self.whole_label.as_str(), self.whole);
        let all = [whole].into_iter().chain(self.areas.iter().map(|area| (area.label.as_str(), area.share)));
        let told: Vec<String> = all.map(|(label, share)| format!("{label} {}", share_text(lang, share))).collect();
        format!("{}: {}.", self.subject, told.join("; "))
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        let mut table = Table::new(id, title, note)
            .column(&self.heading, Kind::Text)
            .column(words::number_of(lang), Kind::Count)
            .column(words::out_of(lang), Kind::Count)
            .column(words::share(lang), Kind::Percent(1));
        let mut push = |kind, label: &str, share: Share| {
            let counts = [share.numerator, share.denominator].map(Cell::Count);
            table.push(kind, [Cell::text(label)].into_iter().chain(counts).chain([Cell::Share(share)]).collect());
        };
        for area in &self.areas {
            push(RowKind::Body, &area.label, area.share);
        }
        push(RowKind::Total, &self.whole_label, self.whole);
        table
    }

    fn draw(&self, d: &mut Drawing) {
        let (s, plain, soft) = (d.scale, d.plain(), d.soft());
        if self.areas.is_empty() {
            d.paragraph(words::no_figures(d.lang), soft);
            return;
        }
        let values: Vec<String> = self.areas.iter().map(|area| value(d.lang, area.share)).collect();
        let value_width = values.iter().map(|text| soft.width(text)).fold(0.0, f64::max) + 12.0 * s;
        let labels = d.label_column(self.areas.iter().map(|area| area.label.as_str()));
        let radius = 5.0 * s;
        let (start, end) = (d.left + labels + radius, d.right - value_width - radius);
        let (from, to, step) = self.range();
        let place = |percent: f64| start + (end - start) * (percent - from) / (to - from);
        let row = 24.0 * s;
        let head = 20.0 * s;
        let (top, bottom) = (d.y + head, d.y + head + row * self.areas.len() as f64);

        for i in 0..=((to - from) / step).round() as usize {
            let tick = from + step * i as f64;
            d.line([place(tick), top, place(tick), bottom], s, Ink::Line, false);
            let text = format!("{}%", number::decimal(d.lang, tick, 0));
            d.text(place(tick), bottom + soft.size * 1.2, Anchor::Middle, Type { size: 11.0 * s, ..soft }, &text);
        }
        let whole = self.whole.times(100.0).map(place);
        if let Some(x) = whole {
            d.line([x, top - 2.0 * s, x, bottom], 1.8 * s, Ink::Text, false);
            let text = format!("{} {}", self.whole_label, value(d.lang, self.whole));
            let half = d.strong().width(&text) / 2.0;
            d.text(x.clamp(d.left + half, d.right - half), top - 7.0 * s, Anchor::Middle, d.strong(), &text);
        }
        let mut any_small = false;
        for (i, (area, text)) in self.areas.iter().zip(&values).enumerate() {
            let mid = top + row * (i as f64 + 0.5);
            let label = shortened(&area.label, labels - 8.0 * s, plain.size, false);
            d.text_mid(d.left, mid, Anchor::Start, plain, &label);
            d.text_mid(d.right, mid, Anchor::End, soft, text);
            let Some(percent) = area.share.times(100.0) else { continue };
            let small = area.share.denominator < SMALL_DENOMINATOR;
            any_small |= small;
            if let Some(x) = whole {
                d.line([x, mid, place(percent), mid], 1.8 * s, Ink::Data(area.hue), false);
            }
            d.dot(place(percent), mid, radius - s, Ink::Data(area.hue), small);
            d.spot(&area.label, "", place(percent), mid);
        }
        d.y = bottom + soft.size * 1.7;
        if any_small {
            d.legend(&[(Mark::Hollow(Hue::One), words::few_cases(d.lang, SMALL_DENOMINATOR))]);
        }
    }
}

/// `61,2%`, or `7 dari 12` where the denominator is small.
fn value(lang: Lang, share: Share) -> String {
    match share.times(100.0) {
        Some(percent) if share.denominator >= SMALL_DENOMINATOR => format!("{}%", number::decimal(lang, percent, 1)),
        _ => share_text(lang, share),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::check::{check, elements, frame};
    use super::*;
    use expect_test::expect;

    fn dots(shares: &[(u32, u32)]) -> Dots {
        let area = |(i, (numerator, denominator)): (usize, &(u32, u32))| Bar {
            label: format!("RT {:02}", i + 1),
            share: Share { numerator: *numerator, denominator: *denominator },
            hue: Hue::One,
        };
        let sum = |part: fn(&(u32, u32)) -> u32| shares.iter().map(part).sum();
        Dots {
            heading: "RT".into(),
            subject: "Punya akta lahir".into(),
            areas: shares.iter().enumerate().map(area).collect(),
            whole_label: "Desa".into(),
            whole: Share { numerator: sum(|s| s.0), denominator: sum(|s| s.1) },
        }
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&dots(&[(40, 100), (61, 98), (7, 12), (90, 91), (0, 0)]));
        check(&dots(&[(100, 100), (50, 50)]));
        check(&dots(&[(0, 100)]));
        check(&dots(&[(0, 0)]));
        check(&dots(&[]));
        let mut long = dots(&[(40, 100), (61, 98)]);
        long.areas[0].label = "RT 01 RW 02 Dusun Muara Sungai Besar".into();
        check(&long);
    }

    #[test]
    fn the_scale_holds_all_dots() {
        for (shares, range) in [
            (&[(40, 100), (61, 100)][..], (40.0, 70.0, 10.0)),
            (&[(96, 100), (99, 100)], (96.0, 100.0, 2.0)),
            (&[(100, 100)], (98.0, 100.0, 2.0)),
            (&[(0, 100)], (0.0, 2.0, 2.0)),
            (&[], (0.0, 100.0, 50.0)),
        ] {
            assert_eq!(dots(shares).range(), range, "{shares:?}");
        }
    }

    #[test]
    fn dots_lie_where_their_shares_say() {
        let svg = dots(&[(40, 100), (50, 100), (60, 100)]).svg(&frame(Theme::Screen, 328));
        let places: Vec<f64> = elements(&svg).iter().filter(|e| e.name == "circle").map(|e| e.number("cx")).collect();
        assert!((places[1] * 2.0 - places[0] - places[2]).abs() < 0.2, "{places:?}");
        expect!["Punya akta lahir: tertinggi RT 03 (60,0%), terendah RT 01 (40,0%)"]
            .assert_eq(&dots(&[(40, 100), (50, 100), (60, 100), (9, 9)]).finding(Lang::Id));
        expect!["Punya akta lahir: Desa 47 (42,0%); RT 01 40 (40,0%); RT 02 7 dari 12."]
            .assert_eq(&dots(&[(40, 100), (7, 12)]).summary(Lang::Id));
    }
}
