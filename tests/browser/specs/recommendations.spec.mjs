// Recommendations: entered, found, moved on, linked, gathered; two people who differ; and what is missing.
import { closeSide, notices, pick } from "../support/atlas.mjs";
import { another, fileOf, mergeFile, merging, offered, openFile, openPart, openWorkspace, saved } from "../support/goals.mjs";
import { expect, expectAccessible, test } from "../support/test.mjs";

const register = (page) => page.getByRole("region", { name: "What wards and communes ask for" });
const form = (page) => page.getByRole("region", { name: "Add a recommendation" });
const report = (page) => page.getByRole("region", { name: "Gathered report" });
const opened = (page, area) => page.getByRole("group", { name: `Recommendation of ${area}` });
const row = (page, text) => register(page).getByRole("row").filter({ has: page.getByRole("button", { name: text, exact: true }) });
const texts = (page) => register(page).getByRole("rowheader").allTextContents();

async function add(page, area, words, theme = "", to = "") {
  await pick(form(page), "Ward or commune", area);
  await form(page).getByRole("textbox", { name: "What is asked for" }).fill(words);
  await form(page).getByRole("combobox", { name: "Theme" }).fill(theme);
  await form(page).getByRole("combobox", { name: "Addressed to" }).fill(to);
  await form(page).getByRole("button", { name: "Add", exact: true }).click();
  await expect(form(page).getByRole("textbox", { name: "What is asked for" })).toHaveValue("");
}

async function three(page) {
  await add(page, "Đông Vệ", "Repair the drains", "Roads", "City office");
  await add(page, "Hàm Rồng", "More bins", "Waste", "Environment company");
  await add(page, "Đông Vệ", "A house of culture", "roads", "City office");
}

/** A file of a thousand recommendations of one ward. */
function thousand() {
  const base32 = (n) => n.toString(32).padStart(13, "0");
  const records = Array.from({ length: 1000 }, (_, ix) => {
    const ms = 1_706_580_000_000 + ix;
    const step = `${ms}-0-${base32(7)}`;
    const common = { time: new Date(ms).toISOString(), author: "Lan", device: base32(7), kind: "recommendation", key: base32(5000 + ix), old: null, step_name: "recommendation-raise" };
    return [
      { id: step, ...common, field: "area", new: "14782" },
      { id: `${ms}-1-${base32(7)}`, ...common, step, field: "text", new: `Number ${ix}` },
    ];
  });
  const lines = records.flat().map((record) => JSON.stringify(record)).join(",\n");
  const head = `{"format":"ward-atlas-workspace","schema":1,"saved_at":"2024-01-30T02:00:00.000Z","saved_by":"Lan",`
    + `"data_set":{"id":"thanh-hoa-2023","hash":""},"view":"","records":[\n${lines}\n],`;
  return `${head}"sum":"${sumOf(head)}"}`;
}

