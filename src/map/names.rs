//! Which area of the village a shape is: told from its name and from what else a file says of it. Nothing is guessed that
//! could be two areas; the user says the rest.

use super::read::Feature;
use crate::base::Order as _;
use crate::base::region::{Area, plain_number};

/// How fine areas are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum AreaLevel {
    /// RT.
    #[default]
    Rt,
    /// RW.
    Rw,
    /// Dusun.
    Dusun,
}

impl AreaLevel {
    /// All, the finest first.
    pub const ALL: [AreaLevel; 3] = [AreaLevel::Rt, AreaLevel::Rw, AreaLevel::Dusun];

    /// The area at this level that a place lies in.
    pub fn of(self, place: &Area) -> Area {
        match self {
            AreaLevel::Rt => place.clone(),
            AreaLevel::Rw => Area { rt: String::new(), ..place.clone() },
            AreaLevel::Dusun => Area { dusun: place.dusun.clone(), ..Area::default() },
        }
    }

    /// True where the part that names the level is there.
    pub fn named(self, area: &Area) -> bool {
        !match self {
            AreaLevel::Rt => &area.rt,
            AreaLevel::Rw => &area.rw,
            AreaLevel::Dusun => &area.dusun,
        }
        .is_empty()
    }

    /// The level of an area, by the finest part that it names.
    pub fn of_area(area: &Area) -> AreaLevel {
        AreaLevel::ALL.into_iter().find(|level| level.named(area)).unwrap_or_default()
    }
}

/// The areas of the village at a level, in order: of the places where families live or that the profile lists.
pub fn areas(places: &[Area], level: AreaLevel) -> Vec<Area> {
    let mut areas: Vec<Area> = places.iter().map(|place| level.of(place)).filter(|area| level.named(area)).collect();
    areas.order_by_cached_key(Area::in_order);
    areas.dedup_by(|a, b| same(a, b));
    areas
}

/// True for the same area, however its dusun is written.
pub fn same(a: &Area, b: &Area) -> bool {
    a.dusun.eq_ignore_ascii_case(&b.dusun) && a.rw == b.rw && a.rt == b.rt
}

/// Words and numbers of a text, folded: `RT.03/RW 01` gives rt, 3, rw, 1.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in text.chars().flat_map(char::to_lowercase) {
        let kind = |c: char| if c.is_ascii_digit() { 2 } else { u8::from(c.is_alphanumeric()) };
        if kind(c) > 0 {
            match pieces.last_mut() {
                Some(piece) if kind(last) == kind(c) => piece.push(c),
                _ => pieces.push(c.to_string()),
            }
        }
        last = c;
    }
    pieces
        .into_iter()
        .map(|piece| if piece.starts_with(|c: char| c.is_ascii_digit()) { plain_number(&piece) } else { piece })
        .collect()
}

/// The number behind a word: the 3 of `rt 3`.
fn number_after(pieces: &[String], word: &str) -> Option<String> {
    let at = pieces.windows(2).find(|pair| pair[0] == word && pair[1].starts_with(|c: char| c.is_ascii_digit()))?;
    Some(at[1].clone())
}

/// The one area that a feature can be; nothing where there is none or more than one.
pub fn area_of(feature: &Feature, places: &[Area]) -> Option<Area> {
    let value = |keys: &[&str]| {
        let found = feature.words.iter().find(|(key, _)| keys.contains(&key.as_str()));
        found.map(|(_, text)| text.as_str()).unwrap_or_default()
    };
    let said = pieces(&feature.name);
    let own_number = |keys: &[&str], word| {
        let own = pieces(value(keys));
        own.iter()
            .find(|piece| piece.starts_with(|c: char| c.is_ascii_digit()))
            .cloned()
            .or_else(|| number_after(&said, word))
    };
    let (rt, rw) = (own_number(&["rt", "no_rt", "nomor_rt"], "rt"), own_number(&["rw", "no_rw", "nomor_rw"], "rw"));
    let words: Vec<String> = pieces(value(&["dusun", "nama_dusun", "lingkungan", "banjar", "kampung"]));
    let names = |dusun: &str| {
        let name = pieces(dusun);
        let within = |text: &[String]| !name.is_empty() && text.windows(name.len()).any(|part| part == name);
        within(&said) || within(&words)
    };
    let level = match (&rt, &rw) {
        (Some(_), _) => AreaLevel::Rt,
        (None, Some(_)) => AreaLevel::Rw,
        (None, None) => AreaLevel::Dusun,
    };
    let all = areas(places, level);
    // Of "Hilir" and "Hilir 2" the longer name is meant where both stand in the text.
    let longest = all.iter().filter(|area| names(&area.dusun)).map(|area| area.dusun.len()).max();
    let fits = |area: &&Area| {
        rt.as_ref().is_none_or(|rt| *rt == area.rt)
            && rw.as_ref().is_none_or(|rw| *rw == area.rw)
            && match longest {
                Some(longest) => names(&area.dusun) && area.dusun.len() == longest,
                None => level != AreaLevel::Dusun,
            }
    };
    let mut found = all.iter().filter(fits);
    found.next().cloned().filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::ground::Place;
    use crate::map::read::Form;

    fn area(text: &str) -> Area {
        let mut parts = text.split(';').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Area { dusun: next(), rw: next(), rt: next() }
    }

    #[test]
    fn names_lead_to_areas_and_doubt_to_none() {
        let places = ["Hilir;1;1", "Hilir;1;2", "Hilir 2;2;1", "Hulu;3;1", "Hulu;3;5"].map(area);
        for (name, words, expected) in [
            ("RT 02", "", "Hilir;1;2"),
            ("rt.002/rw.001", "", "Hilir;1;2"),
            ("RT 1", "", ""),
            ("RT 1 RW 3", "", "Hulu;3;1"),
            ("RT01 Dusun HULU", "", "Hulu;3;1"),
            ("RT 1 Dusun Hilir 2", "", "Hilir 2;2;1"),
            ("RW 3", "", "Hulu;3;"),
            ("Dusun Hilir", "", "Hilir;;"),
            ("hilir2", "", "Hilir 2;;"),
            ("RT 9", "", ""),
            ("Sungai", "", ""),
            ("", "rt=005", "Hulu;3;5"),
            ("blok a", "dusun=HULU;rt=1", "Hulu;3;1"),
            ("", "", ""),
        ] {
            let words =
                words.split(';').filter_map(|word| word.split_once('=')).map(|(k, v)| (k.to_owned(), v.to_owned()));
            let feature = Feature { name: name.into(), words: words.collect(), form: Form::Point(Place::default()) };
            let expected = (!expected.is_empty()).then(|| area(expected));
            assert_eq!(area_of(&feature, &places), expected, "{name}");
        }
    }

    #[test]
    fn levels_gather_their_areas() {
        let places = ["Hilir;1;10", "Hilir;1;2", "HILIR;1;2", ";;"].map(area);
        assert_eq!(areas(&places, AreaLevel::Rt), ["Hilir;1;2", "Hilir;1;10"].map(area));
        assert_eq!(areas(&places, AreaLevel::Dusun), [area("Hilir;;")]);
        assert_eq!(AreaLevel::of_area(&area("Hilir;1;")), AreaLevel::Rw);
    }
}
