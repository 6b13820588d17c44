//! Tables of one's own choice that are kept on this browser: the choices alone, never a figure.

use crate::engine::protocol::AnswerGroup;
use crate::ui::shell::preferences;
use std::cell::{Cell, RefCell};

const KEY: &str = "tables";
/// Parts of a kept table are apart by this, tables by lines; neither stands in a name of the engine.
const BETWEEN: char = '\t';

/// A choice, by the engine's names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Kept {
    /// What the user calls it.
    pub name: String,
    /// Of whom.
    pub universe: String,
    /// Down the side.
    pub rows: String,
    /// Across the top; empty for none.
    pub columns: String,
    /// The variable that narrows down; empty for none.
    pub only: String,
    /// Place of its answer.
    pub answer: String,
    /// What the cells hold.
    pub cells: String,
    /// The variable of the layers; empty for none.
    pub layer: String,
    /// Place of the layer's answer.
    pub layer_answer: String,
    /// Rows put together and in order, as [`written`] tells them.
    pub row_groups: String,
    /// The same for the columns.
    pub column_groups: String,
}

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
    static LAST: RefCell<Option<Kept>> = const { RefCell::new(None) };
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
pub(super) fn last() -> Kept {
    let first = || Kept {
        universe: "umur_15".into(),
        rows: "pendidikan".into(),
        columns: "jenis_kelamin".into(),
        answer: "0".into(),
        layer_answer: "0".into(),
        cells: "jumlah".into(),
        ..Kept::default()
    };
    LAST.with_borrow(Clone::clone).unwrap_or_else(first)
}

/// Remembers the choice while the site is open.
pub(super) fn set_last(choice: Kept) {
    LAST.set(Some(choice));
}

/// All that are kept, the newest first.
pub(super) fn kept() -> Vec<Kept> {
    let text = preferences::get(KEY).unwrap_or_default();
    text.lines().filter_map(read).collect()
}

fn read(line: &str) -> Option<Kept> {
    let mut parts = line.split(BETWEEN).map(str::to_owned);
    let mut part = || parts.next();
    Some(Kept {
        name: part()?,
        universe: part()?,
        rows: part()?,
        columns: part()?,
        only: part()?,
        answer: part()?,
        cells: part()?,
        // Tables that were kept before there were layers end here.
        layer: part().unwrap_or_default(),
        layer_answer: part().unwrap_or_else(|| "0".into()),
        row_groups: part().unwrap_or_default(),
        column_groups: part().unwrap_or_default(),
    })
}

/// Keeps one more, in place of one of the same name.
pub(super) fn keep(one: Kept) -> Vec<Kept> {
    let others = kept().into_iter().filter(|other| other.name != one.name);
    write(std::iter::once(one.clone()).chain(others).collect())
}

/// Forgets the one of this name.
pub(super) fn forget(name: &str) -> Vec<Kept> {
    write(kept().into_iter().filter(|one| one.name != name).collect())
}

fn write(all: Vec<Kept>) -> Vec<Kept> {
    let line = |one: &Kept| {
        let layer = [&one.layer, &one.layer_answer, &one.row_groups, &one.column_groups];
        let own = [&one.name, &one.universe, &one.rows, &one.columns, &one.only, &one.answer, &one.cells];
        own.into_iter()
            .chain(layer)
            .map(|part| part.replace([BETWEEN, '\n'], " "))
            .collect::<Vec<_>>()
            .join(&BETWEEN.to_string())
    };
    preferences::set(KEY, &all.iter().map(line).collect::<Vec<_>>().join("\n"));
    all
}
