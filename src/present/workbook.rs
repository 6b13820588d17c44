//! A workbook of finished tables for people: a page of contents, then one sheet a table. Knows tables and words. The same
//! tables give the same bytes: the creation time is the reference date.

use super::table::{Cell, Kind, Row, RowKind, Table};
use crate::base::Date;
use crate::lang::{Lang, number, present as words};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};
use std::fmt;

/// Why a workbook could not be written. Nothing is half written: the bytes come whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkbookError {
    /// A sheet holds 1,048,576 rows and 16,384 columns at most.
    TooLarge,
    /// A cell holds 32,767 characters at most.
    TextTooLong,
    /// Anything else, in the writer's words.
    Failed(String),
}

impl fmt::Display for WorkbookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WorkbookError::TooLarge => f.write_str("a sheet holds 1,048,576 rows and 16,384 columns at most"),
            WorkbookError::TextTooLong => f.write_str("a cell holds 32,767 characters at most"),
            WorkbookError::Failed(words) => f.write_str(words),
        }
    }
}

impl std::error::Error for WorkbookError {}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> WorkbookError {
        match error {
            XlsxError::RowColumnLimitError => WorkbookError::TooLarge,
            XlsxError::MaxStringLengthExceeded => WorkbookError::TextTooLong,
            other => WorkbookError::Failed(other.to_string()),
        }
    }
}

/// The first page of a workbook of tables.
#[derive(Clone, Debug, Default)]
pub struct Cover {
    /// Name of the workbook, for instance "Desa Sungai Contoh dalam angka".
    pub title: String,
    /// Lines under it: area, universe, warnings.
    pub lines: Vec<String>,
    /// Reference date; also the creation time of the file.
    pub at: Date,
}

/// Title, note and headings stay in sight above the rows.
const HEAD_ROW: u32 = 3;
const RIVER: u32 = 0x0F_5C_4D;
const SOFT: u32 = 0x55_60_5B;
const LINE: u32 = 0xDD_D8_CB;

/// One sheet a table, behind a page of contents that links to them.
pub fn tables_workbook(lang: Lang, cover: &Cover, tables: &[Table]) -> Result<Vec<u8>, WorkbookError> {
    let mut book = book(cover.at, &cover.title);
    let contents = words::contents(lang);
    let mut names = vec![contents.to_owned()];
    for table in tables {
        let name = sheet_name(&table.title, &names);
        names.push(name);
    }
    write_contents(book.add_worksheet().set_name(contents)?, lang, cover, tables, &names[1..])?;
    for (table, name) in tables.iter().zip(&names[1..]) {
        write_table(book.add_worksheet().set_name(name)?, lang, table, contents)?;
    }
    Ok(book.save_to_buffer()?)
}

pub(super) fn book(at: Date, title: &str) -> Workbook {
    let mut book = Workbook::new();
    let day = at.reckoned();
    let made = ExcelDateTime::from_ymd(day.year.max(1900).unsigned_abs(), day.month.max(1), day.day.max(1));
    let mut properties = DocProperties::new().set_title(title).set_author("Rumah DataKu");
    if let Ok(made) = made {
        properties = properties.set_creation_datetime(&made);
    }
    book.set_properties(&properties);
    book
}

fn write_contents(
    sheet: &mut Worksheet,
    lang: Lang,
    cover: &Cover,
    tables: &[Table],
    names: &[String],
) -> Result<(), WorkbookError> {
    sheet.set_screen_gridlines(false).set_column_width(0, 6)?.set_column_width(1, 64)?.set_column_width(2, 44)?;
    sheet.write_with_format(0, 0, &cover.title, &title_format())?;
    let mut row = 1;
    let dated = (cover.at != Date::default()).then(|| words::as_of(lang, number::date(lang, cover.at)));
    for line in cover.lines.iter().chain(&dated) {
        sheet.write_with_format(row, 0, line, &soft_format())?;
        row += 1;
    }
    row += 1;
    let headings = [words::contents_number(lang), words::contents_table(lang), words::contents_universe(lang)];
    for (column, heading) in headings.iter().enumerate() {
        sheet.write_with_format(row, column_number(column)?, *heading, &heading_format())?;
    }
    for (i, (table, name)) in tables.iter().zip(names).enumerate() {
        row += 1;
        sheet.write(row, 0, i as u32 + 1)?;
        let link = Url::new(format!("internal:'{}'!A1", name.replace('\'', "''"))).set_text(&table.title);
        sheet.write_url(row, 1, link)?;
        sheet.write(row, 2, &table.note.universe)?;
    }
    Ok(())
}

