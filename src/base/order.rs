//! Sorting that is compiled once. The library's stable sort is compiled anew for every kind of thing, about four kilobytes
//! each; here it sorts places alone, and the things are then put there.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A set of these. To collect one sorts first, with a sort of its own.
pub fn set_of<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    items.into_iter().for_each(|item| _ = set.insert(item));
    set
}

/// A map of these; of one key the last counts.
pub fn map_of<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    items.into_iter().for_each(|(key, value)| _ = map.insert(key, value));
    map
}

/// Stable sorting of short lists; where time counts the library's own is faster.
pub trait Order<T> {
    /// As `sort`.
    fn order(&mut self)
    where
        T: Ord;

    /// As `sort_by`.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// As `sort_by_key`.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);

    /// As `sort_by_cached_key`.
    fn order_by_cached_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);
}

impl<T> Order<T> for [T] {
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }

    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let order = places(self.len(), &|a, b| compare(&self[a], &self[b]));
        put(order, &mut |a, b| self.swap(a, b));
    }

    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    fn order_by_cached_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let order = places(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
        put(order, &mut |a, b| self.swap(a, b));
    }
}

/// Whence each place is filled.
fn places(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Fills each place by exchanging two at a time, along one circle of places after the other.
fn put(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start || from == at {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_library_does() {
        let mut seed = 1u32;
        let mut next = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) % below
        };
        for n in 0..60 {
            let list: Vec<(u32, u32)> = (0..n).map(|at| (next(7), at)).collect();
            let (mut own, mut keyed, mut cached, mut theirs) = (list.clone(), list.clone(), list.clone(), list);
            own.order_by(|a, b| a.0.cmp(&b.0));
            keyed.order_by_key(|item| item.0);
            cached.order_by_cached_key(|item| item.0.to_string());
            theirs.sort_by_key(|item| item.0);
            assert_eq!([&own, &keyed, &cached], [&theirs; 3]);
        }
    }
}
