// The journal: nothing that is written vanishes, every step can be taken back, 34 laptops become one.
import { readFileSync } from "node:fs";
import { closeSide, expectPassing, search } from "../support/atlas.mjs";
import { expect, open, started, test } from "../support/test.mjs";

const DATA = JSON.parse(readFileSync(new URL("../../../public/data/thanh-hoa-2023.json", import.meta.url), "utf8"));

const panel = (page) => page.getByRole("complementary", { name: "Notes" });
const merging = (page) => page.getByRole("complementary", { name: "Merge files" });
const note = (page, what) => page.getByRole("article", { name: `Note on ${what}`, exact: true });
const text = (scope) => scope.getByRole("textbox", { name: "Text" });
const saved = (page) => expect(page.getByText("Saved on this device")).toBeVisible();

async function openNotes(page) {
  await closeSide(page);
  await page.getByRole("button", { name: /^Notes/ }).click();
  await expect(panel(page)).toBeVisible();
}

async function startNote(page, words) {
  await openNotes(page);
  await panel(page).getByRole("button", { name: "Note on The city", exact: true }).click();
  // The new note takes the keyboard a moment later; a space that the button still got would begin another note.
  await expect(page.locator("textarea:focus")).toBeVisible();
  await page.keyboard.type(words);
}

