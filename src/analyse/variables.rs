//! What residents and families can be told apart by, for tables of one's own choice.

use super::columns::Columns;
use super::facts::{FamilyFacts, Judged, PersonFacts};
use super::pyramid::{GROUPS, group_label};
use crate::base::CodeList;
use crate::base::Order as _;
use crate::base::codes::*;
use crate::base::region::Area;
use crate::lang::{Lang, analyse, place, table_maker as words};

/// A resident at the date with the family, or a family alone (`person` is nothing).
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The family.
    pub family: &'a FamilyFacts,
    /// The resident.
    pub person: Option<&'a PersonFacts>,
    /// Age of the resident in completed years at the date, where known.
    pub age: Option<u8>,
    /// Residents of the family at the date.
    pub size: u16,
    /// Slot of the family in the register.
    pub slot: u32,
    /// Place of the resident among the family's members; of a family alone it says nothing.
    pub member: u16,
    /// `Sex` of the family's head, where the head lives here.
    pub head_sex: u8,
}

/// One way to tell them apart.
pub struct Variable {
    /// Stable name.
    pub id: &'static str,
    /// What it is called.
    pub label: fn(Lang) -> &'static str,
    /// Where the answers come from.
    kind: Kind,
}

enum Kind {
    /// A code of the resident.
    Person(&'static List, fn(&PersonFacts) -> u8),
    /// A code of the family.
    Family(&'static List, fn(&FamilyFacts) -> u8),
    /// A judgement of the family's answers.
    Judgement(fn(&FamilyFacts) -> Judged),
    /// Anything else of the resident, or of the family (true).
    Other(bool, fn(Lang) -> Vec<String>, fn(Seen) -> Option<usize>),
    /// Dusun.
    Dusun,
    /// Dusun, RW and RT.
    Rt,
}

/// All variables: those of residents, then those of families, which tell their residents apart too.
pub const VARIABLES: &[Variable] = &[
    variable("jenis_kelamin", words::sex, Kind::Person(Sex::LIST, |person| person.sex)),
    variable("umur_5", words::age_5, Kind::Other(false, |_| (0..GROUPS).map(group_label).collect(), age_group)),
    variable(
        "umur_1",
        words::age_1,
        Kind::Other(false, single_years, |seen| seen.age.map(|age| usize::from(age).min(OLDEST))),
    ),
    variable("umur_3", words::age_3, Kind::Other(false, broad_ages, broad_age)),
    variable("hubungan", words::relation, Kind::Person(Relation::LIST, |person| person.relation)),
    variable("status_kawin", words::marital, Kind::Person(Marital::LIST, |person| person.marital)),
    variable("agama", words::religion, Kind::Person(Religion::LIST, |person| person.religion)),
    variable("pendidikan", words::education, Kind::Person(Completed::LIST, |person| person.completed)),
    variable("sekolah", words::school, Kind::Other(false, at_school_answers, at_school)),
    variable("pekerjaan", words::work, Kind::Other(false, work_answers, work)),
    variable("jaminan_kesehatan", words::cover, Kind::Person(HealthCover::LIST, |person| person.cover)),
    variable("disabilitas", words::disability, Kind::Person(Disability::LIST, |person| person.disability)),
    variable("akta_lahir", words::certificate, Kind::Person(YesNo::LIST, |person| person.certificate)),
    variable("keberadaan", words::presence, Kind::Person(Presence::LIST, |person| person.presence)),
    variable("dusun", words::dusun, Kind::Dusun),
    variable("rt", words::rt, Kind::Rt),
    variable(
        "ukuran_keluarga",
        words::family_size,
        Kind::Other(true, sizes, |seen| (seen.size.min(7) as usize).checked_sub(1)),
    ),
    variable(
        "kepala",
        words::head_sex,
        Kind::Other(true, |lang| labels(Sex::LIST, lang), |seen| place_of(Sex::LIST, seen.head_sex)),
    ),
    variable("air_minum", words::water, Kind::Family(Water::LIST, |family| family.water)),
    variable("tempat_bab", words::toilet, Kind::Family(Toilet::LIST, |family| family.toilet)),
    variable("bangunan", words::sturdy, Kind::Judgement(|family| family.sturdy)),
    variable("bansos", words::aid, Kind::Judgement(|family| family.aid)),
    variable(
        "desil",
        words::decile,
        Kind::Other(
            true,
            |_| (1..=10).map(|n| n.to_string()).collect(),
            |seen| usize::from(seen.family.decile).checked_sub(1),
        ),
    ),
];

const fn variable(id: &'static str, label: fn(Lang) -> &'static str, kind: Kind) -> Variable {
    Variable { id, label, kind }
}

/// The variable of this name.
pub fn by_id(id: &str) -> Option<&'static Variable> {
    VARIABLES.iter().find(|variable| variable.id == id)
}

/// A variable with the answers of a village.
pub struct Answers {
    /// The answers in their order.
    pub labels: Vec<String>,
    place: Box<dyn Fn(Seen) -> Option<usize>>,
}

impl Answers {
    /// The place of an answer in `labels`; nothing where there is none.
    pub fn place(&self, seen: Seen) -> Option<usize> {
        (self.place)(seen)
    }

