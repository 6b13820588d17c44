//! Children without a birth certificate (akta lahir). A child whose certificate was not asked about is counted as not known.

use crate::base::Date;
use crate::base::codes::YesNo;
use crate::register::Person;
use std::ops::RangeInclusive;

/// Ages of children in completed years (`birth-cert-coverage`, 0–17 [D]).
pub const AGES: RangeInclusive<i32> = 0..=17;

/// A child at `at`? Nobody whose age is not known.
pub fn is_child(person: &Person, at: Date) -> bool {
    person.age_years(at).is_some_and(|age| AGES.contains(&age))
}

/// True: has none. Nothing: not known.
pub fn lacks_certificate(person: &Person) -> Option<bool> {
    person.birth_certificate.get().map(|has| has == YesNo::No)
}
