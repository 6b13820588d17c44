//! Records as bytes: identity, removed or not, then (field number, value) pairs, so that a version that knows fewer or more
//! fields loses nothing. Blocks hold many records under one schema number.

use super::{Family, Person, Record, SCHEMA};
use crate::base::{Date, Id, Value};

/// Why stored bytes cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The bytes are cut short or no record at all.
    Damaged,
    /// A newer version of the software wrote them.
    Newer(u16),
}

// Numbers, texts and values lie as postcard writes them, so that other readers need no code of ours. They are written by
// hand: a village is a million of them, and each save and each start of the house goes through here.

fn put_uint(out: &mut Vec<u8>, mut number: u64) {
    while number > 127 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_int(out: &mut Vec<u8>, number: i32) {
    put_uint(out, u64::from(((number << 1) ^ (number >> 31)) as u32));
}

fn put_value(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Missing => out.push(0),
        Value::Text(text) => {
            out.push(1);
            put_uint(out, text.len() as u64);
            out.extend_from_slice(text.as_bytes());
        }
        Value::Number(number) => {
            out.push(2);
            put_int(out, *number);
        }
        Value::Decimal(number) => {
            out.push(3);
            out.extend_from_slice(&number.to_le_bytes());
        }
        Value::Date(date) => {
            out.push(4);
            put_int(out, i32::from(date.year));
            out.extend_from_slice(&[date.month, date.day]);
        }
        Value::Code(code) => out.extend_from_slice(&[5, *code]),
        Value::Link(id) => {
            out.extend_from_slice(&[6, 16]);
            out.extend_from_slice(&id.bytes());
        }
        Value::Unknown => out.push(7),
        Value::Refused => out.push(8),
        Value::NotApplicable => out.push(9),
    }
}

fn take_some<'a>(bytes: &mut &'a [u8], n: usize) -> Result<&'a [u8], DecodeError> {
    let (some, rest) = bytes.split_at_checked(n).ok_or(DecodeError::Damaged)?;
    *bytes = rest;
    Ok(some)
}

fn take_byte(bytes: &mut &[u8]) -> Result<u8, DecodeError> {
    let (byte, rest) = bytes.split_first().ok_or(DecodeError::Damaged)?;
    *bytes = rest;
    Ok(*byte)
}

fn take_uint(bytes: &mut &[u8]) -> Result<u32, DecodeError> {
    let mut number = 0u64;
    for shift in (0..35).step_by(7) {
        let byte = take_byte(bytes)?;
        number |= u64::from(byte & 127) << shift;
        if byte < 128 {
            return u32::try_from(number).map_err(|_| DecodeError::Damaged);
        }
    }
    Err(DecodeError::Damaged)
}

fn take_short(bytes: &mut &[u8]) -> Result<u16, DecodeError> {
    u16::try_from(take_uint(bytes)?).map_err(|_| DecodeError::Damaged)
}

fn take_int(bytes: &mut &[u8]) -> Result<i32, DecodeError> {
    let number = take_uint(bytes)?;
    Ok((number >> 1) as i32 ^ -((number & 1) as i32))
}

fn take_id(bytes: &mut &[u8]) -> Result<Id, DecodeError> {
    uuid::Uuid::from_slice(take_some(bytes, 16)?).map(Id).map_err(|_| DecodeError::Damaged)
}

fn take_value(bytes: &mut &[u8]) -> Result<Value, DecodeError> {
    Ok(match take_byte(bytes)? {
        0 => Value::Missing,
        1 => {
            let n = take_uint(bytes)? as usize;
            let text = std::str::from_utf8(take_some(bytes, n)?).map_err(|_| DecodeError::Damaged)?;
            Value::Text(text.to_owned())
        }
        2 => Value::Number(take_int(bytes)?),
        3 => {
            let eight = take_some(bytes, 8)?.try_into().map_err(|_| DecodeError::Damaged)?;
            Value::Decimal(f64::from_le_bytes(eight))
        }
        4 => {
            let year = i16::try_from(take_int(bytes)?).map_err(|_| DecodeError::Damaged)?;
            Value::Date(Date { year, month: take_byte(bytes)?, day: take_byte(bytes)? })
        }
        5 => Value::Code(take_byte(bytes)?),
        6 if take_byte(bytes)? == 16 => Value::Link(take_id(bytes)?),
        7 => Value::Unknown,
        8 => Value::Refused,
        9 => Value::NotApplicable,
        _ => return Err(DecodeError::Damaged),
    })
}

