//! Eligible couples (pasangan usia subur, PUS): married women of 15–49 years who live here stand for their couples
//! (domain.md §7.2). A husband elsewhere does not matter; a pregnant wife counts as not using.

use super::facts::{Judged, Kb, PersonFacts};
use super::tally::Tally;
use crate::base::CodeList;
use crate::base::codes::{ChildWish, YesNo};

/// Eligible couples (PUS), counted by their wives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Couples {
    /// All.
    pub all: u32,
    /// Pregnant, not, not told.
    pub pregnant: Tally,
    /// Users of a told method, by `Contraception`.
    pub method: [u32; 12],
    /// Users of a method that is not told.
    pub method_unknown: u32,
    /// Not using, by `ChildWish` (0: not told), the pregnant left out.
    pub wish: [u32; 4],
    /// Not using, pregnant.
    pub not_using_pregnant: u32,
    /// Use not told.
    pub unknown: u32,
    /// Unmet need by the register formula.
    pub unmet: Tally,
}

impl Couples {
    /// Counts the couple of a wife.
    pub(super) fn add(&mut self, wife: &PersonFacts) {
        self.all += 1;
        self.pregnant.add_yes_no(wife.pregnant);
        let pregnant = wife.pregnant == YesNo::Yes.number();
        let not_pregnant = wife.pregnant == YesNo::No.number();
        let unmet = match wife.kb {
            _ if pregnant => {
                self.not_using_pregnant += 1;
                Some(false)
            }
            Kb::Method => {
                self.method[usize::from(wife.method)] += 1;
                Some(false)
            }
            Kb::MethodUnknown => {
                self.method_unknown += 1;
                Some(false)
            }
            Kb::NotUsing => {
                self.wish[usize::from(wife.wish)] += 1;
                match ChildWish::from_number(wife.wish) {
                    Some(ChildWish::Soon) => Some(false),
                    Some(ChildWish::Later | ChildWish::NoMore) => not_pregnant.then_some(true),
                    None => None,
                }
            }
            Kb::Unknown => {
                self.unknown += 1;
                None
            }
        };
        self.unmet.add(Judged::of(unmet));
    }
}
