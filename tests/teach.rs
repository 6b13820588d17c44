//! The training: forms drawn in parallel, packets that refuse damage, sessions that lose nothing, and statistics held against
//! published values.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use rumah_dataku::teach::packet::{MAX_ITEMS, read_lines};
use rumah_dataku::teach::report::{distribution, report};
use rumah_dataku::teach::short_code::{read_short, short_code};
use rumah_dataku::teach::statistics::{Matrix, Unsaid, class_gain, mean_gain};
use rumah_dataku::teach::{
    Answers, Form, Forms, Given, Group, Invitation, ItemHead, PacketError, Session, SessionCode, Taken, Who, Wish,
    forms, qr,
};
use std::collections::BTreeSet;

// --- forms

/// A bank of 15 topics with `n` items each, levels and kinds mixed.
fn bank(n: usize) -> Vec<ItemHead> {
    let kinds = ["choice", "number", "choice", "order"];
    let item = |topic: usize, i: usize| ItemHead {
        id: format!("topik{topic}/q{i}"),
        topic: format!("topik{topic}"),
        level: (i / 2 % 3 + 1) as u8,
        kind: kinds[(i / 2 + topic) % 4].into(),
    };
    (0..15).flat_map(|topic| (0..n).map(move |i| item(topic, i))).collect()
}

fn head<'a>(bank: &'a [ItemHead], id: &str) -> &'a ItemHead {
    bank.iter().find(|item| item.id == id).unwrap()
}

#[test]
fn forms_are_parallel_and_share_no_item() {
    let bank = bank(8);
    let topics: Vec<String> = (0..15).map(|topic| format!("topik{topic}")).collect();
    let mut seen = BTreeSet::new();
    for seed in 0..200 {
        let wish = Wish { topics: topics.clone(), per_topic: 2, seed };
        let (forms, short) = forms::draw(&bank, &wish);
        assert!(short.is_empty());
        assert_eq!((forms.pre.len(), forms.post.len()), (30, 30));
        let all: BTreeSet<&String> = forms.pre.iter().chain(&forms.post).collect();
        assert_eq!(all.len(), 60, "an item stands twice");
        for (before, after) in forms.pre.iter().zip(&forms.post) {
            let (before, after) = (head(&bank, before), head(&bank, after));
            assert_eq!((&before.topic, before.level), (&after.topic, after.level));
            assert_eq!(before.kind, after.kind, "the bank has pairs of one kind");
        }
        assert_eq!(forms::draw(&bank, &wish).0, forms, "the same wish gives the same forms");
        seen.insert(forms.pre);
    }
    assert_eq!(seen.len(), 200, "each seed draws anew");
}

#[test]
fn a_bank_that_is_too_small_is_told() {
    let wish = Wish { topics: vec!["topik0".into(), "tiada".into()], per_topic: 3, seed: 1 };
    let (forms, short) = forms::draw(&bank(5), &wish);
    // Five items are two pairs: levels 1, 1, 2, 2 and a single one of level 3.
    assert_eq!(short, [("topik0".to_string(), 2), ("tiada".to_string(), 0)]);
    assert_eq!(forms.pre.len(), 2);
}

// --- packets

fn invitation() -> Invitation {
    Invitation {
        session: SessionCode::parse("K7Q2MN").unwrap(),
        title: "Latihan kader Sungai Rekaan".into(),
        form: Form::Post,
        seed: 77,
        items: vec!["persen/q1".into(), "persen/q12".into(), "pusat/q3".into(), "lain".into()],
    }
}

fn answers(name: &str, form: Form, right: &[bool]) -> Answers {
    Answers {
        session: SessionCode::parse("K7Q2MN").unwrap(),
        form,
        who: Who::new(name, Group::Apparatus).unwrap(),
        given: right
            .iter()
            .enumerate()
            .map(|(i, right)| Given::Picks(vec![if *right { 1 } else { 2 + i as u8 % 2 }]))
            .collect(),
        right: right.to_vec(),
    }
}

#[test]
fn packets_come_back_as_they_were() {
    assert_eq!(Invitation::read(&invitation().text()), Ok(invitation()));
    let mut all = answers("Melati", Form::Pre, &[true, false, true, true, false, true, true, true, true]);
    all.given = vec![
        Given::Nothing,
        Given::Picks(vec![4, 1, 3, 2, 5]),
        Given::Number("12,5".into()),
        Given::Cells(vec!["8".into(), String::new()]),
        Given::Places(vec![(3, 2)]),
        Given::Chart(vec![1], vec![2], 3),
        Given::Picks(vec![]),
        Given::Number("-3".into()),
        Given::Nothing,
    ];
    assert_eq!(Answers::read(&all.text()), Ok(all.clone()));
    assert_eq!(Answers::read(&all.text().to_lowercase().replace("00", "0-O ")), Ok(all));
}

