//! Findings of the register, kept by family slot. Built once; after a change only the families concerned are looked at
//! again: those that changed, those whose events changed, and those that share a number or a name with them.

use super::decisions::Accepted;
use super::events::EventHomes;
use super::home::{Frame, Home};
use super::neighbours::{Keys, Neighbours};
use super::out::{Found, Out, Subject};
use super::rule::{Check, Rule};
use super::rules::RULES;
use super::thresholds;
use super::village::Village;
use crate::base::Date;
use crate::lang::Lang;
use crate::register::snapshot::Dirty;
use crate::register::{RecordKind, RecordRef, Register};
use std::collections::BTreeSet;

/// After a change of so many families everything is found anew.
const MANY: usize = 2000;

/// Which rules look at a family: its own, or those that compare families.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Own,
    Cross,
}

/// Everything that the rules ask today.
#[derive(Debug)]
pub struct Findings {
    today: Date,
    district: u32,
    by_slot: Vec<Box<[Found]>>,
    keys: Keys,
    events: EventHomes,
    village: Option<(Village, Vec<Found>)>,
    accepted: Accepted,
}

impl Findings {
    /// Looks at the whole register.
    pub fn build(register: &Register, today: Date) -> Findings {
        let mut findings = Findings {
            today,
            district: district(register),
            by_slot: Vec::with_capacity(register.slots().len()),
            keys: Keys::default(),
            events: EventHomes::build(register),
            village: None,
            accepted: Accepted::read(register),
        };
        // Memory is walked once: a family's own rules run while its keys are taken.
        for slot in 0..register.slots().len() as u32 {
            let found = findings.look(register, slot, Part::Own);
            findings.by_slot.push(found);
            findings.keys.add(register, slot);
        }
        findings.keys.sort();
        let shared = findings.keys.shared_slots(register);
        for slot in (0..).zip(shared).filter_map(|(slot, shared)| shared.then_some(slot)) {
            let crossing = findings.look(register, slot, Part::Cross);
            if !crossing.is_empty() {
                let own = &mut findings.by_slot[slot as usize];
                *own = own.iter().chain(&crossing).copied().collect();
            }
        }
        findings
    }

    /// True where these findings still speak of `today`.
    pub fn are_of(&self, today: Date) -> bool {
        self.today == today
    }

    /// Looks again where the change reaches. False where looking at everything anew is due.
    #[must_use]
    pub fn touch(&mut self, register: &Register, dirty: &Dirty, today: Date) -> bool {
        if today != self.today || district(register) != self.district || dirty.families.len() > MANY {
            return false;
        }
        self.village = None;
        if !dirty.decisions.is_empty() {
            self.accepted = Accepted::read(register);
        }
        let mut again = dirty.families.clone();
        let mut events: BTreeSet<u32> = dirty.events.clone();
        for home in &dirty.families {
            events.extend(self.events.slots(*home));
            self.keys.touch(register, *home, &mut again);
        }
        for event in events {
            self.events.rehome(register, event, &mut again);
        }
        self.by_slot.resize_with(register.slots().len(), Box::default);
        for slot in again {
            let own = self.look(register, slot, Part::Own);
            let crossing = self.look(register, slot, Part::Cross);
            self.by_slot[slot as usize] = own.iter().chain(&crossing).copied().collect();
        }
        true
    }

    fn look(&self, register: &Register, slot: u32, part: Part) -> Box<[Found]> {
        let family = &register.slots()[slot as usize];
        if family.removed {
            return Box::default();
        }
        let home = Home::new(family, self.events.events(register, slot), self.frame());
        let neighbours = match part {
            Part::Own => Neighbours::default(),
            Part::Cross => self.keys.neighbours(register, slot),
        };
        let mut out = Out::new(Some(&home), None);
        for (at, rule) in RULES.iter().enumerate() {
            if matches!(rule.check, Check::Cross(_)) == (part == Part::Cross) {
                out.begin(at, rule);
                run(rule, &home, &neighbours, &mut out);
            }
        }
        out.found.into_boxed_slice()
    }

