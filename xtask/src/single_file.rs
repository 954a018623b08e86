//! Packs the built page into one file that opens by double click.
//!
//! It is made from the very files of `dist/`: the same wasm, script and style, moved inside. What a file from a disk
//! cannot have is left out: the service worker, the manifest. What it carries is packed (LZMA, then seven bits a
//! character; `public/unpack.js` undoes it), which brings it to two fifths.

use crate::minify::{Language, minified};
use crate::page::{self, attribute, replace_once, tag, tags};
use crate::{Outcome, build, project, run};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Command;

/// Ids of the elements that carry script and wasm of the reader of workbooks.
const SHEETS_IDS: [&str; 2] = ["sheets-script", "sheets-wasm"];

/// `cargo xtask single-file`
pub fn command() -> Outcome {
    build::command()?;
    pack()
}

/// Writes `dist/ward-atlas.html` from the other files of `dist/`.
pub fn pack() -> Outcome {
    let html = inlined(&|name| project::read(&project::dist().join(name)))?;
    let path = project::single_file();
    project::write(&path, &html)?;
    eprintln!("   packed: dist/ward-atlas.html, {} KB", html.len().div_ceil(1000));
    Ok(())
}

fn check_style(style: &str) -> Outcome {
    if style.replace("url(\"data:", "").replace("url(data:", "").contains("url(") || style.contains("</style") {
        return Err("a stylesheet loads another file, which the single file cannot carry".to_owned());
    }
    Ok(())
}

/// The page with everything inside that `file` can give by its name.
fn inlined(file: &dyn Fn(&str) -> Outcome<Vec<u8>>) -> Outcome<String> {
    let text = |name: &str| String::from_utf8(file(name)?).map_err(|_| format!("{name} is not UTF-8"));
    let mut html = text("index.html")?;

    let named = tag(&html, "<script id=\"boot\"")?;
    let (later, _) = address(named, "data-style")?.split_once('|').ok_or("the rest of the style has no integrity")?;
    let later = text(later)?;
    check_style(&later)?;
    let mut styles = format!(" '{}'", page::integrity(later.as_bytes()));
    let later = format!("<style>{later}</style>");
    for link in tags(&html, "<link rel=\"stylesheet\"") {
        let style = text(address(&link, "href")?)?;
        check_style(&style)?;
        write!(styles, " '{}'", page::integrity(style.as_bytes())).map_err(|error| error.to_string())?;
        html = html.replacen(&link, &format!("<style>{style}</style>{later}"), 1);
    }
    let boot_style = between(&html, "<style id=\"boot-style\">", "</style>")?;
    write!(styles, " '{}'", page::integrity(boot_style.as_bytes())).map_err(|error| error.to_string())?;

    let link = tag(&html, "<script defer")?.to_owned();
    let glue = text(address(&link, "src")?)?;
    if glue.contains("</script") || glue.contains("<!--") {
        return Err("the script of wasm-bindgen cannot stand inside a page".to_owned());
    }
    html = replace_once(&html, &format!("{link}</script>"), &format!("<script>{glue}</script>"))?;

    let start = tag(&html, "<script id=\"boot\"")?.to_owned();
    let wasm = file(address(&start, "data-wasm")?)?;
    // One stream, in the order in which files are asked for: the page unpacks it as far as it needs. In streams of their own
    // the pieces would be a fifteenth larger, since they have much in common with the page.
    let mut files = vec![("wasm".to_owned(), wasm)];
    let (pieces, names) = pieces_inside(address(&start, "data-pieces")?);
    for (id, name) in names {
        files.push((id, file(&name)?));
    }
    let names = address(&start, "data-sheets")?.split(' ').map(|name| name.split('|').next().unwrap_or_default());
    for (id, name) in SHEETS_IDS.iter().zip(names) {
        files.push(((*id).to_owned(), file(name)?));
    }
    let holder = holder(&files)?;
    let own = format!(
        "<script id=\"boot\" data-pieces=\"{pieces}\" data-sheets=\"{}\" data-build=\"{}\" data-date=\"{}\">",
        SHEETS_IDS.join(" "),
        address(&start, "data-build")?,
        source_date()
    );
    let unpack = minified(&page::source("unpack.js")?, Language::Script)?;
    html = html.replacen(&start, &format!("<script>{unpack}</script>{own}"), 1);
    let boot = between(&html, &own, "</script>")?;
    let scripts = [boot, &glue, &unpack].map(|script| format!("'{}'", page::integrity(script.as_bytes()))).join(" ");
    html = replace_once(&html, "</body>", &(holder + "</body>"))?;

    let icon = tag(&html, "<link rel=\"icon\"")?.to_owned();
    let picture = STANDARD.encode(file(address(&icon, "href")?)?);
    html = html.replacen(&icon, &format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{picture}\">"), 1);
    for left_out in ["<link rel=\"manifest\"", "<link rel=\"apple-touch-icon\""] {
        let link = tag(&html, left_out)?.to_owned();
        html = html.replacen(&link, "", 1);
    }
    page::with_policy(
        &html,
        &format!(
            "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; worker-src blob:; style-src{styles}; \
             img-src data: blob:; {}",
            page::POLICY_END
        ),
    )
}

