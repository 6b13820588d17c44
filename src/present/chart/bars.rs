//! Horizontal bars: how many have each property, and out of how many. On a phone the label stands over its bar, on a wide
//! picture beside it.

use super::drawing::{Anchor, Drawing};
use super::ink::{Hue, Ink};
use super::measure::wrapped;
use super::{Chart, share_text};
use crate::base::Share;
use crate::lang::{Lang, present as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// Bars of shares.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bars {
    /// What the bars stand for, the heading of their labels: "Pendidikan".
    pub heading: String,
    /// The bars, in their order.
    pub bars: Vec<Bar>,
    /// What the full width means.
    pub full: Full,
}

/// A bar.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// What the cases have in common.
    pub label: String,
    /// The cases, out of how many.
    pub share: Share,
    /// Its colour; `Rest` stands back (unknown, other) and is never the finding.
    pub hue: Hue,
}

/// What the full width of the picture means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Full {
    /// The largest share: bars of one distribution.
    #[default]
    Largest,
    /// 100 %: bars with denominators of their own, each before its track.
    Whole,
}

impl Bars {
    /// The bars of one distribution: labels and counts out of their sum.
    pub fn of_counts(heading: &str, counts: &[(&str, u32)]) -> Bars {
        let denominator = counts.iter().map(|(_, n)| n).sum();
        let bar = |(label, numerator): &(&str, u32)| Bar {
            label: (*label).to_owned(),
            share: Share { numerator: *numerator, denominator },
            hue: Hue::One,
        };
        Bars { heading: heading.to_owned(), bars: counts.iter().map(bar).collect(), full: Full::Largest }
    }
}

fn part(share: Share) -> f64 {
    share.times(1.0).unwrap_or(0.0)
}

impl Chart for Bars {
    fn finding(&self, lang: Lang) -> String {
        let known = self.bars.iter().filter(|bar| bar.hue != Hue::Rest && bar.share.numerator > 0);
        let most = known.reduce(|most, bar| if part(bar.share) > part(most.share) { bar } else { most });
        most.map_or(words::no_figures(lang).to_owned(), |bar| {
            words::most(lang, &bar.label, share_text(lang, bar.share))
        })
    }

    fn summary(&self, lang: Lang) -> String {
        let told: Vec<String> =
            self.bars.iter().map(|bar| format!("{}: {}", bar.label, share_text(lang, bar.share))).collect();
        if told.is_empty() { words::no_figures(lang).to_owned() } else { told.join("; ") + "." }
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        let mut table = Table::new(id, title, note)
            .column(&self.heading, Kind::Text)
            .column(words::number_of(lang), Kind::Count)
            .column(words::out_of(lang), Kind::Count)
            .column(words::share(lang), Kind::Percent(1));
        for Bar { label, share, .. } in &self.bars {
            let cells = vec![
                Cell::text(label),
                Cell::Count(share.numerator),
                Cell::Count(share.denominator),
                Cell::Share(*share),
            ];
            table.push(RowKind::Body, cells);
        }
        table
    }

