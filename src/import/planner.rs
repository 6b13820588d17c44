//! Makes the plan: reads the rows step by step, then puts them together as families and compares them with the register.

use super::finding::{Problem, RowFinding, Severity};
use super::grouping::{Group, group};
use super::mapping::{Mapping, REQUIRED, REQUIRED_OPENSID, Target};
use super::matching::{People, date};
use super::plan::*;
use super::row_reader::{Fields, ReadRow, RowReader};
use super::table::Table;
use crate::base::codes::{FamilyState, LifeStatus, Sex, fold};
use crate::base::{CodeList, Date, Value};
use crate::import::columns;
use crate::register::snapshot::IdMap;
use crate::register::{Family, Person, Record, Register, family_field, person_field};
use std::collections::HashMap;

/// A mother is at least so many years older than her child, where a name alone links them.
const MOTHER_OLDER_YEARS: i32 = 10;

/// Makes the plan of one table.
pub struct Planner<'a> {
    table: &'a Table,
    mapping: &'a Mapping,
    options: &'a Options,
    reader: RowReader<'a>,
    rows: Vec<ReadRow>,
    required: Vec<&'static str>,
    problems: Vec<Problem>,
}

impl<'a> Planner<'a> {
    /// Begins; two-digit years are read as seen from `today`.
    pub fn new(table: &'a Table, mapping: &'a Mapping, options: &'a Options, today: Date) -> Planner<'a> {
        let opensid = columns::is_opensid(&table.headings);
        let wanted: &[&'static str] = if opensid { &REQUIRED_OPENSID } else { &REQUIRED };
        let mapped = |key: &str| match key {
            "rt" | "rw" => mapping.column_of(key).or_else(|| mapping.column_of(columns::RT_RW)),
            _ => mapping.column_of(key),
        };
        let mut problems: Vec<Problem> =
            wanted.iter().filter(|key| mapped(key).is_none()).map(|key| Problem::MissingColumn { key }).collect();
        if !opensid && mapped("no_kk").is_none() {
            problems.push(Problem::NoFamilyColumn);
        }
        let unknown = |(at, key): (usize, &Option<String>)| {
            let named = table.headings.get(at).is_some_and(|heading| !heading.is_empty());
            (key.is_none() && named).then_some(Problem::UnknownColumn { column: at as u16 })
        };
        problems.extend(mapping.columns.iter().enumerate().filter_map(unknown));
        if table.n_cells_unheaded > 0 {
            problems.push(Problem::Unheaded { n_cells: table.n_cells_unheaded });
        }
        // A village without dusun or RW has nothing in that column: then no row lacks it.
        let filled = |column: usize| table.rows.iter().any(|row| !row.cell(column).is_empty());
        let is_required = |key: &&&'static str| match **key {
            "dusun" | "rw" | "rt" => mapped(key).is_some_and(filled),
            _ => true,
        };
        let required = wanted.iter().filter(is_required).copied().collect();
        let reader = RowReader::new(table, mapping, today);
        Planner { table, mapping, options, reader, rows: Vec::with_capacity(table.rows.len()), required, problems }
    }

    /// Reads up to `n_rows` more rows; true while there are more.
    pub fn step(&mut self, n_rows: usize) -> bool {
        let from = self.rows.len();
        let to = (from + n_rows).min(self.table.rows.len());
        for row in &self.table.rows[from..to] {
            self.rows.push(self.reader.read(row));
        }
        to < self.table.rows.len()
    }

    /// Compares with the register and finishes the plan. `applied_before` where the same file was imported already.
    pub fn finish(mut self, register: &Register, applied_before: bool) -> Plan {
        while self.step(usize::MAX >> 1) {}
        if self.reader.edition_unset {
            self.problems.push(Problem::EditionUnset);
        }
        if applied_before {
            self.problems.push(Problem::AlreadyApplied);
        }
        let groups = group(&self.rows);
        let repeats = repeats(&self.rows, &groups);
        let n_by_nik = count_niks(&self.rows);
        let numbers_in_file: std::collections::HashSet<&str> = groups.iter().map(|group| group.kk.as_str()).collect();
        let mut people = People::of(register);
        let mut homes_used: IdMap<()> = IdMap::default();
        let mut families = Vec::with_capacity(groups.len());
        for group in &groups {
            let mut rows: Vec<Draft> = Vec::with_capacity(group.rows.len());
            for at in &group.rows {
                let row = &self.rows[*at];
                let known = if repeats.contains_key(at) { None } else { people.take(row, &group.kk) };
                rows.push(Draft { row, known, repeats: repeats.get(at).copied() });
            }
            let home = home(group, &rows, &people, &numbers_in_file, &homes_used, self.options.update);
            homes_used.extend(home.map(|family| (family.id, ())));
            families.push(self.family(group, rows, home, &n_by_nik));
        }
        let unmapped = self.reader.into_unmapped();
        let digits = |column: u16| Problem::UnmappedDigits { column };
        let mut asked: Vec<u16> = unmapped
            .iter()
            .filter(|value| is_yes_no(self.mapping, value.column) && value.typed.parse::<u16>().is_ok())
            .map(|value| value.column as u16)
            .collect();
        asked.dedup();
        self.problems.extend(asked.into_iter().map(digits));
        let mut plan = Plan { families, problems: self.problems, unmapped, counts: Counts::default() };
        plan.count();
        plan
    }

    fn family(
        &self,
        group: &Group,
        drafts: Vec<Draft>,
        home: Option<&Family>,
        n_by_nik: &HashMap<String, u32>,
    ) -> PlannedFamily {
        let mut rows: Vec<PlannedRow> = drafts.iter().map(|draft| self.row(draft, home, n_by_nik)).collect();
        let has_error = |row: &PlannedRow| row.findings.iter().any(|finding| finding.severity() == Severity::Error);
        if self.options.whole_families && rows.iter().any(|row| row.outcome == Outcome::LeftOut && has_error(row)) {
            for row in rows.iter_mut().filter(|row| row.outcome != Outcome::LeftOut) {
                row.outcome = Outcome::LeftOut;
                row.findings.push(RowFinding::FamilyHasErrors);
            }
        }
        link_mothers(&drafts, &mut rows, home, self.options);
        let fields = self.family_fields(&drafts, &rows, home);
        let any = |outcome| rows.iter().any(|row| row.outcome == outcome);
        let changes = any(Outcome::New) || any(Outcome::Update);
        let outcome = match home {
            _ if rows.iter().all(|row| row.outcome == Outcome::LeftOut) => Outcome::LeftOut,
            None => Outcome::New,
            Some(_) if changes || (!fields.is_empty() && self.options.update) => Outcome::Update,
            Some(_) if any(Outcome::Kept) || !fields.is_empty() => Outcome::Kept,
            Some(_) => Outcome::Same,
        };
        let sets = outcome != Outcome::LeftOut && (self.options.update || home.is_none());
        let fields = if sets { fields } else { Vec::new() };
        if home.is_none() {
            put_head_first(&mut rows, &drafts);
        }
        PlannedFamily { kk: group.kk.clone(), family: home.map(|family| family.id), outcome, fields, rows }
    }

    fn row(&self, draft: &Draft, home: Option<&Family>, n_by_nik: &HashMap<String, u32>) -> PlannedRow {
        let row = draft.row;
        let nik = row.person_text(person_field::nik);
        let name = row.person_text(person_field::name);
        let known_name = draft.known.map_or("", |(_, person)| person.name.text());
        let mut out = PlannedRow {
            number: row.number,
            name: if name.is_empty() { known_name } else { name }.into(),
            nik: nik.into(),
            person: draft.known.map(|(_, person)| person.id),
            findings: row.findings.clone(),
            ..PlannedRow::default()
        };
        if let Some(n_rows) = n_by_nik.get(nik).copied().filter(|n| *n > 1) {
            out.findings.push(RowFinding::DuplicateNik { nik: nik.into(), n_rows });
        }
        out.fields = match draft.known {
            Some((_, person)) => self.differences(row, person, &mut out.findings),
            None => row.person.iter().map(|(tag, new)| change(*tag, Value::Missing, new.clone())).collect(),
        };
        let status = row.person(person_field::status);
        out.gone = !matches!(status, Value::Missing) && *status != Value::Code(LifeStatus::Alive.number());
        let moved = draft.known.filter(|(family, _)| home.is_some_and(|home| home.id != family.id) || home.is_none());
        out.from = moved.map(|(family, _)| family.id).filter(|_| self.options.update);
        out.outcome = self.outcome(draft, &mut out);
        if out.outcome == Outcome::LeftOut {
            out.fields.clear();
        }
        out
    }

    fn outcome(&self, draft: &Draft, out: &mut PlannedRow) -> Outcome {
        if let Some(first) = draft.repeats {
            out.findings.push(RowFinding::Repeated { row: first });
            return Outcome::LeftOut;
        }
        let missing = if draft.known.is_none() { self.missing(draft.row) } else { Vec::new() };
        let lacks_name = missing.contains(&"nama");
        let incomplete = !missing.is_empty();
        if incomplete {
            out.findings.push(RowFinding::RequiredMissing { keys: missing });
        }
        let lost = out.findings.iter().any(|finding| matches!(finding, RowFinding::PrecisionLost { .. }));
        if self.options.left_out.contains(&draft.row.number) {
            out.findings.push(RowFinding::ChosenOut);
            return Outcome::LeftOut;
        }
        if lost || lacks_name || (incomplete && !self.options.take_incomplete) {
            return Outcome::LeftOut;
        }
        match draft.known {
            None => Outcome::New,
            Some(_) if out.fields.is_empty() && out.from.is_none() => Outcome::Same,
            Some(_) if self.options.update => Outcome::Update,
            Some(_) => Outcome::Kept,
        }
    }

    /// Required cells that are empty.
    fn missing(&self, row: &ReadRow) -> Vec<&'static str> {
        let is_empty = |key: &&&'static str| match Target::by_key(key) {
            Some(Target::Person(field)) => *row.person(field.tag) == Value::Missing,
            Some(Target::Family(field)) => *row.family(field.tag) == Value::Missing,
            _ => false,
        };
        self.required.iter().filter(is_empty).copied().collect()
    }

    /// What the row says otherwise than the register; what the row leaves empty stays.
    fn differences(&self, row: &ReadRow, person: &Person, findings: &mut Vec<RowFinding>) -> Vec<FieldChange> {
        let mut out = Vec::new();
        for (tag, new) in &row.person {
            let old = person.get(*tag);
            if old == *new {
                continue;
            }
            let returns = *tag == person_field::status && *new == Value::Code(LifeStatus::Alive.number());
            if returns {
                if !person.is_active() {
                    findings.push(RowFinding::StatusKept);
                }
                continue;
            }
            out.push(change(*tag, old, new.clone()));
        }
        out
    }

    /// The family's own fields: what the head's row says, else the first row that says something.
    fn family_fields(&self, drafts: &[Draft], rows: &[PlannedRow], home: Option<&Family>) -> Vec<FieldChange> {
        let taken = drafts.iter().zip(rows).filter(|(_, row)| row.outcome != Outcome::LeftOut).map(|(draft, _)| draft);
        let (heads, others): (Vec<&Draft>, Vec<&Draft>) = taken.partition(|draft| draft.row.is_head());
        let mut said: Fields = Vec::new();
        for (tag, value) in heads.iter().chain(&others).flat_map(|draft| &draft.row.family) {
            if !said.iter().any(|(known, _)| known == tag) {
                said.push((*tag, value.clone()));
            }
        }
        if home.is_none() {
            let complete = drafts.iter().all(|draft| is_complete(draft.row));
            let state = if complete { FamilyState::Complete } else { FamilyState::Draft };
            said.push((family_field::state, Value::Code(state.number())));
        }
        let old = |tag| home.map_or(Value::Missing, |family| family.own.get(tag));
        said.into_iter().map(|(tag, new)| change(tag, old(tag), new)).filter(|field| field.old != field.new).collect()
    }
}

