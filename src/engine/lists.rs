//! Lists of families and persons: ordered by name, filtered while the user types. Search texts are folded once and kept.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::Ports;
use super::protocol::*;
use super::texts::Texts;
use super::words;
use crate::base::Order as _;
use crate::base::codes::FamilyState;
use crate::base::region::Area;
use crate::base::{CodeList, Id};
use crate::register::snapshot::Dirty;
use crate::register::{Family, Register};

/// The home of a text that was written anew.
const NOBODY: u32 = u32::MAX;

/// Orders and search texts of families and persons.
#[derive(Default)]
pub(super) struct Lists {
    /// By slot.
    homes: Vec<Home>,
    /// Members of a home stand together; those of a home that changed are set down anew at the end.
    seats: Vec<Seat>,
    /// No. KK and address, numbered as `homes_of`.
    home_texts: Texts,
    /// The home of each home text.
    homes_of: Vec<u32>,
    /// Name and NIK, numbered as seats.
    seat_texts: Texts,
    /// Names of families.
    titles: Texts,
    /// Slots by name of the family.
    by_title: Vec<u32>,
    /// Seats by name; made when persons are first listed.
    by_name: Option<Vec<u32>>,
    /// Seats that were left; when they are many, all is built anew.
    n_left: usize,
    last_families: Option<(Filter, Vec<u32>)>,
    last_persons: Option<(Filter, Vec<u32>)>,
}

/// A family as the lists know it.
struct Home {
    title: u32,
    text: u32,
    first_seat: u32,
    n_seats: u32,
    /// In the register, with an active member or none at all.
    listed: bool,
    removed: bool,
}

/// A member's place in the lists.
struct Seat {
    slot: u32,
    at: u32,
    active: bool,
    /// False where the home was set down anew.
    taken: bool,
}

impl Lists {
    fn build(register: &Register) -> Lists {
        let mut lists = Lists::default();
        for (slot, family) in register.slots().iter().enumerate() {
            let home = lists.set_down(slot as u32, family);
            lists.homes.push(home);
        }
        // Titles are numbered as slots so far.
        lists.by_title = lists.titles.sorted(0..lists.homes.len() as u32);
        lists
    }

    /// Writes the texts of a family and gives its members seats.
    fn set_down(&mut self, slot: u32, family: &Family) -> Home {
        let first_seat = self.seats.len() as u32;
        for (at, person) in family.members.iter().enumerate().filter(|(_, person)| !person.removed) {
            self.seat_texts.add(&[person.name.text(), person.nik.text()]);
            self.seats.push(Seat { slot, at: at as u32, active: person.is_active(), taken: true });
        }
        let active = family.members.is_empty() || family.active().next().is_some();
        self.homes_of.push(slot);
        Home {
            title: self.titles.add(&[family.title()]),
            text: self.home_texts.add(&[family.kk.text(), family.address.text()]),
            first_seat,
            n_seats: self.seats.len() as u32 - first_seat,
            listed: !family.removed && active,
            removed: family.removed,
        }
    }

    pub(super) fn touch(&mut self, register: &Register, dirty: &Dirty) {
        self.last_families = None;
        self.last_persons = None;
        let worn = self.n_left > 10_000 + self.seats.len() / 2;
        if dirty.families.len() > 500 || worn {
            *self = Lists::build(register);
            return;
        }
        for slot in &dirty.families {
            let (at, family) = (*slot as usize, &register.slots()[*slot as usize]);
            if at < self.homes.len() {
                self.clear_away(*slot);
                self.homes[at] = self.set_down(*slot, family);
            } else {
                let home = self.set_down(*slot, family);
                self.homes.push(home);
            }
            if let Err(place) = self.title_place(*slot) {
                self.by_title.insert(place, *slot);
            }
            let home = &self.homes[at];
            for seat in home.first_seat..home.first_seat + home.n_seats {
                if let Some(by_name) = &mut self.by_name {
                    let place = by_name.partition_point(|other| seat_order(&self.seat_texts, *other, seat).is_lt());
                    by_name.insert(place, seat);
                }
            }
        }
    }

    /// Takes a family and its members out of the orders.
    fn clear_away(&mut self, slot: u32) {
        if let Ok(place) = self.title_place(slot) {
            self.by_title.remove(place);
        }
        let home = &self.homes[slot as usize];
        self.n_left += home.n_seats as usize;
        for seat in home.first_seat..home.first_seat + home.n_seats {
            self.seats[seat as usize].taken = false;
            if let Some(by_name) = &mut self.by_name
                && let Ok(place) = by_name.binary_search_by(|other| seat_order(&self.seat_texts, *other, seat))
            {
                by_name.remove(place);
            }
        }
        if let Some(slot_of_text) = self.homes_of.get_mut(home.text as usize) {
            *slot_of_text = NOBODY;
        }
    }

    fn title_place(&self, slot: u32) -> Result<usize, usize> {
        let title = |slot: u32| self.homes[slot as usize].title;
        self.by_title.binary_search_by(|other| self.titles.compare(title(*other), title(slot)).then(other.cmp(&slot)))
    }

