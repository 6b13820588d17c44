//! Periksa: findings and what to do about them.

mod findings;
mod rule;

pub use findings::FindingsPage;
pub use rule::RulePage;
