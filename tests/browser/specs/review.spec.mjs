// The Review page: the table of reports against published totals, entry by keyboard, findings that are settled in the open.
import { readFileSync } from "node:fs";
import { pick, sheet } from "../support/atlas.mjs";
import { expect, expectAccessible, open, started, test } from "../support/test.mjs";

const AREA = "Hàm Rồng";
const NEXT = "Đông Thọ";
const FAMILIES = "Families recognised as cultural families";
const POTS = "New flower pots";
const BINS = "Sanitary waste bins";

const part = (page, name) => page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name });
const grid = (page) => page.getByRole("region", { name: "Table", exact: true });
const cell = (page, area, what) => grid(page).getByRole("button", { name: new RegExp(`^${area}, ${what}: `) });
const details = (page, area, what) => page.getByRole("region", { name: `${area}, ${what}`, exact: true });
const form = (page, area) => page.getByRole("region", { name: area, exact: true });
const field = (page, what) => page.getByRole("textbox", { name: what, exact: true });
const finding = (page, words) => page.getByRole("article", { name: words });
const foot = (page, row) => grid(page).getByRole("row", { name: new RegExp(`^${row} `) });

/** Opens the entry of the first area. */
async function enter(page) {
  await open(page, "./#/review?part=entry");
  await expect(form(page, AREA)).toBeVisible();
}

/** Types a figure and leaves its field by Enter. */
async function report(page, what, value) {
  await field(page, what).fill(value);
  await page.keyboard.press("Enter");
}

test("before the first report the table says what to do, with the published totals and their shares", async ({ page }) => {
  await open(page, "./#/review");
  await expect(grid(page)).toContainText("0 of 306 figures are known");
  await expect(grid(page)).toContainText("No report has come in yet.");
  await expect(foot(page, "Published")).toContainText("78,201");
  await expect(foot(page, "Remainder")).toContainText("78,201");
  await expect(foot(page, "Share as printed")).toContainText("84.2%");
  await expect(foot(page, "Share recomputed")).toContainText("84.24%");
  await grid(page).getByRole("button", { name: "Enter a report" }).click();
  await expect(page).toHaveURL(/part=entry/);
});

test("a report is entered by keyboard alone, stays, and can be undone", async ({ page }) => {
  await enter(page);
  await field(page, FAMILIES).focus();
  await page.keyboard.type("2,100");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox").nth(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("textbox").nth(2)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(field(page, FAMILIES)).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(form(page, NEXT)).toBeVisible();
  await expect(field(page, FAMILIES)).toHaveValue("");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(form(page, AREA)).toBeVisible();
  await expect(field(page, FAMILIES)).toHaveValue("2,100");
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await page.reload();
  await started(page);
  await expect(field(page, FAMILIES)).toHaveValue("2,100");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(field(page, FAMILIES)).toHaveValue("");
});

test("beside a field stand its unit, its base, who reported it and the figure before", async ({ page }) => {
  await enter(page);
  await report(page, FAMILIES, "2000");
  await report(page, FAMILIES, "2100");
  await expect(field(page, FAMILIES)).toHaveAccessibleDescription(/^of [\d,]+ \(Households 2019\) · before 2,000 families · no name, /);
});

