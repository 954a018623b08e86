// Import: tables of every sort are read, each figure is judged, and what a person takes goes in as one step.
import { readFileSync } from "node:fs";
import { SINGLE_FILE } from "../support/host.mjs";
import { expect, expectAccessible, keptOffline, open, started, test } from "../support/test.mjs";

const IMPORT = "./#/review?part=import&lang=en";
const fixture = (name) => readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url));

const card = (page, name) => page.getByRole("region", { name });
const found = (page) => card(page, /^Read: /);
const preview = (page) => page.locator("section").filter({ has: page.getByRole("heading", { name: "Each figure" }) });
const figures = (page) => preview(page).getByRole("row").filter({ has: page.getByRole("rowheader") });
const figure = (page, place) => figures(page).filter({ has: page.getByRole("rowheader", { name: place, exact: true }) });
const marks = (page) => preview(page).getByRole("group", { name: "Show only" });
const mark = (page, name) => marks(page).getByRole("button", { name });
const takeIn = (page) => preview(page).getByRole("button", { name: /^Take in / });
const field = (page, label) => found(page).getByRole("combobox", { name: label, exact: true });
const reports = (page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([, text]) => text.includes("report-import")).length);

async function bring(page, name, content, type = "text/csv") {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
  await page.getByLabel("File with figures").setInputFiles({ name, mimeType: type, buffer });
}

const TABLE = [
  "Code,Ward,Waste bins,Flower roads,Civilised weddings",
  "14755,Hàm Rồng,12,1.5,yes",
  "14758,Đông Thọ,x,-2,no",
  "14761,Nam Ngạn,7,3.25,maybe",
  "14755,Hàm Rồng,13,,",
  ",Truong Thii,9,,",
  ",Total,500,,",
].join("\n");

test("each cell is judged with its place, and only what is accepted goes in, as one step", async ({ page }) => {
  await open(page, IMPORT);
  await bring(page, "wards.csv", TABLE);
  await expect(found(page)).toContainText("wards.csv");
  await expect(found(page)).toContainText("rows: 7, columns: 5");
  await expect(figure(page, "C2")).toContainText("new");
  await expect(figure(page, "C3")).toContainText("not a number");
  await expect(figure(page, "D3")).toContainText("cannot be below zero");
  await expect(figure(page, "E4")).toContainText(/yes or no|not a number/);
  await expect(figure(page, "C5")).toContainText("stands at C2 already");
  await expect(figure(page, "C6")).toContainText("the ward or commune is not known");
  await expect(figure(page, "C7")).toContainText("not taken in");
  expect(await reports(page), "nothing is applied before").toBe(0);

  await mark(page, /^New: /).click();
  const n = await figures(page).count();
  await expect(takeIn(page)).toHaveText(`Take in ${n} figures`);
  await page.getByRole("checkbox", { name: "Take the figure at C2" }).uncheck();
  await expect(takeIn(page)).toHaveText(`Take in ${n - 1} figures`);
  await preview(page).getByRole("button", { name: "Leave all of these out" }).click();
  await expect(takeIn(page)).toBeDisabled();
  await preview(page).getByRole("button", { name: "Take all of these" }).click();
  await takeIn(page).click();
  await expect(page.getByText(`${n} figures were taken in from wards.csv.`).first()).toBeVisible();

  // The same file again: nothing is new.
  await bring(page, "wards.csv", TABLE);
  await expect(figure(page, "C2")).toContainText("the same figure is here");
  await expect(takeIn(page)).toBeDisabled();
  await bring(page, "changed.csv", TABLE.replace(",12,", ",14,"));
  await expect(figure(page, "C2")).toContainText("changes the report: 12 before");
  // One step back takes the whole import back, and what is looked at follows.
  await page.getByRole("button", { name: "Undo: importing reports" }).click();
  await expect(figure(page, "C2")).toContainText("new");
});

