//! What an entry of the catalogue is made of.

use crate::analyse::counts::Counts;
use crate::analyse::tally::Tally;
use crate::lang::Lang;

/// A text in Indonesian and English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub &'static str, pub &'static str);

impl Words {
    /// The text in a language.
    pub fn in_lang(self, lang: Lang) -> &'static str {
        lang.pick(self.0, self.1)
    }
}

/// The seven data groups of Rumah DataKu (domain.md §1.4), and the quality of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Kuantitas.
    Quantity,
    /// Kualitas.
    Quality,
    /// Mobilitas.
    Mobility,
    /// Pembangunan keluarga dan KB.
    Family,
    /// Administrasi kependudukan.
    Documents,
    /// Perlindungan sosial.
    Protection,
    /// Perumahan dan potensi.
    Housing,
    /// Mutu data.
    DataQuality,
}

impl Group {
    /// In the order of showing.
    pub const ALL: [Group; 8] = [
        Group::Quantity,
        Group::Quality,
        Group::Mobility,
        Group::Family,
        Group::Documents,
        Group::Protection,
        Group::Housing,
        Group::DataQuality,
    ];

    /// Name of the group.
    pub fn name(self) -> Words {
        match self {
            Group::Quantity => Words("Kuantitas penduduk", "Population"),
            Group::Quality => Words("Kualitas penduduk", "Education, work, health"),
            Group::Mobility => Words("Mobilitas", "Mobility"),
            Group::Family => Words("Pembangunan keluarga dan KB", "Family development and family planning"),
            Group::Documents => Words("Administrasi kependudukan", "Civil documents"),
            Group::Protection => Words("Perlindungan sosial", "Social protection"),
            Group::Housing => Words("Perumahan dan potensi", "Housing"),
            Group::DataQuality => Words("Mutu data", "Quality of the data"),
        }
    }
}

/// Unit of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Persons.
    Persons,
    /// Persons, as a mean a family.
    PersonsPerFamily,
    /// Families.
    Families,
    /// Couples.
    Couples,
    /// Percent.
    Percent,
    /// Per hundred.
    PerHundred,
    /// Per thousand.
    PerThousand,
    /// Years.
    Years,
    /// Persons a km².
    PerKm2,
    /// Index, 100 = no preference.
    Index,
    /// Things.
    Things,
    /// Percent a year.
    PercentYear,
    /// Children a woman.
    PerWoman,
}

impl Unit {
    /// The unit in words.
    pub fn words(self) -> Words {
        match self {
            Unit::Persons => Words("orang", "persons"),
            Unit::PersonsPerFamily => Words("orang per keluarga", "persons a family"),
            Unit::Families => Words("keluarga", "families"),
            Unit::Couples => Words("pasangan", "couples"),
            Unit::Percent => Words("%", "%"),
            Unit::PerHundred => Words("per 100", "per 100"),
            Unit::PerThousand => Words("per 1.000", "per 1,000"),
            Unit::Years => Words("tahun", "years"),
            Unit::PerKm2 => Words("jiwa/km²", "persons/km²"),
            Unit::Index => Words("indeks", "index"),
            Unit::Things => Words("buah", "items"),
            Unit::PercentYear => Words("% per tahun", "% a year"),
            Unit::PerWoman => Words("anak per perempuan", "children a woman"),
        }
    }

    /// Decimals shown.
    pub fn decimals(self) -> usize {
        match self {
            Unit::Persons | Unit::Families | Unit::Couples | Unit::Things => 0,
            Unit::PercentYear | Unit::PerWoman => 2,
            _ => 1,
        }
    }
}

/// What holds when numbers are small (domain.md §6.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Small {
    /// K1: a count; no rate is formed.
    Count,
    /// K2 (or K5 with a floor of its own): the rate is hidden where the denominator is below this.
    Rate(u32),
    /// K3: a vital rate of one year is hidden; n and N are shown.
    Vital,
    /// Always shown.
    Never,
}

/// Which way is better, where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neither,
}

