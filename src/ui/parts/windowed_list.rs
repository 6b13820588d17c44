//! A list of any length: rows of one height, of which only those in sight are in the page. Pages of rows are asked for as
//! they come into sight and forgotten when they are far.

use super::icon::icon;
use super::tag::tag;
use super::tone::Tone;
use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::live::{follow, held, text};
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// Rows of one question to the engine.
const PAGE: u32 = 50;
/// Rows drawn in one task.
const AT_ONCE: u32 = 8;
/// Rows kept above and below those in sight.
const AROUND: u32 = 8;
/// Pages kept on each side of those in sight.
const N_KEPT: u32 = 3;
/// Questions under way at once; what was scrolled past meanwhile is never asked for.
const N_ASKING: usize = 2;
/// Height of a row in `rem`; the same as in the style.
const ROW_REM: f64 = 4.5;

/// A row: a link with a title, a line, and something at its end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRow {
    /// Where it leads, from `link("/…")`.
    pub href: String,
    /// First line.
    pub title: String,
    /// Second line.
    pub line: String,
    /// Short text at the end; none where empty.
    pub end: String,
    /// Tag at the end.
    pub tag: Option<(Tone, String)>,
}

type Rows = Pin<Box<dyn Future<Output = Option<(u32, Vec<ListRow>)>>>>;

/// Where rows come from: `from` and `limit` in, all that match and the rows out; nothing where the engine failed.
#[derive(Clone)]
pub struct Source(Rc<dyn Fn(u32, u32) -> Rows>);

impl Source {
    /// ```ignore
    /// Source::new(move |from, limit| async move {
    ///     let page = ask(ListFamilies { filter: filter.get_untracked(), from, limit }).await.ok()?;
    ///     Some((page.total, page.rows.into_iter().map(row).collect()))
    /// })
    /// ```
    pub fn new<F: Future<Output = Option<(u32, Vec<ListRow>)>> + 'static>(
        ask: impl Fn(u32, u32) -> F + 'static,
    ) -> Source {
        Source(Rc::new(move |from, limit| Box::pin(ask(from, limit))))
    }
}

/// What is known of the list.
#[derive(Default)]
struct Known {
    /// Counts the times that the list was asked anew.
    round: u32,
    /// Pages of rows, each with the round in which it was asked.
    pages: BTreeMap<u32, (u32, Vec<ListRow>)>,
    /// Pages asked for and not yet here.
    asking: Vec<u32>,
}

