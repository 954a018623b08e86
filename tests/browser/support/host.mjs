// A static host whose content a test can change: it stands for the server on which a new version is put.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));
export const SINGLE_FILE = new URL("../../../dist/ward-atlas.html", import.meta.url).href;

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Serves a copy of the built page under a sub-path, as project pages of a host do; `asked` lists what was asked for. */
export class Host {
  static async start(prefix = "/some/where/") {
    const host = new Host();
    host.prefix = prefix;
    host.asked = [];
    host.folder = mkdtempSync(join(tmpdir(), "ward-atlas-"));
    cpSync(DIST, host.folder, { recursive: true });
    host.server = createServer((request, response) => host.#answer(request, response));
    await new Promise((resolve) => host.server.listen(0, "127.0.0.1", resolve));
    host.name = `127.0.0.1:${host.server.address().port}`;
    host.url = `http://${host.name}${prefix}`;
    return host;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  read(name) {
    return readFileSync(join(this.folder, name), "utf8");
  }

  write(name, text) {
    writeFileSync(join(this.folder, name), text);
  }

  /**
   * Puts up another version: its mark stands in the page and in its stylesheet, which gets a new name, and the old
   * stylesheet is gone. The worker's list is written anew, as the build would.
   */
  publish(mark) {
    const old = readdirSync(this.folder).find((name) => /^style-[0-9a-f]{16}\.css$/.test(name));
    const style = `${this.read(old).replace(/:root\{--mark:.*\}\n/, "")}:root{--mark:"${mark}"}\n`;
    const named = `style-${sha256(style, "hex").slice(0, 16)}.css`;
    renameSync(join(this.folder, old), join(this.folder, named));
    this.write(named, style);
    const page = this.read("index.html")
      .replace(/<link rel="stylesheet" href="style-[^>]*>/, `<link rel="stylesheet" href="${named}" integrity="sha256-${sha256(style)}">`)
      .replace(/<html [^>]*>/, `<html lang="vi" data-mark="${mark}">`);
    this.write("index.html", page);

    const changed = { "./": page, [named]: style };
    const worker = this.read("sw.js").replace(/\bFILES=(\[\[.*?\]\])/, (_list, list) => {
      const files = JSON.parse(list).map(([path, integrity]) => {
        const name = path === old ? named : path;
        return [name, changed[name] ? `sha256-${sha256(changed[name])}` : integrity];
      });
      return `FILES=${JSON.stringify(files)}`;
    });
    this.write("sw.js", worker.replace(/\bVERSION="[^"]*"/, `VERSION="${mark}"`));
    return { style: named };
  }

  #answer(request, response) {
    const { pathname } = new URL(request.url, this.url);
    if (!pathname.startsWith(this.prefix)) return response.writeHead(404).end();
    const name = pathname.slice(this.prefix.length) || "index.html";
    const file = join(this.folder, name);
    this.asked.push(name);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream", "cache-control": "max-age=600" });
    response.end(readFileSync(file));
  }
}

function sha256(text, encoding = "base64") {
  return createHash("sha256").update(text).digest(encoding);
}
