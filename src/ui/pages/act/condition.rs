//! The dialog of a condition: what is asked, which answers, of which ages; and of a weight its points.

use crate::base::Value;
use crate::engine::protocol::{Condition, TopicView, Weight};
use crate::lang::compose_page as words;
use crate::ui::lang;
use crate::ui::parts::button::Button;
use crate::ui::parts::choice::CheckRow;
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field::Field;
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::picker::Picker;
use crate::ui::parts::toast::toast;
use crate::ui::parts::typed::NumberField;
use leptos::prelude::*;

/// Where the condition goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A group of its own: AND.
    NewGroup,
    /// Into a group: OR.
    Or(usize),
    /// In place of one of a group.
    Change(usize, usize),
    /// A further weight.
    NewWeight,
    /// In place of a weight.
    ChangeWeight(usize),
}

/// What the dialog is open for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub(super) place: Place,
    pub(super) of_persons: bool,
    pub(super) weight: Weight,
}

/// What was typed.
#[derive(Clone, Copy)]
struct Typed {
    topic: RwSignal<String>,
    /// Answers with their keys and whether they are ticked.
    answers: RwSignal<Vec<(String, String, RwSignal<bool>)>>,
    from: RwSignal<Value>,
    to: RwSignal<Value>,
    age_from: RwSignal<Value>,
    age_to: RwSignal<Value>,
    not: RwSignal<bool>,
    points: RwSignal<String>,
}

/// The dialog; open while `asked` holds something. `taken` gets it back with the condition.
pub(super) fn condition_dialog(
    asked: RwSignal<Option<Asked>>,
    topics: Vec<TopicView>,
    taken: Callback<Asked>,
) -> AnyView {
    let topics = StoredValue::new(topics);
    let open = RwSignal::new(false);
    let missing = || RwSignal::new(Value::Missing);
    let typed = Typed {
        topic: RwSignal::default(),
        answers: RwSignal::default(),
        from: missing(),
        to: missing(),
        age_from: missing(),
        age_to: missing(),
        not: RwSignal::new(false),
        points: RwSignal::new("1".into()),
    };
    effect(move || {
        let now = asked.get();
        if let Some(now) = &now {
            show(typed, &now.weight);
        }
        open.set(now.is_some());
    });
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            asked.set(None);
        }
        now
    });
    // Another topic has other answers; those of the condition that is changed are ticked.
    effect(move || {
        let id = typed.topic.get();
        let ticked = asked.with_untracked(|asked| {
            let condition = asked.as_ref().map(|asked| &asked.weight.condition);
            condition.filter(|condition| condition.topic == id).map(|c| c.answers.clone()).unwrap_or_default()
        });
        let rows = with_topic(topics, &id, |topic| {
            let row =
                |(key, label): &(String, String)| (key.clone(), label.clone(), RwSignal::new(ticked.contains(key)));
            topic.answers.iter().map(row).collect::<Vec<_>>()
        });
        typed.answers.set(rows.unwrap_or_default());
    });
    let title = Signal::derive(move || {
        let weight = asked.with(|asked| asked.as_ref().is_some_and(|asked| is_weight(asked.place)));
        if weight { words::weight_title(lang()) } else { words::condition_title(lang()) }.to_owned()
    });
    let use_it = Callback::new(move |()| {
        let Some(mut now) = asked.get_untracked() else { return };
        match condition(typed, topics) {
            Err(problem) => toast(problem),
            Ok(condition) => {
                now.weight = Weight { condition, points: typed.points.get_untracked().parse().unwrap_or(1) };
                open.set(false);
                taken.run(now);
            }
        }
    });
    view! {
        <Dialog open title>
            {follow(move || {
                let of_persons = asked.with(|asked| asked.as_ref().is_some_and(|asked| asked.of_persons));
                view! { <Picker id="topik" label=words::topic(lang()) options=Signal::stored(options(topics, of_persons)) chosen=typed.topic/> }
            })}
            {follow(move || {
                let id = typed.topic.get();
                with_topic(topics, &id, |topic| (topic.is_number, topic.of_person)).map(|(is_number, of_person)| fields(typed, is_number, of_person))
            })}
            {follow(move || asked.with(|asked| asked.as_ref().is_some_and(|asked| is_weight(asked.place))).then(|| {
                let options = (1..=10).map(|n| (n.to_string(), words::n_points(lang(), n))).collect::<Vec<_>>();
                view! { <Picker id="poin" label=words::points(lang()) options=Signal::stored(options) chosen=typed.points/> }
            }))}
            <div class="buttons">
                <Button text=words::use_it(lang()) on_press=use_it/>
            </div>
        </Dialog>
    }
    .into_any()
}

