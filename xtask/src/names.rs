//! Short names between the wasm and its script.
//!
//! wasm-bindgen names each of the some 250 functions that the wasm asks of its script after what it does and a hash, in
//! both files. Nobody reads them there, and hashes do not compress: they are a fiftieth of the first visit.

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{Import, Imports, Parser};

use crate::Outcome;

/// The script's name in the wasm.
const SCRIPT: &str = "./ward-atlas_bg.js";

/// The wasm and its script with short names in place of those that both have for the script's functions.
///
/// # Errors
/// The wasm cannot be read, or the script lacks a function that the wasm asks for.
pub fn shorten(wasm: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let mut renamer = Renamer { names: Vec::new() };
    let mut module = Module::new();
    renamer
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| format!("the names in the wasm cannot be shortened: {error}"))?;
    // All names at once: a short one must not be taken for one that is still to be replaced.
    let mut short = String::with_capacity(script.len());
    let mut found = vec![false; renamer.names.len()];
    let mut rest = script;
    while let Some(at) = rest.find(is_of_name) {
        let (before, from) = rest.split_at(at);
        let (word, after) = from.split_at(from.find(|c| !is_of_name(c)).unwrap_or(from.len()));
        short.push_str(before);
        if let Some(ix) = renamer.names.iter().position(|name| name == word) {
            short.push_str(&short_name(ix));
            found[ix] = true;
        } else {
            short.push_str(word);
        }
        rest = after;
    }
    short.push_str(rest);
    match found.iter().position(|found| !found) {
        Some(ix) => {
            Err(format!("wasm-bindgen's script has no function `{}`, which the wasm asks for", renamer.names[ix]))
        }
        None => Ok((module.finish(), short)),
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// `$a`, `$b`, … `$aa`, …: names that begin thus are no words of the language, and wasm-bindgen makes none.
fn short_name(ix: usize) -> String {
    const LETTERS: usize = 26;
    let letter = |ix: usize| char::from(b'a' + (ix % LETTERS) as u8);
    match ix.checked_sub(LETTERS) {
        None => format!("${}", letter(ix)),
        Some(rest) => format!("{}{}", short_name(rest / LETTERS), letter(rest)),
    }
}

struct Renamer {
    /// What the script's functions were called, in their order in the wasm.
    names: Vec<String>,
}

impl Reencode for Renamer {
    type Error = std::convert::Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: Imports<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let Imports::Single(at, import) = imports else {
            return reencode::utils::parse_imports(self, section, imports);
        };
        if import.module != SCRIPT {
            return reencode::utils::parse_imports(self, section, Imports::Single(at, import));
        }
        let known = self.names.iter().position(|name| name == import.name);
        let ix = known.unwrap_or_else(|| {
            self.names.push(import.name.to_owned());
            self.names.len() - 1
        });
        let name = short_name(ix);
        reencode::utils::parse_imports(self, section, Imports::Single(at, Import { name: &name, ..import }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, TypeSection};

    /// A wasm that asks for functions by module and name.
    fn wasm(asks: &[(&str, &str)]) -> Vec<u8> {
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        types.ty().function([], []);
        for (module, name) in asks {
            imports.import(module, name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&imports);
        module.finish()
    }

    #[test]
    fn both_files_get_the_same_short_names() {
        let asked = wasm(&[(SCRIPT, "__wbg_a_12"), ("./__wasm_split.js", "load"), (SCRIPT, "__wbg_a_1")]);
        let script = "const x = { __wbg_a_1: f(), __wbg_a_12() { return __wbg_a_123; }, load: '$a' };";
        let (short, script) = shorten(&asked, script).unwrap();
        assert_eq!(short, wasm(&[(SCRIPT, "$a"), ("./__wasm_split.js", "load"), (SCRIPT, "$b")]));
        assert_eq!(script, "const x = { $b: f(), $a() { return __wbg_a_123; }, load: '$a' };");
    }

    #[test]
    fn a_function_that_the_script_lacks_is_told() {
        assert!(shorten(&wasm(&[(SCRIPT, "__wbg_gone")]), "{}").unwrap_err().contains("`__wbg_gone`"));
        assert!(shorten(b"no wasm", "{}").is_err());
    }

    #[test]
    fn every_short_name_is_another() {
        let names: std::collections::BTreeSet<String> = (0..2_000).map(short_name).collect();
        assert_eq!(names.len(), 2_000);
        assert_eq!([0, 25, 26, 52].map(short_name), ["$a", "$z", "$aa", "$ba"]);
    }
}
