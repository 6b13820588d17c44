//! Births, deaths and moves of three to five years, and the rates that they give as averages (domain.md §6.2, K3; §6.4). One
//! year of a village is too short for a rate; two single years are never compared.

use super::facts::{date_key, person_facts};
use super::indicators::RATE_FLOOR;
use super::intervals::{self, Interval};
use crate::base::codes::Sex;
use crate::base::{CodeList, Date};
use crate::register::Register;

/// Five-year groups of mothers, 15–19 … 45–49.
pub const MOTHERS: usize = 7;

/// One year of the register.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Year {
    /// The year ends with this day.
    pub to: Date,
    /// Residents at its begin and end.
    pub stock: [u32; 2],
    /// Women 15–49 by five-year group at its begin and end.
    pub women: [[u32; MOTHERS]; 2],
    /// Children born in it.
    pub births: u32,
    /// Deaths.
    pub deaths: u32,
    /// Came to live here.
    pub arrivals: u32,
    /// Left.
    pub departures: u32,
}

/// Some years in a row, the oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vital {
    /// The years.
    pub years: Vec<Year>,
    /// Births by age of the mother.
    pub by_mother: [u32; MOTHERS],
    /// Births whose mother, or whose mother's age, is not recorded.
    pub mother_unknown: u32,
    /// Births to mothers outside 15–49.
    pub mother_outside: u32,
    /// Persons who are gone at an unknown day: counted nowhere.
    pub undated: u32,
}

/// A rate with what it is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Id of the catalogue.
    pub id: &'static str,
    /// Age group of the mothers, where it is one of theirs.
    pub group: Option<usize>,
    /// Events of all years; below zero where more left than came.
    pub events: i64,
    /// Years lived by those to whom it could happen: the sum of the mid-year counts.
    pub person_years: f64,
    /// The rate, per thousand; children a woman for `tfr`.
    pub value: f64,
    /// What chance leaves open.
    pub interval: Interval,
}

/// Three years that end with `at`; four or five where births or deaths are fewer than [`RATE_FLOOR`] and the year before has
/// deaths or moves on record, so that years before the register began do not make a rate too low [D].
pub fn averaged(register: &Register, at: Date) -> Vital {
    let all = vital(register, at, 5).years;
    let sum = |years: &[Year], of: fn(&Year) -> u32| years.iter().map(of).sum::<u32>();
    for n in 3..5 {
        let (earlier, last) = all.split_at(all.len().saturating_sub(n));
        let few = sum(last, |year| year.births).min(sum(last, |year| year.deaths)) < RATE_FLOOR;
        let on_record = |year: &Year| year.deaths + year.arrivals + year.departures > 0;
        if !few || !earlier.last().is_some_and(on_record) {
            return vital(register, at, n as u8);
        }
    }
    vital(register, at, 5)
}

/// The years that end with `at`.
pub fn vital(register: &Register, at: Date, n_years: u8) -> Vital {
    let bounds: Vec<Date> = (0..=i16::from(n_years)).rev().filter_map(|back| at.plus_years(-back)).collect();
    let keys: Vec<i32> = bounds.iter().map(|day| date_key(*day)).collect();
    let mut out =
        Vital { years: bounds[1..].iter().map(|to| Year { to: *to, ..Year::default() }).collect(), ..Vital::default() };
    let year_of =
        |day: i32| (keys[0] < day && day <= *keys.last()?).then(|| keys.partition_point(|key| *key < day) - 1);
    for person in register.families().flat_map(|family| &family.members) {
        let facts = person_facts(person);
        if facts.until == i32::MIN {
            out.undated += u32::from(!person.removed && facts.from != i32::MAX);
            continue;
        }
        let woman = facts.sex == Sex::Female.number() && facts.born != 0;
        for (i, key) in keys.iter().enumerate() {
            if facts.from > *key || *key >= facts.until {
                continue;
            }
            let group = if woman { mother_group((key - facts.born) >> 9) } else { None };
            for (year, end) in [(i, 0), (i.wrapping_sub(1), 1)] {
                if let Some(year) = out.years.get_mut(year) {
                    year.stock[end] += 1;
                    if let Some(group) = group {
                        year.women[end][group] += 1;
                    }
                }
            }
        }
        if let Some(year) = year_of(facts.until) {
            *(if facts.died { &mut out.years[year].deaths } else { &mut out.years[year].departures }) += 1;
        }
        let Some(year) = year_of(facts.from) else { continue };
        if facts.arrived {
            out.years[year].arrivals += 1;
            continue;
        }
        out.years[year].births += 1;
        let mother = person.mother.get().and_then(|id| register.person(id)).map(|(_, mother)| mother);
        let mother = mother.filter(|mother| !mother.removed).and_then(|mother| mother.born.get());
        match mother.map(|born| (facts.born - date_key(born)) >> 9) {
            None => out.mother_unknown += 1,
            Some(age) => match mother_group(age) {
                Some(group) => out.by_mother[group] += 1,
                None => out.mother_outside += 1,
            },
        }
    }
    out
}

fn mother_group(age: i32) -> Option<usize> {
    (15..50).contains(&age).then(|| (age as usize - 15) / 5)
}

impl Vital {
    fn sum(&self, of: impl Fn(&Year) -> u32) -> u32 {
        self.years.iter().map(of).sum()
    }

    fn mid(&self, of: impl Fn(&Year, usize) -> u32) -> f64 {
        self.years.iter().map(|year| f64::from(of(year, 0) + of(year, 1)) / 2.0).sum()
    }

