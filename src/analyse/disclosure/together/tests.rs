//! The attack on tables of different variables: all counts that agree with what all of them show are tried.

use super::super::linked::tests::{THRESHOLD, Tables};
use super::super::{Counted, suppress};
use super::*;
use proptest::prelude::*;

/// Eight kinds of people by three variables of two answers: a in the first bit of their place, b in the second, c in the
/// third.
fn people(counts: [u32; 8]) -> People {
    let profile = |at: usize| (vec![at as u16 & 1, at as u16 >> 1 & 1, at as u16 >> 2], counts[at]);
    People {
        sorts: [
            Sort { variables: vec!["a", "b", "c"], profiles: (0..8).map(profile).collect() },
            Sort { variables: Vec::new(), profiles: Vec::new() },
        ],
    }
}

fn side(variable: &'static str) -> Side {
    Side { variable, answers: vec![vec![0], vec![1]] }
}

/// A table by rows and columns of those with an answer.
type Asked = (Option<(&'static str, u16)>, &'static str, Option<&'static str>);

/// What of all figures is hidden where each table is guarded alone, and where they are guarded together; nothing where there
/// are too few people for any other village, so that no table is published.
fn published(people: &People, counts: [u32; 8], asked: &[Asked]) -> (Tables, Vec<bool>, Option<Vec<bool>>) {
    let mut set = Together::new(people);
    let mut alone = BTreeMap::<usize, bool>::new();
    for (only, rows, columns) in asked {
        let all = Whom::all(false);
        let base = only.map_or(all.clone(), |(variable, answer)| all.with(variable, &[answer]).unwrap());
        let across = columns.map(side);
        let places = set.add(&base, &side(rows), across.as_ref());
        let n = if columns.is_some() { 2 } else { 1 };
        let cells: Vec<u32> = places.cells.iter().map(|at| set.figures[at.unwrap()].value).collect();
        let found = suppress(&Counted { columns: n, cells: &cells }, THRESHOLD);
        let mut flag = |at: &Option<usize>, flag: bool| *alone.entry(at.unwrap()).or_default() |= flag;
        places.cells.iter().zip(&found.cells).for_each(|(at, secret)| flag(at, *secret));
        places.columns.iter().zip(&found.columns).for_each(|(at, secret)| flag(at, *secret));
        if n == 2 {
            places.rows.iter().zip(&found.rows).for_each(|(at, secret)| flag(at, *secret));
        }
        flag(&places.total, found.total);
    }
    alone.iter().filter(|(_, secret)| **secret).for_each(|(at, _)| set.hide(*at));
    let is_published = set.guard(THRESHOLD).is_empty();
    let mask = |whom: &Whom| {
        let here = |at: &usize| {
            let own = [("a", at & 1), ("b", at >> 1 & 1), ("c", at >> 2)];
            own.iter().all(|(variable, own)| {
                whom.answers.get(variable).is_none_or(|answers| answers.contains(&(*own as u16)))
            })
        };
        (0..8).filter(here).map(|at| 1u32 << at).sum()
    };
    let of = |at: usize| set.at.iter().find(|(_, own)| **own == at).map(|(whom, _)| mask(whom)).unwrap();
    let figures: Vec<u32> = alone.keys().map(|at| of(*at)).collect();
    let together = is_published.then(|| alone.keys().map(|at| set.is_hidden(*at)).collect());
    (Tables { counts: counts.to_vec(), figures }, alone.into_values().collect(), together)
}

/// A table of all and of two parts.
const LAYERED: [Asked; 3] =
    [(None, "a", Some("b")), (Some(("c", 0)), "a", Some("b")), (Some(("c", 1)), "a", Some("b"))];
/// By one variable of all and of some, by two others, and by a third of others.
const MIXED: [Asked; 4] =
    [(None, "b", None), (Some(("a", 0)), "b", None), (None, "a", Some("c")), (Some(("b", 1)), "c", None)];

#[test]
fn those_of_a_part_are_among_all() {
    // By b, 3 and 20, both hidden; of a part 0 and 20. Whoever sees the 20 knows that of all no more than 3 are left.
    let counts = [0, 3, 20, 0, 0, 0, 0, 0];
    let known = people(counts);
    let (tables, alone, together) = published(&known, counts, &MIXED[..2]);
    assert_eq!(tables.given_away(&alone, 30).len(), 1, "the attacker is real");
    let together = together.unwrap();
    assert_eq!(tables.given_away(&together, 30), Vec::<usize>::new());
    assert!(together.iter().any(|hidden| !hidden));
}

#[test]
fn answers_put_together_in_two_ways_are_told_apart_where_they_differ() {
    // Ages 0 to 3: 30, 2, 40, 50. What is beside age 0 in the first table and not in the second is age 1.
    let profile = |(age, n): (u16, u32)| (vec![age], n);
    let profiles = [(0, 30), (1, 2), (2, 40), (3, 50)].map(profile).to_vec();
    let nobody = Sort { variables: Vec::new(), profiles: Vec::new() };
    let known = People { sorts: [Sort { variables: vec!["age"], profiles }, nobody] };
    let (all, grouped) = (Whom::all(false), |answers: &[&[u16]]| Side {
        variable: "age",
        answers: answers.iter().map(|answers| answers.to_vec()).collect(),
    });
    let mut set = Together::new(&known);
    let two = set.add(&all, &grouped(&[&[0, 1], &[2, 3]]), None);
    let other = set.add(&all, &grouped(&[&[0], &[1, 2, 3]]), None);
    let third = set.add(&all, &grouped(&[&[0], &[1], &[2, 3]]), None);
    assert_eq!(set.guard(THRESHOLD), Vec::<usize>::new());
    assert!(set.is_hidden(third.cells[1].unwrap()));
    let told = |places: &Places| places.cells.iter().map(|at| !set.is_hidden(at.unwrap())).collect::<Vec<_>>();
    let (two, other) = (told(&two), told(&other));
    assert!(!(two[0] && other[0]), "age 1 is the difference: {two:?} {other:?}");
    assert!(!(two[1] && other[1]), "age 1 is the difference: {two:?} {other:?}");
}

#[test]
fn what_is_published_already_stays_and_a_table_that_it_gives_away_is_named() {
    let counts = [3, 20, 9, 30, 0, 0, 0, 0];
    let known = people(counts);
    let mut set = Together::new(&known);
    let all = Whom::all(false);
    // Of a, 12 and 50; of a and b 20, so that 3 follows.
    for (a, b) in [(Some(0), None), (Some(1), None), (Some(0), Some(1)), (None, None)] {
        let whom = a.map_or(all.clone(), |a| all.with("a", &[a]).unwrap());
        let whom = b.map_or(whom.clone(), |b| whom.with("b", &[b]).unwrap());
        assert!(set.settle(&whom, false).is_some());
    }
    let places = set.add(&all, &side("a"), Some(&side("b")));
    assert_eq!(set.guard(THRESHOLD), [places.cells[0].unwrap()]);
    assert!(!set.is_hidden(places.rows[0].unwrap()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn nothing_is_given_away(counts in prop::array::uniform8(prop_oneof![2 => 0u32..4, 3 => 4u32..9])) {
        let known = people(counts);
        for (asked, most) in [(&LAYERED[..], 14), (&MIXED[..], 12)] {
            let (tables, _, Some(together)) = published(&known, counts, asked) else { continue };
            let away = tables.given_away(&together, most);
            prop_assert!(away.is_empty(), "{counts:?}: {away:?} of {together:?}");
        }
    }
}

#[test]
fn guarded_alone_parts_give_counts_away() {
    let given = (0..8u32).filter(|seed| {
        let counts: [u32; 8] = std::array::from_fn(|at| (seed * 7 + at as u32 * at as u32 * 5 + seed * at as u32) % 9);
        let (tables, alone, _) = published(&people(counts), counts, &LAYERED);
        !tables.given_away(&alone, 10).is_empty()
    });
    assert!(given.count() > 0, "the attacker is real");
}
