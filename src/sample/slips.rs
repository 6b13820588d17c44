//! The slips that real lists have, planted on purpose in about one family in eight: each kind comes in turn, so that a
//! village of 300 families has every one of them. They are what verification is there to find.

use super::dice::Dice;
use super::numbers::{self, Numbers};
use super::place::DISTRICT;
use crate::base::codes::*;
use crate::base::{Answer, Date, Id};
use crate::register::{Family, Person, VitalEvent, sections};
use std::collections::VecDeque;

/// A kind of slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// Two digits of the date in a NIK are exchanged: NIK and birth date disagree.
    NikDate,
    /// A man's NIK is written with a woman's day, or the other way round.
    NikSex,
    /// Two people of different families carry one NIK.
    NikDuplicate,
    /// No NIK, and no reason.
    NikMissing,
    /// A NIK of fifteen digits.
    NikShort,
    /// Only the year of birth is known.
    BirthEstimated,
    /// No birth date at all.
    BirthMissing,
    /// Nobody is written down as head.
    HeadMissing,
    /// Two heads.
    TwoHeads,
    /// The mother is hardly older than her child.
    MotherTooYoung,
    /// A child of nine is written down as married.
    MarriedChild,
    /// The wife is written down as a man.
    WifeMale,
    /// A person stands in two families with one NIK.
    PersonTwice,
    /// The same person once more, without NIK and spelt otherwise.
    PersonRespelt,
    /// A No. KK of fifteen digits.
    KkShort,
    /// Two families carry one No. KK.
    KkDuplicate,
    /// Floor area 0.
    FloorAreaZero,
    /// Pregnant, and using a method.
    PregnantUsing,
    /// Sterilised, and wishing for a child.
    SterilisedWish,
    /// More children living than born.
    AliveExceedsBorn,
    /// A schoolchild with a job.
    ChildWorks,
    /// Ever married, and no age at first marriage.
    MarriageAgeMissing,
    /// More people living in the house than in the list.
    ResidentsMismatch,
    /// A decile without its source.
    DecileWithoutSource,
    /// No lawful basis was written down.
    BasisMissing,
    /// Questions that nobody could or wanted to answer.
    UnknownAnswers,
    /// A birth without a mother.
    BirthWithoutMother,
}

impl Slip {
    /// Every kind.
    pub const ALL: [Slip; 27] = {
        use Slip::*;
        [
            NikDate,
            NikSex,
            NikDuplicate,
            NikMissing,
            NikShort,
            BirthEstimated,
            BirthMissing,
            HeadMissing,
            TwoHeads,
            MotherTooYoung,
            MarriedChild,
            WifeMale,
            PersonTwice,
            PersonRespelt,
            KkShort,
            KkDuplicate,
            FloorAreaZero,
            PregnantUsing,
            SterilisedWish,
            AliveExceedsBorn,
            ChildWorks,
            MarriageAgeMissing,
            ResidentsMismatch,
            DecileWithoutSource,
            BasisMissing,
            UnknownAnswers,
            BirthWithoutMother,
        ]
    };
}

/// Plants slips as families pass by.
#[derive(Clone, Debug)]
pub struct Slips {
    waiting: VecDeque<Slip>,
    nik: Option<String>,
    kk: Option<String>,
    young_adult: Option<Person>,
}

/// What a slip may touch.
pub struct Scene<'a> {
    /// The family.
    pub family: &'a mut Family,
    /// Its events.
    pub events: &'a mut Vec<VitalEvent>,
    /// Hands out NIK.
    pub numbers: &'a mut Numbers,
    /// Randomness of the family.
    pub dice: &'a mut Dice,
    /// Makes identities.
    pub new_id: &'a mut dyn FnMut(&mut Dice) -> Id,
    /// The reference date.
    pub today: Date,
}

impl Default for Slips {
    fn default() -> Self {
        Slips { waiting: Slip::ALL.into(), nik: None, kk: None, young_adult: None }
    }
}

impl Slips {
    /// Perhaps plants a slip in the family, the one that has waited longest and fits.
    pub fn pass(&mut self, mut scene: Scene) -> Option<Slip> {
        let due = scene.dice.in_1000(115);
        // A birth is rare: where it waits among the first, the next birth takes it.
        let waits = self.waiting.iter().position(|slip| *slip == Slip::BirthWithoutMother).filter(|at| *at < 9);
        let fit = scene.family.state() != FamilyState::Draft && scene.family.active().next().is_some();
        let order = waits.filter(|_| fit).into_iter().chain(0..if fit && due { self.waiting.len() } else { 0 });
        let planted = order.into_iter().find(|at| self.plant(self.waiting[*at], &mut scene));
        let planted = planted.and_then(|at| self.waiting.remove(at));
        self.waiting.extend(planted);
        if planted.is_some() && scene.family.state() == FamilyState::Verified {
            scene.family.own.state = Answer::Known(FamilyState::Complete);
        }
        if planted.is_none() {
            self.remember(scene.family, scene.today);
        }
        planted
    }

