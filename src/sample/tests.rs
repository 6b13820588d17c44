//! The village is the same for a seed everywhere, looks like a village, holds together, and has its slips.

use super::*;
use crate::base::codes::*;
use crate::base::nik::Nik;
use crate::register::{Person, encode, sections};
use std::collections::BTreeSet;

/// First bytes of the SHA-256 of the village that the first page offers.
const FINGERPRINT: &str = "d0a84db7602bb2ad";
const TODAY: Date = Date { year: 2026, month: 11, day: 24 };

/// Figures of a village by which its plausibility is judged.
#[derive(Debug, Default)]
struct Figures {
    families: usize,
    persons: usize,
    men: usize,
    women: usize,
    ages: Vec<i32>,
    female_heads: usize,
    single: usize,
    pus: usize,
    modern: usize,
    unmet: usize,
    pregnant: usize,
    covered: usize,
    children: usize,
    certificates: usize,
    surface_water: usize,
    no_septic: usize,
    disabled: usize,
    elders: usize,
    births: usize,
    deaths: usize,
    arrivals: usize,
    departures: usize,
    young_couples: usize,
}

fn figures(village: &SampleVillage) -> Figures {
    let mut f = Figures::default();
    for family in &village.families {
        let here: Vec<&Person> = family.active().collect();
        if here.is_empty() {
            continue;
        }
        f.families += 1;
        f.single += usize::from(here.len() == 1);
        f.female_heads += usize::from(family.head().is_some_and(Person::is_woman));
        f.surface_water += usize::from(family.water.is(Water::Surface));
        f.no_septic += usize::from(family.toilet.is(Toilet::OwnWithoutSeptic));
        f.young_couples +=
            usize::from(here.iter().any(|p| p.relation.is(Relation::ChildInLaw) && p.marital.is(Marital::Married)));
        for person in here {
            f.persons += 1;
            if person.is_woman() {
                f.women += 1;
            } else {
                f.men += 1;
            }
            let Some(age) = person.age_years(TODAY) else { continue };
            f.ages.push(age);
            f.elders += usize::from(age >= 60);
            f.covered += usize::from(person.health_cover.get().is_some_and(|cover| cover != HealthCover::None));
            f.disabled += usize::from(person.disability.get().is_some_and(|kind| kind != Disability::None));
            if age < 18 {
                f.children += 1;
                f.certificates += usize::from(person.birth_certificate.is(YesNo::Yes));
            }
            if sections::kb_applies(person, TODAY) && age >= 15 {
                f.pus += 1;
                f.modern += usize::from(person.kb_method.get().is_some_and(Contraception::is_modern));
                f.pregnant += usize::from(person.pregnant.is(YesNo::Yes));
                let wants_none_now = person.child_wish.get().is_some_and(|wish| wish != ChildWish::Soon);
                f.unmet +=
                    usize::from(person.pregnant.is(YesNo::No) && person.kb_using.is(YesNo::No) && wants_none_now);
            }
        }
    }
    for event in &village.events {
        match event.kind.get() {
            Some(EventKind::Birth) => f.births += 1,
            Some(EventKind::Death) => f.deaths += 1,
            Some(EventKind::MoveIn) => f.arrivals += 1,
            Some(EventKind::MoveOut) => f.departures += 1,
            None => {}
        }
    }
    f.ages.sort();
    f
}

fn share(part: usize, whole: usize, per: usize) -> i64 {
    (part * per / whole.max(1)) as i64
}

#[test]
fn figures_are_those_of_a_village() {
    for (village, slack) in [(village(3_000, 7, TODAY), 0), (village(FAMILIES, SEED, TODAY), 1)] {
        let f = figures(&village);
        let median = i64::from(f.ages[f.ages.len() / 2]);
        let rows = [
            ("persons per 100 families", share(f.persons, f.families, 100), 320, 390),
            ("men per 100 women", share(f.men, f.women, 100), 97, 105),
            ("median age", median, 28, 31),
            ("female heads ‰", share(f.female_heads, f.families, 1_000), 125, 160),
            ("one-person families ‰", share(f.single, f.families, 1_000), 60, 130),
            ("families with a young couple ‰", share(f.young_couples, f.families, 1_000), 20, 45),
            ("60 and over ‰", share(f.elders, f.persons, 1_000), 80, 120),
            ("modern methods ‰ of PUS", share(f.modern, f.pus, 1_000), 600, 650),
            ("unmet need ‰ of PUS", share(f.unmet, f.pus, 1_000), 100, 140),
            ("pregnant ‰ of PUS", share(f.pregnant, f.pus, 1_000), 35, 75),
            ("health cover ‰", share(f.covered, f.persons, 1_000), 720, 790),
            ("birth certificates of children ‰", share(f.certificates, f.children, 1_000), 830, 890),
            ("river water ‰", share(f.surface_water, f.families, 1_000), 215, 290),
            ("no septic tank ‰", share(f.no_septic, f.families, 1_000), 330, 410),
            ("disability ‰", share(f.disabled, f.persons, 1_000), 9, 20),
            ("births ‰", share(f.births, f.persons, 1_000), 15, 22),
            ("deaths ‰", share(f.deaths, f.persons, 1_000), 5, 9),
            ("arrivals ‰", share(f.arrivals, f.persons, 1_000), 5, 14),
            ("departures ‰", share(f.departures, f.persons, 1_000), 5, 12),
        ];
        for (what, value, from, to) in rows {
            let slack = slack * (to - from);
            assert!((from - slack..=to + slack).contains(&value), "{what}: {value}, expected {from} to {to}");
        }
    }
}

