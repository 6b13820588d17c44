//! One section of the form: its fields in one column, how much is filled in, and the way on. Each answer is stored when it
//! has settled; there is no button to save.

use super::desk::{Desk, Whose};
use super::{form, questions};
use crate::base::codes::Sex;
use crate::base::nik::Nik;
use crate::base::{CodeList, Id, Value};
use crate::engine::protocol::person_field;
use crate::engine::protocol::{FamilyView, FieldView, RecordView, SectionView};
use crate::lang::{collect as words, number};
use crate::ui::pages::verify::{Asked, accept_dialog};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::choice::Choice;
use crate::ui::parts::field::{Field, Remark, focus_field};
use crate::ui::parts::form_field::form_field;
use crate::ui::parts::gradual::{Piece, gradually};
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::progress::filled_bar;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::today;
use crate::ui::{go, lang, link};
use leptos::prelude::*;

/// Fields that a phone shows at first.
const FIRST_FIELDS: usize = 4;

/// Draws a section; `called` is the key of the field that a finding leads to.
pub fn section(desk: Desk, whose: Whose, key: &str, called: Option<String>) -> AnyView {
    if whose != Whose::NewPerson {
        desk.born.set(None);
    }
    let sections = desk
        .schema
        .with_untracked(|schema| if whose == Whose::Family { schema.family.clone() } else { schema.person.clone() });
    let at = sections.iter().position(|section| section.key == key).unwrap_or(0);
    let Some(section) = sections.get(at).cloned() else { return ().into_any() };
    let n_sections = sections.len();
    let title = section.title.clone();
    let counted = section.clone();
    let count = Memo::new(move |_| desk.view.with(|view| form::filled(&counted, &of(view, desk, whose))));
    let asked = RwSignal::new(None::<Asked>);
    let field = |field: FieldView| -> Piece { Box::new(move || draw(desk, whose, &field, asked)) };
    let fields = gradually(section.fields.into_iter().map(field).collect(), FIRST_FIELDS, move || {
        if let Some(called) = called {
            focus_field(&format!("isian-{called}"));
        }
    });
    let next = Callback::new(move |()| leave(desk, whose, &sections, at, 1));
    let back = Callback::new(move |()| leave_to(desk, whose, None));
    view! {
        <div class="stack measure">
            <div class="row-apart">
                <h2>{title}</h2>
                <span class="soft">{words::section_of(lang(), at + 1, n_sections)}</span>
            </div>
            {follow(move || { let (done, total) = count.get(); filled_bar(done, total) })}
            <div class="stack">{fields}</div>
            <div class="buttons buttons-way">
                <Button text=words::to_overview(lang()) look=Look::Outline on_press=back/>
                <Button text=words::next(lang()) on_press=next/>
            </div>
            {accept_dialog(asked)}
        </div>
    }
    .into_any()
}

/// The record that is answered; an empty one while it does not exist.
fn of(view: &FamilyView, desk: Desk, whose: Whose) -> RecordView {
    id_of(view, desk, whose).and_then(|id| form::record(view, id)).cloned().unwrap_or_default()
}

fn id_of(view: &FamilyView, desk: Desk, whose: Whose) -> Option<Id> {
    match whose {
        Whose::Family => Some(view.own.id),
        Whose::Person(id) => Some(id),
        Whose::NewPerson => desk.born.get(),
    }
}

fn draw(desk: Desk, whose: Whose, field: &FieldView, asked: RwSignal<Option<Asked>>) -> AnyView {
    let tag = field.tag;
    let value = Memo::new(move |_| desk.view.with(|view| form::value(&of(view, desk, whose), tag)));
    let hidden = Memo::new(move |_| desk.view.with(|view| of(view, desk, whose).hidden.contains(&tag)));
    let members = if tag == person_field::mother { mothers(desk, whose) } else { Vec::new() };
    let remarks = Signal::derive(move || {
        let id = desk.view.with(|view| id_of(view, desk, whose));
        let mut remarks = questions::of_field(desk, id, tag, asked);
        if whose != Whose::Family && tag == person_field::nik {
            remarks.extend(offers(desk, whose));
        }
        remarks
    });
    let described = Field::new(format!("isian-{}", field.key), &field.label)
        .help(&field.help)
        .bind(value.into(), Callback::new(move |answer| desk.settle(whose, tag, answer)))
        .remarks(remarks)
        .may_be_absent();
    view! { <div hidden=held(move || hidden.get())>{form_field(described, &field.control, members)}</div> }.into_any()
}

