// Starts the page, and stays able to speak when the page cannot.
//
// `cargo xtask post-build` puts this text into index.html and into the single file, with what it must know as data
// attributes of its own script element:
//   data-wasm, data-integrity   where the compiled page lies (absent in the single file, which carries it inside)
//   data-pieces                 the pieces of it that are loaded when needed: `name:file|integrity,…` by spaces, the integrity
//                               once for each file; in the single file the files are ids for
//                               public/unpack.js and have none
//   data-sheets                 the reader of workbooks: `script wasm|integrity`; in the single file ids
//   data-style                  the rest of the style, `file|integrity`; the single file carries it with the first
//   data-worker                 where the service worker lies (absent in the single file)
//   data-build                  which build this is, for the app to show
//   data-date                   the day of its source (the single file only)
//
// What it and the app say to each other, as events on `window`:
//   ward-atlas:panic            from the app, detail = message: show the failure panel
//   ward-atlas:offline-ready    to the app: everything is kept, the page opens without the network
//   ward-atlas:update           to the app: a newer version waits (also if another tab has taken it already)
//   ward-atlas:apply-update     from the app: take the waiting version and reload
// The last state also stands in <html data-offline="ready" data-update="waiting">, for an app that listens later.
//
// It deletes nothing that was stored, and talks to no other host.
(() => {
  "use strict";
  const settings = document.currentScript.dataset;
  const root = document.documentElement;

  // The language until the app knows better: the first that the browser asks for and the page speaks.
  const asked = (navigator.languages || []).map((tag) => tag.slice(0, 2).toLowerCase());
  root.lang = asked.find((tag) => ["vi", "en", "ru"].includes(tag)) || "vi";

  // Trusted Types: the renderer builds its static parts through one `innerHTML`; nothing that runs may pass there,
  // and the only script addresses are those of the two workers. Text from files and notes never becomes markup at all.
  const worker = settings.worker && new URL(settings.worker, document.baseURI).href;
  const scripts = new Set([worker]);
  if (window.trustedTypes && !window.trustedTypes.defaultPolicy) {
    const active = /<[\s/]*(script|iframe|frame|object|embed|base|link|meta|style)\b|<[^>]*[\s/"'](on\w+|srcdoc)\s*=|javascript:/i;
    window.trustedTypes.createPolicy("default", {
      createHTML(markup) {
        if (active.test(markup)) throw new TypeError("markup that could run was refused");
        return markup;
      },
      createScriptURL(address) {
        if (!scripts.has(new URL(address, document.baseURI).href)) throw new TypeError("script address was refused");
        return address;
      },
    });
  }

  // The failure panel: the first failure is shown; what follows from it is noise.
  let failed = false;
  function fail(reason) {
    if (failed) return;
    failed = true;
    const show = () => {
      const panel = document.getElementById("crash");
      const spoken = panel.querySelector(`:scope > [lang="${root.lang.slice(0, 2)}"]`) ? root.lang.slice(0, 2) : "vi";
      for (const part of panel.querySelectorAll(":scope > [lang]")) part.hidden = part.lang !== spoken;
      const build = settings.build ? `\n\nWard Atlas ${settings.build}` : "";
      document.getElementById("crash-detail").textContent = `${reason}${build}\n${navigator.userAgent}`;
      document.getElementById("loading")?.remove();
      panel.addEventListener("click", (event) => {
        const wish = event.target.dataset.crash;
        if (wish === "reload") location.reload();
        if (wish === "save") {
          const outcome = saveNotes();
          for (const line of panel.querySelectorAll("p[data-crash]")) line.hidden = line.dataset.crash !== outcome;
        }
      });
      panel.hidden = false;
      panel.focus();
    };
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
    else show();
  }

  // Everything that this page keeps in the browser, raw as it stands, as one file; readable or not is for later.
  function saveNotes() {
    const entries = {};
    try {
      for (let ix = 0; ix < localStorage.length; ix += 1) {
        const key = localStorage.key(ix);
        if (key.startsWith("ward-atlas/")) entries[key] = localStorage.getItem(key);
      }
    } catch {
      return "blocked";
    }
    if (Object.keys(entries).length === 0) return "none";
    const now = new Date().toISOString();
    const text = JSON.stringify({ app: "ward-atlas", kind: "rescue", schema: 1, saved_at: now, entries }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `ward-atlas-rescue-${now.slice(0, 19).replaceAll(":", "-")}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return "saved";
  }

  window.addEventListener("ward-atlas:panic", (event) => fail(event.detail));
  // A trap that no hook has seen (memory, stack) still ends the page; errors of browser extensions do not.
  const trapped = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError && fail(error);
  window.addEventListener("error", (event) => trapped(event.error));
  window.addEventListener("unhandledrejection", (event) => trapped(event.reason));

  // What the first picture does not need of the style follows it; all other pages need it at once.
  if (settings.style) {
    const link = document.createElement("link");
    [link.href, link.integrity] = settings.style.split("|");
    link.rel = "stylesheet";
    const add = () => document.head.append(link);
    if (/^(#?\/?|#\/atlas.*)$/.test(location.hash)) window.addEventListener("ward-atlas:started", () => setTimeout(add), { once: true });
    else add();
  }

  // The wasm is asked for at once, before the browser has read the rest of the page.
  const download = settings.wasm && fetch(settings.wasm, { integrity: settings.integrity });
  if (download) download.catch(() => {});

  async function wasmBytes() {
    if (!download) return self.wardAtlasFile("wasm");
    const response = await download;
    if (!response.ok) throw new Error(`${settings.wasm}: ${response.status} ${response.statusText}`);
    return response;
  }

  // Pieces of the program: wasm-bindgen's script finds their loaders here. A loader answers through a function of the
  // program's table; a file that has not arrived is asked for anew the next time.
  const arrived = new Map();
  const integrities = new Map();
  function instantiate(file, before) {
    if (!arrived.has(file)) {
      const answer = integrities.has(file) ? fetch(file, { integrity: integrities.get(file) }) : self.wardAtlasFile(file);
      const instance = Promise.all([answer, before]).then(([response]) =>
        WebAssembly.instantiateStreaming(response, { __wasm_split: wasm_bindgen.initSync() }),
      );
      arrived.set(file, instance);
      instance.catch(() => arrived.delete(file));
    }
    return arrived.get(file);
  }
  // What pieces share comes first in each list; all files are asked for at once.
  function load(files) {
    const shared = Promise.all(files.slice(0, -1).map((file) => instantiate(file)));
    shared.catch(() => {});
    return instantiate(files.at(-1), shared);
  }
  self.wardAtlasPieces = {};
  for (const piece of (settings.pieces || "").split(" ").filter(Boolean)) {
    const [name, list] = piece.split(":");
    const files = list.split(",").map((entry) => {
      const [file, integrity] = entry.split("|");
      if (integrity) integrities.set(file, integrity);
      return file;
    });
    self.wardAtlasPieces[`__wasm_split_load_${name}`] = async (callback, data) => {
      const isThere = await load(files).then(
        () => true,
        (error) => console.info(`The piece "${name}" has not arrived:`, error.message),
      );
      wasm_bindgen.initSync().__indirect_function_table.get(callback)(data, Boolean(isThere));
    };
  }

  // The reader of workbooks, for the app: it calls one of its functions. Each call has a worker of its own, so that a large
  // or hostile file neither holds up the page nor leaves anything behind.
  async function sheetsFiles() {
    const [script, wasm] = settings.sheets.split(" ");
    if (!settings.wasm) {
      const text = await self.wardAtlasFile(script).text();
      const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
      return [address, await self.wardAtlasFile(wasm).arrayBuffer()];
    }
    const [name, integrity] = wasm.split("|");
    const answer = await fetch(name, { integrity });
    return [new URL(script, document.baseURI).href, await answer.arrayBuffer()];
  }
  self.wardAtlasSheets = async (call, ...given) => {
    const [script, wasm] = await sheetsFiles();
    scripts.add(script);
    const reader = new Worker(script);
    try {
      return await new Promise((resolve, reject) => {
        reader.onmessage = ({ data: [isDone, outcome] }) => (isDone ? resolve(outcome) : reject(outcome));
        reader.onerror = () => reject("not-loaded");
        reader.postMessage([wasm, call, ...given]);
      });
    } finally {
      reader.terminate();
      if (script.startsWith("blob:")) URL.revokeObjectURL(script);
    }
  };

  async function start() {
    try {
      if (typeof wasm_bindgen !== "function") throw new Error("a part of the page did not arrive");
      await wasm_bindgen({ module_or_path: await wasmBytes() });
      document.getElementById("loading")?.remove();
      root.dataset.started = "";
    } catch (error) {
      fail(error);
    }
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();

  // Offline copy and updates. Without it (a file, a plain http host, a refusing browser) the page works all the same.
  function announce(name, key, value) {
    root.dataset[key] = value;
    window.dispatchEvent(new CustomEvent(name));
  }
  async function keepOffline() {
    const container = navigator.serviceWorker;
    // A version never changes under an open page by itself: only the tab that asked for it reloads at once, the other
    // tabs go on with what they have loaded and are told.
    let wanted = false;
    let controlled = Boolean(container.controller);
    container.addEventListener("controllerchange", () => {
      if (wanted) location.reload();
      else if (controlled) announce("ward-atlas:update", "update", "waiting");
      controlled = true;
    });
    const registration = await container.register(settings.worker, { scope: "./", updateViaCache: "none" });
    window.addEventListener("ward-atlas:apply-update", () => {
      if (!registration.waiting) return location.reload();
      wanted = true;
      registration.waiting.postMessage("skip-waiting");
    });
    const follow = (installing) => {
      const first = !registration.active;
      installing?.addEventListener("statechange", () => {
        if (installing.state === "installed" && !first) announce("ward-atlas:update", "update", "waiting");
        if (installing.state === "activated" && first) announce("ward-atlas:offline-ready", "offline", "ready");
      });
    };
    registration.addEventListener("updatefound", () => follow(registration.installing));
    follow(registration.installing);
    if (registration.active) announce("ward-atlas:offline-ready", "offline", "ready");
    if (registration.waiting && registration.active) announce("ward-atlas:update", "update", "waiting");
  }
  if (worker && window.isSecureContext && location.protocol.startsWith("http") && "serviceWorker" in navigator) {
    window.addEventListener("load", () => {
      keepOffline().catch((error) => console.info("The page is not kept for offline use:", error.message));
    });
  }
})();