#[test]
fn forty_answers_fit_into_one_small_code() {
    let mut long = answers("Kader dua puluh empat hrf", Form::Pre, &[true; MAX_ITEMS]);
    long.given = (0..MAX_ITEMS as u8)
        .map(|i| match i % 4 {
            0 | 1 => Given::Picks(vec![i % 4 + 1]),
            2 => Given::Number("1234,5".into()),
            _ => Given::Picks(vec![5, 4, 3, 2, 1]),
        })
        .collect();
    let text = long.text();
    assert!(text.len() < 420, "{} letters", text.len());
    let svg = qr::svg(&text, "jawaban").unwrap();
    let size: usize = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    assert!(size <= 69 + 8, "{size} modules"); // version 13 of 40
}

#[test]
fn what_is_no_packet_is_refused_with_a_reason() {
    let text = answers("7", Form::Pre, &[true, false]).text();
    let letters: Vec<char> = text.chars().collect();
    for place in 0..letters.len() - 1 {
        // The last letter has filling bits; every other one counts.
        let mut changed = letters.clone();
        changed[place] = if changed[place] == 'A' { 'B' } else { 'A' };
        let changed: String = changed.into_iter().collect();
        assert!(Answers::read(&changed).is_err(), "letter {place} may change unnoticed");
    }
    for cut in 0..text.len() - 1 {
        assert!(Answers::read(&text[..cut]).is_err(), "cut at {cut}");
    }
    assert_eq!(Answers::read("halo"), Err(PacketError::NotOurs));
    assert_eq!(Answers::read("https://contoh.id"), Err(PacketError::NotOurs));
    assert_eq!(Answers::read(&invitation().text()), Err(PacketError::OtherKind));
    assert_eq!(Invitation::read(&text), Err(PacketError::OtherKind));
}

#[test]
fn a_file_of_answers_tells_which_lines_are_wrong() {
    let (one, other) = (answers("1", Form::Pre, &[true]).text(), answers("2", Form::Pre, &[false]).text());
    let (read, wrong) = read_lines(&format!("# Rumah DataKu\n{one}\n\nhalo!\n{}\n{other}\n", &other[1..]));
    assert_eq!(read.iter().map(|answers| answers.who.name.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(wrong.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4, 5]);
}

fn session(n_items: usize) -> Session {
    let ids = |form: &str| (0..n_items).map(|i| format!("persen/{form}{i}")).collect();
    let forms = Forms { pre: ids("a"), post: ids("b") };
    Session::new(SessionCode::parse("K7Q2MN").unwrap(), 77, vec!["persen".into()], forms)
}

proptest! {
    #[test]
    fn a_typed_code_holds_the_marks(right in proptest::collection::vec(any::<bool>(), 1..=MAX_ITEMS), number in 1u16..1024, post: bool) {
        let session = session(right.len());
        let form = if post { Form::Post } else { Form::Pre };
        let sent = answers(&number.to_string(), form, &right);
        let code = short_code(&sent);
        prop_assert!(code.replace(' ', "").len() <= 16);
        let (read, named) = read_short(&code.to_lowercase(), &session).unwrap();
        prop_assert!(named);
        prop_assert_eq!((read.form, read.who, read.right), (sent.form, sent.who, sent.right));
    }

    #[test]
    fn a_picture_of_a_code_is_read(letters in "[0-9A-Z]{20,300}", scale in 3usize..6) {
        let svg = qr::svg(&letters, "").unwrap();
        let (width, grey) = painted(&svg, scale);
        prop_assert_eq!(qr::read(width, &grey), Some(letters));
    }
}

/// The SVG as grey values: its path is made of `Mx yhWv1h-Wz` alone.
fn painted(svg: &str, scale: usize) -> (usize, Vec<u8>) {
    let size: usize = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    let width = size * scale;
    let mut grey = vec![255u8; width * width];
    for run in svg.split('M').skip(1) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let w: usize = rest.split('v').next().unwrap().parse().unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        for row in y * scale..(y + 1) * scale {
            grey[row * width + x * scale..row * width + (x + w) * scale].fill(0);
        }
    }
    (width, grey)
}

