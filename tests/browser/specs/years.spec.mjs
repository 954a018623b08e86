// Figures of another year: typed and imported, compared on map, charts, table and sheet; streets and villages as dots.
import { back, chips, expectPassing, headline, legend, openClasses, option, pick, picture, ranked, restingPicture, rows, sheet, showIndicator, stage, swatches, table } from "../support/atlas.mjs";
import { expect, expectAccessible, open, started, test } from "../support/test.mjs";

const POTS = "New flower pots";
const POPULATION = "Population, 1 April 2019";
const form = (page, area = "Hàm Rồng") => page.getByRole("region", { name: area, exact: true });
const field = (page, what) => page.getByRole("textbox", { name: what, exact: true });
const compared = (page) => page.getByRole("combobox", { name: "Compare", exact: true });
const periods = (page) => page.getByRole("region", { name: "Periods to compare with" });
const preview = (page) => page.locator("section").filter({ has: page.getByRole("heading", { name: "Each figure" }) });

async function report(page, what, value) {
  await field(page, what).fill(value);
  await page.keyboard.press("Enter");
}

/** Adds a period in the entry of the first area. */
async function addPeriod(page, name) {
  await pick(form(page), "Period", "Add a period");
  await expect(field(page, "Year or name of the period")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}

/** Imports a table into a period. */
async function importPeriod(page, year, rowsOfTable) {
  await open(page, "./#/review?part=import&lang=en");
  await page.getByLabel("File with figures").setInputFiles({ name: "other.csv", mimeType: "text/csv", buffer: Buffer.from(rowsOfTable.join("\n")) });
  const found = page.getByRole("region", { name: /^Read: / });
  await pick(found, "Period", "another one");
  await found.getByRole("textbox", { name: "Year or name of the period" }).fill(year);
  await page.keyboard.press("Tab");
  await preview(page).getByRole("button", { name: /^Take in / }).click();
  await expect(page.getByText(/taken in from other\.csv/).first()).toBeVisible();
}

// Population of 1 April 2019: Hàm Rồng 5,939.
const PEOPLE = [`Code,"${POPULATION}"`, "14755,6500", "14758,14000", "14761,9000", "14764,9000", "14767,1"];

test.describe("entry", () => {
  test.beforeEach(async ({ page }) => {
    await open(page, "./#/review?part=entry");
    await expect(form(page)).toBeVisible();
  });

  test("figures of another year are typed, kept and withdrawn like any other, and count in no sum", async ({ page }) => {
    await addPeriod(page, "2022");
    await expect(page.getByRole("combobox", { name: "Period" })).toHaveValue("id:2022");
    await expect(form(page)).toContainText("they count in no sum and in no progress");
    await report(page, POTS, "80");
    await expect(page.getByText("Saved on this device")).toBeVisible();
    await page.reload();
    await started(page);
    await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Table" }).click();
    await expect(page.getByRole("region", { name: "Table", exact: true })).toContainText("0 of 306 figures are known");
    await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Enter" }).click();
    await expect(field(page, POTS)).toHaveValue("");
    await pick(form(page), "Period", "2022");
    await expect(field(page, POTS)).toHaveValue("80");
    await page.getByRole("button", { name: "Withdraw the report: Flower pots" }).click();
    await expect(field(page, POTS)).toHaveValue("");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(field(page, POTS)).toHaveValue("80");
    await expectAccessible(page);
  });

  test("the other year's figure stands in the empty field and is named beside it", async ({ page }) => {
    await report(page, POTS, "100");
    await addPeriod(page, "2022");
    await expect(field(page, POTS)).toHaveAttribute("placeholder", "100");
    await expect(field(page, POTS)).toHaveAccessibleDescription(/2023: 100 pots/);
    await expect(field(page, POPULATION)).toHaveAttribute("placeholder", "5,939");
    await report(page, POTS, "90");
    await report(page, "Sanitary waste bins", "7");
    await pick(form(page), "Period", "Of the data set (2023)");
    await expect(field(page, POTS)).toHaveValue("100");
    await expect(field(page, POTS)).toHaveAccessibleDescription(/2022: 90 pots/);
    await expect(field(page, "Sanitary waste bins")).toHaveAttribute("placeholder", "7");
  });

  test("no value and no mistake goes into another period", async ({ page }) => {
    await addPeriod(page, "2022");
    await report(page, POTS, "9");
    await report(page, POTS, "9x");
    await expect(field(page, POTS)).toHaveAttribute("aria-invalid", "true");
    await pick(form(page), "Period", "Of the data set (2023)");
    await expect(field(page, POTS)).toHaveValue("");
    await expect(field(page, POTS)).toHaveAttribute("aria-invalid", "false");
    await field(page, POTS).fill("12");
    await pick(form(page), "Period", "2022");
    await expect(field(page, POTS)).toHaveValue("9");
    await pick(form(page), "Period", "Of the data set (2023)");
    await expect(field(page, POTS)).toHaveValue("12");
  });

  test("a period needs a name that is not taken", async ({ page }) => {
    await addPeriod(page, " ");
    await expect(field(page, "Year or name of the period")).toHaveAccessibleDescription("Enter a year or a name.");
    await field(page, "Year or name of the period").fill("2023");
    await page.keyboard.press("Enter");
    await expect(field(page, "Year or name of the period")).toHaveAccessibleDescription("The period “2023” is already there.");
    await expectAccessible(page);
  });

  test("a period is renamed and removed in its list, and both can be undone", async ({ page }) => {
    await addPeriod(page, "2022");
    await report(page, POTS, "80");
    await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Indicators and periods" }).click();
    await expect(periods(page)).toContainText("1 figure");
    await periods(page).getByRole("textbox", { name: "Name of the period 2022" }).fill("Year 2022");
    await page.keyboard.press("Enter");
    await expect(periods(page).getByRole("textbox", { name: "Name of the period Year 2022" })).toHaveValue("Year 2022");
    await page.getByRole("button", { name: "Undo: adding or renaming a period" }).click();
    await expect(periods(page).getByRole("textbox", { name: "Name of the period 2022" })).toHaveValue("2022");
    await expectAccessible(page);
    await periods(page).getByRole("button", { name: "Remove the period 2022" }).click();
    await expect(periods(page)).toContainText("There is no other period yet.");
    await page.getByRole("button", { name: "Undo: removing a period" }).click();
    await periods(page).getByRole("button", { name: "Enter figures of the period 2022" }).click();
    await expect(field(page, POTS)).toHaveValue("80");
  });
});

test("a period cannot be renamed to a name that is taken, and it is said at the field", async ({ page }) => {
  await open(page, "./#/review?part=entry");
  await addPeriod(page, "2021");
  await addPeriod(page, "2022");
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Indicators and periods" }).click();
  const name = periods(page).getByRole("textbox", { name: "Name of the period 2022" });
  for (const [taken, told] of [["2021", "The period “2021” is already there."], ["2023", "The period “2023” is already there."], [" ", "Enter a year or a name."]]) {
    await name.fill(taken);
    await page.keyboard.press("Enter");
    await expect(name).toHaveAccessibleDescription(told);
    await expect(name).toHaveAttribute("aria-invalid", "true");
  }
  await expectAccessible(page);
  await expect(periods(page).getByRole("textbox", { name: "Name of the period 2021" })).toHaveCount(1);
  await name.fill("2022, first half");
  await page.keyboard.press("Enter");
  await expect(periods(page).getByRole("textbox", { name: "Name of the period 2022, first half" })).toHaveAttribute("aria-invalid", "false");
});

test.describe("yes and no", () => {
  const ADDRESS = "./#/atlas?i=civilised_weddings~by-2022";
  const CODES = ["14755", "14758", "14761", "14764", "14767"];
  const answers = (given) => ["Code,Civilised weddings", ...given.map((answer, ix) => `${CODES[ix]},${answer}`)];

  /** Hàm Rồng and Trường Thi become yes, Đông Thọ stays yes, Nam Ngạn stays no; the fifth has no figure of 2023. */
  async function bothYears(page) {
    await importPeriod(page, "2022", answers(["no", "yes", "no", "no", "yes"]));
    await page.getByLabel("File with figures").setInputFiles({ name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(answers(["yes", "yes", "no", "yes"]).join("\n")) });
    await preview(page).getByRole("button", { name: /^Take in / }).click();
    await expect(page.getByText(/taken in from own\.csv/).first()).toBeVisible();
  }

  test("what became of each answer stands in sentence, legend, table, hover and sheet, and a class filters", async ({ page }) => {
    await bothYears(page);
    await open(page, "./#/atlas?i=civilised_weddings&lang=en");
    await expect(compared(page).locator("option")).toHaveText(["No comparison", "Change since 2022"]);
    await pick(page, "Compare", "Change since 2022");
    await expect(page).toHaveURL(/i=civilised_weddings~by-2022/);
    await expect(page.getByRole("paragraph").filter({ hasText: "Published for the city" })).toHaveText("Published for the city (2023) 20 of 34");
    await expect(headline(page)).toHaveText(/change 2022 to 2023: became yes in 2, stayed yes in 1, stayed no in 1, became no in 0 \(4 of 34 known\)$/);
    await expect(page.getByText("30 areas lack one of both figures")).toBeVisible();
    await expect(legend(page).getByRole("button")).toHaveText([/became no\s*0/, /stayed no\s*1/, /stayed yes\s*1/, /became yes\s*2/, /no figure\s*30/, "How they are made"]);
    expect(new Set(await swatches(page)).size).toBe(4);
    await expect(page.getByText("Classes: 4")).toBeVisible();
    await expect(option(page, "Hàm Rồng")).toContainText("became yes, reported");
    await expect(option(page, "Hàm Rồng")).toContainText("2022: no (reported); 2023: yes (reported)");
    await expect(rows(page).filter({ has: page.getByRole("rowheader", { name: "Hàm Rồng" }) })).toContainText("became yes reported");
    await expect(ranked(page)).toContainText("became yes");
    await expectAccessible(page);

    await legend(page).getByRole("button", { name: /^became yes/ }).click();
    await expect(chips(page)).toContainText("classes: became yes");
    await expect(rows(page)).toHaveCount(2);
    await page.reload();
    await started(page);
    await expect(rows(page)).toHaveCount(2);

    await page.getByRole("button", { name: "Hàm Rồng", exact: true }).first().click();
    await expect(sheet(page, "Hàm Rồng")).toContainText("2022: no (reported); 2023: yes (reported); change 2022 to 2023: became yes");
    await expectAccessible(page);
  });

  test("of a yes or no the answer is filtered, not a range", async ({ page }) => {
    await bothYears(page);
    await open(page, "./#/atlas?i=civilised_weddings&lang=en");
    const answer = page.getByRole("group", { name: "Range: Runs the civilised-wedding model" }).getByRole("group", { name: "Answer" });
    await expect(answer.getByRole("button", { pressed: true })).toHaveText("All");
    await expect(page.getByRole("textbox", { name: "From" })).toHaveCount(0);
    await answer.getByRole("button", { name: "Yes" }).click();
    await expectPassing(page, 3);
    await expect(chips(page)).toContainText("yes");
    await expect(answer.getByRole("button", { pressed: true })).toHaveText("Yes");
    await expectAccessible(page);
    await answer.getByRole("button", { name: "No" }).click();
    await expectPassing(page, 1);
    await expect(page).toHaveURL(/r=civilised_weddings/);
    await answer.getByRole("button", { name: "All" }).click();
    await expectPassing(page, 34);

    // An estimated answer is a probability, and of those a range says something.
    await legend(page).getByRole("checkbox", { name: "Show estimates" }).check();
    await expect(answer).toHaveCount(0);
    await expect(page.getByRole("textbox", { name: "From" })).toHaveCount(2);
  });

  test("a yes/no indicator of one's own is compared, too, and a change in per cent goes over to one that has none", async ({ page }) => {
    await bothYears(page);
    await open(page, "./#/review?part=entry&lang=en");
    await report(page, POTS, "100");
    await pick(form(page), "Period", "2022");
    await report(page, POTS, "80");
    await open(page, "./#/atlas?i=flower_pots~pct-2022&lang=en");
    await expect(headline(page)).toContainText("in per cent");
    await showIndicator(page, "Runs the civilised-wedding model");
    await expect(page).toHaveURL(/i=civilised_weddings~by-2022/);
    await expect(headline(page)).toContainText("became yes in 2");
  });

  test("a link that asks for a change in per cent of a yes or no is told that there is none", async ({ page }) => {
    await bothYears(page);
    await open(page, "./#/atlas?i=civilised_weddings~pct-2022&lang=en");
    await expect(page.getByText(/This indicator has no change in per cent/)).toBeVisible();
    await expect(page.getByText(/has no figures/)).toHaveCount(0);
  });

  for (const [lang, became, stayed] of [["vi", "2 từ không thành có, 1 vẫn có", "từ không thành có"], ["ru", "стало «да» в 2, осталось «да» в 1", "стало «да»"]]) {
    test(`the sentence and the legend are whole in ${lang}`, async ({ page }) => {
      await bothYears(page);
      await open(page, `${ADDRESS}&lang=${lang}`);
      await expect(headline(page)).toContainText(became);
      await expect(page.locator("div.legend")).toContainText(stayed);
      await expectAccessible(page);
    });
  }
});

test.describe("on the map", () => {
  test("nothing is offered to compare with until there is another period", async ({ page }) => {
    await open(page);
    await expect(headline(page)).toContainText("Population density");
    await expect(compared(page)).toHaveCount(0);
    await expect(ranked(page)).toContainText("dashed: city");
  });

  test("the change of an imported census figure stands in sentence, legend, table, hover, sheet and address", async ({ page }) => {
    await importPeriod(page, "2023", PEOPLE);
    await open(page, "./#/atlas?i=population_2019&lang=en");
    await pick(page, "Compare", "Change to 2023");
    await expect(page).toHaveURL(/i=population_2019~by-2023/);
    await expect(headline(page)).toHaveText(/^Population, change 2019 to 2023: from −[\d,]+ people in .+ to \+[\d,]+ in .+ \(5 of 34 known\)$/);
    await expect(page.getByText("29 areas lack one of both figures")).toBeVisible();
    await expect(option(page, "Hàm Rồng")).toContainText("+561 people, reported");
    await expect(option(page, "Hàm Rồng")).toContainText("2019: 5,939 (published); 2023: 6,500 (reported)");
    await expect(option(page, "Đông Vệ")).toContainText("no figure");
    await expect(legend(page)).toContainText("Population, change 2019 to 2023");
    await expect(legend(page)).toContainText("reported 5");
    const row = rows(page).filter({ has: page.getByRole("rowheader", { name: "Hàm Rồng" }) });
    await expect(row).toContainText("+561 reported");
    await expect(table(page).getByRole("columnheader", { name: /change 2019 to 2023/ })).toBeVisible();
    await expect(ranked(page)).toContainText("+561");
    // The city has no figure of the change, so no line is drawn and none is explained.
    await expect(ranked(page)).not.toContainText("dashed: city");
    await expectAccessible(page);

    // The address alone shows the same; Back leads to what was before.
    const address = page.url();
    await back(page);
    await expect(headline(page)).toContainText("Population, 1 April 2019: from");
    await page.goto(address);
    await started(page);
    await expect(headline(page)).toContainText("change 2019 to 2023");

    await page.getByRole("button", { name: "Hàm Rồng", exact: true }).first().click();
    await expect(sheet(page, "Hàm Rồng")).toContainText("2019: 5,939 (published); 2023: 6,500 (reported); change 2019 to 2023: +561 people (+9.4%)");
    await expectAccessible(page);
  });

  test("the density follows from people of another year, and per cent has a sign", async ({ page }) => {
    await importPeriod(page, "2023", PEOPLE);
    await open(page, "./#/atlas?lang=en");
    await pick(page, "Compare", "Change to 2023 in per cent");
    await expect(headline(page)).toContainText("Population density, change in per cent 2019 to 2023: from −");
    await expect(option(page, "Hàm Rồng")).toContainText("+9.4%");
    await showIndicator(page, POPULATION);
    await expect(headline(page)).toContainText("Population, change in per cent 2019 to 2023");
    await showIndicator(page, "Natural area");
    await expect(headline(page)).not.toContainText("change");
    await expect(compared(page)).toHaveValue("");
  });

  test("classes lie around zero in colours with a middle, and a class filters", async ({ page }) => {
    await importPeriod(page, "2023", PEOPLE);
    await open(page, "./#/atlas?i=density_2019~pct-2023&pal=amber&lang=en");
    await expect(page.getByText("Classes: around zero, 5")).toBeVisible();
    await openClasses(page);
    await expect(page.getByRole("combobox", { name: "Classes", exact: true }).locator("option")).toHaveText(["Around zero", "Own breaks"]);
    await expect(page.getByRole("combobox", { name: "Palette" }).locator("option")).toHaveText(["Automatic", "BrBG ↔", "PuOr ↔"]);
    const colors = await swatches(page);
    expect(colors).toHaveLength(5);
    await page.getByText(/^Classes: /).click();
    await legend(page).getByRole("button").first().click();
    await expect(chips(page)).toContainText("classes: under −30%");
    await expect(headline(page)).toContainText("Population density, change in per cent 2019 to 2023");
  });

  test("the brush filters by the change", async ({ page }) => {
    await importPeriod(page, "2023", PEOPLE);
    await open(page, "./#/atlas?i=population_2019~by-2023&lang=en");
    const distribution = page.getByRole("region", { name: "Where each ward lies" });
    await distribution.getByRole("textbox", { name: "From" }).fill("100");
    await page.keyboard.press("Tab");
    await expect(chips(page)).toContainText("Population, change 2019 to 2023: at least +100 people");
    await expect(page).toHaveURL(/r=population_2019~by-2023:100/);
  });

  test("a rate is divided by the base of its own year where that is known, and it is said which was taken", async ({ page }) => {
    await importPeriod(page, "2022", ['Code,Waste bins,"Households, 1 April 2019"', "14755,500,2000", "14758,300,"]);
    await page.getByLabel("File with figures").setInputFiles({ name: "own.csv", mimeType: "text/csv", buffer: Buffer.from("Code,Waste bins\n14755,600\n14758,330") });
    await preview(page).getByRole("button", { name: /^Take in / }).click();
    await expect(page.getByText(/taken in from own\.csv/).first()).toBeVisible();
    await open(page, "./#/atlas?i=bins~hh~by-2022&lang=en");
    await expect(option(page, "Hàm Rồng")).toContainText(/2022: 250(\.0)? \(reported; base of 2022\); 2023: [\d.,]+ \(reported; base of 2019\)/);
    await expect(option(page, "Đông Thọ")).toContainText(/2022: [\d.,]+ \(reported; base of 2019\); 2023: [\d.,]+ \(reported; base of 2019\)/);
    await expect(page.getByText(/in 1 area the figure of 2023 is divided by the base of 2019, since 2023 has none of its own/)).toBeVisible();
    await expect(page.getByText(/in 1 area both figures are divided by the base of 2019/)).toBeVisible();
  });

  test("there is no per cent of zero, and it is said why", async ({ page }) => {
    await open(page, "./#/review?part=entry");
    await report(page, POTS, "10");
    await addPeriod(page, "2022");
    await report(page, POTS, "0");
    await page.getByRole("button", { name: "Next area" }).click();
    await report(page, POTS, "20");
    await pick(form(page, "Đông Thọ"), "Period", "Of the data set (2023)");
    await report(page, POTS, "25");
    await open(page, "./#/atlas?i=flower_pots~pct-2022&lang=en");
    await expect(option(page, "Hàm Rồng")).toContainText("no per cent of 0");
    await expect(option(page, "Đông Thọ")).toContainText("+25.0%");
    await expect(page.getByText("1 area has no per cent, since the earlier figure is 0")).toBeVisible();
    await pick(page, "Compare", "Change since 2022");
    await expect(option(page, "Hàm Rồng")).toContainText("+10 pots");
  });

  test("an estimated figure makes the change an estimate with its interval", async ({ page }) => {
    await open(page, "./#/review?part=entry");
    await addPeriod(page, "2022");
    await report(page, POTS, "80");
    await open(page, "./#/atlas?i=flower_pots&lang=en");
    await legend(page).getByRole("checkbox", { name: "Show estimates" }).check();
    await pick(page, "Compare", "Change since 2022");
    await expect(option(page, "Hàm Rồng")).toContainText(/estimated, 90% interval −?\+?[\d,]+ to \+[\d,]+/);
    await expect(option(page, "Hàm Rồng")).toContainText(/2022: 80 \(reported\); 2023: [\d,]+ \(90%: [\d,]+ to [\d,]+\) \(estimated\)/);
    await expect(legend(page)).toContainText("estimated 1");
  });

  test("a link to a period that is not here says so and shows the figures", async ({ page }) => {
    await open(page, "./#/atlas?i=density_2019~by-2015&lang=en");
    await expect(page.getByText(/compares with the period “2015”, of which this device has no figures/)).toBeVisible();
    await expect(headline(page)).toContainText("Population density, 2019: from");
    await expectAccessible(page);
  });

  for (const [lang, sentence] of [["vi", /Dân số, thay đổi 2019–2023: từ −/], ["ru", /Население.*, изменение с 2019 по 2023: от −/]]) {
    test(`the sentence is whole in ${lang}`, async ({ page }) => {
      await importPeriod(page, "2023", PEOPLE);
      await open(page, `./#/atlas?i=population_2019~by-2023&lang=${lang}`);
      await expect(headline(page)).toHaveText(sentence);
      await expectAccessible(page);
    });
  }
});

test.describe("streets and villages as dots", () => {
  const SWITCH = "Streets and villages as dots";

  test.beforeEach(async ({ page }) => {
    await open(page, "./#/review?part=register&sel=14761");
    await page.getByText("Paste a list", { exact: true }).click();
    const lines = Array.from({ length: 11 }, (_, n) => `Phố ${n + 1}; phố; 80`).join("\n");
    await page.getByRole("textbox", { name: "Each line: name; kind; households" }).fill(lines);
    await page.getByRole("button", { name: "Add 11 streets and villages" }).click();
  });

  test("they are switched on in the legend, stand in the address, and say that their places mean nothing", async ({ page }) => {
    await open(page, "./#/atlas?lang=en");
    const dots = page.locator(".map-dots canvas").first();
    await expect(dots).toHaveCount(0);
    await legend(page).getByRole("checkbox", { name: SWITCH }).check();
    await expect(page).toHaveURL(/dots=1/);
    await expect(legend(page)).toContainText("one dot is a street or village of the register: 11 in 1 areas. The places within an area have no meaning.");
    await expect(dots).toHaveCount(1);
    const drawn = () => dots.evaluate((canvas) => canvas.toDataURL());
    const outlines = await drawn();
    await page.getByRole("group", { name: "Layout" }).getByRole("button", { name: "Equal tiles" }).click();
    await restingPicture(stage(page));
    await expect.poll(drawn).not.toBe(outlines);
    await expectAccessible(page);
    await page.reload();
    await started(page);
    await expect(dots).toHaveCount(1);
    await legend(page).getByRole("checkbox", { name: SWITCH }).uncheck();
    await expect(dots).toHaveCount(0);
  });

  test("they let the pointer through and follow the filters", async ({ page }) => {
    await open(page, "./#/atlas?dots=1&lang=en");
    const dots = page.locator(".map-dots canvas").first();
    await expect(dots).toHaveCount(1);
    const before = await picture(stage(page));
    const drawn = () => dots.evaluate((canvas) => canvas.toDataURL());
    const all = await drawn();
    await page.getByRole("searchbox", { name: "Search by name" }).fill("dong ve");
    await expect.poll(drawn).not.toBe(all);
    expect(before).not.toBe("");
  });

  test("without a register there is no switch", async ({ page }) => {
    await page.getByRole("button", { name: /^Undo/ }).click();
    await open(page, "./#/atlas?lang=en");
    await expect(legend(page)).toBeVisible();
    await expect(legend(page).getByRole("checkbox", { name: SWITCH })).toHaveCount(0);
  });
});
