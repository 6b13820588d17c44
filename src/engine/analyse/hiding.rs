//! What of a compared indicator everybody must not see: counts from 1 up to the threshold, and what would give them away.

use crate::analyse::disclosure::{Counted, suppress};
use crate::analyse::indicators::wider::Item;
use crate::analyse::indicators::{IndicatorValue, Small, Unit};

/// The counts that a value tells: those above the line, and the rest (or those beside them).
fn told(item: &Item, value: &IndicatorValue) -> [u32; 2] {
    let whole = |n: Option<f64>| n.map_or(0, |n| n.abs() as u32);
    let (n, of) = (whole(value.numerator), whole(value.denominator));
    match (item.entry.part, value.numerator) {
        (true, Some(_)) => [n, of.saturating_sub(n)],
        _ => [n, of],
    }
}

/// True where a value alone tells a count that is not for everybody.
pub(super) fn hides(item: &Item, value: &IndicatorValue, below: u32) -> bool {
    if matches!(item.entry.unit, Unit::Things | Unit::PerKm2) {
        return false;
    }
    told(item, value).iter().any(|n| (1..below).contains(n))
}

/// Rows of a comparison that everybody must not see: whoever knows the others and the whole could tell a small count.
pub(super) fn hidden_rows(item: &Item, values: &[(String, IndicatorValue)], below: u32) -> Vec<bool> {
    if below == 0 {
        return vec![false; values.len()];
    }
    let columns = if item.entry.small == Small::Count { 1 } else { 2 };
    let cells: Vec<u32> = values.iter().flat_map(|(_, value)| told(item, value).into_iter().take(columns)).collect();
    let hidden = suppress(&Counted { columns, cells: &cells }, below);
    // The sums stand on the card: where one of them would have to go, no row is shown at all.
    let all = hidden.total || hidden.columns.iter().any(|column| *column);
    (0..values.len())
        .map(|row| all || hidden.rows[row] || hidden.cells[row * columns..(row + 1) * columns].contains(&true))
        .collect()
}

/// Parts of a distribution that everybody must not see.
pub(super) fn hidden_parts(parts: &[(String, IndicatorValue)], below: u32) -> Vec<bool> {
    if below == 0 {
        return vec![false; parts.len()];
    }
    let cells: Vec<u32> = parts.iter().map(|(_, value)| value.numerator.map_or(0, |n| n.abs() as u32)).collect();
    let hidden = suppress(&Counted { columns: 1, cells: &cells }, below);
    let all = hidden.total || hidden.columns.contains(&true);
    let rest =
        |value: &IndicatorValue| value.denominator.zip(value.numerator).map_or(0, |(of, n)| (of - n).abs() as u32);
    parts
        .iter()
        .enumerate()
        .map(|(row, (_, value))| all || hidden.rows[row] || hidden.cells[row] || (1..below).contains(&rest(value)))
        .collect()
}
