//! Charts as SVG text: the same picture on the page, on paper and under the command line. Pure geometry: no browser, no
//! style sheet, no inline style (strict Content-Security-Policy); colours are attributes, on screen the names of tokens.
//!
//! Every chart says in one sentence what it shows (`finding`), in a few what it holds (`summary`, its `<desc>`), and has a
//! table behind it. On screen the page's heading carries the title; on paper the picture stands alone.

mod callouts;
#[cfg(test)]
mod check;
mod drawing;
mod ink;
mod measure;
mod texture;

mod bars;
mod columns;
mod dots;
pub mod form;
mod heat;
mod lines;
mod middles;
mod ordered;
mod panels;
mod pyramid;
mod shaded;
mod shares;
mod small_multiples;
#[cfg(test)]
mod snapshots;
mod stacked;
mod village_map;
mod waffle;

pub use bars::{Bar, Bars, Full};
pub use callouts::Callout;
pub use columns::Columns;
pub use dots::Dots;
pub(in crate::present) use drawing::escaped;
pub use form::Form;
pub use heat::Heat;
pub use ink::Hue;
pub use lines::{Line, LinePoint, Lines};
pub(in crate::present) use measure::wrapped;
pub use middles::{Middle, Middles};
pub use ordered::Ordered;
pub use panels::Panels;
pub use pyramid::{Earlier, Pyramid, Veil};
pub use shaded::Shaded;
pub use shares::ShareRow;
pub use small_multiples::{Panel, SmallMultiples};
pub use stacked::{Counts, Stacked};
pub use village_map::{MapArea, MapSign, Shown, VillageMap};
pub use waffle::Waffle;

use super::table::{Note, Table};
use crate::base::Order as _;
use crate::base::Share;
use crate::lang::{Lang, number, present as words};
use drawing::Drawing;
use serde::{Deserialize, Serialize};

/// Where a chart is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// In the page: colours are tokens, so that light and dark follow; the title is the page's.
    #[default]
    Screen,
    /// A picture of its own, white, with title, universe, date and source: saved, printed, sent on.
    Paper,
}

/// How a chart is to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Language of every word in it.
    pub lang: Lang,
    /// Screen or paper.
    pub theme: Theme,
    /// Width in pixels, 280 to 1,920; the height follows from the content. Text grows with it.
    pub width: u16,
    /// An id unlike any other on the page; letters, digits and hyphens.
    pub id: String,
    /// What the chart shows, in one sentence without a period.
    pub title: String,
    /// Of whom, when, from where.
    pub note: Note,
    /// Short notes at what is drawn.
    pub callouts: Vec<Callout>,
}

/// A chart: data that can be drawn, told and tabled.
pub trait Chart {
    /// What the chart shows, in one sentence without a period.
    fn finding(&self, lang: Lang) -> String;
    /// What the chart holds, for those who cannot see it.
    fn summary(&self, lang: Lang) -> String;
    /// The table behind the chart.
    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table;
    #[doc(hidden)]
    fn draw(&self, drawing: &mut Drawing);

    /// The chart as an SVG document.
    fn svg(&self, frame: &Frame) -> String {
        let mut drawing = Drawing::begin(frame);
        self.draw(&mut drawing);
        drawing.finish(frame, &self.summary(frame.lang))
    }
}

/// What the columns or parts of one colour stand for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Its name in the legend.
    pub label: String,
    /// One letter for where colours fail; empty where none is needed.
    pub letter: String,
    /// Its colour.
    pub hue: Hue,
}

impl Series {
    /// A series without a letter.
    pub fn new(label: impl Into<String>, hue: Hue) -> Series {
        Series { label: label.into(), letter: String::new(), hue }
    }

    /// Men and boys.
    pub fn male(lang: Lang) -> Series {
        Series { label: words::male(lang).to_owned(), letter: words::male_letter(lang).to_owned(), hue: Hue::Male }
    }

    /// Women and girls.
    pub fn female(lang: Lang) -> Series {
        Series {
            label: words::female(lang).to_owned(),
            letter: words::female_letter(lang).to_owned(),
            hue: Hue::Female,
        }
    }
}

/// Below this denominator a percentage is not drawn, only "n of N" (domain.md §6.2, K2).
pub const SMALL_DENOMINATOR: u32 = 30;

/// `104 (61,2%)`, or `7 dari 12` where the denominator is small.
fn share_text(lang: Lang, share: Share) -> String {
    let n = number::whole(lang, share.numerator.into());
    match share.times(100.0) {
        Some(percent) if share.denominator >= SMALL_DENOMINATOR => {
            format!("{n} ({}%)", number::decimal(lang, percent, 1))
        }
        _ => words::n_of(lang, n, number::whole(lang, share.denominator.into())),
    }
}

/// Where a share is highest and where lowest, among areas with cases enough.
fn high_and_low<'a>(lang: Lang, subject: &str, areas: impl Iterator<Item = (&'a str, Share)>) -> String {
    let mut known: Vec<(&str, f64)> = areas
        .filter(|(_, share)| share.denominator >= SMALL_DENOMINATOR)
        .filter_map(|(label, share)| Some((label, share.times(100.0)?)))
        .collect();
    known.order_by(|a, b| a.1.total_cmp(&b.1));
    let percent = |value: f64| number::decimal(lang, value, 1);
    match known.as_slice() {
        [] => words::no_comparison(lang, subject),
        [(label, only)] => words::only_value(lang, subject, label, percent(*only)),
        [(low, a), .., (high, b)] if percent(*a) != percent(*b) => {
            words::high_low(lang, subject, high, percent(*b), low, percent(*a))
        }
        [(_, all), ..] => words::all_alike(lang, subject, percent(*all)),
    }
}
