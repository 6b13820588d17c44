//! One screen of a lesson: as the hall sees it, and in plain words for the trainer's notes.

use super::channel::Told;
use super::stage::Stage;
use crate::lang::{hall as words, learn};
use crate::learn::screens::Screen;
use crate::learn::{Bundle, Item, Step, Texts, Village};
use crate::ui::lang;
use crate::ui::learn::{exercise, lesson, piece, words as shown};
use leptos::prelude::*;
use std::sync::Arc;

/// What all screens of a lesson are made of.
pub struct Lesson {
    /// The lesson.
    pub bundle: Arc<Bundle>,
    texts: Arc<Texts>,
    village: Arc<Village>,
    /// The items of the steps, and the seeds of their present tries.
    items: Vec<Option<(Arc<Item>, RwSignal<u64>)>>,
}

impl Lesson {
    /// The lesson on a village.
    pub fn new(bundle: Arc<Bundle>, village: Arc<Village>) -> Lesson {
        let item = |step: &Step| match step {
            Step::Question(item) | Step::Exercise(item) => {
                Some((Arc::new(item.clone()), RwSignal::new(exercise::first_seed())))
            }
            _ => None,
        };
        let items = bundle.lesson.steps.iter().map(item).collect();
        Lesson { texts: Arc::new(bundle.texts(lang()).clone()), items, village, bundle }
    }

    fn item(&self, step: usize) -> Option<(Arc<Item>, RwSignal<u64>)> {
        self.items.get(step).cloned().flatten()
    }

    /// What the screen is called.
    pub fn title(&self, screen: &Screen) -> String {
        match (screen, screen.step().and_then(|step| self.bundle.lesson.steps.get(step))) {
            (Screen::Answer { .. }, _) => words::answer(lang()).to_owned(),
            (_, Some(step)) => lesson::kind(step).to_owned(),
            _ => learn::lesson_number(lang(), self.bundle.lesson.order),
        }
    }

    /// The screen in plain words, followed: a try can be made anew.
    pub fn told(&self, screen: &Screen) -> Told {
        let text = match screen {
            Screen::Title => format!("{}\n\n{}", self.text("title"), self.text("lead")),
            Screen::Words { text, .. } => text.replace("**", ""),
            Screen::Piece { .. } => words::try_it(lang()).to_owned(),
            Screen::Ask { step } | Screen::Answer { step } => {
                self.item(*step).map_or(String::new(), |(item, tries)| {
                    let (asked, answer) = exercise::in_words(&item, &self.texts, Some(&self.village), tries.get());
                    if matches!(screen, Screen::Ask { .. }) { asked } else { answer }
                })
            }
        };
        Told { title: self.title(screen), text }
    }

    fn text(&self, key: &str) -> String {
        self.bundle.text(key, lang()).to_owned()
    }

    /// The screen.
    pub fn show(&self, screen: &Screen, stage: Stage) -> AnyView {
        let village = Some(self.village.clone());
        match screen {
            Screen::Title => {
                let begin = move |_| stage.go_to(1);
                view! {
                    <div class="hall-title stack">
                        <h2>{self.text("title")}</h2>
                        <p>{self.text("lead")}</p>
                        <p class="hall-twin">{self.village.twin.then(|| learn::twin_tag(lang()))}</p>
                        <div class="buttons"><button type="button" class="button" on:click=begin>{words::begin(lang())}</button></div>
                    </div>
                }
                .into_any()
            }
            Screen::Words { text, .. } => {
                view! { <h2 class="hall-kind">{self.title(screen)}</h2> {shown::text(text)} }.into_any()
            }
            Screen::Piece { step } => match self.bundle.lesson.steps.get(*step) {
                Some(Step::Piece(_, name, settings)) => piece::piece(name, settings, &self.village),
                _ => ().into_any(),
            },
            Screen::Ask { step } => {
                let asked = self
                    .item(*step)
                    .map(|(item, tries)| exercise::exercise_by(item, self.texts.clone(), village, tries));
                view! { <h2 class="hall-kind">{self.title(screen)}</h2> {asked} }.into_any()
            }
            Screen::Answer { step } => {
                let told = self.item(*step).map(|(item, tries)| {
                    let asked = view! { <div class="hall-asked">{exercise::asked_by(&item, &self.texts, village.clone(), tries)}</div> };
                    view! { {asked} {exercise::answer_by(item, self.texts.clone(), village, tries)} }
                });
                view! { <h2 class="hall-kind">{self.title(screen)}</h2> {told} }.into_any()
            }
        }
    }
}
