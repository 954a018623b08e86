// The address carries the view: links, Back and Forward, and addresses that nobody can understand.
import { back, brush, chips, clickOnMap, expectPassing, filters, headline, legend, notices, openClasses, option, pick, rowNames, rows, scatter, search, sheet, showIndicator, stage, table } from "../support/atlas.mjs";
import { expect, open, started, test } from "../support/test.mjs";

const hash = (page) => page.evaluate(() => location.hash);
const hashHolds = (page, part) => expect.poll(() => hash(page)).toContain(part);
const FIRST = /^Population density, 2019: from 841/;

/** Opens an address in a browser that knows nothing of the first one. */
async function elsewhere(browser, baseURL, address, options = {}) {
  const context = await browser.newContext({ baseURL, locale: "en-GB", viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(address);
  await started(page);
  return page;
}

const screen = (page) => page.locator("main").ariaSnapshot();

test("a pasted link shows the same screen: all of the view is in it", async ({ page, browser, baseURL }) => {
  await open(page);
  await showIndicator(page, "Mean household size, 2019");
  await page.getByRole("button", { name: "Equal tiles" }).click();
  await openClasses(page);
  await pick(page, "Classes", "Quantiles");
  await pick(page, "Number of classes", "4");
  await pick(page, "Palette", "Viridis");
  await search(page).fill("ng");
  await page.getByRole("button", { name: "Ward 30" }).click();
  await page.getByRole("button", { name: "Urban 18" }).click();
  await pick(page, "Add a range", "Natural area");
  const from = page.getByRole("group", { name: "Range: Natural area" }).getByRole("textbox", { name: "From" });
  await from.fill("1.5");
  await from.press("Tab");
  await legend(page).getByRole("button").first().click();
  await clickOnMap(page, "Đông Vệ");
  await clickOnMap(page, "Quảng Thành", { shift: true });
  await pick(scatter(page), "Horizontal axis", "Natural area");
  await table(page).getByRole("columnheader", { name: "Population 2019" }).getByRole("button").click();
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("group", { name: "Columns" }).getByRole("checkbox", { name: "Families recognised as cultural families" }).uncheck();
  await page.getByText("Columns", { exact: true }).click();
  await expect(chips(page).getByRole("button")).toHaveCount(6);
  const other = await elsewhere(browser, baseURL, page.url());
  // Fold-outs are the moment's and not in the address.
  await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = false)));
  // The other's pieces may come a moment later than its map.
  await expect.poll(() => screen(other)).toBe(await screen(page));
  await expect.poll(() => stage(other).locator(".labels").textContent()).toBe(await stage(page).locator(".labels").textContent());
  await other.context().close();
});

test("a link carries own breaks, notes and choice filters, and an open sheet", async ({ page, browser, baseURL }) => {
  await open(page);
  await openClasses(page);
  await pick(page, "Classes", "Own breaks");
  const field = page.getByRole("textbox", { name: /^Breaks/ });
  await field.fill("1000; 5000");
  await field.press("Tab");
  await page.getByRole("checkbox", { name: "Choose An Hưng" }).check();
  await filters(page).getByRole("checkbox", { name: /^Chosen only/ }).check();
  await rows(page).getByRole("button", { name: "An Hưng" }).click();
  await hashHolds(page, "sheet=16435");
  const other = await elsewhere(browser, baseURL, page.url());
  await expect(sheet(other, "An Hưng")).toBeVisible();
  await expect(legend(other).getByRole("button")).toHaveCount(4);
  await expectPassing(other, 1);
  await other.context().close();
});

test("a link carries the language in which it was made, wherever it is opened", async ({ page, browser, baseURL }) => {
  await open(page);
  await page.getByRole("combobox", { name: "Language" }).selectOption("ru");
  await hashHolds(page, "lang=ru");
  const other = await elsewhere(browser, baseURL, page.url());
  await expect(other.locator("html")).toHaveAttribute("lang", "ru");
  await other.context().close();
});

test("a link made in the language that the browser asked for shows it elsewhere too", async ({ page, browser, baseURL }) => {
  await open(page);
  await page.getByRole("button", { name: "Equal tiles" }).click();
  await hashHolds(page, "map=tiles");
  const other = await elsewhere(browser, baseURL, page.url(), { locale: "vi-VN" });
  await expect(other.locator("html")).toHaveAttribute("lang", "en");
  await other.context().close();
});

test("a brushed range comes over a link exactly as it stood", async ({ page, browser, baseURL }) => {
  await open(page);
  await brush(page, page.getByRole("group", { name: "Range: Population density, 2019" }), 0.3, 0.7);
  const names = await rowNames(page);
  await hashHolds(page, "r=density_2019");
  // The address follows a drag where it begins and where it rests; nobody copies a link faster than that.
  await page.waitForTimeout(400);
  const other = await elsewhere(browser, baseURL, page.url());
  await expect.poll(() => rowNames(other)).toEqual(names);
  await other.context().close();
});

test("Back and Forward go through the steps of the view", async ({ page }) => {
  await open(page);
  await showIndicator(page, "Natural area");
  await page.getByRole("button", { name: "Equal tiles" }).click();
  await page.getByRole("button", { name: "Commune 4" }).click();
  await expectPassing(page, 4);
  await back(page);
  await expectPassing(page, 34);
  await expect(page.getByRole("button", { name: "Equal tiles" })).toHaveAttribute("aria-pressed", "true");
  await back(page);
  await expect(page.getByRole("button", { name: "Outlines" })).toHaveAttribute("aria-pressed", "true");
  await back(page);
  await expect(headline(page)).toHaveText(FIRST);
  await page.goForward();
  await page.goForward();
  await page.goForward();
  await expectPassing(page, 4);
  await expect(headline(page)).toHaveText(/^Natural area/);
});

