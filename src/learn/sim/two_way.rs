//! A table of two variables, read by rows, by columns or of all; a cell chosen in bars, map or table is the same people
//! everywhere. And Simpson's paradox, looked for in the village (see [`super::simpson`]).

use super::pen::{At, ONE, Pen, THREE};
use super::simpson::{Cells, LEAST, Of, Question, resampled, search, turn};
use super::{Control, Grid, Piece, Scene, Touch, map, only, people_a_tile, percent};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::village::{Place, Village};

pub(super) struct TwoWay {
    village: Village,
    question: Question,
    by: usize,
    /// 0 all classes, else the number of the class.
    class: usize,
    cell: Option<usize>,
    rt: Option<u8>,
    shown: Shown,
    seed: u64,
}

/// Which table is shown.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    First,
    /// The question of the village that turns, or comes nearest.
    Searched,
    /// A resample of the village, by how many draws it was found.
    Resampled(usize),
    /// No resample was found.
    NotFound,
    /// No class of any question holds enough people.
    TooFew,
}

/// Draws of a resample before it is given up.
const TRIES: usize = 2_000;
/// Numbers of classes among what can be picked begin here.
const CLASSES: u32 = 100;

impl TwoWay {
    pub(super) fn new(village: &Village, seed: u64) -> TwoWay {
        let question = Question::first(village);
        TwoWay { village: village.clone(), question, by: 0, class: 0, cell: None, rt: None, shown: Shown::First, seed }
    }

    fn places(&self) -> &[Place] {
        &self.village.places
    }

    fn show(&mut self, question: Question, shown: Shown) {
        (self.question, self.shown, self.class, self.cell, self.rt) = (question, shown, 0, None, None);
    }

    fn choose(&mut self, at: usize) {
        let found = if at == 0 { Vec::new() } else { search(&self.village) };
        match (at, found.first()) {
            (0, _) => self.show(Question::first(&self.village), Shown::First),
            (_, None) => self.show(Question::first(&self.village), Shown::TooFew),
            (1, Some(nearest)) => self.show(nearest.clone(), Shown::Searched),
            (_, Some(nearest)) => match resampled(&found, self.seed, TRIES) {
                Some((tries, drawn)) => self.show(drawn, Shown::Resampled(tries)),
                None => self.show(nearest.clone(), Shown::NotFound),
            },
        }
    }

    fn here(&self) -> Cells {
        let cells = self.question.cells();
        match self.class.checked_sub(1).and_then(|class| cells.get(class)) {
            Some(class) => *class,
            None => self.everybody(),
        }
    }

    /// All who answer, also those whose class is not told.
    fn everybody(&self) -> Cells {
        let mut cells = [[0; 2]; 2];
        self.question.people.iter().for_each(|one| cells[usize::from(one.group == 2)][usize::from(one.has == 2)] += 1);
        cells
    }

    fn group_and_has(&self, lang: Lang, cell: usize) -> String {
        let has = self.question.has.text(lang);
        let group = self.question.groups[cell / 2].text(lang);
        if cell.is_multiple_of(2) { format!("{group}: {has}") } else { words::not_so(lang, group, has) }
    }

    /// Bars of the four cells, a row for each group.
    fn draw_groups(&self, pen: &mut Pen, lang: Lang, width: f64, cells: &Cells) {
        for (group, [has, not]) in cells.iter().enumerate() {
            let y = 4.0 + group as f64 * 46.0;
            let wide = |n: usize| (width - 3.0) * n as f64 / (has + not).max(1) as f64;
            let share = percent(lang, *has, has + not);
            pen.text(0.0, y + 12.0, At::Start, &self.question.groups[group].text(lang));
            pen.text(width, y + 12.0, At::End, &format!("{}: {share}", self.question.has.text(lang)));
            let on = |cell: usize| self.cell == Some(cell);
            pen.pick((1.5, y + 17.0, wide(*has), 20.0), ONE, group * 2, on(group * 2));
            pen.pick((1.5 + wide(*has), y + 17.0, wide(*not), 20.0), THREE, group * 2 + 1, on(group * 2 + 1));
        }
    }

