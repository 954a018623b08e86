//! Prints what the page weighs, by file and for the first open, as it lies on disk and as hosts send it.

use crate::{Outcome, build, page, project, run, single_file};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use std::io::Write as _;
use std::path::Path;

/// What the first open may weigh by Brotli.
const FIRST_OPEN_BUDGET: usize = 300_000;
/// What the single file may weigh as it lies on disk.
const SINGLE_FILE_BUDGET: usize = 1_500_000;

/// Bytes of one file, or of several together.
#[derive(Clone, Copy, Default)]
struct Bytes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// `cargo xtask size`
pub fn command(options: &[&str]) -> Outcome {
    if let Some(unknown) = options.iter().find(|option| !["--json", "--no-build"].contains(option)) {
        return Err(format!("size does not know `{unknown}`"));
    }
    if !options.contains(&"--no-build") {
        build::command()?;
        single_file::pack()?;
    }
    let sizes = measure()?;
    if options.contains(&"--json") {
        println!("{}", as_json(&sizes));
    } else {
        print_table(&sizes);
    }
    Ok(())
}

/// The gate of `cargo xtask test`: the built page keeps within its budgets.
pub fn check_budgets() -> Outcome {
    run::heading("Sizes");
    let sizes = measure()?;
    let first_open = sizes.first_open().brotli;
    let single = sizes.single.map_or(0, |bytes| bytes.raw);
    eprintln!("   first open {first_open} of {FIRST_OPEN_BUDGET} B, single file {single} of {SINGLE_FILE_BUDGET} B");
    if first_open > FIRST_OPEN_BUDGET || single > SINGLE_FILE_BUDGET {
        return Err("the page is heavier than it may be".to_owned());
    }
    Ok(())
}

struct Sizes {
    /// All that the page is made of and the worker keeps.
    files: Vec<(String, Bytes)>,
    single: Option<Bytes>,
}

/// Whether the first open needs a file: not the pieces, which are loaded at their first use, nor the style of other
/// pages, nor the reader of workbooks, nor the pictures that the system takes when the page is installed. The worker fetches
/// those afterwards, in the background.
fn is_of_first_open(name: &str) -> bool {
    let is_piece = name.starts_with("split_") || name.starts_with("chunk_");
    let is_of_sheets = name.starts_with("sheets");
    !is_piece && !is_of_sheets && name != "later.css" && !name.starts_with("icons/icon-")
}

impl Sizes {
    fn first_open(&self) -> Bytes {
        self.sum(is_of_first_open)
    }

    fn everything(&self) -> Bytes {
        self.sum(|_| true)
    }

    fn sum(&self, counts: impl Fn(&str) -> bool) -> Bytes {
        self.files.iter().filter(|(name, _)| counts(name)).fold(Bytes::default(), |sum, (_, bytes)| Bytes {
            raw: sum.raw + bytes.raw,
            gzip: sum.gzip + bytes.gzip,
            brotli: sum.brotli + bytes.brotli,
        })
    }
}

fn measure() -> Outcome<Sizes> {
    let dist = project::dist();
    let mut sizes = Sizes { files: Vec::new(), single: None };
    for path in project::files_below(&dist)? {
        let bytes = weigh(&path, &project::read(&dist.join(&path))?)?;
        if dist.join(&path) == project::single_file() {
            sizes.single = Some(bytes);
        } else {
            sizes.files.push((page::unhashed(&path), bytes));
        }
    }
    Ok(sizes)
}

fn weigh(name: &str, content: &[u8]) -> Outcome<Bytes> {
    let raw = content.len();
    // Hosts send pictures as they are.
    if Path::new(name).extension().is_some_and(|ending| ending == "png") {
        return Ok(Bytes { raw, gzip: raw, brotli: raw });
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let gzip = encoder.write_all(content).and_then(|()| encoder.finish()).map_err(|error| error.to_string())?;
    let mut packed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut packed, &settings).map_err(|error| error.to_string())?;
    Ok(Bytes { raw, gzip: gzip.len(), brotli: packed.len() })
}

fn as_json(sizes: &Sizes) -> serde_json::Value {
    let mut rows: Vec<(String, Bytes)> = sizes.files.clone();
    rows.push(("first open".to_owned(), sizes.first_open()));
    rows.push(("everything".to_owned(), sizes.everything()));
    rows.extend(sizes.single.map(|bytes| ("ward-atlas.html".to_owned(), bytes)));
    let numbers = rows.iter().flat_map(|(name, bytes)| {
        [("raw", bytes.raw), ("gzip", bytes.gzip), ("brotli", bytes.brotli)]
            .map(|(how, value)| json!({ "name": format!("{name} {how}"), "value": value, "unit": "B" }))
    });
    numbers.collect()
}

fn print_table(sizes: &Sizes) {
    println!("{:<32} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip -9", "brotli -11");
    let row =
        |name: &str, bytes: Bytes| println!("{name:<32} {:>10} {:>10} {:>10}", bytes.raw, bytes.gzip, bytes.brotli);
    for (name, bytes) in &sizes.files {
        row(name, *bytes);
    }
    row("first open, all of it", sizes.first_open());
    row("everything that is kept", sizes.everything());
    if let Some(bytes) = sizes.single {
        row("ward-atlas.html (one file)", bytes);
    }
    println!("\nBudgets: first open {FIRST_OPEN_BUDGET} B by Brotli, one file {SINGLE_FILE_BUDGET} B as it lies.");
}
