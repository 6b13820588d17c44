//! Residence: does a person live, and live here. Source: domain.md §2.2, §2.6, §12.5.

codes! {
    /// Basic status of a person in the register (status dasar).
    LifeStatus "status_dasar" {
        Alive = 1 "hidup" "Hidup" / "Alive and here"; opensid [1],
        Dead = 2 "mati" "Mati" / "Died"; opensid [2] also ["Meninggal", "Meninggal dunia"],
        Moved = 3 "pindah" "Pindah" / "Moved away"; opensid [3],
        Lost = 4 "hilang" "Hilang" / "Missing"; opensid [4],
        Left = 5 "pergi" "Pergi" / "Left"; opensid [6],
        Invalid = 6 "tidak_valid" "Tidak valid" / "Record not valid"; opensid [9],
    }
    /// Where the person is (keberadaan), PK21 column 16.
    Presence "keberadaan" {
        AtHome = 1 "di_dalam_rumah" "Di dalam rumah" / "In the home"; pk21 [1],
        Elsewhere = 2 "di_luar_rumah" "Di luar rumah" / "Elsewhere in the country"; pk21 [2],
        Abroad = 3 "di_luar_negeri" "Di luar negeri" / "Abroad"; pk21 [3],
    }
    /// Permanent or temporary resident (status penduduk).
    Permanence "status_penduduk" {
        Permanent = 1 "tetap" "Tetap" / "Permanent"; opensid [1] also ["Penduduk tetap"],
        Temporary = 2 "tidak_tetap" "Tidak tetap" / "Temporary"; opensid [2] also ["Penduduk tidak tetap"],
    }
}

impl LifeStatus {
    /// Only those alive and here are residents; the others stay in the register as history.
    pub fn is_resident(self) -> bool {
        self == Self::Alive
    }
}
