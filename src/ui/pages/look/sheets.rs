//! Pages of paper on the screen: blocks are measured once at their true size, put on pages, and written page by page. What
//! is printed is what stands here.

use crate::engine::protocol::{DocumentView, Laid};
use crate::lang::document_page as words;
use crate::present::document::PAGE_OF;
use crate::present::document::pages::{Item, Piece, pages};
use crate::ui::lang;
use leptos::html;
use leptos::prelude::*;
use std::collections::HashMap;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Blocks that are measured, and pages that are written, in one task.
const MEASURED: usize = 6;
const WRITTEN: usize = 3;

/// A document on its way to pages.
struct Work {
    laid: Vec<(String, Laid)>,
    title: String,
    items: Vec<Item>,
    pages: Vec<Vec<Piece>>,
    /// Page, from 1, on which each block begins.
    page_of: HashMap<String, usize>,
    class: &'static str,
}

/// The pages of a document; `n_pages` is told once all of them stand.
pub(super) fn sheets(view: &DocumentView, n_pages: RwSignal<Option<usize>>) -> AnyView {
    n_pages.set(None);
    let (measure, shown) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let kept = view.blocks.iter().filter(|block| !block.left_out);
    let work = StoredValue::new_local(Work {
        laid: kept.map(|block| (block.id.clone(), block.laid.clone())).collect(),
        title: view.title.clone(),
        items: Vec::new(),
        pages: Vec::new(),
        page_of: HashMap::new(),
        class: match (view.large, view.compact) {
            (true, _) => "sheet sheet-large",
            (_, true) => "sheet sheet-compact",
            _ => "sheet",
        },
    });
    let class = work.with_value(|work| work.class);
    let fit = move || {
        if let Some(shown) = shown.get_untracked() {
            fit_width(&shown);
        }
    };
    let resized = window_event_listener(leptos::ev::resize, move |_| fit());
    on_cleanup(move || resized.remove());
    Effect::new(move |_| {
        if let (Some(measure), Some(shown)) = (measure.get(), shown.get()) {
            // A document that changed is drawn into the elements of the one before.
            shown.set_inner_html("");
            step(work, measure.unchecked_into(), shown.unchecked_into(), n_pages);
        }
    });
    view! {
        <div class="sheet-measure" aria-hidden="true" inert=true>
            <div class=class><div class="sheet-body"></div></div>
            <div class=class><div class="sheet-body sheet-free" node_ref=measure></div></div>
        </div>
        <div class="sheets" node_ref=shown></div>
    }
    .into_any()
}

/// One task of the work, and the next one after it; ends where the page was left.
fn step(work: StoredValue<Work, LocalStorage>, measure: Element, shown: HtmlElement, n_pages: RwSignal<Option<usize>>) {
    let going_on = work.try_update_value(|work| match () {
        () if work.items.len() < work.laid.len() => {
            measured(work, &measure);
            true
        }
        () if work.pages.is_empty() => {
            lay_out(work, page_height(&measure));
            measure.set_inner_html("");
            true
        }
        () => {
            let done = shown.child_element_count() as usize;
            let end = (done + WRITTEN).min(work.pages.len());
            let html: String = (done..end).map(|at| work.page(at)).collect();
            _ = shown.insert_adjacent_html("beforeend", &html);
            if done == 0 {
                fit_width(&shown);
            }
            if end == work.pages.len() {
                _ = n_pages.try_set(Some(end));
            }
            end < work.pages.len()
        }
    });
    if going_on == Some(true) {
        set_timeout(move || step(work, measure, shown, n_pages), Duration::ZERO);
    }
}

/// Measures the next blocks.
fn measured(work: &mut Work, measure: &Element) {
    let from = work.items.len();
    let next = &work.laid[from..(from + MEASURED).min(work.laid.len())];
    let block = |(_, laid): &(String, Laid)| format!("<div class=\"sheet-block\">{}</div>", whole(laid));
    measure.set_inner_html(&next.iter().map(block).collect::<String>());
    let mut found = Vec::new();
    for (at, (_, laid)) in next.iter().enumerate() {
        if let Some(element) = measure.children().item(at as u32) {
            found.push(item(laid, &element));
        }
    }
    // A block that could not be measured would stop the work.
    found.resize(next.len(), Item::default());
    work.items.extend(found);
}

