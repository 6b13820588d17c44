//! Which slides are shown, in which order, with which words of the village's own, and how long each.

use super::map_kept::undo;
use super::slides::projector;
use super::when_where::WhenWhere;
use crate::engine::EngineError;
use crate::engine::protocol::{
    CORNER_PAPER, Chosen, Corner, Done, MakeSlides, PutPaper, SLIDE_WORDS, Slide, SlidesView, WriteCorner,
};
use crate::lang::document_page as words;
use crate::ui::client::{ask, save};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::toast::toast_undo;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

const SECONDS: [u16; 5] = [5, 10, 15, 30, 60];

/// A slide in the list.
#[derive(Clone, PartialEq)]
struct Row {
    id: String,
    label: String,
    ticked: RwSignal<bool>,
    title: RwSignal<String>,
    line: RwSignal<String>,
}

/// The list: the chosen ones in their order, then those that were left out.
fn rows(slides: Vec<Slide>, corner: &Corner) -> Vec<Row> {
    let row = |slide: &Slide, chosen: Option<&Chosen>| Row {
        id: slide.id.clone(),
        label: slide.title.clone(),
        ticked: RwSignal::new(chosen.is_some() || corner.slides.is_empty()),
        title: RwSignal::new(chosen.map_or(String::new(), |chosen| chosen.title.clone())),
        line: RwSignal::new(chosen.map_or(String::new(), |chosen| chosen.line.clone())),
    };
    let found = |chosen: &Chosen| Some(row(slides.iter().find(|slide| slide.id == chosen.id)?, Some(chosen)));
    let known = corner.slides.iter().filter_map(found);
    let left = slides.iter().filter(|slide| !corner.slides.iter().any(|chosen| chosen.id == slide.id));
    known.chain(left.map(|slide| row(slide, None))).collect()
}

/// The choice, and the way to begin.
pub(super) fn chooser(view: SlidesView, look: WhenWhere, problem: RwSignal<Option<EngineError>>) -> AnyView {
    let SlidesView { slides, corner, damaged, .. } = view;
    let list = RwSignal::new(rows(slides, &corner));
    let time = RwSignal::new(corner.seconds.to_string());
    let mut times: Vec<u16> = SECONDS.into_iter().chain([corner.seconds]).collect();
    times.sort_unstable();
    times.dedup();
    let times: Vec<_> = times.into_iter().map(|n| (n.to_string(), words::seconds(lang(), n))).collect();
    let chosen = move || {
        let own = |row: &Row| Chosen {
            id: row.id.clone(),
            title: row.title.get_untracked().trim().to_owned(),
            line: row.line.get_untracked().trim().to_owned(),
        };
        let slides =
            list.with_untracked(|rows| rows.iter().filter(|row| row.ticked.get_untracked()).map(own).collect());
        Corner { slides, seconds: seconds_of(time) }
    };
    let (show, none) = (RwSignal::new(false), RwSignal::new(false));
    let shown = StoredValue::new(Vec::<Slide>::new());
    let some = move || {
        let corner = chosen();
        none.set(corner.slides.is_empty());
        (!corner.slides.is_empty()).then_some(corner)
    };
    let keep = Callback::new(move |()| {
        let Some(corner) = some() else { return };
        leptos::task::spawn_local(async move {
            match remember(corner).await {
                Ok(done) => toast_undo(words::corner_saved(lang()), Callback::new(move |()| undo(done.act))),
                Err(error) => _ = problem.try_set(Some(error)),
            }
        });
    });
    // The slides are made anew with their words and shown, whether or not the choice is kept.
    let start = Callback::new(move |()| {
        let (Some(corner), Some(look)) = (some(), untrack(move || look.look())) else { return };
        leptos::task::spawn_local(async move {
            match ask(MakeSlides { look, corner: Some(corner.clone()) }).await {
                Ok(made) => {
                    let named = |chosen: &Chosen| made.slides.iter().find(|slide| slide.id == chosen.id).cloned();
                    shown.set_value(corner.slides.iter().filter_map(named).collect());
                    show.set(true);
                }
                Err(error) => _ = problem.try_set(Some(error)),
            }
        });
    });
    let full = move || {
        show.get().then(|| shown.with_value(|slides| untrack(|| projector(slides.clone(), seconds_of(time), show))))
    };
    let all = move || {
        let rows = list.get();
        let n = rows.len();
        rows.into_iter().enumerate().map(|(at, one)| row(list, at, n, &one)).collect::<Vec<_>>()
    };
    view! {
        <div class="stack">
            {damaged.then(|| view! { <Notice tone=Tone::Warn title=words::damaged(lang(), words::corner(lang()))/> })}
            <div class="buttons">
                <Button text=words::corner_start(lang()) icon="look" on_press=start/>
                <Button text=words::corner_save(lang()) look=Look::Outline on_press=keep/>
            </div>
            {follow(move || none.get().then(|| view! { <Notice tone=Tone::Warn title=words::none_chosen(lang())/> }))}
            <p class="soft">{words::corner_keys(lang())}</p>
            <Picker id="lama" label=words::corner_seconds(lang()) options=Signal::stored(times) chosen=time/>
            <fieldset class="stack-s">
                <legend class="strong">{words::corner_choose(lang())}</legend>
                <p class="soft">{words::own_words(lang())}</p>
                <ol class="plain stack-s">{follow(all)}</ol>
            </fieldset>
            {follow(full)}
        </div>
    }
    .into_any()
}

