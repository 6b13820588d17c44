//! What is done for the small counts of layers that no steps are found for: a linear program over a part of the layers, and
//! where that does not help, layers of which only the sum is shown.

use super::super::linked::{Figure, Linked};
use super::super::{Counted, Hidden, Net, suppress};
use super::{Block, Place};
use crate::base::Order as _;

/// How many figures a linear program takes at most that finds what to hide for a count that is left.
const FIGURES: usize = 800;
/// Layers that it takes at most.
const MOST_LAYERS: usize = 5;

impl Block {
    /// Hides what a linear program needs for a count that no steps were found for, in its layer, the whole, and those layers
    /// that have most; false where that does not help.
    pub(super) fn solve(&mut self, at: usize) -> bool {
        let (area, whole, own) = (self.size[0] * self.size[1], self.size[2] - 1, self.place(at)[2]);
        let mut layers: Vec<usize> = (0..whole).filter(|layer| *layer != own).collect();
        layers.order_by_key(|layer| std::cmp::Reverse(self.values[(layer + 1) * area - 1]));
        layers.splice(0..0, [whole, own].into_iter().take(if own == whole { 1 } else { 2 }));
        layers.truncate((FIGURES / area).min(MOST_LAYERS));
        if layers.len() < 3 {
            return false;
        }
        // Figures of the chosen layers, the whole first; the other layers stay as they are.
        let mut set = Linked::default();
        let from: Vec<usize> = layers.iter().flat_map(|layer| layer * area..(layer + 1) * area).collect();
        for (number, at) in from.iter().enumerate() {
            let figure = match self.n_sums(self.place(*at)) {
                _ if number < area => Figure::Settled,
                0 => Figure::Count,
                _ => Figure::Sum,
            };
            set.add(figure, self.values[*at]);
        }
        for (layer, of_layer) in (0..layers.len()).zip((0..).step_by(area)) {
            let line =
                |from: usize, step: usize, n: usize| (0..n).map(|at| of_layer + from + at * step).collect::<Vec<_>>();
            let (rows, columns) = (self.size[0] - 1, self.size[1] - 1);
            for column in 0..=columns {
                set.among(&line(column, columns + 1, rows), &[of_layer + column + rows * (columns + 1)]);
            }
            for row in (0..=rows).filter(|_| columns > 0) {
                let from = row * (columns + 1);
                set.among(&line(from, 1, columns), &[of_layer + from + columns]);
            }
            if layer == 0 {
                for at in 0..area {
                    let mut parts: Vec<usize> = (1..layers.len()).map(|layer| layer * area + at).collect();
                    let others = set.value(at) - parts.iter().map(|at| set.value(*at)).sum::<u32>();
                    parts.push(set.add(Figure::Settled, others));
                    set.among(&parts, &[at]);
                }
            }
        }
        let mut hidden: Vec<bool> = from.iter().map(|at| self.hidden[*at]).collect();
        hidden.resize(from.len() + area, false);
        let place = from.iter().position(|other| *other == at).unwrap_or(0);
        let helps = set.secure(&mut hidden, &[place], self.threshold, 3).is_empty();
        if helps {
            from.iter().zip(hidden).for_each(|(at, hidden)| self.hidden[*at] |= hidden);
        }
        helps
    }

    /// Hides all of some layers but how many each has: those with counts that are `left`, then the largest others, until
    /// these counts are safe; of all layers they always are, for the whole is safe alone.
    pub(super) fn close(&mut self, left: &[usize], whole: &Hidden) {
        let layers = self.size[2] - 1;
        let total = |layer: usize| self.at([self.size[0] - 1, self.size[1] - 1, layer]);
        let mut closed: Vec<bool> =
            (0..layers).map(|layer| left.iter().any(|at| self.place(*at)[2] == layer)).collect();
        let mut order: Vec<usize> = (0..layers).collect();
        order.order_by_key(|layer| std::cmp::Reverse(self.values[total(*layer)]));
        let mut more = 1;
        while !self.safe_closed(&closed, left, whole) && closed.contains(&false) {
            let next: Vec<usize> = order.iter().copied().filter(|layer| !closed[*layer]).take(more).collect();
            next.into_iter().for_each(|layer| closed[layer] = true);
            more *= 2;
        }
        let all = closed.iter().all(|closed| *closed);
        let sums: Vec<u32> = (0..layers).map(|layer| self.values[total(layer)]).collect();
        let of_sums = suppress(&Counted { columns: 1, cells: &sums }, self.threshold);
        let secret = |layer: usize| all && (of_sums.cells[layer] || of_sums.total);
        let shown: Vec<usize> = (0..layers).filter(|layer| !secret(*layer)).map(total).collect();
        for at in 0..self.hidden.len() {
            self.hidden[at] |= closed.get(self.place(at)[2]) == Some(&true) && !shown.contains(&at);
        }
    }

    /// True where closed layers keep their small counts: what they hold together may be spread over them in any way, and may
    /// itself be other by what the whole hides, as far as they hold it.
    fn safe_closed(&self, closed: &[bool], left: &[usize], whole: &Hidden) -> bool {
        let layers: Vec<usize> = (0..closed.len()).filter(|layer| closed[*layer]).collect();
        let (rows, columns) = (self.size[0] - 1, self.size[1].max(2) - 1);
        let cell =
            |at: usize| layers.iter().map(|layer| self.values[self.at([at / columns, at % columns, *layer])]).sum();
        let cells: Vec<u32> = (0..rows * columns).map(cell).collect();
        let net = Net::of(&Counted { columns, cells: &cells });
        let hidden: Vec<bool> = match columns {
            1 => whole.cells.iter().chain([&whole.total]).copied().collect(),
            _ => whole.cells.iter().chain(&whole.rows).chain(&whole.columns).chain([&whole.total]).copied().collect(),
        };
        let could_be = |place: Place, value: u32| {
            let edge = self.edge(place);
            let need = self.threshold.saturating_sub(value);
            need == 0 || (hidden[edge] && net.slack(&hidden, edge, true, need) >= need)
        };
        let total = |layer: usize| self.values[self.at([self.size[0] - 1, self.size[1] - 1, layer])];
        let secret: u32 = layers.iter().map(|layer| total(*layer)).filter(|n| *n < self.threshold).sum();
        let has_room = |layer: usize| total(layer) == 0 || total(layer) >= self.threshold || secret >= self.threshold;
        let is_small = |at: &usize| (1..self.threshold).contains(&self.values[*at]);
        let of_layers =
            (0..self.values.len()).filter(is_small).filter(|at| closed.get(self.place(*at)[2]) == Some(&true));
        let of_whole = left.iter().filter(|at| self.place(**at)[2] == closed.len());
        layers.iter().all(|layer| has_room(*layer))
            && of_layers.into_iter().all(|at| {
                let place = self.place(at);
                let whole_total = place[0] == rows && (columns == 1 || place[1] == columns);
                whole_total || could_be(place, net.edges[self.edge(place)].value)
            })
            && of_whole.into_iter().all(|at| could_be(self.place(*at), self.values[*at]))
    }
}
