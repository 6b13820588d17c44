//! A person (penduduk, anggota keluarga). Sources of the fields: PK21 blocks I and II and the OpenSID workbook
//! (domain.md §2.2, §2.3, §12.1). Ages are computed at a stated date and never stored.

use crate::base::codes::*;
use crate::base::{Date, Id};

record! {
    /// A person in a family.
    Person, person_field {
        1 name: String ["nama"] "Nama lengkap" / "Full name" ? "Seperti di KTP atau KK" / "As on the identity card";
        2 nik: String ["nik"] "NIK" / "National ID number (NIK)" kind Digits ? "16 angka, salin dari KTP atau KK" / "16 digits, from the card";
        3 nik_reason: NikReason ["alasan_tanpa_nik"] "Alasan belum ada NIK" / "Why there is no NIK";
        4 sex: Sex ["jenis_kelamin"] "Jenis kelamin" / "Sex";
        5 birth_place: String ["tempat_lahir"] "Tempat lahir" / "Place of birth";
        6 born: Date ["tanggal_lahir"] "Tanggal lahir" / "Date of birth" ? "Boleh hanya tahun bila tidak tahu" / "The year alone will do";
        7 relation: Relation ["hubungan"] "Hubungan dengan kepala keluarga" / "Relation to the head";
        8 mother: Id ["ibu_kandung"] "Ibu kandung" / "Biological mother" ? "Pilih dari anggota keluarga" / "Choose among the members";
        9 mother_name: String ["nama_ibu"] "Nama ibu" / "Mother's name";
        10 father_name: String ["nama_ayah"] "Nama ayah" / "Father's name";
        11 mother_nik: String ["nik_ibu"] "NIK ibu" / "Mother's NIK" kind Digits;
        12 father_nik: String ["nik_ayah"] "NIK ayah" / "Father's NIK" kind Digits;
        14 marital: Marital ["status_kawin"] "Status perkawinan" / "Marital status";
        15 first_marriage_age: i32 ["usia_kawin_pertama"] "Umur saat kawin pertama (tahun)" / "Age at first marriage (years)";
        16 religion: Religion ["agama"] "Agama" / "Religion";
        17 citizenship: Citizenship ["kewarganegaraan"] "Kewarganegaraan" / "Citizenship";
        18 ethnic: String ["suku"] "Suku" / "Ethnic group";
        19 completed: Completed ["pendidikan_ditamatkan"] "Pendidikan tertinggi yang ditamatkan" / "Highest education completed";
        20 attending: Attending ["sedang_sekolah"] "Sedang bersekolah di" / "Attending school";
        21 occupation: Occupation ["pekerjaan"] "Pekerjaan" / "Occupation";
        22 health_cover: HealthCover ["jaminan_kesehatan"] "JKN atau asuransi kesehatan" / "Health cover";
        23 health_cover_number: String ["nomor_jaminan_kesehatan"] "Nomor jaminan kesehatan" / "Health cover number";
        24 birth_certificate: YesNo ["akta_lahir"] "Punya akta lahir" / "Has a birth certificate";
        25 birth_certificate_number: String ["nomor_akta_lahir"] "Nomor akta lahir" / "Birth certificate number";
        26 disability: Disability ["disabilitas"] "Disabilitas" / "Disability";
        27 chronic: ChronicIllness ["sakit_menahun"] "Sakit menahun" / "Chronic illness";
        28 blood: BloodGroup ["golongan_darah"] "Golongan darah" / "Blood group";
        29 presence: Presence ["keberadaan"] "Keberadaan sekarang" / "Where the person is now";
        30 permanence: Permanence ["status_penduduk"] "Status penduduk" / "Residence status";
        31 status: LifeStatus ["status_dasar"] "Status dasar" / "Life status";
        32 entered: Date ["tanggal_masuk"] "Tanggal masuk desa" / "Came to the village on";
        33 left: Date ["tanggal_keluar"] "Tanggal keluar atau meninggal" / "Left or died on";
        34 passport: String ["nomor_paspor"] "Nomor paspor" / "Passport number";
        35 passport_until: Date ["paspor_berlaku_sampai"] "Paspor berlaku sampai" / "Passport valid until";
        36 kitas: String ["nomor_kitas"] "Nomor KITAS" / "KITAS number";
        37 marriage_document: String ["nomor_akta_nikah"] "Nomor buku atau akta nikah" / "Marriage document number";
        38 married_on: Date ["tanggal_perkawinan"] "Tanggal perkawinan" / "Date of marriage";
        39 divorce_document: String ["nomor_akta_cerai"] "Nomor akta cerai" / "Divorce document number";
        40 divorced_on: Date ["tanggal_perceraian"] "Tanggal perceraian" / "Date of divorce";
        41 ektp: YesNo ["ktp_elektronik"] "Punya KTP elektronik" / "Has an electronic ID card";
        42 present_address: String ["alamat_sekarang"] "Alamat sekarang" / "Present address";
        43 card_tag: String ["tag_kartu"] "Nomor tag kartu" / "Card tag number";
        50 pregnant: YesNo ["hamil"] "Sedang hamil" / "Pregnant now";
        51 kb_using: YesNo ["memakai_kb"] "Sedang memakai KB" / "Using contraception";
        52 kb_method: Contraception ["metode_kb"] "Cara KB" / "Contraceptive method";
        53 kb_ever: YesNo ["pernah_kb"] "Pernah memakai KB" / "Ever used contraception";
        54 child_wish: ChildWish ["keinginan_anak"] "Keinginan punya anak lagi" / "Wish for another child";
        55 kb_reason: NonUseReason ["alasan_tidak_kb"] "Alasan tidak memakai KB" / "Why no contraception";
        56 born_boys: i32 ["anak_lahir_hidup_l"] "Anak lahir hidup, laki-laki" / "Sons born alive";
        57 born_girls: i32 ["anak_lahir_hidup_p"] "Anak lahir hidup, perempuan" / "Daughters born alive";
        58 alive_boys: i32 ["anak_masih_hidup_l"] "Anak masih hidup, laki-laki" / "Sons still living";
        59 alive_girls: i32 ["anak_masih_hidup_p"] "Anak masih hidup, perempuan" / "Daughters still living";
        60 wanted_children: i32 ["anak_diinginkan"] "Jumlah anak diinginkan" / "Children wanted";
        70 nutrition: Nutrition ["status_gizi"] "Status gizi (dari Posyandu)" / "Nutrition status (from Posyandu)";
        71 nutrition_on: Date ["tanggal_ukur_gizi"] "Tanggal pengukuran" / "Measured on";
    }
}

