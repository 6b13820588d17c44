//! Every indicator once more, slowly: each is asked of the register's own records, in the words of domain.md §6.3.

use rumah_dataku::analyse::Scope;
use rumah_dataku::base::codes::*;
use rumah_dataku::base::{Answer, Date};
use rumah_dataku::register::{Family, Person, Register};
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// An indicator's numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plain {
    pub numerator: Option<f64>,
    pub denominator: Option<f64>,
    pub value: Option<f64>,
    pub missing: u32,
}

/// Judgements of cases: yes, no, cannot be told.
type Judged = Option<bool>;

fn share(cases: impl Iterator<Item = Judged>, factor: f64) -> Plain {
    let (mut yes, mut known, mut missing) = (0, 0, 0);
    for case in cases {
        known += u32::from(case.is_some());
        yes += u32::from(case == Some(true));
        missing += u32::from(case.is_none());
    }
    ratio(yes, known, factor, missing)
}

fn ratio(yes: u32, known: u32, factor: f64, missing: u32) -> Plain {
    let (n, of) = (f64::from(yes), f64::from(known));
    Plain { numerator: Some(n), denominator: Some(of), value: (known > 0).then(|| n * factor / of), missing }
}

fn count(n: usize, missing: usize) -> Plain {
    Plain { numerator: Some(n as f64), denominator: None, value: Some(n as f64), missing: missing as u32 }
}

fn vital(n: f64, mid: f64) -> Plain {
    let value = (mid > 0.0).then(|| n * 1000.0 / mid);
    Plain { numerator: Some(n), denominator: Some(mid), value, missing: 0 }
}

fn median(mut years: Vec<i32>, missing: usize) -> Plain {
    years.sort();
    let n = years.len();
    let value = (n > 0).then(|| {
        let middle = years[(n - 1) / 2];
        let below = years.iter().filter(|year| **year < middle).count();
        let here = years.iter().filter(|year| **year == middle).count();
        (2 * middle as usize * here + n - 2 * below) as f64 / (2 * here) as f64
    });
    Plain { numerator: None, denominator: Some(n as f64), value, missing: missing as u32 }
}

fn yes_no(answer: &Answer<YesNo>) -> Judged {
    answer.get().map(YesNo::is_yes)
}

fn sixteen(text: &str) -> bool {
    text.len() == 16 && text.chars().all(|c| c.is_ascii_digit()) && text.chars().any(|c| c != '0')
}

/// Judges a wife of an eligible couple: uses what?
enum Use {
    Unknown,
    No,
    Some(Option<Contraception>),
}

fn uses(wife: &Person) -> Use {
    if wife.pregnant.is(YesNo::Yes) || wife.kb_using.is(YesNo::No) {
        return Use::No;
    }
    match (wife.kb_using.get(), wife.kb_method.get()) {
        (None, Some(Contraception::None)) => Use::No,
        (_, Some(method)) if method != Contraception::None => Use::Some(Some(method)),
        (Some(YesNo::Yes), _) => Use::Some(None),
        _ => Use::Unknown,
    }
}

