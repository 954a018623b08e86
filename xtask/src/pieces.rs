//! Cuts the compiled page into the part that the first picture needs and pieces that are loaded when they are needed.
//!
//! Functions marked in `src/app/pieces.rs` begin a piece; what only a piece reaches goes there, what several pieces share
//! goes into chunks of its own. The cutting is the work of `wasm_split_cli_support`, which reads the relocations that the
//! linker leaves (`.cargo/config.toml` asks for them). So wasm-bindgen and wasm-opt run here, after the cut, and what Trunk
//! made of the whole is written over.

use crate::minify::{Language, minified};
use crate::{Outcome, names, project, run, tools};
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The script's name for the object that loads pieces; `public/boot.js` makes it.
const LOADERS: &str = "self.wardAtlasPieces";
/// Where wasm-bindgen's script asks for it.
const LINK: &str = "./__wasm_split.js";

/// The passes for speed, then those for size, which find more after them; what is called once stays a function of its own,
/// and functions stand by name, so that the copies of one generic function lie side by side for Brotli.
const WASM_OPT: [&str; 6] = [
    "-O2",
    "-Oz",
    "--always-inline-max-function-size=0",
    "--one-caller-inline-max-function-size=30",
    "--zero-filled-memory",
    "--reorder-functions-by-name",
];

/// A piece, and the files that it consists of, in the order in which they must be instantiated.
pub struct Piece {
    /// The name in `src/app/pieces.rs`.
    pub name: String,
    /// Names of files in the staging folder.
    pub files: Vec<String>,
}

/// Writes `ward-atlas.js`, `ward-atlas_bg.wasm` and the pieces' files into `staging`.
pub fn cut(staging: &Path) -> Outcome<Vec<Piece>> {
    let whole = project::read(&compiled())?;
    let work = project::target().join("pieces");
    if work.exists() {
        fs::remove_dir_all(&work).map_err(|error| format!("cannot clear {}: {error}", work.display()))?;
    }
    fs::create_dir_all(&work).map_err(|error| format!("cannot make {}: {error}", work.display()))?;

    let main = work.join("ward-atlas.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = &work;
    options.main_out_path = &main;
    options.link_name = LINK;
    let cut = wasm_split_cli_support::transform(options)
        .map_err(|error| format!("the compiled page cannot be cut: {error:#}. Is RUSTFLAGS set? It hides the linker's flag in .cargo/config.toml"))?;

    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--keep-lld-exports", "--out-dir"]);
    bindgen.arg(work.join("bound")).arg(&main).env("PATH", tools::path_with_tools()?);
    run::run("wasm-bindgen", &mut bindgen)?;

    let bound = work.join("bound");
    let script = project::read_text(&bound.join("ward-atlas.js"))?;
    let (wasm, script) = names::shorten(&project::read(&bound.join("ward-atlas_bg.wasm"))?, &script)?;
    project::write(&staging.join("ward-atlas.js"), minified(&with_loaders(&script), Language::Script)?)?;
    let named = work.join("ward-atlas_named.wasm");
    project::write(&named, wasm)?;
    optimise(&named, &staging.join("ward-atlas_bg.wasm"))?;
    for file in &cut.split_modules {
        let name = file.file_name().ok_or_else(|| format!("{} is no file", file.display()))?;
        optimise(file, &staging.join(name))?;
    }
    let mut pieces: Vec<Piece> = cut
        .prefetch_map
        .into_iter()
        .map(|(name, stems)| Piece { name, files: stems.iter().map(|stem| format!("{stem}.wasm")).collect() })
        .collect();
    pieces.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(pieces)
}

/// wasm-bindgen writes for Node where it knows no modules; the page has no `require`.
fn with_loaders(script: &str) -> String {
    script.replace(&format!("require(\"{LINK}\")"), LOADERS)
}

/// Makes a wasm smaller.
pub fn optimise(from: &Path, to: &Path) -> Outcome {
    let mut command = Command::new("wasm-opt");
    command.args(WASM_OPT).arg(from).arg("-o").arg(to).env("PATH", tools::path_with_tools()?);
    // For profiles in the browser; the names weigh more than the program.
    if env::var_os("WARD_ATLAS_NAMES").is_some() {
        command.arg("-g");
    }
    run::run("wasm-opt", &mut command)
}

/// What cargo has compiled for Trunk.
fn compiled() -> std::path::PathBuf {
    let profile = env::var("TRUNK_PROFILE").unwrap_or_else(|_| "release".to_owned());
    project::target().join("wasm32-unknown-unknown").join(profile).join("ward-atlas.wasm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_asks_the_page_for_loaders() {
        let script = "const import1 = require(\"./__wasm_split.js\");\nconst import2 = require(\"./__wasm_split.js\");";
        assert_eq!(
            with_loaders(script),
            "const import1 = self.wardAtlasPieces;\nconst import2 = self.wardAtlasPieces;"
        );
    }
}
