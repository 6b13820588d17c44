//! Figures over time: snapshots, series, pyramids with another on them, generations.

use super::Look;
use crate::analyse::indicators::{Entry, Small, Unit, catalogue, entry, evaluate};
use crate::analyse::pyramid::sides;
use crate::analyse::series::{Source, can_be_reckoned, series, years_without};
use crate::analyse::snapshot_figures::{KIND, Snapshot, ages, snapshots, take};
use crate::analyse::vital::growth;
use crate::analyse::{Counts, Scope, counts};
use crate::base::Date;
use crate::base::region::Area;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{Lang, number, time as words};
use crate::present::chart::{
    Earlier, Hue, Line, LinePoint, Lines, Panel, Pyramid, Series as LineSeries, SmallMultiples,
};

/// The years back that can be asked for.
const MOST_YEARS: u8 = 20;

/// The same day of each of the last years, the oldest first, `now` not among them.
fn days_before(now: Date, years: u8) -> Vec<Date> {
    (1..=i16::from(years.clamp(1, MOST_YEARS))).rev().filter_map(|back| now.plus_years(-back)).collect()
}

/// Indicators that have a series: those of one year's events have averages instead.
fn has_series(entry: &&Entry) -> bool {
    entry.small != Small::Vital
}

impl<P: Ports> Handle<MakeSnapshot> for Engine<P> {
    async fn handle(&mut self, request: MakeSnapshot) -> Result<SnapshotMade, EngineError> {
        let (lang, today) = (self.lang, self.today());
        let at = request.at.unwrap_or(today).reckoned();
        if at > today {
            return Err(EngineError::File(words::snapshot_future(lang).to_owned()));
        }
        let study = self.study(&LookAt { at: Some(at), ..LookAt::default() });
        let snapshot = take(study.register, study.look.columns, at, |scope| study.singles(scope));
        if snapshot.residents() == 0 {
            return Err(EngineError::File(words::no_residents(lang).to_owned()));
        }
        let late = at.days_until(today) > 31;
        Ok(SnapshotMade {
            key: at.to_string(),
            title: words::snapshot_title(lang, number::date(lang, at)),
            body: snapshot.body(),
            warning: if late { words::snapshot_late(lang).to_owned() } else { String::new() },
        })
    }
}

impl<P: Ports> Handle<ListSnapshots> for Engine<P> {
    async fn handle(&mut self, _: ListSnapshots) -> Result<SnapshotsView, EngineError> {
        let lang = self.lang;
        let row = |paper: &crate::register::Paper| {
            let (key, title) = (paper.key.text().to_owned(), paper.title.text().to_owned());
            match Snapshot::read(paper.body.text()) {
                Ok(snapshot) => {
                    let persons = number::whole(lang, snapshot.residents().into());
                    SnapshotRow { key, title, told: words::snapshot_of(lang, persons), damaged: false }
                }
                Err(_) => SnapshotRow { key, title, told: words::snapshot_damaged(lang).to_owned(), damaged: true },
            }
        };
        let mut rows: Vec<SnapshotRow> = self.register.papers(KIND).map(row).collect();
        rows.sort_by(|a, b| b.key.cmp(&a.key));
        Ok(SnapshotsView { rows, years_missing: missing(&snapshots(&self.register).0, lang) })
    }
}

/// The years without a snapshot, in a sentence.
fn missing(all: &[Snapshot], lang: Lang) -> String {
    let years = years_without(all);
    let years: Vec<String> = years.iter().map(i16::to_string).collect();
    if years.is_empty() { String::new() } else { words::years_missing(lang, years.join(", ")) }
}

impl<P: Ports> Handle<SeriesChoices> for Engine<P> {
    async fn handle(&mut self, _: SeriesChoices) -> Result<Vec<SeriesChoice>, EngineError> {
        let lang = self.lang;
        let choice = |entry: &Entry| SeriesChoice {
            id: entry.id.to_owned(),
            label: format!("{}: {}", entry.group.name().in_lang(lang), entry.name.in_lang(lang)),
        };
        Ok(catalogue().filter(has_series).map(choice).collect())
    }
}

