//! The projection as it is asked for and shown.

use super::Look;
use super::shared_ages::SharedAges;
use crate::analyse::lifetable::{LifeTable, Of, with_e0};
use crate::analyse::projection::{FiveYears, GROUPS, Population, project, whole};
use crate::analyse::pyramid;
use crate::analyse::snapshot_figures::ages;
use crate::analyse::vital::vital;
use crate::base::Date;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{Lang, number, time as words};
use crate::present::chart::{Earlier, Hue, Line, LinePoint, Lines, Pyramid, Series};
use crate::present::workbook::{Cover, tables_workbook};
use crate::present::{Cell, Kind, Note, RowKind, Table};

/// Below this many persons the outcome hangs on a few families.
const SMALL: f64 = 5_000.0;
/// Years of which the register's own rates are told.
const OWN_YEARS: u8 = 5;

impl<P: Ports> Handle<ReadAssumptions> for Engine<P> {
    async fn handle(&mut self, _: ReadAssumptions) -> Result<AssumptionsView, EngineError> {
        let lang = self.lang;
        let body = self.register.paper(ASSUMPTIONS_KIND, ASSUMPTIONS_KEY).map(|paper| paper.body.text().to_owned());
        let kept = body.as_deref().map(serde_json::from_str::<Assumptions>);
        let at = self.scope(&LookAt::default()).at;
        let own = vital(&self.register, at, OWN_YEARS);
        let look = self.look(&LookAt::default());
        let persons = f64::from(look.counts.residents);
        let mut said = vec![words::defaults_note(lang).to_owned()];
        let rates = own.rates();
        if let Some(tfr) = rates.iter().find(|rate| rate.id == "tfr") {
            let [value, low, high] =
                [tfr.value, tfr.interval.low, tfr.interval.high].map(|x| number::decimal(lang, x, 2));
            said.push(words::own_tfr(lang, value, low, high, OWN_YEARS));
        }
        let [_, _, arrivals, departures] = own.totals();
        let net = (f64::from(arrivals) - f64::from(departures)) / f64::from(OWN_YEARS);
        said.push(words::own_migration(lang, number::decimal(lang, net, 1), OWN_YEARS));
        let assumed = match kept {
            Some(Ok(assumed)) if assumed.problems(persons).is_empty() => assumed,
            Some(_) => {
                said.insert(0, words::assumptions_damaged(lang).to_owned());
                Assumptions::default()
            }
            None => Assumptions::default(),
        };
        let parts = [
            Part::Years,
            Part::Fertility,
            Part::MeanAge,
            Part::LifeFemale,
            Part::LifeMale,
            Part::SexRatio,
            Part::Migration,
        ];
        let ranges = parts.map(|part| (part, part.range(persons).0, part.range(persons).1)).to_vec();
        Ok(AssumptionsView { assumed, ranges, said })
    }
}

/// A projection with what it started from.
struct Made<'a> {
    look: Look<'a>,
    assumed: Assumptions,
    stocks: Vec<Population>,
    flows: Vec<FiveYears>,
    unplaced: u32,
    /// Counts at the start that everybody must not see and that were estimated instead; nothing for the office.
    guessed: Option<usize>,
}

