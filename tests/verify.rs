//! Verification as the page sees it: counts, lists, decisions and what stands in the way of "verified".

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use rumah_dataku::base::codes::*;
use rumah_dataku::base::region::Area;
use rumah_dataku::base::{CodeList, Date, Id, Value};
use rumah_dataku::engine::protocol::*;
use rumah_dataku::engine::{Engine, EngineError};
use rumah_dataku::lang::Lang;
use rumah_dataku::register::command::CommandError;
use rumah_dataku::register::{Actor, RecordKind, RecordRef, Role, family_field as f, person_field as p, profile_field};
use rumah_dataku::store::memory::{MemoryPorts, run};

/// 24 November 2026, 02:00 UTC.
const NOW_MS: u64 = 1_795_485_600_000;
const DAY_MS: u64 = 86_400_000;

struct House(Engine<MemoryPorts>);

impl House {
    fn new() -> House {
        let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
        run(engine.ask(Open { lang: Lang::Id })).unwrap();
        let actor = Actor { name: "Bu Contoh".into(), role: Role::Kader };
        run(engine.ask(SetActor { actor })).unwrap();
        let fields = vec![
            (profile_field::code, text("63.04.15.2001")),
            (profile_field::village, text("Desa Contoh")),
            (profile_field::resident_months, Value::Number(6)),
        ];
        run(engine.ask(SetProfile { fields })).unwrap();
        House(engine)
    }

    /// A family of one man about whom nothing has to be asked.
    fn family(&mut self, name: &str, nik: &str, rt: &str) -> FamilyView {
        let person = vec![
            (p::name, text(name)),
            (p::nik, text(nik)),
            (p::born, Value::Date(Date::parse_iso("1990-01-01").unwrap())),
            (p::sex, Value::Code(Sex::Male.number())),
            (p::relation, Value::Code(Relation::Head.number())),
            (p::marital, Value::Code(Marital::Never.number())),
        ];
        let family = vec![(f::rt, text(rt)), (f::kk_reason, Value::Code(KkReason::NotYet.number()))];
        run(self.0.ask(AddFamily { family, person: Some(person) })).unwrap()
    }

    fn edit(&mut self, id: Id, field: u16, value: Value) -> FamilyView {
        run(self.0.ask(Edit { record: RecordRef { kind: RecordKind::Person, id }, field, value })).unwrap()
    }

    fn list(&mut self, filter: FindingFilter) -> Vec<FindingView> {
        run(self.0.ask(ListFindings { filter, from: 0, limit: 1000 })).unwrap().rows
    }

    /// Rule codes of the open findings of families.
    fn open(&mut self) -> Vec<String> {
        let filter = FindingFilter { accepted: Some(false), ..FindingFilter::default() };
        let of_families = self.list(filter).into_iter().filter(|row| row.family.is_some());
        of_families.map(|row| row.rule).collect()
    }

    fn set_state(&mut self, family: Id, state: FamilyState) -> Result<FamilyView, EngineError> {
        run(self.0.ask(SetState { family, state: state.number() }))
    }

