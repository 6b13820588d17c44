//! Health: cover, disability, chronic illness, blood group, nutrition. Source: domain.md §2.2, §2.6–2.8.
//! Disability and illness are specific personal data (UU 27/2022).

codes! {
    /// Health cover (JKN / asuransi kesehatan). Regsosek's numbers are bits that can be added together.
    HealthCover "jaminan_kesehatan" {
        Assisted = 1 "pbi" "BPJS PBI/Jamkesmas/Jamkesda" / "BPJS, premium paid by the state";
            pk21 [1] opensid [2] regsosek [1]
            also ["BPJS Penerima Bantuan Iuran", "BPJS PBI", "BPJS-PBI", "KIS PBI", "Jamkesmas", "Jamkesda"],
        Contributing = 2 "non_pbi" "BPJS Non-PBI" / "BPJS, premium paid by the member or employer";
            pk21 [2] opensid [3] regsosek [2, 4] also ["BPJS Non Penerima Bantuan Iuran", "BPJS Mandiri", "Mandiri"],
        Private = 3 "swasta" "Asuransi swasta/lainnya" / "Private or other insurance";
            pk21 [3] opensid [99] regsosek [8] also ["Asuransi Lainnya", "Asuransi swasta", "Lainnya"],
        None = 4 "tidak_ada" "Tidak punya" / "None";
            pk21 [4] opensid [1] regsosek [0]
            also ["Tidak/Belum Punya", "Tidak/Belum", "Tidak memiliki", "Belum punya"],
    }
    /// Disability as OpenSID asks it (cacat). It has no mapping to Regsosek's nine domains.
    Disability "disabilitas" {
        Physical = 1 "fisik" "Disabilitas fisik" / "Physical"; opensid [1] also ["Cacat Fisik"],
        Blind = 2 "netra" "Disabilitas netra" / "Sight";
            opensid [2] also ["Cacat Netra/Buta", "Netra/Buta", "Buta", "Tunanetra"],
        DeafMute = 3 "rungu_wicara" "Disabilitas rungu/wicara" / "Hearing or speech";
            opensid [3] also ["Cacat Rungu/Wicara", "Tunarungu", "Tunawicara", "Tuli", "Bisu"],
        Mental = 4 "mental" "Disabilitas mental/jiwa" / "Mental"; opensid [4] also ["Cacat Mental/Jiwa", "Mental/Jiwa"],
        PhysicalAndMental = 5 "fisik_mental" "Disabilitas fisik dan mental" / "Physical and mental";
            opensid [5] also ["Cacat Fisik dan Mental", "Fisik & Mental", "Fisik dan Mental"],
        Other = 6 "lainnya" "Disabilitas lainnya" / "Other"; opensid [6] also ["Cacat Lainnya"],
        None = 7 "tidak_ada" "Tidak ada disabilitas" / "None"; opensid [7] also ["Tidak Cacat", "Bukan disabilitas"],
    }
    /// Chronic illness (sakit menahun).
    ChronicIllness "sakit_menahun" {
        Heart = 1 "jantung" "Jantung" / "Heart"; opensid [1],
        Liver = 2 "lever" "Lever" / "Liver"; opensid [2] also ["Liver/hati", "Hati"],
        Lungs = 3 "paru_paru" "Paru-paru" / "Lungs"; opensid [3] also ["Paru"],
        Cancer = 4 "kanker" "Kanker" / "Cancer"; opensid [4],
        Stroke = 5 "stroke" "Stroke" / "Stroke"; opensid [5],
        Diabetes = 6 "diabetes" "Diabetes" / "Diabetes"; opensid [6] also ["Diabetes Melitus", "Kencing manis"],
        Kidney = 7 "ginjal" "Ginjal" / "Kidney"; opensid [7],
        Malaria = 8 "malaria" "Malaria" / "Malaria"; opensid [8],
        Leprosy = 9 "kusta" "Kusta" / "Leprosy"; opensid [9] also ["Lepra", "Lepra/Kusta"],
        Hiv = 10 "hiv_aids" "HIV/AIDS" / "HIV/AIDS"; opensid [10] also ["HIV"],
        MentalIllness = 11 "gangguan_jiwa" "Gangguan jiwa" / "Mental illness";
            opensid [11] also ["Gila/Stress", "Gila/Stres"],
        Tuberculosis = 12 "tbc" "TBC" / "Tuberculosis"; opensid [12] also ["TB", "Tuberkulosis"],
        Asthma = 13 "asma" "Asma" / "Asthma"; opensid [13] also ["Asthma/asma"],
        None = 14 "tidak_ada" "Tidak ada" / "None"; opensid [14] also ["Tidak ada/tidak sakit"],
    }
    /// Blood group (golongan darah).
    BloodGroup "golongan_darah" {
        A = 1 "a" "A" / "A"; opensid [1],
        B = 2 "b" "B" / "B"; opensid [2],
        Ab = 3 "ab" "AB" / "AB"; opensid [3],
        O = 4 "o" "O" / "O"; opensid [4],
        APlus = 5 "a_positif" "A+" / "A+"; opensid [5] also ["A pos"],
        AMinus = 6 "a_negatif" "A−" / "A−"; opensid [6] also ["A-", "A neg"],
        BPlus = 7 "b_positif" "B+" / "B+"; opensid [7] also ["B pos"],
        BMinus = 8 "b_negatif" "B−" / "B−"; opensid [8] also ["B-", "B neg"],
        AbPlus = 9 "ab_positif" "AB+" / "AB+"; opensid [9] also ["AB pos"],
        AbMinus = 10 "ab_negatif" "AB−" / "AB−"; opensid [10] also ["AB-", "AB neg"],
        OPlus = 11 "o_positif" "O+" / "O+"; opensid [11] also ["O pos"],
        OMinus = 12 "o_negatif" "O−" / "O−"; opensid [12] also ["O-", "O neg"],
        NotTested = 13 "belum_diketahui" "Golongan darah belum diketahui" / "Not known";
            opensid [13] also ["Tidak Tahu", "Tdk Th"],
    }
    /// Nutrition of a child as recorded by the health service (status gizi).
    Nutrition "status_gizi" {
        Wasting = 1 "wasting" "Wasting (kurus)" / "Wasting"; regsosek [1] also ["Kurus"],
        Stunting = 2 "stunting" "Stunting (pendek)" / "Stunting"; regsosek [2] also ["Pendek"],
        Normal = 3 "normal" "Normal" / "Normal"; also ["Gizi baik"],
        NoRecord = 4 "tidak_ada_catatan" "Tidak ada catatan" / "No record"; regsosek [3],
    }
}
