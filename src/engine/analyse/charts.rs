//! Charts of a date and area.

use super::Look;
use crate::analyse::indicators::{entry, evaluate};
use crate::analyse::pyramid::sides;
use crate::analyse::tables::{CrossTable, tables};
use crate::base::Order as _;
use crate::base::Share;
use crate::engine::protocol::{ChartKind, ChartReply};
use crate::lang::analyse as words;
use crate::present::chart::{Bar, Bars, Callout, Chart, Columns, Counts, Frame, Full, Hue, Pyramid, Theme};

/// Width of a picture that stands alone, in pixels.
const PAPER_WIDTH: u16 = 800;

impl Look<'_> {
    /// A chart, its table and the picture for paper.
    pub(super) fn chart(&self, what: ChartKind, width: u16) -> ChartReply {
        match what {
            ChartKind::Pyramid => self.pyramid(width),
            ChartKind::Education => self.by_sex("education-15", width),
            ChartKind::Work => self.bars("work-pk", width),
            ChartKind::Method => self.bars("kb-method", width),
            ChartKind::Water => self.bars("water", width),
        }
    }

    fn pyramid(&self, width: u16) -> ChartReply {
        let sides = sides(&self.counts);
        let median_age = entry("median-age").and_then(|entry| evaluate(entry, &self.counts).value);
        let pyramid =
            Pyramid { unplaced: sides.unplaced, median_age, ..Pyramid::of_five_years(sides.male, sides.female) };
        self.drawn(&pyramid, "pyramid", words::pyramid_title(self.lang), words::residents(self.lang), width)
    }

    fn by_sex(&self, id: &str, width: u16) -> ChartReply {
        let Some(cross) = self.cross(id) else { return ChartReply::default() };
        let rows = cross.rows.iter().filter(|row| row.counts.iter().any(|n| *n > 0));
        let groups = rows.map(|row| Counts::new(row.label.clone(), &row.counts[..2])).collect();
        self.drawn_cross(&Columns::by_sex(self.lang, &cross.heading, groups), &cross, width)
    }

    fn bars(&self, id: &str, width: u16) -> ChartReply {
        let Some(cross) = self.cross(id) else { return ChartReply::default() };
        let denominator = cross.known();
        let bar =
            |label: &str, n: u32, hue| Bar { label: label.to_owned(), share: Share { numerator: n, denominator }, hue };
        let rows = cross.rows.iter().map(|row| (row.label.as_str(), row.counts.last().copied().unwrap_or(0)));
        let mut found: Vec<_> = rows.filter(|(_, n)| *n > 0).collect();
        found.order_by_key(|(_, n)| std::cmp::Reverse(*n));
        let bars = Bars {
            heading: cross.heading.clone(),
            bars: found.into_iter().map(|(label, n)| bar(label, n, Hue::One)).collect(),
            full: Full::Largest,
        };
        self.drawn_cross(&bars, &cross, width)
    }

    fn cross(&self, id: &str) -> Option<CrossTable> {
        tables(&self.counts, self.lang).into_iter().find(|table| table.id == id)
    }

    fn drawn_cross(&self, chart: &dyn Chart, cross: &CrossTable, width: u16) -> ChartReply {
        let reply = self.drawn(chart, cross.id, &cross.title, &cross.universe, width);
        ChartReply { table: self.laid_out(cross), ..reply }
    }

    fn drawn(&self, chart: &dyn Chart, id: &str, name: &str, universe: &str, width: u16) -> ChartReply {
        self.drawn_noted(chart, id, name, self.note(universe), width)
    }

    pub(in crate::engine) fn drawn_noted(
        &self,
        chart: &dyn Chart,
        id: &str,
        name: &str,
        note: crate::present::Note,
        width: u16,
    ) -> ChartReply {
        self.drawn_titled(chart, chart.finding(self.lang), id, name, note, width)
    }

    /// As [`Look::drawn_noted`], with a finding that the chart cannot know by itself.
    pub(super) fn drawn_titled(
        &self,
        chart: &dyn Chart,
        title: String,
        id: &str,
        name: &str,
        note: crate::present::Note,
        width: u16,
    ) -> ChartReply {
        self.drawn_dressed(chart, title, &[], id, name, note, width)
    }

    /// As [`Look::drawn_titled`], with short notes on the picture.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn drawn_dressed(
        &self,
        chart: &dyn Chart,
        title: String,
        callouts: &[Callout],
        id: &str,
        name: &str,
        note: crate::present::Note,
        width: u16,
    ) -> ChartReply {
        let frame = |theme, width, id: String| Frame {
            lang: self.lang,
            theme,
            width,
            id,
            title: title.clone(),
            note: note.clone(),
            callouts: callouts.to_vec(),
        };
        ChartReply {
            svg: chart.svg(&frame(Theme::Screen, width, format!("{id}-chart"))),
            paper: chart.svg(&frame(Theme::Paper, PAPER_WIDTH, format!("{id}-paper"))),
            table: chart.table(self.lang, id, name, note.clone()),
            name: self.file_name(name),
            title,
        }
    }
}
