//! A place as it is shown and chosen.

use crate::base::region::VillageCode;
use serde::{Deserialize, Serialize};

/// The four levels of administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Provinsi.
    Province,
    /// Kabupaten or kota.
    Regency,
    /// Kecamatan.
    District,
    /// Desa or kelurahan.
    Village,
}

/// What a village is, as its number tells (domain.md §3.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum VillageKind {
    /// Desa (2xxx), whatever it is called in its province.
    Desa,
    /// Kelurahan (1xxx).
    Kelurahan,
    /// Desa adat (3xxx).
    DesaAdat,
}

impl VillageKind {
    /// The kind of a village by the four digits at the end of its code.
    pub fn of_number(number: u16) -> VillageKind {
        match number / 1000 {
            1 => VillageKind::Kelurahan,
            3 => VillageKind::DesaAdat,
            _ => VillageKind::Desa,
        }
    }
}

/// A place with all that stands above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceRow {
    /// Dotted Kemendagri code of as many parts as the level has: `63`, `63.04`, `63.04.15`, `63.04.15.2001`.
    pub code: String,
    /// Which level it is.
    pub level: Level,
    /// Its name; a regency with its word (`Kabupaten Tapin`, `Kota Banjarbaru`), a village without.
    pub name: String,
    /// Desa, kelurahan or desa adat; villages only.
    pub kind: Option<VillageKind>,
    /// Kecamatan; empty above a village.
    pub district: String,
    /// Kabupaten or kota with its word; empty above a district.
    pub regency: String,
    /// Provinsi; empty for a province.
    pub province: String,
}

impl PlaceRow {
    /// The village's code, where the row is a village.
    pub fn village_code(&self) -> Option<VillageCode> {
        (self.level == Level::Village).then(|| VillageCode::parse(&self.code))?
    }
}

/// Dotted code of a province (`63`), regency (`6304`) or district (`630415`) number.
pub(super) fn dotted(number: u32) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> = (0..digits.len()).step_by(2).filter_map(|i| digits.get(i..i + 2)).collect();
    parts.join(".")
}

/// Level of the area that a number stands for.
pub(super) fn level_of(number: u32) -> Level {
    match number {
        0..100 => Level::Province,
        100..10_000 => Level::Regency,
        _ => Level::District,
    }
}

/// Number of the province that a number of any level begins with.
pub(super) fn province_of(number: u32) -> u32 {
    if number < 100 { number } else { province_of(number / 100) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_codes() {
        assert_eq!((dotted(63), dotted(6304), dotted(630_415)), ("63".into(), "63.04".into(), "63.04.15".into()));
        assert_eq!((province_of(63), province_of(6304), province_of(630_415)), (63, 63, 63));
    }
}
