//! Excel workbooks, through calamine. Parts are weighed before they are unpacked, so that a small file cannot fill the
//! memory; rows are read one after the other.

use super::{MAX_TEXTS_BYTES, MAX_UNPACKED_BYTES, ReadError, Task};
use crate::base::Date;
use crate::base::codes::fold;
use crate::import::table::{Cell, Flow, Table, TableBuilder};
use calamine::{DataRef, Reader, SheetType, Xlsx, XlsxError};
use std::io::{Cursor, Read};
use std::rc::Rc;

/// Sheets that never hold data: OpenSID's list of codes (domain.md §12.1).
const SKIPPED_SHEETS: [&str; 1] = ["Kode Data"];

/// The shortest form of a shared text in XML: `<si/>`.
const MIN_TEXT_BYTES: u64 = 5;

type Book = Xlsx<Cursor<Rc<[u8]>>>;

/// Reads a sheet by name, or the first that holds data.
pub(super) async fn read(bytes: Rc<[u8]>, sheet: Option<String>, task: &Task) -> Result<Table, ReadError> {
    weigh(&bytes)?;
    task.breathe(0.0).await;
    let mut book = Book::new(Cursor::new(bytes)).map_err(read_error)?;
    task.breathe(0.02).await;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && !is_skipped(&sheet.name))
        .map(|sheet| sheet.name.clone())
        .collect();
    let wanted = match &sheet {
        Some(name) if sheets.contains(name) => std::slice::from_ref(name),
        Some(_) => return Err(ReadError::NoSuchSheet),
        None => &sheets,
    };
    let mut first_error = ReadError::Empty;
    for name in wanted {
        match read_sheet(&mut book, name, task).await {
            Ok(table) => return Ok(Table { sheets, ..table }),
            Err(error @ (ReadError::Empty | ReadError::NoHeading)) => {
                if first_error == ReadError::Empty {
                    first_error = error;
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(first_error)
}

fn is_skipped(sheet: &str) -> bool {
    SKIPPED_SHEETS.iter().any(|name| fold(name) == fold(sheet))
}

/// Refuses a workbook whose parts are too large once unpacked, or are not what the archive says of them.
fn weigh(bytes: &[u8]) -> Result<(), ReadError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
    let mut unpacked = 0u64;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(|_| ReadError::Damaged)?;
        if part.encrypted() {
            return Err(ReadError::Encrypted);
        }
        let name = part.name().map_err(|_| ReadError::Damaged)?.replace('\\', "/").to_lowercase();
        if name.starts_with("xl/media/") || !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        let size = part.size();
        drop(part);
        unpacked = unpacked.saturating_add(size);
        let is_sheet = name.starts_with("xl/worksheets/");
        if unpacked > MAX_UNPACKED_BYTES || (size > MAX_TEXTS_BYTES && !is_sheet) {
            return Err(ReadError::TooLarge);
        }
        if name.ends_with("sharedstrings.xml") {
            let part = archive.by_index(at).map_err(|_| ReadError::Damaged)?;
            check_texts(part, size)?;
        }
    }
    Ok(())
}

/// The shared texts are kept in memory: neither their size nor their stated number may be untrue.
fn check_texts(part: impl Read, size: u64) -> Result<(), ReadError> {
    let mut part = part.take(size + 1);
    let mut head = Vec::with_capacity(1024);
    part.by_ref().take(1024).read_to_end(&mut head).map_err(|_| ReadError::Damaged)?;
    let n_rest = std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| ReadError::Damaged)?;
    if head.len() as u64 + n_rest > size {
        return Err(ReadError::Damaged);
    }
    let head = String::from_utf8_lossy(&head);
    let stated = head.split_once("uniqueCount=\"").and_then(|(_, rest)| rest.split_once('"'));
    match stated.map(|(digits, _)| digits.parse::<u64>()) {
        Some(Ok(n_texts)) if n_texts > size / MIN_TEXT_BYTES => Err(ReadError::Damaged),
        Some(Err(_)) => Err(ReadError::Damaged),
        _ => Ok(()),
    }
}

