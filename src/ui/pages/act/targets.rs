//! One target list: what it is for, how many of how many, by RT, and who is on it with the reasons.

use super::composed::list_ways;
use super::give::giving;
use super::help::{Helping, help_dialog};
use super::target_row::target_card;
use crate::engine::EngineError;
use crate::engine::protocol::{GetComposed, GetTarget, TargetHead, TargetPage};
use crate::lang::{act as words, number, shell};
use crate::ui::asking::refused;
use crate::ui::client::{ask, follow_changes};
use crate::ui::lang;
use crate::ui::pages::collect::filter::{area_of, area_options, areas};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::figure::{Figure, figure_tile};
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::ev::{Custom, Event};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Cards on a page.
const PAGE: u32 = 25;

/// The page.
pub fn TargetsPage() -> AnyView {
    let params = use_params_map();
    let key = Memo::new(move |_| params.with(|params| params.get("list").unwrap_or_default()));
    let page = RwSignal::new(None::<Result<TargetPage, EngineError>>);
    name_page(
        || shell::act(lang()).into(),
        move || match page.get() {
            Some(Ok(page)) => page.head.title,
            _ => shell::targets_title(lang()).into(),
        },
    );
    let (areas, area) = (areas(), RwSignal::new(String::new()));
    let (from, whole) = (RwSignal::new(0u32), RwSignal::new(false));
    let printing = StoredValue::new(false);
    let round = StoredValue::new(0u32);
    Effect::new(move |before: Option<(String, String)>| {
        follow_changes();
        _ = lang();
        let chosen = (key.get(), area.get());
        if before.is_some_and(|before| before != chosen) {
            from.set(0);
        }
        let here = areas.with(|areas| area_of(areas, &chosen.1));
        let (from, limit) = if whole.get() { (0, u32::MAX) } else { (from.get(), PAGE) };
        let (list, this) = (chosen.0.clone(), next(round));
        leptos::task::spawn_local(async move {
            let answer = match built_in(&list) {
                true => ask(GetTarget { list, area: here, from, limit }).await,
                false => ask(GetComposed { list, area: here, from, limit }).await,
            };
            if round.try_get_value() != this {
                return;
            }
            page.set(Some(answer));
            if printing.try_update_value(std::mem::take) == Some(true) {
                // The list stands on the page in the next frame.
                set_timeout(|| _ = window().print(), std::time::Duration::from_millis(150));
            }
        });
        chosen
    });
    // On paper the list is whole; afterwards the page is as it was.
    let after = window_event_listener(Custom::<Event>::new("afterprint"), move |_| whole.set(false));
    on_cleanup(move || after.remove());
    let print = Callback::new(move |()| {
        printing.set_value(true);
        whole.set(true);
    });
    let helping = RwSignal::new(None::<Helping>);
    let options = Signal::derive(move || areas.with(|areas| area_options(areas)));
    let body = move || match page.get() {
        None => skeleton(8),
        Some(Err(EngineError::Refused(_))) => view! {
            <EmptyState icon="act" title=words::no_such_list(lang()) text=words::no_such_list_text(lang())/>
        }
        .into_any(),
        Some(Err(error)) => refused(&error),
        Some(Ok(page)) => shown(page, from, whole.get_untracked(), helping),
    };
    view! {
        <div class="stack">
            <div class="finding-bar screen-only">
                <Picker id="wilayah" label=crate::lang::collect::area(lang()) options chosen=area/>
            </div>
            {giving(Signal::derive(move || key.get()), Callback::new(move |()| areas.with_untracked(|areas| area_of(areas, &area.get_untracked()))), print)}
            {follow(body)}
            {help_dialog(helping)}
        </div>
    }
    .into_any()
}

/// Lists with a rule of their own; all others are composed.
fn built_in(list: &str) -> bool {
    matches!(list, "pendampingan-keluarga" | "tanpa-jaminan-kesehatan" | "tanpa-akta-lahir")
}

fn next(round: StoredValue<u32>) -> Option<u32> {
    round.try_update_value(|round| {
        *round += 1;
        *round
    })
}

fn shown(page: TargetPage, from: RwSignal<u32>, whole: bool, helping: RwSignal<Option<Helping>>) -> AnyView {
    let TargetPage { head, by_rt, rows, today, .. } = page;
    let (total, shown) = (head.count, rows.len() as u32);
    let first = if whole { 0 } else { from.get_untracked() };
    let list = head.list.clone();
    let cards: Vec<_> = rows
        .into_iter()
        .map(|row| view! { <li>{target_card(list.clone(), row, today, helping)}</li> }.into_any())
        .collect();
    let body = if total == 0 {
        let (title, text) = (words::nobody_listed(lang()), words::nobody_listed_text(lang()));
        view! { <EmptyState icon="check" title text/> }.into_any()
    } else {
        let steps = (total > PAGE && !whole).then(|| steps(from, first, shown, total));
        view! { <div class="by-name" class:by-name-given=whole>
            <ul class="plain findings">{cards}</ul>
        </div>
        <p class="print-only not-on-paper">{crate::lang::output::not_on_paper(lang())}</p>
        {steps} }
        .into_any()
    };
    view! {
        <div class="stack-l">
            {opening(&head)}
            {list_ways(&head.list)}
            {data_table(&by_rt)}
            {body}
        </div>
    }
    .into_any()
}

/// What the list is for, how many of how many, what is not known, by which rule.
fn opening(head: &TargetHead) -> AnyView {
    let whole = |n: u32| number::whole(lang(), n.into());
    let tile = figure_tile(Figure {
        label: head.title.clone(),
        value: whole(head.count),
        of: format!("{} ({})", head.part, head.share),
        mark: (head.helped > 0).then(|| (Tone::Ok, words::n_helped(lang(), whole(head.helped)))),
        ..Figure::default()
    });
    let (purpose, rules) = (head.purpose.clone(), head.rules.clone());
    let not_known = head.not_known_words.clone();
    let not_known = (!not_known.is_empty()).then(|| view! { <p>{not_known}</p> });
    view! {
        <div class="stack-s">
            <Notice tone=Tone::Info><p>{purpose}</p></Notice>
            {tile}
            {not_known}
            <p class="soft measure">{rules}</p>
        </div>
    }
    .into_any()
}

fn steps(from: RwSignal<u32>, first: u32, shown: u32, total: u32) -> AnyView {
    let whole = |n: u32| number::whole(lang(), n.into());
    let step = |text: &'static str, to: Option<u32>| {
        let press = Callback::new(move |()| {
            if let Some(to) = to {
                from.set(to);
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        });
        view! { <Button text=text look=Look::Outline off=to.is_none() on_press=press/> }.into_any()
    };
    let before = (first > 0).then(|| first.saturating_sub(PAGE));
    let after = (first + shown < total).then_some(first + shown);
    view! {
        <p class="soft" role="status">{words::shown_of(lang(), whole(first + 1), whole(first + shown), whole(total))}</p>
        <div class="buttons">
            {step(crate::lang::findings::earlier(lang()), before)}
            {step(crate::lang::findings::later(lang()), after)}
        </div>
    }
    .into_any()
}
