//! Periksa: findings and what to do about them.

mod accept;
mod filter;
mod finding_card;
mod findings;
mod rule;

pub use accept::{Asked, accept_dialog};
pub use filter::tone;
pub use finding_card::finding_card;
pub use findings::FindingsPage;
pub use rule::RulePage;
