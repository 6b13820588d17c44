//! Cells as answers: sixteen digits that must be text, dates of every form, place and date in one cell. Gives what was read
//! and what is wrong with it; never guesses a lost digit.

use super::Cell;
use crate::base::Date;
use crate::base::date_text::{Order, read_date};

/// What a cell of a NIK or No. KK column holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Digits {
    /// Nothing, or the `0` that stands for "none yet".
    Empty,
    /// Sixteen digits.
    Text(String),
    /// A number: programs keep fifteen digits of it, the sixteenth is lost.
    PrecisionLost,
    /// Something else, as typed.
    Other(String),
}

/// Numbers from here on have more digits than a spreadsheet keeps.
const FIFTEEN_DIGITS: f64 = 1e15;

/// Reads a cell of a NIK or No. KK column. Spaces, dots, dashes and apostrophes between the digits do not count.
pub fn read_digits(cell: &Cell) -> Digits {
    let text = match cell {
        Cell::Empty => return Digits::Empty,
        Cell::Number(number) if *number == 0.0 => return Digits::Empty,
        Cell::Number(number) if *number >= FIFTEEN_DIGITS => return Digits::PrecisionLost,
        other => other.as_text(),
    };
    if is_scientific(&text) {
        return Digits::PrecisionLost;
    }
    let mark = |c: char| c.is_whitespace() || matches!(c, '.' | '\'' | '’' | '`' | '"' | '-' | '\u{200b}' | '\u{feff}');
    let bare: String = text.chars().filter(|c| !mark(*c)).collect();
    match bare.len() {
        _ if bare.bytes().all(|byte| byte == b'0') => Digits::Empty,
        16 if bare.bytes().all(|byte| byte.is_ascii_digit()) => Digits::Text(bare),
        _ => Digits::Other(text.into_owned()),
    }
}

/// `6.30415E+15`, `6,3E15`: how a spreadsheet shows a long number.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.trim().split_once(['E', 'e']) else { return false };
    let exponent = exponent.trim_start_matches('+');
    let mantissa_digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    mantissa_digits > 0
        && mantissa.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        && exponent.parse::<u8>().is_ok_and(|power| power >= 10)
}

/// What a cell of a date column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateCell {
    /// Nothing, or zeros that stand for nothing.
    Empty,
    /// A date, whole or partly known.
    Date(Date),
    /// Something that is no date in a known form.
    Unreadable,
}

/// Reads a cell of a date column: text, a date of the spreadsheet, or its bare serial number.
pub fn read_date_cell(cell: &Cell, order: Order, today: Date) -> DateCell {
    let date = match cell {
        Cell::Empty => return DateCell::Empty,
        Cell::Date(date) => Some(*date),
        Cell::Number(number) => date_of_number(*number, order, today),
        Cell::Text(text) if text.chars().all(|c| matches!(c, '0' | '-' | '/' | '.' | ':' | ' ')) => {
            return DateCell::Empty;
        }
        Cell::Text(text) => read_date(text, order, today)
            .or_else(|| text.parse().ok().filter(|_| text.len() == 5).and_then(|days: f64| date_of_serial(days))),
        Cell::Bool(_) | Cell::Error => None,
    };
    date.map_or(DateCell::Unreadable, DateCell::Date)
}

/// A number in a date column: a year, a serial number, or digits that lost their leading zero.
fn date_of_number(number: f64, order: Order, today: Date) -> Option<Date> {
    if number.fract() != 0.0 || number < 0.0 {
        return date_of_serial(number);
    }
    match number as u64 {
        1800..=2200 => Date::new(number as i16, 0, 0),
        0..100_000 => date_of_serial(number),
        100_000..1_000_000 => read_date(&format!("{number:06}"), order, today),
        _ => read_date(&format!("{number:08}"), order, today),
    }
}

/// The date of a spreadsheet's serial number (days since 30 December 1899); from 1 March 1900 to the year 2173.
pub fn date_of_serial(days: f64) -> Option<Date> {
    const SERIAL_OF_1970: i32 = 25_569;
    if (61.0..100_000.0).contains(&days) { Date::from_day_number(days as i32 - SERIAL_OF_1970) } else { None }
}

