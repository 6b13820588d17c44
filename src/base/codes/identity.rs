//! Code lists of identity: sex, relation, marital status, religion, citizenship.

codes! {
    /// Sex (jenis kelamin).
    Sex "jenis_kelamin" {
        Male = 1 "laki_laki" "Laki-laki" / "Male"; pk21 [1] opensid [1] also ["L", "LK", "Pria"],
        Female = 2 "perempuan" "Perempuan" / "Female"; pk21 [2] opensid [2] also ["P", "PR", "Wanita"],
    }
    /// Relation to the head of the family (hubungan dengan kepala keluarga, SHDK).
    Relation "hubungan" {
        Head = 1 "kepala_keluarga" "Kepala keluarga" / "Head of the family"; pk21 [1] opensid [1] regsosek [1] also ["KK", "Kepala"],
        Husband = 2 "suami" "Suami" / "Husband"; opensid [2] regsosek [2],
        Wife = 3 "istri" "Istri" / "Wife"; pk21 [2] opensid [3] regsosek [2] also ["Isteri"],
        Child = 4 "anak" "Anak" / "Child"; pk21 [3] opensid [4] regsosek [3] also ["Anak kandung"],
        ChildInLaw = 5 "menantu" "Menantu" / "Child-in-law"; opensid [5] regsosek [4],
        Grandchild = 6 "cucu" "Cucu" / "Grandchild"; opensid [6] regsosek [5],
        Parent = 7 "orang_tua" "Orang tua" / "Parent"; opensid [7] regsosek [6] also ["Orangtua"],
        ParentInLaw = 8 "mertua" "Mertua" / "Parent-in-law"; opensid [8] regsosek [6],
        OtherRelative = 9 "famili_lain" "Famili lain" / "Other relative"; opensid [9] regsosek [8],
        Servant = 10 "pembantu" "Pembantu" / "Domestic worker"; opensid [10] regsosek [7],
        Other = 11 "lainnya" "Lainnya" / "Other"; pk21 [4] opensid [11] regsosek [8],
    }
    /// Marital status (status perkawinan).
    Marital "status_kawin" {
        Never = 1 "belum_kawin" "Belum kawin" / "Never married"; pk21 [1] opensid [1] also ["BK"],
        Married = 2 "kawin" "Kawin" / "Married"; pk21 [2] opensid [2] also ["K", "Menikah"],
        Divorced = 3 "cerai_hidup" "Cerai hidup" / "Divorced"; pk21 [3] opensid [3] also ["CH"],
        Widowed = 4 "cerai_mati" "Cerai mati" / "Widowed"; pk21 [4] opensid [4] also ["CM"],
    }
    /// Religion (agama).
    Religion "agama" {
        Islam = 1 "islam" "Islam" / "Islam"; pk21 [1] opensid [1],
        Protestant = 2 "kristen" "Kristen" / "Protestant"; pk21 [2] opensid [2],
        Catholic = 3 "katolik" "Katolik" / "Catholic"; pk21 [3] opensid [3] also ["Katholik"],
        Hindu = 4 "hindu" "Hindu" / "Hindu"; pk21 [4] opensid [4],
        Buddhist = 5 "budha" "Buddha" / "Buddhist"; pk21 [5] opensid [5] also ["Budha"],
        Confucian = 6 "khonghucu" "Khonghucu" / "Confucian"; pk21 [6] opensid [6] also ["Konghucu"],
        Belief = 7 "kepercayaan" "Kepercayaan / lainnya" / "Native belief or other";
            pk21 [7] opensid [7] also ["Kepercayaan Terhadap Tuhan YME / Lainnya", "Penghayat Kepercayaan", "Kepercayaan"],
    }
    /// Citizenship (kewarganegaraan).
    Citizenship "kewarganegaraan" {
        Indonesian = 1 "wni" "WNI" / "Indonesian"; opensid [1],
        Foreign = 2 "wna" "WNA" / "Foreign"; opensid [2],
        Dual = 3 "dua" "Dua kewarganegaraan" / "Dual"; opensid [3],
    }
}
