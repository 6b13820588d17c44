//! Calendar dates as villages know them: sometimes only the year, sometimes year and month. Ages are computed at a stated
//! date and never stored.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A Gregorian date whose month and day may be unknown (0). Ordered by year, month, day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// Year, 1800 to 2200.
    pub year: i16,
    /// Month 1–12, or 0 where unknown.
    pub month: u8,
    /// Day 1–31, or 0 where unknown.
    pub day: u8,
}

impl Date {
    /// A date that exists in the calendar; month 0 and day 0 mean unknown (no day without a month).
    pub fn new(year: i16, month: u8, day: u8) -> Option<Date> {
        let known = match (month, day) {
            (0, 0) => true,
            (0, _) => false,
            (1..=12, 0) => true,
            _ => jiff::civil::Date::new(year, month as i8, day as i8).is_ok(),
        };
        (known && (1800..=2200).contains(&year)).then_some(Date { year, month, day })
    }

    /// True where day, month and year are all known.
    pub fn is_full(&self) -> bool {
        self.day != 0
    }

    /// The day by which a partly known date is reckoned: mid-month, mid-year.
    pub fn reckoned(&self) -> Date {
        match (self.month, self.day) {
            (0, _) => Date { month: 7, day: 1, ..*self },
            (_, 0) => Date { day: 15, ..*self },
            _ => *self,
        }
    }

    /// Completed years from this date to `at` (umur); negative where this date lies after `at`.
    pub fn years_until(&self, at: Date) -> i32 {
        let (a, b) = (self.reckoned(), at.reckoned());
        let years = i32::from(b.year) - i32::from(a.year);
        if (b.month, b.day) < (a.month, a.day) { years - 1 } else { years }
    }

    /// Completed months from this date to `at`; negative where this date lies after `at`.
    pub fn months_until(&self, at: Date) -> i32 {
        let (a, b) = (self.reckoned(), at.reckoned());
        let months = (i32::from(b.year) - i32::from(a.year)) * 12 + i32::from(b.month) - i32::from(a.month);
        if b.day < a.day { months - 1 } else { months }
    }

    /// Days from this date to `at`.
    pub fn days_until(&self, at: Date) -> i32 {
        at.day_number() - self.day_number()
    }

    /// Days since 1 January 1970 in the proleptic Gregorian calendar.
    pub fn day_number(&self) -> i32 {
        let d = self.reckoned();
        let year = i32::from(d.year) - i32::from(d.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i32::from(d.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i32::from(d.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The date of a day number (days since 1 January 1970).
    pub fn from_day_number(days: i32) -> Option<Date> {
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = (doy - (153 * mp + 2) / 5 + 1) as u8;
        let month = (if mp < 10 { mp + 3 } else { mp - 9 }) as u8;
        let year = yoe + era * 400 + i32::from(month <= 2);
        Date::new(i16::try_from(year).ok()?, month, day)
    }

    /// The date `days` later.
    pub fn plus_days(&self, days: i32) -> Option<Date> {
        Date::from_day_number(self.day_number() + days)
    }

    /// The same day `years` later; 29 February becomes 28 February where it must.
    pub fn plus_years(&self, years: i16) -> Option<Date> {
        let year = self.year.checked_add(years)?;
        Date::new(year, self.month, self.day).or_else(|| Date::new(year, self.month, self.day.saturating_sub(1)))
    }

    /// The UTC date of a time in milliseconds since 1970.
    pub fn of_unix_ms(unix_ms: u64) -> Date {
        let days = i32::try_from(unix_ms / 86_400_000).unwrap_or(0);
        Date::from_day_number(days).unwrap_or_default()
    }

    /// Reads `2020`, `2020-05` or `2020-05-17`.
    pub fn parse_iso(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next().map_or(Some(0), |part| part.parse().ok())?;
        let day = parts.next().map_or(Some(0), |part| part.parse().ok())?;
        if parts.next().is_some() {
            return None;
        }
        Date::new(year, month, day)
    }
}

/// ISO 8601, as far as known: `2020`, `2020-05` or `2020-05-17`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.month, self.day) {
            (0, _) => write!(f, "{:04}", self.year),
            (month, 0) => write!(f, "{:04}-{month:02}", self.year),
            (month, day) => write!(f, "{:04}-{month:02}-{day:02}", self.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse_iso(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn ages_count_completed_years() {
        for (born, at, years) in [
            ("2000-02-29", "2001-02-28", 0),
            ("2000-02-29", "2001-03-01", 1),
            ("1990-11-24", "2026-11-24", 36),
            ("1990-11-25", "2026-11-24", 35),
            ("1990", "2026-06-30", 35),
            ("2026-12-01", "2026-11-24", -1),
        ] {
            assert_eq!(date(born).years_until(date(at)), years, "{born} at {at}");
        }
    }

    #[test]
    fn day_numbers_go_there_and_back_and_agree_with_jiff() {
        for days in (-60_000..60_000).step_by(37) {
            let ours = Date::from_day_number(days).unwrap_or_default();
            assert_eq!(ours.day_number(), days);
            let span = jiff::civil::date(1970, 1, 1) + jiff::Span::new().days(days);
            assert_eq!((ours.year, ours.month as i8, ours.day as i8), (span.year(), span.month(), span.day()));
        }
    }

    #[test]
    fn impossible_dates_are_not_dates() {
        for (y, m, d) in [(2023, 2, 29), (2023, 13, 1), (2023, 0, 5), (2023, 4, 31), (1700, 1, 1)] {
            assert_eq!(Date::new(y, m, d), None);
        }
    }
}