/// A row with the person that it is in the register.
struct Draft<'a> {
    row: &'a ReadRow,
    known: Option<(&'a Family, &'a Person)>,
    /// The earlier row that it repeats.
    repeats: Option<u32>,
}

fn change(tag: u16, old: Value, new: Value) -> FieldChange {
    FieldChange { tag, old, new }
}

fn is_yes_no(mapping: &Mapping, column: usize) -> bool {
    let target = mapping.columns.get(column).and_then(|key| Target::by_key(key.as_deref()?));
    let kind = target.and_then(|target| match target {
        Target::Person(field) | Target::Family(field) => Some(field.kind),
        _ => None,
    });
    matches!(kind, Some(crate::base::value::Kind::Code(list)) if list.name == crate::base::codes::YesNo::LIST.name)
}

/// What every member needs before a family's data can be called complete.
fn is_complete(row: &ReadRow) -> bool {
    let needed = [person_field::name, person_field::sex, person_field::born, person_field::relation];
    needed.iter().all(|tag| *row.person(*tag) != Value::Missing) && *row.family(family_field::kk) != Value::Missing
}

/// Rows that repeat an earlier one: the same NIK and name, or without NIK the same name, place and date of birth in one
/// family. By position, with the number of the first row.
fn repeats(rows: &[ReadRow], groups: &[Group]) -> HashMap<usize, u32> {
    let mut out = HashMap::new();
    let mut seen: HashMap<(String, String, String, Option<Date>), u32> = HashMap::new();
    for group in groups {
        for at in &group.rows {
            let row = &rows[*at];
            let (nik, name) = (row.person_text(person_field::nik), fold(row.person_text(person_field::name)));
            let born = date(row.person(person_field::born));
            let key = match nik {
                "" if born.is_none() || group.kk.is_empty() => continue,
                "" => (group.kk.clone(), name, fold(row.person_text(person_field::birth_place)), born),
                nik => (nik.to_owned(), name, String::new(), None),
            };
            if let Some(first) = seen.get(&key) {
                out.insert(*at, *first);
            } else {
                seen.insert(key, row.number);
            }
        }
    }
    out
}

