//! Builds the reader of workbooks (`sheets/`): a wasm of its own, which a worker runs when a workbook is opened.
//!
//! It is no piece of the page, because it shares nothing with it: its memory goes with the worker after each file.

use crate::minify::{Language, minified};
use crate::pieces::optimise;
use crate::{Outcome, project, run, tools};
use std::path::Path;
use std::process::Command;

/// Script and wasm in the staging folder, before they are named by their content.
pub const FILES: [&str; 2] = ["sheets.js", "sheets_bg.wasm"];

/// Writes [`FILES`] into `staging`. `worker` is what the worker does with the functions.
pub fn build(staging: &Path, worker: &str) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--locked", "--package", "ward-atlas-sheets"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]).current_dir(project::root());
    // Without the flag in .cargo/config.toml: this wasm is not cut, and wasm-opt wants no relocations.
    cargo.env("RUSTFLAGS", "");
    run::run("cargo build of the reader of workbooks", &mut cargo)?;

    let compiled = project::target().join("wasm32-unknown-unknown").join("release").join("ward_atlas_sheets.wasm");
    let bound = project::target().join("sheets");
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "sheets", "--out-dir"]);
    bindgen.arg(&bound).arg(&compiled).env("PATH", tools::path_with_tools()?);
    run::run("wasm-bindgen", &mut bindgen)?;

    let [script, wasm] = FILES;
    let script_text = project::read_text(&bound.join(script))? + worker;
    project::write(&staging.join(script), minified(&script_text, Language::Script)?)?;
    optimise(&bound.join(wasm), &staging.join(wasm))
}
