//! A birth has a mother.
//! Source: domain.md §5.2, rule 57 and §4.2.

use crate::verify::rules::prelude::*;

/// `birth-event-without-mother` · warning · event
///
/// Universe: births.
/// Says: no mother is chosen, in the event or for the child, and no note says why.
pub const RULE: Rule = Rule {
    code: "birth-event-without-mother",
    severity: Severity::Warning,
    title: ("Kelahiran tanpa ibu", "Birth without mother"),
    why: (
        "Ibu diperlukan untuk menghitung kelahiran menurut umur ibu. Bila ibunya tidak tinggal di sini, tulis alasannya di catatan.",
        "The mother is needed to count births by her age. If she does not live here, write the reason in the note.",
    ),
    fields: &[of_event(e::mother), of_event(e::note), of_person(p::mother)],
    check: Check::Event(look),
};

fn look(event: &VitalEvent, home: &Home, out: &mut Out) {
    if !event.kind.is(EventKind::Birth) || !event.mother.is_missing() || !event.note.text().is_empty() {
        return;
    }
    let Some(child) = event.person.get().and_then(|id| home.family.member(id)) else { return };
    if child.mother.is_missing() {
        out.about_with(event, e::mother, &[child.into()], |lang| {
            t::birth_event_without_mother(lang, called(child, lang))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_newborn_without_mother_is_asked_about() {
        check(
            &RULE,
            "P Bayi; lahir 1 2026-10-01",
            expect_test::expect![
                "peristiwa · id_ibu: Ibu dari bayi Bayi belum dipilih. Pilih ibunya, atau catat alasannya."
            ],
        );
        silent(&RULE, "P Bayi; lahir 1 2026-10-01 catatan=dititipkan");
        silent(&RULE, "P Aluh; P Bayi ibu=1; lahir 2 2026-10-01");
    }
}
