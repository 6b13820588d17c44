//! Identity of a record: a UUIDv7 of its own. NIK and No. KK are attributes, never keys.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Identity of a family, person, event, act or device (UUIDv7, 16 bytes).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(pub uuid::Uuid);

impl Id {
    /// Makes an id from a time in milliseconds since 1970 (UTC) and ten random bytes.
    pub fn new(unix_ms: u64, random: [u8; 10]) -> Id {
        Id(uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid())
    }

    /// The sixteen bytes.
    pub fn bytes(&self) -> [u8; 16] {
        *self.0.as_bytes()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = ();

    fn from_str(text: &str) -> Result<Id, ()> {
        text.parse().map(Id).map_err(|_| ())
    }
}
