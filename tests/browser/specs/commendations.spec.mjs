// Commendations: the composite index, shares and chance, the shortlist, and its list for paper.
import { readFileSync } from "node:fs";
import { pick } from "../support/atlas.mjs";
import { addTwoStreets, openPart, reportOfStreet, saved } from "../support/goals.mjs";
import { expect, expectAccessible, open, test } from "../support/test.mjs";

const region = (page, name) => page.getByRole("region", { name, exact: true });
const builder = (page) => region(page, "Indicators and weights");
const ranking = (page) => region(page, "Ranking");
const shortlist = (page) => region(page, "Shortlist");
const paper = (page) => region(page, "List of certificates for print");
const first = (page) => ranking(page).getByRole("rowheader").first();
const weight = (page, name) => builder(page).getByRole("textbox", { name: `Weight: ${name}` });
const slider = (page, name) => builder(page).getByRole("slider", { name: `Weight slider: ${name}` });
const trial = (page) => page.getByRole("button", { name: "Try it out with census figures" }).click();

test.describe("the index", () => {
  test.beforeEach(async ({ page }) => {
    await open(page, "./#/tasks?work=commendations&lang=en");
    await expect(page.getByRole("heading", { name: "Composite index" })).toBeVisible();
  });

  test("begins with a proposal, and says that census figures say nothing about work", async ({ page }) => {
    await expect(page.getByText("it says nothing about anybody’s work")).toBeVisible();
    await expect(page.getByText("There are no settings yet.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Make one of the reported indicators" })).toHaveCount(0);
    await trial(page);
    await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
    await expect(ranking(page).getByRole("rowheader")).toHaveCount(34);
    await expect(ranking(page)).toContainText("Estimates are not used");
    await expect(ranking(page)).toContainText("published 68");
    await expect(ranking(page)).toContainText(/is first; its rank lies between 1 and \d+/);
    await expectAccessible(page);
  });

  test("where figures are only estimated it says how seldom the first is first in the draws", async ({ page }) => {
    await open(page, "./#/review?part=estimates&lang=en");
    await page.getByRole("checkbox", { name: "Show estimates" }).check();
    await open(page, "./#/tasks?work=commendations&lang=en");
    await page.getByRole("button", { name: "Make empty settings" }).click();
    await builder(page).getByText("Choose indicators", { exact: true }).click();
    for (const name of ["Sanitary waste bins", "New flower pots", "Flower-lined roads", "Model roads for environmental sanitation"]) {
      await builder(page).getByRole("checkbox", { name: new RegExp(`^${name}`) }).check();
    }
    await expect(ranking(page)).toContainText(/is first by the middle figures, but in fewer than 1 of 20 draws; its rank lies between [2-9] and \d+: these figures cannot tell/);
  });

  test("where nothing that is tried changes the first, it says so", async ({ page }) => {
    await page.getByRole("button", { name: "Make empty settings" }).click();
    await builder(page).getByText("Choose indicators", { exact: true }).click();
    await builder(page).locator("label", { hasText: "34 of 34" }).first().getByRole("checkbox").check();
    await builder(page).locator("select[aria-invalid=true]").selectOption("higher");
    await expect(ranking(page)).toContainText(/ is first in at least 19 of 20 draws/);
  });

  test("ranks can be seen to move beside the sliders on a wide window, and under them on a narrow one", async ({ page }) => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await trial(page);
    const boxes = async () => [await builder(page).boundingBox(), await ranking(page).boundingBox()];
    const [left, right] = await boxes();
    expect(right.x).toBeGreaterThanOrEqual(left.x + left.width);
    expect(Math.abs(right.y - left.y)).toBeLessThan(2);
    await page.setViewportSize({ width: 800, height: 900 });
    await expect.poll(async () => {
      const [above, below] = await boxes();
      return below.y >= above.y + above.height;
    }).toBe(true);
  });

  test("a slider moved by keys is one step, a typed weight is judged at its field", async ({ page }) => {
    await trial(page);
    const name = "Population density, 2019";
    await slider(page, name).focus();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press("ArrowRight");
    await expect(weight(page, name)).toHaveValue("1.3");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(weight(page, name)).toHaveValue("1");
    const before = await first(page).innerText();
    await weight(page, name).fill("50");
    await weight(page, name).press("Tab");
    await expect(first(page)).not.toHaveText(before);
    await expect(builder(page)).toContainText("98%");
    await weight(page, name).fill("much");
    await weight(page, name).press("Tab");
    await expect(page.getByRole("alert").filter({ hasText: "“much” cannot be used. Enter a number from 0 to 1,000." })).toBeVisible();
    await expect(builder(page)).toContainText("98%");
  });

  test("a direction that nobody has decided is asked for, and what does not go together is said", async ({ page }) => {
    await page.getByRole("button", { name: "Make empty settings" }).click();
    await expect(ranking(page)).toContainText("Choose one indicator at least.");
    await builder(page).getByText("Choose indicators", { exact: true }).click();
    await builder(page).getByRole("checkbox", { name: /^Mean household size, 2019/ }).check();
    await expect(ranking(page)).toContainText("decide which direction is good for Mean household size, 2019");
    await expect(builder(page).getByText("Decide whether higher or lower is better.")).toBeVisible();
    await builder(page).getByRole("combobox", { name: "Good direction: Mean household size, 2019" }).selectOption("lower");
    await expect(ranking(page).getByRole("rowheader")).toHaveCount(34);
    await builder(page).getByRole("combobox", { name: "Common scale" }).selectOption("z_score");
    await builder(page).getByRole("combobox", { name: "Put together by" }).selectOption("geometric");
    await expect(ranking(page)).toContainText("Standard deviations have no geometric mean.");
    await builder(page).getByRole("combobox", { name: "Common scale" }).selectOption("rank");
    await expect(ranking(page).getByRole("rowheader")).toHaveCount(34);
    // Nine tenths of the weights are wanted, and streets and villages are known of four wards only.
    await builder(page).getByRole("checkbox", { name: /^Streets and villages \d/ }).check();
    await builder(page).getByRole("combobox", { name: "Good direction: Streets and villages" }).selectOption("higher");
    await builder(page).getByRole("textbox", { name: "Figures needed, % of the weights" }).fill("90");
    await page.keyboard.press("Tab");
    await expect(ranking(page).getByRole("rowheader")).toHaveCount(4);
    await expect(ranking(page)).toContainText("Not ranked, since too little is known (needed: 90% of the weights)");
    await expect(ranking(page)).toContainText("Hàm Rồng: 50% known");
  });

  test("settings are renamed, copied, compared, retired and put back", async ({ page }) => {
    await trial(page);
    const name = page.getByRole("textbox", { name: "Name" });
    await name.fill("");
    await name.press("Tab");
    await expect(page.getByRole("alert").filter({ hasText: "A name is needed" })).toBeVisible();
    await name.fill("First");
    await name.press("Tab");
    await page.getByRole("button", { name: "Copy" }).click();
    await expect(name).toHaveValue("First (copy)");
    await builder(page).getByRole("button", { name: "Take out: Share of households of 5 or more people, 2019" }).click();
    await expect(page.getByRole("heading", { name: "Indicators and weights" })).toBeFocused();
    await ranking(page).getByRole("combobox", { name: "Compare with" }).selectOption({ label: "First" });
    await expect(ranking(page)).toContainText("Rings in the chart are ranks by “First”. Most places are changed by:");
    await expect(ranking(page).getByRole("columnheader", { name: "Rank by “First”" })).toBeVisible();
    await page.getByRole("button", { name: "Retire" }).click();
    await expect(page.getByRole("heading", { name: "Composite index" })).toBeFocused();
    await expect(name).toHaveValue("First");
    await page.getByText("Retired", { exact: true }).click();
    await page.getByRole("button", { name: "Put “First (copy)” back" }).click();
    await expect(page.getByRole("combobox", { name: "Settings in use" }).getByRole("option")).toHaveCount(2);
  });

  test("a ward's score is taken apart in words, bars and a table", async ({ page }) => {
    await trial(page);
    await ranking(page).getByRole("button", { name: "Ngọc Trạo" }).press("Enter");
    const moves = region(page, "What moves a ward");
    await expect(page.getByRole("heading", { name: "What moves a ward" })).toBeFocused();
    await expect(moves).toContainText("Ngọc Trạo: rank 34. Lifted most by nothing; pulled down most by");
    await expect(moves.getByRole("row").filter({ hasText: "Population density, 2019" })).toContainText(/-|−/);
    await moves.getByRole("combobox", { name: "Ward or commune" }).selectOption({ label: "Đông Cương" });
    await expect(moves).toContainText("Đông Cương: rank 1.");
  });

  test("filters of the Atlas dim wards, and the index stays one over all", async ({ page }) => {
    await trial(page);
    const before = await first(page).innerText();
    await page.goto("./#/tasks?work=commendations&kind=commune&lang=en");
    await expect(ranking(page).locator("tr[data-passes=false]").first()).toBeVisible();
    await expect(first(page)).toHaveText(before);
    await expect(ranking(page).getByRole("rowheader")).toHaveCount(34);
  });
});