    /// Answers put together, in the order of the groups: a name (or nothing for the names of the answers) and places. What
    /// is in no group comes last, together.
    pub fn grouped(self, groups: &[(&str, &[u16])], rest: &str) -> Answers {
        if groups.is_empty() {
            return self;
        }
        let to = group_of(self.labels.len(), groups);
        let named = |(label, answers): &(&str, &[u16])| match label.is_empty() {
            false => (*label).to_owned(),
            true => {
                let names = answers.iter().filter_map(|at| self.labels.get(usize::from(*at)).map(String::as_str));
                names.collect::<Vec<_>>().join(" + ")
            }
        };
        let left_over = to.contains(&groups.len()).then(|| rest.to_owned());
        let labels = groups.iter().map(named).chain(left_over).collect();
        let place = self.place;
        Answers { labels, place: Box::new(move |seen| place(seen).and_then(|at| to.get(at).copied())) }
    }
}

/// Those whose answers stand in an order that means something.
const ORDERED: [&str; 6] = ["umur_5", "umur_1", "umur_3", "pendidikan", "ukuran_keluarga", "desil"];

/// The group of each answer; what is in no group is in one after the last.
fn group_of(n: usize, groups: &[(&str, &[u16])]) -> Vec<usize> {
    let mut to = vec![groups.len(); n];
    for (group, (_, answers)) in groups.iter().enumerate() {
        for at in *answers {
            if let Some(to) = to.get_mut(usize::from(*at)) {
                *to = group;
            }
        }
    }
    to
}

impl Variable {
    /// The variable that tells the same apart most finely, and for each answer of this one, put together as
    /// [`Answers::grouped`] does, the answers of that one; at the end those that are no answer here, of which the last place
    /// after all answers is always one.
    pub fn finest(&self, columns: &Columns, lang: Lang, groups: &[(&str, &[u16])]) -> (&'static str, Vec<Vec<u16>>) {
        let ages = |group: fn(u8) -> usize| (0..=OLDEST as u8).map(|age| Some(group(age))).collect::<Vec<_>>();
        let n = self.answers(columns, lang).labels.len();
        let (base, answer_of) = match self.id {
            "umur_5" => (AGES, ages(five_years)),
            "umur_3" => (AGES, ages(broad)),
            "dusun" => {
                let all = named_areas(columns, dusun);
                let place = |area: &Area| all.iter().position(|other| *other == dusun(area));
                ("rt", named_areas(columns, Area::clone).iter().map(place).collect())
            }
            id => (id, (0..n).map(Some).collect()),
        };
        let to = if groups.is_empty() { (0..n).collect() } else { group_of(n, groups) };
        let n_groups = to.iter().map(|to| to + 1).max().unwrap_or(0).max(groups.len());
        let mut sets = vec![Vec::new(); n_groups + 1];
        let places = answer_of.iter().map(|at| at.map_or(n_groups, |at| to[at])).chain([n_groups]);
        (0u16..).zip(places).for_each(|(finest, place)| sets[place].push(finest));
        (base, sets)
    }

    /// True where its answers stand in an order that means something.
    pub fn is_ordered(&self) -> bool {
        ORDERED.contains(&self.id)
    }

    /// Stable names of its answers in this village, in their order and in no language: codes, areas, or places in the list.
    pub fn keys(&self, columns: &Columns) -> Vec<String> {
        let codes = |list: &'static List| list.rows.iter().map(|row| row.key.to_owned()).collect();
        let area = |area: &Area| [area.dusun.as_str(), &area.rw, &area.rt].join("/");
        match self.kind {
            Kind::Person(list, _) | Kind::Family(list, _) => codes(list),
            Kind::Judgement(_) => codes(YesNo::LIST),
            Kind::Other(_, labels, _) => (1..=labels(Lang::Id).len()).map(|place| place.to_string()).collect(),
            Kind::Dusun => named_areas(columns, dusun).iter().map(area).collect(),
            Kind::Rt => named_areas(columns, Area::clone).iter().map(area).collect(),
        }
    }

