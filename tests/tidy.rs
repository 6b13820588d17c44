//! Keeps the house tidy: which room may know which, rooms without a browser, size and first words of files, no
//! short cuts that can panic, no paths of one machine. Each check lists every place that breaks it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::{fs, process::Command};

/// A room of `src/` and what it may name of the others: `engine::protocol` allows that part alone.
/// `base` and `lang` (words) are known by all.
const ARROWS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("lang", &[]),
    ("place", &[]),
    ("register", &[]),
    ("sample", &["register"]),
    ("import", &["register", "place"]),
    ("form", &["register"]),
    ("verify", &["register", "form", "import", "place"]),
    ("analyse", &["register", "form", "import", "verify", "place"]),
    ("present", &["register", "analyse", "map"]),
    ("act", &["register", "verify", "analyse"]),
    ("map", &[]),
    ("package", &["register", "verify", "analyse", "present", "place"]),
    ("learn", &["register", "analyse"]),
    ("programme", &["register", "verify", "analyse"]),
    ("teach", &["present"]),
    (
        "engine",
        &[
            "register",
            "sample",
            "import",
            "form",
            "place",
            "verify",
            "analyse",
            "present",
            "act",
            "map",
            "package",
            "learn",
            "teach",
            "programme",
        ],
    ),
    ("cli", &["engine", "store", "sample", "import", "place", "verify", "register", "teach"]),
    ("store", &["engine::ports", "engine::stored"]),
    ("worker", &["engine", "store"]),
    // Tables and the drawing of charts are the page's too (design: the page draws); a training holds nothing of the village.
    ("ui", &["engine::protocol", "engine::codec", "engine::error", "engine::EngineError", "present", "learn", "teach"]),
];

/// Known by every room.
const KNOWN_BY_ALL: &[&str] = &["base", "lang"];

/// Rooms that know the browser. All others run natively, in a worker and in a test alike.
const BROWSER_ROOMS: &[&str] = &["ui", "worker"];
const BROWSER_FILES: &[&str] = &["src/store/indexed_db.rs"];
const BROWSER_CRATES: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "leptos", "gloo"];

/// "About 400 lines"; lists of codes and of words may be longer.
const MAX_LINES: usize = 420;
const LISTS: &[&str] = &["src/base/codes/", "src/lang/"];

/// What can panic or was left behind. In tests all of it is fine.
const SHORT_CUTS: &[&str] = &[".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "dbg!("];

#[test]
fn arrows_run_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(room) = room_of(&path) else { continue };
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{path}: the room {room} has no row in ARROWS of tests/tidy.rs"));
            continue;
        };
        let code = without_comments(&text);
        for used in crate_paths(&code) {
            let inside = |allowed: &str| used == allowed || used.starts_with(&format!("{allowed}::"));
            if !inside(&room) && !KNOWN_BY_ALL.iter().chain(*allowed).any(|allowed| inside(allowed)) {
                wrong.push(format!("{path}: {room} must not know {used}"));
            }
        }
        if without_tests(&code).contains(&"super::".repeat(depth_of(&path))) {
            wrong.push(format!("{path}: leaves its room by super::; say crate:: instead"));
        }
    }
    report("an arrow between rooms runs back", wrong);
}

#[test]
fn pure_rooms_know_no_browser() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(room) = room_of(&path) else { continue };
        if BROWSER_ROOMS.contains(&room.as_str()) || BROWSER_FILES.contains(&path.as_str()) {
            continue;
        }
        let code = without_comments(&text);
        for name in BROWSER_CRATES.iter().filter(|name| has_word(&code, name)) {
            wrong.push(format!("{path}: names {name}"));
        }
    }
    report("a pure room names a browser crate", wrong);
}

#[test]
fn files_stay_small() {
    let long = |(path, text): (String, String)| {
        let lines = text.lines().count();
        let list = LISTS.iter().any(|list| path.starts_with(list));
        (lines > MAX_LINES && !list).then(|| format!("{path}: {lines} lines"))
    };
    report("a file has outgrown its budget: split it by concept", sources().into_iter().filter_map(long).collect());
}

#[test]
fn every_file_says_what_it_holds() {
    let mute = |(path, text): (String, String)| (!text.starts_with("//! ")).then_some(path);
    report("a file does not begin with a //! doc", sources().into_iter().filter_map(mute).collect());
}

