//! Priority issues ranked (isu prioritas): how far an indicator is from its target or reference, how many people it touches,
//! how sure the distance is, and whether it grew. A rank proposes; what the leader decides is kept with its reason.

use super::chance;
use super::priority::{Case, REFERENCES, Reference};
use crate::analyse::Counts;
use crate::analyse::indicators::{Better, Entry, Unit, catalogue, evaluate};
use crate::analyse::targets::{KIND, Sort, Target};
use crate::lang::{Lang, ranking as words};
use crate::register::Register;
use serde::{Deserialize, Serialize};

/// The kind of paper that keeps a decision; its key is the indicator.
pub const PAPER: &str = "isu";
/// A reason is a sentence, characters.
const REASON: std::ops::RangeInclusive<usize> = 10..=300;
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
    if !catalogue().any(|entry| entry.id == indicator) {
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

/// An indicator that stands out.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// The indicator.
    pub entry: &'static Entry,
    /// What it is compared to.
    pub measure: Measure,
    /// Its value, and above and below the line.
    pub value: f64,
    /// Above the line.
    pub n: f64,
    /// Below the line.
    pub of: f64,
    /// Distance on the worse side.
    pub gap: f64,
    /// Distance that stays when chance is given its due; not above zero where chance alone may do it.
    pub sure: f64,
    /// Persons touched.
    pub persons: f64,
    /// The value a year before, as the residents of then answer today.
    pub before: Option<f64>,
    /// Sure distance × persons × trend.
    pub score: f64,
}

/// Indicators that are worse than their target or reference, the weightiest first; those whose distance chance alone may
/// make come last.
pub fn ranked(register: &Register, counts: &Counts, before: &Counts) -> Vec<Ranked> {
    let mut found: Vec<Ranked> = catalogue().filter_map(|entry| one(entry, register, counts, before)).collect();
    let plain = |issue: &Ranked| issue.gap * issue.persons;
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| plain(b).total_cmp(&plain(a))));
    found
}

/// The village's own target goes before a reference that the user entered, and that before one of the app.
fn measure(id: &str, register: &Register) -> Option<Measure> {
    let reference = REFERENCES.iter().find(|reference| reference.indicator == id);
    let read = register.papers(KIND).filter_map(|paper| Target::read(paper.body.text()));
    let mut own: Vec<Target> = read.filter(|target| target.indikator == id).collect();
    own.sort_by_key(|target| target.jenis != Sort::Target);
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

fn one(entry: &'static Entry, register: &Register, counts: &Counts, before: &Counts) -> Option<Ranked> {
    let measure = measure(entry.id, register)?;
    let better = measure.reference.map_or(entry.better, |reference| reference.better);
    let figure = evaluate(entry, counts);
    let (value, n, of) = (figure.value?, figure.numerator?, figure.denominator?);
    let (gap, cases) = match better {
        Better::Higher => (measure.limit - value, of - n),
        Better::Lower => (value - measure.limit, n),
        Better::Neither => return None,
    };
    if gap < 0.05 {
        return None;
    }
    let interval = chance::share(n, of).filter(|_| entry.unit == Unit::Percent && entry.part);
    let sure = interval.map_or(gap, |(low, high)| match better {
        Better::Higher => measure.limit - high * 100.0,
        _ => low * 100.0 - measure.limit,
    });
    let mean_size = f64::from(counts.residents) / f64::from(counts.families.max(1));
    let case = measure.reference.map_or_else(|| case_of(entry), |reference| reference.case);
    let persons = match case {
        Case::Person => cases,
        Case::Family => cases * mean_size,
        Case::Couple => cases * 2.0,
    };
    let earlier = evaluate(entry, before).value;
    let grew = earlier.map_or(0.0, |earlier| if better == Better::Higher { earlier - value } else { value - earlier });
    let trend = if grew >= STEADY {
        GREW
    } else if grew <= -STEADY {
        SHRANK
    } else {
        1.0
    };
    let score = sure.max(0.0) * persons * trend;
    Some(Ranked { entry, measure, value, n, of, gap, sure, persons, before: earlier, score })
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