/// An entry of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Id, as in domain.md §6.3.
    pub id: &'static str,
    /// Name.
    pub name: Words,
    /// Data group.
    pub group: Group,
    /// Who is spoken of.
    pub universe: Words,
    /// What is counted above the line.
    pub numerator: Words,
    /// What is counted below the line; empty for counts.
    pub denominator: Words,
    /// Unit.
    pub unit: Unit,
    /// The quotient is multiplied by this.
    pub factor: f64,
    /// The numerator is a part of the denominator ("n of N"); otherwise the two stand beside each other.
    pub part: bool,
    /// What holds when numbers are small.
    pub small: Small,
    /// K4: specific personal data; public output at village level only.
    pub sensitive: bool,
    /// Which way is better.
    pub better: Better,
    /// Breakdowns: J sex, U age group, W area, T time.
    pub breakdowns: &'static str,
    /// Formula, where it is more than numerator ÷ denominator × factor.
    pub method: Words,
    /// How to read the number, in plain words.
    pub help: Words,
    /// What the number means, and what it does not.
    pub interpretation: Words,
    /// Where the definition comes from.
    pub source: &'static str,
    /// Keys of the register's fields that it is made of.
    pub fields: &'static [&'static str],
    /// How it is read from the counts.
    pub figure: fn(&Counts) -> Figure,
}

/// What the parts of entries are completed from.
pub(super) const BASE: Entry = Entry {
    id: "",
    name: Words("", ""),
    group: Group::Quantity,
    universe: Words("penduduk", "residents"),
    numerator: Words("", ""),
    denominator: Words("", ""),
    unit: Unit::Percent,
    factor: 100.0,
    part: true,
    small: Small::Rate(super::RATE_FLOOR),
    sensitive: false,
    better: Better::Neither,
    breakdowns: "J U W T",
    method: Words("", ""),
    help: Words("", ""),
    interpretation: Words("", ""),
    source: "",
    fields: &[],
    figure: |_| Figure::count(0),
};

impl Entry {
    /// The formula in words.
    pub fn formula(&self, lang: Lang) -> String {
        if !self.method.0.is_empty() {
            return self.method.in_lang(lang).to_owned();
        }
        let numerator = self.numerator.in_lang(lang);
        if self.denominator.0.is_empty() {
            return match lang {
                Lang::Id => format!("banyaknya {numerator}"),
                Lang::En => format!("number of {numerator}"),
            };
        }
        let denominator = self.denominator.in_lang(lang);
        let times = if self.factor == 1.0 {
            String::new()
        } else {
            format!(" × {}", crate::lang::number::whole(lang, self.factor as i64))
        };
        format!("{numerator} ÷ {denominator}{times}")
    }

    /// The K-classes of domain.md §6.2.
    pub fn k_class(&self) -> &'static str {
        match (self.small, self.sensitive) {
            (Small::Count, false) => "K1",
            (Small::Count, true) => "K1, K4",
            (Small::Rate(floor), false) if floor > super::RATE_FLOOR => "K5",
            (Small::Rate(_), false) => "K2",
            (Small::Rate(_), true) => "K2, K4",
            (Small::Vital, _) => "K3",
            (Small::Never, _) => "",
        }
    }
}

/// What an entry reads from the counts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figure {
    /// Above the line.
    pub numerator: Option<f64>,
    /// Below the line.
    pub denominator: Option<f64>,
    /// The value, where it is no quotient.
    pub exactly: Option<f64>,
    /// Left out for want of an answer.
    pub missing: u32,
}

impl Figure {
    /// A count.
    pub fn count(n: u32) -> Figure {
        Figure { numerator: Some(f64::from(n)), ..Figure::default() }
    }

    /// `n` out of, or beside, `of`.
    pub fn ratio(n: u32, of: u32) -> Figure {
        Figure { numerator: Some(f64::from(n)), denominator: Some(f64::from(of)), ..Figure::default() }
    }

    /// The share for which a judgement holds.
    pub fn tally(tally: Tally) -> Figure {
        Figure::ratio(tally.yes, tally.known()).missing(tally.missing)
    }

    /// The median of whole years that were completed: the age at which half of `n` persons are younger, interpolated
    /// evenly within its year.
    pub fn median(by_years: impl Iterator<Item = (u32, u32)>, n: u32) -> Figure {
        let mut below = 0;
        let mut exactly = None;
        for (years, here) in by_years {
            if here > 0 && 2 * (below + here) >= n {
                let (numerator, denominator) =
                    (2 * u64::from(years) * u64::from(here) + u64::from(n) - 2 * u64::from(below), 2 * u64::from(here));
                exactly = Some(numerator as f64 / denominator as f64);
                break;
            }
            below += here;
        }
        Figure { denominator: Some(f64::from(n)), exactly, ..Figure::default() }
    }

    /// With so many left out.
    pub fn missing(self, missing: u32) -> Figure {
        Figure { missing, ..self }
    }
}
