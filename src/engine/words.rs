//! Short descriptions of records in the user's language, shared by lists, forms and findings.

use crate::base::region::{Area, plain_number};
use crate::base::{CodeList, Date};
use crate::lang::Lang;
use crate::register::Person;

/// A place in words: `RT 3 / RW 1, Dusun Hilir`.
pub fn place(area: &Area, lang: Lang) -> String {
    let mut out = String::new();
    if !area.rt.is_empty() {
        out.push_str("RT ");
        out.push_str(&area.rt);
    }
    if !area.rw.is_empty() {
        out.push_str(if out.is_empty() { "RW " } else { " / RW " });
        out.push_str(&area.rw);
    }
    if !area.dusun.is_empty() {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str("Dusun ");
        out.push_str(&area.dusun);
    }
    if out.is_empty() { lang.pick("Alamat belum diisi", "No area yet").to_owned() } else { out }
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

/// The areas that the village profile lists: one a line, `dusun;rw;rt`.
pub fn listed_areas(text: &str) -> Vec<Area> {
    text.lines()
        .filter_map(|line| {
            let mut parts = line.split(';').map(str::trim);
            let dusun = parts.next()?.to_owned();
            let (rw, rt) = (plain_number(parts.next().unwrap_or("")), plain_number(parts.next().unwrap_or("")));
            let area = Area { dusun, rw, rt };
            (!area.is_whole_village()).then_some(area)
        })
        .collect()
}
