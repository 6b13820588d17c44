//! Indicators of a data group by area, shaded from the lowest to the highest of each.

use super::catalogue::{Study, with_unit};
use super::hiding::hidden_within;
use super::sides::{Side, by_words, wider};
use crate::analyse::indicators::wider::{Item, Read, Whom, items};
use crate::analyse::indicators::{Group, IndicatorValue, Small};
use crate::base::region::Area;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{analyse, catalogue as words};
use crate::present::chart::Shaded;
use crate::present::{Cell, Kind, Note, RowKind, Table};

/// Width of the picture on screen; the one that is saved has its own.
const PICTURE_WIDTH: u16 = 720;

impl Study<'_> {
    fn heat(&self, request: &HeatTable) -> HeatView {
        let lang = self.look.lang;
        let below = u32::from(request.hide_below);
        let group = Group::ALL.get(usize::from(request.group)).copied().unwrap_or(Group::Quantity);
        let sides = self.areas(request.by);
        let all = items();
        let fits = |item: &&Item| item.entry.group == group && item.by_area() && item.single();
        let left_out = all.iter().filter(fits).filter(|item| below > 0 && item.entry.sensitive).count();
        let shown: Vec<&Item> = all.iter().filter(fits).filter(|item| below == 0 || !item.entry.sensitive).collect();
        let everybody = Whom::default();
        let whole = self.ground(&self.look.scope, &everybody);
        // What the study alone reads is read once for each area; the main job's figures from their counts.
        let grounds = shown.iter().any(|item| matches!(item.read, Read::Ground(_)));
        let read = |sides: &[Side]| -> Vec<Vec<Option<IndicatorValue>>> {
            let of = |side: &Side| match grounds {
                true => {
                    let ground = self.ground(&side.scope, &everybody);
                    shown.iter().map(|item| item.value(&ground)).collect()
                }
                false => {
                    let counts = self.with_source(|source| source.counts(&side.scope, &everybody));
                    shown.iter().map(|item| Some(crate::analyse::indicators::evaluate(&item.entry, &counts))).collect()
                }
            };
            sides.iter().map(of).collect()
        };
        let by_area = read(&sides);
        let above: &[By] = if below > 0 { wider(request.by) } else { &[] };
        let above: Vec<_> = above.iter().map(|by| self.areas(*by)).map(|sides| (read(&sides), sides)).collect();
        let whole_village = self.look.scope.area.is_whole_village();
        let universe = if whole_village { String::new() } else { self.look.place() };
        let note = Note { universe, ..self.look.note("") };
        let title = words::heat_title(lang, group.name().in_lang(lang), by_words(lang, request.by));
        let mut table = Table::new("indikator-wilayah", title, note)
            .column(analyse::indicator(lang), Kind::Text)
            .column(words::whole(lang), Kind::Text);
        for side in &sides {
            table = table.column(&side.label, Kind::Text);
        }
        let (mut rows, mut n_hidden) = (Vec::new(), 0);
        for (at, item) in shown.iter().enumerate() {
            let values: Vec<(String, IndicatorValue)> =
                by_area.iter().map(|area| (String::new(), area[at].unwrap_or_default())).collect();
            let placed = |sides: &[Side], read: &[Vec<Option<IndicatorValue>>]| -> Vec<(Area, IndicatorValue)> {
                sides.iter().zip(read).map(|(side, of)| (side.scope.area.clone(), of[at].unwrap_or_default())).collect()
            };
            let levels = above.iter().map(|(read, sides)| placed(sides, read)).chain([placed(&sides, &by_area)]);
            let hidden = hidden_within(item, &levels.collect::<Vec<_>>(), below);
            n_hidden += hidden.iter().filter(|hidden| **hidden).count();
            let known = || values.iter().zip(&hidden).filter(|(_, h)| !**h).filter_map(|((_, v), _)| v.value);
            let low = known().fold(f64::INFINITY, f64::min);
            let high = known().fold(f64::NEG_INFINITY, f64::max);
            let cell = |((_, value), hidden): (&(String, IndicatorValue), &bool)| match value.value {
                _ if *hidden => HeatCell { text: "*".to_owned(), shade: 0 },
                None => HeatCell { text: "–".to_owned(), shade: 0 },
                Some(n) => HeatCell { text: short(self, item, n), shade: shade(n, low, high) },
            };
            let cells: Vec<HeatCell> = values.iter().zip(&hidden).map(cell).collect();
            let value = item.value(&whole).and_then(|value| value.value);
            let row = HeatRow {
                id: item.entry.id.to_owned(),
                name: item.entry.name.in_lang(lang).to_owned(),
                whole: value.map_or("–".to_owned(), |n| with_unit(&self.look, item, n)),
                cells,
            };
            let texts = row.cells.iter().map(|cell| Cell::text(&cell.text));
            table.push(
                RowKind::Body,
                [Cell::text(&row.name), Cell::text(&row.whole)].into_iter().chain(texts).collect(),
            );
            rows.push(row);
        }
        let mut remarks = vec![words::heat_legend(lang).to_owned()];
        if left_out > 0 {
            remarks.push(words::heat_left_out(lang, left_out));
        }
        if n_hidden > 0 {
            remarks.push(words::some_hidden(lang, n_hidden, below.saturating_sub(1)));
        }
        table.note.remark = remarks.join(" ");
        HeatView {
            at: self.look.scope.at,
            areas: sides.into_iter().map(|side| side.label).collect(),
            rows,
            remark: table.note.remark.clone(),
            table,
        }
    }
}