/** The sum of a workspace file: FNV-1a of 64 bits over all but line ends. */
function sumOf(words) {
  let sum = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(words)) {
    if (byte !== 10 && byte !== 13) sum = ((sum ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return sum.toString(16).padStart(16, "0");
}

test.beforeEach(async ({ page }) => openPart(page, "Recommendations"));

test("an empty register says what to do; a wrong entry is told at its field and nothing is taken", async ({ page }) => {
  await expect(register(page)).toContainText("No recommendations yet.");
  await form(page).getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Choose the ward or commune that asks." })).toBeVisible();
  await expect(form(page).getByRole("combobox", { name: "Ward or commune" })).toBeFocused();
  await pick(form(page), "Ward or commune", "Đông Vệ");
  await form(page).getByRole("textbox", { name: "What is asked for" }).fill("   ");
  await form(page).getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Write what is asked for." })).toBeVisible();
  await expect(register(page)).toContainText("No recommendations yet.");
});

test("one is entered by keyboard, is never markup, and is there after a reload", async ({ page }) => {
  await pick(form(page), "Ward or commune", "Đông Vệ");
  await form(page).getByRole("textbox", { name: "What is asked for" }).focus();
  await page.keyboard.type("<img src=x onerror=alert(1)> drains");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Roads");
  await page.keyboard.press("Tab");
  await page.keyboard.type("City office");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(form(page).getByRole("textbox", { name: "What is asked for" })).toBeFocused();
  await expect.poll(() => texts(page)).toEqual(["<img src=x onerror=alert(1)> drains"]);
  await saved(page);
  await page.reload();
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Recommendations" }).click();
  await expect.poll(() => texts(page)).toEqual(["<img src=x onerror=alert(1)> drains"]);
  await expect(form(page).locator("datalist").first().locator("option[value='Roads']")).toBeAttached();
});

test("filters find by status, theme, area, addressee, and words without diacritics", async ({ page }) => {
  await three(page);
  const filters = register(page).getByRole("group", { name: "Filter recommendations" });
  await pick(filters, "Theme", "Roads");
  await expect.poll(() => texts(page)).toEqual(["A house of culture", "Repair the drains"]);
  await expect(register(page).getByRole("status").first()).toHaveText("2 of 3 recommendations.");
  await filters.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("heading", { name: "What wards and communes ask for" })).toBeFocused();
  await pick(filters, "Addressed to", "Environment company");
  await expect.poll(() => texts(page)).toEqual(["More bins"]);
  await pick(filters, "Addressed to", "All");
  await filters.getByRole("searchbox").fill("dong ve");
  await expect.poll(() => texts(page)).toEqual(["A house of culture", "Repair the drains"]);
  await filters.getByRole("searchbox").fill("zzz");
  await expect(register(page)).toContainText("No recommendation passes these filters.");
  await filters.getByRole("searchbox").fill("");
  await pick(filters, "Status", "closed");
  await expect(register(page)).toContainText("0 of 3 recommendations.");
  await pick(filters, "Status", "All");
  await pick(filters, "Ward or commune", "Hàm Rồng");
  await expect.poll(() => texts(page)).toEqual(["More bins"]);
});

test("the areas chosen on the map can be all that is shown", async ({ page }) => {
  await three(page);
  await saved(page);
  await openPart(page, "Recommendations", "sel=14782&lang=en");
  await register(page).getByRole("checkbox", { name: "Only areas chosen on the map (1)" }).check();
  await expect(register(page).getByRole("status").first()).toHaveText("2 of 3 recommendations.");
});

test("one is opened, edited, moved on with who and when, and closed by keyboard", async ({ page }) => {
  await three(page);
  const button = register(page).getByRole("button", { name: "More bins", exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Recommendation of Hàm Rồng" })).toBeFocused();
  const one = opened(page, "Hàm Rồng");
  await pick(one, "Status", "decided");
  await expect(one).toContainText(/decided: no name, \d+\s\w+\s\d{4}/);
  await expect(page.getByRole("region", { name: "1 gap" })).toContainText("decided, and the decision is not written down");
  await one.getByRole("textbox", { name: "Decision" }).fill("Ten bins by June");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("region", { name: "What is missing" })).toContainText("Nothing is missing");
  await one.getByRole("textbox", { name: "Answer" }).focus();
  await page.keyboard.press("Escape");
  await expect(one).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("region", { name: "1 gap" })).toBeVisible();
});

test("many come to another status as one step", async ({ page }) => {
  await three(page);
  const many = register(page).getByRole("group", { name: "Change many at once" });
  await many.getByRole("button", { name: "Set status" }).click();
  await expect(many).toContainText("Mark at least one recommendation first.");
  await register(page).getByRole("checkbox", { name: "Mark all shown" }).check();
  await expect(many).toContainText("Marked: 3");
  await pick(many, "New status", "gathered");
  await many.getByRole("button", { name: "Set status" }).click();
  await expect(many).toContainText("Marked: 0");
  await expect(register(page).getByRole("cell", { name: "gathered", exact: true })).toHaveCount(3);
  await expect(many.getByRole("button", { name: "Set status" })).toBeFocused();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(register(page).getByRole("cell", { name: "new", exact: true })).toHaveCount(3);
});

test("one is deleted with a notice that brings it back", async ({ page }) => {
  await three(page);
  await register(page).getByRole("button", { name: "More bins", exact: true }).click();
  await opened(page, "Hàm Rồng").getByRole("button", { name: "Delete recommendation" }).click();
  await expect(page.getByRole("heading", { name: "What wards and communes ask for" })).toBeFocused();
  await expect.poll(() => texts(page)).toEqual(["A house of culture", "Repair the drains"]);
  await notices(page).getByText("The recommendation of Hàm Rồng is deleted.").waitFor();
  await notices(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => texts(page)).toEqual(["A house of culture", "More bins", "Repair the drains"]);
  await expect(notices(page).getByText("is deleted")).toHaveCount(0);
});

test("tasks and notes are linked, led to, and taken off again", async ({ page }) => {
  await page.getByRole("button", { name: /^Notes/ }).click();
  await page.getByRole("button", { name: "Note on The city", exact: true }).click();
  await page.keyboard.type("Asked on 30 January");
  await closeSide(page);
  await three(page);
  await register(page).getByRole("button", { name: "More bins", exact: true }).click();
  const one = opened(page, "Hàm Rồng");
  await one.getByRole("combobox", { name: "Link a note" }).selectOption({ label: "Asked on 30 January (The city)" });
  await one.getByRole("button", { name: "Link the chosen note" }).click();
  await one.getByRole("combobox", { name: "Link a task" }).selectOption({ index: 2 });
  await one.getByRole("button", { name: "Link the chosen task" }).click();
  await expect(one.getByRole("listitem")).toHaveCount(2);
  await one.getByRole("button", { name: "Note: Asked on 30 January (The city)", exact: true }).click();
  await expect(page.getByRole("complementary", { name: "Notes" }).getByRole("textbox", { name: "Text" })).toBeFocused();
  await closeSide(page);
  await one.getByRole("button", { name: /^Remove Task/ }).click();
  await expect(one.getByRole("listitem")).toHaveCount(1);
  await one.getByRole("combobox", { name: "Link a task" }).selectOption({ index: 1 });
  await one.getByRole("button", { name: "Link the chosen task" }).click();
  await one.getByRole("combobox", { name: "Link a task" }).selectOption({ index: 9 });
  await one.getByRole("button", { name: "Link the chosen task" }).click();
  await one.getByRole("button", { name: /^Task: / }).last().click();
  await expect(page.getByRole("button", { name: "List of tasks" })).toHaveAttribute("aria-current", "page");
  const row = page.getByRole("rowheader", { name: /^T10\. / });
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
});

test("a link leads to a task that is no longer used, and to a note that the open panel leaves out", async ({ page }) => {
  await page.getByRole("button", { name: /^Notes/ }).click();
  await page.getByRole("button", { name: "Note on The city", exact: true }).click();
  await page.keyboard.type("Asked on 30 January");
  await closeSide(page);
  await page.getByRole("button", { name: "List of tasks" }).click();
  await page.getByRole("button", { name: /^Retire: T4\./ }).click();
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Recommendations" }).click();
  await add(page, "Đông Vệ", "Repair the drains");
  await register(page).getByRole("button", { name: "Repair the drains", exact: true }).click();
  const one = opened(page, "Đông Vệ");
  await one.getByRole("combobox", { name: "Link a note" }).selectOption({ index: 1 });
  await one.getByRole("button", { name: "Link the chosen note" }).click();
  await one.getByRole("combobox", { name: "Link a task" }).selectOption({ index: 4 });
  await one.getByRole("button", { name: "Link the chosen task" }).click();
  await page.getByRole("button", { name: /^Notes/ }).click();
  const notes = page.getByRole("complementary", { name: "Notes" });
  await notes.getByRole("searchbox").fill("zzz");
  await one.getByRole("button", { name: /^Note: / }).click();
  await expect(notes.getByRole("textbox", { name: "Text" })).toBeFocused();
  await closeSide(page);
  await one.getByRole("button", { name: /^Task: / }).click();
  await expect(page.getByRole("button", { name: /^Use again: T4\./ })).toBeFocused();
});

test("a long text is saved while it is typed, also in the last moment before the page goes, and is one step", async ({ page }) => {
  await add(page, "Đông Vệ", "Repair the drains");
  await register(page).getByRole("button", { name: "Repair the drains", exact: true }).click();
  const decision = opened(page, "Đông Vệ").getByRole("textbox", { name: "Decision" });
  await decision.focus();
  await page.keyboard.type("By the end ");
  await expect(page.getByText("Saving…")).toHaveCount(0);
  await saved(page);
  await expect(decision).toBeFocused();
  await page.keyboard.type("of ");
  await saved(page);
  await page.keyboard.type("June");
  await page.reload();
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Recommendations" }).click();
  await register(page).getByRole("button", { name: "Repair the drains", exact: true }).click();
  await expect(decision).toHaveValue("By the end of June");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(decision).toHaveValue("");
  await page.getByRole("button", { name: /^Redo/ }).click();
  await expect(decision).toHaveValue("By the end of June");
});

test("the open one stays while its text is typed on, though a filter looks for a word of it", async ({ page }) => {
  await three(page);
  await register(page).getByRole("searchbox").fill("more bins");
  await register(page).getByRole("button", { name: "More bins", exact: true }).click();
  const asked = opened(page, "Hàm Rồng").getByRole("textbox", { name: "What is asked for" });
  await asked.fill("More baskets");
  await page.waitForTimeout(400);
  await page.keyboard.type(" please");
  await expect.poll(() => texts(page)).toEqual(["More baskets please"]);
  await expect(asked).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(register(page)).toContainText("No recommendation passes these filters.");
});

test("the gathered report reconciles by theme and by area, and leaves as CSV", async ({ page }) => {
  await three(page);
  const cells = (name) => report(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) }).getByRole("cell");
  await expect(cells("Roads")).toHaveText(["2", "0", "0", "0", "0", "2"]);
  await expect(cells("Waste")).toHaveText(["1", "0", "0", "0", "0", "1"]);
  await expect(cells("All")).toHaveText(["3", "0", "0", "0", "0", "3"]);
  await report(page).getByRole("button", { name: "Ward or commune" }).click();
  await expect(cells("Đông Vệ")).toHaveText(["2", "0", "0", "0", "0", "2"]);
  await expect(cells("All")).toHaveText(["3", "0", "0", "0", "0", "3"]);
  const gathered = await offered(page, () => report(page).getByRole("button", { name: "Save the report (CSV)" }).click());
  expect(gathered.replace("\ufeff", "").split("\r\n")).toContain("Đông Vệ,2,0,0,0,0,2");
  const listed = await offered(page, () => report(page).getByRole("button", { name: "Save the list (CSV)" }).click());
  expect(listed.split("\r\n").filter((line) => line.includes("City office"))).toHaveLength(2);
});

