//! The index: provinces, regencies and districts by name and code, and which file holds which villages.

use super::fold::{Word, Words};
use super::names::Names;
use super::row::{Level, PlaceRow, VillageKind, dotted, level_of, province_of};
use std::collections::BTreeSet;

/// Where the index lies, under the site's root.
pub const INDEX_PATH: &str = "regions/index.txt";

/// From this number on a regency is a kota, below a kabupaten (domain.md §3.4).
const FIRST_KOTA: u32 = 71;

/// A province, regency or district.
#[derive(Debug)]
pub(super) struct Area {
    /// Kemendagri code without dots: 63, 6304, 630415.
    pub number: u32,
    /// As it is shown.
    pub name: String,
}

/// Every area above the villages, in order of code.
#[derive(Debug)]
pub(super) struct Regions {
    /// Names the edition of the data; all files that are read together bear the same.
    pub stamp: String,
    /// The two letters with which each name shard begins, sorted.
    shards: Vec<String>,
    /// Provinces, then regencies, then districts: in order of number.
    pub areas: Vec<Area>,
    /// Their names as compared, by place in `areas`; without `Kabupaten`, which may be typed or not.
    pub names: Names,
    first_district: usize,
}

impl Regions {
    /// Reads `regions/index.txt`; none where the bytes are not an index.
    pub fn parse(bytes: &[u8]) -> Option<Regions> {
        let (stamp, body) = split_header(bytes)?;
        let mut lines = body.lines();
        let shards = lines.next()?.split(' ').map(String::from).collect();
        let (mut provinces, mut regencies, mut districts) = (Vec::new(), Vec::new(), Vec::new());
        for line in lines {
            if let Some(province) = line.strip_prefix('#') {
                let (number, name) = province.split_once(' ')?;
                provinces.push(Area { number: number.parse::<u8>().ok()?.into(), name: name.into() });
                continue;
            }
            let mut cells = line.split('|');
            let (digits, name) = split_number(cells.next()?);
            let number = u32::from(digits.parse::<u8>().ok()?);
            let kind = if number >= FIRST_KOTA { "Kota" } else { "Kabupaten" };
            let number = provinces.last()?.number * 100 + number;
            regencies.push(Area { number, name: format!("{kind} {name}") });
            let mut last: u8 = 0;
            for cell in cells {
                let (digits, name) = split_number(cell);
                last = if digits.is_empty() { last.checked_add(1)? } else { digits.parse().ok()? };
                districts.push(Area { number: number * 100 + u32::from(last), name: name.into() });
            }
        }
        let first_district = provinces.len() + regencies.len();
        let areas: Vec<Area> = provinces.into_iter().chain(regencies).chain(districts).collect();
        let mut names = Names::default();
        areas.iter().try_for_each(|area| names.push(area.name.trim_start_matches("Kabupaten ")))?;
        names.sort();
        Some(Regions { stamp: stamp.into(), shards, areas, names, first_district })
    }

    /// Paths of the name shards that hold every village which answers a search; none where it is too short.
    ///
    /// A word that begins no name of a district, regency or province must belong to the village itself; the words behind
    /// it need no shard of their own.
    pub fn shards_for(&self, words: &Words) -> Vec<String> {
        let must_be_village = |word: &Word| word.forms[0].len() > 1 && self.names.meeting(word).next().is_none();
        let last = words.words.iter().position(must_be_village).unwrap_or(usize::MAX);
        let keys = words.keys().filter(|(i, _)| *i <= last);
        let starts: BTreeSet<usize> = keys.map(|(_, key)| self.shards.partition_point(|s| s.as_str() <= key)).collect();
        let shards = starts.into_iter().filter_map(|after| self.shards.get(after.checked_sub(1)?));
        shards.map(|start| format!("regions/names/{start}.txt")).collect()
    }

    /// Path of the file with all villages of a province, where there is such a province.
    pub fn villages_path(&self, code: &str) -> Option<String> {
        let number: u32 = code.get(..2)?.parse().ok()?;
        self.place_of(number).map(|_| format!("regions/villages/{number}.txt"))
    }

    /// The areas right below a code: provinces below nothing, regencies below `63`, districts below `63.04`. Empty for
    /// codes that there are not, and for districts, whose villages are in a list of their own.
    pub fn children(&self, code: &str) -> Vec<PlaceRow> {
        let Some(number) = number_of(code) else { return Vec::new() };
        self.areas.iter().filter(|area| area.number / 100 == number).map(|area| self.row(area)).collect()
    }

    /// The districts, in the order in which the lists of villages count them.
    pub fn districts(&self) -> &[Area] {
        &self.areas[self.first_district..]
    }

