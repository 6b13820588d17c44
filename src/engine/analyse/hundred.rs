//! An indicator's share as a hundred people or families, where it stands on cases enough.

use super::catalogue::Study;
use super::compare::share;
use crate::analyse::indicators::wider::Item;
use crate::analyse::indicators::{IndicatorValue, Unit};
use crate::engine::protocol::ChartReply;
use crate::lang::catalogue as words;
use crate::present::chart::{Hue, Series, Waffle};

impl Study<'_> {
    /// The share as signs of a hundred people or families.
    pub(super) fn hundred(&self, item: &Item, value: &IndicatorValue, width: u16) -> Option<ChartReply> {
        let (lang, entry) = (self.look.lang, &item.entry);
        let share = share(value).filter(|share| {
            entry.unit == Unit::Percent
                && entry.part
                && !value.small
                && (1..=share.denominator).contains(&share.numerator)
        })?;
        let unit = entry.universe.in_lang(lang);
        let part = |label: &str, hue, n| (Series::new(label, hue), n);
        let name = entry.name.in_lang(lang);
        let rest = part(words::the_others(lang), Hue::Rest, share.denominator - share.numerator);
        let waffle = Waffle {
            heading: entry.name.in_lang(lang).to_owned(),
            unit: unit.to_owned(),
            parts: vec![part(name, Hue::One, share.numerator), rest],
        };
        let id = format!("{}-seratus", entry.id);
        Some(self.look.drawn_noted(&waffle, &id, name, self.look.note(unit), width))
    }
}