#[test]
fn a_wrongly_typed_code_is_refused() {
    let session = session(15);
    let code = short_code(&answers("12", Form::Pre, &[true; 15]));
    let letters: Vec<char> = code.chars().filter(|letter| *letter != ' ').collect();
    let mut accepted = 0;
    for place in 0..letters.len() {
        for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|letter| *letter != letters[place]) {
            let mut typed = letters.clone();
            typed[place] = letter;
            accepted += usize::from(read_short(&typed.iter().collect::<String>(), &session).is_ok());
        }
    }
    assert_eq!(accepted, 0, "one wrong letter is always told");
    let mut swapped = letters.clone();
    swapped.swap(3, 4);
    assert_eq!(swapped == letters, read_short(&swapped.iter().collect::<String>(), &session).is_ok());
    let other = Session::new(SessionCode::parse("AAAAAA").unwrap(), 1, vec![], session.forms.clone());
    assert_eq!(read_short(&code, &other), Err(PacketError::OtherSession(None)));
    assert_eq!(read_short("1234", &session), Err(PacketError::NotOurs));
    let (unnamed, named) = read_short(&short_code(&answers("Melati", Form::Post, &[true; 15])), &session).unwrap();
    assert_eq!((unnamed.who.name.as_str(), named), ("", false));
}

// --- sessions

#[test]
fn answers_are_taken_once() {
    let mut session = session(3);
    let first = answers("Melati", Form::Pre, &[true, false, true]);
    assert_eq!(session.take(first.clone(), false), Ok(Taken::New));
    assert_eq!(session.take(first.clone(), false), Ok(Taken::Again));
    let other = answers(" melati ", Form::Pre, &[true, true, true]);
    assert_eq!(session.take(other.clone(), false), Ok(Taken::Differs));
    assert_eq!(session.sheet("Melati", Form::Pre).unwrap().right, [true, false, true], "nothing was lost");
    assert_eq!(session.take(other, true), Ok(Taken::New));
    assert_eq!((session.participants.len(), session.sheets.len()), (1, 1));
    let foreign = Answers { session: SessionCode::drawn(5), ..first.clone() };
    assert_eq!(session.take(foreign, false), Err(PacketError::OtherSession(Some(SessionCode::drawn(5)))));
    assert_eq!(session.take(answers("9", Form::Pre, &[true]), false), Err(PacketError::OtherItems));
}

#[test]
fn a_short_code_is_filled_up_by_the_full_answers() {
    let mut session = session(3);
    let full = answers("12", Form::Pre, &[true, false, true]);
    let (short, _) = read_short(&short_code(&full), &session).unwrap();
    assert_eq!(session.take(short.clone(), false), Ok(Taken::New));
    assert_eq!(session.take(full, false), Ok(Taken::New));
    assert_eq!(session.take(short, false), Ok(Taken::Fuller));
    assert_ne!(session.sheet("012", Form::Pre).unwrap().given[0], Given::Nothing);
}

#[test]
fn a_session_comes_back_from_its_file() {
    let mut session = session(3);
    session.title = "Latihan «kader» \"RT\"".into();
    session.take(answers("Melati", Form::Pre, &[true, false, true]), false).unwrap();
    assert_eq!(Session::read(&session.text()), Ok(session.clone()));
    let text = session.text();
    for broken in
        [&text[..text.len() / 2], "{}", "[]", "", &text.replace("K7Q2MN", "K7Q"), &text.replacen("true,", "", 1)]
    {
        assert!(Session::read(broken).is_err(), "{broken}");
    }
    assert_eq!(
        Session::read(&text.replace("\"format\": 1", "\"format\": 9")),
        Err(rumah_dataku::teach::session::SessionError::Newer)
    );
}

#[test]
fn shares_are_shown_from_five_answers_on() {
    let mut session = session(2);
    for n in 1..=5 {
        assert_eq!(distribution(&session, Form::Pre, 0, 4), None);
        session.take(answers(&n.to_string(), Form::Pre, &[n > 2, true]), false).unwrap();
    }
    assert_eq!(distribution(&session, Form::Pre, 0, 4), Some((vec![3, 2, 0, 0], 5)));
}

// --- statistics

/// K. L. Wuensch, "The Kuder-Richardson 20" (East Carolina University): ten students, ten items. The text gives each item's p
/// and the variance of the totals, 5.84, from which KR-20 = 10/9 · (1 − 2.18/5.84).
const WUENSCH: [&str; 10] = [
    "1111110110",
    "1011011101",
    "1111011001",
    "0010001000",
    "0000010010",
    "1110111111",
    "1101110111",
    "1111111101",
    "0101111101",
    "1101101110",
];

fn matrix(rows: &[&str]) -> Vec<Vec<f64>> {
    rows.iter().map(|row| row.bytes().map(|mark| f64::from(mark - b'0')).collect()).collect()
}

fn near(got: f64, wanted: f64) {
    assert!((got - wanted).abs() < 1e-9, "{got}, wanted {wanted}");
}

#[test]
fn reliability_is_the_published_one() {
    let rows = matrix(&WUENSCH);
    let matrix = Matrix(&rows);
    let p: Vec<f64> = (0..10).map(|item| matrix.difficulty(item).unwrap()).collect();
    for (got, wanted) in p.iter().zip([0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6]) {
        near(*got, wanted);
    }
    near(rumah_dataku::teach::statistics::variance(&matrix.totals()), 5.84);
    near(matrix.kr20().unwrap(), 10.0 / 9.0 * (1.0 - 2.18 / 5.84));
    near(matrix.alpha().unwrap(), matrix.kr20().unwrap());
}

