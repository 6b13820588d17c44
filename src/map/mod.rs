//! The village on the ground: files of maps become shapes, shapes are checked, named, simplified and kept as papers. Knows
//! places on the earth and areas of a village, nothing of families, figures or pictures.

pub mod assess;
pub mod classes;
pub mod ground;
pub mod names;
pub mod paper;
pub mod read;
pub mod ring;
pub mod scatter;
pub mod simplify;
