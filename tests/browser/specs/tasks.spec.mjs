// The Tasks page: matrix with check-ins, list, calendar; and the work on the map and in an area's sheet.
import { readFileSync } from "node:fs";
import { closeSide, headline, notices, pick, sheet } from "../support/atlas.mjs";
import { AS_OF, bulk, cell, day, editor, fullYear, grid, part } from "../support/tasks.mjs";
import { expect, expectAccessible, open, started, test } from "../support/test.mjs";

const DATA = JSON.parse(readFileSync(new URL("../../../public/data/thanh-hoa-2023.json", import.meta.url), "utf8"));
const merging = (page) => page.getByRole("complementary", { name: "Merge files" });
const saved = (page) => expect(page.getByText("Saved on this device")).toBeVisible();
const bar = (page, name) => page.getByRole("region", { name, exact: true });
const status = (scope, name) => scope.getByRole("group", { name: "Status" }).getByRole("button", { name });

/** Opens a part of the page on a day of April 2024. */
async function openPart(page, name = "matrix", more = "") {
  await open(page, `./#/tasks?work=${name}&${AS_OF}${more}`);
  await expect(page.getByRole("heading", { level: 1, name: "The year’s work" })).toBeVisible();
}

async function mergeFile(page, words) {
  await closeSide(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  const file = { name: "point.wardatlas.json", mimeType: "application/json", buffer: Buffer.from(words) };
  await page.getByLabel("Open a notes file…").setInputFiles(file);
  await merging(page).getByRole("button", { name: "Merge", exact: true }).click();
  await expect(merging(page).getByRole("heading", { name: "What was added" })).toBeVisible();
  await closeSide(page);
}

async function saveWorkspace(page) {
  await closeSide(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save notes as a file" }).first().click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

test.describe("the matrix", () => {
  test("holds every area and task, says what each cell is, and keeps its day in the address", async ({ page }) => {
    await openPart(page);
    await expect(grid(page)).toHaveAttribute("aria-rowcount", "35");
    await expect(grid(page)).toHaveAttribute("aria-colcount", "11");
    await expect(cell(page, "Đông Vệ", "T2")).toHaveAccessibleName(/: without a check-in, overdue: 2 periods$/);
    await day(page).fill("31/4/2024");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "“31/4/2024” is not a day." })).toBeVisible();
    await expect(day(page)).toHaveAttribute("aria-invalid", "true");
    await expect(page).toHaveURL(/asof=2024-04-10/);
    await day(page).fill("15.2.2024");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/asof=2024-02-15/);
    await expect(day(page)).toHaveValue("15/2/2024");
    await expect(cell(page, "Đông Vệ", "T2")).toHaveAccessibleName(/: without a check-in$/);
    await page.getByRole("button", { name: "Today" }).click();
    await expect(page).not.toHaveURL(/asof/);
  });

  test("is walked by keyboard with one tab stop; a check-in is typed, stays, and can be undone", async ({ page }) => {
    await openPart(page);
    await grid(page).focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const active = () => grid(page).evaluate((element) => document.getElementById(element.getAttribute("aria-activedescendant")).ariaLabel);
    expect(await active()).toMatch(/^Hàm Rồng, T2\. /);
    await page.keyboard.press("End");
    expect(await active()).toMatch(/^Hàm Rồng, T10\. /);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const form = editor(page, "Hàm Rồng", "T2");
    await expect(form.getByRole("heading")).toBeFocused();
    await status(form, "at risk").click();
    await expect(status(form, "at risk")).toHaveAttribute("aria-pressed", "true");
    await form.getByRole("textbox", { name: "Remark" }).focus();
    await page.keyboard.type("The hall is <b>closed</b> ");
    await page.waitForTimeout(400);
    await page.keyboard.type("in April");
    await page.keyboard.press("Escape");
    await expect(form).toHaveCount(0);
    await expect(grid(page)).toBeFocused();
    await expect(cell(page, "Hàm Rồng", "T2")).toHaveAccessibleName(/: at risk, overdue: 2 periods$/);
    await saved(page);
    await page.reload();
    await started(page);
    await cell(page, "Hàm Rồng", "T2").click();
    await expect(form.getByRole("textbox", { name: "Remark" })).toHaveValue("The hall is <b>closed</b> in April");
    await expect(form).toContainText("no name, ");
    // A run of typing is one step.
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(form.getByRole("textbox", { name: "Remark" })).toHaveValue("");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(status(form, "at risk")).toHaveAttribute("aria-pressed", "false");
  });

  test("an earlier period is answered on its own, and that ends its being overdue", async ({ page }) => {
    await openPart(page);
    await cell(page, "Đông Vệ", "T2").click();
    const form = editor(page, "Đông Vệ", "T2");
    await pick(form, "Period", "February 2024");
    await status(form, "done").click();
    await expect(cell(page, "Đông Vệ", "T2")).toHaveAccessibleName(/: without a check-in, overdue: 1 period$/);
    await pick(form, "Period", "April 2024");
    await expect(status(form, "done")).toHaveAttribute("aria-pressed", "false");
    await pick(form, "Period", "February 2024");
    await form.getByRole("button", { name: "Clear this check-in" }).click();
    await expect(form.getByRole("heading").first()).toBeFocused();
    await expect(cell(page, "Đông Vệ", "T2")).toHaveAccessibleName(/overdue: 2 periods$/);
  });

  test("the Tết package counts its outcomes; a wrong count is told at its field and nothing is taken", async ({ page }) => {
    await openPart(page);
    await cell(page, "Đông Vệ", "T10").click();
    const form = editor(page, "Đông Vệ", "T10");
    const fires = form.getByRole("textbox", { name: /^fires/ });
    await fires.fill("2");
    await page.keyboard.press("Enter");
    await fires.fill("2.5");
    await page.keyboard.press("Enter");
    await expect(fires).toHaveAttribute("aria-invalid", "true");
    await expect(fires).toHaveAccessibleName("fires");
    await expect(fires).toHaveAccessibleDescription(/“2\.5” is not a count\. Type a whole number from 0/);
    await page.getByRole("button", { name: "Close" }).click();
    await part(page, "List of tasks").click();
    await pick(page, "Of", "Đông Vệ");
    await expect(page.getByRole("article")).toContainText("fires: 2, from 1 check-ins");
  });

  test("a whole column is set at once as one step, and a block by Shift and arrows", async ({ page }) => {
    await openPart(page);
    await grid(page).getByRole("columnheader", { name: /^T3/ }).getByRole("button").click();
    await expect(bulk(page)).toContainText("34 cells are chosen");
    await bulk(page).getByRole("button", { name: "on track" }).click();
    await expect(grid(page)).toBeFocused();
    await expect(cell(page, "Đông Vệ", "T3")).toHaveAccessibleName(/: on track/);
    await expect(grid(page).getByRole("columnheader", { name: /^T3/ })).toContainText("34 on track");
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(cell(page, "Đông Vệ", "T3")).toHaveAccessibleName(/: without a check-in/);
    await grid(page).focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Home");
    for (const key of ["ArrowDown", "ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight"]) await page.keyboard.press(key);
    await expect(bulk(page)).toContainText("6 cells are chosen");
    await expect(grid(page).locator("[aria-selected=true]")).toHaveCount(6);
    await page.keyboard.press("Escape");
    await expect(bulk(page)).toHaveCount(0);
  });

  test("follows the filters of the Atlas, and its own", async ({ page }) => {
    await openPart(page, "matrix", "&kind=commune");
    const communes = DATA.areas.filter((area) => area.kind === "commune").length;
    await expect(grid(page)).toHaveAttribute("aria-rowcount", String(communes + 1));
    await pick(page, "Group of tasks", "Public order");
    await expect(grid(page)).toHaveAttribute("aria-colcount", "2");
    await pick(page, "Status", "done");
    await expect(page.getByText("No place passes the filters.")).toBeVisible();
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await expect(grid(page)).toHaveAttribute("aria-rowcount", "35");
    await page.getByRole("group", { name: "Rows" }).getByRole("button", { name: "Streets and villages" }).click();
    await expect(page.getByText("The register of streets and villages is empty.")).toBeVisible();
  });

  test("its filters stand in the address, stay while another part is open, and can be undone", async ({ page }) => {
    await openPart(page);
    await pick(page, "Group of tasks", "Public order");
    await page.getByRole("checkbox", { name: "Overdue only" }).check();
    await pick(page, "Status", "without a check-in");
    await expect(grid(page)).toHaveAttribute("aria-colcount", "2");
    await part(page, "List of tasks").click();
    await part(page, "Matrix").click();
    const stands = async () => {
      await expect(page.getByRole("combobox", { name: "Group of tasks" }).locator("option:checked")).toHaveText("Public order");
      await expect(page.getByRole("checkbox", { name: "Overdue only" })).toBeChecked();
      await expect(page.getByRole("combobox", { name: "Status", exact: true })).toHaveValue("blank");
      await expect(grid(page)).toHaveAttribute("aria-colcount", "2");
    };
    await stands();
    await expect(page).toHaveURL(/look=/);
    await page.reload();
    await stands();
    // Changes in quick succession are one step, so there are one to three.
    const undo = page.getByRole("button", { name: /^Undo/ });
    await expect(async () => {
      if (await undo.isEnabled()) await undo.click({ timeout: 1_000 });
      await expect(undo).toBeDisabled({ timeout: 200 });
    }).toPass();
    await expect(grid(page)).toHaveAttribute("aria-colcount", "11");
    await expect(page.getByRole("checkbox", { name: "Overdue only" })).not.toBeChecked();
    await expect(page).not.toHaveURL(/look=/);
    await openPart(page, "matrix", "&look=late.sideways");
    await expect(notices(page)).toContainText("The link has an unknown value: “look=sideways”");
    await expect(page.getByRole("checkbox", { name: "Overdue only" })).toBeChecked();
  });

  test("of 60 tasks and 311 streets only what is in sight is in the page", async ({ page }) => {
    test.slow();
    await openPart(page);
    await mergeFile(page, fullYear(DATA.areas));
    await page.getByRole("group", { name: "Rows" }).getByRole("button", { name: "Streets and villages" }).click();
    await expect(grid(page)).toHaveAttribute("aria-rowcount", "312");
    await expect(grid(page)).toHaveAttribute("aria-colcount", "61");
    const n = () => grid(page).getByRole("gridcell").count();
    expect(await n()).toBeLessThan(800);
    await grid(page).focus();
    await page.keyboard.press("Control+End");
    const last = grid(page).locator('[role=row][aria-rowindex="312"] [role=gridcell][aria-colindex="61"]');
    await expect(last).toBeInViewport();
    expect(await n()).toBeLessThan(800);
    // Cells come and go by either edge; those of a row stand in the order of their columns, each under its task.
    const inOrder = () => grid(page).evaluate((element) =>
      [...element.querySelectorAll(".matrix-row")].every((row) => {
        const cells = [...row.querySelectorAll("[role=gridcell]")];
        const columns = cells.map((cell) => Number(cell.getAttribute("aria-colindex")));
        return cells.length > 5 && columns.every((column, ix) => ix === 0 || column === columns[ix - 1] + 1)
          && cells.every((cell) => cell.id === `m-${row.getAttribute("aria-rowindex") - 1}-${cell.getAttribute("aria-colindex") - 1}`);
      }));
    await expect.poll(inOrder).toBe(true);
    // Rows are written anew as others and come in by either edge: they stand in their order, and none in sight is left out.
    const rowsInOrder = () => grid(page).evaluate((element) => {
      const rows = [...element.querySelectorAll(".matrix-row")];
      const indices = rows.map((row) => Number(row.getAttribute("aria-rowindex")));
      const frame = element.getBoundingClientRect();
      const boxes = rows.map((row) => row.getBoundingClientRect());
      const from = Math.min(...boxes.map((box) => box.top)) - element.querySelector(".matrix-head").offsetHeight;
      return indices.every((index, ix) => ix === 0 || index === indices[ix - 1] + 1)
        && boxes.every((box, ix) => ix === 0 || Math.abs(box.top - boxes[ix - 1].bottom) < 1)
        && from < frame.top + 1 && Math.max(...boxes.map((box) => box.bottom)) > frame.bottom - 20;
    });
    await grid(page).hover({ position: { x: 600, y: 300 } });
    for (const [x, y] of [[-400, -300], [-300, 200], [500, -900], [0, -4000], [0, 150]]) {
      await page.mouse.wheel(x, y);
      await expect.poll(inOrder).toBe(true);
      await expect.poll(rowsInOrder).toBe(true);
    }
    await page.keyboard.press("Control+End");
    await expect.poll(rowsInOrder).toBe(true);
    for (const y of [-300, 200, -900]) await page.mouse.wheel(-60, y);
    await expect.poll(inOrder).toBe(true);
    await expect(grid(page).locator("[aria-rowindex='280'] [aria-colindex='57']")).toHaveAccessibleName(/^Phố \d+.*, Own task number 45/);
    await page.keyboard.press("Control+Home");
    await expect(grid(page).locator('[role=row][aria-rowindex="2"] [role=gridcell][aria-colindex="2"]')).toBeInViewport();
  });

  test("two points check in differently: both values are shown and one is kept", async ({ page, browser, baseURL }) => {
    await openPart(page);
    await cell(page, "Đông Vệ", "T2").click();
    await status(editor(page, "Đông Vệ", "T2"), "done").click();
    const context = await browser.newContext({ baseURL, locale: "en-GB", viewport: { width: 1280, height: 800 } });
    const other = await context.newPage();
    await openPart(other);
    await cell(other, "Đông Vệ", "T2").click();
    await status(editor(other, "Đông Vệ", "T2"), "at risk").click();
    const file = await saveWorkspace(other);
    await context.close();
    await mergeFile(page, file);
    await expect(cell(page, "Đông Vệ", "T2")).toHaveAccessibleName(/people differ$/);
    const form = editor(page, "Đông Vệ", "T2");
    await expect(form).toContainText("People differ: Status");
    await expect(form.getByRole("button", { name: "Keep: done" })).toBeVisible();
    await form.getByRole("button", { name: "Keep: at risk" }).click();
    await expect(form).not.toContainText("People differ");
    await expect(cell(page, "Đông Vệ", "T2")).toHaveAccessibleName(/: at risk, overdue: 2 periods$/);
  });
});

