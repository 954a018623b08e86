//! Files to and from the person's disk.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, File, FileSystemFileHandle, FileSystemWritableFileStream, HtmlAnchorElement, Url,
};

use super::{document, window, words_of};

/// Offers `content` to the person as a download.
pub fn save(name: &str, mime: &str, content: &str) -> Result<(), String> {
    offer(name, mime, &content.into())
}

/// Offers bytes to the person as a download.
pub fn save_bytes(name: &str, mime: &str, content: &[u8]) -> Result<(), String> {
    offer(name, mime, &Uint8Array::from(content).into())
}

fn offer(name: &str, mime: &str, content: &JsValue) -> Result<(), String> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(content), &options);
    let blob = blob.map_err(|error| words_of(&error))?;
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

/// A file on the person's disk that the page may write again and again (File System Access API).
#[derive(Clone)]
pub struct KeptFile(FileSystemFileHandle);

/// Where browsers have the File System Access API, its way to ask for a file.
fn picker() -> Option<Function> {
    Reflect::get(&window(), &"showSaveFilePicker".into()).ok()?.dyn_into().ok()
}

/// Whether this browser lets a page write into a file of the person's choice.
pub fn can_keep() -> bool {
    picker().is_some()
}

impl KeptFile {
    /// Lets the person choose a file, `name` being proposed; nothing if the person chose none. Must be called from a
    /// press of a button, or the browser refuses.
    pub async fn choose(name: &str) -> Result<Option<KeptFile>, String> {
        let Some(picker) = picker() else { return Err("showSaveFilePicker".to_owned()) };
        let options = Object::new();
        // Setting a property of a fresh object cannot fail.
        drop(Reflect::set(&options, &"suggestedName".into(), &name.into()));
        let asked = picker.call1(&window(), &options).and_then(JsCast::dyn_into::<Promise>);
        let chosen = match asked {
            Ok(promise) => JsFuture::from(promise).await,
            Err(refused) => Err(refused),
        };
        match chosen {
            Ok(handle) => Ok(Some(KeptFile(handle.unchecked_into()))),
            Err(error) if is_abort(&error) => Ok(None),
            Err(error) => Err(words_of(&error)),
        }
    }

    /// The file's name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Puts `text` in place of what the file holds. The browser writes beside the file and swaps at the end, so a
    /// failure leaves the file as it was.
    pub async fn write(&self, text: &str) -> Result<(), String> {
        let write = async {
            let stream: FileSystemWritableFileStream = JsFuture::from(self.0.create_writable()).await?.unchecked_into();
            JsFuture::from(stream.write_with_str(text)?).await?;
            JsFuture::from(stream.close()).await
        };
        write.await.map(drop).map_err(|error: JsValue| words_of(&error))
    }
}

/// Whether the person closed the browser's dialogue without an answer.
fn is_abort(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name.as_string().as_deref() == Some("AbortError"))
}