test("a figure that differs from a published one is told and left out until a person takes it", async ({ page }) => {
  await open(page, IMPORT);
  await bring(page, "households.csv", "Code,\"Households, 1 April 2019\"\n14755,1\n14758,2\n");
  await expect(mark(page, "Differ from the published: 2")).toBeVisible();
  await expect(takeIn(page)).toBeDisabled();
  await page.getByRole("checkbox", { name: "Take the figure at B2" }).check();
  await expect(takeIn(page)).toHaveText("Take in 1 figure");
});

test("a near miss is proposed, and columns and names can be changed", async ({ page }) => {
  await open(page, IMPORT);
  await bring(page, "near.csv", "Ward,Waste bins,Bins of old\nĐông Vẹe,5,1\nHàm Rồng,6,2\n");
  await expect(figure(page, "B2")).toContainText("the ward or commune is not known");
  await page.getByRole("button", { name: "Is it Đông Vệ?" }).click();
  await expect(figure(page, "B2")).toContainText("Đông Vệ");
  await expect(figure(page, "B2")).toContainText("new");
  await found(page).getByText(/^Columns/).click();
  const column = found(page).getByRole("combobox", { name: "Column C (Bins of old) means" });
  if (!(await column.isVisible())) await found(page).getByText(/^Columns/).click();
  await column.selectOption({ label: "New flower pots" });
  await expect(figure(page, "C2")).toContainText("Flower pots");
  await found(page).getByRole("combobox", { name: "Hàm Rồng means" }).selectOption({ label: "leave out" });
  await expect(figure(page, "B3")).toHaveCount(0);
});

for (const name of ["excel-1258-vi.csv", "excel-unicode-ru.txt", "google-vi.csv", "libreoffice-utf16-vi.csv", "excel-utf8-en.csv"]) {
  test(`a table as ${name} is read`, async ({ page }) => {
    await open(page, IMPORT);
    await bring(page, name, fixture(name));
    await expect(mark(page, /^New: /)).toBeVisible();
    await expect(marks(page).getByRole("button", { name: /Unknown/ })).toHaveCount(0);
  });
}

for (const name of ["libreoffice-vi.xlsx", "libreoffice-ru.ods", "openpyxl-en.xlsx"]) {
  test(`a workbook as ${name} is read, also without a network`, async ({ page, context }) => {
    await open(page, IMPORT);
    await keptOffline(page);
    await context.setOffline(true);
    await bring(page, name, fixture(name));
    await expect(mark(page, /^New: /)).toBeVisible();
  });
}

test("Russian text of a code page is told by its words; encoding and separator can be changed", async ({ page }) => {
  await open(page, IMPORT);
  const bytes = Buffer.from([0xca, 0xee, 0xe4, 0x3b, 0xcf, 0xee, 0xea, 0xe0, 0xe7, 0xe0, 0xf2, 0xe5, 0xeb, 0xfc, 0x0a]);
  await bring(page, "1251.csv", Buffer.concat([bytes, Buffer.from("14755;5\n")]));
  await expect(field(page, "Encoding")).toHaveValue("windows-1251");
  await expect(field(page, "Between cells")).toHaveValue(";");
  await found(page).getByText(/^Columns/).click();
  await expect(found(page)).toContainText("Показатель");
  await field(page, "Encoding").selectOption("windows-1258");
  await expect(found(page)).not.toContainText("Показатель");
  await field(page, "Between cells").selectOption(",");
  await expect(found(page)).toContainText("rows: 2, columns: 1");
});

test("thousands or a fraction is for a person to say", async ({ page }) => {
  await open(page, IMPORT);
  await bring(page, "signs.csv", "Code;Waste bins\n14755;1.234\n14758;2.345\n");
  await expect(figure(page, "B2")).toContainText("choose the decimal sign above");
  await field(page, "Decimal sign").selectOption({ label: "comma (1,5)" });
  await expect(figure(page, "B2")).toContainText("1,234");
  await expect(figure(page, "B2")).toContainText("new");
});

