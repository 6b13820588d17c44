//! Tables of the village: counts by an answer and sex, of whom, with those who gave no answer in a row of their own
//! (domain.md §8.2).

use super::columns::Columns;
use super::counts::{AGE_UNKNOWN, Broad, BySex, Counts};
use super::pyramid::{GROUPS, group_label};
use super::sums::{OLDEST, added, all, of_ages};
use crate::base::CodeList;
use crate::base::Order as _;
use crate::base::codes::*;
use crate::base::region::Area;
use crate::lang::{Lang, analyse as words};

/// Counts of a universe by one answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrossTable {
    /// Stable name, lower case with hyphens.
    pub id: &'static str,
    /// What it shows, a sentence without a period.
    pub title: String,
    /// Who is counted.
    pub universe: String,
    /// Heading of the answers.
    pub heading: String,
    /// Headings of the counts; the last is the total of the others where there are several.
    pub columns: Vec<String>,
    /// The answers with a count a column.
    pub rows: Vec<CrossRow>,
    /// Those without an answer; not in `rows`.
    pub missing: Vec<u32>,
    /// All of the universe, those without an answer among them.
    pub total: Vec<u32>,
    /// Which percentages belong beside the counts.
    pub shares: Shares,
    /// Heading of the percentages.
    pub share_heading: String,
}

/// Percentages of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shares {
    /// The last count of a row out of all with an answer.
    #[default]
    OfColumn,
    /// The first count of a row out of the first two.
    OfRow,
}

impl CrossTable {
    /// All with an answer, in the last column.
    pub fn known(&self) -> u32 {
        let last = |counts: &[u32]| counts.last().copied().unwrap_or(0);
        last(&self.total) - last(&self.missing)
    }
}

/// One answer of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossRow {
    /// The answer.
    pub label: String,
    /// Its counts.
    pub counts: Vec<u32>,
}

/// What stands at the head of a table.
struct Head {
    id: &'static str,
    title: &'static str,
    universe: &'static str,
    heading: &'static str,
}

/// All tables of the counts but those by area ([`by_area`]).
pub fn tables(counts: &Counts, lang: Lang) -> Vec<CrossTable> {
    let adults = of_ages(&counts.completed, &[Broad::Adult]);
    let all_ages = of_ages(&counts.completed, &[Broad::Child, Broad::Young, Broad::Adult, Broad::Unknown]);
    let work = of_ages(&counts.occupation, &[Broad::Adult]);
    let marital = of_ages(&counts.marital, &[Broad::Young, Broad::Adult]);
    let head = |id, title, universe, heading| Head { id, title, universe, heading };
    let everyone = words::residents(lang);
    vec![
        ages(counts, lang),
        coded::<Completed>(
            head("education-15", words::by_education_15(lang), words::aged_15(lang), words::education(lang)),
            &adults,
            lang,
        ),
        coded::<Completed>(
            head("education-all", words::by_education(lang), everyone, words::education(lang)),
            &all_ages,
            lang,
        ),
        attendance(counts, lang),
        classes(&work, lang),
        occupations(&work, lang),
        coded::<Religion>(
            head("religion", words::by_religion(lang), everyone, words::religion(lang)),
            &counts.religion,
            lang,
        ),
        coded::<Marital>(
            head("marital", words::by_marital(lang), words::aged_10(lang), words::marital(lang)),
            &marital,
            lang,
        ),
        coded::<Relation>(
            head("relation", words::by_relation(lang), everyone, words::relation(lang)),
            &counts.relation,
            lang,
        ),
        coded::<HealthCover>(
            head("health-cover", words::by_cover(lang), everyone, words::cover(lang)),
            &counts.cover,
            lang,
        ),
        coded::<Disability>(
            head("disability", words::by_disability(lang), everyone, words::disability(lang)),
            &counts.disability,
            lang,
        ),
        methods(counts, lang),
        wishes(counts, lang),
        of_families::<Water>(
            head("water", words::by_water(lang), words::families(lang), words::water(lang)),
            &counts.water,
            lang,
        ),
        of_families::<Toilet>(
            head("toilet", words::by_toilet(lang), words::families(lang), words::toilet(lang)),
            &counts.toilet,
            lang,
        ),
    ]
}