impl<P: Ports> Engine<P> {
    /// The projection, or what is out of range, each in a sentence.
    fn projected(
        &mut self,
        assumed: &Assumptions,
        hide_below: u8,
    ) -> Result<Result<Made<'_>, Vec<String>>, EngineError> {
        let at = LookAt { at: assumed.start, ..LookAt::default() };
        let shared = if hide_below > 0 { Some(self.shared_ages(&at, hide_below)?) } else { None };
        let look = self.look(&at);
        let lang = look.lang;
        let (male, female) = ages(&look.counts);
        let grouped = |side: &[u32]| {
            let mut out = [0.0; GROUPS];
            for (age, n) in side.iter().enumerate() {
                out[(age / 5).min(GROUPS - 1)] += f64::from(*n);
            }
            out
        };
        let counted = || Population { male: grouped(&male), female: grouped(&female) };
        let start = shared.as_ref().map_or_else(counted, |shared| shared_start(shared, assumed));
        if start.total() == 0.0 {
            return Err(EngineError::File(words::no_residents(lang).to_owned()));
        }
        let persons = f64::from(look.counts.residents);
        let problems = assumed.problems(persons);
        if !problems.is_empty() {
            return Ok(Err(problems.into_iter().map(|part| problem(part, persons, lang)).collect()));
        }
        let (stocks, flows) = project(&start, assumed);
        // How many could not be placed is told to the office alone.
        let guessed = shared.map(|shared| shared.n_hidden());
        let unplaced = if guessed.is_none() { look.counts.residents - start.total() as u32 } else { 0 };
        Ok(Ok(Made { look, assumed: assumed.clone(), stocks, flows, unplaced, guessed }))
    }
}

/// The start as everybody may see it. The open group of the pyramid is divided as those of a life table are.
fn shared_start(shared: &SharedAges, assumed: &Assumptions) -> Population {
    let [male, female] = shared.guessed();
    let divided = |side: [f64; pyramid::GROUPS], table: LifeTable| -> [f64; GROUPS] {
        let open = pyramid::GROUPS - 1;
        let all: f64 = table.years[open..].iter().sum();
        std::array::from_fn(|i| if i < open { side[i] } else { side[open] * table.years[i] / all })
    };
    Population {
        male: divided(male, with_e0(Of::Male, assumed.e0_male[0])),
        female: divided(female, with_e0(Of::Female, assumed.e0_female[0])),
    }
}

fn problem(part: Part, persons: f64, lang: Lang) -> String {
    let (low, high) = part.range(persons);
    let (what, decimals) = match part {
        Part::Years => (words::horizon(lang), 0),
        Part::Fertility => (words::tfr(lang), 1),
        Part::MeanAge => (words::mean_age(lang), 1),
        Part::LifeFemale => (words::e0_female(lang), 1),
        Part::LifeMale => (words::e0_male(lang), 1),
        Part::SexRatio => (words::sex_ratio(lang), 0),
        Part::Migration => (words::migration(lang), 0),
    };
    let shown = |value| number::decimal(lang, value, decimals);
    words::out_of_range(lang, what, shown(low), shown(high))
}

/// Men and women in whole persons; together they are the whole of everyone.
fn sides(stock: &Population) -> Vec<u32> {
    whole(&[stock.male.iter().sum(), stock.female.iter().sum()], stock.total().round() as u32)
}

/// 0–14, 15–64, 65 and more, likewise.
fn broad(stock: &Population) -> Vec<u32> {
    whole(&[0..3, 3..13, 13..GROUPS].map(|groups| stock.aged(groups)), stock.total().round() as u32)
}

/// Men and women by group up to 75 and more, likewise.
fn gathered(stock: &Population) -> [[u32; 16]; 2] {
    let totals = sides(stock);
    std::array::from_fn(|sex| {
        let side = if sex == 0 { &stock.male } else { &stock.female };
        let groups: Vec<f64> = side[..15].iter().copied().chain([side[15..].iter().sum()]).collect();
        let mut out = [0; 16];
        out.copy_from_slice(&whole(&groups, totals[sex]));
        out
    })
}

