//! The answers of one person: name, birth, education, work, documents, health. Education follows the generation, work the
//! sex, age and schooling; weights are the project's own and resemble rural Kalimantan Selatan.

use super::dice::Dice;
use super::home::Means;
use super::kin::Kin;
use super::{names, numbers::Numbers};
use crate::base::codes::*;
use crate::base::{Answer, Date};
use crate::register::Person;

/// Places of birth besides the village itself.
const BORN_ELSEWHERE: [&str; 8] =
    ["Marabahan", "Banjarmasin", "Martapura", "Kuala Kapuas", "Amuntai", "Margasari", "Negara", "Alalak"];

fn known<T>(value: T) -> Answer<T> {
    Answer::Known(value)
}

/// Fills in the answers of a member; names already `taken` in the family are not given again.
pub fn person(
    dice: &mut Dice,
    numbers: &mut Numbers,
    kin: &Kin,
    means: &Means,
    taken: &[String],
    today: Date,
) -> Person {
    let at = today.day_number();
    let born = birth_date(dice, kin, at);
    let age = born.years_until(today);
    let mut person = Person {
        name: known(names::fresh_name(dice, kin.sex, born.year, means.christian, taken)),
        sex: known(kin.sex),
        born: known(born),
        relation: known(kin.relation),
        marital: known(kin.marital),
        religion: known(means.religion),
        citizenship: known(Citizenship::Indonesian),
        ethnic: known(means.ethnic.to_owned()),
        status: known(kin.status),
        permanence: known(if dice.in_1000(988) { Permanence::Permanent } else { Permanence::Temporary }),
        entered: kin.entered.and_then(Date::from_day_number).into(),
        left: kin.left.and_then(Date::from_day_number).into(),
        ..Person::default()
    };
    let in_village = if kin.entered.is_some() {
        50
    } else if kin.relation == Relation::Child {
        860
    } else {
        560
    };
    let place = if dice.in_1000(in_village) { super::place::VILLAGE } else { dice.pick(&BORN_ELSEWHERE) };
    person.birth_place = known(place.to_owned());
    let has_nik = if age < 1 { dice.in_1000(640) } else { !dice.in_1000(6) };
    if has_nik {
        person.nik = known(numbers.nik(dice, born, kin.sex));
    } else {
        person.nik_reason = known(if age < 1 { NikReason::InProgress } else { NikReason::NotYet });
    }
    if let Some(married) = kin.married.and_then(Date::from_day_number) {
        person.first_marriage_age = known(born.years_until(married).max(10));
        if kin.marital == Marital::Married && dice.in_1000(600) {
            person.married_on = known(married);
        }
    }
    schooling(dice, &mut person, age, means);
    work(dice, &mut person, age);
    health(dice, &mut person, age, means, today);
    documents(dice, &mut person, age, means);
    presence(dice, &mut person, age);
    if kin.mother.is_none() && dice.in_1000(if age < 18 { 1_000 } else { 400 }) {
        person.mother_name = known(names::name(dice, Sex::Female, born.year.saturating_sub(26), means.christian));
    }
    person
}

/// The day of birth; of people over 45, one in thirty only guesses a year that makes the age a round one.
fn birth_date(dice: &mut Dice, kin: &Kin, at: i32) -> Date {
    let born = Date::from_day_number(kin.born).unwrap_or_default();
    let age = kin.age(at);
    if age >= 45 && age % 5 < 2 && kin.births.is_empty() && dice.in_1000(120) {
        let year = born.year + (age % 5) as i16;
        return Date::new(year, if dice.in_1000(500) { 7 } else { 12 }, 1).unwrap_or(born);
    }
    born
}