    /// Births, deaths, arrivals and departures of all years.
    pub fn totals(&self) -> [u32; 4] {
        [self.sum(|y| y.births), self.sum(|y| y.deaths), self.sum(|y| y.arrivals), self.sum(|y| y.departures)]
    }

    /// Share of births whose mother's age is known.
    pub fn mothers_known(&self) -> (u32, u32) {
        let births = self.totals()[0];
        (births - self.mother_unknown, births)
    }

    /// All rates that can be formed. Births without a known mother are spread over the ages as the others are, where at
    /// least half of the mothers are known; without that, there are no rates by age.
    pub fn rates(&self) -> Vec<Rate> {
        let [births, deaths, arrivals, departures] = self.totals();
        let everyone = self.mid(|year, end| year.stock[end]);
        let women: [f64; MOTHERS] = std::array::from_fn(|group| self.mid(|year, end| year.women[end][group]));
        let simple = |id, n: u32, of: f64| plain(id, n, of, 1_000.0);
        let mut out = vec![
            simple("cbr", births, everyone),
            simple("gfr", births, women.iter().sum()),
            simple("cdr", deaths, everyone),
            simple("in-migration", arrivals, everyone),
            simple("out-migration", departures, everyone),
            (everyone > 0.0).then(|| Rate {
                id: "net-migration",
                group: None,
                events: i64::from(arrivals) - i64::from(departures),
                person_years: everyone,
                value: (f64::from(arrivals) - f64::from(departures)) * 1_000.0 / everyone,
                interval: intervals::difference(arrivals, departures).times(1_000.0 / everyone),
            }),
        ];
        let (known, _) = self.mothers_known();
        if known > 0 && known * 2 >= births && women.iter().all(|n| *n > 0.0) {
            let spread = f64::from(births) / f64::from(known);
            out.extend((0..MOTHERS).map(|group| {
                let rate = plain("asfr", self.by_mother[group], women[group], 1_000.0 * spread);
                rate.map(|rate| Rate { group: Some(group), ..rate })
            }));
            let parts: Vec<(u32, f64)> =
                self.by_mother.iter().zip(women).map(|(n, of)| (*n, 5.0 * spread / of)).collect();
            out.push(Some(Rate {
                id: "tfr",
                group: None,
                events: self.by_mother.iter().map(|n| i64::from(*n)).sum(),
                person_years: women.iter().sum(),
                value: parts.iter().map(|(n, weight)| f64::from(*n) * weight).sum(),
                interval: intervals::weighted_sum(&parts),
            }));
        }
        out.into_iter().flatten().collect()
    }
}

fn plain(id: &'static str, n: u32, of: f64, per: f64) -> Option<Rate> {
    let interval = intervals::count(n).times(per / of);
    (of > 0.0).then(|| Rate {
        id,
        group: None,
        events: i64::from(n),
        person_years: of,
        value: f64::from(n) * per / of,
        interval,
    })
}

/// Growth a year between two counts `years` apart, in per cent: geometric, exponential, arithmetic (domain.md §6.4).
pub fn growth(before: u32, after: u32, years: f64) -> Option<[f64; 3]> {
    if before == 0 || after == 0 || years <= 0.0 {
        return None;
    }
    let ratio = f64::from(after) / f64::from(before);
    Some([(ratio.powf(1.0 / years) - 1.0) * 100.0, ratio.ln() / years * 100.0, (ratio - 1.0) / years * 100.0])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From 1,000 to 1,210 in two years: a tenth a year, compounded.
    #[test]
    fn growth_has_three_methods() {
        let [geometric, exponential, arithmetic] = growth(1_000, 1_210, 2.0).unwrap();
        assert!((geometric - 10.0).abs() < 1e-12 && (arithmetic - 10.5).abs() < 1e-12);
        assert!((exponential - 100.0 * 1.1f64.ln()).abs() < 1e-12);
        assert_eq!((growth(0, 5, 1.0), growth(5, 0, 1.0), growth(5, 5, 0.0)), (None, None, None));
    }

    #[test]
    fn rates_are_averages_of_all_years() {
        let year = Year {
            stock: [990, 1_010],
            women: [[40; MOTHERS]; 2],
            births: 20,
            deaths: 6,
            arrivals: 9,
            departures: 13,
            ..Year::default()
        };
        let vital =
            Vital { years: vec![year; 3], by_mother: [3, 15, 18, 12, 6, 0, 0], mother_unknown: 6, ..Vital::default() };
        let rates = vital.rates();
        let value = |id: &str| rates.iter().find(|rate| rate.id == id).unwrap();
        assert_eq!((value("cbr").events, value("cbr").person_years, value("cbr").value), (60, 3_000.0, 20.0));
        assert_eq!((value("cdr").value, value("net-migration").value), (6.0, -4.0));
        assert!((value("gfr").value - 60.0 * 1_000.0 / 840.0).abs() < 1e-9);
        // 54 of 60 mothers are known: 54 / 120 women-years × 5 years × 60/54.
        assert!((value("tfr").value - 2.5).abs() < 1e-9);
        let asfr: f64 = rates.iter().filter(|rate| rate.id == "asfr").map(|rate| rate.value).sum();
        assert!((asfr * 5.0 / 1_000.0 - 2.5).abs() < 1e-9);
        let few = Vital { mother_unknown: 40, by_mother: [0, 10, 10, 0, 0, 0, 0], ..vital };
        assert!(few.rates().iter().all(|rate| rate.id != "tfr" && rate.id != "asfr"));
    }
}
