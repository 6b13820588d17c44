//! Indicators over time: which have a series, and the series itself with what must be said of it.

use super::Look;
use super::catalogue::Study;
use crate::analyse::Scope;
use crate::analyse::indicators::wider::{Item, Read, Whom, item, items};
use crate::analyse::indicators::{Entry, Small, Unit};
use crate::analyse::series::{Point, Source, Told, Track, can_be_reckoned, has_series, series, years_without};
use crate::analyse::snapshot_figures::{Snapshot, snapshots};
use crate::analyse::vital::growth;
use crate::base::Date;
use crate::base::Order as _;
use crate::base::region::Area;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{Lang, number, time as words};
use crate::present::Note;
use crate::present::chart::form::MOST_PARTS;
use crate::present::chart::{Hue, Line, LinePoint, Lines, Panel, Series as LineSeries, SmallMultiples};

/// The years back that can be asked for.
const MOST_YEARS: u8 = 20;

/// The same day of each of the last years, the oldest first, `now` not among them.
pub(super) fn days_before(now: Date, years: u8) -> Vec<Date> {
    (1..=i16::from(years.clamp(1, MOST_YEARS))).rev().filter_map(|back| now.plus_years(-back)).collect()
}

impl<P: Ports> Handle<SeriesChoices> for Engine<P> {
    async fn handle(&mut self, _: SeriesChoices) -> Result<Vec<SeriesChoice>, EngineError> {
        let lang = self.lang;
        let choice = |item: &Item| SeriesChoice {
            id: item.entry.id.to_owned(),
            label: format!("{}: {}", item.entry.group.name().in_lang(lang), item.entry.name.in_lang(lang)),
        };
        Ok(items().iter().filter(|item| has_series(item)).map(choice).collect())
    }
}

impl<P: Ports> Handle<GetSeries> for Engine<P> {
    async fn handle(&mut self, request: GetSeries) -> Result<SeriesView, EngineError> {
        let (kept, damaged) = snapshots(&self.register);
        let Some(item) = item(&request.id).filter(has_series) else { return Ok(SeriesView::default()) };
        let study = self.study(&LookAt { at: None, area: request.area.clone() });
        let lang = study.look.lang;
        let mut said = Vec::new();
        let may_split = item.single() && item.by_area() && !item.entry.sensitive;
        let chart = if request.by_area && may_split {
            study.by_area(&item, &request, &kept)
        } else {
            let tracks = study.tracks(&item, &request.area, &request, &kept);
            if item.entry.id == "pop-total" {
                said.extend(tracks.first().into_iter().flat_map(|track| grown(&track.points, lang)));
            }
            study.drawn_tracks(&item, &tracks, request.width)
        };
        if request.by_area && !may_split {
            said.push(words::reckoned_only_areas(lang).to_owned());
        }
        said.extend(cautions(&item, &request.area, &kept, lang));
        said.extend(damaged.iter().map(|title| format!("{title}: {}", words::snapshot_damaged(lang))));
        Ok(SeriesView { chart, said })
    }
}

