//! Builds the page by Trunk, and runs the check of the data set.

use crate::{Outcome, project, run, tools};
use std::process::Command;

/// `cargo xtask build`
pub fn command() -> Outcome {
    tools::for_build()?;
    run::heading("Building the page");
    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--release"]).current_dir(project::root()).env("PATH", tools::path_with_tools()?);
    // Trunk reads any TRUNK_ variable as a setting and stumbles over NO_COLOR=1.
    trunk.env_remove("NO_COLOR");
    run::run("trunk build", &mut trunk)?;
    eprintln!("   built: dist/");
    Ok(())
}

/// `cargo xtask check-data`: the check is a small program of the app crate, so that xtask builds without the app.
pub fn check_data() -> Outcome {
    run::heading("Checking the built-in data set");
    let mut check = Command::new("cargo");
    check.args(["run", "--package", "ward-atlas", "--example", "check_data"]).current_dir(project::root());
    let status = check.status().map_err(|error| format!("cannot start cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err("the data set has faults, see above".to_owned()) }
}