test("yes and no is a choice, and a report can be withdrawn", async ({ page }) => {
  await enter(page);
  const choice = page.getByRole("group", { name: "Runs the civilised-wedding model" });
  await choice.getByRole("button", { name: "Yes" }).click();
  await expect(choice.getByRole("button", { name: "Yes" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Withdraw the report: Civilised weddings" }).click();
  await expect(choice.getByRole("button", { name: "Yes" })).toHaveAttribute("aria-pressed", "false");
  await expect(choice.getByRole("button", { name: "Yes" })).toBeFocused();
});

test("a wrong number is told at its field with place and remedy, and the old value stays", async ({ page }) => {
  await enter(page);
  await report(page, POTS, "120");
  await report(page, POTS, "1x5");
  await expect(field(page, POTS)).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, POTS)).toHaveAccessibleDescription(/“1x5”: character 2 \(x\).*Enter digits only\. The old value stays: 120 pots\./);
  await page.getByRole("button", { name: "Next area" }).click();
  await expect(field(page, POTS)).toBeFocused();
  await expect(form(page, AREA)).toBeVisible();
  await report(page, POTS, "2.5");
  await expect(field(page, POTS)).toHaveAccessibleDescription(/Enter a whole number from 0 up/);
  await report(page, POTS, "125");
  await expect(field(page, POTS)).toHaveAttribute("aria-invalid", "false");
  await part(page, "Table").click();
  await expect(cell(page, AREA, "Flower pots")).toHaveAccessibleName(/: 125 pots, reported/);
});

test("the table sums what is reported, and a place tells its details and leads to its field", async ({ page }) => {
  await enter(page);
  await report(page, BINS, "200");
  await report(page, BINS, "210");
  await part(page, "Table").click();
  await expect(grid(page)).toContainText("1 of 306 figures are known");
  await expect(foot(page, "Reported")).toContainText("1 of 34");
  await expect(foot(page, "Sum")).toContainText("210");
  await expect(foot(page, "Remainder")).toContainText("7,409");
  await cell(page, AREA, "Waste bins").focus();
  await page.keyboard.press("ArrowDown");
  await expect(cell(page, NEXT, "Waste bins")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const region = details(page, AREA, BINS);
  await expect(region).toContainText("210 bins, reported");
  await expect(region).toContainText("+10 (+5.0%)");
  await expect(region).toContainText("no name, ");
  await page.keyboard.press("Escape");
  await expect(region).toHaveCount(0);
  await expect(cell(page, AREA, "Waste bins")).toBeFocused();
  await page.keyboard.press("Enter");
  await region.getByRole("button", { name: "Enter a figure" }).click();
  await expect(field(page, BINS)).toBeFocused();
  await part(page, "Table").click();
  await page.getByRole("button", { name: "Changes (%)" }).click();
  await expect(cell(page, AREA, "Waste bins")).toContainText("+5.0%");
});

test("a figure with a digit too many is marked with the reason", async ({ page }) => {
  await enter(page);
  await report(page, BINS, "20");
  await report(page, BINS, "200");
  await expect(form(page, AREA)).toContainText("Perhaps a digit too many: about 10 times what is usual.");
  await part(page, "Table").click();
  await expect(cell(page, AREA, "Waste bins")).toHaveAccessibleName(/looks unusual$/);
});

test("the message to those who have not reported can be copied, or is selected", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await enter(page);
  await report(page, BINS, "200");
  await part(page, "Table").click();
  const message = page.getByRole("textbox", { name: "Text of the message" });
  await expect(message).toHaveValue(new RegExp(`So far 1 of 34.*33 are missing: ${NEXT}, `, "s"));
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("The message is copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await message.inputValue());
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("press Ctrl+C")).toBeVisible();
  await expect(message).toBeFocused();
  expect(await message.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd))).toContain("33 are missing");
});

test("the table is saved as CSV with states, sums and totals", async ({ page }) => {
  await enter(page);
  await report(page, BINS, "200");
  await part(page, "Table").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the table (CSV)" }).click()]);
  const lines = readFileSync(await download.path(), "utf8").split("\r\n");
  expect(lines[0]).toContain("bins,bins.state");
  expect(lines[1]).toMatch(/^14755,Hàm Rồng,.*,200,reported,/);
  expect(lines.find((line) => line.startsWith(",Published"))).toContain("7619");
});

test("findings of the built-in data are counted, told with their rule, accepted with a remark and taken back", async ({ page }) => {
  await open(page, "./#/review?part=findings");
  await expect(part(page, /^Findings/)).toHaveText(/2 open/);
  const implied = finding(page, /78,201 at 85\.6% implies a base of 91,303 to 91,409/);
  await expect(implied).toContainText("The base that a share implies must be the known one");
  await expect(finding(page, /^People admitted to the Party: 169, 102 more/)).toBeVisible();
  await implied.getByRole("textbox", { name: "Remark" }).fill("<b>known</b>");
  await page.keyboard.press("Enter");
  await expect(part(page, /^Findings/)).toHaveText(/1 open/);
  const accepted = page.getByRole("region", { name: "1 accepted finding" });
  await expect(accepted).toContainText("Accepted: <b>known</b> (no name, ");
  await page.reload();
  await started(page);
  await accepted.getByRole("button", { name: /^Take back/ }).click();
  await expect(accepted).toHaveCount(0);
  await expect(part(page, /^Findings/)).toHaveText(/2 open/);
});

