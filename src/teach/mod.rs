//! A training and what it changed: two test forms drawn in parallel, answers that travel as short texts or QR codes, the
//! session that gathers them, and what the answers say. Pure: it knows items by their ids, topics and levels, answers by
//! what was chosen, and nobody by more than a nickname or a number.

pub mod code;
pub mod forms;
pub mod packet;
pub mod qr;
pub mod report;
pub mod session;
pub mod short_code;
pub mod statistics;
pub mod tables;

pub use code::SessionCode;
pub use forms::{Form, Forms, ItemHead, Wish};
pub use packet::{Answers, Given, Group, Invitation, PacketError, Who};
pub use report::Report;
pub use session::{Session, Sheet, Taken};
pub use statistics::{Said, Unsaid};
