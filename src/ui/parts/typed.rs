//! Fields that are typed: text, sixteen digits, numbers, dates. One compiled copy; what differs is a row of functions.

use super::field::{Field, focus_next, shell};
use crate::base::{Date, Value, date_text};
use crate::lang::{Lang, number, shell as words};
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// A pause after which a typed answer counts as settled.
const PAUSE: Duration = Duration::from_millis(800);

/// What a typed text means.
enum Read {
    /// An answer.
    Answer(Value),
    /// Not an answer; why, and what to write instead.
    Not(fn(Lang) -> &'static str),
}

/// How a kind of typed field reads and shows.
#[derive(Clone, Copy)]
struct Typing {
    /// `inputmode` of the phone's keyboard.
    keyboard: &'static str,
    /// Class of the input beside `input`.
    class: &'static str,
    /// Reads what was typed.
    read: fn(&str) -> Read,
    /// Writes an answer as it would be typed.
    write: fn(&Value) -> String,
    /// Puts the text in order while it is typed.
    order: fn(&str) -> String,
    /// What is said beneath about a readable text; empty where nothing.
    beneath: fn(&str) -> String,
}

/// A line of text.
///
/// ```ignore
/// view! { <TextField field=Field::new("nama", "Nama lengkap").help("Seperti di KTP").on(name)/> }
/// ```
#[component]
pub fn TextField(
    /// The field.
    field: Field,
) -> AnyView {
    typed(field, TEXT, "")
}

/// Sixteen digits (NIK, No. KK), shown in groups of 6, 6 and 4.
#[component]
pub fn DigitsField(
    /// The field.
    field: Field,
) -> AnyView {
    typed(field, DIGITS, "")
}

/// A whole or decimal number with its unit ("m²"); decimals with a comma or a point.
#[component]
pub fn NumberField(
    /// The field.
    field: Field,
    /// Decimals are allowed.
    #[prop(optional)]
    decimal: bool,
    /// The unit behind the number; none where empty.
    #[prop(optional, into)]
    unit: String,
) -> AnyView {
    typed(field, if decimal { DECIMAL } else { WHOLE }, &unit)
}

/// A date as people type it; the date that was understood stands beneath in words.
#[component]
pub fn DateField(
    /// The field.
    field: Field,
) -> AnyView {
    typed(field, DATE, "")
}

const TEXT: Typing = Typing {
    keyboard: "text",
    class: "",
    read: |text| Read::Answer(Value::Text(text.into())),
    write: as_text,
    order: str::to_owned,
    beneath: |_| String::new(),
};

const DIGITS: Typing = Typing {
    keyboard: "numeric",
    class: "input-digits",
    read: |text| Read::Answer(Value::Text(digits(text))),
    write: |value| group_digits(&as_text(value)),
    order: group_digits,
    beneath: |text| match digits(text).len() {
        0 | 16 => String::new(),
        n => words::digits_of(lang(), n, 16),
    },
};

const WHOLE: Typing = Typing {
    keyboard: "numeric",
    class: "input-number",
    read: |text| match text.replace(['.', ' '], "").parse() {
        Ok(number) => Read::Answer(Value::Number(number)),
        Err(_) => Read::Not(words::not_a_whole_number),
    },
    write: |value| if let Value::Number(number) = value { number.to_string() } else { String::new() },
    order: str::to_owned,
    beneath: |_| String::new(),
};

const DECIMAL: Typing = Typing {
    keyboard: "decimal",
    class: "input-number",
    read: |text| match read_decimal(text) {
        Some(number) => Read::Answer(Value::Decimal(number)),
        None => Read::Not(words::not_a_number),
    },
    write: |value| match value {
        Value::Decimal(number) => number.to_string().replace('.', lang().pick(",", ".")),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    },
    order: str::to_owned,
    beneath: |_| String::new(),
};

const DATE: Typing = Typing {
    keyboard: "text",
    class: "input-date",
    read: |text| match read_date(text) {
        Some(date) => Read::Answer(Value::Date(date)),
        None => Read::Not(words::not_a_date),
    },
    write: |value| match value {
        Value::Date(Date { year, month: 0, .. }) => year.to_string(),
        Value::Date(Date { year, month, day: 0 }) => format!("{month}-{year}"),
        Value::Date(Date { year, month, day }) => format!("{day}-{month}-{year}"),
        _ => String::new(),
    },
    order: str::to_owned,
    beneath: |text| read_date(text).map_or(String::new(), |date| number::date(lang(), date)),
};

/// Today by this device's clock and time zone.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date::new(now.get_full_year() as i16, now.get_month() as u8 + 1, now.get_date() as u8).unwrap_or_default()
}

