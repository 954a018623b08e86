// Behind wasm-bindgen's script of the reader of workbooks: what the worker does with its functions. It gets one task,
// [bytes of the wasm, name of the function, its arguments…], and answers [done, outcome].
self.onmessage = ({ data: [wasm, call, ...given] }) => {
  try {
    wasm_bindgen.initSync({ module: wasm });
    self.postMessage([true, wasm_bindgen[call](...given)]);
  } catch (error) {
    self.postMessage([false, String(error)]);
  }
};
