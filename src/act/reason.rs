//! Why a family or person is on a list, as data and in words. Of a family the list says "needs support" (perlu
//! pendampingan), never more.

use crate::base::CodeList;
use crate::base::codes::{Toilet, Water};
use crate::lang::{Lang, act as words};

/// A factor of the risk of stunting (domain.md §7.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// Drinking water.
    Water,
    /// Toilet.
    Toilet,
    /// Terlalu muda: wife too young.
    Young,
    /// Terlalu tua: wife too old.
    Old,
    /// Terlalu dekat: births too close.
    Close,
    /// Terlalu banyak: many children.
    Many,
}

impl Factor {
    /// In the order of the rule.
    pub const ALL: [Factor; 6] =
        [Factor::Water, Factor::Toilet, Factor::Young, Factor::Old, Factor::Close, Factor::Many];

    /// Name of the answer that it needs.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Factor::Water => words::about_water(lang),
            Factor::Toilet => words::about_toilet(lang),
            Factor::Young | Factor::Old => words::about_age(lang),
            Factor::Close => words::about_spacing(lang),
            Factor::Many => words::about_children(lang),
        }
    }
}

/// A reason, or a remark beside the reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Main drinking water is not proper by the rule.
    Water(Water),
    /// The toilet is not proper by the rule.
    Toilet(Toilet),
    /// The wife's age in years, below the rule.
    Young(i32),
    /// The wife's age in years, from the rule's age on.
    Old(i32),
    /// Months between two births of one mother.
    Close(i32),
    /// Children of one mother, at least this many.
    Many(i32),
    /// No health cover.
    NoCover,
    /// No birth certificate.
    NoCertificate,
    /// Remark: a factor whose answer is missing.
    NotKnown(Factor),
    /// Remark: welfare decile 1 to 4, from an import.
    Decile(i32),
    /// Remark: an eligible couple that uses no modern method.
    NoModernMethod,
}

impl Reason {
    /// True for what stands beside the reasons and puts nobody on a list.
    pub fn is_remark(self) -> bool {
        matches!(self, Reason::NotKnown(_) | Reason::Decile(_) | Reason::NoModernMethod)
    }

    /// In words.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Reason::Water(water) => words::why_water(lang, water.label(lang).to_lowercase()),
            Reason::Toilet(toilet) => words::why_toilet(lang, toilet.label(lang).to_lowercase()),
            Reason::Young(years) => words::why_young(lang, years),
            Reason::Old(years) => words::why_old(lang, years),
            Reason::Close(months) => words::why_close(lang, months),
            Reason::Many(n) => words::why_many(lang, n),
            Reason::NoCover => words::why_no_cover(lang).to_owned(),
            Reason::NoCertificate => words::why_no_certificate(lang).to_owned(),
            Reason::NotKnown(factor) => words::not_known(lang, factor.words(lang)),
            Reason::Decile(decile) => words::decile(lang, decile),
            Reason::NoModernMethod => words::no_modern_method(lang).to_owned(),
        }
    }
}