test.describe("the list", () => {
  test("shows the ten tasks by groups with who, rhythm, due and source", async ({ page }) => {
    await openPart(page, "list");
    const list = bar(page, "List of tasks");
    await expect(list.getByRole("rowheader").filter({ hasText: /^T\d+\./ })).toHaveCount(10);
    await expect(list).toContainText("report to the conference of 30 January 2024");
    await expect(list).toContainText(/Tết package: 1.February.2024 to 24.February.2024, Tết is 10.February.2024\. Each check-in counts: fires, explosions/);
  });

  test("a task is added, told what is wrong, edited, retired and restored", async ({ page }) => {
    await openPart(page, "list");
    await page.getByRole("button", { name: "Add a task" }).click();
    const form = bar(page, "Add a task");
    await expect(form.getByRole("heading")).toBeFocused();
    await form.getByRole("button", { name: "Add a task" }).click();
    await expect(form.getByRole("alert").first()).toContainText("The task needs a title");
    await expect(form.getByRole("textbox", { name: "Vietnamese" })).toBeFocused();
    await form.getByRole("textbox", { name: "English" }).fill("Plant trees");
    await form.getByRole("textbox", { name: "First day" }).fill("1/3/2024");
    await form.getByRole("textbox", { name: "Last day (due)" }).fill("1/2/2024");
    await form.getByRole("button", { name: "Add a task" }).click();
    await expect(form).toContainText("The last day is before the first.");
    await form.getByRole("textbox", { name: "Last day (due)" }).fill("soon");
    await form.getByRole("button", { name: "Add a task" }).click();
    await expect(form).toContainText("“soon” is not a day.");
    await form.getByRole("textbox", { name: "Last day (due)" }).fill("31.12.2024");
    await pick(form, "Rhythm", "monthly");
    await pick(form, "Indicator", "New flower pots");
    await form.getByRole("textbox", { name: "Target" }).fill("100");
    await form.getByRole("button", { name: "Add a task" }).click();
    const row = page.getByRole("row").filter({ hasText: "Plant trees" });
    await expect(row).toContainText("monthly");
    await expect(row).toContainText("all (34)");
    await page.getByRole("button", { name: "Edit: Plant trees" }).click();
    await bar(page, "Edit the task").getByRole("textbox", { name: "Responsible role" }).fill("Ward chairs");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(row).toContainText("Ward chairs");
    await page.getByRole("button", { name: "Retire: Plant trees" }).click();
    await expect(row).toHaveCount(0);
    await page.getByText("Retired tasks").click();
    await page.getByRole("button", { name: "Use again: Plant trees" }).click();
    await expect(row).toBeVisible();
  });

  test("a task is handed to those that pass, those that are chosen, and one by one", async ({ page }) => {
    await openPart(page, "list", "&kind=commune&sel=14782.14761");
    const communes = DATA.areas.filter((area) => area.kind === "commune").length;
    await page.getByRole("button", { name: /^Hand out: T5/ }).click();
    const hand = page.getByRole("region", { name: /^Hand out: T5/ });
    await expect(hand.getByRole("heading")).toBeFocused();
    await expect(hand).toContainText("Handed to: All wards and communes");
    await hand.getByRole("button", { name: `Those that pass the filters (${communes})` }).click();
    await expect(hand.getByRole("status")).toContainText(`Handed to: ${communes} places`);
    await hand.getByRole("button", { name: "Those chosen on the map (2)" }).click();
    await expect(hand.getByRole("status")).toContainText("Handed to: 2 places");
    await hand.getByRole("searchbox", { name: "Search by name" }).fill("ham rong");
    await hand.getByRole("checkbox", { name: "Hàm Rồng" }).check();
    await expect(hand.getByRole("status")).toContainText("Handed to: 3 places");
    await hand.getByRole("searchbox").fill("xyz");
    await expect(hand).toContainText("No place of that name.");
    await hand.getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("heading", { name: "List of tasks" })).toBeFocused();
  });

  test("on paper the matrix holds every row and column, as small as a sheet needs", async ({ page }) => {
    await openPart(page, "matrix");
    const shown = grid(page).getByRole("row");
    await expect(grid(page).getByRole("columnheader").first()).toBeVisible();
    await expect.poll(() => shown.count()).toBeLessThan(30);
    await page.emulateMedia({ media: "print" });
    await expect(shown).toHaveCount(35);
    await expect(grid(page).getByRole("columnheader")).toHaveCount(11);
    const width = () => grid(page).locator(".matrix-inner").evaluate((inner) => inner.getBoundingClientRect().width);
    await expect.poll(width).toBeLessThanOrEqual(701);
    await page.emulateMedia({ media: "screen" });
    await expect.poll(() => shown.count()).toBeLessThan(30);
  });

  test("a summary of a task or an area is what is printed", async ({ page }) => {
    await openPart(page, "list");
    await page.getByRole("combobox", { name: "Of" }).selectOption({ label: "Đông Vệ" });
    await expect(page.getByRole("article").getByRole("row")).toHaveCount(11);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("article").getByRole("heading", { name: "Đông Vệ" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "List of tasks" })).toBeHidden();
  });
});

