//! Long pages, piece by piece: the first pieces at once, the rest a few a frame, so that the page stays at hand meanwhile.

use crate::ui::parts::live::follow;
use leptos::prelude::*;
use std::time::Duration;

/// What builds a piece.
pub type Piece = Box<dyn FnOnce() -> AnyView + Send>;

/// Pieces that come with each frame.
const STEP: usize = 2;

/// The views of `pieces`: `at_once` of them now, the rest with the next frames; runs `then` when all of them stand.
pub fn gradually(pieces: Vec<Piece>, at_once: usize, then: impl FnOnce() + 'static) -> Vec<AnyView> {
    let shown = RwSignal::new(at_once);
    go_on(shown, pieces.len(), Box::new(then));
    let view = |(at, piece): (usize, Piece)| {
        if at < at_once {
            return piece();
        }
        let due = Memo::new(move |_| shown.get() > at);
        let mut piece = Some(piece);
        follow(move || due.get().then(|| piece.take()).flatten().map(|piece| piece()))
    };
    pieces.into_iter().enumerate().map(view).collect()
}

fn go_on(shown: RwSignal<usize>, n: usize, then: Box<dyn FnOnce()>) {
    request_animation_frame(move || {
        let next = move || match shown.try_get_untracked() {
            None => {} // another page stands here by now
            Some(now) if now >= n => then(),
            Some(now) => {
                shown.set(now + STEP);
                go_on(shown, n, then);
            }
        };
        set_timeout(next, Duration::ZERO);
    });
}
