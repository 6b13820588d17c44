//! Charts as SVG text: the same picture on the page, on paper and under the command line. Pure geometry: no browser, no
//! style sheet, no inline style (strict Content-Security-Policy); colours are attributes, on screen the names of tokens.
//!
//! Every chart says in one sentence what it shows (`finding`), in a few what it holds (`summary`, its `<desc>`), and has a
//! table behind it. On screen the page's heading carries the title; on paper the picture stands alone.

#[cfg(test)]
mod check;
mod drawing;
mod ink;
mod measure;

mod pyramid;

pub use ink::Hue;
pub use pyramid::{Earlier, Pyramid};

use super::table::{Note, Table};
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