/// A list that scrolls with the page. `again` is read: when it changes (a filter, the register), the rows in sight are
/// asked for anew and stay until the new ones are here. `total` tells how many rows there are.
///
/// ```ignore
/// let total = RwSignal::new(None);
/// let again = Signal::derive(move || (filter.get(), follow_changes()).1);
/// view! { <WindowedList id="keluarga" label="Keluarga" source again total/> }
/// ```
#[component]
pub fn WindowedList(
    /// Unique on the page.
    id: &'static str,
    /// What is listed, for screen readers.
    #[prop(into)]
    label: String,
    /// Where rows come from.
    source: Source,
    /// Changes whenever the rows may have changed.
    #[prop(into)]
    again: Signal<u64>,
    /// All rows that there are; nothing until the first answer.
    total: RwSignal<Option<u32>>,
) -> AnyView {
    let list = NodeRef::<html::Ul>::new();
    let row_px = ROW_REM * rem_px();
    let range = RwSignal::new((0, AT_ONCE));
    let focused = RwSignal::new(None::<u32>);
    let known = RwSignal::new_local(Known::default());
    let source = StoredValue::new_local(source);

    let look = move || look(list, range, focused, row_px);
    for event in ["scroll", "resize"] {
        let handle = window_event_listener_untyped(event, move |_| look());
        on_cleanup(move || handle.remove());
    }
    Effect::new(move |_| {
        _ = total.get();
        request_animation_frame(look);
    });
    Effect::new(move |before: Option<()>| {
        again.track();
        if before.is_some() {
            known.update(|known| known.round += 1);
        }
        ask_for(source, known, range, total);
    });
    Effect::new(move |_| {
        range.track();
        ask_for(source, known, range, total);
    });

    let indices = move || {
        let ((from, to), total) = (range.get(), total.get().unwrap_or(0));
        let mut shown: Vec<u32> = (from.min(total)..to.min(total)).collect();
        if let Some(row) = focused.get().filter(|row| *row < total && !shown.contains(row)) {
            // In order: a row that moved in the page would lose the focus.
            let place = if row < from { 0 } else { shown.len() };
            shown.insert(place, row);
        }
        shown
    };
    let row = move |index: u32| {
        let at = format!("translateY({}px)", f64::from(index) * row_px);
        let found = Memo::new(move |_| {
            known.with(|known| {
                known.pages.get(&(index / PAGE)).and_then(|(_, rows)| rows.get((index % PAGE) as usize).cloned())
            })
        });
        let here = Memo::new(move |_| found.with(Option::is_some));
        view! {
            <li
                class="list-row"
                data-row=index.to_string()
                style:transform=at
                aria-posinset=(index + 1).to_string()
                aria-setsize=held(move || total.get().unwrap_or(0).to_string())
                on:focusin=move |_| focused.set(Some(index))
            >
                {follow(move || if here.get() { row_view(found) } else { wait() })}
            </li>
        }
        .into_any()
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let (Some(now), Some(total), Some(list)) =
            (focused.get_untracked(), total.get_untracked(), list.get_untracked())
        else {
            return;
        };
        let last = total.saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowDown" => (now + 1).min(last),
            "ArrowUp" => now.saturating_sub(1),
            "PageDown" => (now + 8).min(last),
            "PageUp" => now.saturating_sub(8),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        focused.set(Some(next));
        bring_into_sight(&list, f64::from(next) * row_px, row_px);
        look();
        request_animation_frame(move || focus_row(&list, next));
    };
    let height = move || format!("{}px", f64::from(total.get().unwrap_or(0)) * row_px);
    view! {
        <ul
            node_ref=list
            id=id
            class="list plain"
            role="list"
            aria-label=label
            aria-busy=held(move || total.get().is_none().to_string())
            style:height=height
            on:keydown=keys
        >
            <For each=indices key=|index| *index children=row/>
        </ul>
    }
    .into_any()
}

/// Draws the rows that have come into sight, a few a task: a row takes a slow phone some milliseconds.
fn look(list: NodeRef<html::Ul>, range: RwSignal<(u32, u32)>, focused: RwSignal<Option<u32>>, row_px: f64) {
    let Some(Some(node)) = list.try_get_untracked() else { return };
    let (now, all) = (range.get_untracked(), in_sight(&node, row_px, AROUND));
    // After a leap those in sight come first; then those below, then those above.
    let seen = if all.0 >= now.1 || all.1 <= now.0 {
        let top = in_sight(&node, row_px, 0).0;
        (top, all.1.min(top + AT_ONCE))
    } else if now.1 < all.1 {
        (all.0.max(now.0), all.1.min(now.1 + AT_ONCE))
    } else {
        (all.0.max(now.0.saturating_sub(AT_ONCE)), all.1)
    };
    if seen != all {
        // Not with an animation frame: asked for while the page scrolls, it would come within this one.
        set_timeout(move || look(list, range, focused, row_px), std::time::Duration::ZERO);
    }
    if now == seen {
        return;
    }
    let held = node.contains(document().active_element().as_deref());
    range.set(seen);
    // Rows that the page moves lose the focus; the row that had it gets it back.
    if let (true, Some(row)) = (held, focused.get_untracked()) {
        request_animation_frame(move || focus_row(&node, row));
    }
}

fn wait() -> AnyView {
    view! { <span class="list-wait">{words::loading(lang())}</span> }.into_any()
}

