//! One document: read as pages and printed, edited block by block, kept, taken away as files.

use super::document_desk::Desk;
use super::document_edit::editor;
use super::document_poster::poster_page;
use super::sheets::sheets;
use super::when_where::WhenWhere;
use crate::base::Value;
use crate::engine::protocol::{DocumentView, DocumentWorkbook, Edits, MakeDocument, ReadEdits, WriteEdits};
use crate::lang::{document as kinds, document_page as words};
use crate::present::document::Kind;
use crate::ui::asking::trouble;
use crate::ui::client::{ask, ask_for_file};
use crate::ui::lang;
use crate::ui::pages::house::NotFoundPage;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::field::Field;
use crate::ui::parts::file_button::{FileButton, read_file};
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::TextField;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The page.
pub fn DocumentPage() -> AnyView {
    let (params, location) = (use_params_map(), use_location());
    let (path, query) = (location.pathname, location.query);
    let asked = Memo::new(move |before: Option<&[String; 3]>| match before {
        // The address of the next page is not about this document.
        Some(before) if !path.with(|path| path.contains("/dokumen/")) => before.clone(),
        _ => [
            params.with(|params| params.get("jenis").unwrap_or_default()),
            query.with(|query| query.get("simpan").unwrap_or_default()),
            query.with(|query| query.get("templat").unwrap_or_default()),
        ],
    });
    follow(move || {
        let [key, kept, template] = asked.get();
        let named = |key: String| Some(key).filter(|key| !key.is_empty());
        match Kind::by_key(&key) {
            Some(Kind::Poster) => untrack(poster_page),
            Some(kind) => untrack(move || page(kind, named(kept), named(template))),
            None => untrack(NotFoundPage),
        }
    })
}

fn page(kind: Kind, kept: Option<String>, template: Option<String>) -> AnyView {
    let chosen = WhenWhere::new();
    let desk = Desk::new(kind, kept, template, chosen);
    let title = move || {
        desk.view
            .with(|view| view.as_ref().map_or_else(|| (kind.plan().name)(lang()).to_owned(), |view| view.title.clone()))
    };
    name_page(|| kinds::title(lang()).into(), title);
    let (mode, whom) = (RwSignal::new("baca".to_owned()), RwSignal::new("umum".to_owned()));
    // For whom is part of what is kept.
    effect(move || {
        if let Some(office) = desk.edits.with(|edits| edits.as_ref().map(|edits| edits.office)) {
            whom.set(if office { "kantor" } else { "umum" }.to_owned());
        }
    });
    effect(move || {
        let office = whom.get() == "kantor";
        if desk.edits.with_untracked(|edits| edits.as_ref().is_some_and(|edits| edits.office != office)) {
            desk.change(move |edits| edits.office = office);
        }
    });
    let option = |key: &str, words: &str| (key.to_owned(), words.to_owned());
    let modes = vec![option("baca", words::read(lang())), option("sunting", words::edit(lang()))];
    let audiences = vec![option("umum", words::everybody(lang())), option("kantor", words::office(lang()))];
    let n_pages = RwSignal::new(None::<usize>);
    let body = move || match (desk.view.get(), mode.get().as_str()) {
        (None, _) => skeleton(10),
        (Some(view), _) if view.residents == 0 => {
            view! { <EmptyState icon="file" title=words::nobody(lang())/> }.into_any()
        }
        (Some(view), "sunting") => editor(desk, &view),
        (Some(view), _) => sheets(&view, n_pages),
    };
    let told = move || match (mode.get().as_str(), n_pages.get()) {
        ("sunting", _) => String::new(),
        (_, Some(n)) => words::n_pages(lang(), n),
        (_, None) => words::making(lang()).to_owned(),
    };
    view! {
        <div class="stack document">
            {chosen.fields()}
            <div class="row-apart screen-only">
                <Segmented label=words::view_label(lang()) name="tampilan" options=modes chosen=mode/>
                <Segmented label=words::whom(lang()) name="untuk-siapa" options=audiences chosen=whom/>
            </div>
            {tools(desk, chosen, n_pages, mode)}
            {trouble(desk.problem)}
            {follow(move || desk.view.with(|view| view.as_ref().map(warnings)))}
            <p class="soft screen-only" role="status">{follow(told)}</p>
            {follow(body)}
        </div>
    }
    .into_any()
}

fn warnings(view: &DocumentView) -> Vec<AnyView> {
    let one = |text: &String| {
        view! { <div class="screen-only"><Notice tone=Tone::Warn title=text.clone()/></div> }.into_any()
    };
    view.warnings.iter().map(one).collect()
}

