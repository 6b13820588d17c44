//! Pembangunan keluarga dan KB: methods and wishes, youth centres, stunting risk, stages of welfare, and the parts of iBangga
//! that the form asks (domain.md §7.2–7.4). The weights of iBangga are not known and eight of its variables are not asked,
//! so its index is never formed here.

use super::super::entry::{BASE, Better, Entry, Figure, Group, Words};
use super::{Ground, Item, Part, Read, WIDER, by_code, distribution};
use crate::base::CodeList;
use crate::base::codes::{ChildWish, Contraception, KsStage};
use crate::lang::{Lang, analyse, catalogue as words};

const KB: Entry = Entry {
    group: Group::Family,
    universe: Words("pasangan usia subur (PUS)", "eligible couples"),
    sensitive: true,
    breakdowns: "U T",
    fields: &["memakai_kb", "metode_kb", "hamil", "keinginan_anak", "status_kawin", "jenis_kelamin", "tanggal_lahir"],
    ..BASE
};

const FAMILIES: Entry =
    Entry { group: Group::Family, universe: Words("keluarga", "families"), breakdowns: "W T", ..BASE };

const KRS: Entry = Entry {
    sensitive: true,
    fields: &[
        "tanggal_lahir",
        "status_kawin",
        "air_minum",
        "tempat_bab",
        "ibu_kandung",
        "anak_masih_hidup_l",
        "anak_masih_hidup_p",
    ],
    source: "pernyataan BKKBN 2024, aturan edisi A, domain.md §7.3",
    ..FAMILIES
};