/// A table whose counts are told by sex; a column for "sex not known" stands only where there is such a person.
fn by_sex(head: Head, rows: Vec<(String, BySex)>, missing: BySex, lang: Lang) -> CrossTable {
    let total = added(rows.iter().map(|(_, row)| row).chain([&missing]));
    let unknown = total[0] > 0;
    let spread = |[other, male, female]: BySex| {
        let other_column = unknown.then_some(other);
        [male, female].into_iter().chain(other_column).chain([other + male + female]).collect::<Vec<_>>()
    };
    let other_heading = unknown.then(|| words::sex_unknown(lang));
    let columns = [words::male(lang), words::female(lang)].into_iter().chain(other_heading).chain([words::total(lang)]);
    CrossTable {
        id: head.id,
        title: head.title.to_owned(),
        universe: head.universe.to_owned(),
        heading: head.heading.to_owned(),
        columns: columns.map(str::to_owned).collect(),
        rows: rows.into_iter().map(|(label, row)| CrossRow { label, counts: spread(row) }).collect(),
        missing: spread(missing),
        total: spread(total),
        shares: Shares::OfColumn,
        share_heading: share_heading(missing.iter().sum(), lang),
    }
}

/// Where answers are missing, the heading says what the percentages are out of.
fn share_heading(missing: u32, lang: Lang) -> String {
    if missing > 0 { words::share_of_known(lang) } else { words::share(lang) }.to_owned()
}

/// A table of single counts.
fn single(head: Head, column: &str, rows: Vec<(String, u32)>, missing: u32, lang: Lang) -> CrossTable {
    let total = rows.iter().map(|(_, n)| n).sum::<u32>() + missing;
    CrossTable {
        id: head.id,
        title: head.title.to_owned(),
        universe: head.universe.to_owned(),
        heading: head.heading.to_owned(),
        columns: vec![column.to_owned()],
        rows: rows.into_iter().map(|(label, n)| CrossRow { label, counts: vec![n] }).collect(),
        missing: vec![missing],
        total: vec![total],
        shares: Shares::OfColumn,
        share_heading: share_heading(missing, lang),
    }
}

/// Every code of a list in its own order, by sex.
fn coded<T: CodeList>(head: Head, by_code: &[BySex], lang: Lang) -> CrossTable {
    let rows = T::LIST.rows.iter().map(|row| (row.label(lang).to_owned(), by_code[usize::from(row.number)]));
    by_sex(head, rows.collect(), by_code[0], lang)
}

fn of_families<T: CodeList>(head: Head, by_code: &[u32], lang: Lang) -> CrossTable {
    let rows = T::LIST.rows.iter().map(|row| (row.label(lang).to_owned(), by_code[usize::from(row.number)]));
    single(head, words::families_heading(lang), rows.collect(), by_code[0], lang)
}

fn ages(counts: &Counts, lang: Lang) -> CrossTable {
    let head = Head {
        id: "age-sex",
        title: words::by_age(lang),
        universe: words::residents(lang),
        heading: words::age_group(lang),
    };
    let group = |group: usize| {
        let last = if group + 1 < GROUPS { group * 5 + 4 } else { OLDEST };
        (group_label(group), counts.aged(group * 5..=last))
    };
    by_sex(head, (0..GROUPS).map(group).collect(), counts.age_sex[AGE_UNKNOWN], lang)
}

/// School ages: who attends, who does not.
fn attendance(counts: &Counts, lang: Lang) -> CrossTable {
    let mut table = CrossTable {
        id: "attendance",
        title: words::by_attendance(lang).to_owned(),
        universe: words::aged_7_24(lang).to_owned(),
        heading: words::age_group(lang).to_owned(),
        columns: [words::attending(lang), words::not_attending(lang), words::no_answer(lang), words::total(lang)]
            .map(str::to_owned)
            .to_vec(),
        missing: vec![0; 4],
        total: vec![0; 4],
        shares: Shares::OfRow,
        share_heading: words::share_attending(lang).to_owned(),
        ..CrossTable::default()
    };
    for ages in [7..=12, 13..=15, 16..=18, 19..=24] {
        let label = format!("{}–{}", ages.start(), ages.end());
        let mut row = vec![0; 4];
        for (code, by_sex) in (0u8..).zip(counts.attendance(ages)) {
            let column = Attending::from_number(code).map_or(2, |level| usize::from(!level.attends()));
            row[column] += all(by_sex);
            row[3] += all(by_sex);
        }
        table.total.iter_mut().zip(&row).for_each(|(sum, n)| *sum += n);
        table.rows.push(CrossRow { label, counts: row });
    }
    table
}

