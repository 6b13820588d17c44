//! The hall's screen: one idea at a time over the whole window. Every screen that was shown stays as it was left: answers,
//! pieces and drawings are there again when the trainer steps back.

use super::channel::{Command, Line, Message, Standing};
use super::clock::Clock;
use super::keys::{command_of, on_keys};
use super::pen::{self, Stroke, Tool};
use super::screen::Lesson;
use crate::lang::hall as words;
use crate::learn::screens::{Screen, screens};
use crate::ui::learn::lesson as page;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::shell::house::name_page;
use crate::ui::shell::place;
use crate::ui::{go, lang};
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The page.
pub fn StagePage() -> AnyView {
    let id = use_params_map().with_untracked(|params| params.get("id")).unwrap_or_default();
    let own = use_query_map().with_untracked(|query| query.get("data").as_deref() == Some("sendiri"));
    let found = page::fetch(move || id.clone());
    name_page(|| words::present(lang()).into(), move || page::title_of(&found.get()));
    page::opened(found, move |bundle| page::on_village(own, move |village| stage(Lesson::new(bundle.clone(), village))))
}

/// How the screen stands: copied into every closure.
#[derive(Clone, Copy)]
pub struct Stage {
    at: RwSignal<usize>,
    n: usize,
    black: RwSignal<bool>,
    full: RwSignal<bool>,
    /// What is in the hand.
    pub tool: RwSignal<Option<Tool>>,
    /// The drawings, a screen each.
    drawn: StoredValue<Vec<RwSignal<Vec<Stroke>>>>,
    clock: Clock,
}

impl Stage {
    /// Shows a screen; the clock starts when the title is left for the first time.
    pub fn go_to(self, at: usize) {
        if self.at.get_untracked() == 0 && at > 0 && untrack(|| self.clock.reading()) == (0.0, false) {
            self.clock.turn();
        }
        self.at.set(at.min(self.n - 1));
    }

    fn strokes(self) -> Option<RwSignal<Vec<Stroke>>> {
        let at = self.at.get();
        self.drawn.with_value(|drawn| drawn.get(at).copied())
    }

    fn take(self, tool: Tool) {
        self.tool.update(|now| *now = if *now == Some(tool) { None } else { Some(tool) });
    }

    fn perform(self, command: Command) {
        let at = self.at.get_untracked();
        let steps = matches!(command, Command::Next | Command::Previous | Command::First | Command::Last);
        if self.black.get_untracked() && steps {
            return self.black.set(false); // light first: nobody has seen where one was
        }
        match command {
            Command::Next => self.go_to(at + 1),
            Command::Previous => self.go_to(at.saturating_sub(1)),
            Command::First => self.go_to(0),
            Command::Last => self.go_to(self.n - 1),
            Command::Black => self.black.update(|black| *black = !*black),
            Command::Clock => self.clock.turn(),
            Command::Reset => self.clock.reset(),
            Command::Clear => {
                if let Some(strokes) = untrack(|| self.strokes()) {
                    strokes.set(Vec::new());
                }
            }
            Command::Pen => self.take(Tool::Pen(1)),
            Command::Eraser => self.take(Tool::Eraser),
            // A browser may refuse to fill the screen; the lesson then fills the window.
            Command::Full if document().fullscreen_element().is_some() => document().exit_fullscreen(),
            Command::Full => {
                if let Some(root) = document().document_element() {
                    _ = root.request_fullscreen();
                }
            }
        }
    }
}

