//! Which rows of a file are one family. Rows with one No. KK are, wherever they stand. Rows without one go with the row
//! above while that has none either, says the same of the address, and the row is a member by its relation; else
//! they begin a family of their own.

use super::row_reader::ReadRow;
use crate::base::Value;
use crate::register::{family_field, person_field};
use std::collections::HashMap;

/// A family of a file: positions of its rows, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// No. KK, or empty.
    pub kk: String,
    /// Positions of its rows.
    pub rows: Vec<usize>,
}

/// The families of a file, in the order in which they begin.
pub fn group(rows: &[ReadRow]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_kk: HashMap<&str, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let kk = row.family_text(family_field::kk);
        let above = at.checked_sub(1).map(|above| &rows[above]);
        let goes_on = above.is_some_and(|above| goes_on(above, row));
        let known = by_kk.get(kk).copied().filter(|_| !kk.is_empty());
        let last = groups.len().checked_sub(1).filter(|_| kk.is_empty() && goes_on);
        match known.or(last) {
            Some(group) => groups[group].rows.push(at),
            None => {
                if !kk.is_empty() {
                    by_kk.insert(kk, groups.len());
                }
                groups.push(Group { kk: kk.into(), rows: vec![at] });
            }
        }
    }
    groups
}

/// True where a row without No. KK belongs to the family of the row above.
fn goes_on(above: &ReadRow, row: &ReadRow) -> bool {
    let place = [family_field::dusun, family_field::rw, family_field::rt, family_field::address];
    let same_place = place.iter().all(|tag| above.family(*tag) == row.family(*tag));
    let member = *row.person(person_field::relation) != Value::Missing && !row.is_head();
    above.family_text(family_field::kk).is_empty() && same_place && member
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::CodeList;
    use crate::base::codes::Relation;

    fn row(kk: &str, relation: Option<Relation>, rt: &str) -> ReadRow {
        let text = |text: &str| Value::Text(text.into());
        let mut row = ReadRow::default();
        if !kk.is_empty() {
            row.family.push((family_field::kk, text(kk)));
        }
        if !rt.is_empty() {
            row.family.push((family_field::rt, text(rt)));
        }
        row.person.extend(relation.map(|code| (person_field::relation, Value::Code(code.number()))));
        row
    }

    #[test]
    fn rows_become_families() {
        let (head, child) = (Some(Relation::Head), Some(Relation::Child));
        for (rows, families) in [
            (vec![row("1", head, ""), row("2", head, ""), row("1", child, "")], vec![vec![0, 2], vec![1]]),
            (vec![row("", head, "1"), row("", child, "1"), row("", head, "1")], vec![vec![0, 1], vec![2]]),
            (vec![row("", head, "1"), row("", child, "2")], vec![vec![0], vec![1]]),
            (vec![row("", None, "1"), row("", None, "1")], vec![vec![0], vec![1]]),
            (vec![row("", head, ""), row("", child, "")], vec![vec![0, 1]]),
            (vec![row("1", head, "1"), row("", child, "1")], vec![vec![0], vec![1]]),
        ] {
            let read: Vec<Vec<usize>> = group(&rows).into_iter().map(|group| group.rows).collect();
            assert_eq!(read, families);
        }
    }
}
