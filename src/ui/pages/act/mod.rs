//! Guna: priority issues and target lists.

mod composed;
mod composer;
mod condition;
mod help;
mod issues;
mod target_row;
mod targets;

pub use composer::ComposerPage;
pub use issues::IssuesPage;
pub use targets::TargetsPage;