#[test]
fn nothing_can_panic_by_a_short_cut() {
    let mut wrong = Vec::new();
    let all = sources();
    for (path, text) in &all {
        if is_test_file(path, &all) {
            continue;
        }
        for (number, line) in without_tests(&without_comments(text)).lines().enumerate() {
            for cut in SHORT_CUTS.iter().filter(|cut| line.contains(**cut)) {
                wrong.push(format!("{path}:{}: {cut}", number + 1));
            }
        }
    }
    report("a short cut that can panic", wrong);
}

/// `index.html` tells which paths are whose program; each table of pages holds its own, and no page stands in two.
#[test]
fn every_page_stands_in_the_program_that_its_address_opens() {
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
    let html = read("index.html");
    let programs = html.split_once("name=\"programs\" content=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let program_of = |path: &str| {
        let under = |start: &str| {
            path.strip_prefix(start).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        };
        let all = programs.split(' ').filter_map(|part| part.split_once(':'));
        let mut found = all.filter(|(_, paths)| paths.split(',').any(under)).map(|(name, _)| name.to_owned());
        found.next().unwrap_or_else(|| "app".into())
    };
    let (routes, learn) = (read("src/ui/shell/routes.rs"), read("src/ui/learn/mod.rs"));
    let tables = [("app", &routes, "const MAIN"), ("desk", &routes, "const DESK"), ("learn", &learn, "const ROUTES")];
    let (mut wrong, mut n_pages) = (Vec::new(), 0);
    for (program, code, table) in tables {
        let rows = code.split_once(table).unwrap().1.split("];").next().unwrap();
        for line in rows.lines().filter_map(|line| line.trim().strip_prefix("(\"")) {
            let path = format!("/{}", line.split('"').next().unwrap());
            n_pages += 1;
            if program_of(&path) != program {
                wrong.push(format!("{path} stands in {program}, its address opens {}", program_of(&path)));
            }
        }
    }
    assert!(n_pages > 40, "only {n_pages} pages were read");
    report("a page stands in another program than the one that its address opens", wrong);
}

#[test]
fn no_file_names_a_place_on_one_machine() {
    let places = ["work", "root", "home"].map(|folder| format!("/{folder}/"));
    let Ok(listed) = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output() else { return };
    let mut wrong = Vec::new();
    for path in String::from_utf8_lossy(&listed.stdout).split('\0').filter(|path| !path.is_empty()) {
        let Ok(text) = fs::read_to_string(root().join(path)) else { continue };
        for (number, line) in text.lines().enumerate() {
            for place in places.iter().filter(|place| begins_a_path(line, place)) {
                wrong.push(format!("{path}:{}: {place}", number + 1));
            }
        }
    }
    report("a tracked file names a place on one machine", wrong);
}

/// Fails with all that is wrong, one a line.
fn report(what: &str, wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{what}:\n  {}\n", wrong.join("\n  "));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files under `src/`, as (path from the root with `/`, text), in order.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join("src"), &mut found);
    found.sort();
    assert!(!found.is_empty(), "src/ holds no Rust file");
    let named = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let short = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        (short, text)
    };
    found.into_iter().map(named).collect()
}

/// `src/base/nik.rs` is in the room `base`; programs and the map itself are in none.
fn room_of(path: &str) -> Option<String> {
    let (room, _) = path.strip_prefix("src/")?.split_once('/')?;
    (room != "bin").then(|| room.to_owned())
}

/// How many modules lie between the file's own and the crate: as many `super` lead out of the room.
fn depth_of(path: &str) -> usize {
    path.split('/').count() - 1 - usize::from(path.ends_with("/mod.rs"))
}

/// Every path that begins with `crate::`, its braces spread out, to two names: `engine::protocol`.
fn crate_paths(code: &str) -> Vec<String> {
    let mut paths: Vec<String> = code
        .match_indices("crate::")
        .filter(|(at, _)| !code[..*at].ends_with(|before: char| before.is_alphanumeric() || before == '_'))
        .flat_map(|(at, start)| spread(&code[at + start.len()..], 2))
        .collect();
    paths.sort();
    paths.dedup();
    paths
}

