//! Welfare: kinds of aid received, stages of family welfare. Source: domain.md §2.6, §2.7.

codes! {
    /// Kind of social aid (bantuan sosial).
    Aid "bantuan" {
        Pkh = 1 "pkh" "PKH" / "Conditional cash transfer (PKH)"; also ["Program Keluarga Harapan"],
        Bpnt = 2 "bpnt" "BPNT/Sembako" / "Food aid (BPNT)"; also ["Sembako", "Bantuan Pangan Non Tunai"],
        VillageFund = 3 "blt_dd" "BLT Dana Desa" / "Cash aid from the village fund"; also ["BLT-DD", "BLT Desa"],
        Electricity = 4 "subsidi_listrik" "Subsidi listrik" / "Electricity subsidy"; also ["Listrik"],
        LocalGovernment = 5 "bantuan_pemda" "Bantuan pemerintah daerah" / "Aid from the local government";
            also ["Bantuan pemda"],
        Fertiliser = 6 "pupuk" "Subsidi pupuk" / "Fertiliser subsidy"; also ["Bantuan pupuk"],
        Lpg = 7 "lpg" "Subsidi LPG" / "LPG subsidy"; also ["Elpiji", "Subsidi elpiji"],
    }
    /// Stage of family welfare (tahapan keluarga sejahtera).
    KsStage "tahapan_ks" {
        Pre = 1 "pra_ks" "Pra KS" / "Pre-welfare"; opensid [1] also ["Pra Sejahtera", "Keluarga Pra Sejahtera"],
        One = 2 "ks_1" "KS I" / "Welfare I"; opensid [2] also ["Keluarga Sejahtera I"],
        Two = 3 "ks_2" "KS II" / "Welfare II"; opensid [3] also ["Keluarga Sejahtera II"],
        Three = 4 "ks_3" "KS III" / "Welfare III"; opensid [4] also ["Keluarga Sejahtera III"],
        ThreePlus = 5 "ks_3_plus" "KS III Plus" / "Welfare III Plus";
            opensid [5] also ["KS III+", "KS3+", "Keluarga Sejahtera III Plus"],
    }
}
