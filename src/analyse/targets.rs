//! What an indicator is compared to: a target that the village set itself, or a reference of a wider area, each with its
//! value, year and source as the user typed them. Kept as papers of the kind [`KIND`], one of each sort an indicator.

use super::indicators::{Unit, wider};
use crate::lang::{Lang, catalogue as words, number};
use serde::{Deserialize, Serialize};

/// Kind of the papers.
pub const KIND: &str = "sasaran";
const MAX_SOURCE: usize = 200;

/// A target or a reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// The village's own target (target).
    #[default]
    Target,
    /// A reference from elsewhere (acuan).
    Acuan,
}

/// A target or reference of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Id of the indicator.
    pub indikator: String,
    /// Which of the two.
    pub jenis: Sort,
    /// Value in the indicator's unit.
    pub nilai: f64,
    /// The year that it speaks of.
    pub tahun: i32,
    /// Where it comes from.
    pub sumber: String,
}

impl Target {
    /// Key of its paper.
    pub fn key(&self) -> String {
        format!("{}:{}", if self.jenis == Sort::Target { "target" } else { "acuan" }, self.indikator)
    }

    /// Reads a paper's body; nothing where it is damaged or tells what cannot be.
    pub fn read(body: &str) -> Option<Target> {
        let target: Target = serde_json::from_str(body).ok()?;
        let (low, high) = range(wider::item(&target.indikator)?.entry.unit);
        (low..=high).contains(&target.nilai).then_some(target)
    }

    /// As a paper's body.
    pub fn body(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A target as it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Id of the indicator.
    pub indicator: String,
    /// Which of the two.
    pub sort: Sort,
    /// Value.
    pub value: Option<f64>,
    /// Year.
    pub year: Option<i32>,
    /// Source.
    pub source: String,
}

/// Smallest and largest value that a unit can have.
pub fn range(unit: Unit) -> (f64, f64) {
    match unit {
        Unit::Percent => (0.0, 100.0),
        Unit::PerHundred | Unit::PerThousand => (0.0, 1_000.0),
        Unit::PercentYear => (-100.0, 100.0),
        Unit::Years => (0.0, 110.0),
        Unit::PersonsPerFamily => (1.0, 50.0),
        Unit::PerWoman => (0.0, 15.0),
        Unit::Index => (0.0, 500.0),
        Unit::PerKm2 => (0.0, 100_000.0),
        Unit::Persons | Unit::Families | Unit::Couples | Unit::Things => (0.0, 1_000_000.0),
    }
}

/// The target, or everything that is wrong with it: field and words.
pub fn checked(draft: &Draft, this_year: i32, lang: Lang) -> Result<Target, Vec<(&'static str, String)>> {
    let mut wrong = Vec::new();
    let item = wider::item(&draft.indicator);
    let value = match (&item, draft.value) {
        (None, _) => {
            wrong.push(("indikator", words::choose_indicator(lang).to_owned()));
            None
        }
        (_, None) => {
            wrong.push(("nilai", words::value_needed(lang).to_owned()));
            None
        }
        (Some(item), Some(value)) => {
            // What has no upper end of its own (attendance of all ages may exceed 100) is given room.
            let (low, high) = match range(item.entry.unit) {
                (low, high) if item.entry.unit == Unit::Percent && !item.entry.part => (low, high * 2.0),
                range => range,
            };
            if !(low..=high).contains(&value) {
                let unit = item.entry.unit.words().in_lang(lang);
                let shown = |n: f64| number::decimal(lang, n, 0);
                wrong.push(("nilai", words::target_out_of_range(lang, shown(low), shown(high), unit)));
            }
            Some(value)
        }
    };
    let (first, last) = match draft.sort {
        Sort::Target => (this_year - 5, this_year + 30),
        Sort::Acuan => (1961, this_year),
    };
    match draft.year {
        Some(year) if (first..=last).contains(&year) => {}
        _ => wrong.push(("tahun", words::year_range(lang, first, last))),
    }
    let source = draft.source.trim();
    if source.is_empty() {
        wrong.push(("sumber", words::source_needed(lang).to_owned()));
    } else if source.chars().count() > MAX_SOURCE {
        wrong.push(("sumber", words::text_too_long(lang, words::source(lang), MAX_SOURCE)));
    }
    match (value, draft.year, wrong.is_empty()) {
        (Some(nilai), Some(tahun), true) => Ok(Target {
            indikator: draft.indicator.clone(),
            jenis: draft.sort,
            nilai,
            tahun,
            sumber: source.to_owned(),
        }),
        _ => Err(wrong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(indicator: &str, value: f64, year: i32, source: &str) -> Draft {
        Draft {
            indicator: indicator.into(),
            sort: Sort::Target,
            value: Some(value),
            year: Some(year),
            source: source.into(),
        }
    }

    #[test]
    fn a_target_out_of_range_is_refused_in_plain_words() {
        let wrong = |draft: &Draft| checked(draft, 2026, Lang::Id).unwrap_err();
        assert_eq!(
            wrong(&draft("jkn-coverage", 140.0, 2027, "RPJMDes")),
            [("nilai", "Nilai yang mungkin: 0 sampai 100 %. Tulis angka di antaranya.".to_owned())]
        );
        let fields = |draft: &Draft| wrong(draft).into_iter().map(|(field, _)| field).collect::<Vec<_>>();
        assert_eq!(fields(&draft("jkn-coverage", -1.0, 1890, " ")), ["nilai", "tahun", "sumber"]);
        assert_eq!(fields(&draft("jkn-coverage", f64::NAN, 2027, "x")), ["nilai"]);
        assert_eq!(fields(&draft("tidak-ada", 3.0, 2027, "x")), ["indikator"]);
        assert_eq!(fields(&Draft { value: None, year: None, ..draft("tfr", 0.0, 0, "x") }), ["nilai", "tahun"]);
        let future = Draft { sort: Sort::Acuan, ..draft("tfr", 2.1, 2027, "BPS") };
        assert_eq!(fields(&future), ["tahun"]);
    }

    #[test]
    fn a_target_comes_back_as_it_went_and_damage_is_nothing() {
        let target = checked(&draft("jkn-coverage", 98.5, 2029, " RPJMDes 2024–2029 "), 2026, Lang::En).unwrap();
        assert_eq!((target.key().as_str(), target.sumber.as_str()), ("target:jkn-coverage", "RPJMDes 2024–2029"));
        assert_eq!(Target::read(&target.body()), Some(target.clone()));
        assert_eq!(Target::read(&target.body().replace("98.5", "985")), None);
        assert_eq!(Target::read("{}"), None);
        assert!(checked(&draft("apk-sd", 108.0, 2027, "Dapodik"), 2026, Lang::Id).is_ok());
    }
}
