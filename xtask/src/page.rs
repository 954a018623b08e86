//! Finishes what Trunk has built, before it becomes `dist/`: names files by their content, puts the start script and
//! its style into the page, writes integrity values, the content security policy and the service worker.
//!
//! Runs as Trunk's `post_build` hook, so that every way of building goes through it.

use crate::minify::{Language, minified};
use crate::pieces::{self, Piece};
use crate::{Outcome, project, sheets, tools};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// `cargo xtask post-build`: finishes the folder that Trunk names in `TRUNK_STAGING_DIR`.
pub fn command() -> Outcome {
    let staging = env::var_os("TRUNK_STAGING_DIR").ok_or("post-build is called by Trunk; use `cargo xtask build`")?;
    finish(&PathBuf::from(staging))
}

fn finish(staging: &Path) -> Outcome {
    let mut html = without_comments(&project::read_text(&staging.join("index.html"))?);
    let cut = pieces::cut(staging)?;
    sheets::build(staging, &source("sheets.js")?)?;
    let [sheets_script, sheets_wasm] = sheets::FILES;
    let (sheets_script, sheets_wasm) =
        (rename_by_content(staging, sheets_script)?, rename_by_content(staging, sheets_wasm)?);
    let sheets = format!("{} {}|{}", sheets_script.0, sheets_wasm.0, sheets_wasm.1);
    let glue = rename_by_content(staging, "ward-atlas.js")?;
    let wasm = rename_by_content(staging, "ward-atlas_bg.wasm")?;

    let rust = tag(&html, "<link data-trunk rel=\"rust\"")?;
    html = html.replacen(rust, &format!("<script defer src=\"{}\" integrity=\"{}\"></script>", glue.0, glue.1), 1);
    let (with_first, later) = with_first_stylesheet(&html, staging)?;
    html = with_first;

    let boot = minified(&source("boot.js")?, Language::Script)?;
    let boot_style = minified(&source("boot.css")?, Language::Style)?;
    let pieces = list_of_pieces(staging, &cut)?;
    let style = format!("{}|{}", later.0, later.1);
    let build = build_name(&[&html, &wasm.0, &pieces, &sheets, &style, &boot, &boot_style])?;
    let settings = format!(
        "data-wasm=\"{}\" data-integrity=\"{}\" data-pieces=\"{pieces}\" data-sheets=\"{sheets}\" \
         data-style=\"{style}\" \
         data-worker=\"sw.js\" data-build=\"{build}\"",
        wasm.0, wasm.1
    );
    html = replace_once(&html, "<script id=\"boot\">", &format!("<script id=\"boot\" {settings}>{boot}"))?;
    html = replace_once(&html, "<style id=\"boot-style\">", &format!("<style id=\"boot-style\">{boot_style}"))?;
    let policy = format!(
        "default-src 'none'; script-src 'self' '{}' 'wasm-unsafe-eval'; style-src 'self' '{}'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; {}",
        integrity(boot.as_bytes()),
        integrity(boot_style.as_bytes()),
        POLICY_END,
    );
    html = with_policy(&html, &policy)?;
    project::write(&staging.join("index.html"), html)?;
    project::write(&staging.join("sw.js"), minified(&worker(staging)?, Language::Script)?)
}

/// Names the pieces' files by their content. Their list for `public/boot.js`: pieces by spaces, each its name, a colon and
/// its files by commas; a file's first mention has its integrity value behind a vertical bar, later ones its name alone.
fn list_of_pieces(staging: &Path, cut: &[Piece]) -> Outcome<String> {
    let mut named: Vec<(&str, String)> = Vec::new();
    let mut list = Vec::new();
    for piece in cut {
        let mut mentions = Vec::new();
        for file in &piece.files {
            // A chunk belongs to several pieces.
            if let Some((_, name)) = named.iter().find(|(before, _)| before == file) {
                mentions.push(name.clone());
            } else {
                let (name, integrity) = rename_by_content(staging, file)?;
                mentions.push(format!("{name}|{integrity}"));
                named.push((file, name));
            }
        }
        list.push(format!("{}:{}", piece.name, mentions.join(",")));
    }
    Ok(list.join(" "))
}

