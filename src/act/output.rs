//! What leaves by name: which list, for what purpose, on which ground, in which form. It is kept before the list is given;
//! who did it and when stands in the log of acts.

use crate::lang::{Lang, output as words};
use crate::register::Role;
use serde::{Deserialize, Serialize};

/// The kind of paper that keeps it.
pub const PAPER: &str = "keluaran";
/// A purpose is a sentence: no shorter, no longer, characters.
const PURPOSE: std::ops::RangeInclusive<usize> = 10..=300;

/// Grounds of handing on personal data (UU 27/2022 ps 20(2)).
pub const GROUNDS: &[(&str, fn(Lang) -> &'static str)] = &[
    ("tugas_publik", words::ground_task),
    ("persetujuan", words::ground_consent),
    ("kewajiban_hukum", words::ground_law),
    ("kepentingan_vital", words::ground_vital),
];

/// Forms in which a list leaves.
pub const FORMS: &[(&str, fn(Lang) -> &'static str)] =
    &[("cetak", words::form_print), ("csv", words::form_csv), ("xlsx", words::form_xlsx)];

/// A list that leaves by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// Key of the list.
    pub list: String,
    /// Why it is needed.
    pub purpose: String,
    /// Key of the ground.
    pub ground: String,
    /// Key of the form.
    pub form: String,
    /// Rows.
    pub rows: u32,
}

/// Lists leave by name through the village's operator and its leader; a kader sees them on the screen alone, and a trainer
/// has no business with names.
pub fn may_leave(role: Role) -> bool {
    matches!(role, Role::Operator | Role::Leader)
}

/// What is missing, in sentences.
pub fn check(output: &Output, lang: Lang) -> Vec<String> {
    let known =
        |choices: &[(&str, fn(Lang) -> &'static str)], key: &str| choices.iter().any(|(known, _)| *known == key);
    let mut wrong = Vec::new();
    if !PURPOSE.contains(&output.purpose.trim().chars().count()) {
        wrong.push(words::say_purpose(lang, PURPOSE.start(), PURPOSE.end()));
    }
    if !known(GROUNDS, &output.ground) {
        wrong.push(words::choose_ground(lang).to_owned());
    }
    if !known(FORMS, &output.form) {
        wrong.push(words::choose_form(lang).to_owned());
    }
    wrong
}
