//! The clock of a lesson: how long it has run, beside the minutes that it should take.

use crate::lang::hall as words;
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use leptos::prelude::*;
use std::time::Duration;

/// A clock that starts, pauses and goes back to nothing.
#[derive(Clone, Copy)]
pub struct Clock {
    /// What ran before the last start, in milliseconds.
    before: RwSignal<f64>,
    /// When it was started last; nothing while it rests.
    since: RwSignal<Option<f64>>,
    beat: RwSignal<u32>,
}

impl Clock {
    /// A clock that rests.
    pub fn new() -> Clock {
        let clock = Clock { before: RwSignal::new(0.0), since: RwSignal::new(None), beat: RwSignal::new(0) };
        let every = Duration::from_millis(500);
        if let Ok(timer) =
            set_interval_with_handle(move || clock.beat.update(|beat| *beat = beat.wrapping_add(1)), every)
        {
            on_cleanup(move || timer.clear());
        }
        clock
    }

    /// Starts it, or pauses it.
    pub fn turn(self) {
        let (so_far, running) = self.reading();
        self.set(so_far, !running);
    }

    /// Back to nothing, and rests.
    pub fn reset(self) {
        self.set(0.0, false);
    }

    /// Sets it as another clock stands.
    pub fn set(self, so_far_ms: f64, running: bool) {
        self.before.set(so_far_ms);
        self.since.set(running.then(js_sys::Date::now));
    }

    /// Milliseconds so far, and whether it runs. Follows starts and pauses, not every beat.
    pub fn reading(self) -> (f64, bool) {
        let (before, since) = (self.before.get(), self.since.get());
        (before + since.map_or(0.0, |since| js_sys::Date::now() - since), since.is_some())
    }

    /// The clock in words, beside the minutes of the lesson.
    pub fn face(self, minutes: usize) -> AnyView {
        let seconds = move || {
            self.beat.track();
            (self.reading().0 / 1000.0) as usize
        };
        let late = Memo::new(move |_| seconds() > minutes * 60);
        let said = move || {
            let seconds = seconds();
            let now = format!("{:02}:{:02}", seconds / 60, seconds % 60);
            if late.get() { words::clock_late(lang(), now, minutes) } else { words::clock(lang(), now, minutes) }
        };
        view! {
            <span class="hall-clock figures" role="timer" data-late=held(move || late.get().then_some("true"))>{follow(said)}</span>
        }
        .into_any()
    }

    /// The button that starts and pauses it.
    pub fn button(self, press: impl Fn() + 'static) -> AnyView {
        let runs = move || self.since.get().is_some();
        let verb = move || if runs() { words::pause(lang()) } else { words::start(lang()) };
        let mark = move || if runs() { "❚❚" } else { "▶" };
        view! {
            <button type="button" class="hall-tool" aria-label=held(verb) title=held(verb) on:click=move |_| press()>
                <span aria-hidden="true">{follow(mark)}</span>
            </button>
        }
        .into_any()
    }
}
