//! The village and its data house. One record a register.

use crate::base::area_list;
use crate::base::codes::*;
use crate::base::region::{Area, VillageCode};
use crate::base::{Answer, Date};

record! {
    /// The village profile (profil desa).
    Profile, profile_field {
        1 code: String ["kode_desa"] "Kode desa (Kemendagri)" / "Village code (Kemendagri)";
        2 village: String ["nama_desa"] "Desa atau kelurahan" / "Village";
        3 district: String ["kecamatan"] "Kecamatan" / "District";
        4 regency: String ["kabupaten"] "Kabupaten atau kota" / "Regency or city";
        5 province: String ["provinsi"] "Provinsi" / "Province";
        6 house: String ["nama_rumah_dataku"] "Nama Rumah DataKu" / "Name of the data house";
        7 area_km2: f64 ["luas_km2"] "Luas wilayah (km²)" / "Area (km²)";
        8 reference: Date ["tanggal_acuan"] "Tanggal acuan" / "Reference date";
        9 areas: String ["daftar_wilayah"] "Dusun, RW, dan RT" / "Hamlets, RW and RT";
        10 sample: YesNo ["data_contoh"] "Data contoh" / "Sample data";
        11 resident_months: i32 ["batas_tinggal_bulan"] "Batas tinggal penduduk (bulan)" / "Residence rule (months)";
        12 krs_rules: String ["aturan_krs"] "Aturan risiko stunting" / "Stunting-risk rule set";
    }
}

impl Profile {
    /// The village code, where one is chosen.
    pub fn village_code(&self) -> Option<VillageCode> {
        VillageCode::parse(self.code.text())
    }

    /// The areas that the profile lists: one a line, `dusun;rw;rt`.
    pub fn listed_areas(&self) -> Vec<Area> {
        area_list::areas(self.areas.text())
    }

    /// The village's name as people say it: with "Desa" or "Kelurahan".
    pub fn village_title(&self) -> String {
        let name = self.village.text();
        let kind = if self.village_code().is_some_and(|code| code.is_kelurahan()) { "Kelurahan" } else { "Desa" };
        let said = |kind: &str| name.get(..kind.len()).is_some_and(|start| start.eq_ignore_ascii_case(kind));
        if name.is_empty() || said("Desa") || said("Kelurahan") { name.to_owned() } else { format!("{kind} {name}") }
    }

    /// True for the built-in sample village: invented people only.
    pub fn is_sample(&self) -> bool {
        self.sample.is(YesNo::Yes)
    }

    /// The reference date, or `today` where none is set.
    pub fn reference_or(&self, today: Date) -> Date {
        match self.reference {
            Answer::Known(date) => date,
            _ => today,
        }
    }
}