#[test]
fn alpha_takes_answers_that_are_right_in_part() {
    // The example data of R's fmsb::CronbachAlpha. In exact fractions, variances ÷ n: 1.29, 1.84, 1.24; of the sums 11.49;
    // alpha = 3/2 · (1 − 4.37/11.49) = 356/383.
    let q = [[1, 5, 2, 3, 4, 2, 3, 4, 3, 2], [2, 4, 1, 2, 4, 1, 2, 5, 2, 1], [2, 5, 1, 3, 3, 2, 2, 4, 2, 2]];
    let rows: Vec<Vec<f64>> = (0..10).map(|i| q.iter().map(|item| f64::from(item[i])).collect()).collect();
    near(Matrix(&rows).alpha().unwrap(), 356.0 / 383.0);
}

#[test]
fn nothing_is_told_that_would_mislead() {
    let rows = matrix(&WUENSCH[..9]);
    assert_eq!(Matrix(&rows).kr20(), Err(Unsaid::TooFew));
    assert_eq!(Matrix(&rows).difficulty(0), Err(Unsaid::TooFew));
    let equal = vec![vec![1.0, 0.0]; 12];
    for said in
        [Matrix(&equal).kr20(), Matrix(&equal).alpha(), Matrix(&equal).point_biserial(0), Matrix(&equal).upper_lower(0)]
    {
        assert_eq!(said, Err(Unsaid::NoSpread));
    }
    let single: Vec<Vec<f64>> = (0..12).map(|i| vec![f64::from(i % 2)]).collect();
    assert_eq!(Matrix(&single).kr20(), Err(Unsaid::TooFewItems));
    assert_eq!(class_gain(&[50.0; 9], &[60.0; 9]), Err(Unsaid::TooFew));
    assert_eq!(class_gain(&[100.0; 10], &[100.0; 10]), Err(Unsaid::NoRoom));
    assert_eq!(mean_gain(&[100.0; 10], &[90.0; 10]), Err(Unsaid::NoRoom));
}

#[test]
fn gain_is_hakes() {
    // Hake (1998): <g> = (post − pre) / (100 − pre) of class means.
    let pre: Vec<f64> = (0..10).map(|i| 40.0 + f64::from(i % 2) * 20.0).collect();
    let post: Vec<f64> = (0..10).map(|i| 70.0 + f64::from(i % 2) * 20.0).collect();
    near(class_gain(&pre, &post).unwrap(), 30.0 / 50.0);
    near(mean_gain(&pre, &post).unwrap(), (0.5 + 0.75) / 2.0);
    // One who had all right before has no single gain and still counts in the class.
    let (mut pre, mut post) = (pre, post);
    pre.push(100.0);
    post.push(100.0);
    near(mean_gain(&pre, &post).unwrap(), 0.625);
}

proptest! {
    #[test]
    fn the_order_of_participants_does_not_matter(rows in proptest::collection::vec(proptest::collection::vec(0u8..2, 6), 10..30), turn in 0usize..30) {
        let rows: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().map(|mark| f64::from(*mark)).collect()).collect();
        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len());
        turned.reverse();
        for item in 0..6 {
            let (one, other) = (Matrix(&rows).upper_lower(item), Matrix(&turned).upper_lower(item));
            match (one, other) {
                (Ok(one), Ok(other)) => prop_assert!((one - other).abs() < 1e-9 && one.abs() <= 1.0 + 1e-9),
                (one, other) => prop_assert_eq!(one, other),
            }
        }
    }
}

#[test]
fn the_report_counts_what_came() {
    let mut session = session(4);
    for (name, pre, post) in
        [("1", [true, false, false, false], [true, true, true, false]), ("2", [false; 4], [true, true, false, false])]
    {
        session.take(answers(name, Form::Pre, &pre), false).unwrap();
        session.take(answers(name, Form::Post, &post), false).unwrap();
    }
    session.take(answers("3", Form::Pre, &[false, true, false, false]), false).unwrap();
    let told = report(&session);
    assert_eq!((told.groups, told.n_both), ([0, 3, 0], 2));
    assert_eq!(told.both, [12.5, 62.5]);
    assert_eq!(told.class_gain, Err(Unsaid::TooFew));
    let topic = &told.topics[0];
    assert_eq!((topic.pre.numerator, topic.pre.denominator), (2, 12));
    assert_eq!((topic.post.numerator, topic.post.denominator, topic.again), (5, 8, false));
    assert_eq!(told.tests[0].items[2].wrong, Some((Given::Picks(vec![2]), 3)));
    assert_eq!(told.tests[0].items[2].right.denominator, 3);
}