    /// True where families have it.
    pub fn of_families(&self) -> bool {
        match self.kind {
            Kind::Person(..) => false,
            Kind::Other(of_families, ..) => of_families,
            Kind::Family(..) | Kind::Judgement(_) | Kind::Dusun | Kind::Rt => true,
        }
    }

    /// Its answers in this village.
    pub fn answers(&self, columns: &Columns, lang: Lang) -> Answers {
        match self.kind {
            Kind::Person(list, code) => coded(list, lang, move |seen| seen.person.map_or(0, code)),
            Kind::Family(list, code) => coded(list, lang, move |seen| code(seen.family)),
            Kind::Judgement(judged) => Answers {
                labels: labels(YesNo::LIST, lang),
                place: Box::new(move |seen| match judged(seen.family) {
                    Judged::Yes => Some(0),
                    Judged::No => Some(1),
                    Judged::Unknown => None,
                }),
            },
            Kind::Other(_, labels, place) => Answers { labels: labels(lang), place: Box::new(place) },
            Kind::Dusun => by_area(columns, lang, dusun),
            Kind::Rt => by_area(columns, lang, Area::clone),
        }
    }
}

fn labels(list: &'static List, lang: Lang) -> Vec<String> {
    list.rows.iter().map(|row| row.label(lang).to_owned()).collect()
}

fn place_of(list: &'static List, number: u8) -> Option<usize> {
    list.rows.iter().position(|row| row.number == number)
}

fn coded(list: &'static List, lang: Lang, code: impl Fn(Seen) -> u8 + 'static) -> Answers {
    let mut places = [None; 256];
    list.rows.iter().enumerate().for_each(|(at, row)| places[usize::from(row.number)] = Some(at));
    Answers { labels: labels(list, lang), place: Box::new(move |seen| places[usize::from(code(seen))]) }
}

fn dusun(area: &Area) -> Area {
    Area { dusun: area.dusun.clone(), ..Area::default() }
}

/// Areas in the order of their numbers.
fn named_areas(columns: &Columns, part: impl Fn(&Area) -> Area) -> Vec<Area> {
    let mut areas: Vec<Area> = columns.areas().iter().map(part).filter(|area| !area.is_whole_village()).collect();
    areas.order_by_cached_key(Area::in_order);
    areas.dedup();
    areas
}

/// Areas; families whose area has no such part have no answer.
fn by_area(columns: &Columns, lang: Lang, part: fn(&Area) -> Area) -> Answers {
    let areas = named_areas(columns, part);
    let places: Vec<Option<usize>> =
        columns.areas().iter().map(|area| areas.iter().position(|listed| *listed == part(area))).collect();
    Answers {
        labels: areas.iter().map(|area| place::place(lang, area)).collect(),
        place: Box::new(move |seen| places.get(usize::from(seen.family.area)).copied().flatten()),
    }
}

fn age_group(seen: Seen) -> Option<usize> {
    seen.age.map(five_years)
}

fn five_years(age: u8) -> usize {
    usize::from(age / 5).min(GROUPS - 1)
}

/// Ages in single years.
pub const AGES: &str = "umur_1";
/// Older persons are counted with those of this age, in completed years.
pub const OLDEST: usize = 100;

fn single_years(_: Lang) -> Vec<String> {
    (0..OLDEST).map(|age| age.to_string()).chain([format!("{OLDEST}+")]).collect()
}

fn broad_ages(_: Lang) -> Vec<String> {
    ["0–14", "15–64", "65+"].map(str::to_owned).to_vec()
}

fn broad_age(seen: Seen) -> Option<usize> {
    seen.age.map(broad)
}

fn broad(age: u8) -> usize {
    usize::from(age >= 15) + usize::from(age >= 65)
}

fn at_school_answers(lang: Lang) -> Vec<String> {
    [analyse::attending(lang), analyse::not_attending(lang)].map(str::to_owned).to_vec()
}

fn at_school(seen: Seen) -> Option<usize> {
    Attending::from_number(seen.person?.attending).map(|level| usize::from(!level.attends()))
}

fn work_answers(lang: Lang) -> Vec<String> {
    labels(PkWork::LIST, lang).into_iter().chain([words::other_work(lang).to_owned()]).collect()
}

/// The ten classes of PK21, and one for occupations without a plain class.
fn work(seen: Seen) -> Option<usize> {
    let class = Occupation::from_number(seen.person?.occupation)?.pk_class();
    class.map_or(Some(PkWork::LIST.rows.len()), |class| place_of(PkWork::LIST, class.number()))
}

fn sizes(_: Lang) -> Vec<String> {
    (1..=6).map(|n| n.to_string()).chain(["7+".to_owned()]).collect()
}
