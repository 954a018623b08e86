// The area sheet: one area on one page.
import { clickOnMap, headline, rows, sheet } from "../support/atlas.mjs";
import { expect, open, test } from "../support/test.mjs";

const figure = (page, label) =>
  sheet(page, "Đông Vệ").getByRole("row").filter({ has: page.getByRole("button", { name: label, exact: true }) });

test.beforeEach(async ({ page }) => {
  await open(page);
  await rows(page).getByRole("button", { name: "Đông Vệ" }).click();
  await expect(sheet(page, "Đông Vệ")).toBeVisible();
});

test("it says what the area is: kind, settlement, code, since when", async ({ page }) => {
  await expect(sheet(page, "Đông Vệ").locator(".facts")).toHaveText(/Ward.*Settlement, 2019: urban.*14782.*1994/);
});

test("it holds every figure with its state, rank and comparison in words", async ({ page }) => {
  // Those of the data set, the two of the year's work, and under them the ten tasks.
  await expect(sheet(page, "Đông Vệ").getByRole("row")).toHaveCount(25 + 2 + 10);
  for (const [label, value, unit, words] of [
    ["Population density, 2019", "6,346", "people per km²", /published.*rank 10 of 34.*higher than the city/i],
    ["Population, 1 April 2019", "30,333", "people", /published.*rank 1 of 34/i],
    ["Mean household size, 2019", "3.54", "people per household", /published.*rank \d+ of 34.*similar to the city/i],
    ["Share of households of 5 or more people, 2019", "20.4%", "", /published.*rank \d+ of 34/i],
  ]) {
    await expect(figure(page, label)).toContainText(value);
    await expect(figure(page, label)).toContainText(unit);
    await expect(figure(page, label)).toHaveText(words);
  }
});

test("what is not known is called so, without rank or comparison", async ({ page }) => {
  const missing = figure(page, "Families recognised as cultural families");
  await expect(missing).toHaveText(/no figure|missing/);
  await expect(missing).not.toHaveText(/rank|city|published/i);
});

test("the place in the distribution is drawn beside each figure that areas differ in", async ({ page }) => {
  const strip = figure(page, "Population density, 2019").locator("canvas").first();
  await expect(strip).toBeVisible();
  expect(await strip.evaluate((canvas) => new Set(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data).size)).toBeGreaterThan(1);
  await expect(figure(page, "Sanitary waste bins").locator("canvas")).toHaveCount(0);
});

test("an indicator in the sheet is shown on the map when it is pressed", async ({ page }) => {
  await figure(page, "Natural area").getByRole("button", { name: "Natural area", exact: true }).click();
  await expect(headline(page)).toHaveText(/^Natural area/);
  await expect(sheet(page, "Đông Vệ")).toBeVisible();
});

test("neighbours are named, lead to their sheets, and are neighbours of each other", async ({ page }) => {
  const neighbours = (name) => sheet(page, name).getByRole("region", { name: "Neighbours" }).getByRole("button");
  const names = (await neighbours("Đông Vệ").allTextContents()).map((text) => text.replace(/\s*[\d,]+$/, ""));
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) {
    await neighbours("Đông Vệ").filter({ hasText: name }).click();
    await expect(sheet(page, name)).toBeVisible();
    await neighbours(name).filter({ hasText: "Đông Vệ" }).click();
    await expect(sheet(page, "Đông Vệ")).toBeVisible();
  }
});

test("previous and next go round all areas", async ({ page }) => {
  test.slow();
  const next = page.getByRole("complementary").getByRole("button", { name: /^Next/ });
  const title = page.getByRole("complementary").getByRole("heading", { level: 2 });
  const seen = new Set();
  for (let n = 0; n < 34; n += 1) {
    seen.add(await title.textContent());
    const before = await title.textContent();
    await next.click();
    await expect(title).not.toHaveText(before);
  }
  expect(seen.size).toBe(34);
  await expect(title).toHaveText("Đông Vệ");
  await page.getByRole("complementary").getByRole("button", { name: /^Previous/ }).click();
  await expect(title).not.toHaveText("Đông Vệ");
});

test("the area can be chosen from its sheet", async ({ page }) => {
  await sheet(page, "Đông Vệ").getByRole("button", { name: "Choose Đông Vệ" }).click();
  await expect(page.getByRole("checkbox", { name: "Choose Đông Vệ" })).toBeChecked();
  await sheet(page, "Đông Vệ").getByRole("button", { name: /Clear the choice|no longer/i }).click();
  await expect(page.getByRole("checkbox", { name: "Choose Đông Vệ" })).not.toBeChecked();
});

test("the map can be used beside the open sheet, and another double click changes it", async ({ page }) => {
  await clickOnMap(page, "Đông Lĩnh", { double: true });
  await expect(sheet(page, "Đông Lĩnh")).toBeVisible();
  await expect(page.getByRole("complementary")).toHaveCount(1);
});

test("its notes stand in it: on the area and on single figures", async ({ page }) => {
  const opened = sheet(page, "Đông Vệ");
  await opened.getByRole("button", { name: "Note on Đông Vệ, Density 2019" }).click();
  await page.keyboard.type("Check the border");
  const note = opened.getByRole("article", { name: "Note on Đông Vệ, Population density, 2019" });
  await expect(note.getByRole("textbox", { name: "Text" })).toHaveValue("Check the border");
  await expect(note).toContainText("When written: 6,346 people per km²");
});

test("Escape and the Close button close it", async ({ page }) => {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await rows(page).getByRole("button", { name: "An Hưng" }).click();
  await sheet(page, "An Hưng").getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("complementary")).toHaveCount(0);
});

test("it is printed on one A4 page, alone", async ({ page }) => {
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

for (const width of [1280, 390]) {
  test(`at ${width} px every figure can be read without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const [content, frame] = await sheet(page, "Đông Vệ").evaluate((element) => [element.scrollWidth, element.clientWidth]);
    expect(content).toBeLessThanOrEqual(frame);
  });
}

test("on a phone the sheet fills the screen and scrolls", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const { x, width } = await sheet(page, "Đông Vệ").boundingBox();
  expect([Math.round(x), Math.round(width)]).toEqual([0, 390]);
  await sheet(page, "Đông Vệ").getByRole("button", { name: "Note on Đông Vệ", exact: true }).scrollIntoViewIfNeeded();
  await expect(sheet(page, "Đông Vệ").getByRole("button", { name: "Note on Đông Vệ", exact: true })).toBeInViewport();
});
