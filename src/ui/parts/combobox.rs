//! A long list in a box to search in (ARIA combobox with a list): type a part of any word, arrows move, Enter takes,
//! Escape closes.

use super::choice::Choice;
use super::field::{Field, focus_next, shell};
use super::icon::icon;
use crate::base::Value;
use crate::base::codes::fold;
use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// At most this many options are shown; a longer list asks for another letter.
const N_SHOWN: usize = 60;

/// The choices whose words hold every word of the query, in the order of the list.
fn matching(choices: &[Choice], query: &str) -> Vec<usize> {
    let parts: Vec<String> = query.split_whitespace().map(fold).collect();
    let fits = |choice: &Choice| {
        let text = fold(&format!("{} {}", choice.label, choice.also));
        parts.iter().all(|part| text.contains(part.as_str()))
    };
    choices.iter().enumerate().filter(|(_, choice)| fits(choice)).map(|(i, _)| i).take(N_SHOWN).collect()
}

/// The field; see [`super::choice::SelectField`].
pub(super) fn combobox(field: Field, choices: Vec<Choice>) -> AnyView {
    let value = field.value;
    let list = StoredValue::new(choices);
    let label_of = move |value: &Value| {
        list.with_value(|list| list.iter().find(|choice| choice.value == *value).map(|choice| choice.label.clone()))
    };
    let input = NodeRef::<html::Input>::new();
    let (open, query, at) = (RwSignal::new(false), RwSignal::new(None::<String>), RwSignal::new(0usize));
    // Until something is typed every choice shows; what is typed narrows them.
    let shown = Memo::new(move |_| {
        let query = query.get().unwrap_or_default();
        list.with_value(|list| matching(list, &query))
    });
    let id = field.id.clone();
    let (input_id, list_id) = (format!("{id}-input"), format!("{id}-list"));
    let option_id = {
        let id = id.clone();
        move |row: usize| format!("{id}-option-{row}")
    };
    let (label_id, described_by) = (format!("{id}-label"), field.described_by());
    let field = StoredValue::new(field);

    let show = move || {
        if !open.get_untracked() {
            query.set(None);
            let chosen = value.get_untracked();
            let place = list.with_value(|list| list.iter().position(|choice| choice.value == chosen));
            at.set(place.unwrap_or(0));
            open.set(true);
        }
    };
    let take = move |row: usize| {
        let choice = shown.with_untracked(|shown| shown.get(row).copied());
        if let Some(choice) = choice.and_then(|i| list.with_value(|list| list.get(i).cloned())) {
            field.with_value(|field| field.settle(choice.value));
        }
        open.set(false);
        query.set(None);
    };
    let leave = move |_| {
        // A cleared box is an emptied answer; anything half typed falls back to the answer that stands.
        if query.with_untracked(|query| query.as_ref().is_some_and(|query| query.trim().is_empty())) {
            field.with_value(|field| field.settle(Value::Missing));
        }
        open.set(false);
        query.set(None);
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let last = shown.with_untracked(Vec::len).saturating_sub(1);
        let is_open = open.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if is_open => at.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" if is_open => at.update(|at| *at = at.saturating_sub(1)),
            "PageDown" if is_open => at.update(|at| *at = (*at + 8).min(last)),
            "PageUp" if is_open => at.update(|at| *at = at.saturating_sub(8)),
            "ArrowDown" | "ArrowUp" => show(),
            "Enter" if is_open => take(at.get_untracked()),
            "Enter" => {
                if let Some(input) = input.get_untracked() {
                    focus_next(&input);
                }
            }
            "Escape" if is_open => {
                open.set(false);
                query.set(None);
                event.stop_propagation();
            }
            _ => return,
        }
        event.prevent_default();
    };
    {
        let option_id = option_id.clone();
        Effect::new(move |_| {
            if open.get()
                && let Some(option) = document().get_element_by_id(&option_id(at.get()))
            {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                option.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    }
    let on_input = move |event| {
        let typed = event_target_value(&event);
        show();
        query.set(Some(typed));
        at.set(0);
    };
    let text = move || query.get().unwrap_or_else(|| value.with(label_of).unwrap_or_default());
    let active = {
        let option_id = option_id.clone();
        move || (open.get() && shown.with(|shown| !shown.is_empty())).then(|| option_id(at.get()))
    };
    let options = move || {
        let now = value.get();
        let rows = shown.get();
        let views: Vec<AnyView> = rows
            .iter()
            .enumerate()
            .filter_map(|(row, i)| {
                let choice = list.with_value(|list| list.get(*i).cloned())?;
                let is_chosen = choice.value == now;
                let press = move |event: web_sys::PointerEvent| {
                    event.prevent_default();
                };
                Some(
                    view! {
                        <li
                            id=option_id(row)
                            role="option"
                            class="combo-option"
                            aria-selected=is_chosen.to_string()
                            data-active=held(move || (at.get() == row).then_some("true"))
                            on:pointerdown=press
                            on:click=move |_| take(row)
                        >
                            <span>{choice.label}</span>
                            {is_chosen.then(|| icon("check"))}
                        </li>
                    }
                    .into_any(),
                )
            })
            .collect();
        views
    };
    let nothing = move || (open.get() && shown.with(Vec::is_empty)).then(|| words::nothing_found(lang()));
    let toggle = move |_| {
        if open.get_untracked() {
            open.set(false);
        } else {
            show();
            if let Some(input) = input.get_untracked() {
                let input: &web_sys::HtmlElement = input.unchecked_ref();
                _ = input.focus();
            }
        }
    };
    let control = view! {
        <div class="combo">
            <input
                node_ref=input
                id=input_id
                class="input"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-expanded=held(move || open.get().to_string())
                aria-controls=list_id.clone()
                aria-activedescendant=held(active)
                aria-describedby=described_by
                placeholder=words::choose_or_type(lang())
                prop:value=held(text)
                on:click=move |_| show()
                on:input=on_input
                on:keydown=on_key
                on:blur=leave
            />
            <button type="button" class="combo-toggle" tabindex="-1" aria-hidden="true" on:pointerdown=|event| event.prevent_default() on:click=toggle>
                {icon("down")}
            </button>
            <ul id=list_id class="combo-list plain" role="listbox" aria-labelledby=label_id hidden=held(move || !open.get())>{follow(options)}</ul>
            <p class="field-beneath" role="status">{follow(nothing)}</p>
        </div>
    };
    field.with_value(|field| shell(field, false, Signal::stored(None), control.into_any()))
}
