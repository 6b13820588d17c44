//! The village's list of dusun, RW and RT, as the profile keeps it (one area a line, `dusun;rw;rt`) and as people write it
//! down: a dusun and RW with its RT from one number to another.

use super::region::{Area, plain_number};

/// RT of one RW of one dusun, from one number to another. `from` 0: the row names no RT.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AreaRow {
    /// Dusun; empty where the village has none.
    pub dusun: String,
    /// RW without leading zeros; empty where the village has none.
    pub rw: String,
    /// First RT.
    pub from: u32,
    /// Last RT, included.
    pub to: u32,
}

/// So many RT a row at most: a slip of the finger must not make thousands.
pub const MAX_RT: u32 = 99;

/// The areas of a profile's list.
pub fn areas(text: &str) -> Vec<Area> {
    text.lines()
        .filter_map(|line| {
            let mut parts = line.split(';').map(str::trim);
            let dusun = parts.next()?.to_owned();
            let (rw, rt) = (plain_number(parts.next().unwrap_or("")), plain_number(parts.next().unwrap_or("")));
            let area = Area { dusun, rw, rt };
            (!area.is_whole_village()).then_some(area)
        })
        .collect()
}

/// The rows of a profile's list: RT that follow each other in one RW stand in one row.
pub fn rows(text: &str) -> Vec<AreaRow> {
    let mut rows: Vec<AreaRow> = Vec::new();
    for area in areas(text) {
        let rt = area.rt.parse().unwrap_or(0);
        match rows.last_mut() {
            Some(row) if row.dusun == area.dusun && row.rw == area.rw && rt > 0 && row.to + 1 == rt => row.to = rt,
            _ => rows.push(AreaRow { dusun: area.dusun, rw: area.rw, from: rt, to: rt }),
        }
    }
    rows
}

/// A profile's list from rows; rows that say nothing are left out, and no area stands twice.
pub fn write(rows: &[AreaRow]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for row in rows {
        let dusun = row.dusun.trim().replace(';', ",");
        let rw = plain_number(&row.rw).replace(';', ",");
        let from = row.from.max(u32::from(row.to > 0));
        let to = row.to.max(from).min(from.saturating_add(MAX_RT));
        for rt in from..=to {
            let rt = if rt == 0 { String::new() } else { rt.to_string() };
            let line = format!("{dusun};{rw};{rt}");
            if line != ";;" && !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(dusun: &str, rw: &str, from: u32, to: u32) -> AreaRow {
        AreaRow { dusun: dusun.into(), rw: rw.into(), from, to }
    }

    #[test]
    fn rows_become_a_list_and_come_back() {
        for (given, list, back) in [
            (vec![row("Hilir", "1", 1, 2)], "Hilir;1;1\nHilir;1;2", vec![row("Hilir", "1", 1, 2)]),
            (vec![row("", "", 1, 1), row("", "", 2, 3)], ";;1\n;;2\n;;3", vec![row("", "", 1, 3)]),
            (vec![row(" Hulu ", "002", 0, 0)], "Hulu;2;", vec![row("Hulu", "2", 0, 0)]),
            (vec![row("", "1", 0, 2)], ";1;1\n;1;2", vec![row("", "1", 1, 2)]),
            (vec![row("A;B", "1", 3, 1)], "A,B;1;3", vec![row("A,B", "1", 3, 3)]),
            (vec![row("", "", 0, 0)], "", vec![]),
            (vec![row("", "1", 1, 1), row("", "1", 1, 1)], ";1;1", vec![row("", "1", 1, 1)]),
        ] {
            let text = write(&given);
            assert_eq!(text, list, "{given:?}");
            assert_eq!(rows(&text), back, "{given:?}");
        }
        assert_eq!(write(&[row("", "1", 1, 4_000_000)]).lines().count(), MAX_RT as usize + 1);
        assert_eq!(areas(" Hilir ; 01;003\n\n;;").len(), 1);
    }
}
