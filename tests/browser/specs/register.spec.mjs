// The register of streets and villages, and indicators of one's own: entered, edited, retired, and seen where they belong.
import { filters, headline, option, pick, showIndicator } from "../support/atlas.mjs";
import { expect, expectAccessible, open, test } from "../support/test.mjs";

const counts = (page) => page.getByRole("region", { name: "Register of streets and villages" });
const area = (page, name = "Nam Ngạn") => page.getByRole("region", { name: `Streets and villages of ${name}` });
const form = (page) => page.getByRole("group", { name: "Add one" });
const saved = (page) => expect(page.getByText("Saved on this device")).toBeVisible();

async function add(page, name, households = "", kind = "Street") {
  await form(page).getByRole("textbox", { name: "Name" }).fill(name);
  await pick(form(page), "Kind", kind);
  await form(page).getByRole("textbox", { name: "Households" }).fill(households);
  await form(page).getByRole("button", { name: "Add" }).click();
}

test.describe("the register", () => {
  test.beforeEach(async ({ page }) => {
    await open(page, "./#/review?part=register&sel=14761");
    await expect(area(page)).toBeVisible();
  });

  test("is counted against the 311 and against what sources state, in words", async ({ page }) => {
    await expect(counts(page)).toContainText("The register holds 0 of the 311 streets and villages that the city states. 311 are missing.");
    await expect(counts(page)).toContainText("Sources state 40 of them in 4 wards and communes: Nam Ngạn 11");
    await add(page, "Phố 1", "120");
    await expect(counts(page)).toContainText("The register holds 1 of the 311");
    await counts(page).getByText("By ward and commune").click();
    const row = counts(page).getByRole("row").filter({ has: page.getByRole("button", { name: "Nam Ngạn" }) });
    await expect(row).toContainText("10 fewer than stated");
    await expect(row.getByRole("img", { name: "1 in the register, 0 with reports, 10 missing" })).toBeVisible();
    await counts(page).getByRole("button", { name: "Đông Vệ" }).click();
    await expect(page.getByRole("heading", { name: "Streets and villages of Đông Vệ" })).toBeFocused();
    await expect(area(page, "Đông Vệ")).toContainText("None yet.");
  });

  test("a street can be added by keyboard, edited, retired and put back; all of it is kept", async ({ page }) => {
    const name = form(page).getByRole("textbox", { name: "Name" });
    await name.focus();
    await page.keyboard.type("Phố Hàng Đồng");
    await page.keyboard.press("Enter");
    await expect(area(page).getByRole("rowheader", { name: "Phố Hàng Đồng" })).toBeVisible();
    await expect(name).toBeFocused();
    await expect(name).toHaveValue("");
    await area(page).getByRole("button", { name: "Edit Phố Hàng Đồng" }).click();
    const editing = page.getByRole("group", { name: "Edit" });
    await expect(editing.getByRole("textbox", { name: "Name" })).toBeFocused();
    await editing.getByRole("textbox", { name: "Households" }).fill("96");
    await editing.getByRole("button", { name: "Save" }).click();
    await expect(area(page).getByRole("cell", { name: "96", exact: true })).toBeVisible();
    await area(page).getByRole("button", { name: "Retire Phố Hàng Đồng" }).click();
    await expect(area(page).getByRole("rowheader")).toHaveCount(0);
    await saved(page);
    await page.reload();
    await area(page).getByText("Retired").click();
    await area(page).getByRole("button", { name: "Put Phố Hàng Đồng back" }).click();
    await expect(area(page).getByRole("cell", { name: "96", exact: true })).toBeVisible();
  });

  test("what cannot be is told at its field", async ({ page }) => {
    await add(page, "", "5");
    await expect(page.getByRole("alert").filter({ hasText: "A name is needed" })).toBeVisible();
    await add(page, "Phố 1", "twelve");
    await expect(page.getByRole("alert").filter({ hasText: "Households must be a whole number." })).toBeVisible();
    await add(page, "Phố 1", "12");
    await add(page, "phố 1", "12");
    await expect(page.getByRole("alert").filter({ hasText: "There is one of that name already." })).toBeVisible();
    await expect(area(page).getByRole("rowheader")).toHaveText(["Phố 1"]);
  });

  test("a pasted list is judged line by line before it is taken, as one act", async ({ page }) => {
    await page.getByText("Paste a list").click();
    const lines = "Phố 2; phố; 80\nPhố 10; street; 1,200\nThôn Đông\n<b>x</b>; road; 3\nPhố 2; phố; 9";
    await page.getByRole("textbox", { name: "Each line: name; kind; households" }).fill(lines);
    const preview = page.getByRole("table", { name: "What was read" });
    await expect(preview.getByRole("row")).toHaveCount(6);
    await expect(preview.getByRole("row").nth(4)).toContainText("left out: The kind is neither street nor village.");
    await expect(preview.getByRole("row").nth(4)).toContainText("<b>x</b>; road; 3");
    await expect(preview.getByRole("row").nth(5)).toContainText("There is one of that name already.");
    await expect(area(page).getByRole("button", { name: "Open Phố 2" })).toHaveCount(0);
    await page.getByRole("button", { name: "Add 3 streets and villages" }).click();
    await expect(area(page).getByRole("table").first().getByRole("rowheader")).toHaveText(["Phố 2", "Phố 10", "Thôn Đông"]);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(area(page).getByRole("rowheader")).toHaveCount(0);
  });

  test("a street has a sheet of its own, with its place and its notes", async ({ page }) => {
    await add(page, "Phố 1", "120");
    await add(page, "Phố 2", "80");
    await area(page).getByRole("button", { name: "Open Phố 2" }).click();
    const sheet = page.getByRole("region", { name: "Phố 2", exact: true });
    await expect(page.getByRole("heading", { name: "Phố 2" })).toBeFocused();
    await expect(sheet).toContainText("Street in Nam Ngạn · 80 households · rank 2 of 2 by households");
    await expect(sheet).toContainText("It has not reported anything yet.");
    await sheet.getByRole("button", { name: "Note on Phố 2" }).click();
    await page.keyboard.type("A note on the street");
    await page.keyboard.press("Tab");
    await saved(page);
    await sheet.getByRole("button", { name: "Close" }).click();
    await expect(area(page).getByRole("button", { name: "Open Phố 2" })).toBeFocused();
    await page.reload();
    await area(page).getByRole("button", { name: "Open Phố 2" }).click();
    await expect(sheet.getByRole("textbox", { name: "Text" })).toHaveValue("A note on the street");
  });
});

