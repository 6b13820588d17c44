//! What every field has in common: label, help, a place for findings, and the answers that are no answer ("tidak tahu",
//! "menolak", "tidak berlaku"). Fields speak [`Value`], so one form draws any record.

use super::icon::icon;
use super::tone::Tone;
use crate::base::Value;
use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A field: what it says of itself and where its answer goes.
#[derive(Clone)]
pub struct Field {
    /// Unique on the page; also the anchor to which a finding leads ([`focus_field`]).
    pub id: String,
    /// The question, short.
    pub label: String,
    /// A sentence on how to ask; none where empty.
    pub help: String,
    /// The answer.
    pub value: Signal<Value>,
    /// Takes an answer when it has settled: at once for choices; for typed answers on leaving the field or after a pause.
    pub set: Callback<Value>,
    /// Findings about the answer, shown beneath.
    pub remarks: Signal<Vec<Remark>>,
    /// Offers "tidak tahu", "menolak", "tidak berlaku".
    pub absent: bool,
}

/// A finding beneath a field, with what can be done about it.
#[derive(Clone)]
pub struct Remark {
    /// How serious.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// Buttons: words and what they do.
    pub actions: Vec<(String, Callback<()>)>,
}

impl Field {
    /// A field whose answer nobody keeps yet; follow with [`Field::on`] or [`Field::bind`].
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Field {
        Field {
            id: id.into(),
            label: label.into(),
            help: String::new(),
            value: Signal::stored(Value::Missing),
            set: Callback::new(|_| ()),
            remarks: Signal::stored(Vec::new()),
            absent: false,
        }
    }

    /// With a sentence of help.
    pub fn help(self, help: impl Into<String>) -> Field {
        Field { help: help.into(), ..self }
    }

    /// Kept in a signal.
    pub fn on(self, value: RwSignal<Value>) -> Field {
        self.bind(value.into(), Callback::new(move |answer| value.set(answer)))
    }

    /// Read from one place, told to another.
    pub fn bind(self, value: Signal<Value>, set: Callback<Value>) -> Field {
        Field { value, set, ..self }
    }

    /// With findings.
    pub fn remarks(self, remarks: Signal<Vec<Remark>>) -> Field {
        Field { remarks, ..self }
    }

    /// With "tidak tahu", "menolak", "tidak berlaku" as further answers.
    pub fn may_be_absent(self) -> Field {
        Field { absent: true, ..self }
    }

    /// Tells an answer, unless it is the present one.
    pub(super) fn settle(&self, answer: Value) {
        if self.value.with_untracked(|now| *now != answer) {
            self.set.run(answer);
        }
    }

    /// For `aria-describedby`.
    pub(super) fn described_by(&self) -> String {
        format!("{0}-help {0}-remarks", self.id)
    }
}

/// The words of an answer that is none; nothing for a true answer or none yet.
pub fn absent_words(value: &Value) -> Option<&'static str> {
    match value {
        Value::Unknown => Some(words::unknown(lang())),
        Value::Refused => Some(words::refused(lang())),
        Value::NotApplicable => Some(words::not_applicable(lang())),
        _ => None,
    }
}

/// Leads the user to a field: scrolls to it, focuses its control, and lets it light up.
pub fn focus_field(id: &str) {
    let Some(field) = document().get_element_by_id(id) else { return };
    field.scroll_into_view();
    field.set_class_name("field field-called");
    let control = ".field-none:not([hidden]) button, .field-control:not([hidden]) :is(input, textarea, button)";
    if let Ok(Some(control)) = field.query_selector(control)
        && let Ok(control) = control.dyn_into::<web_sys::HtmlElement>()
    {
        _ = control.focus();
    }
}

/// Moves the focus to the control of the next field, as the "next" key of a phone's keyboard says.
pub(super) fn focus_next(from: &web_sys::Element) {
    let Ok(Some(field)) = from.closest(".field") else { return };
    let Ok(all) = document().query_selector_all(".field") else { return };
    let mut found = false;
    for i in 0..all.length() {
        let Some(candidate) = all.item(i).and_then(|node| node.dyn_into::<web_sys::Element>().ok()) else { continue };
        if found && let Ok(Some(control)) = candidate.query_selector(":is(input, textarea):not([tabindex='-1'])") {
            if let Ok(control) = control.dyn_into::<web_sys::HtmlElement>() {
                _ = control.focus();
            }
            return;
        }
        found = found || candidate == field;
    }
}

