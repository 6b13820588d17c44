//! A lesson cut into screens for a hall: one idea each. A text gives a screen a paragraph, an exercise one to answer and one
//! with the answer, so that nothing is given away before the hall has thought.

use super::{Lesson, Step, Texts};

/// Characters that are read from the back of a hall without haste; more become two screens.
const MOST: usize = 340;

/// A screen. `step` is the place of its step in the lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The title and what the lesson is about.
    Title,
    /// A part of a text.
    Words {
        /// The step.
        step: usize,
        /// What is read.
        text: String,
    },
    /// Something to touch.
    Piece {
        /// The step.
        step: usize,
    },
    /// A question or exercise, to be answered.
    Ask {
        /// The step.
        step: usize,
    },
    /// Its answer with the explanation.
    Answer {
        /// The step.
        step: usize,
    },
}

impl Screen {
    /// The step that it belongs to.
    pub fn step(&self) -> Option<usize> {
        match self {
            Screen::Title => None,
            Screen::Words { step, .. } | Screen::Piece { step } | Screen::Ask { step } | Screen::Answer { step } => {
                Some(*step)
            }
        }
    }
}

/// The screens of a lesson in one language.
pub fn screens(lesson: &Lesson, texts: &Texts) -> Vec<Screen> {
    let mut all = vec![Screen::Title];
    for (step, what) in lesson.steps.iter().enumerate() {
        match what {
            Step::Story(key) | Step::Text(key) | Step::Summary(key) | Step::Piece(key, ..) => {
                let words = texts.get(key).map_or("", String::as_str);
                all.extend(parts(words).into_iter().map(|text| Screen::Words { step, text }));
                if matches!(what, Step::Piece(..)) {
                    all.push(Screen::Piece { step });
                }
            }
            Step::Question(_) | Step::Exercise(_) => all.extend([Screen::Ask { step }, Screen::Answer { step }]),
        }
    }
    all
}

/// A text in parts of at most about [`MOST`] characters: paragraphs, long ones cut between sentences, lists between items. A
/// line that leads to what follows stays with it.
pub fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for block in text.split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
        let is_list = block.lines().any(|line| line.starts_with("- "));
        let (units, between) = if is_list { (block.lines().collect(), "\n") } else { (sentences(block), " ") };
        for part in packed(&units, between) {
            match parts.last_mut() {
                Some(last) if last.ends_with(':') && last.chars().count() + part.chars().count() <= MOST + MOST / 3 => {
                    last.push_str("\n\n");
                    last.push_str(&part);
                }
                _ => parts.push(part),
            }
        }
    }
    parts
}

/// Units put together to parts of about equal length, none much longer than [`MOST`].
fn packed(units: &[&str], between: &str) -> Vec<String> {
    let long = |text: &str| text.chars().count();
    let n = units.iter().map(|unit| long(unit) + 1).sum::<usize>().div_ceil(MOST).max(1);
    let share = units.iter().map(|unit| long(unit) + 1).sum::<usize>().div_ceil(n);
    let mut parts: Vec<String> = Vec::new();
    for unit in units {
        match parts.last_mut() {
            Some(last) if long(last) + long(unit) / 2 < share => {
                last.push_str(between);
                last.push_str(unit);
            }
            _ => parts.push((*unit).to_owned()),
        }
    }
    parts
}

/// Sentences of a paragraph; none ends within bold words.
pub fn sentences(block: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in block.char_indices() {
        let rest = &block[at + c.len_utf8()..];
        let ends = matches!(c, '.' | '?' | '!') || (c == '"' && block[..at].ends_with(['.', '?', '!']));
        let next = rest.strip_prefix(' ').and_then(|rest| rest.chars().find(|c| c.is_alphanumeric()));
        if ends && next.is_some_and(char::is_uppercase) && block[start..at].matches("**").count().is_multiple_of(2) {
            found.push(&block[start..at + c.len_utf8()]);
            start = at + c.len_utf8() + 1;
        }
    }
    found.push(&block[start..]);
    found
}

#[test]
fn a_paragraph_is_a_screen_and_a_leading_line_stays_with_its_list() {
    assert_eq!(parts("Satu.\n\nDua."), ["Satu.", "Dua."]);
    assert_eq!(parts("Caranya:\n\n- satu\n- dua"), ["Caranya:\n\n- satu\n- dua"]);
}

#[test]
fn a_long_paragraph_is_cut_between_sentences_and_a_long_list_between_items() {
    let sentence = format!("Kalimat **tebal. Masih tebal** {}.", "kata ".repeat(30).trim());
    let text = [sentence.as_str(); 3].join(" ");
    let cut = parts(&text);
    assert_eq!(cut.len(), 2);
    assert_eq!(cut.join(" "), text);
    assert!(cut.iter().all(|part| part.matches("**").count() % 2 == 0));
    let list = vec![format!("- {}", "kata ".repeat(25).trim()); 5].join("\n");
    let cut = parts(&list);
    assert!(cut.len() == 2 && cut.iter().all(|part| part.starts_with("- ")));
    assert_eq!(cut.join("\n"), list);
}

#[test]
fn every_lesson_of_the_site_keeps_all_its_words_and_has_no_overlong_screen() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/lessons");
    let (mut n, mut longest) = (0, 0);
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let read = |name: &str| std::fs::read_to_string(entry.path().join(name)).ok();
        let (Some(lesson), Some(id), Some(en)) = (read("lesson.json"), read("id.json"), read("en.json")) else {
            continue;
        };
        let (bundle, problems) = super::Bundle::read(&lesson, &id, &en);
        assert!(problems.is_empty());
        for texts in [&bundle.id, &bundle.en] {
            let all = screens(&bundle.lesson, texts);
            let items = bundle.lesson.items().count();
            assert_eq!(all.iter().filter(|screen| matches!(screen, Screen::Ask { .. })).count(), items);
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let mut shown = String::new();
            for screen in &all {
                if let Screen::Words { text, .. } = screen {
                    longest = longest.max(text.chars().count());
                    shown += &letters(text);
                }
            }
            let mut wanted = String::new();
            for step in &bundle.lesson.steps {
                if let Step::Story(key) | Step::Text(key) | Step::Summary(key) | Step::Piece(key, ..) = step {
                    wanted += &letters(&texts[key]);
                }
            }
            assert_eq!(shown, wanted, "{}", bundle.lesson.id);
            n += 1;
        }
    }
    assert!(n >= 28, "{n} lessons in a language");
    assert!(longest <= 480, "a screen of {longest} characters");
}
