//! What indicators are compared to where the village set no target: references that have a source. Where a number has no
//! official source, it says so (domain.md §9).

use super::ListId;
use crate::analyse::indicators::{Better, Words};

/// What an indicator is compared to.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// Id of the indicator.
    pub indicator: &'static str,
    /// The value compared to, in the indicator's unit.
    pub limit: f64,
    /// Which side is better.
    pub better: Better,
    /// What the number is.
    pub name: Words,
    /// Where the number comes from.
    pub source: Words,
    /// What can be done, plainly.
    pub advice: Words,
    /// Where the advice comes from.
    pub advice_source: Words,
    /// The list of those concerned.
    pub list: Option<ListId>,
    /// What a case is.
    pub case: Case,
}

/// What a case of an indicator is, to reckon the persons touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// A person.
    Person,
    /// A family: as many persons as families have on average.
    Family,
    /// A couple: two persons.
    Couple,
}

const DATA_USE: Words = Words(
    "fungsi Rumah DataKu: rekomendasi dan sasaran intervensi (kampungkb.bkkbn.go.id); isi anjuran disusun aplikasi ini",
    "functions of Rumah DataKu: recommendations and targets of intervention (kampungkb.bkkbn.go.id); worded by this app",
);
const ALL_OWN: Words = Words(
    "tolok ukur aplikasi ini: tidak ada yang tertinggal; angka resmi belum diketahui",
    "yardstick of this app: nobody left out; no official number is known",
);
const ALL_WATER: Words = Words(
    "tema SDGs Desa 6, air bersih dan sanitasi (Permendesa 21/2020); angka 100% tolok ukur aplikasi ini",
    "theme of SDGs Desa 6, clean water and sanitation (Permendesa 21/2020); 100% is a yardstick of this app",
);
const DOCUMENTS: Words = Words(
    "target Kampung KB 1, data keluarga dan dokumen kependudukan (Inpres 3/2022); isi anjuran disusun aplikasi ini",
    "Kampung KB target 1, family data and civil documents (Inpres 3/2022); worded by this app",
);
const PLACE: Words = Words(
    "target Kampung KB 4, penataan lingkungan (Inpres 3/2022); isi anjuran disusun aplikasi ini",
    "Kampung KB target 4, care for the surroundings (Inpres 3/2022); worded by this app",
);
const SERVICE: Words = Words(
    "target Kampung KB 3, cakupan layanan dan rujukan (Inpres 3/2022); isi anjuran disusun aplikasi ini",
    "Kampung KB target 3, reach of services and referral (Inpres 3/2022); worded by this app",
);

