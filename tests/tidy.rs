//! House rules that no compiler checks, as tests over the sources.

#![expect(clippy::disallowed_methods, reason = "what clippy.toml forbids keeps the page small; this is no part of it")]

use std::fs;
use std::path::{Path, PathBuf};

use ward_atlas::draw::{Rgb, Theme};

/// The pure rooms with their place in the direction of dependency: a room may import rooms of lower place.
const ROOMS: [(&str, u8); 11] = [
    ("data", 0),
    ("geo", 1),
    ("stats", 1),
    ("text", 2),
    ("view", 3),
    ("journal", 4),
    ("review", 5),
    ("tasks", 5),
    ("goals", 6),
    ("exchange", 7),
    ("draw", 7),
];

/// Longer than a file should be.
const MAX_LINES: usize = 500;

/// Files that may be longer, each with its reason.
const LONG_FILES: [(&str, &str); 1] =
    [("src/journal/tests.rs", "the laws of merging and of undo share one model of devices at work")];

/// A file of the project.
struct Source {
    /// From the project's folder, with forward slashes.
    path: String,
    text: String,
}

impl Source {
    /// Lines that are no comments, each with its place.
    fn lines_of_code(&self) -> impl Iterator<Item = (String, &str)> {
        let lines = self.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        lines.map(|(line_ix, line)| (format!("{}:{}", self.path, line_ix + 1), line))
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file with one of these endings below these folders.
fn sources(folders: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is part of the project") {
            let path = entry.expect("the folder can be listed").path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let is_wanted = path.extension().is_some_and(|ending| endings.iter().any(|&each| ending == each));
            if path.is_dir() {
                if !["node_modules", "results"].contains(&name.as_str()) {
                    open.push(path);
                }
            } else if is_wanted {
                let text = fs::read_to_string(&path).expect("sources are UTF-8");
                found.push(Source { path: relative(&path), text });
            }
        }
    }
    assert!(!found.is_empty(), "there is nothing to check in {folders:?}");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn relative(path: &Path) -> String {
    let relative = path.strip_prefix(root()).expect("the file is below the project's folder");
    relative.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn check_none(rule: &str, sources: &[Source], is_fault: impl Fn(&str) -> bool) {
    let lines = sources.iter().flat_map(Source::lines_of_code);
    let faults: Vec<String> =
        lines.filter(|(_, line)| is_fault(line)).map(|(place, line)| format!("{place}: {}", line.trim())).collect();
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

/// Whether a path begins here: the word with `::` behind it and no letter before it.
fn names_path(line: &str, word: &str) -> bool {
    let is_part_of_a_name = |c: char| c.is_alphanumeric() || c == '_';
    let begins = line.match_indices(&format!("{word}::")).any(|(at, _)| !line[..at].ends_with(is_part_of_a_name));
    begins || line.contains(&format!("use {word};"))
}

#[test]
fn pure_rooms_know_no_browser_and_no_clock() {
    for (room, _) in ROOMS {
        check_none(
            "pure rooms are compiled and tested without a browser",
            &sources(&[&format!("src/{room}")], &["rs"]),
            |line| {
                let unwanted = [
                    "leptos",
                    "web_sys",
                    "js_sys",
                    "wasm_bindgen",
                    "gloo_storage",
                    "plotters_canvas",
                    "std::time",
                    "std::thread",
                ];
                unwanted.iter().any(|word| names_path(line, word))
            },
        );
    }
}

#[test]
fn rooms_import_only_rooms_before_them() {
    let check = |room: &str, forbidden: &[&str]| {
        check_none("the direction of dependency", &sources(&[&format!("src/{room}")], &["rs"]), |line| {
            // A group would hide the names of the rooms from this test.
            line.contains("crate::{") || forbidden.iter().any(|other| line.contains(&format!("crate::{other}")))
        });
    };
    for (room, place) in ROOMS {
        let later = ROOMS.iter().filter(|(other, other_place)| *other_place >= place && *other != room);
        check(room, &later.map(|(other, _)| *other).chain(["app", "web"]).collect::<Vec<_>>());
    }
    check("web", &["app"]);
}

#[test]
fn the_page_makes_no_markup_from_text_and_no_style_attributes() {
    // The policy forbids style attributes; markup from text is how a note would become a script.
    check_none("the content security policy of the page", &sources(&["src/app", "src/web"], &["rs"]), |line| {
        let unwanted = ["inner_html", "outer_html", "insert_adjacent_html", " style=", "set_attribute(\"style\""];
        unwanted.iter().any(|word| line.contains(word))
    });
}

#[test]
fn files_are_of_a_size_that_can_be_read() {
    let sources = sources(&["src", "tests", "sheets", "xtask/src"], &["rs"]);
    let long = |path: &str| LONG_FILES.iter().any(|(long, _)| *long == path);
    let too_long: Vec<String> = sources
        .iter()
        .filter(|source| source.text.lines().count() > MAX_LINES && !long(&source.path))
        .map(|source| format!("{}: {} lines", source.path, source.text.lines().count()))
        .collect();
    assert!(too_long.is_empty(), "more than {MAX_LINES} lines without a reason: {too_long:?}");
    for (path, reason) in LONG_FILES {
        let is_long = sources.iter().any(|source| source.path == path && source.text.lines().count() > MAX_LINES);
        assert!(is_long, "{path} is not long any more, so it needs no reason ({reason})");
    }
}

#[test]
fn no_unfinished_work_and_no_paths_of_somebodys_machine() {
    let folders = ["src", "sheets", "xtask", "style", "public", "tests", ".ci", ".github"];
    let sources = sources(&folders, &["rs", "css", "js", "mjs", "yml", "toml"]);
    // Put together here, so that this file does not find itself.
    let unwanted = [
        ["TO", "DO"],
        ["FIX", "ME"],
        ["dbg", "!("],
        ["todo", "!("],
        ["\"/wo", "rk/"],
        ["\"/ro", "ot/"],
        ["\"/t", "mp/"],
    ]
    .map(|parts| parts.concat());
    check_none("finished work only", &sources, |line| unwanted.iter().any(|word| line.contains(word)));
}

/// The value of a colour token in the block of one theme.
fn token(css: &str, selector: &str, name: &str) -> String {
    let (_, behind) = css.split_once(&format!("{selector} {{")).expect("the block of the theme");
    let (block, _) = behind.split_once('}').expect("the end of the block");
    let line = block.lines().find_map(|line| line.trim().strip_prefix(&format!("--{name}:")));
    line.unwrap_or_else(|| panic!("--{name} in {selector}")).trim().trim_end_matches(';').to_owned()
}

#[test]
fn the_page_and_the_drawings_have_the_same_colours() {
    let css = fs::read_to_string(root().join("style/tokens.css")).expect("the tokens are there");
    let colours = |theme: &Theme| -> [(&'static str, Rgb); 6] {
        [
            ("card", theme.card),
            ("ink", theme.ink),
            ("muted", theme.muted),
            ("line", theme.line),
            ("accent", theme.accent),
            ("focus", theme.focus),
        ]
    };
    for (selector, theme) in [(":root", Theme::LIGHT), (":root[data-theme=\"dark\"]", Theme::DARK)] {
        for (name, colour) in colours(&theme) {
            assert_eq!(token(&css, selector, name), colour.hex(), "--{name} in {selector}");
        }
    }
}