impl Study<'_> {
    /// The values of an indicator in an area at a date: one, or those of its parts.
    fn told(&self, item: &Item, area: &Area, at: Date) -> Vec<Told> {
        let scope = Scope { at, area: area.clone() };
        if item.single() {
            let value = self.value(item, &scope, &Whom::default());
            return value.into_iter().map(|value| Told { value, ..Told::default() }).collect();
        }
        let parts = item.parts(&self.ground(&scope, &Whom::default()), self.look.lang);
        parts.into_iter().map(|(part, value)| Told { part: part.key, label: part.label, value }).collect()
    }

    fn tracks(&self, item: &Item, area: &Area, request: &GetSeries, kept: &[Snapshot]) -> Vec<Track> {
        let now = self.look.scope.at;
        series(item, area, now, &days_before(now, request.years), kept, |at| self.told(item, area, at))
    }

    fn by_area(&self, item: &Item, request: &GetSeries, kept: &[Snapshot]) -> ChartReply {
        let lang = self.look.lang;
        let inside = |area: &&Area| request.area.contains(area);
        let mut areas: Vec<&Area> = self.look.columns.areas().iter().filter(inside).collect();
        areas.order();
        let panel = |area: &&Area| {
            let points = self.tracks(item, area, request, kept).into_iter().next().map_or(Vec::new(), drawn_points);
            Panel { label: place(area, lang), points }
        };
        let panels = areas.iter().map(panel).collect();
        let chart = self.look.multiples(&item.entry, words::areas(lang), panels);
        let (id, name) = (line_id(&item.entry), item.entry.name.in_lang(lang));
        self.look.drawn_noted(&chart, &id, name, self.note(item), request.width)
    }

    fn note(&self, item: &Item) -> Note {
        self.look.note(item.entry.universe.in_lang(self.look.lang))
    }

    /// One line, a line for each of few parts, or a small picture for each of many.
    fn drawn_tracks(&self, item: &Item, tracks: &[Track], width: u16) -> ChartReply {
        let (look, entry) = (&self.look, &item.entry);
        let lang = look.lang;
        let (id, name, note) = (line_id(entry), entry.name.in_lang(lang), self.note(item));
        let all = || tracks.iter().map(|track| (track, drawn_points(track.clone())));
        let hollow = all().any(|(_, points)| points.iter().any(|point| point.hollow));
        let hollow = if hollow { words::reckoned(lang).to_owned() } else { String::new() };
        let lines = |lines| Lines {
            heading: name.to_owned(),
            unit: unit(entry, lang),
            decimals: entry.unit.decimals() as u8,
            lines,
            hollow,
            from_zero: false,
        };
        if item.single() {
            let points = tracks.first().map_or(Vec::new(), |track| drawn_points(track.clone()));
            let line = Line { series: LineSeries::new("", Hue::One), points };
            return look.drawn_noted(&lines(vec![line]), &id, name, note, width);
        }
        let title = look.largest(entry, tracks);
        if tracks.len() <= MOST_PARTS {
            let line = |(at, (track, points)): (usize, (&Track, Vec<LinePoint>))| {
                let letter = char::from(b'A' + at as u8).to_string();
                let series = LineSeries { label: track.label.clone(), letter, hue: Hue::of_series(at) };
                // What chance leaves open would hide the lines behind each other.
                let points = points.into_iter().map(|point| LinePoint { band: None, ..point }).collect();
                Line { series, points }
            };
            let chart = lines(all().enumerate().map(line).collect());
            return look.drawn_titled(&chart, title, &id, name, note, width);
        }
        let panels = all().map(|(track, points)| Panel { label: track.label.clone(), points }).collect();
        let by = crate::lang::catalogue::part(lang);
        look.drawn_titled(&look.multiples(entry, by, panels), title, &id, name, note, width)
    }
}

impl Look<'_> {
    fn multiples(&self, entry: &Entry, by: &str, panels: Vec<Panel>) -> SmallMultiples {
        SmallMultiples {
            heading: entry.name.in_lang(self.lang).to_owned(),
            by: by.to_owned(),
            unit: unit(entry, self.lang),
            decimals: entry.unit.decimals() as u8,
            panels,
        }
    }

    /// Which part is the largest now.
    fn largest(&self, entry: &Entry, tracks: &[Track]) -> String {
        let name = entry.name.in_lang(self.lang);
        let last = |track: &Track| track.points.last().and_then(|point| Some((point.at, point.value?)));
        let known = tracks.iter().filter_map(|track| Some((track, last(track)?)));
        match known.max_by(|(_, (_, a)), (_, (_, b))| a.total_cmp(b)) {
            Some((track, (at, value))) => {
                let told = number::decimal(self.lang, value, entry.unit.decimals()) + &unit(entry, self.lang);
                words::largest_part(self.lang, name, &track.label, told, number::date(self.lang, at))
            }
            None => words::no_points(self.lang, name),
        }
    }
}

