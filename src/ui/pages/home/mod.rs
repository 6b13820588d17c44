//! Beranda and the first visit.

mod home_page;
mod start;

pub use home_page::HomePage;
pub use start::StartPage;
