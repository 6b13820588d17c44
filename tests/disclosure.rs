//! The attack on what is published together: the numbers that everybody reads are put into one system of equations, and a
//! search over whole numbers looks for one in which a hidden count is not small. Where there is none, it was given away.

#![allow(clippy::unwrap_used, clippy::panic)]

use rumah_dataku::engine::Engine;
use rumah_dataku::engine::protocol::table::{Cell, RowKind, Table};
use rumah_dataku::engine::protocol::*;
use rumah_dataku::lang::Lang;
use rumah_dataku::present::document::{Kind, PLANS};
use rumah_dataku::store::memory::{MemoryPorts, run};
use std::collections::BTreeMap;

/// 24 November 2026, 02:00 UTC.
const NOW_MS: u64 = 1_795_485_600_000;
const BELOW: i64 = 5;

fn village(families: u32, seed: u64) -> Engine<MemoryPorts> {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    run(engine.ask(MakeSample { families: Some(families), seed: Some(seed) })).unwrap();
    engine
}

/// What an attacker knows: figures by name, some of them hidden, and which are the sums of others.
#[derive(Default)]
struct Attack {
    names: BTreeMap<String, usize>,
    /// The least and the most that each figure can be.
    spans: Vec<(i64, i64)>,
    laws: Vec<Vec<(usize, i64)>>,
    most: i64,
}

impl Attack {
    /// A figure as it is shown; the same figure is shown everywhere, or nowhere.
    fn read(&mut self, name: &str, shown: Option<i64>) -> usize {
        let span = shown.map_or((0, self.most), |n| (n, n));
        if let Some(at) = self.names.get(name) {
            assert_eq!(self.spans[*at], span, "{name} is shown here and hidden there");
            return *at;
        }
        self.names.insert(name.to_owned(), self.spans.len());
        self.spans.push(span);
        self.spans.len() - 1
    }

