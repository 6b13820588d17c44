//! Records as bytes: identity, removed or not, then (field number, value) pairs, so that a version that knows fewer or more
//! fields loses nothing. Blocks hold many records under one schema number.

use super::{Family, Person, Record, SCHEMA};
use crate::base::{Id, Value};

/// Why stored bytes cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The bytes are cut short or no record at all.
    Damaged,
    /// A newer version of the software wrote them.
    Newer(u16),
}

impl From<postcard::Error> for DecodeError {
    fn from(_: postcard::Error) -> Self {
        DecodeError::Damaged
    }
}

fn put<T: serde::Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) {
    if let Ok(bytes) = postcard::to_extend(value, std::mem::take(out)) {
        *out = bytes;
    }
}

fn take<'a, T: serde::Deserialize<'a>>(bytes: &mut &'a [u8]) -> Result<T, DecodeError> {
    let (value, rest) = postcard::take_from_bytes(bytes)?;
    *bytes = rest;
    Ok(value)
}

/// Appends a record.
pub fn put_record<R: Record>(out: &mut Vec<u8>, record: &R) {
    out.extend_from_slice(&record.id().bytes());
    out.push(u8::from(record.removed()));
    let mut body = Vec::new();
    let mut count = 0u16;
    record.filled(&mut |tag, value| {
        count += 1;
        put(&mut body, &tag);
        put(&mut body, &value);
    });
    put(out, &count);
    out.extend_from_slice(&body);
}

/// Reads a record.
pub fn take_record<R: Record>(bytes: &mut &[u8]) -> Result<R, DecodeError> {
    let (head, rest) = bytes.split_at_checked(17).ok_or(DecodeError::Damaged)?;
    *bytes = rest;
    let id = uuid::Uuid::from_slice(&head[..16]).map_err(|_| DecodeError::Damaged)?;
    let mut record = R::with_id(Id(id));
    record.set_removed(head[16] != 0);
    let count: u16 = take(bytes)?;
    for _ in 0..count {
        let tag: u16 = take(bytes)?;
        let value: Value = take(bytes)?;
        record.set(tag, value);
    }
    Ok(record)
}

fn put_family(out: &mut Vec<u8>, family: &Family) {
    put_record(out, &family.own);
    put(out, &(family.members.len() as u32));
    for person in &family.members {
        put_record(out, person);
    }
}

fn take_family(bytes: &mut &[u8]) -> Result<Family, DecodeError> {
    let own = take_record(bytes)?;
    let n_members: u32 = take(bytes)?;
    let mut members = Vec::with_capacity(n_members.min(64) as usize);
    for _ in 0..n_members {
        members.push(take_record::<Person>(bytes)?);
    }
    Ok(Family { own, members })
}

fn block<T>(items: &[T], mut each: impl FnMut(&mut Vec<u8>, &T)) -> Vec<u8> {
    let mut out = Vec::with_capacity(items.len() * 512);
    put(&mut out, &SCHEMA);
    put(&mut out, &(items.len() as u32));
    for item in items {
        each(&mut out, item);
    }
    out
}

fn unblock<T>(
    mut bytes: &[u8],
    mut each: impl FnMut(&mut &[u8]) -> Result<T, DecodeError>,
) -> Result<Vec<T>, DecodeError> {
    let schema: u16 = take(&mut bytes)?;
    if schema > SCHEMA {
        return Err(DecodeError::Newer(schema));
    }
    let count: u32 = take(&mut bytes)?;
    let mut items = Vec::with_capacity(count.min(4096) as usize);
    for _ in 0..count {
        items.push(each(&mut bytes)?);
    }
    Ok(items)
}

/// A block of families.
pub fn families_block(families: &[Family]) -> Vec<u8> {
    block(families, put_family)
}

/// Reads a block of families.
pub fn read_families(bytes: &[u8]) -> Result<Vec<Family>, DecodeError> {
    unblock(bytes, take_family)
}

/// A block of records of one kind.
pub fn records_block<R: Record>(records: &[R]) -> Vec<u8> {
    block(records, put_record)
}

/// Reads a block of records of one kind.
pub fn read_records<R: Record>(bytes: &[u8]) -> Result<Vec<R>, DecodeError> {
    unblock(bytes, take_record)
}