    fn frame(&self) -> Frame<'static> {
        Frame { today: self.today, district: self.district, thresholds: &thresholds::DEFAULT }
    }

    /// Findings of a family.
    pub fn of_slot(&self, slot: u32) -> &[Found] {
        self.by_slot.get(slot as usize).map_or(&[], |found| found)
    }

    /// Findings of all families, with their slots.
    pub fn all(&self) -> impl Iterator<Item = (u32, &Found)> {
        self.by_slot.iter().enumerate().flat_map(|(slot, found)| found.iter().map(move |one| (slot as u32, one)))
    }

    /// Findings about the whole village.
    pub fn of_village(&mut self, register: &Register) -> &[Found] {
        if self.village.is_none() {
            let village = Village::count(register, self.frame());
            let found = village_findings(&village, None).found;
            self.village = Some((village, found));
        }
        self.village.as_ref().map_or(&[], |(_, found)| found)
    }

    /// What a finding says.
    pub fn message(&self, register: &Register, slot: Option<u32>, found: &Found, lang: Lang) -> String {
        let pick = |out: Out| {
            let at = out.found.iter().position(|other| other == found);
            at.and_then(|at| out.texts.into_iter().nth(at)).unwrap_or_default()
        };
        let (Some(slot), Some(rule)) = (slot, RULES.get(usize::from(found.rule))) else {
            return self
                .village
                .as_ref()
                .map(|(village, _)| pick(village_findings(village, Some(lang))))
                .unwrap_or_default();
        };
        let family = &register.slots()[slot as usize];
        let home = Home::new(family, self.events.events(register, slot), self.frame());
        let neighbours = match rule.check {
            Check::Cross(_) => self.keys.neighbours(register, slot),
            _ => Neighbours::default(),
        };
        let mut out = Out::new(Some(&home), Some(lang));
        out.begin(usize::from(found.rule), rule);
        run(rule, &home, &neighbours, &mut out);
        pick(out)
    }

    /// The record that a finding is about.
    pub fn subject(&self, register: &Register, slot: Option<u32>, found: &Found) -> RecordRef {
        let village = RecordRef { kind: RecordKind::Profile, id: register.profile.id };
        let Some(slot) = slot else { return village };
        let family = &register.slots()[slot as usize];
        let (kind, id) = match found.subject {
            Subject::Person(at) => (RecordKind::Person, family.members.get(usize::from(at)).map(|person| person.id)),
            Subject::Event(at) => {
                let events = self.events.events(register, slot);
                (RecordKind::Event, events.get(usize::from(at)).map(|event| event.id))
            }
            Subject::Family | Subject::Village => (RecordKind::Family, None),
        };
        id.map_or(RecordRef { kind: RecordKind::Family, id: family.id }, |id| RecordRef { kind, id })
    }

    /// Decisions that hold.
    pub fn accepted(&self) -> &Accepted {
        &self.accepted
    }

    /// True where a family has errors that nobody has mended or accepted.
    pub fn has_open_errors(&self, slot: u32) -> bool {
        use super::Severity;
        self.of_slot(slot).iter().any(|found| {
            rule_of(found).severity == Severity::Error && self.accepted.decision(found.fingerprint).is_none()
        })
    }
}

/// The rule of a finding.
pub fn rule_of(found: &Found) -> &'static Rule {
    RULES.get(usize::from(found.rule)).unwrap_or(&RULES[0])
}

fn district(register: &Register) -> u32 {
    register.profile.village_code().map_or(0, |code| code.district_number())
}

fn run(rule: &'static Rule, home: &Home, neighbours: &Neighbours, out: &mut Out) {
    match rule.check {
        Check::Person(check) => home.members.iter().for_each(|member| check(member, home, out)),
        Check::Family(check) => check(home, out),
        Check::Cross(check) => check(home, neighbours, out),
        Check::Event(check) => home.events.iter().for_each(|event| check(event, home, out)),
        Check::Village(_) => {}
    }
}

