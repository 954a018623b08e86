// Filters: each has a form field, a chip and its way out; map, charts, table and counts follow all of them.
import {
  brush, chips, clickOnMap, distribution, expectPassing, filters, headline, holdings, legend, map, notices, pick, picture, ranked,
  restingPicture, rowNames, rows, scatter, search, sheet, showIndicator, stage,
} from "../support/atlas.mjs";
import { expect, open, test } from "../support/test.mjs";

const DENSITY = "Population density, 2019";
const range = (page, label = DENSITY) => page.getByRole("group", { name: `Range: ${label}` });
const end = (scope, name) => scope.getByRole("textbox", { name });
const chip = (page) => chips(page).getByRole("button", { name: /^Clear the filter: / });
const clearAll = (page) => page.getByRole("button", { name: "Clear all filters" });

async function type(field, text) {
  await field.fill(text);
  await field.press("Tab");
}

test.beforeEach(async ({ page }) => open(page));

test("search finds names without diacritics, in any case, with d for đ", async ({ page }) => {
  for (const text of ["dong ve", "DONG VE", "Đông Vệ", "đông ve", "  dong   ve ", "Đông Vệ"]) {
    await search(page).fill(text);
    await expect(rows(page), text).toHaveCount(1);
    await expect.poll(() => rowNames(page)).toEqual(["Đông Vệ"]);
  }
  await search(page).fill("dong");
  expect((await rowNames(page)).sort()).toEqual(
    ["Đông Thọ", "Đông Vệ", "Đông Sơn", "Đông Cương", "Đông Hương", "Đông Hải", "Đông Lĩnh", "Đông Vinh", "Đông Tân", "Quảng Đông"].sort(),
  );
});

test("a search that finds nothing says so, and everything comes back", async ({ page }) => {
  await search(page).fill("hà nội");
  await expectPassing(page, 0);
  await expect(page.getByText("No area passes the filters.")).toBeVisible();
  await expect(headline(page)).not.toHaveText(/from .* to /);
  await search(page).fill("");
  await expectPassing(page, 34);
});

test("search, kind and settlement work together; what passes holds so many people, households and km²", async ({ page }) => {
  await expect(holdings(page)).toHaveText(["34 of 34", "359,910", "102,517", "145.30"]);
  await search(page).fill("dong ve");
  await expect(holdings(page)).toHaveText(["1 of 34", "30,333", "8,557", /^4\.\d\d$/]);
  await search(page).fill("");
  await page.getByRole("button", { name: "Commune 4" }).click();
  await expectPassing(page, 4);
  expect((await rowNames(page)).sort()).toEqual(["Hoằng Quang", "Hoằng Đại", "Thiệu Vân", "Đông Vinh"].sort());
  await expect(holdings(page).nth(1)).toHaveText("18,459");
  await page.getByRole("button", { name: "Mixed 2" }).click();
  await expectPassing(page, 0);
  await page.getByRole("button", { name: "Ward 30" }).click();
  await expectPassing(page, 2);
});

test("kinds and settlements: several at once, and all of them again", async ({ page }) => {
  const settlement = page.getByRole("group", { name: "Settlement, 2019" });
  const all = settlement.getByRole("button", { name: "All" });
  await expect(all).toHaveAttribute("aria-pressed", "true");
  await settlement.getByRole("button", { name: "Urban 18" }).click();
  await expectPassing(page, 18);
  await expect(all).toHaveAttribute("aria-pressed", "false");
  await settlement.getByRole("button", { name: "Mixed 2" }).click();
  await expectPassing(page, 20);
  await all.click();
  await expectPassing(page, 34);
});

test("a range by two number fields lets pass what lies in it, ends included", async ({ page }) => {
  await type(end(range(page), "From"), "4,654");
  await expectPassing(page, 12);
  await type(end(range(page), "To"), "10000");
  await expectPassing(page, 6);
  await expect.poll(() => rowNames(page)).toEqual(["Điện Biên", "Phú Sơn", "Đông Thọ", "Đông Vệ", "Nam Ngạn", "Đông Hương"]);
  await type(end(range(page), "From"), "");
  await expectPassing(page, 28);
});

