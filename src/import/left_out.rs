//! The rows that an import leaves out, as they stand in the file, with their reasons: to be mended and imported again.

use super::finding::{RowFinding, Severity};
use super::plan::{Outcome, Plan, PlannedRow};
use super::table::Table;
use crate::lang::{Lang, import as words};
use std::collections::HashMap;

/// Headings: the row number, the reasons, then the file's own.
pub fn headings(table: &Table, lang: Lang) -> Vec<&str> {
    [words::row_number(lang), words::reasons(lang)]
        .into_iter()
        .chain(table.headings.iter().map(String::as_str))
        .collect()
}

/// The rows left out, in the order of the file.
pub fn rows(table: &Table, plan: &Plan, lang: Lang) -> Vec<Vec<String>> {
    let rows = plan.families.iter().flat_map(|family| &family.rows);
    let left_out: HashMap<u32, &PlannedRow> =
        rows.filter(|row| row.outcome == Outcome::LeftOut).map(|row| (row.number, row)).collect();
    let line = |raw: &super::RawRow| {
        let row = left_out.get(&raw.number)?;
        let cells = (0..table.headings.len()).map(|column| raw.cell(column).as_text().into_owned());
        Some([raw.number.to_string(), reasons(row, table, lang)].into_iter().chain(cells).collect())
    };
    table.rows.iter().filter_map(line).collect()
}

/// Why a row is left out: its errors, else all that was found.
fn reasons(row: &PlannedRow, table: &Table, lang: Lang) -> String {
    let is_error = |finding: &&RowFinding| finding.severity() == Severity::Error;
    let errors: Vec<_> = row.findings.iter().filter(is_error).collect();
    let all = if errors.is_empty() { row.findings.iter().collect() } else { errors };
    let texts = all.into_iter().map(|finding: &RowFinding| finding.message(row.number, &table.headings, lang));
    texts.collect::<Vec<_>>().join(" ")
}

/// The rows as a text file that spreadsheets open as it is: UTF-8 with a mark, semicolons as in Indonesia. Digits that a
/// spreadsheet would round are written so that they stay text.
pub fn csv(headings: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(vec![0xef, 0xbb, 0xbf]);
    let long = |cell: &String| cell.len() > 15 && cell.bytes().all(|byte| byte.is_ascii_digit());
    let kept = |cell: &String| if long(cell) { format!("=\"{cell}\"") } else { inert(cell) };
    // Writing into memory does not fail.
    let _ = out.write_record(headings.iter().map(|heading| inert(heading)));
    for row in rows {
        let _ = out.write_record(row.iter().map(kept));
    }
    out.into_inner().unwrap_or_default()
}

/// Text that no spreadsheet takes for a formula.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}
