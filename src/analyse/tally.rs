//! Yes, no, and no answer: three different counts.

use super::facts::Judged;
use crate::base::codes::YesNo;

/// Answers to a yes-or-no judgement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// It holds.
    pub yes: u32,
    /// It does not hold.
    pub no: u32,
    /// No answer, or the answers do not suffice.
    pub missing: u32,
}

impl Tally {
    /// All with an answer.
    pub fn known(&self) -> u32 {
        self.yes + self.no
    }

    /// Counts a judgement.
    pub(in crate::analyse) fn add(&mut self, judged: Judged) {
        match judged {
            Judged::Yes => self.yes += 1,
            Judged::No => self.no += 1,
            Judged::Unknown => self.missing += 1,
        }
    }

    /// Counts an answer, `YesNo`.
    pub(super) fn add_yes_no(&mut self, code: u8) {
        const YES: u8 = YesNo::Yes as u8;
        const NO: u8 = YesNo::No as u8;
        match code {
            YES => self.yes += 1,
            NO => self.no += 1,
            _ => self.missing += 1,
        }
    }
}
