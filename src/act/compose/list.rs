//! A composition weighed on the register: who is on the list, how many each condition leaves, and in which order.

use super::ground::{Ground, Subject};
use super::topics::{NO_ANSWER, NO_ANSWER_KEY, Told, Topic, topic};
use super::{Composition, Condition, in_ages};
use crate::base::Order as _;
use crate::base::region::Area;
use crate::lang::Lang;
use crate::register::{Family, Person};

/// Who is on the list, and how it came to that.
#[derive(Debug, Default)]
pub struct Composed<'a> {
    /// Families with residents, or residents, of the area.
    pub universe: u32,
    /// Cannot be told for want of an answer.
    pub not_known: u32,
    /// A step for each group.
    pub steps: Vec<Step>,
    /// The rows: more points first, then deciles 1 to 4, then by area and name.
    pub rows: Vec<Listed<'a>>,
    /// Of how many, by area, in the order of rows' families: (family's area, universe, listed).
    pub areas: Vec<(Area, u32, u32)>,
}

/// How many a group leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// It and all groups before it hold.
    pub left: u32,
    /// It cannot be told of the ones that the groups before it left.
    pub not_known: u32,
    /// Each of its conditions holds, of the whole universe.
    pub alone: Vec<u32>,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Listed<'a> {
    /// The family.
    pub family: &'a Family,
    /// The person, in lists of persons.
    pub person: Option<&'a Person>,
    /// Points in all.
    pub points: u32,
    /// Weights that hold, a bit each.
    pub held: u64,
    /// Weights that cannot be told, a bit each; they give no points.
    pub not_known: u64,
}

/// A condition made ready: topics and answers found once.
pub(super) struct Prepared<'c> {
    pub(super) condition: &'c Condition,
    pub(super) topic: Topic,
    mask: u128,
}

impl<'c> Prepared<'c> {
    /// Nothing where the topic is not known here.
    pub(super) fn of(condition: &'c Condition) -> Option<Prepared<'c>> {
        let topic = topic(&condition.topic)?;
        let answers = topic.answers(Lang::Id);
        let bit = |key: &String| match answers.iter().find(|answer| answer.key == key) {
            _ if key == NO_ANSWER_KEY => NO_ANSWER,
            Some(answer) => 1u128.checked_shl(answer.number.into()).unwrap_or(0),
            None => 0,
        };
        let mask = condition.answers.iter().map(bit).fold(0, |all, one| all | one);
        Some(Prepared { condition, topic, mask })
    }

    /// Holds of the topic at this very subject, the ages and "not" left aside.
    fn plain(&self, ground: &Ground, who: &Subject) -> Option<bool> {
        match self.topic.told(ground, who) {
            Told::Codes(codes) if codes.yes & self.mask != 0 => Some(true),
            Told::Codes(codes) if codes.unknown & self.mask != 0 => None,
            Told::Codes(_) => Some(false),
            Told::NoNumber => None,
            Told::Number(number) => {
                let above = self.condition.from.is_none_or(|from| number >= from);
                Some(above && self.condition.to.is_none_or(|to| number <= to))
            }
        }
    }

    /// Of a person: within the ages, and the topic holds.
    pub(super) fn of_member(&self, ground: &Ground, who: &Subject) -> Option<bool> {
        let age = who.person.and_then(|person| person.age_years(ground.at));
        match in_ages(self.condition.ages, age) {
            Some(false) => Some(false),
            within => and(within, self.plain(ground, who)),
        }
    }

    /// Whether the condition holds.
    pub(super) fn holds(&self, ground: &Ground, who: &Subject) -> Option<bool> {
        let found = match (self.topic.of_person(), who.person) {
            (false, _) => self.plain(ground, &Subject { person: who.person, ..*who }),
            (true, Some(_)) => self.of_member(ground, who),
            (true, None) => {
                let members = ground.residents(who.family);
                let each = members.map(|person| self.of_member(ground, &Subject { person: Some(person), ..*who }));
                each.fold(Some(false), or)
            }
        };
        if self.condition.not { found.map(|holds| !holds) } else { found }
    }
}

/// One that is false decides; else one that is not known does.
fn and(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

/// One that is true decides; else one that is not known does.
fn or(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

fn prepared(conditions: &[Condition]) -> Vec<Prepared<'_>> {
    conditions.iter().filter_map(Prepared::of).collect()
}

/// Shows whoever of the area can be listed, with whether all groups hold.
pub fn each<'a>(
    ground: &Ground<'a>,
    composition: &Composition,
    area: &Area,
    mut visit: impl FnMut(Subject<'a>, Option<bool>),
) {
    let groups: Vec<Vec<Prepared>> = composition.groups.iter().map(|group| prepared(&group.any)).collect();
    for family in ground.register.families().filter(|family| in_area(family, area)) {
        for who in subjects(ground, composition, family) {
            let one = |any: Option<bool>, condition: &Prepared| or(any, condition.holds(ground, &who));
            let all = groups.iter().map(|group| group.iter().fold(Some(false), one)).fold(Some(true), and);
            visit(who, all.filter(|_| !groups.is_empty()));
        }
    }
}

/// Whoever of a family can be listed: its residents, or the family itself where somebody lives in it.
fn subjects<'f>(ground: &Ground, composition: &Composition, family: &'f Family) -> Vec<Subject<'f>> {
    match composition.of_persons {
        true => ground.residents(family).map(|person| Subject { family, person: Some(person) }).collect(),
        false => ground.residents(family).next().map(|_| Subject { family, person: None }).into_iter().collect(),
    }
}

