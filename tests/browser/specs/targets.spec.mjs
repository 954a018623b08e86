// Targets: rules for all areas and for one, what they come to, the charts with their twin, and the verdicts.
import { closeSide, expectPassing, filters, notices, pick, sheet } from "../support/atlas.mjs";
import { addTwoStreets, openPart, reportOfStreet, saved } from "../support/goals.mjs";
import { expect, expectAccessible, open, test } from "../support/test.mjs";

const card = (page) => page.getByRole("region", { name: /^Targets: / });
const form = (page) => page.getByRole("group", { name: "Set a target" });
const charts = (page) => page.getByRole("region", { name: "Area by area" });
const chart = (page, area) => charts(page).getByRole("listitem").filter({ has: page.getByRole("button", { name: area, exact: true }) });
const rule = (page, whom) => card(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: whom, exact: true }) });

/** An indicator of which more is better, with figures of all areas. */
const QUERY = "i=hh_5_plus_share&lang=en";

async function set(page, kind, amount, whom = "All areas") {
  await pick(form(page), "For", whom);
  await pick(form(page), "Rule", kind);
  if (amount !== undefined) await form(page).getByRole("textbox").fill(amount);
  await form(page).getByRole("button", { name: "Set target" }).click();
}

test("a rule says what it comes to before it is set, and a wrong number is told at its field", async ({ page }) => {
  await openPart(page, "Targets", QUERY);
  await expect(card(page)).toContainText("This indicator has no target yet.");
  await expect(charts(page)).toHaveCount(0);
  const amount = form(page).getByRole("textbox", { name: "Value to reach" });
  await amount.fill("much");
  await form(page).getByRole("button", { name: "Set target" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "A number is needed, such as 2.5." })).toBeVisible();
  await expect(amount).toBeFocused();
  await amount.fill("130");
  await form(page).getByRole("button", { name: "Set target" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This indicator cannot have that value." })).toBeVisible();
  await expect(charts(page)).toHaveCount(0);
  await amount.fill("30");
  await expect(form(page).getByRole("status")).toHaveText("The target is 30.0%. For 34 areas.");
  await pick(form(page), "Rule", "Last period, more or less by per cent");
  await form(page).getByRole("textbox", { name: "Per cent (negative is less)" }).fill("5");
  await expect(form(page).getByRole("status")).toContainText("This rule gives no target yet. No earlier period is loaded");
  await pick(form(page), "For", "Areas chosen on the map (0)");
  await form(page).getByRole("button", { name: "Set target" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "No areas are chosen on the map." })).toBeVisible();
});

test("one rule for all areas, one of an area's own; removed and undone; kept over a reload", async ({ page }) => {
  await openPart(page, "Targets", QUERY);
  await set(page, "A value", "30");
  await expect(rule(page, "All areas")).toContainText("30.0%");
  await expect(charts(page).getByRole("listitem").filter({ has: page.getByRole("button") })).toHaveCount(34);
  await set(page, "A value", "10", "Đông Vệ");
  await expect(rule(page, "Đông Vệ")).toContainText("The target is 10.0%. For 1 area.");
  await expect(rule(page, "All areas")).toContainText("For 33 areas.");
  await expect(chart(page, "Đông Vệ")).toContainText("target 10.0%");
  await set(page, "No target for this area", undefined, "Hàm Rồng");
  await expect(chart(page, "Hàm Rồng")).toContainText("no target");
  await saved(page);
  await page.reload();
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Targets" }).click();
  await card(page).getByRole("button", { name: "Remove the target: All areas" }).click();
  await expect(page.getByRole("heading", { name: /^Targets: / })).toBeFocused();
  await expect(chart(page, "Nam Ngạn")).toContainText("no target");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(chart(page, "Nam Ngạn")).toContainText("target 30.0%");
});

