//! A snapshot (potret): what the register said on one day, kept as a paper of the village, so that a later day can be compared
//! with it although answers have changed since. It holds numbers only, nobody by name.

use super::counts::{AGE_UNKNOWN, Scope, count};
use super::indicators::{IndicatorValue, wider};
use super::{Columns, Counts};
use crate::base::Date;
use crate::base::Order as _;
use crate::base::region::Area;
use crate::register::Register;
use serde::{Deserialize, Serialize};

/// Kind of the papers.
pub const KIND: &str = "potret";
/// Form of the body.
const VERSION: u8 = 1;

/// A snapshot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Form of the body.
    pub version: u8,
    /// Day of which it speaks.
    pub at: Date,
    /// Months after which one was counted a resident, where the village had chosen them.
    pub resident_months: Option<i32>,
    /// Men and boys by age in completed years, 0 to 110.
    pub male: Vec<u32>,
    /// Women and girls likewise.
    pub female: Vec<u32>,
    /// Residents whose age or sex was not known.
    pub unplaced: u32,
    /// The whole village first, then each RT.
    pub areas: Vec<AreaFigures>,
}

/// Figures of an area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AreaFigures {
    /// Hamlet, RW and RT; empty for the whole village.
    pub area: Area,
    /// All indicators of one value; of the whole village also the parts of distributions.
    pub figures: Vec<Kept>,
}

/// An indicator as it was.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Id of the catalogue; of a part as [`wider::part_id`] makes it.
    pub id: String,
    /// Numerator.
    pub n: Option<f64>,
    /// Denominator.
    pub of: Option<f64>,
    /// Value, where it may be shown.
    pub value: Option<f64>,
    /// Left out for want of an answer.
    pub missing: u32,
}

/// Why the body of a paper is no snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It cannot be read.
    Unreadable,
    /// A newer version of the software made it.
    Newer,
    /// Numbers in it cannot be right.
    Impossible,
}

/// Takes a snapshot; `figures` gives all that is to be kept of a date and area, by id.
pub fn take(
    register: &Register,
    columns: &Columns,
    at: Date,
    figures: impl Fn(&Scope) -> Vec<(String, IndicatorValue)>,
) -> Snapshot {
    let of = |area: Area| {
        let scope = Scope { at, area };
        let figures = figures(&scope).into_iter().map(|(id, value)| kept(id, &value)).collect();
        AreaFigures { area: scope.area, figures }
    };
    let whole = count(columns, &Scope { at, area: Area::default() }, None);
    let mut areas: Vec<Area> = columns.areas().iter().filter(|area| !area.is_whole_village()).cloned().collect();
    areas.order();
    let all = std::iter::once(Area::default()).chain(areas).map(of).collect();
    let (male, female) = ages(&whole);
    let placed: u32 = male.iter().chain(&female).sum();
    let unplaced = whole.residents - placed;
    Snapshot {
        version: VERSION,
        at,
        resident_months: register.profile.resident_months.get(),
        male,
        female,
        unplaced,
        areas: all,
    }
}

/// Men and boys, women and girls by age in completed years.
pub fn ages(counts: &Counts) -> (Vec<u32>, Vec<u32>) {
    let of = |sex: usize| counts.age_sex[..AGE_UNKNOWN].iter().map(|by_sex| by_sex[sex]).collect();
    (of(1), of(2))
}

fn kept(id: String, found: &IndicatorValue) -> Kept {
    // Six decimals are more than any figure shows, and are read back from JSON as they were written.
    let short = |value: f64| (value * 1e6).round() / 1e6;
    Kept {
        id,
        n: found.numerator.map(short),
        of: found.denominator.map(short),
        value: found.value.map(short),
        missing: found.missing,
    }
}

impl Snapshot {
    /// The text to keep.
    pub fn body(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a kept text.
    pub fn read(body: &str) -> Result<Snapshot, Damage> {
        let found: Snapshot = serde_json::from_str(body).map_err(|_| Damage::Unreadable)?;
        if found.version > VERSION {
            return Err(Damage::Newer);
        }
        let day = Date::new(found.at.year, found.at.month, found.at.day).is_some_and(|at| at.is_full());
        let ages = found.male.len() <= AGE_UNKNOWN && found.female.len() <= AGE_UNKNOWN;
        let whole = found.areas.first().is_some_and(|first| first.area.is_whole_village());
        // A number of people is no fraction of billions: what is larger was not made here.
        let sum: u64 = found.male.iter().chain(&found.female).map(|n| u64::from(*n)).sum();
        let all = wider::items();
        let figure = |kept: &Kept| {
            let sound = |n: &Option<f64>| n.is_none_or(f64::is_finite);
            let id = kept.id.split('/').next().unwrap_or_default();
            let item = all.iter().find(|item| item.entry.id == id);
            let part = item.is_some_and(|item| item.entry.part) && kept.of.is_some();
            let within = !part || kept.n.unwrap_or(0.0) <= kept.of.unwrap_or(0.0);
            sound(&kept.n) && sound(&kept.of) && sound(&kept.value) && within
        };
        let figures = found.areas.iter().flat_map(|area| &area.figures).all(figure);
        if day && ages && whole && sum < 10_000_000 && figures { Ok(found) } else { Err(Damage::Impossible) }
    }

    /// Everyone.
    pub fn residents(&self) -> u32 {
        self.male.iter().chain(&self.female).sum::<u32>() + self.unplaced
    }

    /// The figures that are kept of an indicator in an area, each with the key of its part; that of the one value is empty.
    pub fn figures<'a>(&'a self, area: &Area, id: &'a str) -> impl Iterator<Item = (&'a str, &'a Kept)> {
        let figures = self.areas.iter().find(|one| one.area == *area).map_or(&[][..], |one| one.figures.as_slice());
        figures.iter().filter_map(move |kept| {
            let part = kept.id.strip_prefix(id)?;
            if part.is_empty() { Some(("", kept)) } else { Some((part.strip_prefix('/')?, kept)) }
        })
    }

    /// True where something of the indicator is kept of the area.
    pub fn keeps(&self, area: &Area, id: &str) -> bool {
        self.figures(area, id).next().is_some()
    }

    /// An indicator of an area.
    pub fn figure(&self, area: &Area, id: &str) -> Option<&Kept> {
        self.areas.iter().find(|one| one.area == *area)?.figures.iter().find(|kept| kept.id == id)
    }
}

/// The snapshots of the village that can be read, the oldest first, and the titles of those that cannot.
pub fn snapshots(register: &Register) -> (Vec<Snapshot>, Vec<String>) {
    let (mut sound, mut damaged) = (Vec::new(), Vec::new());
    for paper in register.papers(KIND) {
        match Snapshot::read(paper.body.text()) {
            Ok(snapshot) => sound.push(snapshot),
            Err(_) => damaged.push(paper.title.text().to_owned()),
        }
    }
    sound.order_by_key(|snapshot| snapshot.at);
    (sound, damaged)
}
