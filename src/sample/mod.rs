//! The sample village: invented families on a river of Kalimantan Selatan, any number of them, the same ones for a seed on
//! every device. Knows `base` and `register`, and writes its own workbook; knows nothing of the engine or of screens.

mod dice;
mod home;
mod kb;
mod kin;
mod names;
mod numbers;
mod person;
mod place;
mod slips;
mod workbook;
mod workbook_labels;
mod year;

pub use place::{ENUMERATORS, VILLAGE, VILLAGE_CODE, profile};
pub use slips::Slip;
pub use workbook::{COLUMNS, FileSlip, MadeWorkbook, OpenSid, Writing, opensid_workbook};

use crate::base::codes::{EventKind, Relation, Sex};
use crate::base::region::Area;
use crate::base::{Answer, Date, Id};
use crate::register::{Family, Profile, VitalEvent};
use dice::Dice;
use home::Means;
use kin::Household;
use numbers::Numbers;
use slips::{Scene, Slips};

/// Families of the village that the first page offers.
pub const FAMILIES: u32 = 312;
/// Its seed.
pub const SEED: u64 = 101;

/// The sample village in one piece.
#[derive(Clone, Debug)]
pub struct SampleVillage {
    /// Its profile, marked as sample.
    pub profile: Profile,
    /// Its families, in the order of dusun, RW and RT.
    pub families: Vec<Family>,
    /// Vital events of the last year.
    pub events: Vec<VitalEvent>,
    /// Slips that were planted, and the family that has each.
    pub slips: Vec<(Slip, Id)>,
}

/// A family with its events.
#[derive(Clone, Debug)]
pub struct SampleFamily {
    /// The family.
    pub family: Family,
    /// Its events of the last year.
    pub events: Vec<VitalEvent>,
    /// The slip that was planted in it.
    pub slip: Option<Slip>,
}

/// The sample village of so many families, as it stands at `today`.
pub fn village(families: u32, seed: u64, today: Date) -> SampleVillage {
    let mut village = SampleVillage {
        profile: profile(families, today),
        families: Vec::new(),
        events: Vec::new(),
        slips: Vec::new(),
    };
    for made in Maker::new(families, seed, today) {
        village.slips.extend(made.slip.map(|slip| (slip, made.family.id)));
        village.families.push(made.family);
        village.events.extend(made.events);
    }
    village
}

/// Makes one family after another, so that long work can breathe in between.
#[derive(Clone, Debug)]
pub struct Maker {
    families: u32,
    seed: u64,
    today: Date,
    areas: Vec<Area>,
    at: u32,
    numbers: Numbers,
    slips: Slips,
    chief: bool,
}

impl Maker {
    /// Begins a village.
    pub fn new(families: u32, seed: u64, today: Date) -> Maker {
        Maker {
            families,
            seed,
            today,
            areas: place::areas(families),
            at: 0,
            numbers: Numbers::default(),
            slips: Slips::default(),
            chief: false,
        }
    }

    fn make(&mut self) -> SampleFamily {
        let today = self.today;
        let mut dice = Dice::new(self.seed, u64::from(self.at) + 1);
        // Records began to be kept a little more than a year ago.
        let begun_ms = (i64::from(today.day_number() - 420) * 86_400_000).max(0) as u64 + u64::from(self.at) * 1_000;
        let mut count = 0;
        let mut new_id = |dice: &mut Dice| {
            count += 1;
            Id::new(begun_ms + count, dice.ten())
        };
        let mut home = Household::grow(&mut dice, today.day_number());
        home.live(&mut dice, today.day_number());
        let means = Means::draw(&mut dice);

        let mut family = Family::default();
        family.own.id = new_id(&mut dice);
        let ids: Vec<Id> = home.kin.iter().map(|_| new_id(&mut dice)).collect();
        let mut taken = Vec::with_capacity(home.kin.len());
        for (kin, id) in home.kin.iter().zip(&ids) {
            let mut person = person::person(&mut dice, &mut self.numbers, kin, &means, &taken, today);
            person.id = *id;
            person.mother = kin.mother.map(|at| ids[at]).into();
            kb::fill(&mut dice, &mut person, kin, today);
            taken.push(person.name.text().to_owned());
            family.members.push(person);
        }
        self.chief(&mut family);
        let registered = today.plus_days(-dice.between(30, 4_700)).unwrap_or(today);
        if dice.in_1000(985) {
            family.own.kk = Answer::Known(self.numbers.kk(registered));
        } else {
            family.own.kk_reason = Answer::Known(crate::base::codes::KkReason::InProgress);
        }
        let rt = (u64::from(self.at) * self.areas.len() as u64 / u64::from(self.families)) as usize;
        home::fill(&mut dice, &mut family, &means, &self.areas[rt], rt, today);
        let mut events: Vec<_> = home
            .events
            .iter()
            .map(|(kind, at, day)| self.event(&mut dice, &mut new_id, &family, *kind, *at, *day))
            .collect();
        let scene = Scene {
            family: &mut family,
            events: &mut events,
            numbers: &mut self.numbers,
            dice: &mut dice,
            new_id: &mut new_id,
            today,
        };
        let slip = self.slips.pass(scene);
        self.at += 1;
        SampleFamily { family, events, slip }
    }

