//! Short descriptions of records in the user's language, shared by lists, forms and findings.

use crate::base::region::Area;
use crate::base::{CodeList, Date};
use crate::lang::Lang;
use crate::register::Person;

/// A place in words: `RT 3 / RW 1, Dusun Hilir`.
pub fn place(area: &Area, lang: Lang) -> String {
    crate::lang::place::place(lang, area)
}

/// A line about a person: relation, sex, age.
pub fn person_line(person: &Person, today: Date, lang: Lang) -> String {
    let relation = person.relation.get().map(|code| code.label(lang));
    let sex = person.sex.get().map(|code| code.label(lang).to_lowercase());
    let age = person.age_years(today).map(|age| format!("{age} {}", lang.pick("tahun", "years")));
    let gone = (!person.is_active()).then(|| person.status.get().map_or("", |code| code.label(lang)).to_lowercase());
    let parts = [relation.map(str::to_owned), sex, age, gone];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
