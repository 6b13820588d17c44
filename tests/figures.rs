//! The same figures natively and in the browser: a sample village's indicators, to the last bit, have one fingerprint.
//! `tests/web.rs` takes this file in and checks the same fingerprint in wasm.
#![allow(clippy::unwrap_used)]

use rumah_dataku::analyse::{Columns, Scope, counts, indicators};
use rumah_dataku::base::Date;
use rumah_dataku::base::region::Area;
use rumah_dataku::register::Register;
use rumah_dataku::sample;
use sha2::{Digest, Sha256};

/// Of [`figures`]. It changes with the sample generator, the indicators and their order; nothing else may change it.
pub const FINGERPRINT: &str = "28493394cb35f10bfa00c70f124e54e5c0f2e9ce0eab4116ec401b4b972434ca";

/// One line an indicator: id, then numerator, denominator and value as the bits of their numbers.
pub fn figures() -> String {
    let today = Date::new(2026, 11, 1).unwrap();
    let village = sample::village(400, 11, today);
    let area_km2 = village.profile.area_km2.get();
    let register = Register::from_parts(village.profile, village.families, village.events, vec![], vec![], vec![]);
    let counts = counts::count(&Columns::build(&register), &Scope { at: today, area: Area::default() }, area_km2);
    let bits = |number: Option<f64>| number.map_or("-".to_owned(), |number| format!("{:016x}", number.to_bits()));
    let line = |value: &indicators::IndicatorValue| {
        let [numerator, denominator, result] = [value.numerator, value.denominator, value.value].map(bits);
        format!("{} {numerator} {denominator} {result} {} {}\n", value.id, value.missing, value.small)
    };
    indicators::evaluate_all(&counts).iter().map(line).collect()
}

/// SHA-256 of a text, in hexadecimal.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn figures_are_the_same_everywhere() {
    let figures = figures();
    assert!(figures.lines().count() >= 24);
    assert_eq!(fingerprint(&figures), FINGERPRINT, "{figures}");
}
