//! Serves `dist/` on this machine, the way a good static host does: right types, nothing outside the folder, files
//! named by their content kept for ever and all others asked for again.
//!
//! It answers GET and HEAD to local programs only, and is not meant for the open net.

use crate::{Outcome, build, page, project};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, thread};

const DEFAULT_PORT: u16 = 8080;
const HEAD_LIMIT: u64 = 16 * 1024;

/// `cargo xtask serve`
pub fn command(options: &[&str]) -> Outcome {
    let mut port = None;
    let mut builds = true;
    let mut words = options.iter();
    while let Some(word) = words.next() {
        match *word {
            "--no-build" => builds = false,
            "--port" => {
                let value = words.next().and_then(|number| number.parse().ok());
                port = Some(value.ok_or("--port needs a number from 0 to 65535")?);
            }
            other => return Err(format!("serve does not know `{other}`")),
        }
    }
    let listener = listen(port)?;
    if builds {
        build::command()?;
    } else if !project::dist().join("index.html").is_file() {
        return Err("there is no dist/index.html yet; run without --no-build".to_owned());
    }
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("\nWard Atlas: http://{address}/\n(Ctrl-C ends it)");
    accept(&listener);
    Ok(())
}

/// Serves `dist/` for as long as this program runs, and gives the address.
pub fn in_background() -> Outcome<String> {
    let listener = listen(Some(0))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    thread::spawn(move || accept(&listener));
    Ok(format!("http://{address}/"))
}

fn accept(listener: &TcpListener) {
    // A connection that broke before it began concerns nobody.
    for stream in listener.incoming().flatten() {
        thread::spawn(move || converse(&stream, &project::dist()));
    }
}

/// The wanted port or none; without a wish the first free one from the usual one on.
fn listen(port: Option<u16>) -> Outcome<TcpListener> {
    let bind = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(wanted) => bind(wanted).map_err(|error| format!("port {wanted}: {error}; choose another by --port")),
        None => (DEFAULT_PORT..DEFAULT_PORT + 20)
            .find_map(|port| bind(port).ok())
            .ok_or_else(|| format!("the ports from {DEFAULT_PORT} on are taken; choose one by --port")),
    }
}

/// Answers the requests of one connection until the other side has no more.
fn converse(stream: &TcpStream, folder: &Path) {
    // A browser keeps connections open; an idle one must not keep its thread for ever.
    if stream.set_read_timeout(Some(Duration::from_mins(1))).is_err() || stream.set_nodelay(true).is_err() {
        return;
    }
    let mut reader = BufReader::new(stream);
    loop {
        let mut head = String::new();
        loop {
            let before = head.len();
            let mut limited = (&mut reader).take(HEAD_LIMIT);
            match limited.read_line(&mut head) {
                Ok(length) if length > 0 && head.len() < HEAD_LIMIT as usize => {}
                _ => return,
            }
            if head[before..].trim().is_empty() {
                break;
            }
        }
        let answer = answer(&head, folder);
        let mut writer = stream;
        if writer.write_all(&answer).is_err() || is_last(&head) {
            return;
        }
    }
}

/// Whether nothing may follow on the connection: the other side wants that, or a body that nobody reads may follow.
fn is_last(head: &str) -> bool {
    let is_plain = head.starts_with("GET ") || head.starts_with("HEAD ");
    let is_old = head.lines().next().is_some_and(|line| line.trim_end().ends_with("HTTP/1.0"));
    !is_plain || is_old || header(head, "connection").is_some_and(|value| value.eq_ignore_ascii_case("close"))
}

fn header<'head>(head: &'head str, wanted: &str) -> Option<&'head str> {
    let mut fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.trim())
}

