//! Who lives together: families grown from marriages, births and deaths, before any answer is filled in. Days are counted
//! from 1 January 1970. The weights are this project's own, set so that age structure, household size and the share of
//! female heads are those of a village of rural Kalimantan Selatan; they are no estimate of any real place.

use super::dice::Dice;
use crate::base::codes::{EventKind, LifeStatus, Marital, Relation, Sex};

/// Days of a number of completed years.
pub fn years(n: i32) -> i32 {
    n * 1461 / 4
}

/// A child of a woman, wherever it lives now.
#[derive(Clone, Copy, Debug)]
pub struct Birth {
    /// Day of birth.
    pub born: i32,
    /// Sex.
    pub sex: Sex,
    /// Still alive.
    pub alive: bool,
}

/// A member of a family, before the answers.
#[derive(Clone, Debug)]
pub struct Kin {
    /// Sex.
    pub sex: Sex,
    /// Day of birth.
    pub born: i32,
    /// Relation to the head.
    pub relation: Relation,
    /// Marital status.
    pub marital: Marital,
    /// Day of the first marriage.
    pub married: Option<i32>,
    /// The mother, where she is a member: her place in the family.
    pub mother: Option<usize>,
    /// Children ever born alive, of women.
    pub births: Vec<Birth>,
    /// Living here, dead or gone.
    pub status: LifeStatus,
    /// Day of arrival, where within the last year.
    pub entered: Option<i32>,
    /// Day of death or departure.
    pub left: Option<i32>,
}

impl Kin {
    fn new(sex: Sex, born: i32, relation: Relation) -> Kin {
        Kin {
            sex,
            born,
            relation,
            marital: Marital::Never,
            married: None,
            mother: None,
            births: Vec::new(),
            status: LifeStatus::Alive,
            entered: None,
            left: None,
        }
    }

    fn wed(mut self, marital: Marital, married: i32) -> Kin {
        self.marital = marital;
        self.married = Some(married);
        self
    }

    /// Completed years at `today`, near enough for choices.
    pub fn age(&self, today: i32) -> i32 {
        (today - self.born) * 4 / 1461
    }
}

/// A family, before the answers.
#[derive(Clone, Debug, Default)]
pub struct Household {
    /// Members, the head first.
    pub kin: Vec<Kin>,
    /// Events of the last year: kind, member, day.
    pub events: Vec<(EventKind, usize, i32)>,
    /// The whole family came within the last year.
    pub arrived: bool,
}

#[derive(Clone, Copy)]
enum Form {
    Couple,
    Widow,
    Divorcee,
    Spinster,
    Widower,
    DivorcedMan,
    SingleMan,
}

const FORMS: &[(Form, u32)] = &[
    (Form::Couple, 800),
    (Form::Widow, 98),
    (Form::Divorcee, 30),
    (Form::Spinster, 7),
    (Form::Widower, 23),
    (Form::DivorcedMan, 18),
    (Form::SingleMan, 17),
];

/// First year of a five-year age group, and its weight.
type Ages = &'static [(i32, u32)];
const COUPLE: Ages = &[
    (20, 42),
    (25, 100),
    (30, 132),
    (35, 138),
    (40, 132),
    (45, 120),
    (50, 104),
    (55, 84),
    (60, 62),
    (65, 44),
    (70, 26),
    (75, 16),
];
const WIDOW: Ages = &[(35, 3), (40, 6), (45, 9), (50, 14), (55, 18), (60, 20), (65, 20), (70, 17), (75, 13), (80, 7)];
const DIVORCEE: Ages = &[(25, 10), (30, 18), (35, 20), (40, 18), (45, 14), (50, 10), (55, 6), (60, 4)];
const SPINSTER: Ages = &[(25, 3), (30, 2), (40, 1), (50, 1), (60, 1)];
const WIDOWER: Ages = &[(45, 4), (50, 6), (55, 9), (60, 12), (65, 14), (70, 13), (75, 10), (80, 6)];
const SINGLE_MAN: Ages = &[(20, 8), (25, 9), (30, 5), (35, 3), (40, 2), (50, 1), (60, 1)];
/// Years by which a husband is older.
const GAP: &[(i32, u32)] = &[
    (-3, 3),
    (-2, 4),
    (-1, 6),
    (0, 9),
    (1, 10),
    (2, 12),
    (3, 12),
    (4, 11),
    (5, 10),
    (6, 8),
    (7, 6),
    (8, 4),
    (10, 3),
    (13, 2),
];
const FIRST_MARRIAGE_ELDER: &[(i32, u32)] =
    &[(14, 3), (15, 6), (16, 10), (17, 13), (18, 14), (19, 13), (20, 11), (21, 9), (22, 7), (24, 8), (27, 4), (31, 2)];
