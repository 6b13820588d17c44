//! Disclosure control of a table that everybody may see (domain.md §13.4): small counts are hidden, and as many others as
//! it takes that no hidden count can be worked out from the sums.
//!
//! Invariant: whoever knows the table as published, and that counts are whole and not negative, cannot tell of a small
//! count that it is below the threshold. A table is a network: lines are its nodes, counts and sums its edges, and what a
//! hidden count could be beside its value is a flow around a cycle of hidden edges. Zeros stay in sight.

mod layers;
pub mod linked;
mod simplex;
pub mod together;

pub use layers::suppress_layers;

use crate::base::Order as _;
use std::collections::VecDeque;

/// A table of counts by row and column with all its sums. A table of one column has no sums of rows.
#[derive(Clone, Debug)]
pub struct Counted<'a> {
    /// Columns.
    pub columns: usize,
    /// Counts, row by row.
    pub cells: &'a [u32],
}

/// What of a table is not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// By count, row by row.
    pub cells: Vec<bool>,
    /// Sums of rows; all of a table of one column stand for its counts.
    pub rows: Vec<bool>,
    /// Sums of columns.
    pub columns: Vec<bool>,
    /// The sum of all.
    pub total: bool,
    /// Counts and sums hidden because they are small.
    pub small: u32,
    /// Counts and sums hidden so that the small ones stay unknown.
    pub others: u32,
    /// Counts and sums hidden because of other tables of the same people.
    pub linked: u32,
}

impl Hidden {
    /// Of a table of one column, hides what another hides too.
    pub fn take(&mut self, other: &Hidden) {
        for (here, there) in self.cells.iter_mut().zip(&other.cells).filter(|(here, there)| **there && !**here) {
            *here = *there;
            self.linked += 1;
        }
        self.total |= other.total;
    }
}

/// Tables with at most so many counts that could be hidden are searched for the least to hide.
const SEARCHED: usize = 12;
/// More than any count.
const ENDLESS: u32 = u32::MAX / 4;

/// Hides what is above zero and below the threshold, and what it takes to keep it unknown. The least number of others, and
/// of those the smallest, where at most [`SEARCHED`] counts come into question; a good choice otherwise.
pub fn suppress(table: &Counted, threshold: u32) -> Hidden {
    suppress_searching(table, threshold, SEARCHED)
}

fn suppress_searching(table: &Counted, threshold: u32, searched: usize) -> Hidden {
    let net = Net::of(table);
    let small: Vec<usize> =
        (0..net.edges.len()).filter(|edge| (1..threshold).contains(&net.edges[*edge].value)).collect();
    let mut hidden = vec![false; net.edges.len()];
    small.iter().for_each(|edge| hidden[*edge] = true);
    let safe = |hidden: &[bool]| {
        small.iter().all(|edge| {
            let need = threshold - net.edges[*edge].value;
            net.slack(hidden, *edge, true, need) >= need
        })
    };
    if !safe(&hidden) {
        match least(&net, &hidden, searched, safe) {
            Some(found) => hidden = found,
            None => {
                widen(&net, &mut hidden, &small, threshold);
                thin(&net, &mut hidden, &small, safe);
            }
        }
    }
    net.told(table, &hidden, small.len())
}

/// The least to hide, tried in the order of number and size; nothing where there is too much to try, or no counts suffice.
fn least(net: &Net, hidden: &[bool], searched: usize, safe: impl Fn(&[bool]) -> bool) -> Option<Vec<bool>> {
    let free: Vec<usize> = (0..net.edges.len())
        .filter(|edge| !hidden[*edge] && net.edges[*edge].value > 0 && net.edges[*edge].kind == Kind::Count)
        .collect();
    if free.len() > searched {
        return None;
    }
    let weigh = |set: u32| {
        let chosen = (0..free.len()).filter(|bit| set >> bit & 1 == 1);
        chosen.map(|bit| u64::from(net.edges[free[bit]].value)).sum::<u64>()
    };
    let mut sets: Vec<(u32, u64, u32)> =
        (1..1u32 << free.len()).map(|set| (set.count_ones(), weigh(set), set)).collect();
    sets.order();
    sets.into_iter().find_map(|(_, _, set)| {
        let mut tried = hidden.to_vec();
        (0..free.len()).filter(|bit| set >> bit & 1 == 1).for_each(|bit| tried[free[bit]] = true);
        safe(&tried).then_some(tried)
    })
}

