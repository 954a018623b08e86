//! The reader and writer of workbooks, which is a wasm of its own (`sheets/`); `public/boot.js` runs it in a worker.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;

/// The sheets of a workbook as JSON, or a short code that says why not; `not-loaded` if the reader has not arrived.
pub async fn read_workbook(bytes: &[u8]) -> Result<String, String> {
    let sheets = call("read_workbook_json", &[Uint8Array::from(bytes).into()]).await?;
    sheets.as_string().ok_or_else(not_loaded)
}

/// A workbook of one sheet of texts: rows parted by line feeds, cells by tabs.
pub async fn write_workbook(sheet: &str, tsv: &str) -> Result<Vec<u8>, String> {
    let bytes = call("write_workbook_tsv", &[sheet.into(), tsv.into()]).await?;
    bytes.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| not_loaded())
}

async fn call(name: &str, given: &[JsValue]) -> Result<JsValue, String> {
    let caller = Reflect::get(&window(), &"wardAtlasSheets".into()).ok();
    let caller = caller.and_then(|caller| caller.dyn_into::<Function>().ok()).ok_or_else(not_loaded)?;
    let arguments = js_sys::Array::of1(&name.into());
    for argument in given {
        arguments.push(argument);
    }
    let promise = caller.apply(&JsValue::NULL, &arguments).and_then(JsCast::dyn_into::<Promise>);
    let promise = promise.map_err(|_| not_loaded())?;
    // What is thrown as a text is the reader's own code; all else comes from the way to it.
    JsFuture::from(promise).await.map_err(|thrown| thrown.as_string().unwrap_or_else(not_loaded))
}

fn not_loaded() -> String {
    "not-loaded".to_owned()
}
