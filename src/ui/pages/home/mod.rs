//! Beranda and the first visit.

mod dashboard;
mod home_page;

pub use home_page::HomePage;
