//! Education, kept as two fields: what is being attended, and the highest level completed. PK21 mixes both in one
//! question; [`pk21_education`] takes it apart. Source: domain.md §2.2, §2.6, §2.8; the pairing is the project's [D].

codes! {
    /// Highest education completed (pendidikan tertinggi yang ditamatkan).
    Completed "pendidikan_tamat" {
        Never = 1 "tidak_belum_sekolah" "Tidak/belum sekolah" / "Never or not yet at school"; pk21 [1] opensid [1],
        NotFinished = 2 "belum_tamat_sd" "Belum tamat SD" / "Primary school not completed";
            pk21 [2] opensid [2] also ["Belum Tamat SD/Sederajat", "Tidak Tamat SD", "Tidak Tamat SD/Sederajat"],
        Primary = 3 "sd" "Tamat SD/sederajat" / "Primary school";
            pk21 [4] opensid [3] also ["SD", "Tamat SD", "SD/MI", "MI", "SD/Sederajat"],
        LowerSecondary = 4 "sltp" "Tamat SLTP/sederajat" / "Lower secondary school";
            pk21 [6] opensid [4]
            also ["SLTP", "SLTP/Sederajat", "Tamat SLTP", "SMP", "Tamat SMP", "SMP/MTs", "MTs", "SMP/Sederajat"],
        UpperSecondary = 5 "slta" "Tamat SLTA/sederajat" / "Upper secondary school";
            pk21 [8] opensid [5]
            also ["SLTA", "SLTA/Sederajat", "Tamat SLTA", "SMA", "SMK", "Tamat SMA", "SMA/SMK", "SMA/MA", "MA", "SMA/Sederajat"],
        Diploma1Or2 = 6 "d1_d2" "Diploma I/II" / "Diploma I or II";
            opensid [6] also ["D1", "D2", "D-I", "D-II", "D1/D2", "D I/II"],
        Diploma3 = 7 "d3" "Akademi/Diploma III" / "Academy or diploma III";
            opensid [7]
            also ["Akademi/ Diploma III/S. Muda", "Akademi/D III/S. Muda", "D-III", "Diploma III", "Akademi", "Sarjana Muda"],
        Bachelor = 8 "d4_s1" "Diploma IV/Strata I" / "Diploma IV or bachelor";
            opensid [8] also ["D IV/S1", "S1", "S-I", "D4", "D-IV", "Strata I", "Sarjana", "S1/D4"],
        Master = 9 "s2" "Strata II" / "Master"; opensid [9] also ["S2", "S-II", "Magister"],
        Doctor = 10 "s3" "Strata III" / "Doctor"; opensid [10] also ["S3", "S-III", "Doktor"],
        Tertiary = 11 "perguruan_tinggi" "Perguruan tinggi, jenjang tidak dirinci" / "Tertiary, level not told";
            pk21 [10] also ["Tamat PT/Akademi", "Tamat PT", "PT", "Perguruan Tinggi"],
    }
    /// Education being attended (pendidikan yang sedang ditempuh), with the ways of not attending.
    Attending "pendidikan_sedang" {
        NotYet = 1 "belum_masuk_tk" "Belum masuk TK/kelompok bermain" / "Not yet in kindergarten";
            opensid [1] also ["Belum masuk TK"],
        PreSchool = 2 "tk" "Sedang TK/kelompok bermain" / "Kindergarten or playgroup";
            opensid [2] also ["TK", "Sedang TK", "PAUD", "KB/TK", "Masih TK"],
        Never = 3 "tidak_pernah_sekolah" "Tidak pernah sekolah" / "Never at school"; opensid [3],
        Primary = 4 "sd" "Sedang SD/sederajat" / "Primary school";
            pk21 [3] opensid [4] also ["SD", "Sedang SD", "Masih SD", "MI", "SD/MI"],
        LeftPrimary = 5 "tidak_tamat_sd" "Tidak tamat SD/sederajat" / "Left primary school early";
            opensid [5] also ["Tidak tamat SD"],
        LowerSecondary = 6 "sltp" "Sedang SLTP/sederajat" / "Lower secondary school";
            pk21 [5] opensid [6] also ["SLTP", "Sedang SLTP", "Masih SLTP", "SMP", "Masih SMP", "MTs", "SMP/MTs"],
        UpperSecondary = 7 "slta" "Sedang SLTA/sederajat" / "Upper secondary school";
            pk21 [7] opensid [7] also ["SLTA", "Sedang SLTA", "Masih SLTA", "SMA", "SMK", "Masih SMA", "MA", "SMA/SMK"],
        Diploma1 = 8 "d1" "Sedang D-1/sederajat" / "Diploma I"; opensid [8] also ["D-I", "Sedang D1"],
        Diploma2 = 9 "d2" "Sedang D-2/sederajat" / "Diploma II"; opensid [9] also ["D-II", "Sedang D2"],
        Diploma3 = 10 "d3" "Sedang D-3/sederajat" / "Diploma III"; opensid [10] also ["D-III", "Sedang D3"],
        Bachelor = 11 "s1" "Sedang S-1/sederajat" / "Bachelor"; opensid [11] also ["S-I", "Sedang S1"],
        Master = 12 "s2" "Sedang S-2/sederajat" / "Master"; opensid [12] also ["S-II", "Sedang S2"],
        Doctor = 13 "s3" "Sedang S-3/sederajat" / "Doctor"; opensid [13] also ["S-III", "Sedang S3"],
        SpecialA = 14 "slb_a" "Sedang SLB A/sederajat" / "Special school A";
            opensid [14] also ["SLB A", "Sedang SLB A"],
        SpecialB = 15 "slb_b" "Sedang SLB B/sederajat" / "Special school B";
            opensid [15] also ["SLB B", "Sedang SLB B"],
        SpecialC = 16 "slb_c" "Sedang SLB C/sederajat" / "Special school C";
            opensid [16] also ["SLB C", "Sedang SLB C"],
        Illiterate = 17 "tidak_baca_tulis" "Tidak dapat membaca dan menulis" / "Cannot read and write";
            opensid [17] also ["Tidak dapat baca tulis", "Tidak dapat membaca dan menulis huruf latin/arab"],
        NotAttending = 18 "tidak_sedang_sekolah" "Tidak sedang sekolah" / "Not attending";
            opensid [18] also ["Tidak sekolah lagi", "Tidak sekolah"],
        Tertiary = 19 "perguruan_tinggi" "Sedang kuliah, jenjang tidak dirinci" / "Tertiary, level not told";
            pk21 [9] also ["Masih PT/Akademi", "Masih PT", "PT", "Perguruan Tinggi", "Kuliah"],
    }
}

