//! What of a compared indicator everybody must not see: counts from 1 up to the threshold, and what would give them away.

use crate::analyse::disclosure::{Counted, suppress};
use crate::analyse::indicators::wider::Item;
use crate::analyse::indicators::{IndicatorValue, Small, Unit};
use crate::base::region::Area;
use crate::base::set_of;

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

/// Areas of a comparison that everybody must not see, where the same is told of wider areas too: those come first, the widest
/// before all. Within each wider area its own are hidden as its sum allows, with what is in none of them; where it is hidden
/// itself, all of them are. The flags are of the last level.
pub(super) fn hidden_within(item: &Item, levels: &[Vec<(Area, IndicatorValue)>], below: u32) -> Vec<bool> {
    let mut known: Vec<(&(Area, IndicatorValue), bool)> = Vec::new();
    let mut flags = Vec::new();
    for level in levels {
        flags = vec![false; level.len()];
        // The narrowest of the wider ones: an RT outside every RW lies in its dusun.
        let parent = |area: &Area| known.iter().rposition(|((whole, _), _)| whole.contains(area));
        let parents: Vec<Option<usize>> = level.iter().map(|(area, _)| parent(area)).collect();
        for group in set_of(parents.iter().copied()) {
            let members: Vec<usize> = (0..level.len()).filter(|at| parents[*at] == group).collect();
            let whole = group.map(|at| known[at]);
            let mut values: Vec<(String, IndicatorValue)> =
                members.iter().map(|at| (String::new(), level[*at].1)).collect();
            values.extend(whole.and_then(|((_, whole), _)| rest(whole, &values)).map(|rest| (String::new(), rest)));
            let hidden = hidden_rows(item, &values, below);
            for (at, hidden) in members.into_iter().zip(hidden) {
                flags[at] = hidden || whole.is_some_and(|(_, hidden)| hidden);
            }
        }
        known.extend(level.iter().zip(flags.iter().copied()));
    }
    flags
}

/// What is in none of the parts; nothing where nobody is.
fn rest(whole: &IndicatorValue, parts: &[(String, IndicatorValue)]) -> Option<IndicatorValue> {
    let less = |of: &dyn Fn(&IndicatorValue) -> Option<f64>| {
        let inside: f64 = parts.iter().filter_map(|(_, value)| of(value)).sum();
        of(whole).map(|n| n - inside)
    };
    let (numerator, denominator) = (less(&|value| value.numerator), less(&|value| value.denominator));
    let there = denominator.or(numerator).is_some_and(|n| n > 0.0);
    there.then_some(IndicatorValue { numerator, denominator, ..*whole })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::indicators::wider::item;

    fn value(numerator: u32, denominator: u32) -> IndicatorValue {
        let (numerator, denominator) = (Some(f64::from(numerator)), Some(f64::from(denominator)));
        IndicatorValue { numerator, denominator, ..IndicatorValue::default() }
    }

    fn at(dusun: &str, rt: &str, n: u32, of: u32) -> (Area, IndicatorValue) {
        let area = Area { dusun: dusun.to_owned(), rt: rt.to_owned(), ..Area::default() };
        (area, value(n, of))
    }

    #[test]
    fn an_rt_is_not_told_by_its_dusun() {
        let item = item("jkn-coverage").unwrap();
        let rts = vec![
            at("A", "1", 40, 60),
            at("A", "2", 3, 30),
            at("B", "1", 20, 50),
            at("B", "2", 30, 45),
            at("C", "1", 2, 20),
            at("C", "2", 1, 12),
        ];
        let dusun = vec![at("A", "", 43, 90), at("B", "", 50, 95), at("C", "", 3, 32)];
        // By RT alone, the 3 hide with the smallest others, whoever's they are: dusun A shows 43, of which 40 are seen.
        let alone: Vec<(String, IndicatorValue)> = rts.iter().map(|(_, value)| (String::new(), *value)).collect();
        let alone = hidden_rows(&item, &alone, 5);
        assert_eq!(alone, [false, true, false, false, true, true]);
        // With the dusun: C and the smallest other, A, are hidden, and all their RT.
        let within = hidden_within(&item, &[dusun.clone(), rts.clone()], 5);
        assert_eq!(hidden_within(&item, &[dusun], 5), [true, false, true]);
        assert_eq!(within, [true, true, false, false, true, true]);
        // Where nothing is hidden of the dusun, an RT hides with another of its own.
        let dusun = vec![at("A", "", 43, 90), at("B", "", 50, 95)];
        assert_eq!(hidden_within(&item, &[dusun, rts[..4].to_vec()], 5), [true, true, false, false]);
        // Three of a dusun without an RT number are a part like another.
        let dusun = vec![at("B", "", 53, 98)];
        assert_eq!(hidden_within(&item, &[dusun, rts[2..4].to_vec()], 5), [true, false]);
        assert_eq!(hidden_within(&item, &[vec![], rts[2..4].to_vec()], 5), [false, false]);
        // Only one dusun has RW: the RT of the other lie in the dusun, and are not told by it.
        let rw = Area { dusun: "B".to_owned(), rw: "1".to_owned(), ..Area::default() };
        let within_rw = Area { rt: "1".to_owned(), ..rw.clone() };
        let dusun = vec![at("A", "", 43, 90), at("B", "", 50, 95), at("C", "", 38, 65)];
        let rts = [&rts[..2], &[at("C", "1", 8, 20), at("C", "2", 30, 45), (within_rw, value(50, 95))]].concat();
        let found = hidden_within(&item, &[dusun, vec![(rw, value(50, 95))], rts], 5);
        assert_eq!(found, [true, true, false, false, false]);
    }
}
