//! Reading a package: first every part is checked against its hash and size, then the records are read. Nothing is taken
//! from a package that is not whole.

use super::value_text::from_text;
use super::{DESCRIPTOR, FORMAT, HISTORY, Info, PackageError, RESOURCES, Resource, log, schema};
use crate::base::{Id, Value};
use crate::register::snapshot::IdMap;
use crate::register::{
    Act, Decision, Family, Help, Paper, Person, Profile, Record, RecordKind, Register, SCHEMA, VitalEvent,
};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest part that is read, unpacked.
const MAX_PART_BYTES: u64 = 1 << 30;

/// What a package holds.
#[derive(Debug, Default)]
pub struct Contents {
    /// What it says of itself.
    pub info: Info,
    /// The register, slots in their order.
    pub register: Register,
    /// The history, the oldest first.
    pub acts: Vec<Act>,
}

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens and checks a package.
pub fn open(bytes: &[u8]) -> Result<Contents, PackageError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PackageError::NotAPackage)?;
    let text = unpack(&mut zip, DESCRIPTOR).map_err(|_| PackageError::NotAPackage)?;
    let description: serde_json::Value = serde_json::from_slice(&text).map_err(|_| PackageError::NotAPackage)?;
    let own = description.get("rumah_dataku").ok_or(PackageError::NotOurs)?;
    let info: Info = serde_json::from_value(own.clone()).map_err(|_| PackageError::NotOurs)?;
    if info.format > FORMAT || info.schema > SCHEMA {
        return Err(PackageError::Newer);
    }
    let parts = checked_parts(&mut zip, &description)?;
    let part = |name: &str| {
        let path = format!("data/{name}.csv");
        parts.iter().find(|(of, _)| *of == path).map(|(_, bytes)| bytes.as_slice()).ok_or(PackageError::Missing(path))
    };
    let profile = records::<Profile>(&RESOURCES[0], part(RESOURCES[0].name)?)?.into_iter().next();
    let families = families(part(RESOURCES[1].name)?, part(RESOURCES[2].name)?)?;
    let events = plain::<VitalEvent>(&RESOURCES[3], part(RESOURCES[3].name)?)?;
    let decisions = plain::<Decision>(&RESOURCES[4], part(RESOURCES[4].name)?)?;
    let helps = plain::<Help>(&RESOURCES[5], part(RESOURCES[5].name)?)?;
    let papers = match info.format {
        1 => Vec::new(), // the first form had none
        _ => plain::<Paper>(&RESOURCES[6], part(RESOURCES[6].name)?)?,
    };
    let acts = history(part(HISTORY)?)?;
    let profile = profile.map(|(_, profile)| profile).unwrap_or_default();
    let register = Register::from_parts(profile, families, events, decisions, helps, papers);
    Ok(Contents { info, register, acts })
}

/// The unpacked bytes of a part; damaged ones are told as changed.
fn unpack(zip: &mut Zip<'_>, path: &str) -> Result<Vec<u8>, PackageError> {
    let mut file = zip.by_name(path).map_err(|_| PackageError::Missing(path.to_owned()))?;
    if file.size() > MAX_PART_BYTES {
        return Err(PackageError::Changed(path.to_owned()));
    }
    let mut out = Vec::with_capacity(file.size().min(1 << 24) as usize);
    let read = file.by_ref().take(MAX_PART_BYTES).read_to_end(&mut out);
    read.map_err(|_| PackageError::Changed(path.to_owned()))?;
    Ok(out)
}

/// Every part that the description names, whole: size and hash agree. Only tables are kept.
fn checked_parts(zip: &mut Zip<'_>, description: &serde_json::Value) -> Result<Vec<(String, Vec<u8>)>, PackageError> {
    let resources = description.get("resources").and_then(|all| all.as_array()).ok_or(PackageError::NotOurs)?;
    let mut kept = Vec::new();
    for resource in resources {
        let text = |key: &str| resource.get(key).and_then(|value| value.as_str()).ok_or(PackageError::NotOurs);
        let path = text("path")?.to_owned();
        let bytes = unpack(zip, &path)?;
        let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let size = resource.get("bytes").and_then(serde_json::Value::as_u64);
        if size != Some(bytes.len() as u64) || text("hash")? != format!("sha256:{hash}") {
            return Err(PackageError::Changed(path));
        }
        if path.ends_with(".csv") {
            kept.push((path, bytes));
        }
    }
    Ok(kept)
}

