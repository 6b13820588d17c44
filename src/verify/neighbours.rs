//! Families that may have to do with each other. Every family stands under a few keys (its No. KK; of each member the NIK,
//! and the sound of the name with sex and birth date); families that share a key are looked at together. Keys are short
//! hashes: a chance meeting costs a glance, and the rules then compare the values themselves.

use super::home::written_number;
use super::names;
use crate::base::CodeList;
use crate::register::{Family, Person, Register};
use std::collections::BTreeSet;

/// Width in days of the windows into which birth dates fall. Two windows, half a width apart, hold any two dates that are
/// at most half a width away from each other.
const WINDOW_DAYS: i32 = 64;

/// Under one key a family meets at most so many others: a placeholder number typed a thousand times must not stop the house.
const MOST_SHARING: usize = 50;

/// Families by key.
#[derive(Debug, Default)]
pub struct Keys {
    /// Key in the upper, family slot in the lower half.
    rows: BTreeSet<u64>,
    /// The keys of each slot, in order.
    of_slot: Vec<Box<[u32]>>,
}

impl Keys {
    /// The keys of all families.
    pub fn build(register: &Register) -> Keys {
        let slots = register.slots();
        let mut rows = Vec::with_capacity(slots.len() * 14);
        let mut of_slot = Vec::with_capacity(slots.len());
        for (slot, family) in slots.iter().enumerate() {
            let keys = keys_of(family);
            rows.extend(keys.iter().map(|key| row(*key, slot as u32)));
            of_slot.push(keys);
        }
        rows.sort_unstable();
        Keys { rows: rows.into_iter().collect(), of_slot }
    }

    /// Slots that share a key with another, in order.
    pub fn shared_slots(&self) -> Vec<bool> {
        let mut shared = vec![false; self.of_slot.len()];
        let mut before: Option<u64> = None;
        for now in &self.rows {
            if let Some(before) = before.filter(|before| before >> 32 == now >> 32) {
                shared[before as u32 as usize] = true;
                shared[*now as u32 as usize] = true;
            }
            before = Some(*now);
        }
        shared
    }

    /// Takes up the present keys of a slot. Families that shared an old key, or share a new one, are put into `met`.
    pub fn touch(&mut self, register: &Register, slot: u32, met: &mut BTreeSet<u32>) {
        let at = slot as usize;
        if self.of_slot.len() <= at {
            self.of_slot.resize_with(at + 1, Box::default);
        }
        let keys = keys_of(&register.slots()[at]);
        let old = std::mem::replace(&mut self.of_slot[at], keys.clone());
        for key in old.iter().chain(keys.iter()) {
            met.extend(self.under(*key));
        }
        for key in &old {
            self.rows.remove(&row(*key, slot));
        }
        self.rows.extend(keys.iter().map(|key| row(*key, slot)));
    }

    fn under(&self, key: u32) -> impl Iterator<Item = u32> {
        self.rows.range(row(key, 0)..=row(key, u32::MAX)).map(|row| *row as u32)
    }

    /// Other families that share a key with this slot.
    pub fn neighbours<'a>(&self, register: &'a Register, slot: u32) -> Neighbours<'a> {
        let mut others = BTreeSet::new();
        for key in self.of_slot.get(slot as usize).into_iter().flatten() {
            others.extend(self.under(*key).filter(|other| *other != slot).take(MOST_SHARING));
        }
        Neighbours { families: others.into_iter().map(|slot| &register.slots()[slot as usize]).collect() }
    }
}

/// Other families that may have to do with a family.
#[derive(Debug, Default)]
pub struct Neighbours<'a> {
    /// The families, none of them removed.
    pub families: Vec<&'a Family>,
}

impl<'a> Neighbours<'a> {
    /// Their active members, with the family.
    pub fn persons(&self) -> impl Iterator<Item = (&'a Family, &'a Person)> {
        self.families.iter().flat_map(|family| family.active().map(move |person| (*family, person)))
    }
}

/// True where two names are alike and the birth dates lie at most `days` apart; dates that are known in part are taken by
/// the day by which they are reckoned.
pub fn same_name_and_birth(a: &Person, b: &Person, days: i32) -> bool {
    let (Some(born_a), Some(born_b)) = (a.born.get(), b.born.get()) else { return false };
    born_a.days_until(born_b).abs() <= days && names::alike(a.name.text(), b.name.text())
}

fn row(key: u32, slot: u32) -> u64 {
    u64::from(key) << 32 | u64::from(slot)
}

fn keys_of(family: &Family) -> Box<[u32]> {
    if family.removed {
        return Box::default();
    }
    let mut keys = Vec::with_capacity(4 * family.members.len() + 1);
    let kk = written_number(family.kk.text());
    if !kk.is_empty() {
        keys.push(key(1, number(kk), 0));
    }
    for person in family.active() {
        let nik = written_number(person.nik.text());
        if !nik.is_empty() {
            keys.push(key(2, number(nik), 0));
        }
        let (Some(born), Some(sex)) = (person.born.get(), person.sex.get()) else { continue };
        let name = names::sound(person.name.text());
        if name.longest == 0 {
            continue;
        }
        let sex = u32::from(sex.number());
        let day = born.day_number();
        keys.push(key(3, name.whole, (day.div_euclid(WINDOW_DAYS) as u32) << 2 | sex));
        keys.push(key(4, name.whole, ((day + WINDOW_DAYS / 2).div_euclid(WINDOW_DAYS) as u32) << 2 | sex));
        if born.is_full() {
            keys.push(key(5, name.longest, (day as u32) << 2 | sex));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys.into_boxed_slice()
}

/// Digits as a number; other signs spread it too, so that equal texts give equal numbers.
fn number(text: &str) -> u64 {
    text.bytes().fold(0, |n, byte| n.wrapping_mul(10).wrapping_add(u64::from(byte.wrapping_sub(b'0'))))
}

/// A key of a kind, from what must be equal.
fn key(kind: u64, main: u64, more: u32) -> u32 {
    let mixed = (main ^ kind << 60 ^ u64::from(more) << 24).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as u32
}
