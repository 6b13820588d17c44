//! Names as they are compared: case, punctuation, spaces and the usual short forms make no difference.

/// Words that tell what a place is, not how it is called. A village is found with or without them.
const KIND_WORDS: [&str; 11] =
    ["desa", "ds", "kelurahan", "kel", "kecamatan", "kec", "kabupaten", "kab", "provinsi", "propinsi", "prov"];

/// Short forms that people and the official list use for one another.
const SHORT_FORMS: [(&str, &str); 9] = [
    ("bkt", "bukit"),
    ("gn", "gunung"),
    ("kp", "kampung"),
    ("mns", "meunasah"),
    ("perk", "perkebunan"),
    ("sei", "sungai"),
    ("sp", "simpang"),
    ("tj", "tanjung"),
    ("tlk", "teluk"),
];

/// Letters of a name that are compared; the longest name of the list has 39.
const MAX_LETTERS: usize = 64;

/// Appends the lower-case letters and digits of a name to `letters`, without spaces and signs, and tells where its words
/// begin (bit 0 for its first letter). Quotes do not part words: `Sa'ang` is `saang`. The script that writes the lists
/// sorts names by the same form.
pub fn fold(name: &str, letters: &mut String) -> u64 {
    let (from, mut starts, mut parted) = (letters.len(), 0, true);
    for sign in name.chars() {
        let at = letters.len() - from;
        match sign.to_ascii_lowercase() {
            letter @ ('a'..='z' | '0'..='9') if at < MAX_LETTERS => {
                starts |= u64::from(parted) << at;
                parted = false;
                letters.push(letter);
            }
            '\'' | '’' | '‘' | '`' | '"' | '*' => {}
            _ => parted = true,
        }
    }
    starts
}

/// A name as it is compared.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// Its letters and digits, without spaces.
    pub letters: &'a str,
    /// Where its words begin.
    pub starts: u64,
}

impl<'a> Name<'a> {
    /// The name from the beginning of each of its words on: `sungaihilir`, `hilir`.
    fn runs(self) -> impl Iterator<Item = &'a str> {
        let mut left = self.starts;
        std::iter::from_fn(move || {
            let at = (left != 0).then(|| left.trailing_zeros())?;
            left ^= 1 << at;
            self.letters.get(at as usize..)
        })
    }

    /// How many runs of the name begin with a word in any of its forms, or with it and the word before it.
    pub fn n_met(self, word: &Word) -> usize {
        let forms = word.forms.iter().map(|form| self.runs().filter(|run| run.starts_with(form)).count());
        let joined = !word.joined.is_empty() && self.runs().any(|run| run.starts_with(&word.joined));
        forms.max().unwrap_or(0).max(usize::from(joined))
    }

    /// True where the name has the word. One that was typed before must begin another run than then.
    pub fn meets(self, word: &Word) -> bool {
        self.n_met(word) > word.n_before
    }
}

/// A word that somebody typed to find a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As typed, then the other forms of it.
    pub forms: Vec<String>,
    /// Joined to the word before it, empty for the first: `suka maju` also finds `Sukamaju`.
    pub joined: String,
    /// How often the same word stands before it.
    pub n_before: usize,
}

/// What somebody typed to find a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words, those of [`KIND_WORDS`] left out.
    pub words: Vec<Word>,
    /// Everything without spaces, with and without the kind words: `desabaru`, `baru`.
    pub whole: [String; 2],
}

