//! NIK and No. KK: sixteen digits kept as text. Source: domain.md §3.1 and §3.3 (PP 40/2019).

use super::Date;
use super::codes::Sex;

/// What a well-formed NIK says: region of first registration, birth date, sex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nik {
    /// Six region digits: province, kabupaten/kota, kecamatan of first registration.
    pub region: u32,
    /// Day of birth as read (1–31; 40 taken off for women).
    pub day: u8,
    /// Month of birth as read.
    pub month: u8,
    /// Last two digits of the year of birth.
    pub year2: u8,
    /// Sex as read.
    pub sex: Sex,
    /// Sequence number, 1–9999.
    pub sequence: u16,
}

/// Why sixteen digits are not a NIK or No. KK.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitsError {
    /// Not exactly sixteen digits, all zero, or sequence 0000.
    Format,
    /// The date part is in no calendar, in any possible century.
    Date,
}

impl Nik {
    /// Reads a NIK.
    pub fn parse(text: &str) -> Result<Nik, DigitsError> {
        let digits = sixteen(text).ok_or(DigitsError::Format)?;
        let number = |from: usize, to: usize| digits[from..to].iter().fold(0u32, |n, d| n * 10 + u32::from(*d));
        let sequence = number(12, 16) as u16;
        if sequence == 0 {
            return Err(DigitsError::Format);
        }
        let raw_day = number(6, 8) as u8;
        let (day, sex) = if raw_day > 40 { (raw_day - 40, Sex::Female) } else { (raw_day, Sex::Male) };
        let (month, year2) = (number(8, 10) as u8, number(10, 12) as u8);
        if !date_in_some_century(day, month, year2) {
            return Err(DigitsError::Date);
        }
        Ok(Nik { region: number(0, 6), day, month, year2, sex, sequence })
    }

    /// Birth dates that the NIK allows for a person of 0 to 110 years at `today`, the youngest first.
    pub fn birth_dates(&self, today: Date) -> Vec<Date> {
        [2000, 1900]
            .into_iter()
            .filter_map(|century| Date::new(century + i16::from(self.year2), self.month, self.day))
            .filter(|date| (0..=110).contains(&date.years_until(today)))
            .collect()
    }

    /// True where day, month and two-digit year agree with a fully known birth date.
    pub fn agrees_with(&self, born: Date) -> bool {
        self.day == born.day && self.month == born.month && i16::from(self.year2) == born.year.rem_euclid(100)
    }
}

/// Checks a No. KK: sixteen digits whose 7th to 12th are a registration date DDMMYY (no +40).
pub fn check_kk(text: &str) -> Result<(), DigitsError> {
    let digits = sixteen(text).ok_or(DigitsError::Format)?;
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    if date_in_some_century(two(6), two(8), two(10)) { Ok(()) } else { Err(DigitsError::Date) }
}

/// The sixteen digits of a text, unless they are not sixteen or all zero.
fn sixteen(text: &str) -> Option<[u8; 16]> {
    let bytes: &[u8; 16] = text.as_bytes().try_into().ok()?;
    let all_digits = bytes.iter().all(u8::is_ascii_digit) && bytes.iter().any(|b| *b != b'0');
    all_digits.then(|| bytes.map(|b| b - b'0'))
}

fn date_in_some_century(day: u8, month: u8, year2: u8) -> bool {
    day > 0 && month > 0 && [1900, 2000].iter().any(|c| Date::new(c + i16::from(year2), month, day).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_women_children_and_impossible_dates() {
        let today = Date { year: 2026, month: 11, day: 24 };
        let woman = Nik::parse("6304155208900003").unwrap();
        assert_eq!((woman.sex, woman.day, woman.month, woman.year2), (Sex::Female, 12, 8, 90));
        assert_eq!(woman.birth_dates(today), [Date::new(1990, 8, 12).unwrap()]);
        let either = Nik::parse("6304150501200001").unwrap();
        assert_eq!(either.birth_dates(today).len(), 2, "2020 or 1920: ask");
        for (text, error) in [
            ("6304153102900001", DigitsError::Date),
            ("6304150100900001", DigitsError::Date),
            ("6304154502900000", DigitsError::Format),
            ("0000000000000000", DigitsError::Format),
            ("630415010190001", DigitsError::Format),
            ("63041501019000011", DigitsError::Format),
            ("6304150101９00011", DigitsError::Format),
        ] {
            assert_eq!(Nik::parse(text), Err(error), "{text}");
        }
        assert!(Nik::parse("9999990101900001").is_ok(), "an unknown region is no format error");
        assert_eq!(check_kk("6304154101900001"), Err(DigitsError::Date), "no +40 in a No. KK");
        assert_eq!(check_kk("6304150101900001"), Ok(()));
    }
}
