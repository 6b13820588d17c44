//! Answers of the learning room in the short form in which they travel, and in words.

use super::bank::Question;
use crate::lang::teach as words_of;
use crate::learn::expression::Numbers;
use crate::learn::item::{Cell, Task, shown};
use crate::learn::{Answer, Item};
use crate::teach::Given;
use crate::ui::lang;

/// The short form of an answer.
pub(super) fn given(item: &Item, answer: &Answer) -> Given {
    let picks = |places: &[usize]| {
        let mut picks: Vec<u8> = places.iter().map(|place| *place as u8).collect();
        picks.sort_unstable();
        picks
    };
    match (answer, &item.task) {
        (Answer::Choice(places) | Answer::Mark(places), _) => Given::Picks(picks(places)),
        (Answer::Order(places), _) => Given::Picks(places.iter().map(|place| *place as u8).collect()),
        (Answer::Number(number), _) => Given::Number(number.to_string()),
        (Answer::Fill(cells), _) => {
            Given::Cells(cells.iter().map(|cell| cell.map_or(String::new(), |n| n.to_string())).collect())
        }
        (Answer::Find(cells), _) => {
            let mut places: Vec<(u8, u8)> = cells.iter().map(|(row, column)| (*row as u8, *column as u8)).collect();
            places.sort_unstable();
            Given::Places(places)
        }
        (Answer::Build { rows, columns, chart }, Task::Build { variables, charts, .. }) => {
            let place = |name: &String| {
                variables.iter().position(|(key, _)| key == name).map_or(vec![], |at| vec![at as u8 + 1])
            };
            let chart = charts.iter().position(|known| known == chart).map_or(0, |at| at as u8 + 1);
            Given::Chart(place(rows), place(columns), chart)
        }
        (Answer::Build { .. }, _) => Given::Nothing,
    }
}

/// What was given, in words.
pub(super) fn words(question: &Question, numbers: &Numbers, given: &Given) -> String {
    let text = |name: &str, place: u8| question.text(&format!("{name}.{place}"), numbers);
    let number = |text: &String| text.parse::<f64>().map_or_else(|_| "–".to_owned(), |number| shown(number, lang()));
    match (given, &question.item.task) {
        (Given::Picks(picks), Task::Order { .. }) => {
            picks.iter().map(|pick| text("item", *pick)).collect::<Vec<_>>().join(" → ")
        }
        (Given::Picks(picks), Task::Mark { labels, .. }) => {
            let label =
                |pick: &u8| labels.get(usize::from(*pick).wrapping_sub(1)).map(|key| question.words(key, numbers));
            picks.iter().filter_map(label).collect::<Vec<_>>().join("; ")
        }
        (Given::Picks(picks), _) => picks.iter().map(|pick| text("choice", *pick)).collect::<Vec<_>>().join("; "),
        (Given::Number(value), _) => format!("{} {}", number(value), question.text("unit", numbers)).trim_end().into(),
        (Given::Cells(cells), Task::Fill { .. }) => cells.iter().map(number).collect::<Vec<_>>().join("; "),
        (Given::Places(places), _) => {
            let place = |(row, column): &(u8, u8)| words_of::row_column(lang(), row, text("column", *column));
            places.iter().map(place).collect::<Vec<_>>().join("; ")
        }
        (Given::Chart(rows, columns, chart), Task::Build { variables, charts, .. }) => {
            let label = |place: &u8| {
                variables.get(usize::from(*place).wrapping_sub(1)).map(|(_, key)| question.words(key, numbers))
            };
            let mut parts: Vec<String> = rows.iter().chain(columns).filter_map(label).collect();
            parts.extend(charts.get(usize::from(*chart).wrapping_sub(1)).map(|chart| chart_name(chart).to_owned()));
            parts.join(", ")
        }
        _ => String::new(),
    }
}

/// The words of a kind of chart.
pub(super) fn chart_name(chart: &str) -> &'static str {
    let lang = lang();
    match chart {
        "stacked" => words_of::stacked(lang),
        "pyramid" => words_of::pyramid(lang),
        "line" => words_of::line(lang),
        "dots" => words_of::dots(lang),
        _ => words_of::bars(lang),
    }
}

/// How many cells of a table are asked.
pub(super) fn n_asked(cells: &[Vec<Cell>]) -> usize {
    cells.iter().flatten().filter(|cell| matches!(cell, Cell::Asked(_))).count()
}