const FIRST_MARRIAGE_YOUNGER: &[(i32, u32)] =
    &[(16, 3), (17, 6), (18, 10), (19, 13), (20, 14), (21, 13), (22, 11), (23, 9), (24, 7), (25, 6), (27, 5), (30, 3)];

fn born(dice: &mut Dice, today: i32, ages: Ages) -> i32 {
    let age = dice.weighted(ages) + dice.between(0, 4);
    today - years(age) - dice.between(0, 364)
}

/// Day of a woman's first marriage; `until` at the latest.
fn wedding(dice: &mut Dice, wife_born: i32, until: i32) -> i32 {
    // 1985 began on day 5,479.
    let ages = if wife_born < 5_479 { FIRST_MARRIAGE_ELDER } else { FIRST_MARRIAGE_YOUNGER };
    let day = wife_born + years(dice.weighted(ages)) + dice.between(0, 364);
    let earliest = wife_born + years(14);
    if day <= until { day } else { dice.between((until - years(2)).max(earliest), until.max(earliest)) }
}

/// Chances of one more child (in 1,000) by children so far, shortest and longest usual interval in days, and deaths in
/// childhood (in 1,000), by the woman's generation.
struct Generation {
    more: &'static [u32],
    interval: (i32, i32),
    lost: u32,
}

fn generation(wife_born: i32) -> Generation {
    match wife_born {
        // Born before 1960, before 1975, later.
        i32::MIN..-3_653 => {
            Generation { more: &[960, 920, 820, 700, 600, 500, 400, 300], interval: (540, 1_500), lost: 130 }
        }
        -3_653..1_826 => Generation { more: &[965, 910, 700, 520, 400, 300, 200], interval: (620, 2_100), lost: 60 },
        _ => Generation { more: &[955, 905, 610, 370, 260, 150], interval: (700, 2_500), lost: 25 },
    }
}

/// Children of a marriage: from the wedding to `until`, until the wife is 45.
fn children(dice: &mut Dice, wife_born: i32, married: i32, until: i32) -> Vec<Birth> {
    let generation = generation(wife_born);
    let last = until.min(wife_born + years(45));
    let mut births: Vec<Birth> = Vec::new();
    let mut day = married;
    for more in generation.more {
        if !dice.in_1000(*more) {
            break;
        }
        let (short, long) = generation.interval;
        day += if births.is_empty() { dice.between(285, 1_000) } else { dice.between(short, long) };
        if day > last {
            break;
        }
        for _ in 0..if dice.in_1000(9) { 2 } else { 1 } {
            let sex = if dice.in_1000(512) { Sex::Male } else { Sex::Female };
            births.push(Birth { born: day, sex, alive: !dice.in_1000(generation.lost) });
        }
    }
    births
}

/// Chance (in 1,000) that a child of this age still lives with the parents.
fn at_home(age: i32, sex: Sex) -> u32 {
    let (son, daughter) = match age {
        ..15 => (992, 992),
        15..=17 => (965, 955),
        18..=19 => (930, 850),
        20..=24 => (740, 540),
        25..=29 => (510, 290),
        30..=34 => (290, 140),
        35..=44 => (150, 80),
        _ => (50, 60),
    };
    if sex == Sex::Male { son } else { daughter }
}