fn write_table(sheet: &mut Worksheet, lang: Lang, table: &Table, contents: &str) -> Result<(), WorkbookError> {
    let lines = table.note.lines(lang);
    sheet.write_with_format(0, 0, &table.title, &title_format())?;
    let first_lines: Vec<&str> = lines.iter().take(2).map(String::as_str).collect();
    sheet.write_with_format(1, 0, first_lines.join(" · "), &soft_format())?;
    let mut widths: Vec<usize> = vec![8; table.columns.len()];
    for (i, column) in table.columns.iter().enumerate() {
        let format =
            if column.kind == Kind::Text { heading_format() } else { heading_format().set_align(FormatAlign::Right) };
        sheet.write_with_format(HEAD_ROW, column_number(i)?, &column.label, &format)?;
        let shown = (0..table.rows.len()).map(|row| table.shown(lang, row, i).chars().count());
        let longest_word = column.label.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
        widths[i] = shown.max().unwrap_or(0).max(longest_word).max(widths[i]);
    }
    for (i, width) in widths.iter().enumerate() {
        sheet.set_column_width(column_number(i)?, column_width(*width))?;
    }
    let mut at = HEAD_ROW;
    for row in &table.rows {
        at += 1;
        write_row(sheet, at, table, row)?;
    }
    sheet.set_freeze_panes(HEAD_ROW + 1, 1)?;
    for line in lines.iter().skip(2) {
        at += 1;
        sheet.write_with_format(at + 1, 0, line, &soft_format())?;
    }
    let back = Url::new(format!("internal:'{contents}'!A1")).set_text(words::back_to_contents(lang));
    sheet.write_url(at + 3, 0, back)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(HEAD_ROW, HEAD_ROW)?;
    Ok(())
}

fn write_row(sheet: &mut Worksheet, at: u32, table: &Table, row: &Row) -> Result<(), WorkbookError> {
    for (i, column) in table.columns.iter().enumerate() {
        let cell = row.cells.get(i).unwrap_or(&Cell::Empty);
        let format = row_format(row.kind);
        let place = column_number(i)?;
        match (cell, cell.number(column.kind)) {
            (Cell::Text(text), _) => sheet.write_with_format(at, place, literal(text), &format)?,
            (_, None) => sheet.write_blank(at, place, &format)?,
            (_, Some((value, decimals))) => {
                let percent = matches!(column.kind, Kind::Percent(_)) && !matches!(cell, Cell::Count(_));
                let zeros =
                    if decimals > 0 { format!(".{}", "0".repeat(usize::from(decimals))) } else { String::new() };
                let (value, pattern) =
                    if percent { (value / 100.0, format!("0{zeros}%")) } else { (value, format!("#,##0{zeros}")) };
                sheet.write_number_with_format(at, place, value, &format.set_num_format(pattern))?
            }
        };
    }
    Ok(())
}

/// The writer takes text in `<r>…</r>` for mark-up of its own; a space after it keeps it text.
fn literal(text: &str) -> String {
    let marked = text.starts_with("<r>") && text.ends_with("</r>");
    format!("{text}{}", if marked { " " } else { "" })
}

/// A name that spreadsheet programs take: at most 31 UTF-16 units, none of `[]:*?/\`, unlike the names `taken`.
pub(super) fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let clean: String =
        wanted.chars().map(|c| if c.is_control() || "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
    let words = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = if words.is_empty() || words.eq_ignore_ascii_case("history") { format!("Data {words}") } else { words };
    let mut number = 1;
    loop {
        let tail = if number > 1 { format!(" ({number})") } else { String::new() };
        let name = shortened(words.trim(), 31 - tail.len()) + &tail;
        if !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

/// At most `limit` UTF-16 units of the text, cut between words where that leaves half of it.
fn shortened(text: &str, limit: usize) -> String {
    let mut units = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= limit
        })
        .collect();
    match kept.rfind(' ') {
        Some(space) if kept.len() < text.len() && space > limit / 2 => kept[..space].to_owned(),
        _ => kept.trim_end().to_owned(),
    }
}

