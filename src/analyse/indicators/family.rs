//! Pembangunan keluarga dan KB (domain.md §6.3, §7.2). Eligible couples (PUS) are counted by their wives: married women of
//! 15–49 who live here. A pregnant wife counts as not using; "other method" is not known to be modern.

use super::entry::{BASE, Better, Entry, Figure, Group, Small, Unit, Words};
use crate::analyse::couples::Couples;
use crate::base::CodeList;
use crate::base::codes::Contraception;

fn users(couples: &Couples, of: impl Fn(Contraception) -> bool) -> u32 {
    let methods = (0u8..).zip(couples.method);
    methods.filter(|(code, _)| Contraception::from_number(*code).is_some_and(&of)).map(|(_, n)| n).sum()
}

const KB: Entry = Entry {
    group: Group::Family,
    universe: Words("pasangan usia subur (PUS)", "eligible couples"),
    sensitive: true,
    breakdowns: "U W T",
    source: "satudata Nunukan dan Belitung Timur",
    fields: &["memakai_kb", "metode_kb", "hamil", "keinginan_anak", "status_kawin", "jenis_kelamin", "tanggal_lahir"],
    ..BASE
};

const GROUP: Entry = Entry {
    group: Group::Family,
    better: Better::Higher,
    breakdowns: "W T",
    source: "Polewali Mandar satudata",
    ..BASE
};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "cpr-modern",
        name: Words("Peserta KB modern (mCPR)", "Modern contraceptive prevalence"),
        numerator: Words("PUS yang memakai cara KB modern", "couples using a modern method"),
        denominator: Words("PUS yang pemakaian KB-nya diketahui", "couples whose use is known"),
        better: Better::Higher,
        help: Words(
            "Dari tiap 100 pasangan usia subur, sebanyak inilah yang sedang memakai cara KB modern.",
            "Of every 100 eligible couples, this many now use a modern method.",
        ),
        interpretation: Words(
            "Modern: steril, IUD, implan, suntik, pil, kondom, MAL. Pasangan yang hamil atau ingin segera punya anak memang tidak memakai.",
            "Modern: sterilisation, IUD, implant, injection, pill, condom, LAM. Couples who expect or want a child soon do not use any.",
        ),
        figure: |c| {
            let couples = &c.couples;
            let missing = couples.unknown + couples.method_unknown;
            Figure::ratio(users(couples, Contraception::is_modern), couples.all - missing).missing(missing)
        },
        ..KB
    },
    Entry {
        id: "mkjp-share",
        name: Words("Peserta KB jangka panjang (MKJP)", "Long-acting method share"),
        universe: Words("peserta KB modern", "users of modern methods"),
        numerator: Words("peserta IUD, implan, MOW, dan MOP", "users of IUD, implant and sterilisation"),
        denominator: Words("peserta KB modern", "users of modern methods"),
        breakdowns: "U T",
        help: Words(
            "Dari tiap 100 peserta KB modern, sebanyak inilah yang memakai cara jangka panjang.",
            "Of every 100 users of modern methods, this many use a long-acting one.",
        ),
        interpretation: Words(
            "Cara jangka panjang jarang putus pakai. Pilihan tetap di tangan pasangan.",
            "Long-acting methods are seldom stopped. The choice is the couple's own.",
        ),
        source: "daftar IKU BKKBN",
        figure: |c| {
            let couples = &c.couples;
            let modern = users(couples, Contraception::is_modern);
            Figure::ratio(users(couples, Contraception::is_long_acting), modern).missing(couples.method_unknown)
        },
        ..KB
    },
    Entry {
        id: "unmet-need-register",
        name: Words("Unmet need (cara register)", "Unmet need, register formula"),
        numerator: Words(
            "PUS tidak hamil, tidak ber-KB, ingin menunda atau tidak ingin anak lagi",
            "couples not pregnant, not using, who want a child later or no more",
        ),
        denominator: Words("PUS yang jawabannya cukup", "couples whose answers suffice"),
        better: Better::Lower,
        help: Words(
            "Dari tiap 100 pasangan usia subur, sebanyak inilah yang ingin menunda atau berhenti punya anak tetapi tidak memakai KB.",
            "Of every 100 eligible couples, this many want to wait or stop but use nothing.",
        ),
        interpretation: Words(
            "Cara register, bukan cara survei SDKI; keduanya tidak boleh dibandingkan langsung.",
            "The register formula, not that of the health survey (SDKI); the two must not be compared directly.",
        ),
        figure: |c| Figure::tally(c.couples.unmet),
        ..KB
    },
    Entry {
        id: "pus-pregnant",
        name: Words("PUS hamil", "Pregnant couples"),
        numerator: Words("PUS yang istrinya sedang hamil", "couples whose wife is pregnant"),
        unit: Unit::Couples,
        factor: 1.0,
        small: Small::Count,
        breakdowns: "W T",
        help: Words(
            "Pasangan yang istrinya sedang hamil menurut data terakhir.",
            "Couples whose wife is pregnant by the latest data.",
        ),
        interpretation: Words(
            "Sasaran pemeriksaan kehamilan. Perlu dimutakhirkan tiap bulan.",
            "Whom antenatal care is for. Needs an update each month.",
        ),
        source: "register SIGA",
        figure: |c| Figure::count(c.couples.pregnant.yes).missing(c.couples.pregnant.missing),
        ..KB
    },
    Entry {
        id: "bkb-participation",
        name: Words("Keikutsertaan BKB", "Toddler groups (BKB)"),
        universe: Words("keluarga dengan anak 0–6 tahun", "families with a child aged 0–6"),
        numerator: Words("keluarga dengan anak 0–6 tahun yang ikut BKB", "families with a child aged 0–6 that join"),
        denominator: Words(
            "keluarga dengan anak 0–6 tahun yang menjawab",
            "families with a child aged 0–6 that answered",
        ),
        help: Words(
            "Dari tiap 100 keluarga yang punya anak 0–6 tahun, sebanyak inilah yang ikut Bina Keluarga Balita.",
            "Of every 100 families with a child aged 0–6, this many join Bina Keluarga Balita.",
        ),
        interpretation: Words(
            "Rendah bisa berarti kelompoknya jauh, jarang bertemu, atau belum dikenal.",
            "Low may mean that the group is far, seldom meets, or is not yet known.",
        ),
        fields: &["ikut_bkb", "tanggal_lahir"],
        figure: |c| Figure::tally(c.bkb),
        ..GROUP
    },
    Entry {
        id: "bkr-participation",
        name: Words("Keikutsertaan BKR", "Adolescent groups (BKR)"),
        universe: Words("keluarga dengan anggota 10–24 tahun", "families with a member aged 10–24"),
        numerator: Words(
            "keluarga dengan anggota 10–24 tahun yang ikut BKR",
            "families with a member aged 10–24 that join",
        ),
        denominator: Words(
            "keluarga dengan anggota 10–24 tahun yang menjawab",
            "families with a member aged 10–24 that answered",
        ),
        help: Words(
            "Dari tiap 100 keluarga yang punya remaja 10–24 tahun, sebanyak inilah yang ikut Bina Keluarga Remaja.",
            "Of every 100 families with a member aged 10–24, this many join Bina Keluarga Remaja.",
        ),
        interpretation: Words(
            "Rendah bisa berarti kelompoknya jauh, jarang bertemu, atau belum dikenal.",
            "Low may mean that the group is far, seldom meets, or is not yet known.",
        ),
        fields: &["ikut_bkr", "tanggal_lahir"],
        figure: |c| Figure::tally(c.bkr),
        ..GROUP
    },
    Entry {
        id: "bkl-participation",
        name: Words("Keikutsertaan BKL", "Elderly groups (BKL)"),
        universe: Words("keluarga dengan anggota 60 tahun ke atas", "families with a member aged 60 or over"),
        numerator: Words("keluarga dengan lansia yang ikut BKL", "families with an elderly member that join"),
        denominator: Words("keluarga dengan lansia yang menjawab", "families with an elderly member that answered"),
        help: Words(
            "Dari tiap 100 keluarga yang punya anggota lansia, sebanyak inilah yang ikut Bina Keluarga Lansia.",
            "Of every 100 families with an elderly member, this many join Bina Keluarga Lansia.",
        ),
        interpretation: Words(
            "Rendah bisa berarti kelompoknya jauh, jarang bertemu, atau belum dikenal.",
            "Low may mean that the group is far, seldom meets, or is not yet known.",
        ),
        fields: &["ikut_bkl", "tanggal_lahir"],
        figure: |c| Figure::tally(c.bkl),
        ..GROUP
    },
    Entry {
        id: "uppka-participation",
        name: Words("Keikutsertaan UPPKA", "Income groups (UPPKA)"),
        universe: Words("keluarga", "families"),
        numerator: Words("keluarga yang ikut UPPKA", "families that join"),
        denominator: Words("keluarga yang menjawab", "families that answered"),
        help: Words(
            "Dari tiap 100 keluarga, sebanyak inilah yang ikut usaha peningkatan pendapatan (UPPKA).",
            "Of every 100 families, this many join an income group (UPPKA).",
        ),
        interpretation: Words(
            "Sasaran resminya tidak diketahui, jadi semua keluarga dipakai sebagai penyebut.",
            "The official target group is not known, so all families stand below the line.",
        ),
        fields: &["ikut_uppka"],
        figure: |c| Figure::tally(c.uppka),
        ..GROUP
    },
];