#[test]
fn a_seed_gives_the_same_village_everywhere() {
    use sha2::Digest;
    let hash = |families: u32, seed: u64| {
        let village = village(families, seed, TODAY);
        let mut hasher = sha2::Sha256::new();
        hasher.update(encode::families_block(&village.families));
        hasher.update(encode::records_block(&village.events));
        hasher.update(encode::records_block(std::slice::from_ref(&village.profile)));
        hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    // The same numbers stand in the browser's test; a change of the generator changes both.
    assert_eq!(hash(FAMILIES, SEED), FINGERPRINT);
    assert_eq!(hash(50, 1), hash(50, 1));
    assert_ne!(hash(50, 1), hash(50, 2));
}

#[test]
fn any_number_of_families() {
    for families in [0, 1, 2, 7, 999] {
        let village = village(families, 3, TODAY);
        assert_eq!(village.families.len(), families as usize);
        let listed = village.profile.areas.text().lines().count();
        let used: BTreeSet<_> = village.families.iter().map(Family::area).collect();
        assert!(used.len() <= listed && (families < 6 || used.len() == listed), "every area has families");
    }
}

#[test]
fn families_hold_together() {
    let village = village(2_000, 5, TODAY);
    let slipped: BTreeSet<Id> = village.slips.iter().map(|(_, id)| *id).collect();
    let (mut ids, mut niks) = (BTreeSet::new(), BTreeSet::new());
    for family in &village.families {
        assert!(ids.insert(family.id));
        for person in &family.members {
            assert!(ids.insert(person.id));
        }
        if slipped.contains(&family.id) {
            continue;
        }
        let heads = family.active().filter(|person| person.relation.is(Relation::Head)).count();
        assert_eq!(heads, usize::from(family.active().next().is_some()), "one head: {family:?}");
        for person in &family.members {
            check_person(family, person);
            assert!(person.nik.text().is_empty() || niks.insert(person.nik.text().to_owned()), "NIK twice");
        }
        let home = family.active().filter(|person| person.presence.is(Presence::AtHome)).count();
        assert_eq!(family.residents.get(), Some(home as i32));
    }
    for event in &village.events {
        let family = village.families.iter().find(|family| event.family.is(family.id)).unwrap();
        let person = event.person.get().and_then(|id| family.member(id)).unwrap();
        let on = event.on.get().unwrap();
        assert!(on <= TODAY && on.years_until(TODAY) == 0, "within a year");
        let told = match event.kind.get().unwrap() {
            EventKind::Birth => slipped.contains(&family.id) || person.born.is(on) && event.mother == person.mother,
            EventKind::Death => person.status.is(LifeStatus::Dead) && person.left.is(on),
            EventKind::MoveIn => person.entered.is(on),
            EventKind::MoveOut => person.status.is(LifeStatus::Moved) && person.left.is(on),
        };
        assert!(told, "{event:?} {person:?}");
    }
    let gone = village.families.iter().flat_map(|family| &family.members).filter(|person| !person.is_active());
    let left = village.events.iter().filter(|e| e.kind.is(EventKind::Death) || e.kind.is(EventKind::MoveOut));
    assert_eq!(gone.count(), left.count(), "everyone who is gone has an event");
}

fn check_person(family: &Family, person: &Person) {
    let born = person.born.get().unwrap();
    let age = born.years_until(TODAY);
    assert!((0..=110).contains(&age) && born.is_full());
    if let Ok(nik) = Nik::parse(person.nik.text()) {
        assert!(nik.agrees_with(born) && person.sex.is(nik.sex));
    } else {
        assert!(person.nik_reason.is_known(), "{person:?}");
    }
    if person.marital.is(Marital::Never) {
        assert!(!person.first_marriage_age.is_known());
    } else {
        assert!((13..=age).contains(&person.first_marriage_age.get().unwrap()), "{person:?}");
    }
    let wrong_sex = person.relation.is(Relation::Wife) && !person.is_woman();
    assert!(!wrong_sex && (person.relation.get().unwrap() != Relation::Wife || person.marital.is(Marital::Married)));
    if let Some(mother) = person.mother.get() {
        let mother = family.member(mother).expect("the mother is a member");
        let at_birth = mother.born.get().unwrap().years_until(born);
        assert!(mother.is_woman() && (14..=49).contains(&at_birth), "mother of {at_birth}");
    }
    if let (Some(born), Some(alive)) = (person.born_boys.get(), person.alive_boys.get()) {
        assert!(alive <= born);
        let listed = family.mother_child_pairs().filter(|(m, c)| m.id == person.id && c.is_active() && !c.is_woman());
        assert!(listed.count() as i32 <= alive);
    }
    assert_eq!(person.pregnant.is_known(), person.is_active() && sections::kb_applies(person, TODAY));
    assert!(!(person.pregnant.is(YesNo::Yes) && person.kb_using.is_known()));
    assert_eq!(person.kb_using.is(YesNo::Yes), person.kb_method.is_known());
    assert!(age >= 10 || !person.occupation.is_known());
}

/// True where the family shows the slip to someone who does not know that it was planted.
fn shows(village: &SampleVillage, family: &Family, slip: Slip) -> bool {
    let any = |fits: &dyn Fn(&Person) -> bool| family.active().any(fits);
    let nik = |person: &Person| Nik::parse(person.nik.text());
    let elsewhere = || village.families.iter().filter(|other| other.id != family.id);
    let heads = family.active().filter(|person| person.relation.is(Relation::Head)).count();
    let age = |person: &Person| person.age_years(TODAY).unwrap_or(-1);
    match slip {
        Slip::NikDate => any(&|p| nik(p).is_ok_and(|n| !n.agrees_with(p.born.get().unwrap_or_default()))),
        Slip::NikSex => any(&|p| nik(p).is_ok_and(|n| !p.sex.is(n.sex))),
        Slip::NikDuplicate | Slip::PersonTwice => {
            any(&|p| p.nik.is_known() && elsewhere().any(|other| other.active().any(|twin| twin.nik == p.nik)))
        }
        Slip::PersonRespelt => any(&|p| {
            !p.nik.is_known() && elsewhere().any(|other| other.active().any(|t| t.born == p.born && t.sex == p.sex))
        }),
        Slip::NikMissing => any(&|p| p.nik.is_missing() && p.nik_reason.is_missing()),
        Slip::NikShort => any(&|p| p.nik.text().len() == 15),
        Slip::BirthEstimated => any(&|p| p.born.get().is_some_and(|born| !born.is_full())),
        Slip::BirthMissing => any(&|p| p.born.is_missing()),
        Slip::HeadMissing => heads == 0,
        Slip::TwoHeads => heads == 2,
        Slip::MotherTooYoung => family
            .mother_child_pairs()
            .any(|(m, c)| m.born.get().zip(c.born.get()).is_some_and(|(m, c)| m.years_until(c) < 10)),
        Slip::MarriedChild => any(&|p| age(p) < 10 && p.marital.is(Marital::Married)),
        Slip::WifeMale => any(&|p| p.relation.is(Relation::Wife) && !p.is_woman()),
        Slip::KkShort => family.kk.text().len() == 15,
        Slip::KkDuplicate => elsewhere().any(|other| other.kk == family.kk),
        Slip::FloorAreaZero => family.floor_area.is(0.0),
        Slip::PregnantUsing => any(&|p| p.pregnant.is(YesNo::Yes) && p.kb_using.is(YesNo::Yes)),
        Slip::SterilisedWish => {
            any(&|p| p.kb_method.is(Contraception::FemaleSterilisation) && !p.child_wish.is(ChildWish::NoMore))
        }
        Slip::AliveExceedsBorn => any(&|p| p.alive_boys.get() > p.born_boys.get()),
        Slip::ChildWorks => any(&|p| age(p) < 10 && p.occupation.get().is_some_and(Occupation::works)),
        Slip::MarriageAgeMissing => any(&|p| !p.marital.is(Marital::Never) && p.first_marriage_age.is_missing()),
        Slip::ResidentsMismatch => {
            let home = family.active().filter(|person| person.presence.is(Presence::AtHome)).count();
            family.residents.get() != Some(home as i32)
        }
        Slip::DecileWithoutSource => family.decile.is_known() && family.decile_source.is_missing(),
        Slip::BasisMissing => family.basis.is_missing(),
        Slip::UnknownAnswers => family.water == Answer::Unknown && family.income == Answer::Refused,
        Slip::BirthWithoutMother => village
            .events
            .iter()
            .any(|e| e.family.is(family.id) && e.kind.is(EventKind::Birth) && e.mother.is_missing()),
    }
}

#[test]
fn every_kind_of_slip_is_there_to_be_found() {
    let village = village(300, SEED, TODAY);
    let kinds: BTreeSet<Slip> = village.slips.iter().map(|(slip, _)| *slip).collect();
    assert_eq!(kinds.len(), Slip::ALL.len(), "every kind at least once");
    assert!((27..=45).contains(&village.slips.len()), "a sprinkling: {}", village.slips.len());
    for (slip, id) in &village.slips {
        let family = village.families.iter().find(|family| family.id == *id).unwrap();
        assert!(shows(&village, family, *slip), "{slip:?}: {family:#?}");
        assert_ne!(family.state(), FamilyState::Verified);
    }
}

#[test]
fn the_village_code_belongs_to_no_village_and_the_sample_says_so() {
    let profile = profile(FAMILIES, TODAY);
    let code = profile.village_code().unwrap();
    assert_eq!(u64::from(code.district_number()), u64::from(place::DISTRICT));
    assert!(profile.is_sample() && profile.house.text() == "Rumah DataKu Sungai Contoh");
}
