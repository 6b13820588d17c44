//! Labels as they stand in OpenSID workbooks, by column and number (domain.md §12.5); the others are our own, in capitals.

use crate::base::codes::List;

type Labels = &'static [(u8, &'static str)];

#[rustfmt::skip]
const LABELS: &[(&str, Labels)] = &[
    ("sex", &[(1, "LAKI-LAKI"), (2, "PEREMPUAN")]),
    ("agama_id", &[(1, "ISLAM"), (2, "KRISTEN"), (3, "KATHOLIK"), (4, "HINDU"), (5, "BUDHA"), (6, "KHONGHUCU"),
        (7, "Kepercayaan Terhadap Tuhan YME / Lainnya")]),
    ("pendidikan_kk_id", &[(1, "TIDAK / BELUM SEKOLAH"), (2, "BELUM TAMAT SD/SEDERAJAT"), (3, "TAMAT SD / SEDERAJAT"),
        (4, "SLTP/SEDERAJAT"), (5, "SLTA / SEDERAJAT"), (6, "DIPLOMA I / II"), (7, "AKADEMI/ DIPLOMA III/S. MUDA"),
        (8, "DIPLOMA IV/ STRATA I"), (9, "STRATA II"), (10, "STRATA III")]),
    ("pendidikan_sedang_id", &[(1, "BELUM MASUK TK/KELOMPOK BERMAIN"), (2, "SEDANG TK/KELOMPOK BERMAIN"),
        (3, "TIDAK PERNAH SEKOLAH"), (4, "SEDANG SD/SEDERAJAT"), (5, "TIDAK TAMAT SD/SEDERAJAT"),
        (6, "SEDANG SLTP/SEDERAJAT"), (7, "SEDANG SLTA/SEDERAJAT"), (10, "SEDANG D-3/SEDERAJAT"),
        (11, "SEDANG S-1/SEDERAJAT"), (17, "TIDAK DAPAT MEMBACA DAN MENULIS HURUF LATIN/ARAB"),
        (18, "TIDAK SEDANG SEKOLAH")]),
    ("pekerjaan_id", &[(1, "BELUM/TIDAK BEKERJA"), (5, "PEGAWAI NEGERI SIPIL (PNS)")]),
    ("kk_level", &[(7, "ORANGTUA")]),
    ("golongan_darah_id", &[(13, "TIDAK TAHU")]),
    ("cacat_id", &[(1, "CACAT FISIK"), (2, "CACAT NETRA/BUTA"), (3, "CACAT RUNGU/WICARA"), (4, "CACAT MENTAL/JIWA"),
        (5, "CACAT FISIK DAN MENTAL"), (6, "CACAT LAINNYA"), (7, "TIDAK CACAT")]),
    ("cara_kb_id", &[(1, "Pil"), (2, "IUD"), (3, "Suntik"), (4, "Kondom"), (5, "Susuk KB"), (6, "Sterilisasi Wanita"),
        (7, "Sterilisasi Pria"), (99, "Lainnya")]),
    ("id_asuransi", &[(1, "Tidak/Belum Punya"), (2, "BPJS Penerima Bantuan Iuran"), (3, "BPJS Non Penerima Bantuan Iuran"),
        (99, "Asuransi Lainnya")]),
];

/// The label of an OpenSID number in a column.
pub(super) fn label(column: &str, list: &'static List, number: u8) -> String {
    let told = LABELS.iter().find(|(name, _)| *name == column);
    if let Some((_, text)) = told.and_then(|(_, labels)| labels.iter().find(|(code, _)| *code == number)) {
        return (*text).to_owned();
    }
    list.rows.iter().find(|row| row.opensid.contains(&number)).map_or(String::new(), |row| row.id.to_uppercase())
}
