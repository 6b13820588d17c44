//! Documents: why a number is not there, and plain yes or no. Source: domain.md §2.2, §3.2.

codes! {
    /// Why a person's NIK is not filled in.
    NikReason "alasan_tanpa_nik" {
        NotYet = 1 "belum_punya" "Belum punya NIK" / "Has no NIK yet"; also ["Belum punya", "Tidak punya NIK"],
        InProgress = 2 "sedang_diurus" "Sedang diurus" / "Being applied for"; also ["Dalam proses"],
        NotAtHand = 3 "tidak_dibawa" "Lupa atau dokumen tidak dibawa" / "Forgotten, or document not at hand";
            also ["Lupa", "Lupa/tidak dibawa", "Tidak ingat"],
    }
    /// Why a family's No. KK is not filled in.
    KkReason "alasan_tanpa_kk" {
        NotYet = 1 "belum_punya" "Belum punya KK" / "Has no family card yet"; also ["Belum punya", "Tidak punya KK"],
        InProgress = 2 "sedang_diurus" "Sedang diurus" / "Being applied for"; also ["Dalam proses"],
        NotAtHand = 3 "tidak_dibawa" "Lupa atau dokumen tidak dibawa" / "Forgotten, or document not at hand";
            also ["Lupa", "Lupa/tidak dibawa", "Tidak ingat"],
    }
    /// Yes or no. OpenSID's digits for pregnancy are not known, so none is claimed.
    YesNo "ya_tidak" {
        Yes = 1 "ya" "Ya" / "Yes"; pk21 [1] also ["Y", "true", "Ada", "Punya"],
        No = 2 "tidak" "Tidak" / "No"; pk21 [2] also ["T", "N", "false", "Tdk", "Tidak ada", "Tidak punya"],
    }
}

impl YesNo {
    /// As a truth value.
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }
}
