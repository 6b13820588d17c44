//! One indicator compared: by area, by sex and age, at two dates, with a target and a reference.

use super::catalogue::{Study, with_unit};
use super::hiding::{hidden_parts, hidden_rows, hidden_within, hides};
use super::sides::{Side, by_key, by_words, wider};
use super::{marks, vital};
use crate::analyse::Scope;
use crate::analyse::indicators::wider::{Ground, Item, Read, Whom, item};
use crate::analyse::indicators::{IndicatorValue, Small, Unit};
use crate::analyse::intervals::{self, Interval};
use crate::base::Order as _;
use crate::base::Share;
use crate::base::region::Area;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{analyse, catalogue as words, number};
use crate::present::chart::{Bar, Dots, Hue};
use crate::present::{Cell, Kind, RowKind, Table};

/// What stands for a hidden count.
const HIDDEN: &str = "*";

impl Study<'_> {
    fn indicator(&self, request: &GetIndicator) -> Result<IndicatorView, EngineError> {
        let lang = self.look.lang;
        let item = item(&request.id).ok_or_else(|| EngineError::File(words::no_such_indicator(lang).to_owned()))?;
        let everybody = Whom::default();
        let ground = self.ground(&self.look.scope, &everybody);
        let value = item.value(&ground);
        let below = u32::from(request.hide_below);
        let secret = below > 0 && item.entry.sensitive && !self.look.scope.area.is_whole_village();
        let mut view = IndicatorView {
            at: self.look.scope.at,
            group: item.entry.group.name().in_lang(lang).to_owned(),
            card: self.card(&item, &ground, &value.unwrap_or_default()),
            need: match item.read {
                Read::Cannot(need) => need.in_lang(lang).to_owned(),
                _ => String::new(),
            },
            metadata: self.metadata(&item),
            ways: self.ways(&item),
            ..IndicatorView::default()
        };
        if secret {
            // Specific personal data of a part of the village: nothing for everybody.
            view.card.value = "–".to_owned();
            view.card.of = words::village_only(lang).to_owned();
            view.remark = view.card.of.clone();
            view.ways.clear();
            return Ok(view);
        }
        if let Some(value) = &value {
            view.between = self.between(&item, Some(&ground), value);
            if hides(&item, value, below) {
                view.card.value = HIDDEN.to_owned();
                view.card.of = words::hidden_small(lang, below.saturating_sub(1));
                view.card.missing.clear();
                view.between.clear();
            } else {
                view.targets = marks::of_indicator(self, &item, value);
                view.hundred = self.hundred(&item, value, request.width);
            }
        } else if item.computable() {
            view.card.value = String::new();
            view.card.of = String::new();
            view.parts = self.parts_table(&item, &ground, below);
            view.card.caution = match &view.parts {
                Some(_) => String::new(),
                None if item.entry.id == "asfr" => analyse::whole_village_only(lang).to_owned(),
                None => view.card.caution,
            };
        } else {
            view.card.value = "–".to_owned();
            view.card.of = words::cannot(lang).to_owned();
        }
        if view.ways.contains(&request.by) {
            self.told_apart(&item, request, &mut view);
        }
        if let (Some(other), Some(now)) = (request.other, &value) {
            view.dates = Some(self.two_dates(&item, now, other.reckoned(), below));
        }
        Ok(view)
    }

    fn told_apart(&self, item: &Item, request: &GetIndicator, view: &mut IndicatorView) {
        let lang = self.look.lang;
        let below = u32::from(request.hide_below);
        let by_area = matches!(request.by, By::Rt | By::Rw | By::Dusun);
        if below > 0 && by_area && item.entry.sensitive {
            view.remark = words::village_only(lang).to_owned();
            return;
        }
        let told = |by: By| -> Vec<(String, Area, IndicatorValue)> {
            let of = |side: Side| {
                let value = self.value(item, &side.scope, &side.whom)?;
                Some((side.label, side.scope.area, value))
            };
            let there = |value: &IndicatorValue| value.denominator.is_none_or(|n| n > 0.0);
            self.sides(by).into_iter().filter_map(of).filter(|(.., value)| there(value)).collect()
        };
        let told_here = told(request.by);
        let placed = |told: &[(String, Area, IndicatorValue)]| {
            told.iter().map(|(_, area, value)| (area.clone(), *value)).collect::<Vec<_>>()
        };
        let values: Vec<(String, IndicatorValue)> =
            told_here.iter().map(|(label, _, value)| (label.clone(), *value)).collect();
        if values.is_empty() {
            view.remark = analyse::nobody(lang).to_owned();
            return;
        }
        let hidden = match wider(request.by) {
            wider if below > 0 && by_area => {
                let wider = wider.iter().map(|by| placed(&told(*by)));
                hidden_within(item, &wider.chain([placed(&told_here)]).collect::<Vec<_>>(), below)
            }
            _ => hidden_rows(item, &values, below),
        };
        let n_hidden = hidden.iter().filter(|hidden| **hidden).count();
        let entry = &item.entry;
        let heading = by_words(lang, request.by);
        let title = words::told_apart(lang, entry.name.in_lang(lang), heading);
        let percent = entry.unit == Unit::Percent;
        let note = self.look.note(entry.universe.in_lang(lang));
        let mut table = Table::new(&format!("{}-{}", entry.id, by_key(request.by)), title, note)
            .column(heading, Kind::Text)
            .column(entry.unit.words().in_lang(lang), if percent { Kind::Percent(1) } else { Kind::Decimal });
        if entry.small != Small::Count {
            table =
                table.column(analyse::above_line(lang), Kind::Decimal).column(analyse::below_line(lang), Kind::Decimal);
        }
        if percent && entry.part {
            table = table.column(words::range(lang), Kind::Text);
        }
        for ((label, value), hidden) in values.iter().zip(&hidden) {
            let range = || self.between(item, None, value);
            let mut cells = vec![Cell::text(label)];
            let star = || Cell::text(HIDDEN);
            cells.push(match value.value {
                _ if *hidden => star(),
                Some(n) => Cell::Number(n, entry.unit.decimals() as u8),
                None => Cell::text("–"),
            });
            if entry.small != Small::Count {
                for n in [value.numerator, value.denominator] {
                    cells.push(if *hidden { star() } else { n.map_or(Cell::Empty, plain) });
                }
            }
            if percent && entry.part {
                cells.push(Cell::text(if *hidden { String::new() } else { range() }));
            }
            table.push(RowKind::Body, cells);
        }
        let mut remarks = Vec::new();
        if values.iter().any(|(_, value)| value.small) {
            remarks.push(words::few_counted(lang).to_owned());
        }
        if below > 0 {
            remarks.push(match n_hidden {
                0 => words::none_hidden(lang, below - 1),
                n => words::some_hidden(lang, n, below - 1),
            });
        }
        table.note.remark = remarks.join(" ");
        if percent && entry.part && values.len() > 1 {
            let whole = self.value(item, &self.look.scope, &Whom::default());
            let shown = values.iter().zip(&hidden).filter(|(_, hidden)| !**hidden).map(|(pair, _)| pair);
            let bars: Vec<Bar> = shown
                .filter_map(|(label, value)| Some(Bar { label: label.clone(), share: share(value)?, hue: Hue::One }))
                .collect();
            let dots = Dots {
                heading: heading.to_owned(),
                subject: entry.name.in_lang(lang).to_owned(),
                areas: bars,
                whole_label: self.look.place(),
                whole: whole.as_ref().and_then(share).unwrap_or_default(),
            };
            if dots.areas.len() > 1 && n_hidden == 0 {
                let note = table.note.clone();
                view.chart =
                    Some(self.look.drawn_noted(&dots, entry.id, entry.name.in_lang(lang), note, request.width));
            }
        }
        view.table = Some(table);
    }

    fn parts_table(&self, item: &Item, ground: &Ground, below: u32) -> Option<Table> {
        let lang = self.look.lang;
        let parts = item.parts(ground, lang);
        if parts.is_empty() {
            return None;
        }
        let entry = &item.entry;
        let note = self.look.note(entry.universe.in_lang(lang));
        let mut table = Table::new(entry.id, entry.name.in_lang(lang), note).column(words::part(lang), Kind::Text);
        let count = entry.small == Small::Count;
        let kind = if entry.unit == Unit::Percent { Kind::Percent(1) } else { Kind::Decimal };
        table = match count {
            true => table.column(entry.unit.words().in_lang(lang), Kind::Decimal),
            false => table
                .column(analyse::above_line(lang), Kind::Decimal)
                .column(analyse::below_line(lang), Kind::Decimal)
                .column(entry.unit.words().in_lang(lang), kind),
        };
        let ranges: Vec<Interval> = match &ground.vital {
            Some((_, rates)) if entry.id == "asfr" => {
                rates.iter().filter(|rate| rate.id == entry.id).map(|rate| rate.interval).collect()
            }
            _ => Vec::new(),
        };
        if !ranges.is_empty() {
            table = table.column(words::range(lang), Kind::Text);
        }
        // Facilities are no people: nothing to hide.
        let below = if entry.unit == Unit::Things { 0 } else { below };
        let labelled: Vec<(String, IndicatorValue)> =
            parts.into_iter().map(|(part, value)| (part.label, value)).collect();
        let hidden = hidden_parts(&labelled, below);
        for (at, ((label, value), hidden)) in labelled.iter().zip(&hidden).enumerate() {
            let number = |n: Option<f64>| if *hidden { Cell::text(HIDDEN) } else { n.map_or(Cell::Empty, plain) };
            let mut cells = vec![Cell::text(label), number(value.numerator)];
            if !count {
                cells.push(value.denominator.map_or(Cell::Empty, plain));
                cells.push(match value.value {
                    _ if *hidden => Cell::text(HIDDEN),
                    Some(n) => Cell::Number(n, entry.unit.decimals() as u8),
                    None => Cell::text("–"),
                });
            }
            if let Some(found) = ranges.get(at) {
                cells.push(Cell::text(if *hidden { String::new() } else { self.range(item, *found) }));
            }
            table.push(RowKind::Body, cells);
        }
        let missing = labelled.iter().map(|(_, value)| value.missing).max().unwrap_or(0);
        let n_hidden = hidden.iter().filter(|hidden| **hidden).count();
        let mut remarks = Vec::new();
        if let Some((found, _)) = ground.vital.as_ref().filter(|_| entry.id == "asfr") {
            remarks.push(format!("{}.", vital::title(found, self.look.scope.at, lang)));
            remarks.extend(Some(vital::mothers(found, lang)).filter(|told| !told.is_empty()));
        } else if missing > 0 {
            remarks.push(format!("{}.", analyse::missing(lang, number::whole(lang, missing.into()))));
        }
        if n_hidden > 0 {
            remarks.push(words::some_hidden(lang, n_hidden, below.saturating_sub(1)));
        }
        table.note.remark = remarks.join(" ");
        Some(table)
    }

    /// The indicator at two dates. Only stock, age and residence are those of the date; the table says so.
    fn two_dates(&self, item: &Item, now: &IndicatorValue, other: crate::base::Date, below: u32) -> Table {
        let lang = self.look.lang;
        let entry = &item.entry;
        let scope = Scope { at: other, area: self.look.scope.area.clone() };
        let then = self.value(item, &scope, &Whom::default()).unwrap_or_default();
        let note = crate::present::Note {
            at: crate::base::Date::default(),
            remark: words::two_dates_note(lang).to_owned(),
            ..self.look.note(entry.universe.in_lang(lang))
        };
        let mut table = Table::new(&format!("{}-tanggal", entry.id), words::two_dates(lang), note)
            .column(analyse::reference_date(lang), Kind::Text)
            .column(entry.unit.words().in_lang(lang), Kind::Text)
            .column(analyse::above_line(lang), Kind::Decimal)
            .column(analyse::below_line(lang), Kind::Decimal);
        let mut sides = [(other, then), (self.look.scope.at, *now)];
        sides.order_by_key(|(at, _)| *at);
        let hidden = sides.iter().any(|(_, value)| hides(item, value, below));
        for (at, value) in &sides {
            let number = |n: Option<f64>| if hidden { Cell::text(HIDDEN) } else { n.map_or(Cell::Empty, plain) };
            let shown = match value.value {
                _ if hidden => HIDDEN.to_owned(),
                Some(n) => with_unit(&self.look, item, n),
                None => "–".to_owned(),
            };
            let cells = vec![
                Cell::text(number::date(lang, *at)),
                Cell::text(shown),
                number(value.numerator),
                number(value.denominator),
            ];
            table.push(RowKind::Body, cells);
        }
        if let ([(_, a), (_, b)], false) = (&sides, hidden)
            && let (Some(a), Some(b)) = (a.value, b.value)
        {
            let sign = if b > a { "+" } else { "" };
            let apart = format!("{sign}{}", number::decimal(lang, b - a, entry.unit.decimals()));
            let unit = if entry.unit == Unit::Percent { words::points(lang) } else { entry.unit.words().in_lang(lang) };
            let cells = vec![
                Cell::text(words::difference(lang)),
                Cell::text(format!("{apart} {unit}")),
                Cell::Empty,
                Cell::Empty,
            ];
            table.push(RowKind::Total, cells);
        }
        table
    }

    /// How far chance alone may carry the figure, in words; empty where it says nothing.
    pub(super) fn between(&self, item: &Item, ground: Option<&Ground>, value: &IndicatorValue) -> String {
        interval(item, ground, value).map_or(String::new(), |found| self.range(item, found))
    }

    /// A range in words.
    fn range(&self, item: &Item, found: Interval) -> String {
        let (lang, decimals) = (self.look.lang, item.entry.unit.decimals());
        words::between_and(lang, number::decimal(lang, found.low, decimals), with_unit(&self.look, item, found.high))
    }
}

