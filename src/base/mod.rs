//! Values of the field, each parsed once at the edge. Knows nothing of records, storage or screens.

pub mod answer;
pub mod area_list;
pub mod codes;
pub mod date;
pub mod date_text;
pub mod id;
pub mod nik;
mod order;
pub mod region;
pub mod share;
pub mod value;

pub use answer::Answer;
pub use codes::CodeList;
pub use date::Date;
pub use id::Id;
pub use order::{Order, map_of, set_of};
pub use share::Share;
pub use value::Value;
