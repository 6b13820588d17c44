//! Places for answers in tables: cells to fill, cells in error to find.

use super::exercise::Try;
use crate::lang::learn as words;
use crate::learn::expression::Expression;
use crate::learn::item::{Cell, filled, shown};
use crate::learn::score::read_number;
use crate::learn::{Answer, Task};
use crate::ui::lang;
use crate::ui::parts::live::held;
use leptos::prelude::*;

fn heads(this: &Try, n: usize, corner: Option<String>) -> AnyView {
    let names = corner.into_iter().chain((1..=n).map(|column| this.text(&format!("column.{column}"))));
    let cells: Vec<_> = names
        .map(|name| {
            if name.is_empty() {
                view! { <td></td> }.into_any()
            } else {
                view! { <th scope="col">{name}</th> }.into_any()
            }
        })
        .collect();
    view! { <thead><tr>{cells}</tr></thead> }.into_any()
}

/// A table with cells to fill.
pub fn fill(this: &Try) -> AnyView {
    let Task::Fill { cells, columns, .. } = &this.item.task else { return ().into_any() };
    let n_asked = cells.iter().flatten().filter(|cell| matches!(cell, Cell::Asked(_))).count();
    let values = RwSignal::new(vec![None::<f64>; n_asked]);
    let given = this.answer;
    let mut asked = 0;
    let mut rows = Vec::new();
    for (at, row) in cells.iter().enumerate() {
        let name = this.text(&format!("row.{}", at + 1));
        let mut shown_cells = Vec::new();
        for (column, cell) in row.iter().enumerate() {
            shown_cells.push(match cell {
                Cell::Given(text) => view! { <td class="number">{written(this, text)}</td> }.into_any(),
                Cell::Asked(_) => {
                    let place = asked;
                    asked += 1;
                    let label = words::cell_to_fill(lang(), &name, this.text(&format!("column.{}", column + 1)));
                    let typed = move |event| {
                        let number = read_number(&event_target_value(&event));
                        values.update(|values| values[place] = number);
                        let all = values.get_untracked();
                        given.set(all.iter().any(Option::is_some).then_some(Answer::Fill(all)));
                    };
                    view! { <td><input class="input lesson-cell" type="text" inputmode="decimal" autocomplete="off" aria-label=label on:input=typed/></td> }
                        .into_any()
                }
            });
        }
        rows.push(view! { <tr><th scope="row">{name}</th>{shown_cells}</tr> });
    }
    view! {
        <div class="scroll" role="region" tabindex="0" aria-label=words::your_answer(lang())>
            <table>{heads(this, *columns, Some(this.text("corner")))}<tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// A given cell: an expression over drawn numbers, or words.
fn written(this: &Try, text: &str) -> String {
    let drawn = Expression::read(text).ok().filter(|expression| !expression.names().is_empty());
    match drawn.and_then(|expression| expression.value(&this.numbers)) {
        Some(value) => shown(value, lang()),
        None => filled(text, &this.numbers, lang()),
    }
}

/// A table whose wrong cells are tapped.
pub fn find(this: &Try) -> AnyView {
    let Task::Find { rows, columns, .. } = &this.item.task else { return ().into_any() };
    let chosen = RwSignal::new(Vec::<(usize, usize)>::new());
    let given = this.answer;
    let cell = |row: usize, column: usize, text: &str| {
        let place = (row + 1, column + 1);
        let on = move || chosen.with(|chosen| chosen.contains(&place)).to_string();
        let toggle = move |_| {
            chosen.update(|chosen| match chosen.iter().position(|other| *other == place) {
                Some(at) => _ = chosen.remove(at),
                None => chosen.push(place),
            });
            let now = chosen.get_untracked();
            given.set((!now.is_empty()).then_some(Answer::Find(now)));
        };
        let text = if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        view! { <td class="lesson-find"><button type="button" aria-pressed=held(on) on:click=toggle>{text}</button></td> }
    };
    let body: Vec<_> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let cells: Vec<_> = row.iter().enumerate().map(|(column, text)| cell(at, column, text)).collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    view! {
        <p class="soft">{words::find_cells(lang())}</p>
        <div class="scroll" role="region" tabindex="0" aria-label=words::your_answer(lang())>
            <table class="lesson-finds">{heads(this, *columns, None)}<tbody>{body}</tbody></table>
        </div>
    }
    .into_any()
}
