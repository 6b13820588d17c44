//! Judgements of several answers of a family or person. Nothing where the answers do not suffice: not known is not "no".
//! Definitions are those of the indicators of the same name (domain.md §6, §7).

use super::ground::{Ground, Subject};
use super::topics::Codes;
use crate::act::krs;
use crate::act::reason::{Factor, Reason};
use crate::base::codes::*;
use crate::base::{Date, Id};
use crate::register::Person;

/// Elderly from this age on, years (lansia, UU 13/1998).
const ELDERLY_FROM: i32 = 60;
/// Floor area for each person, m² (domain.md §7.5).
const SPACE_M2: f64 = 7.2;

pub(super) fn age_years(ground: &Ground, who: &Subject) -> Option<f64> {
    who.person?.age_years(ground.at).map(f64::from)
}

pub(super) fn age_months(ground: &Ground, who: &Subject) -> Option<f64> {
    who.person?.age_months(ground.at).map(f64::from)
}

pub(super) fn attends(_: &Ground, who: &Subject) -> Option<bool> {
    who.person?.attending.get().map(Attending::attends)
}

pub(super) fn disabled(_: &Ground, who: &Subject) -> Option<bool> {
    who.person?.disability.get().map(|kind| kind != Disability::None)
}

/// Has a number of sixteen digits; has none where that is told; not known where nobody asked or the card was not at hand.
pub(super) fn has_nik(_: &Ground, who: &Subject) -> Option<bool> {
    let person = who.person?;
    let digits = person.nik.text();
    if digits.len() == 16 && digits.bytes().all(|b| b.is_ascii_digit()) && digits.bytes().any(|b| b != b'0') {
        return Some(true);
    }
    match person.nik_reason.get() {
        Some(NikReason::NotYet | NikReason::InProgress) => Some(false),
        _ => None,
    }
}

/// Wife of an eligible couple (PUS): married woman of 15 to 49.
pub(super) fn couple(ground: &Ground, who: &Subject) -> Option<bool> {
    let person = who.person?;
    let holds = [
        person.sex.get().map(|sex| sex == Sex::Female),
        person.marital.get().map(|marital| marital == Marital::Married),
        person.age_years(ground.at).map(|age| (15..=49).contains(&age)),
    ];
    if holds.contains(&Some(false)) { Some(false) } else { holds.iter().all(Option::is_some).then_some(true) }
}

/// Unmet need by the register formula (domain.md §7.2): not pregnant, not using, wants a child later or none.
pub(super) fn unmet(ground: &Ground, who: &Subject) -> Option<bool> {
    let wife = who.person?;
    if couple(ground, who) != Some(true) {
        return couple(ground, who);
    }
    if wife.pregnant.is(YesNo::Yes) {
        return Some(false);
    }
    match (uses(wife)?, wife.child_wish.get()?) {
        (true, _) | (_, ChildWish::Soon) => Some(false),
        (false, _) => wife.pregnant.is(YesNo::No).then_some(true),
    }
}

/// "Not using" wins where the two questions disagree, as in the indicators.
fn uses(wife: &Person) -> Option<bool> {
    match (wife.kb_using.get(), wife.kb_method.get()) {
        (Some(YesNo::No), _) | (None, Some(Contraception::None)) => Some(false),
        (_, Some(method)) if method.is_use() => Some(true),
        (Some(YesNo::Yes), _) => Some(true),
        (None, _) => None,
    }
}

pub(super) fn modern_method(ground: &Ground, who: &Subject) -> Option<bool> {
    if couple(ground, who) != Some(true) {
        return couple(ground, who);
    }
    let wife = who.person?;
    match (uses(wife)?, wife.kb_method.get()) {
        (false, _) => Some(false),
        (true, Some(Contraception::Other) | None) => None,
        (true, Some(method)) => Some(method.is_modern()),
    }
}

/// Bits of the topic's answers by the last help: this year, within twelve months, ever. What was noted is all that counts.
pub(super) fn helped(ground: &Ground, who: &Subject) -> Codes {
    let last = |of: &crate::register::snapshot::IdMap<Date>, id: Id| of.get(&id).copied();
    let family = last(&ground.helped_families, who.family.id);
    // Of a person: help to the person, or to the family as a whole.
    let on = who.person.map_or(family, |person| last(&ground.helped_persons, person.id).max(family));
    let Some(on) = on else { return Codes::default() };
    let within_a_year = ground.today.plus_years(-1).is_some_and(|start| on > start);
    let bit = |holds: bool, number: u32| u128::from(holds) << number;
    Codes { yes: bit(on.year == ground.today.year, 1) | bit(within_a_year, 2) | bit(true, 3), unknown: 0 }
}

