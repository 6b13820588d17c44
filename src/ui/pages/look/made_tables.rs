//! Tables of one's own choice that are kept on this browser: the choices alone, never a figure.

use crate::ui::shell::preferences;
use std::cell::RefCell;

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
}

thread_local! {
    static LAST: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

/// What was chosen last while the site is open; education by sex at first.
pub(super) fn last() -> Kept {
    let first = || Kept {
        universe: "umur_15".into(),
        rows: "pendidikan".into(),
        columns: "jenis_kelamin".into(),
        answer: "0".into(),
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
        [&one.name, &one.universe, &one.rows, &one.columns, &one.only, &one.answer, &one.cells]
            .map(|part| part.replace([BETWEEN, '\n'], " "))
            .join(&BETWEEN.to_string())
    };
    preferences::set(KEY, &all.iter().map(line).collect::<Vec<_>>().join("\n"));
    all
}
