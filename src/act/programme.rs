//! An intervention (kegiatan): what, for whom, with which money, by whom, when, at what cost; and the figures that stood
//! when it was planned. The fields of village planning are those of Permendagri 114/2014 and 20/2018.

use super::chance;
use crate::analyse::Counts;
use crate::analyse::indicators::{Unit, entry, evaluate};
use crate::base::Date;
use crate::lang::{Lang, intervention as words};
use serde::{Deserialize, Serialize};

/// The kind of paper that keeps an intervention; its title is the name of the programme.
pub const PAPER: &str = super::compose::PROGRAMME;

/// The longest text of a field, characters.
const LONGEST: usize = 500;
/// The largest cost, rupiah.
const LARGEST_COST: u64 = 100_000_000_000;
/// The largest number of people or things planned.
const LARGEST_VOLUME: u32 = 1_000_000;

/// A choice by key, with its words.
pub type Choice = (&'static str, fn(Lang) -> &'static str);

/// Fields of village planning (bidang, Permendagri 114/2014 ps 6; the fifth by Permendagri 20/2018).
pub const FIELDS: &[Choice] = &[
    ("pemerintahan", words::field_government),
    ("pembangunan", words::field_development),
    ("pembinaan", words::field_community),
    ("pemberdayaan", words::field_empowerment),
    ("darurat", words::field_emergency),
];

/// Sources of money (UU 6/2014 ps 72, and others).
pub const SOURCES: &[Choice] = &[
    ("dana_desa", words::source_village_fund),
    ("add", words::source_add),
    ("pades", words::source_own),
    ("bagi_hasil", words::source_share),
    ("apbd_kabupaten", words::source_regency),
    ("apbd_provinsi", words::source_province),
    ("apbn", words::source_state),
    ("csr", words::source_company),
    ("swadaya", words::source_self),
    ("lainnya", words::source_other),
];

/// How far it is.
pub const STATES: &[Choice] = &[
    ("usulan", words::state_proposed),
    ("disetujui", words::state_agreed),
    ("berjalan", words::state_running),
    ("selesai", words::state_done),
    ("batal", words::state_dropped),
];

/// An intervention.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Programme {
    /// What is done.
    pub activity: String,
    /// Key of the field of planning.
    pub field: String,
    /// Key of the source of money.
    pub source: String,
    /// Key of the composed list of those meant; empty where there is none.
    pub list: String,
    /// Where.
    pub place: String,
    /// Who is in charge.
    pub who: String,
    /// From this day.
    pub from: Option<Date>,
    /// Up to this day.
    pub until: Option<Date>,
    /// Cost in rupiah.
    pub cost: u64,
    /// How many are to be reached.
    pub planned: u32,
    /// Key of how far it is.
    pub state: String,
    /// Ids of the indicators concerned.
    pub indicators: Vec<String>,
    /// The indicators as they stood when it was planned.
    pub before: Vec<Before>,
    /// What was learned.
    pub lesson: String,
}

/// An indicator as it stood.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Before {
    /// Id of the indicator.
    pub indicator: String,
    /// When.
    pub at: Date,
    /// Above the line.
    pub numerator: f64,
    /// Below the line.
    pub denominator: f64,
}

/// The words of a key.
pub fn choice(choices: &[Choice], key: &str, lang: Lang) -> String {
    choices.iter().find(|(known, _)| *known == key).map_or_else(|| key.to_owned(), |(_, label)| label(lang).to_owned())
}

/// What is wrong, each in a sentence that names the field and the remedy.
pub fn check(programme: &Programme, title: &str, lang: Lang) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut refuse = |holds: bool, text: String| {
        if holds {
            wrong.push(text);
        }
    };
    refuse(title.trim().is_empty(), words::no_title(lang).to_owned());
    refuse(programme.activity.trim().is_empty(), words::no_activity(lang).to_owned());
    for (choices, key, what) in [
        (FIELDS, &programme.field, words::field(lang)),
        (SOURCES, &programme.source, words::source(lang)),
        (STATES, &programme.state, words::state(lang)),
    ] {
        refuse(!choices.iter().any(|(known, _)| known == key), words::choose(lang, what));
    }
    if let (Some(from), Some(until)) = (programme.from, programme.until) {
        refuse(from.reckoned() > until.reckoned(), words::dates_turned(lang).to_owned());
    }
    refuse(programme.cost > LARGEST_COST, words::cost_out(lang).to_owned());
    refuse(programme.planned > LARGEST_VOLUME, words::planned_out(lang).to_owned());
    for text in [title, &programme.activity, &programme.place, &programme.who, &programme.lesson] {
        refuse(text.chars().count() > LONGEST, words::too_long(lang, LONGEST));
    }
    for id in &programme.indicators {
        refuse(entry(id).is_none(), words::no_indicator(lang, id));
    }
    wrong
}

/// The indicators concerned as they stand; those that cannot be formed are left out.
pub fn standing(programme: &Programme, counts: &Counts, at: Date) -> Vec<Before> {
    let one = |id: &String| {
        let figure = evaluate(entry(id)?, counts);
        Some(Before { indicator: id.clone(), at, numerator: figure.numerator?, denominator: figure.denominator? })
    };
    programme.indicators.iter().filter_map(one).collect()
}

/// What can be said of a change between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// More than chance alone would often do.
    Clear,
    /// Chance alone may do as much.
    MayBeChance,
    /// A ratio, of which nothing is said.
    Untold,
}

/// A change of a share in points of 100, with its interval.
pub fn change(before: &Before, now: &Before) -> (Change, Option<(f64, f64)>) {
    let is_share = entry(&before.indicator).is_some_and(|entry| entry.unit == Unit::Percent && entry.part);
    let pair = ((before.numerator, before.denominator), (now.numerator, now.denominator));
    match chance::difference(pair.0, pair.1).filter(|_| is_share) {
        None => (Change::Untold, None),
        Some((low, high)) if low > 0.0 || high < 0.0 => (Change::Clear, Some((low * 100.0, high * 100.0))),
        Some((low, high)) => (Change::MayBeChance, Some((low * 100.0, high * 100.0))),
    }
}
