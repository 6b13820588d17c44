//! A value of any field, as it travels: in requests, in the log of changes, in stored records. Rooms that compute use the
//! typed fields of `Person` and `Family`; this form is for the edges.

use super::{Answer, Date, Id};
use serde::{Deserialize, Serialize};

/// A field's value, or the reason why there is none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Nobody has answered yet.
    #[default]
    Missing,
    /// Text as written.
    Text(String),
    /// A whole number in the field's unit.
    Number(i32),
    /// A decimal number in the field's unit.
    Decimal(f64),
    /// A date, partly known or whole.
    Date(Date),
    /// The stable number of a code in the field's code list (not a number of any form edition).
    Code(u8),
    /// Another record.
    Link(Id),
    /// Asked; does not know.
    Unknown,
    /// Asked; did not want to say.
    Refused,
    /// Does not apply.
    NotApplicable,
}

impl Value {
    /// True where nobody has answered yet.
    pub fn is_missing(&self) -> bool {
        matches!(self, Value::Missing)
    }
}

/// Words in data packages and workbooks for the three reasons why an answer is absent; see [`Answer`].
pub const UNKNOWN: &str = "tidak_tahu";
/// See [`UNKNOWN`].
pub const REFUSED: &str = "menolak";
/// See [`UNKNOWN`].
pub const NOT_APPLICABLE: &str = "tidak_berlaku";

/// What a field holds, told to forms, imports and schemas.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Free text.
    Text,
    /// Sixteen digits kept as text (NIK, No. KK).
    Digits,
    /// A whole number.
    Number,
    /// A decimal number.
    Decimal,
    /// A date.
    Date,
    /// A code of this list.
    Code(&'static super::codes::List),
    /// A member of the same family.
    Member,
}

/// A type that a field can hold.
pub trait FieldType: Sized {
    /// How the field is asked and stored.
    const KIND: Kind;
    /// To the form that travels.
    fn wrap(&self) -> Value;
    /// From the form that travels; nothing where the value is of another kind.
    fn unwrap_value(value: Value) -> Option<Self>;
}

impl FieldType for String {
    const KIND: Kind = Kind::Text;
    fn wrap(&self) -> Value {
        Value::Text(self.clone())
    }
    fn unwrap_value(value: Value) -> Option<Self> {
        if let Value::Text(text) = value { Some(text) } else { None }
    }
}

impl FieldType for i32 {
    const KIND: Kind = Kind::Number;
    fn wrap(&self) -> Value {
        Value::Number(*self)
    }
    fn unwrap_value(value: Value) -> Option<Self> {
        if let Value::Number(number) = value { Some(number) } else { None }
    }
}

impl FieldType for f64 {
    const KIND: Kind = Kind::Decimal;
    fn wrap(&self) -> Value {
        Value::Decimal(*self)
    }
    fn unwrap_value(value: Value) -> Option<Self> {
        match value {
            Value::Decimal(number) => Some(number),
            Value::Number(number) => Some(f64::from(number)),
            _ => None,
        }
    }
}

impl FieldType for Date {
    const KIND: Kind = Kind::Date;
    fn wrap(&self) -> Value {
        Value::Date(*self)
    }
    fn unwrap_value(value: Value) -> Option<Self> {
        if let Value::Date(date) = value { Some(date) } else { None }
    }
}

impl FieldType for Id {
    const KIND: Kind = Kind::Member;
    fn wrap(&self) -> Value {
        Value::Link(*self)
    }
    fn unwrap_value(value: Value) -> Option<Self> {
        if let Value::Link(id) = value { Some(id) } else { None }
    }
}

impl<T: FieldType> Answer<T> {
    /// To the form that travels.
    pub fn to_value(&self) -> Value {
        match self {
            Answer::Missing => Value::Missing,
            Answer::Known(value) => value.wrap(),
            Answer::Unknown => Value::Unknown,
            Answer::Refused => Value::Refused,
            Answer::NotApplicable => Value::NotApplicable,
        }
    }

    /// From the form that travels; nothing where the value is of another kind.
    pub fn from_value(value: Value) -> Option<Answer<T>> {
        Some(match value {
            Value::Missing => Answer::Missing,
            Value::Unknown => Answer::Unknown,
            Value::Refused => Answer::Refused,
            Value::NotApplicable => Answer::NotApplicable,
            other => Answer::Known(T::unwrap_value(other)?),
        })
    }
}