pub(super) fn events(ground: &Ground, who: &Subject) -> Codes {
    let id = who.person.map_or(who.family.id, |person| person.id);
    Codes { yes: ground.events.get(&id).copied().unwrap_or_default(), unknown: 0 }
}

pub(super) fn members(ground: &Ground, who: &Subject) -> Option<f64> {
    Some(ground.residents(who.family).count() as f64)
}

pub(super) fn elderly_alone(ground: &Ground, who: &Subject) -> Option<bool> {
    let mut residents = ground.residents(who.family);
    let (first, second) = (residents.next(), residents.next());
    if second.is_some() {
        return Some(false);
    }
    first?.age_years(ground.at).map(|age| age >= ELDERLY_FROM)
}

pub(super) fn stunting_risk(ground: &Ground, who: &Subject) -> Option<bool> {
    krs::judge(who.family, ground.rules, ground.at).at_risk()
}

/// Factors that hold or may hold, of families that are a target (sasaran); of others none does.
pub(super) fn stunting_factors(ground: &Ground, who: &Subject) -> Codes {
    let judged = krs::judge(who.family, ground.rules, ground.at);
    let bit = |factor: Factor| 1u128 << (Factor::ALL.iter().position(|one| *one == factor).unwrap_or(0) + 1);
    let holds = judged.reasons.iter().filter_map(factor_of).map(bit).fold(0, |all, one| all | one);
    let may = judged.not_known.iter().map(|factor| bit(*factor)).fold(0, |all, one| all | one);
    match judged.target {
        Some(true) => Codes { yes: holds, unknown: may },
        Some(false) => Codes::default(),
        None => Codes { yes: 0, unknown: holds | may },
    }
}

fn factor_of(reason: &Reason) -> Option<Factor> {
    Some(match reason {
        Reason::Water(_) => Factor::Water,
        Reason::Toilet(_) => Factor::Toilet,
        Reason::Young(_) => Factor::Young,
        Reason::Old(_) => Factor::Old,
        Reason::Close(_) => Factor::Close,
        Reason::Many(_) => Factor::Many,
        _ => return None,
    })
}

/// By BPS, where BPS says it; bottled and refill water, of which it says nothing without a condition, by the KRS rules.
pub(super) fn proper_water(_: &Ground, who: &Subject) -> Option<bool> {
    who.family.water.get().and_then(|water| water.proper_bps().or_else(|| water.proper_krs()))
}

pub(super) fn proper_toilet(_: &Ground, who: &Subject) -> Option<bool> {
    who.family.toilet.get().and_then(Toilet::proper_krs)
}

pub(super) fn space(ground: &Ground, who: &Subject) -> Option<f64> {
    let area = who.family.floor_area.get().filter(|area| *area > 0.0)?;
    let told = who.family.residents.get().filter(|n| *n > 0).map(f64::from);
    let n = told.or_else(|| members(ground, who)).filter(|n| *n > 0.0)?;
    Some(area / n)
}

/// Building, space, water, sanitation: the four parts of adequate housing (domain.md §7.5), water by BPS as there.
fn parts(ground: &Ground, who: &Subject) -> [Option<bool>; 4] {
    let family = who.family;
    let sturdy = all(&[
        family.roof.get().and_then(Roof::sturdy),
        family.wall.get().and_then(Wall::sturdy),
        family.floor.get().and_then(Floor::sturdy),
    ]);
    let water = family.water.get().and_then(Water::proper_bps);
    [sturdy, space(ground, who).map(|m2| m2 >= SPACE_M2), water, proper_toilet(ground, who)]
}

fn all(parts: &[Option<bool>]) -> Option<bool> {
    if parts.contains(&Some(false)) { Some(false) } else { parts.iter().all(Option::is_some).then_some(true) }
}

pub(super) fn adequate(ground: &Ground, who: &Subject) -> Option<bool> {
    all(&parts(ground, who))
}

/// Parts that fail, and parts that cannot be told.
pub(super) fn housing_parts(ground: &Ground, who: &Subject) -> Codes {
    let mut codes = Codes::default();
    for (at, part) in parts(ground, who).into_iter().enumerate() {
        let bit = 1u128 << (at + 1);
        match part {
            Some(false) => codes.yes |= bit,
            None => codes.unknown |= bit,
            Some(true) => {}
        }
    }
    codes
}

pub(super) fn any_aid(_: &Ground, who: &Subject) -> Option<bool> {
    let family = who.family;
    let kinds = [&family.aid_pkh, &family.aid_bpnt, &family.aid_blt, &family.aid_other];
    if kinds.iter().any(|kind| kind.is(YesNo::Yes)) {
        return Some(true);
    }
    kinds.iter().all(|kind| kind.is(YesNo::No)).then_some(false)
}