/// What chance alone leaves open of a figure: of shares by Wilson, of vital rates as they are reckoned.
pub(super) fn interval(item: &Item, ground: Option<&Ground>, value: &IndicatorValue) -> Option<Interval> {
    let whole = |n: Option<f64>| n.filter(|n| *n >= 0.0 && n.fract() == 0.0).map(|n| n as u32);
    value.value?;
    match item.read {
        Read::Rate(id, group) => Some(ground?.rate(id, group)?.interval),
        _ if item.entry.unit == Unit::Percent && item.entry.part => {
            let found = intervals::share(whole(value.numerator)?, whole(value.denominator)?)?;
            Some(found.times(item.entry.factor))
        }
        _ => None,
    }
}

/// A number with a decimal only where it has one.
fn plain(n: f64) -> Cell {
    Cell::Number(n, u8::from(n.fract() != 0.0))
}

pub(super) fn share(value: &IndicatorValue) -> Option<Share> {
    let whole = |n: Option<f64>| n.filter(|n| *n >= 0.0 && n.fract() == 0.0).map(|n| n as u32);
    Some(Share { numerator: whole(value.numerator)?, denominator: whole(value.denominator)? })
}

impl<P: Ports> Handle<GetIndicator> for Engine<P> {
    async fn handle(&mut self, request: GetIndicator) -> Result<IndicatorView, EngineError> {
        self.study(&request.look).indicator(&request)
    }
}
