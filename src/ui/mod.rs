//! The page: Leptos views and nothing that computes. It knows the engine by its protocol alone, asks it through the
//! worker client, and keeps no records. Compiled for the browser only.
//!
//! - [`shell`]: the frame around every page: router, header, navigation, bars, preferences.
//! - [`parts`]: reusable pieces, one a file, with their style in `style/parts/`.
//! - [`pages`]: what stands in the frame, a folder for each of the five functions.
//! - [`learn`]: the learning room, a program of its own in the same frame.

pub mod asking;
pub mod client;
pub mod learn;
pub mod pages;
pub mod parts;
pub mod shell;
pub mod storage;

pub use shell::door::open_door;
pub use shell::language::lang;
pub use shell::place::{go, link};
pub use shell::{start, start_desk};
