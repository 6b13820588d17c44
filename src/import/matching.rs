//! Who in the register a row of a file is: by NIK, else by name, place and date of birth within one No. KK (domain.md
//! §3.2, §12.1). Nobody is matched twice.

use super::row_reader::ReadRow;
use crate::base::codes::fold;
use crate::base::{Date, Id, Value};
use crate::register::snapshot::IdMap;
use crate::register::{Family, Person, Register, family_field, person_field};
use std::collections::HashMap;

/// The register by what lists know of people.
pub struct People<'r> {
    register: &'r Register,
    by_nik: HashMap<&'r str, Vec<Place>>,
    /// By No. KK (empty where there is none) and folded name.
    by_name: HashMap<(&'r str, String), Vec<Place>>,
    by_kk: HashMap<&'r str, Id>,
    taken: IdMap<u32>,
}

/// A person's place: slot of the family, position among its members.
type Place = (u32, u32);

impl<'r> People<'r> {
    /// Looks through the register once.
    pub fn of(register: &'r Register) -> People<'r> {
        let mut people = People {
            register,
            by_nik: HashMap::new(),
            by_name: HashMap::new(),
            by_kk: HashMap::new(),
            taken: IdMap::default(),
        };
        for (slot, family) in register.slots().iter().enumerate().filter(|(_, family)| !family.removed) {
            let kk = family.kk.text();
            if !kk.is_empty() {
                people.by_kk.entry(kk).or_insert(family.id);
            }
            for (at, person) in family.members.iter().enumerate().filter(|(_, person)| !person.removed) {
                let place = (slot as u32, at as u32);
                if !person.nik.text().is_empty() {
                    people.by_nik.entry(person.nik.text()).or_default().push(place);
                }
                people.by_name.entry((kk, fold(person.name.text()))).or_default().push(place);
            }
        }
        people
    }

    /// The family with this No. KK.
    pub fn family_with(&self, kk: &str) -> Option<&'r Family> {
        self.by_kk.get(kk).and_then(|id| self.register.family(*id))
    }

    /// The person that a row with this No. KK is, taken for the row so that no other row gets them.
    pub fn take(&mut self, row: &ReadRow, kk: &str) -> Option<(&'r Family, &'r Person)> {
        let nik = row.person_text(person_field::nik);
        let name = fold(row.person_text(person_field::name));
        let by_nik: &[Place] = self.by_nik.get(nik).map_or(&[], Vec::as_slice);
        let by_name: &[Place] = self.by_name.get(&(kk, name.clone())).map_or(&[], Vec::as_slice);
        let free = |place: &&Place| !self.taken.contains_key(&self.at(**place).1.id);
        let found = if let Some(same) = by_nik.iter().filter(free).find(|p| fold(self.at(**p).1.name.text()) == name) {
            Some(*same)
        } else if let Some(any) = by_nik.iter().find(free) {
            Some(*any)
        } else {
            let fits = |place: &&Place| {
                let (family, person) = self.at(**place);
                let one_nik = nik.is_empty() || person.nik.text().is_empty();
                if one_nik { is_same(row, kk, family, person) } else { is_surely_same(row, kk, person) }
            };
            by_name.iter().filter(free).find(fits).copied()
        };
        let (family, person) = self.at(found?);
        self.taken.insert(person.id, row.number);
        Some((family, person))
    }

    fn at(&self, (slot, at): Place) -> (&'r Family, &'r Person) {
        let family = &self.register.slots()[slot as usize];
        (family, &family.members[at as usize])
    }
}

/// The name being the same: does what else is known agree? Without a No. KK, something known must agree.
fn is_same(row: &ReadRow, kk: &str, family: &Family, person: &Person) -> bool {
    let place = fold(row.person_text(person_field::birth_place));
    let other_place = fold(person.birth_place.text());
    let born = date(row.person(person_field::born));
    let other_born = person.born.get();
    let places_agree = place.is_empty() || other_place.is_empty() || place == other_place;
    let dates_agree = born.zip(other_born).is_none_or(|(a, b)| agree(a, b));
    let known_enough = !kk.is_empty() || (born.is_some() && born == other_born) || lives_at(row, family);
    places_agree && dates_agree && known_enough
}

/// Two NIK for one name: the same person with a corrected NIK, if card, place and whole date of birth are known and equal.
fn is_surely_same(row: &ReadRow, kk: &str, person: &Person) -> bool {
    let born = date(row.person(person_field::born)).filter(Date::is_full);
    let place = fold(row.person_text(person_field::birth_place));
    !kk.is_empty() && born.is_some() && born == person.born.get() && place == fold(person.birth_place.text())
}

fn lives_at(row: &ReadRow, family: &Family) -> bool {
    row.family_text(family_field::dusun).eq_ignore_ascii_case(family.dusun.text())
        && row.family_text(family_field::rw) == family.rw.text()
        && row.family_text(family_field::rt) == family.rt.text()
        && fold(row.family_text(family_field::address)) == fold(family.address.text())
}

/// Dates agree where all that both know is the same.
fn agree(a: Date, b: Date) -> bool {
    let part = |a: u8, b: u8| a == 0 || b == 0 || a == b;
    a.year == b.year && part(a.month, b.month) && part(a.day, b.day)
}

/// The date in a value.
pub fn date(value: &Value) -> Option<Date> {
    if let Value::Date(date) = value { Some(*date) } else { None }
}
