//! Tables of different variables that are published together. A figure is told by whom it counts: whoever gave certain
//! answers. A count that stands in two tables is one figure.
//!
//! Invariant: for every small count another village is found that shows the same figures and in which this count is not
//! small. It is made from the true one by giving one person another answer, or two so that one makes up for the other, as
//! often as it takes (data swapping, Dalenius and Reiss 1982). What such a change would alter is hidden; where all changes alter
//! figures that are published already, the table of the count cannot be published at all. So whoever lays all tables beside
//! each other, by whatever means, cannot tell that the count is small.

use crate::base::set_of;
use std::collections::{BTreeMap, BTreeSet};

/// Who is counted: residents, or families, who gave one of these answers to each of these variables. Answers are places in
/// the variable's list, in order; the place after the last is none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whom {
    families: bool,
    answers: BTreeMap<&'static str, Vec<u16>>,
}

impl Whom {
    /// All residents, or all families.
    pub fn all(families: bool) -> Whom {
        Whom { families, answers: BTreeMap::new() }
    }

    /// Those of them who gave one of these answers; nothing where nobody can be both.
    pub fn with(&self, variable: &'static str, answers: &[u16]) -> Option<Whom> {
        let kept = |at: &&u16| self.answers.get(variable).is_none_or(|own| own.contains(at));
        let both: Vec<u16> = answers.iter().filter(kept).copied().collect();
        let mut whom = self.clone();
        (!both.is_empty()).then(|| whom.answers.insert(variable, both))?;
        Some(whom)
    }

    /// The variables of these answers.
    pub fn variables(&self) -> impl Iterator<Item = &'static str> {
        self.answers.keys().copied()
    }
}

/// Rows or columns of a table.
#[derive(Clone, Debug)]
pub struct Side {
    /// The variable.
    pub variable: &'static str,
    /// Answers of each row or column.
    pub answers: Vec<Vec<u16>>,
}

/// Residents, or families, by their answers to some variables together.
pub struct Sort {
    /// The variables.
    pub variables: Vec<&'static str>,
    /// Answers, and how many gave them.
    pub profiles: Vec<(Vec<u16>, u32)>,
}

/// All residents and all families.
pub struct People {
    /// Residents, families.
    pub sorts: [Sort; 2],
}

/// Where a table's figures stand in the set; those that nobody can be among have none.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Counts, row by row.
    pub cells: Vec<Option<usize>>,
    /// Sums of rows.
    pub rows: Vec<Option<usize>>,
    /// Sums of columns.
    pub columns: Vec<Option<usize>>,
    /// The sum of all.
    pub total: Option<usize>,
}

impl Places {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = usize> {
        self.cells.iter().chain(&self.rows).chain(&self.columns).chain([&self.total]).flatten().copied()
    }
}

/// A figure of the set.
struct Figure {
    families: bool,
    /// By place of the variable: true for each answer that is counted.
    asked: Vec<(usize, Vec<bool>)>,
    value: u32,
    hidden: bool,
    /// Published already, hidden or not.
    settled: bool,
    is_sum: bool,
    no_trait: bool,
}

impl Figure {
    fn holds(&self, profile: &[u16], but: usize) -> bool {
        self.asked.iter().all(|(at, answers)| *at == but || answers.get(usize::from(profile[*at])) == Some(&true))
    }

    /// What it costs to hide it.
    fn price(&self) -> f64 {
        match (self.hidden, self.settled) {
            (true, _) => 0.0,
            (_, true) => f64::INFINITY,
            _ if self.is_sum => 20.0 + f64::from(self.value) * 1e-4,
            _ if self.value == 0 => 3.0,
            _ => 1.0 + f64::from(self.value) * 1e-4,
        }
    }
}

/// Figures that a change alters, in order, and by how much.
type Altered = Vec<(usize, i8)>;

/// Of each answer, how many are tried for a change, how many of these that alter the same, and how many who make up for it.
const TRIED: [usize; 3] = [40, 3, 24];
/// Among how many, at most, those are sought who make up for a change.
const MOST: usize = 2_000;

