//! What the frame must know of the house and the page. The worker client and the pages tell it; the frame shows it.

use leptos::prelude::*;
use std::cell::Cell;

/// How far the last change has got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Everything is durably stored.
    #[default]
    Saved,
    /// A change is on its way.
    Saving,
    /// A change could not be stored.
    NotSaved,
}

/// The state that the frame shows. Signals live as long as the page.
#[derive(Clone, Copy)]
pub struct House {
    /// Name of the village as people say it ("Desa Sungai Contoh"); empty while none is chosen.
    pub village: RwSignal<String>,
    /// True while the register holds the invented sample village.
    pub sample: RwSignal<bool>,
    /// State of saving.
    pub saving: RwSignal<Saving>,
    /// True while another tab writes and this one follows.
    pub follower: RwSignal<bool>,
    /// What a failure of the whole engine says to the user, with what to do; nothing while it works.
    pub trouble: RwSignal<Option<String>>,
    /// A newer version of the site is ready.
    pub update_ready: RwSignal<bool>,
    /// The small line above the page's title.
    pub above: RwSignal<String>,
    /// The page's title, shown in the header as the only `h1`.
    pub title: RwSignal<String>,
}

thread_local! {
    static HOUSE: Cell<Option<House>> = const { Cell::new(None) };
}

/// Makes the state; called once, at the root.
pub(super) fn provide() {
    HOUSE.set(Some(House {
        village: RwSignal::default(),
        sample: RwSignal::new(false),
        saving: RwSignal::default(),
        follower: RwSignal::new(false),
        trouble: RwSignal::default(),
        update_ready: RwSignal::new(false),
        above: RwSignal::default(),
        title: RwSignal::default(),
    }));
}

/// The state of the house, from anywhere on the page; nothing before the page has started.
pub fn house() -> Option<House> {
    HOUSE.get()
}

/// Says what the page is called; every page calls it first, once. Both lines may change with signals:
/// `name_page(|| words::verify(lang()).into(), move || rule.get().title)`.
pub fn name_page(
    above: impl Fn() -> String + Send + Sync + 'static,
    title: impl Fn() -> String + Send + Sync + 'static,
) {
    name_page_by(Signal::derive(above), Signal::derive(title));
}

fn name_page_by(above: Signal<String>, title: Signal<String>) {
    let Some(house) = house() else { return };
    house.above.set(above.get_untracked());
    house.title.set(title.get_untracked());
    Effect::new(move |_| {
        house.above.set(above.get());
        house.title.set(title.get());
    });
}