test("charts stand by verdict or name, with counts, the rule in words, and a table of the same numbers", async ({ page }) => {
  await openPart(page, "Targets", QUERY);
  await set(page, "The city’s share or rate");
  await expect(charts(page)).toContainText("All charts have one axis.");
  await expect(charts(page).locator("canvas").first()).toBeVisible();
  await charts(page).getByRole("button", { name: "Name", exact: true }).click();
  const names = await charts(page).getByRole("listitem").getByRole("button").allTextContents();
  expect(names[0]).toBe("An Hưng");
  expect(names).toHaveLength(34);
  await charts(page).getByText("The same as a table").click();
  const table = charts(page).getByRole("table");
  await expect(table.getByRole("rowheader")).toHaveText(names);
  const line = await chart(page, "Đông Vệ").getByRole("paragraph").textContent();
  const [, figure, target, difference] = line.match(/^Figure (.+), target (.+), difference (.+)$/);
  const cells = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Đông Vệ", exact: true }) }).getByRole("cell");
  await expect(cells.nth(0)).toContainText(figure);
  await expect(cells.nth(1)).toHaveText(target);
  await expect(cells.nth(4)).toHaveText(difference);
});

test("verdicts respect the better direction and add up over the areas that pass", async ({ page }) => {
  await openPart(page, "Targets", "i=bins&lang=en");
  await set(page, "A value", "10");
  await expect(charts(page).getByRole("status")).toContainText("no figure: 34");
  await expect(charts(page)).toContainText("it falls short by at most 5% of the target");
  await page.getByRole("link", { name: "Atlas" }).click();
  await filters(page).getByRole("searchbox").fill("dong ve");
  await expectPassing(page, 1);
  await page.getByRole("link", { name: "Tasks" }).click();
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Targets" }).click();
  await expect(charts(page)).toContainText("The filters of the map let 1 of 34 areas pass.");
  await expect(charts(page).getByRole("status")).toContainText("no figure: 1");
  await expect(page.getByRole("region", { name: "Indicators with targets" }).getByRole("row").nth(1)).toContainText("34");
});

test("figures that were reported are judged", async ({ page }) => {
  await open(page, "./#/review?part=entry&sel=14782&lang=en");
  await page.getByRole("textbox", { name: /^Sanitary waste bins/ }).fill("12");
  await page.keyboard.press("Tab");
  await saved(page);
  await openPart(page, "Targets", "i=bins&lang=en");
  await set(page, "A value", "10");
  await expect(chart(page, "Đông Vệ")).toContainText("met");
  await set(page, "A value", "12.5", "Đông Vệ");
  await expect(page.getByRole("alert").filter({ hasText: "This indicator cannot have that value." })).toBeVisible();
  await form(page).getByRole("textbox").fill("13");
  await form(page).getByRole("button", { name: "Set target" }).click();
  await expect(chart(page, "Đông Vệ")).toContainText("missed");
  await expect(chart(page, "Đông Vệ")).toContainText("difference −1");
});

test("the area sheet shows the area's targets with the verdict in words", async ({ page }) => {
  await openPart(page, "Targets", QUERY);
  await set(page, "A value", "1");
  await chart(page, "Đông Vệ").getByRole("button", { name: "Đông Vệ", exact: true }).click();
  const targets = sheet(page, "Đông Vệ").getByRole("region", { name: "Targets" });
  await expect(targets.getByRole("listitem")).toHaveCount(1);
  await expect(targets.getByRole("listitem")).toContainText(/target 1\.0%, difference/);
  await expectAccessible(page, "aside");
  await closeSide(page);
  await expect(notices(page)).toBeEmpty();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing, ${colorScheme}, on a desk and on a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPart(page, "Targets", QUERY);
    await expectAccessible(page);
    await set(page, "A value", "30");
    await charts(page).getByText("The same as a table").click();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await expectAccessible(page);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

test("the sum of some streets only neither meets nor misses a target", async ({ page }) => {
  const bins = "Sanitary waste bins";
  await addTwoStreets(page);
  await reportOfStreet(page, "Phố 1", bins, "40");
  await openPart(page, "Targets", "i=bins&lang=en");
  await set(page, "A value", "30");
  await expect(charts(page).getByRole("status")).toContainText("no figure: 34");
  await expect(chart(page, "Hàm Rồng")).toContainText("no figure");
  await open(page, "./#/review?part=entry&lang=en");
  await reportOfStreet(page, "Phố 2", bins, "1");
  await openPart(page, "Targets", "i=bins&lang=en");
  await expect(charts(page).getByRole("status")).toContainText("no figure: 33");
  await expect(chart(page, "Hàm Rồng")).toContainText("met");
});
