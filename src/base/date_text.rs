//! Dates as people type them: `5-9-1997`, `05/09/97`, `05091997`, `5 Sep 1997`, `Okt 1997`, `1997`. Used by forms and by
//! import. What is in no calendar is never accepted; what is only partly said stays partly known.

use super::Date;
use serde::{Deserialize, Serialize};

/// Which of two small numbers comes first in a date written in numbers alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// Day, month, year, as in Indonesia.
    #[default]
    DayFirst,
    /// Month, day, year, as American programs write it.
    MonthFirst,
}

/// The oldest age in completed years that a two-digit year is read as.
pub const OLDEST_YEARS: i32 = 110;

/// Month names and abbreviations, Indonesian and English, and Roman numbers; compared in lower case.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan", "i"],
    &["februari", "pebruari", "february", "feb", "peb", "ii"],
    &["maret", "march", "mar", "mrt", "iii"],
    &["april", "apr", "iv"],
    &["mei", "may", "v"],
    &["juni", "june", "jun", "vi"],
    &["juli", "july", "jul", "vii"],
    &["agustus", "august", "agu", "agt", "ags", "agus", "agst", "aug", "viii"],
    &["september", "sept", "sep", "ix"],
    &["oktober", "october", "okt", "oct", "x"],
    &["november", "nopember", "nov", "nop", "xi"],
    &["desember", "december", "des", "dec", "xii"],
];

/// Reads a date as typed. A year of two digits is the latest one that makes the date no later than `today` and the age
/// no more than [`OLDEST_YEARS`]. A time of day behind the date is dropped.
pub fn read_date(text: &str, order: Order, today: Date) -> Option<Date> {
    let tokens = tokens(text)?;
    match tokens.as_slice() {
        [Token::Number(digits)] => unbroken(digits, order, today),
        [Token::Number(a), Token::Number(b)] if b.len() == 4 => part(year4(b)?, small(a)?),
        [Token::Number(a), Token::Number(b)] if a.len() == 4 => part(year4(a)?, small(b)?),
        [Token::Month(month), Token::Number(y)] => part(year4(y)?, *month),
        [Token::Number(y), Token::Number(m), Token::Number(d)] if y.len() == 4 => {
            whole(year4(y)?, small(m)?, small(d)?)
        }
        [Token::Number(y), Token::Month(m), Token::Number(d)] if y.len() == 4 => whole(year4(y)?, *m, small(d)?),
        [Token::Number(a), Token::Number(b), Token::Number(y)] => {
            let (day, month) = day_and_month(small(a)?, small(b)?, order);
            with_year(y, month, day, today)
        }
        [Token::Number(d), Token::Month(m), Token::Number(y)]
        | [Token::Month(m), Token::Number(d), Token::Number(y)] => with_year(y, *m, small(d)?, today),
        _ => None,
    }
}

/// The order that a column of dates is written in: month first only where some date is possible that way alone and none
/// is possible day first alone.
pub fn guess_order<'a>(texts: impl IntoIterator<Item = &'a str>) -> Order {
    let mut month_first_seen = false;
    for text in texts {
        let Some(tokens) = tokens(text) else { continue };
        if let [Token::Number(a), Token::Number(b), Token::Number(_)] = tokens.as_slice()
            && let (Some(a), Some(b)) = (small(a), small(b))
        {
            if a > 12 && b <= 12 {
                return Order::DayFirst;
            }
            month_first_seen |= b > 12 && a <= 12;
        }
    }
    if month_first_seen { Order::MonthFirst } else { Order::DayFirst }
}

/// A run of digits, or a month by its name.
enum Token<'a> {
    Number(&'a str),
    Month(u8),
}

/// The runs of digits and letters of a date; nothing where something else stands in it.
fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let text = without_time(text.trim());
    let mut out = Vec::with_capacity(3);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_digit || !c.is_alphanumeric()).unwrap_or(rest.len());
        if is_digit {
            out.push(Token::Number(&rest[..end]));
        } else if first.is_alphabetic() {
            out.push(Token::Month(month_named(&rest[..end])?));
        } else if matches!(first, '-' | '/' | '.' | ',' | ' ' | '\u{a0}' | '\\') {
            rest = &rest[first.len_utf8()..];
            continue;
        } else {
            return None;
        }
        if out.len() > 3 {
            return None;
        }
        rest = &rest[end..];
    }
    Some(out)
}

/// The date without `T00:00:00` or ` 00:00` behind it.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    match text[..colon].rfind(['T', ' ']) {
        Some(start) => text[..start].trim_end(),
        None => text,
    }
}

fn month_named(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let found = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    Some(found as u8 + 1)
}

/// Digits without a mark between them: `05091997`, `19970905`, `050997`, `091997`, `1997`.
fn unbroken(digits: &str, order: Order, today: Date) -> Option<Date> {
    let parted = |at: usize, to: usize| small(digits.get(at..to)?);
    match digits.len() {
        4 => Date::new(year4(digits)?, 0, 0),
        6 => {
            let (day, month) = day_and_month(parted(0, 2)?, parted(2, 4)?, order);
            with_year(&digits[4..], month, day, today).or_else(|| part(year4(&digits[2..])?, parted(0, 2)?))
        }
        8 => {
            let (day, month) = day_and_month(parted(0, 2)?, parted(2, 4)?, order);
            let year_last = year4(&digits[4..]).and_then(|year| whole(year, month, day));
            year_last.or_else(|| whole(year4(&digits[..4])?, parted(4, 6)?, parted(6, 8)?))
        }
        _ => None,
    }
}

