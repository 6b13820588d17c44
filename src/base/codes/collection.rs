//! Code lists of the work of collecting: state of a family's data, lawful basis, kinds of vital events, roles.

codes! {
    /// State of a family's data (keadaan data).
    FamilyState "keadaan_data" {
        Draft = 1 "draf" "Draf" / "Draft",
        Complete = 2 "lengkap" "Lengkap" / "Complete",
        Verified = 3 "terverifikasi" "Terverifikasi" / "Verified",
        Returned = 4 "dikembalikan" "Dikembalikan" / "Returned",
    }
    /// Lawful basis of collecting personal data (dasar pemrosesan), UU 27/2022 ps 20.
    Basis "dasar_pendataan" {
        Consent = 1 "persetujuan" "Persetujuan kepala keluarga" / "Consent of the head of the family",
        LegalDuty = 2 "kewajiban_hukum" "Kewajiban hukum" / "Legal obligation",
        PublicTask = 3 "tugas_publik" "Tugas pelayanan publik desa" / "Public task of the village",
        Contract = 4 "perjanjian" "Perjanjian" / "Contract",
        VitalInterest = 5 "kepentingan_vital" "Kepentingan vital" / "Vital interest",
        LegitimateInterest = 6 "kepentingan_sah" "Kepentingan sah lainnya" / "Legitimate interest",
    }
    /// Kinds of vital events (peristiwa penting), domain.md §4.2.
    EventKind "jenis_peristiwa" {
        Birth = 1 "lahir" "Kelahiran" / "Birth",
        Death = 2 "mati" "Kematian" / "Death",
        MoveIn = 3 "datang" "Pindah masuk" / "Moving in",
        MoveOut = 4 "pindah" "Pindah keluar" / "Moving out",
    }
}
