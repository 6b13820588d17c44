//! Requests of the trainer's room: what is too heavy for the page's thread. They speak of no register.

use crate::base::Date;
use serde::{Deserialize, Serialize};

/// Looks for a QR code in a camera's picture. Reply: its text; nothing where none can be read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReadQr {
    /// Columns of the picture.
    pub width: u32,
    /// Grey values, row by row.
    pub grey: Vec<u8>,
}

/// Writes tables of a training as a workbook. Reply: the file, with its bytes beside.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TrainingWorkbook {
    /// Name of the file, without its ending.
    pub name: String,
    /// Title of the workbook.
    pub title: String,
    /// Lines under it.
    pub lines: Vec<String>,
    /// Date of the training.
    pub at: Date,
    /// A sheet each.
    pub tables: Vec<crate::present::Table>,
}
