// The table: the map's twin, with every figure as text.
import { readFileSync } from "node:fs";
import { clickOnMap, option, rowNames, rows, search, sheet, showIndicator, table } from "../support/atlas.mjs";
import { expect, open, test } from "../support/test.mjs";

const head = (page, name) => table(page).getByRole("columnheader", { name, exact: true });
const sortBy = (page, name) => head(page, name).getByRole("button").click();
const column = async (page, name) => {
  const names = (await table(page).getByRole("columnheader").allTextContents()).map((text) => text.replace(/ [↑↓]$/, ""));
  const at = names.indexOf(name);
  return rows(page).evaluateAll((all, at) => all.map((row) => row.children[at].textContent), at);
};
const numbers = (texts) => texts.map((text) => Number(text.replace(/[,%]/g, "")));

async function saveCsv(page, button = "Save the table (CSV)") {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

async function showColumns(page, ...labels) {
  await table(page).page().getByText("Columns", { exact: true }).click();
  for (const label of labels) await page.getByRole("group", { name: "Columns" }).getByRole("checkbox", { name: label, exact: true }).setChecked(true);
  await page.getByText("Columns", { exact: true }).click();
}

test.beforeEach(async ({ page }) => open(page));

test("rows are sorted by the indicator on the map, greatest first, and a press on a head turns the order", async ({ page }) => {
  await expect(head(page, "Density 2019")).toHaveAttribute("aria-sort", "descending");
  const before = numbers(await column(page, "Density 2019"));
  expect(before).toEqual([...before].sort((a, b) => b - a));
  await sortBy(page, "Density 2019");
  await expect(head(page, "Density 2019")).toHaveAttribute("aria-sort", "ascending");
  expect(numbers(await column(page, "Density 2019"))).toEqual([...before].sort((a, b) => a - b));
});

test("each head sorts by its column", async ({ page }) => {
  for (const name of ["Population 2019", "Households 2019", "Household size", "Households of 5+, %"]) {
    await sortBy(page, name);
    await expect(head(page, name)).toHaveAttribute("aria-sort", "descending");
    const values = numbers(await column(page, name));
    expect(values, name).toEqual([...values].sort((a, b) => b - a));
  }
  await expect(table(page).locator("[aria-sort]")).toHaveCount(1);
});

test("names are sorted by the Vietnamese alphabet: D before Đ, tones after letters", async ({ page }) => {
  await sortBy(page, "Ward or commune");
  const names = await rowNames(page);
  expect(names).toEqual([...names].sort(new Intl.Collator("vi").compare));
  expect(names[0]).toBe("An Hưng");
  expect(names.indexOf("Điện Biên")).toBeLessThan(names.indexOf("Hàm Rồng"));
  expect(names.indexOf("Long Anh")).toBeLessThan(names.indexOf("Nam Ngạn"));
  await sortBy(page, "Ward or commune");
  await expect.poll(() => rowNames(page)).toEqual([...names].reverse());
});

test("areas without the figure come last in both directions", async ({ page }) => {
  await showColumns(page, "Permanent residents at the end of 2022");
  for (const direction of ["descending", "ascending"]) {
    await sortBy(page, "Permanent 2022");
    await expect(head(page, "Permanent 2022")).toHaveAttribute("aria-sort", direction);
    const values = await column(page, "Permanent 2022");
    const first = values.indexOf("missing");
    expect(first).toBeGreaterThan(0);
    expect(new Set(values.slice(first))).toEqual(new Set(["missing"]));
  }
});

test("every indicator can be a column, and none need be", async ({ page }) => {
  await page.getByText("Columns", { exact: true }).click();
  const boxes = page.getByRole("group", { name: "Columns" }).getByRole("checkbox");
  await expect(boxes).toHaveCount(25);
  for (const box of await boxes.all()) await box.check();
  await expect(table(page).getByRole("columnheader")).toHaveCount(3 + 25);
  for (const box of await boxes.all()) await box.uncheck();
  await expect(table(page).getByRole("columnheader")).toHaveCount(3);
  await expect(rows(page)).toHaveCount(34);
});

test("the city's own figures stand under the areas'", async ({ page }) => {
  await expect(table(page).getByRole("row", { name: /^Whole city/ })).toHaveText(/Whole city\s*2,477\s*359,910\s*102,517\s*3\.51\s*23\.1%\s*78,201/);
});

test("what is not known is called missing", async ({ page }) => {
  expect(new Set(await column(page, "Cultural families"))).toEqual(new Set(["missing"]));
});

test("the box of a row chooses the area everywhere, and a choice on the map ticks the box", async ({ page }) => {
  await page.getByRole("checkbox", { name: "Choose An Hưng" }).check();
  await expect(option(page, "An Hưng")).toHaveAttribute("aria-selected", "true");
  await clickOnMap(page, "Đông Vệ", { shift: true });
  await expect(page.getByRole("checkbox", { name: "Choose Đông Vệ" })).toBeChecked();
});

test("a name in the table opens its sheet", async ({ page }) => {
  await rows(page).getByRole("button", { name: "Đông Vệ" }).click();
  await expect(sheet(page, "Đông Vệ")).toBeVisible();
});

test("the table can be scrolled by keyboard where it is wider than its place", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const place = page.locator("[tabindex='0']").filter({ has: table(page) });
  await expect(place).toHaveAccessibleName("Table");
  await place.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => place.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test("the saved table holds the rows that pass, in their order, as numbers", async ({ page }) => {
  await search(page).fill("dong");
  const { name, text } = await saveCsv(page);
  expect(name).toMatch(/^thanh-hoa-2023-density_2019\.csv$/);
  expect(text.startsWith("\ufeff")).toBe(true);
  const lines = text.slice(1).split("\r\n");
  expect(lines.pop()).toBe("");
  expect(lines[0]).toBe("code,name,kind,density_2019,population_2019,households_2019,household_size_2019,hh_5_plus_share,cultural_families");
  expect(lines.slice(1).map((line) => line.split(",")[1])).toEqual(await rowNames(page));
  const cells = lines.find((line) => line.includes("Đông Vệ")).split(",");
  expect(cells.slice(0, 3)).toEqual(["14782", "Đông Vệ", "Ward"]);
  expect(Math.round(Number(cells[3]))).toBe(6346);
  expect(cells[4]).toBe("30333");
  expect(cells.at(-1)).toBe("");
});

test("no cell of the saved table can be run as a formula", async ({ page }) => {
  const { text } = await saveCsv(page);
  for (const cell of text.slice(1).split(/\r\n|,/)) {
    expect(/^[=+@\t\r-]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell), cell).toBe(false);
  }
});

test("in Vietnamese the saved table has semicolons and decimal commas", async ({ page }) => {
  await page.getByRole("combobox", { name: "Language" }).selectOption("vi");
  const { text } = await saveCsv(page, "Lưu bảng (CSV)");
  const cells = text.split("\r\n").find((line) => line.includes("Đông Vệ")).split(";");
  expect(cells[2]).toBe("Phường");
  expect(cells[6]).toMatch(/^3,5\d*$/);
});

test("the order follows the indicator that is shown", async ({ page }) => {
  await showIndicator(page, "Mean household size, 2019");
  await expect(head(page, "Household size")).toHaveAttribute("aria-sort", "descending");
});
