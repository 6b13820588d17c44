//! What stands in the frame: a folder for each of the five functions, and one for the house itself. A page names itself
//! (`name_page`), asks the engine, and lays out parts. Every page is a `fn XPage() -> AnyView` in the table of
//! `shell::routes`.

pub mod act;
pub mod collect;
#[cfg(debug_assertions)]
pub mod gallery;
pub mod home;
pub mod house;
pub mod look;
pub mod package;
pub mod start;
pub mod verify;