async function openFiles(page, files) {
  await closeSide(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  const buffers = files.map(([name, words]) => ({ name, mimeType: "application/json", buffer: Buffer.from(words) }));
  await page.getByLabel("Open a notes file…").setInputFiles(buffers);
  await expect(merging(page)).toBeVisible();
}

async function saveFile(page) {
  await closeSide(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save notes as a file" }).first().click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

/** FNV-1a, 64 bits, over all bytes but line feeds, as the format says; written here anew. */
function sumOf(words) {
  let sum = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(words)) {
    if (byte !== 10 && byte !== 13) sum = ((sum ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return sum.toString(16).padStart(16, "0");
}

/** A file of one point with `n` notes, as another program would write it from the format's description. */
function pointFile(point, n) {
  const base32 = (number) => number.toString(32).padStart(13, "0");
  const records = [];
  for (let ix = 0; ix < n; ix += 1) {
    const ms = 1_706_580_000_000 + point * 1_000 + ix;
    const common = { author: `Point ${point + 1}`, device: base32(point + 1), kind: "note", key: `p${point}n${ix}` };
    const step = `${ms}-0-${base32(point + 1)}`;
    const area = DATA.areas[(point + ix) % DATA.areas.length].code;
    records.push({ id: step, ...common, field: "anchor", old: null, new: `area:${area}`, step_name: "note-write" });
    records.push({ id: `${ms}-1-${base32(point + 1)}`, ...common, field: "text", old: null, new: `Note ${ix} of point ${point + 1}`, step, step_name: "note-write" });
  }
  const lines = records.map((record) => JSON.stringify(record)).join(",\n");
  const head = `{"format":"ward-atlas-workspace","schema":1,"saved_at":"2024-01-30T05:00:00.000Z","saved_by":"Point ${point + 1}",`
    + `"data_set":{"id":"thanh-hoa-2023","hash":""},"view":"","records":[\n${lines}\n],`;
  return `${head}"sum":"${sumOf(head)}"}`;
}

test("a tab that is killed in the middle of typing leaves the text on the device", async ({ page, context }) => {
  await open(page);
  await startNote(page, "The bridge at Hàm Rồng needs");
  await page.waitForTimeout(400);
  // Not closed in order: the page gets no word of its end.
  const client = await context.newCDPSession(page);
  await client.send("Page.navigate", { url: "about:blank" }).catch(() => {});
  const other = await context.newPage();
  await open(other);
  await openNotes(other);
  await expect(text(note(other, "The city"))).toHaveValue("The bridge at Hàm Rồng needs");
});

test("two tabs show each other's notes, and neither loses its own typing", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await startNote(page, "From the first tab");
  await saved(page);
  await startNote(other, "From the second tab");
  await saved(other);
  await page.keyboard.type(", longer");
  await expect(note(page, "The city")).toHaveCount(2);
  await expect(note(other, "The city")).toHaveCount(2);
  const values = async (tab) => Promise.all((await text(note(tab, "The city")).all()).map((field) => field.inputValue()));
  await expect.poll(async () => (await values(other)).sort()).toEqual(["From the first tab, longer", "From the second tab"]);
});

test("every step has a name and can be taken back and done again, also after a reload", async ({ page }) => {
  await open(page);
  await search(page).fill("dong ve");
  await expectPassing(page, 1);
  await page.getByRole("button", { name: "Equal tiles" }).click();
  await startNote(page, "Kept");
  await closeSide(page);
  await page.waitForTimeout(1_500);
  await page.reload();
  await started(page);
  const undo = page.getByRole("button", { name: /^Undo: / });
  await undo.click();
  await undo.click();
  await expect(page.getByRole("button", { name: /^Notes 0/ })).toBeVisible();
  await undo.click();
  await expect(page.getByRole("button", { name: "Outlines" })).toHaveAttribute("aria-pressed", "true");
  await undo.click();
  await expectPassing(page, 34);
  await page.getByRole("button", { name: /^Redo: / }).click();
  await expectPassing(page, 1);
  await expect(search(page)).toHaveValue("dong ve");
});

test("Ctrl+Z takes a choice back where no text is being typed", async ({ page }) => {
  await open(page);
  await page.getByRole("checkbox", { name: "Choose Đông Vệ" }).check();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("checkbox", { name: "Choose Đông Vệ" })).not.toBeChecked();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByRole("checkbox", { name: "Choose Đông Vệ" })).toBeChecked();
});

/** One note on two devices, changed by each without knowing of the other; then the page opens the other's file and merges. */
async function differ(page, browser, baseURL, ours, theirs) {
  await open(page);
  await startNote(page, "First wording");
  await page.keyboard.press("Tab");
  await saved(page);
  const original = await saveFile(page);
  const context = await browser.newContext({ baseURL, locale: "en-GB" });
  const other = await context.newPage();
  await open(other);
  await openFiles(other, [["a.wardatlas.json", original]]);
  await merging(other).getByRole("button", { name: "Merge", exact: true }).click();
  await openNotes(other);
  await theirs(other);
  await saved(other);
  const file = await saveFile(other);
  await context.close();
  await openNotes(page);
  await ours(page);
  await saved(page);
  await openFiles(page, [["b.wardatlas.json", file]]);
  await merging(page).getByRole("button", { name: "Merge", exact: true }).click();
}

const reword = (words) => async (page) => {
  await text(note(page, "The city")).fill(words);
  await page.keyboard.press("Tab");
};

const conflict = (scope) => scope.getByRole("group", { name: "Two versions differ" });
const keep = (scope, words) =>
  conflict(scope).getByText(words, { exact: true }).first().locator("..").getByRole("button", { name: "Keep this one" });

test("two people's different texts stand side by side until one is kept", async ({ page, browser, baseURL }) => {
  await differ(page, browser, baseURL, reword("Our wording"), reword("Their wording"));
  await expect(conflict(merging(page))).toContainText("Our wording");
  await expect(conflict(merging(page))).toContainText("Their wording");
  await keep(merging(page), "Their wording").click();
  await expect(conflict(page)).toHaveCount(0);
  await openNotes(page);
  await expect(text(note(page, "The city"))).toHaveValue("Their wording");
});

test("taking back what was kept shows both versions again, here and after a reload, and either can be kept", async ({ page, browser, baseURL }) => {
  await differ(page, browser, baseURL, reword("Our wording"), reword("Their wording"));
  await keep(merging(page), "Their wording").click();
  await expect(conflict(page)).toHaveCount(0);
  await page.getByRole("button", { name: /^Undo: / }).click();
  for (const words of ["Our wording", "Their wording"]) await expect(conflict(merging(page))).toContainText(words);
  await openNotes(page);
  for (const words of ["Our wording", "Their wording"]) await expect(conflict(note(page, "The city"))).toContainText(words);
  await saved(page);
  await page.reload();
  await started(page);
  await openNotes(page);
  await expect(conflict(note(page, "The city"))).toContainText("Their wording");
  await page.getByRole("button", { name: /^Redo: / }).click();
  await expect(conflict(page)).toHaveCount(0);
  await expect(text(note(page, "The city"))).toHaveValue("Their wording");
  await page.getByRole("button", { name: /^Undo: / }).click();
  await keep(note(page, "The city"), "Our wording").click();
  await expect(conflict(page)).toHaveCount(0);
  await expect(text(note(page, "The city"))).toHaveValue("Our wording");
});

for (const [version, stays] of [["Delete the note", false], ["Keep the note", true]]) {
  test(`a note that one deleted and another changed can be settled: ${version}`, async ({ page, browser, baseURL }) => {
    const remove = async (page) => note(page, "The city").getByRole("button", { name: "Delete" }).click();
    await differ(page, browser, baseURL, remove, reword("Still needed"));
    await expect(conflict(merging(page))).toBeVisible();
    await keep(merging(page), version).click();
    await expect(conflict(page)).toHaveCount(0);
    await expect(page.getByText(/not taken|refused/i)).toHaveCount(0);
    await openNotes(page);
    await expect(note(page, "The city")).toHaveCount(stays ? 1 : 0);
    await page.getByRole("button", { name: /^Undo: / }).click();
    await expect(conflict(note(page, "The city"))).toBeVisible();
  });
}

test("34 points' files of 100 notes each are previewed, merged and reported, any number of times", async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  const files = Array.from({ length: 34 }, (_, point) => [`point-${point + 1}.wardatlas.json`, pointFile(point, 100)]);
  await openFiles(page, files);
  await expect(merging(page).getByRole("rowheader", { name: "Point 34", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Notes 0/ })).toBeVisible();
  await merging(page).getByRole("button", { name: "Merge", exact: true }).click();
  await expect(merging(page).getByText("Merged: 6,800 new changes, 0 were already here.")).toBeVisible();
  await expect(merging(page).getByText("changes: 200, entries: 100")).toHaveCount(34);
  await expect(page.getByRole("button", { name: /^Notes 3,400/ })).toBeVisible();
  await saved(page);
  await openFiles(page, files.slice(0, 3));
  await merging(page).getByRole("button", { name: "Merge", exact: true }).click();
  await expect(merging(page).getByText(/^Nothing new/)).toBeVisible();
  await page.reload();
  await started(page);
  await expect(page.getByRole("button", { name: /^Notes 3,400/ })).toBeVisible();
});

test("erasing asks first, offers a file, and leaves nothing", async ({ page }) => {
  await open(page);
  await startNote(page, "To be gone");
  await page.keyboard.press("Tab");
  await saved(page);
  await closeSide(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  await page.getByRole("button", { name: /^Erase everything/ }).click();
  await expect(page.getByRole("group", { name: "Erase from this device" }).getByRole("button", { name: "Save notes as a file" })).toBeVisible();
  await page.getByRole("button", { name: "Erase now" }).click();
  await started(page);
  await expect(page.getByRole("button", { name: /^Notes 0/ })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain("To be gone");
});

test("three files that are dropped together are previewed each and merged in one act", async ({ page }) => {
  await open(page);
  const words = [3, 4, 5].map((n, point) => pointFile(point, n));
  const transfer = await page.evaluateHandle((words) => {
    const transfer = new DataTransfer();
    words.forEach((text, ix) => transfer.items.add(new File([text], `point-${ix + 1}.wardatlas.json`, { type: "application/json" })));
    return transfer;
  }, words);
  await page.locator("main").dispatchEvent("drop", { dataTransfer: transfer });
  for (const name of ["point-1", "point-2", "point-3"]) await expect(merging(page)).toContainText(`${name}.wardatlas.json`);
  await expect(page.getByRole("button", { name: /^Notes/ })).toHaveText(/0/);
  await merging(page).getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Notes/ })).toHaveText(/12/);
});