    /// One village head.
    fn chief(&mut self, family: &mut Family) {
        use crate::base::codes::{Completed, Occupation};
        let today = self.today;
        let fits = |person: &crate::register::Person| {
            person.relation.is(Relation::Head)
                && person.sex.is(Sex::Male)
                && person.age_years(today).is_some_and(|age| (36..=58).contains(&age))
                && person.completed.get().is_some_and(|completed| completed.level() >= 3)
        };
        if let Some(person) = family.members.first_mut().filter(|person| !self.chief && fits(person)) {
            person.occupation = Answer::Known(Occupation::VillageHead);
            person.completed = Answer::Known(person.completed.get().unwrap_or(Completed::UpperSecondary));
            self.chief = true;
        }
    }

    fn event(
        &self,
        dice: &mut Dice,
        new_id: &mut dyn FnMut(&mut Dice) -> Id,
        family: &Family,
        kind: EventKind,
        at: usize,
        day: i32,
    ) -> VitalEvent {
        let person = &family.members[at];
        let on = Date::from_day_number(day).unwrap_or(self.today);
        let reported = on.plus_days(dice.between(1, 30)).unwrap_or(on).min(self.today);
        let text = |text: &str| Answer::Known(text.to_owned());
        let mut event = VitalEvent {
            id: new_id(dice),
            kind: Answer::Known(kind),
            person: Answer::Known(person.id),
            family: Answer::Known(family.id),
            on: Answer::Known(on),
            reported_on: Answer::Known(reported),
            recorder: text(family.enumerator.text()),
            ..VitalEvent::default()
        };
        const TOWNS: [&str; 6] = ["Banjarmasin", "Banjarbaru", "Marabahan", "Kuala Kapuas", "Palangka Raya", "Sampit"];
        match kind {
            EventKind::Birth => {
                event.mother = person.mother;
                event.place = text(dice.weighted(&[
                    ("Puskesmas", 50),
                    ("Rumah sakit di Marabahan", 25),
                    ("Bidan desa", 20),
                    ("Rumah", 5),
                ]));
            }
            EventKind::Death => {
                let young = person.age_years(self.today).is_some_and(|age| age < 5);
                event.place = text(dice.weighted(&[("Rumah", 70), ("Rumah sakit", 30)]));
                event.cause = text(if young {
                    dice.weighted(&[("Lahir prematur", 50), ("Demam", 30), ("Infeksi saluran napas", 20)])
                } else {
                    dice.weighted(&[
                        ("Sakit tua", 35),
                        ("Stroke", 22),
                        ("Jantung", 20),
                        ("Diabetes", 15),
                        ("Kecelakaan", 8),
                    ])
                });
            }
            EventKind::MoveIn => {
                event.other_place = text(dice.pick(&TOWNS));
                event.cause = text(dice.weighted(&[("Ikut keluarga", 50), ("Pekerjaan", 30), ("Perkawinan", 20)]));
            }
            EventKind::MoveOut => {
                event.other_place = text(dice.pick(&TOWNS));
                event.cause = text(dice.weighted(&[("Pekerjaan", 45), ("Sekolah", 25), ("Perkawinan", 30)]));
            }
        }
        if kind != EventKind::Birth && dice.in_1000(550) {
            event.document = Answer::Known(format!("470/{:03}/{}", dice.between(1, 400), on.year));
        }
        event
    }
}

impl Iterator for Maker {
    type Item = SampleFamily;

    fn next(&mut self) -> Option<SampleFamily> {
        (self.at < self.families).then(|| self.make())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.families - self.at) as usize;
        (left, Some(left))
    }
}

#[cfg(test)]
mod tests;
