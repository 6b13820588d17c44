//! Stand-in for `encoding_rs`, taken by `[patch.crates-io]` in the house's Cargo.toml.
//!
//! calamine and quick-xml know the whole of `encoding_rs`, whose tables of East Asian encodings are a quarter of the
//! engine's bytes. The parts of an XLSX file are UTF-8 or UTF-16 (ECMA-376 part 2), and CSV text is read by `import::source`
//! without this crate. So the same door stands here with UTF-8 and UTF-16 behind it; what is in any other encoding keeps
//! its ASCII and is told as faulty, never guessed.

use std::borrow::Cow;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Utf8,
    Utf16 { big: bool },
    Other,
}

/// An encoding of text.
#[derive(Debug, PartialEq, Eq)]
pub struct Encoding {
    name: &'static str,
    kind: Kind,
}

macro_rules! encodings {
    ($( $init:ident $name:ident = $label:literal, $kind:expr; )+) => { $(
        #[doc = $label]
        pub static $init: Encoding = Encoding { name: $label, kind: $kind };
        #[doc = $label]
        pub static $name: &Encoding = &$init;
    )+ };
}

encodings! {
    UTF_8_INIT UTF_8 = "UTF-8", Kind::Utf8;
    UTF_16LE_INIT UTF_16LE = "UTF-16LE", Kind::Utf16 { big: false };
    UTF_16BE_INIT UTF_16BE = "UTF-16BE", Kind::Utf16 { big: true };
    BIG5_INIT BIG5 = "Big5", Kind::Other;
    EUC_JP_INIT EUC_JP = "EUC-JP", Kind::Other;
    EUC_KR_INIT EUC_KR = "EUC-KR", Kind::Other;
    GB18030_INIT GB18030 = "gb18030", Kind::Other;
    GBK_INIT GBK = "GBK", Kind::Other;
    IBM866_INIT IBM866 = "IBM866", Kind::Other;
    ISO_2022_JP_INIT ISO_2022_JP = "ISO-2022-JP", Kind::Other;
    ISO_8859_10_INIT ISO_8859_10 = "ISO-8859-10", Kind::Other;
    ISO_8859_13_INIT ISO_8859_13 = "ISO-8859-13", Kind::Other;
    ISO_8859_14_INIT ISO_8859_14 = "ISO-8859-14", Kind::Other;
    ISO_8859_15_INIT ISO_8859_15 = "ISO-8859-15", Kind::Other;
    ISO_8859_16_INIT ISO_8859_16 = "ISO-8859-16", Kind::Other;
    ISO_8859_2_INIT ISO_8859_2 = "ISO-8859-2", Kind::Other;
    ISO_8859_3_INIT ISO_8859_3 = "ISO-8859-3", Kind::Other;
    ISO_8859_4_INIT ISO_8859_4 = "ISO-8859-4", Kind::Other;
    ISO_8859_5_INIT ISO_8859_5 = "ISO-8859-5", Kind::Other;
    ISO_8859_6_INIT ISO_8859_6 = "ISO-8859-6", Kind::Other;
    ISO_8859_7_INIT ISO_8859_7 = "ISO-8859-7", Kind::Other;
    ISO_8859_8_INIT ISO_8859_8 = "ISO-8859-8", Kind::Other;
    ISO_8859_8_I_INIT ISO_8859_8_I = "ISO-8859-8-I", Kind::Other;
    KOI8_R_INIT KOI8_R = "KOI8-R", Kind::Other;
    KOI8_U_INIT KOI8_U = "KOI8-U", Kind::Other;
    MACINTOSH_INIT MACINTOSH = "macintosh", Kind::Other;
    REPLACEMENT_INIT REPLACEMENT = "replacement", Kind::Other;
    SHIFT_JIS_INIT SHIFT_JIS = "Shift_JIS", Kind::Other;
    WINDOWS_1250_INIT WINDOWS_1250 = "windows-1250", Kind::Other;
    WINDOWS_1251_INIT WINDOWS_1251 = "windows-1251", Kind::Other;
    WINDOWS_1252_INIT WINDOWS_1252 = "windows-1252", Kind::Other;
    WINDOWS_1253_INIT WINDOWS_1253 = "windows-1253", Kind::Other;
    WINDOWS_1254_INIT WINDOWS_1254 = "windows-1254", Kind::Other;
    WINDOWS_1255_INIT WINDOWS_1255 = "windows-1255", Kind::Other;
    WINDOWS_1256_INIT WINDOWS_1256 = "windows-1256", Kind::Other;
    WINDOWS_1257_INIT WINDOWS_1257 = "windows-1257", Kind::Other;
    WINDOWS_1258_INIT WINDOWS_1258 = "windows-1258", Kind::Other;
    WINDOWS_874_INIT WINDOWS_874 = "windows-874", Kind::Other;
    X_MAC_CYRILLIC_INIT X_MAC_CYRILLIC = "x-mac-cyrillic", Kind::Other;
}

