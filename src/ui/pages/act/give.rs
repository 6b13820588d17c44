//! A list leaves by name: the purpose is asked and kept first, then the list is printed or given as a file. Counts for
//! everybody leave without a question: they hold no name.

use crate::base::Value;
use crate::base::region::Area;
use crate::engine::EngineError;
use crate::engine::protocol::{CheckOutput, GiveList, Output, PublicCounts, PutPaper};
use crate::lang::output as words;
use crate::ui::client::{ask, ask_for_file, save};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field::Field;
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::follow;
use crate::ui::parts::note_field::NoteField;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;
use std::time::Duration;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The study hears of the note a moment after it was kept: it is asked again so many times.
const TRIES: u32 = 30;

/// Asks for a file and lets the browser save it.
pub(super) async fn save_file<R: crate::engine::protocol::Ask<Reply = crate::engine::protocol::FileReply>>(
    request: R,
) -> Result<(), EngineError> {
    let (file, bytes) = ask_for_file(request).await?;
    if let Some(bytes) = bytes {
        let mime = if file.name.ends_with(".csv") { "text/csv" } else { XLSX };
        download(&OutFile { name: file.name, mime, content: bytes.into() });
    }
    Ok(())
}

/// The buttons and the dialog. `print` prints the whole list, once its note is kept.
pub(super) fn giving(list: Signal<String>, area: Callback<(), Area>, print: Callback<()>) -> AnyView {
    let open = RwSignal::new(false);
    let (purpose, problem) = (RwSignal::new(Value::Missing), RwSignal::new(None::<String>));
    let (ground, form) = (RwSignal::new("tugas_publik".to_owned()), RwSignal::new("cetak".to_owned()));
    let busy = RwSignal::new(false);
    let give = Callback::new(move |()| {
        let purpose = if let Value::Text(text) = purpose.get_untracked() { text } else { String::new() };
        let (ground, form) = (ground.get_untracked(), form.get_untracked());
        let output = Output { list: list.get_untracked(), purpose, ground, form: form.clone(), rows: 0 };
        busy.set(true);
        let area = area.run(());
        leptos::task::spawn_local(async move {
            match note_and_give(output, area).await {
                Ok(None) => {
                    open.set(false);
                    problem.set(None);
                    if form == "cetak" {
                        print.run(());
                    }
                }
                Ok(Some(wrong)) => problem.set(Some(wrong)),
                Err(error) => problem.set(Some(error.message(lang()).1)),
            }
            busy.set(false);
        });
    });
    let public = Callback::new(move |()| {
        let list = list.get_untracked();
        leptos::task::spawn_local(async move {
            if let Err(error) = save_file(PublicCounts { list }).await {
                toast(error.message(lang()).1);
            }
        });
    });
    let pair = |key: &str, label: &str| (key.to_owned(), label.to_owned());
    let grounds = vec![
        pair("tugas_publik", words::ground_task(lang())),
        pair("persetujuan", words::ground_consent(lang())),
        pair("kewajiban_hukum", words::ground_law(lang())),
        pair("kepentingan_vital", words::ground_vital(lang())),
    ];
    let forms = vec![
        pair("cetak", words::form_print(lang())),
        pair("xlsx", words::form_xlsx(lang())),
        pair("csv", words::form_csv(lang())),
    ];
    let (grounds, forms) = (StoredValue::new(grounds), StoredValue::new(forms));
    view! {
        <div class="buttons screen-only">
            <Button text=words::button(lang()) icon="print" look=Look::Outline on_press=Callback::new(move |()| open.set(true))/>
            <Button text=words::public_get(lang()) icon="download" look=Look::Quiet on_press=public/>
        </div>
        <Dialog open title=words::title(lang())>
            <p class="soft">{words::text(lang())}</p>
            <NoteField field=Field::new("keperluan", words::purpose(lang())).on(purpose)/>
            <Picker id="dasar" label=words::ground(lang()) options=Signal::stored(grounds.get_value()) chosen=ground/>
            <Picker id="bentuk" label=words::form(lang()) options=Signal::stored(forms.get_value()) chosen=form/>
            {follow(move || problem.get().map(|text| view! { <Notice tone=Tone::Error><p>{text}</p></Notice> }))}
            <div class="buttons">
                <Button text=words::give(lang()) busy on_press=give/>
            </div>
        </Dialog>
    }
    .into_any()
}

/// Keeps the note, then gives the file; what is missing comes back in words.
async fn note_and_give(output: Output, area: Area) -> Result<Option<String>, EngineError> {
    let printed = output.form == "cetak";
    let checked = ask(CheckOutput { output }).await?;
    if !checked.wrong.is_empty() {
        return Ok(Some(checked.wrong.join(" ")));
    }
    let note = format!("keluaran-{}", js_sys::Date::now() as u64);
    save(PutPaper { kind: "keluaran".into(), key: note.clone(), title: checked.title, body: checked.body }).await?;
    if printed {
        return Ok(None);
    }
    for _ in 1..TRIES {
        if save_file(GiveList { note: note.clone(), area: area.clone() }).await.is_ok() {
            return Ok(None);
        }
        pause().await;
    }
    save_file(GiveList { note, area }).await.map(|()| None)
}

async fn pause() {
    let (sender, receiver) = futures_channel::oneshot::channel();
    set_timeout(move || _ = sender.send(()), Duration::from_millis(100));
    _ = receiver.await;
}