test("cells from a spreadsheet are pasted, and a list with streets goes to the register's names", async ({ page }) => {
  await open(page, IMPORT);
  await page.getByLabel("Paste from a spreadsheet").fill("area\tstreet\tindicator\tvalue\n14755\tLê Lợi\tbins\t5\n14755\t\tbins\t9\n");
  await page.getByRole("button", { name: "Read what I pasted" }).click();
  await expect(figure(page, "D2")).toContainText("the register of this area has no Lê Lợi");
  await expect(figure(page, "D3")).toContainText("new");
  await expect(takeIn(page)).toHaveText("Take in 1 figure");
});

test("figures of another period are loaded beside", async ({ page }) => {
  await open(page, IMPORT);
  await bring(page, "2022.csv", "Code,Waste bins\n14755,5\n");
  await field(page, "Period").selectOption({ label: "another one" });
  await expect(takeIn(page)).toBeDisabled();
  await found(page).getByRole("textbox", { name: "Year or name of the period" }).fill("2022");
  await page.keyboard.press("Tab");
  await expect(takeIn(page)).toBeEnabled();
  await takeIn(page).click();
  await bring(page, "2022.csv", "Code,Waste bins\n14755,5\n");
  await expect(figure(page, "B2")).toContainText("new");
  await field(page, "Period").selectOption({ label: "2022" });
  await expect(figure(page, "B2")).toContainText("the same figure is here");
});

test("a table that is dropped anywhere opens the import", async ({ page }) => {
  await open(page, "./#/atlas?lang=en");
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["Code,Waste bins\n14755,5\n"], "dropped.csv", { type: "text/csv" }));
    return transfer;
  });
  await page.dispatchEvent("main", "drop", { dataTransfer: dropped });
  await expect(found(page)).toContainText("dropped.csv");
  await expect(figure(page, "B2")).toContainText("new");
});

test("what cannot be read says what, where and how to mend it, and nothing is applied", async ({ page }) => {
  await open(page, IMPORT);
  const alert = page.getByRole("alert");
  const check = async (name, content, words) => {
    await bring(page, name, content);
    await expect(alert).toContainText(words);
    await expect(alert).toContainText(name);
  };
  await check("password.xlsx", fixture("password.xlsx"), "take the password off");
  await check("paper.pdf", "%PDF-1.7 x", "a PDF");
  await check("quote.csv", 'a,b\nc,"d\n', "cell B2");
  await check("empty.csv", "\n\n", "nothing in any cell");
  await check("zip.xlsx", Buffer.from("PK\x03\x04 no archive"), "an archive or another document");
  await check("broken.csv", Buffer.concat([Buffer.from("Code,Waste bins é\n14755,5\n"), Buffer.from([0xff, 0xfe])]), "broken text at byte");
  await page.getByRole("alert").getByRole("combobox", { name: "Encoding" }).selectOption("windows-1258");
  await expect(alert).toHaveCount(0);
});

test("100,000 rows: a bar shows how far it is, Cancel works, and the page stays responsive", async ({ page }) => {
  await open(page, IMPORT);
  const large = `Code,Waste bins,Flower pots\n${"14755,5,6\n".repeat(100_000)}`;
  await bring(page, "large.csv", large);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(preview(page)).toHaveCount(0);

  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const look = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      requestAnimationFrame(look);
    };
    look();
  });
  await bring(page, "large.csv", large);
  await expect(mark(page, "Duplicates: 199,998")).toBeVisible({ timeout: 60_000 });
  await expect(preview(page)).toContainText("1 to 100 of 200,000");
  await preview(page).getByRole("button", { name: "Next page" }).click();
  await expect(preview(page)).toContainText("101 to 200 of 200,000");
  expect(await figures(page).count()).toBe(100);
  await expect(takeIn(page)).toHaveText("Take in 2 figures");
  expect(await page.evaluate(() => window.longest), "the longest pause between two frames").toBeLessThan(1_500);
});

