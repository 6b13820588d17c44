//! The twin of a village attacked: by who knows the register but for one person, and sees the twin.

#![allow(clippy::unwrap_used)]

mod hamlet;

use hamlet::village;
use rumah_dataku::learn::Village;
use rumah_dataku::learn::twin::{Coarse, FLOOR, twin};
use rumah_dataku::learn::village::{Home, House, Resident};
use std::collections::BTreeMap;

fn combinations<R: Coarse>(records: &[R], step: usize) -> BTreeMap<R, usize> {
    let mut counts = BTreeMap::new();
    records.iter().for_each(|record| *counts.entry(record.coarse(step)).or_default() += 1);
    counts
}

#[test]
fn nobody_stands_alone_in_the_twin() {
    for seed in 0..30 {
        let real = village(20 + seed as usize * 7, seed);
        let twin = twin(&real, seed + 100);
        let shown = combinations(&twin.residents, 0);
        assert!(shown.values().all(|n| *n >= FLOOR), "a combination of answers that few have");
        // What is shown was common in the village too: at some coarseness at least five real ones share it.
        for combination in shown.keys() {
            let common = (0..Resident::STEPS).any(|step| {
                combination.coarse(step) == *combination
                    && combinations(&real.residents, step).get(combination).is_some_and(|n| *n >= FLOOR)
            });
            assert!(common, "{combination:?} comes from fewer than five");
        }
        let homes = combinations(&twin.homes, 0);
        assert!(homes.values().all(|n| *n >= FLOOR));
        assert!(combinations(&twin.houses, 0).values().all(|n| *n >= FLOOR));
    }
}

#[test]
fn who_is_rare_leaves_no_trace_in_the_twin() {
    let real = village(80, 5);
    let rare = Resident { age: 97, sex: 1, dusun: 9, school: 1, education: 4, married: 1, ..Resident::default() };
    for n in 1..FLOOR {
        let mut with = real.clone();
        with.residents.extend(vec![rare; n]);
        for seed in 0..40 {
            // The coarsest telling is age and sex: there the old man is one of a crowd, or nowhere.
            let told = twin(&with, seed).residents.into_iter().filter(|r| r.dusun == 9).count();
            assert_eq!(told, 0, "{n} of dusun 9 are told");
        }
    }
    // Who stands where in the register plays no part.
    let mut turned = real.clone();
    turned.residents.reverse();
    turned.homes.reverse();
    assert!(twin(&real, 3) == twin(&turned, 3));
    // A village of too few gives nobody at all.
    assert!(twin(&village(1, 1), 1).residents.is_empty());
}

#[test]
fn the_twin_resembles_its_village() {
    let real = village(400, 8);
    let twin = twin(&real, 1);
    assert!(twin.twin && twin.residents.len() * 10 > real.residents.len() * 5, "{}", twin.residents.len());
    let share = |of: &Village| of.residents.iter().filter(|r| r.sex == 2).count() as f64 / of.residents.len() as f64;
    assert!((share(&real) - share(&twin)).abs() < 0.06, "{} {}", share(&real), share(&twin));
}

/// Everything that a twin tells but the RT, which are drawn by lot from how many live in each.
fn without_rt(mut of: Village) -> Village {
    of.residents.iter_mut().for_each(|resident| resident.place = 0);
    of.homes.iter_mut().for_each(|home| home.place = 0);
    of
}

#[test]
fn who_is_unlike_all_others_changes_nothing_in_the_twin() {
    // Whoever knows everybody else sees the same twin, to the last record, whether the rare ones are in the register or not.
    for seed in 0..20 {
        let real = village(90, seed);
        let mut with = real.clone();
        with.residents.push(Resident { age: 104, sex: 0, dusun: 2, place: 3, ..Resident::default() });
        with.residents.push(Resident { age: 33, sex: 0, dusun: 1, place: 1, education: 4, ..Resident::default() });
        with.homes.push(Home { size: 7, dusun: 3, place: 6, aid: 1, sturdy: 1, head: 2, welfare: 4 });
        with.houses.push(House { dusun: 9, water: 0, floor: 900 });
        assert!(without_rt(twin(&with, seed)) == without_rt(twin(&real, seed)), "seed {seed}");
    }
}

#[test]
fn in_which_rt_somebody_lives_does_not_show() {
    let real = village(120, 3);
    let mut moved = real.clone();
    // Neighbours of one dusun change places: each RT keeps its number of people, and nobody stands where they stood.
    let of_dusun: Vec<usize> = (0..moved.residents.len()).filter(|at| moved.residents[*at].dusun == 1).collect();
    let places: Vec<u8> = of_dusun.iter().map(|at| moved.residents[*at].place).collect();
    for (at, place) in of_dusun.iter().zip(places.iter().rev()) {
        moved.residents[*at].place = *place;
    }
    assert!(moved != real);
    assert!(twin(&moved, 8) == twin(&real, 8));
    // Nobody is put into an RT of another dusun, and an RT of fewer than five is empty.
    let mut small = village(120, 3);
    small.residents.retain(|resident| resident.place != 6);
    small.residents.extend(vec![Resident { age: 30, sex: 1, dusun: 3, place: 6, ..Resident::default() }; FLOOR - 1]);
    for resident in twin(&small, 5).residents {
        assert!(resident.place != 6 && (resident.dusun == 0 || resident.place.div_ceil(2) == resident.dusun));
    }
}

#[test]
fn an_answer_of_a_known_person_is_guessed_no_better_with_them_in_the_register() {
    // The attack: age, sex and dusun of somebody are known; the twin's people of that kind are asked for their schooling.
    let real = village(700, 11);
    let guessed = |twin: &Village, target: &Resident| {
        let kind = |r: &Resident| (r.age / 5, r.sex, r.dusun);
        let told = twin.residents.iter().filter(|r| kind(r) == kind(target) && r.school > 0);
        let (right, all) =
            told.fold((0.0, 0.0), |(n, of), r| (n + f64::from(u8::from(r.school == target.school)), of + 1.0));
        (all > 0.0).then(|| right / all)
    };
    let with_all: Vec<Village> = (0..3).map(|seed| twin(&real, seed)).collect();
    let (mut with, mut without, mut n) = (0.0, 0.0, 0.0);
    for at in (0..real.residents.len()).step_by(20) {
        let mut left_out = real.clone();
        let target = left_out.residents.remove(at);
        for (seed, twin_of_all) in (50..).zip(&with_all) {
            if let (Some(a), Some(b)) = (guessed(twin_of_all, &target), guessed(&twin(&left_out, seed), &target)) {
                (with, without, n) = (with + a, without + b, n + 1.0);
            }
        }
    }
    assert!(n > 100.0, "{n} attacks");
    let gain = (with - without) / n;
    println!("{n} attacks, gain {gain:.3}");
    assert!(gain < 0.06, "{gain:.3}: {:.3} with, {:.3} without", with / n, without / n);
}