impl Completed {
    /// 0 none (primary school not completed included), 1 SD, 2 SLTP, 3 SLTA, 4 tertiary.
    pub fn level(self) -> u8 {
        match self {
            Self::Never | Self::NotFinished => 0,
            Self::Primary => 1,
            Self::LowerSecondary => 2,
            Self::UpperSecondary => 3,
            Self::Diploma1Or2 | Self::Diploma3 | Self::Bachelor | Self::Master | Self::Doctor | Self::Tertiary => 4,
        }
    }
}

impl Attending {
    /// Is in a school, kindergarten or university now.
    pub fn attends(self) -> bool {
        !matches!(self, Self::NotYet | Self::Never | Self::LeftPrimary | Self::Illiterate | Self::NotAttending)
    }

    /// The level attended: 0 kindergarten, 1 SD, 2 SLTP, 3 SLTA, 4 tertiary. Nothing for those who do not attend, and for
    /// special schools, whose code does not tell the level.
    pub fn level(self) -> Option<u8> {
        match self {
            Self::PreSchool => Some(0),
            Self::Primary => Some(1),
            Self::LowerSecondary => Some(2),
            Self::UpperSecondary => Some(3),
            Self::Diploma1 | Self::Diploma2 | Self::Diploma3 => Some(4),
            Self::Bachelor | Self::Master | Self::Doctor | Self::Tertiary => Some(4),
            _ => None,
        }
    }
}

/// What PK21's one education question (column 14, codes 1–10) says of attending and of completed education. Code 9 (still
/// in tertiary education) is read as SLTA completed, which may be too low ≈ [D].
pub fn pk21_education(code: u8) -> Option<(Option<Attending>, Option<Completed>)> {
    let (attending, completed) = match code {
        1 => (Attending::NotAttending, Completed::Never),
        2 => (Attending::NotAttending, Completed::NotFinished),
        3 => (Attending::Primary, Completed::NotFinished),
        4 => (Attending::NotAttending, Completed::Primary),
        5 => (Attending::LowerSecondary, Completed::Primary),
        6 => (Attending::NotAttending, Completed::LowerSecondary),
        7 => (Attending::UpperSecondary, Completed::LowerSecondary),
        8 => (Attending::NotAttending, Completed::UpperSecondary),
        9 => (Attending::Tertiary, Completed::UpperSecondary),
        10 => (Attending::NotAttending, Completed::Tertiary),
        _ => return None,
    };
    Some((Some(attending), Some(completed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pk21_comes_apart_into_attending_and_completed() {
        for (code, attends, attended, completed) in [
            (1, false, None, 0),
            (3, true, Some(1), 0),
            (5, true, Some(2), 1),
            (7, true, Some(3), 2),
            (8, false, None, 3),
            (9, true, Some(4), 3),
            (10, false, None, 4),
        ] {
            let (attending, done) = pk21_education(code).unwrap();
            let (attending, done) = (attending.unwrap(), done.unwrap());
            assert_eq!(
                (attending.attends(), attending.level(), done.level()),
                (attends, attended, completed),
                "{code}"
            );
        }
        assert_eq!(pk21_education(0), None);
        assert_eq!(pk21_education(11), None);
    }
}
