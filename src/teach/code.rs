//! Letters that people can read out: Crockford's base 32 (digits and capital letters without I, L, O, U), which a QR code
//! also holds in its dense alphanumeric form, and a checksum over bytes.

use super::PacketError;
use serde::{Deserialize, Serialize};
use std::fmt;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters of a session's code.
const N_CODE: u32 = 6;

/// Names a session among others: six letters, drawn when the session is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SessionCode(u32);

impl SessionCode {
    /// The code that a drawn number makes.
    pub fn drawn(number: u32) -> SessionCode {
        SessionCode(number & ((1 << (5 * N_CODE)) - 1))
    }

    /// The code that was typed or stands in an address.
    pub fn parse(text: &str) -> Option<SessionCode> {
        let letters: Option<Vec<u8>> = letters_of(text).collect();
        let letters = letters.filter(|letters| letters.len() == N_CODE as usize)?;
        Some(SessionCode(letters.iter().fold(0, |number, letter| number << 5 | u32::from(*letter))))
    }

    /// As a number below 2³⁰.
    pub fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for SessionCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..N_CODE).rev() {
            write!(out, "{}", char::from(LETTERS[(self.0 >> (5 * place) & 31) as usize]))?;
        }
        Ok(())
    }
}

impl From<SessionCode> for String {
    fn from(code: SessionCode) -> String {
        code.to_string()
    }
}

impl TryFrom<String> for SessionCode {
    type Error = &'static str;

    fn try_from(text: String) -> Result<SessionCode, &'static str> {
        SessionCode::parse(&text).ok_or("a session's code has six letters or digits")
    }
}

/// The value of each letter of a text; nothing for what is no letter of the alphabet. Spaces, hyphens and line ends do not
/// count, small letters do, and the letters that look like digits are read as those.
pub(super) fn letters_of(text: &str) -> impl Iterator<Item = Option<u8>> {
    text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '.' | '\u{200b}' | '\u{feff}')).map(
        |letter| {
            let plain = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            LETTERS.iter().position(|known| char::from(*known) == plain).map(|place| place as u8)
        },
    )
}

/// Letters for values below 32.
pub(super) fn text_of(values: impl IntoIterator<Item = u8>) -> String {
    values.into_iter().map(|value| char::from(LETTERS[usize::from(value & 31)])).collect()
}

/// Bytes as letters, five bits each; the last letter is filled with zeros.
pub fn encode(bytes: &[u8]) -> String {
    let bit = |n: usize| bytes.get(n / 8).map_or(0, |byte| byte >> (7 - n % 8) & 1);
    text_of(
        (0..(bytes.len() * 8).div_ceil(5)).map(|letter| (0..5).fold(0, |value, n| value << 1 | bit(letter * 5 + n))),
    )
}

/// Letters back to bytes.
pub fn decode(text: &str) -> Result<Vec<u8>, PacketError> {
    let letters: Option<Vec<u8>> = letters_of(text).collect();
    let letters = letters.ok_or(PacketError::NotOurs)?;
    let bit = |n: usize| letters[n / 5] >> (4 - n % 5) & 1;
    Ok((0..letters.len() * 5 / 8).map(|byte| (0..8).fold(0, |value, n| value << 1 | bit(byte * 8 + n))).collect())
}

/// CRC-32 (ISO 3309), as ZIP and PNG use it.
pub fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn letters_come_back_as_bytes_however_they_were_typed() {
        for n in 0..40u8 {
            let bytes: Vec<u8> = (0..n).map(|i| i.wrapping_mul(37).wrapping_add(n)).collect();
            assert_eq!(decode(&encode(&bytes)), Ok(bytes));
        }
        assert_eq!(decode("91IM-pr o2"), decode("911MPR02"));
        assert_eq!(decode("http://x"), Err(PacketError::NotOurs));
    }

    #[test]
    fn a_code_is_six_letters() {
        let code = SessionCode::drawn(0x3fff_fffe);
        assert_eq!(code.to_string(), "ZZZZZY");
        assert_eq!(SessionCode::parse("zzz zzy"), Some(code));
        assert_eq!(SessionCode::parse("zzzzz"), None);
        assert_eq!(SessionCode::drawn(u32::MAX).number(), (1 << 30) - 1);
    }
}
