//! Ages by sex as everybody may see them: small counts hidden, with what would give them away. What is drawn of ages for
//! everybody (pyramids, generations, the start of a projection) is made from these figures and from nothing else, so that it
//! tells no more than one table by age and sex does, the same that the table maker makes.

use super::made_read::Seen;
use crate::analyse::disclosure::{Counted, suppress};
use crate::analyse::pyramid::GROUPS;
use crate::engine::core::Engine;
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{table_maker, time as words};
use crate::present::chart::{Pyramid, Veil};

/// Residents by five-year group and sex; what is hidden is nothing here.
pub(super) struct SharedAges {
    /// Men and boys, women and girls.
    pub(super) sides: [[Option<u32>; GROUPS]; 2],
    /// Both together.
    pub(super) sums: [Option<u32>; GROUPS],
    /// All men and boys, all women and girls.
    pub(super) totals: [u32; 2],
    /// Those whose age is not known, where that is told.
    unplaced: u32,
    /// What was hidden and why.
    pub(super) remark: String,
}

impl<P: Ports> Engine<P> {
    /// The ages of a date and area for everybody. An area is guarded with all its like and the whole village.
    pub(super) fn shared_ages(&mut self, look: &LookAt, below: u8) -> Result<SharedAges, EngineError> {
        let table = MakeTable {
            look: look.clone(),
            universe: crate::analyse::crosstab::UNIVERSES[0].id.to_owned(),
            rows: "umur_5".into(),
            columns: "jenis_kelamin".into(),
            hide_below: below,
            ..MakeTable::default()
        };
        let look = self.look(look);
        let lang = look.lang;
        let made = look.made(&table)?;
        let too_few = || EngineError::File(words::too_few_for_all(lang).to_owned());
        let seen = Seen::of(&made, true, lang).ok_or_else(too_few)?;
        let total = |side: usize| seen.total.cells.get(side).copied().flatten();
        let (Some(male), Some(female)) = (total(0), total(1)) else { return Err(too_few()) };
        let cell = |group: usize, side: usize| *seen.rows.get(group)?.cells.get(side)?;
        Ok(SharedAges {
            sides: [0, 1].map(|side| std::array::from_fn(|group| cell(group, side))),
            sums: std::array::from_fn(|group| seen.rows.get(group).and_then(|row| row.all)),
            totals: [male, female],
            unplaced: seen.missing.as_ref().and_then(|row| row.all).unwrap_or(0),
            remark: made.note.remark.clone(),
        })
    }
}

impl SharedAges {
    /// Of counts that are in no register: those of a snapshot. Nothing where even the sums would have to be hidden.
    pub(super) fn of(counts: [[u32; GROUPS]; 2], below: u8, lang: crate::lang::Lang) -> Option<SharedAges> {
        let cells: Vec<u32> = (0..GROUPS).flat_map(|group| [counts[0][group], counts[1][group]]).collect();
        let hidden = suppress(&Counted { columns: 2, cells: &cells }, below.into());
        if hidden.total || hidden.columns.contains(&true) {
            return None;
        }
        let most = below.saturating_sub(1);
        Some(SharedAges {
            sides: [0, 1].map(|side| {
                std::array::from_fn(|group| (!hidden.cells[2 * group + side]).then_some(counts[side][group]))
            }),
            sums: std::array::from_fn(|group| (!hidden.rows[group]).then(|| counts[0][group] + counts[1][group])),
            totals: counts.map(|side| side.iter().sum()),
            unplaced: 0,
            remark: match hidden.small {
                0 => table_maker::nothing_hidden(lang, most),
                small => table_maker::hidden(lang, small, hidden.others, most),
            },
        })
    }

    /// How many counts are hidden.
    pub(super) fn n_hidden(&self) -> usize {
        self.sides.iter().flatten().filter(|n| n.is_none()).count()
    }

    fn counts(&self, side: usize) -> [u32; GROUPS] {
        self.sides[side].map(|n| n.unwrap_or(0))
    }

    fn veil(&self) -> Veil {
        let hidden = |side: usize| self.sides[side].iter().map(Option::is_none).collect();
        Veil { hidden: [hidden(0), hidden(1)], totals: self.totals }
    }

    /// As a pyramid. The age below which half of them are would tell of hidden ones: it is left out.
    pub(super) fn pyramid(&self) -> Pyramid {
        Pyramid {
            veil: Some(self.veil()),
            unplaced: self.unplaced,
            ..Pyramid::of_five_years(self.counts(0), self.counts(1))
        }
    }

    /// Whole counts in place of the hidden ones, worked out from what is shown alone: what a side's total leaves, in equal
    /// parts; and how the sides divide.
    pub(super) fn guessed(&self) -> [[f64; GROUPS]; 2] {
        [0, 1].map(|side| {
            let shown: u32 = self.counts(side).iter().sum();
            let n_hidden = self.sides[side].iter().filter(|n| n.is_none()).count();
            let left = f64::from(self.totals[side].saturating_sub(shown)) / n_hidden.max(1) as f64;
            self.sides[side].map(|n| n.map_or(left, f64::from))
        })
    }
}
