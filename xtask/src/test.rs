//! Runs every check of the project and adds up the results.
//!
//! All sections run even if one has failed, so that one run tells everything. The last line is
//! `N passed, N failed`: the tests of cargo and Playwright, and each failed section without tests of its own.

use crate::{Outcome, browser, build, project, run, single_file, size, tools};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, ExitCode};

/// So many browser tests may need a second try, which they get on a shared machine only; more are a fault.
const MAX_FLAKY: usize = 3;

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
    /// What failed, and what is to be known beside it.
    faults: Vec<String>,
}

/// `cargo xtask test`; tells its outcome itself, as nothing may follow its last line.
pub fn command() -> ExitCode {
    let mut tally = Tally::default();
    tally.gate("Tools", tools::for_lints());
    tally.gate("Format", format_check());
    tally.gate("Tools", tools::for_build());
    tally.gate("Lints (native)", clippy(&["--workspace", "--all-targets"]));
    tally.gate("Lints (wasm32)", clippy(&["--package", "ward-atlas", "--target", "wasm32-unknown-unknown"]));
    tally.native_tests();
    tally.gate("Data set", build::check_data());
    let built = build::command().and_then(|()| single_file::pack());
    let is_built = built.is_ok();
    tally.gate("Build", built);
    if is_built {
        tally.gate("Sizes", size::check_budgets());
        tally.browser_tests();
    }
    tally.gate("Licences and advisories", cargo_deny());

    run::heading("Result");
    for fault in &tally.faults {
        println!("   {fault}");
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Tally {
    /// A section without tests of its own: it counts only if it fails.
    fn gate(&mut self, section: &str, outcome: Outcome) {
        if let Err(message) = outcome {
            eprintln!("   {message}");
            self.fault(section, &message, 1);
        }
    }

    fn fault(&mut self, section: &str, message: &str, count: usize) {
        self.failed += count;
        self.faults.push(format!("{section}: {}", message.lines().next().unwrap_or_default()));
    }

    fn native_tests(&mut self) {
        run::heading("Native tests");
        let mut command = cargo(&["test", "--workspace", "--no-fail-fast"]);
        match run::run_reading("cargo test", &mut command) {
            Ok((status, output)) => {
                let (passed, failed) = cargo_results(&output);
                self.passed += passed;
                if failed > 0 {
                    self.fault("Native tests", &format!("{failed} failed"), failed);
                } else if !status.success() {
                    self.fault("Native tests", "they did not compile or did not end", 1);
                }
            }
            Err(message) => self.gate("Native tests", Err(message)),
        }
    }

    fn count(&mut self, results: &BrowserResults) {
        self.passed += results.passed;
        if results.failed > 0 {
            self.fault("Browser tests", &format!("{} failed", results.failed), results.failed);
        }
        let n_flaky = results.flaky.len();
        if n_flaky > MAX_FLAKY {
            self.fault("Browser tests", &format!("{n_flaky} passed at the second try only"), n_flaky);
        } else {
            self.passed += n_flaky;
        }
        let told = results.flaky.iter().map(|test| format!("Passed at the second try only: {test}"));
        self.faults.extend(told);
    }

    fn browser_tests(&mut self) {
        run::heading("Browser tests");
        match run_browser_tests() {
            Ok(results) => self.count(&results),
            Err(message) => self.gate("Browser tests", Err(message)),
        }
    }
}

fn format_check() -> Outcome {
    run::heading("Format");
    run::run("cargo fmt", &mut cargo(&["fmt", "--all", "--check"]))
}

fn clippy(scope: &[&str]) -> Outcome {
    run::heading(&format!("Lints: {}", scope.join(" ")));
    run::run("cargo clippy", cargo(&["clippy"]).args(scope).args(["--", "-D", "warnings"]))
}

fn cargo_deny() -> Outcome {
    run::heading("Licences and advisories");
    if tools::on_path("cargo-deny").is_none() {
        eprintln!("   skipped: cargo-deny is not installed (`cargo install cargo-deny --locked`)");
        return Ok(());
    }
    run::run("cargo deny", &mut cargo(&["deny", "check", "bans", "licenses", "sources"]))?;
    // The advisories are a repository of their own, which a closed network does not reach.
    if run::run("cargo deny fetch", &mut cargo(&["deny", "fetch", "db"])).is_err() {
        eprintln!("   advisories skipped: their database cannot be reached");
        return Ok(());
    }
    run::run("cargo deny", &mut cargo(&["deny", "check", "--disable-fetch", "advisories"]))
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(project::root());
    command
}

/// Passed and failed of all lines `test result: ok. 12 passed; 0 failed; …`.
fn cargo_results(output: &str) -> (usize, usize) {
    let number_before = |line: &str, word: &str| {
        let words: Vec<&str> = line.split([' ', ';']).collect();
        let at = words.iter().position(|&each| each == word)?;
        words.get(at.checked_sub(1)?)?.parse::<usize>().ok()
    };
    let lines = output.lines().filter(|line| line.starts_with("test result:"));
    lines.fold((0, 0), |(passed, failed), line| {
        (passed + number_before(line, "passed").unwrap_or(0), failed + number_before(line, "failed").unwrap_or(0))
    })
}

#[derive(Debug, PartialEq, Eq)]
struct BrowserResults {
    passed: usize,
    failed: usize,
    /// Names of the tests that failed first and then passed.
    flaky: Vec<String>,
}

fn run_browser_tests() -> Outcome<BrowserResults> {
    let chromium = browser::find_or_install()?;
    let folder = project::browser_tests();
    let report = folder.join("results").join("report.json");
    // A report of an earlier run must not be taken for this one's.
    if report.exists() {
        std::fs::remove_file(&report).map_err(|error| format!("cannot remove the old report: {error}"))?;
    }
    let mut playwright = Command::new("node");
    playwright.arg("node_modules/@playwright/test/cli.js").arg("test").current_dir(&folder);
    playwright.env("CHROMIUM", chromium).env("ATLAS_PORT", free_port()?.to_string());
    let (status, _) = run::run_reading("playwright", &mut playwright)?;
    let text = project::read_text(&report).map_err(|error| format!("Playwright ended without a report: {error}"))?;
    let results = browser_results(&text)?;
    if results.failed == 0 && !status.success() {
        return Err(format!("Playwright failed beside its tests ({status}), see above"));
    }
    Ok(results)
}

/// A port for the tests' server, so that two checkouts can be tested at once.
fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}

/// The counts of Playwright's JSON report.
fn browser_results(report: &str) -> Outcome<BrowserResults> {
    let report: serde_json::Value =
        serde_json::from_str(report).map_err(|error| format!("Playwright's report cannot be read: {error}"))?;
    let count = |name: &str| report["stats"][name].as_u64().map(|number| number as usize);
    match (count("expected"), count("unexpected"), count("flaky")) {
        (Some(passed), Some(failed), Some(n_flaky)) => {
            let mut flaky = Vec::new();
            name_flaky(&report, &mut flaky);
            // None may be lost because its name was not found.
            flaky.resize(n_flaky, "a test without a name".to_owned());
            Ok(BrowserResults { passed, failed, flaky })
        }
        _ => Err("Playwright's report has no counts".to_owned()),
    }
}

/// Finds the names of flaky tests in suites within suites.
fn name_flaky(suite: &serde_json::Value, names: &mut Vec<String>) {
    let all = |value: &serde_json::Value, name: &str| value[name].as_array().cloned().unwrap_or_default();
    for spec in all(suite, "specs") {
        if all(&spec, "tests").iter().any(|test| test["status"] == "flaky") {
            let text = |name: &str| spec[name].as_str().unwrap_or_default().to_owned();
            names.push(format!("{}: {}", text("file"), text("title")));
        }
    }
    for inner in all(suite, "suites") {
        name_flaky(&inner, names);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_all_test_programs_are_added_up() {
        let output = "running 2 tests\ntest result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(cargo_results(output), (15, 2));
        assert_eq!(cargo_results("error: could not compile"), (0, 0));
    }

    #[test]
    fn flaky_browser_tests_are_named_and_only_a_few_are_borne() {
        let report = r#"{"stats":{"expected":5,"skipped":0,"unexpected":1,"flaky":2},"suites":[{"suites":[{"specs":[
            {"title":"steady","file":"a.mjs","tests":[{"status":"expected"}]},
            {"title":"shaky","file":"a.mjs","tests":[{"status":"flaky"}]}]}]}]}"#;
        let flaky = vec!["a.mjs: shaky".to_owned(), "a test without a name".to_owned()];
        assert_eq!(browser_results(report), Ok(BrowserResults { passed: 5, failed: 1, flaky: flaky.clone() }));
        let mut tally = Tally::default();
        tally.count(&BrowserResults { passed: 5, failed: 0, flaky: flaky.clone() });
        assert_eq!((tally.passed, tally.failed, tally.faults.len()), (7, 0, 2));
        tally.count(&BrowserResults { passed: 5, failed: 1, flaky: [flaky.clone(), flaky].concat() });
        assert_eq!((tally.passed, tally.failed), (12, 5));
        assert!(browser_results("{}").is_err());
        assert!(browser_results("").is_err());
    }
}