    fn named(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    fn sum(&mut self, parts: &[usize], whole: usize) {
        self.laws.push(parts.iter().map(|at| (*at, 1)).chain([(whole, -1)]).collect());
    }

    /// Parts of a whole of which others are not told.
    fn part(&mut self, parts: &[usize], whole: usize) {
        self.spans.push((0, self.most));
        let others = self.spans.len() - 1;
        let parts: Vec<usize> = parts.iter().copied().chain([others]).collect();
        self.sum(&parts, whole);
    }

    /// Narrows the spans by the laws; false where no numbers are left.
    fn narrow(&self, spans: &mut [(i64, i64)]) -> bool {
        loop {
            let mut changed = false;
            for law in &self.laws {
                let term = |at: usize, times: i64, high: bool| {
                    let (low, most) = spans[at];
                    times * if high == (times > 0) { most } else { low }
                };
                let least: i64 = law.iter().map(|(at, times)| term(*at, *times, false)).sum();
                let most: i64 = law.iter().map(|(at, times)| term(*at, *times, true)).sum();
                if least > 0 || most < 0 {
                    return false;
                }
                let narrower: Vec<(usize, i64, i64)> = law
                    .iter()
                    .map(|(at, times)| {
                        // The others can be from `least` to `most` without this one.
                        let (low, high) = (least - term(*at, *times, false), most - term(*at, *times, true));
                        if *times > 0 { (*at, -high, -low) } else { (*at, low, high) }
                    })
                    .collect();
                for (at, low, high) in narrower {
                    let (old_low, old_high) = spans[at];
                    let new = (old_low.max(low), old_high.min(high));
                    if new.0 > new.1 {
                        return false;
                    }
                    changed |= new != spans[at];
                    spans[at] = new;
                }
            }
            if !changed {
                return true;
            }
        }
    }

    /// The laws that are tied to a figure by way of hidden ones.
    fn around(&self, at: usize, spans: &[(i64, i64)]) -> Attack {
        let (mut met, mut held) = (vec![false; spans.len()], vec![false; self.laws.len()]);
        let mut next = vec![at];
        met[at] = true;
        while let Some(at) = next.pop() {
            for (number, law) in self.laws.iter().enumerate().filter(|(_, law)| law.iter().any(|(own, _)| *own == at)) {
                held[number] = true;
                for (other, _) in law.iter().filter(|(other, _)| spans[*other].0 < spans[*other].1) {
                    if !std::mem::replace(&mut met[*other], true) {
                        next.push(*other);
                    }
                }
            }
        }
        let laws = self.laws.iter().zip(held).filter(|(_, held)| *held).map(|(law, _)| law.clone()).collect();
        Attack { laws, ..Attack::default() }
    }

    /// Whether there are whole numbers that agree with all that is shown; nothing where the search took too long. It goes on
    /// where least is open, with values in the order of the dice.
    fn agrees(&self, mut spans: Vec<(i64, i64)>, left: &mut u32, dice: &mut u64) -> Option<bool> {
        if !self.narrow(&mut spans) {
            return Some(false);
        }
        let open = |at: usize| spans[at].0 < spans[at].1;
        let n_open = |law: &&Vec<(usize, i64)>| law.iter().filter(|(at, _)| open(*at)).count();
        let Some(law) = self.laws.iter().filter(|law| n_open(law) > 0).min_by_key(n_open) else { return Some(true) };
        let figures = law.iter().map(|(at, _)| *at).filter(|at| open(*at));
        let at = figures.min_by_key(|at| spans[*at].1 - spans[*at].0)?;
        let n = spans[at].1 - spans[at].0 + 1;
        *dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let first = (*dice >> 33) as i64 % n;
        for step in 0..n {
            *left = left.checked_sub(1)?;
            let value = spans[at].0 + (first + step) % n;
            let mut tried = spans.clone();
            tried[at] = (value, value);
            if self.agrees(tried, left, dice)? {
                return Some(true);
            }
        }
        Some(false)
    }

    /// Hidden figures that can only be small, and how many were hidden; the search begins anew with other dice where it takes
    /// too long.
    fn given_away(&self) -> (Vec<&str>, usize) {
        let mut spans = self.spans.clone();
        assert!(self.narrow(&mut spans), "what is published contradicts itself");
        let known = |name: &str, at: usize| {
            if spans[at].1 < BELOW || spans[at].0 >= BELOW {
                return spans[at].1 < BELOW && spans[at].1 > 0;
            }
            let (attack, mut dice) = (self.around(at, &spans), 7);
            let mut fits = |low: i64, high: i64, mut left: u32| {
                let mut tried = spans.clone();
                tried[at] = (low, high);
                attack.agrees(tried, &mut left, &mut dice)
            };
            let top = spans[at].1;
            for round in 0..400u32 {
                // Near the threshold first, then anywhere.
                let most = if round % 2 == 0 { top.min(BELOW + i64::from(round) / 8) } else { top };
                match fits(BELOW, most, 60 + round * 4) {
                    Some(true) => return false,
                    Some(false) if most == top => return true,
                    _ => {}
                }
            }
            panic!("{name}: the attack takes too long, {} laws, {:?}", attack.laws.len(), spans[at]);
        };
        let hidden: Vec<_> = self.names.iter().filter(|(_, at)| self.spans[**at].0 < self.spans[**at].1).collect();
        let away = hidden.iter().filter(|(name, at)| known(name, **at)).map(|(name, _)| name.as_str()).collect();
        (away, hidden.len())
    }
}

/// Text between tags, cell by cell, and whether it is the last row.
fn cells(row: &str) -> (Vec<String>, bool) {
    let cell =
        |part: &str| part.split_once('>').map_or("", |(_, text)| text).split('<').next().unwrap_or("").to_owned();
    let parts = row.replace("<th", "\u{1}").replace("<td", "\u{1}");
    (parts.split('\u{1}').skip(1).map(cell).collect(), row.contains("sheet-total"))
}

fn shown(text: &str) -> Option<i64> {
    if text == "*" { None } else { Some(text.replace('.', "").parse().unwrap_or(0)) }
}

/// Reads the tables of yes and no: each line of its own universe.
const LINES: [&str; 5] = ["adminduk", "kelompok-kegiatan", "perlindungan", "rumah", "usia-kawin"];

fn read_table(attack: &mut Attack, name: &str, rows: &[String]) {
    let rows: Vec<(Vec<String>, bool)> = rows.iter().map(|row| cells(row)).collect();
    if LINES.contains(&name) {
        for (at, (line, _)) in rows.iter().enumerate() {
            let both = [2, 3].map(|column| attack.read(&format!("{name}/{at}/{column}"), shown(&line[column])));
            if attack.named(&format!("{name}/{at}/known")).is_none() {
                let known = attack.read(&format!("{name}/{at}/known"), None);
                attack.sum(&both, known);
            }
        }
        return;
    }
    let n = rows[0].0.len() - 2;
    let new = attack.named(&format!("{name}/total/0")).is_none();
    let mut columns = vec![Vec::new(); n];
    for (at, (row, total)) in rows.iter().enumerate() {
        let at = if *total { "total".to_owned() } else { at.to_string() };
        let figures: Vec<usize> =
            (0..n).map(|column| attack.read(&format!("{name}/{at}/{column}"), shown(&row[column + 1]))).collect();
        if !new {
            continue;
        }
        if n > 1 {
            attack.sum(&figures[..n - 1], figures[n - 1]);
        }
        for (column, figure) in columns.iter_mut().zip(figures) {
            match *total {
                true => attack.sum(column, figure),
                false => column.push(figure),
            }
        }
    }
}

/// Everything that seven documents and the slides show.
fn published(engine: &mut Engine<MemoryPorts>, look: &LookAt) -> Attack {
    let mut attack = Attack::default();
    let mut feet = BTreeMap::new();
    for plan in PLANS.iter().filter(|plan| plan.kind != Kind::Poster) {
        let edits = Edits::of(plan.kind, false);
        let view = run(engine.ask(MakeDocument { look: look.clone(), edits })).unwrap();
        attack.most = i64::from(view.residents);
        for key in ["penduduk", "keluarga"] {
            let text = &view.figures.iter().find(|(name, _)| name == key).unwrap().1;
            attack.read(key, (!text.is_empty()).then(|| shown(text)).flatten());
        }
        for block in view.blocks.iter().filter(|block| block.kind == BlockKind::Table) {
            let Some((_, name)) = block.id.split_once(".tabel.") else { continue };
            if name != "sarana" {
                read_table(&mut attack, name, &block.laid.rows);
                feet.insert(name.to_owned(), block.laid.foot.clone());
            }
        }
    }
    for slide in run(engine.ask(MakeSlides { look: look.clone(), ..MakeSlides::default() })).unwrap().slides {
        let Some(name) = slide.id.strip_prefix("tabel.").filter(|name| *name != "sarana") else { continue };
        let rows: Vec<String> = slide.html.split("<tr").skip(2).map(str::to_owned).collect();
        read_table(&mut attack, name, &rows);
    }
    tie(&mut attack, &feet);
    attack
}

/// What everybody knows of the universes: who is among whom.
fn tie(attack: &mut Attack, feet: &BTreeMap<String, String>) {
    let whole = |name: &str| !feet.get(name).is_none_or(|foot| foot.contains("belum terjawab tidak ikut"));
    let (people, families) = (attack.named("penduduk").unwrap(), attack.named("keluarga").unwrap());
    let columns = |attack: &Attack, name: &str, row: &str| -> Vec<usize> {
        (0..3).map_while(|column| attack.named(&format!("{name}/{row}/{column}"))).collect()
    };
    let mut men_and_women: Option<Vec<usize>> = None;
    for name in ["by-dusun", "age-sex", "religion", "relation", "health-cover", "disability"] {
        let Some(sums) = Some(columns(attack, name, "total")).filter(|sums| !sums.is_empty()) else { continue };
        let last = *sums.last().unwrap();
        if whole(name) {
            attack.sum(&[last], people)
        } else {
            attack.part(&[last], people)
        }
        match &men_and_women {
            None if whole(name) && sums.len() == 3 => men_and_women = Some(sums),
            Some(all) if sums.len() == 3 => {
                for (part, all) in sums.iter().zip(all.clone()) {
                    if whole(name) { attack.sum(&[*part], all) } else { attack.part(&[*part], all) }
                }
            }
            _ => {}
        }
    }
    let ages = columns(attack, "age-sex", "0").len();
    for (from, name) in [(2, "marital"), (3, "education-15"), (3, "work-pk")] {
        let sums = columns(attack, name, "total");
        for column in 0..ages {
            let groups: Vec<usize> =
                (from..20).filter_map(|row| attack.named(&format!("age-sex/{row}/{column}"))).collect();
            let part = if ages == 1 { sums.last() } else { sums.get(column) };
            if let Some(part) = part.copied() {
                attack.spans.push((0, attack.most));
                let aged = attack.spans.len() - 1;
                attack.sum(&groups, aged);
                if whole(name) && whole("age-sex") {
                    attack.sum(&[part], aged)
                } else if whole("age-sex") {
                    attack.part(&[part], aged)
                }
            }
        }
    }
    for name in ["water", "toilet"] {
        if let Some(sum) = attack.named(&format!("{name}/total/0")) {
            if whole(name) { attack.sum(&[sum], families) } else { attack.part(&[sum], families) }
        }
    }
    let known = |attack: &Attack, name: &str, at: usize| attack.named(&format!("{name}/{at}/known"));
    for (name, at) in [("adminduk", 4), ("perlindungan", 0), ("perlindungan", 1), ("rumah", 0), ("rumah", 1)] {
        if let Some(line) = known(attack, name, at) {
            attack.part(&[line], families);
        }
    }
    for (at, of) in [(0, people), (1, families)] {
        if let Some(line) = known(attack, "adminduk", at) {
            attack.sum(&[line], of);
        }
    }
    if let Some((young, old)) = known(attack, "adminduk", 2).zip(known(attack, "adminduk", 3)) {
        if whole("adminduk") { attack.sum(&[young, old], people) } else { attack.part(&[young, old], people) }
    }
    if let Some((wish, last)) =
        attack.named("kb-wish/total/0").zip((0..20).rev().find_map(|row| attack.named(&format!("kb-method/{row}/0"))))
    {
        attack.part(&[wish], last);
    }
    let housing = |attack: &Attack, at, column| attack.named(&format!("rumah/{at}/{column}"));
    if let (Some(roomy), Some(adequate), Some(narrow), Some(poor)) =
        (housing(attack, 0, 2), housing(attack, 1, 2), housing(attack, 0, 3), housing(attack, 1, 3))
    {
        attack.part(&[adequate], roomy);
        attack.part(&[narrow], poor);
    }
}

#[test]
fn seven_documents_and_the_slides_together_give_no_small_count_away() {
    let mut n_hidden = 0;
    for (families, seed) in [(60, 2), (100, 5), (150, 8)] {
        let mut engine = village(families, seed);
        let sheet = run(engine.ask(MapSheet)).unwrap();
        let part = sheet.areas[0].area.clone();
        for area in [Default::default(), part] {
            let attack = published(&mut engine, &LookAt { area, ..LookAt::default() });
            let (away, hidden) = attack.given_away();
            assert_eq!(away, Vec::<&str>::new(), "{families} families");
            n_hidden += hidden;
        }
    }
    assert!(n_hidden > 100, "little is hidden: {n_hidden}");
}

fn asked(rows: &str, columns: &str) -> MakeTable {
    let (universe, rows, columns) = ("penduduk".to_owned(), rows.to_owned(), columns.to_owned());
    MakeTable { universe, rows, columns, hide_below: 5, ..MakeTable::default() }
}

/// A table of counts, its rows by label, as figures named by layer, row and column.
fn read_made(attack: &mut Attack, layer: &str, table: &Table) {
    let label = |cell: &Cell| if let Cell::Text(text) = cell { text.to_string() } else { String::new() };
    let n = table.columns.len() - 1;
    let mut columns = vec![Vec::new(); n];
    for row in &table.rows {
        let total = row.kind == RowKind::Total;
        let name = if total { "total".to_owned() } else { label(&row.cells[0]) };
        let figure = |attack: &mut Attack, at: usize| {
            let shown = if let Cell::Count(n) = row.cells[at] { Some(i64::from(n)) } else { None };
            attack.read(&format!("{layer}/{name}/{}", table.columns[at].label), shown)
        };
        let figures: Vec<usize> = (1..=n).map(|at| figure(attack, at)).collect();
        attack.sum(&figures[..n - 1], figures[n - 1]);
        for (column, figure) in columns.iter_mut().zip(figures) {
            if total { attack.sum(column, figure) } else { column.push(figure) }
        }
    }
}

/// The layers with the table of all: what it would be if each were guarded alone, and what it is.
fn layers(engine: &mut Engine<MemoryPorts>, rows: &str, columns: &str, by: &str, alone: bool) -> Attack {
    let people = run(engine.ask(GetSummary::default())).unwrap().residents;
    let mut attack = Attack { most: i64::from(people), ..Attack::default() };
    let plain = asked(rows, columns);
    let choices = run(engine.ask(TableChoices)).unwrap();
    let n = choices.variables.iter().find(|variable| variable.id == by).unwrap().answers.len() as u16;
    let whole = run(engine.ask(plain.clone())).unwrap();
    read_made(&mut attack, "all", &whole);
    let by_layer = run(engine.ask(MakeTable { hide_below: 0, ..asked(by, "") })).unwrap();
    let complete = !by_layer.rows.iter().any(|row| row.cells[0] == Cell::text("Belum terjawab"));
    for at in 0..n {
        let layer = MakeTable { layer: Some((by.to_owned(), at)), ..plain.clone() };
        let table = match alone {
            false => run(engine.ask(layer)).unwrap(),
            true => guarded_alone(run(engine.ask(MakeTable { hide_below: 0, ..layer })).unwrap()),
        };
        read_made(&mut attack, &at.to_string(), &table);
    }
    let names: Vec<String> =
        attack.names.keys().filter_map(|name| Some(name.strip_prefix("all/")?.to_owned())).collect();
    for name in names {
        let parts: Vec<usize> = (0..n).filter_map(|at| attack.named(&format!("{at}/{name}"))).collect();
        let whole = attack.named(&format!("all/{name}")).unwrap();
        // Those without an answer to the layers' question are in none of them.
        if complete { attack.sum(&parts, whole) } else { attack.part(&parts, whole) }
    }
    attack
}

fn guarded_alone(mut table: Table) -> Table {
    use rumah_dataku::analyse::disclosure::{Counted, suppress};
    let count = |cell: &Cell| if let Cell::Count(n) = cell { *n } else { panic!("{cell:?}") };
    let (rows, columns) = (table.rows.len() - 1, table.columns.len() - 2);
    let counts: Vec<u32> = table.rows[..rows]
        .iter()
        .flat_map(|row| row.cells[1..=columns].iter().map(count).collect::<Vec<_>>())
        .collect();
    let hidden = suppress(&Counted { columns, cells: &counts }, 5);
    for row in 0..=rows {
        for column in 0..=columns {
            let secret = match (row < rows, column < columns) {
                (true, true) => hidden.cells[row * columns + column],
                (true, false) => hidden.rows[row],
                (false, true) => hidden.columns[column],
                (false, false) => hidden.total,
            };
            if secret {
                table.rows[row].cells[column + 1] = Cell::text("*");
            }
        }
    }
    table
}

#[test]
fn layers_beside_the_table_of_all_give_nothing_away_and_alone_they_did() {
    let mut given_away = 0;
    for (families, seed) in [(60, 2), (150, 8)] {
        let mut engine = village(families, seed);
        for (rows, columns, by) in [
            ("umur_3", "jenis_kelamin", "agama"),
            ("agama", "jenis_kelamin", "umur_3"),
            ("disabilitas", "umur_3", "jenis_kelamin"),
        ] {
            given_away += layers(&mut engine, rows, columns, by, true).given_away().0.len();
            let attack = layers(&mut engine, rows, columns, by, false);
            assert_eq!(attack.given_away().0, Vec::<&str>::new(), "{families}: {rows} by {columns} by {by}");
        }
    }
    assert!(given_away > 0, "the attacker is real");
}

#[test]
fn a_map_shows_no_count_that_the_table_by_area_hides() {
    let mut compared = 0;
    for (families, seed) in [(150, 8), (312, 101)] {
        let mut engine = village(families, seed);
        let choices = run(engine.ask(TableChoices)).unwrap();
        let religions = choices.variables.iter().find(|variable| variable.id == "agama").unwrap().answers.len() as u16;
        let table = run(engine.ask(asked("rt", "agama"))).unwrap();
        for answer in 0..religions {
            let theme =
                MapTheme::Answer { universe: "penduduk".into(), variable: "agama".into(), answer: Some(answer) };
            let map =
                run(engine.ask(DrawMap { theme, hide_below: 5, width: 360, ..DrawMap::default() })).unwrap().table;
            for row in &map.rows {
                let Some(beside) = table.rows.iter().find(|other| other.cells[0] == row.cells[0]) else { continue };
                let hidden = !matches!(beside.cells[usize::from(answer) + 1], Cell::Count(_));
                let told = matches!(row.cells[1], Cell::Count(_) | Cell::Number(..));
                assert!(!(hidden && told), "{:?} of {answer}: {:?}", row.cells, beside.cells);
                compared += u32::from(hidden);
            }
        }
    }
    assert!(compared > 5, "the table hides little: {compared}");
}