impl Made<'_> {
    fn lang(&self) -> Lang {
        self.look.lang
    }

    /// The day of each stock.
    fn days(&self) -> Vec<Date> {
        let start = self.look.scope.at;
        (0..self.stocks.len()).map(|i| start.plus_years(5 * i as i16).unwrap_or(start)).collect()
    }

    fn note(&self) -> Note {
        let (lang, a) = (self.lang(), &self.assumed);
        let shown = |value: f64| number::decimal(lang, value, 1);
        let remark = words::assumed(
            lang,
            number::decimal(lang, a.fertility[0], 2),
            number::decimal(lang, a.fertility[1], 2),
            shown(a.mean_age),
            shown(a.e0_female[0]),
            shown(a.e0_female[1]),
            shown(a.e0_male[0]),
            shown(a.e0_male[1]),
            shown(a.migration),
        );
        Note { remark, ..self.look.note(words::projection_universe(lang)) }
    }

    fn first_and_last(&self) -> (&Population, &Population) {
        (&self.stocks[0], &self.stocks[self.stocks.len() - 1])
    }

    fn pyramid(&self, width: u16) -> ChartReply {
        let lang = self.lang();
        let (first, last) = self.first_and_last();
        let days = self.days();
        let earlier = Earlier {
            label: words::now_outline(lang, number::date(lang, days[0])),
            male: gathered(first)[0].to_vec(),
            female: gathered(first)[1].to_vec(),
            veil: None,
        };
        let [male, female] = gathered(last);
        let pyramid = Pyramid { earlier: Some(earlier), ..Pyramid::of_five_years(male, female) };
        let year = days[days.len() - 1].year;
        let whole = |n: f64| number::decimal(lang, n, 0);
        let finding = words::projected_finding(lang, whole(last.total()), year, whole(first.total()));
        self.look.drawn_titled(&pyramid, finding, "proyeksi-piramida", words::pyramid_then(lang), self.note(), width)
    }

    fn lines(&self, width: u16) -> ChartReply {
        let lang = self.lang();
        let days = self.days();
        let line = |label: &str, letter: &str, hue, age: usize| Line {
            series: Series { label: label.to_owned(), letter: letter.to_owned(), hue },
            points: self
                .stocks
                .iter()
                .zip(&days)
                .enumerate()
                .map(|(i, (stock, at))| LinePoint {
                    at: *at,
                    value: Some(f64::from(broad(stock)[age])),
                    hollow: i > 0,
                    ..LinePoint::default()
                })
                .collect(),
        };
        let lines = vec![
            line(words::children(lang), words::children_letter(lang), Hue::Two, 0),
            line(words::workers(lang), words::workers_letter(lang), Hue::One, 1),
            line(words::elderly(lang), words::elderly_letter(lang), Hue::Four, 2),
        ];
        let chart = Lines {
            heading: words::by_age_title(lang).to_owned(),
            unit: format!(" {}", crate::lang::present::persons(lang)),
            decimals: 0,
            lines,
            hollow: words::projected(lang).to_owned(),
            from_zero: true,
        };
        let last = self.first_and_last().1;
        let told = |age: usize| number::whole(lang, broad(last)[age].into());
        let finding = words::ages_finding(lang, told(0), told(2), days[days.len() - 1].year);
        self.look.drawn_titled(&chart, finding, "proyeksi-umur", words::by_age_title(lang), self.note(), width)
    }

    fn table(&self) -> Table {
        let lang = self.lang();
        let mut table = Table::new("proyeksi", words::projection_table(lang), self.note())
            .column(words::year(lang), Kind::Text)
            .column(words::everyone(lang), Kind::Decimal)
            .column(crate::lang::analyse::male(lang), Kind::Decimal)
            .column(crate::lang::analyse::female(lang), Kind::Decimal);
        for heading in [
            words::children(lang),
            words::workers(lang),
            words::elderly(lang),
            words::dependency(lang),
            words::births_of_five(lang),
            words::deaths_of_five(lang),
            words::migrants_of_five(lang),
        ] {
            table = table.column(heading, Kind::Decimal);
        }
        for (i, (stock, at)) in self.stocks.iter().zip(self.days()).enumerate() {
            let [young, working, old] = [0..3, 3..13, 13..GROUPS].map(|groups| stock.aged(groups));
            let shown = |n: f64| Cell::Number(n, 0);
            let mut cells = vec![Cell::text(at.year.to_string()), shown(stock.total())];
            cells.extend(sides(stock).into_iter().chain(broad(stock)).map(|n| shown(f64::from(n))));
            let ratio = (young + old) * 100.0 / working;
            cells.push(if working > 0.0 { Cell::Number(ratio, 1) } else { Cell::Empty });
            match i.checked_sub(1).map(|flow| self.flows[flow]) {
                Some(flow) => cells.extend([flow.births, flow.deaths, flow.migrants].map(shown)),
                None => cells.extend([Cell::Empty, Cell::Empty, Cell::Empty]),
            }
            table.push(RowKind::Body, cells);
        }
        table
    }

    /// All groups of both sexes at each date.
    fn by_age(&self) -> Table {
        let lang = self.lang();
        let mut table = Table::new("proyeksi-umur", words::projection_ages(lang), self.note())
            .column(crate::lang::present::age_group(lang), Kind::Text);
        for at in self.days() {
            for sex in [crate::lang::analyse::male(lang), crate::lang::analyse::female(lang)] {
                table = table.column(format!("{} {}", at.year, sex.to_lowercase()), Kind::Decimal);
            }
        }
        for group in 0..GROUPS {
            let label =
                if group + 1 < GROUPS { format!("{}–{}", 5 * group, 5 * group + 4) } else { "95+".to_owned() };
            let numbers = self.stocks.iter().flat_map(|stock| [stock.male[group], stock.female[group]]);
            let cells = numbers.map(|n| Cell::Number(n, 1));
            table.push(RowKind::Body, std::iter::once(Cell::text(label)).chain(cells).collect());
        }
        table
    }
}

