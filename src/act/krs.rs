//! Families at risk of stunting (keluarga berisiko stunting, KRS), domain.md §7.1 and §7.3. Sources disagree and rules
//! change by year, so a rule set is data with an edition. A missing answer is "tidak diketahui", never "tidak".

use super::reason::{Factor, Reason};
use crate::analyse::indicators::Words;
use crate::base::Order as _;
use crate::base::codes::{Contraception, LifeStatus, Marital, Relation, Sex, Toilet, Water, YesNo};
use crate::base::{Answer, Date};
use crate::register::{Family, Person};

/// A rule set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KrsRules {
    /// Name of the edition, printed under every list.
    pub edition: &'static str,
    /// In force from; nothing where no official date is known.
    pub valid_from: Option<Date>,
    /// Where it comes from.
    pub source: Words,
    /// Youngest age of a wife of an eligible couple (PUS), years.
    pub wife_from: i32,
    /// Oldest age of such a wife, years.
    pub wife_to: i32,
    /// Too young below this age, years.
    pub wife_too_young_below: i32,
    /// Too old from this age on, years.
    pub wife_too_old_from: i32,
    /// Too old up to this age, years; nothing means no upper limit (one text says 35–40).
    pub wife_too_old_to: Option<i32>,
    /// Births are too close below this many months.
    pub spacing_months_below: i32,
    /// Births at most this many days apart are twins, no spacing.
    pub twins_days: i32,
    /// Many children from this number on (one text says "more than 3").
    pub children_many_from: i32,
    /// A child makes its family a target up to this age, completed months.
    pub target_child_months_to: i32,
    /// Proper drinking water.
    pub water_ok: &'static [Water],
    /// Water of which the sources say nothing.
    pub water_unset: &'static [Water],
    /// Toilets that are not proper.
    pub toilet_bad: &'static [Toilet],
    /// Toilets of which the sources say nothing.
    pub toilet_unset: &'static [Toilet],
}

/// The editions; the first is taken where the village chose none.
pub const EDITIONS: &[KrsRules] = &[KrsRules {
    edition: "A",
    valid_from: None,
    source: Words(
        "Pernyataan BKKBN yang dikutip pers, Januari 2024; Perpres 72/2021",
        "BKKBN statement quoted in the press, January 2024; Perpres 72/2021",
    ),
    wife_from: 15,
    wife_to: 49,
    wife_too_young_below: 20,
    wife_too_old_from: 35,
    wife_too_old_to: None,
    spacing_months_below: 24,
    twins_days: 3,
    children_many_from: 3,
    target_child_months_to: 59,
    water_ok: &[
        Water::Bottled,
        Water::Refill,
        Water::Piped,
        Water::Borehole,
        Water::ProtectedWell,
        Water::ProtectedSpring,
    ],
    water_unset: &[Water::Rain, Water::Other],
    toilet_bad: &[Toilet::OwnWithoutSeptic, Toilet::Nothing],
    toilet_unset: &[Toilet::Shared, Toilet::Other],
}];

/// The edition of this name, else the first.
pub fn edition(name: &str) -> &'static KrsRules {
    EDITIONS.iter().find(|rules| rules.edition == name).unwrap_or(&EDITIONS[0])
}

/// What the rules say of a family.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// Belongs to the target (sasaran); nothing where it cannot be told.
    pub target: Option<bool>,
    /// Factors that hold.
    pub reasons: Vec<Reason>,
    /// Factors that cannot be told.
    pub not_known: Vec<Factor>,
    /// A wife of an eligible couple uses no modern method.
    pub no_modern_method: bool,
}

impl Judgement {
    /// In need of support; nothing where it cannot be told.
    pub fn at_risk(&self) -> Option<bool> {
        match (self.target, self.reasons.is_empty(), self.not_known.is_empty()) {
            (Some(true), false, _) => Some(true),
            (Some(false), ..) | (Some(true), true, true) | (None, true, true) => Some(false),
            _ => None,
        }
    }
}

