//! Ages by sex for everybody: the attack puts all that pyramids, generations and the table of the same question show into one
//! system, and looks for whole numbers in which a hidden small count is not small. Where there are none, it was given away.

#![allow(clippy::needless_range_loop)] // rows of several tables by their number

use super::{NOW_MS, date, look};
use rumah_dataku::base::Date;
use rumah_dataku::base::region::Area;
use rumah_dataku::engine::Engine;
use rumah_dataku::engine::protocol::table::{Cell, RowKind, Table};
use rumah_dataku::engine::protocol::*;
use rumah_dataku::lang::Lang;
use rumah_dataku::store::memory::{MemoryPorts, run};

const BELOW: i64 = 5;
const GROUPS: usize = 16;

fn village(families: u32, seed: u64) -> Engine<MemoryPorts> {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    run(engine.ask(MakeSample { families: Some(families), seed: Some(seed) })).unwrap();
    engine
}

fn pyramid(engine: &mut Engine<MemoryPorts>, look: &LookAt, beside: Beside, hide_below: u8) -> ChartReply {
    let asked = ComparePyramid { look: look.clone(), beside, single: true, hide_below, width: 328 };
    run(engine.ask(asked)).unwrap()
}

/// The table maker's answer to the same question, for everybody: with the sums of rows.
fn made(engine: &mut Engine<MemoryPorts>, look: &LookAt) -> Table {
    let (universe, rows, columns) = ("penduduk".to_owned(), "umur_5".to_owned(), "jenis_kelamin".to_owned());
    let look = look.clone();
    run(engine.ask(MakeTable { look, universe, rows, columns, hide_below: 5, ..MakeTable::default() })).unwrap()
}

fn shown(cell: &Cell) -> Option<i64> {
    if let Cell::Count(n) = cell { Some((*n).into()) } else { None }
}

/// Numbers of which some are known, and sums that hold among them.
#[derive(Default)]
struct System {
    spans: Vec<(i64, i64)>,
    laws: Vec<(Vec<usize>, usize)>,
}

impl System {
    fn number(&mut self, known: Option<i64>, most: i64) -> usize {
        self.spans.push(known.map_or((0, most), |n| (n, n)));
        self.spans.len() - 1
    }

    fn narrow(&self, spans: &mut [(i64, i64)]) -> bool {
        loop {
            let before = spans.to_vec();
            for (parts, whole) in &self.laws {
                let low: i64 = parts.iter().map(|part| spans[*part].0).sum();
                let high: i64 = parts.iter().map(|part| spans[*part].1).sum();
                let of = spans[*whole];
                spans[*whole] = (of.0.max(low), of.1.min(high));
                for part in parts {
                    let (a, b) = spans[*part];
                    spans[*part] = (a.max(of.0 - (high - b)), b.min(of.1 - (low - a)));
                }
            }
            if spans.iter().any(|(low, high)| low > high) {
                return false;
            }
            if before == spans {
                return true;
            }
        }
    }

    /// Whole numbers that agree with everything; `left` steps at most.
    fn agrees(&self, mut spans: Vec<(i64, i64)>, left: &mut u32) -> bool {
        *left = left.checked_sub(1).unwrap();
        if !self.narrow(&mut spans) {
            return false;
        }
        let open = (0..spans.len()).filter(|at| spans[*at].0 < spans[*at].1);
        let Some(at) = open.min_by_key(|at| spans[*at].1 - spans[*at].0) else { return true };
        (spans[at].0..=spans[at].1).any(|n| {
            let mut tried = spans.clone();
            tried[at] = (n, n);
            self.agrees(tried, left)
        })
    }

    fn can_be_large(&self, at: usize) -> bool {
        let mut spans = self.spans.clone();
        spans[at].0 = spans[at].0.max(BELOW);
        spans[at].0 <= spans[at].1 && self.agrees(spans, &mut 200_000)
    }
}

/// Reads the maker's table: its cells by row, all sums, and what adds up to what.
fn read(system: &mut System, table: &Table, most: i64) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> = Vec::new();
    for row in &table.rows {
        let numbers: Vec<usize> = row.cells[1..].iter().map(|cell| system.number(shown(cell), most)).collect();
        let (sum, parts) = numbers.split_last().unwrap();
        system.laws.push((parts.to_vec(), *sum));
        lines.push(numbers);
    }
    let body: Vec<usize> = (0..lines.len()).filter(|at| table.rows[*at].kind == RowKind::Body).collect();
    let total = (0..lines.len()).find(|at| table.rows[*at].kind == RowKind::Total).unwrap();
    for column in 0..lines[0].len() {
        system.laws.push((body.iter().map(|row| lines[*row][column]).collect(), lines[total][column]));
    }
    lines
}

