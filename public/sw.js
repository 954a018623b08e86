// Keeps one whole version of the page for use without the network.
//
// `cargo xtask post-build` fills in the version (a hash of everything below it) and the list of files with their
// sha256. A version is taken whole or not at all; files of two versions never meet, because each version has its own
// cache and a worker answers from its own alone. A new version waits until the person asks for it.
"use strict";
const VERSION = "{{version}}";
// [address relative to the scope, integrity]; names that carry a content hash may come from the browser's own cache.
const FILES = {{files}};

const SCOPE = new URL(self.registration.scope);
const OWN_CACHES = `ward-atlas:${SCOPE.pathname}:`;
const CACHE = OWN_CACHES + VERSION;
const LISTED = new Set(FILES.map(([path]) => new URL(path, SCOPE).pathname));
const INDEX = new URL("index.html", SCOPE).pathname;

async function fetchExactly(url, integrity) {
  const named = /-[0-9a-f]{16}\.\w+$/.test(url.pathname);
  // "no-cache" asks the host whether its copy has changed; the integrity decides in every case.
  const response = await fetch(url, { integrity, cache: named ? "default" : "no-cache" }).catch(() =>
    fetch(url, { integrity, cache: "reload" }),
  );
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  // A redirected answer may not be given to a navigation later; its body may.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

async function install() {
  const answers = await Promise.all(
    FILES.map(async ([path, integrity]) => {
      const url = new URL(path, SCOPE);
      return [url, await fetchExactly(url, integrity)];
    }),
  );
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(answers.map(([url, response]) => cache.put(url, response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  const old = (await caches.keys()).filter(
    (name) => name !== CACHE && name.slice(0, name.lastIndexOf(":") + 1) === OWN_CACHES,
  );
  await Promise.all(old.map((name) => caches.delete(name)));
  // The very first version serves the open page at once; a later one came because the person asked for it.
  if (old.length === 0) await self.clients.claim();
}

async function answer(request, path) {
  const kept = await caches.open(CACHE).then((cache) => cache.match(new URL(path, SCOPE)));
  // Only a browser that dropped the file on its own comes to the network; the page checks what it gets.
  return kept || fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== SCOPE.origin) return;
  const path = url.pathname === INDEX ? SCOPE.pathname : url.pathname;
  if (LISTED.has(path)) event.respondWith(answer(event.request, path));
});
