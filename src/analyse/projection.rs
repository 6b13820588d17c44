//! A projection of the village by the cohort-component method, by sex and five-year age group: each group grows older and
//! loses its dead, women bear children, people come and go. Method: Preston, Heuveline and Guillot, "Demography", Blackwell
//! 2001, chapter 6: births follow from women (female-dominant); half of the migrants of five years come at their beginning,
//! half at their end. It says what would follow from the assumptions, not what will be.

use super::lifetable::{E0_FEMALE, E0_MALE, LifeTable, Of, with_e0};
use crate::base::Date;
use crate::base::Order as _;
use serde::{Deserialize, Serialize};

/// Groups of five years: 0–4 … 90–94 and 95 and more.
pub const GROUPS: usize = 20;
/// Groups of women who bear children: 15–19 … 45–49.
pub const FERTILE: std::ops::Range<usize> = 3..10;
/// Spread of the ages of mothers (standard deviation, years).
const SPREAD: f64 = 6.3;
/// Years from which the law of the ages of mothers counts.
const FIRST_AGE: f64 = 12.0;

/// Persons by five-year age group.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Population {
    /// Men and boys.
    pub male: [f64; GROUPS],
    /// Women and girls.
    pub female: [f64; GROUPS],
}

impl Population {
    /// Everyone.
    pub fn total(&self) -> f64 {
        self.male.iter().chain(&self.female).sum()
    }

    /// Everyone in the groups.
    pub fn aged(&self, groups: std::ops::Range<usize>) -> f64 {
        groups.map(|i| self.male[i] + self.female[i]).sum()
    }
}

/// What the user assumes. What has a first and a last value goes from the one to the other in equal steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assumptions {
    /// Day of the start; the village's reference date where it is not given.
    pub start: Option<Date>,
    /// Years ahead, in steps of five.
    pub years: u16,
    /// Total fertility rate of the first and of the last five years: children a woman.
    pub fertility: [f64; 2],
    /// Mean age of mothers.
    pub mean_age: f64,
    /// Life expectancy at birth of women, first and last.
    pub e0_female: [f64; 2],
    /// The same of men.
    pub e0_male: [f64; 2],
    /// Boys born for a hundred girls.
    pub sex_ratio: f64,
    /// Persons a year who come less those who go.
    pub migration: f64,
}

impl Default for Assumptions {
    /// Round numbers near those of the country; the village puts those of its regency in their place.
    fn default() -> Assumptions {
        Assumptions {
            start: None,
            years: 20,
            fertility: [2.2, 2.1],
            mean_age: 28.5,
            e0_female: [73.0, 76.0],
            e0_male: [69.0, 72.0],
            sex_ratio: 105.0,
            migration: 0.0,
        }
    }
}

/// A number that can be assumed, and how far it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Years ahead.
    Years,
    /// Total fertility rate.
    Fertility,
    /// Mean age of mothers.
    MeanAge,
    /// Life expectancy of women.
    LifeFemale,
    /// Life expectancy of men.
    LifeMale,
    /// Boys for a hundred girls.
    SexRatio,
    /// Net migrants a year.
    Migration,
}

impl Part {
    /// The least and the most that is taken; migration for a village of `persons`.
    pub fn range(self, persons: f64) -> (f64, f64) {
        match self {
            Part::Years => (5.0, 50.0),
            Part::Fertility => (0.0, 8.0),
            Part::MeanAge => (24.0, 33.0),
            Part::LifeFemale => (40.0, E0_FEMALE.1),
            Part::LifeMale => (40.0, E0_MALE.1),
            Part::SexRatio => (95.0, 115.0),
            Part::Migration => (-(persons * 0.03).ceil(), (persons * 0.03).ceil()),
        }
    }
}

impl Assumptions {
    /// What lies outside its range.
    pub fn problems(&self, persons: f64) -> Vec<Part> {
        let parts = [
            (Part::Years, vec![f64::from(self.years)]),
            (Part::Fertility, self.fertility.to_vec()),
            (Part::MeanAge, vec![self.mean_age]),
            (Part::LifeFemale, self.e0_female.to_vec()),
            (Part::LifeMale, self.e0_male.to_vec()),
            (Part::SexRatio, vec![self.sex_ratio]),
            (Part::Migration, vec![self.migration]),
        ];
        let outside = |(part, values): (Part, Vec<f64>)| {
            let (low, high) = part.range(persons);
            values.iter().any(|value| !(low..=high).contains(value)).then_some(part)
        };
        let mut found: Vec<Part> = parts.into_iter().filter_map(outside).collect();
        if !self.years.is_multiple_of(5) && !found.contains(&Part::Years) {
            found.push(Part::Years);
        }
        found
    }
}

/// What happened in five years.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FiveYears {
    /// Children born.
    pub births: f64,
    /// Deaths.
    pub deaths: f64,
    /// Came less went.
    pub migrants: f64,
}

