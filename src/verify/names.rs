//! Names compared as a kader hears them: titles off, one spelling for Muhammad, consonants that are written one for another
//! taken together, vowels left out. `M. Rifani`, `Muhamad Ripani` and `Muhammad Rifani` are alike.

/// The sound of a word: its letters after folding, packed; longer words keep their first letters.
type Sound = u64;

/// True for words that are no part of a name.
fn is_title(word: &[u8]) -> bool {
    matches!(
        word,
        b"h" | b"hj"
            | b"haji"
            | b"hajjah"
            | b"hajah"
            | b"drs"
            | b"dra"
            | b"dr"
            | b"ir"
            | b"alm"
            | b"almh"
            | b"almarhum"
            | b"bin"
            | b"binti"
    )
}

/// True for ways in which Muhammad is written short.
fn is_short_muhammad(word: &[u8]) -> bool {
    matches!(word, b"m" | b"md" | b"mhd" | b"moh" | b"moch" | b"muh" | b"much" | b"mohd" | b"muhd")
}

/// The sound of a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NameSound {
    /// All words in order.
    pub whole: u64,
    /// The word with the longest sound, the first of them.
    pub longest: Sound,
}

/// How a name sounds; zero where there is none.
pub fn sound(name: &str) -> NameSound {
    let mut out = NameSound::default();
    each_word(name, |word| {
        out.whole = (out.whole.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        if length(word) > length(out.longest) {
            out.longest = word;
        }
    });
    out
}

/// True where two names are alike: one word for word as the other by sound and close in spelling, or all words of the shorter
/// found in the longer.
pub fn alike(a: &str, b: &str) -> bool {
    let (mut words_a, mut words_b) = (Vec::new(), Vec::new());
    each_word(a, |word| words_a.push(word));
    each_word(b, |word| words_b.push(word));
    if words_a.is_empty() || words_b.is_empty() {
        return false;
    }
    if words_a == words_b {
        let (a, b) = (plain(a), plain(b));
        return a == b || strsim::jaro_winkler(&a, &b) >= 0.8;
    }
    let (short, long) = if words_a.len() < words_b.len() { (&words_a, &words_b) } else { (&words_b, &words_a) };
    short.len() < long.len() && short.iter().all(|word| long.contains(word))
}

/// The letters of a name without titles and Muhammad, to compare spellings.
fn plain(name: &str) -> String {
    let muhammad = packed(b"muhammad");
    let mut out = String::new();
    each_spelt_word(name, |word| {
        if !is_short_muhammad(word) && packed(word) != muhammad {
            out.extend(word.iter().map(|letter| char::from(*letter)));
        }
    });
    out
}

fn each_word(name: &str, mut each: impl FnMut(Sound)) {
    each_spelt_word(name, |word| each(packed(if is_short_muhammad(word) { b"muhammad" } else { word })));
}

/// The words of a name in small letters a to z, without titles and without what follows a comma.
fn each_spelt_word(name: &str, mut each: impl FnMut(&[u8])) {
    let mut letters = [0u8; 24];
    let mut n = 0;
    for byte in name.bytes().take_while(|byte| *byte != b',').chain([b' ']) {
        let letter = byte | 0x20;
        if letter.is_ascii_lowercase() && byte.is_ascii() && n < letters.len() {
            letters[n] = letter;
            n += 1;
        } else if byte.is_ascii_whitespace() || byte == b'.' {
            if n > 0 && !is_title(&letters[..n]) {
                each(&letters[..n]);
            }
            n = 0;
        }
    }
}

/// The first letter and the consonants after it, folded, doubles once; eight at most.
fn packed(letters: &[u8]) -> Sound {
    let mut out = 0u64;
    let mut before = 0u8;
    for (i, letter) in letters.iter().enumerate() {
        let next = letters.get(i + 1).copied().unwrap_or(0);
        let folded = match letter {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'h' if i > 0 => 0,
            b'k' if next == b'h' => b'h',
            b'c' if next == b'h' => 0,
            b'f' | b'v' => b'p',
            b'z' => b'j',
            b'd' if next == b'j' || next == b'z' => 0,
            b'd' => b't',
            b'q' => b'k',
            b'o' => b'u',
            b'e' | b'y' => b'i',
            other => *other,
        };
        if folded != 0 && folded != before && out >> 56 == 0 {
            out = out << 8 | u64::from(folded);
        }
        before = folded;
    }
    out
}

fn length(sound: Sound) -> u32 {
    (64 - sound.leading_zeros()).div_ceil(8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_alike_and_twins_are_not() {
        for (a, b, expected) in [
            ("Muhammad Rifani", "M. Ripani", true),
            ("Muhammad Rifani", "Mochamad Rifani", true),
            ("Siti Aminah", "Aminah", true),
            ("Hj. Siti Aminah", "SITI AMINAH", true),
            ("Zainal Abidin", "Jainal Abidin, S.Pd", true),
            ("Noor Laila", "Nur Laila", true),
            ("Nor Aisyah", "Nor Aisah", true),
            ("Hasan", "Husin", false),
            ("Abdul Rahman", "Muhammad Rahman", false),
            ("Aminah", "Armanah", false),
            ("", "Aminah", false),
        ] {
            assert_eq!(alike(a, b), expected, "{a} / {b}");
        }
        assert_eq!(sound("Muhammad Rifani"), sound("M. Ripani"));
        assert_eq!(sound("Siti Aminah").longest, sound("Aminah").longest);
    }
}