/// Printing, files, keeping.
fn tools(desk: Desk, chosen: WhenWhere, n_pages: RwSignal<Option<usize>>, mode: RwSignal<String>) -> AnyView {
    let (busy, keeping, template) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let reading = Signal::derive(move || mode.get() == "baca");
    let print = Callback::new(move |()| _ = window().print());
    let workbook = Callback::new(move |()| {
        let Some((look, edits)) = untrack(move || chosen.look().zip(desk.edits.get())) else { return };
        busy.set(true);
        leptos::task::spawn_local(async move {
            match ask_for_file(DocumentWorkbook { document: MakeDocument { look, edits } }).await {
                Ok((file, Some(bytes))) => download(&OutFile { name: file.name, mime: XLSX, content: bytes.into() }),
                Ok((_, None)) => {}
                Err(error) => _ = desk.problem.try_set(Some(error)),
            }
            _ = busy.try_set(false);
        });
    });
    let keep = move |as_template: bool| {
        Callback::new(move |()| {
            template.set(as_template);
            keeping.set(true);
        })
    };
    let title = Signal::derive(move || {
        if template.get() { words::keep_template(lang()) } else { words::keep(lang()) }.trim_end_matches('…').to_owned()
    });
    let off = Signal::derive(move || !reading.get() || n_pages.get().is_none());
    view! {
        <div class="buttons screen-only">
            <Button text=words::print(lang()) icon="print" off on_press=print/>
            <Button text=words::workbook(lang()) look=Look::Outline icon="download" busy on_press=workbook/>
            <Button text=words::keep(lang()) look=Look::Outline on_press=keep(false)/>
            <Button text=words::keep_template(lang()) look=Look::Quiet on_press=keep(true)/>
        </div>
        <details class="explain screen-only">
            <summary>{words::file_heading(lang())}</summary>
            {files(desk)}
        </details>
        <Dialog open=keeping title>{move || name_form(desk, keeping, template)}</Dialog>
    }
    .into_any()
}

fn name_form(desk: Desk, keeping: RwSignal<bool>, template: RwSignal<bool>) -> AnyView {
    let name = RwSignal::new(Value::Missing);
    let missing = RwSignal::new(false);
    let keep = Callback::new(move |()| {
        let Value::Text(name) = name.get_untracked() else { return missing.set(true) };
        leptos::task::spawn_local(async move {
            if desk.keep_as(name.clone(), template.get_untracked()).await {
                toast(words::kept_now(lang(), name));
            }
            _ = keeping.try_set(false);
        });
    });
    view! {
        <div class="stack">
            <TextField field=Field::new("nama-dokumen", words::name_of(lang())).on(name)/>
            {follow(move || missing.get().then(|| view! { <Notice tone=Tone::Warn title=words::name_missing(lang())/> }))}
            <Button text=words::keep_now(lang()) wide=true on_press=keep/>
        </div>
    }
    .into_any()
}

/// Edits as a file, out and in; and none at all.
fn files(desk: Desk) -> AnyView {
    let export = Callback::new(move |()| {
        let Some(edits) = desk.edits.get_untracked() else { return };
        let name = format!(
            "{}.json",
            desk.view.with_untracked(|view| view.as_ref().map_or(String::new(), |v| v.name.clone()))
        );
        leptos::task::spawn_local(async move {
            match ask(WriteEdits { edits }).await {
                Ok(text) => download(&OutFile { name, mime: "application/json", content: text.into() }),
                Err(error) => _ = desk.problem.try_set(Some(error)),
            }
        });
    });
    let take = UnsyncCallback::new(move |file: web_sys::File| {
        leptos::task::spawn_local(async move {
            let bytes = read_file(&file).await.map(|bytes| bytes.to_vec()).unwrap_or_default();
            match ask(ReadEdits { text: String::from_utf8_lossy(&bytes).into_owned() }).await {
                Ok(read) => {
                    let kind = desk.kind.plan().key.to_owned();
                    desk.change(move |edits| *edits = Edits { kind, ..read });
                    toast(words::imported(lang()));
                }
                Err(error) => _ = desk.problem.try_set(Some(error)),
            }
        });
    });
    let reset = Callback::new(move |()| {
        let office = desk.edits.with_untracked(|edits| edits.as_ref().is_some_and(|edits| edits.office));
        let fresh = Edits::of(desk.kind, office);
        desk.change(move |edits| *edits = fresh);
    });
    view! {
        <div class="stack-s">
            <div class="buttons">
                <Button text=words::export(lang()) look=Look::Outline icon="download" on_press=export/>
                <Button text=words::reset(lang()) look=Look::Danger icon="trash" on_press=reset/>
            </div>
            <FileButton id="berkas-suntingan" text=words::import(lang()) hint=words::import_hint(lang()) accept=".json,application/json" on_file=take/>
        </div>
    }
    .into_any()
}
