//! Indicators over dates. A past date is told by a snapshot that was kept, or reckoned again from the register where that is
//! honest: births, arrivals, departures and deaths give the stock and the ages of any day, but all other answers are the last
//! that were given, so that yesterday's school or water is known from a snapshot alone.

use super::indicators::wider::{Item, Read};
use super::indicators::{Entry, IndicatorValue, Small, Unit};
use super::intervals::{self, Interval};
use super::snapshot_figures::Snapshot;
use crate::base::Date;
use crate::base::Order as _;
use crate::base::region::Area;

/// Fields by which the register knows its own past.
const DATED: [&str; 7] =
    ["tanggal_lahir", "jenis_kelamin", "tanggal_masuk", "tanggal_keluar", "status_dasar", "id_keluarga", "luas_km2"];

/// Where a point comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A snapshot that was kept.
    Snapshot,
    /// Reckoned again from the register.
    Reckoned,
    /// The register as it stands.
    Now,
}

/// An indicator at a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// When.
    pub at: Date,
    /// Whence.
    pub source: Source,
    /// Numerator.
    pub n: Option<f64>,
    /// Denominator.
    pub of: Option<f64>,
    /// The value, where it may be shown.
    pub value: Option<f64>,
    /// What chance leaves open; for shares alone.
    pub interval: Option<Interval>,
}

/// True where past dates of the indicator can be reckoned from the register. Averages of several years are not: years that
/// were not recorded would be among them.
pub fn can_be_reckoned(item: &Item) -> bool {
    !matches!(item.read, Read::Rate(..)) && item.entry.fields.iter().all(|field| DATED.contains(field))
}

/// True where an indicator has a series: all that are computed, but those of one year's events, which have averages instead.
pub fn has_series(item: &Item) -> bool {
    item.computable() && item.entry.small != Small::Vital
}

/// One value of an indicator, or of one of its parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// Key of the part; empty where the indicator has one value.
    pub part: String,
    /// The part in words.
    pub label: String,
    /// The value.
    pub value: IndicatorValue,
}

/// The points of an indicator's value, or of one of its parts, by date.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Key of the part; empty where the indicator has one value.
    pub part: String,
    /// The part in words.
    pub label: String,
    /// The points.
    pub points: Vec<Point>,
}

/// The points of an indicator in an area, by date: the dates that are asked for, those of the snapshots that keep it, and
/// `now`. `told` gives its values at a date.
pub fn series(
    item: &Item,
    area: &Area,
    now: Date,
    dates: &[Date],
    snapshots: &[Snapshot],
    told: impl Fn(Date) -> Vec<Told>,
) -> Vec<Track> {
    // The parts stand in the order of the present, and have its words.
    let present = told(now);
    let track = |one: &Told| Track { part: one.part.clone(), label: one.label.clone(), points: Vec::new() };
    let mut tracks: Vec<Track> = present.iter().map(track).collect();
    let mut add = |part: &str, label: &str, point: Point| match tracks.iter_mut().find(|track| track.part == part) {
        Some(track) => track.points.push(point),
        None => tracks.push(Track { part: part.to_owned(), label: label.to_owned(), points: vec![point] }),
    };
    let keeping: Vec<&Snapshot> = snapshots.iter().filter(|one| one.keeps(area, item.entry.id)).collect();
    let known = |at: Date| keeping.iter().any(|snapshot| snapshot.at == at);
    for snapshot in &keeping {
        for (part, kept) in snapshot.figures(area, item.entry.id) {
            add(part, part, point(&item.entry, snapshot.at, Source::Snapshot, kept.n, kept.of, kept.value));
        }
    }
    let mut reckon = |at: Date, source, all: &[Told]| {
        for one in all {
            let IndicatorValue { numerator, denominator, value, .. } = one.value;
            add(&one.part, &one.label, point(&item.entry, at, source, numerator, denominator, value));
        }
    };
    if can_be_reckoned(item) {
        let past = dates.iter().copied().filter(|at| *at < now && !known(*at));
        past.for_each(|at| reckon(at, Source::Reckoned, &told(at)));
    }
    if !known(now) {
        reckon(now, Source::Now, &present);
    }
    tracks.iter_mut().for_each(|track| track.points.order_by_key(|point| point.at));
    tracks
}

fn point(entry: &Entry, at: Date, source: Source, n: Option<f64>, of: Option<f64>, value: Option<f64>) -> Point {
    let whole = |n: f64| (n >= 0.0 && n.fract() == 0.0 && n < 1e9).then_some(n as u32);
    let interval = match (entry.part && entry.unit == Unit::Percent && value.is_some(), n, of) {
        (true, Some(n), Some(of)) => whole(n).zip(whole(of)).and_then(|(n, of)| intervals::share(n, of)),
        _ => None,
    };
    Point { at, source, n, of, value, interval: interval.map(|found| found.times(entry.factor)) }
}

/// Years between the first and the last of these snapshots in which none was taken.
pub fn years_without<'a>(snapshots: impl IntoIterator<Item = &'a Snapshot>) -> Vec<i16> {
    let years: Vec<i16> = snapshots.into_iter().map(|snapshot| snapshot.at.year).collect();
    match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) => (*first..*last).filter(|year| !years.contains(year)).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::indicators::wider::{item, items};
    use super::*;

    #[test]
    fn only_what_the_register_dates_is_reckoned() {
        for (id, can) in [
            ("pop-total", true),
            ("median-age", true),
            ("sex-ratio", true),
            ("density", true),
            ("water-layak", false),
            ("aps-16-18", false),
            ("female-head-share", false),
            ("age-structure", true),
            ("cbr-average", false),
            ("asfr", false),
        ] {
            assert_eq!(can_be_reckoned(&item(id).unwrap()), can, "{id}");
        }
    }

    #[test]
    fn a_year_without_a_snapshot_is_known() {
        let of = |years: &[i16]| {
            let all: Vec<Snapshot> = years
                .iter()
                .map(|year| Snapshot { at: Date { year: *year, month: 1, day: 1 }, ..Snapshot::default() })
                .collect();
            years_without(&all)
        };
        assert_eq!(of(&[2020, 2021, 2024]), [2022, 2023]);
        assert!(of(&[]).is_empty() && of(&[2020]).is_empty());
    }

    #[test]
    fn all_that_is_computed_has_a_series_but_single_years_of_events() {
        let all = items();
        let without: Vec<&str> = all.iter().filter(|item| !has_series(item)).map(|item| item.entry.id).collect();
        let one_year = |id: &&&str| item(id).unwrap().computable();
        assert_eq!(without.len() - without.iter().filter(one_year).count(), 5, "what cannot be computed");
        assert!(without.iter().filter(one_year).all(|id| item(id).unwrap().entry.small == Small::Vital), "{without:?}");
        assert!(all.len() - without.len() >= 85, "{without:?}");
    }
}
