//! After the head died or left, the family card is issued anew, with a new number. The number itself holds the day of its registration.
//! Source: domain.md §5.2, rule 16 and §3.3.

use crate::verify::rules::prelude::*;

/// `kk-unchanged-after-event` · info · family
///
/// Universe: families with active members and a well-formed No. KK whose head died or moved away by an event.
/// Says: the number was registered before that event.
pub const RULE: Rule = Rule {
    code: "kk-unchanged-after-event",
    severity: Severity::Info,
    title: ("KK baru mungkin sudah terbit", "A new family card may have been issued"),
    why: (
        "Nomor KK berganti bila kepala keluarga meninggal, pindah, atau keluarga berpisah. Tanggal di dalam nomornya masih lebih lama daripada peristiwa itu.",
        "The number changes when the head dies, moves, or the family splits. The date in the number is still older than that event.",
    ),
    fields: &[of_family(f::kk), of_event(e::kind), of_event(e::on)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let Some(registered) = registered_on(home.family.kk.text(), home.frame.today) else { return };
    if home.members.is_empty() {
        return;
    }
    let of_head = |event: &&&VitalEvent| {
        let person = event.person.get().and_then(|id| home.family.member(id));
        person.is_some_and(|person| person.relation.is(Relation::Head) && !person.is_active())
            && matches!(event.kind.get(), Some(EventKind::Death | EventKind::MoveOut))
            && event.on.get().is_some_and(|on| on.reckoned() > registered)
    };
    if let Some(event) = home.events.iter().find(of_head) {
        out.about_with(home.family, f::kk, &[(*event).into()], |lang| {
            t::kk_unchanged_after_event(lang, home.head_name(lang))
        });
    }
}

/// The day of registration in a No. KK: the latest century that is not in the future.
fn registered_on(kk: &str, today: Date) -> Option<Date> {
    crate::base::nik::check_kk(kk).ok()?;
    let two = |from: usize| kk.get(from..from + 2).and_then(|digits| digits.parse::<u8>().ok());
    let (day, month, year) = (two(6)?, two(8)?, two(10)?);
    let date = |century: i16| Date::new(century + i16::from(year), month, day);
    date(2000).filter(|date| *date <= today).or_else(|| date(1900))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn the_head_died_and_the_number_is_older() {
        check(
            &RULE,
            "keluarga no_kk=6304150101200001; L Rahmadi kepala status_dasar=mati; P Aluh kepala; mati 1 2026-05-01",
            expect_test::expect![
                "keluarga · no_kk: Keluarga Aluh sudah berubah. Tanyakan apakah KK barunya sudah terbit."
            ],
        );
        silent(
            &RULE,
            "keluarga no_kk=6304150106260001; L Rahmadi kepala status_dasar=mati; P Aluh kepala; mati 1 2026-05-01",
        );
        silent(
            &RULE,
            "keluarga no_kk=6304150101200001; L Rahmadi anak status_dasar=mati; P Aluh kepala; mati 1 2026-05-01",
        );
    }
}
