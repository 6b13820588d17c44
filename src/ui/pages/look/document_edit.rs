//! A document block by block: each text is edited in its place, each block moved, left out, or followed by one's own.

use super::document_desk::{Desk, Way};
use crate::engine::protocol::{BlockKind, BlockView, DocumentView, ListTables};
use crate::lang::{document_page as words, number};
use crate::ui::client::ask;
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::gradual::{Piece, gradually};
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::follow;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::tag::tag;
use crate::ui::parts::tone::Tone;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Blocks that stand at once.
const AT_ONCE: usize = 6;

/// The blocks and the list of figures.
pub(super) fn editor(desk: Desk, view: &DocumentView) -> AnyView {
    let last = view.blocks.len().saturating_sub(1);
    let piece = |(at, block): (usize, &BlockView)| {
        let block = block.clone();
        Box::new(move || row(desk, block, at == 0, at == last)) as Piece
    };
    let pieces = view.blocks.iter().enumerate().map(piece).collect();
    // Asked for before this view came; one that is asked for while its rows still come is the next view's.
    let wanted = desk.focus.try_get_value().flatten();
    let focus = move || {
        let Some(id) = wanted else { return };
        desk.focus.try_update_value(|now| now.take_if(|now| *now == id));
        let element = document().get_element_by_id(&id).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(element) = element {
            _ = element.focus();
        }
    };
    let figures = view.figures.iter().filter(|(_, text)| !text.is_empty());
    let figures: Vec<_> = figures
        .map(|(name, text)| view! { <div><dt>{format!("{{{name}}}")}</dt><dd>{text.clone()}</dd></div> }.into_any())
        .collect();
    view! {
        <div class="stack">
            <p class="soft">{words::edit_help(lang())}</p>
            <details class="explain card">
                <summary>{words::figures(lang())}</summary>
                <dl class="figure-names">{figures}</dl>
            </details>
            <ol class="plain stack-s">{gradually(pieces, AT_ONCE, focus)}</ol>
            {chart_of_table(desk)}
        </div>
    }
    .into_any()
}

/// The chart of a kept table, added behind the last block; nothing while no table is kept.
fn chart_of_table(desk: Desk) -> AnyView {
    let (names, chosen) = (RwSignal::new(Vec::<(String, String)>::new()), RwSignal::new(String::new()));
    leptos::task::spawn_local(async move {
        let Ok(rows) = ask(ListTables).await else { return };
        let known: Vec<_> =
            rows.into_iter().filter(|row| row.kept.is_some()).map(|row| (row.name.clone(), row.name)).collect();
        if let Some((first, _)) = known.first() {
            _ = chosen.try_set(first.clone());
        }
        _ = names.try_set(known);
    });
    let add = Callback::new(move |()| desk.add_chart(chosen.get_untracked()));
    let body = move || {
        let any = names.with(|names| !names.is_empty());
        any.then(|| {
            view! {
                <div class="maker">
                    <Picker id="grafik-tersimpan" label=words::add_chart_of(lang()) options=Signal::derive(move || names.get()) chosen/>
                    <div class="buttons"><Button text=words::add_chart(lang()) look=Look::Outline icon="plus" on_press=add/></div>
                </div>
            }
        })
    };
    follow(body)
}

