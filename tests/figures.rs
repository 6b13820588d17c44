//! The same figures natively and in the browser: the whole catalogue of a sample village, of one of its RT and of its women, to
//! the last bit, has one fingerprint. `tests/web.rs` takes this file in and checks the same fingerprint in wasm.
#![allow(clippy::unwrap_used)]

use rumah_dataku::analyse::indicators::wider::items;
use rumah_dataku::base::region::Area;
use rumah_dataku::engine::Engine;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::lang::Lang;
use rumah_dataku::store::memory::{MemoryPorts, run};
use sha2::{Digest, Sha256};

/// Of [`figures`]. It changes with the sample generator, the indicators and their order; nothing else may change it.
pub const FINGERPRINT: &str = "c2f172a21b1b6bb160cb562b9d0c35574cbcbf5f2ceb330d9e538f56318de89e";

/// 24 November 2026, 02:00 UTC.
const NOW_MS: u64 = 1_795_485_600_000;

/// One line a figure: id and part, then numerator, denominator and value as the bits of their numbers.
pub fn figures() -> String {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    run(engine.ask(MakeSample { families: Some(400), seed: Some(11) })).unwrap();
    let form =
        CheckVillageForm { year: Some(2026), numbers: vec![("posyandu".into(), 3.0)], texts: vec![], places: vec![] };
    let CheckedPaper { kind, key, title, body, .. } = run(engine.ask(form)).unwrap();
    run(engine.ask(PutPaper { kind, key, title, body })).unwrap();
    let bits = |number: Option<f64>| number.map_or("-".to_owned(), |number| format!("{:016x}", number.to_bits()));
    let mut text = String::new();
    for (rt, sex) in [("", ""), ("1", ""), ("", "perempuan")] {
        let look = LookAt { at: None, area: Area { rt: rt.into(), ..Area::default() } };
        for found in run(engine.ask(CatalogueNumbers { look, sex: sex.into() })).unwrap() {
            let [n, of, value] = [found.numerator, found.denominator, found.value].map(bits);
            text += &format!("{} {} {n} {of} {value} {} {}\n", found.id, found.part, found.missing, found.small);
        }
    }
    text
}

/// SHA-256 of a text, in hexadecimal.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn figures_are_the_same_everywhere() {
    let figures = figures();
    for item in items().iter().filter(|item| item.computable()) {
        assert!(figures.lines().any(|line| line.split(' ').next() == Some(item.entry.id)), "{}", item.entry.id);
    }
    assert_eq!(fingerprint(&figures), FINGERPRINT, "{figures}");
}
