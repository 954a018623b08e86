//! Finds the Chromium for the browser tests, or installs it where the system lets us.

use crate::{Outcome, run, tools};
use std::env;
use std::path::PathBuf;
use std::process::Command;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ADVICE: &str = "The browser tests need Chromium or Chrome: install it (Debian: `apt-get install chromium`), or \
    name it by the variable CHROMIUM.";

/// The browser's program file.
///
/// Errors: there is none and it cannot be installed; the text says what to do.
pub fn find_or_install() -> Outcome<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM").filter(|value| !value.is_empty()) {
        let path = PathBuf::from(named);
        return if path.is_file() {
            Ok(path)
        } else {
            Err(format!("CHROMIUM is {}, which is no file", path.display()))
        };
    }
    if let Some(path) = find() {
        return Ok(path);
    }
    let is_root = run::first_line(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if tools::on_path("apt-get").is_none() || !is_root {
        return Err(ADVICE.to_owned());
    }
    run::heading("Chromium (apt-get)");
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        run::run(&format!("apt-get {}", arguments.join(" ")), &mut command)
            .map_err(|error| format!("{error}\n{ADVICE}"))
    };
    apt(&["update"])?;
    apt(&["install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core"])?;
    find().ok_or_else(|| ADVICE.to_owned())
}

fn find() -> Option<PathBuf> {
    NAMES.into_iter().find_map(tools::on_path)
}
