//! An exercise: the question, the place for the answer, and at once a kind explanation; hints, another try, new numbers.

use super::{task_table, tasks, words as shown};
use crate::lang::learn as words;
use crate::learn::expression::Numbers;
use crate::learn::item::{filled, shown as number_shown};
use crate::learn::score::judge;
use crate::learn::{Answer, Item, Task, Texts, Verdict, Village};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;
use std::sync::Arc;

/// A try at an item: its texts with the numbers that were drawn, and the answer as it stands.
#[derive(Clone)]
pub struct Try {
    /// The item.
    pub item: Arc<Item>,
    /// Its texts, holes filled.
    texts: Arc<Texts>,
    /// The drawn numbers.
    pub numbers: Numbers,
    /// Orders what is shuffled.
    pub seed: u64,
    /// The answer; nothing while none can be judged.
    pub answer: RwSignal<Option<Answer>>,
    /// A number that a name of the page begins with.
    pub name: String,
}

impl Try {
    /// The try of a seed: the same numbers for the same seed.
    fn of(item: &Arc<Item>, texts: &Arc<Texts>, village: Option<&Village>, seed: u64) -> Try {
        let numbers =
            item.draw(seed, village).or_else(|| item.draw(seed, Some(&Village::default()))).unwrap_or_default();
        Try {
            item: item.clone(),
            texts: texts.clone(),
            numbers,
            seed,
            answer: RwSignal::new(None),
            name: format!("{}-{seed}", item.key),
        }
    }

    /// A text of the item: `ask`, `choice.1`; empty where there is none.
    pub fn text(&self, part: &str) -> String {
        self.whole(&format!("{}.{part}", self.item.key))
    }

    /// A text by its whole key.
    pub fn whole(&self, key: &str) -> String {
        self.texts.get(key).map_or(String::new(), |words| filled(words, &self.numbers, lang()))
    }
}

/// The item, with tries that can be made anew.
pub fn exercise(item: Item, texts: Texts, village: Option<Arc<Village>>) -> AnyView {
    let tries = RwSignal::new(first_seed());
    exercise_by(Arc::new(item), Arc::new(texts), village, tries)
}

/// The seed of a first try.
pub fn first_seed() -> u64 {
    (js_sys::Math::random() * 1e9) as u64
}

/// The item, whose present try is known to others by its seed.
pub fn exercise_by(item: Arc<Item>, texts: Arc<Texts>, village: Option<Arc<Village>>, tries: RwSignal<u64>) -> AnyView {
    follow(move || one_try(&item, &texts, village.as_deref(), tries.get(), tries))
}

/// The right answer of the present try, with its explanation.
pub fn answer_by(item: Arc<Item>, texts: Arc<Texts>, village: Option<Arc<Village>>, tries: RwSignal<u64>) -> AnyView {
    follow(move || solution(&Try::of(&item, &texts, village.as_deref(), tries.get())))
}

/// What the present try asks.
pub fn asked_by(item: &Arc<Item>, texts: &Arc<Texts>, village: Option<Arc<Village>>, tries: RwSignal<u64>) -> AnyView {
    let (item, texts) = (item.clone(), texts.clone());
    follow(move || shown::text(&Try::of(&item, &texts, village.as_deref(), tries.get()).text("ask")))
}

/// A try in plain words: what is asked with its choices, and the answer with its explanation.
pub fn in_words(item: &Arc<Item>, texts: &Arc<Texts>, village: Option<&Village>, seed: u64) -> (String, String) {
    let this = Try::of(item, texts, village, seed);
    let (name, n) = match this.item.task {
        Task::Choice { n, .. } => ("choice", n),
        Task::Order { n } => ("item", n),
        _ => ("", 0),
    };
    let choices = (1..=n).map(|place| format!("\n- {}", this.text(&format!("{name}.{place}"))));
    let asked = std::iter::once(this.text("ask")).chain(choices).collect();
    (asked, format!("{}\n\n{}", words::the_answer(lang(), right_answer(&this).trim()), this.text("right")))
}

