//! A share that never loses its numerator and denominator.

use serde::{Deserialize, Serialize};

/// A number of cases out of a number of cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Cases that have the property.
    pub numerator: u32,
    /// Cases that could have it.
    pub denominator: u32,
}

impl Share {
    /// `numerator ÷ denominator × per`; nothing where the denominator is zero.
    pub fn times(&self, per: f64) -> Option<f64> {
        (self.denominator > 0).then(|| f64::from(self.numerator) / f64::from(self.denominator) * per)
    }
}
