//! Somebody who arrives is not already here.
//! Source: domain.md §5.2, rule 60.

use crate::verify::rules::prelude::*;

/// `move-in-already-active` · warning · cross-family
///
/// Universe: arrivals of active members.
/// Says: another family has an active member of the same NIK, or of a like name, the same sex and birth date, who was there before.
pub const RULE: Rule = Rule {
    code: "move-in-already-active",
    severity: Severity::Warning,
    title: ("Pendatang sudah ada di data", "Arrival already in the data"),
    why: (
        "Orang yang dicatat datang ternyata sudah ada di keluarga lain. Mungkin ia pindah antar-dusun; satu orang cukup satu catatan.",
        "Someone recorded as arriving is already in another family. Perhaps a move between hamlets; one person needs one record.",
    ),
    fields: &[
        of_person(p::nik),
        of_person(p::name),
        of_person(p::born),
        of_person(p::sex),
        of_event(e::kind),
        of_event(e::on),
    ],
    check: Check::Cross(look),
};

fn look(home: &Home, neighbours: &Neighbours, out: &mut Out) {
    let arrivals = home.events.iter().filter(|event| event.kind.is(EventKind::MoveIn));
    for (event, id) in arrivals.filter_map(|event| event.person.get().map(|id| (event, id))) {
        let Some(person) = home.members.iter().find(|member| member.id == id) else { continue };
        let nik = written_number(person.nik.text());
        let here = |other: &&Person| {
            (!nik.is_empty() && other.nik.text() == nik)
                || (person.sex.is_known() && person.sex == other.sex && same_name_and_birth(person, other, 0))
        };
        let earlier = |other: &&Person| other.entered.get().is_none_or(|on| event.on.get() >= Some(on));
        if let Some(other) = neighbours.of(person).filter(earlier).find(here) {
            out.about_with(*event, e::person, &[person.into(), other.into()], |lang| {
                t::move_in_already_active(lang, called(person, lang))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn an_arrival_who_lives_in_another_family() {
        check(
            &RULE,
            "P Aluh 1990-01-01; datang 1 2026-05-01 / P Aluh 1990-01-01",
            expect_test::expect![
                "peristiwa · id_penduduk: Aluh sudah ada di data desa. Mungkin pindah antar-dusun, bukan pendatang baru."
            ],
        );
        silent(&RULE, "P Aluh 1990-01-01; datang 1 2026-05-01 / P Aluh 1990-01-01 status_dasar=pindah");
    }
}