/// Appends a record.
pub fn put_record<R: Record>(out: &mut Vec<u8>, record: &R) {
    out.extend_from_slice(&record.id().bytes());
    out.push(u8::from(record.removed()));
    let (at, mut count) = (out.len(), 0);
    out.push(0);
    record.filled(&mut |tag, value| {
        count += 1;
        put_uint(out, u64::from(tag));
        put_value(out, &value);
    });
    let mut head = Vec::with_capacity(2);
    put_uint(&mut head, count);
    out.splice(at..=at, head);
}

/// Reads a record.
pub fn take_record<R: Record>(bytes: &mut &[u8]) -> Result<R, DecodeError> {
    let mut record = R::with_id(take_id(bytes)?);
    record.set_removed(take_byte(bytes)? != 0);
    for _ in 0..take_short(bytes)? {
        let tag = take_short(bytes)?;
        record.set(tag, take_value(bytes)?);
    }
    Ok(record)
}

fn put_family(out: &mut Vec<u8>, family: &Family) {
    put_record(out, &family.own);
    put_uint(out, family.members.len() as u64);
    for person in &family.members {
        put_record(out, person);
    }
}

fn take_family(bytes: &mut &[u8]) -> Result<Family, DecodeError> {
    let own = take_record(bytes)?;
    let n_members = take_uint(bytes)?;
    let mut members = Vec::with_capacity(n_members.min(64) as usize);
    for _ in 0..n_members {
        members.push(take_record::<Person>(bytes)?);
    }
    Ok(Family { own, members })
}

fn block<T>(items: &[T], mut each: impl FnMut(&mut Vec<u8>, &T)) -> Vec<u8> {
    let mut out = Vec::with_capacity(items.len() * 512);
    put_uint(&mut out, u64::from(SCHEMA));
    put_uint(&mut out, items.len() as u64);
    for item in items {
        each(&mut out, item);
    }
    out
}

fn unblock<T>(
    mut bytes: &[u8],
    mut each: impl FnMut(&mut &[u8]) -> Result<T, DecodeError>,
) -> Result<Vec<T>, DecodeError> {
    let schema = take_short(&mut bytes)?;
    if schema > SCHEMA {
        return Err(DecodeError::Newer(schema));
    }
    let count = take_uint(&mut bytes)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lie_as_postcard_writes_them() {
        let id = Id::new(1_700_000_000_000, [7; 10]);
        let mut cases = vec![Value::Missing, Value::Unknown, Value::Refused, Value::NotApplicable, Value::Code(200)];
        cases.extend(["", "Siti Ñur", &"x".repeat(300)].map(|text| Value::Text(text.into())));
        cases.extend([0, 1, -1, 63, -64, 64, i32::MAX, i32::MIN].map(Value::Number));
        cases.extend([0.0, -115.25, f64::MAX].map(Value::Decimal));
        cases.extend([(1800, 0, 0), (2026, 11, 24)].map(|(year, month, day)| Value::Date(Date { year, month, day })));
        cases.push(Value::Link(id));
        for value in cases {
            let mut bytes = Vec::new();
            put_value(&mut bytes, &value);
            assert_eq!(bytes, postcard::to_allocvec(&value).unwrap(), "{value:?}");
            let mut rest = bytes.as_slice();
            assert_eq!(take_value(&mut rest), Ok(value));
            assert!(rest.is_empty());
            for cut in 0..bytes.len() {
                assert_eq!(take_value(&mut &bytes[..cut]), Err(DecodeError::Damaged), "cut at {cut}");
            }
        }
        assert_eq!(take_value(&mut [10].as_slice()), Err(DecodeError::Damaged));
        assert_eq!(take_uint(&mut [255; 9].as_slice()), Err(DecodeError::Damaged));
    }
}
