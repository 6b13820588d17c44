//! Nothing happens to a person before birth.
//! Source: domain.md §5.2, rule 55.

use crate::verify::rules::prelude::*;

/// `event-before-birth` · error · event
///
/// Universe: events of a person whose birth date is known, both dates whole.
/// Says: the event lies before the birth.
pub const RULE: Rule = Rule {
    code: "event-before-birth",
    severity: Severity::Error,
    title: ("Peristiwa sebelum lahir", "Event before birth"),
    why: (
        "Tanggal kejadian atau tanggal lahir keliru. Periksa keduanya.",
        "The date of the event or the birth date is wrong. Check both.",
    ),
    fields: &[of_event(e::on), of_person(p::born)],
    check: Check::Event(look),
};

fn look(event: &VitalEvent, home: &Home, out: &mut Out) {
    let Some(person) = event.person.get().and_then(|id| home.family.member(id)) else { return };
    let (Some(on), Some(born)) = (event.on.get(), person.born.get()) else { return };
    if on.is_full() && born.is_full() && on < born {
        out.about_with(event, e::on, &[person.into()], |lang| t::event_before_birth(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_death_before_birth_is_told() {
        check(
            &RULE,
            "L Rahmadi 1990-01-01 status_dasar=mati; mati 1 1989-05-01",
            expect_test::expect![
                "peristiwa · tanggal_kejadian: Tanggal kejadian lebih awal daripada tanggal lahir Rahmadi. Periksa keduanya."
            ],
        );
        silent(&RULE, "L Rahmadi 1990-01-01; mati 1 1990-01-01; mati 1 1989");
    }
}
