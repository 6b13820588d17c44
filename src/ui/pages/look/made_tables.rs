//! What is chosen for a table of one's own: remembered while the site is open, and brought over from where it was kept
//! before tables were papers. The choices alone, never a figure.

use super::maker::CELLS;
use crate::engine::protocol::{AnswerGroup, CellsOf, KeptTable, MakeTable};
use crate::ui::shell::preferences;
use std::cell::{Cell, RefCell};

/// Where this browser kept tables before.
const OLD_KEY: &str = "tables";

/// Groups as text: groups apart by `;`, places by `+`, a name behind `=`.
pub(super) fn written(groups: &[AnswerGroup]) -> String {
    let plain = |label: &str| label.replace([';', '='], ",");
    let group = |group: &AnswerGroup| {
        let places: Vec<String> = group.answers.iter().map(u16::to_string).collect();
        let name = if group.label.is_empty() { String::new() } else { format!("={}", plain(&group.label)) };
        format!("{}{name}", places.join("+"))
    };
    groups.iter().map(group).collect::<Vec<_>>().join(";")
}

/// Groups of such a text; what is no number is left out.
pub(super) fn groups(text: &str) -> Vec<AnswerGroup> {
    let group = |text: &str| {
        let (places, label) = text.split_once('=').unwrap_or((text, ""));
        let answers: Vec<u16> = places.split('+').filter_map(|place| place.parse().ok()).collect();
        (!answers.is_empty()).then(|| AnswerGroup { label: label.to_owned(), answers })
    };
    text.split(';').filter_map(group).collect()
}

thread_local! {
    static OPENING: Cell<bool> = const { Cell::new(false) };
    static LAST: RefCell<Option<KeptTable>> = const { RefCell::new(None) };
}

/// Sets a whole choice at once: the orders that come with it stand, although their variables change.
pub(super) fn open(set: impl FnOnce()) {
    OPENING.set(true);
    set();
    // Effects run after this task's signals have been set.
    leptos::prelude::request_animation_frame(|| OPENING.set(false));
}

/// True while a whole choice is being set.
pub(super) fn just_opened() -> bool {
    OPENING.get()
}

/// What was chosen last while the site is open; education by sex at first.
pub(super) fn last() -> KeptTable {
    let first = || {
        let [universe, rows, columns] = ["umur_15", "pendidikan", "jenis_kelamin"].map(str::to_owned);
        let table = MakeTable { universe, rows, columns, hide_below: 5, ..MakeTable::default() };
        KeptTable { table, ..KeptTable::default() }
    };
    LAST.with_borrow(Clone::clone).unwrap_or_else(first)
}

/// Remembers the choice while the site is open.
pub(super) fn set_last(choice: KeptTable) {
    LAST.set(Some(choice));
}

/// Tables that this browser kept before they were papers, with their names.
pub(super) fn old() -> Vec<(String, KeptTable)> {
    preferences::get(OLD_KEY).unwrap_or_default().lines().filter_map(read).collect()
}

/// Forgets them.
pub(super) fn forget_old() {
    preferences::set(OLD_KEY, "");
}

fn read(line: &str) -> Option<(String, KeptTable)> {
    let mut parts = line.split('\t').map(str::to_owned);
    let [name, universe, rows, columns, only, answer, cells] = std::array::from_fn(|_| parts.next());
    let [layer, layer_answer, row_groups, column_groups] = std::array::from_fn(|_| parts.next().unwrap_or_default());
    let narrowed = |id: String, place: &str| (!id.is_empty()).then(|| (id, place.parse().unwrap_or(0)));
    let cells = cells?;
    let table = MakeTable {
        universe: universe?,
        rows: rows?,
        columns: columns?,
        row_groups: groups(&row_groups),
        column_groups: groups(&column_groups),
        only: narrowed(only?, &answer?),
        layer: narrowed(layer, &layer_answer),
        cells: CELLS.iter().find(|(key, ..)| *key == cells).map_or(CellsOf::Counts, |(_, cells, _)| *cells),
        hide_below: 5,
        ..MakeTable::default()
    };
    Some((name?, KeptTable { table, ..KeptTable::default() }))
}