fn line_id(entry: &Entry) -> String {
    format!("garis-{}", entry.id)
}

/// What must be said of a series: whence its points are, and why there are not more.
fn cautions(item: &Item, area: &Area, kept: &[Snapshot], lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    let rates = matches!(item.read, Read::Rate(..)) || item.entry.id == "asfr";
    let whole = area.is_whole_village();
    if rates {
        said.push(if whole { words::averages_overlap(lang) } else { crate::lang::analyse::whole_village_only(lang) });
    }
    said.push(if can_be_reckoned(item) { words::from_both(lang) } else { words::from_snapshots(lang) });
    if !whole && !item.single() && !rates {
        said.push(words::parts_of_whole(lang));
    }
    if matches!(item.entry.small, Small::Rate(floor) if floor > 1) {
        said.push(words::small_left_out(lang));
    }
    let mut said: Vec<String> = said.into_iter().map(str::to_owned).collect();
    if can_be_reckoned(item) {
        return said;
    }
    if kept.is_empty() {
        said.push(words::no_snapshot_yet(lang).to_owned());
    }
    // Of a part of the village a snapshot never kept rates and distributions: that was said.
    let (with, without): (Vec<_>, Vec<_>) = kept.iter().partition(|one| one.keeps(area, item.entry.id));
    if !without.is_empty() && (whole || item.single() && !rates) {
        let dates: Vec<String> = without.iter().map(|snapshot| number::date(lang, snapshot.at)).collect();
        said.push(words::snapshots_without(lang, dates.join(", ")));
    }
    said.extend(Some(years_missing(with, lang)).filter(|told| !told.is_empty()));
    said
}

/// The years without a snapshot, in a sentence.
pub(super) fn years_missing<'a>(all: impl IntoIterator<Item = &'a Snapshot>, lang: Lang) -> String {
    let years: Vec<String> = years_without(all).iter().map(i16::to_string).collect();
    if years.is_empty() { String::new() } else { words::years_missing(lang, years.join(", ")) }
}

fn drawn_points(track: Track) -> Vec<LinePoint> {
    let drawn = |point: Point| LinePoint {
        at: point.at,
        value: point.value,
        band: point.interval.map(|band| [band.low, band.high]),
        of: [point.n, point.of],
        hollow: point.source == Source::Reckoned,
    };
    track.points.into_iter().map(drawn).collect()
}

fn unit(entry: &Entry, lang: Lang) -> String {
    match entry.unit {
        Unit::Percent => "%".to_owned(),
        Unit::Index => String::new(),
        unit => format!(" {}", unit.words().in_lang(lang)),
    }
}

/// An area in words, or that it is none.
pub(super) fn place(area: &Area, lang: Lang) -> String {
    let told = super::place_words::place(area, lang);
    if told.is_empty() { crate::lang::analyse::no_area(lang).to_owned() } else { told }
}

/// The growth from the first to the last count by three methods.
fn grown(points: &[Point], lang: Lang) -> Vec<String> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    let years = f64::from(first.at.days_until(last.at)) / 365.2425;
    let (Some(before), Some(after)) = (first.value, last.value) else { return Vec::new() };
    let Some(rates) = growth(before as u32, after as u32, years) else { return Vec::new() };
    let [geometric, exponential, arithmetic] = rates.map(|rate| number::decimal(lang, rate, 2));
    let (from, to) = (number::date(lang, first.at), number::date(lang, last.at));
    let whole = |n: f64| number::whole(lang, n as i64);
    let (before, after) = (whole(before), whole(after));
    let mut said = vec![words::growth(lang, from, to, before, after, geometric, exponential, arithmetic)];
    if years < 2.99 {
        said.push(words::growth_short(lang).to_owned());
    }
    said
}