/// Hidden cells of a pyramid whose true count is small, each with its group and side.
fn attacked(engine: &mut Engine<MemoryPorts>, look: &LookAt) -> usize {
    let reply = pyramid(engine, look, Beside::Nothing, 5);
    let truth =
        run(engine.ask(ComparePyramid { look: look.clone(), width: 328, ..ComparePyramid::default() })).unwrap();
    let made = made(engine, look);
    let most = truth.table.rows.iter().filter_map(|row| shown(&row.cells[3])).max().unwrap();
    let mut system = System::default();
    let lines = read(&mut system, &made, most);
    let mut n_small = 0;
    for group in 0..GROUPS {
        for side in [1, 2] {
            let (seen, real) =
                (&reply.table.rows[group].cells[side], shown(&truth.table.rows[group].cells[side]).unwrap());
            // The pyramid shows what the table shows, no more and nothing else.
            assert_eq!(shown(seen), shown(&made.rows[group].cells[side]), "{look:?} {group} {side}");
            assert!(shown(seen).is_none_or(|n| n == real));
            if (1..BELOW).contains(&real) {
                assert_eq!(shown(seen), None, "{real} is in sight: {look:?} {group} {side}");
                assert!(system.can_be_large(lines[group][side - 1]), "{real} is given away: {look:?} {group} {side}");
                n_small += 1;
            }
        }
        let sum = &reply.table.rows[group].cells[3];
        let both = [1, 2].map(|side| shown(&reply.table.rows[group].cells[side]));
        assert_eq!(shown(sum), both[0].zip(both[1]).map(|(m, f)| m + f), "a sum that tells more");
    }
    n_small
}

#[test]
fn a_pyramid_for_everybody_gives_no_small_count_away() {
    let mut n_small = 0;
    for (families, seed) in [(60, 3), (150, 7), (300, 3)] {
        let mut engine = village(families, seed);
        for at in ["2026-11-24", "2020-01-01", "2012-06-30"] {
            n_small += attacked(&mut engine, &look(at, ""));
        }
    }
    let mut engine = village(300, 3);
    for rt in ["1", "2", "3"] {
        n_small += attacked(&mut engine, &look("", rt));
    }
    assert!(n_small > 40, "{n_small} small counts are too few to try it on");
}

#[test]
fn what_lies_beside_is_hidden_too_and_the_page_says_so() {
    let mut engine = village(150, 7);
    let made = run(engine.ask(MakeSnapshot { at: Some(date("2024-12-31")) })).unwrap();
    let paper = PutPaper { kind: SNAPSHOT_KIND.into(), key: made.key, title: made.title, body: made.body };
    run(engine.ask(paper)).unwrap();
    for beside in [Beside::Date(date("2020-01-01")), Beside::Snapshot("2024-12-31".into())] {
        let reply = pyramid(&mut engine, &look("", ""), beside.clone(), 5);
        let truth = pyramid(&mut engine, &look("", ""), beside.clone(), 0);
        assert!(reply.table.note.remark.contains("disembunyikan"), "{:?}", reply.table.note);
        assert!(reply.svg.contains("* disembunyikan"), "the picture says it");
        assert!(!reply.title.is_empty() && !reply.svg.contains("Separuh"));
        let of_other = |reply: &ChartReply, group: usize, side: usize| shown(&reply.table.rows[group].cells[5 + side]);
        let mut n_hidden = 0;
        for side in [0, 1] {
            let mut left = shown(&reply.table.rows[GROUPS].cells[5 + side]).unwrap();
            let hidden: Vec<usize> = (0..GROUPS).filter(|group| of_other(&reply, *group, side).is_none()).collect();
            left -= (0..GROUPS).filter_map(|group| of_other(&reply, group, side)).sum::<i64>();
            // One hidden count of a side would be what its total leaves.
            assert!(hidden.len() != 1 && (hidden.is_empty() || left >= BELOW), "{beside:?} {hidden:?} {left}");
            n_hidden += hidden.len();
            // Single years were asked for: the true counts are put together in fives here.
            for group in (0..GROUPS).filter(|group| !hidden.contains(group)) {
                let ages = if group == GROUPS - 1 { 75..101 } else { 5 * group..5 * group + 5 };
                let real: i64 = ages.filter_map(|age| shown(&truth.table.rows[age].cells[5 + side])).sum();
                assert_eq!(of_other(&reply, group, side), Some(real));
                assert!(real == 0 || real >= BELOW);
            }
        }
        assert!(n_hidden > 0);
    }
    // An area of so few that even the sums would tell of somebody is refused, in words.
    let mut tiny = village(1, 2);
    let asked = ComparePyramid { hide_below: 5, width: 328, ..ComparePyramid::default() };
    let refused = format!("{:?}", run(tiny.ask(asked)).err());
    assert!(refused.contains("Terlalu sedikit orang"), "{refused}");
}

