//! Residents without health cover. Those whose cover is not recorded are not listed but counted as not known.

use crate::base::codes::HealthCover;
use crate::register::Person;

/// True: has none. Nothing: not known.
pub fn lacks_cover(person: &Person) -> Option<bool> {
    person.health_cover.get().map(|cover| cover == HealthCover::None)
}