/// A block as it is measured: the head of a further page is the longer one.
fn whole(laid: &Laid) -> String {
    let open = if laid.reopen.is_empty() { &laid.open } else { &laid.reopen };
    [open.as_str(), &laid.rows.concat(), &laid.close, &laid.foot].concat()
}

fn height(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}

/// Heights of a block's parts.
fn item(laid: &Laid, element: &Element) -> Item {
    let (stays, fresh, alone) = (laid.stays, laid.fresh, laid.alone);
    let all = height(element);
    let rows = match element.query_selector_all("tbody > tr") {
        Ok(rows) if rows.length() > 0 => (0..rows.length()).filter_map(|at| rows.item(at)).collect(),
        _ if laid.rows.len() > 1 => {
            let children = element.children();
            let first = children.length().saturating_sub(laid.rows.len() as u32);
            (first..children.length()).filter_map(|at| children.item(at)).map(JsCast::unchecked_into).collect()
        }
        _ => Vec::<web_sys::Node>::new(),
    };
    let rows: Vec<f64> = rows.into_iter().map(|row| height(&row.unchecked_into())).collect();
    if rows.len() != laid.rows.len() || rows.is_empty() {
        return Item { rows: vec![all; laid.rows.len().min(1)], stays, fresh, alone, ..Item::default() };
    }
    let foot = match laid.foot.is_empty() {
        true => 0.0,
        false => element.last_element_child().map_or(0.0, |foot| height(&foot)),
    };
    let head = (all - foot - rows.iter().sum::<f64>()).max(0.0);
    Item { head, rows, foot, stays, fresh, alone }
}

/// Height of the empty page beside what is measured.
fn page_height(measure: &Element) -> f64 {
    let empty = measure.closest(".sheet-measure").ok().flatten();
    let body = empty.and_then(|all| all.query_selector(".sheet-body").ok().flatten());
    body.map_or(0.0, |body| height(&body))
}

fn lay_out(work: &mut Work, height: f64) {
    work.pages = pages(&work.items, height);
    for (at, page) in work.pages.iter().enumerate() {
        for piece in page.iter().filter(|piece| piece.rows.start == 0) {
            work.page_of.insert(work.laid[piece.item].0.clone(), at + 1);
        }
    }
    if work.pages.is_empty() {
        work.pages.push(Vec::new());
    }
}

impl Work {
    /// A page as HTML.
    fn page(&self, at: usize) -> String {
        let mut body = String::new();
        let mut alone = false;
        for piece in &self.pages[at] {
            let laid = &self.laid[piece.item].1;
            alone |= laid.alone;
            let open = if piece.rows.start == 0 { &laid.open } else { &laid.reopen };
            let foot = if piece.last { laid.foot.as_str() } else { "" };
            let rows = laid.rows[piece.rows.clone()].concat();
            body.push_str(&format!("<div class=\"sheet-block\">{open}{rows}{}{foot}</div>", laid.close));
        }
        let body = self.with_page_numbers(&body);
        let label = words::page_n(lang(), at + 1, self.pages.len());
        let title = self.title.replace('&', "&amp;").replace('<', "&lt;");
        let foot = match alone {
            true => String::new(),
            false => format!("<div class=\"sheet-foot\"><span>{title}</span><span>{}</span></div>", at + 1),
        };
        let class = if alone { format!("{} sheet-alone", self.class) } else { self.class.to_owned() };
        format!(
            "<section class=\"{class}\" aria-label=\"{label}\"><div class=\"sheet-body\">{body}</div>{foot}</section>"
        )
    }

    /// In the contents, names of blocks become the pages on which they stand.
    fn with_page_numbers(&self, html: &str) -> String {
        let parts = html.split(PAGE_OF).enumerate();
        let text = |(at, part): (usize, &str)| match at % 2 {
            0 => part.to_owned(),
            _ => self.page_of.get(part).map_or(String::new(), usize::to_string),
        };
        parts.map(text).collect()
    }
}

/// On a small screen the pages are shown smaller, whole.
fn fit_width(shown: &HtmlElement) {
    let Some(sheet) = shown.first_element_child().and_then(|sheet| sheet.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let Some(room) = shown.parent_element().map(|parent| f64::from(parent.client_width())) else { return };
    // The true width, not the shown one.
    _ = shown.style().set_property("zoom", "1");
    let wide = f64::from(sheet.offset_width());
    if wide > 0.0 {
        _ = shown.style().set_property("zoom", &format!("{:.3}", (room / wide).min(1.0)));
    }
}
