//! Indicators over dates. A past date is told by a snapshot that was kept, or reckoned again from the register where that is
//! honest: births, arrivals, departures and deaths give the stock and the ages of any day, but all other answers are the last
//! that were given, so that yesterday's school or water is known from a snapshot alone.

use super::Columns;
use super::counts::{Scope, count};
use super::indicators::{Entry, Unit, evaluate};
use super::intervals::{self, Interval};
use super::snapshot_figures::Snapshot;
use crate::base::Date;
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

/// True where past dates of the indicator can be reckoned from the register.
pub fn can_be_reckoned(entry: &Entry) -> bool {
    entry.fields.iter().all(|field| DATED.contains(field))
}

/// The points of an indicator in an area, by date: the dates that are asked for, those of the snapshots, and `now`.
pub fn series(
    entry: &Entry,
    area: &Area,
    now: Date,
    dates: &[Date],
    snapshots: &[Snapshot],
    columns: &Columns,
    area_km2: Option<f64>,
) -> Vec<Point> {
    let reckoned = |at: Date, source| {
        let found = evaluate(entry, &count(columns, &Scope { at, area: area.clone() }, area_km2));
        point(entry, at, source, found.numerator, found.denominator, found.value)
    };
    let mut points: Vec<Point> = snapshots
        .iter()
        .filter_map(|snapshot| {
            let kept = snapshot.figure(area, entry.id)?;
            Some(point(entry, snapshot.at, Source::Snapshot, kept.n, kept.of, kept.value))
        })
        .collect();
    let known = |points: &[Point], at: Date| points.iter().any(|point| point.at == at);
    if can_be_reckoned(entry) {
        for at in dates.iter().copied().filter(|at| *at < now) {
            if !known(&points, at) {
                points.push(reckoned(at, Source::Reckoned));
            }
        }
    }
    if !known(&points, now) {
        points.push(reckoned(now, Source::Now));
    }
    points.sort_by_key(|point| point.at);
    points
}

fn point(entry: &Entry, at: Date, source: Source, n: Option<f64>, of: Option<f64>, value: Option<f64>) -> Point {
    let whole = |n: f64| (n >= 0.0 && n.fract() == 0.0 && n < 1e9).then_some(n as u32);
    let interval = match (entry.part && entry.unit == Unit::Percent && value.is_some(), n, of) {
        (true, Some(n), Some(of)) => whole(n).zip(whole(of)).and_then(|(n, of)| intervals::share(n, of)),
        _ => None,
    };
    Point { at, source, n, of, value, interval: interval.map(|found| found.times(entry.factor)) }
}

/// Years between the first and the last snapshot in which none was taken.
pub fn years_without(snapshots: &[Snapshot]) -> Vec<i16> {
    let years: Vec<i16> = snapshots.iter().map(|snapshot| snapshot.at.year).collect();
    match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) => (*first..*last).filter(|year| !years.contains(year)).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::indicators::entry;
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
        ] {
            assert_eq!(can_be_reckoned(entry(id).unwrap()), can, "{id}");
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
}