/// The day of the source's last commit, or nothing outside a checkout. A copy on a stick learns of no update, so it
/// says how old it is; the hosted page must not change its bytes with every commit.
fn source_date() -> String {
    let mut log = Command::new("git");
    log.args(["log", "-1", "--format=%cs"]).current_dir(project::root());
    run::first_line(&mut log).unwrap_or_default()
}

fn address<'tag>(tag: &'tag str, name: &str) -> Outcome<&'tag str> {
    attribute(tag, name).ok_or_else(|| format!("index.html: no {name} in `{tag}`"))
}

fn between<'html>(html: &'html str, before: &str, after: &str) -> Outcome<&'html str> {
    let found = html.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    found.map(|(inside, _)| inside).ok_or_else(|| format!("index.html must hold `{before}`"))
}

/// The list of pieces with ids of elements in place of files, and the ids with the files that they stand for.
fn pieces_inside(list: &str) -> (String, Vec<(String, String)>) {
    let mut files: Vec<(String, String)> = Vec::new();
    let mut id_of = |file: &str| {
        let name = file.split('|').next().unwrap_or_default();
        let id = page::unhashed(name).replace(".wasm", "");
        if !files.iter().any(|(before, _)| *before == id) {
            files.push((id.clone(), name.to_owned()));
        }
        id
    };
    let pieces = list.split_whitespace().map(|piece| {
        let (name, of_piece) = piece.split_once(':').unwrap_or((piece, ""));
        format!("{name}:{}", of_piece.split(',').map(&mut id_of).collect::<Vec<_>>().join(","))
    });
    (pieces.collect::<Vec<_>>().join(" "), files)
}

/// An element that carries files and does not run.
fn holder(files: &[(String, Vec<u8>)]) -> Outcome<String> {
    let ids: Vec<&str> = files.iter().map(|(id, _)| id.as_str()).collect();
    let sizes: Vec<String> = files.iter().map(|(_, bytes)| bytes.len().to_string()).collect();
    let all: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes).copied().collect();
    Ok(format!(
        "<script type=\"application/octet-stream\" data-files=\"{}\" data-sizes=\"{}\">{}</script>\n",
        ids.join(" "),
        sizes.join(" "),
        as_text(&compressed(&all)?)
    ))
}

/// One LZMA stream with its header.
fn compressed(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let failed = |error: std::io::Error| format!("LZMA: {error}");
    let options = LzmaOptions::with_preset(9);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64)).map_err(failed)?;
    writer.write_all(bytes).map_err(failed)?;
    writer.finish().map_err(failed)
}

/// Bytes as characters of seven bits each, which `public/unpack.js` undoes: a seventh more than the bytes, where base64 would
/// be a third more. A page cannot carry three of the 128 characters in a script element; signs of two bytes stand for them.
fn as_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 7 + 2);
    let mut push = |seven: u32| {
        text.push(match seven {
            0 => '\u{c0}',
            0x0d => '\u{c1}',
            0x3c => '\u{c2}',
            other => char::from(other as u8),
        });
    };
    let (mut bits, mut n_bits) = (0u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        n_bits += 8;
        while n_bits >= 7 {
            n_bits -= 7;
            push(bits >> n_bits & 0x7f);
        }
    }
    if n_bits > 0 {
        push(bits << (7 - n_bits) & 0x7f);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `public/unpack.js` does.
    fn bytes_of(text: &str) -> Vec<u8> {
        let (mut bytes, mut bits, mut n_bits) = (Vec::new(), 0u32, 0);
        for char in text.chars() {
            let seven = match char {
                '\u{c0}' => 0,
                '\u{c1}' => 0x0d,
                '\u{c2}' => 0x3c,
                other => u32::from(other),
            };
            bits = (bits << 7 | seven) & 0xffff;
            n_bits += 7;
            if n_bits >= 8 {
                n_bits -= 8;
                bytes.push((bits >> n_bits) as u8);
            }
        }
        bytes
    }

    #[test]
    fn bytes_come_back_from_their_text() {
        for length in 0..40 {
            let bytes: Vec<u8> = (0..length).map(|ix| (ix * 37 + length * 11) as u8).collect();
            assert_eq!(bytes_of(&as_text(&bytes)), bytes);
        }
        let all: Vec<u8> = (0..=255).chain([0, 0, 0, 0x3c, 0x0d]).collect();
        let text = as_text(&all);
        assert_eq!(bytes_of(&text), all);
        assert!(!text.contains(['<', '\r', '\0']), "a page would change these");
    }

    #[test]
    fn pieces_stand_in_elements_each_once() {
        let list = "about:chunk_3-0123456789abcdef.wasm|sha256-x,split_about-0123456789abcdef.wasm|sha256-y \
                    aside:chunk_3-0123456789abcdef.wasm|sha256-x";
        let (pieces, files) = pieces_inside(list);
        assert_eq!(pieces, "about:chunk_3,split_about aside:chunk_3");
        let names: Vec<&str> = files.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["chunk_3-0123456789abcdef.wasm", "split_about-0123456789abcdef.wasm"]);
    }
}
