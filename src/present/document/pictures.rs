//! Charts of a document, drawn from its tables as they are seen: what is hidden there cannot be read here.

use super::facts::Source;
use super::guarded::Guarded;
use crate::base::Order as _;
use crate::base::Share;
use crate::lang::Lang;
use crate::present::Note;
use crate::present::chart::{Bar, Bars, Chart, Columns, Counts, Frame, Full, Hue, Pyramid, Theme};

/// Width of a chart on a page, in pixels.
const WIDTH: u16 = 640;

/// What a table shows as a picture: its finding and the drawing; nothing where too little may be seen.
pub(super) fn chart(source: &Source, table: &Guarded, id: &str) -> Option<(String, String)> {
    picture(table, source.note(&table.cross.universe), source.lang, id, WIDTH, "")
}

/// The same at any width, with a title of its own where `own` is one.
pub fn picture(table: &Guarded, note: Note, lang: Lang, id: &str, width: u16, own: &str) -> Option<(String, String)> {
    let drawn = |chart: &dyn Chart| {
        let title = if own.is_empty() { chart.finding(lang) } else { own.to_owned() };
        let (id, note) = (id.to_owned(), note.clone());
        let frame = Frame { lang, theme: Theme::Paper, width, id, title: title.clone(), note, ..Frame::default() };
        (title, chart.svg(&frame))
    };
    let cross = &table.cross;
    let by_sex = cross.columns.len() > 2 && table.is_open();
    if cross.id == "age-sex" && by_sex {
        let side = |column: usize| cross.rows.iter().map(|row| row.counts[column]).collect::<Vec<_>>();
        let (male, female) = (side(0), side(1));
        let placed: u32 = male.iter().chain(&female).sum();
        let unplaced = cross.total.last()? - placed;
        let groups = cross.rows.iter().map(|row| row.label.clone()).collect();
        let pyramid = Pyramid { groups, group_years: 5, male, female, unplaced, ..Pyramid::default() };
        return Some(drawn(&pyramid));
    }
    if cross.id == "education-15" && by_sex {
        let rows = cross.rows.iter().filter(|row| row.counts.iter().any(|n| *n > 0));
        let groups = rows.map(|row| Counts::new(row.label.clone(), &row.counts[..2])).collect();
        return Some(drawn(&Columns::by_sex(lang, &cross.heading, groups)));
    }
    let denominator = table.known()?;
    let mut seen: Vec<(&str, u32)> =
        table.rows().filter_map(|(label, n)| Some((label, n.filter(|n| *n > 0)?))).collect();
    // Age groups keep their order.
    if cross.id != "age-sex" {
        seen.order_by_key(|(_, n)| std::cmp::Reverse(*n));
    }
    if seen.len() < 2 {
        return None;
    }
    let bar = |(label, numerator): (&str, u32)| Bar {
        label: label.to_owned(),
        share: Share { numerator, denominator },
        hue: Hue::One,
    };
    let bars = seen.into_iter().map(bar).collect();
    Some(drawn(&Bars { heading: cross.heading.clone(), bars, full: Full::Largest }))
}
