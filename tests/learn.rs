//! The learning room without a browser: every lesson and item of the site is whole and computable; broken files get a
//! sentence with file, place and remedy; answers are judged; simulations agree with the formulas.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod hamlet;

use hamlet::village;
use rumah_dataku::lang::Lang;
use rumah_dataku::learn::dice::Dice;
use rumah_dataku::learn::expression::{Expression, Numbers};
use rumah_dataku::learn::format::{PIECES, check_texts, read_items, read_texts};
use rumah_dataku::learn::item::{Cell, TOPICS};
use rumah_dataku::learn::score::{judge, read_number};
use rumah_dataku::learn::sim::sampling::{sample_share, standard_error};
use rumah_dataku::learn::sim::{Control, Touch, make};
use rumah_dataku::learn::{Answer, Bundle, Item, Task, Village};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

fn public(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public").join(path)
}

fn folders(path: &str) -> Vec<String> {
    let listed = fs::read_dir(public(path)).unwrap().flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = listed.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The right answer, worked out from the item itself.
fn right_answer(item: &Item, numbers: &Numbers) -> Answer {
    match &item.task {
        Task::Choice { answer, .. } => Answer::Choice(answer.clone()),
        Task::Number { answer, .. } => Answer::Number(answer.value(numbers).unwrap()),
        Task::Order { n } => Answer::Order((1..=*n).collect()),
        Task::Mark { answer, .. } => Answer::Mark(answer.clone()),
        Task::Fill { cells, .. } => {
            let asked = cells.iter().flatten().filter_map(|cell| match cell {
                Cell::Asked(expression) => Some(expression.value(numbers)),
                Cell::Given(_) => None,
            });
            Answer::Fill(asked.collect())
        }
        Task::Build { rows, columns, accepted, .. } => Answer::Build {
            rows: rows[0].clone(),
            columns: columns.first().cloned().unwrap_or_default(),
            chart: accepted[0].clone(),
        },
        Task::Find { answer, .. } => Answer::Find(answer.clone()),
    }
}

fn item_works(item: &Item, village: &Village, place: &str) {
    for seed in 0..40 {
        let numbers = item.draw(seed, Some(village)).unwrap_or_else(|| panic!("{place} {}: cannot be drawn", item.key));
        let verdict = judge(item, &numbers, &right_answer(item, &numbers));
        assert!(verdict.right, "{place} {}: its own answer is not right with {numbers:?}", item.key);
    }
    if let Task::Order { n } = item.task {
        let turned = judge(item, &Numbers::new(), &Answer::Order((1..=n).rev().collect()));
        assert!(!turned.right, "{place} {}", item.key);
    }
}

#[test]
fn every_lesson_of_the_site_is_whole() {
    let village = village(120, 1);
    let (mut wrong, mut orders, mut pieces) = (Vec::new(), Vec::new(), Vec::new());
    for id in folders("lessons") {
        let read = |name: &str| fs::read_to_string(public(&format!("lessons/{id}/{name}.json"))).unwrap_or_default();
        let (bundle, problems) = Bundle::read(&read("lesson"), &read("id"), &read("en"));
        wrong.extend(problems.iter().map(|problem| format!("{id}: {}", problem.text(Lang::Id))));
        if !problems.is_empty() {
            continue;
        }
        if bundle.lesson.id != id {
            wrong.push(format!("{id}: its id is {}", bundle.lesson.id));
        }
        orders.push(bundle.lesson.order);
        for item in bundle.lesson.items() {
            item_works(item, &village, &id);
        }
        for step in &bundle.lesson.steps {
            if let rumah_dataku::learn::Step::Piece(_, name, _) = step {
                pieces.push(name.clone());
            }
        }
        let bytes: usize = ["lesson", "id", "en"].iter().map(|name| read(name).len()).sum();
        assert!(bytes < 60_000, "{id}: {bytes} bytes before packing");
        // What is packed is what was read.
        let packed = Bundle::pack(&read("lesson"), &read("id"), &read("en")).unwrap();
        assert_eq!(Bundle::unpack(&packed).unwrap(), bundle, "{id}");
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    orders.sort_unstable();
    assert_eq!(orders, (1..=orders.len()).collect::<Vec<_>>(), "each lesson has a place of its own");
    pieces.sort();
    let n = pieces.len();
    pieces.dedup();
    assert_eq!(n, pieces.len(), "each piece stands in one lesson");
}

/// What is said of a term in one language, by part.
type Parts = BTreeMap<String, String>;

/// Terms of the site's glossary in one language, by name, those of the lessons among them, as `scripts/post-build.mjs`
/// joins them; nothing stands in both.
fn glossary(file: &str) -> (BTreeMap<String, Parts>, Vec<String>) {
    let text = fs::read_to_string(public(&format!("glossary/{file}.json"))).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let topics: Vec<String> = value["topics"].as_object().unwrap().keys().cloned().collect();
    let mut terms: BTreeMap<String, Parts> = serde_json::from_value(value["terms"].clone()).unwrap();
    // A map keeps one of two equal names without a word: they are counted in the file.
    assert_eq!(text.matches("\"term\":").count(), terms.len(), "{file}: a name stands twice");
    let mut wrong = Vec::new();
    for (name, parts) in &terms {
        if !topics.contains(&parts.get("topic").cloned().unwrap_or_default()) {
            wrong.push(format!("{file} {name}: its topic is not among the topics"));
        }
    }
    for lesson in folders("lessons") {
        let read = |name: &str| fs::read_to_string(public(&format!("lessons/{lesson}/{name}.json"))).unwrap();
        let (bundle, _) = Bundle::read(&read("lesson"), &read("id"), &read("en"));
        let texts = bundle.texts(if file == "id" { Lang::Id } else { Lang::En });
        for word in &bundle.lesson.words {
            let start = format!("word.{word}");
            let said = texts.iter().filter_map(|(key, text)| Some((key.strip_prefix(&start)?, text)));
            let part = |(part, text): (&str, &String)| match part {
                "" => Some(("term".to_owned(), text.clone())),
                part => Some((part.strip_prefix('.')?.to_owned(), text.clone())),
            };
            if terms.insert(word.clone(), said.filter_map(part).collect()).is_some() {
                wrong.push(format!("{file} {word}: lesson {lesson} explains it once more"));
            }
        }
    }
    (terms, wrong)
}

#[test]
fn every_term_is_explained_in_both_languages() {
    let ((id, mut wrong), (en, wrong_en)) = (glossary("id"), glossary("en"));
    wrong.extend(wrong_en);
    assert!(id.len() >= 120, "only {} terms", id.len());
    let known = ["topic", "term", "find", "meaning", "example", "official", "source"];
    for (file, terms, others) in [("id", &id, &en), ("en", &en, &id)] {
        let mut names = BTreeMap::new();
        for (name, parts) in terms {
            let mut say = |what: String| wrong.push(format!("{file} {name}: {what}"));
            let Some(other) = others.get(name) else {
                say("only in this language".into());
                continue;
            };
            for part in ["term", "meaning", "example"] {
                if parts.get(part).is_none_or(|text| text.trim().is_empty()) {
                    say(format!("no {part}"));
                }
            }
            if let Some(part) = parts.keys().find(|part| !known.contains(&part.as_str())) {
                say(format!("{part} is no part of a term"));
            }
            if parts.contains_key("official") != parts.contains_key("source") {
                say("an official definition has a source, and a source a definition".into());
            }
            for part in ["topic", "official"] {
                let both = (parts.get(part), other.get(part));
                if (part == "topic" && both.0 != both.1) || both.0.is_some() != both.1.is_some() {
                    say(format!("{part} differs between the languages"));
                }
            }
            // Each form by which pages are searched leads to one term.
            let find = match parts.get("find") {
                Some(find) => find.split(';').map(str::trim).map(str::to_lowercase).collect::<Vec<_>>(),
                None => vec![parts["term"].to_lowercase()],
            };
            for form in find {
                if form.is_empty() {
                    say("an empty form to look for".into());
                } else if let Some(first) = names.insert(form.clone(), name) {
                    say(format!("“{form}” leads to {first} too"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_item_of_the_bank_is_whole() {
    let village = village(120, 1);
    let mut wrong = Vec::new();
    for topic in folders("items") {
        let read = |name: &str| fs::read_to_string(public(&format!("items/{topic}/{name}.json"))).unwrap_or_default();
        let (items, mut problems) = read_items(&read("items"));
        let keys: Vec<_> = items.iter().map(Item::keys).collect();
        let must: Vec<String> = keys.iter().flat_map(|(must, _)| must.clone()).collect();
        let may: Vec<String> = keys.iter().flat_map(|(_, may)| may.clone()).collect();
        for file in ["id", "en"] {
            let name = format!("{file}.json");
            let (texts, unread) = read_texts(&name, &read(file));
            problems.extend(unread);
            problems.extend(check_texts(&name, &texts, &must, &may, &items.iter().collect::<Vec<_>>()));
        }
        wrong.extend(problems.iter().map(|problem| format!("{topic}: {}", problem.text(Lang::Id))));
        if !TOPICS.contains(&topic.as_str()) || items.iter().any(|item| item.topic != topic) {
            wrong.push(format!("{topic}: not the topic of its items"));
        }
        if problems.is_empty() {
            items.iter().for_each(|item| item_works(item, &village, &topic));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

const GOOD: &str = r#"{"format":1,"id":"coba","order":99,"minutes":10,"topics":["persen"],
 "steps":[{"kind":"story","key":"cerita"},{"kind":"piece","key":"coba","piece":"rates","settings":{}},
  {"kind":"exercise","item":{"key":"e1","kind":"number","topic":"persen","level":1,"source":"project",
   "answer":"100*a/b","tolerance":0.1,"draw":{"a":{"whole":[1,9]},"b":{"whole":[10,20]}},"wrong":[{"answer":"100*b/a","why":"e1.why.1"}]}}],
 "words":["persen"],"trainer":{"aim":"t","ask":["q"],"errors":[],"materials":[]}}"#;

fn texts() -> BTreeMap<String, String> {
    let keys = "title lead cerita coba e1.ask e1.hint e1.right e1.why.1 word.persen word.persen.meaning t q";
    keys.split(' ').map(|key| (key.to_owned(), format!("Teks {key}"))).collect()
}

fn problems(lesson: &str, id: &BTreeMap<String, String>) -> Vec<String> {
    let (id, en) = (serde_json::to_string(id).unwrap(), serde_json::to_string(&texts()).unwrap());
    Bundle::read(lesson, &id, &en).1.iter().map(|problem| problem.text(Lang::En)).collect()
}

#[test]
fn a_broken_lesson_gets_file_place_and_remedy() {
    assert_eq!(problems(GOOD, &texts()), Vec::<String>::new());
    for (from, to, wanted) in [
        (
            r#""minutes":10"#,
            r#""minutes":"10""#,
            "lesson.json → minutes: A whole number without quotes is wanted here.",
        ),
        (r#""minutes":10,"#, "", "lesson.json → minutes: This field is missing. Add it."),
        (
            r#""minutes":10"#,
            r#""minutes":10,"menit":3"#,
            "lesson.json → menit: This field is not known. Check its spelling, or remove it.",
        ),
        (
            r#""kind":"story""#,
            r#""kind":"storry""#,
            "lesson.json → steps[1].kind: “storry” is not known. Use one of: story, piece, question, text, exercise, summary.",
        ),
        (r#""level":1"#, r#""level":7"#, "lesson.json → steps[3].item.level: This number must be from 1 to 3."),
        (
            "100*a/b\"",
            "100*a//b\"",
            "lesson.json → steps[3].item.answer: The formula cannot be read from “/b” on. Allowed: numbers, names, + - * / ( ) round sqrt min max abs.",
        ),
        (
            "100*a/b\"",
            "100*c/b\"",
            "lesson.json → steps[3].item.answer: The formula uses “c”, which is not in “draw”. Add it, or mend the name.",
        ),
        (
            "[10,20]",
            "[0,20]",
            "lesson.json → steps[3].item.answer: For some of the numbers this formula has no value (a division by zero, say). Narrow “draw”.",
        ),
        ("[10,20]", "[20,10]", "lesson.json → steps[3].item.draw.b.whole: There are 2 entries; 2 are wanted."),
        (r#""piece":"rates""#, r#""piece":"x""#, "“x” is not known"),
        (r#""format":1"#, r#""format":2"#, "lesson.json → format: This lesson was made for a newer version"),
        (r#"{"format""#, r#"{format"#, "lesson.json: The file cannot be read as JSON at line 1, column 2."),
    ] {
        let broken = GOOD.replacen(from, to, 1);
        assert_ne!(broken, GOOD, "{from}");
        let told = problems(&broken, &texts());
        assert!(told.iter().any(|line| line.contains(wanted)), "{to}: {told:#?}");
    }
}

#[test]
fn texts_are_compared_with_what_the_lesson_uses() {
    type Change = fn(&mut BTreeMap<String, String>);
    let table: [(Change, &str); 4] = [
        (|texts| _ = texts.remove("e1.ask"), "id.json → e1.ask: The text of this key is missing. Add it to that file."),
        (
            |texts| _ = texts.insert("e9.ask".into(), "x".into()),
            "id.json → e9.ask: Nothing uses this key. Remove it, or check its spelling.",
        ),
        (|texts| _ = texts.insert("lead".into(), " ".into()), "id.json → lead: The text is empty. Write it."),
        (
            |texts| _ = texts.insert("e1.hint".into(), "Bagi {a} dengan {c}".into()),
            "id.json → e1.hint: “{c}” is no drawn number. Check its name in “draw”.",
        ),
    ];
    for (change, wanted) in table {
        let mut changed = texts();
        change(&mut changed);
        assert_eq!(problems(GOOD, &changed), [wanted]);
    }
    assert_eq!(Bundle::unpack("[]").unwrap_err().len(), 1, "not even the first file is there");
    assert!(Bundle::unpack("{").is_err());
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for (text, wanted) in [
        ("12,5", Some(12.5)),
        ("12.5", Some(12.5)),
        ("1.234", Some(1234.0)),
        ("1.234,5", Some(1234.5)),
        ("1,234.5", Some(1234.5)),
        ("1.234.567", Some(1_234_567.0)),
        ("0,125", Some(0.125)),
        (" 25 % ", Some(25.0)),
        ("Rp 3.000", Some(3000.0)),
        ("−4", Some(-4.0)),
        ("-0,5", Some(-0.5)),
        ("", None),
        ("banyak", None),
        ("1-2", None),
    ] {
        assert_eq!(read_number(text), wanted, "{text}");
    }
}

#[test]
fn answers_get_the_explanation_that_fits() {
    let (bundle, _) = Bundle::read(GOOD, &serde_json::to_string(&texts()).unwrap(), "{}");
    let item = bundle.lesson.items().next().unwrap();
    let numbers: Numbers = [("a".to_owned(), 3.0), ("b".to_owned(), 12.0)].into();
    let judged = |number: f64| judge(item, &numbers, &Answer::Number(number));
    assert!(judged(25.0).right && judged(25.1).right && !judged(25.2).right);
    assert_eq!(judged(400.0).why, ["e1.why.1"], "the common wrong answer is known");
    assert!(judged(7.0).why.is_empty());
    let order = Item { task: Task::Order { n: 3 }, ..item.clone() };
    let verdict = judge(&order, &numbers, &Answer::Order(vec![1, 3, 2]));
    assert_eq!((verdict.right, verdict.parts), (false, (1, 3)));
    let find = Item {
        task: Task::Find { columns: 2, rows: vec![vec!["a".into(), "b".into()]; 3], answer: vec![(2, 1), (3, 2)] },
        ..item.clone()
    };
    let verdict = judge(&find, &numbers, &Answer::Find(vec![(3, 2), (1, 1)]));
    assert_eq!((verdict.right, verdict.parts, verdict.why), (false, (1, 2), vec!["e1.why.2".to_owned()]));
    let all = judge(&find, &numbers, &Answer::Find(vec![(3, 2), (2, 1), (1, 1)]));
    assert!(!all.right, "tapping everything is not finding");
    assert!(!judge(&find, &numbers, &Answer::Number(1.0)).right, "an answer of another kind");
    let spread = Expression::read("sqrt(a*b)").unwrap();
    assert_eq!(spread.value(&numbers), Some(6.0));
}

#[test]
fn samples_spread_as_the_formula_says() {
    // Without replacement from 120 of 312: the hypergeometric standard error.
    for (yes, all, size) in [(120, 312, 30), (30, 312, 100), (5, 20, 10)] {
        let mut dice = Dice::new(7);
        let shares: Vec<f64> = (0..20_000).map(|_| sample_share(&mut dice, yes, all, size).unwrap()).collect();
        let mean = shares.iter().sum::<f64>() / 20_000.0;
        let spread = (shares.iter().map(|share| (share - mean).powi(2)).sum::<f64>() / 20_000.0).sqrt();
        let (p, n, big) = (yes as f64 / all as f64, size as f64, all as f64);
        let formula = (p * (1.0 - p) / n * (big - n) / (big - 1.0)).sqrt();
        assert!((standard_error(yes, all, size) - formula).abs() < 1e-12);
        assert!((mean - p).abs() < 4.0 * formula / 20_000f64.sqrt(), "{mean} of {p}");
        assert!((spread / formula - 1.0).abs() < 0.02, "{spread} of {formula}");
    }
    assert_eq!(sample_share(&mut Dice::new(1), 4, 4, 9), Some(1.0), "no more than there are");
    assert_eq!(sample_share(&mut Dice::new(1), 0, 0, 9), None);
}

#[test]
fn dice_are_fair_and_repeatable() {
    let mut dice = Dice::new(3);
    let n = 40_000;
    let counts: Vec<usize> = (0..n).map(|_| dice.binomial(200, 3.0 / 200.0)).collect();
    let mean = counts.iter().sum::<usize>() as f64 / n as f64;
    let variance = counts.iter().map(|k| (*k as f64 - mean).powi(2)).sum::<f64>() / n as f64;
    // Binomial(200, 0.015): mean 3, variance 2.955; no birth at all in 0.985^200 = 4.866 % of years.
    let none = counts.iter().filter(|k| **k == 0).count() as f64 / n as f64;
    assert!(
        (mean - 3.0).abs() < 0.035 && (variance - 2.955).abs() < 0.09 && (none - 0.04866).abs() < 0.0045,
        "{mean} {variance} {none}"
    );
    let normal: Vec<f64> = (0..n).map(|_| dice.normal()).collect();
    let within = normal.iter().filter(|x| x.abs() < 1.0).count() as f64 / n as f64;
    assert!((within - 0.683).abs() < 0.012, "{within}");
    let (mut a, mut b) = (Dice::new(9), Dice::new(9));
    assert!((0..100).all(|_| a.roll() == b.roll()));
    let mut firsts = [0u32; 5];
    for _ in 0..10_000 {
        let mut items = [0usize, 1, 2, 3, 4];
        dice.shuffle(&mut items);
        firsts[items[0]] += 1;
    }
    assert!(firsts.iter().all(|n| (1_850..2_150).contains(n)), "{firsts:?}");
}

#[test]
fn every_piece_can_be_touched_everywhere_and_repeats_itself() {
    for village in [village(120, 4), village(1, 4), Village::default()] {
        for name in PIECES {
            let play = || {
                let mut piece = make(name, &BTreeMap::new(), &village, 11).unwrap();
                let mut seen = Vec::new();
                for round in 0..3 {
                    for control in piece.controls(Lang::Id) {
                        match control {
                            Control::Button { id, .. } => piece.touch(Touch::Press(id)),
                            Control::Slider { id, from, to, .. } => {
                                piece.touch(Touch::Slide(id, from));
                                seen.push(piece.scene(Lang::En, 300.0));
                                piece.touch(Touch::Slide(id, to));
                            }
                            Control::Chips { id, options, .. } => {
                                piece.touch(Touch::Choose(id, round % options.len().max(1)))
                            }
                        }
                        piece.touch(Touch::Drag(0.3 * f64::from(round as u8), 1.0));
                        piece.touch(Touch::Pick(round as u32));
                        for pick in [1_000, 1_001, 99_999, 100, 101, 1_000_000, 1_000_002, u32::MAX] {
                            piece.touch(Touch::Pick(pick));
                            seen.push(piece.scene(Lang::En, 300.0));
                        }
                        piece.touch(Touch::Tap(40.0 * f64::from(round as u8), 190.0, 300.0));
                        piece.touch(Touch::Tap(-5.0, f64::MAX, 300.0));
                        piece.touch(Touch::Choose("nothing", 99));
                        for _ in 0..30 {
                            piece.tick();
                        }
                        seen.push(piece.scene(Lang::Id, 300.0));
                    }
                }
                seen
            };
            let seen = play();
            assert!(seen.iter().all(|scene| !scene.said.is_empty() && scene.height > 0.0), "{name}");
            assert!(seen.iter().all(|scene| !scene.marks.contains("NaN") && !scene.marks.contains("inf")), "{name}");
            assert_eq!(seen, play(), "{name} repeats itself with its seed");
        }
    }
    assert!(make("nothing", &BTreeMap::new(), &Village::default(), 1).is_none());
}

#[test]
fn drawn_counts_are_those_of_the_village() {
    let village = village(60, 2);
    let women = village.residents.iter().filter(|r| r.sex == 2).count() as u32;
    assert_eq!(village.count("count:penduduk:jenis_kelamin=2"), Some(women));
    assert_eq!(village.count("count:keluarga"), Some(60));
    let wives = village.residents.iter().filter(|r| r.sex == 2 && r.married == 1 && (15..=49).contains(&r.age));
    assert_eq!(village.count("count:pus"), Some(wives.count() as u32));
    for what in [
        "count:x",
        "penduduk",
        "count:penduduk:warna=1",
        "count:penduduk:jenis_kelamin",
        "count:keluarga:jenis_kelamin=1",
    ] {
        assert!(!Village::knows(what) && village.count(what).is_none(), "{what}");
    }
}
