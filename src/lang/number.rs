//! Numbers and dates in the form of the language: `1.234,5` and `24 November 2026`; `1,234.5` and `24 November 2026`.

use super::Lang;
use crate::base::Date;

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A whole number with its thousands grouped.
pub fn whole(lang: Lang, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mark = lang.pick(".", ",");
    let mut out = String::from(if number < 0 { "−" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(mark);
        }
        out.push(digit);
    }
    out
}

/// A number with a fixed count of decimals, half away from zero.
pub fn decimal(lang: Lang, number: f64, decimals: usize) -> String {
    let factor = 10f64.powi(decimals as i32);
    let scaled = (number.abs() * factor + 0.5 + 1e-9).floor() as i64;
    let unit = factor as i64;
    let body = whole(lang, scaled / unit);
    let sign = if number < 0.0 && scaled > 0 { "−" } else { "" };
    if decimals == 0 {
        return format!("{sign}{body}");
    }
    format!("{sign}{body}{}{:0decimals$}", lang.pick(",", "."), scaled % unit)
}

/// A date in words, as far as it is known.
pub fn date(lang: Lang, date: Date) -> String {
    let months = match lang {
        Lang::Id => MONTHS_ID,
        Lang::En => MONTHS_EN,
    };
    match (date.month, date.day) {
        (0, _) => date.year.to_string(),
        (month, 0) => format!("{} {}", months[usize::from(month) - 1], date.year),
        (month, day) => format!("{day} {} {}", months[usize::from(month) - 1], date.year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_reader_writes_them() {
        assert_eq!(whole(Lang::Id, 1_234_567), "1.234.567");
        assert_eq!(whole(Lang::En, -999), "−999");
        assert_eq!(decimal(Lang::Id, 1_234.55, 1), "1.234,6");
        assert_eq!(decimal(Lang::Id, 48.58, 1), "48,6");
        assert_eq!(decimal(Lang::En, -0.04, 1), "0.0");
        assert_eq!(date(Lang::Id, Date { year: 2026, month: 11, day: 24 }), "24 November 2026");
        assert_eq!(date(Lang::En, Date { year: 2026, month: 5, day: 0 }), "May 2026");
    }
}
