//! Use: target lists by name, and the indicators that stand out. Rules and references are data with an edition and a
//! source. Knows the register and its figures; knows nothing of storage, requests or screens.

pub mod certificate;
pub mod chance;
pub mod compose;
pub mod cover;
pub mod krs;
mod list;
pub mod output;
pub mod priority;
pub mod programme;
pub mod ranking;
mod reason;
pub mod receivers;

pub use list::{ListId, Target, TargetList, target_list};
pub use reason::{Factor, Reason};