for (const [lang, csv, xlsx, label] of [
  ["en", "Template as CSV", "Template as XLSX", "Waste bins"],
  ["vi", "Tải mẫu CSV", "Tải mẫu XLSX", "thùng"],
  ["ru", "Шаблон CSV", "Шаблон XLSX", "урн"],
]) {
  test(`the template in ${lang}, as CSV and XLSX, reads back without a question`, async ({ page }) => {
    await open(page, `./#/review?part=import&lang=${lang}`);
    for (const [button, type] of [[csv, "csv"], [xlsx, "xlsx"]]) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${type}$`));
      const bytes = readFileSync(await download.path());
      expect(bytes.length).toBeGreaterThan(1000);
      if (type === "csv") {
        const lines = bytes.toString("utf8").trim().split("\r\n");
        expect(lines).toHaveLength(35);
        expect(lines[0].split(lang === "en" ? "," : ";").length).toBeGreaterThanOrEqual(11);
        expect(lines[0].toLowerCase()).toContain(label.toLowerCase());
      }
      await page.locator('input[type=file]').first().setInputFiles({ name: `t.${type}`, mimeType: "text/plain", buffer: bytes });
      await expect(page.locator(".import-names summary").first()).toBeVisible();
      await expect(page.locator(".import-names tr[data-open=true]")).toHaveCount(0);
    }
  });
}

test("the practice set is loaded and removed in one step, and a banner stands on every page and on paper meanwhile", async ({ page }) => {
  await open(page, IMPORT);
  await page.getByRole("button", { name: "Load practice reports" }).click();
  const banner = page.getByRole("region", { name: "Practice figures in use" });
  await expect(banner).toBeVisible();
  for (const link of ["Atlas", "About the data", "Review"]) {
    await page.getByRole("link", { name: link, exact: true }).click();
    await expect(banner).toBeVisible();
  }
  await page.emulateMedia({ media: "print" });
  await expect(banner).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  // On every sheet, not on the first one only: what is fixed is printed again on each.
  const mark = banner.locator(".watermark");
  await expect(mark).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(mark).toBeVisible();
  await expect(mark).toHaveText("Practice figures in use");
  await expect(mark).toHaveCSS("position", "fixed");
  await page.emulateMedia({ media: "screen" });
  await banner.getByRole("button", { name: "Remove practice reports" }).click();
  await expect(banner).toHaveCount(0);
  await page.getByRole("button", { name: "Undo: removing the practice set" }).click();
  await expect(banner).toBeVisible();
  await page.reload();
  await started(page);
  await expect(banner).toBeVisible();
});

test("the single file reads workbooks too", async ({ page, faults }) => {
  await page.goto(`${SINGLE_FILE}#/review?part=import&lang=en`);
  await started(page);
  await bring(page, "wards.xlsx", fixture("libreoffice-en.xlsx"));
  await expect(mark(page, /^New: /)).toBeVisible();
  faults.ignore(/request to another host: blob:/);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing: ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await open(page, IMPORT);
      await page.getByRole("button", { name: "Load practice reports" }).click();
      await bring(page, "quote.csv", 'a,b\nc,"d\n');
      await expect(page.getByRole("alert")).toBeVisible();
      await expectAccessible(page);
      await bring(page, "wards.csv", TABLE);
      await expect(figure(page, "C2")).toBeVisible();
      await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await takeIn(page).click();
      await expect(page.getByText(/were taken in from wards.csv/).first()).toBeVisible();
      await expectAccessible(page);
    });
  }
}

test("by keyboard alone: paste, look, take in", async ({ page }) => {
  await open(page, IMPORT);
  await page.getByLabel("Paste from a spreadsheet").focus();
  await page.keyboard.insertText("Code\tWaste bins\n14755\t5\n");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Read what I pasted" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(figure(page, "B2")).toContainText("new");
  await takeIn(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#import-outcome")).toBeFocused();
});
