//! Persons and families that may have to do with each other. A family stands under the key of its No. KK, each active
//! member under keys of the NIK and of the sound of the name with sex and birth date; those who share a key are looked at
//! together. Keys are short hashes: a chance meeting costs a glance, and the rules then compare the values themselves.

use super::home::written_number;
use super::names;
use crate::base::{CodeList, Id};
use crate::register::{Family, Person, Register};
use std::collections::BTreeSet;

/// Width in days of the windows into which birth dates fall. Two windows, half a width apart, hold any two dates that are
/// at most half a width away from each other.
const WINDOW_DAYS: i32 = 64;

/// Under one key somebody meets at most so many others: a placeholder number typed a thousand times must not stop the house.
const MOST_SHARING: usize = 50;

/// Buckets are told by so many upper bits of the key; at 30,000 families a bucket holds about a hundred rows.
const BUCKET_BITS: u32 = 12;

/// The place of the family itself in a row; members have theirs from 0.
const WHOLE_FAMILY: u64 = 255;

/// Who stands under which key. A row holds the key in its upper half, then the family slot (24 bits) and the place of the
/// member in the family (8 bits).
#[derive(Debug)]
pub struct Keys {
    /// Rows in order, by the upper bits of the key.
    buckets: Vec<Vec<u64>>,
    /// The rows of each slot, in order.
    of_slot: Vec<Box<[u64]>>,
}

impl Default for Keys {
    fn default() -> Self {
        Keys { buckets: vec![Vec::new(); 1 << BUCKET_BITS], of_slot: Vec::new() }
    }
}

impl Keys {
    /// Takes the keys of the next slot; [`Keys::sort`] when all are in.
    pub fn add(&mut self, register: &Register, slot: u32) {
        let rows = rows_of(&register.slots()[slot as usize], slot);
        rows.iter().for_each(|row| self.buckets[bucket(*row)].push(*row));
        self.of_slot.push(rows);
    }

    /// Puts the rows in order.
    pub fn sort(&mut self) {
        self.buckets.iter_mut().for_each(|bucket| bucket.sort_unstable());
    }

    /// For each slot, whether somebody of it has a neighbour, or two of its own may be one.
    pub fn shared_slots(&self, register: &Register) -> Vec<bool> {
        let mut shared = vec![false; self.of_slot.len()];
        let runs = self.buckets.iter().flat_map(|rows| rows.chunk_by(|a, b| a >> 32 == b >> 32));
        for run in runs.filter(|run| run.len() > 1) {
            for (at, row) in run.iter().enumerate() {
                let mut others = run[at + 1..].iter().take(MOST_SHARING);
                if run.len() > MOST_SHARING {
                    shared[slot_of(*row) as usize] = true;
                } else if let Some(person) = member(register, *row) {
                    for other in others.filter(|other| member(register, **other).is_none_or(|o| may_be_one(person, o)))
                    {
                        shared[slot_of(*row) as usize] = true;
                        shared[slot_of(*other) as usize] = true;
                    }
                } else if others.next().is_some() {
                    run.iter().for_each(|row| shared[slot_of(*row) as usize] = true);
                }
            }
        }
        shared
    }

    /// Takes up the present keys of a slot. Families that shared an old key, or share a new one, are put into `met`.
    pub fn touch(&mut self, register: &Register, slot: u32, met: &mut BTreeSet<u32>) {
        let at = slot as usize;
        if self.of_slot.len() <= at {
            self.of_slot.resize_with(at + 1, Box::default);
        }
        let new = rows_of(&register.slots()[at], slot);
        let old = std::mem::replace(&mut self.of_slot[at], new.clone());
        for row in &old {
            met.extend(self.under(*row).iter().map(|row| slot_of(*row)));
            let rows = &mut self.buckets[bucket(*row)];
            if let Ok(place) = rows.binary_search(row) {
                rows.remove(place);
            }
        }
        for row in &new {
            met.extend(self.under(*row).iter().map(|row| slot_of(*row)));
            let rows = &mut self.buckets[bucket(*row)];
            if let Err(place) = rows.binary_search(row) {
                rows.insert(place, *row);
            }
        }
    }

    /// Rows under the key of a row.
    fn under(&self, row: u64) -> &[u64] {
        let rows = &self.buckets[bucket(row)];
        let from = rows.partition_point(|other| other >> 32 < row >> 32);
        let n = rows[from..].iter().take_while(|other| *other >> 32 == row >> 32).count();
        &rows[from..from + n]
    }

