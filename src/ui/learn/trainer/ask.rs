//! A question of a test as the participant sees it: the words, and a way to answer for each kind of item. Nothing tells here
//! whether an answer is right.

use super::bank::Question;
use super::given::{chart_name, n_asked};
use crate::lang::teach as words;
use crate::learn::Answer;
use crate::learn::expression::Numbers;
use crate::learn::item::{Cell, Task, shown};
use crate::learn::score::read_number;
use crate::ui::lang;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::picker::Picker;
use leptos::prelude::*;

pub(super) type Given = RwSignal<Option<Answer>>;

/// The question's words as paragraphs.
pub(super) fn asked(text: &str) -> Vec<AnyView> {
    let paragraph = |text: &str| {
        let pieces: Vec<AnyView> =
            text.split("**")
                .enumerate()
                .map(|(n, piece)| {
                    if n % 2 == 1 {
                        view! { <b>{piece.to_owned()}</b> }.into_any()
                    } else {
                        piece.to_owned().into_any()
                    }
                })
                .collect();
        view! { <p>{pieces}</p> }.into_any()
    };
    text.split("\n\n").filter(|text| !text.trim().is_empty()).map(paragraph).collect()
}

/// The way to answer. `salt` shuffles what has to be put in order.
pub(super) fn answer_view(question: &Question, numbers: &Numbers, salt: u32, given: Given) -> AnyView {
    let q = question.clone();
    match &question.item.task {
        Task::Choice { n, answer } => {
            let options = (1..=*n).map(|place| (place, q.text(&format!("choice.{place}"), numbers), String::new()));
            picks(options.collect(), answer.len() > 1, Answer::Choice, given)
        }
        Task::Mark { labels, values, answer, .. } => {
            let value = |n: usize| values.get(n).and_then(|value| value.value(numbers)).unwrap_or(0.0);
            let most = (0..labels.len()).map(|n| value(n).abs()).fold(f64::MIN_POSITIVE, f64::max);
            let option = |(n, key): (usize, &String)| {
                let width = format!("{}%", (value(n).abs() / most * 100.0).round());
                (n + 1, format!("{}: {}", q.words(key, numbers), shown(value(n), lang())), width)
            };
            let options = labels.iter().enumerate().map(option).collect();
            view! { <p class="soft">{words::mark_chart(lang())}</p>{picks(options, answer.len() > 1, Answer::Mark, given)} }.into_any()
        }
        Task::Number { .. } => number_view(&q.text("unit", numbers), given),
        Task::Order { n } => {
            order_view((1..=*n).map(|place| q.text(&format!("item.{place}"), numbers)).collect(), salt, given)
        }
        Task::Fill { cells, .. } => fill_view(&q, numbers, cells, given),
        Task::Build { variables, charts, .. } => {
            let variables = variables.iter().map(|(key, label)| (key.clone(), q.words(label, numbers))).collect();
            build_view(variables, charts, given)
        }
        Task::Find { columns, rows, .. } => find_view(&q, numbers, *columns, rows, given),
    }
}

type Option_ = (usize, String, String);

fn picks(options: Vec<Option_>, several: bool, make: fn(Vec<usize>) -> Answer, given: Given) -> AnyView {
    let chosen = move || {
        given.with(|given| match given {
            Some(Answer::Choice(places) | Answer::Mark(places)) => places.clone(),
            _ => Vec::new(),
        })
    };
    let row = |(place, label, width): Option_| {
        let press = move |event| {
            let mut now = untrack(chosen);
            now.retain(|known| several && *known != place);
            if event_target_checked(&event) {
                now.push(place);
            }
            now.sort_unstable();
            given.set((!now.is_empty()).then(|| make(now)));
        };
        let kind = if several { "checkbox" } else { "radio" };
        let bar =
            (!width.is_empty()).then(|| view! { <span class="test-bar" style:width=width aria-hidden="true"></span> });
        view! {
            <label class="option">
                <input type=kind name="jawaban" prop:checked=held(move || chosen().contains(&place)) on:change=press/>
                <span class="test-choice">{label}{bar}</span>
            </label>
        }
        .into_any()
    };
    let rows: Vec<_> = options.into_iter().map(row).collect();
    let hint = several.then(|| view! { <p class="soft">{words::several(lang())}</p> });
    view! { <div class="stack-s">{hint}<div class="options">{rows}</div></div> }.into_any()
}

