// The test function of all specs: a test fails if the page says anything is wrong, even where nobody looked.
//
// Watched in every page of the test's context: errors and warnings on the console, uncaught errors, violations of the
// content security policy, and requests to any host but the page's own. A test that provokes a fault says so:
// `faults.expect(/text/)` takes matching ones out and asserts that there were some.
import { test as base, expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export { expect };

export const test = base.extend({
  faults: [
    async ({ context, baseURL }, use) => {
      const faults = new Faults();
      const own = new Set([new URL(baseURL).host]);
      faults.allowHost = (host) => own.add(host);

      context.on("console", (message) => {
        if (!["error", "warning"].includes(message.type())) return;
        const place = message.location().url;
        faults.add(`console ${message.type()}: ${message.text()} ${place}`);
      });
      context.on("weberror", (error) => faults.add(`uncaught: ${error.error().stack ?? error.error()}`));
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && !own.has(url.host)) {
          faults.add(`request to another host: ${url.href}`);
        }
      });
      // The console tells violations too, but not all of them in every mode.
      await context.exposeBinding("reportViolation", (_source, text) => faults.add(text));
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          window.reportViolation(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
        });
      });

      await use(faults);
      expect(faults.seen, "faults that the page reported").toEqual([]);
    },
    { auto: true },
  ],
});

class Faults {
  seen = [];

  add(text) {
    this.seen.push(text);
  }

  /** Takes out the faults that match, and asserts that there is at least one. */
  expect(pattern) {
    const others = this.seen.filter((fault) => !pattern.test(fault));
    expect(others.length, `a fault like ${pattern} was to be seen`).toBeLessThan(this.seen.length);
    this.seen = others;
  }

  /** Takes out the faults that match, if there are any: for what only some browsers report. */
  ignore(pattern) {
    this.seen = this.seen.filter((fault) => !pattern.test(fault));
  }
}

/** Opens the page and waits until the app fills it. */
export async function open(page, address = "./") {
  await page.goto(address);
  await started(page);
}

/** Waits until the app has filled the page. */
export async function started(page) {
  await expect(page.locator("html[data-started]")).toBeAttached();
  await expect(page.locator("#app > :not(#loading)").first()).toBeAttached();
}

/** Waits until the whole page is kept for use without the network. */
export async function keptOffline(page) {
  await expect(page.locator("html[data-offline=ready]")).toBeAttached();
}

const AXE = readFileSync(fileURLToPath(new URL("../node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");

/** Asserts that axe finds nothing wrong in the page as it stands, or below `scope`. */
export async function expectAccessible(page, scope = "html") {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((within) => window.axe.run(within), scope);
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(told, "axe violations").toEqual([]);
}