    /// All classes beside each other: the share of each group, as a dot on a line from 0 to 100 per cent.
    fn draw_classes(&self, pen: &mut Pen, lang: Lang, width: f64, top: f64) -> f64 {
        let x = |share: f64| 8.0 + (width - 16.0) * share;
        let mut y = top;
        let all = [(words::all(lang).to_owned(), self.everybody())];
        let classes = self.question.classes.iter().map(|name| name.text(lang)).zip(self.question.cells());
        for (at, (name, cells)) in all.into_iter().chain(classes).enumerate() {
            pen.pick((1.5, y, width - 3.0, 38.0), "var(--sunken)", CLASSES as usize + at, self.class == at);
            pen.label(8.0, y + 15.0, &name);
            let shares = self.question.shares(lang, &cells);
            let mut over = Pen::default();
            over.text(width - 8.0, y + 15.0, At::End, &format!("{} | {}", shares[0], shares[1]));
            over.axis((x(0.0), y + 28.0), (x(1.0), y + 28.0));
            for (group, fill) in [(0, ONE), (1, super::pen::FEMALE)] {
                if cells[group][0] + cells[group][1] > 0 {
                    let at = x(super::simpson::share(cells[group]));
                    if group == 0 {
                        over.dot(at, y + 28.0, 6.0, fill)
                    } else {
                        over.rect((at - 5.0, y + 23.0, 10.0, 10.0), fill)
                    }
                }
            }
            pen.moved(0.0, 0.0, &over);
            y += 42.0;
        }
        y
    }

    fn said(&self, lang: Lang) -> String {
        let [a, b] = [0, 1].map(|group| self.question.groups[group].text(lang));
        let has = self.question.has.text(lang);
        let [of_a, of_b] = self.question.shares(lang, &self.everybody());
        let whole_said = words::shares_said(lang, has, a, of_a, b, of_b);
        let turned = turn(&self.question.cells(), LEAST);
        let points = |turn: f64| words::points(lang, number::decimal(lang, 100.0 * turn.abs(), 1));
        match (self.shown, turned) {
            (Shown::First, _) => whole_said,
            (Shown::Searched, Some(turn)) if turn > 0.0 => format!("{whole_said} {}", words::turns_said(lang)),
            (Shown::Searched, turn) => {
                format!("{whole_said} {}", words::nearest_said(lang, points(turn.unwrap_or(0.0))))
            }
            (Shown::Resampled(tries), _) => format!("{whole_said} {}", words::resample_said(lang, tries)),
            (Shown::TooFew, _) => format!("{whole_said} {}", words::too_few_said(lang)),
            (Shown::NotFound, _) => format!("{whole_said} {}", words::no_resample_said(lang, TRIES)),
        }
    }
}

