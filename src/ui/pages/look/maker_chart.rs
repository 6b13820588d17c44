//! The chart of a table of one's own: its form among those that fit, its title in a person's own words, short notes on it.

use super::series_parts::{area_picker, chosen_area};
use super::summary::chart_view;
use crate::base::Value;
use crate::engine::protocol::{Beside, Callout, Dress, Form, MOST_NOTES, MadeChart, NOTE_CHARS, TITLE_CHARS};
use crate::lang::table_maker as words;
use crate::ui::lang;
use crate::ui::pages::collect::filter::{areas, key};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::chart::Chart;
use crate::ui::parts::field::Field;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::parts::picker::Picker;
use crate::ui::parts::typed::DateField;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The signals of the choice, and the chart that came of it.
#[derive(Clone, Copy)]
pub(super) struct Dressing {
    form: RwSignal<String>,
    of: RwSignal<String>,
    title: RwSignal<String>,
    notes: RwSignal<Vec<Callout>>,
    with: RwSignal<String>,
    other_date: RwSignal<Value>,
    other_area: RwSignal<String>,
    areas: RwSignal<Vec<crate::engine::protocol::AreaRow>>,
    pub(super) made: RwSignal<Option<MadeChart>>,
}

/// Key of a form in the picker.
fn form_key(form: Form) -> String {
    Form::ALL.iter().position(|one| *one == form).unwrap_or_default().to_string()
}

fn form_words(form: Form) -> &'static str {
    match form {
        Form::Bars => words::form_bars(lang()),
        Form::Grouped => words::form_grouped(lang()),
        Form::Stacked => words::form_stacked(lang()),
        Form::Parts => words::form_parts(lang()),
        Form::Lines => words::form_lines(lang()),
        Form::Dots => words::form_dots(lang()),
        Form::Panels => words::form_panels(lang()),
        Form::Heat => words::form_heat(lang()),
        Form::Waffle => words::form_waffle(lang()),
        Form::Pyramid => words::form_pyramid(lang()),
    }
}

impl Dressing {
    pub(super) fn new() -> Dressing {
        Dressing {
            form: RwSignal::new(String::new()),
            of: RwSignal::new(String::new()),
            title: RwSignal::new(String::new()),
            notes: RwSignal::new(Vec::new()),
            with: RwSignal::new("tanpa".to_owned()),
            other_date: RwSignal::new(Value::Missing),
            other_area: RwSignal::new(String::new()),
            areas: areas(),
            made: RwSignal::new(None),
        }
    }

    pub(super) fn set(self, dress: &Dress) {
        self.form.set(dress.form.map_or(String::new(), form_key));
        self.of.set(dress.of.clone());
        self.title.set(dress.title.clone());
        self.notes.set(dress.notes.clone());
        let with = match &dress.beside {
            Beside::Date(at) => {
                self.other_date.set(Value::Date(*at));
                "tanggal"
            }
            Beside::Area(area) => {
                self.other_area.set(if area.is_whole_village() { String::new() } else { key(area) });
                "wilayah"
            }
            Beside::Nothing | Beside::Snapshot(_) => "tanpa",
        };
        self.with.set(with.to_owned());
    }

    /// The choice, followed; nothing while the areas are not known yet.
    pub(super) fn wanted(self) -> Option<Dress> {
        let beside = match self.with.get().as_str() {
            "tanggal" => match self.other_date.get() {
                Value::Date(at) => Beside::Date(at),
                _ => Beside::Nothing,
            },
            "wilayah" => Beside::Area(chosen_area(self.areas, self.other_area)?),
            _ => Beside::Nothing,
        };
        let form = self.form.get().parse::<usize>().ok().and_then(|at| Form::ALL.get(at).copied());
        Some(Dress { form, of: self.of.get(), title: self.title.get(), notes: self.notes.get(), beside })
    }

    /// The choice as it is kept, followed.
    pub(super) fn kept(self) -> Dress {
        self.wanted().unwrap_or_default()
    }

    /// Title and notes go.
    pub(super) fn forget_words(self) {
        self.title.set(String::new());
        self.notes.set(Vec::new());
    }