/// A row's link, of which only what changed is drawn anew: a search changes thirty rows at each keystroke.
fn row_view(row: Memo<Option<ListRow>>) -> AnyView {
    let part = move |part: fn(&ListRow) -> String| move || row.with(|row| row.as_ref().map_or(String::new(), part));
    let at_end = Memo::new(move |_| row.with(|row| row.as_ref().map(|row| (row.end.clone(), row.tag.clone()))));
    let at_end = move || {
        let (end, mark) = at_end.get().unwrap_or_default();
        let end = (!end.is_empty()).then(|| view! { <span class="list-end">{end}</span> });
        view! { {end}{mark.map(|(tone, text)| tag(tone, text))} }
    };
    view! {
        <a class="list-link" href=held(part(|row| row.href.clone()))>
            <span class="list-words"><b>{text(part(|row| row.title.clone()))}</b><small>{text(part(|row| row.line.clone()))}</small></span>
            {follow(at_end)}
            <span class="step-next">{icon("next")}</span>
        </a>
    }
    .into_any()
}

/// Asks for the pages in sight that are missing or of an earlier round, a few at a time; goes on as answers come.
fn ask_for(
    source: StoredValue<Source, LocalStorage>,
    known: RwSignal<Known, LocalStorage>,
    range: RwSignal<(u32, u32)>,
    total: RwSignal<Option<u32>>,
) {
    let Some((from, to)) = range.try_get_untracked() else { return };
    let (first, last) = (from / PAGE, to.saturating_sub(1) / PAGE);
    let end = total.get_untracked().map_or(0, |total| total.saturating_sub(1) / PAGE);
    for page in first..=last.min(end).max(first.min(end)) {
        let wanted = known.try_update_untracked(|known| {
            let fresh = known.pages.get(&page).is_some_and(|(round, _)| *round == known.round);
            let free = known.asking.len() < N_ASKING && !known.asking.contains(&page);
            (!fresh && free).then(|| {
                known.asking.push(page);
                known.round
            })
        });
        let Some(Some(round)) = wanted else { continue };
        let Some(rows) = source.try_with_value(|source| (source.0)(page * PAGE, PAGE)) else { return };
        leptos::task::spawn_local(async move {
            let answer = rows.await;
            let found = answer.is_some();
            let count = known.try_update(|known| {
                known.asking.retain(|asking| *asking != page);
                let (all, rows) = answer?;
                known.pages.insert(page, (round, rows));
                known.pages.retain(|kept, _| (first.saturating_sub(N_KEPT)..=last + N_KEPT).contains(kept));
                Some(all)
            });
            if let Some(Some(all)) = count
                && total.try_get_untracked() != Some(Some(all))
            {
                total.try_set(Some(all));
            }
            if found {
                ask_for(source, known, range, total);
            }
        });
    }
}

/// Rows in sight with some around, in steps of four so that a slow scroll changes little.
fn in_sight(list: &web_sys::HtmlElement, row_px: f64, around: u32) -> (u32, u32) {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0);
    let above = (-list.get_bounding_client_rect().top() / row_px).max(0.0) as u32;
    let from = above.saturating_sub(around) / 4 * 4;
    (from, from + (height / row_px).ceil() as u32 + 2 * around + 4)
}

/// Scrolls the page just so far that a row is free of the header's and the navigation's edge.
fn bring_into_sight(list: &web_sys::HtmlElement, top_px: f64, row_px: f64) {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0);
    let top = list.get_bounding_client_rect().top() + top_px;
    let (least, most) = (16.0, height - row_px - 96.0);
    let by = if top < least { top - least } else { (top - most).max(0.0) };
    window().scroll_by_with_x_and_y(0.0, by);
}

/// Focuses the link of a row, without scrolling, unless the user has gone elsewhere meanwhile.
fn focus_row(list: &web_sys::HtmlElement, row: u32) {
    let active = document().active_element();
    let elsewhere = active.is_some_and(|active| active.tag_name() != "BODY" && !list.contains(Some(&active)));
    let link = list.query_selector(&format!("[data-row=\"{row}\"] a")).ok().flatten();
    if let (false, Some(link)) = (elsewhere, link.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok())) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        _ = link.focus_with_options(&options);
    }
}

/// Pixels of one `rem`, with the reader's text size.
fn rem_px() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.trim_end_matches("px").parse().ok()).unwrap_or(16.0)
}
