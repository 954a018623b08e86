//! Builds the page by Trunk, and runs the check of the data set.

use crate::{Outcome, project, run, tools};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// `cargo xtask build`
pub fn command() -> Outcome {
    tools::for_build()?;
    run::heading("Building the page");
    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--release"]).current_dir(project::root()).env("PATH", tools::path_with_tools()?);
    // Trunk reads any TRUNK_ variable as a setting and stumbles over NO_COLOR=1.
    trunk.env_remove("NO_COLOR");
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped_paths());
    run::run("trunk build", &mut trunk)?;
    eprintln!("   built: dist/");
    Ok(())
}

/// Flags that take this machine's folders out of what a panic says, so that two machines build the same bytes. Cargo adds
/// them to those of `.cargo/config.toml`.
fn remapped_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|folder| folder.join(".cargo")));
    // With the source of the standard library installed, its places are those of this machine as well.
    let rust = run::first_line(Command::new("rustc").args(["--print", "sysroot"])).map(PathBuf::from);
    let folders = rust
        .into_iter()
        .map(|folder| (folder, "rust"))
        .chain(home.into_iter().map(|folder| (folder, "cargo")))
        .chain([(project::root(), ".")]);
    let flags = folders.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    flags.collect::<Vec<_>>().join(" ")
}

/// `cargo xtask check-data`: the check is a small program of the app crate, so that xtask builds without the app.
pub fn check_data() -> Outcome {
    run::heading("Checking the built-in data set");
    let mut check = Command::new("cargo");
    check.args(["run", "--package", "ward-atlas", "--example", "check_data"]).current_dir(project::root());
    let status = check.status().map_err(|error| format!("cannot start cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err("the data set has faults, see above".to_owned()) }
}
