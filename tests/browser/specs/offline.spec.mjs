// After the first visit the page needs no network, and a new version comes whole and only on demand.
import { Host } from "../support/host.mjs";
import { expect, keptOffline, open, started, test } from "../support/test.mjs";

const mark = (page) =>
  page.evaluate(() => ({
    page: document.documentElement.dataset.mark,
    style: getComputedStyle(document.documentElement).getPropertyValue("--mark").replaceAll('"', ""),
  }));
const apply = (page) => page.evaluate(() => window.dispatchEvent(new Event("ward-atlas:apply-update")));
const updateWaits = (page) => expect(page.locator("html[data-update=waiting]")).toBeAttached();
const look = (page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

test("with the network off the page reloads and opens in a new tab, with any hash or query", async ({ page, context }) => {
  await open(page);
  await keptOffline(page);
  await context.setOffline(true);
  await page.reload();
  await started(page);
  const other = await context.newPage();
  for (const address of ["./#v=map", "./?from=mail", "./index.html"]) {
    await open(other, address);
  }
});

test("what the worker does not list is left to the network", async ({ page, faults }) => {
  await open(page);
  await keptOffline(page);
  const status = await page.evaluate(async () => (await fetch("not-there.json")).status);
  expect(status).toBe(404);
  faults.expect(/404/);
});

test.describe("on a host with a sub-path", () => {
  let host;
  test.beforeEach(async ({ faults }) => {
    host = await Host.start();
    host.publish("A");
    faults.allowHost(host.name);
  });
  test.afterEach(async () => host.stop());

  test("it starts, and works after the host is gone", async ({ page }) => {
    await open(page, host.url);
    await keptOffline(page);
    await host.stop();
    host.stop = async () => {};
    await page.reload();
    await started(page);
    expect(await mark(page)).toEqual({ page: "A", style: "A" });
  });

  test("the first open with its copy for offline use loads each large file once", async ({ page }) => {
    await open(page, host.url);
    await keptOffline(page);
    const large = host.asked.filter((name) => /\.(wasm|css)$|^ward-atlas.*js$/.test(name));
    const names = large.map((name) => name.replace(/-[0-9a-f]{16}/, ""));
    expect(names).toEqual(expect.arrayContaining(["style.css", "ward-atlas.js", "ward-atlas_bg.wasm", "split_aside.wasm"]));
    expect(large.length, "each file is asked for once").toBe(new Set(large).size);
  });

  test("what the first picture does not need is asked for when it is needed", async ({ browser }) => {
    // Without a worker, which keeps everything in the background.
    const context = await browser.newContext({ serviceWorkers: "block", locale: "en-GB" });
    const page = await context.newPage();
    host.asked.length = 0;
    await open(page, host.url);
    await expect(page.getByRole("region", { name: "Table" }).getByRole("table")).toBeVisible();
    const asked = (piece) => host.asked.some((name) => name.startsWith(`split_${piece}-`));
    expect(["linked", "aside", "review"].filter(asked)).toEqual(["linked"]);
    await page.getByRole("button", { name: "Workspace" }).click();
    await expect(page.getByRole("complementary", { name: "Workspace" })).toBeVisible();
    expect(asked("aside")).toBe(true);
    expect(asked("review")).toBe(false);
    await context.close();
  });

  test("a piece that does not arrive is told, and comes when it is asked for again", async ({ browser, faults }) => {
    const context = await browser.newContext({ serviceWorkers: "block", locale: "en-GB" });
    const page = await context.newPage();
    await page.route(/split_aside-/, (route) => route.abort());
    await open(page, host.url);
    await page.getByRole("button", { name: "Workspace" }).click();
    await expect(page.getByText("This part of the page could not be loaded")).toBeVisible();
    await page.unroute(/split_aside-/);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("complementary", { name: "Workspace" })).toBeVisible();
    faults.ignore(/split_aside|Failed to load resource/);
    await context.close();
  });

  test("a new version is announced, waits, and is then taken whole", async ({ page, context }) => {
    // This tab is there from before the first worker.
    const first = await context.newPage();
    await open(first, host.url);
    await keptOffline(first);
    await open(page, host.url);
    await keptOffline(page);
    expect(await mark(page)).toEqual({ page: "A", style: "A" });

    host.publish("B");
    await page.reload();
    await started(page);
    await updateWaits(page);
    expect(await mark(page)).toEqual({ page: "A", style: "A" });
    await page.reload();
    await started(page);
    await updateWaits(page);
    expect(await mark(page)).toEqual({ page: "A", style: "A" });

    const other = await context.newPage();
    await open(other, host.url);
    await other.evaluate(() => (window.notReloaded = true));

    await Promise.all([page.waitForEvent("load"), apply(page)]);
    await started(page);
    expect(await mark(page)).toEqual({ page: "B", style: "B" });
    await expect(page.locator("html[data-update]")).toHaveCount(0);
    expect(await page.evaluate(() => caches.keys())).toEqual(["ward-atlas:/some/where/:B"]);

    // The other tabs go on with what they have, are told, and take the version when asked.
    for (const tab of [first, other]) {
      await updateWaits(tab);
      expect(await mark(tab)).toEqual({ page: "A", style: "A" });
    }
    expect(await other.evaluate(() => window.notReloaded)).toBe(true);
    await Promise.all([other.waitForEvent("load"), apply(other)]);
    await started(other);
    expect(await mark(other)).toEqual({ page: "B", style: "B" });
  });

  test("a new version with a damaged file is not taken, and the old one goes on", async ({ page, context }) => {
    await open(page, host.url);
    await keptOffline(page);
    const { style } = host.publish("B");
    host.write(style, "damaged");
    // The browser says whether the installation failed; either way nothing of it may be seen.
    await look(page).catch(() => {});
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.ready;
      return !registration.installing && !registration.waiting;
    });
    await context.setOffline(true);
    await page.reload();
    await started(page);
    expect(await mark(page)).toEqual({ page: "A", style: "A" });
    await expect(page.locator("html[data-update]")).toHaveCount(0);
    expect(await page.evaluate(() => caches.keys())).toEqual(["ward-atlas:/some/where/:A"]);
  });

  test("caches of others on the same origin stay", async ({ page }) => {
    await open(page, host.url);
    await keptOffline(page);
    await page.evaluate(async () => {
      await caches.open("ward-atlas:/some/:X");
      await caches.open("somebody-else");
    });
    host.publish("B");
    await look(page);
    await updateWaits(page);
    await Promise.all([page.waitForEvent("load"), apply(page)]);
    await started(page);
    expect((await page.evaluate(() => caches.keys())).sort()).toEqual([
      "somebody-else",
      "ward-atlas:/some/:X",
      "ward-atlas:/some/where/:B",
    ]);
  });
});
