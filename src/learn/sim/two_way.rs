//! A table of two variables, read by rows, by columns or of all; a cell chosen shows the same families as tiles. And
//! Simpson's paradox, looked for in the village: the whole says one thing, each class of welfare another.

use super::pen::{At, ONE, Pen, THREE, TWO};
use super::{Control, Grid, Piece, Scene, Touch, only, percent};
use crate::lang::{Lang, learn_pieces as words};
use crate::learn::village::{Home, Village};

pub(super) struct TwoWay {
    homes: Vec<Home>,
    by: usize,
    welfare: usize,
    cell: Option<usize>,
}

impl TwoWay {
    pub(super) fn new(village: &Village) -> TwoWay {
        let homes = village.homes.iter().filter(|h| h.aid > 0 && h.head > 0).copied().collect();
        TwoWay { homes, by: 0, welfare: 0, cell: None }
    }

    fn here(&self) -> impl Iterator<Item = &Home> {
        self.homes.iter().filter(|h| self.welfare == 0 || usize::from(h.welfare) == self.welfare)
    }

    fn cell_of(home: &Home) -> usize {
        usize::from(home.head - 1) * 2 + usize::from(home.aid - 1)
    }

    fn cells(&self) -> [usize; 4] {
        let mut cells = [0; 4];
        self.here().for_each(|h| cells[TwoWay::cell_of(h)] += 1);
        cells
    }
}

impl Piece for TwoWay {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let by = [words::by_row(lang), words::by_column(lang), words::by_all(lang)].map(str::to_owned).to_vec();
        let welfare = [
            words::all_families(lang),
            words::welfare_1(lang),
            words::welfare_2(lang),
            words::welfare_3(lang),
            words::welfare_4(lang),
        ];
        let cells = cell_names(lang).to_vec();
        vec![
            Control::Chips { id: "by", label: words::percent_of(lang).into(), options: by, on: only(3, self.by) },
            Control::Chips {
                id: "welfare",
                label: words::within(lang).into(),
                options: welfare.map(str::to_owned).to_vec(),
                on: only(5, self.welfare),
            },
            Control::Chips {
                id: "cell",
                label: words::cell(lang).into(),
                options: cells,
                on: (0..4).map(|c| self.cell == Some(c)).collect(),
            },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let cells = self.cells();
        let (rows, columns) = ([cells[0] + cells[1], cells[2] + cells[3]], [cells[0] + cells[2], cells[1] + cells[3]]);
        let all = rows[0] + rows[1];
        let out_of = |cell: usize| [rows[cell / 2], columns[cell % 2], all][self.by];
        let mut pen = Pen::default();
        for head in 0..2 {
            let y = 6.0 + head as f64 * 46.0;
            let wide = |n: usize| width * n as f64 / rows[head].max(1) as f64;
            let first = cells[head * 2];
            pen.text(0.0, y + 12.0, At::Start, [words::head_man(lang), words::head_woman(lang)][head]);
            pen.pick((0.0, y + 17.0, wide(first), 18.0), ONE, head * 2, self.cell == Some(head * 2));
            pen.pick(
                (wide(first), y + 17.0, wide(cells[head * 2 + 1]), 18.0),
                THREE,
                head * 2 + 1,
                self.cell == Some(head * 2 + 1),
            );
        }
        let across = (width / 10.0).max(1.0) as usize;
        for (at, home) in self.here().enumerate() {
            let chosen = self.cell == Some(TwoWay::cell_of(home));
            pen.rect(
                ((at % across) as f64 * 10.0, 104.0 + (at / across) as f64 * 10.0, 8.5, 8.5),
                if chosen { TWO } else { "var(--line)" },
            );
        }
        let height = 112.0 + all.div_ceil(across) as f64 * 10.0;
        let row = |head: usize, name: &str| {
            let shown = |cell: usize| format!("{} ({})", cells[cell], percent(lang, cells[cell], out_of(cell)));
            vec![name.to_owned(), shown(head * 2), shown(head * 2 + 1), rows[head].to_string()]
        };
        let grid_rows = vec![row(0, words::head_man(lang)), row(1, words::head_woman(lang))];
        let on = (0..2).map(|head| self.cell.is_some_and(|cell| cell / 2 == head)).collect();
        let head = [words::head_of_family(lang), words::gets_aid(lang), words::no_aid(lang), words::total(lang)];
        let said = match self.cell {
            Some(cell) => words::cell_said(
                lang,
                &cell_names(lang)[cell],
                words::of(lang, cells[cell], out_of(cell)),
                percent(lang, cells[cell], out_of(cell)),
            ),
            None => words::two_way_said(lang, percent(lang, cells[0], rows[0]), percent(lang, cells[2], rows[1])),
        };
        Scene {
            height,
            marks: pen.0,
            said,
            facts: Vec::new(),
            grid: Some(Grid::of(words::two_way_title(lang), &head, grid_rows, on)),
        }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("by", at) if at < 3 => self.by = at,
            Touch::Choose("welfare", at) if at < 5 => self.welfare = at,
            Touch::Choose("cell", at) if at < 4 => self.cell = (self.cell != Some(at)).then_some(at),
            Touch::Pick(at) if at < 4 => self.cell = (self.cell != Some(at as usize)).then_some(at as usize),
            _ => {}
        }
    }
}

fn cell_names(lang: Lang) -> [String; 4] {
    let name = |head: &str, aid: &str| format!("{head}, {aid}");
    let (man, woman) = (words::head_man(lang), words::head_woman(lang));
    let (gets, not) = (words::gets_aid(lang), words::no_aid(lang));
    [name(man, gets), name(man, not), name(woman, gets), name(woman, not)]
}
