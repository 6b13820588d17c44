//! The interactive pieces: what they tell is what a slow count of the village gives, and views of the same people agree.

#![allow(clippy::unwrap_used, clippy::panic)]

mod hamlet;

use hamlet::village;
use rumah_dataku::lang::Lang;
use rumah_dataku::learn::Village;
use rumah_dataku::learn::sim::chart_mend::slope;
use rumah_dataku::learn::sim::{Control, Piece, Scene, Touch, make};
use rumah_dataku::learn::village::{Home, House, Resident};
use std::collections::BTreeMap;

const CHOSEN: &str = "var(--data-2)";
const PERSON: u32 = 1_000;
const RT: u32 = 1_000_000;

fn piece(name: &str, village: &Village) -> Box<dyn Piece> {
    make(name, &BTreeMap::new(), village, 5).unwrap()
}

fn see(piece: &dyn Piece) -> Scene {
    piece.scene(Lang::En, 330.0)
}

/// The value of a figure.
fn fact(scene: &Scene, name: &str) -> String {
    let found = scene.facts.iter().find(|(label, _)| label == name);
    found.unwrap_or_else(|| panic!("no {name} among {:?}", scene.facts)).1.clone()
}

/// The first number in a text of English form.
fn first_number(text: &str) -> f64 {
    let begin = text.find(|c: char| c.is_ascii_digit()).unwrap_or_else(|| panic!("no number in {text}"));
    let long = text[begin..].find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(text.len() - begin);
    let number = text[begin..begin + long].replace(',', "");
    let value: f64 = number.trim_end_matches('.').parse().unwrap();
    if text[..begin].ends_with('−') { -value } else { value }
}

/// Squares of the chosen colour in each drawing of people: tiles first, then the map's.
fn chosen(scene: &Scene) -> Vec<usize> {
    let shapes = scene.marks.split("<path class=\"piece-tiles\"").skip(1);
    let of = shapes.filter(|shape| shape.starts_with(&format!(" fill=\"{CHOSEN}\"")));
    of.map(|shape| shape.split("/>").next().unwrap().matches('M').count()).collect()
}

#[test]
fn a_choice_is_the_same_people_in_bars_tiles_map_and_table() {
    let village = village(150, 3);
    let aged: Vec<&Resident> = village.residents.iter().filter(|r| (23..=62).contains(&r.age)).collect();
    let mut hunt = piece("error-hunt", &village);
    hunt.touch(Touch::Slide("rounded", 0.0)); // what is told is then the age itself
    for digit in 0..10u32 {
        hunt.touch(Touch::Pick(digit));
        let scene = see(&*hunt);
        let wanted = aged.iter().filter(|r| u32::from(r.age % 10) == digit).count();
        assert_eq!(first_number(&scene.said) as usize, wanted, "{}", scene.said);
        let marked = chosen(&scene);
        assert_eq!(marked[0], wanted, "tiles of digit {digit}");
        assert_eq!(marked[1..].iter().sum::<usize>(), wanted, "dots on the map");
        let rows = scene.grid.unwrap().rows;
        assert!(rows.len() == wanted.min(12) && rows.iter().all(|row| row[0].ends_with(&digit.to_string())));
        hunt.touch(Touch::Pick(digit));
        assert!(chosen(&see(&*hunt)).is_empty(), "a second touch takes the choice back");
    }
    // The map chooses back, with a digit and without.
    for rt in 1..=6u32 {
        hunt.touch(Touch::Pick(RT + rt));
        let scene = see(&*hunt);
        let here = aged.iter().filter(|r| u32::from(r.place) == rt);
        assert_eq!(chosen(&scene), [here.clone().count(), here.clone().count()], "tiles, and one RT of the map");
        hunt.touch(Touch::Choose("digit", 4));
        let wanted = here.filter(|r| r.age % 10 == 4).count();
        let marked = chosen(&see(&*hunt));
        assert_eq!(marked.first().copied().unwrap_or(0), wanted);
        hunt.touch(Touch::Choose("digit", 4));
        hunt.touch(Touch::Choose("rt", rt as usize - 1));
    }
    // A row of the table is one person everywhere; a tile too.
    hunt.touch(Touch::Pick(7));
    let grid = see(&*hunt).grid.unwrap();
    let who = grid.picks[2];
    hunt.touch(Touch::Pick(who));
    let scene = see(&*hunt);
    assert_eq!(chosen(&scene), [1, 1]);
    let person = aged[(who - PERSON) as usize];
    assert!(scene.said.contains(&format!("{}, ", person.age)) && scene.said.contains(&format!("RT {}", person.place)));
    assert_eq!(scene.grid.unwrap().on.iter().filter(|on| **on).count(), 1);
    hunt.touch(Touch::Tap(9.0 * 3.0 + 2.0, 183.0, 330.0));
    assert!(see(&*hunt).said.contains(&format!("{}, ", aged[3].age)), "the fourth tile is the fourth person");
}

