//! Events have happened.
//! Source: domain.md §5.2, rule 54.

use crate::verify::rules::prelude::*;

/// `event-date-future` · error · event
///
/// Universe: events with a date.
/// Says: it lies after today.
pub const RULE: Rule = Rule {
    code: "event-date-future",
    severity: Severity::Error,
    title: ("Tanggal kejadian belum terjadi", "Event in the future"),
    why: ("Biasanya tahunnya salah ketik.", "Usually the year was mistyped."),
    fields: &[of_event(e::on)],
    check: Check::Event(look),
};

fn look(event: &VitalEvent, home: &Home, out: &mut Out) {
    if event.on.get().is_some_and(|on| on > home.frame.today) {
        out.about(event, e::on, |lang| t::event_date_future(lang).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn next_year_is_the_future() {
        check(
            &RULE,
            "L Rahmadi; mati 1 2027-05-01",
            expect_test::expect!["peristiwa · tanggal_kejadian: Tanggal kejadian belum terjadi. Periksa lagi."],
        );
        silent(&RULE, "L Rahmadi; mati 1 2026-11-24");
    }
}
