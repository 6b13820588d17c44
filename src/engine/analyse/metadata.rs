//! The metadata of an indicator (MS-Ind, domain.md §11.2) as headings and texts.

use super::catalogue::Study;
use crate::analyse::indicators::wider::Item;
use crate::analyse::indicators::{Better, ms_ind};
use crate::lang::{analyse, catalogue as words};

impl Study<'_> {
    pub(super) fn metadata(&self, item: &Item) -> Vec<(String, String)> {
        let lang = self.look.lang;
        let ms = ms_ind(item, lang);
        let house = [self.look.profile.house.text(), self.look.profile.village.text()];
        let house = house.into_iter().find(|name| !name.is_empty()).unwrap_or(analyse::source_default(lang)).to_owned();
        let fields = ms.variabel_pembangun.join(", ");
        let better = match item.entry.better {
            Better::Higher => words::higher_better(lang),
            Better::Lower => words::lower_better(lang),
            Better::Neither => words::neither_better(lang),
        };
        [
            (words::ms_name(lang), ms.nama),
            (words::ms_concept(lang), ms.konsep),
            (words::ms_definition(lang), ms.definisi),
            (words::ms_interpretation(lang), ms.interpretasi.trim().to_owned()),
            (words::ms_method(lang), ms.metode),
            (words::ms_measure(lang), ms.ukuran),
            (words::ms_unit(lang), ms.satuan),
            (words::ms_classes(lang), ms.klasifikasi_penyajian.join(", ")),
            (words::ms_composite(lang), if ms.komposit { words::yes(lang) } else { words::no(lang) }.to_owned()),
            (words::ms_variables(lang), fields),
            (words::ms_level(lang), ms.level_estimasi),
            (words::ms_access(lang), ms.akses_umum),
            (words::ms_activity(lang), words::activity(lang, house)),
            (words::source(lang), ms.sumber),
            (words::ms_small(lang), item.k_class().to_owned()),
            (words::ms_better(lang), better.to_owned()),
        ]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(heading, text)| (heading.to_owned(), text))
        .collect()
    }
}
