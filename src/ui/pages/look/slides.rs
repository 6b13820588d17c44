//! Pojok Kependudukan: slides are chosen, then fill the screen of the village hall. Keyboard and remote move them, and
//! they move by themselves until somebody pauses.

use super::when_where::WhenWhere;
use crate::engine::EngineError;
use crate::engine::protocol::{CORNER_PAPER, MakeSlides, PutPaper, Slide, SlidesView, WriteCorner};
use crate::lang::{document_page as words, shell};
use crate::ui::client::{ask, follow_changes, save};
use crate::ui::lang;
use crate::ui::parts::button::Button;
use crate::ui::parts::choice::CheckRow;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

const SECONDS: [u16; 5] = [5, 10, 15, 30, 60];

/// The page.
pub fn SlidesPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || words::corner(lang()).into());
    let chosen = WhenWhere::new();
    let found = RwSignal::new(None::<SlidesView>);
    let problem = RwSignal::new(None::<EngineError>);
    effect(move || {
        follow_changes();
        let Some(look) = chosen.look() else { return };
        leptos::task::spawn_local(async move {
            match ask(MakeSlides { look }).await {
                // The choice that was just stored comes back by itself.
                Ok(view) if found.with_untracked(|now| now.as_ref() == Some(&view)) => {}
                Ok(view) => _ = found.try_set(Some(view)),
                Err(error) => _ = problem.try_set(Some(error)),
            }
        });
    });
    view! {
        <div class="stack">
            <p class="soft">{words::corner_about(lang())}</p>
            {chosen.fields()}
            {follow(move || problem.get().map(|error| {
                let (title, text) = error.message(lang());
                view! { <Notice tone=Tone::Error title=title><p>{text}</p></Notice> }
            }))}
            {follow(move || found.get().map_or_else(|| skeleton(8), |view| chooser(view, problem)))}
        </div>
    }
    .into_any()
}

/// What is shown, how long each, and the way to begin.
fn chooser(view: SlidesView, problem: RwSignal<Option<EngineError>>) -> AnyView {
    let SlidesView { slides, chosen, seconds, damaged } = view;
    let tick = |slide: &Slide| RwSignal::new(chosen.is_empty() || chosen.contains(&slide.id));
    let ticks: Vec<RwSignal<bool>> = slides.iter().map(tick).collect();
    let time = RwSignal::new(seconds.to_string());
    let rows: Vec<_> = slides
        .iter()
        .zip(&ticks)
        .map(|(slide, ticked)| view! { <CheckRow text=slide.title.clone() ticked=*ticked/> }.into_any())
        .collect();
    let mut times: Vec<u16> = SECONDS.into_iter().chain([seconds]).collect();
    times.sort_unstable();
    times.dedup();
    let times: Vec<_> = times.into_iter().map(|n| (n.to_string(), words::seconds(lang(), n))).collect();
    let (show, none) = (RwSignal::new(false), RwSignal::new(false));
    let slides = StoredValue::new(slides);
    let shown = StoredValue::new(Vec::<Slide>::new());
    let ticks = StoredValue::new(ticks);
    let start = Callback::new(move |()| {
        let ticked = ticks.with_value(|ticks| ticks.iter().map(|tick| tick.get_untracked()).collect::<Vec<_>>());
        let kept: Vec<Slide> = slides.with_value(|slides| {
            slides.iter().zip(&ticked).filter(|(_, ticked)| **ticked).map(|(slide, _)| slide.clone()).collect()
        });
        none.set(kept.is_empty());
        if kept.is_empty() {
            return;
        }
        let all = ticked.iter().all(|ticked| *ticked);
        let names = if all { Vec::new() } else { kept.iter().map(|slide| slide.id.clone()).collect() };
        remember(names, seconds_of(time), problem);
        shown.set_value(kept);
        show.set(true);
    });
    let full = move || {
        show.get().then(|| shown.with_value(|slides| untrack(|| projector(slides.clone(), seconds_of(time), show))))
    };
    view! {
        <div class="stack">
            {damaged.then(|| view! { <Notice tone=Tone::Warn title=words::damaged(lang(), words::corner(lang()))/> })}
            <div class="buttons"><Button text=words::corner_start(lang()) icon="look" on_press=start/></div>
            {follow(move || none.get().then(|| view! { <Notice tone=Tone::Warn title=words::none_chosen(lang())/> }))}
            <p class="soft">{words::corner_keys(lang())}</p>
            <Picker id="lama" label=words::corner_seconds(lang()) options=Signal::stored(times) chosen=time/>
            <fieldset class="stack-s"><legend class="strong">{words::corner_choose(lang())}</legend>{rows}</fieldset>
            {follow(full)}
        </div>
    }
    .into_any()
}

