//! The same figures natively and in the browser: a sample village's indicators, to the last bit, have one fingerprint.
//! `tests/web.rs` takes this file in and checks the same fingerprint in wasm.
#![allow(clippy::unwrap_used)]

use rumah_dataku::analyse::indicators::wider::{Krs, Read, Source, Whom, items};
use rumah_dataku::analyse::{Columns, Scope, counts, indicators};
use rumah_dataku::base::Date;
use rumah_dataku::base::region::Area;
use rumah_dataku::lang::Lang;
use rumah_dataku::register::Register;
use rumah_dataku::sample;
use sha2::{Digest, Sha256};

/// Of [`figures`]. It changes with the sample generator, the indicators and their order; nothing else may change it.
pub const FINGERPRINT: &str = "f62c9db00d98695da1d70d86878bc69cc169ba6266bd4c6d0e510f6f28e51ec8";

/// One line an indicator: id, then numerator, denominator and value as the bits of their numbers.
pub fn figures() -> String {
    let today = Date::new(2026, 11, 1).unwrap();
    let village = sample::village(400, 11, today);
    let area_km2 = village.profile.area_km2.get();
    let register = Register::from_parts(village.profile, village.families, village.events, vec![], vec![], vec![]);
    let columns = Columns::build(&register);
    let scope = Scope { at: today, area: Area::default() };
    let counts = counts::count(&columns, &scope, area_km2);
    let bits = |number: Option<f64>| number.map_or("-".to_owned(), |number| format!("{:016x}", number.to_bits()));
    let line = |value: &indicators::IndicatorValue| {
        let [numerator, denominator, result] = [value.numerator, value.denominator, value.value].map(bits);
        format!("{} {numerator} {denominator} {result} {} {}\n", value.id, value.missing, value.small)
    };
    let known: String = indicators::evaluate_all(&counts).iter().map(line).collect();
    // Those that the study alone reads; the rules of stunting risk are the room of use, so that its parts stand empty here.
    let krs = |_: &rumah_dataku::register::Family, _: Date| Krs::default();
    let ground =
        Source { register: &register, columns: &columns, krs: &krs, form: None }.ground(&scope, &Whom::default());
    let wider = items().into_iter().filter(|item| !matches!(item.read, Read::Counts)).map(|item| {
        let parts = item.parts(&ground, Lang::Id).into_iter().map(|(_, value)| value);
        item.value(&ground).into_iter().chain(parts).map(|value| line(&value)).collect::<String>()
    });
    known + &wider.collect::<String>()
}

/// SHA-256 of a text, in hexadecimal.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn figures_are_the_same_everywhere() {
    let figures = figures();
    assert!(figures.lines().count() >= 150);
    assert_eq!(fingerprint(&figures), FINGERPRINT, "{figures}");
}
