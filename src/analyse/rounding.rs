//! Controlled rounding: every count and every sum of a table becomes a neighbouring multiple of a base, and the sums still
//! add up (Causey, Cox and Ernst 1985: for two ways this is always possible). Nobody can tell a small count from what it was
//! rounded to; a zero stays a zero.

/// A table of counts, row by row, with all counts and sums rounded to a neighbouring multiple of `base`. The same table is
/// always rounded the same way, so that asking again tells nothing more.
pub fn rounded(cells: &[u32], columns: usize, base: u32) -> Vec<u32> {
    let (columns, base) = (columns.max(1), i64::from(base.max(1)));
    let rows = cells.len() / columns;
    // The sums stand beside the counts with their signs turned: every line is zero in all, before and after.
    let width = columns + 1;
    let mut grid = vec![0i64; (rows + 1) * width];
    for (at, n) in cells.iter().enumerate() {
        let (row, column, n) = (at / columns, at % columns, i64::from(*n));
        grid[row * width + column] = n;
        grid[row * width + columns] -= n;
        grid[rows * width + column] -= n;
        grid[rows * width + columns] += n;
    }
    let mut luck =
        cells.iter().fold(0x9e37_79b9_7f4a_7c15_u64, |seed, n| (seed ^ u64::from(*n)).wrapping_mul(0x100_0000_01b3));
    while let Some(cycle) = cycle(&grid, width, base) {
        luck = luck.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let up = |at: usize| at.is_multiple_of(2) == (luck >> 63 == 0);
        let room = |(at, place): (usize, &usize)| {
            let over = grid[*place].rem_euclid(base);
            if up(at) { base - over } else { over }
        };
        let step = cycle.iter().enumerate().map(room).min().unwrap_or(0);
        cycle.iter().enumerate().for_each(|(at, place)| grid[*place] += if up(at) { step } else { -step });
    }
    let inner = |at: usize| grid[at / columns * width + at % columns].max(0) as u32;
    (0..cells.len()).map(inner).collect()
}

/// Places of a cycle of figures that are no multiples yet, going by rows and columns in turn. A line that has one has
/// another, for all its figures are zero in all.
fn cycle(grid: &[i64], width: usize, base: i64) -> Option<Vec<usize>> {
    let open = |place: usize| grid[place].rem_euclid(base) != 0;
    let start = (0..grid.len()).find(|place| open(*place))?;
    let mut path = vec![start];
    loop {
        let last = *path.last()?;
        let along_row = path.len() % 2 == 1;
        let line: Vec<usize> = if along_row {
            (last / width * width..(last / width + 1) * width).collect()
        } else {
            (last % width..grid.len()).step_by(width).collect()
        };
        // A figure of this line that the path has met (an odd number of steps back) closes the cycle.
        let met =
            |place: &usize| path.iter().rposition(|met| met == place).filter(|at| (path.len() - at).is_multiple_of(2));
        if let Some(at) = line.iter().filter(|place| **place != last && open(**place)).filter_map(met).min() {
            return Some(path.split_off(at));
        }
        let next = line.into_iter().find(|place| *place != last && open(*place) && !path.contains(place))?;
        path.push(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sums of rows, of columns, and of all.
    fn sums(cells: &[u32], columns: usize) -> Vec<u32> {
        let rows = cells.chunks(columns).map(|row| row.iter().sum());
        let across = (0..columns).map(|column| cells.iter().skip(column).step_by(columns).sum());
        rows.chain(across).chain([cells.iter().sum()]).collect()
    }

    #[test]
    fn every_figure_and_every_sum_is_a_neighbouring_multiple() {
        let mut seed = 7u64;
        let mut next = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        for round in 0..600 {
            let (rows, columns) = (1 + next(20) as usize, 1 + next(15) as usize);
            let most = [3, 12, 200][round % 3];
            let cells: Vec<u32> = (0..rows * columns).map(|_| next(most) as u32).collect();
            for base in [3, 5, 10] {
                let shown = rounded(&cells, columns, base);
                let pairs = cells
                    .iter()
                    .copied()
                    .chain(sums(&cells, columns))
                    .zip(shown.iter().copied().chain(sums(&shown, columns)));
                for (n, shown) in pairs {
                    assert!(shown % base == 0 && n.abs_diff(shown) < base, "{n} as {shown} by {base} in {cells:?}");
                }
                assert_eq!(shown, rounded(&cells, columns, base));
            }
        }
    }

    #[test]
    fn small_counts_are_rounded_up_as_well_as_down() {
        let up = (0..200u32).map(|n| rounded(&[2, 30 + n, 41, 17 + n], 2, 5)[0]).filter(|shown| *shown == 5).count();
        assert!((40..160).contains(&up), "{up} of 200");
    }
}
