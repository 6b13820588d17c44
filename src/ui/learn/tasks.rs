//! Places for answers: choices, a number, an order, marks of a chart, a chart to build.

use super::exercise::Try;
use crate::lang::learn as words;
use crate::learn::dice::Dice;
use crate::learn::score::read_number;
use crate::learn::sim::pen::item_chart;
use crate::learn::{Answer, Task};
use crate::ui::lang;
use crate::ui::parts::live::{effect, follow, held};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Choices as rows to tap; several can be right.
pub fn choice(this: &Try) -> AnyView {
    let Task::Choice { n, answer } = &this.item.task else { return ().into_any() };
    let many = answer.len() > 1;
    let chosen = RwSignal::new(Vec::<usize>::new());
    let given = this.answer;
    let row = |place: usize| {
        let label = this.text(&format!("choice.{place}"));
        let change = move |event| {
            let on = event_target_checked(&event);
            chosen.update(|chosen| {
                chosen.retain(|other| many && *other != place);
                if on {
                    chosen.push(place);
                }
            });
            let now = chosen.get_untracked();
            given.set((!now.is_empty()).then_some(Answer::Choice(now)));
        };
        view! {
            <label class="option">
                <input
                    type=if many { "checkbox" } else { "radio" }
                    name=this.name.clone()
                    prop:checked=held(move || chosen.with(|chosen| chosen.contains(&place)))
                    on:change=change
                />
                <span>{label}</span>
            </label>
        }
    };
    let rows: Vec<_> = (1..=*n).map(row).collect();
    let note = many.then(|| view! { <p class="soft">{words::several(lang())}</p> });
    let role = if many { "group" } else { "radiogroup" };
    view! { {note} <div class="options lesson-options" role=role aria-label=words::your_answer(lang())>{rows}</div> }
        .into_any()
}

/// A box for a number.
pub fn number(this: &Try) -> AnyView {
    let given = this.answer;
    let typed = move |event| given.set(read_number(&event_target_value(&event)).map(Answer::Number));
    view! {
        <label class="stack-s lesson-number">
            <span class="soft">{words::your_answer(lang())}</span>
            <span class="row">
                <input class="input" type="text" inputmode="decimal" autocomplete="off" on:input=typed/>
                <span>{this.text("unit")}</span>
            </span>
        </label>
    }
    .into_any()
}

/// A list that is put in order with buttons.
pub fn order(this: &Try) -> AnyView {
    let Task::Order { n } = this.item.task else { return ().into_any() };
    let mut shuffled: Vec<usize> = (1..=n).collect();
    let mut dice = Dice::new(this.seed);
    dice.shuffle(&mut shuffled);
    if shuffled.windows(2).all(|pair| pair[0] < pair[1]) {
        shuffled.reverse();
    }
    let order = RwSignal::new(shuffled.clone());
    let given = this.answer;
    given.set(Some(Answer::Order(shuffled)));
    let texts: Vec<String> = (1..=n).map(|place| this.text(&format!("item.{place}"))).collect();
    let moved = move |at: usize, to: usize| {
        order.update(|order| order.swap(at, to));
        given.set(Some(Answer::Order(order.get_untracked())));
    };
    let rows = move || {
        let row = |(at, place): (usize, usize)| {
            let text = texts[place - 1].clone();
            let (up, down) = (words::move_up(lang(), &text), words::move_down(lang(), &text));
            view! {
                <li class="lesson-order">
                    <span>{text}</span>
                    <span class="row lesson-order-buttons">
                        <button type="button" class="chip" aria-label=up disabled=at == 0 on:click=move |_| moved(at, at - 1)>"↑"</button>
                        <button type="button" class="chip" aria-label=down disabled={at + 1 == n} on:click=move |_| moved(at, at + 1)>"↓"</button>
                    </span>
                </li>
            }
        };
        view! { <ol class="lesson-orders">{order.get().into_iter().enumerate().map(row).collect::<Vec<_>>()}</ol> }
    };
    view! { <p class="soft">{words::put_in_order(lang())}</p> {follow(rows)} }.into_any()
}