async fn read_sheet(book: &mut Book, name: &str, task: &Task) -> Result<Table, ReadError> {
    let mut reader = match book.worksheet_cells_reader(name) {
        Err(XlsxError::NotAWorksheet(_)) => return Err(ReadError::Empty),
        other => other.map_err(read_error)?,
    };
    let n_rows_stated = reader.dimensions().end.0.max(1) as f32;
    let mut builder = TableBuilder::new(name);
    let (mut row, mut cells) = (0, Vec::new());
    let mut n_taken = 0u32;
    loop {
        let cell = match reader.next_cell() {
            // A formula error of a kind that calamine does not know: the cell holds nothing that could be read.
            Err(XlsxError::CellError(_)) => continue,
            other => other.map_err(read_error)?,
        };
        let at = cell.as_ref().map(calamine::Cell::get_position);
        if at.is_none_or(|(at_row, _)| at_row != row) && !cells.is_empty() {
            let n_columns = cells.len();
            let taken = std::mem::replace(&mut cells, Vec::with_capacity(n_columns));
            if builder.push(row + 1, taken)? == Flow::Enough {
                break;
            }
            n_taken += 1;
            if n_taken.is_multiple_of(super::ROWS_A_STEP) {
                task.breathe(row as f32 / n_rows_stated).await;
            }
        }
        let (Some(cell), Some((at_row, column))) = (cell, at) else { break };
        row = at_row;
        let value = cell_value(cell.get_value());
        if !value.is_empty() && (column as usize) < crate::import::table::MAX_COLUMNS {
            cells.resize(cells.len().max(column as usize + 1), Cell::Empty);
            cells[column as usize] = value;
        }
    }
    builder.finish()
}

fn cell_value(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::Error(_) => Cell::Error,
        DataRef::DateTime(time) if time.is_datetime() && time.as_f64() >= 1.0 => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            let date = i16::try_from(year).ok().and_then(|year| Date::new(year, month, day));
            date.map_or(Cell::Number(time.as_f64()), Cell::Date)
        }
        DataRef::DateTime(time) => Cell::Number(time.as_f64()),
        DataRef::DateTimeIso(text) => {
            text.get(..10).and_then(Date::parse_iso).map_or_else(|| Cell::text(text), Cell::Date)
        }
    }
}

