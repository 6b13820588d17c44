//! The forms in which the figures of a table are drawn, each made from what the table shows.

use super::made_read::{Seen, SeenRow};
use crate::base::Order as _;
use crate::base::Share;
use crate::engine::protocol::CellsOf;
use crate::lang::{Lang, analyse, table_maker as words};
use crate::present::chart::form::MOST_PARTS;
use crate::present::chart::{
    Bar, Bars, Columns, Counts, Dots, Earlier, Full, Heat, Hue, Middle, Middles, Ordered, Panels, Pyramid, Series,
    ShareRow, Stacked, Veil, Waffle,
};
use crate::present::{Cell, Kind, Row, RowKind, Table};

/// Bars of the sums of rows, out of all.
pub(super) fn bars(seen: &Seen) -> Bars {
    let denominator = seen.total.all.unwrap_or(0);
    let bar = |row: &SeenRow, hue| {
        let numerator = row.all.filter(|n| *n > 0)?;
        Some(Bar { label: row.label.clone(), share: Share { numerator, denominator }, hue })
    };
    let known = seen.rows.iter().filter_map(|row| bar(row, Hue::One));
    let missing = seen.missing.as_ref().and_then(|row| bar(row, Hue::Rest));
    Bars { heading: seen.heading.clone(), bars: known.chain(missing).collect(), full: Full::Largest }
}

/// The largest parts as signs of a hundred, and all others together.
pub(super) fn waffle(seen: &Seen, unit: &str, lang: Lang) -> Waffle {
    let total = seen.total.all.unwrap_or(0);
    let counts = seen.rows.iter().enumerate();
    let mut known: Vec<(usize, &str, u32)> =
        counts.filter_map(|(at, row)| Some((at, row.label.as_str(), row.all.filter(|n| *n > 0)?))).collect();
    known.order_by_key(|(.., n)| std::cmp::Reverse(*n));
    let others = known.len() > MOST_PARTS;
    known.truncate(MOST_PARTS);
    known.order_by_key(|(at, ..)| *at);
    let rest = total.saturating_sub(known.iter().map(|(.., n)| n).sum());
    let part = |(at, (_, label, n)): (usize, (usize, &str, u32))| (Series::new(label, Hue::of_series(at)), n);
    let mut parts: Vec<(Series, u32)> = known.into_iter().enumerate().map(part).collect();
    if rest > 0 {
        let label = if others { words::others_or_rest(lang) } else { words::rest(lang) };
        parts.push((Series::new(label, Hue::Rest), rest));
    }
    Waffle { heading: seen.heading.clone(), unit: unit.to_owned(), parts }
}

fn series(seen: &Seen, lang: Lang) -> Vec<Series> {
    match seen.parts == [analyse::male(lang), analyse::female(lang)] {
        true => vec![Series::male(lang), Series::female(lang)],
        false => seen.parts.iter().zip(0..).map(|(label, at)| Series::new(label, Hue::of_series(at))).collect(),
    }
}

/// Bars side by side; a hidden count has none.
pub(super) fn grouped(seen: &Seen, unit: &str, lang: Lang) -> Columns {
    let mut series = series(seen, lang);
    if series.iter().all(|one| one.letter.is_empty()) {
        series.iter_mut().zip('a'..).for_each(|(one, letter)| one.letter = letter.to_string());
    }
    let some = |row: &&SeenRow| row.cells.iter().flatten().any(|n| *n > 0);
    let counts = |row: &SeenRow| row.cells.iter().map(|n| n.unwrap_or(0)).collect::<Vec<_>>();
    let groups = seen.rows.iter().filter(some).map(|row| Counts::new(&row.label, counts(row))).collect();
    Columns { heading: seen.heading.clone(), unit: unit.to_owned(), series, groups }
}

