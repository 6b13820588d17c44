//! What an answer is worth, and which explanations it gets.

use super::expression::Numbers;
use super::item::{Cell, Item, Task};
use crate::base::set_of;
use serde::{Deserialize, Serialize};

/// An answer; places from 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // each variant says what its fields are
pub enum Answer {
    /// Chosen choices.
    Choice(Vec<usize>),
    /// A number.
    Number(f64),
    /// The items (by their right place) in the order given.
    Order(Vec<usize>),
    /// Chosen marks.
    Mark(Vec<usize>),
    /// The asked cells, row by row.
    Fill(Vec<Option<f64>>),
    /// Variables of rows and columns, and the chart.
    Build { rows: String, columns: String, chart: String },
    /// Chosen cells: row, column.
    Find(Vec<(usize, usize)>),
}

/// What an answer is worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Wholly right.
    pub right: bool,
    /// Parts that are right, and parts in all.
    pub parts: (usize, usize),
    /// Keys of explanations, in order; those without a text are passed over.
    pub why: Vec<String>,
}

/// Judges an answer to an item with the numbers that were drawn.
pub fn judge(item: &Item, numbers: &Numbers, answer: &Answer) -> Verdict {
    let why = |n: usize| format!("{}.why.{n}", item.key);
    let whole = |right: bool, why: Vec<String>| Verdict { right, parts: (usize::from(right), 1), why };
    match (&item.task, answer) {
        (Task::Choice { answer: right, .. }, Answer::Choice(chosen)) => {
            let wrong = chosen.iter().filter(|place| !right.contains(place)).map(|place| why(*place)).collect();
            whole(same(right, chosen), wrong)
        }
        (Task::Number { answer, tolerance, wrong }, Answer::Number(given)) => {
            let near = |value: Option<f64>| value.is_some_and(|value| close(*given, value, *tolerance));
            if near(answer.value(numbers)) {
                return whole(true, Vec::new());
            }
            let known = wrong.iter().find(|(wrong, _)| near(wrong.value(numbers)));
            whole(false, known.map(|(_, key)| key.clone()).into_iter().collect())
        }
        (Task::Order { n }, Answer::Order(order)) => {
            let right = order.iter().enumerate().filter(|(at, place)| at + 1 == **place).count();
            Verdict { right: right == *n && order.len() == *n, parts: (right, *n), why: Vec::new() }
        }
        (Task::Mark { answer: right, .. }, Answer::Mark(chosen)) => {
            let wrong = chosen.iter().filter(|place| !right.contains(place)).map(|place| why(*place)).collect();
            whole(same(right, chosen), wrong)
        }
        (Task::Fill { cells, .. }, Answer::Fill(given)) => {
            let asked = cells.iter().flatten().filter_map(|cell| match cell {
                Cell::Asked(expression) => Some(expression.value(numbers)),
                Cell::Given(_) => None,
            });
            let (mut right, mut all) = (0, 0);
            for (wanted, given) in asked.zip(given.iter().chain(std::iter::repeat(&None))) {
                all += 1;
                right +=
                    usize::from(matches!((wanted, given), (Some(wanted), Some(given)) if close(*given, wanted, 0.05)));
            }
            Verdict { right: right == all && all > 0, parts: (right, all), why: Vec::new() }
        }
        (Task::Build { rows, columns, accepted, .. }, Answer::Build { rows: down, columns: across, chart }) => {
            let blank = across.is_empty() && columns.is_empty();
            let parts = [rows.contains(down), blank || columns.contains(across), accepted.contains(chart)];
            let wrong = (1..).zip(parts).filter(|(_, right)| !right).map(|(n, _)| why(n)).collect();
            let right = parts.iter().filter(|right| **right).count();
            Verdict { right: right == 3, parts: (right, 3), why: wrong }
        }
        (Task::Find { answer, .. }, Answer::Find(chosen)) => {
            let found = answer.iter().filter(|cell| chosen.contains(cell)).count();
            let extra = chosen.iter().filter(|cell| !answer.contains(cell)).count();
            let told = (1..).zip(answer).filter(|(_, cell)| chosen.contains(cell)).map(|(n, _)| why(n)).collect();
            Verdict { right: found == answer.len() && extra == 0, parts: (found, answer.len()), why: told }
        }
        _ => Verdict { parts: (0, 1), ..Verdict::default() },
    }
}

/// Within the tolerance; a hair more, since numbers of the machine are not exact.
fn close(given: f64, wanted: f64, tolerance: f64) -> bool {
    (given - wanted).abs() <= tolerance + 1e-9 * wanted.abs().max(1.0)
}

fn same(a: &[usize], b: &[usize]) -> bool {
    set_of(a) == set_of(b)
}

/// A number as people write it: `12,5`, `1.234`, `12.5 %`, `Rp 3.000`. Where a single point or comma could be either, three
/// digits after it mean thousands in Indonesian writing and decimals do not have three here.
pub fn read_number(text: &str) -> Option<f64> {
    let kept: String = text.chars().filter(|c| c.is_ascii_digit() || ",.-−".contains(*c)).collect();
    let kept = kept.replace('−', "-").trim_matches(|c| c == '.' || c == ',').to_owned();
    let last = kept.rfind([',', '.']);
    let plain = match last {
        None => kept,
        Some(at) => {
            let (whole, rest) = kept.split_at(at);
            let sign = &rest[..1];
            let both = whole.contains([',', '.']) && !whole.contains(sign);
            let thousands = !both && rest.len() == 4 && whole.trim_start_matches('-') != "0" || whole.contains(sign);
            let digits: String = whole.chars().filter(|c| *c != ',' && *c != '.').collect();
            if thousands { format!("{digits}{}", &rest[1..]) } else { format!("{digits}.{}", &rest[1..]) }
        }
    };
    plain.parse().ok()
}