test.describe("the calendar", () => {
  test("reminds of what is overdue and due, by months, and gives a file that reads as iCalendar", async ({ page }) => {
    await openPart(page, "calendar");
    const reminders = bar(page, "Reminders");
    await expect(reminders.getByRole("listitem").filter({ hasText: "T2" }).filter({ hasText: "February 2024" })).toContainText("34 places");
    await expect(reminders.getByRole("listitem").filter({ hasText: "April 2024" }).first()).toContainText(/due 30.April.2024/);
    await bar(page, "What falls due").getByRole("button", { name: "Agenda" }).click();
    await expect(bar(page, "What falls due").getByRole("heading", { name: "June 2024" })).toBeVisible();
    await pick(page, "Task", "all");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the calendar file" }).click()]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    const all = text.match(/BEGIN:VEVENT/g).length;
    expect(all % 34).toBe(0);
    await page.getByRole("combobox", { name: "Task", exact: true }).selectOption("T2");
    const [one] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the calendar file" }).click()]);
    expect(readFileSync(await one.path(), "utf8").match(/BEGIN:VEVENT/g).length).toBeLessThan(all);
  });

  test("shows a month as a table from Monday on, with what is done if asked for, and a day in full", async ({ page }) => {
    await openPart(page);
    await cell(page, "Đông Vệ", "T2").click();
    await status(editor(page, "Đông Vệ", "T2"), "on track").click();
    await saved(page);
    await part(page, "Calendar").click();
    const calendar = bar(page, "What falls due");
    const april = calendar.getByRole("table", { name: "April 2024" });
    await expect(april.getByRole("columnheader")).toHaveText(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);
    await expect(april.getByRole("row")).toHaveCount(6);
    // 1 April 2024 was a Monday, and it is looked at on the 10th.
    await expect(april.getByRole("row").nth(1).getByRole("cell").first()).toContainText("1");
    await expect(april.locator("td[aria-current=date]")).toContainText(/10\s*As of/);
    const last = april.getByRole("button", { name: /^30.April.2024: T2\. .* 33 T4\. .* 34 T6\. .* 34$/ });
    await last.focus();
    await page.keyboard.press("Enter");
    await expect(last).toHaveAttribute("aria-expanded", "true");
    await expect(calendar.getByRole("heading", { name: /^Due on 30.April.2024$/ })).toBeVisible();
    const t2 = calendar.getByRole("listitem").filter({ hasText: /^T2\./ }).filter({ visible: true });
    await expect(t2).toContainText("33 places");
    await expect(t2).not.toContainText("done");
    await calendar.getByRole("button", { name: "All", exact: true }).click();
    await expect(t2).toContainText("✓ done: 1 place");
    await expect(april.getByRole("button", { name: /^30.April/ })).toContainText("✓1");
    await calendar.getByRole("button", { name: "Next month" }).click();
    await expect(calendar.getByRole("table", { name: "May 2024" })).toBeVisible();
    await expect(calendar.getByRole("heading", { name: /^Due on/ })).toHaveCount(0);
    await expect(page).toHaveURL(/look=all\.m-2024-05/);
    await page.reload();
    await expect(calendar.getByRole("table", { name: "May 2024" })).toBeVisible();
    await calendar.getByRole("button", { name: "Previous month" }).click();
    await expect(april).toBeVisible();
    await expect(page).not.toHaveURL(/m-2024/);
    await expectAccessible(page);
    // At the end of a quarter more falls due than the cell of a day holds.
    for (const _ of [1, 2]) await calendar.getByRole("button", { name: "Next month" }).click();
    await calendar.getByRole("button", { name: /^30.June.2024: .*\+\d$/ }).click();
    await expect(calendar.getByRole("listitem").filter({ hasText: "T7." }).filter({ visible: true })).toContainText("34 places");
    for (const _ of [1, 2]) await calendar.getByRole("button", { name: "Previous month" }).click();
    await page.setViewportSize({ width: 390, height: 800 });
    await expect(april).toBeHidden();
    await expect(calendar.getByRole("listitem").filter({ hasText: /^T2\./ }).filter({ visible: true })).toContainText("33 places");
  });
});