    fn decide(&mut self, row: &FindingView, reason: &str) -> Result<Done, EngineError> {
        let (family, fingerprint) = (row.family, row.fingerprint.clone());
        run(self.0.ask(Decide { family, fingerprint, reason: reason.into() }))
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn of_rule(rule: &str) -> FindingFilter {
    FindingFilter { rule: rule.into(), ..FindingFilter::default() }
}

#[test]
fn a_finding_leads_to_the_very_field_and_goes_when_it_is_mended() {
    let mut house = House::new();
    let family = house.family("Rahmadi", "6304150101900001", "3");
    assert_eq!(family.findings, []);
    let head = family.members[0].id;
    let view = house.edit(head, p::born, Value::Date(Date::parse_iso("1990-01-02").unwrap()));
    let row = &view.findings[0];
    assert_eq!((row.rule.as_str(), row.severity), ("nik-date-mismatch", Severity::Warning), "never a refusal");
    assert_eq!((row.subject.id, row.field, row.field_key.as_str()), (head, p::born, "tanggal_lahir"));
    assert_eq!((row.section.as_str(), row.who.as_str(), row.place.as_str()), ("identitas", "Rahmadi", "RT 3"));
    assert!(row.message.contains("2 Januari 1990") && row.message.contains("1 Januari 1990"), "{}", row.message);
    let view = house.edit(head, p::born, Value::Date(Date::parse_iso("1990-01-01").unwrap()));
    assert_eq!(view.findings, []);
}

#[test]
fn a_decision_holds_until_the_data_change() {
    let mut house = House::new();
    let family = house.family("Rahmadi", "6371010101900001", "3");
    let head = family.members[0].id;
    let row = house.list(of_rule("nik-region-mismatch")).remove(0);
    assert_eq!(house.decide(&row, "  "), Err(EngineError::Refused(CommandError::ReasonMissing)));
    house.decide(&row, "Sesuai KTP").unwrap();
    assert!(house.open().is_empty());
    let accepted = house.list(of_rule("nik-region-mismatch")).remove(0).decision.unwrap();
    assert_eq!((accepted.reason.as_str(), accepted.by.as_str()), ("Sesuai KTP", "Bu Contoh"));
    house.edit(head, p::name, text("Rahmad"));
    assert!(house.open().is_empty(), "the name is not what the rule complains of");
    house.edit(head, p::nik, text("6371010101900002"));
    assert_eq!(house.open(), ["nik-region-mismatch"]);
    house.edit(head, p::nik, text("6371010101900001"));
    assert!(house.open().is_empty());
    run(house.0.ask(UndoDecision { decision: accepted.id })).unwrap();
    assert_eq!(house.open(), ["nik-region-mismatch"]);
    let act = run(house.0.ask(RecentActs { limit: 1, record: None })).unwrap().remove(0);
    run(house.0.ask(Undo { act: act.id })).unwrap();
    assert!(house.open().is_empty());
}

#[test]
fn what_two_families_share_is_told_in_both_and_decided_once() {
    let mut house = House::new();
    house.family("Rahmadi", "6304150101900001", "3");
    let other = house.family("Budi", "6304150101900001", "4");
    assert_eq!(house.open(), ["nik-duplicate", "nik-duplicate"]);
    let rows = house.list(of_rule("nik-duplicate"));
    assert_eq!(rows[0].fingerprint, rows[1].fingerprint);
    house.decide(&rows[1], "Keduanya sesuai KTP, sudah dilaporkan").unwrap();
    assert!(house.open().is_empty());
    house.edit(other.members[0].id, p::nik, text("6304150101900002"));
    assert!(house.list(of_rule("nik-duplicate")).is_empty());
}

#[test]
fn open_errors_stand_in_the_way_of_verified() {
    let mut house = House::new();
    let family = house.family("Rahmadi", "6304150101900001", "3");
    let head = family.members[0].id;
    house.edit(head, p::first_marriage_age, Value::Number(20));
    assert_eq!(house.open(), ["first-marriage-age-unexpected"]);
    let refused = Err(EngineError::Refused(CommandError::OpenErrors));
    assert_eq!(house.set_state(family.id, FamilyState::Verified), refused);
    assert!(house.set_state(family.id, FamilyState::Complete).is_ok(), "complete needs the core fields alone");
    let row = house.list(of_rule("first-marriage-age-unexpected")).remove(0);
    house.decide(&row, "Sesuai dokumen").unwrap();
    let view = house.set_state(family.id, FamilyState::Verified).unwrap();
    assert_eq!(view.state, FamilyState::Verified.number());
    let decision = view.findings[0].decision.clone().unwrap();
    run(house.0.ask(UndoDecision { decision: decision.id })).unwrap();
    let view = run(house.0.ask(OpenFamily { id: family.id })).unwrap();
    assert_eq!(view.state, FamilyState::Complete.number(), "an error is open again");
}

#[test]
fn complete_needs_the_core_fields() {
    let mut house = House::new();
    let family = house.family("Rahmadi", "6304150101900001", "3");
    let view = house.edit(family.members[0].id, p::sex, Value::Missing);
    assert_eq!(view.findings[0].rule, "required-field-missing");
    let refused = Err(EngineError::Refused(CommandError::RequiredMissing));
    assert_eq!(house.set_state(family.id, FamilyState::Complete), refused);
    house.edit(family.members[0].id, p::sex, Value::Code(Sex::Male.number()));
    assert!(house.set_state(family.id, FamilyState::Complete).is_ok());
}

#[test]
fn many_newcomers_are_accepted_at_once() {
    let mut house = House::new();
    for (n, name) in (1..).zip(["Rahmadi", "Budi", "Zainal", "Hasan", "Yusuf"]) {
        house.family(name, &format!("637101010190000{n}"), if n < 4 { "1" } else { "2" });
    }
    let in_rt = |rt: &str| Area { rt: rt.into(), ..Area::default() };
    let reason = "Pendatang, sesuai KTP".to_string();
    let filter = FindingFilter { area: in_rt("1"), ..of_rule("nik-region-mismatch") };
    let first = house.list(filter.clone()).remove(0).fingerprint;
    let ask = DecideMany { filter: filter.clone(), fingerprints: vec![first], reason: reason.clone() };
    assert_eq!(run(house.0.ask(ask)).unwrap().n, 1);
    let ask = DecideMany { filter, fingerprints: vec![], reason: reason.clone() };
    let done = run(house.0.ask(ask.clone())).unwrap();
    assert_eq!(done.n, 2);
    assert_eq!(house.open().len(), 2);
    assert_eq!(run(house.0.ask(ask)).unwrap(), Decided::default(), "nothing is left to accept");
    run(house.0.ask(Undo { act: done.act.unwrap() })).unwrap();
    assert_eq!(house.open().len(), 4);
    let other = DecideMany { filter: of_rule("nik-format"), fingerprints: vec![], reason };
    assert_eq!(run(house.0.ask(other)), Err(EngineError::Refused(CommandError::WrongKind)));
}

#[test]
fn counts_and_lists_agree_in_the_sample_village() {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::En })).unwrap();
    run(engine.ask(MakeSample { families: Some(300), seed: None })).unwrap();
    let mut house = House(engine);
    let overview = run(house.0.ask(FindingsSummary { filter: FindingFilter::default() })).unwrap();
    assert_eq!(overview.n_families, 300);
    assert!(overview.counts.errors > 10 && overview.counts.warnings > 10, "{:?}", overview.counts);
    assert!(overview.n_without_errors < 300 && overview.n_without_errors > 200);
    let all = house.list(FindingFilter::default());
    let total = |counts: &FindingCounts| counts.errors + counts.warnings + counts.infos + counts.accepted;
    assert_eq!(total(&overview.counts) as usize, all.len());
    assert_eq!(overview.states.iter().map(|(_, _, n)| n).sum::<u32>(), 300);
    for rule in &overview.rules {
        assert_eq!(house.list(of_rule(&rule.code)).len() as u32, rule.open + rule.accepted, "{}", rule.code);
    }
    for area in &overview.areas {
        let filter = FindingFilter { area: area.area.clone(), ..FindingFilter::default() };
        assert_eq!(house.list(filter).len() as u32, total(&area.counts), "{}", area.label);
    }
    for kader in &overview.kaders {
        let filter = FindingFilter { kader: Some(kader.name.clone()), ..FindingFilter::default() };
        assert_eq!(house.list(filter).len() as u32, total(&kader.counts), "{}", kader.name);
    }
    let errors = FindingFilter { severity: Some(Severity::Error), ..FindingFilter::default() };
    assert_eq!(house.list(errors).len() as u32, overview.counts.errors);
    for row in &all {
        assert!(!row.message.is_empty() && !row.who.is_empty(), "{row:?}");
    }
    let page = run(house.0.ask(ListFindings { filter: FindingFilter::default(), from: 3, limit: 2 })).unwrap();
    assert_eq!((page.total as usize, page.rows.as_slice()), (all.len(), &all[3..5]));
}

#[test]
fn a_new_day_is_looked_at_anew_and_nothing_else_is_lost() {
    let mut house = House::new();
    let family = house.family("Rahmadi", "6304150101900001", "3");
    let visited = RecordRef { kind: RecordKind::Family, id: family.id };
    let value = Value::Date(Date::parse_iso("2025-11-25").unwrap());
    run(house.0.ask(Edit { record: visited, field: f::visited, value })).unwrap();
    assert!(house.open().is_empty());
    house.0.ports().now_ms.set(NOW_MS + DAY_MS);
    assert_eq!(house.open(), ["family-update-overdue"]);
}

#[test]
fn rules_tell_what_they_weigh() {
    let mut house = House::new();
    let rules = run(house.0.ask(ListRules)).unwrap();
    assert!(rules.len() >= 60);
    let region = rules.iter().find(|rule| rule.code == "nik-region-mismatch").unwrap();
    assert_eq!((region.fields.as_slice(), region.many_at_once), (&["NIK".to_string()][..], true));
}
