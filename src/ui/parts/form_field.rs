//! A field of the register's forms, drawn by what the engine says of it.

use super::choice::{Choice, SelectField};
use super::field::Field;
use super::typed::{DateField, DigitsField, NumberField, TextField};
use crate::base::Value;
use crate::engine::protocol::Control;
use leptos::prelude::*;

/// Draws a field by its control. `members` are the choices of a `Member` control (value: `Value::Link`).
///
/// ```ignore
/// let field = Field::new(format!("p-{}", view.key), &view.label).help(&view.help).bind(value, set).may_be_absent();
/// form_field(field, &view.control, members)
/// ```
pub fn form_field(field: Field, control: &Control, members: Vec<Choice>) -> AnyView {
    match control {
        Control::Text => view! { <TextField field/> },
        Control::Digits => view! { <DigitsField field/> },
        Control::Number => view! { <NumberField field/> },
        Control::Decimal => view! { <NumberField field decimal=true/> },
        Control::Date => view! { <DateField field/> },
        Control::Choice(codes) => {
            let choice = |(number, label): &(u8, String)| Choice {
                value: Value::Code(*number),
                label: label.clone(),
                also: String::new(),
            };
            view! { <SelectField field choices=codes.iter().map(choice).collect()/> }
        }
        Control::Member => view! { <SelectField field choices=members/> },
    }
    .into_any()
}
