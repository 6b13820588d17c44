//! A table in layers beside the table of all of them: no layer, nor all together, gives a hidden count of another away.
//!
//! With its sums as further rows, columns and a further layer, their signs turned, every line of the whole is zero in all.
//! So a count can be another where two rows, two columns and two layers cross in eight hidden figures: half of them rise,
//! half fall (the hypercube method of Giessing and Repsilber 2002). Such steps, one after the other, are the witness that a
//! small count could be at the threshold; where there are none, the cheapest figures are hidden that make one.

mod left;

use super::{Counted, Hidden, Kind, Net, suppress};
use crate::base::Order as _;

/// What a place in the lines costs to hide.
const COUNT: u64 = 1_000_000;
const ZERO: u64 = 3_000_000;
const SUM: u64 = 30_000_000;
const TOTAL: u64 = 200_000_000;
/// And what it costs where a figure has to be raised before it can fall.
const HELP: u64 = 2_000_000;
/// How many steps are tried at a place, and how deep helpers have helpers.
const TRIED: usize = 12;
const HELPERS: u32 = 2;
/// How many ways are looked at in all where helpers are needed.
const PATIENCE: u32 = 4_000_000;
/// With how many other layers a step is tried at most.
const PARTNERS: usize = 32;
/// For how many counts a linear program is tried at most.
const SOLVED: usize = 12;

/// What is hidden of each layer. `layers` hold the counts of each, row by row, and add up to the whole table, of which
/// `whole` is hidden whatever the layers are. Of layers that cannot be told apart safely, only how many each has is shown.
pub fn suppress_layers(columns: usize, layers: &[Vec<u32>], whole: &Hidden, threshold: u32) -> Vec<Hidden> {
    let columns = columns.max(1);
    let mut block = Block::of(columns, layers, whole, threshold);
    let alone: Vec<(u32, u32)> = block.alone.iter().map(|hidden| (hidden.small, hidden.others)).collect();
    let mut left = block.protect();
    // Each takes its time: where many are left, layers are closed at once.
    if left.len() <= SOLVED {
        left.retain(|at| !block.solve(*at));
    }
    if !left.is_empty() {
        block.close(&left, whole);
    }
    alone.into_iter().enumerate().map(|(layer, (small, others))| block.told(layer, small, others)).collect()
}

struct Block {
    /// Rows, columns and layers, the sums among them; a table of one column has no sums of rows.
    size: [usize; 3],
    values: Vec<u32>,
    hidden: Vec<bool>,
    /// The whole as a net.
    net: Net,
    /// Each layer guarded alone.
    alone: Vec<Hidden>,
    threshold: u32,
    /// How many more ways are looked at for helpers.
    patience: u32,
    /// Figures that steps have moved.
    moved: Vec<usize>,
}

type Place = [usize; 3];

impl Block {
    fn of(columns: usize, layers: &[Vec<u32>], whole: &Hidden, threshold: u32) -> Block {
        let rows = layers.first().map_or(0, |cells| cells.len() / columns);
        let size = [rows + 1, if columns > 1 { columns + 1 } else { 1 }, layers.len() + 1];
        let all: Vec<u32> = (0..rows * columns).map(|at| layers.iter().map(|cells| cells[at]).sum()).collect();
        let mut out = Block {
            size,
            net: Net::of(&Counted { columns, cells: &all }),
            values: vec![0; size.iter().product()],
            hidden: vec![false; size.iter().product()],
            alone: layers.iter().map(|cells| suppress(&Counted { columns, cells }, threshold)).collect(),
            threshold,
            patience: PATIENCE,
            moved: Vec::new(),
        };
        for layer in 0..size[2] {
            for at in 0..rows * columns {
                let n = layers.get(layer).unwrap_or(&all)[at];
                let (row, column) = (at / columns, at % columns);
                let mut sums = vec![[row, column, layer], [rows, column, layer]];
                if columns > 1 {
                    sums.extend([[row, columns, layer], [rows, columns, layer]]);
                }
                for place in sums {
                    let at = out.at(place);
                    out.values[at] += n;
                }
            }
            let found = if layer < layers.len() { out.alone[layer].clone() } else { whole.clone() };
            for row in 0..size[0] {
                for column in 0..size[1] {
                    let at = out.at([row, column, layer]);
                    out.hidden[at] = match (row < rows, column < columns) {
                        (true, true) => found.cells[row * columns + column],
                        (true, false) => found.rows[row],
                        (false, true) => found.columns[column] || (columns == 1 && found.total),
                        (false, false) => found.total,
                    };
                }
            }
        }
        out
    }

