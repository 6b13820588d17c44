//! Ready-made lists, each a composition that can be opened and changed. Extreme-poverty signs are answers as they stand and
//! a decile that was imported; no decile and no poverty is ever computed here (domain.md §7.6, §7.7).

use super::{Composition, Condition, Group, Weight};
use crate::lang::{Lang, conditions as words};

/// A ready-made list.
pub struct Ready {
    /// Stable key.
    pub key: &'static str,
    /// Title.
    pub title: fn(Lang) -> &'static str,
    /// What it is for.
    pub purpose: fn(Lang) -> &'static str,
    /// The list.
    pub composition: fn() -> Composition,
}

/// The ready-made lists, in the order of showing.
pub const READY: &[Ready] = &[
    Ready {
        key: "risiko-stunting",
        title: words::ready_stunting,
        purpose: words::ready_stunting_for,
        composition: stunting,
    },
    Ready { key: "unmet-need", title: words::ready_unmet, purpose: words::ready_unmet_for, composition: unmet },
    Ready { key: "tanpa-jaminan", title: words::ready_cover, purpose: words::ready_cover_for, composition: cover },
    Ready {
        key: "tanpa-dokumen",
        title: words::ready_documents,
        purpose: words::ready_documents_for,
        composition: documents,
    },
    Ready { key: "putus-sekolah", title: words::ready_school, purpose: words::ready_school_for, composition: school },
    Ready {
        key: "lansia-sendiri",
        title: words::ready_elderly,
        purpose: words::ready_elderly_for,
        composition: elderly,
    },
    Ready {
        key: "disabilitas",
        title: words::ready_disabled,
        purpose: words::ready_disabled_for,
        composition: disabled,
    },
    Ready {
        key: "rumah-tidak-layak",
        title: words::ready_housing,
        purpose: words::ready_housing_for,
        composition: housing,
    },
    Ready {
        key: "tanda-miskin-ekstrem",
        title: words::ready_poverty,
        purpose: words::ready_poverty_for,
        composition: poverty,
    },
];

/// Keys of the ready-made lists, by themselves: whoever notes help needs no more.
pub(super) const KEYS: [&str; 9] = [
    "risiko-stunting",
    "unmet-need",
    "tanpa-jaminan",
    "tanpa-dokumen",
    "putus-sekolah",
    "lansia-sendiri",
    "disabilitas",
    "rumah-tidak-layak",
    "tanda-miskin-ekstrem",
];

/// The ready-made list of this key.
pub fn ready(key: &str) -> Option<&'static Ready> {
    READY.iter().find(|ready| ready.key == key)
}

fn is(topic: &str, answers: &[&str]) -> Condition {
    let answers = answers.iter().map(|answer| (*answer).to_owned()).collect();
    Condition { topic: topic.to_owned(), answers, ..Condition::default() }
}

fn yes(topic: &str) -> Condition {
    is(topic, &["ya"])
}

fn no(topic: &str) -> Condition {
    is(topic, &["tidak"])
}

fn up_to(topic: &str, to: f64) -> Condition {
    Condition { topic: topic.to_owned(), to: Some(to), ..Condition::default() }
}

fn aged(from: u8, to: u8, condition: Condition) -> Condition {
    Condition { ages: Some((from, to)), ..condition }
}

fn list(of_persons: bool, groups: Vec<Vec<Condition>>, weights: Vec<(u8, Condition)>) -> Composition {
    Composition {
        of_persons,
        groups: groups.into_iter().map(|any| Group { any }).collect(),
        weights: weights.into_iter().map(|(points, condition)| Weight { condition, points }).collect(),
    }
}

fn stunting() -> Composition {
    let factor = |key| is("faktor_stunting", &[key]);
    let mut weights: Vec<_> = ["air", "jamban", "muda", "tua", "dekat", "banyak"].map(|key| (1, factor(key))).into();
    weights.push((3, up_to("umur_bulan", 23.0)));
    weights.push((3, yes("hamil")));
    weights.push((2, up_to("desil", 1.0)));
    list(false, vec![vec![yes("risiko_stunting")]], weights)
}

fn unmet() -> Composition {
    let wants_none = is("keinginan_anak", &["tial"]);
    let many = Condition { topic: "anggota".into(), from: Some(6.0), ..Condition::default() };
    list(true, vec![vec![yes("unmet")]], vec![(2, wants_none), (1, many), (1, up_to("desil", 4.0))])
}

fn cover() -> Composition {
    let none = is("jaminan_kesehatan", &["tidak_ada"]);
    let weights = vec![
        (3, yes("hamil")),
        (2, up_to("umur", 4.0)),
        (2, Condition { topic: "umur".into(), from: Some(60.0), ..Condition::default() }),
        (2, up_to("desil", 4.0)),
        (2, yes("disabilitas_ada")),
    ];
    list(true, vec![vec![none]], weights)
}

fn documents() -> Composition {
    let missing = vec![no("nik_ada"), aged(0, 17, no("akta_lahir")), aged(17, 120, no("ktp_elektronik"))];
    let weights =
        vec![(3, no("nik_ada")), (2, aged(0, 17, no("akta_lahir"))), (1, aged(17, 120, no("ktp_elektronik")))];
    list(true, vec![missing], weights)
}

fn school() -> Composition {
    let weights =
        vec![(3, aged(7, 12, no("bersekolah"))), (2, aged(13, 15, no("bersekolah"))), (1, up_to("desil", 4.0))];
    list(true, vec![vec![aged(7, 18, no("bersekolah"))]], weights)
}

fn elderly() -> Composition {
    let over_75 = Condition { topic: "umur".into(), from: Some(75.0), ..Condition::default() };
    let weights = vec![(3, over_75), (2, yes("disabilitas_ada")), (1, no("bansos_ada")), (1, up_to("desil", 4.0))];
    list(false, vec![vec![yes("lansia_sendiri")]], weights)
}

fn disabled() -> Composition {
    let weights = vec![(2, is("jaminan_kesehatan", &["tidak_ada"])), (2, no("bansos_ada")), (1, up_to("desil", 4.0))];
    list(true, vec![vec![yes("disabilitas_ada")]], weights)
}

fn housing() -> Composition {
    let part = |key| is("rumah_kurang", &[key]);
    let mut weights: Vec<_> = ["bangunan", "luas", "air", "sanitasi"].map(|key| (1, part(key))).into();
    weights.push((2, up_to("desil", 1.0)));
    list(false, vec![vec![no("rumah_layak")]], weights)
}

fn poverty() -> Composition {
    let signs = || [no("ada_penghasilan"), no("makan_beragam"), up_to("desil", 1.0)];
    let mut weights = vec![(5, up_to("desil", 1.0)), (3, no("ada_penghasilan")), (2, no("makan_beragam"))];
    weights.extend(
        [no("punya_tabungan"), is("lantai", &["tanah", "bambu"]), is("penerangan", &["non_listrik"]), no("air_layak")]
            .map(|sign| (1, sign)),
    );
    weights.extend([(1, is("tempat_bab", &["tidak_ada"])), (1, no("bansos_ada"))]);
    list(false, vec![signs().to_vec()], weights)
}
