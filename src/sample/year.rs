//! The last year of a family: births, deaths, arrivals and departures. The events move the stock: the dead and the gone stay
//! in the record with their status and date.

use super::dice::Dice;
use super::kin::{Household, Kin, years};
use crate::base::Order as _;
use crate::base::codes::{EventKind, LifeStatus, Marital, Relation, Sex};

/// Chance of dying within a year, in 10,000, by age.
fn mortality(age: i32, sex: Sex) -> u32 {
    let men = match age {
        ..1 => 170,
        1..=4 => 18,
        5..=29 => 12,
        30..=39 => 22,
        40..=49 => 55,
        50..=59 => 140,
        60..=69 => 330,
        70..=79 => 720,
        _ => 1_500,
    };
    if sex == Sex::Male { men } else { men * 3 / 4 }
}

impl Household {
    /// Lets the year up to `today` happen.
    pub fn live(&mut self, dice: &mut Dice, today: i32) {
        let begin = today - 364;
        let head_age = self.kin[0].age(today);
        if head_age < 50 && dice.in_1000(13) {
            self.arrive(dice, begin, today);
        } else if dice.in_1000(4) && !self.kin.iter().any(|kin| kin.born > begin) {
            let day = dice.between(begin, today - 5);
            for at in 0..self.kin.len() {
                self.go(EventKind::MoveOut, LifeStatus::Moved, at, day);
            }
        }
        let a_child_in_law_comes =
            |kin: &Kin| kin.relation == Relation::ChildInLaw && kin.married.is_some_and(|day| day > begin);
        if let Some(at) = self.kin.iter().position(a_child_in_law_comes).filter(|_| !self.arrived) {
            let day = self.kin[at].married.unwrap_or(today);
            self.kin[at].entered = Some(day);
            self.events.push((EventKind::MoveIn, at, day));
        }
        for at in 0..self.kin.len() {
            let kin = &self.kin[at];
            if kin.born > begin && kin.entered.is_none() {
                self.events.push((EventKind::Birth, at, kin.born));
            }
        }
        for at in 0..self.kin.len() {
            let kin = &self.kin[at];
            if kin.status != LifeStatus::Alive {
                continue;
            }
            let age = kin.age(today);
            let earliest = kin.entered.unwrap_or(begin).max(kin.born).max(begin);
            let mourning = self.events.iter().any(|(kind, ..)| *kind == EventKind::Death);
            if !mourning && dice.below(10_000) < mortality(age, kin.sex) {
                let day = dice.between(earliest + 1, today - 1);
                if day > earliest && day < today {
                    self.dies(at, day);
                }
            } else if kin.relation == Relation::Child
                && kin.marital == Marital::Never
                && (17..=32).contains(&age)
                && kin.entered.is_none()
                && dice.in_1000(38)
            {
                let day = dice.between(begin, today - 3);
                self.go(EventKind::MoveOut, LifeStatus::Moved, at, day);
            }
        }
        self.events.order_by_key(|(_, at, day)| (*day, *at));
    }

    fn arrive(&mut self, dice: &mut Dice, begin: i32, today: i32) {
        let day = dice.between(begin, today - 10);
        self.arrived = true;
        for at in 0..self.kin.len() {
            if self.kin[at].born < day {
                self.kin[at].entered = Some(day);
                self.events.push((EventKind::MoveIn, at, day));
            }
        }
    }

    fn go(&mut self, event: EventKind, status: LifeStatus, at: usize, day: i32) {
        self.kin[at].status = status;
        self.kin[at].left = Some(day);
        self.events.push((event, at, day));
    }

    /// A death: the spouse is widowed, and where the head dies another head stands up. A family without anyone who could
    /// become head is spared; one family mourns once a year.
    fn dies(&mut self, at: usize, day: i32) {
        let couple = |kin: &[Kin]| kin.len() > 1 && kin[1].relation == Relation::Wife;
        let is_couple = couple(&self.kin) && at < 2 && self.kin[1 - at].status == LifeStatus::Alive;
        if at == 0 {
            let heir = if is_couple { Some(1) } else { self.heir(day) };
            let Some(heir) = heir else { return };
            for (place, kin) in self.kin.iter_mut().enumerate() {
                if place == heir {
                    kin.relation = Relation::Head;
                } else if !is_couple && place != 0 {
                    kin.relation = Relation::OtherRelative;
                } else if is_couple {
                    kin.relation = match kin.relation {
                        Relation::Parent => Relation::ParentInLaw,
                        Relation::ParentInLaw => Relation::Parent,
                        same => same,
                    };
                }
            }
        }
        if is_couple {
            self.kin[1 - at].marital = Marital::Widowed;
        } else if self.kin[at].marital == Marital::Married && at > 0 {
            // A child and the child-in-law stand side by side.
            let spouse = if self.kin[at].relation == Relation::ChildInLaw { at - 1 } else { at + 1 };
            if let Some(spouse) = self.kin.get_mut(spouse).filter(|kin| kin.marital == Marital::Married) {
                spouse.marital = Marital::Widowed;
            }
        }
        self.lose_child(at);
        self.go(EventKind::Death, LifeStatus::Dead, at, day);
    }

    fn lose_child(&mut self, at: usize) {
        let (born, sex) = (self.kin[at].born, self.kin[at].sex);
        let Some(mother) = self.kin[at].mother else { return };
        let births = &mut self.kin[mother].births;
        if let Some(birth) = births.iter_mut().find(|b| b.alive && b.born == born && b.sex == sex) {
            birth.alive = false;
        }
    }

    /// The eldest unmarried child of seventeen or more, where children alone live with the head.
    fn heir(&self, day: i32) -> Option<usize> {
        let simple = self.here().all(|(at, kin)| at == 0 || kin.relation == Relation::Child);
        let grown = |kin: &Kin| kin.born + years(17) < day && kin.marital != Marital::Married;
        self.here().find(|(at, kin)| simple && *at > 0 && grown(kin)).map(|(at, _)| at)
    }
}
