//! Guna: priority issues and target lists.

mod issues;
mod targets;

pub use issues::IssuesPage;
pub use targets::TargetsPage;
