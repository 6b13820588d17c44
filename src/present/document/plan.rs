//! Which documents there are and what each is made of: data, not code.

use crate::lang::{Lang, document as words};
use serde::{Deserialize, Serialize};

/// A kind of document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Profil Desa.
    #[default]
    Profile,
    /// "Desa … Dalam Angka".
    Figures,
    /// Monografi desa.
    Monograph,
    /// Buku data.
    DataBook,
    /// One page for the village meeting.
    Summary,
    /// Tables for the wall.
    Wall,
    /// Infographic poster.
    Poster,
}

type Words = fn(Lang) -> &'static str;

/// How much of a chapter a document tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Sentences, no heading.
    Words,
    /// Sentences and charts.
    Charts,
    /// Sentences, charts and the main tables.
    Main,
    /// Everything.
    All,
    /// Tables alone.
    Tables,
}

/// A chapter.
pub struct Chapter {
    /// Stable name.
    pub id: &'static str,
    /// Heading.
    pub title: Words,
    /// Its sentences.
    pub sentences: &'static [Words],
    /// Charts, by the table that they draw.
    pub charts: &'static [&'static str],
    /// Tables; the first is the main one.
    pub tables: &'static [&'static str],
}

/// The chapters of domain.md §8.3.
pub const CHAPTERS: &[Chapter] = &[
    Chapter {
        id: "wilayah",
        title: words::chapter_place,
        sentences: &[words::place_1, words::place_2, words::place_4, words::place_3],
        charts: &[],
        tables: &["by-dusun", "by-rt"],
    },
    Chapter {
        id: "penduduk",
        title: words::chapter_people,
        sentences: &[
            words::people_1,
            words::people_2,
            words::people_3,
            words::people_4,
            words::people_5,
            words::people_6,
            words::people_7,
        ],
        charts: &["age-sex"],
        tables: &["age-sex", "religion", "marital", "relation"],
    },
    Chapter {
        id: "pendidikan",
        title: words::chapter_school,
        sentences: &[words::school_1, words::school_2, words::school_3, words::school_4, words::school_5],
        charts: &["education-15"],
        tables: &["education-15", "attendance", "education-all"],
    },
    Chapter {
        id: "kerja",
        title: words::chapter_work,
        sentences: &[words::work_1, words::work_2],
        charts: &["work-pk"],
        tables: &["work-pk", "work-ktp"],
    },
    Chapter {
        id: "kesehatan",
        title: words::chapter_health,
        sentences: &[words::health_1, words::health_2, words::health_3, words::health_4],
        charts: &["kb-method"],
        tables: &["health-cover", "kb-method", "kb-wish", "disability"],
    },
    Chapter {
        id: "keluarga",
        title: words::chapter_family,
        sentences: &[words::family_1, words::family_2, words::family_3],
        charts: &[],
        tables: &["kelompok-kegiatan", "usia-kawin"],
    },
    Chapter {
        id: "adminduk",
        title: words::chapter_documents,
        sentences: &[words::documents_1, words::documents_3, words::documents_2],
        charts: &[],
        tables: &["adminduk"],
    },
    Chapter {
        id: "perlindungan",
        title: words::chapter_protection,
        sentences: &[words::protection_1, words::protection_2],
        charts: &[],
        tables: &["perlindungan"],
    },
    Chapter {
        id: "perumahan",
        title: words::chapter_housing,
        sentences: &[words::housing_1, words::housing_2, words::housing_3, words::housing_4],
        charts: &["water"],
        tables: &["water", "toilet", "rumah"],
    },
    Chapter { id: "potensi", title: words::chapter_potential, sentences: &[], charts: &[], tables: &["sarana"] },
];