fn day_and_month(first: u8, second: u8, order: Order) -> (u8, u8) {
    match order {
        Order::DayFirst => (first, second),
        Order::MonthFirst => (second, first),
    }
}

fn with_year(year: &str, month: u8, day: u8, today: Date) -> Option<Date> {
    match year.len() {
        4 => whole(year4(year)?, month, day),
        2 => {
            let short: i16 = year.parse().ok()?;
            let centuries = [today.year / 100 * 100, today.year / 100 * 100 - 100];
            let dates = centuries.into_iter().filter_map(|century| whole(century + short, month, day));
            dates.into_iter().find(|date| *date <= today && date.years_until(today) <= OLDEST_YEARS)
        }
        _ => None,
    }
}

/// A full date; a day or month of 0 is no date here.
fn whole(year: i16, month: u8, day: u8) -> Option<Date> {
    if month == 0 || day == 0 { None } else { Date::new(year, month, day) }
}

/// A month of a year.
fn part(year: i16, month: u8) -> Option<Date> {
    if month == 0 { None } else { Date::new(year, month, 0) }
}

fn year4(digits: &str) -> Option<i16> {
    if digits.len() == 4 { digits.parse().ok() } else { None }
}

fn small(digits: &str) -> Option<u8> {
    if digits.len() <= 2 { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date { year: 2026, month: 11, day: 24 };

    #[test]
    fn what_people_type_is_read() {
        for (text, date) in [
            ("5-9-1997", "1997-09-05"),
            ("05/09/1997", "1997-09-05"),
            ("5.9.97", "1997-09-05"),
            (" 05 - 09 - 1997 ", "1997-09-05"),
            ("05091997", "1997-09-05"),
            ("050997", "1997-09-05"),
            ("19970905", "1997-09-05"),
            ("5 Sep 1997", "1997-09-05"),
            ("5 September 1997", "1997-09-05"),
            ("5-SEP-97", "1997-09-05"),
            ("5Sep1997", "1997-09-05"),
            ("September 5, 1997", "1997-09-05"),
            ("5 Okt 97", "1997-10-05"),
            ("17 Agt 1945", "1945-08-17"),
            ("17 Agu 1945", "1945-08-17"),
            ("17 Ags 1945", "1945-08-17"),
            ("1 Mei 2020", "2020-05-01"),
            ("1 Juni 2020", "2020-06-01"),
            ("1 Jul 2020", "2020-07-01"),
            ("31 Des 1999", "1999-12-31"),
            ("9 Nopember 1988", "1988-11-09"),
            ("5 IX 1997", "1997-09-05"),
            ("1997-09-05", "1997-09-05"),
            ("1997/9/5", "1997-09-05"),
            ("1997-09-05 00:00:00", "1997-09-05"),
            ("1997-09-05T00:00:00", "1997-09-05"),
            ("29-02-2020", "2020-02-29"),
            ("09/1997", "1997-09"),
            ("091997", "1997-09"),
            ("1997-09", "1997-09"),
            ("Sep 1997", "1997-09"),
            ("1997", "1997"),
            ("24-11-26", "2026-11-24"),
            ("25-11-26", "1926-11-25"),
            ("01-01-20", "2020-01-01"),
        ] {
            let read = read_date(text, Order::DayFirst, TODAY).map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_is_in_no_calendar_is_refused() {
        for text in [
            "",
            "-",
            "0",
            "31-02-1990",
            "29-02-2023",
            "00-00-1997",
            "0-9-1997",
            "5-13-1997",
            "31/04/2001",
            "5-9",
            "9/97",
            "5-9-197",
            "5-9-19977",
            "5 Foo 1997",
            "5 Sep",
            "99",
            "123",
            "1234567",
            "123456789",
            "5-9-1997-1",
            "5+9+1997",
            "0000-00-00",
            "17-08-1745",
            "umur 29",
            "1997x",
            "25-11-1700",
            "½ Sep 1997",
        ] {
            assert_eq!(read_date(text, Order::DayFirst, TODAY), None, "{text}");
        }
    }

    #[test]
    fn a_column_says_its_order() {
        assert_eq!(guess_order(["9/5/1997", "12/25/1997"]), Order::MonthFirst);
        assert_eq!(guess_order(["9/5/1997", "25/12/1997", "12/25/1997"]), Order::DayFirst);
        assert_eq!(guess_order(["9/5/1997", "1997-13-25"]), Order::DayFirst);
        assert_eq!(read_date("9/5/1997", Order::MonthFirst, TODAY), Date::new(1997, 9, 5));
        assert_eq!(read_date("25/12/1997", Order::MonthFirst, TODAY), None);
    }

    proptest::proptest! {
        #[test]
        fn never_fails_and_never_invents(text in "[0-9A-Za-z./:é -]{0,14}") {
            if let Some(date) = read_date(&text, Order::DayFirst, TODAY) {
                proptest::prop_assert_eq!(Date::new(date.year, date.month, date.day), Some(date));
            }
        }
    }
}