test("a range by dragging over its histogram stands in the fields too", async ({ page }) => {
  await brush(page, range(page), 0.5, 0.98);
  const from = Number((await end(range(page), "From").inputValue()).replace(",", ""));
  const to = Number((await end(range(page), "To").inputValue()).replace(",", ""));
  expect(from).toBeGreaterThan(7000);
  expect(to).toBeGreaterThan(from);
  const values = (await rows(page).locator("td:nth-of-type(3)").allTextContents()).map((text) => Number(text.replace(",", "")));
  expect(values.length).toBeGreaterThan(0);
  expect(values.length).toBeLessThan(10);
  values.forEach((value) => expect(value >= from && value <= to).toBe(true));
  await expect(end(distribution(page), "From")).toHaveValue(await end(range(page), "From").inputValue());
});

test("a range of any other indicator can be added and taken away", async ({ page }) => {
  const label = "Share of households of 5 or more people, 2019";
  await pick(page, "Add a range", label);
  await type(end(range(page, label), "From"), "35");
  await expectPassing(page, 2);
  expect((await rowNames(page)).sort()).toEqual(["Quảng Cát", "Quảng Tâm"]);
  await page.getByRole("button", { name: `Remove the range: ${label}` }).click();
  await expect(range(page, label)).toHaveCount(0);
  await expectPassing(page, 34);
});

test("the same indicator can be added again after its range was taken away", async ({ page }) => {
  const label = "Natural area";
  for (let turn = 0; turn < 2; turn += 1) {
    await pick(page, "Add a range", label);
    await expect(range(page, label)).toBeVisible();
    await page.getByRole("button", { name: `Remove the range: ${label}` }).click();
    await expect(range(page, label)).toHaveCount(0);
  }
});

test("the choice of a further range says what it is for, also in another language, and offers only what has figures", async ({ page }) => {
  const choice = page.getByRole("combobox", { name: "Add a range" });
  await expect(choice.locator("option:checked")).toHaveText("Choose an indicator…");
  await expect(choice.getByRole("option", { name: "Families recognised as cultural families" })).toBeDisabled();
  // The first of all indicators can be picked, and is not shown as picked already.
  await choice.selectOption({ label: "Natural area" });
  await expect(range(page, "Natural area")).toBeVisible();
  await expect(choice.locator("option:checked")).toHaveText("Choose an indicator…");
  await page.getByRole("button", { name: "Remove the range: Natural area" }).click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("ru");
  const inRussian = page.getByRole("combobox", { name: "Добавить диапазон" });
  await expect(inRussian.locator("option:checked")).toHaveText("Выберите показатель…");
});

test("areas without the figure do not pass a range of it", async ({ page }) => {
  await showIndicator(page, "Permanent residents at the end of 2022");
  const missing = Number((await legend(page).getByRole("button", { name: /^no figure/ }).textContent()).match(/\d+/)[0]);
  await type(end(range(page, "Permanent residents at the end of 2022"), "From"), "0");
  await expectPassing(page, 34 - missing);
});

test("what is no number is told beside the field and filters nothing", async ({ page }) => {
  const from = end(range(page), "From");
  for (const wrong of ["abc", "1.2.3", "--5", "5 000 people"]) {
    await type(from, wrong);
    await expect(from, wrong).toHaveAttribute("aria-invalid", "true");
    await expect(from).toHaveAccessibleName("From");
    await expect(from).toHaveAccessibleDescription(`Not a number: ${wrong}`);
    await expectPassing(page, 34);
  }
  await type(from, "5000");
  await expect(from).toHaveAttribute("aria-invalid", "false");
  await expect(range(page).getByText(/Not a number/).filter({ visible: true })).toHaveCount(0);
  await expectPassing(page, 11);
});

test("a wrong number is forgotten when the filters are cleared", async ({ page }) => {
  const from = end(range(page), "From");
  await type(end(range(page), "To"), "5000");
  await type(from, "abc");
  // Told a moment after the key; it moves the button, so that a press at that very moment may miss it.
  await expect(range(page).getByText(/Not a number/).filter({ visible: true })).toHaveCount(1);
  await clearAll(page).click();
  await expectPassing(page, 34);
  await expect(from).toHaveValue("");
  await expect(range(page).getByText(/Not a number/).filter({ visible: true })).toHaveCount(0);
});