/// A slide: shown or not, moved, and its words.
fn row(list: RwSignal<Vec<Row>>, at: usize, n: usize, row: &Row) -> AnyView {
    let Row { label, ticked, title, line, .. } = row.clone();
    let shift = move |to: usize| {
        list.update(|rows| rows.swap(at, to));
        let first = if to < at { ["naik", "turun"] } else { ["turun", "naik"] };
        focus_one_of(first.map(|way| format!("layar-{to}-{way}")));
    };
    let text = |id: String, label: &'static str, signal: RwSignal<String>| {
        view! {
            <div class="picker">
                <label for=id.clone()>{label}</label>
                <input
                    id=id
                    class="input"
                    maxlength=SLIDE_WORDS
                    prop:value=held(move || signal.get())
                    on:input=move |event| signal.set(event_target_value(&event))
                />
            </div>
        }
        .into_any()
    };
    let (up, down) = (words::slide_up(lang(), &label), words::slide_down(lang(), &label));
    let own = words::slide_words(lang(), &label);
    let open = !title.with_untracked(String::is_empty) || !line.with_untracked(String::is_empty);
    view! {
        <li class="card stack-s slide-row">
            <div class="slide-choice">
                <label class="option">
                    <input type="checkbox" prop:checked=held(move || ticked.get()) on:change=move |event| ticked.set(event_target_checked(&event))/>
                    <span>{label}</span>
                </label>
                <button type="button" class="button button-quiet" id=format!("layar-{at}-naik") aria-label=up disabled=at == 0 on:click=move |_| shift(at - 1)>"↑"</button>
                <button type="button" class="button button-quiet" id=format!("layar-{at}-turun") aria-label=down disabled=at + 1 == n on:click=move |_| shift(at + 1)>"↓"</button>
            </div>
            <details class="explain" open=open>
                <summary aria-label=own>{words::slide_words_short(lang())}</summary>
                <div class="stack-s">
                    {text(format!("layar-{at}-judul"), words::slide_title(lang()), title)}
                    {text(format!("layar-{at}-kalimat"), words::slide_line(lang()), line)}
                </div>
            </details>
        </li>
    }
    .into_any()
}

/// The list is drawn anew: the key that was pressed keeps the focus at its slide, or the other where it is off now.
fn focus_one_of(ids: [String; 2]) {
    request_animation_frame(move || {
        let found = ids.iter().filter_map(|id| document().get_element_by_id(id));
        let on = found.filter(|element| !element.has_attribute("disabled"));
        if let Some(found) = on.filter_map(|element| element.dyn_into::<web_sys::HtmlElement>().ok()).next() {
            _ = found.focus();
        }
    });
}

fn seconds_of(time: RwSignal<String>) -> u16 {
    time.with_untracked(|time| time.parse().unwrap_or(SECONDS[2]))
}

/// Stores the choice.
async fn remember(corner: Corner) -> Result<Done, EngineError> {
    let body = ask(WriteCorner { corner }).await?;
    let title = words::corner(lang()).to_owned();
    save(PutPaper { kind: CORNER_PAPER.into(), key: "utama".into(), title, body }).await
}
