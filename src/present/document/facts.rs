//! What a document says of a village, read from its counts once: guarded tables, and figures with the names by which
//! sentences call them. A figure is made from a table as it is seen, so that no sentence tells what the table hides.

use super::figures::figures;
use super::guarded::{Guarded, HIDE_BELOW, Line};
use super::linked;
use crate::analyse::indicators::RATE_FLOOR;
use crate::analyse::pyramid::group_label;
use crate::analyse::sums::OLDEST;
use crate::analyse::tables::{AreaLevel, AreaRow, CrossRow, CrossTable, by_area, tables};
use crate::analyse::tally::Tally;
use crate::analyse::{Columns, Counts, Scope};
use crate::base::codes::*;
use crate::base::region::Area;
use crate::base::{CodeList, Share};
use crate::lang::{Lang, analyse as words, document as own, number};
use crate::present::Note;
use crate::register::Profile;

/// Whence a document is made.
pub struct Source<'a> {
    /// Counts of the date and area.
    pub counts: &'a Counts,
    /// Columns of the register: its areas.
    pub columns: &'a Columns,
    /// When and where.
    pub scope: &'a Scope,
    /// The village.
    pub profile: &'a Profile,
    /// Language.
    pub lang: Lang,
    /// For everybody: small counts are hidden.
    pub public: bool,
    /// Of whom, when, from where; the universe is filled in by each table.
    pub note: Note,
    /// Where, in words.
    pub place: String,
    /// Facilities and potential: what, how much.
    pub facilities: Vec<(String, String)>,
    /// The year that they speak of.
    pub facilities_year: Option<i32>,
}

impl Source<'_> {
    /// The note of a table of this universe.
    pub fn note(&self, universe: &str) -> Note {
        let universe = match self.scope.area.is_whole_village() {
            true => universe.to_owned(),
            false => format!("{universe}, {}", self.place),
        };
        Note { universe, ..self.note.clone() }
    }
}

/// A figure by the name that sentences call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its name, in both languages.
    pub key: &'static str,
    /// As it is read, with its ground; nothing where it is hidden or cannot be formed.
    pub text: Option<String>,
    /// The share that it is, where it is one.
    pub share: Option<Share>,
}

/// Lines of yes and no under one table.
pub struct YesNo {
    /// Name of the table.
    pub id: &'static str,
    /// What it shows.
    pub title: &'static str,
    /// The lines.
    pub lines: Vec<Line>,
}

/// The facts of a village.
pub struct Facts {
    /// Tables by answers.
    pub tables: Vec<Guarded>,
    /// Tables of yes and no.
    pub yes_no: Vec<YesNo>,
    /// Couples whose need for contraception is unmet, and the others.
    pub unmet: Line,
    /// How many residents and families there are may be seen.
    pub whole_seen: [bool; 2],
    /// Figures.
    pub figures: Vec<Figure>,
}

impl Facts {
    /// Reads the facts. For everybody, all that they show is guarded as one set.
    pub fn of(source: &Source) -> Facts {
        let mut facts = Facts::alone(source);
        if source.public {
            linked::guard(&mut facts, source.counts);
        }
        facts.figures = figures(source, &facts);
        facts
    }

    /// The tables, each guarded alone; no figures yet.
    pub(super) fn alone(source: &Source) -> Facts {
        let guard = |cross| Guarded::new(cross, source.public);
        let mut found: Vec<Guarded> = tables(source.counts, source.lang)
            .into_iter()
            .filter(|cross| cross.id != "age-sex" && !(source.public && OFFICE_ONLY.contains(&cross.id)))
            .map(guard)
            .collect();
        found.insert(0, ages(source));
        let levels: &[AreaLevel] = if source.public { &[AreaLevel::Dusun] } else { &[AreaLevel::Dusun, AreaLevel::Rt] };
        let areas = levels.iter().filter_map(|level| area_table(source, *level)).map(guard);
        found.extend(areas);
        let unmet = Line::new("", "", source.counts.couples.unmet, source.public);
        Facts { tables: found, yes_no: yes_no(source), unmet, whole_seen: [true; 2], figures: Vec::new() }
    }