/// What a kind of document is made of.
pub struct Plan {
    /// The kind.
    pub kind: Kind,
    /// In addresses and papers.
    pub key: &'static str,
    /// What it is called.
    pub name: Words,
    /// What it is for.
    pub about: Words,
    /// With a cover and contents.
    pub cover: bool,
    /// Chapters and how much of each.
    pub chapters: &'static [(&'static str, Depth)],
    /// With the key figures in front.
    pub key_figures: bool,
    /// With technical notes at the end.
    pub notes: bool,
    /// With blank pages for writing by hand.
    pub forms: bool,
    /// On A3 in large type, a table a sheet.
    pub large: bool,
    /// In small type, so that all of it is one page.
    pub compact: bool,
}

const PLAIN: Plan = Plan {
    kind: Kind::Profile,
    key: "profil",
    name: words::profile,
    about: words::profile_about,
    cover: true,
    chapters: &[],
    key_figures: false,
    notes: true,
    forms: false,
    large: false,
    compact: false,
};

const fn every(depth: Depth) -> [(&'static str, Depth); 10] {
    let mut out = [("", depth); 10];
    let mut at = 0;
    while at < 10 {
        out[at].0 = CHAPTERS[at].id;
        at += 1;
    }
    out
}

const EVERY_ALL: [(&str, Depth); 10] = every(Depth::All);
const EVERY_MAIN: [(&str, Depth); 10] = every(Depth::Main);
const EVERY_TABLE: [(&str, Depth); 10] = every(Depth::Tables);

/// All documents.
pub const PLANS: [Plan; 7] = [
    Plan {
        chapters: &[
            ("wilayah", Depth::Main),
            ("penduduk", Depth::Charts),
            ("pendidikan", Depth::Charts),
            ("kerja", Depth::Charts),
            ("kesehatan", Depth::Charts),
            ("adminduk", Depth::Main),
            ("perumahan", Depth::Charts),
            ("potensi", Depth::All),
        ],
        key_figures: true,
        ..PLAIN
    },
    Plan {
        kind: Kind::Figures,
        key: "angka",
        name: words::figures_book_name,
        about: words::figures_about,
        chapters: &EVERY_ALL,
        ..PLAIN
    },
    Plan {
        kind: Kind::Monograph,
        key: "monografi",
        name: words::monograph,
        about: words::monograph_about,
        chapters: &EVERY_MAIN,
        key_figures: true,
        ..PLAIN
    },
    Plan {
        kind: Kind::DataBook,
        key: "buku",
        name: words::data_book,
        about: words::book_about,
        chapters: &EVERY_TABLE,
        forms: true,
        ..PLAIN
    },
    Plan {
        kind: Kind::Summary,
        key: "ringkasan",
        name: words::summary,
        about: words::summary_about,
        cover: false,
        chapters: &[
            ("penduduk", Depth::Words),
            ("pendidikan", Depth::Words),
            ("kesehatan", Depth::Words),
            ("perlindungan", Depth::Words),
            ("perumahan", Depth::Words),
        ],
        key_figures: true,
        notes: false,
        compact: true,
        ..PLAIN
    },
    Plan {
        kind: Kind::Poster,
        key: "poster",
        name: words::poster,
        about: words::poster_about,
        cover: false,
        notes: false,
        ..PLAIN
    },
    Plan {
        kind: Kind::Wall,
        key: "dinding",
        name: words::wall,
        about: words::wall_about,
        cover: false,
        chapters: &[
            ("wilayah", Depth::Tables),
            ("penduduk", Depth::Tables),
            ("pendidikan", Depth::Tables),
            ("kerja", Depth::Tables),
            ("kesehatan", Depth::Tables),
            ("adminduk", Depth::Tables),
            ("perumahan", Depth::Tables),
        ],
        notes: false,
        large: true,
        ..PLAIN
    },
];

impl Kind {
    /// Its plan.
    pub fn plan(self) -> &'static Plan {
        PLANS.iter().find(|plan| plan.kind == self).unwrap_or(&PLANS[0])
    }

    /// The kind of this key.
    pub fn by_key(key: &str) -> Option<Kind> {
        PLANS.iter().find(|plan| plan.key == key).map(|plan| plan.kind)
    }
}