    /// Those of other families who share a key with this slot.
    pub fn neighbours<'a>(&self, register: &'a Register, slot: u32) -> Neighbours<'a> {
        let mut met = Vec::new();
        for row in self.of_slot.get(slot as usize).into_iter().flatten() {
            let others = self.under(*row).iter().filter(|other| slot_of(**other) != slot).take(MOST_SHARING);
            met.extend(others.map(|other| (place_of(*row), *other as u32)));
        }
        met.sort_unstable();
        met.dedup();
        let mut neighbours = Neighbours::default();
        let own = &register.slots()[slot as usize].members;
        for (place, other) in met {
            match (own.get(place as usize), member(register, u64::from(other))) {
                (Some(person), Some(other)) if may_be_one(person, other) => neighbours.pairs.push((person.id, other)),
                (Some(_), Some(_)) => {}
                _ => neighbours.families.push(&register.slots()[slot_of(u64::from(other)) as usize]),
            }
        }
        neighbours
    }
}

/// The member for whom a row stands; nobody where it stands for the family.
fn member(register: &Register, row: u64) -> Option<&Person> {
    register.slots()[slot_of(row) as usize].members.get(place_of(row) as usize)
}

/// False where two well-formed NIK differ in more than two digits: those are two persons, whatever they are called. Two
/// digits are one slip of the finger.
fn may_be_one(a: &Person, b: &Person) -> bool {
    let (a, b) = (a.nik.text(), b.nik.text());
    a.len() != 16 || b.len() != 16 || a.bytes().zip(b.bytes()).filter(|(x, y)| x != y).count() <= 2
}

/// Those of other families who may have to do with a family, in the order of their slots.
#[derive(Debug, Default)]
pub struct Neighbours<'a> {
    /// Families that may have the same No. KK.
    pub families: Vec<&'a Family>,
    /// A member of the family, and an active person of another who may be the same.
    pairs: Vec<(Id, &'a Person)>,
}

impl<'a> Neighbours<'a> {
    /// Active persons of other families who may be the same as this member: they share a NIK, or name, sex and birth date
    /// come near and their NIK do not tell them apart.
    pub fn of(&self, person: &Person) -> impl Iterator<Item = &'a Person> {
        let id = person.id;
        self.pairs.iter().filter(move |(own, _)| *own == id).map(|(_, other)| *other)
    }
}

/// True where two names are alike and the birth dates lie at most `days` apart; dates that are known in part are taken by
/// the day by which they are reckoned.
pub fn same_name_and_birth(a: &Person, b: &Person, days: i32) -> bool {
    let (Some(born_a), Some(born_b)) = (a.born.get(), b.born.get()) else { return false };
    born_a.days_until(born_b).abs() <= days && names::alike(a.name.text(), b.name.text())
}

fn bucket(row: u64) -> usize {
    (row >> (64 - BUCKET_BITS)) as usize
}

fn slot_of(row: u64) -> u32 {
    row as u32 >> 8
}

fn place_of(row: u64) -> u64 {
    row & 0xff
}

fn rows_of(family: &Family, slot: u32) -> Box<[u64]> {
    if family.removed {
        return Box::default();
    }
    let mut rows = Vec::with_capacity(4 * family.members.len() + 1);
    let mut add = |place: u64, kind: u64, main: u64, more: u32| {
        rows.push(u64::from(key(kind, main, more)) << 32 | u64::from(slot) << 8 | place);
    };
    let kk = written_number(family.kk.text());
    if !kk.is_empty() {
        add(WHOLE_FAMILY, 1, number(kk), 0);
    }
    for (place, person) in (0..WHOLE_FAMILY).zip(&family.members) {
        if !person.is_active() {
            continue;
        }
        let nik = written_number(person.nik.text());
        if !nik.is_empty() {
            add(place, 2, number(nik), 0);
        }
        let (Some(born), Some(sex)) = (person.born.get(), person.sex.get()) else { continue };
        let name = names::sound(person.name.text());
        if name.longest == 0 {
            continue;
        }
        let sex = u32::from(sex.number());
        let day = born.day_number();
        add(place, 3, name.whole, (day.div_euclid(WINDOW_DAYS) as u32) << 2 | sex);
        add(place, 4, name.whole, ((day + WINDOW_DAYS / 2).div_euclid(WINDOW_DAYS) as u32) << 2 | sex);
        if born.is_full() {
            add(place, 5, name.longest, (day as u32) << 2 | sex);
        }
    }
    rows.sort_unstable();
    rows.into_boxed_slice()
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
