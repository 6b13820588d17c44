//! The dialog that notes help: when, and a few words.

use crate::base::{Date, Id, Value};
use crate::engine::protocol::{NoteHelp, Undo};
use crate::lang::act as words;
use crate::ui::client::save;
use crate::ui::lang;
use crate::ui::parts::button::Button;
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field::Field;
use crate::ui::parts::note_field::NoteField;
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::typed::DateField;
use leptos::prelude::*;

/// Who was helped.
#[derive(Clone, Debug)]
pub(super) struct Helping {
    pub(super) list: String,
    pub(super) family: Id,
    pub(super) person: Option<Id>,
    pub(super) who: String,
    pub(super) today: Date,
}

/// The dialog; open while `helping` holds someone.
pub(super) fn help_dialog(helping: RwSignal<Option<Helping>>) -> AnyView {
    let open = RwSignal::new(false);
    let (on, note) = (RwSignal::new(Value::Missing), RwSignal::new(Value::Missing));
    Effect::new(move |_| {
        let asked = helping.with(|helping| helping.as_ref().map(|helping| helping.today));
        if let Some(today) = asked {
            on.set(Value::Date(today));
            note.set(Value::Missing);
        }
        open.set(asked.is_some());
    });
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            helping.set(None);
        }
        now
    });
    let title = Signal::derive(move || {
        helping
            .with(|helping| helping.as_ref().map(|helping| words::help_title(lang(), &helping.who)).unwrap_or_default())
    });
    let keep = Callback::new(move |()| {
        let (Value::Date(on), Some(who)) = (on.get_untracked(), helping.get_untracked()) else {
            return toast(words::help_date_missing(lang()));
        };
        let note = if let Value::Text(note) = note.get_untracked() { note } else { String::new() };
        let Helping { list, family, person, .. } = who;
        leptos::task::spawn_local(async move {
            match save(NoteHelp { list, family, person, on, note }).await {
                Ok(done) => {
                    open.set(false);
                    toast_undo(words::help_saved(lang()), Callback::new(move |()| undo(done.act)));
                }
                // The dialog stays, with what was typed.
                Err(error) => toast(error.message(lang()).1),
            }
        });
    });
    view! {
        <Dialog open title>
            <DateField field=Field::new("tanggal-bantuan", words::help_on(lang())).on(on)/>
            <NoteField field=Field::new("catatan-bantuan", words::help_note(lang())).help(words::help_note_help(lang())).on(note)/>
            <div class="buttons">
                <Button text=words::save_help(lang()) on_press=keep/>
            </div>
        </Dialog>
    }
    .into_any()
}

pub(super) fn undo(act: Id) {
    leptos::task::spawn_local(async move {
        if let Err(error) = save(Undo { act }).await {
            toast(error.message(lang()).1);
        }
    });
}