pub(super) const ITEMS: &[Item] = &[
    Item {
        entry: Entry {
            id: "method-mix",
            name: Words("Cara KB", "Method mix"),
            universe: Words("peserta KB", "users of contraception"),
            numerator: Words("peserta per cara KB", "users by method"),
            denominator: Words("peserta KB yang caranya tercatat", "users whose method is recorded"),
            help: Words(
                "Dari tiap 100 peserta KB, sebanyak inilah yang memakai tiap cara.",
                "Of every 100 users, this many use each method.",
            ),
            interpretation: Words(
                "Bila hampir semua memakai satu cara, mungkin cara lain tidak tersedia atau tidak dijelaskan.",
                "Where nearly all use one method, others may not be offered or explained.",
            ),
            source: "daftar resmi kampungkb.bkkbn.go.id",
            ..KB
        },
        read: Read::Parts(|g, lang| {
            let couples = &g.counts.couples;
            let rows = by_code::<Contraception>(&couples.method, &[Contraception::None.number()], lang);
            distribution(rows, couples.method_unknown)
        }),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "non-user-wish",
            name: Words("PUS bukan peserta KB: IAS, IAT, TIAL, hamil", "Non-users by wish"),
            universe: Words("PUS yang tidak memakai KB", "couples using nothing"),
            numerator: Words("PUS bukan peserta per keinginan", "couples using nothing, by wish"),
            denominator: Words("PUS bukan peserta yang keinginannya tercatat", "couples using nothing of known wish"),
            breakdowns: "U W T",
            help: Words(
                "Dari tiap 100 PUS yang tidak ber-KB, sebanyak inilah yang ingin anak segera, nanti, tidak lagi, atau sedang hamil.",
                "Of every 100 couples using nothing, this many want a child soon, later, no more, or are expecting.",
            ),
            interpretation: Words(
                "IAT dan TIAL adalah kebutuhan KB yang belum terpenuhi: kunjungi dan jelaskan pilihannya.",
                "Later and no more are the unmet need: visit them and explain the choices.",
            ),
            source: "register SIGA, domain.md §8.2",
            ..KB
        },
        read: Read::Parts(|g, lang| {
            let couples = &g.counts.couples;
            let mut rows = by_code::<ChildWish>(&couples.wish, &[], lang);
            rows.push(("hamil".to_owned(), analyse::pregnant(lang).to_owned(), couples.not_using_pregnant));
            distribution(rows, couples.wish[0])
        }),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "pikr-participation",
            name: Words("Keikutsertaan PIK-R", "Youth centres (PIK-R)"),
            numerator: Words("keluarga dengan remaja yang remajanya ikut PIK-R", "families with youth that take part"),
            denominator: Words(
                "keluarga dengan anggota 10–24 tahun yang menjawab",
                "families with a member aged 10–24 that answered",
            ),
            better: Better::Higher,
            help: Words(
                "Dari tiap 100 keluarga dengan remaja, sebanyak inilah yang remajanya ikut PIK-R.",
                "Of every 100 families with youth, this many have youth who take part.",
            ),
            interpretation: Words(
                "Dihitung per keluarga, karena formulir menanyakannya per keluarga; sumber resmi menghitung per remaja.",
                "Counted by family, as the form asks it; the official source counts youths.",
            ),
            source: "Polewali Mandar satudata",
            fields: &["ikut_pik_r", "tanggal_lahir"],
            ..FAMILIES
        },
        read: Read::Ground(|g| Figure::tally(g.pikr)),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "krs-target",
            name: Words("Keluarga sasaran pencegahan stunting", "Families in the target of stunting prevention"),
            numerator: Words("keluarga sasaran", "families in the target"),
            denominator: Words("keluarga yang jawabannya cukup", "families whose answers suffice"),
            help: Words(
                "Keluarga dengan PUS, ibu hamil, atau anak di bawah lima tahun.",
                "Families with an eligible couple, a pregnant woman or a child under five.",
            ),
            interpretation: Words(
                "Sasaran bukan berarti berisiko: ini batas siapa yang diperiksa.",
                "To be in the target is no risk: it tells who is looked at.",
            ),
            ..KRS
        },
        read: Read::Ground(|g| Figure::tally(g.krs_target)),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "krs-at-risk",
            name: Words(
                "Keluarga berisiko stunting (perlu pendampingan)",
                "Families at risk of stunting (need support)",
            ),
            universe: Words("keluarga sasaran", "families in the target"),
            numerator: Words(
                "keluarga sasaran dengan satu faktor atau lebih",
                "families in the target with any factor",
            ),
            denominator: Words(
                "keluarga sasaran yang jawabannya cukup",
                "families in the target whose answers suffice",
            ),
            better: Better::Lower,
            help: Words(
                "Dari tiap 100 keluarga sasaran, sebanyak inilah yang punya air atau jamban tidak layak, atau 4 terlalu.",
                "Of every 100 families in the target, this many have unsafe water or toilet, or births too early, late, close or many.",
            ),
            interpretation: Words(
                "Berisiko berarti perlu didampingi, bukan anaknya stunting. Aturan berbeda menurut tahun; edisinya tertulis.",
                "At risk means in need of support, not that a child is stunted. Rules change by year; the edition is told.",
            ),
            ..KRS
        },
        read: Read::Ground(|g| Figure::tally(g.krs_at_risk)),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "krs-factor",
            name: Words("Risiko stunting menurut faktor", "Risk of stunting by factor"),
            universe: Words("keluarga sasaran", "families in the target"),
            numerator: Words("keluarga sasaran dengan faktor itu", "families in the target with the factor"),
            denominator: Words(
                "keluarga sasaran yang jawabannya cukup",
                "families in the target whose answers suffice",
            ),
            better: Better::Lower,
            help: Words(
                "Dari tiap 100 keluarga sasaran, sebanyak inilah yang punya tiap faktor.",
                "Of every 100 families in the target, this many have each factor.",
            ),
            interpretation: Words(
                "Satu keluarga bisa punya beberapa faktor, jadi jumlahnya boleh lebih dari 100.",
                "A family may have several, so that the sum may exceed 100.",
            ),
            ..KRS
        },
        read: Read::Parts(|g, lang| {
            let names = [
                words::krs_water(lang),
                words::krs_toilet(lang),
                words::krs_young(lang),
                words::krs_old(lang),
                words::krs_close(lang),
                words::krs_many(lang),
            ];
            let keys = ["air", "jamban", "muda", "tua", "dekat", "banyak"];
            let all = keys.into_iter().zip(names).zip(g.krs_factors);
            all.map(|((key, name), tally)| Part::new(key, name, Figure::tally(tally))).collect()
        }),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "ks-stage",
            name: Words("Tahapan Keluarga Sejahtera", "Stages of family welfare"),
            numerator: Words("keluarga per tahapan", "families by stage"),
            denominator: Words("keluarga yang tahapannya tercatat", "families of known stage"),
            help: Words(
                "Dari tiap 100 keluarga, sebanyak inilah di tiap tahapan.",
                "Of every 100 families, this many are at each stage.",
            ),
            interpretation: Words(
                "Tahapan ini alat lama BKKBN; jangan dicampur dengan desil.",
                "The stages are an older tool of BKKBN; do not mix them with deciles.",
            ),
            source: "kampungkb.bkkbn.go.id, kode OpenSID",
            fields: &["tahapan_ks"],
            ..FAMILIES
        },
        read: Read::Parts(|g, lang| distribution(by_code::<KsStage>(&g.stages, &[], lang), g.stages[0])),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "ibangga-estimate",
            name: Words("iBangga (perkiraan): peubah yang ada", "iBangga (estimate): variables at hand"),
            numerator: Words("keluarga yang memenuhi peubah itu", "families for whom the variable holds"),
            denominator: Words("keluarga yang jawabannya cukup", "families whose answers suffice"),
            better: Better::Higher,
            breakdowns: "T",
            help: Words(
                "Perkiraan. Sembilan dari 17 peubah iBangga yang ditanyakan di formulir ini, masing-masing dengan persentasenya.",
                "An estimate. Nine of the 17 variables of iBangga that this form asks, each with its share.",
            ),
            interpretation: Words(
                "Indeksnya sendiri tidak dihitung: bobotnya belum diketahui, dan delapan peubah (ibadah, konflik, kesehatan, media, interaksi, pengasuhan, rekreasi, kegiatan sosial) tidak ditanyakan di sini.",
                "The index itself is not formed: its weights are not known, and eight variables (worship, conflict, health, media, interaction, parenting, recreation, social life) are not asked here.",
            ),
            source: "domain.md §7.4",
            fields: &[
                "punya_buku_nikah",
                "akta_lahir",
                "jaminan_kesehatan",
                "status_kawin",
                "ada_penghasilan",
                "makan_beragam",
                "punya_tabungan",
                "sedang_sekolah",
            ],
            ..FAMILIES
        },
        read: Read::Parts(development),
        k: "K5",
    },
];

fn development(g: &Ground, lang: Lang) -> Vec<Part> {
    let parts = &g.development;
    [
        ("buku_nikah", words::part_marriage(lang), g.counts.marriage_book),
        ("akta_anak", words::part_certificates(lang), parts.certificates),
        ("jaminan", words::part_cover(lang), parts.cover),
        ("tidak_cerai", words::part_together(lang), parts.together),
        ("penghasilan", words::part_income(lang), parts.income),
        ("makan", words::part_food(lang), parts.food),
        ("rumah", words::part_house(lang), g.counts.adequate),
        ("tabungan", words::part_savings(lang), parts.savings),
        ("sekolah", words::part_school(lang), parts.school),
    ]
    .map(|(key, name, tally)| Part::new(key, name, Figure::tally(tally)))
    .to_vec()
}