impl Person {
    /// True where the person belongs to the stock at `at`: born, not yet gone, and not entered later. Persons without a
    /// status are taken as living here. Legal membership counts, whatever the presence (domain.md §4.1).
    pub fn resident_at(&self, at: Date) -> bool {
        if self.removed || self.status.is(LifeStatus::Invalid) {
            return false;
        }
        let after = |date: &crate::base::Answer<Date>| date.get().is_some_and(|date| date.reckoned() > at);
        if after(&self.born) || after(&self.entered) {
            return false;
        }
        match (self.status.get(), self.left.get()) {
            (None | Some(LifeStatus::Alive), _) => true,
            (_, Some(left)) => left.reckoned() > at,
            (_, None) => false,
        }
    }

    /// True where the person is an active member today: not removed, and no death, departure or loss recorded.
    pub fn is_active(&self) -> bool {
        !self.removed && matches!(self.status.get(), None | Some(LifeStatus::Alive))
    }

    /// Age in completed years at `at`, where the birth date is known at least to the year.
    pub fn age_years(&self, at: Date) -> Option<i32> {
        self.born.get().map(|born| born.years_until(at))
    }

    /// Age in completed months at `at`.
    pub fn age_months(&self, at: Date) -> Option<i32> {
        self.born.get().map(|born| born.months_until(at))
    }

    /// True for a woman (perempuan).
    pub fn is_woman(&self) -> bool {
        self.sex.is(Sex::Female)
    }
}
