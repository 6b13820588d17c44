//! Text files: which characters they are written in, what parts their cells, and their rows.

use super::{ReadError, Task};
use crate::import::table::{Cell, Flow, Table, TableBuilder};

/// Line breaks in one cell from which on a quotation mark was surely left open.
const MAX_LINES_IN_CELL: usize = 20;
/// Lines at the top by which the separator is found.
const LINES_LOOKED_AT: usize = 30;

/// What Windows-1252 puts at 80 to 9F; undefined places stay control characters.
#[rustfmt::skip]
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file: UTF-8 with or without a mark, UTF-16 with a mark, otherwise Windows-1252.
pub fn decode(bytes: &[u8]) -> String {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
        },
    }
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

/// The separator of a text: the one that parts most of the first lines into equally many cells.
pub fn separator(text: &str) -> u8 {
    if let Some(said) = text.strip_prefix("sep=") {
        return said.bytes().next().unwrap_or(b',');
    }
    let lines: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).take(LINES_LOOKED_AT).collect();
    let mut best = (0, 0, b',');
    for mark in [b';', b',', b'\t', b'|'] {
        let counts: Vec<_> = lines.iter().map(|line| count_outside_quotes(line, mark)).collect();
        for count in counts.iter().copied().filter(|count| *count > 0) {
            let alike = counts.iter().filter(|other| **other == count).count();
            best = best.max((alike, count, mark));
        }
    }
    best.2
}

fn count_outside_quotes(line: &str, mark: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted && *byte == mark
        })
        .count()
}

/// Reads the table of a text file.
pub(super) async fn read(bytes: &[u8], task: &Task) -> Result<Table, ReadError> {
    let text = decode(bytes);
    let mark = separator(&text);
    let skipped = if text.starts_with("sep=") { text.find('\n').map_or(text.len(), |end| end + 1) } else { 0 };
    let body = &text[skipped..];
    let mut lines =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(mark).from_reader(body.as_bytes());
    let mut builder = TableBuilder::new("");
    let mut record = csv::StringRecord::new();
    let mut n_read = 0u32;
    while lines.read_record(&mut record).map_err(|_| ReadError::Damaged)? {
        let line = u32::from(skipped > 0) + record.position().map_or(0, |start| line_of(body, start));
        if record.iter().any(|cell| cell.len() > 200 && cell.matches('\n').count() > MAX_LINES_IN_CELL) {
            return Err(ReadError::OpenQuote { row: line });
        }
        if builder.push(line, record.iter().map(cell).collect())? == Flow::Enough {
            break;
        }
        n_read += 1;
        if n_read.is_multiple_of(super::ROWS_A_STEP) {
            task.breathe(lines.position().byte() as f32 / body.len() as f32).await;
        }
    }
    builder.finish()
}

/// The line on which a record stands: the reader begins to look for it on the empty lines before it.
fn line_of(body: &str, start: &csv::Position) -> u32 {
    let blank = body.as_bytes()[start.byte() as usize..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    start.line() as u32 + blank.filter(|byte| **byte == b'\n').count() as u32
}

/// A cell of a text file; `="6304"` is how programs keep a number from being one.
fn cell(typed: &str) -> Cell {
    let bare = typed.trim();
    let inner = bare.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    Cell::text(inner.unwrap_or(bare))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Reading;

    #[test]
    fn characters_are_read_in_each_encoding() {
        let utf16: Vec<u8> = std::iter::once(0xfeff).chain("né;".encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let utf16_be: Vec<u8> =
            std::iter::once(0xfeff).chain("né;".encode_utf16()).flat_map(u16::to_be_bytes).collect();
        for (bytes, text) in [
            ("né;".as_bytes(), "né;"),
            ("\u{feff}né;".as_bytes(), "né;"),
            (&utf16, "né;"),
            (&utf16_be, "né;"),
            (b"n\xe9; \x93Siti\x94 \x80", "né; “Siti” €"),
        ] {
            assert_eq!(decode(bytes), text);
        }
    }

    #[test]
    fn separators_are_found() {
        for (text, mark) in [
            ("nama,nik\nSiti,1\n", b','),
            ("nama;nik;alamat\nSiti;1;Jl. A, RT 1, RW 2\nAli;2;Jl. B, no 3", b';'),
            ("nama\tnik\nSiti\t1", b'\t'),
            ("\"a;b\",\"c;d\"\n\"e;f\",g", b','),
            ("sep=;\nnama,x;nik", b';'),
            ("nama|nik\nSiti|1", b'|'),
            ("nama\nSiti", b','),
        ] {
            assert_eq!(char::from(separator(text)), char::from(mark), "{text}");
        }
    }

    #[test]
    fn rows_keep_their_line_numbers() {
        let text = "sep=;\nnama;nik\n\nSiti;=\"6304\"\n\"Nur;Aini\";-\n";
        let table = Reading::start(text.as_bytes().to_vec(), None).unwrap().finish().unwrap();
        assert_eq!(table.heading_row, 2);
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [4, 5]);
        assert_eq!((table.rows[0].cell(1), table.rows[1].cell(0)), (&Cell::text("6304"), &Cell::text("Nur;Aini")));
    }

    #[test]
    fn an_open_quotation_mark_is_named_by_its_row() {
        let mut text = String::from("nama,nik\nSiti,1\n\"Ali,2\n");
        text.extend((0..40).map(|n| format!("Orang {n},{n}\n")));
        let read = Reading::start(text.into_bytes(), None).unwrap().finish();
        assert_eq!(read, Err(ReadError::OpenQuote { row: 3 }));
    }
}