impl Words {
    /// Reads what was typed. `Ds. Sei Pinang` and `sungai  pinang` are the same search.
    pub fn read(text: &str) -> Words {
        let mut letters = String::new();
        let starts = fold(text, &mut letters);
        let mut all: Vec<&str> = Vec::new();
        let mut rest = letters.as_str();
        for run in (Name { letters: &letters, starts }).runs().skip(1) {
            all.push(&rest[..rest.len() - run.len()]);
            rest = run;
        }
        all.push(rest);
        all.retain(|word| !word.is_empty());
        let is_name = |word: &&&str| !KIND_WORDS.contains(*word);
        let names: Vec<&str> =
            if all.iter().any(|word| is_name(&word)) { all.iter().filter(is_name).copied().collect() } else { all };
        let words = names.iter().enumerate().map(|(i, word)| Word {
            forms: forms_of(word),
            joined: i.checked_sub(1).map(|before| names[before].to_string() + word).unwrap_or_default(),
            n_before: names[..i].iter().filter(|before| *before == word).count(),
        });
        Words { words: words.collect(), whole: [names.concat(), letters] }
    }

    /// True where no word has two letters yet: too little to search by.
    pub fn is_too_short(&self) -> bool {
        self.keys().next().is_none()
    }

    /// Two-letter beginnings under which matching names are listed; each with the place of its word.
    pub fn keys(&self) -> impl Iterator<Item = (usize, &str)> {
        let words = self.words.iter().enumerate();
        let forms = words.clone().flat_map(|(i, word)| word.forms.iter().map(move |form| (i, form)));
        // A single letter and the word behind it: «u baro» is listed under «ub».
        let after_letter = words.skip(1).filter(|(i, _)| self.words[i - 1].forms[0].len() == 1);
        let all = forms.chain(after_letter.map(|(i, word)| (i, &word.joined)));
        all.filter_map(|(i, word)| Some((i, word.get(..2)?)))
    }
}

/// A word, and the forms that stand for the same.
fn forms_of(word: &str) -> Vec<String> {
    let other = SHORT_FORMS.iter().filter_map(|(short, long)| match word {
        w if w == *short => Some(*long),
        w if w == *long => Some(*short),
        _ => None,
    });
    std::iter::once(word).chain(other).map(String::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let words: Vec<String> = Words::read(text).words.iter().map(|word| word.forms.join("/")).collect();
        words.join(" ")
    }

    #[test]
    fn names_are_folded() {
        for (name, folded) in [
            ("Sungai  Pinang", "sungai/sei pinang"),
            ("Soka\"an", "sokaan"),
            ("Nifalo'olauru", "nifaloolauru"),
            ("Regapu’u", "regapuu"),
            ("Lubuk Pakam I,II", "lubuk pakam i ii"),
            (" (Asam-Asam) ", "asam asam"),
            ("Kel. Sei. Miai", "sei/sungai miai"),
            ("desa", "desa"),
            ("desa baru", "baru"),
            ("--", ""),
        ] {
            assert_eq!(words(name), folded, "{name}");
        }
        assert_eq!(Words::read("Kel. Sei. Miai").whole, ["seimiai", "kelseimiai"]);
        assert_eq!(words(&"panjang ".repeat(20)), ["panjang"; 9].join(" ") + " p");
    }

    #[test]
    fn names_meet_words() {
        for (name, typed, met) in [
            ("Sungai Hilir Jaya", "hil", "y"),
            ("Sungai Hilir Jaya", "sungaih", "y"),
            ("Sungai Hilir Jaya", "hilirjaya ilir jayaa", "ynn"),
            ("Sukamaju", "suka maju", "yy"),
            ("U Baro", "ubaro u b", "yyy"),
            ("Bati Bati", "bati bati bati", "yyn"),
            ("Tanjung", "tj tanjung", "yy"),
        ] {
            let mut letters = String::new();
            let starts = fold(name, &mut letters);
            let name_folded = Name { letters: &letters, starts };
            let words = Words::read(typed).words;
            let told: String = words.iter().map(|word| if name_folded.meets(word) { 'y' } else { 'n' }).collect();
            assert_eq!(told, met, "{name} «{typed}»");
        }
    }

    #[test]
    fn two_letters_are_needed() {
        for (text, short) in [("", true), ("s", true), ("desa s", true), ("s b", false), ("su", false), ("...", true)] {
            assert_eq!(Words::read(text).is_too_short(), short, "{text}");
        }
    }
}
