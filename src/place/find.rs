//! Which villages and areas answer a search, nearest first.

use super::fold::{Name, Word, Words};
use super::list::{Village, VillageList};
use super::regions::{Area, Regions};
use super::row::{PlaceRow, level_of, province_of};

/// At most so many villages are shown for one search; the answer says how many there are.
pub const MAX_ROWS: usize = 40;

/// At most so many areas above the villages are shown for one search.
const MAX_AREAS: usize = 5;

/// Kalimantan Selatan, home of the programme: its places stand before others that are as near.
const HOME_PROVINCE: u32 = 63;

/// How a name answers; smaller is nearer. In order: how the name is met, words that only the areas above have, home
/// province or another, letters of the name.
type Nearness = (Met, usize, bool, usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Met {
    /// The name is what was typed.
    Whole,
    /// The name begins with what was typed.
    Beginning,
    /// Each word begins a word of the name.
    Words,
    /// Some words belong to the areas above.
    WordsWithAreas,
}

/// The nearest villages of some shards, and how many answer in all.
pub(super) fn villages(words: &Words, regions: &Regions, shards: &[&VillageList]) -> (Vec<PlaceRow>, usize) {
    let mut found: Vec<(Nearness, &Area, &Village, &str)> = Vec::new();
    for (i, list) in shards.iter().enumerate() {
        for place in list.names.meeting_any(&words.words) {
            let Some(village) = list.villages.get(place) else { continue };
            let Some(district) = regions.districts().get(usize::from(village.district)) else { continue };
            let above = || regions.place_of(district.number).into_iter().chain(regions.above(district.number));
            let Some(near) = nearness(words, regions, list.names.get(place), district.number, above) else { continue };
            // A village stands in each shard that one of its words belongs to.
            if !shards[..i].iter().any(|before| before.holds(village)) {
                found.push((near, district, village, list.name(village)));
            }
        }
    }
    let n_found = found.len();
    let found = nearest(found, MAX_ROWS, |(near, _, village, _)| (*near, village.district, village.number));
    let rows = found.iter().map(|(_, district, village, name)| regions.village_row(district, village.number, name));
    (rows.collect(), n_found)
}

/// The nearest districts, regencies and provinces: those of just that name, then the larger before the smaller.
pub(super) fn areas(words: &Words, regions: &Regions) -> Vec<PlaceRow> {
    let places = regions.names.meeting_any(&words.words);
    let found = places.filter_map(|place| {
        let area = regions.areas.get(place)?;
        let near = nearness(words, regions, regions.names.get(place), area.number, || regions.above(area.number))?;
        Some((near, area))
    });
    let is_part = |near: &Nearness| near.0 != Met::Whole;
    let found =
        nearest(found.collect(), MAX_AREAS, |(near, area)| (is_part(near), level_of(area.number), *near, area.number));
    found.iter().map(|(_, area)| regions.row(area)).collect()
}

/// The first `n` in order of a key.
fn nearest<T, K: Ord>(mut found: Vec<T>, n: usize, key: impl Fn(&T) -> K) -> Vec<T> {
    if found.len() > n {
        found.select_nth_unstable_by_key(n, &key);
        found.truncate(n);
    }
    found.sort_unstable_by_key(key);
    found
}

/// How near a name is; none where a word is met neither by it nor by the areas above, or no word by the name itself.
/// `number` is the area's own or that of the village's district; `above` tells the places of the areas above.
fn nearness<I: Iterator<Item = usize>>(
    words: &Words,
    regions: &Regions,
    name: Name,
    number: u32,
    above: impl Fn() -> I,
) -> Option<Nearness> {
    let near = |met: Met, n_others: usize| (met, n_others, province_of(number) != HOME_PROVINCE, name.letters.len());
    if words.whole.iter().any(|whole| name.letters == whole) {
        return Some(near(Met::Whole, 0));
    }
    if words.whole.iter().any(|whole| name.letters.starts_with(whole)) {
        return Some(near(Met::Beginning, 0));
    }
    let n_others = words.words.iter().filter(|word| !name.meets(word)).count();
    if n_others == 0 {
        return Some(near(Met::Words, 0));
    }
    let met_with_areas = |word: &Word| {
        let n_above: usize = above().map(|place| regions.names.get(place).n_met(word)).sum();
        name.n_met(word) + n_above > word.n_before
    };
    let is_met = n_others < words.words.len() && words.words.iter().all(met_with_areas);
    is_met.then(|| near(Met::WordsWithAreas, n_others))
}