fn one_try(
    item: &Arc<Item>,
    texts: &Arc<Texts>,
    village: Option<&Village>,
    seed: u64,
    tries: RwSignal<u64>,
) -> AnyView {
    let this = Try::of(item, texts, village, seed);
    let verdict = RwSignal::new(None::<Verdict>);
    let (n_wrong, hinted, told) = (RwSignal::new(0u32), RwSignal::new(false), RwSignal::new(false));
    let missing = RwSignal::new(false);
    let judged = this.clone();
    let check = Callback::new(move |()| match judged.answer.get_untracked() {
        None => missing.set(true),
        Some(answer) => {
            missing.set(false);
            let found = judge(&judged.item, &judged.numbers, &answer);
            n_wrong.update(|n| *n += u32::from(!found.right));
            verdict.set(Some(found));
        }
    });
    // Another answer is another try: what was said of the last one goes.
    let answer = this.answer;
    Effect::new(move |_| {
        answer.track();
        verdict.set(None);
        missing.set(false);
    });
    let body = match this.item.task {
        Task::Choice { .. } => tasks::choice(&this),
        Task::Number { .. } => tasks::number(&this),
        Task::Order { .. } => tasks::order(&this),
        Task::Mark { .. } => tasks::mark(&this),
        Task::Build { .. } => tasks::build(&this),
        Task::Fill { .. } => task_table::fill(&this),
        Task::Find { .. } => task_table::find(&this),
    };
    let (asked, hint, verdict_of, shown_of) = (this.text("ask"), this.text("hint"), this.clone(), this.clone());
    let is_number = matches!(this.item.task, Task::Number { .. } | Task::Fill { .. });
    let lacking = move || {
        let text = if is_number { words::number_first(lang()) } else { words::choose_first(lang()) };
        missing.get().then(|| view! { <p class="lesson-lacking" role="alert">{text}</p> })
    };
    let hint_shown = move || {
        let hint = hint.clone();
        hinted.get().then(
            || view! { <Notice tone=Tone::Info title=words::hint(lang()).to_owned()>{shown::text(&hint)}</Notice> },
        )
    };
    let new_numbers = !this.item.draw.is_empty() || matches!(this.item.task, Task::Order { .. });
    let again = Callback::new(move |()| tries.set(seed.wrapping_add(1)));
    let again_label = if this.item.draw.is_empty() { words::try_again(lang()) } else { words::again_numbers(lang()) };
    let can_tell = move || n_wrong.get() >= 2 && !told.get();
    let answer_shown = move || told.get().then(|| solution(&shown_of));
    view! {
        <div class="stack exercise" data-kind=this.item.kind()>
            {shown::text(&asked)}
            {body}
            {follow(lacking)}
            {follow(hint_shown)}
            <div class="buttons">
                <Button text=words::check(lang()).to_owned() on_press=check/>
                <span hidden=held(move || hinted.get())>
                    <Button text=words::hint(lang()).to_owned() look=Look::Quiet on_press=Callback::new(move |()| hinted.set(true))/>
                </span>
                <span hidden=held(move || !can_tell())>
                    <Button text=words::show_answer(lang()).to_owned() look=Look::Quiet on_press=Callback::new(move |()| told.set(true))/>
                </span>
                <span hidden=!new_numbers>
                    <Button text=again_label.to_owned() look=Look::Quiet icon="undo" on_press=again/>
                </span>
            </div>
            <div role="status" class="stack">{follow(move || verdict.get().map(|found| said(&verdict_of, &found)))} {follow(answer_shown)}</div>
        </div>
    }
    .into_any()
}

/// What is said of an answer.
fn said(this: &Try, found: &Verdict) -> AnyView {
    let whys: Vec<_> = found
        .why
        .iter()
        .map(|key| this.whole(key))
        .filter(|why| !why.is_empty())
        .map(|why| shown::text(&why))
        .collect();
    if found.right {
        let right = shown::text(&this.text("right"));
        return view! { <Notice tone=Tone::Ok title=words::right(lang()).to_owned()>{whys} {right}</Notice> }
            .into_any();
    }
    let parts =
        (found.parts.1 > 1).then(|| view! { <p>{words::parts_right(lang(), found.parts.0, found.parts.1)}</p> });
    view! { <Notice tone=Tone::Warn title=words::not_yet(lang()).to_owned()>{parts} {whys}</Notice> }.into_any()
}

/// The right answer with its explanation, after two tries.
fn solution(this: &Try) -> AnyView {
    let right = shown::text(&this.text("right"));
    let title = words::the_answer(lang(), right_answer(this).trim());
    view! { <Notice tone=Tone::Info title=title>{right}</Notice> }.into_any()
}

/// The right answer in words.
fn right_answer(this: &Try) -> String {
    let each = |name: &str, places: &[usize]| {
        places.iter().map(|n| this.text(&format!("{name}.{n}"))).collect::<Vec<_>>().join("; ")
    };
    let number = |expression: &crate::learn::expression::Expression| {
        expression.value(&this.numbers).map_or(String::new(), |value| number_shown(value, lang()))
    };
    match &this.item.task {
        Task::Choice { answer, .. } => each("choice", answer),
        Task::Number { answer, .. } => format!("{} {}", number(answer), this.text("unit")),
        Task::Order { n } => each("item", &(1..=*n).collect::<Vec<_>>()),
        Task::Mark { labels, answer, .. } => {
            let named = answer.iter().filter_map(|place| labels.get(place - 1)).map(|key| this.whole(key));
            named.collect::<Vec<_>>().join("; ")
        }
        Task::Fill { cells, .. } => {
            let asked = cells.iter().flatten().filter_map(|cell| match cell {
                crate::learn::item::Cell::Asked(expression) => Some(number(expression)),
                crate::learn::item::Cell::Given(_) => None,
            });
            asked.collect::<Vec<_>>().join("; ")
        }
        Task::Build { variables, rows, columns, accepted, .. } => {
            let name = |keys: &[String]| {
                let labels = variables.iter().filter(|(key, _)| keys.contains(key)).map(|(_, label)| this.whole(label));
                labels.collect::<Vec<_>>().join(" / ")
            };
            let charts: Vec<&str> = accepted.iter().map(|chart| tasks::chart_name(chart)).collect();
            [name(rows), name(columns), charts.join(" / ")]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("; ")
        }
        Task::Find { rows, answer, .. } => {
            let cell = |(row, column): &(usize, usize)| rows.get(row - 1).and_then(|row| row.get(column - 1)).cloned();
            answer.iter().filter_map(cell).collect::<Vec<_>>().join("; ")
        }
    }
}
