//! All that documents, poster and slides may show of a village for everybody, guarded as one set: whoever lays them beside
//! each other, and knows which people are among which, learns of no hidden count that it is small.
//!
//! How many gave no answer to a question is no trait of anybody and is not guarded; it is known wherever a table without
//! them stands beside the number of all.

use super::facts::Facts;
use super::guarded::{HIDE_BELOW, Laid};
use crate::analyse::Counts;
use crate::analyse::counts::BySex;
use crate::analyse::disclosure::linked::{Figure, Linked};
use crate::analyse::sums::{OLDEST, added};
use crate::base::CodeList;
use crate::base::codes::{ChildWish, Marital, Toilet, Water};

/// Years of an age group.
const YEARS: usize = 5;

/// A universe: men, women, all.
struct Hub {
    sexes: [usize; 2],
    all: usize,
}

/// All figures, and where they stand.
pub(super) struct Set<'a> {
    pub(super) linked: Linked,
    pub(super) hidden: Vec<bool>,
    counts: &'a Counts,
    pub(super) tables: Vec<(&'static str, Laid)>,
    pub(super) lines: Vec<(&'static str, Vec<Laid>)>,
    unmet: Laid,
    /// Residents and families.
    pub(super) whole: [usize; 2],
}

/// Hides in all tables what they would give away together.
pub(super) fn guard(facts: &mut Facts, counts: &Counts) {
    let mut set = Set::of(facts, counts);
    set.linked.protect(&mut set.hidden, HIDE_BELOW);
    let Set { hidden, tables, lines, unmet, whole, .. } = set;
    facts.tables.iter_mut().zip(&tables).for_each(|(table, (_, laid))| table.take(laid, &hidden));
    for (found, (_, laid)) in facts.yes_no.iter_mut().zip(&lines) {
        found.lines.iter_mut().zip(laid).for_each(|(line, laid)| line.guarded.take(laid, &hidden));
    }
    facts.unmet.guarded.take(&unmet, &hidden);
    facts.whole_seen = whole.map(|at| !hidden[at]);
}

impl<'a> Set<'a> {
    /// The set, with what the tables hide so far.
    pub(super) fn of(facts: &Facts, counts: &'a Counts) -> Set<'a> {
        let (mut linked, mut hidden) = (Linked::default(), Vec::new());
        let tables = facts.tables.iter().map(|table| (table.cross.id, table.lay(&mut linked, &mut hidden))).collect();
        let mut lines = Vec::new();
        for found in &facts.yes_no {
            let laid = found.lines.iter().map(|line| line.guarded.lay(&mut linked, &mut hidden)).collect();
            lines.push((found.id, laid));
        }
        let unmet = facts.unmet.guarded.lay(&mut linked, &mut hidden);
        let whole = [counts.residents, counts.families].map(|n| linked.add(Figure::Sum, n));
        hidden.extend(facts.whole_seen.map(|seen| !seen));
        let mut set = Set { linked, hidden, counts, tables, lines, unmet, whole };
        set.people(whole[0]);
        set.couples();
        set.families(whole[1]);
        set
    }

    fn table(&self, id: &str) -> Option<&Laid> {
        self.tables.iter().find(|(own, _)| *own == id).map(|(_, laid)| laid)
    }

    fn line(&self, id: &str, at: usize) -> Option<&Laid> {
        self.lines.iter().find(|(own, _)| *own == id)?.1.get(at)
    }

    fn unsaid(&mut self, n: u32) -> usize {
        self.linked.add(Figure::Unsaid, n)
    }

    fn hub(&mut self, [other, male, female]: BySex) -> Hub {
        let sexes = [self.unsaid(male), self.unsaid(female)];
        let all = self.unsaid(male + female + other);
        self.linked.among(&sexes, &[all]);
        Hub { sexes, all }
    }

    fn aged(&self, from: usize, to: usize) -> BySex {
        added(&self.counts.age_sex[from..=to])
    }

    /// Columns of a table among those of its universe.
    fn in_hub(&mut self, columns: &[usize], hub: &Hub) {
        match columns {
            [male, female, _] => {
                self.linked.among(&[*male], &hub.sexes[..1]);
                self.linked.among(&[*female], &hub.sexes[1..]);
            }
            [.., all] => self.linked.among(&[*all], &[hub.all]),
            [] => {}
        }
    }

    /// Figures of the age groups that begin from one age up to below another, in a column; the last is the sum.
    fn ages(&self, from: usize, to: usize, column: usize) -> Vec<usize> {
        let Some(table) = self.table("age-sex") else { return Vec::new() };
        let rows = (from / YEARS..to / YEARS).filter_map(|row| table.cells.get(row));
        rows.filter_map(|row| row.get(column)).copied().collect()
    }

    fn last_age_column(&self) -> usize {
        self.table("age-sex").map_or(0, |table| table.sums.len() - 1)
    }

    fn sums(&self, id: &str) -> Vec<usize> {
        self.table(id).map_or_else(Vec::new, |table| table.sums.clone())
    }

    fn people(&mut self, whole: usize) {
        let residents = self.hub(added(&self.counts.age_sex));
        self.linked.among(&[residents.all], &[whole]);
        for id in ["age-sex", "by-dusun", "religion", "relation", "health-cover", "disability"] {
            let columns = self.sums(id);
            self.in_hub(&columns, &residents);
        }
        for (from, ids) in [(10, ["marital"].as_slice()), (15, &["education-15", "work-pk"])] {
            let hub = self.hub(self.aged(from, OLDEST));
            for column in 0..=self.last_age_column() {
                let groups = self.ages(from, OLDEST, column);
                let whom = if self.last_age_column() > 0 { hub.sexes.get(column).copied() } else { Some(hub.all) };
                if let Some(whom) = whom.filter(|_| !groups.is_empty()) {
                    self.linked.among(&groups, &[whom]);
                }
            }
            for id in ids {
                let columns = self.sums(id);
                self.in_hub(&columns, &hub);
            }
        }
        self.school();
        let all = self.last_age_column();
        if let Some(nik) = self.line("adminduk", 0).map(|line| line.sums[0]) {
            self.linked.among(&[nik], &[whole]);
        }
        // Certificates: of those under 18, and of all others.
        let children: u32 = self.aged(0, 17).iter().sum();
        let (children, others) = (self.unsaid(children), self.unsaid(self.counts.residents - children));
        self.linked.among(&[children, others], &[whole]);
        for (at, whom) in [children, others].into_iter().enumerate() {
            if let Some(known) = self.line("adminduk", 2 + at).map(|line| line.sums[0]) {
                self.linked.among(&[known], &[whom]);
            }
        }
        let (under_15, under_20) = (self.ages(0, 15, all), self.ages(0, 20, all));
        self.linked.among(&under_15, &[children]);
        self.linked.among(&[children], &under_20);
        // Ever married: those who told their age at marriage, and the rows of the marital table.
        for sex in 0..2 {
            let ever: u32 = self.counts.first_marriage.iter().map(|by_sex| by_sex[sex + 1]).sum();
            let ever = self.unsaid(ever);
            let line = self.line("usia-kawin", 1 - sex).map(|line| line.sums[0]);
            self.linked.among(&Vec::from_iter(line), &[ever]);
            let rows: Vec<usize> =
                self.table("marital").filter(|table| table.sums.len() == 3).map_or_else(Vec::new, |table| {
                    let after = |(row, _): &(usize, &Vec<usize>)| *row + 1 > usize::from(Marital::Never.number());
                    table.cells.iter().enumerate().filter(after).map(|(_, row)| row[sex]).collect()
                });
            self.linked.among(&rows, &[ever]);
        }
    }

    /// School ages lie across the age groups.
    fn school(&mut self) {
        let Some(table) = self.table("attendance") else { return };
        let rows: Vec<usize> = table.cells.iter().filter_map(|row| row.last().copied()).collect();
        let all = self.last_age_column();
        let groups = [(7, 12, 5, 15), (13, 15, 10, 20), (16, 18, 15, 20), (19, 24, 15, 25)];
        let mut hubs = Vec::new();
        for ((from, to, wide_from, wide_to), row) in groups.into_iter().zip(rows) {
            let aged: u32 = self.aged(from, to).iter().sum();
            let hub = self.unsaid(aged);
            self.linked.among(&[row], &[hub]);
            let wide = self.ages(wide_from, wide_to, all);
            self.linked.among(&[hub], &wide);
            hubs.push(hub);
        }
        let (inner, outer, teens) = (self.ages(10, 25, all), self.ages(5, 25, all), self.ages(15, 25, all));
        self.linked.among(&inner, &hubs);
        self.linked.among(&hubs, &outer);
        if let [_, _, late, last] = hubs[..] {
            self.linked.among(&[late, last], &teens);
        }
    }

    fn couples(&mut self) {
        let all = self.unsaid(self.counts.couples.all);
        let married = usize::from(Marital::Married.number()) - 1;
        let wives = self.table("marital").filter(|table| table.sums.len() == 3).map(|table| table.cells[married][1]);
        if let Some(wives) = wives {
            self.linked.among(&[all], &[wives]);
        }
        if self.last_age_column() > 0 {
            let women = self.ages(15, 50, 1);
            self.linked.among(&[all], &women);
        }
        let (no, sure) = (self.unmet.cells[1][0], self.unmet.cells[0][0]);
        let known = self.unmet.sums[0];
        self.linked.among(&[known], &[all]);
        let Some(methods) = self.table("kb-method") else { return };
        let (used, known) = (methods.cells.iter().map(|row| row[0]).collect::<Vec<_>>(), methods.sums[0]);
        self.linked.among(&[known], &[all]);
        let Some(((not_using, using), wishes)) = used.split_last().zip(self.table("kb-wish")) else { return };
        let wish: Vec<usize> = wishes.cells.iter().map(|row| row[0]).collect();
        let known = wishes.sums[0];
        self.linked.among(&[known], &[*not_using]);
        // Unmet: they want a child later or no more and are not pregnant; those who use, want one soon or are pregnant have no
        // such need.
        let [later, no_more, soon] =
            [ChildWish::Later, ChildWish::NoMore, ChildWish::Soon].map(|wish| usize::from(wish.number()) - 1);
        self.linked.among(&[sure], &[wish[later], wish[no_more]]);
        let without: Vec<usize> = using.iter().chain([&wish[soon]]).chain(wish.last()).copied().collect();
        self.linked.among(&without, &[no]);
    }

    fn families(&mut self, whole: usize) {
        let lines = [("adminduk", 1), ("adminduk", 4), ("kelompok-kegiatan", 0), ("kelompok-kegiatan", 1)];
        let more = [("kelompok-kegiatan", 2), ("kelompok-kegiatan", 3), ("perlindungan", 0), ("perlindungan", 1)];
        let housing = [("rumah", 0), ("rumah", 1)];
        for (id, at) in lines.into_iter().chain(more).chain(housing) {
            if let Some(known) = self.line(id, at).map(|line| line.sums[0]) {
                self.linked.among(&[known], &[whole]);
            }
        }
        for id in ["water", "toilet"] {
            let columns = self.sums(id);
            self.linked.among(&columns, &[whole]);
        }
        // A house is adequate where each of its parts is.
        let Some(adequate) = self.line("rumah", 1).map(|line| [line.cells[0][0], line.cells[1][0]]) else { return };
        let code = |row: usize| u8::try_from(row + 1).unwrap_or(u8::MAX);
        let judged = |table: Option<&Laid>, good: &dyn Fn(u8) -> Option<bool>, wanted: bool| {
            let rows = table.map_or(&[][..], |table| &table.cells[..]).iter().enumerate();
            rows.filter(|(row, _)| good(code(*row)) == Some(wanted)).map(|(_, row)| row[0]).collect::<Vec<_>>()
        };
        let water = |n: u8| Water::from_number(n).and_then(Water::proper_bps);
        let toilet = |n: u8| Toilet::from_number(n).and_then(Toilet::proper_krs);
        let parts = [
            [judged(self.table("water"), &water, true), judged(self.table("water"), &water, false)],
            [judged(self.table("toilet"), &toilet, true), judged(self.table("toilet"), &toilet, false)],
            [0, 1].map(|row| self.line("rumah", 0).map_or_else(Vec::new, |line| vec![line.cells[row][0]])),
        ];
        for [good, bad] in parts {
            self.linked.among(&adequate[..1], &good);
            self.linked.among(&bad, &adequate[1..]);
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