/// What a NIK offers to fill in; it never overwrites.
fn offers(desk: Desk, whose: Whose) -> Vec<Remark> {
    let record = desk.view.with(|view| of(view, desk, whose));
    let Ok(nik) = Nik::parse(&form::text(&record, person_field::nik)) else { return Vec::new() };
    let mut actions = Vec::new();
    if form::value(&record, person_field::born).is_missing() {
        for date in nik.birth_dates(today()) {
            let fill = Callback::new(move |()| desk.settle(whose, person_field::born, Value::Date(date)));
            actions.push((words::from_nik(lang(), number::date(lang(), date)), fill));
        }
    }
    if form::value(&record, person_field::sex).is_missing() {
        let sex: Sex = nik.sex;
        let fill = Callback::new(move |()| desk.settle(whose, person_field::sex, Value::Code(sex.number())));
        actions.push((words::from_nik_sex(lang(), sex.label(lang()).to_lowercase()), fill));
    }
    if actions.is_empty() {
        return Vec::new();
    }
    vec![Remark { tone: Tone::Info, text: words::nik_says(lang()).into(), actions }]
}

/// The women of the family, to choose a mother from.
fn mothers(desk: Desk, whose: Whose) -> Vec<Choice> {
    let woman = Value::Code(Sex::Female.number());
    desk.view.with_untracked(|view| {
        let women = view
            .members
            .iter()
            .filter(|member| Whose::Person(member.id) != whose && form::value(member, person_field::sex) == woman);
        women.map(choice).collect()
    })
}

/// A member as a choice.
pub fn choice(member: &RecordView) -> Choice {
    let name = form::text(member, person_field::name);
    Choice { value: Value::Link(member.id), label: format!("{name} ({})", member.line), also: String::new() }
}

/// On to the next section; a new family goes on with its first member, a member's last section leads to the overview.
fn leave(desk: Desk, whose: Whose, sections: &[SectionView], at: usize, step: usize) {
    let alone = desk.view.with_untracked(|view| view.members.is_empty());
    if whose == Whose::Family && alone && desk.id.get_untracked().is_some() {
        let path = desk.id.get_untracked().map(|id| format!("/kumpul/keluarga/{id}?r=baru&s=identitas"));
        return go(&path.unwrap_or_default());
    }
    leave_to(desk, whose, sections.get(at + step).map(|section| section.key.as_str()));
}

fn leave_to(desk: Desk, whose: Whose, section: Option<&str>) {
    // An answer that is still being typed settles when its field loses the focus.
    if let Some(active) = document().active_element() {
        use wasm_bindgen::JsCast;
        if let Ok(active) = active.dyn_into::<web_sys::HtmlElement>() {
            _ = active.blur();
        }
    }
    let person: Option<Id> = match whose {
        Whose::Family => None,
        Whose::Person(id) => Some(id),
        Whose::NewPerson => desk.born.get_untracked(),
    };
    let Some(family) = desk.id.get_untracked() else {
        return go("/kumpul");
    };
    match (section, person, whose) {
        (Some(key), Some(id), _) => go(&format!("/kumpul/keluarga/{family}?r={id}&s={key}")),
        (Some(key), None, Whose::Family) => go(&format!("/kumpul/keluarga/{family}?s={key}")),
        _ => go(&format!("/kumpul/keluarga/{family}")),
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// The address of a section of a record.
pub fn address(family: Id, person: Option<Id>, section: &str) -> String {
    match person {
        Some(id) => link(&format!("/kumpul/keluarga/{family}?r={id}&s={section}")),
        None => link(&format!("/kumpul/keluarga/{family}?s={section}")),
    }
}