type Weights<T> = &'static [(T, u32)];
/// Highest education completed, by the year of birth up to which the weights hold.
const COMPLETED: &[(i16, Weights<Completed>)] = {
    use Completed::*;
    &[
        (1949, &[(Never, 24), (NotFinished, 40), (Primary, 28), (LowerSecondary, 5), (UpperSecondary, 3)]),
        (
            1964,
            &[
                (Never, 7),
                (NotFinished, 27),
                (Primary, 43),
                (LowerSecondary, 11),
                (UpperSecondary, 9),
                (Bachelor, 2),
                (Diploma1Or2, 1),
            ],
        ),
        (
            1979,
            &[
                (Never, 2),
                (NotFinished, 12),
                (Primary, 41),
                (LowerSecondary, 19),
                (UpperSecondary, 20),
                (Diploma1Or2, 1),
                (Diploma3, 1),
                (Bachelor, 4),
            ],
        ),
        (
            1994,
            &[
                (Never, 1),
                (NotFinished, 4),
                (Primary, 27),
                (LowerSecondary, 27),
                (UpperSecondary, 31),
                (Diploma3, 3),
                (Bachelor, 7),
            ],
        ),
        (
            2200,
            &[
                (NotFinished, 3),
                (Primary, 14),
                (LowerSecondary, 26),
                (UpperSecondary, 47),
                (Diploma3, 2),
                (Bachelor, 7),
                (Never, 1),
            ],
        ),
    ]
};

fn schooling(dice: &mut Dice, person: &mut Person, age: i32, means: &Means) {
    use Attending as A;
    use Completed as C;
    let year = person.born.get().map_or(0, |born| born.year);
    let settled = |dice: &mut Dice| {
        let table = COMPLETED.iter().find(|(until, _)| year <= *until).map_or(COMPLETED[0].1, |(_, table)| table);
        dice.weighted(table)
    };
    let stays = |dice: &mut Dice, chance: u32| dice.in_1000((chance + 6 * means.wealth).min(995));
    let (attending, completed) = match age {
        ..3 => return,
        3..=4 => (if dice.in_1000(230) { A::PreSchool } else { A::NotYet }, C::Never),
        5..=6 => {
            match dice.weighted(&[(A::PreSchool, 62), (A::NotYet, 23), (A::Primary, if age == 6 { 60 } else { 0 })]) {
                A::Primary => (A::Primary, C::NotFinished),
                other => (other, C::Never),
            }
        }
        7..=12 => {
            if stays(dice, 985) {
                (A::Primary, C::NotFinished)
            } else {
                (A::NotAttending, C::NotFinished)
            }
        }
        13..=15 => {
            if stays(dice, 920) {
                (A::LowerSecondary, C::Primary)
            } else {
                (A::NotAttending, C::Primary)
            }
        }
        16..=18 if stays(dice, 730) && person.marital.is(Marital::Never) => (A::UpperSecondary, C::LowerSecondary),
        16..=18 => (A::NotAttending, if dice.in_1000(600) { C::LowerSecondary } else { C::Primary }),
        19..=23 if stays(dice, 110) && person.marital.is(Marital::Never) => {
            (if dice.in_1000(850) { A::Bachelor } else { A::Diploma3 }, C::UpperSecondary)
        }
        19..=23 => match settled(dice) {
            C::Bachelor | C::Diploma3 => (A::NotAttending, C::UpperSecondary),
            other => (A::NotAttending, other),
        },
        _ => match settled(dice) {
            C::Never => (if dice.in_1000(500) { A::Never } else { A::Illiterate }, C::Never),
            other => (A::NotAttending, other),
        },
    };
    person.attending = known(attending);
    if age >= 5 {
        person.completed = known(completed);
    }
}

const MENS_WORK: Weights<Occupation> = {
    use Occupation::*;
    &[
        (Farmer, 330),
        (Fisher, 140),
        (Trader, 55),
        (SelfEmployed, 130),
        (DayLabourer, 120),
        (FarmLabourer, 50),
        (PrivateEmployee, 75),
        (Driver, 18),
        (Carpenter, 20),
        (Mason, 12),
        (Mechanic, 10),
        (FishLabourer, 8),
        (Breeder, 8),
        (Preacher, 4),
        (Imam, 2),
        (VillageOfficial, 8),
        (NotWorking, 22),
        (Construction, 8),
        (Transport, 6),
        (Other, 4),
    ]
};
const WOMENS_WORK: Weights<Occupation> = {
    use Occupation::*;
    &[
        (Housework, 610),
        (Farmer, 130),
        (Trader, 75),
        (SelfEmployed, 60),
        (DayLabourer, 25),
        (FarmLabourer, 25),
        (PrivateEmployee, 25),
        (Tailor, 14),
        (FishLabourer, 6),
        (Cook, 4),
        (VillageOfficial, 4),
        (NotWorking, 18),
    ]
};
const SCHOOLED_WORK: Weights<Occupation> = {
    use Occupation::*;
    &[
        (CivilServant, 22),
        (ContractStaff, 20),
        (Teacher, 24),
        (PrivateEmployee, 14),
        (SelfEmployed, 8),
        (VillageOfficial, 4),
        (Nurse, 3),
        (Trader, 5),
    ]
};