/// Judges a family at a date.
pub fn judge(family: &Family, rules: &KrsRules, at: Date) -> Judgement {
    let here = || family.members.iter().filter(|person| person.resident_at(at));
    let (mut wives, mut maybe_wife, mut child, mut maybe_child) = (Vec::new(), false, false, false);
    for person in here() {
        match is_wife(person, rules, at) {
            Some(true) => wives.push(person),
            Some(false) => {}
            None => maybe_wife = true,
        }
        match person.age_months(at) {
            Some(months) => child |= (0..=rules.target_child_months_to).contains(&months),
            None => maybe_child = true,
        }
    }
    let target = match (!wives.is_empty() || child, maybe_wife || maybe_child) {
        (true, _) => Some(true),
        (false, true) => None,
        (false, false) => Some(false),
    };
    let mut out = Judgement { target, ..Judgement::default() };
    out.no_modern_method = wives.iter().any(|wife| uses_no_modern_method(wife));
    for factor in Factor::ALL {
        let found = match factor {
            Factor::Water => of_water(family, rules),
            Factor::Toilet => of_toilet(family, rules),
            _ => of_wives(&wives, maybe_wife, |wife| of_wife(factor, family, wife, rules, at)),
        };
        match found {
            Found::Holds(reason) => out.reasons.push(reason),
            Found::NotKnown => out.not_known.push(factor),
            Found::No => {}
        }
    }
    out
}

/// Whether one factor holds.
enum Found {
    Holds(Reason),
    No,
    NotKnown,
}

