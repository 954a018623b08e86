// The page tells its own speed through User Timing. How fast it is, is measured by a command and not asserted here.
import { back, brush, headline, legend, ranked, restingPicture, scatter, search, showIndicator, stage } from "../support/atlas.mjs";
import { expect, open, test } from "../support/test.mjs";

const entries = (page, type, name) =>
  page.evaluate(([type, name]) => performance.getEntriesByType(type).filter((entry) => entry.name === name).map(({ startTime, duration }) => ({ startTime, duration })), [type, name]);
const redraws = (page) => entries(page, "measure", "atlas:redraw");

test("the first filled map is marked once", async ({ page }) => {
  await open(page);
  await expect.poll(() => entries(page, "mark", "atlas:filled")).toHaveLength(1);
  await showIndicator(page, "Natural area");
  await expect(headline(page)).toHaveText(/^Natural area/);
  expect(await entries(page, "mark", "atlas:filled")).toHaveLength(1);
});

test("the mark is there too when the first page is another one and the map comes later", async ({ page }) => {
  await open(page, "./#/about");
  expect(await entries(page, "mark", "atlas:filled")).toHaveLength(0);
  await page.getByRole("link", { name: "Atlas" }).click();
  await expect.poll(() => entries(page, "mark", "atlas:filled")).toHaveLength(1);
});

test("every input that changes filters, indicator, classes or layout is measured up to its drawing", async ({ page }) => {
  await open(page);
  await restingPicture(stage(page));
  for (const [what, act] of [
    ["an indicator", () => showIndicator(page, "Mean household size, 2019")],
    ["a filter", () => page.getByRole("button", { name: "Commune 4" }).click()],
    ["a search", () => search(page).fill("dong")],
    ["a class", () => legend(page).getByRole("button").first().click()],
    ["a brush", () => brush(page, page.getByRole("group", { name: /^Range: / }).first(), 0.2, 0.8)],
    ["a layout", () => page.getByRole("button", { name: "Equal tiles" }).click()],
    ["Back", () => back(page)],
  ]) {
    const before = (await redraws(page)).length;
    await act();
    await expect.poll(async () => (await redraws(page)).length, what).toBeGreaterThan(before);
    const { startTime, duration } = (await redraws(page)).at(-1);
    expect(startTime, what).toBeGreaterThan(0);
    expect(duration, what).toBeGreaterThan(0);
    await restingPicture(stage(page));
  }
});

test("what is scrolled out of sight is drawn after what is in sight, and by itself", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  await open(page);
  await restingPicture(scatter(page));
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(scatter(page)).not.toBeInViewport();
  // The browser tells in its own time what is in sight.
  await page.evaluate(() => new Promise((told) => setTimeout(told, 300)));
  const canvas = (place) => place.locator("canvas").first().elementHandle();
  const changed = await page.evaluate(async ([near, far, field]) => {
    const look = () => [near, far].map((canvas) => canvas.toDataURL());
    const before = look();
    field.value = "dong";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const since = () => look().map((now, ix) => now !== before[ix]);
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
    const atOnce = since();
    await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown, 100)));
    return [atOnce, since()];
  }, [await canvas(ranked(page)), await canvas(scatter(page)), await search(page).elementHandle()]);
  expect(changed).toEqual([[true, false], [true, true]]);
});

test("what is typed into a report is shown before the others are estimated anew", async ({ page }) => {
  await open(page, "./#/review?part=estimates");
  await page.getByRole("checkbox", { name: "Show estimates" }).check();
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: /^Enter/ }).click();
  const field = page.getByRole("textbox", { name: "Sanitary waste bins" });
  await expect(field).toHaveAttribute("placeholder", /^[\d,]+$/);
  const estimates = () => entries(page, "measure", "atlas:estimates");
  await expect.poll(async () => (await estimates()).length).toBeGreaterThan(0);
  const before = (await estimates()).length;
  await page.evaluate(() => {
    document.addEventListener("keydown", () => requestAnimationFrame(() => performance.mark("frame")), { capture: true, once: true });
  });
  await field.fill("150");
  await field.press("Enter");
  await expect.poll(async () => (await estimates()).length).toBe(before + 1);
  const [{ startTime: shown }] = await entries(page, "mark", "frame");
  expect((await estimates()).at(-1).startTime).toBeGreaterThan(shown);
});

test("hover redraws nothing that is measured", async ({ page }) => {
  await open(page);
  await restingPicture(stage(page));
  const before = (await redraws(page)).length;
  await page.locator(".map-stage").hover();
  await page.mouse.move(500, 500);
  expect(await redraws(page)).toHaveLength(before);
});
