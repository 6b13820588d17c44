//! The table behind every figure: what it counts, of whom, when, and out of how many. It travels to the page as it is and
//! becomes HTML there, CSV and XLSX here.

use crate::base::{Date, Share};
use crate::lang::{Lang, number, present as words};
use serde::{Deserialize, Serialize};

/// A table of finished figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Stable name, lower case with hyphens: file name and link.
    pub id: String,
    /// What the table shows, in one sentence without a period.
    pub title: String,
    /// Of whom, when, from where.
    pub note: Note,
    /// The columns, the first of them the row headings.
    pub columns: Vec<Column>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Row>,
}

/// Of whom the figures speak, when, and where they come from. Empty parts are not shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Who is counted (cakupan), for instance "penduduk 10 tahun ke atas".
    pub universe: String,
    /// Reference date (tanggal acuan); the default date means none.
    pub at: Date,
    /// Where the figures come from.
    pub source: String,
    /// Definition of resident used.
    pub resident: String,
    /// What else the reader must know, in sentences.
    pub remark: String,
}

/// A column and how its cells are written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Heading.
    pub label: String,
    /// What the cells hold.
    pub kind: Kind,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Words.
    Text,
    /// Whole numbers of persons, families or events.
    Count,
    /// Percent of a denominator, with so many decimals.
    Percent(u8),
    /// Any other number; each cell says its decimals.
    Decimal,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// How the row stands out.
    pub kind: RowKind,
}

/// How a row stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowKind {
    /// An ordinary row.
    #[default]
    Body,
    /// The sum of rows above.
    Total,
    /// A heading over the rows that follow.
    Group,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number.
    Count(u32),
    /// A share; a `Percent` column shows the percentage, a `Count` column the numerator.
    Share(Share),
    /// A number and its decimals.
    Number(f64, u8),
    /// Nothing to show.
    #[default]
    Empty,
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    /// `numerator` out of `denominator`.
    pub fn share(numerator: u32, denominator: u32) -> Cell {
        Cell::Share(Share { numerator, denominator })
    }

    /// The number of the cell and its decimals, in the unit of a column of this kind.
    pub fn number(&self, kind: Kind) -> Option<(f64, u8)> {
        match (self, kind) {
            (Cell::Count(n), _) => Some((f64::from(*n), 0)),
            (Cell::Number(number, decimals), _) => Some((*number, *decimals)),
            (Cell::Share(share), Kind::Percent(decimals)) => share.times(100.0).map(|percent| (percent, decimals)),
            (Cell::Share(share), _) => Some((f64::from(share.numerator), 0)),
            (Cell::Text(_) | Cell::Empty, _) => None,
        }
    }

    /// The cell as the reader of the language writes it, in a column of this kind; `–` for a share of nobody.
    pub fn shown(&self, lang: Lang, kind: Kind) -> String {
        match (self, self.number(kind)) {
            (Cell::Text(text), _) => text.clone(),
            (Cell::Empty, _) => String::new(),
            (_, None) => "–".to_owned(),
            (cell, Some((value, decimals))) => {
                let percent = matches!((cell, kind), (Cell::Share(_) | Cell::Number(..), Kind::Percent(_)));
                number::decimal(lang, value, usize::from(decimals)) + if percent { "%" } else { "" }
            }
        }
    }

    /// The cell for pasting into a spreadsheet: whole numbers without grouping, which every language reads alike, others as
    /// the reader of the language writes them.
    fn pasted(&self, lang: Lang, kind: Kind) -> String {
        match self.number(kind) {
            Some((_, 0)) => self.plain(kind),
            _ => self.shown(lang, kind),
        }
    }

    /// The cell for a machine: `.` before decimals, no grouping, no unit.
    fn plain(&self, kind: Kind) -> String {
        match (self, self.number(kind)) {
            (Cell::Text(text), _) => text.clone(),
            (_, None) => String::new(),
            (_, Some((value, decimals))) => {
                number::decimal(Lang::En, value, usize::from(decimals)).replace(',', "").replace('−', "-")
            }
        }
    }
}

