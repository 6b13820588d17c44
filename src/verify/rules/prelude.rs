//! What a rule file uses.

pub use crate::base::Date;
pub use crate::base::codes::*;
pub use crate::base::nik::DigitsError;
pub use crate::lang::{number, place::place, verify as t};
pub use crate::register::{Person, VitalEvent, event_field as e, family_field as f, person_field as p};
pub use crate::verify::home::{Card, Home, Member, called, head_name, written_number};
pub use crate::verify::neighbours::{Neighbours, same_name_and_birth};
pub use crate::verify::out::{Involved, Out};
pub use crate::verify::rule::{Check, Rule, Severity, of_event, of_family, of_person, of_profile};
pub use crate::verify::village::Village;
