//! "Bacakan": a step read aloud, a sentence at a time, by a voice that lies on this device; voices that send words elsewhere
//! are left alone. Where there is no such voice in the page's language, there are no buttons.

use crate::lang::hall as words;
use crate::learn::screens::sentences;
use crate::ui::lang;
use crate::ui::parts::live::follow;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// What is read of a step: its texts, and what can be chosen.
const READ: &str = ".lesson-text > *, .option > span, .lesson-order > span:first-child, .piece-said";

/// Reads aloud; copied into every closure.
#[derive(Clone, Copy)]
pub struct Reader {
    voice: RwSignal<Option<SpeechSynthesisVoice>, LocalStorage>,
    /// The step that is being read, and whether it rests.
    now: RwSignal<Option<(usize, bool)>>,
    sentences: StoredValue<Vec<String>>,
    next: StoredValue<usize>,
    /// Counts beginnings and stops: what a sentence of before tells at its end is not heard any more.
    round: StoredValue<u32>,
    /// The sentence that is spoken; a browser may forget one that nobody holds.
    spoken: StoredValue<Option<SpeechSynthesisUtterance>, LocalStorage>,
}

fn speech() -> Option<SpeechSynthesis> {
    window().speech_synthesis().ok().filter(|speech| !speech.is_undefined())
}

/// The voice of this device for the page's language.
fn find_voice() -> Option<SpeechSynthesisVoice> {
    let fits = |voice: &SpeechSynthesisVoice| {
        let tag = voice.lang().replace('_', "-").to_lowercase();
        let tag = if tag == "in" || tag.starts_with("in-") { tag.replacen("in", "id", 1) } else { tag }; // of old Android
        voice.local_service() && tag.split('-').next() == Some(lang().tag())
    };
    speech()?.get_voices().iter().map(JsCast::unchecked_into).find(fits)
}

impl Reader {
    /// A reader that stops when the page is left.
    pub fn new() -> Reader {
        let reader = Reader {
            voice: RwSignal::new_local(find_voice()),
            now: RwSignal::new(None),
            sentences: StoredValue::default(),
            next: StoredValue::new(0),
            round: StoredValue::new(0),
            spoken: StoredValue::new_local(None),
        };
        // Browsers tell their voices when they have found them, often after the page is built.
        let look = Closure::<dyn FnMut()>::new(move || _ = reader.voice.try_set(find_voice()));
        if let Some(speech) = speech() {
            _ = speech.add_event_listener_with_callback("voiceschanged", look.as_ref().unchecked_ref());
        }
        let look = StoredValue::new_local(look);
        let left = window_event_listener_untyped("pagehide", move |_| reader.stop());
        on_cleanup(move || {
            left.remove();
            reader.stop();
            _ = look.try_with_value(|look| {
                if let Some(speech) = speech() {
                    _ = speech.remove_event_listener_with_callback("voiceschanged", look.as_ref().unchecked_ref());
                }
            });
        });
        reader
    }

    /// The buttons of a step; none where no voice is there.
    pub fn buttons(self, step: usize, name: &'static str) -> AnyView {
        follow(move || {
            self.voice.with(Option::is_some).then(|| match self.now.get() {
                Some((now, rests)) if now == step => {
                    let (verb, turn) =
                        if rests { (words::go_on_aloud(lang()), true) } else { (words::pause_aloud(lang()), false) };
                    let press = move |_| if turn { self.go_on() } else { self.pause() };
                    view! {
                        <span class="row">
                            <button type="button" class="button button-quiet" on:click=press>{verb}</button>
                            <button type="button" class="button button-quiet" on:click=move |_| self.stop()>{words::stop_aloud(lang())}</button>
                        </span>
                    }
                    .into_any()
                }
                _ => {
                    let label = words::aloud_of(lang(), name);
                    view! { <button type="button" class="button button-quiet" aria-label=label on:click=move |_| self.begin(step)>{words::aloud(lang())}</button> }
                        .into_any()
                }
            })
        })
    }

    fn begin(self, step: usize) {
        self.stop();
        self.sentences.set_value(read(step).unwrap_or_default());
        self.next.set_value(0);
        self.now.set(Some((step, false)));
        self.speak();
    }

    fn pause(self) {
        self.hush();
        self.now.update(|now| *now = now.map(|(step, _)| (step, true)));
    }

    fn go_on(self) {
        self.now.update(|now| *now = now.map(|(step, _)| (step, false)));
        self.speak();
    }

    fn stop(self) {
        if self.now.try_get_untracked().flatten().is_some() {
            self.hush();
            _ = self.now.try_set(None);
        }
    }

    /// Silence. Pausing ends the sentence, and going on says it again: not every browser can rest within one.
    fn hush(self) {
        _ = self.round.try_update_value(|round| *round += 1);
        if let Some(speech) = speech() {
            speech.cancel();
        }
    }

    fn speak(self) {
        let at = self.next.get_value();
        let sentence = self.sentences.with_value(|all| all.get(at).cloned());
        let made = sentence.and_then(|sentence| SpeechSynthesisUtterance::new_with_text(&sentence).ok());
        let (Some(said), Some(speech)) = (made, speech()) else { return self.now.set(None) };
        let round = self.round.get_value();
        let goes_on = move || self.round.try_get_value() == Some(round);
        let ended = Closure::once_into_js(move |_: JsValue| {
            if goes_on() {
                self.next.update_value(|next| *next += 1);
                self.speak();
            }
        });
        let failed = Closure::once_into_js(move |_: JsValue| {
            if goes_on() {
                self.now.set(None);
            }
        });
        said.set_onend(Some(ended.unchecked_ref()));
        said.set_onerror(Some(failed.unchecked_ref()));
        said.set_voice(self.voice.get_untracked().as_ref());
        said.set_lang(lang().tag());
        said.set_rate(0.95);
        speech.speak(&said);
        self.spoken.set_value(Some(said));
    }
}

/// The sentences that a step shows now.
fn read(step: usize) -> Option<Vec<String>> {
    let found = document().query_selector(&format!("[data-step='{step}']")).ok()??.query_selector_all(READ).ok()?;
    let mut all = Vec::new();
    for at in 0..found.length() {
        let text = found.get(at)?.dyn_into::<HtmlElement>().ok()?.inner_text();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            all.extend(sentences(line).into_iter().map(str::to_owned));
        }
    }
    Some(all)
}