/// Weighs a composition on an area.
pub fn compose<'a>(ground: &Ground<'a>, composition: &Composition, area: &Area) -> Composed<'a> {
    let groups: Vec<Vec<Prepared>> = composition.groups.iter().map(|group| prepared(&group.any)).collect();
    let weights: Vec<Option<Prepared>> = composition.weights.iter().map(|w| Prepared::of(&w.condition)).collect();
    let steps = groups.iter().map(|group| Step { alone: vec![0; group.len()], ..Step::default() }).collect();
    let mut out = Composed { steps, ..Composed::default() };
    for family in ground.register.families().filter(|family| in_area(family, area)) {
        for who in subjects(ground, composition, family) {
            let listed = out.step(&groups, ground, &who);
            out.count(family, listed);
            if listed {
                let (mut points, mut held, mut not_known) = (0, 0, 0);
                for (at, weight) in weights.iter().enumerate().take(64) {
                    match weight.as_ref().map(|weight| weight.holds(ground, &who)) {
                        Some(Some(true)) => {
                            held |= 1 << at;
                            points += u32::from(composition.weights[at].points);
                        }
                        Some(None) => not_known |= 1 << at,
                        _ => {}
                    }
                }
                out.rows.push(Listed { family, person: who.person, points, held, not_known });
            }
        }
    }
    out.rows.order_by_cached_key(order);
    out.areas.order_by_cached_key(|(area, ..)| area.in_order());
    out
}

impl Composed<'_> {
    /// Takes one of the universe through the groups; true where all hold.
    fn step(&mut self, groups: &[Vec<Prepared>], ground: &Ground, who: &Subject) -> bool {
        self.universe += 1;
        let mut so_far = Some(true);
        for (group, step) in groups.iter().zip(&mut self.steps) {
            let mut any = Some(false);
            for (condition, alone) in group.iter().zip(&mut step.alone) {
                let holds = condition.holds(ground, who);
                *alone += u32::from(holds == Some(true));
                any = or(any, holds);
            }
            if so_far == Some(true) {
                step.not_known += u32::from(any.is_none());
            }
            so_far = and(so_far, any);
            step.left += u32::from(so_far == Some(true));
        }
        self.not_known += u32::from(so_far.is_none());
        // Nobody is listed without a condition.
        so_far == Some(true) && !groups.is_empty()
    }

    fn count(&mut self, family: &Family, listed: bool) {
        let area = family.area();
        // Families of an area mostly follow each other.
        let at = match self.areas.last() {
            Some((last, ..)) if *last == area => Some(self.areas.len() - 1),
            _ => self.areas.iter().position(|(known, ..)| *known == area),
        };
        let at = at.unwrap_or_else(|| {
            self.areas.push((area, 0, 0));
            self.areas.len() - 1
        });
        self.areas[at].1 += 1;
        self.areas[at].2 += u32::from(listed);
    }
}

/// The order of rows; a decile is an order, never a rule of exclusion (domain.md §9).
fn order(row: &Listed) -> (std::cmp::Reverse<u32>, i32, (String, u32, u32), String) {
    let decile = row.family.decile.get().filter(|decile| (1..=4).contains(decile)).unwrap_or(5);
    let name = row.person.map_or_else(|| row.family.title(), |person| person.name.text());
    (std::cmp::Reverse(row.points), decile, row.family.area().in_order(), name.to_owned())
}

fn in_area(family: &Family, area: &Area) -> bool {
    area.is_whole_village() || area.contains(&family.area())
}
