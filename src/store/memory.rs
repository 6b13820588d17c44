//! A store in memory, and a world without a browser: for native tests and for `rdk`.

use crate::base::Date;
use crate::engine::ports::*;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// Values by table and key.
type Rows = BTreeMap<(Table, u32), Vec<u8>>;

/// Tables in memory; a commit is whole or not at all. A shared handle shows the same tables, as a second tab does.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    tables: std::rc::Rc<RefCell<Rows>>,
    /// The next commits fail with this, as a full disk does.
    pub failing: std::rc::Rc<RefCell<Option<StoreError>>>,
}

impl Store for MemoryStore {
    async fn read(&self, table: Table, keys: Keys) -> Result<Vec<(u32, Vec<u8>)>, StoreError> {
        let tables = self.tables.borrow();
        let from = if let Keys::From(key) = keys { key } else { 0 };
        let all = tables.range((table, from)..=(table, u32::MAX)).map(|((_, key), value)| (*key, value.clone()));
        Ok(match keys {
            Keys::Last(n) => all.rev().take(n as usize).collect(),
            _ => all.collect(),
        })
    }

    async fn scan(&self, table: Table, each: &mut dyn FnMut(&[u8])) -> Result<(), StoreError> {
        self.tables.borrow().range((table, 0)..=(table, u32::MAX)).for_each(|(_, value)| each(value));
        Ok(())
    }

    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        if let Some(error) = self.failing.borrow().clone() {
            return Err(error);
        }
        let mut tables = self.tables.borrow_mut();
        for write in writes {
            match write.value {
                Some(value) => tables.insert((write.table, write.key), value),
                None => tables.remove(&(write.table, write.key)),
            };
        }
        Ok(())
    }

    async fn erase(&self) -> Result<(), StoreError> {
        self.tables.borrow_mut().clear();
        Ok(())
    }
}

/// A world without a browser: memory, a clock that is told, randomness from a seed, files from a folder.
#[derive(Debug)]
pub struct MemoryPorts {
    /// The store.
    pub store: MemoryStore,
    /// Milliseconds since 1970; each look moves it by one.
    pub now_ms: Cell<u64>,
    seed: Cell<u64>,
    pulse: SilentPulse,
    /// The site's files.
    pub assets: FolderAssets,
}

impl MemoryPorts {
    /// A world whose clock starts at `now_ms`; `seed` makes identities repeatable.
    pub fn new(now_ms: u64, seed: u64) -> MemoryPorts {
        MemoryPorts {
            store: MemoryStore::default(),
            now_ms: Cell::new(now_ms),
            seed: Cell::new(seed),
            pulse: SilentPulse,
            assets: FolderAssets("public".into()),
        }
    }
}

impl Clock for MemoryPorts {
    fn now_ms(&self) -> u64 {
        self.now_ms.set(self.now_ms.get() + 1);
        self.now_ms.get()
    }
    fn today(&self) -> Date {
        Date::of_unix_ms(self.now_ms.get())
    }
}

impl Random for MemoryPorts {
    fn ten(&self) -> [u8; 10] {
        let next = || {
            let state = self.seed.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
            self.seed.set(state);
            let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        };
        let (a, b) = (next().to_le_bytes(), next().to_le_bytes());
        let mut out = [0; 10];
        out[..8].copy_from_slice(&a);
        out[8..].copy_from_slice(&b[..2]);
        out
    }
}

impl Ports for MemoryPorts {
    type Store = MemoryStore;
    type Pulse = SilentPulse;
    type Assets = FolderAssets;
    fn store(&self) -> &MemoryStore {
        &self.store
    }
    fn pulse(&self) -> &SilentPulse {
        &self.pulse
    }
    fn assets(&self) -> &FolderAssets {
        &self.assets
    }
    fn clock(&self) -> &dyn Clock {
        self
    }
    fn random(&self) -> &dyn Random {
        self
    }
}

/// Tells nobody and never stops.
#[derive(Debug)]
pub struct SilentPulse;

impl Pulse for SilentPulse {
    async fn beat(&self, _what: &'static str, _done: u32, _total: u32) -> Flow {
        Flow::Go
    }
}

/// Files of a folder.
#[derive(Debug)]
pub struct FolderAssets(pub std::path::PathBuf);

impl Assets for FolderAssets {
    async fn get(&self, path: &str) -> Option<Vec<u8>> {
        std::fs::read(self.0.join(path)).ok()
    }
}

/// Runs a future of an engine over memory to its end: its ports are always ready.
pub fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}
