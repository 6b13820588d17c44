//! The trainer's own window: what is shown now and next, the clock, the sheet's hints; it steers the hall's screen. Both
//! windows are of one browser and need no server.

use super::channel::{Command, Line, Message, Standing, Told};
use super::clock::Clock;
use super::keys::{command_of, on_keys};
use crate::lang::hall as words;
use crate::ui::lang;
use crate::ui::learn::{lesson, sheet, words as shown};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::shell::place;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page.
pub fn NotesPage() -> AnyView {
    let id = use_params_map().with_untracked(|params| params.get("id")).unwrap_or_default();
    let found = lesson::fetch({
        let id = id.clone();
        move || id.clone()
    });
    name_page(|| words::notes(lang()).into(), move || lesson::title_of(&found.get()));
    lesson::opened(found, move |bundle| {
        let minutes = bundle.lesson.minutes;
        view! {
            <div class="stack hall-notes">
                {desk(&bundle.lesson.id, minutes)}
                <div class="card stack">{sheet::hints(&bundle)}</div>
                <section class="stack-s"><h2>{words::keys(lang())}</h2><p class="soft measure">{words::keys_line(lang())}</p></section>
            </div>
        }
        .into_any()
    })
}

/// What the hall sees, and the ways to change it.
fn desk(id: &str, minutes: usize) -> AnyView {
    let (standing, gone) = (RwSignal::new(None::<Standing>), RwSignal::new(false));
    let clock = Clock::new();
    let line = Line::open(id, None, move |message| match message {
        Message::Standing(now) => {
            let (so_far, running) = now.clock;
            if standing.with_untracked(|before| before.as_ref().is_none_or(|before| before.clock != now.clock)) {
                clock.set(so_far, running);
            }
            gone.set(false);
            standing.set(Some(now));
        }
        Message::Gone => {
            gone.set(true);
            standing.set(None);
            clock.reset();
        }
        Message::Hello | Message::Do(_) => {}
    });
    let line = StoredValue::new(line);
    let say = move |message: Message| {
        if let Some(line) = line.get_value() {
            line.say(&message);
        }
    };
    say(Message::Hello);
    on_keys(move |event| {
        if let Some(command) = command_of(&event) {
            event.prevent_default();
            say(Message::Do(command));
        }
    });
    let open = format!("{}#/belajar/layar/{id}", place::root());
    let nobody = move || {
        let open_there = open.clone();
        standing.with(Option::is_none).then(|| {
            let title = if gone.get() { words::gone(lang()) } else { words::waiting(lang()) };
            view! {
                <Notice tone=Tone::Warn title=title.to_owned()>
                    <p>{words::waiting_text(lang())}</p>
                    <div class="buttons"><a class=Look::Outline.class() href=open_there target="_blank" rel="external">{words::open_screen(lang())}</a></div>
                </Notice>
            }
        })
    };
    let there = move || standing.with(Option::is_some);
    let at_start = Signal::derive(move || standing.with(|now| now.as_ref().is_none_or(|now| now.at == 0)));
    let at_end = Signal::derive(move || standing.with(|now| now.as_ref().is_none_or(|now| now.next.is_none())));
    let press = move |command: Command| Callback::new(move |()| say(Message::Do(command)));
    let dark = Signal::derive(move || {
        let black = standing.with(|now| now.as_ref().is_some_and(|now| now.black));
        if black { words::light(lang()) } else { words::black(lang()) }.to_owned()
    });
    let place = move || standing.with(|now| now.as_ref().map(|now| words::screen_of(lang(), now.at + 1, now.n)));
    let black = move || {
        let black = standing.with(|now| now.as_ref().is_some_and(|now| now.black));
        black.then(|| view! { <Notice tone=Tone::Info><p>{words::hall_black(lang())}</p></Notice> })
    };
    let now = move || standing.with(|now| now.as_ref().map(|now| told(&now.now)));
    let next = move || {
        standing.with(|now| {
            now.as_ref().map(|now| match &now.next {
                Some(next) => told(next),
                None => view! { <p class="soft">{words::no_after(lang())}</p> }.into_any(),
            })
        })
    };
    view! {
        {follow(nobody)}
        <div class="stack" hidden=held(move || !there())>
            <div class="row-apart">
                <b role="status">{follow(place)}</b>
                <span class="row">
                    {clock.face(minutes)}
                    {clock.button(move || say(Message::Do(Command::Clock)))}
                    <Button text=words::reset(lang()).to_owned() look=Look::Quiet icon="undo" on_press=press(Command::Reset)/>
                </span>
            </div>
            <div class="buttons">
                <Button text=words::previous(lang()).to_owned() look=Look::Outline icon="back" on_press=press(Command::Previous) off=at_start/>
                <Button text=words::next(lang()).to_owned() icon="next" on_press=press(Command::Next) off=at_end/>
                <Button text=dark look=Look::Outline on_press=press(Command::Black)/>
                <Button text=words::clear(lang()).to_owned() look=Look::Quiet icon="trash" on_press=press(Command::Clear)/>
            </div>
            {follow(black)}
            <div class="hall-pair">
                <section class="card stack-s hall-now"><h2>{words::now(lang())}</h2>{follow(now)}</section>
                <section class="card stack-s hall-after"><h2>{words::after(lang())}</h2>{follow(next)}</section>
            </div>
        </div>
    }
    .into_any()
}

fn told(screen: &Told) -> AnyView {
    view! { <p class="soft">{screen.title.clone()}</p> {shown::text(&screen.text)} }.into_any()
}