    fn remember(&mut self, family: &Family, today: Date) {
        if let Some(head) = family.head().filter(|head| head.nik.is_known()) {
            self.nik = head.nik.known().cloned();
            self.kk = family.kk.known().cloned();
        }
        let grown = |person: &&Person| {
            person.relation.is(Relation::Child)
                && person.marital.is(Marital::Never)
                && person.nik.is_known()
                && person.age_years(today).is_some_and(|age| (19..=34).contains(&age))
        };
        if let Some(person) = family.active().find(grown) {
            self.young_adult = Some(person.clone());
        }
    }

    fn plant(&mut self, slip: Slip, scene: &mut Scene) -> bool {
        match slip {
            Slip::NikDuplicate => {
                let nik = self.nik.clone();
                scene
                    .some(|person| person.nik.is_known())
                    .zip(nik)
                    .map(|(person, nik)| person.nik = nik.into())
                    .is_some()
            }
            Slip::KkDuplicate => match self.kk.clone() {
                Some(kk) => {
                    scene.family.own.kk = kk.into();
                    true
                }
                None => false,
            },
            Slip::PersonTwice | Slip::PersonRespelt => match self.young_adult.take() {
                Some(person) => scene.enter_again(person, slip == Slip::PersonRespelt),
                None => false,
            },
            slip => scene.plant(slip).is_some(),
        }
    }
}

