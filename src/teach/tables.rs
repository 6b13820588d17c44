//! The report as tables: the same on the page, on paper, and in the workbook of evidence.

use super::forms::Form;
use super::packet::Group;
use super::report::{ItemRow, Report, TestReport, percent};
use super::session::{Session, SessionError, Sheet};
use super::statistics::{Said, Unsaid};
use crate::base::{Date, Share};
use crate::lang::{Lang, teach as words};
use crate::present::{Cell, Column, Kind, Note, Row, RowKind, Table};

/// Words of items, from the bank: the question by id, and a wrong answer by id and what was given.
pub trait ItemWords {
    /// What is asked.
    fn question(&self, id: &str) -> String;
    /// An answer in words.
    fn answer(&self, id: &str, given: &super::Given) -> String;
}

/// Why there is no figure, in a sentence.
pub fn why_unsaid(lang: Lang, why: Unsaid) -> &'static str {
    match why {
        Unsaid::TooFew => words::too_few(lang),
        Unsaid::NoSpread => words::no_spread(lang),
        Unsaid::NoRoom => words::no_room(lang),
        Unsaid::TooFewItems => words::too_few_items(lang),
    }
}

/// Why a text is no session, and what to do.
pub fn why_unreadable(lang: Lang, error: &SessionError) -> String {
    match error {
        SessionError::Unreadable(line, column) => words::unreadable_session(lang, line, column),
        SessionError::Newer => words::newer_session(lang).into(),
        SessionError::Broken(part) => words::broken_session(lang, part),
    }
}

/// The words of a circle.
pub fn group_name(lang: Lang, group: Group) -> &'static str {
    match group {
        Group::Agent => words::agent(lang),
        Group::Apparatus => words::apparatus(lang),
        Group::People => words::people(lang),
    }
}

/// The words of a test.
pub fn form_name(lang: Lang, form: Form) -> &'static str {
    match form {
        Form::Pre => words::pre_test(lang),
        Form::Post => words::post_test(lang),
    }
}

/// The score that the evaluation of Desa Cantik gives for who was trained (handbook §10.3): 4, 3, 2, or 1 where no agent took part.
pub fn lke_score(groups: [u32; 3]) -> u8 {
    match groups.map(|n| n > 0) {
        [true, true, true] => 4,
        [true, true, false] => 3,
        [true, ..] => 2,
        _ => 1,
    }
}

/// By topic: right answers out of all asked, before and after.
pub fn topics(lang: Lang, session: &Session, report: &Report) -> Table {
    let rows = report.topics.iter().map(|row| {
        let counts = |share: Share| [Cell::Count(share.numerator), Cell::Count(share.denominator), Cell::Share(share)];
        let mut cells = vec![Cell::text(words::topic_name(lang, &row.topic))];
        cells.extend(counts(row.pre));
        cells.extend(counts(row.post));
        body(cells)
    });
    Table {
        id: "topik".into(),
        title: words::by_topic(lang).into(),
        note: note(lang, session, words::universe_topics(lang), ""),
        columns: vec![
            column(words::topic(lang), Kind::Text),
            column(words::right_before(lang), Kind::Count),
            column(words::answers_before(lang), Kind::Count),
            column(words::percent_before(lang), Kind::Percent(1)),
            column(words::right_after(lang), Kind::Count),
            column(words::answers_after(lang), Kind::Count),
            column(words::percent_after(lang), Kind::Percent(1)),
        ],
        rows: rows.collect(),
    }
}

/// Item by item.
pub fn items(lang: Lang, session: &Session, form: Form, test: &TestReport, bank: &dyn ItemWords) -> Table {
    let said = |said: Said| said.map_or(Cell::Empty, |value| Cell::Number(value, 2));
    let row = |(place, item): (usize, &ItemRow)| {
        let wrong = item.wrong.as_ref().map(|(given, n)| words::wrong_times(lang, bank.answer(&item.id, given), n));
        body(vec![
            Cell::text(format!("{}. {}", place + 1, bank.question(&item.id))),
            Cell::Count(item.right.numerator),
            Cell::Count(item.right.denominator),
            said(item.difficulty),
            said(item.point_biserial),
            said(item.item_rest),
            said(item.upper_lower),
            Cell::text(wrong.unwrap_or_default()),
        ])
    };
    let universe = match form {
        Form::Pre => words::universe_pre(lang),
        Form::Post => words::universe_post(lang),
    };
    let mut unsaid: Vec<Unsaid> = Vec::new();
    for item in &test.items {
        for why in [item.difficulty, item.point_biserial, item.upper_lower].into_iter().filter_map(Result::err) {
            if !unsaid.contains(&why) {
                unsaid.push(why);
            }
        }
    }
    let mut remark = vec![words::items_remark(lang)];
    remark.extend(unsaid.into_iter().map(|why| why_unsaid(lang, why)));
    Table {
        id: format!("soal-{}", form.key()),
        title: words::items_of(lang, form_name(lang, form)),
        note: note(lang, session, universe, &remark.join(" ")),
        columns: vec![
            column(words::item(lang), Kind::Text),
            column(words::n_right(lang), Kind::Count),
            column(words::n_asked(lang), Kind::Count),
            column(words::difficulty(lang), Kind::Decimal),
            column(words::point_biserial(lang), Kind::Decimal),
            column(words::item_rest(lang), Kind::Decimal),
            column(words::upper_lower(lang), Kind::Decimal),
            column(words::common_wrong(lang), Kind::Text),
        ],
        rows: test.items.iter().enumerate().map(row).collect(),
    }
}

