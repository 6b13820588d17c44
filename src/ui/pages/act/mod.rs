//! Guna: priority issues and target lists.

mod composed;
mod composer;
mod condition;
mod give;
mod help;
mod issues;
mod output_log;
mod programme;
mod programmes;
mod ranking;
mod reach;
mod target_row;
mod targets;

pub use composer::ComposerPage;
pub use issues::IssuesPage;
pub use output_log::OutputLogPage;
pub use programme::ProgrammePage;
pub use programmes::ProgrammesPage;
pub use ranking::RankingPage;
pub use reach::ReachPage;
pub use targets::TargetsPage;
