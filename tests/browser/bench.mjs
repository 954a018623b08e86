// Measures the built page in Chromium and prints an array of named numbers: `cargo xtask bench --json`.
//
// What is measured is what the page tells by User Timing (`atlas:filled` from the navigation, `atlas:redraw` from an input
// to the drawing that it caused, `atlas:estimates` and `atlas:ranking` of one computation each), and the time from an event
// to the end of the frame that shows what it changed; each at the machine's own speed and on a processor slowed four times.
import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
import { mergeFile } from "./support/goals.mjs";
import { fullYear, grid } from "./support/tasks.mjs";

const [base] = process.argv.slice(2);
const OPENS = 9;
const MOVES = 80;
const REPORTS = 15;
const WHEELS = 60;
const AREAS = JSON.parse(readFileSync(new URL("../../public/data/thanh-hoa-2023.json", import.meta.url))).areas;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
});

async function opened(slowdown) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: "en-GB", serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.goto(base);
  await page.waitForFunction(() => performance.getEntriesByName("atlas:filled").length === 1);
  return page;
}

/** Drags through the middle of a box, from a tenth to nine tenths of its width, with a rest after each move. */
async function drag(page, { x, y, width, height }, moves, restMs) {
  await page.mouse.move(x + width * 0.1, y + height / 2);
  await page.mouse.down();
  for (let move = 1; move <= moves; move += 1) {
    await page.mouse.move(x + width * (0.1 + (0.8 * move) / moves), y + height / 2);
    await page.waitForTimeout(restMs);
  }
  await page.mouse.up();
}

/** How long one and the same arithmetic takes, by which numbers of different machines and days can be compared. */
const yardstick = (page) =>
  page.evaluate(async () => {
    const took = [];
    for (let run = 0; run < 40; run += 1) {
      await new Promise((rested) => setTimeout(rested, 20));
      const begun = performance.now();
      let x = 1;
      for (let step = 0; step < 200_000; step += 1) x = (x * 1103515245 + 12345) & 0x7fffffff;
      took.push(performance.now() - begun + (x & 0));
    }
    return took;
  });

/** Starts to note how long each event of a kind takes, up to the end of the frame that it changes. */
const note = (page, kind) =>
  page.evaluate((kind) => {
    globalThis.noted = [];
    document.addEventListener(kind, () => {
      const begun = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => noted.push(performance.now() - begun);
      requestAnimationFrame(() => port2.postMessage(0));
    }, true);
  }, kind);
const noted = (page) => page.evaluate(() => noted.splice(0));
const measures = (page, name) =>
  page.evaluate((name) => performance.getEntriesByName(name).map((entry) => entry.duration), name);

const quantile = (values, part) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const rounded = (ms) => Math.round(ms * 10) / 10;
const numbers = [];
const add = (name, value) => numbers.push({ name, value: rounded(value), unit: "ms" });