test("what some streets only have reported counts as missing, and is named", async ({ page }) => {
  const bins = "Sanitary waste bins";
  await addTwoStreets(page);
  await reportOfStreet(page, "Phố 1", bins, "20");
  await page.goto("./#/tasks?work=commendations&lang=en");
  await page.getByRole("button", { name: "Make empty settings" }).click();
  await builder(page).getByText("Choose indicators", { exact: true }).click();
  const box = builder(page).getByRole("checkbox", { name: new RegExp(`^${bins}`) });
  await expect(box).toHaveAccessibleName(`${bins} 0 of 34 have a figure`);
  await box.check();
  await expect(builder(page).getByRole("row", { name: new RegExp(`^${bins}`) })).toContainText("missing 34; known in part, left out: 1");
  await expect(ranking(page)).toContainText("Of no ward is enough known.");
  await expect(ranking(page)).toContainText("so they count as missing. Waste bins: Hàm Rồng (1 of 2).");
  await page.goto("./#/review?part=entry&lang=en");
  await reportOfStreet(page, "Phố 2", bins, "30");
  await page.goto("./#/tasks?work=commendations&lang=en");
  await expect(builder(page).getByRole("row", { name: new RegExp(`^${bins}`) })).toContainText("reported 1, missing 33");
  await expect(ranking(page).getByRole("rowheader")).toHaveCount(1);
  await expect(ranking(page)).not.toContainText("count as missing");
});