/// Label, control, help, findings. `group` is for controls made of several (radio rows): then the label names the group.
/// `own` is what the field itself says about what was typed.
pub(super) fn shell(field: &Field, group: bool, own: Signal<Option<String>>, control: AnyView) -> AnyView {
    let Field { id, label, help, value, remarks, absent, .. } = field.clone();
    let open = RwSignal::new(false);
    let label_id = format!("{id}-label");
    let name = if group {
        view! { <span class="field-label" id=label_id.clone()>{label.clone()}</span> }.into_any()
    } else {
        view! { <label class="field-label" id=label_id.clone() for=format!("{id}-input")>{label.clone()}</label> }
            .into_any()
    };
    let more = absent.then(|| more_button(&id, &label, open));
    let others = absent.then(|| other_answers(field, open));
    let no_answer = absent.then(|| no_answer(field));
    let is_absent = move || absent && value.with(|value| absent_words(value).is_some());
    let role = group.then_some("group");
    let body = move || {
        let mut lines: Vec<AnyView> = remarks.get().into_iter().map(remark_line).collect();
        if let Some(text) = own.get() {
            lines.insert(0, remark_line(Remark { tone: Tone::Warn, text, actions: Vec::new() }));
        }
        lines
    };
    view! {
        <div class="field" id=id.clone() role=role aria-labelledby=group.then(|| label_id.clone())>
            <div class="field-head">{name}{more}</div>
            {others}
            {no_answer}
            <div class="field-control" hidden=held(is_absent)>{control}</div>
            <p class="field-help" id=format!("{id}-help")>{help}</p>
            <div class="field-remarks" id=format!("{id}-remarks") aria-live="polite">{follow(body)}</div>
        </div>
    }
    .into_any()
}

fn more_button(id: &str, label: &str, open: RwSignal<bool>) -> AnyView {
    view! {
        <button
            type="button"
            class="field-more"
            aria-label=words::other_answers(lang(), label)
            aria-expanded=held(move || open.get().to_string())
            aria-controls=format!("{id}-others")
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {icon("more")}
        </button>
    }
    .into_any()
}

fn other_answers(field: &Field, open: RwSignal<bool>) -> AnyView {
    let choices = [
        (Value::Unknown, words::unknown(lang())),
        (Value::Refused, words::refused(lang())),
        (Value::NotApplicable, words::not_applicable(lang())),
        (Value::Missing, words::leave_empty(lang())),
    ];
    let buttons = choices.map(|(answer, text)| {
        let field = field.clone();
        let press = move |_| {
            field.settle(answer.clone());
            open.set(false);
        };
        view! { <button type="button" class="chip" on:click=press>{text}</button> }.into_any()
    });
    view! {
        <div class="field-others" id=format!("{}-others", field.id) hidden=held(move || !open.get())>{Vec::from(buttons)}</div>
    }
    .into_any()
}

fn no_answer(field: &Field) -> AnyView {
    let value = field.value;
    let text = move || value.with(|value| absent_words(value).unwrap_or_default());
    let again = field.clone();
    view! {
        <div class="field-none" hidden=held(move || value.with(|value| absent_words(value).is_none()))>
            <span>{follow(text)}</span>
            <button type="button" class="button button-quiet" on:click=move |_| again.settle(Value::Missing)>
                {words::change(lang())}
            </button>
        </div>
    }
    .into_any()
}

fn remark_line(remark: Remark) -> AnyView {
    let actions: Vec<_> = remark
        .actions
        .into_iter()
        .map(|(text, act)| {
            view! { <button type="button" class="chip" on:click=move |_| act.run(())>{text}</button> }.into_any()
        })
        .collect();
    view! {
        <div class="remark" data-tone=remark.tone.name()>
            <p>{icon(remark.tone.icon())}<span>{remark.text}</span></p>
            {(!actions.is_empty()).then(|| view! { <div class="row">{actions}</div> })}
        </div>
    }
    .into_any()
}
