//! Beranda and the first visit.

mod home_page;

pub use home_page::HomePage;