test.describe("on the map and in the sheet", () => {
  test("a pasted link shows overdue tasks as an indicator like all others", async ({ page }) => {
    await open(page, `./#/atlas?i=tasks_overdue&${AS_OF}`);
    await expect(headline(page)).toContainText("Overdue tasks");
    await expect(page.getByRole("combobox", { name: "Indicator", exact: true })).toHaveValue("tasks_overdue");
    await open(page, `./#/tasks?${AS_OF}`);
    await page.getByRole("button", { name: "Show on the map" }).click();
    await expect(headline(page)).toContainText("Overdue tasks");
  });

  test("an area's sheet shows its tasks and leads to the cell", async ({ page }) => {
    await open(page, `./#/atlas?sheet=14782&${AS_OF}`);
    const tasks = sheet(page, "Đông Vệ").getByRole("region", { name: /^Tasks/ });
    await expect(tasks.getByRole("row")).toHaveCount(10);
    await expect(tasks.getByRole("row").filter({ hasText: "T2." })).toContainText("overdue: 2 periods");
    await tasks.getByRole("button", { name: /^Open in the matrix: T2\./ }).click();
    await expect(editor(page, "Đông Vệ", "T2").getByRole("heading")).toBeFocused();
    await expect(page.getByRole("complementary")).toHaveCount(0);
  });
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing, ${colorScheme}, ${width} px`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await openPart(page);
      await cell(page, "Hàm Rồng", "T1").click();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Close" }).click();
      await expect(grid(page)).toBeFocused();
      await page.keyboard.press("Control+a");
      await expect(bulk(page)).toBeVisible();
      await expectAccessible(page);
      await openPart(page, "list");
      await page.getByRole("button", { name: "Add a task" }).click();
      await page.getByRole("combobox", { name: "Of" }).selectOption({ label: "Đông Vệ" });
      await expectAccessible(page);
      await page.getByRole("button", { name: /^Hand out: T1\./ }).click();
      await expectAccessible(page);
      await openPart(page, "calendar");
      await expectAccessible(page);
    });
  }
}