fn stage(lesson: Lesson) -> AnyView {
    let all = screens(&lesson.bundle.lesson, lesson.bundle.texts(lang()));
    let n = all.len();
    let drawn: Vec<_> = all.iter().map(|_| RwSignal::new(Vec::new())).collect();
    let stage = Stage {
        at: RwSignal::new(0),
        n,
        black: RwSignal::new(false),
        full: RwSignal::new(document().fullscreen_element().is_some()),
        tool: RwSignal::new(None),
        drawn: StoredValue::new(drawn.clone()),
        clock: Clock::new(),
    };
    let filled = window_event_listener_untyped("fullscreenchange", move |_| {
        stage.full.set(document().fullscreen_element().is_some());
    });
    on_cleanup(move || filled.remove());
    on_keys(move |event| {
        if event.key() == "Escape" {
            // One after the other; where nothing is left to leave, the lesson ends.
            if stage.black.get_untracked() {
                stage.black.set(false);
            } else if stage.tool.get_untracked().is_some() {
                stage.tool.set(None);
            } else {
                return;
            }
            event.prevent_default();
        } else if let Some(command) = command_of(&event) {
            event.prevent_default();
            stage.perform(command);
        }
    });
    let (id, minutes) = (lesson.bundle.lesson.id.clone(), lesson.bundle.lesson.minutes);
    let title = lesson.bundle.text("title", lang()).to_owned();
    let (lesson, all) = (StoredValue::new_local(lesson), StoredValue::new(all));
    let told =
        move |at: usize| lesson.with_value(|lesson| all.with_value(|all| all.get(at).map(|one| lesson.told(one))));
    let standing = move || {
        let at = stage.at.get();
        Message::Standing(Standing {
            at,
            n,
            now: told(at).unwrap_or_default(),
            next: told(at + 1),
            black: stage.black.get(),
            clock: stage.clock.reading(),
        })
    };
    let line = StoredValue::new(None::<Line>);
    let heard = move |message| match message {
        Message::Do(command) => stage.perform(command),
        Message::Hello => {
            if let Some(line) = line.get_value() {
                line.say(&untrack(standing));
            }
        }
        _ => {}
    };
    line.set_value(Line::open(&id, Some(Message::Gone), heard));
    effect(move || {
        let now = standing();
        if let Some(line) = line.get_value() {
            line.say(&now);
        }
    });
    let sections: Vec<_> = drawn
        .into_iter()
        .enumerate()
        .map(|(at, strokes)| {
            let seen = Memo::new(move |before: Option<&bool>| before == Some(&true) || stage.at.get() == at);
            let body = move || {
                seen.get()
                    .then(|| untrack(|| lesson.with_value(|lesson| all.with_value(|all| lesson.show(&all[at], stage)))))
            };
            let kind = all.with_value(|all| kind_of(&all[at]));
            view! {
                <section class="hall-screen" data-kind=kind hidden=held(move || stage.at.get() != at)>
                    <div class="hall-body">{follow(body)}</div>
                    {pen::sheet(stage, strokes)}
                </section>
            }
            .into_any()
        })
        .collect();
    let screen = NodeRef::<html::Dialog>::new();
    effect(move || {
        if let Some(screen) = screen.get()
            && !screen.open()
        {
            _ = screen.show_modal();
        }
    });
    let ended = {
        let id = id.clone();
        move |_| {
            if document().fullscreen_element().is_some() {
                document().exit_fullscreen();
            }
            go(&format!("/belajar/pelajaran/{id}"));
        }
    };
    let end = move |_| {
        if let Some(screen) = screen.get_untracked() {
            screen.close();
        }
    };
    let said = move || {
        let at = stage.at.get();
        let name = lesson.with_value(|lesson| all.with_value(|all| all.get(at).map(|one| lesson.title(one))));
        let place = format!("{}: {}", words::screen_of(lang(), at + 1, n), name.unwrap_or_default());
        if stage.black.get() { words::is_black(lang()).to_owned() } else { place }
    };
    view! {
        <dialog node_ref=screen class="hall" aria-label=title on:close=ended>
            <div class="hall-screens" tabindex="-1" autofocus=true>{sections}</div>
            {tools(stage, &id, minutes, UnsyncCallback::new(end))}
            <p class="unseen" role="status">{follow(said)}</p>
            <div class="hall-black" hidden=held(move || !stage.black.get()) on:click=move |_| stage.black.set(false)></div>
        </dialog>
    }
    .into_any()
}

