//! The order of a variable's answers, and which of them stand together: moved, joined and parted by tap or key.

use super::made_tables::{groups, written};
use crate::engine::protocol::AnswerGroup;
use crate::lang::table_maker as words;
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What is done with a group.
#[derive(Clone, Copy)]
enum Step {
    Up,
    Down,
    Join,
    Part,
}

/// The editor of `order`, a text as [`written`] makes it; empty for the order of the list.
pub(super) fn editor(
    id: &'static str,
    title: &'static str,
    answers: Signal<Vec<(String, String)>>,
    order: RwSignal<String>,
) -> AnyView {
    let now = move || {
        let n = answers.with(Vec::len) as u16;
        let own = groups(&order.get());
        if own.is_empty() {
            return (0..n).map(|at| AnswerGroup { label: String::new(), answers: vec![at] }).collect();
        }
        let missing = (0..n).filter(|at| !own.iter().any(|group| group.answers.contains(at)));
        let missing: Vec<_> = missing.map(|at| AnswerGroup { label: String::new(), answers: vec![at] }).collect();
        own.into_iter().chain(missing).collect::<Vec<_>>()
    };
    let act = Callback::new(move |(at, step): (usize, Step)| {
        let mut all = untrack(now);
        let to = match step {
            Step::Up if at > 0 => at - 1,
            Step::Down if at + 1 < all.len() => at + 1,
            Step::Join if at > 0 => at - 1,
            Step::Part => at,
            _ => return,
        };
        match step {
            Step::Up | Step::Down => all.swap(at, to),
            Step::Join => {
                let joined = all.remove(at);
                all[to].answers.extend(joined.answers);
            }
            Step::Part => {
                let parts = all.remove(at).answers.into_iter();
                let parts = parts.map(|answer| AnswerGroup { label: String::new(), answers: vec![answer] });
                all.splice(at..at, parts.collect::<Vec<_>>());
            }
        }
        order.set(written(&all));
        focus_again(id, to, step);
    });
    let name = Callback::new(move |(at, label): (usize, String)| {
        let mut all = untrack(now);
        if let Some(group) = all.get_mut(at) {
            group.label = label;
            order.set(written(&all));
        }
    });
    let rows = move || {
        let all = now();
        let n = all.len();
        let row = |(at, group): (usize, AnswerGroup)| row(id, at, n, &group, &answers.get(), act, name);
        all.into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    view! {
        <details class="order screen-only" id=id>
            <summary>{title}</summary>
            <ol class="plain">{follow(rows)}</ol>
            <button
                type="button"
                class="button button-quiet"
                hidden=held(move || order.with(String::is_empty))
                on:click=move |_| order.set(String::new())
            >
                {words::as_listed(lang())}
            </button>
        </details>
    }
    .into_any()
}

fn row(
    id: &'static str,
    at: usize,
    n: usize,
    group: &AnswerGroup,
    answers: &[(String, String)],
    act: Callback<(usize, Step)>,
    name: Callback<(usize, String)>,
) -> AnyView {
    let names = group.answers.iter().filter_map(|at| answers.get(usize::from(*at)).map(|(_, label)| label.as_str()));
    let names = names.collect::<Vec<_>>().join(" + ");
    let button = |step: Step, text: &'static str, what: String, off: bool| {
        let press = move |_| act.run((at, step));
        view! {
            <button
                type="button"
                class="button button-quiet"
                id=format!("{id}-{at}-{}", step as u8)
                aria-label=what
                disabled=off
                on:click=press
            >
                {text}
            </button>
        }
        .into_any()
    };
    let many = group.answers.len() > 1;
    let named = many.then(|| {
        view! {
            <input
                class="input"
                maxlength="40"
                aria-label=words::group_name(lang())
                placeholder=words::group_name(lang())
                value=group.label.clone()
                on:change=move |event| name.run((at, event_target_value(&event)))
            />
        }
    });
    let join = match many {
        true => button(Step::Part, words::part_short(lang()), words::part(lang(), &names), false),
        false => button(Step::Join, words::join_short(lang()), words::join(lang(), &names), at == 0),
    };
    let (up, down) = (words::up(lang(), &names), words::down(lang(), &names));
    view! {
        <li>
            <span class="order-name">{names}{named}</span>
            {button(Step::Up, "↑", up, at == 0)}
            {button(Step::Down, "↓", down, at + 1 == n)}
            {join}
        </li>
    }
    .into_any()
}

/// The rows are drawn anew: the key that was pressed keeps the focus at its group, or a key beside it where it is off now.
fn focus_again(id: &'static str, at: usize, step: Step) {
    request_animation_frame(move || {
        let button = |step: Step| document().get_element_by_id(&format!("{id}-{at}-{}", step as u8));
        let on = [step, Step::Down, Step::Up, Step::Part].into_iter().filter_map(button);
        let found = on.filter(|element| !element.has_attribute("disabled")).find_map(|e| e.dyn_into().ok());
        if let Some(found) = found {
            let found: web_sys::HtmlElement = found;
            _ = found.focus();
        }
    });
}