    fn at(&self, [row, column, layer]: Place) -> usize {
        (layer * self.size[0] + row) * self.size[1] + column
    }

    fn place(&self, at: usize) -> Place {
        [at / self.size[1] % self.size[0], at % self.size[1], at / self.size[1] / self.size[0]]
    }

    /// In how many ways a place is a sum.
    fn n_sums(&self, place: Place) -> usize {
        (0..3).filter(|way| self.size[*way] > 1 && place[*way] + 1 == self.size[*way]).count()
    }

    /// Hides until each small count has its witness; gives those that have none.
    fn protect(&mut self) -> Vec<usize> {
        let mut small: Vec<usize> =
            (0..self.values.len()).filter(|at| (1..self.threshold).contains(&self.values[*at])).collect();
        debug_assert!(small.iter().all(|at| self.hidden[*at]));
        small.order_by_key(|at| (self.values[*at], *at));
        // Those that one step at a time does not help are tried again when the others have hidden theirs.
        let mut values = self.values.clone();
        for helpers in 0..=HELPERS {
            small.retain(|at| {
                let raised = self.raise(&mut values, *at, self.threshold, helpers);
                self.moved.drain(..).for_each(|at| values[at] = self.values[at]);
                !raised
            });
        }
        small
    }

    /// Steps that raise a count, through what is hidden or what is cheapest to hide. Where a figure is too small to fall by
    /// as much, it is itself raised first, by so many helpers behind each other at most. The whole stays as it is.
    fn raise(&mut self, values: &mut Vec<u32>, at: usize, to: u32, helpers: u32) -> bool {
        let place = self.place(at);
        while values[at] < to {
            let need = to - values[at];
            let mut ways: Vec<(u64, u32, Place)> = Vec::new();
            let mut seen = 0;
            let moves = |corner: Place, up: bool| {
                let here = self.at(corner);
                (self.hidden[here] || corner[2] + 1 < self.size[2]) && (helpers > 0 || up || values[here] > 0)
            };
            let visit = |other| {
                seen += 1;
                let (mut cost, mut room) = (0u64, need);
                for (corner, up) in self.corners(place, other) {
                    let here = self.at(corner);
                    if !up && values[here] < need {
                        room = room.min(values[here]);
                        cost += if helpers > 0 { HELP } else { 0 };
                    }
                    if !self.hidden[here] {
                        if corner[2] + 1 == self.size[2] {
                            return false;
                        }
                        cost += self.price(corner, here);
                    }
                }
                if helpers == 0 {
                    // What carries less has to be done more often.
                    let Some(times) = need.checked_div(room) else { return false };
                    cost *= u64::from(times);
                    if ways.first().is_none_or(|(least, less, _)| (cost, need - room) < (*least, *less)) {
                        ways = vec![(cost, need - room, other)];
                    }
                } else {
                    ways.push((cost, need - room, other));
                }
                cost == 0 && room == need
            };
            self.others(place, moves, visit);
            if helpers > 0 {
                let Some(left) = self.patience.checked_sub(seen) else { return false };
                self.patience = left;
            }
            ways.order();
            ways.truncate(TRIED);
            let mut stepped = ways.into_iter().any(|(_, _, other)| self.step(values, place, other, need, helpers));
            if !stepped && helpers > 0 {
                // Where all layers have what one has, the whole moves with it.
                let layers = if place[2] + 1 == self.size[2] { 0..place[2] } else { place[2]..place[2] + 1 };
                stepped = layers.into_iter().any(|layer| self.with_whole(values, place, layer, need, helpers));
            }
            if !stepped {
                return false;
            }
        }
        true
    }

