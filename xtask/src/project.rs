//! Where things lie in the project, and small file helpers that say which file they failed on.

use crate::Outcome;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    // xtask lies one folder below it; cargo sets the variable at run time, the compiled-in value serves a bare binary.
    let own = std::env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .filter(|folder| folder.ends_with("xtask"))
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    own.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Where cargo compiles.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The built page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The page as one file.
pub fn single_file() -> PathBuf {
    dist().join("ward-atlas.html")
}

/// The npm tools and the browser tests.
pub fn browser_tests() -> PathBuf {
    root().join("tests").join("browser")
}

/// Tools that cargo installed for this project.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// The bytes of `path`.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| failed("read", path, &error))
}

/// The text of `path`.
pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| failed("read", path, &error))
}

/// Writes `content` to `path`.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    fs::write(path, content).map_err(|error| failed("write", path, &error))
}

/// Every file below `folder` as a path relative to it, with forward slashes, sorted.
pub fn files_below(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(inside) = open.pop() {
        let entries = fs::read_dir(&inside).map_err(|error| failed("list", &inside, &error))?;
        for entry in entries {
            let path = entry.map_err(|error| failed("list", &inside, &error))?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(relative) = path.strip_prefix(folder) {
                let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
                found.push(parts.join("/"));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn failed(verb: &str, path: &Path, error: &io::Error) -> String {
    format!("cannot {verb} {}: {error}", path.display())
}