test("Back closes a sheet and returns from the other page", async ({ page }) => {
  await open(page);
  await rows(page).getByRole("button", { name: "Đông Vệ" }).click();
  await expect(sheet(page, "Đông Vệ")).toBeVisible();
  await back(page);
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await page.getByRole("link", { name: "About the data" }).click();
  await expect(headline(page)).toHaveText("About the data");
  await expect(page).toHaveTitle(/^About the data/);
  await back(page);
  await expect(headline(page)).toHaveText(FIRST);
  await expect(page).toHaveTitle(/^Atlas/);
});

test("typing a word in the search is no flood of steps for Back", async ({ page }) => {
  await open(page);
  await showIndicator(page, "Natural area");
  const before = await page.evaluate(() => history.length);
  await search(page).pressSequentially("dong ve", { delay: 20 });
  await expectPassing(page, 1);
  expect((await page.evaluate(() => history.length)) - before).toBeLessThanOrEqual(1);
});

test("what is typed in the last moment before a step, a reload or another page is not lost to Back", async ({ page }) => {
  await open(page);
  await search(page).fill("dong");
  await page.getByRole("button", { name: "Ward 30" }).click();
  await back(page);
  await expect(search(page)).toHaveValue("dong");
  await search(page).fill("dong ve");
  await page.reload();
  await expect(search(page)).toHaveValue("dong ve");
});

test("the pages keep the view: to About and back with everything as it was", async ({ page }) => {
  await open(page);
  await search(page).fill("dong ve");
  await page.getByRole("link", { name: "About the data" }).click();
  await page.getByRole("link", { name: "Atlas" }).click();
  await expectPassing(page, 1);
});

test("the link in the bar marks the page that is shown", async ({ page }) => {
  await open(page, "./#/about");
  await expect(page.getByRole("link", { name: "About the data" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("link", { name: "Atlas" })).not.toHaveAttribute("aria-current", "page");
});

test("an address that is edited by hand is read at once", async ({ page }) => {
  await open(page);
  await page.evaluate(() => (location.hash = "#/atlas?i=area_km2&q=dong%20ve"));
  await expectPassing(page, 1);
  await expect(headline(page)).toHaveText(/^Natural area/);
  await expect(search(page)).toHaveValue("dong ve");
});

for (const [what, address] of [
  ["an unknown page", "#/nowhere"],
  ["an unknown part", "#/atlas?zoom=3"],
  ["an unknown indicator", "#/atlas?i=happiness"],
  ["an unknown layout", "#/atlas?map=globe"],
  ["classes that are none", "#/atlas?cls=natural.99"],
  ["own breaks out of order", "#/atlas?cls=own.3:5,1"],
  ["an unknown palette", "#/atlas?pal=rainbow"],
  ["an unknown kind", "#/atlas?kind=city"],
  ["a range without numbers", "#/atlas?r=density_2019:a..b"],
  ["an unknown area", "#/atlas?sel=99999"],
  ["the sheet of an unknown area", "#/atlas?sheet=99999"],
  ["a class that is not there", "#/atlas?c=17"],
  ["an unknown language", "#/atlas?lang=de"],
  ["an unknown column", "#/atlas?cols=x.y"],
  ["a broken escape", "#/atlas?q=%E0%A4%A"],
  ["a part twice", "#/atlas?q=a&q=b"],
  ["markup", "#/atlas?i=<img src=x onerror=alert(1)>"],
]) {
  test(`${what} in the address is told, and the default stands`, async ({ page }) => {
    await open(page, `./${address}`);
    await expect(notices(page).getByText(/Part of the address was not understood/)).toBeVisible();
    await expect(headline(page)).toHaveText(/^Population density, 2019/);
    await notices(page).getByRole("button", { name: "Close" }).click();
    await expect(notices(page)).toBeEmpty();
  });
}

test("a broken part leaves the good ones in force", async ({ page }) => {
  await open(page, "./#/atlas?i=area_km2&map=globe&sel=14782.99999&kind=ward");
  await expect(headline(page)).toHaveText(/^Natural area/);
  await expectPassing(page, 30);
  await expect(option(page, "Đông Vệ")).toHaveAttribute("aria-selected", "true");
  await expect(notices(page)).toContainText("globe");
  await expect(notices(page)).toContainText("99999");
});

test("a class of the address that this indicator's legend does not have is told, not an empty map without a reason", async ({ page }) => {
  await open(page, "./#/atlas?cls=own.3:1000&c=2");
  await expect(notices(page)).toContainText("c");
  await expectPassing(page, 34);
});

test("very many broken parts are told in few words", async ({ page }) => {
  const parts = Array.from({ length: 200 }, (_, n) => `x${n}=1`).join("&");
  await open(page, `./#/atlas?${parts}`);
  const text = await notices(page).getByRole("paragraph").textContent();
  expect(text.length).toBeLessThan(1000);
  expect(text).toMatch(/\d+ more/);
});

test("the message about a broken address is gone once the address is good", async ({ page }) => {
  await open(page, "./#/atlas?map=globe");
  await expect(notices(page)).toContainText("globe");
  await page.evaluate(() => (location.hash = "#/atlas?map=tiles"));
  await expect(page.getByRole("button", { name: "Equal tiles" })).toHaveAttribute("aria-pressed", "true");
  await expect(notices(page)).toBeEmpty();
});

test("what is private never goes into the address", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /^Notes/ }).click();
  await page.getByRole("button", { name: "Note on The city" }).click();
  await page.keyboard.type("secretword");
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await page.getByRole("searchbox", { name: "Find in notes" }).fill("secretword");
  expect(await page.evaluate(() => location.href)).not.toContain("secret");
});