impl Note {
    /// The note in sentences, the empty parts left out.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let dated = self.at != Date::default();
        [
            (!self.universe.is_empty()).then(|| words::universe(lang, &self.universe)),
            dated.then(|| words::as_of(lang, number::date(lang, self.at))),
            (!self.resident.is_empty()).then(|| words::resident(lang, &self.resident)),
            (!self.source.is_empty()).then(|| words::source(lang, &self.source)),
            (!self.remark.is_empty()).then(|| self.remark.clone()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Table {
    /// A table without columns and rows yet.
    pub fn new(id: &str, title: impl Into<String>, note: Note) -> Table {
        Table { id: id.to_owned(), title: title.into(), note, ..Table::default() }
    }

    /// Adds a column.
    pub fn column(mut self, label: impl Into<String>, kind: Kind) -> Table {
        self.columns.push(Column { label: label.into(), kind });
        self
    }

    /// Adds a row.
    pub fn push(&mut self, kind: RowKind, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind });
    }

    /// The cell of a row and column as the reader writes it; nothing outside the table.
    pub fn shown(&self, lang: Lang, row: usize, column: usize) -> String {
        let cell = self.rows.get(row).and_then(|row| row.cells.get(column));
        match (cell, self.columns.get(column)) {
            (Some(cell), Some(column)) => cell.shown(lang, column.kind),
            _ => String::new(),
        }
    }

    /// Headings, then rows, each as its pasted cells.
    fn pasted(&self, lang: Lang) -> Vec<Vec<String>> {
        let rows = self.rows.iter().map(|row| {
            let cells = self.columns.iter().enumerate();
            cells
                .map(|(i, column)| row.cells.get(i).map_or(String::new(), |cell| cell.pasted(lang, column.kind)))
                .collect()
        });
        std::iter::once(self.columns.iter().map(|column| column.label.clone()).collect()).chain(rows).collect()
    }

    /// Tab-separated text, for pasting into a spreadsheet.
    pub fn to_tsv(&self, lang: Lang) -> String {
        let line = |cells: Vec<String>| {
            cells.iter().map(|cell| cell.replace(['\t', '\n'], " ")).collect::<Vec<_>>().join("\t")
        };
        self.pasted(lang).into_iter().map(|cells| line(cells) + "\n").collect()
    }

    /// A table of HTML with its title and note, for pasting into a text.
    pub fn to_html(&self, lang: Lang) -> String {
        use super::chart::escaped;
        let line = |(at, cells): (usize, Vec<String>)| {
            let tag = if at == 0 { "th" } else { "td" };
            let cells: String = cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", escaped(cell))).collect();
            format!("<tr>{cells}</tr>")
        };
        let rows: String = self.pasted(lang).into_iter().enumerate().map(line).collect();
        let note: String = self.note.lines(lang).iter().map(|line| format!("<p>{}</p>", escaped(line))).collect();
        format!("<table><caption>{}</caption>{rows}</table>{note}", escaped(&self.title))
    }

    /// CSV after RFC 4180, UTF-8: a row of headings, then the rows. Headings of percentages end in `(%)`.
    pub fn to_csv(&self) -> String {
        let headings = self.columns.iter().map(|column| match column.kind {
            Kind::Percent(_) if !column.label.contains('%') => format!("{} (%)", column.label),
            _ => column.label.clone(),
        });
        let mut out = String::new();
        csv_line(&mut out, headings);
        for row in &self.rows {
            let cells = self.columns.iter().enumerate();
            csv_line(
                &mut out,
                cells.map(|(i, column)| row.cells.get(i).map_or(String::new(), |c| c.plain(column.kind))),
            );
        }
        out
    }
}

/// One CSV line, CRLF at its end; fields are quoted where they must be.
fn csv_line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (i, field) in fields.enumerate() {
        if i > 0 {
            out.push(',');
        }
        if field.contains(['"', ',', '\r', '\n']) {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&field);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    fn sample() -> Table {
        let note = Note {
            universe: "penduduk".into(),
            at: Date { year: 2026, month: 11, day: 24 },
            source: "Rumah DataKu Desa Contoh".into(),
            ..Note::default()
        };
        let mut table = Table::new("education", "Penduduk menurut pendidikan", note)
            .column("Pendidikan", Kind::Text)
            .column("Jumlah", Kind::Count)
            .column("Persen", Kind::Percent(1))
            .column("Rata-rata umur", Kind::Decimal);
        table.push(RowKind::Group, vec![Cell::text("Dasar")]);
        let mut row = |label: &str, n, mean| {
            table.push(RowKind::Body, vec![Cell::text(label), Cell::Count(n), Cell::share(n, 2_000), mean]);
        };
        row("SD, \"SR\"", 1_234, Cell::Number(-0.5, 2));
        row("SMP", 766, Cell::Empty);
        table.push(RowKind::Total, vec![Cell::text("Jumlah"), Cell::Count(2_000), Cell::share(0, 0)]);
        table
    }

    #[test]
    fn a_table_is_pasted_without_grouping_and_without_markup() {
        let mut table = Table::new("x", "Judul <b>", Note::default())
            .column("RT", Kind::Text)
            .column("Jumlah", Kind::Count)
            .column("Persen", Kind::Percent(1));
        table.push(RowKind::Body, vec![Cell::text("RT\t01 <i>"), Cell::Count(1_234), Cell::share(1, 8)]);
        assert_eq!(table.to_tsv(Lang::Id), "RT\tJumlah\tPersen\nRT 01 <i>\t1234\t12,5%\n");
        let html = table.to_html(Lang::Id);
        assert!(
            html.contains("<caption>Judul &lt;b&gt;</caption>") && html.contains("<td>1234</td><td>12,5%</td>"),
            "{html}"
        );
        assert!(!html.contains("<i>"));
    }

    #[test]
    fn csv_is_plain_and_quoted() {
        expect![[r#"
            Pendidikan,Jumlah,Persen (%),Rata-rata umur
            Dasar,,,
            "SD, ""SR""",1234,61.7,-0.50
            SMP,766,38.3,
            Jumlah,2000,,
        "#]]
        .assert_eq(&sample().to_csv().replace("\r\n", "\n"));
        assert_eq!(sample().to_csv().matches("\r\n").count(), 5);
        let csv = sample().to_csv();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.records().filter(|record| record.as_ref().is_ok_and(|r| r.len() == 4)).count(), 4);
    }

    #[test]
    fn cells_are_shown_in_the_language() {
        let table = sample();
        let shown = |lang, row| (0..4).map(|column| table.shown(lang, row, column)).collect::<Vec<_>>().join("|");
        assert_eq!(shown(Lang::Id, 1), "SD, \"SR\"|1.234|61,7%|−0,50");
        assert_eq!(shown(Lang::En, 1), "SD, \"SR\"|1,234|61.7%|−0.50");
        assert_eq!(shown(Lang::Id, 3), "Jumlah|2.000|–|");
        assert_eq!(
            table.note.lines(Lang::Id),
            ["Cakupan: penduduk", "Keadaan 24 November 2026", "Sumber: Rumah DataKu Desa Contoh"]
        );
    }
}
