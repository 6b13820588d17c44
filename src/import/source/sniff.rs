//! The kind of a file, told by its bytes.

use super::ReadError;
use crate::lang::{Lang, import as words};
use std::io::Cursor;

/// Kinds of files, as far as an answer differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// An Excel workbook (`.xlsx`, `.xlsm`).
    Workbook,
    /// Text with separators (`.csv`, `.tsv`).
    Text,
    /// A data package of this or another data house.
    DataPackage,
    /// An Excel workbook of the years before 2007 (`.xls`).
    OldWorkbook,
    /// A workbook locked with a password.
    EncryptedWorkbook,
    /// A binary Excel workbook (`.xlsb`).
    BinaryWorkbook,
    /// An OpenDocument file of LibreOffice (`.ods`, `.odt`).
    OpenDocument,
    /// A Word or PowerPoint document.
    Document,
    /// A PDF document.
    Pdf,
    /// A web page, as some systems give it under an `.xls` name.
    WebPage,
    /// XML, among it the Excel 2003 form.
    Xml,
    /// JSON.
    Json,
    /// A picture.
    Picture,
    /// An archive of files.
    Archive,
    /// A database file.
    Database,
    /// Something else.
    Unknown,
}

impl FileKind {
    /// The kind in words, to stand inside a sentence.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            FileKind::Workbook => words::kind_workbook(lang),
            FileKind::Text => words::kind_text(lang),
            FileKind::DataPackage => words::kind_data_package(lang),
            FileKind::OldWorkbook => words::kind_old_workbook(lang),
            FileKind::EncryptedWorkbook => words::kind_encrypted(lang),
            FileKind::BinaryWorkbook => words::kind_binary_workbook(lang),
            FileKind::OpenDocument => words::kind_open_document(lang),
            FileKind::Document => words::kind_document(lang),
            FileKind::Pdf => words::kind_pdf(lang),
            FileKind::WebPage => words::kind_web_page(lang),
            FileKind::Xml => words::kind_xml(lang),
            FileKind::Json => words::kind_json(lang),
            FileKind::Picture => words::kind_picture(lang),
            FileKind::Archive => words::kind_archive(lang),
            FileKind::Database => words::kind_database(lang),
            FileKind::Unknown => words::kind_unknown(lang),
        }
    }
}

/// First bytes by which a kind is known.
const MAGIC: &[(&[u8], FileKind)] = &[
    (b"%PDF", FileKind::Pdf),
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"RIFF", FileKind::Picture),
    (b"BM", FileKind::Picture),
    (b"Rar!", FileKind::Archive),
    (b"7z\xbc\xaf", FileKind::Archive),
    (b"\x1f\x8b", FileKind::Archive),
    (b"SQLite format 3", FileKind::Database),
    (b"\x00\x01\x00\x00Standard", FileKind::Database),
    (b"{\\rtf", FileKind::Document),
    (b"\x09\x08\x10\x00", FileKind::OldWorkbook),
    (b"\x09\x08\x08\x00", FileKind::OldWorkbook),
    (b"\x09\x04\x06\x00", FileKind::OldWorkbook),
    (b"\x09\x02\x06\x00", FileKind::OldWorkbook),
];

/// Tells the kind of a file; fails where it is empty or a broken archive.
pub fn sniff(bytes: &[u8]) -> Result<FileKind, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return sniff_zip(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Ok(sniff_compound(bytes));
    }
    let text_mark = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0xef, 0xbb, 0xbf, ..]);
    if !text_mark && let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| is_magic(bytes, magic)) {
        return Ok(*kind);
    }
    let is_utf16 = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
    if !is_utf16 && bytes.iter().take(4096).any(|byte| matches!(byte, 0..=8 | 14..=26)) {
        return Ok(FileKind::Unknown);
    }
    let head: String = super::text::decode(&bytes[..bytes.len().min(1024) & !1]).to_lowercase();
    let head = head.trim_start();
    Ok(match head.chars().next() {
        Some('<') if ["<html", "<!doctype html", "<table", "<body"].iter().any(|tag| head.contains(tag)) => {
            FileKind::WebPage
        }
        Some('<') => FileKind::Xml,
        Some('{' | '[') => FileKind::Json,
        _ => FileKind::Text,
    })
}

