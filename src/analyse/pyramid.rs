//! The population pyramid in numbers: residents by five-year age group and sex, 0–4 … 70–74 and 75+ (domain.md §4.4).

use super::counts::Counts;
use super::sums::OLDEST;

/// Groups of five years; the last is open.
pub const GROUPS: usize = 16;

/// The sides of a pyramid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// Men and boys, the youngest first.
    pub male: [u32; GROUPS],
    /// Women and girls, the youngest first.
    pub female: [u32; GROUPS],
    /// Residents whose age or sex is not known.
    pub unplaced: u32,
}

/// The pyramid of the counts.
pub fn sides(counts: &Counts) -> Sides {
    let mut out = Sides::default();
    for (age, [_, male, female]) in counts.age_sex[..=OLDEST].iter().enumerate() {
        let group = (age / 5).min(GROUPS - 1);
        out.male[group] += male;
        out.female[group] += female;
    }
    let placed: u32 = out.male.iter().chain(&out.female).sum();
    out.unplaced = counts.residents - placed;
    out
}

/// `0–4`, …, `75+`.
pub fn group_label(group: usize) -> String {
    if group + 1 < GROUPS { format!("{}–{}", group * 5, group * 5 + 4) } else { format!("{}+", group * 5) }
}