    fn of_made<T: Default + PartialEq + Send + Sync + 'static>(self, read: fn(&MadeChart) -> T) -> Memo<T> {
        Memo::new(move |_| self.made.with(|made| made.as_ref().map(read).unwrap_or_default()))
    }

    /// The chart with its editors.
    pub(super) fn view(self, public: Signal<bool>) -> AnyView {
        let any = self.of_made(|made| made.form.is_some());
        let said = self.of_made(|made| made.said.clone());
        let chart = move || {
            let made = self.made.get()?;
            Some(view! { <Chart chart=chart_view(made.chart)/> })
        };
        view! {
            <section class="stack" aria-labelledby="grafik-susunan" hidden=held(move || !any.get())>
                <h2 id="grafik-susunan" class="screen-only">{words::chart(lang())}</h2>
                {self.form_fields()}
                {self.title_field(public)}
                <p class="soft" role="status">{follow(move || Some(said.get()).filter(|said| !said.is_empty()))}</p>
                {follow(chart)}
                {self.note_fields()}
            </section>
        }
        .into_any()
    }

    /// Which form, and what belongs to it.
    fn form_fields(self) -> AnyView {
        let forms = self.of_made(|made| made.forms.clone());
        let options = Signal::derive(move || {
            let forms = forms.get();
            let best = forms.first().map(|form| (String::new(), words::form_best(lang(), form_words(*form))));
            best.into_iter()
                .chain(forms.iter().skip(1).map(|form| (form_key(*form), form_words(*form).to_owned())))
                .collect()
        });
        // The form that fits best has one place in the list, and one that does not fit has none.
        effect(move || {
            let (now, forms) = (self.form.get(), forms.get());
            let best = forms.first().map(|form| form_key(*form));
            let gone = !forms.is_empty() && !forms.iter().any(|form| form_key(*form) == now);
            if !now.is_empty() && (gone || best.as_ref() == Some(&now)) {
                self.form.set(String::new());
            }
        });
        let answers = self.of_made(|made| made.answers.clone());
        let answer_options = Signal::derive(move || answers.get());
        effect(move || {
            let of = self.of.get();
            let gone = |all: &Vec<(String, String)>| !all.iter().any(|(name, _)| *name == of);
            if let Some((first, _)) = answers.with(|all| all.first().filter(|_| gone(all)).cloned()) {
                self.of.set(first);
            }
        });
        let pyramid = self.of_made(|made| made.form == Some(Form::Pyramid));
        let withs = vec![
            ("tanpa".to_owned(), words::with_nothing(lang()).to_owned()),
            ("tanggal".to_owned(), words::with_date(lang()).to_owned()),
            ("wilayah".to_owned(), words::with_area(lang()).to_owned()),
        ];
        let not = move |with: &'static str| held(move || !pyramid.get() || self.with.with(|now| now != with));
        let other_date = Field::new("tanggal-pembanding", words::other_date(lang())).on(self.other_date);
        view! {
            <div class="maker screen-only">
                <Picker id="bentuk" label=words::form(lang()) options chosen=self.form/>
                <div hidden=held(move || answers.with(Vec::is_empty))>
                    <Picker id="titik-jawaban" label=words::dots_of(lang()) options=answer_options chosen=self.of/>
                </div>
                <div hidden=held(move || !pyramid.get())>
                    <Picker id="pembanding" label=words::compare_with(lang()) options=Signal::stored(withs) chosen=self.with/>
                </div>
                <div hidden=not("tanggal")><DateField field=other_date/></div>
                <div hidden=not("wilayah")>
                    {area_picker("wilayah-pembanding", words::other_area(lang()), self.areas, self.other_area)}
                </div>
            </div>
        }
        .into_any()
    }

    /// The title, settled on leaving the field.
    fn title_field(self, public: Signal<bool>) -> AnyView {
        let finding = self.of_made(|made| made.finding.clone());
        let own = Memo::new(move |_| !self.title.with(String::is_empty));
        let again = Callback::new(move |()| self.title.set(String::new()));
        view! {
            <div class="keep screen-only">
                <label for="judul-grafik">{words::chart_title(lang())}</label>
                <input
                    id="judul-grafik"
                    class="input"
                    maxlength=TITLE_CHARS
                    placeholder=held(move || finding.get())
                    aria-describedby="judul-bantuan"
                    prop:value=held(move || self.title.get())
                    on:change=move |event| self.title.set(event_target_value(&event).trim().to_owned())
                />
                <div class="row" hidden=held(move || !own.get())>
                    <Button text=words::use_finding(lang()) look=Look::Quiet on_press=again/>
                </div>
            </div>
            <p class="soft screen-only" id="judul-bantuan">
                {follow(move || own.get().then(|| words::finding_is(lang(), finding.get()) + ". "))}
                {follow(move || public.get().then(|| words::own_words(lang())))}
            </p>
        }
        .into_any()
    }

    /// The notes, and one more.
    fn note_fields(self) -> AnyView {
        let (row, column, text) =
            (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
        let (rows, columns) = (self.of_made(|made| made.rows.clone()), self.of_made(|made| made.columns.clone()));
        let row_options = Signal::derive(move || rows.get());
        let column_options = Signal::derive(move || {
            let mut all = vec![(String::new(), words::whole_row(lang()).to_owned())];
            all.extend(columns.get());
            all
        });
        for (chosen, all) in [(row, row_options), (column, column_options)] {
            effect(move || {
                let now = chosen.get();
                let first = all.with(|all| all.first().filter(|_| !all.iter().any(|(key, _)| *key == now)).cloned());
                if let Some((first, _)) = first {
                    chosen.set(first);
                }
            });
        }
        let full = Signal::derive(move || self.notes.with(Vec::len) >= MOST_NOTES);
        let add = move || {
            let note = Callout {
                row: row.get_untracked(),
                column: column.get_untracked(),
                text: text.with_untracked(|text| text.trim().to_owned()),
            };
            if !note.text.is_empty() && !full.get_untracked() {
                self.notes.update(|notes| notes.push(note));
                text.set(String::new());
            }
            focus("catatan-isi");
        };
        let list = move || {
            let notes = self.notes.get().into_iter().enumerate();
            // Notes are kept by names that no language changes.
            let word = |all: Memo<Vec<(String, String)>>, name: &str| {
                all.with(|all| {
                    let known = all.iter().find(|(known, _)| known == name);
                    known.map_or_else(|| name.to_owned(), |(_, word)| word.clone())
                })
            };
            let one = |(at, note): (usize, Callout)| {
                let place = match note.column.is_empty() {
                    true => word(rows, &note.row),
                    false => format!("{}, {}", word(rows, &note.row), word(columns, &note.column)),
                };
                let remove = move |_| {
                    self.notes.update(|notes| _ = notes.remove(at));
                    focus("catatan-isi");
                };
                view! {
                    <li class="row">
                        <span><b>{place}</b>": "{note.text.clone()}</span>
                        <button type="button" class="button button-quiet button-square" aria-label=words::remove_note(lang(), &note.text) on:click=remove>
                            {icon("trash")}
                        </button>
                    </li>
                }
                .into_any()
            };
            let rows: Vec<_> = notes.map(one).collect();
            (!rows.is_empty()).then(|| view! { <ul class="plain stack-s">{rows}</ul> })
        };
        let on_enter = move |event: web_sys::KeyboardEvent| {
            if event.key() == "Enter" {
                add();
            }
        };
        view! {
            <fieldset class="stack-s screen-only chart-notes">
                <legend class="strong">{words::notes(lang())}</legend>
                {follow(list)}
                <div class="maker">
                    <Picker id="catatan-pada" label=words::note_row(lang()) options=row_options chosen=row/>
                    <div hidden=held(move || columns.with(Vec::is_empty))>
                        <Picker id="catatan-bagian" label=words::note_column(lang()) options=column_options chosen=column/>
                    </div>
                    <div class="picker">
                        <label for="catatan-isi">{words::note_text(lang())}</label>
                        <input
                            id="catatan-isi"
                            class="input"
                            maxlength=NOTE_CHARS
                            prop:value=held(move || text.get())
                            on:input=move |event| text.set(event_target_value(&event))
                            on:keydown=on_enter
                        />
                    </div>
                </div>
                <div class="row">
                    <Button text=words::add_note(lang()) look=Look::Outline icon="plus" off=full on_press=Callback::new(move |()| add())/>
                </div>
            </fieldset>
        }
        .into_any()
    }
}

/// Gives a control the focus, when the page stands anew.
fn focus(id: &'static str) {
    request_animation_frame(move || {
        let found = document().get_element_by_id(id).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(found) = found {
            _ = found.focus();
        }
    });
}
