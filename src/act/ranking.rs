//! Priority issues ranked (isu prioritas): how far an indicator is from its target or reference, how many people it touches,
//! how sure the distance is, and whether it grew. A rank proposes; what the leader decides is kept with its reason.

use super::priority::{Case, REFERENCES, Reference};
use crate::analyse::indicators::wider::{Item, item};
use crate::analyse::indicators::{Better, Entry, IndicatorValue, Unit};
use crate::analyse::intervals::Interval;
use crate::analyse::targets::{KIND, Sort, Target};
use crate::base::Date;
use crate::base::Order as _;
use crate::lang::{Lang, ranking as words};
use crate::register::Register;
use serde::{Deserialize, Serialize};

/// The kind of paper that keeps a decision; its key is the indicator.
pub const PAPER: &str = "isu";
/// A reason is a sentence, characters.
const REASON: std::ops::RangeInclusive<usize> = 10..=300;
/// Fewer points would read as none.
const LEAST: f64 = 0.05;
/// A change of fewer points is none.
const STEADY: f64 = 0.5;
/// What a gap that grew, and one that shrank, weighs beside a steady one.
const GREW: f64 = 1.25;
const SHRANK: f64 = 0.8;

/// What was decided of an issue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// `setuju`, `tambah` or `keluar`.
    pub choice: String,
    /// Why.
    pub reason: String,
}

/// What is missing of a decision, in sentences.
pub fn check(indicator: &str, decision: &Decision, lang: Lang) -> Vec<String> {
    let mut wrong = Vec::new();
    if item(indicator).is_none_or(|item| !item.single()) {
        wrong.push(words::no_indicator(lang).to_owned());
    }
    if !matches!(decision.choice.as_str(), "setuju" | "tambah" | "keluar") {
        wrong.push(words::no_choice(lang).to_owned());
    }
    if !REASON.contains(&decision.reason.trim().chars().count()) {
        wrong.push(words::say_reason(lang, REASON.start(), REASON.end()));
    }
    wrong
}

/// What an indicator is compared to.
#[derive(Clone, Debug)]
pub struct Measure {
    /// The value.
    pub limit: f64,
    /// Set by the village or the user; else a reference of the app.
    pub own: bool,
    /// Where it comes from; empty for a reference of the app.
    pub source: String,
    /// The reference of the app, where there is one.
    pub reference: Option<&'static Reference>,
}

/// An indicator as the village has it.
#[derive(Clone, Debug)]
pub struct Told {
    /// The indicator.
    pub item: Item,
    /// Its figure.
    pub now: IndicatorValue,
    /// What chance leaves open, in the indicator's unit; nothing where that is not known.
    pub interval: Option<Interval>,
    /// The value that it had.
    pub earlier: Option<Earlier>,
}

/// An earlier value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Earlier {
    /// When.
    pub at: Date,
    /// The value.
    pub value: f64,
    /// As a snapshot kept it; else reckoned back from the register.
    pub kept: bool,
}

/// Which way the distance went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// It grew.
    Grew,
    /// It stayed.
    Stayed,
    /// It shrank.
    Shrank,
}

/// An indicator that stands out.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// The indicator and its figure.
    pub told: Told,
    /// What it is compared to.
    pub measure: Measure,
    /// Its value.
    pub value: f64,
    /// Distance on the worse side, in the indicator's unit.
    pub gap: f64,
    /// The same in points: of 100 where the unit is that, else in per cent of what it is compared to.
    pub points: f64,
    /// Points that stay when chance is given its due; not above zero where chance alone may do it.
    pub sure: f64,
    /// Persons touched.
    pub persons: f64,
    /// Which way the distance went; nothing where no earlier value is known.
    pub trend: Option<Trend>,
    /// Sure distance × persons × trend.
    pub score: f64,
}

/// Indicators that are worse than their target or reference, the weightiest first; those whose distance chance alone may
/// make come last. Families stand for persons by their mean size.
pub fn ranked(register: &Register, all: &[Told], mean_size: f64) -> Vec<Ranked> {
    let mut found: Vec<Ranked> = all.iter().filter_map(|told| one(told, register, mean_size)).collect();
    let plain = |issue: &Ranked| issue.points * issue.persons;
    found.order_by(|a, b| b.score.total_cmp(&a.score).then_with(|| plain(b).total_cmp(&plain(a))));
    found
}

/// The village's own target goes before a reference that the user entered, and that before one of the app.
fn measure(id: &str, register: &Register) -> Option<Measure> {
    let reference = REFERENCES.iter().find(|reference| reference.indicator == id);
    let read = register.papers(KIND).filter_map(|paper| Target::read(paper.body.text()));
    let mut own: Vec<Target> = read.filter(|target| target.indikator == id).collect();
    own.order_by_key(|target| target.jenis != Sort::Target);
    match own.into_iter().next() {
        Some(target) => {
            let source = format!("{}, {}", target.sumber, target.tahun);
            Some(Measure { limit: target.nilai, own: true, source, reference })
        }
        None => reference.map(|known| Measure {
            limit: known.limit,
            own: false,
            source: String::new(),
            reference: Some(known),
        }),
    }
}

fn one(told: &Told, register: &Register, mean_size: f64) -> Option<Ranked> {
    let entry = &told.item.entry;
    let measure = measure(entry.id, register)?;
    let better = measure.reference.map_or(entry.better, |reference| reference.better);
    let (value, limit) = (told.now.value?, measure.limit);
    // How much worse than the limit, in the unit.
    let worse = |value: f64| match better {
        Better::Higher => Some(limit - value),
        Better::Lower => Some(value - limit),
        Better::Neither => None,
    };
    let of_hundred = matches!(entry.unit, Unit::Percent | Unit::PerHundred);
    let hundred = if of_hundred || limit == 0.0 { 100.0 } else { limit.abs() };
    let in_points = |gap: f64| gap * 100.0 / hundred;
    let gap = worse(value)?;
    let points = in_points(gap);
    if points < LEAST {
        return None;
    }
    let nearest = told.interval.map(|found| if better == Better::Higher { found.high } else { found.low });
    let sure = in_points(nearest.map_or(Some(gap), worse)?);
    let cases = match (told.now.numerator, told.now.denominator) {
        (Some(n), Some(of)) if better == Better::Higher => (of - n).max(0.0),
        (Some(n), _) => n,
        (None, of) => of.unwrap_or(0.0),
    };
    let case = measure.reference.map_or_else(|| case_of(entry), |reference| reference.case);
    let persons = match case {
        Case::Person => cases,
        Case::Family => cases * mean_size,
        Case::Couple => cases * 2.0,
    };
    let trend = told.earlier.and_then(|earlier| worse(earlier.value)).map(|before| {
        let grew = points - in_points(before);
        if grew >= STEADY {
            Trend::Grew
        } else if grew <= -STEADY {
            Trend::Shrank
        } else {
            Trend::Stayed
        }
    });
    let weight = match trend {
        Some(Trend::Grew) => GREW,
        Some(Trend::Shrank) => SHRANK,
        _ => 1.0,
    };
    let score = sure.max(0.0) * persons * weight;
    Some(Ranked { told: told.clone(), measure, value, gap, points, sure, persons, trend, score })
}

fn case_of(entry: &Entry) -> Case {
    let universe = entry.universe.1;
    if universe.contains("famil") {
        Case::Family
    } else if universe.contains("couple") {
        Case::Couple
    } else {
        Case::Person
    }
}