/// The ten classes of PK21; an occupation without a plain class is "not mapped yet".
fn classes(work: &[BySex; 90], lang: Lang) -> CrossTable {
    let mut by_class = [[0; 3]; 12];
    for (code, row) in (1u8..).zip(&work[1..]) {
        let class = Occupation::from_number(code).and_then(Occupation::pk_class).map_or(11, |class| class.number());
        by_class[usize::from(class)] = added([&by_class[usize::from(class)], row]);
    }
    let head = Head {
        id: "work-pk",
        title: words::by_work_class(lang),
        universe: words::aged_15(lang),
        heading: words::work(lang),
    };
    let mut rows: Vec<_> =
        PkWork::LIST.rows.iter().map(|row| (row.label(lang).to_owned(), by_class[usize::from(row.number)])).collect();
    rows.push((words::not_mapped(lang).to_owned(), by_class[11]));
    by_sex(head, rows, work[0], lang)
}

/// Occupations of the identity card's list that are found, the most frequent first.
fn occupations(work: &[BySex; 90], lang: Lang) -> CrossTable {
    let head = Head {
        id: "work-ktp",
        title: words::by_work(lang),
        universe: words::aged_15(lang),
        heading: words::work(lang),
    };
    let found = Occupation::LIST.rows.iter().map(|row| (row.label(lang).to_owned(), work[usize::from(row.number)]));
    let mut rows: Vec<_> = found.filter(|(_, row)| all(*row) > 0).collect();
    rows.order_by_key(|(_, row)| std::cmp::Reverse(all(*row)));
    by_sex(head, rows, work[0], lang)
}

/// Eligible couples by method; users whose method is not told, and couples whose use is not told, are apart.
fn methods(counts: &Counts, lang: Lang) -> CrossTable {
    let couples = &counts.couples;
    let head = Head {
        id: "kb-method",
        title: words::by_method(lang),
        universe: words::couples(lang),
        heading: words::method(lang),
    };
    let used = Contraception::LIST.rows.iter().filter(|row| row.number != Contraception::None.number());
    let mut rows: Vec<_> =
        used.map(|row| (row.label(lang).to_owned(), couples.method[usize::from(row.number)])).collect();
    rows.push((words::method_unknown(lang).to_owned(), couples.method_unknown));
    let not_using = couples.wish.iter().sum::<u32>() + couples.not_using_pregnant;
    rows.push((words::not_using(lang).to_owned(), not_using));
    single(head, words::couples_heading(lang), rows, couples.unknown, lang)
}

/// Eligible couples that use nothing, by their wish for children.
fn wishes(counts: &Counts, lang: Lang) -> CrossTable {
    let couples = &counts.couples;
    let head = Head {
        id: "kb-wish",
        title: words::by_wish(lang),
        universe: words::couples_not_using(lang),
        heading: words::wish(lang),
    };
    let mut rows: Vec<_> = ChildWish::LIST
        .rows
        .iter()
        .map(|row| (row.label(lang).to_owned(), couples.wish[usize::from(row.number)]))
        .collect();
    rows.push((words::pregnant(lang).to_owned(), couples.not_using_pregnant));
    single(head, words::couples_heading(lang), rows, couples.wish[0], lang)
}

/// A part of the village with its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaRow {
    /// The area; parts below the level are empty.
    pub area: Area,
    /// Families with a resident.
    pub families: u32,
    /// Residents by sex.
    pub residents: BySex,
}

/// How far areas are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaLevel {
    /// Dusun.
    Dusun,
    /// Dusun and RW.
    Rw,
    /// Dusun, RW and RT.
    Rt,
}

