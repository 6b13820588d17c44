//! The store in the browser: IndexedDB, one object store a table, every commit with strict durability. A lost connection is
//! reopened once before a retry; an abort without another reason near a full disk counts as full.
//!
//! Invariant: nothing but requests of the transaction is awaited inside a transaction.

use crate::engine::ports::{Keys, Store, StoreError, Table, Write};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

const VERSION: u32 = 2;
/// Values fetched at once when a table is read from end to end.
const PIECE: u32 = 64;

/// The database of this site.
#[derive(Debug)]
pub struct IndexedDb {
    name: String,
    open: RefCell<Option<IdbDatabase>>,
}

impl IndexedDb {
    /// A database by name; opened on first use.
    pub fn new(name: &str) -> IndexedDb {
        IndexedDb { name: name.to_owned(), open: RefCell::new(None) }
    }

    async fn database(&self) -> Result<IdbDatabase, StoreError> {
        if let Some(database) = self.open.borrow().clone() {
            return Ok(database);
        }
        let request =
            factory().and_then(|f| f.open_with_u32(&self.name, VERSION).ok()).ok_or(StoreError::Unavailable)?;
        let upgrade = Closure::once_into_js({
            let request = request.clone();
            move || {
                let database: IdbDatabase = request.result().unwrap_or(JsValue::NULL).unchecked_into();
                for table in Table::ALL {
                    let _ = database.create_object_store(table.name());
                }
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase =
            JsFuture::from(opened(&request)).await.map_err(|e| open_error(&e))?.unchecked_into();
        // Another tab with a newer version may need to upgrade: let go, and reopen when asked again.
        let closing = Closure::once_into_js({
            let database = database.clone();
            move || database.close()
        });
        database.set_onversionchange(Some(closing.unchecked_ref()));
        *self.open.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    /// Begins a transaction; where the connection was lost, reopens the database once.
    async fn transaction(&self, tables: &Array, mode: &str) -> Result<IdbTransaction, StoreError> {
        for attempt in 0..2 {
            let database = self.database().await?;
            let begin: Function = get(&database, "transaction").unchecked_into();
            let options = Object::new();
            let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
            match begin.call3(&database, tables, &mode.into(), &options) {
                Ok(transaction) => return Ok(transaction.unchecked_into()),
                Err(_) if attempt == 0 => *self.open.borrow_mut() = None,
                Err(_) => break,
            }
        }
        Err(StoreError::Lost)
    }
}

impl Store for IndexedDb {
    async fn read(&self, table: Table, keys: Keys) -> Result<Vec<(u32, Vec<u8>)>, StoreError> {
        let transaction = self.transaction(&Array::of1(&table.name().into()), "readonly").await?;
        let store = transaction.object_store(table.name()).map_err(|_| StoreError::Lost)?;
        let lost = |_: JsValue| StoreError::Lost;
        if let Keys::Last(n) = keys {
            return last(&store, n).await;
        }
        let range = match keys {
            Keys::From(key) => IdbKeyRange::lower_bound(&key.into()).map_err(lost)?.into(),
            _ => JsValue::UNDEFINED,
        };
        let keys = store.get_all_keys_with_key(&range).map_err(lost)?;
        let values = store.get_all_with_key(&range).map_err(lost)?;
        let (keys, values) = (done(&keys), done(&values));
        let keys: Array = JsFuture::from(keys).await.map_err(lost)?.unchecked_into();
        let values: Array = JsFuture::from(values).await.map_err(lost)?.unchecked_into();
        Ok(keys.iter().zip(values.iter()).map(|(key, value)| (number(&key), bytes(&value))).collect())
    }

    async fn scan(&self, table: Table, each: &mut dyn FnMut(&[u8])) -> Result<(), StoreError> {
        let transaction = self.transaction(&Array::of1(&table.name().into()), "readonly").await?;
        let store = transaction.object_store(table.name()).map_err(|_| StoreError::Lost)?;
        let lost = |_: JsValue| StoreError::Lost;
        let keys: Array =
            JsFuture::from(done(&store.get_all_keys().map_err(lost)?)).await.map_err(lost)?.unchecked_into();
        // All pieces are asked for at once: one is read here while the next is fetched.
        let mut pieces = Vec::new();
        for first in (0..keys.length()).step_by(PIECE as usize) {
            let last = (first + PIECE).min(keys.length()) - 1;
            let range = IdbKeyRange::bound(&keys.get(first), &keys.get(last)).map_err(lost)?;
            pieces.push(done(&store.get_all_with_key(&range).map_err(lost)?));
        }
        let mut value = Vec::new();
        for piece in pieces {
            let values: Array = JsFuture::from(piece).await.map_err(lost)?.unchecked_into();
            for bytes in values.iter() {
                let bytes = Uint8Array::new(&bytes);
                value.resize(bytes.length() as usize, 0);
                bytes.copy_to(&mut value);
                each(&value);
            }
        }
        Ok(())
    }

    async fn commit(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        let mut tables: Vec<Table> = writes.iter().map(|write| write.table).collect();
        tables.sort();
        tables.dedup();
        let names: Array = tables.iter().map(|table| JsValue::from(table.name())).collect();
        let transaction = self.transaction(&names, "readwrite").await?;
        let finished = completed(&transaction);
        for write in writes {
            let Ok(store) = transaction.object_store(write.table.name()) else { continue };
            let key = JsValue::from(write.key);
            let result = match write.value {
                Some(value) => store.put_with_key(&Uint8Array::from(value.as_slice()), &key),
                None => store.delete(&key),
            };
            if result.is_err() {
                let _ = transaction.abort();
                break;
            }
        }
        JsFuture::from(finished).await.map(|_| ()).map_err(|error| {
            if error.as_string().as_deref() == Some("lost") {
                *self.open.borrow_mut() = None;
                StoreError::Lost
            } else {
                StoreError::Full
            }
        })
    }

    async fn erase(&self) -> Result<(), StoreError> {
        let names: Array = Table::ALL.iter().map(|table| JsValue::from(table.name())).collect();
        let transaction = self.transaction(&names, "readwrite").await?;
        let finished = completed(&transaction);
        for table in Table::ALL {
            if let Ok(store) = transaction.object_store(table.name()) {
                let _ = store.clear();
            }
        }
        JsFuture::from(finished).await.map(|_| ()).map_err(|_| StoreError::Lost)
    }
}

async fn last(store: &IdbObjectStore, n: u32) -> Result<Vec<(u32, Vec<u8>)>, StoreError> {
    let lost = |_: JsValue| StoreError::Lost;
    let keys: Array = JsFuture::from(done(&store.get_all_keys().map_err(lost)?)).await.map_err(lost)?.unchecked_into();
    let first = keys.length().saturating_sub(n);
    let wanted: Vec<_> = (first..keys.length()).map(|at| keys.get(at)).collect();
    let Some(from) = wanted.first() else { return Ok(Vec::new()) };
    let range = IdbKeyRange::lower_bound(from).map_err(lost)?;
    let values: Array =
        JsFuture::from(done(&store.get_all_with_key(&range).map_err(lost)?)).await.map_err(lost)?.unchecked_into();
    let mut rows: Vec<_> = wanted.iter().zip(values.iter()).map(|(key, value)| (number(key), bytes(&value))).collect();
    rows.reverse();
    Ok(rows)
}

/// The database factory of a worker or a page.
fn factory() -> Option<IdbFactory> {
    let factory = get(&js_sys::global(), "indexedDB");
    (!factory.is_undefined() && !factory.is_null()).then(|| factory.unchecked_into())
}

fn get(target: &JsValue, name: &str) -> JsValue {
    Reflect::get(target, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn number(key: &JsValue) -> u32 {
    key.as_f64().unwrap_or(0.0) as u32
}

fn bytes(value: &JsValue) -> Vec<u8> {
    Uint8Array::new(value).to_vec()
}

/// The name of a request's or transaction's error.
fn error_name(target: &JsValue) -> JsValue {
    let error = get(target, "error");
    if error.is_null() || error.is_undefined() { JsValue::UNDEFINED } else { get(&error, "name") }
}

fn open_error(name: &JsValue) -> StoreError {
    match name.as_string().as_deref() {
        Some("VersionError") => StoreError::Newer,
        Some("QuotaExceededError" | "AbortError") => StoreError::Full,
        _ => StoreError::Unavailable,
    }
}

fn settle(target: &JsValue, good: &str, bad: &[&str], result: impl Fn(&JsValue) -> JsValue + 'static) -> Promise {
    let target = target.clone();
    Promise::new(&mut |resolve, reject| {
        let on_good = Closure::once_into_js({
            let target = target.clone();
            let value = result(&JsValue::NULL);
            move || {
                let value = if value.is_null() { get(&target, "result") } else { value };
                let _ = resolve.call1(&JsValue::UNDEFINED, &value);
            }
        });
        let _ = Reflect::set(&target, &good.into(), &on_good);
        for name in bad {
            let on_bad = Closure::once_into_js({
                let (target, reject) = (target.clone(), reject.clone());
                move || {
                    let _ = reject.call1(&JsValue::UNDEFINED, &error_name(&target));
                }
            });
            let _ = Reflect::set(&target, &(*name).into(), &on_bad);
        }
    })
}

/// The result of a request.
fn done(request: &IdbRequest) -> Promise {
    settle(request, "onsuccess", &["onerror"], |_| JsValue::NULL)
}

/// The database of an open request.
fn opened(request: &IdbOpenDbRequest) -> Promise {
    settle(request, "onsuccess", &["onerror", "onblocked"], |_| JsValue::NULL)
}

/// The completion of a transaction: rejected with "lost" where the connection went, with the error's name otherwise.
fn completed(transaction: &IdbTransaction) -> Promise {
    settle(transaction, "oncomplete", &["onabort"], |_| JsValue::TRUE)
}
