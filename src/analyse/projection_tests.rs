//! The projection against what is known without it: closed forms, and a reckoning in Python.

use super::*;

fn close(a: f64, b: f64, within: f64) {
    assert!((a - b).abs() <= within, "{a} is not {b}");
}

/// The stationary population of a table with so many births a year.
fn stationary(table: &LifeTable, births: f64) -> [f64; GROUPS] {
    let mut out = table.years.map(|years| years * births);
    out[GROUPS - 1] += table.years_100 * births;
    out
}

fn law(fertility: f64) -> Law {
    Law {
        female: with_e0(Of::Female, 74.0),
        male: with_e0(Of::Male, 70.0),
        fertility: ages_of_mothers(28.5).map(|share| share * fertility / 5.0),
        boys: 105.0 / 205.0,
        migrants: [0.0; GROUPS],
    }
}

/// With a net reproduction of exactly one, a stationary population stays as it is.
#[test]
fn a_stationary_population_stays() {
    let unit = law(1.0);
    let girls_of_one: f64 =
        FERTILE.zip(unit.fertility).map(|(i, rate)| rate * unit.female.years[i] * 100.0 / 205.0).sum();
    let law = law(1.0 / girls_of_one);
    // The open group 95 and more keeps its size only where its own survival does; it is stationary by construction.
    let mut now = Population { female: stationary(&law.female, 100.0), male: stationary(&law.male, 105.0) };
    let before = now;
    for _ in 0..10 {
        let (next, flow) = law.step(&now);
        close(flow.births, 5.0 * 205.0, 1e-6);
        close(flow.deaths, flow.births, 1e-6);
        now = next;
    }
    for i in 0..GROUPS {
        close(now.female[i], before.female[i], 1e-6);
        close(now.male[i], before.male[i], 1e-6);
    }
}

#[test]
fn without_children_the_village_ages_out() {
    let assumed = Assumptions { fertility: [0.0, 0.0], years: 50, ..Assumptions::default() };
    let start = Population { female: [10.0; GROUPS], male: [10.0; GROUPS] };
    let (stocks, flows) = project(&start, &assumed);
    assert_eq!((stocks.len(), flows.len()), (11, 10));
    for (step, stock) in stocks.iter().enumerate() {
        close(stock.aged(0..step), 0.0, 0.0);
        assert!(stock.aged(step..GROUPS) > 0.0);
    }
    assert!(stocks.windows(2).all(|pair| pair[1].total() < pair[0].total()));
}

#[test]
fn every_five_years_balance() {
    let assumed = Assumptions { migration: -7.5, years: 30, ..Assumptions::default() };
    let start = Population { female: [90.0; GROUPS], male: [92.0; GROUPS] };
    let (stocks, flows) = project(&start, &assumed);
    for (pair, flow) in stocks.windows(2).zip(&flows) {
        close(pair[0].total() + flow.births - flow.deaths + flow.migrants, pair[1].total(), 1e-9);
        close(flow.migrants, -37.5, 1e-9);
        assert!(flow.deaths > 0.0 && flow.births > 0.0);
    }
}

#[test]
fn nobody_leaves_who_is_not_there() {
    let assumed = Assumptions { migration: -500.0, ..Assumptions::default() };
    let start = Population { female: [1.0; GROUPS], male: [1.0; GROUPS] };
    let (stocks, _) = project(&start, &assumed);
    assert!(stocks.iter().flat_map(|stock| stock.male.iter().chain(&stock.female)).all(|n| *n >= 0.0));
}

#[test]
fn ages_of_mothers_and_migrants_are_whole() {
    for mean in [25.0, 28.5, 31.0] {
        let shares = ages_of_mothers(mean);
        close(shares.iter().sum::<f64>(), 1.0, 1e-12);
        let found: f64 = shares.iter().zip(0..).map(|(share, i)| share * (17.5 + 5.0 * f64::from(i))).sum();
        close(found, mean, 0.35);
    }
    close(ages_of_migrants().iter().sum::<f64>(), 0.5, 1e-12);
}

#[test]
fn what_is_out_of_range_is_told() {
    let good = Assumptions::default();
    assert_eq!(good.problems(1_000.0), []);
    for (assumed, part) in [
        (Assumptions { years: 7, ..good.clone() }, Part::Years),
        (Assumptions { years: 500, ..good.clone() }, Part::Years),
        (Assumptions { fertility: [2.0, -1.0], ..good.clone() }, Part::Fertility),
        (Assumptions { e0_female: [95.0, 96.0], ..good.clone() }, Part::LifeFemale),
        (Assumptions { e0_male: [f64::NAN, 70.0], ..good.clone() }, Part::LifeMale),
        (Assumptions { mean_age: 15.0, ..good.clone() }, Part::MeanAge),
        (Assumptions { sex_ratio: 0.0, ..good.clone() }, Part::SexRatio),
        (Assumptions { migration: 31.0, ..good.clone() }, Part::Migration),
    ] {
        assert_eq!(assumed.problems(1_000.0), [part]);
    }
}

#[test]
fn whole_persons_sum_to_the_whole() {
    for (parts, total, wanted) in [
        (vec![1.5, 2.5, 3.9], 8, vec![2, 2, 4]),
        (vec![0.4, 0.4, 0.4], 1, vec![1, 0, 0]),
        (vec![3.0, 4.0], 7, vec![3, 4]),
        (vec![], 0, vec![]),
    ] {
        assert_eq!(whole(&parts, total), wanted);
    }
}
