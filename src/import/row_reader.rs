//! Reads rows of a table as fields of a person and a family, by a mapping. Gives values and findings; decides nothing about
//! what comes into the register.

use super::cell_text::{DateCell, Digits, read_date_cell, read_digits, read_place_and_date};
use super::code_text::{CodeRead, code, pk_education};
use super::finding::RowFinding;
use super::mapping::{Mapping, Target};
use super::table::{Cell, RawRow, Table};
use crate::base::codes::Contraception;
use crate::base::codes::{Edition, List, Relation, Sex, YesNo};
use crate::base::value::Kind;
use crate::base::{CodeList, Date, Value};
use crate::register::command::tidy;
use crate::register::{FieldInfo, RecordKind, family_field, person_field};
use std::collections::{BTreeMap, HashMap};

/// Field numbers and values.
pub type Fields = Vec<(u16, Value)>;

/// A row as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadRow {
    /// The sheet's own row number.
    pub number: u32,
    /// Fields of the person.
    pub person: Fields,
    /// Fields of the family.
    pub family: Fields,
    /// What was found.
    pub findings: Vec<RowFinding>,
}

impl ReadRow {
    /// A person's field, or `Missing`.
    pub fn person(&self, tag: u16) -> &Value {
        value_of(&self.person, tag)
    }

    /// A family's field, or `Missing`.
    pub fn family(&self, tag: u16) -> &Value {
        value_of(&self.family, tag)
    }

    /// A person's field as text, or empty.
    pub fn person_text(&self, tag: u16) -> &str {
        if let Value::Text(text) = self.person(tag) { text } else { "" }
    }

    /// A family's field as text, or empty.
    pub fn family_text(&self, tag: u16) -> &str {
        if let Value::Text(text) = self.family(tag) { text } else { "" }
    }

    /// True for a head of family.
    pub fn is_head(&self) -> bool {
        *self.person(person_field::relation) == Value::Code(Relation::Head.number())
    }
}

fn value_of(fields: &Fields, tag: u16) -> &Value {
    fields.iter().find(|(field, _)| *field == tag).map_or(&Value::Missing, |(_, value)| value)
}

/// A value that no list knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmapped {
    /// Column, from 0.
    pub column: usize,
    /// As typed.
    pub typed: String,
    /// In how many rows.
    pub n_rows: u32,
}

struct Column {
    at: usize,
    target: Target,
    codes: HashMap<String, CodeRead>,
}

/// Reads the rows of one table.
pub struct RowReader<'a> {
    mapping: &'a Mapping,
    today: Date,
    columns: Vec<Column>,
    above: RawRow,
    /// Code numbers were met, and their system is not chosen.
    pub edition_unset: bool,
    /// What no list knows: column, as typed, in how many rows.
    unmapped: BTreeMap<(usize, String), u32>,
    /// Columns whose every number was rounded: NIK that end in 0 all along.
    rounded: Vec<usize>,
}

/// From so many NIK on, all ending in 0, the last digit is taken as lost: by chance it happens once in 10²⁰ files.
const ROUNDED_FROM: usize = 20;

