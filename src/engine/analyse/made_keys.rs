//! The rows and columns of a table of one's own by stable names, so that notes stay where they were put when the language
//! changes: codes of answers, joined where answers are.

use super::Look;
use crate::analyse::Columns;
use crate::analyse::variables::by_id;
use crate::engine::protocol::{AnswerGroup, Dress, KeptTable, MakeTable};
use crate::lang::{Lang, table_maker as words};

/// Between the codes of answers that stand together.
const AND: &str = "+";
/// Answers that are in no group.
const OTHERS: &str = "lain";

/// Names and words of rows or columns, in their order.
pub(super) type Named = Vec<(String, String)>;

fn named(columns: &Columns, variable: &str, groups: &[AnswerGroup], lang: Lang) -> Named {
    let Some(variable) = by_id(variable) else { return Vec::new() };
    let (keys, answers) = (variable.keys(columns), variable.answers(columns, lang));
    if groups.is_empty() {
        return keys.into_iter().zip(answers.labels).collect();
    }
    let join = |group: &AnswerGroup| {
        let codes = group.answers.iter().filter_map(|at| keys.get(usize::from(*at)).map(String::as_str));
        codes.collect::<Vec<_>>().join(AND)
    };
    let joined = groups.iter().map(join).chain([OTHERS.to_owned()]);
    let pairs: Vec<(&str, &[u16])> =
        groups.iter().map(|group| (group.label.as_str(), group.answers.as_slice())).collect();
    joined.zip(answers.grouped(&pairs, words::other_answers(lang)).labels).collect()
}

impl Look<'_> {
    /// The rows of a table.
    pub(super) fn named_rows(&self, table: &MakeTable, lang: Lang) -> Named {
        named(self.columns, &table.rows, &table.row_groups, lang)
    }

    /// Its columns.
    pub(super) fn named_columns(&self, table: &MakeTable, lang: Lang) -> Named {
        named(self.columns, &table.columns, &table.column_groups, lang)
    }

    /// A chart's notes, and the answer that its dots speak of, in the words of the language: where a name is known no more,
    /// it stands itself.
    pub(super) fn in_words(&self, table: &MakeTable, dress: &Dress) -> Dress {
        let (rows, columns) = (self.named_rows(table, self.lang), self.named_columns(table, self.lang));
        let word = |all: &Named, key: &str| {
            all.iter().find(|(name, _)| name == key).map_or_else(|| key.to_owned(), |(_, label)| label.clone())
        };
        let mut dress = dress.clone();
        dress.of = word(&columns, &dress.of);
        for note in &mut dress.notes {
            (note.row, note.column) = (word(&rows, &note.row), word(&columns, &note.column));
        }
        dress
    }
}

/// A table of before, whose notes stood at words, with notes that stand at names. Words of either language are known.
pub(super) fn with_names(columns: &Columns, mut kept: KeptTable) -> KeptTable {
    let both = |of: &dyn Fn(Lang) -> Named| [of(Lang::Id), of(Lang::En)].concat();
    let table = &kept.table;
    let rows = both(&|lang| named(columns, &table.rows, &table.row_groups, lang));
    let across = both(&|lang| named(columns, &table.columns, &table.column_groups, lang));
    let name = |all: &Named, label: &str| {
        all.iter().find(|(_, known)| known == label).map_or_else(|| label.to_owned(), |(key, _)| key.clone())
    };
    kept.dress.of = name(&across, &kept.dress.of);
    for note in &mut kept.dress.notes {
        (note.row, note.column) = (name(&rows, &note.row), name(&across, &note.column));
    }
    kept
}
