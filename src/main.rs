//! The page's entry: everything else stands in the library.

fn main() {
    #[cfg(target_arch = "wasm32")]
    ward_atlas::app::start();
}