    /// The table of this name.
    pub fn table(&self, id: &str) -> Option<&Guarded> {
        self.tables.iter().find(|table| table.cross.id == id)
    }

    /// A figure as it is read.
    pub fn figure(&self, key: &str) -> Option<&str> {
        self.figures.iter().find(|figure| figure.key == key)?.text.as_deref()
    }

    pub(super) fn line(&self, table: &str, at: usize) -> Option<Share> {
        self.yes_no.iter().find(|found| found.id == table)?.lines.get(at)?.share()
    }
}

/// Tables that tell more of the same people than everybody may put together.
const OFFICE_ONLY: [&str; 2] = ["education-all", "work-ktp"];

/// Age groups by sex. For everybody the oldest are put together until no count is small; where that does not help, the
/// table has one column.
fn ages(source: &Source) -> Guarded {
    let made = |groups: usize| {
        let group = |at: usize| {
            let (last, label) = match at + 1 < groups {
                true => (at * 5 + 4, group_label(at)),
                false => (OLDEST, format!("{}+", at * 5)),
            };
            let [other, male, female] = source.counts.aged(at * 5..=last);
            (label, [male, female, other])
        };
        let rows: Vec<_> = (0..groups).map(group).collect();
        let [other, male, female] = source.counts.age_sex[crate::analyse::counts::AGE_UNKNOWN];
        by_sex_table(source, rows, [male, female, other])
    };
    let small = |table: &CrossTable| {
        // The first two columns are men and women; who is not told apart is left out for everybody.
        table.rows.iter().flat_map(|row| &row.counts[..2]).any(|n| (1..HIDE_BELOW).contains(n))
    };
    if !source.public {
        return Guarded::new(made(16), false);
    }
    if let Some(open) = (13..=16).rev().map(made).find(|table| !small(table)) {
        return Guarded::new(open, true);
    }
    let mut table = made(13);
    table.columns.drain(..table.columns.len() - 1);
    for counts in table.rows.iter_mut().map(|row| &mut row.counts).chain([&mut table.missing, &mut table.total]) {
        counts.drain(..counts.len() - 1);
    }
    Guarded::new(table, true)
}

fn by_sex_table(source: &Source, rows: Vec<(String, [u32; 3])>, missing: [u32; 3]) -> CrossTable {
    let lang = source.lang;
    let total = rows
        .iter()
        .map(|(_, row)| *row)
        .chain([missing])
        .fold([0; 3], |sum, row| std::array::from_fn(|i| sum[i] + row[i]));
    let unknown = total[2] > 0;
    let spread = |[male, female, other]: [u32; 3]| {
        let other = unknown.then_some(other);
        [male, female].into_iter().chain(other).chain([male + female + other.unwrap_or(0)]).collect::<Vec<_>>()
    };
    let headings = [words::male(lang), words::female(lang)].into_iter();
    let headings = headings.chain(unknown.then(|| words::sex_unknown(lang))).chain([words::total(lang)]);
    CrossTable {
        id: "age-sex",
        title: words::by_age(lang).to_owned(),
        universe: words::residents(lang).to_owned(),
        heading: words::age_group(lang).to_owned(),
        columns: headings.map(str::to_owned).collect(),
        rows: rows.into_iter().map(|(label, row)| CrossRow { label, counts: spread(row) }).collect(),
        missing: spread(missing),
        total: spread(total),
        share_heading: if missing == [0; 3] { words::share(lang) } else { words::share_of_known(lang) }.to_owned(),
        ..CrossTable::default()
    }
}