test("targets that are set are what the scale of targets measures by, and that is said", async ({ page }) => {
  await openPart(page, "Targets", "i=hh_5_plus_share&lang=en");
  const form = page.getByRole("group", { name: "Set a target" });
  await pick(form, "Rule", "A value");
  await form.getByRole("textbox").fill("15");
  await form.getByRole("button", { name: "Set target" }).click();
  await pick(form, "For", "Hàm Rồng");
  await pick(form, "Rule", "No target for this area");
  await form.getByRole("button", { name: "Set target" }).click();
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Commendations", exact: true }).click();
  await trial(page);
  const rowOf = (name) => builder(page).getByRole("row", { name: new RegExp(`^${name}`) });
  await expect(rowOf("Share of households")).toContainText("scale of targets: 33 of 34 by their targets, the others by the best ward");
  await expect(rowOf("Population density")).toContainText("scale of targets: no target, so by the best ward");
  // Without that scale there is nothing to say of it.
  await builder(page).getByRole("checkbox", { name: "Try the other scales too" }).uncheck();
  await expect(rowOf("Share of households")).not.toContainText("scale of targets");
  await builder(page).getByRole("button", { name: /^Take out: Population density/ }).click();
  await builder(page).getByRole("combobox", { name: "Common scale" }).selectOption("target");
  await expect(rowOf("Share of households")).toContainText("33 of 34 by their targets");
  await builder(page).getByRole("combobox", { name: /^Good direction/ }).selectOption("higher");
  await expect(ranking(page).getByRole("rowheader")).toHaveCount(34);
});

test("shares are judged against chance, as a plot and as a table", async ({ page }) => {
  await open(page, "./#/tasks?work=commendations&lang=en");
  const card = region(page, "Shares and chance");
  await expect(card).toContainText("Between the lines a difference is no ground for praise or blame.");
  await expect(card).toContainText("All wards with figures: 23.1%.");
  await card.getByText("As a table").click();
  await expect(card.getByRole("row").filter({ hasText: "Quảng Cát" })).toContainText("clearly higher, beyond 99.8%");
  await card.getByRole("combobox", { name: "Share" }).selectOption({ label: "Families recognised as cultural families of Households, 1 April 2019" });
  await expect(card).toContainText("No ward has both numbers yet. Estimates are not judged.");
  await expect(card).toContainText("stand for the families assessed");
});