fn count_niks(rows: &[ReadRow]) -> HashMap<String, u32> {
    let mut out: HashMap<String, u32> = HashMap::new();
    for nik in rows.iter().map(|row| row.person_text(person_field::nik)).filter(|nik| !nik.is_empty()) {
        *out.entry(nik.to_owned()).or_default() += 1;
    }
    out
}

/// The family of the register that a family of the file is: that with its No. KK; else the one that all its known members
/// belong to, when the file does not name that family's own number (it got a new card); for families without a card, that
/// of the first known member.
fn home<'a>(
    group: &Group,
    rows: &[Draft<'a>],
    people: &People<'a>,
    in_file: &std::collections::HashSet<&str>,
    used: &IdMap<()>,
    update: bool,
) -> Option<&'a Family> {
    if !group.kk.is_empty()
        && let Some(family) = people.family_with(&group.kk)
    {
        return Some(family);
    }
    let mut known = rows.iter().filter_map(|row| row.known.map(|(family, _)| family));
    let first = known.next()?;
    let is_one = known.all(|family| family.id == first.id);
    let renumbered = is_one && !in_file.contains(first.kk.text()) && !used.contains_key(&first.id);
    (group.kk.is_empty() || renumbered || !update).then_some(first)
}

/// Links children to their mothers: by the mother's NIK, else by her name among the women of the family.
fn link_mothers(drafts: &[Draft], rows: &mut [PlannedRow], home: Option<&Family>, options: &Options) {
    for child in 0..rows.len() {
        let row = drafts[child].row;
        let known = drafts[child].known.is_some_and(|(_, person)| person.mother.is_known());
        let touchable = rows[child].outcome == Outcome::New
            || (options.update && matches!(rows[child].outcome, Outcome::Update | Outcome::Same));
        if known || !touchable {
            continue;
        }
        let here = |at: usize| at != child && (rows[at].person.is_some() || rows[at].outcome == Outcome::New);
        let nik = row.person_text(person_field::mother_nik);
        let name = fold(row.person_text(person_field::mother_name));
        let is_woman = |row: &ReadRow| *row.person(person_field::sex) == Value::Code(Sex::Female.number());
        let older = |mother: &ReadRow| {
            let dates = date(mother.person(person_field::born)).zip(date(row.person(person_field::born)));
            dates.is_none_or(|(mother, child)| mother.years_until(child) >= MOTHER_OLDER_YEARS)
        };
        let by_nik = |at: &usize| !nik.is_empty() && drafts[*at].row.person_text(person_field::nik) == nik;
        let by_name = |at: &usize| {
            let mother = drafts[*at].row;
            !name.is_empty()
                && fold(mother.person_text(person_field::name)) == name
                && is_woman(mother)
                && older(mother)
        };
        let candidates = || (0..rows.len()).filter(|at| here(*at));
        let in_file = candidates().find(by_nik).or_else(|| {
            let mut named = candidates().filter(by_name);
            named.next().filter(|_| named.next().is_none())
        });
        let in_register = || {
            let member = |person: &&Person| !person.removed && !nik.is_empty() && person.nik.text() == nik;
            home.and_then(|family| family.members.iter().find(member)).map(|person| Mother::Member(person.id))
        };
        let mother = in_file.map(Mother::Row).or_else(in_register);
        if mother.is_some() && rows[child].outcome == Outcome::Same {
            rows[child].outcome = Outcome::Update;
        }
        rows[child].mother = mother;
    }
}

/// Moves the head's row to the front; links between rows follow.
fn put_head_first(rows: &mut [PlannedRow], drafts: &[Draft]) {
    let head = (0..rows.len()).find(|at| drafts[*at].row.is_head() && rows[*at].is_taken());
    let Some(head) = head.filter(|at| *at > 0) else { return };
    rows[..=head].rotate_right(1);
    for row in rows.iter_mut() {
        if let Some(Mother::Row(at)) = &mut row.mother {
            *at = match *at {
                at if at == head => 0,
                at if at < head => at + 1,
                at => at,
            };
        }
    }
}
