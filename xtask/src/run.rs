//! Runs other programs so that a person sees that something is going on: their output is passed through, and where
//! there is none for a while, a line says so.

use crate::Outcome;
use std::io::{self, BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

const HEARTBEAT: Duration = Duration::from_secs(20);

/// Prints the line that opens a step.
pub fn heading(step: &str) {
    eprintln!("\n== {step}");
}

/// Runs `command` with all its output on standard error, since standard output is for results.
///
/// Errors: the program is not there, or it ended with a failure.
pub fn run(step: &str, command: &mut Command) -> Outcome {
    let (status, _) = run_reading(step, command)?;
    if status.success() { Ok(()) } else { Err(format!("{step} failed ({status}), see above")) }
}

/// Runs `command`, shows its output on standard error and hands back what it wrote to its standard output.
///
/// Errors: the program is not there. A failing program is not an error here: the status tells.
pub fn run_reading(step: &str, command: &mut Command) -> Outcome<(ExitStatus, String)> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_start(command, &error))?;
    let began = Instant::now();
    let (sender, lines) = mpsc::channel();
    let readers = [
        child.stdout.take().map(|pipe| pass_on(pipe, true, sender.clone())),
        child.stderr.take().map(|pipe| pass_on(pipe, false, sender)),
    ];
    let mut output = String::new();
    loop {
        match lines.recv_timeout(HEARTBEAT) {
            Ok((is_output, line)) => {
                eprintln!("{line}");
                if is_output {
                    output.push_str(&line);
                    output.push('\n');
                }
            }
            Err(RecvTimeoutError::Timeout) => eprintln!("   ... {step}: {} s", began.elapsed().as_secs()),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    for reader in readers.into_iter().flatten() {
        // A reader that panicked has lost lines of another program, and its status still tells.
        drop(reader.join());
    }
    let status = child.wait().map_err(|error| format!("{step}: {error}"))?;
    Ok((status, output))
}

/// The first line that `command` prints, if it runs at all and ends well.
pub fn first_line(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

fn pass_on(
    pipe: impl Read + Send + 'static,
    is_output: bool,
    sender: mpsc::Sender<(bool, String)>,
) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        let mut reader = BufReader::new(pipe);
        let mut line = Vec::new();
        while matches!(reader.read_until(b'\n', &mut line), Ok(length) if length > 0) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            line.clear();
            if sender.send((is_output, text)).is_err() {
                return;
            }
        }
    })
}

fn cannot_start(command: &Command, error: &io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    format!("cannot start `{program}`: {error}. Is it installed and on the PATH?")
}
