//! Vital events: what happened, to whom, when. The event changes the stock; the last acts below can be taken back.

use super::arrival::{Arrival, arrival_form, blank, label};
use super::{form, history, who};
use crate::base::codes::{EventKind, Relation, Sex};
use crate::base::{CodeList, Date, Id, Value};
use crate::engine::protocol::{EventReport, Happening};
use crate::engine::protocol::{FamilyView, Report};
use crate::engine::protocol::{family_field, person_field};
use crate::lang::collect as words;
use crate::ui::client::save;
use crate::ui::parts::button::Button;
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::choice::{CheckRow, Choice, SelectField, choices_of};
use crate::ui::parts::field::Field;
use crate::ui::parts::live::follow;
use crate::ui::parts::note_field::NoteField;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::toast::toast_undo;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::{DateField, DigitsField, TextField};
use crate::ui::shell::house::name_page;
use crate::ui::{go, lang, link};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page: four doors, or the form of one of them (`?jenis=lahir&keluarga=<id>&orang=<id>`).
pub fn EventsPage() -> AnyView {
    let query = use_query_map();
    let asked = move |name: &'static str| query.with(|query| query.get(name).unwrap_or_default());
    let kind =
        Memo::new(move |_| EventKind::LIST.by_key(&asked("jenis")).and_then(|row| EventKind::from_number(row.number)));
    name_page(
        || crate::lang::shell::collect(lang()).into(),
        move || kind.get().map_or(words::event_title(lang()).into(), |kind| name(kind).into()),
    );
    let body = move || match kind.get() {
        Some(kind) => EventForm::new(kind, &asked("keluarga"), &asked("orang")).draw(),
        None => doors(&asked("keluarga")),
    };
    view! { <div class="stack">{follow(body)}</div> }.into_any()
}

fn name(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Birth => words::birth(lang()),
        EventKind::Death => words::death(lang()),
        EventKind::MoveIn => words::move_in(lang()),
        EventKind::MoveOut => words::move_out(lang()),
    }
}

