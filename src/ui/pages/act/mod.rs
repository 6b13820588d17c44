//! Guna: priority issues and target lists.

mod help;
mod issues;
mod target_row;
mod targets;

pub use issues::IssuesPage;
pub use targets::TargetsPage;
