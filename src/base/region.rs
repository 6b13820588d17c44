//! Administrative regions by Kemendagri code, and areas inside a village. Source: domain.md §3.4.

use serde::{Deserialize, Serialize};

/// Dotted Kemendagri code of a village, `PP.KK.CC.DDDD` (desa 2xxx, kelurahan 1xxx).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct VillageCode(String);

impl VillageCode {
    /// Reads `63.04.15.2001` or `6304152001`.
    pub fn parse(text: &str) -> Option<VillageCode> {
        let digits: String = text.chars().filter(|c| *c != '.').collect();
        if digits.len() != 10 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let (p, k, c, d) = (&digits[..2], &digits[2..4], &digits[4..6], &digits[6..]);
        Some(VillageCode(format!("{p}.{k}.{c}.{d}")))
    }

    /// The dotted code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Six digits of the kecamatan, as they begin a NIK; 0 where no village is chosen.
    pub fn district_number(&self) -> u32 {
        self.0.chars().filter(char::is_ascii_digit).take(6).fold(0, |n, c| n * 10 + c.to_digit(10).unwrap_or(0))
    }

    /// True for a kelurahan (the village part begins with 1).
    pub fn is_kelurahan(&self) -> bool {
        self.0.as_bytes().get(9) == Some(&b'1')
    }
}

/// Two-digit Kemendagri codes of the provinces (38, after `idn-area-data` 4.0.1).
pub const PROVINCES: [u8; 38] = [
    11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72, 73, 74, 75,
    76, 81, 82, 91, 92, 93, 94, 95, 96,
];

/// A place inside the village. An RT number repeats between RW, so an RT is named with its RW (and dusun).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Area {
    /// Dusun (hamlet) as the village writes it; empty where there is none.
    pub dusun: String,
    /// RW without leading zeros.
    pub rw: String,
    /// RT without leading zeros.
    pub rt: String,
}

/// A filter of places: empty parts mean all.
impl Area {
    /// True where every given part of `self` equals the part of `place`.
    pub fn contains(&self, place: &Area) -> bool {
        (self.dusun.is_empty() || self.dusun.eq_ignore_ascii_case(&place.dusun))
            && (self.rw.is_empty() || self.rw == place.rw)
            && (self.rt.is_empty() || self.rt == place.rt)
    }

    /// Sorts areas by dusun and by the numbers of RW and RT; what is no number comes last.
    pub fn in_order(&self) -> (String, u32, u32) {
        let number = |text: &str| text.parse().unwrap_or(u32::MAX);
        (self.dusun.to_lowercase(), number(&self.rw), number(&self.rt))
    }

    /// True where no part is given: the whole village.
    pub fn is_whole_village(&self) -> bool {
        self.dusun.is_empty() && self.rw.is_empty() && self.rt.is_empty()
    }
}

/// An RT or RW number as it is kept: `001`, `01` and `1` are one and the same.
pub fn plain_number(text: &str) -> String {
    let trimmed = text.trim();
    let short = trimmed.trim_start_matches('0');
    if short.is_empty() && !trimmed.is_empty() { "0".into() } else { short.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_areas() {
        let code = VillageCode::parse("6304152001").unwrap();
        assert_eq!(code.as_str(), "63.04.15.2001");
        assert_eq!(code.district_number(), 630_415);
        assert!(!code.is_kelurahan());
        assert_eq!(VillageCode::parse("63.04.15"), None);
        assert_eq!(
            (plain_number("001"), plain_number("000"), plain_number("")),
            ("1".into(), "0".into(), String::new())
        );
        let rt = Area { dusun: "Hilir".into(), rw: "1".into(), rt: "2".into() };
        assert!(Area::default().contains(&rt));
        assert!(!Area { rt: "3".into(), ..Area::default() }.contains(&rt));
    }
}