fn doors(family: &str) -> AnyView {
    let line = |kind| match kind {
        EventKind::Birth => words::birth_line(lang()),
        EventKind::Death => words::death_line(lang()),
        EventKind::MoveIn => words::move_in_line(lang()),
        EventKind::MoveOut => words::move_out_line(lang()),
    };
    let door = |kind: EventKind| {
        step_card(Step {
            href: link(&format!("/kumpul/peristiwa?jenis={}&keluarga={family}", kind.key())),
            icon: "calendar",
            title: name(kind).into(),
            line: line(kind).into(),
            tag: None,
        })
    };
    let doors = [EventKind::Birth, EventKind::Death, EventKind::MoveIn, EventKind::MoveOut].map(door);
    view! {
        <p class="soft">{words::event_intro(lang())}</p>
        <div class="steps">{Vec::from(doors)}</div>
        <section class="card stack-s"><h2>{words::recent(lang())}</h2>{history::recent(20)}</section>
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct EventForm {
    kind: EventKind,
    family: RwSignal<Option<FamilyView>>,
    /// The person who died; or those who leave.
    chosen: RwSignal<Vec<Id>>,
    on: RwSignal<Value>,
    place: RwSignal<Value>,
    cause: RwSignal<Value>,
    other_place: RwSignal<Value>,
    document: RwSignal<Value>,
    mother: RwSignal<Value>,
    baby: RwSignal<Value>,
    sex: RwSignal<Value>,
    new_head: RwSignal<Value>,
    own_family: RwSignal<Value>,
    kk: RwSignal<Value>,
    rw: RwSignal<Value>,
    rt: RwSignal<Value>,
    dusun: RwSignal<Value>,
    arrivals: RwSignal<Vec<Arrival>>,
    problem: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

impl EventForm {
    fn new(kind: EventKind, family: &str, person: &str) -> EventForm {
        let form = EventForm {
            kind,
            family: RwSignal::new(None),
            chosen: RwSignal::new(person.parse().ok().into_iter().collect()),
            on: blank(),
            place: blank(),
            cause: blank(),
            other_place: blank(),
            document: blank(),
            mother: blank(),
            baby: blank(),
            sex: blank(),
            new_head: blank(),
            own_family: RwSignal::new(Value::Code(1)),
            kk: blank(),
            rw: blank(),
            rt: blank(),
            dusun: blank(),
            arrivals: RwSignal::new(vec![Arrival::new(true)]),
            problem: RwSignal::new(None),
            busy: RwSignal::new(false),
        };
        if !family.is_empty() {
            form.own_family.set(Value::Code(2));
            who::load(family, form.family);
        }
        form
    }

    fn draw(self) -> AnyView {
        let subject = match self.kind {
            EventKind::Birth => view! {
                {who::choose_family("keluarga", words::which_family(lang()), self.family)}
                {follow(move || self.family.get().map(|family| self.birth(&family)))}
            }
            .into_any(),
            EventKind::Death => view! {
                {who::choose_family("keluarga", words::which_person(lang()), self.family)}
                {follow(move || self.family.get().map(|family| self.one_of(&family)))}
            }
            .into_any(),
            EventKind::MoveOut => view! {
                {who::choose_family("keluarga", words::which_family(lang()), self.family)}
                {follow(move || self.family.get().map(|family| self.several_of(&family)))}
            }
            .into_any(),
            EventKind::MoveIn => self.arriving(),
        };
        let date = match self.kind {
            EventKind::Birth => words::date_of_birth(lang()),
            EventKind::Death => words::date_of_death(lang()),
            _ => words::date_of_moving(lang()),
        };
        let more = match self.kind {
            EventKind::Birth => {
                view! { <TextField field=Field::new("tempat", words::place(lang())).on(self.place)/> }.into_any()
            }
            EventKind::Death => view! {
                <TextField field=Field::new("tempat", words::place(lang())).on(self.place)/>
                <NoteField field=Field::new("sebab", words::cause(lang())).on(self.cause)/>
            }
            .into_any(),
            EventKind::MoveIn => {
                view! { <TextField field=Field::new("asal", words::moved_from(lang())).on(self.other_place)/> }
                    .into_any()
            }
            EventKind::MoveOut => view! {
                <TextField field=Field::new("tujuan", words::moved_to(lang())).on(self.other_place)/>
                <NoteField field=Field::new("sebab", words::cause(lang())).on(self.cause)/>
            }
            .into_any(),
        };
        let press = Callback::new(move |()| self.send());
        view! {
            <div class="stack measure">
                {subject}
                <DateField field=Field::new("tanggal", date).on(self.on)/>
                {more}
                <TextField field=Field::new("surat", words::document(lang())).on(self.document)/>
                {follow(move || self.problem.get().map(|text| view! {
                    <Notice tone=Tone::Error title=crate::lang::error::refused_title(lang()).to_owned()><p>{text}</p></Notice>
                }))}
                <Button text=words::save_event(lang()) wide=true busy=self.busy on_press=press/>
            </div>
        }
        .into_any()
    }

    fn birth(self, family: &FamilyView) -> AnyView {
        let woman = Value::Code(Sex::Female.number());
        let women = family.members.iter().filter(|m| m.active && form::value(m, person_field::sex) == woman);
        let mut mothers: Vec<Choice> = women.map(super::section::choice).collect();
        let none = words::mother_elsewhere(lang());
        mothers.push(Choice { value: Value::NotApplicable, label: none.into(), also: String::new() });
        view! {
            <SelectField field=Field::new("ibu", words::mother(lang())).on(self.mother) choices=mothers/>
            <TextField field=Field::new("nama", words::baby_name(lang())).on(self.baby)/>
            <SelectField field=Field::new("jk", sex_label()).on(self.sex) choices=choices_of(Sex::LIST)/>
        }
        .into_any()
    }

    fn one_of(self, family: &FamilyView) -> AnyView {
        let person =
            RwSignal::new(self.chosen.with_untracked(|c| c.first().map_or(Value::Missing, |id| Value::Link(*id))));
        let choices = family.members.iter().filter(|m| m.active).map(super::section::choice).collect();
        Effect::new(move |_| {
            if let Value::Link(id) = person.get() {
                self.chosen.set(vec![id]);
            }
        });
        view! {
            <SelectField field=Field::new("orang", words::which_person(lang())).on(person) choices=choices/>
            {self.heir(family.clone())}
        }
        .into_any()
    }

    fn several_of(self, family: &FamilyView) -> AnyView {
        let row = |member: &crate::engine::protocol::RecordView| {
            let id = member.id;
            let ticked = RwSignal::new(self.chosen.with_untracked(|chosen| chosen.contains(&id)));
            Effect::new(move |before: Option<bool>| {
                let now = ticked.get();
                if before.is_some_and(|before| before != now) {
                    self.chosen.update(|chosen| {
                        chosen.retain(|other| *other != id);
                        if now {
                            chosen.push(id);
                        }
                    });
                }
                now
            });
            view! { <CheckRow text=super::section::choice(member).label ticked/> }.into_any()
        };
        let rows: Vec<_> = family.members.iter().filter(|m| m.active).map(row).collect();
        view! {
            <fieldset class="stack-s plain-fields">
                <legend class="field-label">{words::who_leaves(lang())}</legend>
                {rows}
            </fieldset>
            {self.heir(family.clone())}
        }
        .into_any()
    }

    /// Asks for a new head where the head goes and others stay.
    fn heir(self, family: FamilyView) -> AnyView {
        let head = Value::Code(Relation::Head.number());
        let choices = move || {
            let gone = self.chosen.get();
            let active = || family.members.iter().filter(|member| member.active);
            let head_goes = active().any(|m| gone.contains(&m.id) && form::value(m, person_field::relation) == head);
            let stay: Vec<Choice> = active().filter(|m| !gone.contains(&m.id)).map(super::section::choice).collect();
            (head_goes && !stay.is_empty()).then_some(stay)
        };
        let field = Field::new("kepala", words::new_head(lang())).on(self.new_head).help(words::choose_later(lang()));
        let draw = move || choices().map(|choices| view! { <SelectField field=field.clone() choices/> });
        view! { {follow(draw)} }.into_any()
    }

    fn arriving(self) -> AnyView {
        let doors = [(1, words::own_family(lang())), (2, words::existing_family(lang()))];
        let choices = doors
            .map(|(number, label)| Choice { value: Value::Code(number), label: label.into(), also: String::new() })
            .into();
        let home = move || {
            if self.own_family.get() == Value::Code(1) {
                view! {
                    <DigitsField field=Field::new("kk", field_label(family_field::kk)).on(self.kk)/>
                    <div class="pair">
                        <TextField field=Field::new("rt", "RT").on(self.rt)/>
                        <TextField field=Field::new("rw", "RW").on(self.rw)/>
                    </div>
                    <TextField field=Field::new("dusun", field_label(family_field::dusun)).on(self.dusun)/>
                }
                .into_any()
            } else {
                who::choose_family("keluarga", words::which_family(lang()), self.family)
            }
        };
        let people = move || {
            let arrivals = self.arrivals.get();
            arrivals.into_iter().enumerate().map(|(i, arrival)| arrival_form(i, arrival)).collect::<Vec<_>>()
        };
        let more = Callback::new(move |()| self.arrivals.update(|all| all.push(Arrival::new(false))));
        view! {
            <SelectField field=Field::new("rumah", words::joins(lang())).on(self.own_family) choices=choices/>
            {follow(home)}
            {follow(people)}
            <Button text=words::another_arrival(lang()) look=crate::ui::parts::button::Look::Outline icon="plus" on_press=more/>
        }
        .into_any()
    }

    /// The event as reported, or what is still needed.
    fn report(self) -> Result<EventReport, &'static str> {
        let text = |signal: RwSignal<Value>| match signal.get_untracked() {
            Value::Text(text) => text,
            _ => String::new(),
        };
        let Value::Date(on) = self.on.get_untracked() else { return Err(words::need_date(lang())) };
        let family = self.family.with_untracked(|family| family.as_ref().map(|family| family.id));
        let new_head = if let Value::Link(id) = self.new_head.get_untracked() { Some(id) } else { None };
        let chosen = self.chosen.get_untracked();
        let what = match self.kind {
            EventKind::Birth => {
                let mother = if let Value::Link(id) = self.mother.get_untracked() { Some(id) } else { None };
                let mut child = vec![(person_field::name, self.baby.get_untracked())];
                child.push((person_field::sex, self.sex.get_untracked()));
                child.push((person_field::birth_place, self.place.get_untracked()));
                if child[0].1.is_missing() {
                    return Err(words::need_name(lang()));
                }
                Happening::Birth { family: family.ok_or(words::need_person(lang()))?, mother, child }
            }
            EventKind::Death => {
                Happening::Death { person: *chosen.first().ok_or(words::need_person(lang()))?, new_head }
            }
            EventKind::MoveOut => {
                if chosen.is_empty() {
                    return Err(words::need_person(lang()));
                }
                Happening::MoveOut { persons: chosen, new_head }
            }
            EventKind::MoveIn => {
                let persons: Vec<_> = self.arrivals.get_untracked().into_iter().map(Arrival::fields).collect();
                if persons.iter().any(|fields| !fields.iter().any(|(tag, _)| *tag == person_field::name)) {
                    return Err(words::need_name(lang()));
                }
                let own = self.own_family.get_untracked() == Value::Code(1);
                if !own && family.is_none() {
                    return Err(words::need_person(lang()));
                }
                let new_family = [
                    (family_field::kk, self.kk),
                    (family_field::dusun, self.dusun),
                    (family_field::rw, self.rw),
                    (family_field::rt, self.rt),
                ]
                .map(|(tag, signal)| (tag, signal.get_untracked()))
                .into();
                Happening::MoveIn { family: if own { None } else { family }, new_family, persons }
            }
        };
        let on: Date = on;
        Ok(EventReport {
            on,
            place: text(self.place),
            cause: text(self.cause),
            other_place: text(self.other_place),
            document: text(self.document),
            note: String::new(),
            what,
        })
    }

    fn send(self) {
        let event = match self.report() {
            Ok(event) => event,
            Err(needed) => return self.problem.set(Some(needed.into())),
        };
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = save(Report { event }).await;
            _ = self.busy.try_set(false);
            match answer {
                Ok(done) => {
                    match done.family {
                        Some(family) => go(&format!("/kumpul/keluarga/{family}")),
                        None => go("/kumpul/peristiwa"),
                    }
                    toast_undo(words::event_saved(lang()), Callback::new(move |()| history::undo(done.act)));
                }
                Err(error) => _ = self.problem.try_set(Some(error.message(lang()).1)),
            }
        });
    }
}

fn sex_label() -> &'static str {
    label(crate::engine::protocol::person_field::ALL, person_field::sex)
}

fn field_label(tag: u16) -> &'static str {
    label(family_field::ALL, tag)
}