pub(super) fn column_number(column: usize) -> Result<u16, WorkbookError> {
    u16::try_from(column).map_err(|_| WorkbookError::TooLarge)
}

/// Width in characters, with air, within what a screen bears.
pub(super) fn column_width(n_chars: usize) -> f64 {
    n_chars.clamp(6, 58) as f64 + 2.0
}

fn title_format() -> Format {
    Format::new().set_bold().set_font_size(14).set_font_color(Color::RGB(RIVER))
}

fn soft_format() -> Format {
    Format::new().set_font_color(Color::RGB(SOFT))
}

pub(super) fn heading_format() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(RIVER))
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

fn row_format(kind: RowKind) -> Format {
    match kind {
        RowKind::Body => Format::new(),
        RowKind::Group => Format::new().set_bold().set_font_color(Color::RGB(RIVER)),
        RowKind::Total => {
            Format::new().set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(Color::RGB(LINE))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::Note;
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    fn read(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
        Xlsx::new(Cursor::new(bytes)).unwrap()
    }

    fn table(title: &str) -> Table {
        let note = Note { universe: "penduduk".into(), source: "registrasi".into(), ..Note::default() };
        let mut table = Table::new("x", title, note)
            .column("RT", Kind::Text)
            .column("Jumlah", Kind::Count)
            .column("Persen", Kind::Percent(1));
        table.push(RowKind::Body, vec![Cell::text("RT 01"), Cell::Count(12), Cell::share(12, 48)]);
        table.push(RowKind::Total, vec![Cell::text("Jumlah"), Cell::Count(48), Cell::share(0, 0)]);
        table
    }

    #[test]
    fn every_table_has_its_sheet_and_the_contents_name_it() {
        let cover = Cover { title: "Desa Contoh".into(), lines: vec!["Data contoh".into()], at: Date::default() };
        let tables =
            [table("Penduduk menurut kelompok umur dan jenis kelamin"), table("Penduduk menurut kelompok umur & RT?")];
        let bytes = tables_workbook(Lang::Id, &cover, &tables).unwrap();
        assert_eq!(bytes, tables_workbook(Lang::Id, &cover, &tables).unwrap(), "same tables, same bytes");
        let mut book = read(bytes);
        assert_eq!(
            book.sheet_names(),
            ["Daftar isi", "Penduduk menurut kelompok umur", "Penduduk menurut kelompok (2)"]
        );
        let sheet = book.worksheet_range("Penduduk menurut kelompok umur").unwrap();
        assert_eq!(sheet.get_value((4, 1)), Some(&Data::Float(12.0)));
        assert_eq!(sheet.get_value((4, 2)), Some(&Data::Float(0.25)));
        assert_eq!(sheet.get_value((1, 0)), Some(&Data::String("Cakupan: penduduk · Sumber: registrasi".into())));
        let contents = book.worksheet_range("Daftar isi").unwrap();
        assert_eq!(contents.get_value((4, 1)), Some(&Data::String(tables[0].title.clone())));
    }

    #[test]
    fn sheet_names_are_what_spreadsheets_take() {
        for (wanted, taken, name) in [
            ("RT/RW: [semua]?", vec![], "RT RW semua"),
            ("'kutip'", vec![], "kutip"),
            ("", vec![], "Data"),
            ("History", vec![], "Data History"),
            ("Umur", vec!["UMUR".to_owned()], "Umur (2)"),
            ("Penduduk menurut pendidikan terakhir", vec![], "Penduduk menurut pendidikan"),
            ("Pendudukmenurutpendidikanterakhir", vec![], "Pendudukmenurutpendidikanterakh"),
            ("🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟", vec![], "🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟🐟"),
        ] {
            assert_eq!(sheet_name(wanted, &taken), name);
        }
    }
}
