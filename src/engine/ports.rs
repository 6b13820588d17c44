//! Ports of the engine: what it needs of the world. Each has a twin without a browser in `store` or here.

use crate::base::Date;

/// A table of the store; keys are numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Device identity, schema, clock, preferences of the engine.
    Meta,
    /// The village profile (key 0).
    Profile,
    /// Blocks of families.
    Families,
    /// Blocks of vital events.
    Events,
    /// Blocks of decisions on findings.
    Decisions,
    /// Blocks of help given.
    Helps,
    /// Papers of the village, one a block.
    Papers,
    /// The log: one value an act, keyed in order.
    Acts,
    /// Files imported and column mappings remembered.
    Files,
}

impl Table {
    /// All tables.
    pub const ALL: [Table; 9] = [
        Table::Meta,
        Table::Profile,
        Table::Families,
        Table::Events,
        Table::Decisions,
        Table::Helps,
        Table::Papers,
        Table::Acts,
        Table::Files,
    ];

    /// Name in storage.
    pub fn name(self) -> &'static str {
        match self {
            Table::Meta => "meta",
            Table::Profile => "profile",
            Table::Families => "families",
            Table::Events => "events",
            Table::Decisions => "decisions",
            Table::Helps => "helps",
            Table::Papers => "papers",
            Table::Acts => "acts",
            Table::Files => "files",
        }
    }
}

/// One write of a transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// Table.
    pub table: Table,
    /// Key.
    pub key: u32,
    /// The new value; nothing deletes the key.
    pub value: Option<Vec<u8>>,
}

/// Why the store did not do as asked. What was stored before stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The device is full (also an abort near a full disk).
    Full,
    /// The database was lost or closed, also after reopening.
    Lost,
    /// This browser has no database for us (private mode, or switched off).
    Unavailable,
    /// A newer version of the software made the database.
    Newer,
}

/// Keys to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// All, in order.
    All,
    /// From here on, in order.
    From(u32),
    /// The last `n`, the newest first.
    Last(u32),
}

/// Durable storage: tables of numbered values; a commit is whole or not at all.
#[allow(async_fn_in_trait)]
pub trait Store {
    /// Reads values of a table.
    async fn read(&self, table: Table, keys: Keys) -> Result<Vec<(u32, Vec<u8>)>, StoreError>;
    /// Calls `each` with every value of a table, in order, while the rest is still on its way.
    async fn scan(&self, table: Table, each: &mut dyn FnMut(&[u8])) -> Result<(), StoreError>;
    /// Writes all or nothing; returns after the transaction is durable.
    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError>;
    /// Empties every table.
    async fn erase(&self) -> Result<(), StoreError>;
}

/// The time.
pub trait Clock {
    /// Milliseconds since 1970 (UTC).
    fn now_ms(&self) -> u64;
    /// Today in the user's time zone.
    fn today(&self) -> Date;
}

/// Randomness for identities.
pub trait Random {
    /// Ten random bytes.
    fn ten(&self) -> [u8; 10];
}

/// Whether work should go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    Go,
    /// The user cancelled.
    Stop,
}

/// Long work tells how far it is and lets others breathe: the worker takes a cancel in between.
#[allow(async_fn_in_trait)]
pub trait Pulse {
    /// Call every few hundred rows; `done` of `total` steps of `what`. Yields to the event loop when it is time.
    async fn beat(&self, what: &'static str, done: u32, total: u32) -> Flow;
}

/// Files of the site that the engine needs on demand (region codes).
#[allow(async_fn_in_trait)]
pub trait Assets {
    /// A file by its path under the site's root; nothing where it cannot be had now.
    async fn get(&self, path: &str) -> Option<Vec<u8>>;
}

/// The world, as the engine sees it.
pub trait Ports {
    /// Its store.
    type Store: Store;
    /// Its pulse.
    type Pulse: Pulse;
    /// Its assets.
    type Assets: Assets;
    /// The store.
    fn store(&self) -> &Self::Store;
    /// The pulse.
    fn pulse(&self) -> &Self::Pulse;
    /// The site's files.
    fn assets(&self) -> &Self::Assets;
    /// The clock.
    fn clock(&self) -> &dyn Clock;
    /// Randomness.
    fn random(&self) -> &dyn Random;
}