fn village_findings(village: &Village, lang: Option<Lang>) -> Out<'static> {
    let mut out = Out::new(None, lang);
    for (at, rule) in RULES.iter().enumerate() {
        if let Check::Village(check) = rule.check {
            out.begin(at, rule);
            check(village, &mut out);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::notation::{TODAY, register};
    use super::*;
    use crate::base::codes::{EventKind, LifeStatus, Marital, Relation, Sex};
    use crate::base::{CodeList, Id, Value};
    use crate::register::{Change, What, event_field, family_field as f, person_field as p};

    /// A small generator of repeatable numbers (Lehmer).
    struct Dice(u64);

    impl Dice {
        fn throw(&mut self, sides: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (self.0 >> 33) % sides
        }

        fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
            &all[self.throw(all.len() as u64) as usize]
        }

        fn id(&mut self) -> Id {
            Id::new(self.throw(1 << 30), [self.throw(250) as u8; 10])
        }
    }

    fn seen(findings: &mut Findings, register: &Register) -> Vec<Found> {
        let mut all: Vec<Found> = findings.all().map(|(_, found)| *found).collect();
        all.extend_from_slice(findings.of_village(register));
        all
    }

    /// One random change, of values that often meet each other.
    fn change(register: &Register, dice: &mut Dice) -> Option<Change> {
        let family = dice.of(register.slots());
        let person = (!family.members.is_empty()).then(|| dice.of(&family.members));
        let code = |number: u64| Value::Code(number as u8);
        let text = |text: &str| Value::Text(text.into());
        let date = |dice: &mut Dice| {
            Value::Date(
                Date::new(1960 + dice.throw(67) as i16, 1 + dice.throw(12) as u8, dice.throw(29) as u8).unwrap(),
            )
        };
        let set_person = |tag: u16, new: Value| {
            let person = person?;
            let old = register.value(RecordKind::Person, person.id, tag)?;
            Some(Change::set(RecordKind::Person, person.id, tag, old, new))
        };
        match dice.throw(16) {
            0 => set_person(
                p::nik,
                text(dice.of::<&str>(&["6304150101900001", "6304154101900001", "0", "63", "6371010101900002"])),
            ),
            1 => set_person(p::name, text(dice.of::<&str>(&["Muhammad Rifani", "M. Ripani", "Siti Aminah", "Aminah"]))),
            2 => set_person(p::born, date(dice)),
            3 => set_person(p::born, Value::Date(Date::new(1990, 1, 1 + dice.throw(2) as u8)?)),
            4 => set_person(p::sex, code(1 + dice.throw(Sex::LIST.rows.len() as u64))),
            5 => set_person(p::relation, code(1 + dice.throw(Relation::LIST.rows.len() as u64))),
            6 => set_person(p::marital, code(1 + dice.throw(Marital::LIST.rows.len() as u64))),
            7 => set_person(p::status, code(1 + dice.throw(LifeStatus::LIST.rows.len() as u64))),
            8 => {
                let mother = Value::Link(person.map(|_| dice.of(&family.members).id)?);
                set_person(p::mother, mother)
            }
            9 => {
                let kk = text(dice.of::<&str>(&["6304150101200001", "6304150101200002", "12"]));
                Some(Change::set(RecordKind::Family, family.id, f::kk, family.kk.to_value(), kk))
            }
            10 => Some(Change::created(RecordKind::Family, dice.id(), None, vec![])),
            11 => {
                let fields = vec![(p::name, text("Siti Aminah")), (p::born, Value::Date(Date::new(1990, 1, 1)?))];
                Some(Change::created(RecordKind::Person, dice.id(), Some(family.id), fields))
            }
            12 => {
                let fields = vec![
                    (event_field::kind, code(1 + dice.throw(EventKind::LIST.rows.len() as u64))),
                    (event_field::person, Value::Link(person?.id)),
                    (event_field::on, date(dice)),
                ];
                Some(Change::created(RecordKind::Event, dice.id(), None, fields))
            }
            13 => {
                let to = dice.of(register.slots()).id;
                let record = RecordRef { kind: RecordKind::Person, id: person?.id };
                Some(Change { record, what: What::Moved { from: family.id, to } })
            }
            14 => {
                let event = register.events().next()?;
                Some(Change::removed(RecordKind::Event, event.id))
            }
            _ => {
                let what = if family.removed { What::Restored } else { What::Removed };
                Some(Change { record: RecordRef { kind: RecordKind::Family, id: family.id }, what })
            }
        }
    }

    #[test]
    fn what_is_kept_up_equals_what_is_found_anew() {
        let mut n_cross = 0;
        for seed in 0..8 {
            let mut register = register(
                "L Rahmadi kepala; P Aluh istri / P Siti_Aminah 1990-01-01 / P Aminah 1990-01-01 / L Budi; L Adi / P Diang",
            );
            let mut dice = Dice(seed);
            let mut findings = Findings::build(&register, TODAY);
            for step in 0..250 {
                let Some(change) = change(&register, &mut dice) else { continue };
                let dirty = register.apply_all(std::slice::from_ref(&change)).unwrap();
                assert!(findings.touch(&register, &dirty, TODAY));
                let mut anew = Findings::build(&register, TODAY);
                n_cross += anew.all().filter(|(_, found)| matches!(rule_of(found).check, Check::Cross(_))).count();
                assert_eq!(
                    seen(&mut findings, &register),
                    seen(&mut anew, &register),
                    "seed {seed}, step {step}: {change:?}"
                );
            }
        }
        assert!(n_cross > 1000, "families met too seldom: {n_cross}");
    }

    #[test]
    fn another_day_or_another_village_is_looked_at_anew() {
        let mut register = register("L Rahmadi kepala nik=6304150101900001");
        let mut findings = Findings::build(&register, TODAY);
        let dirty = Dirty { families: BTreeSet::from([0]), ..Dirty::default() };
        assert!(findings.touch(&register, &dirty, TODAY));
        assert!(!findings.touch(&register, &dirty, TODAY.plus_days(1).unwrap()));
        register.profile.code = "63.71.01.1001".to_string().into();
        assert!(!findings.touch(&register, &dirty, TODAY));
    }
}