/// All indicators of a scope.
pub fn indicators(register: &Register, scope: &Scope) -> HashMap<&'static str, Plain> {
    let at = scope.at;
    let families: Vec<&Family> = register.families().filter(|family| scope.area.contains(&family.area())).collect();
    let everyone: Vec<&Person> = families.iter().flat_map(|family| &family.members).filter(|p| !p.removed).collect();
    let here: Vec<&Person> = everyone.iter().copied().filter(|person| person.resident_at(at)).collect();
    let year_before = at.plus_years(-1).unwrap();
    let before = everyone.iter().filter(|person| person.resident_at(year_before)).count();
    let homes: Vec<(&Family, Vec<&Person>)> = families
        .iter()
        .map(|family| (*family, family.members.iter().filter(|person| person.resident_at(at)).collect::<Vec<_>>()))
        .filter(|(_, members)| !members.is_empty())
        .collect();

    let age = |person: &Person| person.age_years(at);
    let aged = |person: &Person, ages: &RangeInclusive<i32>| age(person).is_some_and(|age| ages.contains(&age));
    let n_aged = |ages: RangeInclusive<i32>| here.iter().filter(|person| aged(person, &ages)).count() as u32;
    let no_age = here.iter().filter(|person| person.born.get().is_none()).count() as u32;
    let in_ages = |ages: RangeInclusive<i32>| here.iter().map(move |person| age(person).map(|age| ages.contains(&age)));
    let women = |ages: RangeInclusive<i32>| here.iter().filter(move |p| p.is_woman() && aged(p, &ages)).count() as u32;
    let of_age = |ages: RangeInclusive<i32>| here.iter().copied().filter(move |person| aged(person, &ages));
    let adults = || of_age(15..=300);
    let wives: Vec<&Person> =
        of_age(15..=49).filter(|person| person.is_woman() && person.marital.is(Marital::Married)).collect();

    let mut out = HashMap::new();
    out.insert("pop-total", count(here.len(), 0));
    out.insert("family-total", count(homes.len(), 0));
    out.insert("family-size", ratio(here.len() as u32, homes.len() as u32, 1.0, 0));
    let female_head = |(_, members): &(&Family, Vec<&Person>)| {
        let head = members.iter().find(|person| person.relation.is(Relation::Head));
        head.and_then(|person| person.sex.get()).map(|sex| sex == Sex::Female)
    };
    out.insert("female-head-share", share(homes.iter().map(female_head), 100.0));
    out.insert("broad-age-share-0-14", share(in_ages(0..=14), 100.0));
    out.insert("broad-age-share-15-64", share(in_ages(15..=64), 100.0));
    out.insert("broad-age-share-65", share(in_ages(65..=300), 100.0));
    out.insert("elderly-share", share(in_ages(60..=300), 100.0));
    out.insert("median-age", median(here.iter().filter_map(|person| age(person)).collect(), no_age as usize));
    let of_sex = |sex: Sex| here.iter().filter(|person| person.sex.is(sex)).count() as u32;
    let no_sex = here.len() as u32 - of_sex(Sex::Male) - of_sex(Sex::Female);
    out.insert("sex-ratio", ratio(of_sex(Sex::Male), of_sex(Sex::Female), 100.0, no_sex));
    let km2 = register.profile.area_km2.get().filter(|_| scope.area.is_whole_village());
    let n = here.len() as f64;
    let dense = Plain { numerator: Some(n), denominator: km2, value: km2.map(|km2| n / km2), missing: 0 };
    out.insert("density", dense);
    let (young, old, working) = (n_aged(0..=14), n_aged(65..=300), n_aged(15..=64));
    out.insert("dependency-total", ratio(young + old, working, 100.0, no_age));
    out.insert("dependency-young", ratio(young, working, 100.0, no_age));
    out.insert("dependency-old", ratio(old, working, 100.0, no_age));
    out.insert("child-woman-ratio", ratio(n_aged(0..=4), women(15..=49), 1000.0, no_age));
    out.insert("wus-count", count(women(15..=49) as usize, no_age as usize));
    out.insert("pus-count", count(wives.len(), 0));

    // Vital events of the year, from the dates of the records themselves.
    let in_year = |day: Option<Date>| day.is_some_and(|day| day.reckoned() > year_before && day.reckoned() <= at);
    let counted: Vec<&Person> = everyone
        .iter()
        .copied()
        .filter(|p| !p.status.is(LifeStatus::Invalid) && (p.is_active() || p.left.is_known()))
        .collect();
    let came_later = |p: &Person| match (p.entered.get(), p.born.get()) {
        (Some(entered), Some(born)) => entered.reckoned() > born.reckoned(),
        (Some(_), None) => true,
        _ => false,
    };
    let births = counted.iter().filter(|p| !came_later(p) && in_year(p.born.get())).count() as f64;
    let arrivals = counted.iter().filter(|p| came_later(p) && in_year(p.entered.get())).count() as f64;
    let gone = |dead: bool| {
        let left = |p: &&&Person| !p.is_active() && p.status.is(LifeStatus::Dead) == dead && in_year(p.left.get());
        counted.iter().filter(left).count() as f64
    };
    let mid = (here.len() + before) as f64 / 2.0;
    out.insert("cbr", vital(births, mid));
    out.insert("cdr", vital(gone(true), mid));
    out.insert("in-migration", vital(arrivals, mid));
    out.insert("out-migration", vital(gone(false), mid));
    out.insert("net-migration", vital(arrivals - gone(false), mid));
    let away = |person: &&Person| person.presence.get().map(|presence| presence != Presence::AtHome);
    out.insert("members-away", share(here.iter().map(away), 100.0));

    let attends = |person: &Person| person.attending.get().map(Attending::attends);
    let enrolled = |level: u8| {
        move |person: &Person| {
            let attending = person.attending.get()?;
            if attending.attends() { attending.level().map(|own| own == level) } else { Some(false) }
        }
    };
    for (id, ages) in [("aps-7-12", 7..=12), ("aps-13-15", 13..=15), ("aps-16-18", 16..=18), ("aps-19-24", 19..=24)] {
        out.insert(id, share(of_age(ages).map(attends), 100.0));
    }
    for (id, ages, level) in [("apm-sd", 7..=12, 1), ("apm-smp", 13..=15, 2), ("apm-sm", 16..=18, 3)] {
        out.insert(id, share(of_age(ages).map(enrolled(level)), 100.0));
    }
    let secondary = adults().map(|person| person.completed.get().map(|completed| completed.level() >= 3));
    out.insert("education-attainment-sma", share(secondary, 100.0));
    out.insert("working-share", share(adults().map(|p| p.occupation.get().map(Occupation::works)), 100.0));
    let disabled = here.iter().map(|p| p.disability.get().map(|d| d != Disability::None));
    out.insert("disability-share", share(disabled, 100.0));
    let ever = |p: &Person| p.marital.get().map(|marital| marital != Marital::Never);
    out.insert("ever-married-share", share(adults().map(ever), 100.0));
    let first = |sex: Sex| {
        let married = here.iter().filter(move |p| p.sex.is(sex) && ever(p) == Some(true));
        married.map(|p| p.first_marriage_age.get().filter(|age| (1..=99).contains(age)))
    };
    let known: Vec<i32> = first(Sex::Female).flatten().collect();
    let unknown = first(Sex::Female).filter(Option::is_none).count();
    out.insert("first-marriage-median", median(known, unknown));
    out.insert("first-marriage-threshold-women", share(first(Sex::Female).map(|a| a.map(|a| a >= 19)), 100.0));
    out.insert("first-marriage-threshold-men", share(first(Sex::Male).map(|a| a.map(|a| a >= 25)), 100.0));

    let modern = |wife: &&Person| match uses(wife) {
        Use::Unknown | Use::Some(None) => None,
        Use::No => Some(false),
        Use::Some(Some(method)) => Some(method.is_modern()),
    };
    out.insert("cpr-modern", share(wives.iter().map(modern), 100.0));
    let long_acting = wives.iter().filter_map(|wife| match uses(wife) {
        Use::Some(None) => Some(None),
        Use::Some(Some(method)) if method.is_modern() => Some(Some(method.is_long_acting())),
        _ => None,
    });
    out.insert("mkjp-share", share(long_acting, 100.0));
    let unmet = |wife: &&Person| match (uses(wife), wife.child_wish.get()) {
        (Use::Unknown, _) => None,
        (Use::Some(_), _) => Some(false),
        (Use::No, _) if wife.pregnant.is(YesNo::Yes) => Some(false),
        (Use::No, Some(ChildWish::Soon)) => Some(false),
        (Use::No, Some(_)) if wife.pregnant.is(YesNo::No) => Some(true),
        (Use::No, _) => None,
    };
    out.insert("unmet-need-register", share(wives.iter().map(unmet), 100.0));
    let pregnant = wives.iter().filter(|wife| wife.pregnant.is(YesNo::Yes)).count();
    out.insert("pus-pregnant", count(pregnant, wives.iter().filter(|wife| !wife.pregnant.is_known()).count()));

    let with = |ages: RangeInclusive<i32>| homes.iter().filter(move |(_, m)| m.iter().any(|p| aged(p, &ages)));
    out.insert("bkb-participation", share(with(0..=6).map(|(f, _)| yes_no(&f.bkb)), 100.0));
    out.insert("bkr-participation", share(with(10..=24).map(|(f, _)| yes_no(&f.bkr)), 100.0));
    out.insert("bkl-participation", share(with(60..=300).map(|(f, _)| yes_no(&f.bkl)), 100.0));
    out.insert("uppka-participation", share(homes.iter().map(|(f, _)| yes_no(&f.uppka)), 100.0));

    out.insert("nik-coverage", share(here.iter().map(|p| Some(sixteen(p.nik.text()))), 100.0));
    out.insert("kk-coverage", share(homes.iter().map(|(f, _)| Some(sixteen(f.kk.text()))), 100.0));
    out.insert("birth-cert-coverage", share(here.iter().map(|p| yes_no(&p.birth_certificate)), 100.0));
    out.insert("birth-cert-coverage-0-17", share(of_age(0..=17).map(|p| yes_no(&p.birth_certificate)), 100.0));
    let couples = homes.iter().filter(|(_, m)| m.iter().any(|p| p.marital.is(Marital::Married)));
    out.insert("marriage-doc-coverage", share(couples.map(|(f, _)| yes_no(&f.marriage_book)), 100.0));
    out.insert("jkn-coverage", share(here.iter().map(|p| p.health_cover.get().map(|c| c != HealthCover::None)), 100.0));
    let aid = |(f, _): &(&Family, Vec<&Person>)| {
        let kinds = [&f.aid_pkh, &f.aid_bpnt, &f.aid_blt, &f.aid_other].map(yes_no);
        if kinds.contains(&Some(true)) { Some(true) } else { (!kinds.contains(&None)).then_some(false) }
    };
    out.insert("bansos-coverage", share(homes.iter().map(aid), 100.0));
    let decile = |(f, _): &(&Family, Vec<&Person>)| f.decile.get().filter(|d| (1..=10).contains(d)).map(|d| d <= 4);
    out.insert("desil-1-4-share", share(homes.iter().map(decile), 100.0));

    let water = |f: &Family| f.water.get().and_then(Water::proper_bps);
    let toilet = |f: &Family| f.toilet.get().and_then(Toilet::proper_krs);
    let roomy = |f: &Family, here: usize| {
        let people = f.residents.get().filter(|n| *n > 0).map_or(here as f64, f64::from);
        f.floor_area.get().filter(|area| *area > 0.0).map(|area| (area * 100.0).round() >= 720.0 * people)
    };
    out.insert("water-layak", share(homes.iter().map(|(f, _)| water(f)), 100.0));
    out.insert("water-krs", share(homes.iter().map(|(f, _)| f.water.get().and_then(Water::proper_krs)), 100.0));
    out.insert("sanitation-layak", share(homes.iter().map(|(f, _)| toilet(f)), 100.0));
    out.insert("floor-area-7-2", share(homes.iter().map(|(f, m)| roomy(f, m.len())), 100.0));
    let adequate = |(f, m): &(&Family, Vec<&Person>)| {
        let parts = [
            f.roof.get().and_then(Roof::sturdy),
            f.wall.get().and_then(Wall::sturdy),
            f.floor.get().and_then(Floor::sturdy),
            roomy(f, m.len()),
            water(f),
            toilet(f),
        ];
        if parts.contains(&Some(false)) { Some(false) } else { (!parts.contains(&None)).then_some(true) }
    };
    out.insert("rlh-share", share(homes.iter().map(adequate), 100.0));

    let mut items = (0, 0);
    let mut item = |known: bool, set_aside: bool| {
        items.0 += u32::from(known);
        items.1 += u32::from(known || !set_aside);
    };
    for person in &here {
        person_items(person, age(person), &mut item);
    }
    for (family, _) in &homes {
        family_items(family, &mut item);
    }
    out.insert("item-completeness", ratio(items.0, items.1, 100.0, 0));
    out.insert("update-coverage", share(homes.iter().map(|(f, _)| Some(in_year(f.visited.get()))), 100.0));
    let round = here.iter().filter(|p| aged(p, &(23..=62)) && age(p).is_some_and(|age| age % 5 == 0)).count() as u32;
    out.insert("whipple", ratio(round, n_aged(23..=62), 500.0, 0));
    out
}