/// The stylesheets that the first picture needs, as `style/` has them.
const FIRST_STYLES: [&str; 4] = ["tokens.css", "base.css", "shell.css", "atlas.css"];

/// Joins the stylesheets, in the order of the page, into two files: what the first picture needs, which the page names, and
/// the rest, which `public/boot.js` fetches afterwards; its name and integrity.
fn with_first_stylesheet(html: &str, staging: &Path) -> Outcome<(String, (String, String))> {
    let links = tags(html, "<link rel=\"stylesheet\"");
    let (mut first, mut later) = (String::new(), String::new());
    for link in &links {
        let file = attribute(link, "href").ok_or("a stylesheet has no href")?.trim_start_matches("./");
        let joined = if FIRST_STYLES.contains(&unhashed(file).as_str()) { &mut first } else { &mut later };
        *joined += &project::read_text(&staging.join(file))?;
        *joined += "\n";
        fs::remove_file(staging.join(file)).map_err(|error| format!("cannot remove {file}: {error}"))?;
    }
    let written = |name: &str, text: &str| {
        project::write(&staging.join(name), minified(text, Language::Style)?)?;
        rename_by_content(staging, name)
    };
    let ((name, integrity), later) = (written("style.css", &first)?, written("later.css", &later)?);
    let one = format!("<link rel=\"stylesheet\" href=\"{name}\" integrity=\"{integrity}\">");
    let at = links.first().ok_or("index.html names no stylesheet")?;
    let html = html.replacen(at, &one, 1);
    Ok((links.iter().fold(html, |html, link| html.replacen(link, "", 1)), later))
}

/// What both builds' policies end with. `default` is the one Trusted Types policy, made by `public/boot.js`.
pub const POLICY_END: &str =
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default";

/// Puts `policy` into the page's policy element.
pub fn with_policy(html: &str, policy: &str) -> Outcome<String> {
    let element = tag(html, "<meta http-equiv=\"Content-Security-Policy\"")?;
    Ok(html.replacen(element, &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"), 1))
}

/// `sha256-…` of `content`, as integrity attributes and policies want it.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

/// The first 16 hexadecimal digits of the sha256 of `content`.
pub fn short_hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"))
}

/// Whether a file name carries a content hash, so that its bytes never change.
pub fn is_named_by_content(name: &str) -> bool {
    unhashed(name) != name
}

/// A file name without the content hash, so that sizes of two builds can be compared.
pub fn unhashed(name: &str) -> String {
    let split = name.rsplit_once('.').and_then(|(stem, ending)| Some((stem.rsplit_once('-')?, ending)));
    match split {
        Some(((stem, hash), ending)) if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            format!("{stem}.{ending}")
        }
        _ => name.to_owned(),
    }
}

/// The one tag in `html` that begins with `opening`, up to its closing bracket.
pub fn tag<'html>(html: &'html str, opening: &str) -> Outcome<&'html str> {
    let mut places = html.match_indices(opening);
    let (Some((at, _)), None) = (places.next(), places.next()) else {
        return Err(format!("index.html must hold `{opening}` exactly once"));
    };
    let end = html[at..].find('>').ok_or_else(|| format!("index.html: `{opening}` is not closed"))?;
    Ok(&html[at..=at + end])
}

/// All tags in `html` that begin with `opening`.
pub fn tags(html: &str, opening: &str) -> Vec<String> {
    let ends = |at: usize| html[at..].find('>').map(|end| html[at..=at + end].to_owned());
    html.match_indices(opening).filter_map(|(at, _)| ends(at)).collect()
}