/// The value without its unit, which stands in the first column; a percentage keeps its sign.
fn short(study: &Study<'_>, item: &Item, value: f64) -> String {
    let decimals = if item.entry.small == Small::Count { 0 } else { item.entry.unit.decimals().min(1) };
    crate::lang::number::decimal(study.look.lang, value, decimals)
}

/// From 1 for the lowest of the row to 5 for the highest; the middle where all are alike.
fn shade(value: f64, low: f64, high: f64) -> u8 {
    if high <= low {
        return 3;
    }
    1 + ((value - low) / (high - low) * 4.999).floor() as u8
}

impl<P: Ports> Handle<HeatTable> for Engine<P> {
    async fn handle(&mut self, request: HeatTable) -> Result<HeatView, EngineError> {
        Ok(self.study(&request.look).heat(&request))
    }
}

impl<P: Ports> Handle<HeatPicture> for Engine<P> {
    async fn handle(&mut self, request: HeatPicture) -> Result<ChartReply, EngineError> {
        let study = self.study(&request.of.look);
        let (lang, view) = (study.look.lang, study.heat(&request.of));
        let row = |row: HeatRow| {
            let cells = row.cells.into_iter().map(|cell| (cell.text, cell.shade));
            (row.name, std::iter::once((row.whole, 0)).chain(cells).collect())
        };
        let chart = Shaded {
            heading: analyse::indicator(lang).to_owned(),
            columns: std::iter::once(words::whole(lang).to_owned()).chain(view.areas).collect(),
            rows: view.rows.into_iter().map(row).collect(),
        };
        let (title, note) = (view.table.title.clone(), view.table.note.clone());
        let drawn = study.look.drawn_titled(&chart, title.clone(), "panas", &title, note, PICTURE_WIDTH);
        Ok(ChartReply { table: view.table, name: study.look.file_name(words::heat(lang)), ..drawn })
    }
}

#[test]
fn shades_run_from_lowest_to_highest() {
    let shades = [0.0, 19.0, 21.0, 50.0, 79.0, 100.0].map(|value| shade(value, 0.0, 100.0));
    assert_eq!(shades, [1, 1, 2, 3, 4, 5]);
    assert_eq!(shade(7.0, 7.0, 7.0), 3);
}
