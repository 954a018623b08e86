// The map, its legend and its charts, by pointer and by form fields.
import {
  brush, clickOnMap, colorOnMap, distribution, drag, expectPassing, headline, legend, map, nameOnMap, openClasses, option,
  options, pick, picture, plot, ranked, restingPicture, rows, scatter, sheet, showIndicator, stage, swatches,
} from "../support/atlas.mjs";
import { expect, open, test } from "../support/test.mjs";

const FIRST = "Population density, 2019: from 841 people per km² in Đông Vinh to 18,915 in Ngọc Trạo; city 2,477";
const chosen = (page) => map(page).getByRole("option", { selected: true });
const classes = (page) => legend(page).getByRole("button").filter({ hasNotText: "no figure" });
const counts = async (page) => (await legend(page).locator(".count").allTextContents()).map(Number);

test.beforeEach(async ({ page }) => open(page));

test("the first sight is a filled map under a sentence that says what it shows", async ({ page }) => {
  await expect(headline(page)).toHaveText(FIRST);
  await expect(headline(page)).toBeInViewport();
  await expect(map(page)).toBeInViewport({ ratio: 0.5 });
  const colors = await swatches(page);
  for (const name of ["Đông Vinh", "Đông Vệ"]) {
    const at = Number((await option(page, name).textContent()).match(/class (\d) of 5/)[1]);
    expect(await colorOnMap(page, await nameOnMap(page, name)), name).toBe(colors[at - 1]);
  }
});

test("all 34 areas are options of the map, with figure, class, rank and comparison in words", async ({ page }) => {
  await expect(options(page)).toHaveCount(34);
  for (const text of await options(page).allTextContents()) {
    expect(text).toMatch(/^.+, (ward|commune): [\d,]+ people per km², class \d of 5, rank \d+ of 34, (higher than|similar to|lower than) the city$/);
  }
  await expect(option(page, "Đông Vệ")).toHaveText(/^Đông Vệ, ward: 6,346 people per km², class \d of 5, rank 10 of 34, higher than the city$/);
});