#[test]
fn generations_for_everybody_are_sums_of_what_pyramids_show() {
    let mut engine = village(150, 7);
    let now = date("2026-11-24");
    let asked = GetGenerations { area: Area::default(), years: 10, hide_below: 5, width: 720 };
    let reply = run(engine.ask(asked)).unwrap();
    let days: Vec<Date> = [10, 5, 0].map(|back| now.plus_years(-back).unwrap()).to_vec();
    assert_eq!(reply.table.columns.len(), 1 + days.len(), "every five years");
    let (mut n_hidden, mut n_shown) = (0, 0);
    for (i, day) in days.iter().enumerate() {
        let table = made(&mut engine, &LookAt { at: Some(*day), area: Area::default() });
        let sum = |group: usize| shown(table.rows[group].cells.last().unwrap());
        for generation in 0..GROUPS {
            let told = reply.table.shown(Lang::En, generation, i + 1).replace(',', "").parse::<i64>().ok();
            let Some(youngest) = generation.checked_sub(days.len() - 1 - i) else {
                assert_eq!(told, None, "a generation that was not born");
                continue;
            };
            let groups = if generation + 1 == GROUPS { youngest..GROUPS } else { youngest..youngest + 1 };
            let wanted: Option<i64> = groups.map(sum).sum();
            assert_eq!(told, wanted, "{day} {generation}");
            n_hidden += usize::from(wanted.is_none());
            n_shown += usize::from(wanted.is_some());
        }
    }
    assert!(n_shown > 20 && reply.table.note.remark.contains(&format!("{n_hidden} angka tidak ditampilkan")));
}

#[test]
fn a_projection_for_everybody_starts_from_what_the_pyramid_shows() {
    let mut engine = village(150, 7);
    let assumed = run(engine.ask(ReadAssumptions)).unwrap().assumed;
    let view = run(engine.ask(GetProjection { assumed: assumed.clone(), hide_below: 5, width: 328 })).unwrap();
    let office = run(engine.ask(GetProjection { assumed, hide_below: 0, width: 328 })).unwrap();
    let public = pyramid(&mut engine, &look("", ""), Beside::Nothing, 5).table;
    let mut n_hidden = 0;
    for side in [1, 2] {
        let total = shown(&public.rows[GROUPS].cells[side]).unwrap();
        let told: Vec<Option<i64>> = (0..GROUPS).map(|group| shown(&public.rows[group].cells[side])).collect();
        let hidden = told.iter().filter(|n| n.is_none()).count();
        n_hidden += hidden;
        let left = (total - told.iter().flatten().sum::<i64>()) as f64 / hidden.max(1) as f64;
        let number = |row: usize| match view.ages.rows[row].cells[side] {
            Cell::Number(n, _) => n,
            _ => panic!("no number"),
        };
        for (group, told) in told.iter().enumerate().take(GROUPS - 1) {
            assert!((number(group) - told.map_or(left, |n| n as f64)).abs() < 1e-9, "{group}");
        }
        let open: f64 = (GROUPS - 1..20).map(number).sum();
        assert!((open - told[GROUPS - 1].map_or(left, |n| n as f64)).abs() < 1e-9);
        assert!((0..19).all(|row| row < GROUPS - 1 || number(row) >= number(row + 1) - left.max(1.0)));
    }
    assert!(n_hidden > 0, "nothing was hidden: choose a smaller village");
    assert!(view.cautions.iter().any(|line| line.contains(&format!("{n_hidden} angka yang disembunyikan"))));
    assert_ne!(view.ages, office.ages);
    assert!(office.cautions.iter().all(|line| !line.contains("Untuk umum")));
}