impl<P: Ports> Handle<GetSeries> for Engine<P> {
    async fn handle(&mut self, request: GetSeries) -> Result<SeriesView, EngineError> {
        let (kept, damaged) = snapshots(&self.register);
        let area_km2 = self.register.profile.area_km2.get();
        let Some(entry) = entry(&request.id).filter(has_series) else { return Ok(SeriesView::default()) };
        let look = self.look(&LookAt { at: None, area: request.area.clone() });
        let lang = look.lang;
        let days = days_before(look.scope.at, request.years);
        let of = |area: &Area| {
            let points = series(entry, area, look.scope.at, &days, &kept, look.columns, area_km2);
            points.into_iter().map(drawn_point).collect::<Vec<_>>()
        };
        let may_split = !entry.sensitive && entry.breakdowns.contains('W');
        let (id, name) = (format!("garis-{}", entry.id), entry.name.in_lang(lang));
        let note = look.note(entry.universe.in_lang(lang));
        let (unit, decimals) = (unit(entry, lang), entry.unit.decimals() as u8);
        let mut said = Vec::new();
        let chart = if request.by_area && may_split {
            let mut areas: Vec<&Area> =
                look.columns.areas().iter().filter(|area| request.area.contains(area)).collect();
            areas.sort();
            let panel = |area: &&Area| Panel { label: place(area, lang), points: of(area) };
            let panels = areas.iter().map(panel).collect();
            let by = words::areas(lang).to_owned();
            let chart = SmallMultiples { heading: name.to_owned(), by, unit, decimals, panels };
            look.drawn_noted(&chart, &id, name, note, request.width)
        } else {
            let points = of(&request.area);
            if entry.id == "pop-total" {
                said.extend(grown(&points, lang));
            }
            let hollow = points.iter().any(|point| point.hollow);
            let hollow = if hollow { words::reckoned(lang).to_owned() } else { String::new() };
            let line = Line { series: LineSeries::new("", Hue::One), points };
            let chart = Lines { heading: name.to_owned(), unit, decimals, lines: vec![line], hollow, from_zero: false };
            look.drawn_noted(&chart, &id, name, note, request.width)
        };
        if request.by_area && !may_split {
            said.push(words::reckoned_only_areas(lang).to_owned());
        }
        said.push(if can_be_reckoned(entry) { words::from_both(lang) } else { words::from_snapshots(lang) }.to_owned());
        if !can_be_reckoned(entry) && kept.is_empty() {
            said.push(words::no_snapshot_yet(lang).to_owned());
        }
        if matches!(entry.small, Small::Rate(_)) {
            said.push(words::small_left_out(lang).to_owned());
        }
        if !can_be_reckoned(entry) {
            said.extend(Some(missing(&kept, lang)).filter(|told| !told.is_empty()));
        }
        said.extend(damaged.iter().map(|title| format!("{title}: {}", words::snapshot_damaged(lang))));
        Ok(SeriesView { chart, said })
    }
}

fn drawn_point(point: crate::analyse::series::Point) -> LinePoint {
    LinePoint {
        at: point.at,
        value: point.value,
        band: point.interval.map(|band| [band.low, band.high]),
        of: [point.n, point.of],
        hollow: point.source == Source::Reckoned,
    }
}

fn unit(entry: &Entry, lang: Lang) -> String {
    match entry.unit {
        Unit::Percent => "%".to_owned(),
        Unit::Index => String::new(),
        unit => format!(" {}", unit.words().in_lang(lang)),
    }
}

fn place(area: &Area, lang: Lang) -> String {
    let told = super::place_words::place(area, lang);
    if told.is_empty() { crate::lang::analyse::no_area(lang).to_owned() } else { told }
}

