//! Fields that are chosen: short lists as rows to tap, long lists as a box to search in.

use super::combobox::combobox;
use super::field::{Field, shell};
use crate::base::Value;
use crate::base::codes::List;
use crate::ui::lang;
use crate::ui::parts::live::held;
use leptos::prelude::*;

/// Up to this many choices stand as rows; longer lists are searched.
const N_ROWS: usize = 7;
/// Up to this many choices stand beside each other where their labels are short.
const N_BESIDE: usize = 3;
/// Characters of a label that fits beside another one.
const SHORT_LABEL: usize = 11;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The answer.
    pub value: Value,
    /// Its words.
    pub label: String,
    /// Other words by which it is found when searching.
    pub also: String,
}

/// The choices of a code list in the page's language.
pub fn choices_of(list: &'static List) -> Vec<Choice> {
    let choice = |row: &'static crate::base::codes::Row| Choice {
        value: Value::Code(row.number),
        label: row.label(lang()).into(),
        also: format!("{} {}", row.also.join(" "), row.en),
    };
    list.rows.iter().map(choice).collect()
}

/// A choice of a list: up to seven as rows, three short ones beside each other, more in a box to search in.
///
/// ```ignore
/// view! { <SelectField field=Field::new("agama", "Agama").on(religion) choices=choices_of(Religion::LIST)/> }
/// ```
#[component]
pub fn SelectField(
    /// The field.
    field: Field,
    /// What can be chosen.
    choices: Vec<Choice>,
) -> AnyView {
    if choices.len() > N_ROWS {
        return combobox(field, choices);
    }
    let short = |choice: &Choice| choice.label.chars().count() <= SHORT_LABEL;
    let beside = choices.len() <= N_BESIDE && choices.iter().all(short);
    rows(field, choices, beside)
}

/// Yes or no, beside each other.
#[component]
pub fn YesNo(
    /// The field.
    field: Field,
) -> AnyView {
    use crate::base::codes::{CodeList, YesNo as List};
    rows(field, choices_of(List::LIST).into_iter().take(2).collect(), true)
}

fn rows(field: Field, choices: Vec<Choice>, beside: bool) -> AnyView {
    let items: Vec<_> = choices.into_iter().map(|choice| row(&field, choice)).collect();
    let class = if beside { "options options-beside" } else { "options" };
    let described_by = field.described_by();
    let label = format!("{}-label", field.id);
    let control = view! {
        <div class=class role="radiogroup" aria-labelledby=label aria-describedby=described_by>{items}</div>
    };
    shell(&field, true, Signal::stored(None), control.into_any())
}

fn row(field: &Field, choice: Choice) -> AnyView {
    let (value, name) = (field.value, format!("{}-input", field.id));
    let (this, field) = (choice.value.clone(), field.clone());
    view! {
        <label class="option">
            <input
                type="radio"
                name=name
                prop:checked=held(move || value.with(|value| *value == this))
                on:change=move |_| field.settle(choice.value.clone())
            />
            <span>{choice.label}</span>
        </label>
    }
    .into_any()
}

/// A box to tick, as a row to tap.
///
/// ```ignore
/// view! { <CheckRow text="Lewati baris yang salah" ticked/> }
/// ```
#[component]
pub fn CheckRow(
    /// What is agreed to.
    #[prop(into)]
    text: String,
    /// Whether it is ticked.
    ticked: RwSignal<bool>,
) -> AnyView {
    view! {
        <label class="option">
            <input type="checkbox" prop:checked=held(move || ticked.get()) on:change=move |event| ticked.set(event_target_checked(&event))/>
            <span>{text}</span>
        </label>
    }
    .into_any()
}
