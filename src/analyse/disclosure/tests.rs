//! The attack: whoever solves for the hidden counts by trying all of them must not find out.

use super::*;
use proptest::prelude::*;

/// Every value that each hidden figure takes in some table that agrees with what is published, by trying all tables whose
/// counts are at most `most`: counts, sums of rows, sums of columns, total.
fn solutions(table: &Counted, hidden: &Hidden, most: u32) -> Vec<std::collections::BTreeSet<u32>> {
    let (n, columns) = (table.cells.len(), table.columns);
    let rows = n / columns;
    let sums = |cells: &[u32]| {
        let row = |row: usize| cells[row * columns..(row + 1) * columns].iter().sum::<u32>();
        let column = |column: usize| cells.iter().skip(column).step_by(columns).sum::<u32>();
        let by_row: Vec<u32> = (0..rows).map(row).collect();
        (by_row, (0..columns).map(column).collect::<Vec<u32>>(), cells.iter().sum::<u32>())
    };
    let (true_rows, true_columns, true_total) = sums(table.cells);
    let mut found = vec![std::collections::BTreeSet::new(); n + rows + columns + 1];
    let mut tried = table.cells.to_vec();
    // A row is tried whole; it is dropped as soon as its published sum is not met.
    fn go(
        at: usize,
        tried: &mut Vec<u32>,
        free: &[bool],
        most: u32,
        fits: &dyn Fn(usize, &[u32]) -> bool,
        end: &mut dyn FnMut(&[u32]),
    ) {
        if at == tried.len() {
            return end(tried);
        }
        let own = tried[at];
        for value in if free[at] { 0..=most } else { own..=own } {
            tried[at] = value;
            if fits(at, tried) {
                go(at + 1, tried, free, most, fits, end);
            }
        }
        tried[at] = own;
    }
    let row_shown = |row: usize| columns > 1 && !hidden.rows[row];
    let fits = |at: usize, tried: &[u32]| {
        let row = at / columns;
        let so_far: u32 = tried[row * columns..=at].iter().sum();
        let row_ends = (at + 1).is_multiple_of(columns);
        let row_ok = !row_shown(row) || if row_ends { so_far == true_rows[row] } else { so_far <= true_rows[row] };
        let column = at % columns;
        let down: u32 = tried[..=at].iter().skip(column).step_by(columns).sum();
        row_ok && (hidden.columns[column] || down <= true_columns[column])
    };
    go(0, &mut tried, &hidden.cells, most, &fits, &mut |cells| {
        let (by_row, by_column, total) = sums(cells);
        let columns_fit =
            by_column.iter().zip(&true_columns).zip(&hidden.columns).all(|((a, b), hidden)| *hidden || a == b);
        if columns_fit && (hidden.total || total == true_total) {
            let all = cells.iter().chain(&by_row).chain(&by_column).chain([&total]);
            found.iter_mut().zip(all).for_each(|(found, value)| _ = found.insert(*value));
        }
    });
    found
}

/// Fails where the published table tells of a small figure that it is below the threshold, or of a hidden one what it is.
fn attack(table: &Counted, threshold: u32, most: u32) {
    attack_on(table, threshold, most, &suppress(table, threshold));
    attack_on(table, threshold, most, &suppress_searching(table, threshold, 0));
}

fn attack_on(table: &Counted, threshold: u32, most: u32, hidden: &Hidden) {
    let found = solutions(table, hidden, most);
    let columns = table.columns;
    let shown_rows = if columns > 1 { hidden.rows.clone() } else { vec![false; hidden.rows.len()] };
    let flags = hidden.cells.iter().chain(&shown_rows).chain(&hidden.columns).chain([&hidden.total]);
    let rows =
        (0..table.cells.len() / columns).map(|row| table.cells[row * columns..(row + 1) * columns].iter().sum::<u32>());
    let sums = (0..columns).map(|column| table.cells.iter().skip(column).step_by(columns).sum::<u32>());
    let values = table.cells.iter().copied().chain(rows).chain(sums).chain([table.cells.iter().sum()]);
    for (((value, hidden_here), found), at) in values.zip(flags).zip(&found).zip(0..) {
        if *hidden_here {
            assert!(found.len() > 1, "{table:?}: figure {at} ({value}) can only be {found:?}; hidden: {hidden:?}");
        }
        if (1..threshold).contains(&value) {
            let one_column_sum = columns == 1 && at >= table.cells.len() && at < table.cells.len() * 2;
            assert!(*hidden_here || one_column_sum, "{table:?}: {value} at {at} is in sight");
            assert!(
                found.iter().any(|v| *v >= threshold),
                "{table:?}: figure {at} is below {threshold}: {found:?}; {hidden:?}"
            );
        }
    }
}

#[test]
fn tables_without_small_counts_stay_whole() {
    let hidden = suppress(&Counted { columns: 2, cells: &[10, 0, 7, 5] }, 5);
    assert_eq!((hidden.small, hidden.others, hidden.cells), (0, 0, vec![false; 4]));
}

#[test]
fn a_small_count_takes_the_least_others_with_it() {
    // 3 is small. One more in its row, its column and the corner: the smallest such is 6, 8, 9.
    let cells = [3, 6, 20, 8, 9, 30, 40, 50, 60];
    let hidden = suppress(&Counted { columns: 3, cells: &cells }, 5);
    assert_eq!(hidden.cells, [true, true, false, true, true, false, false, false, false]);
    assert_eq!((hidden.small, hidden.others), (1, 3));
    assert!(!hidden.total && !hidden.rows.contains(&true) && !hidden.columns.contains(&true));
}

#[test]
fn of_one_column_two_are_hidden() {
    let hidden = suppress(&Counted { columns: 1, cells: &[2, 40, 7, 0] }, 5);
    assert_eq!(hidden.cells, [true, false, true, false]);
    assert!(!hidden.total);
    // Where nothing else can take up the difference, the sum goes too.
    let hidden = suppress(&Counted { columns: 1, cells: &[2, 0, 0] }, 5);
    assert_eq!((hidden.cells, hidden.total), (vec![true, false, false], true));
}

#[test]
fn a_large_table_is_safe_and_mostly_whole() {
    // Twenty rows by fifteen columns, a third of them small.
    let cells: Vec<u32> = (0..300u32).map(|n| if n % 3 == 0 { n % 5 } else { n * 7 % 60 + 5 }).collect();
    let table = Counted { columns: 15, cells: &cells };
    let hidden = suppress(&table, 5);
    let left = hidden.cells.iter().filter(|hidden| !**hidden).count();
    assert!(left > 150 && !hidden.total, "{left} of 300 are left");
    // Too large to try all tables: the flows, whose answers the small tables confirm, tell that each could be 5 or more.
    let net = Net::of(&table);
    let flags: Vec<bool> =
        hidden.cells.iter().chain(&hidden.rows).chain(&hidden.columns).chain([&hidden.total]).copied().collect();
    for (at, value) in cells.iter().enumerate() {
        if (1..5).contains(value) {
            assert!(hidden.cells[at] && net.slack(&flags, at, true, 5 - value) == 5 - value, "{at}: {value}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_hidden_count_can_be_worked_out(columns in 1usize..=3, cells in prop::collection::vec(prop_oneof![3 => 0u32..5, 2 => 5u32..9], 6)) {
        attack(&Counted { columns, cells: &cells }, 5, 13);
    }

    #[test]
    fn nor_in_squares_with_a_lower_threshold(cells in prop::collection::vec(prop_oneof![2 => 0u32..3, 3 => 3u32..6], 9)) {
        attack(&Counted { columns: 3, cells: &cells }, 3, 8);
    }
}
