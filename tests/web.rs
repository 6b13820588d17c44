//! What only a browser can show: the engine's store on IndexedDB, and figures that come out as they do natively.
//! Run by `scripts/test` in Chromium; natively this file is empty.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

#[path = "figures.rs"]
mod figures;

use rumah_dataku::base::Date;
use rumah_dataku::engine::ports::{Keys, Store, Table, Write};
use rumah_dataku::lang::{Lang, number};
use rumah_dataku::store::indexed_db::IndexedDb;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn date(year: i16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).unwrap()
}

#[wasm_bindgen_test]
fn ages_and_figures_are_as_natively() {
    assert_eq!(date(2000, 2, 29).years_until(date(2025, 2, 28)), 24);
    assert_eq!(date(2000, 2, 29).days_until(date(2000, 3, 1)), 1);
    assert_eq!(number::decimal(Lang::Id, 1234.45, 1), "1.234,5");
    assert_eq!(number::whole(Lang::En, 83_762), "83,762");
}

#[wasm_bindgen_test]
fn indicators_are_as_natively() {
    let text = figures::figures();
    assert_eq!(figures::fingerprint(&text), figures::FINGERPRINT, "{text}");
}

fn put(key: u32, value: &[u8]) -> Write {
    Write { table: Table::Families, key, value: Some(value.to_vec()) }
}

#[wasm_bindgen_test]
async fn a_commit_is_there_for_the_next_connection() {
    let name = "test-commit";
    let store = IndexedDb::new(name);
    store.erase().await.unwrap();
    store.commit(vec![put(2, b"two"), put(1, b"one"), put(3, b"three")]).await.unwrap();
    store.commit(vec![Write { table: Table::Families, key: 3, value: None }]).await.unwrap();

    let again = IndexedDb::new(name);
    let all = again.read(Table::Families, Keys::All).await.unwrap();
    assert_eq!(all, [(1, b"one".to_vec()), (2, b"two".to_vec())]);
    assert_eq!(again.read(Table::Families, Keys::Last(1)).await.unwrap(), [(2, b"two".to_vec())]);
    assert_eq!(again.read(Table::Families, Keys::From(2)).await.unwrap(), [(2, b"two".to_vec())]);
    assert_eq!(again.read(Table::Acts, Keys::All).await.unwrap(), []);

    again.erase().await.unwrap();
    assert_eq!(store.read(Table::Families, Keys::All).await.unwrap(), []);
}
