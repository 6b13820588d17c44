//! Cells as codes: a meaning that a person gave, a number of the chosen system, or a label as it is written.

use super::columns::PK_EDUCATION;
use super::mapping::Mapping;
use crate::base::codes::{Attending, Completed, Edition, List, Relation, YesNo, pk21_education};
use crate::base::{CodeList, Value};
use crate::register::{FieldInfo, person_field};

/// How a cell of a code column was read; remembered for equal cells.
#[derive(Clone, Debug, PartialEq)]
pub enum CodeRead {
    /// Fields and their values.
    Values(Vec<(u16, Value)>),
    /// No list knows it.
    Unmapped,
    /// Digits of a yes or no, whose meaning no source tells: asked once for the column, not in each row.
    UnmappedDigits,
    /// A number, and the system of numbers is not chosen.
    EditionUnset,
}

/// Reads a code: a meaning that a person gave, a number of the chosen system, or a label.
pub fn code(mapping: &Mapping, list: &'static List, field: &FieldInfo, typed: &str) -> CodeRead {
    let found = |number: u8| CodeRead::Values(vec![(field.tag, Value::Code(number))]);
    if let Some(value) = mapping.pair(field.key, typed) {
        return CodeRead::Values(vec![(field.tag, value.clone())]);
    }
    let is_yes_no = list.name == YesNo::LIST.name;
    if let Ok(number) = typed.trim().parse::<u16>() {
        let Some(edition) = mapping.edition else {
            let numbered = |row: &crate::base::codes::Row| {
                !(row.pk21.is_empty() && row.opensid.is_empty() && row.regsosek.is_empty())
            };
            return match list.rows.iter().any(numbered) {
                _ if is_yes_no => CodeRead::UnmappedDigits,
                true => CodeRead::EditionUnset,
                false => CodeRead::Unmapped,
            };
        };
        let is_education = field.key == "pendidikan_ditamatkan" || field.key == "sedang_sekolah";
        if edition == Edition::Pk21 && is_education {
            return u8::try_from(number).ok().and_then(education).unwrap_or(CodeRead::Unmapped);
        }
        let row = u8::try_from(number).ok().and_then(|number| list.by_edition(edition, number));
        let spouse = (edition, number, field.key) == (Edition::Regsosek, 2, "hubungan");
        return match row {
            Some(row) => found(row.number),
            None if spouse => found(Relation::Wife.number()),
            None if is_yes_no => CodeRead::UnmappedDigits,
            None => CodeRead::Unmapped,
        };
    }
    let unnumbered = typed.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | ' ' | '='));
    if let Some(row) = list.by_text(typed).or_else(|| list.by_text(unnumbered)) {
        return found(row.number);
    }
    if is_yes_no && ["v", "√", "✓", "✔", "sudah"].contains(&typed.trim().to_lowercase().as_str()) {
        return found(YesNo::Yes.number());
    }
    let is_completed = field.tag == person_field::completed && list.name == Completed::LIST.name;
    let attending = Attending::LIST.by_text(typed).filter(|_| is_completed);
    attending.and_then(|row| row.pk21.first()).and_then(|number| education(*number)).unwrap_or(CodeRead::Unmapped)
}

/// PK21's question on education, by number or label.
pub fn pk_education(mapping: &Mapping, typed: &str) -> CodeRead {
    if let Ok(number) = typed.trim().parse::<u8>() {
        return education(number).unwrap_or(CodeRead::Unmapped);
    }
    if let Some(value) = mapping.pair(PK_EDUCATION, typed) {
        return CodeRead::Values(vec![(person_field::completed, value.clone())]);
    }
    let masih = Attending::LIST.by_text(typed).filter(|_| typed.to_lowercase().contains("masih"));
    let row = masih.or_else(|| Completed::LIST.by_text(typed));
    row.and_then(|row| row.pk21.first()).and_then(|number| education(*number)).unwrap_or(CodeRead::Unmapped)
}

fn education(pk21: u8) -> Option<CodeRead> {
    let (attending, completed) = pk21_education(pk21)?;
    let attending = attending.map(|code| (person_field::attending, Value::Code(code.number())));
    let completed = completed.map(|code| (person_field::completed, Value::Code(code.number())));
    Some(CodeRead::Values(attending.into_iter().chain(completed).collect()))
}