for (const width of [1280, 1024, 768, 390]) {
  test(`at ${width} px nothing makes the page wider than the window`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("another indicator changes sentence, map, legend, ranking, distribution, scatter and options", async ({ page }) => {
  const shown = async () => Promise.all([stage(page), ranked(page), distribution(page), scatter(page)].map(restingPicture));
  const before = await shown();
  await showIndicator(page, "Mean household size, 2019");
  await expect(headline(page)).toHaveText(/^Mean household size, 2019: from 3\.\d\d people per household in .+ to 4\.06 in Quảng Cát; city 3\.51$/);
  await expect(legend(page).getByRole("heading")).toHaveText("people per household");
  await expect(option(page, "Quảng Cát")).toHaveText(/4\.06 people per household, class 5 of 5, rank 1 of 34, higher than the city/);
  const after = await shown();
  after.forEach((drawing, at) => expect(drawing).not.toBe(before[at]));
});

test("a count is shown by circles and becomes a fill when it is divided", async ({ page }) => {
  await showIndicator(page, "Population, 1 April 2019");
  await expect(legend(page).getByText("Area of a circle: Population, 1 April 2019")).toBeVisible();
  await expect(classes(page)).toHaveCount(0);
  const help = legend(page).getByText("Press a class to see only that class.");
  await expect(help).toHaveCount(0);
  await pick(page, "Divided by", "km²");
  await expect(help).toBeVisible();
  await expect(legend(page).getByText(/Area of a circle/)).toHaveCount(0);
  expect((await counts(page)).reduce((sum, n) => sum + n)).toBe(34);
  await expect(classes(page)).not.toHaveCount(0);
  await showIndicator(page, "Mean household size, 2019");
  await expect(page.getByRole("combobox", { name: "Divided by" })).toHaveCount(0);
});

test("an indicator of the conference tells the city's figure and that wards have none", async ({ page }) => {
  await showIndicator(page, "Families recognised as cultural families");
  await expect(page.getByText("There are no figures by ward for this indicator yet.")).toBeVisible();
  await expect(page.locator(".kpi")).toHaveText(/^Published for the city 78,201.*85\.6%/);
  await expect(headline(page)).toHaveText(/78,201.*85\.6%/);
  await expect(legend(page).getByRole("button", { name: "no figure 34" })).toBeVisible();
  await expect(option(page, "Đông Vệ")).toHaveText(/^Đông Vệ, ward: no figure/);
});

test("all nine results of the conference stand beside the map and lead to their indicator", async ({ page }) => {
  const results = page.getByRole("region", { name: "Filter wards" }).getByRole("listitem");
  await expect(results).toHaveText([
    /^Civilised weddings 20 of 34$/, /^Cultural families 78,201 families, 85\.6%$/, /^Cultural areas 262 of 311, 84\.2%$/,
    /^Model roads 136 roads$/, /^Flower pots 11,312 pots$/, /^Flower roads 17,231 m$/, /^Clean houses 68 models$/,
    /^Waste bins 7,619 bins$/, /^Party admissions 169 people$/,
  ]);
  await results.getByRole("button", { name: "Waste bins" }).click();
  await expect(page.getByRole("combobox", { name: "Indicator" })).toHaveValue("bins");
});

test("three layouts show the same areas in three ways", async ({ page }) => {
  const layouts = page.getByRole("group", { name: "Layout" });
  const outlines = await restingPicture(stage(page));
  await layouts.getByRole("button", { name: "Equal tiles" }).click();
  await expect(layouts.getByRole("button", { name: "Equal tiles" })).toHaveAttribute("aria-pressed", "true");
  const tiles = await restingPicture(stage(page));
  await layouts.getByRole("button", { name: "Symbols" }).click();
  const symbols = await restingPicture(stage(page));
  await expect(legend(page).getByText(/Area of a circle/)).toBeVisible();
  await layouts.getByRole("button", { name: "Outlines" }).click();
  expect(await restingPicture(stage(page))).toBe(outlines);
  expect(new Set([outlines, tiles, symbols]).size).toBe(3);
});

test("equal tiles show the name of every area, also of the small ones in the centre", async ({ page }) => {
  await page.getByRole("button", { name: "Equal tiles" }).click();
  for (const text of await options(page).allTextContents()) {
    await nameOnMap(page, text.split(",")[0]);
  }
});

test("layouts flow into each other, and switch at once for those who ask for less motion", async ({ page }) => {
  // The pictures of the next frames, after a click.
  const frames = (name) =>
    page.evaluate(async (name) => {
      [...document.querySelectorAll("button")].find((button) => button.textContent === name).click();
      const seen = new Set();
      const end = performance.now() + 800;
      await new Promise((resolve) => setTimeout(resolve, 50));
      while (performance.now() < end) {
        await new Promise(requestAnimationFrame);
        seen.add(document.querySelector(".map-stage canvas").toDataURL());
      }
      return seen.size;
    }, name);
  // The tiles are placed when they are first asked for, which takes a moment of its own.
  const outlines = await restingPicture(stage(page));
  await page.getByRole("button", { name: "Equal tiles" }).click();
  await expect.poll(() => picture(stage(page))).not.toBe(outlines);
  await page.getByRole("button", { name: "Outlines" }).click();
  await expect.poll(() => restingPicture(stage(page))).toBe(outlines);
  expect(await frames("Equal tiles")).toBeGreaterThan(2);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await frames("Outlines")).toBe(1);
});

for (const [method, summary] of [
  ["Rounded", "Classes: rounded, 5"],
  ["Quantiles", "Classes: quantiles, 5"],
  ["Equal intervals", "Classes: equal intervals, 5"],
  ["Natural breaks", "Classes: natural breaks, 5"],
  ["Around the city's figure", /^Classes: around the city's figure, \d$/],
]) {
  test(`classes by method "${method}" hold all 34 areas`, async ({ page }) => {
    await openClasses(page);
    await pick(page, "Classes", method);
    await expect(page.locator("summary").first()).toHaveText(summary);
    expect((await counts(page)).reduce((sum, n) => sum + n)).toBe(34);
    await expect(headline(page)).toHaveText(FIRST);
  });
}

test("three to seven classes, each with its own colour on map and legend", async ({ page }) => {
  await openClasses(page);
  await pick(page, "Classes", "Quantiles");
  for (const n of [3, 4, 5, 6, 7]) {
    await pick(page, "Number of classes", String(n));
    await expect(classes(page)).toHaveCount(n);
    const colors = await swatches(page);
    expect(new Set(colors).size).toBe(n);
    await expect.poll(async () => colorOnMap(page, await nameOnMap(page, "Đông Vinh"))).toBe(colors[0]);
    const sizes = (await counts(page)).slice(0, n);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }
});

test("own breaks make the classes; what is no break is refused with words and changes nothing", async ({ page }) => {
  await openClasses(page);
  await pick(page, "Classes", "Own breaks");
  const field = page.getByRole("textbox", { name: "Breaks, separated by semicolons" });
  await field.fill("1000; 5,000");
  await field.press("Tab");
  await expect(classes(page)).toHaveText([/under 1,000\s*4$/, /1,000 to under 5,000\s*19$/, /5,000 and over\s*11$/]);
  for (const wrong of ["5000; 1000", "abc", "1;2;3;4;5;6;7", "1000; 1000", ";", "1e999"]) {
    await field.fill(wrong);
    await field.press("Tab");
    await expect(field, wrong).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/1 to 6 ascending numbers, e\.g\. 1000; 5000/);
    await expect(classes(page)).toHaveCount(3);
  }
  await field.fill("2000");
  await field.press("Tab");
  await expect(field).toHaveAttribute("aria-invalid", "false");
  await expect(classes(page)).toHaveCount(2);
});

test("every palette colours map and legend alike", async ({ page }) => {
  await openClasses(page);
  const seen = new Set();
  const names = await page.getByRole("combobox", { name: "Palette" }).getByRole("option").allTextContents();
  expect(names).toEqual(["Automatic", "BuGn", "YlOrBr", "Purples", "Viridis", "Cividis", "BrBG ↔", "PuOr ↔"]);
  for (const name of names.slice(1)) {
    await pick(page, "Palette", name);
    await expect.poll(async () => colorOnMap(page, await nameOnMap(page, "Đông Vinh")), name).toBe((await swatches(page))[0]);
    seen.add((await swatches(page)).join());
  }
  expect(seen.size).toBe(names.length - 1);
});

test("a press on a class of the legend filters by it, a second press lets go", async ({ page }) => {
  const [lower, upper] = [classes(page).nth(3), classes(page).nth(4)];
  const [nLower, nUpper] = (await counts(page)).slice(3, 5);
  await lower.click();
  await expect(lower).toHaveAttribute("aria-pressed", "true");
  await expectPassing(page, nLower);
  await upper.click();
  await expectPassing(page, nLower + nUpper);
  await lower.click();
  await expectPassing(page, nUpper);
  await expect(rows(page).first()).toHaveText(/Ngọc Trạo/);
  await upper.click();
  await expectPassing(page, 34);
});

test("the legend names the missing class and the states of the figures", async ({ page }) => {
  await expect(legend(page).getByRole("button", { name: "no figure 0" })).toBeVisible();
  await expect(legend(page).getByText("published 34")).toBeVisible();
  await showIndicator(page, "Permanent residents at the end of 2022");
  const missing = Number((await legend(page).getByRole("button", { name: /^no figure/ }).textContent()).match(/\d+/)[0]);
  await expect(legend(page).getByText(`published ${34 - missing}`)).toBeVisible();
});

test("zoom in, zoom out, fit, Ctrl with the wheel, and dragging move the map", async ({ page }) => {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const whole = await restingPicture(stage(page));
  await expect(button("Zoom out")).toBeDisabled();
  await expect(button("Fit")).toBeDisabled();
  await button("Zoom in").click();
  const larger = await restingPicture(stage(page));
  expect(larger).not.toBe(whole);
  await map(page).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const { x, y, width, height } = await stage(page).boundingBox();
  const middle = { x: x + width / 2, y: y + height / 2 };
  await drag(page, middle, { x: middle.x + 40, y: middle.y + 30 });
  const moved = await restingPicture(stage(page));
  expect(moved).not.toBe(larger);
  await expect(chosen(page), "dragging chooses nothing").toHaveCount(0);
  await button("Fit").click();
  expect(await restingPicture(stage(page))).toBe(whole);
  await page.mouse.move(middle.x, middle.y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await expect(button("Zoom out")).toBeEnabled();
  while (await button("Zoom out").isEnabled()) await button("Zoom out").click();
  expect(await restingPicture(stage(page))).toBe(whole);
});

test("enlarged, the map shows more names", async ({ page }) => {
  const names = () => stage(page).locator(".labels span").count();
  const before = await names();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await nameOnMap(page, "Ngọc Trạo");
  expect(before).toBeGreaterThan(30);
});

test("the pointer shows name and figure of the area under it, and the base drawing stays as it is", async ({ page }) => {
  const base = await restingPicture(stage(page));
  const { x, y } = await nameOnMap(page, "Đông Vệ");
  await page.mouse.move(x, y);
  const label = page.locator(".hover-label");
  await expect(label).toContainText("Đông Vệ");
  await expect(label).toContainText("6,346 people per km²");
  expect(await picture(stage(page))).toBe(base);
  await headline(page).hover();
  await expect(label).toHaveCount(0);
});

test("hover in the table and in the ranking marks the area on the map", async ({ page }) => {
  const overlay = () => stage(page).locator("canvas").nth(1).evaluate((canvas) => canvas.toDataURL());
  const nothing = await overlay();
  await rows(page).first().hover();
  await expect.poll(overlay).not.toBe(nothing);
  await headline(page).hover();
  await expect.poll(overlay).toBe(nothing);
  await plot(ranked(page)).hover({ position: { x: 100, y: 8 } });
  await expect.poll(overlay).not.toBe(nothing);
});

test("a click chooses an area, another one chooses that instead, a click again lets go", async ({ page }) => {
  await clickOnMap(page, "Đông Vệ");
  await expect(chosen(page)).toHaveText([/^Đông Vệ/]);
  await expect(page.getByText("1 area chosen")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Choose Đông Vệ" })).toBeChecked();
  await clickOnMap(page, "Quảng Thành");
  await expect(chosen(page)).toHaveText([/^Quảng Thành/]);
  await clickOnMap(page, "Quảng Thành");
  await expect(chosen(page)).toHaveCount(0);
});

test("a click with Shift adds and takes away, a click beside the city clears the choice", async ({ page }) => {
  await clickOnMap(page, "Đông Vệ");
  await clickOnMap(page, "Quảng Thành", { shift: true });
  await clickOnMap(page, "An Hưng", { shift: true });
  await expect(chosen(page)).toHaveCount(3);
  await clickOnMap(page, "Quảng Thành", { shift: true });
  await expect(chosen(page)).toHaveText([/^Đông Vệ/, /^An Hưng/]);
  const { x, y } = await stage(page).boundingBox();
  await page.mouse.click(x + 8, y + 8);
  await expect(chosen(page)).toHaveCount(0);
});

for (const how of ["with Shift held", "after the button for it"]) {
  test(`a box ${how} chooses all areas in it`, async ({ page }) => {
    const from = await nameOnMap(page, "Thiệu Khánh");
    const to = await nameOnMap(page, "Thiệu Dương");
    const box = [{ x: from.x - 30, y: from.y - 30 }, { x: to.x + 25, y: to.y + 15 }];
    if (how === "with Shift held") {
      await page.keyboard.down("Shift");
      await drag(page, ...box);
      await page.keyboard.up("Shift");
    } else {
      await page.getByRole("button", { name: "Choose by box" }).click();
      await expect(page.getByRole("button", { name: "Choose by box" })).toHaveAttribute("aria-pressed", "true");
      const again = await nameOnMap(page, "Thiệu Khánh");
      await drag(page, ...box.map((point) => ({ x: point.x + again.x - from.x, y: point.y + again.y - from.y })));
    }
    const names = (await chosen(page).allTextContents()).map((text) => text.split(",")[0]);
    expect(names).toEqual(expect.arrayContaining(["Thiệu Khánh", "Thiệu Dương"]));
    expect(names).not.toContain("Đông Vệ");
  });
}

test("a double click on map or ranking opens the sheet of that area", async ({ page }) => {
  await clickOnMap(page, "Đông Vệ", { double: true });
  await expect(sheet(page, "Đông Vệ")).toBeVisible();
  await sheet(page, "Đông Vệ").getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await plot(ranked(page)).dblclick({ position: { x: 100, y: 8 } });
  await expect(sheet(page, "Ngọc Trạo")).toBeVisible();
});

test("a click in ranking and scatter chooses the area", async ({ page }) => {
  await plot(ranked(page)).click({ position: { x: 100, y: 8 } });
  await expect(chosen(page)).toHaveText([/^Ngọc Trạo/]);
  await page.getByRole("button", { name: "Clear the choice" }).click();
  await expect(chosen(page)).toHaveCount(0);
  await expect(page.getByText("Click an area to choose it; double-click for its sheet.")).toBeVisible();
});

test("the bar of the choice opens the sheet of a chosen area", async ({ page }) => {
  await clickOnMap(page, "Đông Vệ");
  await page.getByRole("button", { name: "Open the sheet: Đông Vệ" }).click();
  await expect(sheet(page, "Đông Vệ")).toBeVisible();
});

test("the scatter sets any two indicators against each other and says r and n", async ({ page }) => {
  await expect(scatter(page)).toContainText("r = −0.05, n = 34");
  await pick(scatter(page), "Horizontal axis", "Population density, 2019");
  await expect(scatter(page)).toContainText("r = 1.00, n = 34");
  await pick(scatter(page), "Horizontal axis", "Natural area");
  await expect(scatter(page)).toContainText(/r = −0\.\d\d, n = 34/);
  await pick(scatter(page), "Horizontal axis", "Sanitary waste bins");
  await expect(scatter(page)).toContainText("At least 3 areas with both figures are needed");
});

test("the scatter's r and n count the areas that pass the filters", async ({ page }) => {
  await page.getByRole("button", { name: /^Commune/ }).click();
  await expect(scatter(page)).toContainText(/r = −?\d\.\d\d, n = 4/);
});

test("the distribution is brushed, and the brush is the range in the fields", async ({ page }) => {
  await brush(page, distribution(page), 0.5, 0.99);
  const from = distribution(page).getByRole("textbox", { name: "From" });
  await expect(from).not.toHaveValue("");
  const least = Number((await from.inputValue()).replace(",", ""));
  expect(least).toBeGreaterThan(841);
  const figures = (await rows(page).getByRole("cell").nth(2).allTextContents()).map((text) => Number(text.replace(",", "")));
  figures.forEach((figure) => expect(figure).toBeGreaterThanOrEqual(least));
  expect(figures.length).toBeLessThan(34);
});

test.describe("on a screen of two device pixels to one", () => {
  test.use({ deviceScaleFactor: 2 });
  test("drawings are sharp", async ({ page }) => {
    for (const place of [stage(page), ranked(page), distribution(page), scatter(page)]) {
      const [device, css] = await place.locator("canvas").first().evaluate((canvas) => [canvas.width, canvas.clientWidth]);
      expect(device).toBe(css * 2);
    }
  });
});
