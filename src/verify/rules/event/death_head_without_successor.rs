//! When the head dies or leaves, somebody becomes head.
//! Source: domain.md §5.2, rule 58 and §3.3.

use crate::verify::rules::prelude::*;

/// `death-head-without-successor` · warning · event
///
/// Universe: deaths and departures of heads.
/// Says: members stay, and none of them is head.
pub const RULE: Rule = Rule {
    code: "death-head-without-successor",
    severity: Severity::Warning,
    title: ("Kepala keluarga belum diganti", "No new head yet"),
    why: (
        "Setelah kepala keluarga meninggal atau pindah, anggota yang tinggal menentukan kepala baru. Nomor KK biasanya ikut berubah.",
        "After the head died or left, those who stay choose a new one. The family card number usually changes too.",
    ),
    fields: &[of_event(e::kind), of_event(e::person), of_person(p::relation)],
    check: Check::Event(look),
};

fn look(event: &VitalEvent, home: &Home, out: &mut Out) {
    let exit = match event.kind.get() {
        Some(EventKind::Death) => t::head_died,
        Some(EventKind::MoveOut) => t::head_moved,
        _ => return,
    };
    let Some(person) = event.person.get().and_then(|id| home.family.member(id)) else { return };
    let was_head = person.relation.is(Relation::Head) && !person.is_active();
    if was_head && !home.members.is_empty() && home.family.head().is_none() {
        out.about_with(event, e::person, &[person.into()], |lang| t::death_head_without_successor(lang, exit(lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_widow_is_not_yet_head() {
        check(
            &RULE,
            "L Rahmadi kepala status_dasar=mati; P Aluh istri; mati 1 2026-05-01",
            expect_test::expect![
                "peristiwa · id_penduduk: Kepala keluarga sudah meninggal. Tentukan kepala keluarga baru; nomor KK biasanya ikut berubah."
            ],
        );
        silent(&RULE, "L Rahmadi kepala status_dasar=mati; P Aluh kepala; mati 1 2026-05-01");
        silent(&RULE, "L Rahmadi kepala status_dasar=mati; mati 1 2026-05-01");
    }
}
