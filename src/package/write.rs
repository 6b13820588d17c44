//! Writing a package, a piece at a time, so that whoever writes can rest in between.

use super::schema::{self, Part, own_columns};
use super::value_text::to_text;
use super::{DESCRIPTOR, HISTORY, Info, PackageError, RESOURCES, Resource, log};
use crate::base::Value;
use crate::register::{Act, Family, FieldInfo, Person, Record, Register};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Packing effort: quick on a phone; the size differs by a few per cent.
const LEVEL: i64 = 3;

/// A package being written.
pub struct PackageWriter {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    parts: Vec<Part>,
    open: Option<(String, Sha256, u64)>,
    row: csv::Writer<Vec<u8>>,
}

fn failed<E>(_: E) -> PackageError {
    PackageError::CannotWrite
}

fn csv_writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().flexible(false).from_writer(Vec::with_capacity(1 << 16))
}

impl Default for PackageWriter {
    fn default() -> Self {
        PackageWriter { zip: ZipWriter::new(Cursor::new(Vec::new())), parts: Vec::new(), open: None, row: csv_writer() }
    }
}

impl PackageWriter {
    /// Begins a part; the one before is closed.
    fn begin(&mut self, path: &str) -> Result<(), PackageError> {
        self.end()?;
        let options =
            SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(LEVEL));
        self.zip.start_file(path, options).map_err(failed)?;
        self.open = Some((path.to_owned(), Sha256::new(), 0));
        Ok(())
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), PackageError> {
        if let Some((_, hash, size)) = &mut self.open {
            hash.update(bytes);
            *size += bytes.len() as u64;
        }
        self.zip.write_all(bytes).map_err(failed)
    }

    fn end(&mut self) -> Result<(), PackageError> {
        self.flush()?;
        if let Some((path, hash, size_bytes)) = self.open.take() {
            let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            self.parts.push(Part { path, sha256, size_bytes });
        }
        Ok(())
    }

    /// Hands rows written so far to the packer.
    fn flush(&mut self) -> Result<(), PackageError> {
        let rows = std::mem::replace(&mut self.row, csv_writer()).into_inner().map_err(failed)?;
        if rows.is_empty() { Ok(()) } else { self.put(&rows) }
    }

    fn table(&mut self, name: &str, columns: &[&str]) -> Result<(), PackageError> {
        self.begin(&format!("data/{name}.csv"))?;
        self.row.write_record(columns).map_err(failed)
    }

    /// Begins the table of a resource.
    fn records(&mut self, resource: &Resource) -> Result<(), PackageError> {
        let mut columns: Vec<&str> = own_columns(resource.kind).to_vec();
        columns.extend(resource.fields.iter().map(|field| field.key));
        columns.push("kolom_lain");
        self.table(resource.name, &columns)
    }

    fn record<R: Record>(&mut self, own: &[&str], record: &R) -> Result<(), PackageError> {
        let mut cells = own.to_vec();
        let texts = field_texts(R::FIELDS, record)?;
        cells.extend(texts.iter().map(|text| text.as_ref()));
        self.row.write_record(&cells).map_err(failed)
    }

    /// Begins the families; follow with [`PackageWriter::family`].
    pub fn begin_families(&mut self) -> Result<(), PackageError> {
        self.records(&RESOURCES[1])
    }

    /// One family's own row.
    pub fn family(&mut self, family: &Family) -> Result<(), PackageError> {
        self.record(&[&family.id.to_string(), yes(family.removed)], &family.own)
    }

    /// Begins the persons; follow with [`PackageWriter::persons`].
    pub fn begin_persons(&mut self) -> Result<(), PackageError> {
        self.records(&RESOURCES[2])
    }

    /// The rows of a family's members.
    pub fn persons(&mut self, family: &Family) -> Result<(), PackageError> {
        let home = family.id.to_string();
        for person in &family.members {
            self.record::<Person>(&[&person.id.to_string(), yes(person.removed), &home], person)?;
        }
        Ok(())
    }

    /// Rests: what was written is packed.
    pub fn rest(&mut self) -> Result<(), PackageError> {
        self.flush()
    }

    /// Profile, events, decisions, help and papers: small tables, each in one go.
    pub fn small_tables(&mut self, register: &Register) -> Result<(), PackageError> {
        self.records(&RESOURCES[0])?;
        self.record(&[], &register.profile)?;
        self.plain(&RESOURCES[3], register.event_slots())?;
        self.plain(&RESOURCES[4], register.decision_slots())?;
        self.plain(&RESOURCES[5], register.help_slots())?;
        self.plain(&RESOURCES[6], register.paper_slots())
    }

    fn plain<R: Record>(&mut self, resource: &Resource, records: &[R]) -> Result<(), PackageError> {
        self.records(resource)?;
        for record in records {
            self.record(&[&record.id().to_string(), yes(record.removed())], record)?;
        }
        Ok(())
    }

    /// Begins the history; follow with [`PackageWriter::act`].
    pub fn begin_history(&mut self) -> Result<(), PackageError> {
        self.table(HISTORY, &log::COLUMNS)
    }

    /// An act of the history; `at` is its place in the log.
    pub fn act(&mut self, at: u32, act: &Act) -> Result<(), PackageError> {
        let mut done = Ok(());
        log::rows(at, act, |row| {
            if done.is_ok() {
                done = self.row.write_record(row.iter().map(|cell| cell.as_bytes())).map_err(failed);
            }
        });
        done
    }

    /// Indicators, metadata and the workbook, then the description; gives the bytes of the package.
    pub fn finish(mut self, info: &Info, extras: &Extras) -> Result<Vec<u8>, PackageError> {
        for (path, bytes) in extras.parts() {
            self.begin(&path)?;
            self.put(bytes)?;
        }
        self.end()?;
        let created = timestamp(info.made_ms);
        let text = serde_json::to_vec_pretty(&schema::descriptor(info, &created, &self.parts)).map_err(failed)?;
        self.begin(DESCRIPTOR)?;
        self.put(&text)?;
        Ok(self.zip.finish().map_err(failed)?.into_inner())
    }
}