impl Scene<'_> {
    fn some(&mut self, fits: impl Fn(&Person) -> bool) -> Option<&mut Person> {
        let places: Vec<usize> = (0..self.family.members.len())
            .filter(|at| self.family.members[*at].is_active() && fits(&self.family.members[*at]))
            .collect();
        if places.is_empty() {
            return None;
        }
        let at = self.dice.pick(&places);
        self.family.members.get_mut(at)
    }

    fn aged(&mut self, from: i32, to: i32, fits: impl Fn(&Person) -> bool) -> Option<&mut Person> {
        let today = self.today;
        self.some(|person| person.age_years(today).is_some_and(|age| (from..=to).contains(&age)) && fits(person))
    }

    fn wife(&mut self) -> Option<&mut Person> {
        self.some(|person| person.relation.is(Relation::Wife) && person.marital.is(Marital::Married))
    }

    /// A woman to whom the KB block applies, using a method.
    fn user(&mut self, from: i32) -> Option<&mut Person> {
        let today = self.today;
        self.aged(from, 49, |person| sections::kb_applies(person, today) && person.kb_using.is(YesNo::Yes))
    }

    fn plant(&mut self, slip: Slip) -> Option<()> {
        let with_nik = |person: &Person| person.nik.is_known() && person.born.is_known();
        match slip {
            Slip::NikDate => {
                let person = self.some(|person| with_nik(person) && swapped(person.nik.text()).is_some())?;
                person.nik = swapped(person.nik.text())?.into();
            }
            Slip::NikSex => {
                let person = self.some(with_nik)?;
                let (born, sex) = (person.born.get()?, person.sex.get()?);
                let sequence = person.nik.text().get(12..)?.parse().ok()?;
                let other = if sex == Sex::Male { Sex::Female } else { Sex::Male };
                person.nik = numbers::nik(DISTRICT, born, other, sequence).into();
            }
            Slip::NikMissing => self.aged(1, 120, with_nik)?.nik = Answer::Missing,
            Slip::NikShort => {
                let person = self.some(with_nik)?;
                person.nik = person.nik.text()[..15].to_owned().into();
            }
            Slip::BirthEstimated => {
                let person = self.aged(50, 120, |_| true)?;
                person.born = Date::new(person.born.get()?.year, 0, 0).into();
            }
            Slip::BirthMissing => self.aged(20, 120, |_| true)?.born = Answer::Missing,
            Slip::HeadMissing => {
                self.some(|person| person.relation.is(Relation::Head))?.relation = Answer::Known(Relation::Other);
            }
            Slip::TwoHeads => self.wife()?.relation = Answer::Known(Relation::Head),
            Slip::MotherTooYoung => self.mother_too_young()?,
            Slip::MarriedChild => self.aged(8, 9, |_| true)?.marital = Answer::Known(Marital::Married),
            Slip::WifeMale => self.wife()?.sex = Answer::Known(Sex::Male),
            Slip::KkShort => {
                let kk = self.family.kk.text().get(..15)?.to_owned();
                self.family.own.kk = kk.into();
            }
            Slip::FloorAreaZero => self.family.own.floor_area = Answer::Known(0.0),
            Slip::PregnantUsing => self.user(15)?.pregnant = Answer::Known(YesNo::Yes),
            Slip::SterilisedWish => {
                let person = self.user(30)?;
                person.kb_method = Answer::Known(Contraception::FemaleSterilisation);
                person.child_wish = Answer::Known(ChildWish::Later);
            }
            Slip::AliveExceedsBorn => {
                let person = self.some(|person| person.born_boys.is_known())?;
                person.alive_boys = person.born_boys.get().map(|born| born + 1).into();
            }
            Slip::ChildWorks => self.aged(7, 9, |_| true)?.occupation = Answer::Known(Occupation::FarmLabourer),
            Slip::MarriageAgeMissing => {
                self.some(|person| person.first_marriage_age.is_known())?.first_marriage_age = Answer::Missing;
            }
            Slip::ResidentsMismatch => {
                self.family.own.residents = self.family.residents.get().map(|n| n + 2).into();
            }
            Slip::DecileWithoutSource => {
                let decile = self.dice.between(1, 4);
                let own = &mut self.family.own;
                (own.decile, own.decile_source, own.decile_on) = (decile.into(), Answer::Missing, Answer::Missing);
            }
            Slip::BasisMissing => {
                (self.family.own.basis, self.family.own.basis_on) = (Answer::Missing, Answer::Missing);
            }
            Slip::UnknownAnswers => {
                let person = self.aged(20, 120, |_| true)?;
                (person.completed, person.health_cover) = (Answer::Unknown, Answer::Refused);
                self.family.own.income = Answer::Refused;
                self.family.own.water = Answer::Unknown;
            }
            Slip::BirthWithoutMother => {
                let event = self.events.iter_mut().find(|event| event.kind.is(EventKind::Birth))?;
                event.mother = Answer::Missing;
            }
            Slip::NikDuplicate | Slip::KkDuplicate | Slip::PersonTwice | Slip::PersonRespelt => return None,
        }
        Some(())
    }

    /// A slip in the year makes a child nearly as old as the mother; the NIK follows the wrong year.
    fn mother_too_young(&mut self) -> Option<()> {
        let pairs: Vec<(Id, Date)> = self
            .family
            .mother_child_pairs()
            .filter(|(mother, child)| mother.is_active() && child.is_active() && child.relation.is(Relation::Child))
            .filter(|(_, child)| child.marital.is(Marital::Never))
            .filter_map(|(mother, child)| Some((child.id, mother.born.get()?)))
            .collect();
        let (id, mother_born) = *pairs.first()?;
        let born = mother_born.plus_years(8)?;
        let child = self.family.members.iter_mut().find(|person| person.id == id)?;
        child.born = Answer::Known(born);
        child.nik = self.numbers.nik(self.dice, born, child.sex.get()?).into();
        Some(())
    }

    /// The person comes up once more, as a relative in this family.
    fn enter_again(&mut self, mut person: Person, respelt: bool) -> bool {
        person.id = (self.new_id)(self.dice);
        person.relation = Answer::Known(Relation::OtherRelative);
        person.mother = Answer::Missing;
        if respelt {
            person.nik = Answer::Missing;
            person.nik_reason = Answer::Known(NikReason::NotAtHand);
            person.name = respell(person.name.text()).into();
        }
        self.family.own.residents =
            self.family.residents.get().map(|n| n + i32::from(person.presence.is(Presence::AtHome))).into();
        self.family.members.push(person);
        true
    }
}

/// The NIK with day and month digits exchanged, where that gives another date that exists.
fn swapped(nik: &str) -> Option<String> {
    let (day, month): (u8, u8) = (nik.get(6..8)?.parse().ok()?, nik.get(8..10)?.parse().ok()?);
    let (plain, woman) = if day > 40 { (day - 40, 40) } else { (day, 0) };
    let fits = plain <= 12 && month <= 12 && plain != month;
    fits.then(|| format!("{}{:02}{plain:02}{}", &nik[..6], month + woman, &nik[10..]))
}

/// A name as another enumerator would write it.
fn respell(name: &str) -> String {
    for (from, to) in [("Muhammad", "M."), ("Noor", "Nor"), ("Nor", "Noor"), ("y", "i"), ("h", ""), ("i", "y")] {
        if name.contains(from) {
            return name.replacen(from, to, 1);
        }
    }
    format!("{name}s")
}