/// The whole answer to a request with this head.
fn answer(head: &str, folder: &Path) -> Vec<u8> {
    let mut request = head.lines().next().unwrap_or_default().split(' ');
    let (method, target) = (request.next().unwrap_or_default(), request.next().unwrap_or_default());
    if !["GET", "HEAD"].contains(&method) {
        return response("405 Method Not Allowed", "Allow: GET, HEAD\r\n", b"", true);
    }
    let found = file_for(target, folder).and_then(|path| Some((fs::read(&path).ok()?, path)));
    let Some((content, path)) = found else {
        let body: &[u8] = b"Not found";
        return response("404 Not Found", "Content-Type: text/plain; charset=utf-8\r\n", body, method == "GET");
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // A name that holds the content's hash is the tag itself; hashing a large file anew would hold up each first visit.
    let (tag, lifetime) = if page::is_named_by_content(&name) {
        (format!("\"{name}\""), "public, max-age=31536000, immutable")
    } else {
        (format!("\"{}\"", page::short_hash(&content)), "no-cache")
    };
    let headers = format!(
        "Content-Type: {}\r\nCache-Control: {lifetime}\r\nETag: {tag}\r\nX-Content-Type-Options: nosniff\r\n\
         Content-Security-Policy: frame-ancestors 'none'\r\nReferrer-Policy: no-referrer\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n",
        mime_type(&name)
    );
    let known = header(head, "if-none-match").is_some_and(|value| value == tag);
    if known {
        response("304 Not Modified", &headers, b"", false)
    } else {
        response("200 OK", &headers, &content, method == "GET")
    }
}

fn response(status: &str, headers: &str, body: &[u8], with_body: bool) -> Vec<u8> {
    let length = if status.starts_with("304") { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
    let mut bytes = format!("HTTP/1.1 {status}\r\n{headers}{length}\r\n").into_bytes();
    if with_body {
        bytes.extend_from_slice(body);
    }
    bytes
}

/// The file that a request target names, if it lies inside `folder`.
fn file_for(target: &str, folder: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = percent_decoded(path.strip_prefix('/')?)?;
    let suspicious = |part: &str| part.starts_with('.') || part.contains(['\\', '\0', ':']);
    if path.split('/').any(suspicious) {
        return None;
    }
    let wanted = folder.join(if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path });
    // Links inside the folder must not lead out of it either.
    let real = wanted.canonicalize().ok()?;
    (real.starts_with(folder.canonicalize().ok()?) && real.is_file()).then_some(real)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// xtask's own sources stand for a served folder.
    fn folder() -> PathBuf {
        project::root().join("xtask")
    }

    fn status(head: &str) -> String {
        let bytes = answer(head, &folder());
        String::from_utf8_lossy(&bytes).lines().next().unwrap_or_default().to_owned()
    }

    #[test]
    fn files_of_the_folder_are_served_and_nothing_else() {
        assert_eq!(status("GET /src/main.rs?x=1 HTTP/1.1\r\n\r\n"), "HTTP/1.1 200 OK");
        assert_eq!(status("HEAD /src/%6dain.rs HTTP/1.1\r\n\r\n"), "HTTP/1.1 200 OK");
        for outside in [
            "/../Cargo.toml",
            "/..%2fCargo.toml",
            "/%2e%2e/Cargo.toml",
            "/src/..\\..\\x",
            "//etc/passwd",
            "/src",
            "/",
            "src/main.rs",
            "/%",
            "/%00",
            "/%ff",
            "",
        ] {
            assert_eq!(status(&format!("GET {outside} HTTP/1.1\r\n\r\n")), "HTTP/1.1 404 Not Found", "{outside}");
        }
        assert_eq!(status("POST /src/main.rs HTTP/1.1\r\n\r\n"), "HTTP/1.1 405 Method Not Allowed");
        assert_eq!(status(""), "HTTP/1.1 405 Method Not Allowed");
    }

    #[test]
    fn an_unchanged_file_is_not_sent_again() {
        let first = answer("GET /Cargo.toml HTTP/1.1\r\n\r\n", &folder());
        let first = String::from_utf8_lossy(&first);
        let tag = first.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap_or_default();
        assert_eq!(
            status(&format!("GET /Cargo.toml HTTP/1.1\r\nif-none-match: {tag}\r\n\r\n")),
            "HTTP/1.1 304 Not Modified"
        );
    }

    #[test]
    fn a_connection_goes_on_unless_a_body_or_an_end_is_announced() {
        assert!(!is_last("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
        assert!(is_last("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"));
        assert!(is_last("GET / HTTP/1.0\r\n\r\n"));
        assert!(is_last("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n"));
    }

    #[test]
    fn types_are_those_that_browsers_insist_on() {
        assert_eq!(mime_type("a-b.wasm"), "application/wasm");
        assert_eq!(mime_type("boot.js"), "text/javascript; charset=utf-8");
        assert_eq!(mime_type("unknown"), "application/octet-stream");
    }
}