/// Families and residents by area, in the order of dusun, RW and RT numbers. Areas without residents are left out.
pub fn by_area(columns: &Columns, counts: &Counts, level: AreaLevel) -> Vec<AreaRow> {
    let mut sums = std::collections::BTreeMap::<Area, (u32, BySex)>::new();
    for (area, count) in columns.areas().iter().zip(&counts.areas).filter(|(_, count)| count.families > 0) {
        let mut area = area.clone();
        if level != AreaLevel::Rt {
            area.rt.clear();
        }
        if level == AreaLevel::Dusun {
            area.rw.clear();
        }
        let sum = sums.entry(area).or_default();
        *sum = (sum.0 + count.families, added([&sum.1, &count.residents]));
    }
    let mut rows: Vec<_> =
        sums.into_iter().map(|(area, (families, residents))| AreaRow { area, families, residents }).collect();
    rows.order_by_cached_key(|row| row.area.in_order());
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::counts::{Scope, count};
    use crate::analyse::indicators::{catalogue, evaluate};
    use crate::analyse::village_text::village;
    use crate::base::Date;

    fn small_village() -> (Columns, Counts) {
        let columns = Columns::build(&village(
            "K rt=2 dusun=Hilir; L 1980-01-01 agama=islam pekerjaan=petani_pekebun pendidikan_ditamatkan=sd
             P 1983-01-01 agama=islam pekerjaan=guru; P 2014-01-01 agama=hindu sedang_sekolah=sd
             K rt=10 dusun=Hilir air_minum=ledeng; L 1940-01-01; ? 1990-01-01 pekerjaan=petani_pekebun
             K rt=1 dusun=Hulu; L - status_dasar=mati tanggal_keluar=2020-01-01",
        ));
        let scope = Scope { at: Date::parse_iso("2026-11-24").unwrap(), ..Scope::default() };
        let counts = count(&columns, &scope, None);
        (columns, counts)
    }

    #[test]
    fn rows_and_missing_add_up_to_the_universe() {
        let (_, counts) = small_village();
        for table in tables(&counts, Lang::Id) {
            for column in 0..table.columns.len() {
                let rows: u32 = table.rows.iter().map(|row| row.counts[column]).sum();
                assert_eq!(rows + table.missing[column], table.total[column], "{} {column}", table.id);
            }
        }
    }

    #[test]
    fn answers_stand_in_their_rows() {
        let (columns, counts) = small_village();
        let find = |id: &str, label: &str| {
            let table = tables(&counts, Lang::Id).into_iter().find(|table| table.id == id).unwrap();
            table.rows.into_iter().find(|row| row.label == label).unwrap().counts
        };
        assert_eq!(find("age-sex", "45–49"), [1, 0, 0, 1]);
        assert_eq!(find("age-sex", "75+"), [1, 0, 0, 1]);
        assert_eq!(find("religion", "Islam"), [1, 1, 0, 2]);
        assert_eq!(find("work-pk", "Petani"), [1, 0, 1, 2]);
        assert_eq!(find("work-pk", words::not_mapped(Lang::Id)), [0, 1, 0, 1]);
        assert_eq!(find("attendance", "7–12"), [1, 0, 0, 1]);
        let rts = by_area(&columns, &counts, AreaLevel::Rt);
        assert_eq!(rts.iter().map(|row| (&*row.area.rt, row.families)).collect::<Vec<_>>(), [("2", 1), ("10", 1)]);
        let hamlets = by_area(&columns, &counts, AreaLevel::Dusun);
        assert_eq!((hamlets.len(), hamlets[0].residents), (1, [1, 2, 2]));
    }

    #[test]
    fn nothing_divides_by_an_empty_village() {
        let scope = Scope { at: Date::parse_iso("2026-11-24").unwrap(), ..Scope::default() };
        let counts = count(&Columns::default(), &scope, None);
        assert!(catalogue().all(|entry| evaluate(entry, &counts).value.is_none_or(|value| value == 0.0)));
        assert_eq!(tables(&counts, Lang::En).len(), 15);
    }
}
