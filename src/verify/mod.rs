//! Verification: rules ask about the register, findings are what they ask, decisions are what people answered. One rule a
//! file; findings follow the data, a family at a time. Nothing here blocks saving, backup or export (domain.md §5.1).
//!
//! Invariant: findings are computed from the register, the calendar day and the thresholds alone; only decisions are
//! stored. What [`Findings::touch`] leaves after any change equals what [`Findings::build`] finds anew.

pub mod decisions;
mod events;
pub mod findings;
pub mod home;
mod names;
pub mod neighbours;
pub mod out;
pub mod rule;
pub mod rules;
pub mod thresholds;
pub mod village;

#[cfg(test)]
mod notation;

pub use findings::Findings;
pub use out::{Found, Subject};
pub use rule::{Rule, Scope, Severity};
pub use rules::RULES;
pub use thresholds::Thresholds;