test("a finding on a report leads to its place", async ({ page }) => {
  await enter(page);
  await report(page, FAMILIES, "70000");
  await expect(form(page, AREA)).toContainText(/70,000 is more than [\d,]+ \(Households 2019|70,000 is more than/);
  await part(page, /^Findings/).click();
  const above = finding(page, new RegExp(`${AREA}: 70,000 is more than`));
  await above.getByRole("button", { name: "Enter a figure" }).click();
  await expect(field(page, FAMILIES)).toBeFocused();
  await part(page, /^Findings/).click();
  await above.getByRole("button", { name: "Show in the table" }).click();
  await expect(details(page, AREA, FAMILIES)).toContainText("70,000 families, reported");
  await details(page, AREA, FAMILIES).getByRole("button", { name: "Open the area sheet" }).click();
  await expect(sheet(page, AREA)).toContainText(/reported.*no name, /s);
});

test.describe("by street", () => {
  test.beforeEach(async ({ page }) => {
    await open(page, "./#/review?part=register&sel=14755");
    await page.getByText("Paste a list", { exact: true }).click();
    await page.getByRole("textbox", { name: "Each line: name; kind; households" }).fill("Phố 1; phố; 80\nPhố 2; phố; 90\nPhố 3; phố; 70");
    await page.getByRole("button", { name: "Add 3 streets and villages" }).click();
    await part(page, "Enter").click();
    await expect(form(page, AREA)).toBeVisible();
  });

  test("streets report counts only, add up to their area, and a part of them says so", async ({ page }) => {
    await pick(form(page, AREA), "Report of", "Phố 1");
    await expect(form(page, AREA)).toContainText("By street only counts and amounts are entered");
    await expect(page.getByRole("group", { name: "Runs the civilised-wedding model" })).toHaveCount(0);
    await report(page, BINS, "20");
    await pick(form(page, AREA), "Report of", "Phố 2");
    await expect(field(page, BINS)).toHaveValue("");
    await report(page, BINS, "22");
    await pick(form(page, AREA), "Report of", "The whole area");
    await expect(field(page, BINS)).toHaveValue("");
    await expect(field(page, BINS)).toHaveAccessibleDescription(/42 bins: 2 of 3/);
    await part(page, "Table").click();
    await expect(cell(page, AREA, "Waste bins")).toHaveAccessibleName(/: 42 bins.*2 of 3/);
    await cell(page, AREA, "Waste bins").click();
    await expect(details(page, AREA, BINS)).toContainText(/Streets and villages\s*42 bins: .*2 of 3/);
    await expect(foot(page, "Sum")).toContainText("42");
    await part(page, "Enter").click();
    await pick(form(page, AREA), "Report of", "Phố 3");
    await report(page, BINS, "8");
    await part(page, "Table").click();
    await expect(cell(page, AREA, "Waste bins")).toHaveAccessibleName(/: 50 bins/);
    await expect(details(page, AREA, BINS)).not.toContainText("2 of 3");
    await expectAccessible(page);
  });

  test("the keyboard goes on in the next area itself, and a street's figure never lands there", async ({ page }) => {
    await pick(form(page, AREA), "Report of", "Phố 1");
    await field(page, BINS).fill("20");
    await page.keyboard.press("Control+Enter");
    await expect(form(page, NEXT)).toBeVisible();
    await expect(field(page, BINS)).toHaveValue("");
    await page.keyboard.press("Alt+ArrowUp");
    await expect(page.getByRole("combobox", { name: "Report of" })).toHaveValue("");
    await pick(form(page, AREA), "Report of", "Phố 1");
    await expect(field(page, BINS)).toHaveValue("20");
  });
});

test("of differing values of two people one is kept, and the finding goes with it", async ({ page, browser, baseURL }) => {
  const saveFile = async (tab) => {
    await tab.getByRole("button", { name: "Workspace" }).click();
    const [download] = await Promise.all([tab.waitForEvent("download"), tab.getByRole("button", { name: "Save notes as a file" }).first().click()]);
    return readFileSync(await download.path());
  };
  const context = await browser.newContext({ baseURL, locale: "en-GB" });
  const other = await context.newPage();
  await enter(other);
  await report(other, BINS, "200");
  const theirs = await saveFile(other);
  await context.close();

  await enter(page);
  await report(page, BINS, "210");
  await page.getByRole("button", { name: "Workspace" }).click();
  await page.getByLabel("Open a notes file…").setInputFiles({ name: "b.wardatlas.json", mimeType: "application/json", buffer: theirs });
  const merging = page.getByRole("complementary", { name: "Merge files" });
  await merging.getByRole("button", { name: "Merge", exact: true }).click();
  await merging.getByRole("button", { name: "Close" }).click();
  await part(page, /^Findings/).click();
  await expect(page.getByText("People must have entered the same value").first()).toBeVisible();
  await part(page, "Table").click();
  await expect(cell(page, AREA, "Waste bins")).toHaveAccessibleName(/two values differ/);
  await cell(page, AREA, "Waste bins").click();
  const region = details(page, AREA, BINS);
  await expect(region).toContainText("Different values");
  await expectAccessible(page);
  await region.getByRole("button", { name: "Keep 200 bins" }).click();
  await expect(region.getByRole("button", { name: /^Keep/ })).toHaveCount(0);
  await expect(region).toContainText("200 bins, reported");
  await expect(cell(page, AREA, "Waste bins")).not.toHaveAccessibleName(/two values differ/);
  await part(page, /^Findings/).click();
  await expect(page.getByText("People must have entered the same value")).toHaveCount(0);
});

test("estimates stand in the table with their interval and in the empty field, and go where a report comes", async ({ page }) => {
  await open(page, "./#/review?part=estimates");
  await page.getByRole("checkbox", { name: "Show estimates" }).check();
  await part(page, "Table").click();
  await expect(cell(page, AREA, "Waste bins")).toHaveAccessibleName(/: [\d,]+ bins, estimated.*[\d,]+ to [\d,]+/);
  await cell(page, AREA, "Waste bins").click();
  await expect(details(page, AREA, BINS)).toContainText(/bins, estimated/);
  await expectAccessible(page);
  await details(page, AREA, BINS).getByRole("button", { name: "Enter a figure" }).click();
  await expect(field(page, BINS)).toBeFocused();
  await expect(field(page, BINS)).toHaveValue("");
  await expect(field(page, BINS)).toHaveAttribute("placeholder", /^[\d,]+$/);
  await expect(field(page, BINS)).toHaveAccessibleDescription(/estimate [\d,]+ bins, 90% interval: [\d,]+ bins to [\d,]+ bins/);
  await report(page, BINS, "150");
  await expect(field(page, BINS)).not.toHaveAttribute("placeholder", /\d/);
  await part(page, "Table").click();
  await expect(cell(page, AREA, "Waste bins")).toHaveAccessibleName(/: 150 bins, reported/);
  await expect(cell(page, NEXT, "Waste bins")).toHaveAccessibleName(/estimated/);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1400, 390]) {
    test(`axe finds nothing, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await enter(page);
      await report(page, FAMILIES, "70000");
      await report(page, POTS, "1x");
      await expect(field(page, POTS)).toHaveAttribute("aria-invalid", "true");
      await expectAccessible(page);
      await part(page, "Table").click();
      await cell(page, AREA, "Cultural families").click();
      await expect(details(page, AREA, FAMILIES)).toBeVisible();
      await expectAccessible(page);
      await part(page, /^Findings/).click();
      await finding(page, /78,201/).getByRole("button", { name: /^Accept/ }).click();
      await expect(page.getByRole("region", { name: "1 accepted finding" })).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
