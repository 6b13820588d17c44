//! The cards of the boards, and what the village's own data say of each once it lies well.

use super::board::{Card, Deck, Told};
use super::middle::middles;
use super::percent;
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::village::{Resident, Village};

/// Needs of a village, laid on the data that answer them.
pub(super) const NEEDS: Deck = (
    &[words::data_school, words::data_under_five, words::data_elderly, words::data_water],
    &[
        Card {
            text: words::need_school,
            bin: 0,
            of: |village, lang| people(village, lang, words::need_school_told, pupils),
        },
        Card {
            text: words::need_posyandu,
            bin: 1,
            of: |village, lang| people(village, lang, words::need_posyandu_told, |r| r.age < 5),
        },
        Card {
            text: words::need_elderly,
            bin: 2,
            of: |village, lang| people(village, lang, words::need_elderly_told, |r| r.age >= 60),
        },
        Card { text: words::need_water, bin: 3, of: water },
        Card {
            text: words::need_transport,
            bin: 0,
            of: |village, lang| people(village, lang, words::need_transport_told, |r| pupils(r) && r.school == 1),
        },
        Card {
            text: words::need_stunting,
            bin: 1,
            of: |village, lang| people(village, lang, words::need_stunting_told, |r| r.age < 5),
        },
    ],
);

/// Questions, laid on the kind of their answers.
pub(super) const KINDS: Deck = (
    &[words::kind_category, words::kind_ordered, words::kind_count, words::kind_measure],
    &[
        Card { text: words::ask_sex, bin: 0, of: sexes },
        Card { text: words::ask_rt, bin: 0, of: rt },
        Card { text: words::ask_kk, bin: 0, of: |_, lang| (Vec::new(), words::kk_told(lang).to_owned()) },
        Card { text: words::ask_education, bin: 1, of: education },
        Card { text: words::ask_decile, bin: 1, of: welfare },
        Card { text: words::ask_members, bin: 2, of: members },
        Card { text: words::ask_floor, bin: 3, of: floors },
        Card { text: words::ask_weight, bin: 3, of: |_, lang| (Vec::new(), words::weight_told(lang).to_owned()) },
    ],
);

fn pupils(resident: &Resident) -> bool {
    (7..=18).contains(&resident.age)
}

/// Counts by dusun, those whose dusun is not told last.
fn by_dusun(lang: Lang, of: impl Iterator<Item = u8>) -> Vec<(String, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    of.for_each(|dusun| *counts.entry(if dusun == 0 { u8::MAX } else { dusun }).or_insert(0) += 1);
    let name = |dusun: u8| if dusun == u8::MAX { words::rt_not_told(lang).to_owned() } else { format!("D{dusun}") };
    counts.into_iter().map(|(dusun, n)| (name(dusun), n)).collect()
}

/// Residents whom a need touches, by dusun.
fn people(
    village: &Village,
    lang: Lang,
    sentence: fn(Lang, usize, usize) -> String,
    test: fn(&Resident) -> bool,
) -> Told {
    let told = by_dusun(lang, village.residents.iter().filter(|r| test(r)).map(|r| r.dusun));
    let n = told.iter().map(|(_, n)| n).sum();
    (told, sentence(lang, n, village.residents.len()))
}

fn water(village: &Village, lang: Lang) -> Told {
    let asked = village.houses.iter().filter(|house| house.water > 0).count();
    let told = by_dusun(lang, village.houses.iter().filter(|house| house.water == 2).map(|house| house.dusun));
    let n: usize = told.iter().map(|(_, n)| n).sum();
    (told, words::need_water_told(lang, n, asked, percent(lang, n, asked)))
}

fn sexes(village: &Village, lang: Lang) -> Told {
    let count = |sex: u8| village.residents.iter().filter(|r| r.sex == sex).count();
    let (men, women) = (count(1), count(2));
    let told = vec![(words::men(lang).to_owned(), men), (words::women(lang).to_owned(), women)];
    (told, words::category_told(lang, words::women(lang), percent(lang, women, men + women)))
}

fn rt(village: &Village, lang: Lang) -> Told {
    let short = |name: &str| name.trim_start_matches("RT ").to_owned();
    let count = |place: usize| village.homes.iter().filter(|home| usize::from(home.place) == place + 1).count();
    let told: Vec<(String, usize)> =
        village.places.iter().enumerate().map(|(at, place)| (short(&place.name), count(at))).collect();
    // RT are written "3" or, with their RW, "3/1"; only the first is a numeral, so only that could be averaged.
    let numbers = told.iter().filter_map(|(name, n)| Some((name.split('/').next()?.parse::<f64>().ok()?, *n as f64)));
    let (sum, n) = numbers.fold((0.0, 0.0), |(sum, n), (number, homes)| (sum + number * homes, n + homes));
    let mean = if n > 0.0 { number::decimal(lang, sum / n, 1) } else { "–".to_owned() };
    (told, words::rt_number_told(lang, mean))
}

/// Groups in order, with the one in which the middle one lies.
fn ordered(lang: Lang, names: Vec<String>, classes: impl Iterator<Item = u8>) -> Told {
    let mut counts = vec![0; names.len()];
    classes.filter_map(|class| usize::from(class).checked_sub(1)).for_each(|class| {
        if let Some(count) = counts.get_mut(class) {
            *count += 1;
        }
    });
    let all: usize = counts.iter().sum();
    let mut below = 0;
    let middle = counts.iter().position(|n| {
        below += n;
        2 * below >= all && all > 0
    });
    let middle = middle.map_or("–".to_owned(), |at| names[at].clone());
    (names.into_iter().zip(counts).collect(), words::ordered_told(lang, middle))
}

fn education(village: &Village, lang: Lang) -> Told {
    let names =
        [words::below_primary(lang), words::primary(lang), words::lower_secondary(lang), words::upper_secondary(lang)];
    ordered(lang, names.map(str::to_owned).to_vec(), village.residents.iter().map(|r| r.education))
}

fn welfare(village: &Village, lang: Lang) -> Told {
    let names = ["1–2", "3–4", "5–7", "8–10"];
    ordered(lang, names.map(str::to_owned).to_vec(), village.homes.iter().map(|home| home.welfare))
}

fn numbers(lang: Lang, told: Vec<(String, usize)>, values: &[f64]) -> Told {
    let form = |value: f64| number::decimal(lang, value, 1);
    let (mean, median, _) = middles(values);
    let sentence =
        if values.is_empty() { "–".to_owned() } else { words::numbers_told(lang, form(mean), form(median)) };
    (told, sentence)
}

fn members(village: &Village, lang: Lang) -> Told {
    let values: Vec<f64> = village.homes.iter().map(|home| f64::from(home.size)).collect();
    let count = |size: u8| village.homes.iter().filter(|home| home.size == size).count();
    let name = |size: u8| if size == 7 { "7+".to_owned() } else { size.to_string() };
    numbers(lang, (1..=7).map(|size| (name(size), count(size))).collect(), &values)
}

fn floors(village: &Village, lang: Lang) -> Told {
    let values: Vec<f64> =
        village.houses.iter().filter(|house| house.floor > 0).map(|house| f64::from(house.floor)).collect();
    let class = |from: f64| values.iter().filter(|v| **v >= from && (**v < from + 25.0 || from >= 125.0)).count();
    let name = |from: f64| if from >= 125.0 { "125+".to_owned() } else { format!("{from:.0}–") };
    let classes = [0.0, 25.0, 50.0, 75.0, 100.0, 125.0];
    numbers(lang, classes.map(|from| (name(from), class(from))).to_vec(), &values)
}
