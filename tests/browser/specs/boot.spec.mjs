// The page starts, stays within its policy, and can speak when it cannot start.
import { readFileSync } from "node:fs";
import { SINGLE_FILE } from "../support/host.mjs";
import { expect, expectAccessible, open, started, test } from "../support/test.mjs";

const PANIC = () =>
  window.dispatchEvent(new CustomEvent("ward-atlas:panic", { detail: "panicked at somewhere.rs: <b>bold</b>" }));

test("the page fills, without faults, violations or foreign requests", async ({ page }) => {
  await open(page);
  await expect(page.locator("#loading")).toHaveCount(0);
  await expect(page.locator("#crash")).toBeHidden();
});

test("the policy is in force: inline scripts, eval and unsafe markup are refused", async ({ page, faults }) => {
  await open(page);
  const outcome = await page.evaluate(async () => {
    const attempts = {};
    const attempt = async (name, action) => {
      try {
        await action();
        attempts[name] = "ran";
      } catch {
        attempts[name] = "refused";
      }
    };
    const host = document.createElement("div");
    document.body.append(host);
    await attempt("handler", () => (host.innerHTML = "<img src=x onerror='window.ran = 1'>"));
    await attempt("script", () => (host.innerHTML = "<svg><script>window.ran = 1</script></svg>"));
    await attempt("link", () => (host.innerHTML = "<a href='javascript:window.ran = 1'>x</a>"));
    await attempt("harmless", () => (host.innerHTML = "<p class='a'>a &lt; b, on x = 1</p>"));
    await attempt("worker", () => navigator.serviceWorker.register("other.js"));
    await attempt("script address", () => (document.createElement("script").src = "https://example.org/x.js"));
    const inline = document.createElement("script");
    await attempt("script text", () => (inline.textContent = "window.ran = 1"));
    document.body.append(inline);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { ...attempts, ran: window.ran ?? "nothing" };
  });
  expect(outcome).toEqual({
    handler: "refused",
    script: "refused",
    link: "refused",
    harmless: "ran",
    worker: "refused",
    "script address": "refused",
    "script text": "refused",
    ran: "nothing",
  });
  faults.ignore(/policy:|Content Security Policy|TrustedHTML|TrustedScript/);
});

for (const [locale, lang, heading] of [
  ["vi-VN", "vi", "Trang đã dừng vì một lỗi"],
  ["en-GB", "en", "The page has stopped because of an error"],
  ["ru-RU", "ru", "Страница остановилась из-за ошибки"],
  ["de-DE", "vi", "Trang đã dừng vì một lỗi"],
]) {
  test.describe(`browser language ${locale}`, () => {
    test.use({ locale });
    test("a panic of the app shows the failure panel in one language", async ({ page }) => {
      await open(page);
      await page.evaluate((wanted) => (document.documentElement.lang = wanted), lang);
      await page.evaluate(PANIC);
      const panel = page.locator("#crash");
      await expect(panel.getByRole("heading")).toHaveText([heading]);
      await expect(panel.getByRole("button")).toHaveCount(2);
      await expect(panel).toBeFocused();
      await expect(page.locator("#crash-detail")).toContainText("panicked at somewhere.rs: <b>bold</b>");
      await expectAccessible(page, "#crash");
    });
  });
}

test("the language before the app is the first that the browser asks for and the page speaks", async ({ page, faults }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("#crash")).toBeVisible();
  faults.expect(/ERR_FAILED/);
});

test("from the failure panel the notes are saved as they stand, and nothing of others", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    localStorage.setItem("ward-atlas/test", "not { json");
    localStorage.setItem("somebody-else", "theirs");
  });
  await page.evaluate(PANIC);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save my notes as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^ward-atlas-rescue-[\dT-]+\.json$/);
  const file = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(file.kind).toBe("rescue");
  expect(file.entries["ward-atlas/test"]).toBe("not { json");
  expect(file.entries).not.toHaveProperty("somebody-else");
  expect(await page.evaluate(() => localStorage.getItem("ward-atlas/test"))).toBe("not { json");
  await expect(page.getByText("The file with the notes has been made.")).toBeVisible();

  await page.getByRole("button", { name: "Reload the page" }).click();
  await started(page);
});

test("the failure panel says so if there are no notes", async ({ page }) => {
  await open(page);
  await page.evaluate(() => localStorage.clear());
  await page.evaluate(PANIC);
  await page.getByRole("button", { name: "Save my notes as a file" }).click();
  await expect(page.getByText("This browser holds no notes.")).toBeVisible();
});

test("the failure panel says so if the storage is blocked", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await page.goto("./");
  await page.evaluate(PANIC);
  await page.getByRole("button", { name: "Save my notes as a file" }).click();
  await expect(page.getByText("The browser does not let this page read its storage.")).toBeVisible();
});

for (const [what, pattern, status] of [
  ["the wasm is gone", "**/*.wasm", 404],
  ["the script is gone", "**/ward-atlas-*.js", 404],
]) {
  test(`a start that fails because ${what} shows the failure panel`, async ({ page, faults }) => {
    await page.route(pattern, (route) => route.fulfill({ status, body: "gone" }));
    await page.goto("./");
    await expect(page.getByRole("button", { name: "Reload the page" })).toBeVisible();
    await expect(page.locator("#loading")).toHaveCount(0);
    faults.expect(/404|integrity|digest/);
  });
}

for (const [what, pattern] of [
  ["wasm", "**/*.wasm"],
  ["script", "**/ward-atlas-*.js"],
]) {
  test(`a changed ${what} is refused`, async ({ page, faults }) => {
    await page.route(pattern, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: Buffer.concat([await answer.body(), Buffer.from(" ")]) });
    });
    await page.goto("./");
    await expect(page.locator("#crash")).toBeVisible();
    faults.expect(/integrity|digest/);
    faults.ignore(/SRI/);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the page says in three languages what it needs", async ({ page }) => {
    await page.goto("./");
    const lines = page.locator("noscript p");
    await expect(lines).toHaveText([/^Trang này cần JavaScript/, /^This page needs JavaScript/, /^Этой странице нужны JavaScript/]);
    await expect(lines.last()).toBeVisible();
    await expect(page.locator("#loading")).toBeHidden();
  });
});

test("it can be installed: the manifest and its icons are there, with relative addresses", async ({ page, request }) => {
  await page.goto("./");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(address)).json();
  expect([manifest.start_url, manifest.scope, manifest.display]).toEqual(["./", "./", "standalone"]);
  for (const icon of manifest.icons) {
    const answer = await request.get(icon.src);
    expect(answer.headers()["content-type"]).toContain(icon.type);
  }
});

test("an error of somebody else's script does not stop the page", async ({ page, faults }) => {
  await open(page);
  await page.evaluate(() => setTimeout(() => { throw new Error("an extension stumbled"); }));
  await page.waitForTimeout(100);
  await expect(page.locator("#crash")).toBeHidden();
  faults.expect(/an extension stumbled/);
});

test("the single file opens from a disk, with the same panel and no request at all", async ({ page }) => {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await open(page, SINGLE_FILE);
  expect(requests.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:"))).toEqual([SINGLE_FILE]);
  await expect(page.locator("#boot")).toHaveAttribute("data-build", /^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
  await page.evaluate(PANIC);
  await expect(page.locator("#crash")).toBeVisible();
});