impl Household {
    /// A family, as it stands at `today`.
    pub fn grow(dice: &mut Dice, today: i32) -> Household {
        let mut home = Household::default();
        match dice.weighted(FORMS) {
            Form::Couple => home.couple(dice, today),
            Form::Widow => home.lone_mother(dice, today, Marital::Widowed, WIDOW),
            Form::Divorcee => home.lone_mother(dice, today, Marital::Divorced, DIVORCEE),
            Form::Spinster => {
                let head = Kin::new(Sex::Female, born(dice, today, SPINSTER), Relation::Head);
                home.kin.push(head);
            }
            Form::Widower => home.lone_father(dice, today, Marital::Widowed, WIDOWER, 1_350),
            Form::DivorcedMan => home.lone_father(dice, today, Marital::Divorced, DIVORCEE, 300),
            Form::SingleMan => {
                let head = Kin::new(Sex::Male, born(dice, today, SINGLE_MAN), Relation::Head);
                home.kin.push(head);
            }
        }
        home.relatives(dice, today);
        home
    }

    fn couple(&mut self, dice: &mut Dice, today: i32) {
        let husband_born = born(dice, today, COUPLE);
        let gap = dice.weighted(GAP);
        let wife_born =
            (husband_born + years(gap) + dice.between(-180, 180)).min(today - years(16) - dice.between(0, 900));
        let until = today - dice.between(1, 200);
        let wedding = wedding(dice, wife_born, until);
        let married = wedding.max(husband_born + years(17)).min(today - 1);
        let births = children(dice, wife_born, married, today);
        self.kin.push(Kin::new(Sex::Male, husband_born, Relation::Head).wed(Marital::Married, married));
        let mut wife = Kin::new(Sex::Female, wife_born, Relation::Wife).wed(Marital::Married, married);
        wife.births.clone_from(&births);
        self.kin.push(wife);
        self.sons_and_daughters(dice, today, &births, Some(1), 1_000);
    }

    fn lone_mother(&mut self, dice: &mut Dice, today: i32, marital: Marital, ages: Ages) {
        let mother_born = born(dice, today, ages);
        let married = wedding(dice, mother_born, today - years(3));
        let end = dice.between(married + years(1), today - 400);
        let births = children(dice, mother_born, married, end.max(today - years(30)).min(today - 400));
        let mut mother = Kin::new(Sex::Female, mother_born, Relation::Head).wed(marital, married);
        mother.births.clone_from(&births);
        self.kin.push(mother);
        self.sons_and_daughters(dice, today, &births, Some(0), 1_350);
    }

    fn lone_father(&mut self, dice: &mut Dice, today: i32, marital: Marital, ages: Ages, stay: u32) {
        let father_born = born(dice, today, ages);
        let wife_born = father_born + years(dice.weighted(GAP).max(0));
        let wedding = wedding(dice, wife_born, today - years(3));
        let married = wedding.max(father_born + years(17)).min(today - years(2));
        let births = children(dice, wife_born, married, today - years(1));
        self.kin.push(Kin::new(Sex::Male, father_born, Relation::Head).wed(marital, married));
        self.sons_and_daughters(dice, today, &births, None, stay);
    }

    /// Children who still live here; one of the grown-up ones may have a spouse, or children of a marriage that ended.
    fn sons_and_daughters(&mut self, dice: &mut Dice, today: i32, births: &[Birth], mother: Option<usize>, stay: u32) {
        let mut young_couple = false;
        for birth in births.iter().filter(|birth| birth.alive) {
            let mut child = Kin::new(birth.sex, birth.born, Relation::Child);
            let age = child.age(today);
            if !dice.in_1000(at_home(age, birth.sex) * stay / 1_000) {
                continue;
            }
            child.mother = mother;
            let marriageable = age >= if birth.sex == Sex::Male { 20 } else { 18 };
            let at = self.kin.len();
            if marriageable && age <= 38 && !young_couple && dice.in_1000(105) {
                young_couple = true;
                self.young_couple(dice, today, child);
            } else if marriageable && age >= 22 && dice.in_1000(70) {
                let wife_born = birth.born;
                let married = wedding(dice, wife_born, today - years(2));
                child = child.wed(if dice.in_1000(850) { Marital::Divorced } else { Marital::Widowed }, married);
                if birth.sex == Sex::Female && dice.in_1000(650) {
                    let born = (married + dice.between(290, 900)).min(today - 500);
                    let sex = if dice.in_1000(512) { Sex::Male } else { Sex::Female };
                    child.births.push(Birth { born, sex, alive: true });
                    self.kin.push(child);
                    let mut grandchild = Kin::new(sex, born, Relation::Grandchild);
                    grandchild.mother = Some(at);
                    self.kin.push(grandchild);
                } else {
                    self.kin.push(child);
                }
            } else {
                self.kin.push(child);
            }
        }
    }