/// A chart of which marks are chosen, by touch or by the buttons below.
pub fn mark(this: &Try) -> AnyView {
    let Task::Mark { chart, labels, values, answer } = &this.item.task else { return ().into_any() };
    let names: Vec<String> = labels.iter().map(|key| this.whole(key)).collect();
    let values: Vec<f64> = values.iter().map(|value| value.value(&this.numbers).unwrap_or_default()).collect();
    let many = answer.len() > 1;
    let on = RwSignal::new(vec![false; names.len()]);
    let given = this.answer;
    let toggle = move |at: usize| {
        on.update(|on| {
            let now = on.get(at) == Some(&true);
            if !many {
                on.fill(false);
            }
            if let Some(place) = on.get_mut(at) {
                *place = !now;
            }
        });
        let chosen: Vec<usize> =
            on.with_untracked(|on| on.iter().enumerate().filter(|(_, on)| **on).map(|(at, _)| at + 1).collect());
        given.set((!chosen.is_empty()).then_some(Answer::Mark(chosen)));
    };
    let svg = NodeRef::<leptos::svg::Svg>::new();
    let (kind, drawn_names, drawn_values) = (chart.clone(), names.clone(), values.clone());
    let draw = move |on: &[bool]| item_chart(&kind, &drawn_names, &drawn_values, on, 320.0);
    let (height, _) = draw(&[]);
    effect(move || {
        let (_, marks) = on.with(|on| draw(on));
        if let Some(svg) = svg.get() {
            svg.set_inner_html(&marks);
        }
    });
    let pick = move |event: web_sys::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(at) = target.and_then(|target| target.get_attribute("data-pick")).and_then(|at| at.parse().ok()) {
            toggle(at);
        }
    };
    let said: Vec<String> = names
        .iter()
        .zip(&values)
        .map(|(name, value)| format!("{name}: {}", crate::learn::item::shown(*value, lang())))
        .collect();
    let chip = |(at, name): (usize, String)| {
        view! {
            <button type="button" class="chip" aria-pressed=held(move || on.with(|on| on.get(at) == Some(&true)).to_string()) on:click=move |_| toggle(at)>
                {name}
            </button>
        }
    };
    let chips: Vec<_> = names.into_iter().enumerate().map(chip).collect();
    view! {
        <p class="soft">{words::choose_marks(lang())}</p>
        <svg node_ref=svg class="piece-drawing" role="img" aria-label=said.join("; ") viewBox=format!("0 0 320 {height:.0}") on:click=pick></svg>
        <div class="row piece-chips" role="group" aria-label=words::your_answer(lang())>{chips}</div>
    }
    .into_any()
}

/// The name of a kind of chart.
pub fn chart_name(chart: &str) -> &'static str {
    match chart {
        "stacked" => words::stacked(lang()),
        "pyramid" => words::pyramid(lang()),
        "line" => words::line(lang()),
        "dots" => words::dots(lang()),
        _ => words::bars(lang()),
    }
}

/// Variables for rows and columns, and a kind of chart.
pub fn build(this: &Try) -> AnyView {
    let Task::Build { variables, charts, .. } = &this.item.task else { return ().into_any() };
    let named: Vec<(String, String)> = variables.iter().map(|(key, label)| (key.clone(), this.whole(label))).collect();
    let across: Vec<(String, String)> =
        std::iter::once((String::new(), words::none(lang()).to_owned())).chain(named.iter().cloned()).collect();
    let kinds: Vec<(String, String)> =
        charts.iter().map(|chart| (chart.clone(), chart_name(chart).to_owned())).collect();
    let (rows, columns, chart) =
        (RwSignal::new(None::<String>), RwSignal::new(Some(String::new())), RwSignal::new(None::<String>));
    let given = this.answer;
    effect(move || {
        let whole = match (rows.get(), columns.get(), chart.get()) {
            (Some(rows), Some(columns), Some(chart)) => Some(Answer::Build { rows, columns, chart }),
            _ => None,
        };
        given.set(whole);
    });
    view! {
        {group(words::rows(lang()), named, rows)}
        {group(words::columns(lang()), across, columns)}
        {group(words::chart(lang()), kinds, chart)}
    }
    .into_any()
}

fn group(label: &'static str, options: Vec<(String, String)>, chosen: RwSignal<Option<String>>) -> AnyView {
    let chip = |(key, name): (String, String)| {
        let this = key.clone();
        let on = move || chosen.with(|chosen| chosen.as_ref() == Some(&this)).to_string();
        view! { <button type="button" class="chip" aria-pressed=held(on) on:click=move |_| chosen.set(Some(key.clone()))>{name}</button> }
    };
    let chips: Vec<_> = options.into_iter().map(chip).collect();
    view! {
        <div class="stack-s" role="group" aria-label=label><span class="soft" aria-hidden="true">{label}</span><div class="row">{chips}</div></div>
    }
    .into_any()
}