/// Residents of the village's parts by sex; nothing where the level tells nothing apart.
fn area_table(source: &Source, level: AreaLevel) -> Option<CrossTable> {
    let rows = by_area(source.columns, source.counts, level);
    let named = |row: &AreaRow| match level {
        AreaLevel::Dusun => !row.area.dusun.is_empty(),
        AreaLevel::Rw => !row.area.rw.is_empty(),
        AreaLevel::Rt => !row.area.rt.is_empty(),
    };
    if rows.iter().filter(|row| named(row)).count() < 2 {
        return None;
    }
    let label = |area: &Area| match area.is_whole_village() {
        true => words::no_area(source.lang).to_owned(),
        false => crate::lang::place::place(source.lang, area),
    };
    let row = |row: &AreaRow| (label(&row.area), [row.residents[1], row.residents[2], row.residents[0]]);
    let table = by_sex_table(source, rows.iter().map(row).collect(), [0; 3]);
    let (id, title) = match level {
        AreaLevel::Rt => ("by-rt", own::by_rt(source.lang)),
        _ => ("by-dusun", own::by_dusun(source.lang)),
    };
    Some(CrossTable { id, title: title.to_owned(), heading: words::place_heading(source.lang).to_owned(), ..table })
}

fn yes_no(source: &Source) -> Vec<YesNo> {
    let (c, lang, public) = (source.counts, source.lang, source.public);
    let line = |label: &str, of: &str, tally| Line::new(label, of, tally, public);
    let all_of = |yes: u32, all: u32| Tally { yes, no: all - yes, missing: 0 };
    let first_married = |sex: Sex, from: usize| {
        let at = |years: usize| c.first_marriage[years][usize::from(sex.number())];
        let no = (1..from).map(at).sum();
        Tally { yes: (from..100).map(at).sum(), no, missing: at(0) }
    };
    let (people, families) = (words::residents(lang), words::families(lang));
    let with_decile: u32 = c.decile[1..].iter().sum();
    let low: u32 = c.decile[1..=4].iter().sum();
    vec![
        YesNo {
            id: "adminduk",
            title: own::documents_title(lang),
            lines: vec![
                line(own::nik(lang), people, all_of(c.nik, c.residents)),
                line(own::family_card(lang), families, all_of(c.kk, c.families)),
                line(own::birth_certificate(lang), own::aged_0_17(lang), c.certificate[0]),
                line(own::birth_certificate(lang), own::aged_18(lang), c.certificate[1]),
                line(own::marriage_book(lang), own::families_married(lang), c.marriage_book),
            ],
        },
        YesNo {
            id: "kelompok-kegiatan",
            title: own::groups_title(lang),
            lines: vec![
                line(own::bkb(lang), own::families_0_6(lang), c.bkb),
                line(own::bkr(lang), own::families_10_24(lang), c.bkr),
                line(own::bkl(lang), own::families_60(lang), c.bkl),
                line(own::uppka(lang), families, c.uppka),
            ],
        },
        YesNo {
            id: "perlindungan",
            title: own::protection_title(lang),
            lines: vec![
                line(own::aid(lang), families, c.aid),
                line(own::decile_1_4(lang), families, Tally { yes: low, no: with_decile - low, missing: c.decile[0] }),
            ],
        },
        YesNo {
            id: "rumah",
            title: own::housing_title(lang),
            lines: vec![
                line(own::roomy(lang), families, c.floor_area),
                line(own::adequate(lang), families, c.adequate),
            ],
        },
        YesNo {
            id: "usia-kawin",
            title: own::first_marriage_title(lang),
            lines: vec![
                line(own::women_19(lang), own::women_married(lang), first_married(Sex::Female, 19)),
                line(own::men_25(lang), own::men_married(lang), first_married(Sex::Male, 25)),
            ],
        },
    ]
}

/// `812 dari 1.000 (81,2%)`; below the floor without the percentage.
pub fn share_text(share: Share, lang: Lang) -> String {
    let whole = |n: u32| number::whole(lang, n.into());
    let of = crate::lang::present::n_of(lang, whole(share.numerator), whole(share.denominator));
    match share.times(100.0) {
        Some(percent) if share.denominator >= RATE_FLOOR => format!("{of} ({}%)", number::decimal(lang, percent, 1)),
        _ => of,
    }
}

/// The village's name as people say it.
pub fn village(profile: &Profile, lang: Lang) -> String {
    match profile.village_title() {
        name if name.is_empty() => own::our_village(lang).to_owned(),
        name => name,
    }
}
