//! The village map: files that villages hold, shapes, and the maps that are drawn of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "map/drawn.rs"]
mod drawn;
#[path = "map/files.rs"]
mod files;