fn person_items(p: &Person, age: Option<i32>, item: &mut impl FnMut(bool, bool)) {
    fn of<T>(answer: &Answer<T>) -> (bool, bool) {
        (answer.is_known(), matches!(answer, Answer::NotApplicable))
    }
    let nik = (p.nik.is_known() || p.nik_reason.is_known(), matches!(p.nik, Answer::NotApplicable));
    let always = [
        of(&p.name),
        nik,
        of(&p.sex),
        of(&p.born),
        of(&p.relation),
        of(&p.religion),
        of(&p.health_cover),
        of(&p.birth_certificate),
        of(&p.disability),
    ];
    let later = [(3, of(&p.attending)), (5, of(&p.completed)), (10, of(&p.marital)), (10, of(&p.occupation))];
    let now = later.into_iter().filter(|(from, _)| age.is_none_or(|age| age >= *from)).map(|(_, answer)| answer);
    always.into_iter().chain(now).for_each(|(known, set_aside)| item(known, set_aside));
}

fn family_items(f: &Family, item: &mut impl FnMut(bool, bool)) {
    item(f.kk.is_known() || f.kk_reason.is_known(), matches!(f.kk, Answer::NotApplicable));
    for (known, na) in [
        (f.rt.is_known(), matches!(f.rt, Answer::NotApplicable)),
        (f.ownership.is_known(), matches!(f.ownership, Answer::NotApplicable)),
        (f.roof.is_known(), matches!(f.roof, Answer::NotApplicable)),
        (f.wall.is_known(), matches!(f.wall, Answer::NotApplicable)),
        (f.floor.is_known(), matches!(f.floor, Answer::NotApplicable)),
        (f.floor_area.is_known(), matches!(f.floor_area, Answer::NotApplicable)),
        (f.lighting.is_known(), matches!(f.lighting, Answer::NotApplicable)),
        (f.water.is_known(), matches!(f.water, Answer::NotApplicable)),
        (f.toilet.is_known(), matches!(f.toilet, Answer::NotApplicable)),
        (f.fuel.is_known(), matches!(f.fuel, Answer::NotApplicable)),
    ] {
        item(known, na);
    }
}