    fn draw(&self, d: &mut Drawing) {
        let (s, plain, soft) = (d.scale, d.plain(), d.soft());
        let values: Vec<String> = self.bars.iter().map(|bar| share_text(d.lang, bar.share)).collect();
        let value_width = values.iter().map(|value| plain.width(value)).fold(0.0, f64::max) + 8.0 * s;
        let beside = d.width() >= 560.0;
        let labels = d.label_column(self.bars.iter().map(|bar| bar.label.as_str()));
        let (start, length) =
            if beside { (d.left + labels, d.width() - labels - value_width) } else { (d.left, d.width()) };
        let full = match self.full {
            Full::Largest => self.bars.iter().map(|bar| part(bar.share)).fold(0.0, f64::max),
            Full::Whole => 1.0,
        };
        let gap = if beside { 6.0 * s } else { 11.0 * s };
        for (bar, value) in self.bars.iter().zip(&values) {
            let room = if beside { labels - 10.0 * s } else { d.width() - value_width };
            let lines = wrapped(&bar.label, room, plain.size, false);
            let text_height = plain.size * 1.3 * lines.len().max(1) as f64;
            let thick = if beside { 16.0 * s } else { 9.0 * s };
            let height = if beside { text_height.max(thick) } else { text_height + thick };
            let first = if beside { d.y + (height - text_height) / 2.0 } else { d.y } + plain.size * 0.65;
            for (i, line) in lines.iter().enumerate() {
                let y = first + plain.size * 1.3 * i as f64;
                if beside {
                    d.text_mid(start - 10.0 * s, y, Anchor::End, plain, line);
                } else {
                    d.text_mid(d.left, y, Anchor::Start, plain, line);
                }
            }
            let y = if beside { d.y + (height - thick) / 2.0 } else { d.y + text_height + s };
            if self.full == Full::Whole {
                d.rect([start, y, length, thick], 3.0 * s, Ink::Sunken);
            }
            let own = if full > 0.0 { length * part(bar.share) / full } else { 0.0 };
            d.rect([start, y, own, thick], 3.0 * s, Ink::Data(bar.hue));
            d.spot(&bar.label, "", start + own, y + thick / 2.0);
            if beside {
                let end = if self.full == Full::Whole { length } else { own };
                d.text_mid(start + end + 8.0 * s, y + thick / 2.0, Anchor::Start, soft, value);
            } else {
                d.text_mid(d.right, first, Anchor::End, soft, value);
            }
            d.y += height + gap;
        }
        d.y -= if self.bars.is_empty() { 0.0 } else { gap - 2.0 * s };
        if self.bars.is_empty() {
            d.paragraph(words::no_figures(d.lang), soft);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::check::{check, elements, frame};
    use super::*;
    use expect_test::expect;

    fn education() -> Bars {
        let mut bars = Bars::of_counts(
            "Pendidikan",
            &[
                ("Tidak atau belum sekolah", 120),
                ("Tamat SD/sederajat", 312),
                ("SLTP/sederajat", 208),
                ("Akademi, diploma III atau sarjana muda di kota lain", 9),
                ("Belum diisi", 397),
            ],
        );
        bars.bars[4].hue = Hue::Rest;
        bars
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&education());
        check(&Bars { full: Full::Whole, ..education() });
        check(&Bars::of_counts("RT", &[("RT 01", 0), ("RT 02", 0)]));
        check(&Bars::default());
    }

    #[test]
    fn bars_are_as_long_as_their_shares() {
        for (full, widest) in [(Full::Largest, 328.0), (Full::Whole, 328.0 * 397.0 / 1_046.0)] {
            let svg = Bars { full, ..education() }.svg(&frame(Theme::Screen, 328));
            let rects = elements(&svg);
            let data = rects.iter().filter(|e| e.attribute("fill").starts_with("var(--data"));
            let widths: Vec<f64> = data.map(|e| e.number("width")).collect();
            for (width, n) in widths.iter().zip([120.0, 312.0, 208.0, 9.0, 397.0]) {
                assert!((width - widest * n / 397.0).abs() < 0.1, "{width} {n}");
            }
        }
    }

    #[test]
    fn bars_say_what_they_show() {
        expect!["Terbanyak: Tamat SD/sederajat, 312 (29,8%)"].assert_eq(&education().finding(Lang::Id));
        let few = Bars::of_counts("Air minum", &[("Sungai", 7), ("Ledeng", 5)]);
        expect!["Sungai: 7 dari 12; Ledeng: 5 dari 12."].assert_eq(&few.summary(Lang::Id));
        expect![[r#"
            Air minum,Jumlah,Dari,Persen (%)
            Sungai,7,12,58.3
            Ledeng,5,12,41.7
        "#]]
        .assert_eq(&few.table(Lang::Id, "air", "Air", Note::default()).to_csv().replace('\r', ""));
    }
}
