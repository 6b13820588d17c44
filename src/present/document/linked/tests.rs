//! Small villages and their parts: what the tables of one document give away when each is guarded alone, and that as a set
//! they do not.

use super::*;
use crate::analyse::{Columns, Scope, counts};
use crate::base::Date;
use crate::base::region::Area;
use crate::lang::Lang;
use crate::present::Note;
use crate::present::document::Source;
use crate::register::Register;

/// Small figures without a witness, before and after.
fn bare(columns: &Columns, register: &Register, scope: &Scope) -> (usize, usize) {
    let counts = counts::count(columns, scope, None);
    let source = Source {
        counts: &counts,
        columns,
        scope,
        profile: &register.profile,
        lang: Lang::Id,
        public: true,
        note: Note::default(),
        place: String::new(),
        facilities: Vec::new(),
        facilities_year: None,
    };
    let mut facts = Facts::alone(&source);
    let given_away = |facts: &Facts| {
        let Set { linked, mut hidden, .. } = Set::of(facts, &counts);
        linked.unsaid(&mut hidden);
        linked.bare(&hidden, &linked.small(HIDE_BELOW), HIDE_BELOW).len()
    };
    let before = given_away(&facts);
    let shown = |facts: &Facts| {
        facts.tables.iter().map(|table| table.rows().filter(|(_, n)| n.is_some()).count()).sum::<usize>()
    };
    let shown_before = shown(&facts);
    guard(&mut facts, &counts);
    assert!(shown(&facts) * 10 >= shown_before * 7, "{} of {shown_before} rows are left", shown(&facts));
    (before, given_away(&facts))
}

#[test]
fn small_villages_and_their_parts_give_nothing_away() {
    let at = Date::parse_iso("2026-11-24").unwrap();
    let (mut before, mut after) = (0, 0);
    for (families, seed) in [(12, 1), (40, 3), (60, 2), (100, 5), (150, 8)] {
        let village = crate::sample::village(families, seed, at);
        let register = Register::from_parts(village.profile, village.families, village.events, vec![], vec![], vec![]);
        let columns = Columns::build(&register);
        for area in columns.areas().iter().cloned().chain([Area::default()]) {
            let (alone, together) = bare(&columns, &register, &Scope { at, area });
            before += alone;
            after += together;
        }
    }
    assert!(before > 0, "the attacker is real");
    assert_eq!(after, 0);
}
