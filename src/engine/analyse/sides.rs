//! What an indicator is told apart by: the areas there are, sex, age.

use super::catalogue::Study;
use crate::analyse::Scope;
use crate::analyse::indicators::Small;
use crate::analyse::indicators::wider::{Item, Whom};
use crate::analyse::tables::{AreaLevel, by_area};
use crate::base::codes::Sex;
use crate::base::region::Area;
use crate::engine::protocol::By;
use crate::engine::words as place_words;
use crate::lang::{Lang, analyse, catalogue as words};

/// Ages that are compared, in completed years.
const AGES: [(i32, i32); 8] = [(0, 4), (5, 14), (15, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 200)];

/// One of those compared.
pub(super) struct Side {
    pub(super) label: String,
    pub(super) scope: Scope,
    pub(super) whom: Whom,
}

impl Study<'_> {
    /// How an indicator can be told apart: the areas that there are, sex, age.
    pub(super) fn ways(&self, item: &Item) -> Vec<By> {
        let single = item.single();
        let mut ways = Vec::new();
        if single && item.by_area() {
            ways.extend([By::Rt, By::Rw, By::Dusun].into_iter().filter(|by| self.areas(*by).len() > 1));
        }
        let persons = single && matches!(item.entry.small, Small::Rate(_) | Small::Count);
        for (by, letter) in [(By::Sex, 'J'), (By::Age, 'U')] {
            if persons && item.by_person(letter) {
                ways.push(by);
            }
        }
        ways
    }

    /// The parts of the scope at a level.
    pub(super) fn areas(&self, by: By) -> Vec<Side> {
        let level = match by {
            By::Dusun => AreaLevel::Dusun,
            By::Rw => AreaLevel::Rw,
            _ => AreaLevel::Rt,
        };
        let rows = by_area(self.look.columns, &self.look.counts, level);
        let named = |area: &Area| match by {
            By::Dusun => !area.dusun.is_empty(),
            By::Rw => !area.rw.is_empty(),
            _ => !area.rt.is_empty(),
        };
        let side = |area: Area| Side {
            label: place_words::place(&area, self.look.lang),
            scope: Scope { at: self.look.scope.at, area },
            whom: Whom::default(),
        };
        rows.into_iter().map(|row| row.area).filter(named).map(side).collect()
    }

    pub(super) fn sides(&self, by: By) -> Vec<Side> {
        let lang = self.look.lang;
        let of = |label: String, whom: Whom| Side { label, scope: self.look.scope.clone(), whom };
        match by {
            By::Sex => [(Sex::Male, analyse::male(lang)), (Sex::Female, analyse::female(lang))]
                .map(|(sex, label)| of(label.to_owned(), Whom { sex: Some(sex), ages: None }))
                .into(),
            By::Age => AGES
                .map(|(from, to)| {
                    let label = if to == 200 { words::aged_from(lang, from) } else { words::aged(lang, from, to) };
                    of(label, Whom { sex: None, ages: Some(from..=to) })
                })
                .into(),
            by => self.areas(by),
        }
    }
}

/// Levels above this one, the widest first.
pub(super) fn wider(by: By) -> &'static [By] {
    match by {
        By::Rt => &[By::Dusun, By::Rw],
        By::Rw => &[By::Dusun],
        By::Dusun | By::Sex | By::Age => &[],
    }
}

/// How an indicator is told apart, in words.
pub(super) fn by_words(lang: Lang, by: By) -> &'static str {
    match by {
        By::Rt => words::by_rt(lang),
        By::Rw => words::by_rw(lang),
        By::Dusun => words::by_dusun(lang),
        By::Sex => words::by_sex(lang),
        By::Age => words::by_age(lang),
    }
}

pub(super) fn by_key(by: By) -> &'static str {
    match by {
        By::Rt => "rt",
        By::Rw => "rw",
        By::Dusun => "dusun",
        By::Sex => "jenis-kelamin",
        By::Age => "umur",
    }
}