fn is_weight(place: Place) -> bool {
    matches!(place, Place::NewWeight | Place::ChangeWeight(_))
}

fn with_topic<T>(topics: StoredValue<Vec<TopicView>>, id: &str, of: impl Fn(&TopicView) -> T) -> Option<T> {
    topics.with_value(|topics| topics.iter().find(|topic| topic.id == id).map(of))
}

/// Topics by key and words: those of the members are told from those of the family.
fn options(topics: StoredValue<Vec<TopicView>>, of_persons: bool) -> Vec<(String, String)> {
    let label = |topic: &TopicView| match (topic.of_person, of_persons) {
        (true, false) => words::of_member(lang(), &topic.label),
        (false, true) => words::of_family(lang(), &topic.label),
        _ => topic.label.clone(),
    };
    let first = (String::new(), words::choose_topic(lang()).to_owned());
    topics.with_value(|topics| {
        std::iter::once(first).chain(topics.iter().map(|topic| (topic.id.clone(), label(topic)))).collect()
    })
}

fn show(typed: Typed, weight: &Weight) {
    let number = |value: Option<f64>| value.map_or(Value::Missing, Value::Decimal);
    let age = |value: Option<u8>| value.map_or(Value::Missing, |age| Value::Number(age.into()));
    let Condition { topic, from, to, ages, not, .. } = weight.condition.clone();
    typed.from.set(number(from));
    typed.to.set(number(to));
    typed.age_from.set(age(ages.map(|(from, _)| from)));
    typed.age_to.set(age(ages.map(|(_, to)| to).filter(|to| *to < 120)));
    typed.not.set(not);
    typed.points.set(weight.points.to_string());
    typed.topic.set(topic);
}

fn fields(typed: Typed, is_number: bool, of_person: bool) -> AnyView {
    let asked = if is_number {
        view! {
            <div class="pair">
                <NumberField field=Field::new("dari", words::from(lang())).on(typed.from) decimal=true/>
                <NumberField field=Field::new("sampai", words::to(lang())).on(typed.to) decimal=true/>
            </div>
        }
        .into_any()
    } else {
        follow(move || {
            let rows = typed.answers.get().into_iter();
            let rows: Vec<_> = rows.map(|(_, text, ticked)| view! { <CheckRow text ticked/> }.into_any()).collect();
            view! {
                <fieldset class="plain-set">
                    <legend class="field-label">{words::answers(lang())}</legend>
                    <div class="options">{rows}</div>
                </fieldset>
            }
        })
    };
    let ages = of_person.then(|| {
        view! {
            <fieldset class="plain-set">
                <legend class="field-label">{words::ages(lang())}</legend>
                <div class="pair">
                    <NumberField field=Field::new("umur-dari", words::from(lang())).on(typed.age_from)/>
                    <NumberField field=Field::new("umur-sampai", words::to(lang())).on(typed.age_to)/>
                </div>
            </fieldset>
        }
    });
    view! { {asked}{ages}<CheckRow text=words::turn_round(lang()) ticked=typed.not/> }.into_any()
}

/// The condition as typed, or what is missing; the study weighs the rest.
fn condition(typed: Typed, topics: StoredValue<Vec<TopicView>>) -> Result<Condition, &'static str> {
    let id = typed.topic.get_untracked();
    let Some((is_number, of_person)) = with_topic(topics, &id, |topic| (topic.is_number, topic.of_person)) else {
        return Err(words::topic_first(lang()));
    };
    let number = |value: RwSignal<Value>| match value.get_untracked() {
        Value::Number(n) => Some(f64::from(n)),
        Value::Decimal(n) => Some(n),
        _ => None,
    };
    let answers: Vec<String> = typed.answers.with_untracked(|rows| {
        rows.iter().filter(|(.., ticked)| ticked.get_untracked()).map(|(key, ..)| key.clone()).collect()
    });
    let (from, to) = if is_number { (number(typed.from), number(typed.to)) } else { (None, None) };
    if is_number && from.is_none() && to.is_none() {
        return Err(words::range_first(lang()));
    }
    if !is_number && answers.is_empty() {
        return Err(words::answer_first(lang()));
    }
    let age = |value: RwSignal<Value>| number(value).map(|age| age.clamp(0.0, 120.0) as u8);
    let ages = match (age(typed.age_from), age(typed.age_to)) {
        _ if !of_person => None,
        (None, None) => None,
        (from, to) => Some((from.unwrap_or(0), to.unwrap_or(120))),
    };
    let answers = if is_number { Vec::new() } else { answers };
    Ok(Condition { topic: id, answers, from, to, ages, not: typed.not.get_untracked() })
}
