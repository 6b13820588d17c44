//! Values of any unit by place, each row shaded from its own lowest to its own highest: indicators by area, as a picture that
//! is saved or copied.

use super::Chart;
use super::drawing::{Drawing, Mark};
use super::heat::{GridCell, grid};
use crate::lang::{Lang, catalogue, present as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// Shades of a row, the lowest first.
const SHADES: u8 = 5;

/// Values by place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shaded {
    /// What the rows are: "Indikator".
    pub heading: String,
    /// The places; the first column is the whole and has no shade.
    pub columns: Vec<String>,
    /// Rows: a label, and for each column the value in words and its shade, 1 to 5; 0 has none.
    pub rows: Vec<(String, Vec<(String, u8)>)>,
}

impl Shaded {
    /// Where a row is highest.
    fn highest(&self, cells: &[(String, u8)]) -> Option<(&str, String)> {
        let at = cells.iter().position(|(_, shade)| *shade == SHADES)?;
        Some((self.columns.get(at)?, cells[at].0.clone()))
    }
}

impl Chart for Shaded {
    fn finding(&self, lang: Lang) -> String {
        let mut known = self.rows.iter().filter_map(|(label, cells)| Some((label, self.highest(cells)?)));
        known.next().map_or(words::no_figures(lang).to_owned(), |(label, (place, value))| {
            format!("{label}: {}", words::highest(lang, place, value))
        })
    }

    fn summary(&self, lang: Lang) -> String {
        let told = |(label, cells): &(String, Vec<(String, u8)>)| {
            let (place, value) = self.highest(cells)?;
            Some(format!("{label}: {}.", words::highest(lang, place, value)))
        };
        let told: Vec<String> = self.rows.iter().filter_map(told).collect();
        if told.is_empty() { words::no_figures(lang).to_owned() } else { told.join(" ") }
    }

    fn table(&self, _: Lang, id: &str, title: &str, note: Note) -> Table {
        let mut table = Table::new(id, title, note).column(&self.heading, Kind::Text);
        for column in &self.columns {
            table = table.column(column, Kind::Text);
        }
        for (label, cells) in &self.rows {
            let cells = cells.iter().map(|(text, _)| Cell::text(text));
            table.push(RowKind::Body, std::iter::once(Cell::text(label)).chain(cells).collect());
        }
        table
    }

    fn draw(&self, d: &mut Drawing) {
        if self.rows.is_empty() || self.columns.is_empty() {
            return d.paragraph(words::no_figures(d.lang), d.soft());
        }
        let end = |at: u8, text: &str| (Mark::Class(at), text.to_owned());
        d.legend(&[end(0, catalogue::shade_low(d.lang)), end(SHADES - 1, catalogue::shade_high(d.lang))]);
        d.y += 6.0 * d.scale;
        let cell = |(text, shade): &(String, u8)| (text.clone(), shade.checked_sub(1));
        let rows: Vec<(&str, Vec<GridCell>)> =
            self.rows.iter().map(|(label, cells)| (label.as_str(), cells.iter().map(cell).collect())).collect();
        grid(d, &self.columns, &rows);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::check::{check, elements, frame};
    use super::*;

    fn village(n: usize) -> Shaded {
        let row = |label: &str, whole: &str, step: usize| {
            let cells = (0..n).map(|at| ((10 + at * step).to_string(), 1 + ((at * step) % 5) as u8));
            (label.to_owned(), std::iter::once((whole.to_owned(), 0)).chain(cells).collect::<Vec<_>>())
        };
        let mut rows = vec![row("Air minum layak", "61,2%", 1), row("Anggota rata-rata keluarga", "3,8 orang", 2)];
        if let Some(cell) = rows[0].1.get_mut(2) {
            *cell = ("*".to_owned(), 0);
        }
        let places = (1..=n).map(|at| format!("RT {at}, Dusun Hilir"));
        let columns = std::iter::once("Seluruh desa".to_owned()).chain(places).collect();
        Shaded { heading: "Indikator".into(), columns, rows }
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&village(3));
        check(&village(40));
        check(&Shaded::default());
    }

    #[test]
    fn each_value_stands_above_its_shade_and_what_is_hidden_has_none() {
        let all = elements(&village(5).svg(&frame(Theme::Screen, 720)));
        // Two of the legend; the whole and the star have none.
        let shades = all.iter().filter(|e| e.name == "rect").count() - 2;
        assert_eq!(shades, 5 - 1 + 5);
        assert!(all.iter().any(|e| e.name == "text" && e.text == "*"));
        let csv = village(2).table(Lang::Id, "a", "A", Note::default()).to_csv();
        assert!(csv.contains("Air minum layak,\"61,2%\",10,*"), "{csv}");
    }
}