    /// One step with its helpers; what failed is taken back.
    fn step(&mut self, values: &mut Vec<u32>, place: Place, other: Place, need: u32, helpers: u32) -> bool {
        let corners: Vec<(usize, bool)> =
            self.corners(place, other).map(|(corner, up)| (self.at(corner), up)).collect();
        let falling = || corners.iter().filter(|(_, up)| !up).map(|(at, _)| *at);
        let before = (helpers > 0).then(|| self.kept(values));
        if helpers > 0 {
            for at in falling() {
                self.raise(values, at, need, helpers - 1);
            }
        }
        // A helper may have lowered the first.
        let first = corners[0].0;
        let (lowered, old) = (values[first], before.as_ref().map_or(values[first], |(old, _)| old[first]));
        let room = falling().map(|at| values[at]).min().unwrap_or(0).min(need);
        if lowered + room <= old {
            if let Some((old, hidden)) = before {
                (*values, self.hidden) = (old, hidden);
            }
            return false;
        }
        for (at, up) in corners {
            self.moved.push(at);
            self.hidden[at] = true;
            values[at] = if up { values[at] + room } else { values[at] - room };
        }
        true
    }

    /// What a step may have to go back to; that costs patience too.
    fn kept(&mut self, values: &[u32]) -> (Vec<u32>, Vec<bool>) {
        self.patience = self.patience.saturating_sub(values.len() as u32 / 16);
        (values.to_vec(), self.hidden.clone())
    }

    /// A cycle of what the whole hides, gone in a layer and in the whole alike.
    fn with_whole(&mut self, values: &mut Vec<u32>, place: Place, layer: usize, need: u32, helpers: u32) -> bool {
        let whole = self.size[2] - 1;
        let first = self.edge(place);
        let rises = |number: usize, onward: bool| onward == (self.net.edges[number].kind != Kind::Sum);
        let price = |number: usize, onward: bool| {
            let [row, column] = self.of_edge(number);
            let here = self.at([row, column, layer]);
            let help = if !rises(number, onward) && values[here] < need { HELP } else { 0 };
            let hide = if self.hidden[here] { 1 } else { self.price([row, column, layer], here) };
            self.hidden[self.at([row, column, whole])].then_some(hide + help)
        };
        if !self.hidden[self.at([place[0], place[1], whole])] {
            return false;
        }
        let Some(route) = self.net.route(first, price) else { return false };
        let mut moved: Vec<([usize; 2], bool)> = vec![(self.of_edge(first), true)];
        moved.extend(route.into_iter().map(|(number, onward)| (self.of_edge(number), rises(number, onward))));
        let before = self.kept(values);
        let at = self.at(place);
        let old = values[at];
        let falling: Vec<usize> =
            moved.iter().filter(|(_, up)| !up).map(|([row, column], _)| self.at([*row, *column, layer])).collect();
        for at in &falling {
            self.raise(values, *at, need, helpers - 1);
        }
        let room = falling.iter().map(|at| values[*at]).min().unwrap_or(need).min(need);
        if values[at] + room <= old {
            (*values, self.hidden) = before;
            return false;
        }
        for ([row, column], up) in moved {
            for layer in [layer, whole] {
                let here = self.at([row, column, layer]);
                self.moved.push(here);
                self.hidden[here] = true;
                values[here] = if up { values[here] + room } else { values[here] - room };
            }
        }
        true
    }

    /// The place of a count or a sum in the net of one layer.
    fn edge(&self, [row, column, _]: Place) -> usize {
        let (rows, columns) = (self.size[0] - 1, self.size[1].max(2) - 1);
        match (row < rows, columns == 1 || column < columns) {
            (true, true) => row * columns + column.min(columns - 1),
            (true, false) => rows * columns + row,
            (false, true) if columns > 1 => rows * columns + rows + column,
            _ => self.net.edges.len() - 1,
        }
    }

