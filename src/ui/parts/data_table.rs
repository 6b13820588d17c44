//! A table of figures as HTML: row and column headings for screen readers, the first column stays in sight, and a table
//! wider than the screen scrolls by itself, also with the keyboard.

use crate::present::{Cell, Kind, RowKind, Table};
use crate::ui::lang;
use crate::ui::parts::gradual::{Piece, gradually};
use leptos::prelude::*;
use std::sync::Arc;

/// Rows that are built together, and how many such pieces stand at once: a village of 600 RT has as many rows.
const A_PIECE: usize = 20;
const AT_ONCE: usize = 2;

/// Shows a table of figures with its title and of whom, when and whence it is.
///
/// ```ignore
/// data_table(&reply.table)
/// ```
pub fn data_table(table: &Table) -> AnyView {
    whole(table, None)
}

/// The same with counts that can be pressed: `open` hears of row and column.
pub fn opening_table(table: &Table, open: Callback<(usize, usize)>) -> AnyView {
    whole(table, Some(open))
}

fn whole(table: &Table, open: Option<Callback<(usize, usize)>>) -> AnyView {
    let head: Vec<_> = table
        .columns
        .iter()
        .map(|column| view! { <th scope="col" class=side(column.kind)>{column.label.clone()}</th> }.into_any())
        .collect();
    let (table, rows) = (Arc::new(table.clone()), table.rows.len());
    let piece = |from: usize| {
        let table = Arc::clone(&table);
        let part =
            move || (from..rows.min(from + A_PIECE)).map(|row| line(&table, row, open)).collect_view().into_any();
        Box::new(part) as Piece
    };
    let body = gradually((0..rows).step_by(A_PIECE).map(piece).collect(), AT_ONCE, || ());
    let note: Vec<_> =
        table.note.lines(lang()).into_iter().map(|line| view! { <span>{line}</span> }.into_any()).collect();
    view! {
        <figure class="table">
            <figcaption class="table-title">{table.title.clone()}</figcaption>
            <div class="scroll" role="region" tabindex="0" aria-label=table.title.clone()>
                <table aria-label=table.title.clone()>
                    <thead>
                        <tr>{head}</tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            <p class="table-note">{note}</p>
        </figure>
    }
    .into_any()
}

fn line(table: &Table, row: usize, open: Option<Callback<(usize, usize)>>) -> AnyView {
    let kind = table.rows.get(row).map(|row| row.kind).unwrap_or_default();
    let class = match kind {
        RowKind::Body => "",
        RowKind::Total => "table-total",
        RowKind::Group => "table-group",
    };
    if kind == RowKind::Group {
        let span = table.columns.len().to_string();
        let heading = table.shown(lang(), row, 0);
        return view! { <tr class=class><th scope="rowgroup" colspan=span>{heading}</th></tr> }.into_any();
    }
    let cells: Vec<_> = (0..table.columns.len())
        .map(|column| {
            let text = table.shown(lang(), row, column);
            if column == 0 {
                view! { <th scope="row">{text}</th> }.into_any()
            } else {
                let class = side(table.columns[column].kind);
                let shown = match (open, table.rows[row].cells.get(column)) {
                    (Some(open), Some(Cell::Count(1..))) => {
                        let press = move |_| open.run((row, column));
                        let whose = format!("{}, {}: {text}", table.shown(lang(), row, 0), table.columns[column].label);
                        let whose = crate::lang::table_maker::open_cell(lang(), &whose);
                        view! { <button type="button" class="cell" aria-label=whose on:click=press>{text}</button> }
                            .into_any()
                    }
                    _ => text.into_any(),
                };
                view! { <td class=class>{shown}</td> }.into_any()
            }
        })
        .collect();
    view! { <tr class=class>{cells}</tr> }.into_any()
}

/// Numbers stand right, words left.
fn side(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "",
        _ => "number",
    }
}