#[test]
fn a_cell_of_the_table_is_counted_in_every_direction() {
    let village = village(200, 9);
    let mut table = piece("two-way", &village);
    let count = |test: &dyn Fn(&Home) -> bool| village.homes.iter().filter(|home| test(home)).count();
    for cell in 0..4u8 {
        let (head, aid) = (1 + cell / 2, 1 + cell % 2);
        let n = count(&|h| h.head == head && h.aid == aid);
        let wholes = [count(&|h| h.head == head), count(&|h| h.aid == aid), village.homes.len()];
        table.touch(Touch::Pick(u32::from(cell)));
        for (by, whole) in wholes.into_iter().enumerate() {
            table.touch(Touch::Choose("by", by));
            let scene = see(&*table);
            let share = format!("{n} of {whole} ({:.1}%)", 100.0 * n as f64 / whole as f64 + 1e-9);
            assert!(scene.said.contains(&share), "{share} in {}", scene.said);
            assert_eq!(chosen(&scene).iter().sum::<usize>(), n, "the same families on the map");
        }
        table.touch(Touch::Pick(u32::from(cell)));
    }
    // Within a class, from the strip of classes.
    table.touch(Touch::Pick(102));
    table.touch(Touch::Choose("cell", 0));
    let n = count(&|h| h.head == 1 && h.aid == 1 && h.welfare == 2);
    assert_eq!(chosen(&see(&*table)).iter().sum::<usize>(), n);
}

/// The lesson's own story as a village: Bu Ati's and Bu Jannah's children are families of two hamlets.
fn turning() -> Village {
    let mut village = Village { year: 2026, ..village(1, 1) };
    village.residents.clear();
    village.homes.clear();
    for (head, dusun, yes, no) in [(1, 1, 18, 2), (1, 2, 48, 32), (2, 1, 68, 12), (2, 2, 10, 10)] {
        let home = Home { size: 3, dusun, place: dusun * 2, head, sturdy: 1, welfare: 1, aid: 1 };
        village.homes.extend(vec![home; yes]);
        village.homes.extend(vec![Home { aid: 2, ..home }; no]);
    }
    village
}

#[test]
fn a_reversal_of_the_village_is_found_or_its_lack_is_told() {
    let mut table = piece("two-way", &turning());
    table.touch(Touch::Choose("table", 1));
    let scene = see(&*table);
    assert!(scene.said.contains("Simpson's paradox in this village's data"), "{}", scene.said);
    assert!(scene.said.contains("66.0%") && scene.said.contains("78.0%"), "{}", scene.said);
    assert!(["90.0% | 85.0%", "60.0% | 50.0%"].iter().all(|shares| scene.marks.contains(shares)));

    // Everybody alike in all but who gets aid, by a rule without a turn: none is claimed, and what is drawn by lot is marked.
    let mut plain = turning();
    plain.homes.clear();
    for dusun in 1..=2u8 {
        for (head, yes) in [(1, 14), (2, 10)] {
            let home = Home { size: 3, dusun, place: dusun * 2, head, sturdy: 1, welfare: 1, aid: 1 };
            plain.homes.extend(vec![home; yes]);
            plain.homes.extend(vec![Home { aid: 2, ..home }; 20 - yes]);
        }
    }
    let mut table = piece("two-way", &plain);
    table.touch(Touch::Choose("table", 1));
    let said = see(&*table).said;
    assert!(said.contains("No comparison of this village turns") && said.contains("points short"), "{said}");
    table.touch(Touch::Choose("table", 2));
    let said = see(&*table).said;
    assert!(said.contains("Not the village's data: draw"), "{said}");
    // In the drawn people every class turns against the whole, by the shares that the drawing tells.
    let scene = see(&*table);
    let shares: Vec<f64> = scene
        .marks
        .split("% | ")
        .collect::<Vec<_>>()
        .windows(2)
        .map(|pair| {
            let a = pair[0].rsplit('>').next().unwrap().parse::<f64>().unwrap();
            a - pair[1].split('%').next().unwrap().parse::<f64>().unwrap()
        })
        .collect();
    assert!(shares.len() >= 3 && shares[1..].iter().all(|class| class * shares[0] < 0.0), "{shares:?}");
    // The same seed draws the same.
    let mut again = piece("two-way", &plain);
    again.touch(Touch::Choose("table", 2));
    assert_eq!(see(&*again), see(&*table));
}

