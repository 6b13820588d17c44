//! The guided tour: what is believed to be done is what stands in the register, and the sandbox is made anew without
//! touching a real village.

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code)] // more than this file needs
mod house;

use house::{House, NOW_MS};
use rumah_dataku::base::codes::*;
use rumah_dataku::base::{CodeList, Date, Id, Value};
use rumah_dataku::engine::ports::StoreError;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::engine::{Engine, EngineError};
use rumah_dataku::lang::Lang;
use rumah_dataku::register::command::{CommandError, EventReport, Happening};
use rumah_dataku::register::{Role, profile_field};
use rumah_dataku::store::memory::{MemoryPorts, run};

fn house() -> Engine<MemoryPorts> {
    House::of(Role::Operator).0
}

fn sample() -> Engine<MemoryPorts> {
    let mut engine = house();
    run(engine.ask(MakeSample { families: None, seed: None })).unwrap();
    engine
}

fn watch(engine: &mut Engine<MemoryPorts>) -> TourView {
    run(engine.ask(WatchTour)).unwrap()
}

/// What the view says is done, in order of the tour.
fn done(view: &TourView) -> [bool; 7] {
    let TourView {
        corrected, member_added, birth_recorded, finding_settled, list_kept, help_noted, package_saved, ..
    } = *view;
    [corrected, member_added, birth_recorded, finding_settled, list_kept, help_noted, package_saved]
}

fn edit(engine: &mut Engine<MemoryPorts>, kind: RecordKind, id: Id, field: u16, value: Value) -> FamilyView {
    run(engine.ask(Edit { record: RecordRef { kind, id }, field, value })).unwrap()
}

#[test]
fn without_the_sample_nothing_is_told() {
    let mut engine = house();
    assert_eq!(watch(&mut engine), TourView::default());
    run(engine.ask(SetProfile { fields: vec![(profile_field::village, Value::Text("Desa sungguhan".into()))] }))
        .unwrap();
    assert_eq!(watch(&mut engine), TourView { ground: TourGround::Real, ..TourView::default() });
}

#[test]
fn a_fresh_sample_has_nothing_done_and_asks_what_can_be_answered() {
    let mut engine = sample();
    let view = watch(&mut engine);
    assert_eq!((view.ground, done(&view)), (TourGround::Sample, [false; 7]));
    let family = view.family.unwrap();
    let filter = Filter { text: family.title.clone(), ..Filter::default() };
    let page = run(engine.ask(ListFamilies { filter, from: 0, limit: 50 })).unwrap();
    assert_eq!(page.rows.iter().filter(|row| row.title == family.title).count(), 1, "found by its name alone");
    assert!(family.n_members > 1);
    let at = run(engine.ask(GetStatus)).unwrap().reference;
    let women = engine.register().residents(at).filter(|(_, person)| {
        let age = person.born.get().map(|born| born.years_until(at));
        person.sex.get() == Some(Sex::Female) && age.is_some_and(|age| (25..30).contains(&age))
    });
    assert_eq!(view.n_women_25_to_29, women.count() as u32, "reckoned by birth dates");
    assert!(view.n_women_25_to_29 > 4);
}

#[test]
fn an_answer_counts_as_corrected_in_the_family_of_the_tour_until_it_is_taken_back() {
    let mut engine = sample();
    let family = watch(&mut engine).family.unwrap().id;
    let other = engine.register().families().find(|other| other.id != family).unwrap().id;
    edit(&mut engine, RecordKind::Family, other, family_field::address, Value::Text("Gang Baru".into()));
    assert!(!watch(&mut engine).corrected, "another family");
    let view = edit(&mut engine, RecordKind::Family, family, family_field::address, Value::Text("Gang Baru".into()));
    assert!(watch(&mut engine).corrected);
    run(engine.ask(Undo { act: view.act.unwrap() })).unwrap();
    assert!(!watch(&mut engine).corrected, "taken back");
}

#[test]
fn a_member_counts_with_a_name_and_is_no_correction() {
    let mut engine = sample();
    let family = watch(&mut engine).family.unwrap().id;
    let before = run(engine.ask(OpenFamily { id: family })).unwrap();
    let fields = vec![(person_field::sex, Value::Code(Sex::Female.number()))];
    let after = run(engine.ask(AddPerson { family, fields })).unwrap();
    assert!(!watch(&mut engine).member_added, "nobody yet: no name");
    let new = after.members.iter().find(|one| before.members.iter().all(|old| old.id != one.id)).unwrap().id;
    edit(&mut engine, RecordKind::Person, new, person_field::name, Value::Text("Siti Contoh".into()));
    let view = watch(&mut engine);
    assert!(view.member_added && !view.corrected && !view.birth_recorded);
    assert_eq!(view.family.unwrap().n_members, before.members.iter().filter(|one| one.active).count() as u32 + 1);
}