fn number_view(unit: &str, given: Given) -> AnyView {
    let now = given.get_untracked();
    let text = if let Some(Answer::Number(number)) = now { shown(number, lang()) } else { String::new() };
    view! {
        <label class="test-number">
            <span>{words::your_number(lang())}</span>
            <input class="input input-number" inputmode="decimal" prop:value=text
                on:input=move |event| given.set(read_number(&event_target_value(&event)).map(Answer::Number))/>
            <span>{unit.to_owned()}</span>
        </label>
    }
    .into_any()
}

fn order_view(items: Vec<String>, salt: u32, given: Given) -> AnyView {
    let n = items.len();
    // A fixed shuffle that is never the right order: the places in steps that share no factor with their number.
    let start: Vec<usize> = {
        let step = (2..n.max(3)).find(|step| gcd(*step, n) == 1).unwrap_or(1);
        (0..n).map(|i| (i * step + 1 + salt as usize % n.max(1)) % n + 1).collect()
    };
    let start = if start.windows(2).all(|pair| pair[0] < pair[1]) { (1..=n).rev().collect() } else { start };
    let order =
        move || given.with(|given| if let Some(Answer::Order(order)) = given { order.clone() } else { start.clone() });
    let order = StoredValue::new(order);
    let now = move || order.with_value(|order| order());
    let swap = move |a: usize, b: usize| {
        let mut places = untrack(now);
        places.swap(a, b);
        given.set(Some(Answer::Order(places)));
    };
    let rows = move || {
        let places = now();
        let row = |(at, place): (usize, &usize)| {
            let words_of = items.get(place - 1).cloned().unwrap_or_default();
            let (up, down) = (words::order_up(lang(), &words_of), words::order_down(lang(), &words_of));
            view! {
                <li class="test-order">
                    <span>{words_of}</span>
                    <button type="button" class="button button-quiet button-square test-up" aria-label=up disabled=at == 0 on:click=move |_| swap(at, at - 1)>{icon("down")}</button>
                    <button type="button" class="button button-quiet button-square" aria-label=down disabled=at + 1 == n on:click=move |_| swap(at, at + 1)>{icon("down")}</button>
                </li>
            }
            .into_any()
        };
        places.iter().enumerate().map(row).collect::<Vec<_>>()
    };
    view! { <ol class="plain stack-s">{follow(rows)}</ol> }.into_any()
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn fill_view(q: &Question, numbers: &Numbers, cells: &[Vec<Cell>], given: Given) -> AnyView {
    let n = n_asked(cells);
    let values =
        move || given.with(|given| if let Some(Answer::Fill(cells)) = given { cells.clone() } else { vec![None; n] });
    let mut next = 0;
    let mut rows = Vec::new();
    for (r, row) in cells.iter().enumerate() {
        let mut line = Vec::new();
        for (c, cell) in row.iter().enumerate() {
            let view = match cell {
                Cell::Given(text) => view! { <td>{text.clone()}</td> }.into_any(),
                Cell::Asked(_) => {
                    let at = next;
                    next += 1;
                    let label = words::row_column(
                        lang(),
                        q.text(&format!("row.{}", r + 1), numbers),
                        q.text(&format!("column.{}", c + 1), numbers),
                    );
                    let text = untrack(values)[at].map(|number| shown(number, lang())).unwrap_or_default();
                    let typed = move |event| {
                        let mut now = untrack(values);
                        now[at] = read_number(&event_target_value(&event));
                        given.set(now.iter().any(Option::is_some).then_some(Answer::Fill(now)));
                    };
                    view! { <td><input class="input test-cell" inputmode="decimal" aria-label=label prop:value=text on:input=typed/></td> }.into_any()
                }
            };
            line.push(view);
        }
        rows.push(
            view! { <tr><th scope="row">{q.text(&format!("row.{}", r + 1), numbers)}</th>{line}</tr> }.into_any(),
        );
    }
    let n_columns = cells.first().map_or(0, Vec::len);
    let head: Vec<_> = (1..=n_columns)
        .map(|c| view! { <th scope="col">{q.text(&format!("column.{c}"), numbers)}</th> }.into_any())
        .collect();
    table_view(view! { <tr><td></td>{head}</tr> }.into_any(), rows)
}

fn build_view(variables: Vec<(String, String)>, charts: &[String], given: Given) -> AnyView {
    let [rows, columns, chart] = [0, 1, 2].map(|part| {
        RwSignal::new(given.with_untracked(|given| match given {
            Some(Answer::Build { rows, columns, chart }) => [rows, columns, chart][part].clone(),
            _ => String::new(),
        }))
    });
    Effect::new(move |_| {
        let (rows, columns, chart) = (rows.get(), columns.get(), chart.get());
        given.set((!rows.is_empty() && !chart.is_empty()).then_some(Answer::Build { rows, columns, chart }));
    });
    let none = (String::new(), words::none(lang()).to_owned());
    let with_none = |mut options: Vec<(String, String)>| {
        options.insert(0, none.clone());
        Signal::stored(options)
    };
    let kinds = charts.iter().map(|chart| (chart.clone(), chart_name(chart).to_owned())).collect();
    view! {
        <div class="stack-s">
            <Picker id="susun-baris" label=words::rows_of_chart(lang()) options=with_none(variables.clone()) chosen=rows/>
            <Picker id="susun-kolom" label=words::columns_of_chart(lang()) options=with_none(variables) chosen=columns/>
            <Picker id="susun-grafik" label=words::chart_kind(lang()) options=with_none(kinds) chosen=chart/>
        </div>
    }
    .into_any()
}

fn find_view(q: &Question, numbers: &Numbers, n_columns: usize, rows: &[Vec<String>], given: Given) -> AnyView {
    let chosen =
        move || given.with(|given| if let Some(Answer::Find(cells)) = given { cells.clone() } else { Vec::new() });
    let line = |(r, row): (usize, &Vec<String>)| {
        let cells: Vec<_> = row
            .iter()
            .enumerate()
            .map(|(c, text)| {
                let place = (r + 1, c + 1);
                let press = move |_| {
                    let mut now = untrack(chosen);
                    match now.iter().position(|known| *known == place) {
                        Some(at) => _ = now.remove(at),
                        None => now.push(place),
                    }
                    given.set((!now.is_empty()).then_some(Answer::Find(now)));
                };
                view! {
                    <td><button type="button" class="chip test-find" aria-pressed=held(move || chosen().contains(&place).to_string()) on:click=press>{text.clone()}</button></td>
                }
                .into_any()
            })
            .collect();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let head: Vec<_> = (1..=n_columns)
        .map(|c| view! { <th scope="col">{q.text(&format!("column.{c}"), numbers)}</th> }.into_any())
        .collect();
    let body = rows.iter().enumerate().map(line).collect();
    view! { <p class="soft">{words::mark_cells(lang())}</p>{table_view(view! { <tr>{head}</tr> }.into_any(), body)} }
        .into_any()
}

fn table_view(head: AnyView, rows: Vec<AnyView>) -> AnyView {
    view! {
        <div class="scroll" role="region" tabindex="0" aria-label=words::item(lang())>
            <table class="test-table"><thead>{head}</thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}