/// The names at the start of a use tree, to a depth: `a::{b, c::d}` gives `a::b` and `a::c`.
fn spread(tree: &str, names: usize) -> Vec<String> {
    let tree = tree.trim_start();
    if names == 0 {
        return vec![String::new()];
    }
    if let Some(group) = tree.strip_prefix('{') {
        return branches(group).into_iter().flat_map(|branch| spread(branch, names)).collect();
    }
    let end = tree.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    match rest.strip_prefix("::") {
        Some(rest) if !name.is_empty() => spread(rest, names - 1)
            .into_iter()
            .map(|rest| format!("{name}::{rest}").trim_end_matches("::").to_owned())
            .collect(),
        _ => vec![name.to_owned()],
    }
}

/// What stands between the commas of a group, up to its closing brace.
fn branches(group: &str) -> Vec<&str> {
    let (mut found, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.retain(|branch| !branch.trim().is_empty());
    found
}

/// Lines that are comments become empty; the count of lines stays.
fn without_comments(text: &str) -> String {
    text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line }).collect::<Vec<_>>().join("\n")
}

/// Items under `#[test]` or `#[cfg(test)]` become empty lines.
fn without_tests(code: &str) -> String {
    let (mut kept, mut depth, mut inside, mut opened) = (Vec::new(), 0i64, false, false);
    for line in code.lines() {
        let trimmed = line.trim_start();
        if !inside
            && (trimmed.starts_with("#[test]")
                || trimmed.starts_with("#[cfg(test)]")
                || trimmed.starts_with("#[cfg(all(test"))
        {
            (inside, depth, opened) = (true, 0, false);
        }
        if !inside {
            kept.push(line);
            continue;
        }
        kept.push("");
        if trimmed.starts_with("#[") && trimmed.ends_with(']') {
            continue;
        }
        depth += line.matches('{').count() as i64 - line.matches('}').count() as i64;
        opened |= line.contains('{');
        inside = depth > 0 || (!opened && !trimmed.ends_with(';'));
    }
    kept.join("\n")
}

/// Whether the module file above declares this file under `#[cfg(test)]`.
fn is_test_file(path: &str, all: &[(String, String)]) -> bool {
    let Some((folder, file)) = path.rsplit_once('/') else { return false };
    let declared = format!("mod {};", file.trim_end_matches(".rs"));
    let above = [format!("{folder}/mod.rs"), format!("{folder}.rs")];
    let texts = all.iter().filter(|(path, _)| above.contains(path)).map(|(_, text)| text);
    texts.into_iter().any(|text| text.contains(&declared) && !without_tests(text).contains(&declared))
}

/// Whether `name`, or `name_…` for the family of gloo crates, stands as a word of its own.
fn has_word(code: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(name).any(|(at, _)| {
        let rest = &code[at + name.len()..];
        !code[..at].ends_with(part) && (name == "gloo" || !rest.starts_with(part))
    })
}

/// Whether a path of the machine begins here: at the start of a word, not within `a/b/c` or an address.
fn begins_a_path(line: &str, place: &str) -> bool {
    line.match_indices(place)
        .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_~*}/".contains(c)))
}

#[test]
fn the_checks_see_what_they_should() {
    assert_eq!(crate_paths("use crate::{base::{Nik, date::Date}, lang};"), ["base::Nik", "base::date", "lang"]);
    assert_eq!(crate_paths("fn f(x: crate::engine::protocol::Reply) {} use not_crate::x;"), ["engine::protocol"]);
    assert_eq!(crate_paths("use crate::register::*;"), ["register"]);
    assert_eq!(without_tests("a\n#[test]\nfn t() {\n x.unwrap()\n}\nb"), "a\n\n\n\n\nb");
    assert_eq!(without_tests("#[cfg(test)]\nmod cases;\nb"), "\n\nb");
    assert!(has_word("use gloo_storage::X;", "gloo") && !has_word("my_leptos_like", "leptos"));
    assert!(begins_a_path("see /place/x", "/place/") && !begins_a_path("some/place/x", "/place/"));
    assert_eq!(
        (depth_of("src/base/mod.rs"), depth_of("src/base/nik.rs"), depth_of("src/base/codes/mod.rs")),
        (1, 2, 2)
    );
}
