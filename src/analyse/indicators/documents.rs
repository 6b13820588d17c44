//! Administrasi kependudukan and perlindungan sosial: documents, health cover, aid (domain.md §6.3).

use super::entry::{BASE, Better, Entry, Figure, Group, Words};
use crate::analyse::sums::all;
use crate::base::codes::HealthCover;

const DOCUMENT: Entry = Entry { group: Group::Documents, better: Better::Higher, ..BASE };
const PROTECTION: Entry = Entry { group: Group::Protection, breakdowns: "W T", ..BASE };

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "nik-coverage",
        name: Words("Penduduk ber-NIK", "Residents with a NIK"),
        numerator: Words("penduduk dengan NIK 16 angka", "residents with a NIK of 16 digits"),
        denominator: Words("penduduk", "residents"),
        help: Words(
            "Dari tiap 100 penduduk, sebanyak inilah yang NIK-nya sudah ada di data ini.",
            "Of every 100 residents, this many have their NIK in these data.",
        ),
        interpretation: Words(
            "Yang belum tercatat belum tentu tidak punya NIK: mungkin kartunya tidak ada di tempat saat didata.",
            "Those without may well have a NIK: the card may not have been at hand.",
        ),
        source: "keputusan proyek",
        fields: &["nik"],
        figure: |c| Figure::ratio(c.nik, c.residents),
        ..DOCUMENT
    },
    Entry {
        id: "kk-coverage",
        name: Words("Keluarga ber-KK", "Families with a family card"),
        universe: Words("keluarga", "families"),
        numerator: Words("keluarga dengan nomor KK 16 angka", "families with a card number of 16 digits"),
        denominator: Words("keluarga", "families"),
        breakdowns: "W T",
        help: Words(
            "Dari tiap 100 keluarga, sebanyak inilah yang nomor KK-nya sudah ada di data ini.",
            "Of every 100 families, this many have their card number in these data.",
        ),
        interpretation: Words(
            "Keluarga tanpa nomor KK sulit menerima bantuan; dahulukan pengurusannya.",
            "Families without a number find it hard to get aid; help them first.",
        ),
        source: "tabel rumah data desa, domain.md §8.2",
        fields: &["no_kk"],
        figure: |c| Figure::ratio(c.kk, c.families),
        ..DOCUMENT
    },
    Entry {
        id: "birth-cert-coverage",
        name: Words("Kepemilikan akta lahir, semua umur", "Birth certificate, all ages"),
        numerator: Words("penduduk yang punya akta lahir", "residents with a birth certificate"),
        denominator: Words("penduduk yang pertanyaan aktanya terjawab", "residents with an answer on the certificate"),
        help: Words(
            "Dari tiap 100 penduduk yang ditanya, sebanyak inilah yang punya akta lahir.",
            "Of every 100 residents asked, this many have a birth certificate.",
        ),
        interpretation: Words(
            "Orang tua sering tidak punya akta. Untuk program, lihat angka anak 0–17 tahun.",
            "The old often have none. For programmes look at children 0–17.",
        ),
        source: "PK21 kolom 9",
        fields: &["akta_lahir"],
        figure: |c| {
            let [child, rest] = c.certificate;
            Figure::ratio(child.yes + rest.yes, child.known() + rest.known()).missing(child.missing + rest.missing)
        },
        ..DOCUMENT
    },
    Entry {
        id: "birth-cert-coverage-0-17",
        name: Words("Kepemilikan akta lahir, 0–17 tahun", "Birth certificate, ages 0–17"),
        universe: Words("penduduk 0–17 tahun", "residents aged 0–17"),
        numerator: Words("anak 0–17 tahun yang punya akta lahir", "children aged 0–17 with a birth certificate"),
        denominator: Words("anak 0–17 tahun yang pertanyaan aktanya terjawab", "children aged 0–17 with an answer"),
        sensitive: true,
        help: Words(
            "Dari tiap 100 anak, sebanyak inilah yang punya akta lahir.",
            "Of every 100 children, this many have a birth certificate.",
        ),
        interpretation: Words(
            "Akta membuka sekolah, bantuan, dan warisan. Anak tanpa akta ada di daftar sasaran.",
            "A certificate opens schools, aid and inheritance. Children without one are on a target list.",
        ),
        source: "PK21 kolom 9",
        fields: &["akta_lahir", "tanggal_lahir"],
        figure: |c| Figure::tally(c.certificate[0]),
        ..DOCUMENT
    },
    Entry {
        id: "marriage-doc-coverage",
        name: Words("Kepemilikan buku atau akta nikah", "Marriage document"),
        universe: Words("keluarga dengan anggota berstatus kawin", "families with a married member"),
        numerator: Words("keluarga yang punya buku atau akta nikah", "families with a marriage document"),
        denominator: Words(
            "keluarga dengan anggota kawin yang menjawab",
            "families with a married member that answered",
        ),
        breakdowns: "W T",
        help: Words(
            "Dari tiap 100 keluarga dengan pasangan kawin, sebanyak inilah yang punya buku atau akta nikah.",
            "Of every 100 families with a married couple, this many hold a marriage document.",
        ),
        interpretation: Words(
            "Tanpa buku nikah, akta lahir anak sulit memuat nama ayah. Sidang isbat dapat membantu.",
            "Without it a child's certificate can hardly name the father. A court confirmation (isbat) can help.",
        ),
        source: "PK21 P02",
        fields: &["punya_buku_nikah", "status_kawin"],
        figure: |c| Figure::tally(c.marriage_book),
        ..DOCUMENT
    },
    Entry {
        id: "jkn-coverage",
        name: Words("Kepesertaan jaminan kesehatan", "Health cover"),
        numerator: Words("penduduk dengan BPJS atau asuransi kesehatan", "residents with BPJS or other health cover"),
        denominator: Words("penduduk yang jaminannya diketahui", "residents of known cover"),
        better: Better::Higher,
        breakdowns: "J U W T",
        help: Words(
            "Dari tiap 100 penduduk, sebanyak inilah yang punya jaminan kesehatan.",
            "Of every 100 residents, this many have health cover.",
        ),
        interpretation: Words(
            "Menghitung yang tercatat ikut, belum tentu iurannya lancar.",
            "Counts who is enrolled, not whose premiums are paid.",
        ),
        source: "PK21 kolom 15",
        fields: &["jaminan_kesehatan"],
        figure: |c| {
            let known: u32 = c.cover[1..].iter().map(|row| all(*row)).sum();
            Figure::ratio(known - all(c.cover[HealthCover::None as usize]), known).missing(all(c.cover[0]))
        },
        ..PROTECTION
    },
    Entry {
        id: "bansos-coverage",
        name: Words("Keluarga penerima bantuan sosial", "Families receiving social aid"),
        universe: Words("keluarga", "families"),
        numerator: Words("keluarga yang menerima salah satu bantuan", "families receiving any aid"),
        denominator: Words("keluarga yang jawabannya cukup", "families whose answers suffice"),
        sensitive: true,
        help: Words(
            "Dari tiap 100 keluarga, sebanyak inilah yang menerima PKH, BPNT, BLT Dana Desa, atau bantuan lain.",
            "Of every 100 families, this many receive PKH, BPNT, village-fund cash or other aid.",
        ),
        interpretation: Words(
            "Banyak penerima bukan baik atau buruk; yang penting tepat sasaran.",
            "Many receivers is neither good nor bad; what matters is that it reaches those who need it.",
        ),
        source: "daftar Regsosek",
        fields: &["bansos_pkh", "bansos_bpnt", "bansos_blt_dd", "bansos_lain"],
        figure: |c| Figure::tally(c.aid),
        ..PROTECTION
    },
    Entry {
        id: "desil-1-4-share",
        name: Words("Keluarga desil 1–4", "Families in deciles 1–4"),
        universe: Words("keluarga", "families"),
        numerator: Words("keluarga desil 1 sampai 4", "families in deciles 1 to 4"),
        denominator: Words("keluarga yang desilnya diimpor", "families with an imported decile"),
        sensitive: true,
        help: Words(
            "Dari tiap 100 keluarga yang desilnya diketahui, sebanyak inilah di empat kelompok terbawah se-Indonesia.",
            "Of every 100 families of known decile, this many are in the four lowest groups of the country.",
        ),
        interpretation: Words(
            "Desil hanya dari DTSEN dan tidak pernah dihitung di sini. Di atas 40% berarti lebih miskin dari rata-rata nasional.",
            "Deciles come from DTSEN alone and are never computed here. Above 40% is poorer than the national average.",
        ),
        source: "DTSEN (impor)",
        fields: &["desil"],
        figure: |c| Figure::ratio(c.decile[1..=4].iter().sum(), c.decile[1..].iter().sum()).missing(c.decile[0]),
        ..PROTECTION
    },
];
