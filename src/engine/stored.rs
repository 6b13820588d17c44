//! How the register lies in the store: blocks of slots under one schema number. One act writes the blocks it touched and
//! one entry of the log, in one transaction.

use super::EngineError;
use super::ports::{Keys, Store, Table, Write};
use crate::base::Id;
use crate::register::encode::{self, DecodeError};
use crate::register::snapshot::Dirty;
use crate::register::{Act, Actor, Profile, Record, Register, SCHEMA, Stamp};
use serde::{Deserialize, Serialize};

/// Families in a block: small enough to write at each save, large enough to read quickly.
pub const FAMILIES_PER_BLOCK: u32 = 32;
/// Events, decisions or helps in a block.
pub const RECORDS_PER_BLOCK: u32 = 128;

/// What the device remembers beside the register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Schema of the stored records.
    pub schema: u16,
    /// The last stamp of this device; holds its identity.
    pub stamp: Stamp,
    /// The person using it.
    pub actor: Actor,
    /// When a full package was last exported.
    pub last_backup_ms: Option<u64>,
    /// Acts in the log when it was.
    pub acts_at_backup: u32,
    /// The key of the next act.
    pub next_act: u32,
}

impl From<DecodeError> for EngineError {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::Damaged => EngineError::DamagedData,
            DecodeError::Newer(_) => EngineError::NewerData,
        }
    }
}

/// The write of the device's memory.
pub fn meta_write(meta: &Meta) -> Write {
    Write { table: Table::Meta, key: 0, value: Some(super::codec::encode(meta)) }
}

/// The write of an act.
pub fn act_write(key: u32, act: &Act) -> Write {
    Write { table: Table::Acts, key, value: Some(super::codec::encode(&(SCHEMA, act))) }
}

/// Reads an act of the log.
pub fn read_act(bytes: &[u8]) -> Result<Act, EngineError> {
    let (schema, act): (u16, Act) = super::codec::decode(bytes).ok_or(EngineError::DamagedData)?;
    if schema > SCHEMA { Err(EngineError::NewerData) } else { Ok(act) }
}

/// The writes that bring the store up to the register where it is dirty.
pub fn writes(register: &Register, dirty: &Dirty) -> Vec<Write> {
    let mut out = Vec::new();
    if dirty.profile {
        let value = encode::records_block(std::slice::from_ref(&register.profile));
        out.push(Write { table: Table::Profile, key: 0, value: Some(value) });
    }
    blocks(&mut out, Table::Families, FAMILIES_PER_BLOCK, register.slots(), &dirty.families, encode::families_block);
    records(&mut out, Table::Events, register.event_slots(), &dirty.events);
    records(&mut out, Table::Decisions, register.decision_slots(), &dirty.decisions);
    records(&mut out, Table::Helps, register.help_slots(), &dirty.helps);
    // A paper may be large, a map for one: each is a block of its own.
    blocks(&mut out, Table::Papers, 1, register.paper_slots(), &dirty.papers, encode::records_block);
    out
}

fn records<R: Record>(out: &mut Vec<Write>, table: Table, items: &[R], dirty: &std::collections::BTreeSet<u32>) {
    blocks(out, table, RECORDS_PER_BLOCK, items, dirty, encode::records_block);
}

fn blocks<T>(
    out: &mut Vec<Write>,
    table: Table,
    size: u32,
    items: &[T],
    dirty: &std::collections::BTreeSet<u32>,
    encode: impl Fn(&[T]) -> Vec<u8>,
) {
    let mut last = None;
    for key in dirty.iter().map(|slot| slot / size) {
        if last == Some(key) {
            continue;
        }
        last = Some(key);
        let from = (key * size) as usize;
        let to = (from + size as usize).min(items.len());
        out.push(Write { table, key, value: Some(encode(&items[from..to])) });
    }
}

/// Loads the register and the device's memory. An empty store gives an empty register and no memory.
pub async fn load(store: &impl Store) -> Result<(Register, Option<Meta>), EngineError> {
    let meta: Option<Meta> = match store.read(Table::Meta, Keys::All).await?.into_iter().find(|(key, _)| *key == 0) {
        Some((_, bytes)) => Some(super::codec::decode(&bytes).ok_or(EngineError::DamagedData)?),
        None => None,
    };
    if meta.as_ref().is_some_and(|meta| meta.schema > SCHEMA) {
        return Err(EngineError::NewerData);
    }
    let profile = match store.read(Table::Profile, Keys::All).await?.into_iter().next() {
        Some((_, bytes)) => encode::read_records::<Profile>(&bytes)?.into_iter().next().unwrap_or_default(),
        None => Profile::default(),
    };
    let events = read_records(store, Table::Events).await?;
    let decisions = read_records(store, Table::Decisions).await?;
    let helps = read_records(store, Table::Helps).await?;
    let papers = read_records(store, Table::Papers).await?;
    let mut register = Register::from_parts(profile, Vec::new(), events, decisions, helps, papers);
    let mut read = Ok(());
    let mut add = |bytes: &[u8]| match encode::read_families(bytes) {
        Ok(families) => register.extend_families(families),
        Err(error) => read = Err(error),
    };
    store.scan(Table::Families, &mut add).await?;
    read?;
    Ok((register, meta))
}

async fn read_records<R: Record>(store: &impl Store, table: Table) -> Result<Vec<R>, EngineError> {
    let mut out = Ok(Vec::new());
    let mut add = |bytes: &[u8]| match (encode::read_records::<R>(bytes), &mut out) {
        (Ok(records), Ok(out)) => out.extend(records),
        (Err(error), out) => *out = Err(error),
        _ => {}
    };
    store.scan(table, &mut add).await?;
    Ok(out?)
}

/// The memory of a device that begins now.
pub fn new_meta(device: Id) -> Meta {
    Meta { schema: SCHEMA, stamp: Stamp { device, ..Stamp::default() }, ..Meta::default() }
}