fn read_error(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::Encrypted,
        _ => ReadError::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Reading, Step};
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

    fn read(book: &mut Workbook, sheet: Option<&str>) -> Result<Table, ReadError> {
        let bytes = book.save_to_buffer().unwrap();
        Reading::start(bytes, sheet.map(str::to_owned)).and_then(Reading::finish)
    }

    #[test]
    fn cells_keep_their_kind_and_rows_their_number() {
        let mut book = Workbook::new();
        let codes = book.add_worksheet().set_name("KODE DATA").unwrap();
        codes.write_row(0, 0, ["nama", "nik", "arti"]).unwrap();
        codes.write_row(1, 0, ["sex", "1", "LAKI-LAKI"]).unwrap();
        book.add_worksheet().set_name("Kosong").unwrap();
        let sheet = book.add_worksheet().set_name("Penduduk").unwrap();
        sheet.write(0, 0, "DATA PENDUDUK").unwrap();
        sheet.write_row(2, 0, ["No", "Nama", "NIK", "Tanggal Lahir", "Kawin", "Rumus"]).unwrap();
        sheet.write_row(3, 0, [1.0]).unwrap();
        sheet.write(3, 1, "Siti & Ali").unwrap();
        sheet.write(3, 2, 6304150508900003.0).unwrap();
        let date = ExcelDateTime::from_ymd(1997, 9, 5).unwrap();
        sheet.write_with_format(3, 3, date, &Format::new().set_num_format("dd-mm-yyyy")).unwrap();
        sheet.write(3, 4, true).unwrap();
        sheet.write_formula(3, 5, rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A")).unwrap();
        sheet.write(7, 1, "'-").unwrap();
        sheet.write(8, 1, " 'Nur Aini ").unwrap();
        sheet.write(9, 1, "###").unwrap();
        sheet.write(10, 1, "Bukan data").unwrap();
        let table = read(&mut book, None).unwrap();
        assert_eq!((table.sheet.as_str(), table.heading_row), ("Penduduk", 3));
        assert_eq!(table.sheets, ["Kosong", "Penduduk"]);
        let cells = &table.rows[0].cells;
        assert_eq!(cells[..3], [Cell::Number(1.0), Cell::text("Siti & Ali"), Cell::Number(6304150508900003.0)]);
        assert_eq!(cells[3..5], [Cell::Date(Date { year: 1997, month: 9, day: 5 }), Cell::Bool(true)]);
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [4, 9]);
        assert_eq!(table.rows[1].cell(1), &Cell::text("Nur Aini"));
    }

    #[test]
    fn sheets_are_chosen_by_name_or_by_having_data() {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("Judul").unwrap().write(0, 0, "Data").unwrap();
        let sheet = book.add_worksheet().set_name("Dusun 1").unwrap();
        sheet.write_row_matrix(0, 0, [["nama", "nik"], ["Siti", "1"]]).unwrap();
        let sheet = book.add_worksheet().set_name("Dusun 2").unwrap();
        sheet.write_row_matrix(0, 0, [["nama", "nik"], ["Ali", "2"]]).unwrap();
        assert_eq!(read(&mut book, None).unwrap().sheet, "Dusun 1");
        assert_eq!(read(&mut book, Some("Dusun 2")).unwrap().rows[0].cell(0), &Cell::text("Ali"));
        assert_eq!(read(&mut book, Some("Judul")), Err(ReadError::NoHeading));
        assert_eq!(read(&mut book, Some("Dusun 9")), Err(ReadError::NoSuchSheet));
        assert_eq!(read(&mut Workbook::new(), None), Err(ReadError::Empty));
    }

    #[test]
    fn long_workbooks_are_read_in_steps_and_stop_at_the_limit() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["nama", "nik"]).unwrap();
        for row in 1..=1_000 {
            sheet.write_row(row, 0, ["Siti", "-"]).unwrap();
        }
        let bytes = book.save_to_buffer().unwrap();
        let (mut n_steps, mut last) = (0, 0.0);
        let mut reading = Reading::start(bytes, None).unwrap();
        let table = loop {
            match reading.step().unwrap() {
                Step::More(more, done) => {
                    assert!(done >= last);
                    (reading, last) = (more, done);
                    n_steps += 1;
                }
                Step::Done(table) => break table,
            }
        };
        assert_eq!((table.rows.len(), table.rows[999].number), (1_000, 1_001));
        assert!(n_steps > 5 && last > 0.5, "{n_steps} {last}");
    }

    #[test]
    fn damaged_and_false_workbooks_are_refused() {
        let mut book = Workbook::new();
        book.add_worksheet().write_row_matrix(0, 0, [["nama", "nik"], ["Siti", "1"]]).unwrap();
        let good = book.save_to_buffer().unwrap();
        for cut in [30, good.len() / 2, good.len() - 10] {
            assert_eq!(Reading::start(&good[..cut], None).map(|_| ()), Err(ReadError::Damaged), "cut at {cut}");
        }
        for at in (60..good.len()).step_by(97) {
            let mut bad = good.clone();
            bad[at] ^= 0x55;
            // Whatever byte is wrong: an answer, never a crash.
            let _ = Reading::start(bad, None).and_then(Reading::finish);
        }
    }

    #[test]
    fn texts_that_are_not_what_they_say_are_refused() {
        let sst = |count: u64| format!("<sst uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        for (text, size, answer) in [
            (sst(1), None, Ok(())),
            (sst(9_999_999_999), None, Err(ReadError::Damaged)),
            (sst(1), Some(10), Err(ReadError::Damaged)),
            ("<sst uniqueCount=\"-1\">".into(), None, Err(ReadError::Damaged)),
        ] {
            assert_eq!(check_texts(text.as_bytes(), size.unwrap_or(text.len() as u64)), answer, "{text}");
        }
    }
}