impl Encoding {
    /// The name of the encoding.
    pub fn name(&'static self) -> &'static str {
        self.name
    }

    /// The encoding that an XML declaration names; nothing where it is none of Unicode's.
    pub fn for_label(label: &[u8]) -> Option<&'static Encoding> {
        let label = label.trim_ascii().to_ascii_lowercase();
        match label.as_slice() {
            b"utf-8" | b"utf8" => Some(UTF_8),
            b"utf-16" | b"utf-16le" => Some(UTF_16LE),
            b"utf-16be" => Some(UTF_16BE),
            _ => None,
        }
    }

    /// The text with faults replaced, the encoding, and whether there were faults.
    pub fn decode<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, &'static Encoding, bool) {
        match self.decode_without_bom_handling_and_without_replacement(bytes) {
            Some(text) => (text, self, false),
            None => (self.replaced(bytes), self, true),
        }
    }

    /// The text; nothing where a byte does not fit.
    pub fn decode_without_bom_handling_and_without_replacement<'a>(
        &'static self,
        bytes: &'a [u8],
    ) -> Option<Cow<'a, str>> {
        match self.kind {
            Kind::Utf8 => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Kind::Utf16 { big } => {
                let text: Result<String, _> = char::decode_utf16(units(bytes, big)).collect();
                text.ok().filter(|_| bytes.len() % 2 == 0).map(Cow::Owned)
            }
            Kind::Other if bytes.is_ascii() => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Kind::Other => None,
        }
    }

    fn replaced<'a>(&self, bytes: &'a [u8]) -> Cow<'a, str> {
        let or_mark = |unit: Result<char, _>| unit.unwrap_or(char::REPLACEMENT_CHARACTER);
        match self.kind {
            Kind::Utf8 => String::from_utf8_lossy(bytes),
            Kind::Utf16 { big } => Cow::Owned(char::decode_utf16(units(bytes, big)).map(or_mark).collect()),
            Kind::Other => {
                let ascii = |byte: &u8| if byte.is_ascii() { char::from(*byte) } else { char::REPLACEMENT_CHARACTER };
                Cow::Owned(bytes.iter().map(ascii).collect())
            }
        }
    }

    /// A decoder of this encoding.
    pub fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder(self)
    }
}

fn units(bytes: &[u8], big: bool) -> impl Iterator<Item = u16> {
    let unit = move |pair: &[u8]| {
        if big { u16::from_be_bytes([pair[0], pair[1]]) } else { u16::from_le_bytes([pair[0], pair[1]]) }
    };
    bytes.chunks_exact(2).map(unit)
}

/// How decoding ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecoderResult {
    /// All input was taken.
    InputEmpty,
    /// There is no more room; this stand-in never says so.
    OutputFull,
    /// A byte does not fit.
    Malformed(u8, u8),
}

/// Decodes a text given whole. Pieces of a stream are refused: nothing in the house reads so.
#[derive(Debug)]
pub struct Decoder(&'static Encoding);

impl Decoder {
    /// Its encoding.
    pub fn encoding(&self) -> &'static Encoding {
        self.0
    }

    /// The most bytes of UTF-8 that so many bytes can become.
    pub fn max_utf8_buffer_length_without_replacement(&self, n_bytes: usize) -> Option<usize> {
        n_bytes.checked_mul(3)
    }

    /// Appends the text of `from`, which is the whole of it.
    pub fn decode_to_string_without_replacement(
        &mut self,
        from: &[u8],
        to: &mut String,
        _last: bool,
    ) -> (DecoderResult, usize) {
        match self.0.decode_without_bom_handling_and_without_replacement(from) {
            Some(text) => {
                to.push_str(&text);
                (DecoderResult::InputEmpty, from.len())
            }
            None => (DecoderResult::Malformed(1, 0), 0),
        }
    }

    /// Refuses: a stream in pieces.
    pub fn decode_to_utf8_without_replacement(
        &mut self,
        _from: &[u8],
        _to: &mut [u8],
        _last: bool,
    ) -> (DecoderResult, usize, usize) {
        (DecoderResult::Malformed(1, 0), 0, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unicode_is_read_and_nothing_else_is_guessed() {
        let cases: &[(&'static Encoding, &[u8], Option<&str>)] = &[
            (UTF_8, "Ñ Martapura".as_bytes(), Some("Ñ Martapura")),
            (UTF_8, &[0xff, b'a'], None),
            (UTF_16LE, &[b'a', 0, 0xd1, 0], Some("aÑ")),
            (UTF_16BE, &[0, b'a', 0, 0xd1], Some("aÑ")),
            (UTF_16LE, &[b'a', 0, 0xd1], None),
            (GBK, b"ascii", Some("ascii")),
            (WINDOWS_1252, &[0xd1], None),
        ];
        for (encoding, bytes, wanted) in cases {
            let got = encoding.decode_without_bom_handling_and_without_replacement(bytes);
            assert_eq!(got.as_deref(), *wanted, "{}", encoding.name());
        }
        assert_eq!(WINDOWS_1252.decode(&[b'a', 0xd1]).0, "a\u{fffd}");
    }
}