fn row(desk: Desk, block: BlockView, first: bool, last: bool) -> AnyView {
    let id = StoredValue::new(block.id.clone());
    let has_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading);
    let is_open = Memo::new(move |_| desk.open.with(|open| id.with_value(|id| open.as_ref() == Some(id))));
    let (left_out, own) = (block.left_out, block.own);
    let marks = [
        block.left_out.then(|| tag(Tone::Warn, words::left_out(lang()))),
        block.own.then(|| tag(Tone::Plain, words::own(lang()))),
        block.edited.filter(|_| has_text).map(|on| tag(Tone::Plain, words::by_hand(lang(), number::date(lang(), on)))),
    ];
    let class = match (block.kind, left_out) {
        (_, true) => "card doc-block doc-left-out",
        (BlockKind::Heading, _) => "card doc-block doc-heading",
        _ => "card doc-block",
    };
    let block = StoredValue::new(block);
    let body = move || match (has_text, is_open.get()) {
        (true, true) => block.with_value(|block| writing(desk, block)),
        (true, false) => reading(desk, &block.get_value()),
        _ => view! { <p class="doc-label">{block.with_value(|block| block.label.clone())}</p> }.into_any(),
    };
    let control = move |name: &'static str,
                        shape: &'static str,
                        label: &'static str,
                        off: bool,
                        press: Callback<()>| {
        let key = id.with_value(|id| format!("blok-{id}-{name}"));
        let focus = key.clone();
        let spoken = block.with_value(|block| format!("{label}: {}", short(&block.label)));
        let on_click = move |_| {
            desk.focus.set_value(Some(focus.clone()));
            press.run(());
        };
        view! {
            <button type="button" id=key class=format!("button button-quiet button-square doc-{name}") aria-label=spoken title=label disabled=off on:click=on_click>
                {icon(shape)}
            </button>
        }
        .into_any()
    };
    let run = move |act: fn(Desk, &BlockView)| Callback::new(move |()| block.with_value(|block| act(desk, block)));
    let out = if left_out { words::take_back(lang()) } else { words::leave_out(lang()) };
    let out_shape = if left_out { "undo" } else { "trash" };
    view! {
        <li class=class data-own=own.then_some("true")>
            <div class="row">{marks.into_iter().flatten().collect::<Vec<_>>()}</div>
            {follow(body)}
            <div class="doc-tools" role="group" aria-label=block.with_value(|block| short(&block.label))>
                {control("up", "down", words::move_up(lang()), first, run(|desk, block| desk.shift(&block.id, Way::Up)))}
                {control("down", "down", words::move_down(lang()), last, run(|desk, block| desk.shift(&block.id, Way::Down)))}
                {control("out", out_shape, out, false, run(|desk, block| desk.leave_out(block)))}
                {control("plus", "plus", words::add_paragraph(lang()), false, run(|desk, block| desk.add(&block.id, false)))}
                {control("title", "edit", words::add_heading(lang()), false, run(|desk, block| desk.add(&block.id, true)))}
            </div>
        </li>
    }
    .into_any()
}

/// The text as it is read; a touch opens it.
fn reading(desk: Desk, block: &BlockView) -> AnyView {
    let (id, heading) = (block.id.clone(), block.kind == BlockKind::Heading);
    let paragraphs: Vec<_> =
        block.text.lines().map(|line| view! { <span>{line.to_owned()}</span> }.into_any()).collect();
    let class = if heading { "doc-text doc-text-heading" } else { "doc-text" };
    view! {
        <button type="button" class=class title=words::edit(lang()) on:click=move |_| desk.open.set(Some(id.clone()))>
            {paragraphs}
        </button>
    }
    .into_any()
}

/// The text with names of figures, open for editing.
fn writing(desk: Desk, block: &BlockView) -> AnyView {
    let area = NodeRef::<html::Textarea>::new();
    let field = format!("teks-{}", block.id);
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            _ = area.focus();
        }
    });
    let label = words::edit_text(lang(), short(&block.label));
    let template = block.template.clone();
    let rows = if block.kind == BlockKind::Heading { "2" } else { "7" };
    let can_return = block.edited.is_some() && !block.own;
    let block = StoredValue::new(block.clone());
    let settle = move || {
        let Some(area) = area.get_untracked() else { return };
        let text = area.value().trim().to_owned();
        let before = block.with_value(|block| block.template.clone());
        desk.open.set(None);
        if text != before && !text.is_empty() {
            block.with_value(|block| desk.set_text(block, Some(text)));
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Escape" => desk.open.set(None),
        "Enter" if event.ctrl_key() || event.meta_key() => settle(),
        _ => {}
    };
    let done = Callback::new(move |()| settle());
    let cancel = Callback::new(move |()| desk.open.set(None));
    let original = Callback::new(move |()| {
        desk.open.set(None);
        block.with_value(|block| desk.set_text(block, None));
    });
    view! {
        <div class="stack-s">
            <label class="unseen" for=field.clone()>{label}</label>
            <textarea node_ref=area id=field class="input" rows=rows maxlength="4000" prop:value=template on:keydown=on_key></textarea>
            <div class="buttons">
                <Button text=words::done(lang()) on_press=done/>
                <Button text=words::cancel(lang()) look=Look::Quiet on_press=cancel/>
                {can_return.then(|| view! { <Button text=words::original(lang()) look=Look::Quiet icon="undo" on_press=original/> })}
            </div>
        </div>
    }
    .into_any()
}

/// Words enough to know a block by.
fn short(label: &str) -> String {
    let mut words: String = label.chars().take(60).collect();
    if words.len() < label.len() {
        words.push('…');
    }
    words
}
