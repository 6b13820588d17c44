//! Lists of families and persons: ordered by name, filtered while the user types. Search texts are folded once and kept.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::Ports;
use super::protocol::*;
use super::words;
use crate::base::codes::FamilyState;
use crate::base::region::Area;
use crate::base::{CodeList, Id};
use crate::register::snapshot::Dirty;
use crate::register::{Family, Register};

/// Orders and search texts of families and persons.
pub(super) struct Lists {
    /// By slot.
    families: Vec<FamilyEntry>,
    /// Slots by name of the head.
    order: Vec<u32>,
    persons: Option<Vec<PersonEntry>>,
    last_families: Option<(Filter, Vec<u32>)>,
    last_persons: Option<(Filter, Vec<u32>)>,
}

struct FamilyEntry {
    title: Box<str>,
    search: Box<str>,
}

struct PersonEntry {
    name: Box<str>,
    search: Box<str>,
    slot: u32,
    at: u32,
}

impl Lists {
    fn build(register: &Register) -> Lists {
        let families: Vec<_> = register.slots().iter().map(family_entry).collect();
        let mut order: Vec<u32> = (0..families.len() as u32).collect();
        order.sort_by(|a, b| families[*a as usize].title.cmp(&families[*b as usize].title).then(a.cmp(b)));
        Lists { families, order, persons: None, last_families: None, last_persons: None }
    }

    pub(super) fn touch(&mut self, register: &Register, dirty: &Dirty) {
        self.last_families = None;
        self.last_persons = None;
        if dirty.families.len() > 500 {
            *self = Lists::build(register);
            return;
        }
        for slot in &dirty.families {
            let family = &register.slots()[*slot as usize];
            let entry = family_entry(family);
            if (*slot as usize) < self.families.len() {
                if let Ok(at) = self.place(&self.families[*slot as usize].title, *slot) {
                    self.order.remove(at);
                }
                self.families[*slot as usize] = entry;
            } else {
                self.families.push(entry);
            }
            if let Err(at) = self.place(&self.families[*slot as usize].title, *slot) {
                self.order.insert(at, *slot);
            }
            if let Some(persons) = &mut self.persons {
                persons.retain(|entry| entry.slot != *slot);
                for entry in person_entries(*slot, family) {
                    let at = persons.partition_point(|other| (&other.name, other.slot) < (&entry.name, entry.slot));
                    persons.insert(at, entry);
                }
            }
        }
    }

    fn place(&self, title: &str, slot: u32) -> Result<usize, usize> {
        self.order.binary_search_by(|other| (*self.families[*other as usize].title).cmp(title).then(other.cmp(&slot)))
    }

    fn matching_families(&mut self, register: &Register, filter: &Filter) -> &[u32] {
        if self.last_families.as_ref().is_none_or(|(last, _)| last != filter) {
            let words = folded_words(&filter.text);
            let found = self.order.iter().copied().filter(|slot| {
                let family = &register.slots()[*slot as usize];
                let entry = &self.families[*slot as usize];
                !family.removed
                    && family_fits(family, filter)
                    && (filter.gone || family.members.is_empty() || family.active().next().is_some())
                    && words.iter().all(|word| entry.search.contains(word.as_str()))
            });
            let found = found.collect();
            self.last_families = Some((filter.clone(), found));
        }
        self.last_families.as_ref().map_or(&[], |(_, found)| found)
    }

    fn matching_persons(&mut self, register: &Register, filter: &Filter) -> (&[u32], &[PersonEntry]) {
        let persons = self.persons.get_or_insert_with(|| {
            let mut all: Vec<_> = register
                .slots()
                .iter()
                .enumerate()
                .flat_map(|(slot, family)| person_entries(slot as u32, family))
                .collect();
            all.sort_by(|a, b| (&a.name, a.slot).cmp(&(&b.name, b.slot)));
            all
        });
        if self.last_persons.as_ref().is_none_or(|(last, _)| last != filter) {
            let words = folded_words(&filter.text);
            let found = (0..persons.len() as u32).filter(|at| {
                let entry = &persons[*at as usize];
                let family = &register.slots()[entry.slot as usize];
                let person = &family.members[entry.at as usize];
                !family.removed
                    && !person.removed
                    && (filter.gone || person.is_active())
                    && family_fits(family, filter)
                    && words.iter().all(|word| entry.search.contains(word.as_str()))
            });
            self.last_persons = Some((filter.clone(), found.collect()));
        }
        (self.last_persons.as_ref().map_or(&[], |(_, found)| found), persons)
    }
}

fn family_fits(family: &Family, filter: &Filter) -> bool {
    let area = &filter.area;
    filter.state.is_none_or(|state| family.state().number() == state)
        && (area.rt.is_empty() || family.rt.text() == area.rt)
        && (area.rw.is_empty() || family.rw.text() == area.rw)
        && (area.dusun.is_empty() || family.dusun.text().eq_ignore_ascii_case(&area.dusun))
}

fn folded_words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

fn family_entry(family: &Family) -> FamilyEntry {
    let mut search = String::with_capacity(96);
    for part in [family.kk.text(), family.address.text()] {
        search.push_str(part);
        search.push(' ');
    }
    for person in family.members.iter().filter(|person| !person.removed) {
        search.push_str(person.name.text());
        search.push(' ');
        search.push_str(person.nik.text());
        search.push(' ');
    }
    FamilyEntry { title: family.title().to_lowercase().into(), search: search.to_lowercase().into() }
}

fn person_entries(slot: u32, family: &Family) -> impl Iterator<Item = PersonEntry> {
    family.members.iter().enumerate().map(move |(at, person)| {
        let name = person.name.text().to_lowercase();
        let search =
            format!("{name} {} {} {}", person.nik.text(), family.kk.text(), family.address.text().to_lowercase());
        PersonEntry { name: name.into(), search: search.into(), slot, at: at as u32 }
    })
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
        let (found, persons) = lists.matching_persons(register, &request.filter);
        let rows = page(found, request.from, request.limit).map(|at| {
            let entry = &persons[*at as usize];
            let family = &register.slots()[entry.slot as usize];
            let person = &family.members[entry.at as usize];
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
        let number = |text: &str| text.parse::<u32>().unwrap_or(u32::MAX);
        rows.sort_by_key(|row| (row.area.dusun.to_lowercase(), number(&row.area.rw), number(&row.area.rt)));
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