/// Hides the cheapest cycle through each small count until all can vary enough.
fn widen(net: &Net, hidden: &mut [bool], small: &[usize], threshold: u32) {
    let mut order = small.to_vec();
    order.order_by_key(|edge| net.edges[*edge].value);
    for edge in order {
        let need = threshold - net.edges[edge].value;
        while net.slack(hidden, edge, true, need) < need {
            match net.cheapest(hidden, edge, need) {
                Some(path) => path.into_iter().for_each(|edge| hidden[edge] = true),
                None => hidden.fill(true), // sums that nothing holds can be anything
            }
        }
    }
}

/// Shows again, the largest first, what need not be hidden.
fn thin(net: &Net, hidden: &mut [bool], small: &[usize], safe: impl Fn(&[bool]) -> bool) {
    let mut others: Vec<usize> = (0..hidden.len()).filter(|edge| hidden[*edge] && !small.contains(edge)).collect();
    others.order_by_key(|edge| std::cmp::Reverse((net.edges[*edge].kind != Kind::Count, net.edges[*edge].value)));
    for edge in others {
        hidden[edge] = false;
        hidden[edge] = !safe(hidden);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Count,
    Sum,
    Total,
}

/// A count or a sum between two lines. Its value rises with a flow from `from` to `to`, a sum's with one that runs back.
#[derive(Clone, Copy, Debug)]
struct Edge {
    from: usize,
    to: usize,
    value: u32,
    kind: Kind,
}

impl Edge {
    /// How much may flow: values rise without an end and fall to zero.
    fn room(&self, onward: bool) -> u32 {
        if onward == (self.kind != Kind::Sum) { ENDLESS } else { self.value }
    }
}

struct Net {
    edges: Vec<Edge>,
    /// Edges of each node.
    at: Vec<Vec<usize>>,
}

impl Net {
    /// Counts row by row, then sums of rows, sums of columns, the total; of one column the counts and the total.
    fn of(table: &Counted) -> Net {
        let columns = table.columns.max(1);
        let rows = table.cells.len() / columns;
        let edge = |from, to, value, kind| Edge { from, to, value, kind };
        let mut edges = Vec::new();
        if columns == 1 {
            edges.extend(table.cells.iter().map(|value| edge(0, 1, *value, Kind::Count)));
            edges.push(edge(0, 1, table.cells.iter().sum(), Kind::Sum));
        } else {
            let (sums, column) = (rows, |column: usize| rows + 1 + column);
            for (at, value) in table.cells.iter().enumerate() {
                edges.push(edge(at / columns, column(at % columns), *value, Kind::Count));
            }
            for row in 0..rows {
                let sum = table.cells[row * columns..(row + 1) * columns].iter().sum();
                edges.push(edge(row, column(columns), sum, Kind::Sum));
            }
            for at in 0..columns {
                let sum = table.cells.iter().skip(at).step_by(columns).sum();
                edges.push(edge(sums, column(at), sum, Kind::Sum));
            }
            edges.push(edge(sums, column(columns), table.cells.iter().sum(), Kind::Total));
        }
        let nodes = edges.iter().map(|edge| edge.from.max(edge.to) + 1).max().unwrap_or(0);
        let mut at = vec![Vec::new(); nodes];
        for (number, edge) in edges.iter().enumerate() {
            at[edge.from].push(number);
            at[edge.to].push(number);
        }
        Net { edges, at }
    }

    /// By how much, `need` at most, the value of a hidden edge could be higher (or lower) with the same published figures.
    fn slack(&self, hidden: &[bool], edge: usize, higher: bool, need: u32) -> u32 {
        let Edge { from, to, .. } = self.edges[edge];
        let onward = higher == (self.edges[edge].kind != Kind::Sum);
        let (start, end) = if onward { (to, from) } else { (from, to) };
        let need = need.min(self.edges[edge].room(onward));
        let mut flow = vec![0i64; self.edges.len()];
        let mut sent = 0;
        while sent < need {
            let Some(path) = self.path(hidden, edge, start, end, &flow) else { break };
            let room = path.iter().map(|(number, onward)| self.left(*number, *onward, &flow)).min().unwrap_or(0);
            let push = room.min(need - sent);
            for (number, onward) in path {
                flow[number] += if onward { i64::from(push) } else { -i64::from(push) };
            }
            sent += push;
        }
        sent
    }

    fn left(&self, edge: usize, onward: bool, flow: &[i64]) -> u32 {
        let used = if onward { flow[edge] } else { -flow[edge] };
        (i64::from(self.edges[edge].room(onward)) - used).clamp(0, i64::from(ENDLESS)) as u32
    }

    /// The shortest path over hidden edges with room, `without` left out: edges and whether they run onward.
    fn path(
        &self,
        hidden: &[bool],
        without: usize,
        start: usize,
        end: usize,
        flow: &[i64],
    ) -> Option<Vec<(usize, bool)>> {
        let mut came: Vec<Option<(usize, bool)>> = vec![None; self.at.len()];
        let mut queue = VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            for number in &self.at[node] {
                let edge = self.edges[*number];
                let onward = edge.from == node;
                let next = if onward { edge.to } else { edge.from };
                let open = *number != without && hidden[*number] && self.left(*number, onward, flow) > 0;
                if open && next != start && came[next].is_none() {
                    came[next] = Some((*number, onward));
                    if next == end {
                        return Some(self.walked(&came, start, end));
                    }
                    queue.push_back(next);
                }
            }
        }
        None
    }

    fn walked(&self, came: &[Option<(usize, bool)>], start: usize, end: usize) -> Vec<(usize, bool)> {
        let (mut path, mut node) = (Vec::new(), end);
        while node != start {
            let Some((number, onward)) = came[node] else { break };
            path.push((number, onward));
            node = if onward { self.edges[number].from } else { self.edges[number].to };
        }
        path
    }

    /// The edges to hide so that this one's value could be `need` higher, the fewest and smallest; sums only where counts do
    /// not suffice, zeros never. Nothing where no single cycle can carry it.
    fn cheapest(&self, hidden: &[bool], edge: usize, need: u32) -> Option<Vec<usize>> {
        let route = self.route(edge, |number, onward| {
            let Edge { value, kind, .. } = self.edges[number];
            let open = (hidden[number] || value > 0) && self.edges[number].room(onward) >= need;
            open.then(|| match (hidden[number], kind) {
                (true, _) => 0u64,
                (false, Kind::Count) => 1_000_000 + u64::from(value),
                (false, _) => 1_000_000_000 + u64::from(value),
            })
        });
        Some(route?.into_iter().map(|(number, _)| number).collect())
    }

    /// The cheapest cycle through an edge whose value is to rise: the other edges and whether they run onward. Those without
    /// a price are not to be had.
    fn route(&self, edge: usize, price: impl Fn(usize, bool) -> Option<u64>) -> Option<Vec<(usize, bool)>> {
        let Edge { from, to, kind, .. } = self.edges[edge];
        let (start, end) = if kind == Kind::Sum { (from, to) } else { (to, from) };
        let mut cost = vec![u64::MAX; self.at.len()];
        let mut came: Vec<Option<(usize, bool)>> = vec![None; self.at.len()];
        let mut done = vec![false; self.at.len()];
        cost[start] = 0;
        while let Some(node) = (0..cost.len()).filter(|node| !done[*node]).min_by_key(|node| cost[*node]) {
            if node == end || cost[node] == u64::MAX {
                break;
            }
            done[node] = true;
            for number in self.at[node].iter().filter(|number| **number != edge) {
                let onward = self.edges[*number].from == node;
                let next = if onward { self.edges[*number].to } else { self.edges[*number].from };
                let Some(price) = price(*number, onward) else { continue };
                let price = cost[node].saturating_add(price);
                if !done[next] && price < cost[next] {
                    (cost[next], came[next]) = (price, Some((*number, onward)));
                }
            }
        }
        (cost[end] != u64::MAX).then(|| self.walked(&came, start, end))
    }

    fn told(&self, table: &Counted, hidden: &[bool], small: usize) -> Hidden {
        let columns = table.columns.max(1);
        let n = table.cells.len();
        let all = hidden.iter().filter(|hidden| **hidden).count();
        let (rows, sums, total) = match columns {
            1 => (hidden[..n].to_vec(), vec![hidden[n]], hidden[n]),
            _ => {
                let rows = n / columns;
                (
                    hidden[n..n + rows].to_vec(),
                    hidden[n + rows..n + rows + columns].to_vec(),
                    hidden[n + rows + columns],
                )
            }
        };
        Hidden {
            cells: hidden[..n].to_vec(),
            rows,
            columns: sums,
            total,
            small: small as u32,
            others: (all - small) as u32,
            linked: 0,
        }
    }
}

#[cfg(test)]
mod tests;