test.describe("the shortlist", () => {
  test.beforeEach(async ({ page }) => {
    await open(page, "./#/tasks?work=commendations&lang=en");
    await expect(shortlist(page)).toContainText("Nobody is on the list yet.");
  });

  test("holds a person's reason as typed and counts by role, kept, undone, and put on paper and in a file", async ({ page }) => {
    await shortlist(page).getByRole("combobox", { name: "Add a ward or commune" }).selectOption({ label: "Đông Vệ" });
    await shortlist(page).getByRole("button", { name: "Add", exact: true }).press("Enter");
    await expect(shortlist(page)).toContainText("No reason is written for: Đông Vệ.");
    const reason = shortlist(page).getByRole("textbox", { name: "Reason: Đông Vệ" });
    await reason.pressSequentially("=1+1 <b>most</b> streets");
    await reason.press("Tab");
    await expect(shortlist(page)).not.toContainText("No reason is written");
    await shortlist(page).getByRole("button", { name: "Enter", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Enter a role" })).toBeVisible();
    await shortlist(page).getByRole("combobox", { name: "Role (no name)" }).fill("secretary of a party cell");
    await shortlist(page).getByRole("textbox", { name: "How many" }).last().fill("36");
    await shortlist(page).getByRole("button", { name: "Enter", exact: true }).click();
    await expect(shortlist(page)).toContainText("Collectives: 1 of 34. Individuals: 36 of 34.");
    await expect(shortlist(page)).toContainText("the list has 2 more");
    await expect(page.getByText("Saved on this device")).toBeVisible();
    await page.reload();
    await expect(reason).toHaveValue("=1+1 <b>most</b> streets");
    await expect(paper(page).getByRole("cell", { name: "=1+1 <b>most</b> streets" })).toBeVisible();
    await expect(paper(page)).toContainText("Signature and office");
    await expectAccessible(page);
    const download = page.waitForEvent("download");
    await paper(page).getByRole("button", { name: "Save the table (CSV)" }).click();
    const text = readFileSync(await (await download).path(), "utf8");
    expect(text).toContain("'=1+1 <b>most</b> streets");
    expect(text).toContain("secretary of a party cell,36");
    await page.emulateMedia({ media: "print" });
    await expect(paper(page)).toBeVisible();
    await expect(shortlist(page)).toBeHidden();
    await expect(page.getByRole("heading", { name: "The year’s work" })).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await shortlist(page).getByRole("button", { name: "Take off the list: Đông Vệ" }).click();
    await expect(shortlist(page)).toContainText("not as a collective");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(shortlist(page)).toContainText("Collectives: 1 of 34.");
  });

  test("is filled from the ranking", async ({ page }) => {
    await trial(page);
    await ranking(page).getByRole("checkbox", { name: "Đông Lĩnh: on the shortlist" }).check();
    await expect(shortlist(page).getByRole("article", { name: "Đông Lĩnh" })).toBeVisible();
    await ranking(page).getByRole("checkbox", { name: "Đông Lĩnh: on the shortlist" }).uncheck();
    await expect(shortlist(page)).toContainText("Nobody is on the list yet.");
  });
});

test("two people who differ are both shown, and one is kept", async ({ page, context }) => {
  await open(page, "./#/tasks?work=commendations&lang=en");
  await shortlist(page).getByRole("combobox", { name: "Add a ward or commune" }).selectOption({ label: "Ba Đình" });
  await shortlist(page).getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Saved on this device")).toBeVisible();
  const other = await context.newPage();
  await open(other, "./#/tasks?work=commendations&lang=en");
  const reason = (of) => shortlist(of).getByRole("textbox", { name: "Reason: Ba Đình" });
  // Neither has seen the other's: both write before either is stored.
  await Promise.all([reason(page).fill("one"), reason(other).fill("two")]);
  await Promise.all([reason(page).blur(), reason(other).blur()]);
  const conflict = shortlist(page).getByRole("group", { name: "People differ: Reason" });
  await expect(conflict).toContainText("one");
  await expect(conflict).toContainText("two");
  await conflict.locator(".version").filter({ hasText: "two" }).getByRole("button").click();
  await expect(conflict).toHaveCount(0);
  await expect(reason(page)).toHaveValue("two");
  await expect(reason(other)).toHaveValue("two");
});

for (const lang of ["vi", "ru"]) {
  test(`reads without a hole in ${lang}, on a narrow page in the dark`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page, `./#/tasks?work=commendations&lang=${lang}`);
    await page.locator(".commend > .card").first().getByRole("button").first().click();
    await expect(page.locator(".ranking-table tbody tr")).toHaveCount(34);
    await expect(page.locator(".commend")).not.toContainText(/[{}]/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
  });
}
