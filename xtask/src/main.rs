//! `cargo xtask`: builds, serves, packs, measures and tests Ward Atlas.
//!
//! Everything a person needs to run stands behind one command each; a step installs what it lacks (see [`tools`]) and
//! says what to do if it cannot. Results go to standard output, progress to standard error. Nothing of this crate is
//! part of the page.

#![expect(clippy::disallowed_methods, reason = "what clippy.toml forbids keeps the page small; this is no part of it")]

mod bench;
mod browser;
mod build;
mod minify;
mod names;
mod page;
mod pieces;
mod project;
mod run;
mod serve;
mod sheets;
mod single_file;
mod size;
mod test;
mod tools;

use std::process::ExitCode;

/// What can go wrong is told to a person and never handled by code, so a sentence is enough.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
Ward Atlas

  cargo xtask serve [--port N] [--no-build]   build the page and serve it on 127.0.0.1
  cargo xtask build                           build the page into dist/
  cargo xtask single-file                     build the page as one file, dist/ward-atlas.html
  cargo xtask size [--json] [--no-build]      bytes of each file, and of all that the first open loads
  cargo xtask bench [--json]                  measure the built page in Chromium: first map, redraws
  cargo xtask check-data                      check the built-in data set and print the checks
  cargo xtask test                            format, lints, native tests, build, browser tests, licences
  cargo xtask tools                           only install what the other commands need

Missing tools are installed on the way, once and of exact versions: the wasm32 target by rustup, Trunk and
wasm-bindgen-cli by cargo into .tools/, wasm-opt, esbuild and Playwright by npm into tests/browser/node_modules/.
The browser for the tests is Chromium from the system; the variable CHROMIUM can name another one.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        ["serve", options @ ..] => serve::command(options),
        ["build"] => build::command(),
        ["single-file"] => single_file::command(),
        ["size", options @ ..] => size::command(options),
        ["bench", options @ ..] => bench::command(options),
        ["check-data"] => build::check_data(),
        ["test"] => return test::command(),
        ["tools"] => tools::command(),
        // Called by Trunk, see Trunk.toml.
        ["post-build"] => page::command(),
        other => Err(format!("`{}` is not a command of this project; see `cargo xtask --help`", other.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}