fn seconds_of(time: RwSignal<String>) -> u16 {
    time.with_untracked(|time| time.parse().unwrap_or(SECONDS[2]))
}

/// Stores the choice; showing goes on where that fails, and the page says so.
fn remember(slides: Vec<String>, seconds: u16, problem: RwSignal<Option<EngineError>>) {
    leptos::task::spawn_local(async move {
        let Ok(body) = ask(WriteCorner { slides, seconds }).await else { return };
        let title = words::corner(lang()).to_owned();
        if let Err(error) = save(PutPaper { kind: CORNER_PAPER.into(), key: "utama".into(), title, body }).await {
            _ = problem.try_set(Some(error));
        }
    });
}

/// The slides over the whole screen.
fn projector(slides: Vec<Slide>, seconds: u16, show: RwSignal<bool>) -> AnyView {
    let n = slides.len();
    let (at, paused) = (RwSignal::new(0usize), RwSignal::new(false));
    // Each turn by hand gives the slide its full time again.
    let turns = RwSignal::new(0u32);
    let turn = move |to: usize| {
        at.set(to % n);
        turns.update(|turns| *turns += 1);
    };
    let on = move || turn(at.get_untracked() + 1);
    let back = move || turn(at.get_untracked() + n - 1);
    let screen = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(screen) = screen.get()
            && !screen.open()
        {
            _ = screen.show_modal();
            // A browser may refuse to fill the screen; the slides then fill the window.
            if let Some(root) = document().document_element() {
                _ = root.request_fullscreen();
            }
        }
    });
    let ended = move |_| {
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
        show.set(false);
    };
    let end = move || {
        if let Some(screen) = screen.get_untracked() {
            screen.close();
        }
    };
    // Escape leaves the full screen without a key press that the page would hear.
    let was_full = StoredValue::new(false);
    let left = window_event_listener_untyped("fullscreenchange", move |_| {
        let full = document().fullscreen_element().is_some();
        if was_full.get_value() && !full {
            end();
        }
        was_full.set_value(full);
    });
    on_cleanup(move || left.remove());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(handle)) = timer.try_update_value(Option::take) {
            handle.clear();
        }
    };
    on_cleanup(stop);
    effect(move || {
        turns.track();
        let paused = paused.get();
        stop();
        if !paused && n > 1 {
            timer.set_value(set_timeout_with_handle(on, Duration::from_secs(seconds.into())).ok());
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        let on_button = event.target().is_some_and(|target| {
            use wasm_bindgen::JsCast;
            target.dyn_ref::<web_sys::HtmlElement>().is_some_and(|element| element.tag_name() == "BUTTON")
        });
        match event.key().as_str() {
            "ArrowRight" | "ArrowDown" | "PageDown" => on(),
            "ArrowLeft" | "ArrowUp" | "PageUp" => back(),
            "Home" => turn(0),
            "End" => turn(n - 1),
            " " if !on_button => paused.update(|paused| *paused = !*paused),
            _ => return,
        }
        event.prevent_default();
    };
    let slides = StoredValue::new(slides);
    let body = move || {
        slides.with_value(|slides| {
            slides.get(at.get()).map(|slide| {
                let Slide { title, html, foot, .. } = slide.clone();
                view! {
                    <div class="slide" role="group" aria-roledescription="slide" aria-label=title inner_html=html></div>
                    <p class="slide-foot">{foot}</p>
                }
                .into_any()
            })
        })
    };
    let place = move || words::slide_n(lang(), at.get() + 1, n);
    let state = move || if paused.get() { words::paused(lang()) } else { words::running(lang()) }.to_owned();
    let pause_label = move || if paused.get() { words::go_on(lang()) } else { words::pause(lang()) };
    view! {
        <dialog node_ref=screen class="show" aria-label=words::corner(lang()) on:close=ended on:keydown=on_key>
            <div class="show-slide" tabindex="-1" autofocus=true>{follow(body)}</div>
            <div class="show-tools">
                <button type="button" class="button button-quiet button-square show-back" aria-label=words::previous(lang()) on:click=move |_| back()>{icon("next")}</button>
                <button type="button" class="button button-quiet" on:click=move |_| paused.update(|paused| *paused = !*paused)>{follow(pause_label)}</button>
                <button type="button" class="button button-quiet button-square" aria-label=words::next(lang()) on:click=move |_| on()>{icon("next")}</button>
                <span class="show-place">{follow(place)}</span>
                <span class="unseen" role="status">{follow(state)}</span>
                <button type="button" class="button button-quiet" on:click=move |_| end()>{words::end_show(lang())}</button>
            </div>
        </dialog>
    }
    .into_any()
}