test("each change is also written to a file that was chosen, until that is stopped", async ({ page }) => {
  // The browser's own dialogue cannot be used by a test; the file behind it is a real one of the page's private disk.
  await page.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => {
      window.chosenName = suggestedName;
      return (await navigator.storage.getDirectory()).getFileHandle("kept.wardatlas.json", { create: true });
    };
  });
  const kept = () =>
    page.evaluate(async () => {
      // While one version takes the place of another there is none for a moment.
      try {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle("kept.wardatlas.json");
        return await (await handle.getFile()).text();
      } catch {
        return "";
      }
    });
  await open(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  await page.getByRole("button", { name: "Keep saving to a file…" }).click();
  await expect(page.getByText(/Each change is also written to kept\.wardatlas\.json/)).toBeVisible();
  expect(await page.evaluate(() => window.chosenName)).toMatch(/\.wardatlas\.json$/);
  await startNote(page, "Kept in the file too");
  await expect.poll(kept).toContain("Kept in the file too");
  await closeSide(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  await page.getByRole("button", { name: "Stop saving to this file" }).click();
  await startNote(page, "Not in the file");
  await saved(page);
  await page.waitForTimeout(2500);
  await expect.poll(kept).toContain("Kept in the file too");
  expect(await kept()).not.toContain("Not in the file");
  // What was kept is a file like any other.
  const words = await kept();
  await openFiles(page, [["kept.wardatlas.json", words]]);
  await expect(merging(page)).toContainText("kept.wardatlas.json");
});

test("a chosen file that cannot be written is told, and nothing is lost", async ({ page }) => {
  await page.addInitScript(() => {
    window.showSaveFilePicker = async () => ({ name: "locked.wardatlas.json", createWritable: () => Promise.reject(new DOMException("no", "NotAllowedError")) });
  });
  await open(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  await page.getByRole("button", { name: "Keep saving to a file…" }).click();
  await expect(page.getByText(/locked\.wardatlas\.json could not be written/)).toBeVisible();
  await startNote(page, "Still here");
  await saved(page);
});
