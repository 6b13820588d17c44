//! What is computed from the register and kept: list orders, later findings and columns. Each part looks again only at the
//! families that changed.

use super::analyse::Analysis;
use super::lists::Lists;
use super::verify::Checked;
use crate::base::Date;
use crate::register::Register;
use crate::register::snapshot::Dirty;

/// Everything derived; built on first use.
#[derive(Default)]
pub struct Derived {
    pub(super) lists: Option<Lists>,
    pub(super) analysis: Option<Analysis>,
    pub(super) checked: Option<Checked>,
}

impl Derived {
    /// Brings what is built up to date after a change.
    pub fn touch(&mut self, register: &Register, dirty: &Dirty, today: Date) {
        if let Some(lists) = &mut self.lists {
            lists.touch(register, dirty);
        }
        if let Some(analysis) = &mut self.analysis {
            analysis.touch(register, dirty);
        }
        if self.checked.as_mut().is_some_and(|checked| !checked.touch(register, dirty, today)) {
            self.checked = None;
        }
    }

    /// Texts that were made in another language are made again.
    pub fn lang_changed(&mut self) {}
}