/// The references.
pub const REFERENCES: &[Reference] = &[
    Reference {
        indicator: "jkn-coverage",
        limit: 100.0,
        better: Better::Higher,
        name: Words("semua penduduk, 100%", "all residents, 100%"),
        source: Words(
            "SDGs Desa 1.2.1, SJSN kesehatan 100% (Permendesa 21/2020)",
            "SDGs Desa 1.2.1, SJSN health 100% (Permendesa 21/2020)",
        ),
        advice: Words(
            "Datangi warga di daftar, tanyakan kendalanya, lalu bantu pendaftarannya bersama petugas jaminan kesehatan.",
            "Visit those on the list, ask what stands in the way, and help them enrol together with the health cover staff.",
        ),
        advice_source: SERVICE,
        list: Some(ListId::Cover),
        case: Case::Person,
    },
    Reference {
        indicator: "birth-cert-coverage-0-17",
        limit: 100.0,
        better: Better::Higher,
        name: Words("semua anak, 100%", "all children, 100%"),
        source: ALL_OWN,
        advice: Words(
            "Kumpulkan berkas anak yang ada di daftar dan urus bersama Dukcapil; bila banyak, minta pelayanan di desa.",
            "Gather the papers of the children on the list and apply with the civil registry; where many, ask for service in the village.",
        ),
        advice_source: DOCUMENTS,
        list: Some(ListId::Certificate),
        case: Case::Person,
    },
    Reference {
        indicator: "nik-coverage",
        limit: 100.0,
        better: Better::Higher,
        name: Words("semua penduduk, 100%", "all residents, 100%"),
        source: ALL_OWN,
        advice: Words(
            "Lengkapi NIK yang terlewat saat pendataan; yang memang belum punya, bantu urus bersama Dukcapil.",
            "Fill in the numbers that were missed; help those who have none to apply with the civil registry.",
        ),
        advice_source: DOCUMENTS,
        list: None,
        case: Case::Person,
    },
    Reference {
        indicator: "water-layak",
        limit: 100.0,
        better: Better::Higher,
        name: Words("semua keluarga, 100%", "all families, 100%"),
        source: ALL_WATER,
        advice: Words(
            "Lihat RT mana yang paling banyak memakai sumber tak terlindung, lalu bahas perbaikannya di musyawarah desa.",
            "See in which RT most use unprotected sources, and bring the mending of it before the village meeting.",
        ),
        advice_source: PLACE,
        list: None,
        case: Case::Family,
    },
    Reference {
        indicator: "sanitation-layak",
        limit: 100.0,
        better: Better::Higher,
        name: Words("semua keluarga, 100%", "all families, 100%"),
        source: ALL_WATER,
        advice: Words(
            "Lihat RT mana yang paling banyak belum punya jamban dengan tangki septik, lalu bahas di musyawarah desa.",
            "See in which RT most lack a toilet with a septic tank, and bring it before the village meeting.",
        ),
        advice_source: PLACE,
        list: None,
        case: Case::Family,
    },
    Reference {
        indicator: "unmet-need-register",
        limit: 14.7,
        better: Better::Lower,
        name: Words("Indonesia 2022: 14,7%", "Indonesia 2022: 14.7%"),
        source: Words("Pendataan Keluarga (PK) 2022, cara register", "Family survey (PK) 2022, register formula"),
        advice: Words(
            "Ajak PLKB dan bidan membuka konseling KB; hormati pilihan tiap pasangan.",
            "Ask the family planning officer and the midwife to offer counselling; respect each couple's choice.",
        ),
        advice_source: SERVICE,
        list: None,
        case: Case::Couple,
    },
    Reference {
        indicator: "dependency-total",
        limit: 50.0,
        better: Better::Lower,
        name: Words("batas bonus demografi: 50", "limit of the demographic bonus: 50"),
        source: Words("kebiasaan baca, sumber belum dipastikan", "common reading, source not verified"),
        advice: Words(
            "Bahas di musyawarah desa: layanan anak dan lansia, serta pekerjaan bagi usia kerja.",
            "Bring before the village meeting: services for children and the elderly, and work for those of working age.",
        ),
        advice_source: DATA_USE,
        list: None,
        case: Case::Person,
    },
    Reference {
        indicator: "desil-1-4-share",
        limit: 40.0,
        better: Better::Lower,
        name: Words("Indonesia: 40%", "Indonesia: 40%"),
        source: Words(
            "arti desil: empat dari sepuluh kelompok sama besar",
            "meaning of deciles: four of ten groups of equal size",
        ),
        advice: Words(
            "Dahulukan keluarga desil 1–4 saat menyusun sasaran kegiatan, tanpa menutup pintu bagi yang lain.",
            "Put families of deciles 1–4 first when choosing whom to reach, without shutting out others.",
        ),
        advice_source: DATA_USE,
        list: None,
        case: Case::Family,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::indicators::{Unit, entry};

    #[test]
    fn every_reference_names_an_indicator() {
        for reference in REFERENCES {
            let entry = entry(reference.indicator).unwrap_or_else(|| panic!("{}", reference.indicator));
            assert!(matches!(entry.unit, Unit::Percent | Unit::PerHundred), "{}: gaps are points of 100", entry.id);
            assert!(entry.better == Better::Neither || entry.better == reference.better, "{}", entry.id);
        }
    }
}
