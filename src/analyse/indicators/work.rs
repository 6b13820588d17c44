//! Kualitas: work and disability. Neither the identity card's list nor PK21 tells job seekers from others, so there is no
//! unemployment rate here (domain.md §6.4); the share working is shown instead.

use super::entry::{BASE, Better, Entry, Figure, Group, Words};
use crate::analyse::counts::Broad;
use crate::analyse::sums::{all, of_ages};
use crate::base::CodeList;
use crate::base::codes::{Disability, Occupation};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "working-share",
        name: Words("Penduduk 15 tahun ke atas yang bekerja", "Residents 15 and over who work"),
        group: Group::Quality,
        universe: Words("penduduk 15 tahun ke atas", "residents aged 15 and over"),
        numerator: Words("penduduk 15+ yang punya pekerjaan", "residents 15+ with an occupation"),
        denominator: Words("penduduk 15+ yang pekerjaannya diketahui", "residents 15+ of known occupation"),
        better: Better::Higher,
        breakdowns: "J U W",
        help: Words(
            "Dari tiap 100 penduduk 15 tahun ke atas, sebanyak inilah yang kolom pekerjaannya menyebut suatu pekerjaan.",
            "Of every 100 residents aged 15 and over, this many have an occupation in their record.",
        ),
        interpretation: Words(
            "Bukan kebalikan angka pengangguran: pelajar, pengurus rumah tangga, dan pensiunan tidak mencari kerja. Daftar pekerjaan KTP tidak menanyakan siapa yang mencari kerja.",
            "Not the opposite of unemployment: students, people who keep house and pensioners seek no work. The card's list does not ask who seeks work.",
        ),
        source: "keputusan proyek, domain.md §6.4",
        fields: &["pekerjaan", "tanggal_lahir"],
        figure: |c| {
            let rows = of_ages(&c.occupation, &[Broad::Adult]);
            let (mut yes, mut known) = (0, 0);
            for (code, row) in (0u8..).zip(rows) {
                if let Some(occupation) = Occupation::from_number(code) {
                    known += all(row);
                    yes += if occupation.works() { all(row) } else { 0 };
                }
            }
            Figure::ratio(yes, known).missing(all(rows[0]))
        },
        ..BASE
    },
    Entry {
        id: "disability-share",
        name: Words("Penyandang disabilitas", "Persons with disability"),
        group: Group::Quality,
        numerator: Words("penduduk dengan disabilitas tercatat", "residents with a recorded disability"),
        denominator: Words(
            "penduduk yang pertanyaan disabilitasnya terjawab",
            "residents with an answer on disability",
        ),
        sensitive: true,
        breakdowns: "J U",
        help: Words(
            "Dari tiap 100 penduduk yang ditanya, sebanyak inilah yang tercatat menyandang disabilitas.",
            "Of every 100 residents asked, this many have a recorded disability.",
        ),
        interpretation: Words(
            "Biasanya terlalu rendah: banyak disabilitas tidak disebut bila hanya ditanya 'cacat atau tidak'.",
            "Usually too low: many disabilities go unsaid when only 'disabled or not' is asked.",
        ),
        source: "OpenSID cacat",
        fields: &["disabilitas"],
        figure: |c| {
            let total: u32 = c.disability[1..].iter().map(|row| all(*row)).sum();
            let none = all(c.disability[Disability::None as usize]);
            Figure::ratio(total - none, total).missing(all(c.disability[0]))
        },
        ..BASE
    },
];