/// The growth from the first to the last count by three methods.
fn grown(points: &[LinePoint], lang: Lang) -> Vec<String> {
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

impl<P: Ports> Handle<ComparePyramid> for Engine<P> {
    async fn handle(&mut self, request: ComparePyramid) -> Result<ChartReply, EngineError> {
        let kept = match &request.beside {
            Beside::Snapshot(key) => self.register.paper(KIND, key).map(|paper| paper.body.text().to_owned()),
            _ => None,
        };
        let look = self.look(&request.look);
        let lang = look.lang;
        let counted = |at: Date, area: &Area| counts::count(look.columns, &Scope { at, area: area.clone() }, None);
        let here = drawn(&look.counts, request.single);
        let other = match &request.beside {
            Beside::Nothing => None,
            Beside::Date(at) => {
                let at = at.reckoned();
                Some((number::date(lang, at), drawn(&counted(at, &look.scope.area), request.single)))
            }
            Beside::Area(area) => Some((look.place_of(area), drawn(&counted(look.scope.at, area), request.single))),
            Beside::Snapshot(_) => {
                let damaged = || EngineError::File(words::snapshot_damaged(lang).to_owned());
                let snapshot = Snapshot::read(&kept.unwrap_or_default()).map_err(|_| damaged())?;
                let label = words::snapshot_title(lang, number::date(lang, snapshot.at));
                Some((label, of_ages(&snapshot.male, &snapshot.female, request.single)))
            }
        };
        let earlier = other.map(|(label, other)| Earlier { label, male: other.male, female: other.female });
        let unplaced = sides(&look.counts).unplaced;
        // Beside an outline the line of the median would be one line too many.
        let median =
            earlier.is_none().then(|| entry("median-age").and_then(|entry| evaluate(entry, &look.counts).value));
        let pyramid = Pyramid { unplaced, median_age: median.flatten(), earlier, ..here };
        let (name, universe) = (words::pyramid_pair(lang), crate::lang::analyse::residents(lang));
        Ok(look.drawn_noted(&pyramid, "piramida-dua", name, look.note(universe), request.width))
    }
}

fn drawn(counts: &Counts, single: bool) -> Pyramid {
    let (male, female) = ages(counts);
    of_ages(&male, &female, single)
}

fn of_ages(male: &[u32], female: &[u32], single: bool) -> Pyramid {
    if single {
        return Pyramid::of_single_years(male, female);
    }
    let grouped = |side: &[u32]| {
        let mut out = [0; 16];
        for (age, n) in side.iter().enumerate() {
            out[(age / 5).min(15)] += n;
        }
        out
    };
    Pyramid::of_five_years(grouped(male), grouped(female))
}

impl Look<'_> {
    fn place_of(&self, area: &Area) -> String {
        if area.is_whole_village() {
            crate::lang::analyse::whole_village(self.lang).to_owned()
        } else {
            place(area, self.lang)
        }
    }
}

impl<P: Ports> Handle<GetGenerations> for Engine<P> {
    async fn handle(&mut self, request: GetGenerations) -> Result<ChartReply, EngineError> {
        let look = self.look(&LookAt { at: None, area: request.area.clone() });
        let (lang, now) = (look.lang, look.scope.at);
        let mut days = days_before(now, request.years);
        days.push(now);
        let by_age: Vec<Vec<u32>> = days
            .iter()
            .map(|at| {
                let scope = Scope { at: *at, area: request.area.clone() };
                let (male, female) = ages(&counts::count(look.columns, &scope, None));
                male.iter().zip(&female).map(|(m, f)| m + f).collect()
            })
            .collect();
        let back = days.len() - 1;
        let panel = |generation: usize| {
            let (youngest, oldest) = (5 * generation, 5 * generation + 4);
            let point = |i: usize| {
                let earlier = back - i;
                let n: u32 = (youngest..=oldest).filter_map(|age| by_age[i].get(age.checked_sub(earlier)?)).sum();
                // A generation that was not yet wholly born has no count.
                let value = (youngest >= earlier).then_some(f64::from(n));
                LinePoint { at: days[i], value, hollow: i < back, ..LinePoint::default() }
            };
            let label = words::now_aged(lang, format!("{youngest}–{oldest}"));
            Panel { label, points: (0..=back).map(point).collect() }
        };
        let chart = SmallMultiples {
            heading: crate::lang::analyse::residents_heading(lang).to_owned(),
            by: words::generation(lang).to_owned(),
            unit: String::new(),
            decimals: 0,
            panels: (0..16).map(panel).collect(),
        };
        let change = |panel: &Panel| {
            let mut known = panel.points.iter().filter_map(|point| point.value);
            let first = known.next()?;
            Some(known.next_back()? - first)
        };
        let changes: Vec<f64> = chart.panels.iter().filter_map(change).collect();
        let (more, fewer) = (changes.iter().filter(|n| **n > 0.0), changes.iter().filter(|n| **n < 0.0));
        let finding = words::generations_finding(lang, more.count(), fewer.count(), days[0].year);
        let note = crate::present::Note {
            remark: words::from_both(lang).to_owned(),
            ..look.note(crate::lang::analyse::residents(lang))
        };
        Ok(look.drawn_titled(&chart, finding, "angkatan", words::generations_title(lang), note, request.width))
    }
}