/// Lines over the rows, one a column, or one of the sums of rows; what is hidden is a gap.
pub(super) fn ordered(seen: &Seen, unit: &str, lang: Lang) -> Ordered {
    let mut lines: Vec<(Series, Vec<Option<u32>>)> = match seen.parts.is_empty() {
        true => vec![(Series::new("", Hue::One), seen.rows.iter().map(|row| row.all).collect())],
        false => {
            let counts = |at: usize| seen.rows.iter().map(|row| row.cells[at]).collect();
            series(seen, lang).into_iter().enumerate().map(|(at, series)| (series, counts(at))).collect()
        }
    };
    if lines.len() > 1 && lines.iter().all(|(one, _)| one.letter.is_empty()) {
        lines.iter_mut().zip('a'..).for_each(|((one, _), letter)| one.letter = letter.to_string());
    }
    let answers = seen.rows.iter().map(|row| row.label.clone()).collect();
    Ordered { heading: seen.heading.clone(), unit: unit.to_owned(), answers, lines }
}

/// Means and medians of a table of them; nothing where those of all are hidden.
pub(super) fn middles(table: &Table, cells: CellsOf, lang: Lang) -> Option<Middles> {
    let number = |cell: Option<&Cell>| if let Some(Cell::Number(n, _)) = cell { Some(*n) } else { None };
    let total = table.rows.iter().rfind(|row| row.kind == RowKind::Total)?;
    let all = Some(number(total.cells.get(2))?);
    // Of nobody there is no mean, and no row.
    let some = |row: &&Row| row.kind == RowKind::Body && row.cells.get(1) != Some(&Cell::Count(0));
    let row = |row: &Row| Middle {
        label: row.cells.first().map_or(String::new(), |cell| cell.shown(lang, Kind::Text)),
        mean: number(row.cells.get(2)),
        median: number(row.cells.get(3)),
    };
    let (what, unit) = match cells {
        CellsOf::FamilySize => (words::mean_size(lang), analyse::persons(lang)),
        CellsOf::FloorPerPerson => (words::mean_floor(lang), "m²"),
        _ => (words::mean_age(lang), crate::lang::time::years_unit(lang)),
    };
    Some(Middles {
        heading: table.columns.first().map_or(String::new(), |column| column.label.clone()),
        what: what.to_owned(),
        unit: unit.to_owned(),
        rows: table.rows.iter().filter(some).map(row).collect(),
        all,
    })
}

/// How the rows whose sum is shown divide; what is hidden or without an answer is one part at the end.
pub(super) fn stacked(seen: &Seen, unit: &str, full: Full, lang: Lang) -> Stacked {
    let row = |row: &SeenRow| {
        let all = row.all.filter(|all| *all > 0)?;
        let parts: Vec<u32> = row.cells.iter().map(|n| n.unwrap_or(0)).collect();
        let rest = all.checked_sub(parts.iter().sum())?;
        Some(Counts::new(&row.label, parts.into_iter().chain([rest]).collect::<Vec<_>>()))
    };
    let mut rows: Vec<Counts> = seen.rows.iter().chain(&seen.missing).filter_map(row).collect();
    let mut series = series(seen, lang);
    let n = seen.parts.len();
    if rows.iter().any(|row| row.counts[n] > 0) {
        series.push(Series::new(words::rest(lang), Hue::Rest));
    } else {
        rows.iter_mut().for_each(|row| row.counts.truncate(n));
    }
    Stacked { heading: seen.heading.clone(), unit: unit.to_owned(), series, rows, full }
}

/// A share of each area, of the answer `of` or the first, with that of the whole.
pub(super) fn dots(seen: &Seen, of: &str, whole: String) -> Dots {
    let at = seen.parts.iter().position(|part| part == of).unwrap_or(0);
    let area = |row: &SeenRow| Some(Bar { label: row.label.clone(), share: row.share(at)?, hue: Hue::One });
    Dots {
        heading: seen.heading.clone(),
        subject: seen.parts.get(at).cloned().unwrap_or_default(),
        areas: seen.rows.iter().filter_map(area).filter(|area| area.share.denominator > 0).collect(),
        whole_label: whole,
        whole: seen.total.share(at).unwrap_or_default(),
    }
}

