//! The family-planning block of married women of 10 to 49 years (PK21 block II). About 62% of couples use a modern method,
//! mostly injection and pill; some 12% have an unmet need by the register's formula (domain.md §7.2).

use super::dice::Dice;
use super::kin::Kin;
use crate::base::codes::*;
use crate::base::{Answer, Date};
use crate::register::Person;
use crate::register::sections::kb_applies;

/// Fills the block where it applies.
pub fn fill(dice: &mut Dice, person: &mut Person, kin: &Kin, today: Date) {
    if !person.is_active() || !kb_applies(person, today) {
        return;
    }
    let age = person.age_years(today).unwrap_or(0);
    let count = |sex: Sex, alive_only: bool| {
        let n = kin.births.iter().filter(|birth| birth.sex == sex && (birth.alive || !alive_only)).count();
        Answer::Known(n as i32)
    };
    person.born_boys = count(Sex::Male, false);
    person.born_girls = count(Sex::Female, false);
    person.alive_boys = count(Sex::Male, true);
    person.alive_girls = count(Sex::Female, true);
    let alive = kin.births.iter().filter(|birth| birth.alive).count() as i32;
    let since_last = kin.births.iter().map(|birth| birth.born).max().map(|born| today.day_number() - born);
    let pregnant = since_last.is_none_or(|days| days > 330) && dice.in_1000(pregnancy(age));
    person.pregnant = Answer::Known(if pregnant { YesNo::Yes } else { YesNo::No });
    let wish = wish(dice, age, alive + i32::from(pregnant), since_last);
    person.child_wish = Answer::Known(wish);
    person.wanted_children = Answer::Known(dice.weighted(&[(2, 50), (3, 32), (4, 13), (5, 5)]).max(alive));
    let ever = dice.in_1000(if alive == 0 { 150 } else { 880 });
    if pregnant {
        person.kb_ever = yes(ever);
        return;
    }
    let using = dice.in_1000(use_chance(age, alive, wish));
    person.kb_using = yes(using);
    person.kb_ever = yes(ever || using);
    if using {
        person.kb_method = Answer::Known(method(dice, age, alive, wish, since_last));
    } else {
        person.kb_reason = Answer::Known(reason(dice, age, wish));
    }
}

fn yes(yes: bool) -> Answer<YesNo> {
    Answer::Known(if yes { YesNo::Yes } else { YesNo::No })
}

fn pregnancy(age: i32) -> u32 {
    match age {
        ..20 => 150,
        20..=24 => 130,
        25..=29 => 92,
        30..=34 => 58,
        35..=39 => 34,
        40..=43 => 8,
        _ => 0,
    }
}

fn wish(dice: &mut Dice, age: i32, children: i32, since_last: Option<i32>) -> ChildWish {
    use ChildWish::*;
    let young_child = since_last.is_some_and(|days| days < 900);
    let weights: &[(ChildWish, u32)] = match (children, young_child) {
        _ if age >= 41 && children > 0 => &[(Soon, 3), (Later, 1), (NoMore, 96)],
        (0, _) => &[(Soon, 84), (Later, 14), (NoMore, 2)],
        (1, true) => &[(Soon, 8), (Later, 80), (NoMore, 12)],
        (1, false) => &[(Soon, 38), (Later, 30), (NoMore, 32)],
        (2, true) => &[(Soon, 3), (Later, 30), (NoMore, 67)],
        (2, false) => &[(Soon, 12), (Later, 13), (NoMore, 75)],
        _ => &[(Soon, 3), (Later, 4), (NoMore, 93)],
    };
    dice.weighted(weights)
}

fn use_chance(age: i32, alive: i32, wish: ChildWish) -> u32 {
    match wish {
        _ if alive == 0 => 90,
        ChildWish::Soon => 90,
        _ if age >= 47 => 620,
        _ if age >= 43 => 780,
        _ => 910,
    }
}

fn method(dice: &mut Dice, age: i32, alive: i32, wish: ChildWish, since_last: Option<i32>) -> Contraception {
    use Contraception::*;
    if since_last.is_some_and(|days| days < 180) && dice.in_1000(120) {
        return Lactational;
    }
    let settled = wish == ChildWish::NoMore && age >= 32 && alive >= 2;
    dice.weighted(if settled {
        &[
            (Injection, 430),
            (Pill, 270),
            (Implant, 90),
            (Iud, 50),
            (FemaleSterilisation, 85),
            (MaleSterilisation, 5),
            (Condom, 28),
            (Traditional, 42),
        ]
    } else {
        &[(Injection, 560), (Pill, 290), (Implant, 70), (Iud, 30), (Condom, 30), (Traditional, 20)]
    })
}

fn reason(dice: &mut Dice, age: i32, wish: ChildWish) -> NonUseReason {
    use NonUseReason::*;
    if wish == ChildWish::Soon {
        return dice.weighted(&[(Other, 70), (Fertility, 30)]);
    }
    dice.weighted(if age >= 43 {
        &[(Fertility, 60), (SideEffects, 22), (Disagrees, 8), (Other, 10)]
    } else {
        &[
            (SideEffects, 45),
            (Disagrees, 18),
            (Fertility, 12),
            (TooFar, 6),
            (TooExpensive, 6),
            (NotInformed, 5),
            (Other, 8),
        ]
    })
}