fn work(dice: &mut Dice, person: &mut Person, age: i32) {
    use Occupation::*;
    if age < 10 {
        return;
    }
    let woman = person.is_woman();
    let schooled = person.completed.get().is_some_and(|completed| completed.level() == 4);
    let occupation = if person.attending.get().is_some_and(Attending::attends) {
        Student
    } else if age < 16 || age < 20 && dice.in_1000(450) {
        NotWorking
    } else if age >= 60 && schooled {
        Pensioner
    } else if age >= 72 && dice.in_1000(650) {
        if woman { Housework } else { NotWorking }
    } else if schooled {
        if woman && dice.in_1000(60) { Midwife } else { dice.weighted(SCHOOLED_WORK) }
    } else if woman && person.relation.is(Relation::Head) && dice.in_1000(600) {
        dice.weighted(&[(Farmer, 40), (Trader, 25), (SelfEmployed, 15), (FarmLabourer, 10), (DayLabourer, 10)])
    } else {
        dice.weighted(if woman { WOMENS_WORK } else { MENS_WORK })
    };
    person.occupation = known(occupation);
}

fn health(dice: &mut Dice, person: &mut Person, age: i32, means: &Means, today: Date) {
    let cover = if age < 1 && dice.in_1000(450) || dice.in_1000(60) { HealthCover::None } else { means.cover };
    person.health_cover = known(cover);
    let disabled = dice.in_1000(if age >= 65 { 45 } else { 11 });
    person.disability = known(if disabled {
        use Disability::*;
        dice.weighted(&[(Physical, 40), (Blind, 15), (DeafMute, 18), (Mental, 17), (PhysicalAndMental, 4), (Other, 6)])
    } else {
        Disability::None
    });
    let ill = dice.in_1000(match age {
        ..40 => 8,
        40..=59 => 60,
        _ => 140,
    });
    person.chronic = known(if ill {
        use ChronicIllness::*;
        dice.weighted(&[
            (Diabetes, 26),
            (Heart, 16),
            (Stroke, 14),
            (Asthma, 18),
            (Lungs, 8),
            (Tuberculosis, 7),
            (Kidney, 6),
            (Cancer, 3),
            (Liver, 2),
        ])
    } else {
        ChronicIllness::None
    });
    person.blood = known(if dice.in_1000(320) {
        use BloodGroup::*;
        dice.weighted(&[(O, 40), (A, 26), (B, 27), (Ab, 7)])
    } else {
        BloodGroup::NotTested
    });
    if age < 5 && person.is_active() {
        use Nutrition::*;
        person.nutrition = known(dice.weighted(&[(Normal, 690), (Stunting, 185), (Wasting, 55), (NoRecord, 70)]));
        if !person.nutrition.is(NoRecord) {
            let days = person.born.get().map_or(0, |born| born.days_until(today));
            person.nutrition_on = today.plus_days(-dice.between(3, 60).min(days)).into();
        }
    }
}

fn documents(dice: &mut Dice, person: &mut Person, age: i32, means: &Means) {
    let yes = |yes: bool| known(if yes { YesNo::Yes } else { YesNo::No });
    let chance = match age {
        ..1 => 580,
        1..=4 => 820,
        5..=17 => 880 + 6 * means.wealth,
        18..=34 => 720,
        35..=59 => 430,
        _ => 240,
    };
    person.birth_certificate = yes(dice.in_1000(chance));
    if age >= 17 {
        person.ektp = yes(dice.in_1000(if age < 19 { 760 } else { 970 }));
    }
}

fn presence(dice: &mut Dice, person: &mut Person, age: i32) {
    let away = match age {
        13..=18 if person.relation.is(Relation::Child) => 60,
        19..=30 if person.relation.is(Relation::Child) => 110,
        19..=50 if !person.is_woman() => 30,
        _ => 4,
    };
    let presence = if person.is_active() && dice.in_1000(away) {
        if dice.in_1000(60) && age >= 20 { Presence::Abroad } else { Presence::Elsewhere }
    } else {
        Presence::AtHome
    };
    person.presence = known(presence);
}