impl<'a> RowReader<'a> {
    /// A reader by this mapping; two-digit years are read as seen from `today`.
    pub fn new(table: &Table, mapping: &'a Mapping, today: Date) -> RowReader<'a> {
        let column = |(at, key): (usize, &Option<String>)| {
            Some(Column { at, target: Target::by_key(key.as_deref()?)?, codes: HashMap::new() })
        };
        let columns: Vec<Column> = mapping.columns.iter().enumerate().filter_map(column).collect();
        let rounded = columns.iter().filter(|column| is_rounded(table, column)).map(|column| column.at).collect();
        let above = RawRow { number: 0, cells: Vec::new() };
        RowReader { mapping, today, columns, above, edition_unset: false, unmapped: BTreeMap::new(), rounded }
    }

    /// Reads a row.
    pub fn read(&mut self, row: &RawRow) -> ReadRow {
        let mut out = ReadRow { number: row.number, ..ReadRow::default() };
        let filled = self.mapping.fill_down.then(|| self.filled_down(row));
        let row = filled.as_ref().unwrap_or(row);
        let mut columns = std::mem::take(&mut self.columns);
        for column in &mut columns {
            let cell = row.cell(column.at);
            if !cell.is_empty() {
                self.read_cell(column, cell, &mut out);
            }
        }
        self.columns = columns;
        self.complete(&mut out);
        if let Some(filled) = filled {
            self.above = filled;
        }
        out
    }

    /// The row with the family's cells of the row above, where No. KK stands in a family's first row only.
    fn filled_down(&self, row: &RawRow) -> RawRow {
        let mut filled = row.clone();
        let kk = self.mapping.column_of("no_kk");
        if kk.is_none_or(|kk| row.cell(kk).is_empty()) {
            for column in &self.columns {
                let of_family = matches!(column.target, Target::Family(_) | Target::RtRw);
                if of_family && row.cell(column.at).is_empty() && !self.above.cell(column.at).is_empty() {
                    filled.cells.resize(filled.cells.len().max(column.at + 1), Cell::Empty);
                    filled.cells[column.at] = self.above.cell(column.at).clone();
                }
            }
        }
        filled
    }

    fn read_cell(&mut self, column: &mut Column, cell: &Cell, out: &mut ReadRow) {
        let at = column.at as u16;
        match column.target {
            Target::Person(field) => match field.kind {
                Kind::Digits => {
                    let whole_row = field.tag == person_field::nik;
                    let value = self.digits(field, cell, column.at, whole_row, out);
                    put(&mut out.person, field.tag, value);
                }
                Kind::Code(list) => self.read_code(column, cell, list, field, out),
                _ => {
                    let value = self.plain(field, cell, at, out);
                    put(&mut out.person, field.tag, value);
                }
            },
            Target::Family(field) => match field.kind {
                Kind::Digits => {
                    let value = self.digits(field, cell, column.at, true, out);
                    put(&mut out.family, field.tag, value);
                }
                Kind::Code(list) => self.read_code(column, cell, list, field, out),
                _ if field.tag == family_field::rt || field.tag == family_field::rw => {
                    read_rt_or_rw(field.tag, &cell.as_text(), &mut out.family)
                }
                _ => {
                    let value = self.plain(field, cell, at, out);
                    let value = if field.tag == family_field::dusun { without_prefix(value, "DUSUN ") } else { value };
                    put(&mut out.family, field.tag, value);
                }
            },
            Target::PlaceAndDate => self.read_place_and_date(cell, at, out),
            Target::RtRw => read_rt_rw(&cell.as_text(), &mut out.family),
            Target::PkEducation => {
                let known = column.codes.entry(cell.as_text().into_owned());
                let read = known.or_insert_with(|| pk_education(self.mapping, &cell.as_text())).clone();
                self.take_code(read, false, at, cell, out);
            }
        }
    }

    fn digits(&mut self, field: &FieldInfo, cell: &Cell, at: usize, whole_row: bool, out: &mut ReadRow) -> Value {
        let column = at as u16;
        let lost =
            if whole_row { RowFinding::PrecisionLost { column } } else { RowFinding::CellPrecisionLost { column } };
        match read_digits(cell) {
            Digits::Empty => Value::Missing,
            Digits::Text(_) if self.rounded.contains(&at) => {
                out.findings.push(lost);
                Value::Missing
            }
            Digits::Text(digits) => Value::Text(digits),
            Digits::PrecisionLost => {
                out.findings.push(lost);
                Value::Missing
            }
            Digits::Other(typed) if typed.bytes().any(|byte| byte.is_ascii_digit()) => {
                out.findings.push(RowFinding::DigitsOdd { column });
                Value::Text(typed)
            }
            Digits::Other(typed) => {
                if self.mapping.pair(field.key, &typed).is_none() {
                    self.unmapped(column, typed, out);
                }
                Value::Missing
            }
        }
    }

    fn plain(&self, field: &FieldInfo, cell: &Cell, column: u16, out: &mut ReadRow) -> Value {
        let unreadable = match field.kind {
            Kind::Date => match read_date_cell(cell, self.mapping.date_order, self.today) {
                DateCell::Empty => return Value::Missing,
                DateCell::Date(date) => return Value::Date(date),
                DateCell::Unreadable => RowFinding::DateUnreadable { column },
            },
            Kind::Number => match decimal(cell).filter(|number| number.fract() == 0.0 && number.abs() < 1e9) {
                Some(number) => return Value::Number(number as i32),
                None => RowFinding::NumberUnreadable { column },
            },
            Kind::Decimal => match decimal(cell) {
                Some(number) => return Value::Decimal(number),
                None => RowFinding::NumberUnreadable { column },
            },
            _ => match cell {
                Cell::Error => RowFinding::Unmapped { column, typed: cell.as_text().into_owned() },
                cell => return Value::Text(cell.as_text().split_whitespace().collect::<Vec<_>>().join(" ")),
            },
        };
        let typed = cell.as_text();
        if let Some(value) = self.mapping.pair(field.key, &typed) {
            return value.clone();
        }
        out.findings.push(unreadable);
        Value::Missing
    }

    fn read_place_and_date(&self, cell: &Cell, column: u16, out: &mut ReadRow) {
        let (place, date) = match cell {
            Cell::Text(text) => read_place_and_date(text, self.mapping.date_order, self.today),
            other => match read_date_cell(other, self.mapping.date_order, self.today) {
                DateCell::Date(date) => (String::new(), Some(date)),
                _ => (String::new(), None),
            },
        };
        match date {
            Some(date) => put(&mut out.person, person_field::born, Value::Date(date)),
            None => out.findings.push(RowFinding::DateUnreadable { column }),
        }
        put(&mut out.person, person_field::birth_place, Value::Text(place));
    }

    fn read_code(
        &mut self,
        column: &mut Column,
        cell: &Cell,
        list: &'static List,
        field: &FieldInfo,
        out: &mut ReadRow,
    ) {
        let text = cell.as_text();
        let of_family = matches!(column.target, Target::Family(_));
        let read = match column.codes.get(text.as_ref()) {
            Some(read) => read.clone(),
            None => {
                let read = code(self.mapping, list, field, &text);
                column.codes.insert(text.into_owned(), read.clone());
                read
            }
        };
        self.take_code(read, of_family, column.at as u16, cell, out);
    }

    fn take_code(&mut self, read: CodeRead, of_family: bool, column: u16, cell: &Cell, out: &mut ReadRow) {
        match read {
            CodeRead::Values(values) => {
                let fields = if of_family { &mut out.family } else { &mut out.person };
                values.into_iter().for_each(|(tag, value)| put(fields, tag, value));
            }
            CodeRead::Unmapped => self.unmapped(column, cell.as_text().into_owned(), out),
            CodeRead::UnmappedDigits => self.count_unmapped(column, cell.as_text().into_owned()),
            CodeRead::EditionUnset => self.edition_unset = true,
        }
    }

    fn unmapped(&mut self, column: u16, typed: String, out: &mut ReadRow) {
        out.findings.push(RowFinding::Unmapped { column, typed: typed.clone() });
        self.count_unmapped(column, typed);
    }

    fn count_unmapped(&mut self, column: u16, typed: String) {
        *self.unmapped.entry((usize::from(column), typed)).or_default() += 1;
    }

    /// What no list knew in the rows read: column, as typed, in how many rows.
    pub fn into_unmapped(self) -> Vec<Unmapped> {
        let unmapped = self.unmapped.into_iter();
        unmapped.map(|((column, typed), n_rows)| Unmapped { column, typed, n_rows }).collect()
    }

    /// What follows from other cells of the row.
    fn complete(&self, out: &mut ReadRow) {
        let male = *out.person(person_field::sex) == Value::Code(Sex::Male.number());
        let spouse = *out.person(person_field::relation) == Value::Code(Relation::Wife.number());
        if self.mapping.edition == Some(Edition::Regsosek) && male && spouse {
            // Regsosek has one number for husband and wife.
            replace(&mut out.person, person_field::relation, Value::Code(Relation::Husband.number()));
        }
        if self.mapping.column_of("memakai_kb").is_none()
            && let Value::Code(number) = *out.person(person_field::kb_method)
        {
            let uses = Contraception::from_number(number).is_some_and(Contraception::is_use);
            put(&mut out.person, person_field::kb_using, yes_no(uses));
        }
        if *out.person(person_field::kb_method) == Value::Code(Contraception::None.number()) {
            out.person.retain(|(tag, _)| *tag != person_field::kb_method);
        }
        self.complete_birth_certificate(out);
    }

    /// A number of a certificate says that there is one; a column of numbers may also hold "ada".
    fn complete_birth_certificate(&self, out: &mut ReadRow) {
        let number = out.person_text(person_field::birth_certificate_number);
        if number.is_empty() {
            return;
        }
        match YesNo::LIST.by_text(number) {
            Some(row) => {
                let answer = Value::Code(row.number);
                out.person.retain(|(tag, _)| *tag != person_field::birth_certificate_number);
                put(&mut out.person, person_field::birth_certificate, answer);
            }
            None => put(&mut out.person, person_field::birth_certificate, yes_no(true)),
        }
    }
}

fn yes_no(yes: bool) -> Value {
    Value::Code(if yes { YesNo::Yes } else { YesNo::No }.number())
}

/// Sets a field that has no value yet; empty values do not count.
fn put(fields: &mut Fields, tag: u16, value: Value) {
    let value = tidy(RecordKind::Person, tag, value);
    if value != Value::Missing && !fields.iter().any(|(field, _)| *field == tag) {
        fields.push((tag, value));
    }
}

fn replace(fields: &mut Fields, tag: u16, value: Value) {
    fields.retain(|(field, _)| *field != tag);
    fields.push((tag, value));
}

fn without_prefix(value: Value, prefix: &str) -> Value {
    match value {
        Value::Text(text) => match text.get(..prefix.len()) {
            Some(start) if start.eq_ignore_ascii_case(prefix) => Value::Text(text[prefix.len()..].trim().into()),
            _ => Value::Text(text),
        },
        other => other,
    }
}

/// `003/001`, `RT 3 RW 1`: the first number is the RT, the second the RW.
fn read_rt_rw(text: &str, family: &mut Fields) {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    for tag in [family_field::rt, family_field::rw] {
        if let Some(number) = numbers.next() {
            put(family, tag, tidy(RecordKind::Family, tag, Value::Text(number.into())));
        }
    }
}

/// `3`, `003`, `RT. 3`; also both numbers in the cell of one.
fn read_rt_or_rw(tag: u16, text: &str, family: &mut Fields) {
    if tag == family_field::rt && text.contains('/') {
        return read_rt_rw(text, family);
    }
    let bare = text.trim_start_matches(['R', 'r', 'T', 't', 'W', 'w', '.', ' ', ':', '-']);
    put(family, tag, tidy(RecordKind::Family, tag, Value::Text(bare.into())));
}

/// A number in a cell: decimal comma or point, thousands not parted.
fn decimal(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Text(text) => text.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    }
}

fn is_rounded(table: &Table, column: &Column) -> bool {
    let is_digits = matches!(column.target, Target::Person(f) | Target::Family(f) if matches!(f.kind, Kind::Digits));
    if !is_digits {
        return false;
    }
    let mut n_niks = 0;
    for row in &table.rows {
        if let Digits::Text(digits) = read_digits(row.cell(column.at)) {
            if !digits.ends_with('0') {
                return false;
            }
            n_niks += 1;
        }
    }
    n_niks >= ROUNDED_FROM
}
