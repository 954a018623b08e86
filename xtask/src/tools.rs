//! Brings the tools that the other commands need, each once and of an exact version.
//!
//! A tool on the PATH serves if it says exactly the wanted version; otherwise it is installed for this project only.
//! The version of wasm-bindgen is that of the library in Cargo.lock, as the two must be equal.

use crate::{Outcome, browser, project, run};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// `cargo xtask tools`
pub fn command() -> Outcome {
    for_build()?;
    let browser = browser::find_or_install()?;
    eprintln!("   all tools are here; browser for the tests: {}", browser.display());
    Ok(())
}

/// Whatever a build needs.
pub fn for_build() -> Outcome {
    wasm_target()?;
    npm_packages()?;
    let trunk_version = setting_of_trunk("trunk-version")?;
    let bindgen_version = locked_version("wasm-bindgen")?;
    if setting_of_trunk("wasm_bindgen")? != bindgen_version {
        return Err(format!("Trunk.toml must say wasm_bindgen = \"{bindgen_version}\", as Cargo.lock does"));
    }
    cargo_tool("trunk", "trunk", &trunk_version)?;
    cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &bindgen_version)
}

/// What is measured and tested with in a browser, but for the browser.
pub fn for_browser_tests() -> Outcome {
    npm_packages()
}

/// What the checks of format and lints need.
pub fn for_lints() -> Outcome {
    let is_there = |subcommand: &str| run::first_line(Command::new("cargo").args([subcommand, "--version"])).is_some();
    if is_there("fmt") && is_there("clippy") {
        return Ok(());
    }
    run::heading("rustfmt and clippy");
    run::run("rustup component add", Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]))
        .map_err(|error| format!("{error}\nWithout rustup, install rustfmt and clippy the way Rust was installed."))
}

/// The PATH with this project's tools in front.
pub fn path_with_tools() -> Outcome<OsString> {
    let own = [project::tools().join("bin"), project::browser_tests().join("node_modules").join(".bin")];
    let before = env::var_os("PATH").unwrap_or_default();
    let folders = own.into_iter().chain(env::split_paths(&before));
    env::join_paths(folders).map_err(|error| format!("the PATH cannot be extended: {error}"))
}

/// The first file called `program` on the PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// npm as it can be started here.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn wasm_target() -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library = run::first_line(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    run::heading("Rust target wasm32-unknown-unknown");
    run::run("rustup target add", Command::new("rustup").args(["target", "add", TARGET])).map_err(|error| {
        format!("{error}\nThe page is compiled for {TARGET}. Without rustup, install this target the way Rust was installed.")
    })
}

fn npm_packages() -> Outcome {
    let folder = project::browser_tests();
    let lock = project::read_text(&folder.join("package-lock.json"))?;
    // npm has no quick check of "installed as locked", so the lock that was installed is kept beside the packages.
    let stamp = folder.join("node_modules").join(".installed-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run::heading("wasm-opt, esbuild and Playwright (npm ci)");
    let mut install = npm();
    // No package of ours needs a script at install, and the browser comes from the system.
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
    run::run("npm ci", &mut install)
        .map_err(|error| format!("{error}\nNode.js 20 or newer with npm is needed: https://nodejs.org"))?;
    project::write(&stamp, lock)
}

fn cargo_tool(package: &str, program: &str, version: &str) -> Outcome {
    let wanted = format!("{program} {version}");
    let found = run::first_line(Command::new(program).arg("--version").env("PATH", path_with_tools()?));
    // wasm-bindgen adds a commit in brackets if it was built from a checkout.
    if found.is_some_and(|line| line == wanted || line.starts_with(&format!("{wanted} "))) {
        return Ok(());
    }
    run::heading(&format!("{wanted} into .tools (once, takes some minutes)"));
    let mut install = Command::new("cargo");
    install.args(["install", package, "--version", &format!("={version}"), "--locked", "--force", "--root"]);
    install.arg(project::tools()).current_dir(project::root());
    // Flags meant for our own code must not reach theirs.
    install.env_remove("RUSTFLAGS").env_remove("CARGO_BUILD_TARGET").env_remove("CARGO_TARGET_DIR");
    run::run(&format!("cargo install {package}"), &mut install)
}

/// The version of `package` in Cargo.lock.
pub fn locked_version(package: &str) -> Outcome<String> {
    let lock = project::read_text(&project::root().join("Cargo.lock"))?;
    version_in_lock(&lock, package)
        .ok_or_else(|| format!("Cargo.lock names no single version of {package}; run `cargo update -p {package}`"))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let heading = format!("name = \"{package}\"\nversion = \"");
    let mut entries = lock.split("[[package]]\n").filter_map(|entry| entry.strip_prefix(&heading));
    let version = entries.next()?.split('"').next()?.to_owned();
    entries.next().is_none().then_some(version)
}

/// A version in Trunk.toml, without its equals sign.
fn setting_of_trunk(name: &str) -> Outcome<String> {
    let text = project::read_text(&project::root().join("Trunk.toml"))?;
    setting(&text, name).ok_or_else(|| format!("Trunk.toml does not say {name}"))
}

fn setting(text: &str, name: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let value = line.strip_prefix(name)?.trim_start().strip_prefix('=')?.trim();
        Some(value.trim_matches('"').trim_start_matches('=').to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\nsource = \"x\"\n\n\
        [[package]]\nname = \"twice\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"twice\"\nversion = \"2.0.0\"\n";

    #[test]
    fn the_lock_gives_the_version_of_a_package_that_stands_there_once() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen").as_deref(), Some("0.2.126"));
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
        assert_eq!(version_in_lock(LOCK, "twice"), None);
    }

    #[test]
    fn settings_are_read_without_quotes_and_equals_sign() {
        let text = "trunk-version = \"=0.21.14\"\n[tools]\nwasm_bindgen = \"0.2.126\"\n";
        assert_eq!(setting(text, "trunk-version").as_deref(), Some("0.21.14"));
        assert_eq!(setting(text, "wasm_bindgen").as_deref(), Some("0.2.126"));
        assert_eq!(setting(text, "wasm_opt"), None);
    }
}
