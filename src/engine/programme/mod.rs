//! Use as the study answers it: lists that are composed, and what grows on them. Conditions and order are the room `act`;
//! here they are put into words and tables.

mod issues;
mod lists;
mod out;
mod plans;
mod reach;

pub(super) use reach::OpenReceiversFile;

use super::core::Engine;
use super::ports::Ports;
use crate::act::compose::Ground;
use crate::act::krs;

impl<P: Ports> Engine<P> {
    /// What conditions are weighed on, at the village's reference date.
    fn ground(&self) -> Ground<'_> {
        let at = self.register.profile.reference_or(self.today()).reckoned();
        Ground::new(&self.register, at, self.today(), krs::edition(self.register.profile.krs_rules.text()))
    }
}
