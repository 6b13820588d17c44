//! Small villages and their parts: what the tables of one document give away when each is guarded alone, and that as a set
//! they do not.

use super::*;
use crate::analyse::{Columns, Scope, counts};
use crate::lang::Lang;
use crate::present::Note;
use crate::present::document::Source;
use crate::register::Register;

/// Small figures without a witness: each table guarded alone, and all as a set.
pub(crate) fn bare(columns: &Columns, register: &Register, scope: &Scope) -> (usize, usize) {
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
