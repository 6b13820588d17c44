//! A family (keluarga) with its address, housing and welfare block, and its members in order. Sources: PK21 blocks I and III
//! (domain.md §2.1, §2.4). No. KK is an attribute: it changes.

use super::Person;
use crate::base::codes::*;
use crate::base::region::Area;
use crate::base::{Date, Id};

record! {
    /// The fields of a family itself.
    FamilyFields, family_field {
        1 kk: String ["no_kk"] "Nomor KK" / "Family card number (KK)" kind Digits ? "16 angka di bagian atas Kartu Keluarga" / "16 digits on top of the card";
        2 kk_reason: KkReason ["alasan_tanpa_kk"] "Alasan belum ada KK" / "Why there is no card";
        3 dusun: String ["dusun"] "Dusun" / "Hamlet (dusun)";
        4 rw: String ["rw"] "RW" / "RW";
        5 rt: String ["rt"] "RT" / "RT";
        6 address: String ["alamat"] "Alamat" / "Address" ? "Jalan, gang, atau patokan" / "Street, lane or landmark";
        7 house_number: String ["nomor_rumah"] "Nomor rumah" / "House number";
        8 lat: f64 ["lintang"] "Lintang" / "Latitude";
        9 lng: f64 ["bujur"] "Bujur" / "Longitude";
        10 ownership: Ownership ["kepemilikan_rumah"] "Kepemilikan rumah" / "House ownership";
        11 roof: Roof ["atap"] "Atap terluas" / "Main roof material";
        12 wall: Wall ["dinding"] "Dinding terluas" / "Main wall material";
        13 floor: Floor ["lantai"] "Lantai terluas" / "Main floor material";
        14 lighting: Lighting ["penerangan"] "Sumber penerangan" / "Lighting";
        15 water: Water ["air_minum"] "Air minum utama" / "Main drinking water"
            ? "Tanyakan sumber yang paling lama dipakai dalam setahun terakhir" / "The source used longest in the past year";
        16 toilet: Toilet ["tempat_bab"] "Tempat buang air besar" / "Toilet";
        17 fuel: Fuel ["bahan_bakar"] "Bahan bakar memasak" / "Cooking fuel";
        18 floor_area: f64 ["luas_bangunan"] "Luas bangunan (m²)" / "Floor area (m²)";
        19 residents: i32 ["orang_menetap"] "Jumlah orang menetap di rumah" / "People living in the house";
        20 aid_pkh: YesNo ["bansos_pkh"] "Menerima PKH" / "Receives PKH";
        21 aid_bpnt: YesNo ["bansos_bpnt"] "Menerima BPNT atau Sembako" / "Receives BPNT or Sembako";
        22 aid_blt: YesNo ["bansos_blt_dd"] "Menerima BLT Dana Desa" / "Receives village-fund cash aid";
        23 aid_other: YesNo ["bansos_lain"] "Menerima bantuan lain" / "Receives other aid";
        28 marriage_book: YesNo ["punya_buku_nikah"] "Punya buku atau akta nikah" / "Has a marriage document";
        29 income: YesNo ["ada_penghasilan"] "Ada sumber penghasilan tetap" / "Has a regular income";
        30 varied_food: YesNo ["makan_beragam"] "Makan beragam setiap hari" / "Eats varied food daily";
        31 savings: YesNo ["punya_tabungan"] "Punya tabungan atau aset" / "Has savings or assets";
        32 bkb: YesNo ["ikut_bkb"] "Ikut BKB (anak 0–6 tahun)" / "Joins BKB (children 0–6)";
        33 bkr: YesNo ["ikut_bkr"] "Ikut BKR (remaja 10–24 tahun)" / "Joins BKR (youth 10–24)";
        34 bkl: YesNo ["ikut_bkl"] "Ikut BKL (lansia 60+)" / "Joins BKL (elderly 60+)";
        35 uppka: YesNo ["ikut_uppka"] "Ikut UPPKA" / "Joins UPPKA";
        36 pikr: YesNo ["ikut_pik_r"] "Remaja ikut PIK-R" / "Youth join PIK-R";
        37 ks_stage: KsStage ["tahapan_ks"] "Tahapan Keluarga Sejahtera" / "Family welfare stage";
        40 decile: i32 ["desil"] "Desil (hanya dari DTSEN)" / "Welfare decile (from DTSEN only)";
        41 decile_source: String ["sumber_desil"] "Sumber desil" / "Source of the decile";
        42 decile_on: Date ["tanggal_desil"] "Tanggal data desil" / "Date of the decile";
        50 visited: Date ["tanggal_kunjungan"] "Tanggal kunjungan terakhir" / "Last visit";
        51 enumerator: String ["pendata"] "Kader pendata" / "Enumerator";
        52 basis: Basis ["dasar_pendataan"] "Dasar pendataan" / "Lawful basis"
            ? "Bacakan penjelasan lebih dulu" / "Read the explanation first";
        53 basis_on: Date ["tanggal_dasar"] "Tanggal persetujuan" / "Date of consent";
        54 state: FamilyState ["keadaan_data"] "Keadaan data" / "State of the data";
        55 note: String ["catatan"] "Catatan" / "Note";
    }
}

/// A family and its members in order; the head first where there is one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Family {
    /// The family's own fields.
    pub own: FamilyFields,
    /// Members, also those who died or left (see [`Person::is_active`]).
    pub members: Vec<Person>,
}

impl std::ops::Deref for Family {
    type Target = FamilyFields;
    fn deref(&self) -> &FamilyFields {
        &self.own
    }
}

impl Family {
    /// Active members (not removed, living here).
    pub fn active(&self) -> impl Iterator<Item = &Person> {
        self.members.iter().filter(|person| person.is_active())
    }

    /// The active head (kepala keluarga), where there is one.
    pub fn head(&self) -> Option<&Person> {
        self.active().find(|person| person.relation.is(Relation::Head))
    }

    /// The name under which the family is listed: its head's, else the first active member's, else the first member's.
    pub fn title(&self) -> &str {
        self.head().or_else(|| self.active().next()).or(self.members.first()).map_or("", |person| person.name.text())
    }

    /// A member by id.
    pub fn member(&self, id: Id) -> Option<&Person> {
        self.members.iter().find(|person| person.id == id)
    }

    /// The mother's record, where she is a member of this family.
    pub fn mother_of(&self, child: &Person) -> Option<&Person> {
        child.mother.get().and_then(|id| self.member(id))
    }

    /// Pairs of (mother, child) among the members that are not removed.
    pub fn mother_child_pairs(&self) -> impl Iterator<Item = (&Person, &Person)> {
        self.members
            .iter()
            .filter(|child| !child.removed)
            .filter_map(|child| self.mother_of(child).filter(|m| !m.removed).map(|mother| (mother, child)))
    }

    /// Where the family lives.
    pub fn area(&self) -> Area {
        Area { dusun: self.dusun.text().into(), rw: self.rw.text().into(), rt: self.rt.text().into() }
    }

    /// State of the data; a family without one is a draft.
    pub fn state(&self) -> FamilyState {
        self.own.state.get().unwrap_or(FamilyState::Draft)
    }
}
