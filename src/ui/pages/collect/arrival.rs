//! A person who moves in, while typed; and the labels of fields outside the family form.

use crate::base::codes::{Relation, Sex};
use crate::base::{CodeList, Value};
use crate::engine::protocol::person_field;
use crate::lang::collect as words;
use crate::ui::lang;
use crate::ui::parts::choice::{SelectField, choices_of};
use crate::ui::parts::field::Field;
use crate::ui::parts::typed::{DateField, DigitsField, TextField};
use leptos::prelude::*;

/// A person who moves in, while typed.
#[derive(Clone, Copy)]
pub struct Arrival {
    name: RwSignal<Value>,
    nik: RwSignal<Value>,
    sex: RwSignal<Value>,
    born: RwSignal<Value>,
    relation: RwSignal<Value>,
}

/// No answer yet.
pub fn blank() -> RwSignal<Value> {
    RwSignal::new(Value::Missing)
}

impl Arrival {
    /// An empty one; the first of a family is its head.
    pub fn new(first: bool) -> Arrival {
        let relation = RwSignal::new(if first { Value::Code(Relation::Head.number()) } else { Value::Missing });
        Arrival { name: blank(), nik: blank(), sex: blank(), born: blank(), relation }
    }

    /// What is filled in.
    pub fn fields(self) -> Vec<(u16, Value)> {
        let fields = [
            (person_field::name, self.name),
            (person_field::nik, self.nik),
            (person_field::sex, self.sex),
            (person_field::born, self.born),
            (person_field::relation, self.relation),
        ];
        fields.map(|(tag, value)| (tag, value.get_untracked())).into_iter().filter(|(_, v)| !v.is_missing()).collect()
    }
}

/// The label of a field.
pub fn label(fields: &'static [crate::engine::protocol::FieldInfo], tag: u16) -> &'static str {
    crate::engine::protocol::field(fields, tag).map_or("", |field| field.label(lang()))
}

/// The questions about one arrival.
pub fn arrival_form(i: usize, arrival: Arrival) -> AnyView {
    let field = |tag: u16, signal| Field::new(format!("datang-{i}-{tag}"), label(person_field::ALL, tag)).on(signal);
    view! {
        <fieldset class="card stack plain-fields">
            <legend class="strong">{words::arrival_n(lang(), i + 1)}</legend>
            <TextField field=field(person_field::name, arrival.name)/>
            <DigitsField field=field(person_field::nik, arrival.nik)/>
            <SelectField field=field(person_field::sex, arrival.sex) choices=choices_of(Sex::LIST)/>
            <DateField field=field(person_field::born, arrival.born)/>
            <SelectField field=field(person_field::relation, arrival.relation) choices=choices_of(Relation::LIST)/>
        </fieldset>
    }
    .into_any()
}