/// Rows of a table: the file's row number (the heading is row 1) and the cells.
fn rows(
    name: &str,
    bytes: &[u8],
    mut each: impl FnMut(&csv::StringRecord, &csv::StringRecord) -> Option<()>,
) -> Result<(), PackageError> {
    let mut reader = csv::Reader::from_reader(bytes);
    let unreadable = |row: u64| PackageError::Unreadable(format!("data/{name}.csv"), row);
    let headings = reader.headers().map_err(|_| unreadable(1))?.clone();
    let mut record = csv::StringRecord::new();
    let mut number = 1;
    loop {
        number += 1;
        match reader.read_record(&mut record) {
            Ok(true) => each(&headings, &record).ok_or_else(|| unreadable(number))?,
            Ok(false) => return Ok(()),
            Err(_) => return Err(unreadable(number)),
        }
    }
}

/// What a column holds.
#[derive(Clone, Copy)]
enum Column {
    Field(u16, crate::base::value::Kind),
    Extra,
    Own,
}

/// Records with the family that they name, where they have one.
fn records<R: Record>(resource: &Resource, bytes: &[u8]) -> Result<Vec<(Id, R)>, PackageError> {
    let own = schema::own_columns(resource.kind);
    let mut columns: Option<Vec<Column>> = None;
    let mut out = Vec::new();
    rows(resource.name, bytes, |headings, row| {
        let columns = columns.get_or_insert_with(|| {
            let column = |heading: &str| match resource.fields.iter().find(|field| field.key == heading) {
                _ if own.contains(&heading) => Column::Own,
                Some(field) => Column::Field(field.tag, field.kind),
                None => Column::Extra,
            };
            headings.iter().map(column).collect()
        });
        let cell = |name: &str| headings.iter().position(|heading| heading == name).and_then(|at| row.get(at));
        let mut record = match resource.kind {
            RecordKind::Profile => R::default(),
            _ => R::with_id(cell("id")?.parse().ok()?),
        };
        record.set_removed(cell("dikeluarkan") == Some("ya"));
        for (column, text) in columns.iter().zip(row) {
            match column {
                _ if text.is_empty() => {}
                Column::Field(tag, kind) => {
                    record.set(*tag, from_text(*kind, text)?).then_some(())?;
                }
                Column::Extra => {
                    for (tag, value) in serde_json::from_str::<Vec<(u16, Value)>>(text).ok()? {
                        record.set(tag, value);
                    }
                }
                Column::Own => {}
            }
        }
        let home = match resource.kind {
            RecordKind::Person => cell("id_keluarga")?.parse().ok()?,
            _ => Id::default(),
        };
        out.push((home, record));
        Some(())
    })?;
    Ok(out)
}

fn plain<R: Record>(resource: &Resource, bytes: &[u8]) -> Result<Vec<R>, PackageError> {
    Ok(records::<R>(resource, bytes)?.into_iter().map(|(_, record)| record).collect())
}

fn families(own: &[u8], persons: &[u8]) -> Result<Vec<Family>, PackageError> {
    let mut families: Vec<Family> = plain::<crate::register::family::FamilyFields>(&RESOURCES[1], own)?
        .into_iter()
        .map(|own| Family { own, members: Vec::new() })
        .collect();
    let homes: IdMap<usize> = families.iter().enumerate().map(|(slot, family)| (family.id, slot)).collect();
    for (row, (home, person)) in records::<Person>(&RESOURCES[2], persons)?.into_iter().enumerate() {
        let slot = homes
            .get(&home)
            .ok_or_else(|| PackageError::Unreadable(format!("data/{}.csv", RESOURCES[2].name), row as u64 + 2))?;
        families[*slot].members.push(person);
    }
    Ok(families)
}

fn history(bytes: &[u8]) -> Result<Vec<Act>, PackageError> {
    let mut acts = Vec::new();
    rows(HISTORY, bytes, |_, row| {
        let cells: Vec<&str> = row.iter().collect();
        log::take_row(&mut acts, &cells)
    })?;
    Ok(acts)
}