fn kind_of(screen: &Screen) -> &'static str {
    match screen {
        Screen::Title => "title",
        Screen::Words { .. } => "words",
        Screen::Piece { .. } => "piece",
        Screen::Ask { .. } => "ask",
        Screen::Answer { .. } => "answer",
    }
}

/// The row of tools below.
fn tools(stage: Stage, id: &str, minutes: usize, end: UnsyncCallback<web_sys::MouseEvent>) -> AnyView {
    let press = move |command: Command| move |_| stage.perform(command);
    let pen = move |colour: u8, name: &'static str| {
        let tool = Tool::Pen(colour);
        let on = move || (stage.tool.get() == Some(tool)).to_string();
        view! {
            <button type="button" class=format!("hall-tool hall-pen-{colour}") aria-pressed=held(on) aria-label=name title=name on:click=move |_| stage.take(tool)>{icon("edit")}</button>
        }
        .into_any()
    };
    let tool = |command: Command, name: &'static str, shape: &'static str| {
        view! { <button type="button" class="hall-tool" aria-label=name title=name on:click=press(command)>{icon(shape)}</button> }
            .into_any()
    };
    let address = format!("{}#/belajar/catatan/{id}", place::root());
    let blocked = RwSignal::new(false);
    let second = {
        let address = address.clone();
        move |_| {
            let looks = "popup,width=1000,height=760";
            let opened = window().open_with_url_and_target_and_features(&address, "rumah-dataku-notes", looks);
            blocked.set(!matches!(opened, Ok(Some(_))));
        }
    };
    let by_hand = move || {
        let address = address.clone();
        blocked.get().then(|| {
            view! {
                <p class="hall-blocked" role="alert">
                    {words::blocked(lang())}" "
                    <a href=address target="_blank" rel="external">{words::open_notes(lang())}</a>
                </p>
            }
        })
    };
    let place_now = move || format!("{} / {}", stage.at.get() + 1, stage.n);
    let strokes = move || stage.strokes().is_none_or(|strokes| strokes.with(Vec::is_empty));
    let full = move || if stage.full.get() { words::not_full(lang()) } else { words::full(lang()) };
    view! {
        {follow(by_hand)}
        <div class="hall-tools" role="group" aria-label=words::tools(lang())>
            {tool(Command::Previous, words::previous(lang()), "back")}
            <span class="hall-place figures" aria-hidden="true">{follow(place_now)}</span>
            {tool(Command::Next, words::next(lang()), "next")}
            <span class="hall-part">
                {stage.clock.face(minutes)}
                {stage.clock.button(move || stage.perform(Command::Clock))}
                {tool(Command::Reset, words::reset(lang()), "undo")}
            </span>
            <span class="hall-part">
                {pen(1, words::pen_one(lang()))}
                {pen(2, words::pen_two(lang()))}
                <button type="button" class="hall-tool hall-words" aria-pressed=held(move || (stage.tool.get() == Some(Tool::Eraser)).to_string()) on:click=move |_| stage.take(Tool::Eraser)>{words::eraser(lang())}</button>
                <button type="button" class="hall-tool" aria-label=words::clear(lang()) title=words::clear(lang()) disabled=held(strokes) on:click=press(Command::Clear)>{icon("trash")}</button>
            </span>
            <span class="hall-part">
                <button type="button" class="hall-tool hall-words" on:click=press(Command::Black)>{words::black(lang())}</button>
                <button type="button" class="hall-tool hall-words" on:click=press(Command::Full)>{follow(full)}</button>
                <button type="button" class="hall-tool hall-words" on:click=second>{words::notes(lang())}</button>
                <button type="button" class="hall-tool hall-words" on:click=move |event| end.run(event)>{words::end(lang())}</button>
            </span>
        </div>
    }
    .into_any()
}
