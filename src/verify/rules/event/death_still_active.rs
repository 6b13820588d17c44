//! The dead are not counted as living here.
//! Source: domain.md §5.2, rule 59 and §4.3.

use crate::verify::rules::prelude::*;

/// `death-still-active` · error · event
///
/// Universe: deaths.
/// Says: the person is still an active member.
pub const RULE: Rule = Rule {
    code: "death-still-active",
    severity: Severity::Error,
    title: ("Meninggal, tetapi masih dihitung", "Dead, but still counted"),
    why: (
        "Kematian sudah dicatat, tetapi status dasarnya masih hidup. Ubah statusnya, atau hapus peristiwanya bila keliru.",
        "The death is recorded, but the life status still says alive. Change the status, or take the event out if it is wrong.",
    ),
    fields: &[of_event(e::kind), of_event(e::person), of_person(p::status)],
    check: Check::Event(look),
};

fn look(event: &VitalEvent, home: &Home, out: &mut Out) {
    let Some(person) = event.person.get().and_then(|id| home.family.member(id)) else { return };
    if event.kind.is(EventKind::Death) && person.is_active() {
        out.about_with(person, p::status, &[event.into()], |lang| t::death_still_active(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_death_without_change_of_status() {
        check(
            &RULE,
            "L Rahmadi; mati 1 2026-05-01",
            expect_test::expect![
                "Rahmadi · status_dasar: Rahmadi sudah tercatat meninggal tetapi masih dihitung sebagai penduduk. Perbarui statusnya."
            ],
        );
        silent(&RULE, "L Rahmadi status_dasar=mati; mati 1 2026-05-01");
    }
}
