//! Files to and from the person's disk.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::{document, words_of};

/// Offers `content` to the person as a download.
pub fn save(name: &str, mime: &str, content: &str) -> Result<(), String> {
    let parts = Array::of1(&content.into());
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).map_err(|error| words_of(&error))?;
    let url = Url::create_object_url_with_blob(&blob).map_err(|error| words_of(&error))?;
    let anchor: HtmlAnchorElement = document()
        .create_element("a")
        .ok()
        .and_then(|element| element.dyn_into().ok())
        .ok_or("the browser makes no links")?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser reads the blob after this task; the address is given back a minute later.
    leptos::prelude::set_timeout(move || drop(Url::revoke_object_url(&url)), std::time::Duration::from_mins(1));
    Ok(())
}

/// All bytes of a file that the person picked or dropped.
pub async fn read(file: &File) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|error| words_of(&error))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
