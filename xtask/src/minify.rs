//! Scripts and styles without what only people read, by esbuild.

use crate::{Outcome, tools};
use std::io::Write as _;
use std::process::{Command, Stdio};

/// What a text is written in.
#[derive(Debug, Clone, Copy)]
pub enum Language {
    /// A classic script; its global names stay.
    Script,
    /// A stylesheet.
    Style,
}

/// The text made short.
///
/// Errors: esbuild does not run, or finds a mistake.
pub fn minified(text: &str, language: Language) -> Outcome<String> {
    let loader = match language {
        Language::Script => "--loader=js",
        Language::Style => "--loader=css",
    };
    let mut child = Command::new("esbuild")
        .args(["--minify", "--charset=utf8", "--log-level=error", loader])
        .env("PATH", tools::path_with_tools()?)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot start esbuild: {error}. `cargo xtask tools` installs it."))?;
    let failed = |error: std::io::Error| format!("esbuild: {error}");
    // All of the input is read before anything is written, so the two pipes cannot wait for each other.
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes()).map_err(failed)?;
    }
    let output = child.wait_with_output().map_err(failed)?;
    if !output.status.success() {
        return Err(format!("esbuild failed ({}), see above", output.status));
    }
    let short = String::from_utf8(output.stdout).map_err(|error| format!("esbuild: {error}"))?;
    Ok(short.trim_end().to_owned())
}