/// The value of an attribute that stands in double quotes.
pub fn attribute<'tag>(tag: &'tag str, name: &str) -> Option<&'tag str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// Replaces the only occurrence of `old`.
pub fn replace_once(html: &str, old: &str, new: &str) -> Outcome<String> {
    match html.matches(old).count() {
        1 => Ok(html.replacen(old, new, 1)),
        count => Err(format!("index.html must hold `{old}` exactly once, it does so {count} times")),
    }
}

/// Gives a file of `staging` a name with its content's hash; returns that name and the integrity value.
fn rename_by_content(staging: &Path, name: &str) -> Outcome<(String, String)> {
    let content = project::read(&staging.join(name))?;
    let (stem, ending) = name.rsplit_once('.').ok_or_else(|| format!("{name} has no ending"))?;
    let named = format!("{stem}-{}.{ending}", short_hash(&content));
    fs::rename(staging.join(name), staging.join(&named)).map_err(|error| format!("cannot rename {name}: {error}"))?;
    Ok((named, integrity(&content)))
}

fn worker(staging: &Path) -> Outcome<String> {
    let template = source("sw.js")?;
    let mut kept = Vec::new();
    for path in project::files_below(staging)? {
        let hash = integrity(&project::read(&staging.join(&path))?);
        // Hosts answer `./` for the start page, and some redirect `index.html` to it.
        let address = if path == "index.html" { "./".to_owned() } else { path };
        kept.push(serde_json::json!([address, hash]));
    }
    let list = serde_json::Value::from(kept).to_string();
    let version = short_hash(format!("{template}{list}").as_bytes());
    let filled = replace_once(&template, "{{version}}", &version)?;
    replace_once(&filled, "{{files}}", &list)
}

/// The app's version and a hash of all that makes up the page.
fn build_name(parts: &[&str]) -> Outcome<String> {
    let hash = short_hash(parts.concat().as_bytes());
    Ok(format!("{}+{}", tools::locked_version("ward-atlas")?, &hash[..8]))
}

/// One of our own sources below `public/`, without the lines that are comments: they are for readers of the source.
pub fn source(name: &str) -> Outcome<String> {
    let text = project::read_text(&project::root().join("public").join(name))?;
    Ok(without_lines(&text, |line| line.starts_with("//")))
}

fn without_lines(text: &str, unwanted: impl Fn(&str) -> bool) -> String {
    let kept = text.lines().filter(|line| !line.trim().is_empty() && !unwanted(line.trim_start()));
    kept.collect::<Vec<_>>().join("\n") + "\n"
}

fn without_comments(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    without_lines(&kept, |_| false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_standard() {
        // FIPS 180-4, "abc".
        assert_eq!(short_hash(b"abc"), "ba7816bf8f01cfea");
        assert_eq!(integrity(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn content_names_are_told_from_others() {
        assert!(is_named_by_content("ward-atlas_bg-ba7816bf8f01cfea.wasm"));
        assert_eq!(unhashed("main-ba7816bf8f01cfea.css"), "main.css");
        for name in ["icon-192.png", "index.html", "sw.js", "ward-atlas.js", "main-ba7816bf8f01cfez.css"] {
            assert_eq!(unhashed(name), name);
        }
    }

    #[test]
    fn tags_and_attributes_are_found_and_doubles_refused() {
        let html = "<p><link rel=\"a\" href=\"x y\"/><link rel=\"b\">";
        assert_eq!(tag(html, "<link rel=\"a\"").as_deref(), Ok("<link rel=\"a\" href=\"x y\"/>"));
        assert_eq!(attribute("<link rel=\"a\" href=\"x y\"/>", "href"), Some("x y"));
        assert!(tag(html, "<link").is_err());
        assert!(replace_once(html, "<i>", "").is_err());
    }

    #[test]
    fn comments_and_empty_lines_go() {
        assert_eq!(without_comments("a\n<!-- b\n -->\n  \nc <!-- d -->e\n"), "a\nc e\n");
        let script = "// why\na(); // b\n  // c\n\n";
        assert_eq!(without_lines(script, |line| line.starts_with("//")), "a(); // b\n");
    }
}