for (const [where, scope] of [["of the filters", (page) => range(page)], ["of the distribution", distribution]]) {
  test(`ends in the wrong order are told and not taken, in the fields ${where}, and each end can mend it`, async ({ page }) => {
    const told = scope(page).getByText(/“From” is greater than “To”/).filter({ visible: true });
    for (const [mended, text, least, most] of [["To", "9000", "5,000", "9,000"], ["From", "500", "500", "1,000"]]) {
      await type(end(scope(page), "From"), "5000");
      await type(end(scope(page), "To"), "1000");
      await expect(told).toHaveCount(1);
      await expectPassing(page, 11);
      await type(end(scope(page), mended), text);
      await expect(told).toHaveCount(0);
      await expect(end(scope(page), "From")).toHaveValue(least);
      await expect(end(scope(page), "To")).toHaveValue(most);
      await expectPassing(page, 4);
      await expect.poll(() => page.url()).toContain(`${least.replace(",", "")}..${most.replace(",", "")}`);
      await page.reload();
      await expectPassing(page, 4);
      await expect(notices(page)).toBeEmpty();
      await clearAll(page).click();
    }
  });
}

test("every active filter is a chip in words; each can be cleared alone, and all at once", async ({ page }) => {
  await search(page).fill("o");
  await page.getByRole("button", { name: "Ward 30" }).click();
  await page.getByRole("button", { name: "Urban 18" }).click();
  await type(end(range(page), "From"), "1000");
  await legend(page).getByRole("button", { name: /^1,000 to under 2,000/ }).click();
  await expect(chip(page)).toHaveCount(5);
  await expect(chip(page)).toHaveText([/“?o”?/, /Ward/i, /urban/i, /Population density, 2019.*1,000/, /1,000.*2,000/]);
  const passing = Number((await holdings(page).first().textContent()).split(" ")[0]);
  expect(passing).toBeGreaterThan(0);
  for (let left = 4; left >= 1; left -= 1) {
    await chip(page).first().click();
    await expect(chip(page)).toHaveCount(left);
  }
  await expect(search(page)).toHaveValue("");
  await clearAll(page).click();
  await expect(chip(page)).toHaveCount(0);
  await expect(clearAll(page)).toHaveCount(0);
  await expectPassing(page, 34);
});

test("clearing all empties the fields and lets the pressed buttons go", async ({ page }) => {
  await search(page).fill("dong");
  await page.getByRole("button", { name: "Ward 30" }).click();
  await type(end(range(page), "From"), "1000");
  await clearAll(page).click();
  await expect(search(page)).toHaveValue("");
  await expect(end(range(page), "From")).toHaveValue("");
  await expect(page.getByRole("button", { name: "Ward 30" })).toHaveAttribute("aria-pressed", "false");
});

test("the filter by notes shows areas with notes", async ({ page }) => {
  await rows(page).getByRole("button", { name: "Đông Vệ" }).click();
  await sheet(page, "Đông Vệ").getByRole("button", { name: "Note on Đông Vệ", exact: true }).click();
  await page.keyboard.type("Ask about the market");
  await sheet(page, "Đông Vệ").getByRole("button", { name: "Close" }).click();
  const box = filters(page).getByRole("checkbox", { name: /^With notes/ });
  await expect(filters(page).getByText("With notes 1")).toBeVisible();
  await box.check();
  await expectPassing(page, 1);
  await expect.poll(() => rowNames(page)).toEqual(["Đông Vệ"]);
});

test("the filter by choice shows the chosen areas, and follows the choice", async ({ page }) => {
  await page.getByRole("checkbox", { name: "Choose Đông Vệ" }).check();
  await page.getByRole("checkbox", { name: "Choose An Hưng" }).check();
  await filters(page).getByRole("checkbox", { name: /^Chosen only/ }).check();
  await expectPassing(page, 2);
  await expect(chip(page)).toHaveText([/Đông Vệ.*An Hưng|An Hưng.*Đông Vệ/]);
  await page.getByRole("checkbox", { name: "Choose An Hưng" }).uncheck();
  await expectPassing(page, 1);
});