/// The population at the start and after each five years, with what happened in them. The assumptions must have no problems.
pub fn project(start: &Population, assumed: &Assumptions) -> (Vec<Population>, Vec<FiveYears>) {
    let n = usize::from(assumed.years / 5);
    let mothers = ages_of_mothers(assumed.mean_age);
    let (mut stocks, mut flows) = (vec![*start], Vec::new());
    for step in 0..n {
        let part = if n > 1 { step as f64 / (n - 1) as f64 } else { 0.0 };
        let at = |[first, last]: [f64; 2]| first + (last - first) * part;
        let law = Law {
            female: with_e0(Of::Female, at(assumed.e0_female)),
            male: with_e0(Of::Male, at(assumed.e0_male)),
            fertility: mothers.map(|share| share * at(assumed.fertility) / 5.0),
            boys: assumed.sex_ratio / (100.0 + assumed.sex_ratio),
            migrants: ages_of_migrants().map(|share| share * assumed.migration * 5.0),
        };
        let (next, flow) = law.step(&stocks[step]);
        stocks.push(next);
        flows.push(flow);
    }
    (stocks, flows)
}

/// What rules five years.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    /// Life table of women.
    pub female: LifeTable,
    /// Life table of men.
    pub male: LifeTable,
    /// Births a year of a woman, by five-year group from 15 to 49.
    pub fertility: [f64; 7],
    /// Share of boys among births.
    pub boys: f64,
    /// Migrants of five years of one sex, by age at coming.
    pub migrants: [f64; GROUPS],
}

impl Law {
    /// The population five years later.
    pub fn step(&self, now: &Population) -> (Population, FiveYears) {
        let half = self.migrants.map(|n| n / 2.0);
        let joined =
            |stock: &[f64; GROUPS]| -> [f64; GROUPS] { std::array::from_fn(|i| (stock[i] + half[i]).max(0.0)) };
        let (women, men) = (joined(&now.female), joined(&now.male));
        let (mut female, mut male) = (survivors(&self.female, &women), survivors(&self.male, &men));
        let births: f64 =
            FERTILE.zip(self.fertility).map(|(group, rate)| rate * 5.0 * (women[group] + female[group]) / 2.0).sum();
        let (boys, girls) = (births * self.boys, births * (1.0 - self.boys));
        female[0] = girls * self.female.years[0] / 5.0;
        male[0] = boys * self.male.years[0] / 5.0;
        let next = Population { female: joined(&female), male: joined(&male) };
        let came =
            |after: &[f64; GROUPS], before: &[f64; GROUPS]| after.iter().sum::<f64>() - before.iter().sum::<f64>();
        let migrants =
            came(&women, &now.female) + came(&men, &now.male) + came(&next.female, &female) + came(&next.male, &male);
        let deaths = now.total() + births + migrants - next.total();
        (next, FiveYears { births, deaths, migrants })
    }
}

/// Those of each group who live five years more, in the group where they are then.
fn survivors(table: &LifeTable, stock: &[f64; GROUPS]) -> [f64; GROUPS] {
    let mut after = [0.0; GROUPS];
    for i in 0..GROUPS - 1 {
        after[i + 1] = stock[i] * table.years[i + 1] / table.years[i];
    }
    let last = GROUPS - 1;
    // 95–99 lies beside 100 and more in the table; the open group holds both.
    after[last] += stock[last] * table.years_100 / (table.years[last] + table.years_100);
    after
}

/// The parts in whole persons that sum to `total`: each is rounded down, and the largest remainders get one more.
pub fn whole(parts: &[f64], total: u32) -> Vec<u32> {
    let mut out: Vec<u32> = parts.iter().map(|part| part.floor() as u32).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.order_by(|a, b| parts[*b].fract().total_cmp(&parts[*a].fract()));
    let left = total.saturating_sub(out.iter().sum()) as usize;
    order.iter().cycle().take(if out.is_empty() { 0 } else { left }).for_each(|i| out[*i] += 1);
    out
}

/// Shares of births by age of mother, 15–19 … 45–49: a gamma law from age 12 on with this mean (Hoem and others, Demography
/// 1981), cut to 15–49. They sum to 1.
pub fn ages_of_mothers(mean_age: f64) -> [f64; 7] {
    let (mean, variance) = (mean_age - FIRST_AGE, SPREAD * SPREAD);
    let (shape, scale) = (mean * mean / variance, variance / mean);
    let weight = |age: f64| {
        let x = age - FIRST_AGE;
        ((shape - 1.0) * x.ln() - x / scale).exp()
    };
    // Simpson's rule over fifty parts of five years.
    let area = |from: f64| -> f64 {
        let part = |i: usize| weight(from + 0.1 * i as f64) * [2.0, 4.0][i % 2];
        (1..50).map(part).sum::<f64>() + weight(from) + weight(from + 5.0)
    };
    let areas: [f64; 7] = std::array::from_fn(|i| area(15.0 + 5.0 * i as f64));
    let sum: f64 = areas.iter().sum();
    areas.map(|area| area / sum)
}

/// Shares of migrants by age, the two sexes alike: half of the standard schedule of Rogers and Castro (IIASA RR-81-30,
/// 1981): children with their parents, most at 20 to 30, a constant. Both sexes together sum to 1.
pub fn ages_of_migrants() -> [f64; GROUPS] {
    let rate = |age: f64| {
        let work = age - 20.0;
        0.02 * (-0.1 * age).exp() + 0.06 * (-0.1 * work - (-0.4 * work).exp()).exp() + 0.003
    };
    let groups: [f64; GROUPS] =
        std::array::from_fn(|i| (0..5).map(|year| rate((5 * i + year) as f64 + 0.5)).sum::<f64>());
    let sum: f64 = groups.iter().sum();
    groups.map(|group| group / sum / 2.0)
}

#[cfg(test)]
#[path = "projection_tests.rs"]
mod tests;