impl Piece for TwoWay {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let by = [words::by_row(lang), words::by_column(lang), words::by_all(lang)].map(str::to_owned).to_vec();
        let tables = [words::table_first(lang), words::table_searched(lang), words::table_resampled(lang)];
        let shown = match self.shown {
            Shown::First => 0,
            Shown::Searched | Shown::TooFew => 1,
            _ => 2,
        };
        let classes = self.question.classes.iter().map(|name| name.text(lang));
        let classes: Vec<String> = [words::all(lang).to_owned()].into_iter().chain(classes).collect();
        let cells = (0..4).map(|cell| self.group_and_has(lang, cell)).collect();
        let rts: Vec<String> = self.places().iter().map(|place| place.name.clone()).collect();
        vec![
            Control::Chips {
                id: "table",
                label: words::which_table(lang).into(),
                options: tables.map(str::to_owned).to_vec(),
                on: only(3, shown),
            },
            Control::Chips { id: "by", label: words::percent_of(lang).into(), options: by, on: only(3, self.by) },
            Control::Chips {
                id: "class",
                label: words::within(lang).into(),
                on: only(classes.len(), self.class),
                options: classes,
            },
            Control::Chips {
                id: "cell",
                label: words::cell(lang).into(),
                options: cells,
                on: (0..4).map(|cell| self.cell == Some(cell)).collect(),
            },
            Control::Chips {
                id: "rt",
                label: words::rt_on_map(lang).into(),
                on: (1..=rts.len()).map(|rt| self.rt.map(usize::from) == Some(rt)).collect(),
                options: rts,
            },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let here = self.here();
        let mut pen = Pen::default();
        self.draw_groups(&mut pen, lang, width, &here);
        let [a, b] = [0, 1].map(|group| self.question.groups[group].text(lang));
        pen.text(0.0, 112.0, At::Start, &format!("● {a}   ■ {b}"));
        let below = self.draw_classes(&mut pen, lang, width, 120.0);
        // The map: the same people.
        let within = |class: u8| self.class == 0 || usize::from(class) == self.class;
        let people: Vec<_> = self.question.people.iter().filter(|one| within(one.class)).collect();
        let cell_of = |group: u8, has: u8| usize::from(group == 2) * 2 + usize::from(has == 2);
        let each = people_a_tile(people.len());
        let chosen = |one: &super::simpson::One| match (self.cell, self.rt) {
            (None, None) => false,
            (cell, rt) => {
                cell.is_none_or(|cell| cell == cell_of(one.group, one.has)) && rt.is_none_or(|rt| rt == one.place)
            }
        };
        let dots: Vec<map::Dot> = people.iter().step_by(each).map(|one| (one.place, chosen(one))).collect();
        let height = map::draw(&mut pen, (below + 8.0, width), lang, self.places(), &dots, self.rt);

        let (rows, columns) = (here.map(|[has, not]| has + not), [here[0][0] + here[1][0], here[0][1] + here[1][1]]);
        let all = rows[0] + rows[1];
        let out_of = |cell: usize| [rows[cell / 2], columns[cell % 2], all][self.by];
        let n = |cell: usize| here[cell / 2][cell % 2];
        let row = |group: usize| {
            let shown = |cell: usize| format!("{} ({})", n(cell), percent(lang, n(cell), out_of(cell)));
            let name = self.question.groups[group].text(lang);
            vec![name, shown(group * 2), shown(group * 2 + 1), rows[group].to_string()]
        };
        let sums = vec![words::total(lang).to_owned(), columns[0].to_string(), columns[1].to_string(), all.to_string()];
        let has = self.question.has.text(lang);
        let not = words::not_it(lang, &has);
        let who = if self.question.of == Of::Homes { words::families_head(lang) } else { words::residents_head(lang) };
        let head = [who, &has, &not, words::total(lang)];
        let on = [0, 1].map(|group| self.cell.is_some_and(|cell| cell / 2 == group)).to_vec();
        let grid = Grid { picks: vec![0, 2], ..Grid::of(words::table_of(lang), &head, vec![row(0), row(1), sums], on) };
        let n_marked = people.iter().filter(|one| chosen(one)).count();
        let said = match (self.cell, self.rt) {
            (Some(cell), None) => {
                let share = percent(lang, n(cell), out_of(cell));
                words::cell_said(lang, self.group_and_has(lang, cell), words::of(lang, n(cell), out_of(cell)), share)
            }
            (_, Some(rt)) => {
                let name = self.places().get(usize::from(rt) - 1).map_or("RT", |place| &place.name);
                words::marked_in_rt(lang, name, n_marked, people.iter().filter(|one| one.place == rt).count())
            }
            (None, None) => self.said(lang),
        };
        let facts = if each > 1 { vec![(words::a_dot(lang).into(), words::people(lang, each))] } else { Vec::new() };
        Scene { height, marks: pen.0, said, facts, grid: Some(grid) }
    }

    fn touch(&mut self, touch: Touch) {
        let toggled = |kept: Option<usize>, at: usize| (kept != Some(at)).then_some(at);
        match touch {
            Touch::Choose("table", at) if at < 3 => self.choose(at),
            Touch::Choose("by", at) if at < 3 => self.by = at,
            Touch::Choose("class", at) if at <= self.question.classes.len() => self.class = at,
            Touch::Choose("cell", at) if at < 4 => self.cell = toggled(self.cell, at),
            Touch::Choose("rt", at) if at < self.places().len() => {
                self.rt = toggled(self.rt.map(usize::from), at + 1).map(|rt| rt as u8);
            }
            Touch::Pick(at) if at < 4 => self.cell = toggled(self.cell, at as usize),
            Touch::Pick(at) if at >= map::RT => {
                if let Some(rt) = map::picked(at, self.places()) {
                    self.rt = toggled(self.rt.map(usize::from), usize::from(rt)).map(|rt| rt as u8);
                }
            }
            Touch::Pick(at) if (CLASSES..=CLASSES + self.question.classes.len() as u32).contains(&at) => {
                self.class = (at - CLASSES) as usize;
            }
            _ => {}
        }
    }
}