test("map, ranking, distribution and scatter show what is filtered out behind what passes", async ({ page }) => {
  const places = [stage(page), ranked(page), distribution(page), scatter(page)];
  const before = await Promise.all(places.map(restingPicture));
  await page.getByRole("button", { name: "Commune 4" }).click();
  const after = await Promise.all(places.map(restingPicture));
  after.forEach((drawing, at) => expect(drawing).not.toBe(before[at]));
  await clearAll(page).click();
  for (const [at, place] of places.entries()) await expect.poll(() => picture(place)).toBe(before[at]);
});

test("the sentence speaks of the areas that pass", async ({ page }) => {
  await page.getByRole("button", { name: "Commune 4" }).click();
  await expect(headline(page)).toHaveText("Population density, 2019: from 841 people per km² in Đông Vinh to 1,085 in Hoằng Quang; city 2,477");
  await search(page).fill("thieu van");
  await expect(headline(page)).toHaveText(/986 people per km².*Thiệu Vân.*city 2,477/);
});

test("the legend counts all areas, so that it stays a map of the whole", async ({ page }) => {
  const counts = () => legend(page).locator(".count").allTextContents();
  const before = await counts();
  await page.getByRole("button", { name: "Commune 4" }).click();
  await expectPassing(page, 4);
  await expect.poll(counts).toEqual(before);
});

test("a filtered area can still be read on the map, and the options say that it is filtered out", async ({ page }) => {
  await page.getByRole("button", { name: "Commune 4" }).click();
  await expect(map(page).getByRole("option", { name: /filtered out/ })).toHaveCount(30);
});

test("another indicator keeps the filters, except on classes of the old one", async ({ page }) => {
  await page.getByRole("button", { name: "Ward 30" }).click();
  await legend(page).getByRole("button", { name: /^under 1,000/ }).click();
  await expectPassing(page, 1);
  await showIndicator(page, "Natural area");
  await expectPassing(page, 30);
});

test("chosen on the map, then filtered, an area stays chosen", async ({ page }) => {
  await clickOnMap(page, "Đông Vệ");
  await page.getByRole("button", { name: "Commune 4" }).click();
  await expect(page.getByText("1 area chosen")).toBeVisible();
});

test("what is painted bit by bit while filters move looks like what is painted at once", async ({ page }) => {
  const places = { map: stage(page), ranked: ranked(page), distribution: distribution(page), scatter: scatter(page) };
  const pictures = async () => {
    const taken = {};
    for (const [name, place] of Object.entries(places)) taken[name] = await restingPicture(place);
    return taken;
  };
  for (const act of [
    () => brush(page, distribution(page), 0.2, 0.55),
    () => brush(page, distribution(page), 0.1, 0.8),
    () => search(page).fill("dong"),
    () => search(page).fill(""),
  ]) {
    const address = page.url();
    await act();
    await expect.poll(() => page.url()).not.toBe(address);
    const bitByBit = await pictures();
    await page.reload();
    await expect(headline(page)).toBeVisible();
    const atOnce = await pictures();
    for (const name of Object.keys(places)) {
      // Soft edges come out a shade different where a shape is cut off; a shape that is missing or stale covers hundreds.
      expect(await differing(page, bitByBit[name], atOnce[name]), name).toBeLessThan(60);
    }
  }
});

/** How many pixels of two pictures differ by more than soft edges do; all of them if their sizes differ. */
function differing(page, one, other) {
  return page.evaluate(async (addresses) => {
    const [a, b] = await Promise.all(addresses.map(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    }));
    if (a.width !== b.width || a.height !== b.height) return a.data.length;
    let n = 0;
    for (let at = 0; at < a.data.length; at += 4) {
      if ([0, 1, 2, 3].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > 40)) n += 1;
    }
    return n;
  }, [one, other]);
}