/// Parts a cell that holds place and date of birth (TTL), `Marabahan, 05-09-1997`. Without a readable date all is place.
pub fn read_place_and_date(text: &str, order: Order, today: Date) -> (String, Option<Date>) {
    let tidy = |place: &str| place.trim().trim_end_matches([',', '/', '.', '-', ';', ' ']).trim().to_owned();
    let starts = text
        .char_indices()
        .filter(|(at, _)| text[..*at].chars().next_back().is_none_or(|before| !before.is_alphanumeric()));
    for (at, _) in starts {
        if let Some(date) = read_date(&text[at..], order, today) {
            return (tidy(&text[..at]), Some(date));
        }
    }
    (tidy(text), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date { year: 2026, month: 11, day: 24 };

    #[test]
    fn sixteen_digits_are_read_and_lost_ones_are_seen() {
        let text = |typed: &str| Cell::text(typed);
        let sixteen = Digits::Text("6304150508900003".into());
        for (cell, digits) in [
            (Cell::Empty, Digits::Empty),
            (text("0"), Digits::Empty),
            (text("-"), Digits::Empty),
            (text("0000000000000000"), Digits::Empty),
            (Cell::Number(0.0), Digits::Empty),
            (text("6304150508900003"), sixteen.clone()),
            (text("'6304150508900003"), sixteen.clone()),
            (text("6304 1505 0890 0003"), sixteen.clone()),
            (text("630415.050890.0003"), sixteen.clone()),
            (Cell::Number(6304150508900003.0), Digits::PrecisionLost),
            (Cell::Number(6304150508900000.0), Digits::PrecisionLost),
            (text("3.2E+15"), Digits::PrecisionLost),
            (text("6.30415E+15"), Digits::PrecisionLost),
            (text("6,30415E+15"), Digits::PrecisionLost),
            (text("6.3e15"), Digits::PrecisionLost),
            (text("630415050890003"), Digits::Other("630415050890003".into())),
            (Cell::Number(12345.0), Digits::Other("12345".into())),
            (text("belum ada"), Digits::Other("belum ada".into())),
            (text("12E4"), Digits::Other("12E4".into())),
        ] {
            assert_eq!(read_digits(&cell), digits, "{cell:?}");
        }
    }

    #[test]
    fn dates_are_read_in_each_form() {
        let date = |text: &str| DateCell::Date(Date::parse_iso(text).unwrap());
        for (cell, read) in [
            (Cell::text("05-09-1997"), date("1997-09-05")),
            (Cell::Date(Date { year: 1997, month: 9, day: 5 }), date("1997-09-05")),
            (Cell::Number(35678.0), date("1997-09-05")),
            (Cell::text("35678"), date("1997-09-05")),
            (Cell::Number(1997.0), date("1997")),
            (Cell::Number(5091997.0), date("1997-09-05")),
            (Cell::Number(25121997.0), date("1997-12-25")),
            (Cell::text("0000-00-00"), DateCell::Empty),
            (Cell::text("00/00/0000"), DateCell::Empty),
            (Cell::Empty, DateCell::Empty),
            (Cell::text("31-02-1997"), DateCell::Unreadable),
            (Cell::text("lupa"), DateCell::Unreadable),
            (Cell::Number(7.5), DateCell::Unreadable),
            (Cell::Error, DateCell::Unreadable),
        ] {
            assert_eq!(read_date_cell(&cell, Order::DayFirst, TODAY), read, "{cell:?}");
        }
    }

    #[test]
    fn place_and_date_in_one_cell_are_parted() {
        for (text, place, date) in [
            ("Marabahan, 05-09-1997", "Marabahan", Some("1997-09-05")),
            ("MARABAHAN,5 Sept 1997", "MARABAHAN", Some("1997-09-05")),
            ("Kuala Kapuas / 05/09/1997", "Kuala Kapuas", Some("1997-09-05")),
            ("05-09-1997", "", Some("1997-09-05")),
            ("Marabahan 1997", "Marabahan", Some("1997")),
            ("Marabahan", "Marabahan", None),
            ("Desa 2, lupa", "Desa 2, lupa", None),
        ] {
            let read = read_place_and_date(text, Order::DayFirst, TODAY);
            assert_eq!((read.0.as_str(), read.1.map(|d| d.to_string()).as_deref()), (place, date), "{text}");
        }
    }
}