/// Those who could give an answer, by what that would alter of what is published already.
type Partners = BTreeMap<u64, Vec<usize>>;

/// A set of tables.
pub struct Together<'a> {
    people: &'a People,
    figures: Vec<Figure>,
    at: BTreeMap<Whom, usize>,
    /// Of residents and of families, by place of the variable: figures that ask for it.
    asking: [Vec<Vec<usize>>; 2],
    /// Of residents and of families, by place of the variable: answers that anybody gave.
    given: [Vec<BTreeSet<u16>>; 2],
    /// Of residents and of families, by place of the variable: answers, and who could give them.
    partners: [Vec<Vec<(u16, Partners)>>; 2],
}

impl<'a> Together<'a> {
    /// An empty set.
    pub fn new(people: &'a People) -> Together<'a> {
        let asking = [0, 1].map(|sort| vec![Vec::new(); people.sorts[sort].variables.len()]);
        let given = [0, 1].map(|sort| {
            let Sort { variables, profiles } = &people.sorts[sort];
            (0..variables.len()).map(|at| set_of(profiles.iter().map(|(own, _)| own[at]))).collect()
        });
        let partners = [0, 1].map(|sort| vec![Vec::new(); people.sorts[sort].variables.len()]);
        Together { people, figures: Vec::new(), at: BTreeMap::new(), asking, given, partners }
    }

    /// A figure that is published already: whom it counts, and whether it is hidden. Gives how many they are.
    pub fn settle(&mut self, whom: &Whom, hidden: bool) -> Option<u32> {
        let at = self.figure(whom, true)?;
        let figure = &mut self.figures[at];
        figure.hidden = hidden && (figure.hidden || !figure.settled);
        figure.settled = true;
        Some(figure.value)
    }

    /// Adds a table.
    pub fn add(&mut self, base: &Whom, rows: &Side, columns: Option<&Side>) -> Places {
        let mut place = |narrowed: &[(&'static str, &Vec<u16>)], is_sum| {
            let all = Some(base.clone());
            let whom = narrowed.iter().fold(all, |whom, (variable, answers)| whom?.with(variable, answers))?;
            self.figure(&whom, is_sum)
        };
        let mut places = Places { total: place(&[], true), ..Places::default() };
        for row in &rows.answers {
            let row = (rows.variable, row);
            let Some(columns) = columns else {
                places.cells.push(place(&[row], false));
                continue;
            };
            let cell = |across| place(&[row, (columns.variable, across)], false);
            places.cells.extend(columns.answers.iter().map(cell).collect::<Vec<_>>());
            places.rows.push(place(&[row], true));
        }
        match columns {
            Some(columns) => {
                let sum = |across| place(&[(columns.variable, across)], true);
                places.columns = columns.answers.iter().map(sum).collect();
            }
            None => {
                places.rows = places.cells.clone();
                places.columns = vec![places.total];
            }
        }
        places
    }

    /// Hides a figure that is not published already.
    pub fn hide(&mut self, at: usize) {
        self.figures[at].hidden |= !self.figures[at].settled;
    }

    /// A figure of those who gave no answer to a question: that is no trait of anybody, and is not guarded.
    pub fn is_no_trait(&mut self, at: usize) {
        self.figures[at].no_trait = true;
    }

    /// True where a figure was published already.
    pub fn is_settled(&self, at: usize) -> bool {
        self.figures[at].settled
    }

    /// The variables that a figure asks for.
    pub fn variables(&self, at: usize) -> impl Iterator<Item = &'static str> {
        let figure = &self.figures[at];
        let sort = &self.people.sorts[usize::from(figure.families)];
        figure.asked.iter().map(|(at, _)| sort.variables[*at])
    }

    /// True where a figure is hidden.
    pub fn is_hidden(&self, at: usize) -> bool {
        self.figures[at].hidden
    }

    /// Hides all that must be. Gives the small figures for which nothing helped.
    pub fn guard(&mut self, threshold: u32) -> Vec<usize> {
        let small: Vec<usize> =
            (0..self.figures.len()).filter(|at| (1..threshold).contains(&self.figures[*at].value)).collect();
        small.iter().for_each(|at| self.hide(*at));
        let guarded = |at: &usize| self.figures[*at].hidden && !self.figures[*at].no_trait;
        let guarded: Vec<usize> = small.into_iter().filter(guarded).collect();
        guarded.into_iter().filter(|at| !self.raise(*at, threshold)).collect()
    }

    /// The place of a figure, new where there was none. What excludes nobody is not asked for: where all have an answer,
    /// those with one are all.
    fn figure(&mut self, whom: &Whom, is_sum: bool) -> Option<usize> {
        let sort = &self.people.sorts[usize::from(whom.families)];
        let (mut asked, mut told) = (Vec::new(), Whom::all(whom.families));
        for (variable, answers) in &whom.answers {
            let at = sort.variables.iter().position(|held| held == variable)?;
            if self.given[usize::from(whom.families)][at].iter().all(|answer| answers.contains(answer)) {
                continue;
            }
            let mut flags = vec![false; answers.iter().max().map_or(0, |last| usize::from(*last) + 1)];
            answers.iter().for_each(|answer| flags[usize::from(*answer)] = true);
            asked.push((at, flags));
            told.answers.insert(variable, answers.clone());
        }
        if let Some(at) = self.at.get(&told) {
            self.figures[*at].is_sum &= is_sum;
            return Some(*at);
        }
        let mut figure =
            Figure { families: whom.families, asked, value: 0, hidden: false, settled: false, is_sum, no_trait: false };
        let here = sort.profiles.iter().filter(|(profile, _)| figure.holds(profile, usize::MAX));
        figure.value = here.map(|(_, n)| n).sum();
        let at = self.figures.len();
        figure.asked.iter().for_each(|(variable, _)| self.asking[usize::from(whom.families)][*variable].push(at));
        self.figures.push(figure);
        self.at.insert(told, at);
        Some(at)
    }

    /// Finds changes that raise a figure to the threshold, and hides what they alter; false where there are none.
    fn raise(&mut self, at: usize, threshold: u32) -> bool {
        let mut need = threshold - self.figures[at].value;
        let mut used = Vec::new();
        while need > 0 {
            let Some((who, n, altered)) = self.change(at, &used) else { return false };
            altered.iter().for_each(|(figure, _)| self.hide(*figure));
            let n = n.min(need);
            used.extend(who.into_iter().map(|profile| (profile, n)));
            need -= n;
        }
        true
    }

    /// The change that raises a figure and hides least: those who change, how many times it can be made, what it alters.
    fn change(&mut self, at: usize, used: &[(usize, u32)]) -> Option<(Vec<usize>, u32, Altered)> {
        let people = self.people;
        let (families, asked) = (self.figures[at].families, self.figures[at].asked.clone());
        let profiles = &people.sorts[usize::from(families)].profiles;
        let gone = |who: usize| used.iter().filter(|(other, _)| *other == who).map(|(_, n)| n).sum::<u32>();
        let left = |who: usize| profiles[who].1 - gone(who);
        let mut best: Option<(f64, Vec<usize>, u32, Altered)> = None;
        for (variable, answers) in &asked {
            let is_in = |answer: u16| answers.get(usize::from(answer)) == Some(&true);
            let outside = |who: &usize| {
                let profile = &profiles[*who].0;
                left(*who) > 0 && !is_in(profile[*variable]) && self.figures[at].holds(profile, *variable)
            };
            let mut taken = Partners::new();
            let mut few = |who: &usize| {
                let taken = taken.entry(profiles[*who].0[*variable].into()).or_default();
                taken.push(*who);
                taken.len() <= TRIED[0]
            };
            let tried: Vec<usize> = (0..profiles.len()).filter(outside).filter(|who| few(who)).collect();
            let mut alike = Partners::new();
            for who in tried {
                let own = profiles[who].0[*variable];
                let at_partners = self.find_partners(families, *variable, own);
                let partners = &self.partners[usize::from(families)][*variable][at_partners].1;
                for to in (0u16..).zip(answers).filter(|(_, counted)| **counted).map(|(to, _)| to).take(TRIED[1]) {
                    let altered = self.altered(families, who, *variable, to);
                    let mark = self.mark(&altered);
                    let alike = alike.entry(mark.wrapping_add(number_of(own.into()))).or_default();
                    alike.push(who);
                    if alike.len() > TRIED[1] {
                        continue;
                    }
                    let alone = (mark == 0).then(|| (vec![who], left(who), altered.clone()));
                    let free =
                        |other: &&usize| left(**other) > 0 && !self.figures[at].holds(&profiles[**other].0, usize::MAX);
                    let with = partners.get(&mark.wrapping_neg()).into_iter().flatten().filter(free).take(TRIED[2]);
                    let both = with.map(|other| {
                        let back = self.altered(families, *other, *variable, own);
                        (vec![who, *other], left(who).min(left(*other)), sum(&altered, &back))
                    });
                    for (who, n, altered) in alone.into_iter().chain(both) {
                        let price: f64 = altered.iter().map(|(figure, _)| self.figures[*figure].price()).sum();
                        if price == 0.0 {
                            return Some((who, n, altered));
                        }
                        if price.is_finite() && best.as_ref().is_none_or(|(least, ..)| price < *least) {
                            best = Some((price, who, n, altered));
                        }
                    }
                }
            }
        }
        best.map(|(_, who, n, altered)| (who, n, altered))
    }

    /// Finds those who could give this answer instead of their own, by what that would alter of what is published already;
    /// gives their place.
    fn find_partners(&mut self, families: bool, variable: usize, answer: u16) -> usize {
        let sort = usize::from(families);
        if let Some(at) = self.partners[sort][variable].iter().position(|(known, _)| *known == answer) {
            return at;
        }
        let profiles = &self.people.sorts[sort].profiles;
        let step = profiles.len().div_ceil(MOST).max(1);
        let mut found = Partners::new();
        for who in (0..profiles.len()).step_by(step).filter(|who| profiles[*who].0[variable] != answer) {
            found.entry(self.mark(&self.altered(families, who, variable, answer))).or_default().push(who);
        }
        self.partners[sort][variable].push((answer, found));
        self.partners[sort][variable].len() - 1
    }

    /// What a change alters of what is published already, as a number: marks of changes that undo each other are zero
    /// together.
    fn mark(&self, altered: &Altered) -> u64 {
        let settled = altered.iter().filter(|(at, _)| self.figures[*at].settled);
        settled.fold(0, |mark, (at, n)| mark.wrapping_add(number_of(*at).wrapping_mul(*n as i64 as u64)))
    }

    /// What changes where someone gives another answer.
    fn altered(&self, families: bool, who: usize, variable: usize, answer: u16) -> Altered {
        let sort = usize::from(families);
        let profile = &self.people.sorts[sort].profiles[who].0;
        let change = |at: &usize| {
            let figure = &self.figures[*at];
            let answers = figure.asked.iter().find(|(asked, _)| *asked == variable).map(|(_, answers)| answers)?;
            let counted = |answer: u16| i8::from(answers.get(usize::from(answer)) == Some(&true));
            let change = counted(answer) - counted(profile[variable]);
            (change != 0 && !figure.hidden && figure.holds(profile, variable)).then_some((*at, change))
        };
        self.asking[sort][variable].iter().filter_map(change).collect()
    }
}

/// A large number of each figure's own (SplitMix64, Steele, Lea and Flood 2014).
fn number_of(at: usize) -> u64 {
    let mut z = (at as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ z >> 31
}

fn sum(one: &Altered, other: &Altered) -> Altered {
    let mut sums = one.clone();
    for (at, n) in other {
        match sums.iter_mut().find(|(own, _)| own == at) {
            Some((_, own)) => *own += n,
            None => sums.push((*at, *n)),
        }
    }
    sums.retain(|(_, n)| *n != 0);
    sums
}

#[cfg(test)]
mod tests;
