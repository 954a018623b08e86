//! Checks the built-in data set and prints the checks: `cargo xtask check-data`.

use std::process::ExitCode;
use ward_atlas::data::{self, check::check_thanh_hoa};

fn main() -> ExitCode {
    let data = match data::read(data::built_in()) {
        Ok(data) => data,
        Err(error) => {
            eprintln!("The built-in data set is refused:\n{error}");
            return ExitCode::FAILURE;
        }
    };
    let checks = check_thanh_hoa(&data);
    for check in &checks {
        if check.passed {
            println!("ok      {}: {}", check.name, check.found);
        } else {
            println!("FAULT   {}: expected {}, found {}", check.name, check.expected, check.found);
        }
    }
    let n_faults = checks.iter().filter(|check| !check.passed).count();
    println!("{} checks, {n_faults} faults", checks.len());
    if n_faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
