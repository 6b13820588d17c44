//! What a village has: the short form of its facilities and potential (sarana dan potensi desa, domain.md §8.2). The form is
//! a table of fields; its answers are a paper of the kind [`KIND`], JSON by the keys of the fields. An empty field is not
//! counted yet; 0 says that there is none.

use super::indicators::Words;
use crate::lang::{Lang, catalogue as words, number};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Kind of the paper that holds the form.
pub const KIND: &str = "sarana";
/// Key of that paper: a village has one.
pub const KEY: &str = "desa";

/// A group of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Wilayah dan jalan.
    Land,
    /// Pendidikan.
    Education,
    /// Kesehatan.
    Health,
    /// Air bersih dan sanitasi.
    Water,
    /// Ibadah.
    Worship,
    /// Ekonomi dan potensi.
    Economy,
    /// Olahraga dan kelompok kegiatan.
    Groups,
}

impl Group {
    /// In the order of asking.
    pub const ALL: [Group; 7] =
        [Group::Land, Group::Education, Group::Health, Group::Water, Group::Worship, Group::Economy, Group::Groups];

    /// In words.
    pub fn name(self) -> Words {
        match self {
            Group::Land => Words("Wilayah dan jalan", "Land and roads"),
            Group::Education => Words("Pendidikan", "Education"),
            Group::Health => Words("Kesehatan", "Health"),
            Group::Water => Words("Air bersih dan sanitasi", "Water and sanitation"),
            Group::Worship => Words("Tempat ibadah", "Places of worship"),
            Group::Economy => Words("Ekonomi dan potensi", "Economy and potential"),
            Group::Groups => Words("Olahraga dan kelompok", "Sports and groups"),
        }
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holds {
    /// A count of facilities, up to the largest that is taken.
    Things(u32),
    /// A measure: unit, smallest and largest value.
    Measure(&'static str, f64, f64),
    /// Words, for instance names of products.
    Text,
}

/// A field of the form.
#[derive(Clone, Copy, Debug)]
pub struct FormField {
    /// Key in the paper.
    pub key: &'static str,
    /// Group.
    pub group: Group,
    /// Name.
    pub name: Words,
    /// What it holds.
    pub holds: Holds,
}

const fn things(key: &'static str, group: Group, id: &'static str, en: &'static str) -> FormField {
    FormField { key, group, name: Words(id, en), holds: Holds::Things(500) }
}

const fn measure(key: &'static str, name: Words, unit: &'static str, low: f64, high: f64) -> FormField {
    FormField { key, group: Group::Land, name, holds: Holds::Measure(unit, low, high) }
}

/// The form.
pub const FIELDS: &[FormField] = &[
    measure("ketinggian_m", Words("Ketinggian dari permukaan laut", "Height above the sea"), "m", -10.0, 4_900.0),
    measure("panjang_jalan_km", Words("Panjang jalan", "Length of roads"), "km", 0.0, 2_000.0),
    measure(
        "jalan_baik_km",
        Words("Panjang jalan berkondisi baik", "Length of roads in good state"),
        "km",
        0.0,
        2_000.0,
    ),
    measure("luas_jalan_ha", Words("Luas jalan", "Area of roads"), "ha", 0.0, 5_000.0),
    things("dusun", Group::Land, "Dusun atau lingkungan", "Hamlets"),
    things("rw", Group::Land, "RW", "RW"),
    things("rt", Group::Land, "RT", "RT"),
    things("paud", Group::Education, "PAUD atau kelompok bermain", "Playgroups"),
    things("tk_ra", Group::Education, "TK atau RA", "Kindergartens"),
    things("sd_mi", Group::Education, "SD atau MI", "Primary schools"),
    things("smp_mts", Group::Education, "SMP atau MTs", "Lower secondary schools"),
    things("sma_smk_ma", Group::Education, "SMA, SMK, atau MA", "Upper secondary schools"),
    things("pkbm", Group::Education, "PKBM", "Community learning centres (PKBM)"),
    things("taman_baca", Group::Education, "Perpustakaan atau taman baca", "Libraries"),
    things("posyandu", Group::Health, "Posyandu", "Posyandu (health posts)"),
    things("poskesdes", Group::Health, "Poskesdes atau polindes", "Village health and birth posts"),
    things("puskesmas", Group::Health, "Puskesmas atau pustu", "Health centres"),
    things(
        "praktik_kesehatan",
        Group::Health,
        "Praktik bidan, perawat, atau dokter",
        "Practices of midwives, nurses, doctors",
    ),
    things("apotek", Group::Health, "Apotek atau toko obat", "Pharmacies"),
    things("titik_air", Group::Water, "Titik air umum (sumur, keran, mata air)", "Public water points"),
    things("mck", Group::Water, "MCK umum", "Public toilets"),
    things("tempat_sampah", Group::Water, "Tempat pembuangan sampah", "Waste sites"),
    things("masjid", Group::Worship, "Masjid", "Mosques"),
    things("musala", Group::Worship, "Musala atau langgar", "Prayer houses"),
    things("gereja", Group::Worship, "Gereja", "Churches"),
    things("pura", Group::Worship, "Pura", "Hindu temples"),
    things("vihara", Group::Worship, "Vihara atau kelenteng", "Buddhist or Confucian temples"),
    things("ibadah_lain", Group::Worship, "Tempat ibadah lain", "Other places of worship"),
    things("pasar", Group::Economy, "Pasar", "Markets"),
    things("warung", Group::Economy, "Toko dan warung", "Shops and stalls"),
    things("koperasi", Group::Economy, "Koperasi", "Cooperatives"),
    things("bumdes", Group::Economy, "BUM Desa", "Village enterprises"),
    things("poktan", Group::Economy, "Kelompok tani (poktan)", "Farmers' groups"),
    FormField {
        key: "produk_unggulan",
        group: Group::Economy,
        name: Words("Produk unggulan", "Leading products"),
        holds: Holds::Text,
    },
    FormField {
        key: "wisata",
        group: Group::Economy,
        name: Words("Tempat wisata atau potensi lain", "Places to visit, other potential"),
        holds: Holds::Text,
    },
    things("olahraga", Group::Groups, "Lapangan atau gedung olahraga", "Sports grounds and halls"),
    things("kelompok_bkb", Group::Groups, "Kelompok BKB", "Toddler groups (BKB)"),
    things("kelompok_bkr", Group::Groups, "Kelompok BKR", "Adolescent groups (BKR)"),
    things("kelompok_bkl", Group::Groups, "Kelompok BKL", "Elderly groups (BKL)"),
    things("kelompok_pik_r", Group::Groups, "Kelompok PIK-R", "Youth centres (PIK-R)"),
    things("kelompok_uppka", Group::Groups, "Kelompok UPPKA", "Income groups (UPPKA)"),
];

/// The field with this key.
pub fn field(key: &str) -> Option<&'static FormField> {
    FIELDS.iter().find(|field| field.key == key)
}

/// The answers of a village, by the keys of the fields; keys that this version does not know are kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VillageForm {
    /// The year that the answers speak of.
    #[serde(default)]
    pub tahun: Option<i32>,
    /// Counts and measures.
    #[serde(default)]
    pub angka: BTreeMap<String, f64>,
    /// Words.
    #[serde(default)]
    pub teks: BTreeMap<String, String>,
    /// Facilities by name, where known with their place.
    #[serde(default)]
    pub tempat: Vec<Place>,
}

/// A facility by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Key of the field that counts it.
    pub jenis: String,
    /// Name.
    pub nama: String,
    /// Latitude in degrees.
    #[serde(default)]
    pub lintang: Option<f64>,
    /// Longitude in degrees.
    #[serde(default)]
    pub bujur: Option<f64>,
}