    /// How many of the words each family holds, in its own texts or a member's.
    fn family_hits(&self, words: &[String]) -> Vec<u8> {
        let mut hits = vec![0u8; self.homes.len()];
        for (n, word) in (0u8..).zip(words) {
            let mut hit = |slot: u32| {
                if let Some(hits) = hits.get_mut(slot as usize).filter(|hits| **hits == n) {
                    *hits = n + 1;
                }
            };
            self.home_texts.holding(word, |text| hit(self.homes_of[text as usize]));
            self.seat_texts.holding(word, |seat| {
                let seat = &self.seats[seat as usize];
                hit(if seat.taken { seat.slot } else { NOBODY });
            });
        }
        hits
    }

    /// How many of the words each member holds, in its own texts or its family's.
    fn seat_hits(&self, words: &[String]) -> Vec<u8> {
        let mut hits = vec![0u8; self.seats.len()];
        for (n, word) in (0u8..).zip(words) {
            let mut hit = |seat: u32| {
                if let Some(hits) = hits.get_mut(seat as usize).filter(|hits| **hits == n) {
                    *hits = n + 1;
                }
            };
            self.seat_texts.holding(word, &mut hit);
            self.home_texts.holding(word, |text| {
                if let Some(home) = self.homes.get(self.homes_of[text as usize] as usize) {
                    (home.first_seat..home.first_seat + home.n_seats).for_each(&mut hit);
                }
            });
        }
        hits
    }

    fn matching_families(&mut self, register: &Register, filter: &Filter) -> &[u32] {
        if self.last_families.as_ref().is_none_or(|(last, _)| last != filter) {
            let words = folded_words(&filter.text);
            let (hits, all) = (self.family_hits(&words), words.len() as u8);
            let anywhere = is_anywhere(filter);
            let found = self.by_title.iter().copied().filter(|slot| {
                let home = &self.homes[*slot as usize];
                hits[*slot as usize] == all
                    && (home.listed || filter.gone && !home.removed)
                    && (anywhere || family_fits(&register.slots()[*slot as usize], filter))
            });
            self.last_families = Some((filter.clone(), found.collect()));
        }
        self.last_families.as_ref().map_or(&[], |(_, found)| found)
    }

    fn matching_persons(&mut self, register: &Register, filter: &Filter) -> (&[u32], &[Seat]) {
        let taken = (0..self.seats.len() as u32).filter(|seat| self.seats[*seat as usize].taken);
        let by_name = self.by_name.get_or_insert_with(|| self.seat_texts.sorted(taken));
        let by_name = std::mem::take(by_name);
        if self.last_persons.as_ref().is_none_or(|(last, _)| last != filter) {
            let words = folded_words(&filter.text);
            let (hits, all) = (self.seat_hits(&words), words.len() as u8);
            let anywhere = is_anywhere(filter);
            let found = by_name.iter().copied().filter(|at| {
                let seat = &self.seats[*at as usize];
                hits[*at as usize] == all
                    && (filter.gone || seat.active)
                    && !self.homes[seat.slot as usize].removed
                    && (anywhere || family_fits(&register.slots()[seat.slot as usize], filter))
            });
            self.last_persons = Some((filter.clone(), found.collect()));
        }
        self.by_name = Some(by_name);
        (self.last_persons.as_ref().map_or(&[], |(_, found)| found), &self.seats)
    }
}

fn seat_order(texts: &Texts, a: u32, b: u32) -> std::cmp::Ordering {
    texts.compare(a, b).then(a.cmp(&b))
}

fn is_anywhere(filter: &Filter) -> bool {
    filter.state.is_none() && filter.area.is_whole_village()
}

fn family_fits(family: &Family, filter: &Filter) -> bool {
    let area = &filter.area;
    filter.state.is_none_or(|state| family.state().number() == state)
        && (area.rt.is_empty() || family.rt.text() == area.rt)
        && (area.rw.is_empty() || family.rw.text() == area.rw)
        && (area.dusun.is_empty() || family.dusun.text().eq_ignore_ascii_case(&area.dusun))
}

/// The words of a search, as many as are told apart.
fn folded_words(text: &str) -> Vec<String> {
    text.split_whitespace().take(200).map(str::to_lowercase).collect()
}

impl<P: Ports> Engine<P> {
    fn lists(&mut self) -> (&mut Lists, &Register) {
        let lists = self.derived.lists.get_or_insert_with(|| Lists::build(&self.register));
        (lists, &self.register)
    }
}