#[test]
fn births_follow_the_villages_own_rate() {
    let village = village(400, 6);
    let women = |place: Option<u8>| {
        let at_risk = |r: &&Resident| r.sex == 2 && (15..=49).contains(&r.age) && place.is_none_or(|rt| r.place == rt);
        village.residents.iter().filter(at_risk).count() as f64
    };
    let children = village.residents.iter().filter(|r| r.age < 5).count() as f64;
    let rate = children / 5.0 / women(None);
    let mut luck = piece("small-numbers", &village);
    // Places: the village, three dusun, six RT.
    for (at, rt) in [(0, None), (4, Some(1)), (9, Some(6))] {
        luck.touch(Touch::Choose("place", at));
        let expected = rate * women(rt);
        let (mut sum, mut n) = (0.0, 0.0);
        for _ in 0..400 {
            luck.touch(Touch::Press("years"));
            for _ in 0..6 {
                luck.tick();
            }
            let said = see(&*luck).said;
            if let Some(now) = said.split("this year ").nth(1) {
                sum += first_number(now);
                n += 1.0;
            }
        }
        let (mean, error) = (sum / n, (expected / n).sqrt());
        assert!(n > 300.0 && (mean - expected).abs() < 4.0 * error, "{mean} of {expected} in place {at}");
    }
}

#[test]
fn the_mean_follows_and_all_stand_below() {
    let village = village(120, 2);
    let mut middle = piece("middle-drag", &village);
    // It begins with incomes as in the lesson's story, said to be invented; a finger moves them by a tenth of a million.
    let before = see(&*middle);
    assert!(before.said.starts_with("9 were drawn by lot: mean Rp"), "{}", before.said);
    let chips = middle.controls(Lang::En).into_iter().next();
    assert!(matches!(chips, Some(Control::Chips { options, on, .. }) if options[0] == "Income (invented)" && on[0]));
    middle.touch(Touch::Slide("value", 15.6));
    let after = see(&*middle);
    assert_eq!(fact(&after, "Median"), fact(&before, "Median"));
    assert!(first_number(&fact(&after, "Mean")) > first_number(&fact(&before, "Mean")));
    assert!(after.said.contains("to Rp15.6 million"), "{}", after.said);
    // Floor areas are of the village's houses.
    middle.touch(Touch::Choose("kind", 1));
    let floors: Vec<f64> = village.houses.iter().map(|house| f64::from(house.floor)).collect();
    let mean = floors.iter().sum::<f64>() / floors.len() as f64;
    let before = see(&*middle);
    assert_eq!(fact(&before, "Mean of all"), format!("{mean:.1} m²"));
    // The last of nine is dragged to the end: the mean rises by a ninth of it, the median stays.
    let last = |scene: &Scene| first_number(&fact(scene, "Mean")) * 9.0;
    middle.touch(Touch::Slide("value", 200.0));
    let after = see(&*middle);
    assert_eq!(fact(&after, "Median"), fact(&before, "Median"));
    let dragged = first_number(after.said.split("from ").nth(1).unwrap());
    assert!((last(&after) - last(&before) - (200.0 - dragged)).abs() < 1.0);
    // A finger in the middle of the axis is half of its end.
    middle.touch(Touch::Drag(0.5, 0.5));
    assert!(see(&*middle).said.contains("to 100 m²"), "{}", see(&*middle).said);
    // Ages are of residents.
    middle.touch(Touch::Choose("kind", 3));
    let ages: Vec<f64> = village.residents.iter().map(|r| f64::from(r.age)).collect();
    let mean = ages.iter().sum::<f64>() / ages.len() as f64;
    assert_eq!(fact(&see(&*middle), "Mean of all"), format!("{mean:.1} years"));
}