fn shares(seen: &Seen, row: &SeenRow) -> Vec<Option<Share>> {
    (0..seen.parts.len()).map(|at| row.share(at)).collect()
}

/// Rows of which there is somebody, or perhaps.
fn inhabited(seen: &Seen) -> impl Iterator<Item = &SeenRow> {
    seen.rows.iter().filter(|row| row.all != Some(0))
}

/// How each row divides, shaded.
pub(super) fn heat(seen: &Seen) -> Heat {
    let row = |row: &SeenRow| ShareRow { label: row.label.clone(), shares: shares(seen, row) };
    Heat { heading: seen.heading.clone(), columns: seen.parts.clone(), rows: inhabited(seen).map(row).collect() }
}

/// A small picture a row (of areas), or else one a column.
pub(super) fn panels(seen: &Seen, of_rows: bool) -> Panels {
    if of_rows {
        let facet = |row: &SeenRow| ShareRow { label: row.label.clone(), shares: shares(seen, row) };
        let panels = inhabited(seen).map(facet).collect();
        return Panels { by: seen.heading.clone(), bars: seen.parts.clone(), panels, of_rows };
    }
    let column = |at: usize| {
        // The share of a column is out of those with an answer, where that can be seen.
        let of = match &seen.missing {
            None => seen.total.cells[at],
            Some(missing) => seen.total.cells[at].zip(missing.cells[at]).map(|(all, none)| all - none),
        };
        let share = |row: &SeenRow| Some(Share { numerator: row.cells[at]?, denominator: of? });
        ShareRow { label: seen.parts[at].clone(), shares: inhabited(seen).map(share).collect() }
    };
    Panels {
        by: seen.heading.clone(),
        bars: inhabited(seen).map(|row| row.label.clone()).collect(),
        panels: (0..seen.parts.len()).map(column).collect(),
        of_rows,
    }
}

/// Ages by sex, with another outline where its sums are seen; what is hidden of either stands as a star.
pub(super) fn pyramid(seen: &Seen, group_years: u8, other: Option<(String, Option<Seen>)>) -> Pyramid {
    let side = |seen: &Seen, at: usize| seen.rows.iter().map(|row| row.cells[at].unwrap_or(0)).collect::<Vec<_>>();
    let veil = |seen: &Seen| {
        let hidden = |at: usize| seen.rows.iter().map(|row| row.cells[at].is_none()).collect::<Vec<_>>();
        let totals = both_sums(seen)?;
        (!seen.is_open()).then(|| Veil { hidden: [hidden(0), hidden(1)], totals })
    };
    let (male, female) = (side(seen, 0), side(seen, 1));
    let placed: u32 = male.iter().chain(&female).sum();
    let earlier = other.and_then(|(label, other)| {
        let other = other.filter(|other| other.is_open() || both_sums(other).is_some())?;
        Some(Earlier { label, male: side(&other, 0), female: side(&other, 1), veil: veil(&other) })
    });
    let veil = veil(seen);
    let unplaced = match &veil {
        // What is hidden is not without a place: only those are told whose row is shown.
        Some(_) => seen.missing.as_ref().and_then(|row| row.all).unwrap_or(0),
        None => seen.total.all.unwrap_or(0).saturating_sub(placed),
    };
    Pyramid {
        groups: seen.rows.iter().map(|row| row.label.clone()).collect(),
        group_years,
        unplaced,
        median_age: None,
        earlier,
        veil,
        male,
        female,
    }
}

/// All men and boys, all women and girls, where both are seen.
pub(super) fn both_sums(seen: &Seen) -> Option<[u32; 2]> {
    match seen.total.cells.as_slice() {
        [Some(male), Some(female)] => Some([*male, *female]),
        _ => None,
    }
}
