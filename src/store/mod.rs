//! The engine's storage ports. Knows `engine::ports` alone, never what is stored.

#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
pub mod memory;