for (const slowdown of [1, 4]) {
  const filled = [];
  for (let run = 0; run < OPENS; run += 1) {
    const page = await opened(slowdown);
    filled.push(await page.evaluate(() => performance.getEntriesByName("atlas:filled")[0].startTime));
    await page.context().close();
  }
  add(`filled, median of ${OPENS}, ${slowdown}x`, quantile(filled, 0.5));

  const page = await opened(slowdown);
  add(`yardstick: 200,000 steps of arithmetic, median, ${slowdown}x`, quantile(await yardstick(page), 0.5));
  const plot = page.getByRole("region", { name: "Where each ward lies" }).locator("canvas").last();
  await plot.scrollIntoViewIfNeeded();
  await page.waitForTimeout(1000);
  const { x, y, width, height } = await plot.boundingBox();
  const redraws = async (act) => {
    await page.evaluate(() => performance.clearMeasures("atlas:redraw"));
    await act();
    return measures(page, "atlas:redraw");
  };
  const brushed = await redraws(() => drag(page, { x, y, width, height }, MOVES, 30));
  add(`redraw of a brush, p50 of ${brushed.length}, ${slowdown}x`, quantile(brushed, 0.5));
  add(`redraw of a brush, p95 of ${brushed.length}, ${slowdown}x`, quantile(brushed, 0.95));
  const indicator = page.getByRole("combobox", { name: "Indicator", exact: true });
  const labels = await indicator.locator("option").allTextContents();
  const changed = await redraws(async () => {
    for (const label of labels.slice(0, 12)) {
      await indicator.selectOption({ label });
      await page.waitForTimeout(120);
    }
  });
  add(`redraw of another indicator, p95 of ${changed.length}, ${slowdown}x`, quantile(changed, 0.95));

  // One report while estimates are shown: from the key that ends the typing to the painted form. The estimates come after it.
  await page.goto(`${base}#/review?part=estimates`);
  await page.getByRole("checkbox", { name: "Show estimates" }).check();
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: /^Enter/ }).click();
  const bins = page.getByRole("textbox", { name: "Sanitary waste bins" });
  await bins.waitFor();
  await note(page, "keydown");
  for (let report = 0; report < REPORTS; report += 1) {
    await bins.fill(String(100 + report));
    await page.keyboard.press("Enter");
    await page.waitForTimeout(500);
  }
  const reported = await noted(page);
  add(`a report in the form, key to frame, median of ${reported.length}, ${slowdown}x`, quantile(reported, 0.5));
  const estimated = (await measures(page, "atlas:estimates")).slice(-REPORTS);
  add(`the estimates after that frame, median of ${estimated.length}, ${slowdown}x`, quantile(estimated, 0.5));

  // The same reports taken back one by one on the map that shows their indicator: estimates, map and charts anew.
  await page.evaluate(() => (location.hash = location.hash.replace("#/review?", "#/atlas?i=bins&")));
  await page.getByRole("heading", { name: /^Sanitary waste bins/ }).waitFor();
  await page.waitForTimeout(1500);
  const backs = await redraws(async () => {
    // The first step back is that to the map.
    for (let back = 0; back <= REPORTS; back += 1) {
      await page.getByRole("button", { name: /^Undo/ }).click();
      await page.waitForTimeout(500);
    }
  });
  add(`a report on the map, estimates and drawings, p50 of ${backs.length}, ${slowdown}x`, quantile(backs, 0.5));
  add(`a report on the map, estimates and drawings, p95 of ${backs.length}, ${slowdown}x`, quantile(backs, 0.95));

  // An index of twelve indicators, nine of them estimated: from each move of a weight's slider to the painted ranking.
  await page.goto(`${base}#/tasks?work=commendations`);
  await page.getByRole("button", { name: "Make empty settings" }).click();
  const builder = page.getByRole("region", { name: "Indicators and weights", exact: true });
  await builder.getByText("Choose indicators", { exact: true }).click();
  const known = builder.locator("label", { hasText: "34 of 34" });
  for (let n = 0; n < 12; n += 1) await known.nth((await known.count()) - 1 - n).getByRole("checkbox").check();
  const undecided = builder.locator("select[aria-invalid=true]");
  while ((await undecided.count()) > 0) await undecided.first().selectOption("higher");
  await builder.getByText("Choose indicators", { exact: true }).click();
  const slider = builder.getByRole("slider").first();
  await slider.scrollIntoViewIfNeeded();
  const at = await slider.boundingBox();
  await note(page, "input");
  await page.evaluate(() => performance.clearMeasures("atlas:ranking"));
  await drag(page, at, 40, 150);
  const ranked = await measures(page, "atlas:ranking");
  add(`an index by another weight, p50 of ${ranked.length}, ${slowdown}x`, quantile(ranked, 0.5));
  add(`an index by another weight, p95 of ${ranked.length}, ${slowdown}x`, quantile(ranked, 0.95));
  const shown = await noted(page);
  add(`the same, input to frame, p50 of ${shown.length}, ${slowdown}x`, quantile(shown, 0.5));
  add(`the same, input to frame, p95 of ${shown.length}, ${slowdown}x`, quantile(shown, 0.95));

  // The matrix of 60 tasks and 311 streets under the wheel: from each scroll to the end of its frame.
  await page.goto(`${base}#/tasks?lang=en`);
  await mergeFile(page, fullYear(AREAS));
  await page.getByRole("complementary").getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("group", { name: "Rows" }).getByRole("button", { name: "Streets and villages" }).click();
  await grid(page).scrollIntoViewIfNeeded();
  const matrix = await grid(page).boundingBox();
  await page.mouse.move(matrix.x + matrix.width / 2, matrix.y + Math.min(matrix.height, 300) / 2);
  await note(page, "scroll");
  for (let wheel = 0; wheel < WHEELS; wheel += 1) {
    await page.mouse.wheel(wheel % 3 === 2 ? 90 : 0, 120);
    await page.waitForTimeout(60);
  }
  const scrolled = await noted(page);
  add(`a scroll of the full matrix, p50 of ${scrolled.length}, ${slowdown}x`, quantile(scrolled, 0.5));
  add(`a scroll of the full matrix, p95 of ${scrolled.length}, ${slowdown}x`, quantile(scrolled, 0.95));
  await page.context().close();
}

await browser.close();
process.stdout.write(`${JSON.stringify(numbers)}\n`);