/// What goes beside the records.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// The indicators as CSV.
    pub indicators_csv: Vec<u8>,
    /// MS-Keg, MS-Var and MS-Ind as JSON.
    pub metadata: [(&'static str, Vec<u8>); 3],
    /// The workbook for people.
    pub workbook: Vec<u8>,
}

impl Extras {
    fn parts(&self) -> impl Iterator<Item = (String, &[u8])> {
        let csv = (format!("data/{}.csv", super::INDICATORS), self.indicators_csv.as_slice());
        let metadata = self.metadata.iter().map(|(name, bytes)| (format!("metadata/{name}.json"), bytes.as_slice()));
        let workbook = ("buku/rumah-dataku.xlsx".to_owned(), self.workbook.as_slice());
        std::iter::once(csv).chain(metadata).chain(std::iter::once(workbook)).filter(|(_, bytes)| !bytes.is_empty())
    }
}

fn yes(yes: bool) -> &'static str {
    if yes { "ya" } else { "tidak" }
}

/// The texts of all fields in the order of the catalogue, then the fields that this version does not know, as JSON.
fn field_texts<'a, R: Record>(fields: &'static [FieldInfo], record: &'a R) -> Result<Vec<Cow<'a, str>>, PackageError> {
    let mut texts = vec![Cow::Borrowed(""); fields.len() + 1];
    let mut unknown: Vec<(u16, Value)> = Vec::new();
    let mut at = 0;
    record.filled(&mut |tag, value| {
        // Both follow the catalogue, so the next place is never far.
        while at < fields.len() && fields[at].tag != tag {
            at += 1;
        }
        match fields.get(at) {
            Some(field) => texts[at] = Cow::Owned(to_text(field.kind, &value).into_owned()),
            None => unknown.push((tag, value)),
        }
    });
    if !unknown.is_empty() {
        texts[fields.len()] = Cow::Owned(serde_json::to_string(&unknown).map_err(failed)?);
    }
    Ok(texts)
}

/// `2026-11-24T02:00:00Z`.
fn timestamp(unix_ms: u64) -> String {
    let seconds = unix_ms / 1000 % 86_400;
    let date = crate::base::Date::of_unix_ms(unix_ms);
    format!("{date}T{:02}:{:02}:{:02}Z", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A whole package in one go: for `rdk` and tests.
pub fn whole(register: &Register, acts: &[Act], info: &Info, extras: &Extras) -> Result<Vec<u8>, PackageError> {
    let mut out = PackageWriter::default();
    out.small_tables(register)?;
    out.begin_families()?;
    for family in register.slots() {
        out.family(family)?;
    }
    out.begin_persons()?;
    for family in register.slots() {
        out.persons(family)?;
    }
    out.begin_history()?;
    for (at, act) in acts.iter().enumerate() {
        out.act(at as u32, act)?;
    }
    out.finish(info, extras)
}
