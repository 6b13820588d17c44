//! Settings and what this is.

mod about;
mod not_found;
mod settings;

pub use about::AboutPage;
pub use not_found::NotFoundPage;
pub use settings::SettingsPage;
