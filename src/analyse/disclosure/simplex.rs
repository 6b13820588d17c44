//! A small linear program, solved by the simplex method on a dense tableau (Dantzig 1963; variables with upper bounds, and
//! Bland's rule where a step brings nothing). What it finds is checked by whoever asks, in whole numbers.

/// A variable from 0 to `above`.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Rows in which it stands, and how often.
    pub entries: Vec<(usize, f64)>,
    /// The most it can be.
    pub above: f64,
    /// What one of it is worth.
    pub gain: f64,
}

const TINY: f64 = 1e-9;

/// Values of the variables worth the most, every row being zero in all; nothing where it gave up.
pub(super) fn solve(rows: usize, columns: &[Column]) -> Option<Vec<f64>> {
    let n = columns.len();
    let mut table = vec![0.0; rows * n];
    for (at, column) in columns.iter().enumerate() {
        column.entries.iter().for_each(|(row, times)| table[row * n + at] += times);
    }
    let mut worth: Vec<f64> = columns.iter().map(|column| column.gain).collect();
    // A row's own variable; none at first, when each row holds a variable that is zero and stays so.
    let mut own: Vec<Option<usize>> = vec![None; rows];
    let mut held = vec![0.0; rows];
    let (mut is_own, mut full) = (vec![false; n], vec![false; n]);
    let mut idle = 0;
    for _ in 0..200 + 20 * (rows + n) {
        let better = |at: &usize| !is_own[*at] && if full[*at] { worth[*at] < -TINY } else { worth[*at] > TINY };
        let entering = match idle > rows {
            true => (0..n).find(better),
            false => (0..n).filter(better).max_by(|a, b| worth[*a].abs().total_cmp(&worth[*b].abs())),
        };
        let Some(entering) = entering else {
            let mut out: Vec<f64> = (0..n).map(|at| if full[at] { columns[at].above } else { 0.0 }).collect();
            own.iter().zip(&held).for_each(|(own, held)| {
                if let Some(at) = own {
                    out[*at] = *held
                }
            });
            return Some(out);
        };
        let way = if full[entering] { -1.0 } else { 1.0 };
        let (mut step, mut leaving) = (columns[entering].above, None);
        for row in 0..rows {
            let change = -way * table[row * n + entering];
            let room = match change {
                change if change < -TINY => held[row] / -change,
                change if change > TINY => (own[row].map_or(0.0, |at| columns[at].above) - held[row]) / change,
                _ => continue,
            };
            let room = room.max(0.0);
            // Of equal steps the one with the larger pivot: less is lost by rounding.
            let larger =
                || leaving.is_none_or(|(other, _): (usize, bool)| change.abs() > table[other * n + entering].abs());
            if room < step - TINY || (room <= step && larger()) {
                (step, leaving) = (room.min(step), Some((row, change > 0.0)));
            }
        }
        if step.is_infinite() {
            return None;
        }
        idle = if step > TINY { 0 } else { idle + 1 };
        for row in 0..rows {
            held[row] -= way * step * table[row * n + entering];
        }
        let Some((row, to_full)) = leaving else {
            full[entering] = !full[entering];
            continue;
        };
        if let Some(left) = own[row] {
            (is_own[left], full[left]) = (false, to_full);
        }
        held[row] = if full[entering] { columns[entering].above - step } else { step };
        (own[row], is_own[entering], full[entering]) = (Some(entering), true, false);
        let pivot = table[row * n + entering];
        let line: Vec<f64> = table[row * n..(row + 1) * n].iter().map(|value| value / pivot).collect();
        for other in (0..rows).filter(|other| *other != row) {
            let times = table[other * n + entering];
            if times.abs() > TINY {
                take_off(&mut table[other * n..(other + 1) * n], &line, times);
            }
        }
        let times = worth[entering];
        take_off(&mut worth, &line, times);
        table[row * n..(row + 1) * n].copy_from_slice(&line);
    }
    None
}

fn take_off(from: &mut [f64], line: &[f64], times: f64) {
    from.iter_mut().zip(line).for_each(|(value, own)| *value -= times * own);
}