    /// The district of a code `63.04.15`, by its place among the districts.
    pub fn district_of(&self, code: &str) -> Option<usize> {
        self.place_of(number_of(code)?)?.checked_sub(self.first_district)
    }

    /// Where the area of a number stands in `areas`.
    pub fn place_of(&self, number: u32) -> Option<usize> {
        self.areas.binary_search_by_key(&number, |area| area.number).ok()
    }

    /// Places in `areas` of those that stand above an area.
    pub fn above(&self, number: u32) -> impl Iterator<Item = usize> {
        [number / 100, number / 10_000].into_iter().filter_map(|above| self.place_of(above))
    }

    /// An area as a row.
    pub fn row(&self, area: &Area) -> PlaceRow {
        let name_of =
            |number: u32| self.place_of(number).map(|place| self.areas[place].name.clone()).unwrap_or_default();
        let level = level_of(area.number);
        let regency = if level == Level::District { area.number / 100 } else { 0 };
        let province = if level == Level::Province { 0 } else { province_of(area.number) };
        PlaceRow {
            code: dotted(area.number),
            level,
            name: area.name.clone(),
            kind: None,
            district: String::new(),
            regency: name_of(regency),
            province: name_of(province),
        }
    }

    /// A village as a row.
    pub fn village_row(&self, district: &Area, number: u16, name: &str) -> PlaceRow {
        PlaceRow {
            code: format!("{}.{number}", dotted(district.number)),
            level: Level::Village,
            name: name.into(),
            kind: Some(VillageKind::of_number(number)),
            district: district.name.clone(),
            ..self.row(district)
        }
    }
}

/// The number of a dotted code of two digits a part; 0 for the empty one.
fn number_of(code: &str) -> Option<u32> {
    let is_code = code.is_empty() || code.split('.').all(|part| part.len() == 2);
    let digits = is_code.then(|| code.replace('.', ""))?;
    if digits.is_empty() { Some(0) } else { digits.parse().ok() }
}

/// Number before a name, empty where it follows on the one before, and the name.
pub(super) fn split_number(text: &str) -> (&str, &str) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, name) = text.split_at(digits);
    (number, name.strip_prefix(':').unwrap_or(name))
}

/// The stamp and the text behind the first line `regions 1 STAMP`.
pub(super) fn split_header(bytes: &[u8]) -> Option<(&str, &str)> {
    let (header, body) = std::str::from_utf8(bytes).ok()?.split_once('\n')?;
    Some((header.strip_prefix("regions 1 ")?, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "regions 1 abc\nba ma\n#13 Sumatera Barat\n05Padang Pariaman|Sintuak|4:2 x 11 Enam Lingkung\n\
                         #63 Kalimantan Selatan\n01Tanah Laut|Takisung|Jorong\n72Banjarbaru|02Landasan Ulin|Cempaka\n";

    #[test]
    fn the_index_is_read() {
        let regions = Regions::parse(INDEX.as_bytes()).unwrap();
        let all: Vec<String> = regions.areas.iter().map(|a| format!("{} {}", dotted(a.number), a.name)).collect();
        assert_eq!(
            all.join(", "),
            "13 Sumatera Barat, 63 Kalimantan Selatan, 13.05 Kabupaten Padang Pariaman, 63.01 Kabupaten Tanah Laut, \
             63.72 Kota Banjarbaru, 13.05.01 Sintuak, 13.05.04 2 x 11 Enam Lingkung, 63.01.01 Takisung, \
             63.01.02 Jorong, 63.72.02 Landasan Ulin, 63.72.03 Cempaka"
        );
        let below = regions.children("63.72");
        assert_eq!(below.len(), 2);
        assert_eq!((below[1].regency.as_str(), below[1].province.as_str()), ("Kota Banjarbaru", "Kalimantan Selatan"));
        assert!(regions.children("63.99").is_empty());
        assert!(regions.children("é").is_empty());
        for wrong in ["", "regions 2 abc\n", "<!doctype html>\n", "regions 1 abc\nba\n01Tanpa Provinsi\n"] {
            assert!(Regions::parse(wrong.as_bytes()).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_search_names_the_shards_it_needs() {
        let regions = Regions::parse(INDEX.as_bytes()).unwrap();
        for (text, shards) in [
            ("", ""),
            ("b", ""),
            ("aa", ""),
            ("basirih", "ba"),
            ("zulu", "ma"),
            ("basirih malang", "ba"),
            ("cempaka malang", "ba ma"),
            ("b asirih", "ba"),
        ] {
            let paths: Vec<String> = shards.split_terminator(' ').map(|s| format!("regions/names/{s}.txt")).collect();
            assert_eq!(regions.shards_for(&Words::read(text)), paths, "{text}");
        }
    }
}