    fn of_edge(&self, edge: usize) -> [usize; 2] {
        let (rows, columns) = (self.size[0] - 1, self.size[1].max(2) - 1);
        match edge {
            edge if edge < rows * columns => [edge / columns, edge % columns],
            _ if columns == 1 => [rows, 0],
            edge if edge < rows * columns + rows => [edge - rows * columns, columns],
            edge => [rows, edge - rows * columns - rows],
        }
    }

    fn price(&self, place: Place, at: usize) -> u64 {
        let value = u64::from(self.values[at].min(100_000));
        match (self.n_sums(place), value) {
            (0, 0) => ZERO,
            (0, _) => COUNT + value,
            (1, _) => SUM + value,
            _ => TOTAL + value,
        }
    }

    /// Every other row, column and layer that crosses with a place, until `visit` says that it is enough; those left out of
    /// which a corner cannot move.
    fn others(&self, place: Place, moves: impl Fn(Place, bool) -> bool, mut visit: impl FnMut(Place) -> bool) {
        let first = self.n_sums(place);
        let can =
            |corner: Place, toggled: usize| moves(corner, (toggled + first + self.n_sums(corner)).is_multiple_of(2));
        let [row, column, layer] = place;
        let one_column = self.size[1] == 1;
        let rows: Vec<usize> = (0..self.size[0]).filter(|at| *at != row && can([*at, column, layer], 1)).collect();
        let columns: Vec<usize> =
            (0..self.size[1]).filter(|at| one_column || (*at != column && can([row, *at, layer], 1))).collect();
        // The whole, then the next layers around.
        let n = self.size[2];
        let layers = [n - 1].into_iter().chain((1..n).map(|step| (layer + step) % n).filter(|at| *at + 1 < n));
        let can_layer = |at: &usize| *at != layer && can([row, column, *at], 1);
        for other in layers.filter(can_layer).take(PARTNERS) {
            for row in rows.iter().copied().filter(|at| can([*at, column, other], 2)) {
                for column in &columns {
                    if visit([row, *column, other]) {
                        return;
                    }
                }
            }
        }
    }

    /// The corners between two places, and whether each rises when the first does.
    fn corners(&self, place: Place, other: Place) -> impl Iterator<Item = (Place, bool)> {
        let first = self.n_sums(place);
        let n = if self.size[1] == 1 { [0b000, 0b001, 0b100, 0b101].as_slice() } else { &[0, 1, 2, 3, 4, 5, 6, 7] };
        n.iter().map(move |bits| {
            let corner: Place = std::array::from_fn(|way| if bits >> way & 1 == 1 { other[way] } else { place[way] });
            let turned = (*bits as u32).count_ones() as usize + first + self.n_sums(corner);
            (corner, turned.is_multiple_of(2))
        })
    }

    fn told(&self, layer: usize, small: u32, others: u32) -> Hidden {
        let (rows, columns) = (self.size[0] - 1, self.size[1].max(2) - 1);
        let hidden = |row: usize, column: usize| self.hidden[self.at([row, column, layer])];
        let cells = (0..rows * columns).map(|at| hidden(at / columns, at % columns)).collect();
        let last = self.size[1] - 1;
        let told = Hidden {
            cells,
            rows: (0..rows).map(|row| hidden(row, last)).collect(),
            columns: (0..columns).map(|column| hidden(rows, column)).collect(),
            total: hidden(rows, last),
            small,
            others,
            linked: 0,
        };
        let sums = if self.size[1] > 1 { &told.rows[..] } else { &[] };
        let flags = told.cells.iter().chain(sums).chain(if self.size[1] > 1 { &told.columns[..] } else { &[] });
        let all = flags.chain([&told.total]).filter(|hidden| **hidden).count() as u32;
        Hidden { linked: all.saturating_sub(small + others), ..told }
    }
}