    /// A grown-up child with spouse (menantu) and children (cucu).
    fn young_couple(&mut self, dice: &mut Dice, today: i32, child: Kin) {
        let years_older = dice.between(-1, 6);
        let sex = if child.sex == Sex::Male { Sex::Female } else { Sex::Male };
        let apart = if sex == Sex::Female { years(years_older) } else { -years(years_older) };
        let spouse_born = (child.born + apart).min(today - years(17) - dice.between(0, 600));
        let wife_born = if sex == Sex::Female { spouse_born } else { child.born };
        let until = today - dice.between(1, 400);
        let married = wedding(dice, wife_born, until).min(today - 1);
        let births = children(dice, wife_born, married, today);
        let mut pair = [child.wed(Marital::Married, married), {
            Kin::new(sex, spouse_born, Relation::ChildInLaw).wed(Marital::Married, married)
        }];
        let mother = self.kin.len() + usize::from(sex == Sex::Female);
        pair[usize::from(sex == Sex::Female)].births.clone_from(&births);
        self.kin.extend(pair);
        for birth in births.iter().filter(|birth| birth.alive) {
            let mut grandchild = Kin::new(birth.sex, birth.born, Relation::Grandchild);
            grandchild.mother = Some(mother);
            self.kin.push(grandchild);
        }
    }

    /// Others who live along: a widowed parent, a grandchild whose parents work elsewhere, a relative.
    fn relatives(&mut self, dice: &mut Dice, today: i32) {
        let head = self.kin[0].clone();
        let age = head.age(today);
        let couple = self.kin.len() > 1 && self.kin[1].relation == Relation::Wife;
        if (26..=52).contains(&age) && dice.in_1000(85) {
            let of_wife = couple && dice.in_1000(450);
            let child = usize::from(of_wife);
            let sex = if dice.in_1000(800) { Sex::Female } else { Sex::Male };
            let apart = if sex == Sex::Female { dice.between(19, 36) } else { dice.between(23, 42) };
            let parent_born = self.kin[child].born - years(apart) - dice.between(0, 300);
            let relation = if of_wife { Relation::ParentInLaw } else { Relation::Parent };
            let mut parent = Kin::new(sex, parent_born, relation);
            if parent.age(today) <= 96 {
                let married = parent_born + years(apart - dice.between(1, 4).min(apart - 15).max(1));
                parent = parent.wed(Marital::Widowed, married);
                if sex == Sex::Female {
                    let child_kin = &self.kin[child];
                    parent.births.push(Birth { born: child_kin.born, sex: child_kin.sex, alive: true });
                    self.kin[child].mother = Some(self.kin.len());
                }
                self.kin.push(parent);
            }
        }
        if (48..=74).contains(&age) && dice.in_1000(40) {
            let sex = if dice.in_1000(500) { Sex::Male } else { Sex::Female };
            let grandchild = Kin::new(sex, today - dice.between(700, 5_300), Relation::Grandchild);
            self.kin.push(grandchild);
        }
        if dice.in_1000(35) {
            let sex = if dice.in_1000(520) { Sex::Male } else { Sex::Female };
            let relative = Kin::new(sex, today - dice.between(years(16), years(34)), Relation::OtherRelative);
            self.kin.push(relative);
        }
    }

    /// Members who live here.
    pub fn here(&self) -> impl Iterator<Item = (usize, &Kin)> {
        self.kin.iter().enumerate().filter(|(_, kin)| kin.status == LifeStatus::Alive)
    }
}