/// The participants with what each had right.
pub fn participants(lang: Lang, session: &Session) -> Table {
    let percent = |sheet: Option<&Sheet>| sheet.map_or(Cell::Empty, |sheet| Cell::Number(percent(sheet), 1));
    let rows = session.participants.iter().enumerate().map(|(n, who)| {
        body(vec![
            Cell::text((n + 1).to_string()),
            Cell::text(who.name.as_str()),
            Cell::text(group_name(lang, who.group)),
            percent(session.sheet(&who.name, Form::Pre)),
            percent(session.sheet(&who.name, Form::Post)),
        ])
    });
    Table {
        id: "peserta".into(),
        title: words::results(lang).into(),
        note: note(lang, session, "", ""),
        columns: vec![
            column(words::number_short(lang), Kind::Text),
            column(words::participants(lang), Kind::Text),
            column(words::group(lang), Kind::Text),
            column(words::percent_before(lang), Kind::Percent(1)),
            column(words::percent_after(lang), Kind::Percent(1)),
        ],
        rows: rows.collect(),
    }
}

/// The figures of the whole, each with of how many, or why it is not told.
pub fn summary(lang: Lang, session: &Session, report: &Report) -> Table {
    let line = |label: String, value: Cell, remark: String| body(vec![Cell::Text(label), value, Cell::Text(remark)]);
    let said = |label: String, said: Said| match said {
        Ok(value) => line(label, Cell::Number(value, 2), String::new()),
        Err(why) => line(label, Cell::Empty, why_unsaid(lang, why).into()),
    };
    let mut rows: Vec<Row> = (Group::ALL.iter().zip(report.groups))
        .map(|(group, n)| line(group_name(lang, *group).into(), Cell::Count(n), String::new()))
        .collect();
    for (form, test) in Form::BOTH.into_iter().zip(&report.tests) {
        let label = |what: &str| format!("{what}, {}", form_name(lang, form));
        let value = if test.n > 0 { Cell::Number(test.mean, 1) } else { Cell::Empty };
        rows.push(line(label(words::mean_right(lang)), value, words::of_n(lang, test.n)));
        rows.push(said(label(words::kr20(lang)), test.kr20));
        rows.push(said(label(words::alpha(lang)), test.alpha));
    }
    rows.push(said(words::class_gain(lang).into(), report.class_gain));
    rows.push(said(words::mean_gain(lang).into(), report.mean_gain));
    Table {
        id: "ringkasan".into(),
        title: words::summary(lang).into(),
        note: note(lang, session, "", &words::both_line(lang, report.n_both)),
        columns: vec![
            column(words::figure(lang), Kind::Text),
            column(words::value(lang), Kind::Decimal),
            column("", Kind::Text),
        ],
        rows,
    }
}

/// What the evaluation asks for, as far as the session has it.
pub fn lke(lang: Lang, session: &Session, report: &Report) -> Table {
    let there = |is: bool| Cell::text(if is { words::there_is(lang) } else { words::missing(lang) });
    let rows = vec![
        body(vec![
            Cell::text(words::lke_score(lang, lke_score(report.groups))),
            Cell::text(report.groups.map(|n| n.to_string()).join(" + ")),
        ]),
        body(vec![
            Cell::text(words::invitation_letter(lang)),
            there(!session.title.is_empty() && !session.place.is_empty() && !session.date.is_empty()),
        ]),
        body(vec![Cell::text(words::minutes(lang)), there(!session.minutes.is_empty())]),
        body(vec![Cell::text(words::attendance(lang)), there(!session.participants.is_empty())]),
    ];
    Table {
        id: "lke".into(),
        title: words::lke_title(lang).into(),
        note: note(lang, session, "", &format!("{} {}", words::lke_text(lang), words::lke_source(lang))),
        columns: vec![column(words::lke_documents(lang), Kind::Text), column("", Kind::Text)],
        rows,
    }
}

/// The date of a session, where it has a whole one.
pub fn date_of(session: &Session) -> Date {
    let parts: Vec<i16> = session.date.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [year, month @ 1..=12, day @ 1..=31] => Date { year: *year, month: *month as u8, day: *day as u8 },
        _ => Date::default(),
    }
}

fn note(lang: Lang, session: &Session, universe: &str, remark: &str) -> Note {
    Note {
        universe: universe.into(),
        at: date_of(session),
        source: format!("{} ({})", session.title, words::session_of(lang, session.code)),
        resident: String::new(),
        remark: remark.into(),
    }
}

fn column(label: &str, kind: Kind) -> Column {
    Column { label: label.into(), kind }
}

fn body(cells: Vec<Cell>) -> Row {
    Row { cells, kind: RowKind::Body }
}
