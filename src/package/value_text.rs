//! Values as the text of a cell, and back. An absent answer is written in a word (`tidak_tahu`, `menolak`,
//! `tidak_berlaku`), a missing one is an empty cell; a text that happens to be such a word gets an apostrophe before it.

use crate::base::value::{Kind, NOT_APPLICABLE, REFUSED, UNKNOWN};
use crate::base::{Date, Value};
use std::borrow::Cow;

/// The words that stand for no answer.
pub const ABSENT: [&str; 3] = [UNKNOWN, REFUSED, NOT_APPLICABLE];

/// A value as the text of a cell.
pub fn to_text(kind: Kind, value: &Value) -> Cow<'_, str> {
    match value {
        Value::Missing => Cow::Borrowed(""),
        Value::Unknown => Cow::Borrowed(UNKNOWN),
        Value::Refused => Cow::Borrowed(REFUSED),
        Value::NotApplicable => Cow::Borrowed(NOT_APPLICABLE),
        Value::Text(text) if is_guarded(text) => Cow::Owned(format!("'{text}")),
        Value::Text(text) => Cow::Borrowed(text),
        Value::Number(number) => Cow::Owned(number.to_string()),
        Value::Decimal(number) => Cow::Owned(number.to_string()),
        Value::Date(date) => Cow::Owned(date.to_string()),
        Value::Link(id) => Cow::Owned(id.to_string()),
        Value::Code(number) => match kind {
            Kind::Code(list) => match list.by_number(*number) {
                Some(row) => Cow::Borrowed(row.key),
                None => Cow::Owned(number.to_string()),
            },
            _ => Cow::Owned(number.to_string()),
        },
    }
}

/// The value of a cell; nothing where the text is no value of this kind.
pub fn from_text(kind: Kind, text: &str) -> Option<Value> {
    Some(match text {
        "" => Value::Missing,
        UNKNOWN => Value::Unknown,
        REFUSED => Value::Refused,
        NOT_APPLICABLE => Value::NotApplicable,
        _ => match kind {
            Kind::Text | Kind::Digits => {
                let plain = text.strip_prefix('\'').filter(|rest| is_guarded(rest));
                Value::Text(plain.unwrap_or(text).to_owned())
            }
            Kind::Number => Value::Number(text.parse().ok()?),
            Kind::Decimal => Value::Decimal(text.parse().ok()?),
            Kind::Date => Value::Date(Date::parse_iso(text)?),
            Kind::Member => Value::Link(text.parse().ok()?),
            Kind::Code(list) => match list.by_key(text) {
                Some(row) => Value::Code(row.number),
                None => Value::Code(text.parse().ok()?),
            },
        },
    })
}

/// True for the reserved words, with any number of apostrophes before them.
fn is_guarded(text: &str) -> bool {
    ABSENT.contains(&text.trim_start_matches('\''))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::CodeList;
    use crate::base::codes::Water;

    #[test]
    fn values_go_there_and_back() {
        let text = |text: &str| Value::Text(text.into());
        let date = |text: &str| Value::Date(Date::parse_iso(text).unwrap());
        for (kind, value, written) in [
            (Kind::Text, text("Norhayati, \"Aluh\""), "Norhayati, \"Aluh\""),
            (Kind::Text, text("menolak"), "'menolak"),
            (Kind::Text, text("''menolak"), "'''menolak"),
            (Kind::Text, text("'ain"), "'ain"),
            (Kind::Digits, text("0304150101900001"), "0304150101900001"),
            (Kind::Text, Value::Refused, "menolak"),
            (Kind::Number, Value::Number(-3), "-3"),
            (Kind::Decimal, Value::Decimal(36.5), "36.5"),
            (Kind::Date, date("1990-05"), "1990-05"),
            (Kind::Code(Water::LIST), Value::Code(Water::Surface.number()), "air_permukaan"),
            (Kind::Code(Water::LIST), Value::Code(250), "250"),
            (Kind::Member, Value::Missing, ""),
        ] {
            assert_eq!(to_text(kind, &value), written);
            assert_eq!(from_text(kind, written), Some(value), "{written}");
        }
        assert_eq!(from_text(Kind::Number, "tiga"), None);
    }
}
