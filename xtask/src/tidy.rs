//! House rules that no compiler checks, as tests over the sources.

use crate::project;
use std::path::Path;

/// The pure rooms with their place in the direction of dependency: a room may import rooms of lower or equal place.
const ROOMS: [(&str, u8); 8] =
    [("data", 0), ("geo", 1), ("stats", 1), ("text", 2), ("view", 3), ("journal", 4), ("exchange", 5), ("draw", 5)];

/// Lines of code, without comments, of every file with one of these endings below a folder of the project.
fn lines_of_code(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let below = project::root().join(folder);
    let mut lines = Vec::new();
    for path in project::files_below(&below).expect("the folder is part of the project") {
        let is_wanted = Path::new(&path).extension().is_some_and(|ending| endings.iter().any(|&each| ending == each));
        if path.contains("node_modules/") || path.contains("results/") || !is_wanted {
            continue;
        }
        let text = project::read_text(&below.join(&path)).expect("sources are UTF-8");
        for (line_ix, line) in text.lines().enumerate() {
            if !line.trim_start().starts_with("//") {
                lines.push((format!("{folder}/{path}:{}", line_ix + 1), line.to_owned()));
            }
        }
    }
    lines
}

fn check_none(rule: &str, lines: &[(String, String)], is_fault: impl Fn(&str) -> bool) {
    let faults: Vec<String> = lines
        .iter()
        .filter(|(_, line)| is_fault(line))
        .map(|(place, line)| format!("{place}: {}", line.trim()))
        .collect();
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

#[test]
fn pure_rooms_know_no_browser_and_no_clock() {
    for (room, _) in ROOMS {
        let lines = lines_of_code(&format!("src/{room}"), &["rs"]);
        check_none("pure rooms are compiled and tested without a browser", &lines, |line| {
            ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "std::time", "std::thread"]
                .iter()
                .any(|word| line.contains(&format!("{word}::")) || line.contains(&format!("use {word};")))
        });
    }
}

#[test]
fn rooms_import_only_rooms_before_them() {
    for (room, place) in ROOMS {
        let later: Vec<String> = ROOMS
            .iter()
            .filter(|(_, other_place)| *other_place > place)
            .map(|(other, _)| *other)
            .chain(["app", "web"])
            .map(|other| format!("crate::{other}::"))
            .collect();
        let lines = lines_of_code(&format!("src/{room}"), &["rs"]);
        check_none("the direction of dependency, see ARCHITECTURE.md", &lines, |line| {
            later.iter().any(|path| line.contains(path))
        });
    }
}

#[test]
fn the_page_makes_no_markup_from_text_and_no_style_attributes() {
    // The policy forbids style attributes; markup from text is how notes would become scripts.
    let lines = [lines_of_code("src/app", &["rs"]), lines_of_code("src/web", &["rs"])].concat();
    check_none("the content security policy of the page", &lines, |line| {
        line.contains("inner_html") || line.contains("outer_html") || line.contains(" style=\"")
    });
}

#[test]
fn no_unfinished_work_and_no_paths_of_somebodys_machine() {
    let folders = ["src", "xtask", "style", "public", "tests", ".ci", ".github"];
    let lines: Vec<_> =
        folders.iter().flat_map(|folder| lines_of_code(folder, &["rs", "css", "js", "mjs", "yml", "toml"])).collect();
    // Put together here, so that this file does not find itself.
    let unwanted = [
        ["TO", "DO"],
        ["FIX", "ME"],
        ["dbg", "!("],
        ["todo", "!("],
        ["\"/wo", "rk/"],
        ["\"/ro", "ot/"],
        ["\"/t", "mp/"],
    ];
    check_none("finished work only", &lines, |line| unwanted.iter().any(|parts| line.contains(&parts.concat())));
}
