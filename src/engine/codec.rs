//! The codec between page and worker: a compact binary form, the same on both sides of the wall.

use serde::{Serialize, de::DeserializeOwned};

/// To bytes. The types of the protocol always fit; an empty message is refused on the other side.
pub fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// From bytes; nothing where they are no such message.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