/// What is wrong with an answer, in words, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Key of the field; `tempat-2` for the third named facility.
    pub field: String,
    /// What is wrong, and the remedy.
    pub text: String,
}

/// Indonesia with a margin: south, north, west, east in degrees.
const INDONESIA: [f64; 4] = [-11.5, 6.5, 94.5, 141.5];
const MAX_TEXT: usize = 300;

impl VillageForm {
    /// Reads a paper's body; nothing where it is damaged.
    pub fn read(body: &str) -> Option<VillageForm> {
        let object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(body).ok()?;
        serde_json::from_value(object.into()).ok()
    }

    /// As a paper's body.
    pub fn body(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Everything that is wrong with it.
    pub fn problems(&self, this_year: i32, lang: Lang) -> Vec<Problem> {
        let mut out = Vec::new();
        let mut say = |field: &str, text: String| out.push(Problem { field: field.to_owned(), text });
        match self.tahun {
            None => say("tahun", words::year_needed(lang).to_owned()),
            Some(year) if !(1990..=this_year).contains(&year) => say("tahun", words::year_range(lang, 1990, this_year)),
            Some(_) => {}
        }
        for field in FIELDS {
            let name = field.name.in_lang(lang);
            let given = self.angka.get(field.key).copied();
            match (field.holds, given) {
                (Holds::Things(_), Some(n)) if n.fract() != 0.0 => say(field.key, words::whole_only(lang, name)),
                (Holds::Things(most), Some(n)) if !(0.0..=f64::from(most)).contains(&n) => {
                    say(field.key, words::between(lang, name, 0, number::whole(lang, most.into())));
                }
                (Holds::Measure(unit, low, high), Some(n)) if !(low..=high).contains(&n) => {
                    let shown = |n: f64| number::decimal(lang, n, 0);
                    say(field.key, words::between(lang, name, shown(low), format!("{} {unit}", shown(high))));
                }
                _ => {}
            }
            if self.teks.get(field.key).is_some_and(|text| text.chars().count() > MAX_TEXT) {
                say(field.key, words::text_too_long(lang, name, MAX_TEXT));
            }
        }
        let road = |key: &str| self.angka.get(key).copied();
        if let (Some(good), Some(all)) = (road("jalan_baik_km"), road("panjang_jalan_km"))
            && good > all
        {
            say("jalan_baik_km", words::good_roads_longer(lang).to_owned());
        }
        for (at, place) in self.tempat.iter().enumerate() {
            let here = format!("tempat-{at}");
            let [south, north, west, east] = INDONESIA;
            if place.nama.trim().is_empty() {
                say(&here, words::place_needs_name(lang).to_owned());
            }
            match (place.lintang, place.bujur) {
                (Some(_), None) | (None, Some(_)) => say(&here, words::both_coordinates(lang).to_owned()),
                (Some(lat), Some(lng)) if (south..=north).contains(&lng) && (west..=east).contains(&lat) => {
                    say(&here, words::coordinates_swapped(lang).to_owned());
                }
                (Some(lat), Some(lng)) if !(south..=north).contains(&lat) || !(west..=east).contains(&lng) => {
                    say(&here, words::outside_indonesia(lang).to_owned());
                }
                _ => {}
            }
        }
        for field in FIELDS.iter().filter(|field| matches!(field.holds, Holds::Things(_))) {
            let named = self.tempat.iter().filter(|place| place.jenis == field.key).count();
            if named > 0 && self.angka.get(field.key).is_some_and(|n| (named as f64) > *n) {
                let n = self.angka.get(field.key).copied().unwrap_or(0.0);
                say(field.key, words::more_named(lang, named, field.name.in_lang(lang), number::decimal(lang, n, 0)));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(angka: &[(&str, f64)]) -> VillageForm {
        let angka = angka.iter().map(|(key, n)| ((*key).to_owned(), *n)).collect();
        VillageForm { tahun: Some(2026), angka, ..VillageForm::default() }
    }

    fn wrong(form: &VillageForm) -> Vec<String> {
        form.problems(2026, Lang::Id).into_iter().map(|problem| problem.field).collect()
    }

    #[test]
    fn keys_are_unique_and_a_form_comes_back_as_it_went() {
        let mut keys: Vec<_> = FIELDS.iter().map(|field| field.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), FIELDS.len());
        let mut full = form(&[("posyandu", 3.0), ("ketinggian_m", 12.5), ("kunci_versi_lain", 7.0)]);
        full.tempat.push(Place {
            jenis: "posyandu".into(),
            nama: "Melati".into(),
            lintang: Some(-3.3),
            bujur: Some(114.6),
        });
        assert_eq!(VillageForm::read(&full.body()), Some(full.clone()));
        assert_eq!(wrong(&full), [""; 0]);
        assert_eq!(VillageForm::read("{\"angka\": 3}"), None);
    }

    #[test]
    fn what_cannot_be_is_refused_by_name() {
        assert_eq!(wrong(&form(&[("sd_mi", 1.5)])), ["sd_mi"]);
        assert_eq!(wrong(&form(&[("sd_mi", -1.0), ("ketinggian_m", 9_000.0)])), ["ketinggian_m", "sd_mi"]);
        assert_eq!(wrong(&form(&[("sd_mi", f64::NAN)])), ["sd_mi"]);
        assert_eq!(wrong(&form(&[("panjang_jalan_km", 3.0), ("jalan_baik_km", 4.0)])), ["jalan_baik_km"]);
        assert_eq!(wrong(&VillageForm { tahun: Some(2027), ..VillageForm::default() }), ["tahun"]);
        assert_eq!(wrong(&VillageForm::default()), ["tahun"]);
        let place = |lat, lng| Place { jenis: "masjid".into(), nama: "Al-Falah".into(), lintang: lat, bujur: lng };
        for (lat, lng, bad) in [
            (Some(-3.3), Some(114.6), false),
            (None, None, false),
            (Some(-3.3), None, true),
            (Some(114.6), Some(-3.3), true),
            (Some(48.8), Some(2.3), true),
        ] {
            let form = VillageForm { tempat: vec![place(lat, lng)], ..form(&[("masjid", 1.0)]) };
            assert_eq!(!wrong(&form).is_empty(), bad, "{lat:?} {lng:?}");
        }
        let two = VillageForm { tempat: vec![place(None, None), place(None, None)], ..form(&[("masjid", 1.0)]) };
        assert_eq!(wrong(&two), ["masjid"]);
    }
}
