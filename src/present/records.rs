//! Workbooks of long record lists in which every cell is text: NIK, dates and codes stay as they are.
//!
//! The workbook crate draws the shell (styles, headings, widths, filters); the rows are poured into its sheets as inline
//! text. 33,000 persons × 40 columns take 0.5 s and 80 MB so; cell by cell in the crate, 1.3 s and 246 MB.

use super::workbook::{WorkbookError, book, column_number, column_width, heading_format, sheet_name};
use crate::base::Date;
use rust_xlsxwriter::{IgnoreError, utility::column_number_to_name};
use std::borrow::Cow;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A sheet of records: headings and rows of text. A row may be shorter than the headings, never longer.
pub struct RecordSheet<'a> {
    /// Name of the sheet.
    pub name: &'a str,
    /// One heading a column.
    pub headings: &'a [&'a str],
    /// The rows, in their order.
    pub rows: Box<dyn Iterator<Item = Vec<Cow<'a, str>>> + 'a>,
}

/// Limits of the format: rows under the headings, UTF-16 units in a cell.
const MAX_ROWS: usize = 1_048_575;
const MAX_TEXT: usize = 32_767;
/// Rows by which the widths of columns are judged.
const N_JUDGED: usize = 200;

/// One sheet a list; `at` becomes the creation time of the file.
pub fn records_workbook(at: Date, sheets: Vec<RecordSheet<'_>>) -> Result<Vec<u8>, WorkbookError> {
    let mut shell = book(at, "Rumah DataKu");
    let mut names = Vec::new();
    let mut poured = Vec::new();
    for list in sheets {
        let name = sheet_name(list.name, &names);
        let sheet = shell.add_worksheet().set_name(&name)?;
        names.push(name);
        let rows = Rows::pour(&list.headings.iter().map(|h| h.chars().count()).collect::<Vec<_>>(), list.rows)?;
        for (column, heading) in list.headings.iter().enumerate() {
            let place = column_number(column)?;
            sheet.write_with_format(0, place, *heading, &heading_format())?;
            sheet.set_column_width(place, column_width(rows.widths[column]))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        if rows.count > 0 && !list.headings.is_empty() {
            let (last_row, last_column) = (rows.count as u32, column_number(list.headings.len() - 1)?);
            sheet.autofilter(0, 0, last_row, last_column)?;
            sheet.ignore_error_range(1, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
        }
        poured.push(rows);
    }
    fill(&shell.save_to_buffer()?, poured)
}

impl From<zip::result::ZipError> for WorkbookError {
    fn from(error: zip::result::ZipError) -> WorkbookError {
        WorkbookError::Failed(error.to_string())
    }
}

impl From<std::io::Error> for WorkbookError {
    fn from(error: std::io::Error) -> WorkbookError {
        WorkbookError::Failed(error.to_string())
    }
}

/// The rows of a sheet as sheet XML, from row 2 on.
struct Rows {
    xml: Vec<u8>,
    count: usize,
    /// Longest text of each column among the headings and the first rows, in characters.
    widths: Vec<usize>,
}

impl Rows {
    fn pour<'a>(headings: &[usize], rows: impl Iterator<Item = Vec<Cow<'a, str>>>) -> Result<Rows, WorkbookError> {
        let mut out = Rows { xml: Vec::new(), count: 0, widths: headings.to_vec() };
        let columns = (0..headings.len()).map(|i| Ok(column_number_to_name(column_number(i)?)));
        let columns = columns.collect::<Result<Vec<String>, WorkbookError>>()?;
        let mut row_number = String::new();
        for cells in rows {
            out.count += 1;
            if out.count > MAX_ROWS {
                return Err(WorkbookError::TooLarge);
            }
            row_number.clear();
            row_number.push_str(&(out.count + 1).to_string());
            put(&mut out.xml, &["<row r=\"", &row_number, "\">"]);
            for (i, (cell, column)) in cells.iter().zip(&columns).enumerate() {
                if cell.is_empty() {
                    continue;
                }
                if cell.len() > MAX_TEXT && cell.encode_utf16().count() > MAX_TEXT {
                    return Err(WorkbookError::TextTooLong);
                }
                if out.count <= N_JUDGED {
                    out.widths[i] = out.widths[i].max(cell.chars().count());
                }
                put(&mut out.xml, &["<c r=\"", column, &row_number, "\" t=\"inlineStr\"><is><t"]);
                let spaced = cell.starts_with([' ', '\t', '\n']) || cell.ends_with([' ', '\t', '\n']);
                put(&mut out.xml, &[if spaced { " xml:space=\"preserve\">" } else { ">" }]);
                put_text(&mut out.xml, cell);
                put(&mut out.xml, &["</t></is></c>"]);
            }
            put(&mut out.xml, &["</row>"]);
        }
        Ok(out)
    }
}

fn put(out: &mut Vec<u8>, parts: &[&str]) {
    for part in parts {
        out.extend_from_slice(part.as_bytes());
    }
}

/// Text as a sheet holds it: XML escapes, and `_xHHHH_` for what XML cannot say and for text that looks so itself.
fn put_text(out: &mut Vec<u8>, text: &str) {
    let special = |c: char| matches!(c, '&' | '<' | '>' | '_' | '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    let mut rest = text;
    while let Some(at) = rest.find(special) {
        let (plain, tail) = rest.split_at(at);
        put(out, &[plain]);
        let Some(c) = tail.chars().next() else { return };
        rest = &tail[c.len_utf8()..];
        match c {
            '&' => put(out, &["&amp;"]),
            '<' => put(out, &["&lt;"]),
            '>' => put(out, &["&gt;"]),
            '\t' | '\n' => out.push(c as u8),
            '_' if !looks_escaped(rest) => out.push(b'_'),
            '_' => put(out, &["_x005F_"]),
            control => put(out, &[&format!("_x{:04X}_", u32::from(control))]),
        }
    }
    put(out, &[rest]);
}

/// True for the rest of `_xHHHH_` after its first underscore.
fn looks_escaped(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    bytes.len() >= 6 && bytes[0] == b'x' && bytes[5] == b'_' && bytes[1..5].iter().all(u8::is_ascii_hexdigit)
}

/// The shell with the rows in its sheets.
fn fill(shell: &[u8], poured: Vec<Rows>) -> Result<Vec<u8>, WorkbookError> {
    let mut parts = ZipArchive::new(Cursor::new(shell))?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    // The lists are large and the reader waits: quick compression costs some size.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(2))
        .last_modified_time(zip::DateTime::default());
    let mut rows: Vec<Option<Rows>> = poured.into_iter().map(Some).collect();
    for i in 0..parts.len() {
        let mut part = parts.by_index(i)?;
        let name = part.name()?.into_owned();
        let number = name.strip_prefix("xl/worksheets/sheet").and_then(|rest| rest.strip_suffix(".xml"));
        let taken = number.and_then(|n| n.parse::<usize>().ok()).and_then(|n| rows.get_mut(n.checked_sub(1)?)?.take());
        let Some(sheet_rows) = taken else {
            out.raw_copy_file(part)?;
            continue;
        };
        let mut xml = String::new();
        part.read_to_string(&mut xml)?;
        let end = xml.find("</sheetData>").ok_or_else(|| WorkbookError::Failed("sheet without data".to_owned()))?;
        let (head, tail) = xml.split_at(end);
        out.start_file(name, options)?;
        for piece in [with_dimension(head, &sheet_rows).as_bytes(), &sheet_rows.xml, tail.as_bytes()] {
            out.write_all(piece)?;
        }
    }
    Ok(out.finish()?.into_inner())
}

/// The head of the sheet with the range that its rows now fill; readers that stream rely on it.
fn with_dimension(head: &str, rows: &Rows) -> String {
    let range = head.split_once("<dimension ref=\"").and_then(|(before, rest)| {
        let (range, after) = rest.split_once('"')?;
        let last = range.rsplit(':').next()?.trim_end_matches(|c: char| c.is_ascii_digit());
        Some(format!("{before}<dimension ref=\"A1:{last}{}\"{after}", rows.count + 1))
    });
    range.unwrap_or_else(|| head.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};

    fn sheet<'a>(rows: Vec<Vec<&'a str>>) -> RecordSheet<'a> {
        let rows = rows.into_iter().map(|row| row.into_iter().map(Cow::Borrowed).collect());
        RecordSheet { name: "Orang", headings: &["NIK", "Nama", "Catatan"], rows: Box::new(rows) }
    }

    #[test]
    fn every_text_comes_back_as_it_was() {
        let texts = ["6303050101900001", "=1+1", "<r>a&b</r>", "_x0041_", " ya\n", "a\u{b}b", "0000", "–", "_x00"];
        let rows: Vec<Vec<&str>> = texts.chunks(3).map(<[&str]>::to_vec).collect();
        let bytes = records_workbook(Date::default(), vec![sheet(rows.clone()), sheet(vec![vec!["", "x"]])]).unwrap();
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["Orang", "Orang (2)"]);
        let range = book.worksheet_range("Orang").unwrap();
        assert_eq!(range.get_size(), (4, 3));
        for (r, row) in rows.iter().enumerate() {
            for (c, text) in row.iter().enumerate() {
                assert_eq!(range.get_value((r as u32 + 1, c as u32)), Some(&Data::String((*text).to_owned())));
            }
        }
        let second = book.worksheet_range("Orang (2)").unwrap();
        assert_eq!(second.get_value((1, 1)), Some(&Data::String("x".into())));
    }

    #[test]
    fn what_a_sheet_cannot_hold_is_said() {
        let long = "a".repeat(MAX_TEXT + 1);
        let refused = records_workbook(Date::default(), vec![sheet(vec![vec![&long]])]);
        assert_eq!(refused.unwrap_err(), WorkbookError::TextTooLong);
        assert!(records_workbook(Date::default(), vec![sheet(vec![])]).is_ok());
    }
}
