//! Named rows of shares: what heat tables and small multiples of bars have in common.

use super::{SMALL_DENOMINATOR, share_text};
use crate::base::Share;
use crate::lang::{Lang, present as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// A row of shares.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ShareRow {
    /// Its name.
    pub label: String,
    /// A share for each column; nothing where it is hidden.
    pub shares: Vec<Option<Share>>,
}

/// The percentage, where the denominator is large enough.
pub(super) fn percent(share: &Share) -> Option<f64> {
    share.times(100.0).filter(|_| share.denominator >= SMALL_DENOMINATOR)
}

/// Row, column and percentage of the highest share that stands on cases enough.
pub(super) fn highest<'a>(rows: &'a [ShareRow], columns: &'a [String]) -> Option<(&'a str, &'a str, f64)> {
    let cells = rows.iter().flat_map(|row| {
        let named = row.shares.iter().zip(columns);
        named.filter_map(|(share, column)| Some((row.label.as_str(), column.as_str(), percent(share.as_ref()?)?)))
    });
    cells.reduce(|most, one| if one.2 > most.2 { one } else { most })
}

/// All rows, told.
pub(super) fn summary(rows: &[ShareRow], columns: &[String], lang: Lang) -> String {
    let told = rows.iter().map(|row| {
        let cells = row.shares.iter().zip(columns);
        let cells = cells.filter_map(|(share, column)| Some(format!("{column} {}", share_text(lang, (*share)?))));
        format!("{}: {}", row.label, cells.collect::<Vec<_>>().join(", "))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { words::no_figures(lang).to_owned() } else { told.join("; ") + "." }
}

/// The rows as a table, `*` where a share is hidden.
pub(super) fn table(rows: &[ShareRow], columns: &[String], heading: &str, id: &str, title: &str, note: Note) -> Table {
    let mut table = Table::new(id, title, note).column(heading, Kind::Text);
    for column in columns {
        table = table.column(column, Kind::Percent(1));
    }
    for row in rows {
        let cells = row.shares.iter().map(|share| share.map_or(Cell::text("*"), Cell::Share));
        table.push(RowKind::Body, std::iter::once(Cell::text(&row.label)).chain(cells).collect());
    }
    table
}