/// A wife of an eligible couple (PUS): a married woman of these ages, or married and pregnant.
fn is_wife(person: &Person, rules: &KrsRules, at: Date) -> Option<bool> {
    let woman = match person.sex.get() {
        Some(sex) => sex == Sex::Female,
        None => person.relation.is(Relation::Wife),
    };
    let married = match person.marital.get() {
        Some(marital) => Some(marital == Marital::Married),
        // Only she who is written down as a wife may be one.
        None if person.relation.is(Relation::Wife) => None,
        None => Some(false),
    };
    let of_age = match person.age_years(at) {
        _ if person.pregnant.is(YesNo::Yes) => Some(true),
        Some(age) => Some((rules.wife_from..=rules.wife_to).contains(&age)),
        None => None,
    };
    match (woman, married, of_age) {
        (false, ..) | (_, Some(false), _) | (_, _, Some(false)) => Some(false),
        (true, Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn of_water(family: &Family, rules: &KrsRules) -> Found {
    match family.water.get() {
        Some(water) if rules.water_ok.contains(&water) => Found::No,
        Some(water) if !rules.water_unset.contains(&water) => Found::Holds(Reason::Water(water)),
        _ => Found::NotKnown,
    }
}

fn of_toilet(family: &Family, rules: &KrsRules) -> Found {
    match family.toilet.get() {
        Some(toilet) if rules.toilet_bad.contains(&toilet) => Found::Holds(Reason::Toilet(toilet)),
        Some(toilet) if !rules.toilet_unset.contains(&toilet) => Found::No,
        _ => Found::NotKnown,
    }
}

/// Of the wives together: holds where it holds for one. Where there is no eligible couple it does not apply.
fn of_wives(wives: &[&Person], maybe_another: bool, of: impl Fn(&Person) -> Found) -> Found {
    let mut all = if maybe_another { Found::NotKnown } else { Found::No };
    for wife in wives {
        match of(wife) {
            Found::Holds(reason) => return Found::Holds(reason),
            Found::NotKnown => all = Found::NotKnown,
            Found::No => {}
        }
    }
    all
}

fn of_wife(factor: Factor, family: &Family, wife: &Person, rules: &KrsRules, at: Date) -> Found {
    let holds_if = |holds: bool, reason: Reason| if holds { Found::Holds(reason) } else { Found::No };
    match (factor, wife.age_years(at)) {
        (Factor::Young | Factor::Old, None) => Found::NotKnown,
        (Factor::Young, Some(age)) => holds_if(age < rules.wife_too_young_below, Reason::Young(age)),
        (Factor::Old, Some(age)) => {
            let old = age >= rules.wife_too_old_from && rules.wife_too_old_to.is_none_or(|to| age <= to);
            holds_if(old, Reason::Old(age))
        }
        (Factor::Close, _) => of_spacing(family, wife, rules, at),
        _ => of_number(family, wife, rules, at),
    }
}

/// Children of a mother by their link to her, those who died or left too, born by `at`.
fn children<'a>(family: &'a Family, mother: &Person, at: Date) -> impl Iterator<Item = &'a Person> {
    let mother = mother.id;
    family.members.iter().filter(move |child| {
        !child.removed && child.mother.is(mother) && child.born.get().is_none_or(|born| born.reckoned() <= at)
    })
}

fn of_spacing(family: &Family, wife: &Person, rules: &KrsRules, at: Date) -> Found {
    // A month is needed: the year alone tells no spacing.
    let mut births: Vec<Date> =
        children(family, wife, at).filter_map(|child| child.born.get()).filter(|born| born.month != 0).collect();
    births.order_by_key(Date::reckoned);
    let spacing = |pair: &[Date]| {
        let days = pair[0].days_until(pair[1]);
        (days > rules.twins_days).then(|| pair[0].months_until(pair[1]))
    };
    let closest = births.windows(2).filter_map(spacing).min();
    if let Some(months) = closest.filter(|months| *months < rules.spacing_months_below) {
        return Found::Holds(Reason::Close(months));
    }
    match both(wife.born_boys, wife.born_girls) {
        (born, true) if born <= births.len() as i32 || born < 2 => Found::No,
        _ => Found::NotKnown,
    }
}

fn of_number(family: &Family, wife: &Person, rules: &KrsRules, at: Date) -> Found {
    let living = children(family, wife, at).filter(|child| !child.status.is(LifeStatus::Dead)).count() as i32;
    let (told, whole) = both(wife.alive_boys, wife.alive_girls);
    let n = told.max(living);
    match (n >= rules.children_many_from, whole) {
        (true, _) => Found::Holds(Reason::Many(n)),
        (false, true) => Found::No,
        (false, false) => Found::NotKnown,
    }
}

/// The sum of what is told, and whether both parts are.
fn both(a: Answer<i32>, b: Answer<i32>) -> (i32, bool) {
    (a.get().unwrap_or(0).saturating_add(b.get().unwrap_or(0)), a.is_known() && b.is_known())
}

/// Known to use no modern method. "Not using" wins where the two questions disagree, as in the indicators.
fn uses_no_modern_method(wife: &Person) -> bool {
    match (wife.kb_using.get(), wife.kb_method.get()) {
        (Some(YesNo::No), _) => true,
        (_, Some(method)) => !method.is_modern() && method != Contraception::Other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::village_text::village;
    use crate::base::CodeList;

    #[test]
    fn the_first_edition_judges_water_and_toilets_as_the_indicators_do() {
        let rules = edition("");
        let judged = |found: Found| match found {
            Found::Holds(_) => Some(false),
            Found::No => Some(true),
            Found::NotKnown => None,
        };
        for row in Water::LIST.rows {
            let water = Water::from_number(row.number).unwrap();
            let family = village(&format!("K air_minum={}", row.key)).slots()[0].clone();
            assert_eq!(judged(of_water(&family, rules)), water.proper_krs(), "{water:?}");
        }
        for row in Toilet::LIST.rows {
            let toilet = Toilet::from_number(row.number).unwrap();
            let family = village(&format!("K tempat_bab={}", row.key)).slots()[0].clone();
            assert_eq!(judged(of_toilet(&family, rules)), toilet.proper_krs(), "{toilet:?}");
        }
    }

    #[test]
    fn the_numbers_of_a_rule_set_are_what_decides() {
        let at = Date::parse_iso("2026-11-24").unwrap();
        let home = village(
            "K air_minum=ledeng tempat_bab=sendiri_tangki_septik; P 1984-01-01 status_kawin=kawin \
             anak_lahir_hidup_l=1 anak_lahir_hidup_p=0 anak_masih_hidup_l=3 anak_masih_hidup_p=0",
        );
        let reasons = |rules: &KrsRules| judge(&home.slots()[0], rules, at).reasons;
        let first = edition("A");
        assert_eq!(reasons(first), [Reason::Old(42), Reason::Many(3)]);
        assert_eq!(reasons(&KrsRules { wife_too_old_to: Some(40), ..*first }), [Reason::Many(3)]);
        assert_eq!(reasons(&KrsRules { children_many_from: 4, ..*first }), [Reason::Old(42)]);
    }
}