fn read_date(text: &str) -> Option<Date> {
    date_text::read_date(text, date_text::Order::DayFirst, today())
}

fn as_text(value: &Value) -> String {
    if let Value::Text(text) = value { text.clone() } else { String::new() }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).take(16).collect()
}

/// `630415 520890 0003`: place, date, number.
pub fn group_digits(text: &str) -> String {
    let digits = digits(text);
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i == 6 || i == 12 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// `1.234,5`, `1234,5` and `1234.5`.
fn read_decimal(text: &str) -> Option<f64> {
    let text = text.replace(' ', "");
    let plain = if text.contains(',') { text.replace('.', "").replace(',', ".") } else { text };
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The field itself. What is being typed lives here; an answer goes out when it has settled and comes in when the field
/// is not in use.
fn typed(field: Field, typing: Typing, unit: &str) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let text = RwSignal::new(field.value.with_untracked(typing.write));
    let complaint = RwSignal::new(None::<String>);
    let id = format!("{}-input", field.id);
    let described_by = field.described_by();
    let field = StoredValue::new(field);
    let value = field.with_value(|field| field.value);

    let settle = move |leaving: bool| {
        let typed = text.get_untracked();
        let typed = typed.trim();
        let read = if typed.is_empty() { Read::Answer(Value::Missing) } else { (typing.read)(typed) };
        match read {
            Read::Answer(answer) => {
                complaint.set(None);
                field.with_value(|field| field.settle(answer));
            }
            Read::Not(why) if leaving => {
                complaint.set(Some(why(lang()).into()));
                field.with_value(|field| field.settle(Value::Missing));
            }
            Read::Not(_) => {}
        }
    };
    // An answer from elsewhere (undo, another field's offer) shows unless this field is in use.
    Effect::new(move |_| {
        let now = value.get();
        let in_use = input.get_untracked().is_some_and(|input| document().active_element() == Some(input.into()));
        let same = matches!((typing.read)(text.get_untracked().trim()), Read::Answer(answer) if answer == now);
        if !same && !in_use && (now != Value::Missing || complaint.with_untracked(Option::is_none)) {
            text.set((typing.write)(&now));
            complaint.set(None);
        }
    });
    let pause = StoredValue::new(None::<TimeoutHandle>);
    let stop_waiting = move || {
        if let Some(Some(handle)) = pause.try_update_value(Option::take) {
            handle.clear();
        }
    };
    on_cleanup(stop_waiting);
    let on_input = move |event| {
        let raw = event_target_value(&event);
        let ordered = (typing.order)(&raw);
        if ordered != raw
            && let Some(element) = input.get_untracked()
        {
            put_in_order(&element, &raw, &ordered);
        }
        text.set(ordered);
        complaint.set(None);
        stop_waiting();
        pause.set_value(set_timeout_with_handle(move || settle(false), PAUSE).ok());
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter"
            && !event.is_composing()
            && let Some(element) = input.get_untracked()
        {
            event.prevent_default();
            focus_next(&element);
        }
    };
    let beneath = move || (typing.beneath)(text.get().trim());
    let behind =
        (!unit.is_empty()).then(|| view! { <span class="input-unit" aria-hidden="true">{unit.to_owned()}</span> });
    let control = view! {
        <div class="input-row">
            <input
                node_ref=input
                id=id
                class=format!("input {}", typing.class)
                type="text"
                inputmode=typing.keyboard
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="next"
                aria-describedby=described_by
                aria-invalid=held(move || complaint.with(Option::is_some).then_some("true"))
                prop:value=held(move || text.get())
                on:input=on_input
                on:keydown=on_key
                on:change=move |_| {
                    stop_waiting();
                    settle(true);
                }
            />
            {behind}
        </div>
        <p class="field-beneath">{follow(beneath)}</p>
    }
    .into_any();
    field.with_value(|field| shell(field, false, complaint.into(), control))
}

/// Writes the ordered text into the input and leaves the caret behind the same digit.
fn put_in_order(input: &web_sys::HtmlInputElement, raw: &str, ordered: &str) {
    let caret = input.selection_start().ok().flatten().unwrap_or_default() as usize;
    let before = digits(&raw.chars().take(caret).collect::<String>()).len();
    let mut seen = 0;
    let place = ordered.chars().take_while(|c| {
        seen += usize::from(c.is_ascii_digit());
        seen <= before
    });
    let place = place.count() as u32;
    input.set_value(ordered);
    _ = input.set_selection_range(place, place);
}