impl<P: Ports> Handle<GetProjection> for Engine<P> {
    async fn handle(&mut self, request: GetProjection) -> Result<ProjectionView, EngineError> {
        let made = match self.projected(&request.assumed, request.hide_below)? {
            Ok(made) => made,
            Err(problems) => return Ok(ProjectionView { problems, ..ProjectionView::default() }),
        };
        let lang = made.lang();
        let persons = made.stocks[0].total();
        let mut cautions = Vec::new();
        if persons < SMALL {
            cautions.push(words::small_place(lang, number::decimal(lang, persons, 0)));
        }
        if let Some(n) = made.guessed {
            cautions.push(words::start_for_all(lang, n));
        }
        if made.unplaced > 0 {
            cautions.push(words::left_out(lang, number::whole(lang, made.unplaced.into())));
        }
        Ok(ProjectionView {
            problems: Vec::new(),
            body: serde_json::to_string(&made.assumed).unwrap_or_default(),
            cautions,
            pyramid: made.pyramid(request.width),
            lines: made.lines(request.width),
            table: made.table(),
            ages: made.by_age(),
        })
    }
}

impl<P: Ports> Handle<ProjectionWorkbook> for Engine<P> {
    async fn handle(&mut self, request: ProjectionWorkbook) -> Result<FileReply, EngineError> {
        let made = match self.projected(&request.assumed, request.hide_below)? {
            Ok(made) => made,
            Err(problems) => return Err(EngineError::File(problems.join(" "))),
        };
        let lang = made.lang();
        let mut lines = vec![made.note().remark];
        lines.extend(made.guessed.map(|n| words::start_for_all(lang, n)));
        lines.extend([words::not_a_forecast(lang), words::sources(lang)].map(str::to_owned));
        let cover = Cover { title: words::projection(lang).to_owned(), lines, at: made.look.scope.at };
        let bytes = tables_workbook(lang, &cover, &[made.table(), made.by_age()])
            .map_err(|_| EngineError::File(crate::lang::analyse::workbook_failed(lang).to_owned()))?;
        let name = format!("{}.xlsx", made.look.file_name(words::projection_file(lang)));
        self.outbox = Some(bytes);
        let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
        Ok(FileReply { name, media_type })
    }
}