test("a new one that waits too long is listed as missing, by the day that is looked at", async ({ page }) => {
  await form(page).getByLabel("Date").fill("2024-01-30");
  await add(page, "Đông Vệ", "Repair the drains");
  await expect(page.getByRole("region", { name: "1 gap" })).toContainText(/still new after [\d,]+ days/);
  await page.getByRole("button", { name: "Open: Repair the drains" }).click();
  await expect(page.getByRole("heading", { name: "Recommendation of Đông Vệ" })).toBeFocused();
});

test("two people who differ: both versions stand in the register and in the panels, until one is kept", async ({ page, browser, baseURL }) => {
  await add(page, "Đông Vệ", "Repair the drains");
  const other = await another(browser, baseURL);
  await openPart(other, "Recommendations");
  const bytes = await fileOf(page);
  await openFile(other, bytes);
  await expect(merging(other).getByRole("row", { name: "Recommendations 1 0 0 0" })).toBeVisible();
  await merging(other).getByRole("button", { name: "Merge", exact: true }).click();
  await closeSide(other);
  for (const [who, status] of [[page, "closed"], [other, "answered"]]) {
    await register(who).getByRole("button", { name: "Repair the drains", exact: true }).click();
    await pick(opened(who, "Đông Vệ"), "Status", status);
    await saved(who);
  }
  await mergeFile(page, await fileOf(other));
  const difference = (scope) => scope.getByRole("group", { name: "Recommendations, Đông Vệ, Repair the drains: status" });
  await expect(difference(merging(page))).toContainText("closed");
  await expect(difference(merging(page))).toContainText("answered");
  await closeSide(page);
  await openWorkspace(page);
  await expect(difference(page.getByRole("complementary", { name: "Workspace" }))).toBeVisible();
  await expectAccessible(page, "aside");
  await closeSide(page);
  await expect(row(page, "Repair the drains")).toContainText("differs");
  await difference(opened(page, "Đông Vệ")).getByRole("button", { name: "Keep: closed" }).click();
  await expect(page.getByRole("heading", { name: "Recommendation of Đông Vệ" })).toBeFocused();
  await expect(difference(page)).toHaveCount(0);
  await expect(row(page, "Repair the drains")).toContainText("closed");
  await other.context().close();
});