test.describe("indicators of one's own", () => {
  const list = (page) => page.getByRole("region", { name: "Indicators of one's own" });
  const addButton = (page) => page.getByRole("button", { name: "Add an indicator" });

  test.beforeEach(async ({ page }) => {
    await open(page, "./#/review?part=indicators");
    await expect(list(page)).toContainText("None has been added yet.");
  });

  async function addTrees(page) {
    await page.getByRole("textbox", { name: "Label, English" }).fill("Trees planted");
    await page.getByRole("textbox", { name: "Unit, English" }).fill("trees");
    await addButton(page).click();
    await expect(list(page).getByRole("rowheader", { name: "Trees planted" })).toBeVisible();
  }

  test("what is missing or cannot be is told at its field", async ({ page }) => {
    const told = (text) => expect(page.getByRole("alert").filter({ hasText: text })).toBeVisible();
    await addButton(page).click();
    await told("A label is needed in one language at least.");
    await page.getByRole("textbox", { name: "Label, Vietnamese" }).fill("Cây xanh");
    await pick(page, "Kind of number", "Measure");
    await addButton(page).click();
    await told("Rates and measures need a unit.");
    await page.getByRole("textbox", { name: "Unit, Vietnamese" }).fill("m");
    await page.getByRole("textbox", { name: "Decimals" }).fill("9");
    await addButton(page).click();
    await told("have no decimals");
    await page.getByRole("textbox", { name: "Decimals" }).fill("1");
    await page.getByRole("textbox", { name: "Target for each ward" }).fill("-4");
    await addButton(page).click();
    await told("cannot reach that target");
    await page.getByRole("textbox", { name: "Target for each ward" }).fill("much");
    await addButton(page).click();
    await told("A number is needed.");
    await expect(list(page).getByRole("rowheader")).toHaveCount(0);
  });

  test("one label stands for all languages, and the indicator is in all lists", async ({ page }) => {
    await addTrees(page);
    await page.goto("./#/atlas");
    await showIndicator(page, "Trees planted");
    await expect(headline(page)).toContainText("Trees planted");
    await expect(option(page, "Đông Vệ")).toContainText("no figure");
    await page.getByText("Columns").click();
    await expect(page.getByRole("checkbox", { name: "Trees planted" })).toBeAttached();
    await expect(filters(page).getByRole("combobox", { name: "Add a range" })).toContainText("Trees planted");
    await page.goto("./#/review?part=indicators&lang=vi");
    await expect(page.getByRole("rowheader", { name: "Trees planted" })).toBeVisible();
  });

  test("a link that names it is read again when the journal has been read", async ({ page }) => {
    await addTrees(page);
    await saved(page);
    await list(page).getByRole("button", { name: "Trees planted", exact: true }).click();
    await expect(headline(page)).toContainText("Trees planted");
    await page.reload();
    await expect(headline(page)).toContainText("Trees planted");
    await expect(page.getByText("The data set has no indicator")).toHaveCount(0);
  });

  test("it can be edited, retired and used again", async ({ page }) => {
    await addTrees(page);
    await list(page).getByRole("button", { name: "Edit Trees planted" }).click();
    await expect(page.getByRole("heading", { name: "Edit the indicator" })).toBeFocused();
    await page.getByRole("textbox", { name: "Label, English" }).fill("Trees planted in 2023");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(list(page).getByRole("rowheader", { name: "Trees planted in 2023" })).toBeVisible();
    await list(page).getByRole("button", { name: "Retire Trees planted in 2023" }).click();
    await expect(list(page).getByRole("rowheader")).toContainText("retired");
    await list(page).getByRole("button", { name: "Use Trees planted in 2023 again" }).click();
    await expect(list(page).getByRole("rowheader")).not.toContainText("retired");
  });
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });
      test("axe finds nothing in the register and in the form of indicators", async ({ page }) => {
        await open(page, "./#/review?part=register&sel=14761");
        await add(page, "Phố 1", "120");
        await add(page, "Phố 1", "x");
        await page.getByText("Paste a list").click();
        await page.getByRole("textbox", { name: "Each line: name; kind; households" }).fill("Phố 2; phố; 80\nA;B;C");
        await area(page).getByRole("button", { name: "Open Phố 1" }).click();
        await counts(page).getByText("By ward and commune").click();
        await expectAccessible(page);
        await page.goto("./#/review?part=indicators");
        await page.getByRole("button", { name: "Add an indicator" }).click();
        await expectAccessible(page);
      });
    });
  }
}
