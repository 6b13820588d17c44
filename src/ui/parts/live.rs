//! Glue between signals and views in one compiled copy a type of value. A closure written straight into a view is compiled
//! with its own effect, some kilobytes each; boxed here, all share one.

use leptos::prelude::*;
use std::sync::{Arc, Mutex};

/// A boxed closure that a view or an attribute follows.
pub type Live<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// A piece of a view that follows signals: `{follow(move || total.get().map(row))}`.
pub fn follow<V: IntoAny>(mut view: impl FnMut() -> V + Send + 'static) -> AnyView {
    drawn(Arc::new(Mutex::new(move || view().into_any())))
}

/// A text that follows signals.
pub fn text(words: impl FnMut() -> String + Send + 'static) -> AnyView {
    written(Arc::new(Mutex::new(words)))
}

/// An attribute's value that follows signals: `hidden=held(move || rows.with(Vec::is_empty))`.
pub fn held<T>(value: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Arc::new(Mutex::new(value))
}

/// Runs when signals that it reads change.
pub fn effect(run: impl FnMut() + 'static) {
    watched(Box::new(run));
}

fn drawn(view: Live<AnyView>) -> AnyView {
    view.into_any()
}

fn written(words: Live<String>) -> AnyView {
    words.into_any()
}

fn watched(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}