#[test]
fn a_birth_a_list_help_and_a_package_count_when_they_are_stored() {
    let mut engine = sample();
    let family = watch(&mut engine).family.unwrap().id;
    let child = vec![(person_field::name, Value::Text("Bayi Contoh".into()))];
    let what = Happening::Birth { family, mother: None, child };
    let none = String::new;
    let event = EventReport {
        on: Date::parse_iso("2026-11-20").unwrap(),
        place: none(),
        cause: none(),
        other_place: none(),
        document: none(),
        note: none(),
        what,
    };
    run(engine.ask(Report { event })).unwrap();
    assert_eq!(done(&watch(&mut engine)), [false, false, true, false, false, false, false]);
    let paper = |kind: &str| PutPaper { kind: kind.into(), key: "a".into(), title: "Daftar".into(), body: "{}".into() };
    run(engine.ask(paper("potret"))).unwrap();
    assert!(!watch(&mut engine).list_kept, "another kind of paper");
    run(engine.ask(paper("syarat"))).unwrap();
    assert!(watch(&mut engine).list_kept);
    let on = Date::parse_iso("2026-11-24").unwrap();
    let help = NoteHelp { list: "pendampingan-keluarga".into(), family, person: None, on, note: none() };
    run(engine.ask(help)).unwrap();
    assert!(watch(&mut engine).help_noted);
    let n_acts = run(engine.ask(ExportPackage)).unwrap().n_acts;
    assert!(!watch(&mut engine).package_saved, "made, but not saved");
    run(engine.ask(MarkBackup { n_acts })).unwrap();
    assert!(watch(&mut engine).package_saved);
}

#[test]
fn a_finding_counts_when_it_is_mended_or_accepted_not_when_it_was_made_by_oneself() {
    let mut engine = sample();
    let family = watch(&mut engine).family.unwrap().id;
    let view = run(engine.ask(OpenFamily { id: family })).unwrap();
    let member = view.members[0].id;
    let kept = view.members[0].fields.iter().find(|(tag, _)| *tag == person_field::nik).unwrap().1.clone();
    edit(&mut engine, RecordKind::Person, member, person_field::nik, Value::Text("12".into()));
    edit(&mut engine, RecordKind::Person, member, person_field::nik, kept);
    assert!(!watch(&mut engine).finding_settled, "what I broke myself and mended");
    let filter = FindingFilter { severity: Some(Severity::Error), ..FindingFilter::default() };
    let found = run(engine.ask(ListFindings { filter, from: 0, limit: 1 })).unwrap().rows.remove(0);
    run(engine.ask(Decide { family: found.family, fingerprint: found.fingerprint, reason: "Sudah dicek".into() }))
        .unwrap();
    assert!(watch(&mut engine).finding_settled);
}

#[test]
fn the_sandbox_is_made_anew_in_one_act_or_not_at_all() {
    let mut engine = sample();
    let fresh: Vec<_> = engine.register().slots().to_vec();
    let family = watch(&mut engine).family.unwrap().id;
    edit(&mut engine, RecordKind::Family, family, family_field::address, Value::Text("Gang Baru".into()));
    run(engine.ask(MarkBackup { n_acts: 2 })).unwrap();
    *engine.ports().store.failing.borrow_mut() = Some(StoreError::Full);
    assert!(run(engine.ask(RemakeSample)).is_err());
    *engine.ports().store.failing.borrow_mut() = None;
    assert!(watch(&mut engine).corrected, "what could not be stored changes nothing");
    let status = run(engine.ask(RemakeSample)).unwrap();
    assert_eq!((status.n_acts, status.last_backup_ms, status.sample), (1, None, true));
    assert_eq!(done(&watch(&mut engine)), [false; 7]);
    assert!(engine.register().slots() == fresh);
    let mut ports = MemoryPorts::new(NOW_MS + 9_000, 2);
    ports.store = engine.ports().store.clone();
    let mut again = Engine::new(ports);
    assert_eq!(run(again.ask(Open { lang: Lang::Id })).unwrap().n_acts, 1);
    assert!(again.register().slots() == fresh, "nothing of before is left in the store");
}

#[test]
fn a_real_village_is_never_made_anew() {
    let mut engine = house();
    let profile = vec![(profile_field::village, Value::Text("Desa sungguhan".into()))];
    run(engine.ask(SetProfile { fields: profile })).unwrap();
    run(engine.ask(AddFamily { family: Vec::new(), person: None })).unwrap();
    let before = run(engine.ask(GetStatus)).unwrap();
    assert_eq!(run(engine.ask(RemakeSample)), Err(EngineError::Refused(CommandError::AlreadyHasVillage)));
    assert_eq!(run(engine.ask(GetStatus)).unwrap(), before);
    let mut empty = house();
    assert!(run(empty.ask(RemakeSample)).unwrap().sample, "an empty device may begin with it");
}
