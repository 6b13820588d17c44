//! Sums over counts that several figures share.

use super::counts::{AGE_UNKNOWN, Broad, BySex, Counts};
use std::ops::RangeInclusive;

/// The oldest counted age; older persons are counted as this.
pub const OLDEST: usize = AGE_UNKNOWN - 1;

/// Adds counts by sex.
pub fn added<'a>(rows: impl IntoIterator<Item = &'a BySex>) -> BySex {
    rows.into_iter().fold([0; 3], |[a, b, c], [x, y, z]| [a + x, b + y, c + z])
}

/// Of both sexes and those whose sex is not told.
pub fn all(by_sex: BySex) -> u32 {
    by_sex.iter().sum()
}

impl Counts {
    /// Residents of these ages by sex.
    pub fn aged(&self, ages: RangeInclusive<usize>) -> BySex {
        added(&self.age_sex[ages])
    }

    /// Residents of these ages.
    pub fn n_aged(&self, ages: RangeInclusive<usize>) -> u32 {
        all(self.aged(ages))
    }

    /// Residents whose age is not known.
    pub fn age_unknown(&self) -> u32 {
        all(self.age_sex[AGE_UNKNOWN])
    }

    /// School attendance of these ages by `Attending` and sex.
    pub fn attendance(&self, ages: RangeInclusive<usize>) -> [BySex; 20] {
        let mut out = [[0; 3]; 20];
        for by_level in self.attending.get(ages).unwrap_or(&[]) {
            for (level, row) in by_level.iter().enumerate() {
                out[level] = added([&out[level], row]);
            }
        }
        out
    }
}

/// Adds the rows of several broad ages, code by code.
pub fn of_ages<const N: usize>(by_broad: &[[BySex; N]; 4], ages: &[Broad]) -> [BySex; N] {
    let mut out = [[0; 3]; N];
    for age in ages {
        for (code, row) in by_broad[*age as usize].iter().enumerate() {
            out[code] = added([&out[code], row]);
        }
    }
    out
}