#[test]
fn each_chart_tells_how_much_it_lies_and_can_be_mended() {
    let village = village(300, 4);
    let of = |dusun: u8| village.residents.iter().filter(|r| r.dusun == dusun).count() as f64;
    let (low, high) =
        ([1, 2, 3].map(of).into_iter().fold(f64::MAX, f64::min), [1, 2, 3].map(of).into_iter().fold(0.0, f64::max));
    let real = (high - low) / low;
    let mut chart = piece("chart-mend", &village);
    let factor = |chart: &dyn Piece| first_number(&fact(&see(chart), "Lie factor (1 = honest)"));
    // The axis begins at 90 per cent of the smallest: the bars are low × 0.1 and high − low × 0.9.
    let looks = (high - low) / (low * 0.1);
    assert!((factor(&*chart) - looks / real).abs() < 0.06, "{}", factor(&*chart));
    chart.touch(Touch::Slide("cut", 0.0));
    assert_eq!(factor(&*chart), 1.0);
    // Pictures that grow in both directions: the area grows by the square, so that the factor is the ratio and one.
    chart.touch(Touch::Choose("chart", 1));
    assert!((factor(&*chart) - (high / low + 1.0)).abs() < 0.06);
    for honest in [1, 2] {
        chart.touch(Touch::Choose("growth", honest));
        assert_eq!(factor(&*chart), 1.0);
    }
    // Years: births of twelve years by age; a window's rise against that of all.
    chart.touch(Touch::Choose("chart", 2));
    let births: Vec<f64> =
        (0..12u8).rev().map(|age| village.residents.iter().filter(|r| r.age == age).count() as f64).collect();
    chart.touch(Touch::Slide("from", 2.0));
    chart.touch(Touch::Slide("to", 6.0));
    let wanted = slope(&births[2..=6]).unwrap() / slope(&births).unwrap();
    assert!((factor(&*chart).abs() - wanted.abs()).abs() < 0.06, "{} {wanted}", factor(&*chart));
    chart.touch(Touch::Slide("from", 0.0));
    chart.touch(Touch::Slide("to", 11.0));
    assert_eq!(factor(&*chart), 1.0);
    assert!(see(&*chart).said.starts_with("All years are shown"));
    assert!(see(&*chart).marks.contains(">2015<") && see(&*chart).marks.contains(">2026<"));
}

#[test]
fn boards_tell_what_the_village_says() {
    let village = village(150, 8);
    let mut needs = piece("needs-board", &village);
    let cards: Vec<String> = match &needs.controls(Lang::En)[0] {
        rumah_dataku::learn::sim::Control::Chips { options, .. } => options.clone(),
        other => panic!("{other:?}"),
    };
    let lay = |piece: &mut Box<dyn Piece>, card: usize, bin: usize| {
        piece.touch(Touch::Choose("card", card));
        piece.touch(Touch::Choose("bin", bin));
        see(&**piece)
    };
    let water = cards.iter().position(|card| card.contains("water pipe")).unwrap();
    let poor = village.houses.iter().filter(|house: &&House| house.water == 2).count();
    assert!(lay(&mut needs, water, 0).said.starts_with("Not yet"));
    let scene = lay(&mut needs, water, 3);
    assert!(scene.said.contains(&format!("{poor} of {} families", village.houses.len())), "{}", scene.said);
    let old = cards.iter().position(|card| card.contains("elderly")).unwrap();
    let n = village.residents.iter().filter(|r| r.age >= 60).count();
    assert!(lay(&mut needs, old, 2).said.contains(&format!("touches {n} of {}", village.residents.len())));
    assert_eq!(fact(&see(&*needs), "Fitting"), "2 of 6");

    let mut kinds = piece("answer-kinds", &village);
    let cards: Vec<String> = match &kinds.controls(Lang::En)[0] {
        rumah_dataku::learn::sim::Control::Chips { options, .. } => options.clone(),
        other => panic!("{other:?}"),
    };
    let members = cards.iter().position(|card| card.contains("family members")).unwrap();
    let mean = village.homes.iter().map(|h| f64::from(h.size)).sum::<f64>() / village.homes.len() as f64;
    let said = lay(&mut kinds, members, 2).said;
    assert!(said.contains(&format!("mean {mean:.1}")), "{said}");
    let card = cards.iter().position(|card| card.contains("Family card number")).unwrap();
    assert!(lay(&mut kinds, card, 0).said.contains("never shown"));
}
