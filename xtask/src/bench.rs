//! Measures how fast the built page is, in Chromium. Numbers only: nothing here passes or fails.

use crate::{Outcome, browser, project, run, serve, tools};
use std::process::{Command, Stdio};

/// `cargo xtask bench`
pub fn command(options: &[&str]) -> Outcome {
    if let Some(unknown) = options.iter().find(|option| **option != "--json") {
        return Err(format!("bench does not know `{unknown}`"));
    }
    if !project::dist().join("index.html").is_file() {
        return Err("there is no dist/index.html yet; run `cargo xtask build`".to_owned());
    }
    tools::for_browser_tests()?;
    let chromium = browser::find_or_install()?;
    let address = serve::in_background()?;
    run::heading("Measuring in Chromium, about two minutes");
    let mut node = Command::new("node");
    node.arg("bench.mjs").arg(&address).current_dir(project::browser_tests()).env("CHROMIUM", chromium);
    let output = node.stderr(Stdio::inherit()).output().map_err(|error| format!("cannot start node: {error}"))?;
    if !output.status.success() {
        return Err(format!("the measuring failed ({})", output.status));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    if options.contains(&"--json") {
        print!("{text}");
        return Ok(());
    }
    let numbers: Vec<serde_json::Value> =
        serde_json::from_str(&text).map_err(|error| format!("the numbers cannot be read: {error}"))?;
    for number in &numbers {
        println!("{:>9} ms  {}", number["value"], number["name"].as_str().unwrap_or_default());
    }
    println!("\nBudget: redraw of a filter move within 16 ms at p95 on a processor slowed 4 times.");
    Ok(())
}