impl<P: Ports> Handle<ListFamilies> for Engine<P> {
    async fn handle(&mut self, request: ListFamilies) -> Result<FamilyPage, EngineError> {
        let lang = self.lang;
        let lists = self.derived.lists.get_or_insert_with(|| Lists::build(&self.register));
        let (register, checked) = (&self.register, &self.derived.checked);
        let found = lists.matching_families(register, &request.filter);
        let rows = page(found, request.from, request.limit).map(|slot| {
            let family = &register.slots()[*slot as usize];
            let (n_errors, n_warnings) = checked.as_ref().map_or((0, 0), |checked| checked.open_of(*slot));
            FamilyRow {
                id: family.id,
                title: family.title().to_owned(),
                kk: family.kk.text().to_owned(),
                place: words::place(&family.area(), lang),
                n_members: family.active().count() as u32,
                state: family.state().number(),
                n_errors,
                n_warnings,
            }
        });
        Ok(FamilyPage { total: found.len() as u32, rows: rows.collect() })
    }
}

impl<P: Ports> Handle<ListPersons> for Engine<P> {
    async fn handle(&mut self, request: ListPersons) -> Result<PersonPage, EngineError> {
        let (lang, today) = (self.lang, self.today());
        let (lists, register) = self.lists();
        let (found, seats) = lists.matching_persons(register, &request.filter);
        let rows = page(found, request.from, request.limit).map(|at| {
            let seat = &seats[*at as usize];
            let family = &register.slots()[seat.slot as usize];
            let person = &family.members[seat.at as usize];
            PersonRow {
                id: person.id,
                family: family.id,
                name: person.name.text().to_owned(),
                nik: person.nik.text().to_owned(),
                line: words::person_line(person, today, lang),
                place: words::place(&family.area(), lang),
                active: person.is_active(),
            }
        });
        Ok(PersonPage { total: found.len() as u32, rows: rows.collect() })
    }
}

impl<P: Ports> Handle<ListAreas> for Engine<P> {
    async fn handle(&mut self, _: ListAreas) -> Result<Vec<AreaRow>, EngineError> {
        let mut areas = std::collections::BTreeMap::<Area, (u32, u32)>::new();
        for family in self.register.families() {
            let counts = areas.entry(family.area()).or_default();
            counts.0 += 1;
            counts.1 += family.active().count() as u32;
        }
        for area in self.register.profile.listed_areas() {
            areas.entry(area).or_default();
        }
        let lang = self.lang;
        let mut rows: Vec<_> = areas
            .into_iter()
            .map(|(area, (n_families, n_persons))| AreaRow {
                label: words::place(&area, lang),
                area,
                n_families,
                n_persons,
            })
            .collect();
        rows.order_by_cached_key(|row| row.area.in_order());
        Ok(rows)
    }
}

fn page<T>(found: &[T], from: u32, limit: u32) -> impl Iterator<Item = &T> {
    found.iter().skip(from as usize).take(limit as usize)
}

/// The newest family that is still a draft, for "go on where you were".
pub(super) fn newest_draft(register: &Register) -> Option<(Id, &Family)> {
    let drafts = register.families().filter(|family| {
        family.state() == FamilyState::Draft && (family.members.is_empty() || family.active().next().is_some())
    });
    drafts.max_by_key(|family| family.id).map(|family| (family.id, family))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Value;
    use crate::register::{Change, RecordKind, family_field, person_field};

    /// What a list shows, in names.
    fn shown(lists: &mut Lists, register: &Register, text: &str) -> (Vec<String>, Vec<String>) {
        let filter = Filter { text: text.into(), ..Filter::default() };
        let families = lists.matching_families(register, &filter).to_vec();
        let (found, seats) = lists.matching_persons(register, &filter);
        let name = |seat: &Seat| register.slots()[seat.slot as usize].members[seat.at as usize].name.text().to_owned();
        let persons = found.iter().map(|at| name(&seats[*at as usize])).collect();
        (families.iter().map(|slot| register.slots()[*slot as usize].title().to_owned()).collect(), persons)
    }

    #[test]
    fn lists_that_follow_edits_say_the_same_as_new_ones() {
        let today = crate::base::Date::new(2026, 11, 24).unwrap();
        let mut register = Register::default();
        register.extend_families(crate::sample::village(60, 3, today).families);
        let mut lists = Lists::build(&register);
        shown(&mut lists, &register, "");
        let ids: Vec<(Id, Id)> = register.slots().iter().map(|family| (family.id, family.members[0].id)).collect();
        for (n, (family, person)) in ids.iter().enumerate().step_by(7) {
            let text = |text: String| Value::Text(text);
            let changes = [
                Change::set(RecordKind::Person, *person, person_field::name, Value::Missing, text(format!("Zul {n}"))),
                Change::set(
                    RecordKind::Family,
                    *family,
                    family_field::address,
                    Value::Missing,
                    text(format!("Gg {n}")),
                ),
                Change::removed(RecordKind::Family, ids[n + 1].0),
            ];
            let dirty = register.apply_all(&changes).unwrap();
            lists.touch(&register, &dirty);
        }
        for text in ["", "zul", "ZUL 1", "gg 14", "63", "a i", "ahmad", "nobody at all"] {
            let (got, wanted) =
                (shown(&mut lists, &register, text), shown(&mut Lists::build(&register), &register, text));
            assert_eq!(got, wanted, "{text}");
            assert_eq!(wanted.0.is_empty(), text == "nobody at all", "{text}");
        }
    }
}
