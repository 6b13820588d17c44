//! What the hall's screen and the trainer's notes tell each other: a broadcast between windows of one browser.

use crate::engine::codec;
use js_sys::Uint8Array;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// A screen in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// What kind of screen.
    pub title: String,
    /// Its words.
    pub text: String,
}

/// How the hall's screen stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// Its place, from 0.
    pub at: usize,
    /// How many there are.
    pub n: usize,
    /// What is shown.
    pub now: Told,
    /// What comes next; nothing at the end.
    pub next: Option<Told>,
    /// Blacked out.
    pub black: bool,
    /// The clock: milliseconds so far, and whether it runs.
    pub clock: (f64, bool),
}

/// Something to do with the hall's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// The next screen.
    Next,
    /// The one before.
    Previous,
    /// The first.
    First,
    /// The last.
    Last,
    /// Black, or light again.
    Black,
    /// Starts or pauses the clock.
    Clock,
    /// Sets the clock back.
    Reset,
    /// Takes the drawing of this screen away.
    Clear,
    /// Pen in the hand, or away.
    Pen,
    /// Eraser in the hand, or away.
    Eraser,
    /// Full screen, or not.
    Full,
}

/// A message between the two windows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Message {
    /// From the notes: how do you stand?
    Hello,
    /// From the screen.
    Standing(Standing),
    /// From the notes.
    Do(Command),
    /// From the screen: it was closed.
    Gone,
}

/// An open channel of one lesson; closed with the page.
#[derive(Clone, Copy)]
pub struct Line(StoredValue<BroadcastChannel, LocalStorage>);

impl Line {
    /// Opens it, with what is said when the page is left; nothing where the browser has no such thing.
    pub fn open(lesson: &str, farewell: Option<Message>, hear: impl Fn(Message) + 'static) -> Option<Line> {
        let channel = BroadcastChannel::new(&format!("rumah-dataku-hall-{lesson}")).ok()?;
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(message) = codec::decode(&Uint8Array::new(&event.data()).to_vec()) {
                hear(message);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        let line = Line(StoredValue::new_local(channel));
        let heard = StoredValue::new_local(heard);
        let leave = move || {
            if let Some(farewell) = &farewell {
                line.say(farewell);
            }
        };
        let hidden = window_event_listener_untyped("pagehide", {
            let leave = leave.clone();
            move |_| leave()
        });
        on_cleanup(move || {
            hidden.remove();
            leave();
            _ = line.0.try_with_value(|channel| {
                channel.set_onmessage(None);
                channel.close();
            });
            heard.dispose();
        });
        Some(line)
    }

    /// Says something to the other windows.
    pub fn say(self, message: &Message) {
        _ = self.0.try_with_value(|channel| channel.post_message(&Uint8Array::from(codec::encode(message).as_slice())));
    }
}
