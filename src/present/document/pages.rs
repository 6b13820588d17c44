//! Blocks become pages of one height. Pure arithmetic on heights that were measured: no block is cut, a table is parted
//! between rows with its head repeated, and a heading stays with what follows it.

use std::ops::Range;

/// What is laid out, with heights in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Height of what stands before the rows, on every page that holds some: the head of a table.
    pub head: f64,
    /// Heights of what may be parted between pages; one for what is whole.
    pub rows: Vec<f64>,
    /// Height of what stands after the last row: the note of a table.
    pub foot: f64,
    /// Never last on a page: a heading.
    pub stays: bool,
    /// Begins a page.
    pub fresh: bool,
    /// Has its page for itself: a cover.
    pub alone: bool,
}

/// A piece of an item on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which item.
    pub item: usize,
    /// Which of its rows.
    pub rows: Range<usize>,
    /// Holds the last row, and the foot after it.
    pub last: bool,
}

/// At least so many rows of a parted table stand together.
const TOGETHER: usize = 2;

/// The pages. What alone is higher than a page has one for itself.
pub fn pages(items: &[Item], height: f64) -> Vec<Vec<Piece>> {
    let mut out: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut left = height;
    let turn = |out: &mut Vec<Vec<Piece>>, left: &mut f64| {
        if out.last().is_some_and(|page| !page.is_empty()) {
            out.push(Vec::new());
        }
        *left = height;
    };
    for (at, item) in items.iter().enumerate() {
        let follows_alone = at > 0 && items[at - 1].alone;
        let starts_run = at == 0 || !items[at - 1].stays || items[at - 1].alone;
        if item.fresh || item.alone || follows_alone || (starts_run && needed(&items[at..]) > left) {
            turn(&mut out, &mut left);
        }
        let mut from = 0;
        while from < item.rows.len() {
            let fits = fitting(item, from, left);
            let n = match fits {
                0 if left < height => {
                    turn(&mut out, &mut left);
                    continue;
                }
                n => n.max(1),
            };
            let last = from + n == item.rows.len();
            let used = item.head + item.rows[from..from + n].iter().sum::<f64>() + if last { item.foot } else { 0.0 };
            if let Some(page) = out.last_mut() {
                page.push(Piece { item: at, rows: from..from + n, last });
            }
            left -= used;
            from += n;
            if !last {
                turn(&mut out, &mut left);
            }
        }
    }
    out.retain(|page| !page.is_empty());
    out
}

/// Room that the first items need together: those that stay with the next, and the least of the one after them.
fn needed(items: &[Item]) -> f64 {
    let mut sum = 0.0;
    for item in items {
        let least = item.rows.len().min(if item.rows.len() <= TOGETHER + 1 { item.rows.len() } else { TOGETHER });
        let whole = least == item.rows.len();
        sum += item.head + item.rows[..least].iter().sum::<f64>() + if whole { item.foot } else { 0.0 };
        if !item.stays {
            break;
        }
    }
    sum
}

/// How many rows from `from` on fit; a part leaves no single row behind, neither here nor on the next page.
fn fitting(item: &Item, from: usize, left: f64) -> usize {
    let rows = &item.rows[from..];
    let all: f64 = item.head + rows.iter().sum::<f64>() + item.foot;
    if all <= left {
        return rows.len();
    }
    let mut used = item.head;
    let n = rows.iter().take_while(|row| {
        used += **row;
        used <= left
    });
    let mut n = n.count().min(rows.len().saturating_sub(1));
    if rows.len() > TOGETHER && rows.len() - n < TOGETHER {
        n = rows.len() - TOGETHER;
    }
    if n < TOGETHER && rows.len() > 1 { 0 } else { n }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole(height: f64) -> Item {
        Item { rows: vec![height], ..Item::default() }
    }

    fn heading() -> Item {
        Item { stays: true, ..whole(10.0) }
    }

    fn table(rows: usize) -> Item {
        Item { head: 20.0, rows: vec![10.0; rows], foot: 10.0, ..Item::default() }
    }

    /// Pages as text: `0` for a whole item, `1[0..3]` for rows.
    fn told(items: &[Item], height: f64) -> String {
        let piece = |piece: &Piece| match items[piece.item].rows.len() {
            1 => piece.item.to_string(),
            _ => format!("{}[{}..{}]", piece.item, piece.rows.start, piece.rows.end),
        };
        let page = |page: &Vec<Piece>| page.iter().map(piece).collect::<Vec<_>>().join(" ");
        pages(items, height).iter().map(page).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn blocks_fall_where_a_typesetter_would_put_them() {
        let cover = Item { alone: true, ..whole(10.0) };
        let chapter = Item { fresh: true, ..heading() };
        for (items, wanted) in [
            (vec![whole(60.0), whole(40.0), whole(10.0)], "0 1 | 2"),
            (vec![whole(85.0), heading(), whole(20.0)], "0 | 1 2"),
            (vec![whole(60.0), heading(), heading(), whole(30.0)], "0 | 1 2 3"),
            (vec![cover.clone(), whole(10.0)], "0 | 1"),
            (vec![cover, chapter.clone(), whole(10.0), chapter, whole(10.0)], "0 | 1 2 | 3 4"),
            (vec![table(12)], "0[0..8] | 0[8..12]"),
            // Not one row behind: the last two go together.
            (vec![table(9)], "0[0..7] | 0[7..9]"),
            // The head with two rows at least, else on the next page.
            (vec![whole(70.0), table(6)], "0 | 1[0..6]"),
            (vec![whole(40.0), heading(), table(10)], "0 1 2[0..3] | 2[3..10]"),
            (vec![whole(250.0), whole(10.0)], "0 | 1"),
        ] {
            assert_eq!(told(&items, 100.0), wanted);
        }
    }

    proptest! {
        #[test]
        fn every_row_stands_once_and_every_page_holds_what_fits(
            shapes in prop::collection::vec((0u8..4, 1usize..40, 5u32..60, any::<bool>()), 1..25)
        ) {
            let item = |(kind, rows, height, fresh): &(u8, usize, u32, bool)| match kind {
                0 => heading(),
                1 => whole(f64::from(*height)),
                2 => Item { fresh: *fresh, ..table(*rows) },
                _ => Item { alone: *fresh, ..whole(f64::from(*height)) },
            };
            let items: Vec<Item> = shapes.iter().map(item).collect();
            let found = pages(&items, 100.0);
            let mut seen = vec![0; items.len()];
            for page in &found {
                prop_assert!(!page.is_empty());
                let mut used = 0.0;
                for piece in page {
                    let item = &items[piece.item];
                    prop_assert_eq!(piece.rows.start, seen[piece.item]);
                    seen[piece.item] = piece.rows.end;
                    used += item.head + item.rows[piece.rows.clone()].iter().sum::<f64>();
                    used += if piece.last { item.foot } else { 0.0 };
                }
                prop_assert!(used <= 100.0, "{used}");
                let end = &items[page.last().map_or(0, |piece| piece.item)];
                let at = page.last().map_or(0, |piece| piece.item);
                // So many headings in a row that no page holds them with what they head are parted somewhere.
                let run = (0..=at).rev().take_while(|at| items[*at].stays).last().unwrap_or(at);
                let is_end = at + 1 == items.len() || needed(&items[run..]) > 100.0;
                prop_assert!(!end.stays || is_end || items[page.last().unwrap().item + 1].fresh
                    || items[page.last().unwrap().item + 1].alone, "a heading ends a page");
            }
            prop_assert_eq!(seen, items.iter().map(|item| item.rows.len()).collect::<Vec<_>>());
        }
    }
}
