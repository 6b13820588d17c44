//! An indicator as a card: the number, its ground, and behind "Cara membaca" all that is needed to use it rightly.

use crate::engine::protocol::{Card, CardGroup};
use crate::lang::analyse as words;
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::tag::tag;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;

/// Cards of one group at a time, or all; `chosen` is the number of the group, one past the last for all.
pub(super) fn groups(groups: Vec<CardGroup>, chosen: RwSignal<usize>) -> AnyView {
    let titles: Vec<String> = groups.iter().map(|group| group.title.clone()).collect();
    let n = groups.len();
    let chips: Vec<_> = titles
        .into_iter()
        .chain([words::everything(lang()).to_owned()])
        .enumerate()
        .map(|(i, title)| {
            let pressed = move || if chosen.get() == i { "true" } else { "false" };
            view! { <button type="button" class="chip" aria-pressed=held(pressed) on:click=move |_| chosen.set(i)>{title}</button> }
                .into_any()
        })
        .collect();
    let groups = StoredValue::new(groups);
    let shown = move || {
        let range = match chosen.get() {
            all if all >= n => 1..n,
            one => one..one + 1,
        };
        groups.with_value(|groups| groups[range].iter().cloned().map(group).collect::<Vec<_>>())
    };
    view! {
        <div class="stack">
            <div class="row screen-only" role="group" aria-label=words::choose_group(lang())>{chips}</div>
            {follow(shown)}
        </div>
    }
    .into_any()
}

fn group(group: CardGroup) -> AnyView {
    let cards: Vec<_> = group.cards.into_iter().map(card).collect();
    view! {
        <section class="stack-s">
            <h2>{group.title}</h2>
            <div class="tiles indicators">{cards}</div>
        </section>
    }
    .into_any()
}

fn card(card: Card) -> AnyView {
    let mark = (!card.mark.is_empty()).then(|| tag(Tone::Warn, card.mark.clone()));
    let unit = (!card.unit.is_empty()).then(|| view! { <span class="figure-unit">{card.unit.clone()}</span> });
    let missing = (!card.missing.is_empty()).then(|| view! { <span class="figure-of">{card.missing.clone()}</span> });
    let (name, value, of) = (card.name.clone(), card.value.clone(), card.of.clone());
    let summary = format!("{}: {name}", words::how_to_read(lang()));
    let open = RwSignal::new(false);
    let toggle = move |event: leptos::ev::Event| {
        let details = event_target::<web_sys::Element>(&event);
        open.set(details.has_attribute("open"));
    };
    let card = StoredValue::new(card);
    view! {
        <article class="card figure indicator">
            <h3 class="figure-label">{name}</h3>
            <span class="figure-value">{value}" "{unit}</span>
            <span class="figure-of">{of}</span>
            {missing}
            {mark}
            <details class="explain screen-only" on:toggle=toggle>
                <summary aria-label=summary>{words::how_to_read(lang())}</summary>
                {follow(move || open.get().then(|| card.with_value(explanation)))}
            </details>
        </article>
    }
    .into_any()
}

fn explanation(card: &Card) -> AnyView {
    let row = |heading: &'static str, text: &str| {
        (!text.is_empty()).then(|| view! { <dt>{heading}</dt><dd>{text.to_owned()}</dd> }.into_any())
    };
    let caution = (!card.caution.is_empty()).then(|| view! { <p class="strong">{card.caution.clone()}</p> });
    view! {
        <div class="stack-s">
            {caution}
            <p>{card.help.clone()}</p>
            <p>{card.interpretation.clone()}</p>
            <dl class="terms">
                {row(words::universe_heading(lang()), &card.universe)}
                {row(words::formula_heading(lang()), &card.method)}
                {row(words::source_heading(lang()), &card.source)}
            </dl>
        </div>
    }
    .into_any()
}
