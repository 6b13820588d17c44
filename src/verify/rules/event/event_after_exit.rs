//! After death, or after moving out without return, nothing more happens here.
//! Source: domain.md §5.2, rule 56.

use crate::verify::rules::prelude::*;

/// `event-after-exit` · error · event
///
/// Universe: events of a person with another event that ends the stay.
/// Says: the person died before it, or moved out before it and did not come back in between.
pub const RULE: Rule = Rule {
    code: "event-after-exit",
    severity: Severity::Error,
    title: ("Peristiwa sesudah meninggal atau pindah", "Event after death or departure"),
    why: (
        "Orang ini sudah tercatat meninggal atau pindah lebih dulu. Mungkin tanggalnya tertukar, atau orangnya salah pilih.",
        "The person is already recorded as dead or gone before that. Perhaps the dates are swapped, or another person was meant.",
    ),
    fields: &[of_event(e::on), of_event(e::kind)],
    check: Check::Event(look),
};

fn look(event: &VitalEvent, home: &Home, out: &mut Out) {
    let Some(on) = event.on.get() else { return };
    let of_person =
        |other: &&&VitalEvent| other.person == event.person && other.id != event.id && event.person.is_known();
    let earlier = home.events.iter().filter(of_person).filter(|other| other.on.get().is_some_and(|date| date < on));
    let Some(last) = earlier.max_by_key(|other| (other.on.get(), other.id)) else { return };
    let back = event.kind.is(EventKind::MoveIn);
    let exit = match last.kind.get() {
        Some(EventKind::Death) => t::exit_dead,
        Some(EventKind::MoveOut) if !back => t::exit_moved,
        _ => return,
    };
    let Some(person) = event.person.get().and_then(|id| home.family.member(id)) else { return };
    out.about_with(event, e::on, &[(*last).into()], |lang| t::event_after_exit(lang, called(person, lang), exit(lang)));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn who_died_does_not_move() {
        check(
            &RULE,
            "L Rahmadi; mati 1 2026-01-01; pindah 1 2026-02-01",
            expect_test::expect![
                "peristiwa · tanggal_kejadian: Rahmadi sudah tercatat meninggal sebelum tanggal ini. Periksa urutannya."
            ],
        );
        silent(&RULE, "L Rahmadi; pindah 1 2026-01-01; datang 1 2026-02-01; mati 1 2026-03-01");
        silent(&RULE, "L Rahmadi; pindah 1 2026-01-01; L Budi; mati 2 2026-02-01");
    }
}