/// Magic of letters alone may also begin a text: there a byte that no text has must follow soon.
fn is_magic(bytes: &[u8], magic: &[u8]) -> bool {
    bytes.starts_with(magic) && (magic.len() > 2 || magic[0] < 32 || bytes.iter().take(64).any(|byte| *byte < 9))
}

fn sniff_zip(bytes: &[u8]) -> Result<FileKind, ReadError> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
    let mut kind = FileKind::Archive;
    for name in archive.file_names() {
        let name = name.map_err(|_| ReadError::Damaged)?.replace('\\', "/").to_lowercase();
        kind = match name.as_str() {
            "datapackage.json" => return Ok(FileKind::DataPackage),
            "xl/workbook.bin" => FileKind::BinaryWorkbook,
            "content.xml" => FileKind::OpenDocument,
            name if name.starts_with("xl/") && kind == FileKind::Archive => FileKind::Workbook,
            name if name.starts_with("word/") || name.starts_with("ppt/") => FileKind::Document,
            _ => kind,
        };
    }
    Ok(kind)
}

/// A compound file: its streams are named in UTF-16.
fn sniff_compound(bytes: &[u8]) -> FileKind {
    let has = |name: &str| {
        let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wanted.len()).any(|window| window == wanted)
    };
    match () {
        () if has("EncryptedPackage") => FileKind::EncryptedWorkbook,
        () if has("Workbook") || has("Book") => FileKind::OldWorkbook,
        () if has("WordDocument") || has("PowerPoint Document") => FileKind::Document,
        () => FileKind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn archive(names: &[&str]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(b"x").unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn compound(stream: &str) -> Vec<u8> {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain(vec![0; 512]).chain(name).collect()
    }

    #[test]
    fn kinds_are_told_by_bytes() {
        for (bytes, kind) in [
            (archive(&["[Content_Types].xml", "xl/workbook.xml"]), FileKind::Workbook),
            (archive(&["xl/workbook.bin", "xl/styles.bin"]), FileKind::BinaryWorkbook),
            (archive(&["xl/styles.bin", "xl/workbook.bin"]), FileKind::BinaryWorkbook),
            (archive(&["tabel.xlsx", "datapackage.json"]), FileKind::DataPackage),
            (archive(&["mimetype", "content.xml"]), FileKind::OpenDocument),
            (archive(&["word/document.xml"]), FileKind::Document),
            (archive(&["foto.jpg"]), FileKind::Archive),
            (compound("EncryptedPackage"), FileKind::EncryptedWorkbook),
            (compound("Workbook"), FileKind::OldWorkbook),
            (compound("WordDocument"), FileKind::Document),
            (b"%PDF-1.7".to_vec(), FileKind::Pdf),
            (b"<!DOCTYPE html><html>".to_vec(), FileKind::WebPage),
            (b"  <table border=1><tr>".to_vec(), FileKind::WebPage),
            (b"<?xml version=\"1.0\"?><Workbook>".to_vec(), FileKind::Xml),
            (b"{\"nama\": 1}".to_vec(), FileKind::Json),
            (b"\x89PNG\r\n".to_vec(), FileKind::Picture),
            (b"\x07\x01\x02\x03\x04".to_vec(), FileKind::Unknown),
            (b"nama,nik".to_vec(), FileKind::Text),
            (b"BMKG,Kantor\nnama,nik".to_vec(), FileKind::Text),
            (b"\xff\xfen\0a\0m\0a\0".to_vec(), FileKind::Text),
            (b"\xef\xbb\xbfnama".to_vec(), FileKind::Text),
        ] {
            assert_eq!(sniff(&bytes), Ok(kind), "{:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(30)]));
        }
        assert_eq!(sniff(b""), Err(ReadError::Empty));
        assert_eq!(sniff(b" \r\n"), Err(ReadError::Empty));
        let whole = archive(&["xl/workbook.xml"]);
        assert_eq!(sniff(&whole[..whole.len() - 8]), Err(ReadError::Damaged));
    }
}