test("a thousand stay usable: the list is windowed, the report counts all", async ({ page }) => {
  await mergeFile(page, thousand());
  await closeSide(page);
  await expect(register(page).getByRole("status").first()).toHaveText("1,000 of 1,000 recommendations.");
  await expect(register(page).getByRole("rowheader")).toHaveCount(50);
  await register(page).getByRole("button", { name: "Show 50 more" }).click();
  await expect(register(page).getByRole("rowheader")).toHaveCount(100);
  await expect(register(page).getByRole("button", { name: "Number 949", exact: true })).toBeFocused();
  await expect(report(page).getByRole("row").last().getByRole("cell")).toHaveText(["1,000", "0", "0", "0", "0", "1,000"]);
  const filters = register(page).getByRole("group", { name: "Filter recommendations" });
  await filters.getByRole("searchbox").fill("number 123");
  await expect.poll(() => texts(page)).toEqual(["Number 123"]);
  await register(page).getByRole("button", { name: "Number 123", exact: true }).click();
  await pick(opened(page, "Đông Vệ"), "Status", "closed");
  await expect(report(page).getByRole("row").last().getByRole("cell")).toHaveText(["0", "0", "0", "0", "1", "1"]);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing, ${colorScheme}, on a desk and on a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    await three(page);
    await register(page).getByRole("button", { name: "More bins", exact: true }).click();
    await pick(opened(page, "Hàm Rồng"), "Status", "decided");
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await expectAccessible(page);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

test("what is looked for stays while another part is looked at", async ({ page }) => {
  await three(page);
  const theme = register(page).getByRole("combobox", { name: "Theme", exact: true });
  await theme.selectOption({ label: "Waste" });
  await expect(register(page).getByRole("rowheader")).toHaveCount(1);
  const parts = page.getByRole("navigation", { name: "Parts" });
  await parts.getByRole("button", { name: "Targets" }).click();
  await parts.getByRole("button", { name: "Recommendations", exact: true }).click();
  await expect(register(page).getByRole("rowheader")).toHaveCount(1);
  await expect(theme.locator("option:checked")).toHaveText("Waste");
});
