// Notes: written, kept on the device, saved as a file and opened from one; and what is said when that does not work.
import { readFileSync } from "node:fs";
import { back, closeSide, expectPassing, notices, rows, search, sheet, stage } from "../support/atlas.mjs";
import { expect, keptOffline, open, started, test } from "../support/test.mjs";

const panel = (page) => page.getByRole("complementary", { name: "Notes" });
const notesButton = (page) => page.getByRole("button", { name: /^Notes/ });
const note = (page, what) => page.getByRole("article", { name: `Note on ${what}`, exact: true });
const text = (scope) => scope.getByRole("textbox", { name: "Text" });
const saved = (page) => expect(page.getByText("Saved on this device")).toBeVisible();
const stored = (page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));

async function openPanel(page) {
  await closeSide(page);
  await notesButton(page).click();
  await expect(panel(page)).toBeVisible();
}

async function openWorkspace(page) {
  await closeSide(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  await expect(page.getByRole("complementary", { name: "Workspace" })).toBeVisible();
}

/** Writes a note in the panel; `what` is the city, the indicator shown or a chosen area. */
async function write(page, what, words) {
  await panel(page).getByRole("group", { name: "New note" }).getByRole("button", { name: `Note on ${what}`, exact: true }).click();
  await expect(text(note(page, what).first())).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press("Tab");
}

async function saveFile(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save notes as a file" }).first().click(),
  ]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: readFileSync(path) };
}

async function openFile(page, bytes, name = "Lan.wardatlas.json") {
  await openWorkspace(page);
  await page.getByLabel("Open a notes file…").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(bytes) });
}

/** What the page says about the files that were opened, before anything of them is taken. */
const merging = (page) => page.getByRole("complementary", { name: "Merge files" });

async function mergeFile(page, bytes, name) {
  await openFile(page, bytes, name);
  await merging(page).getByRole("button", { name: "Merge", exact: true }).click();
  await expect(merging(page).getByRole("heading", { name: "What was added" })).toBeVisible();
}

/** Another person's browser. */
async function another(browser, baseURL) {
  const context = await browser.newContext({ baseURL, locale: "en-GB", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await open(page);
  return page;
}

test.describe("on this device", () => {
  test.beforeEach(async ({ page }) => open(page));

  test("a note can be written on the city, an indicator, an area and a figure; all are kept over a reload", async ({ page }) => {
    await page.getByRole("checkbox", { name: "Choose An Hưng" }).check();
    await openPanel(page);
    await write(page, "The city", "On the city");
    await write(page, "Population density, 2019", "On the indicator");
    await write(page, "An Hưng", "On the area");
    await closeSide(page);
    await rows(page).getByRole("button", { name: "An Hưng" }).click();
    await sheet(page, "An Hưng").getByRole("button", { name: "Note on An Hưng, Household size" }).click();
    await page.keyboard.type("On the figure");
    await page.keyboard.press("Tab");
    await saved(page);
    await page.reload();
    await openPanel(page);
    await expect(notesButton(page)).toHaveText(/4/);
    for (const [what, words] of [
      ["The city", "On the city"],
      ["Population density, 2019", "On the indicator"],
      ["An Hưng", "On the area"],
      ["An Hưng, Mean household size, 2019", "On the figure"],
    ]) {
      await expect(text(note(page, what))).toHaveValue(words);
    }
  });

  test("the screen says saved only when the device holds the words", async ({ page }) => {
    await expect(page.getByText("Nothing to save yet")).toBeVisible();
    await openPanel(page);
    await panel(page).getByRole("button", { name: "Note on The city" }).click();
    // At every change of the word in the bar: what it says, and whether the words are on the device.
    await page.evaluate(() => {
      window.told = [];
      const word = document.querySelector(".save-state");
      new MutationObserver(() => {
        window.told.push([word.textContent, JSON.stringify(Object.entries(localStorage)).includes("rainwater")]);
      }).observe(word, { childList: true, characterData: true, subtree: true });
    });
    await saved(page);
    await page.evaluate(() => (window.told.length = 0));
    await page.keyboard.insertText("rainwater");
    await expect(page.getByText("Saving…")).toBeAttached().catch(() => {});
    await saved(page);
    await expect.poll(() => stored(page)).toContain("rainwater");
    const told = await page.evaluate(() => window.told);
    expect(told.filter(([word, isStored]) => word === "Saved on this device" && !isStored)).toEqual([]);
  });

  test("words typed in the last moment before a reload are kept", async ({ page }) => {
    await openPanel(page);
    await panel(page).getByRole("button", { name: "Note on The city" }).click();
    await page.keyboard.type("at the last moment");
    await page.reload();
    await openPanel(page);
    await expect(text(note(page, "The city"))).toHaveValue("at the last moment");
  });

  for (const how of ["Escape", "the Close button", "Back"]) {
    test(`words typed in the last moment before the sheet is left by ${how} are kept`, async ({ page }) => {
      await rows(page).getByRole("button", { name: "Đông Vệ" }).click();
      await sheet(page, "Đông Vệ").getByRole("button", { name: "Note on Đông Vệ", exact: true }).click();
      await page.keyboard.type("at the last moment");
      if (how === "Escape") await page.keyboard.press("Escape");
      else if (how === "Back") await back(page);
      else await sheet(page, "Đông Vệ").getByRole("button", { name: "Close" }).click();
      await expect(page.getByRole("complementary")).toHaveCount(0);
      await rows(page).getByRole("button", { name: "Đông Vệ" }).click();
      await expect(text(note(page, "Đông Vệ"))).toHaveValue("at the last moment");
    });
  }

  test("a panel that is left by Escape while words are typed keeps them", async ({ page }) => {
    await openPanel(page);
    await panel(page).getByRole("button", { name: "Note on The city" }).click();
    await page.keyboard.type("at the last moment");
    await page.keyboard.press("Escape");
    await openPanel(page);
    await expect(text(note(page, "The city"))).toHaveValue("at the last moment");
  });

  test("tags typed and left by Escape are kept", async ({ page }) => {
    await openPanel(page);
    await write(page, "The city", "Drains");
    await note(page, "The city").getByRole("textbox", { name: /^Tags/ }).fill("water");
    await page.keyboard.press("Escape");
    await openPanel(page);
    await expect(note(page, "The city").getByRole("textbox", { name: /^Tags/ })).toHaveValue("water");
  });

  test("a note is edited, tagged and marked done, and stays so", async ({ page }) => {
    await openPanel(page);
    await write(page, "The city", "First words");
    await text(note(page, "The city")).fill("Second words\nin two lines");
    await note(page, "The city").getByRole("textbox", { name: /^Tags/ }).fill("water, urgent, water , ");
    await page.keyboard.press("Tab");
    await note(page, "The city").getByRole("checkbox", { name: "Done" }).check();
    await saved(page);
    await page.reload();
    await openPanel(page);
    await expect(text(note(page, "The city"))).toHaveValue("Second words\nin two lines");
    await expect(note(page, "The city").getByRole("textbox", { name: /^Tags/ })).toHaveValue("urgent, water");
    await expect(note(page, "The city").getByRole("checkbox", { name: "Done" })).toBeChecked();
  });

  test("a note is deleted, and the deletion can be taken back", async ({ page }) => {
    await openPanel(page);
    await write(page, "The city", "Keep me");
    await note(page, "The city").getByRole("button", { name: "Delete" }).click();
    await expect(note(page, "The city")).toHaveCount(0);
    await expect(notices(page)).toContainText("The note is deleted.");
    await notices(page).getByRole("button", { name: "Undo" }).click();
    await expect(text(note(page, "The city"))).toHaveValue("Keep me");
    await note(page, "The city").getByRole("button", { name: "Delete" }).click();
    await saved(page);
    await page.reload();
    await expect(notesButton(page)).toHaveText(/0/);
  });

  test("the message's Undo means the deletion: once something else was done, Undo goes back step by step", async ({ page }) => {
    await openPanel(page);
    await write(page, "The city", "Keep me");
    await note(page, "The city").getByRole("button", { name: "Delete" }).click();
    await closeSide(page);
    await page.getByRole("button", { name: "Equal tiles" }).click();
    await expect(notices(page).getByRole("button", { name: "Undo" })).toHaveCount(0);
    await page.getByRole("button", { name: /^Undo: .*layout/ }).click();
    await expect(page.getByRole("button", { name: "Outlines" })).toHaveAttribute("aria-pressed", "true");
    await expect(notesButton(page)).toHaveText(/0/);
    await page.getByRole("button", { name: /^Undo: .*delet/ }).click();
    await expect(notesButton(page)).toHaveText(/1/);
  });

  test("notes are found by words, tags and place, without diacritics; done ones can be left out", async ({ page }) => {
    await page.getByRole("checkbox", { name: "Choose Đông Vệ" }).check();
    await openPanel(page);
    await write(page, "The city", "Đèn đường hỏng");
    await write(page, "Đông Vệ", "Market");
    await note(page, "Đông Vệ").getByRole("textbox", { name: /^Tags/ }).fill("trade");
    await page.keyboard.press("Tab");
    const find = panel(page).getByRole("searchbox", { name: "Find in notes" });
    const articles = panel(page).getByRole("article");
    for (const [words, what] of [["den duong", "The city"], ["dong ve", "Đông Vệ"], ["TRADE", "Đông Vệ"]]) {
      await find.fill(words);
      await expect(articles, words).toHaveCount(1);
      await expect(note(page, what)).toBeVisible();
    }
    await find.fill("nothing like this");
    await expect(panel(page).getByText("No note matches.")).toBeVisible();
    await find.fill("");
    await note(page, "Đông Vệ").getByRole("checkbox", { name: "Done" }).check();
    await panel(page).getByRole("checkbox", { name: "Not done" }).check();
    await expect(articles).toHaveCount(1);
  });

  test("areas with notes are marked on the map, in the table and in the bar", async ({ page }) => {
    await page.getByRole("checkbox", { name: "Choose Đông Vệ" }).check();
    await openPanel(page);
    await write(page, "Đông Vệ", "One");
    await write(page, "The city", "Not on the map");
    await closeSide(page);
    await expect(stage(page).locator(".note-mark")).toHaveText(["1"]);
    await expect(rows(page).filter({ hasText: "Đông Vệ" })).toContainText("1 note");
    await expect(rows(page).getByText(/\d notes?$/)).toHaveCount(1);
    await expect(notesButton(page)).toHaveText(/2/);
    await page.getByRole("button", { name: "Equal tiles" }).click();
    await expect(stage(page).locator(".note-mark")).toHaveText(["1"]);
  });

  test("a note on a figure keeps the figure as it was when written, and who wrote it and when", async ({ page }) => {
    await openWorkspace(page);
    await page.getByRole("textbox", { name: "Your name on notes" }).fill("Lan");
    await page.keyboard.press("Tab");
    await closeSide(page);
    await rows(page).getByRole("button", { name: "Đông Vệ" }).click();
    await sheet(page, "Đông Vệ").getByRole("button", { name: "Note on Đông Vệ, Density 2019" }).click();
    await page.keyboard.type("High");
    await expect(note(page, "Đông Vệ, Population density, 2019")).toContainText(/Lan, .*\d{4}/);
    await expect(note(page, "Đông Vệ, Population density, 2019")).toContainText("When written: 6,346 people per km²");
  });

  test("markup in a note stays text", async ({ page }) => {
    await openPanel(page);
    await write(page, "The city", "<img src=x onerror=alert(1)> & <b>bold</b>");
    await note(page, "The city").getByRole("textbox", { name: /^Tags/ }).fill("<i>tag</i>");
    await page.keyboard.press("Tab");
    await page.reload();
    await openPanel(page);
    await expect(text(note(page, "The city"))).toHaveValue("<img src=x onerror=alert(1)> & <b>bold</b>");
  });

  test("two tabs see each other's notes without a reload", async ({ page, context }) => {
    const other = await context.newPage();
    await open(other);
    await openPanel(other);
    await openPanel(page);
    await write(page, "The city", "From the first tab");
    await expect(text(note(other, "The city"))).toHaveValue("From the first tab");
    await text(note(other, "The city")).fill("From the second tab");
    await other.keyboard.press("Tab");
    await expect(text(note(page, "The city"))).toHaveValue("From the second tab");
  });

  test("with the network pulled the note that was written is there after a reload", async ({ page, context }) => {
    test.skip(!(await page.evaluate(() => document.getElementById("boot").dataset.worker)), "a build without service worker");
    await openPanel(page);
    await write(page, "The city", "Before the network went");
    await keptOffline(page);
    await context.setOffline(true);
    await page.reload();
    await started(page);
    await openPanel(page);
    await expect(text(note(page, "The city"))).toHaveValue("Before the network went");
    await write(page, "Population density, 2019", "After it went");
    await page.reload();
    await started(page);
    await search(page).fill("dong ve");
    await expectPassing(page, 1);
    await openPanel(page);
    await expect(text(note(page, "Population density, 2019"))).toHaveValue("After it went");
  });
});

test.describe("where the browser blocks storage", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    });
    await open(page);
  });

  test("that is said, work goes on, and the notes can be saved as a file", async ({ page, browser, baseURL }) => {
    await expect(notices(page).getByRole("alert")).toContainText("The browser does not let this page store anything on the device");
    await expect(page.getByText("Kept in this page only")).toBeVisible();
    await openPanel(page);
    await write(page, "The city", "In memory");
    await expect(page.getByText("Saved on this device")).toHaveCount(0);
    const { bytes } = await saveFile(page);
    const other = await another(browser, baseURL);
    await mergeFile(other, bytes);
    await openPanel(other);
    await expect(text(note(other, "The city"))).toHaveValue("In memory");
    await other.context().close();
  });

  test("map, filters, languages and workspace work as ever", async ({ page }) => {
    await search(page).fill("dong ve");
    await expectPassing(page, 1);
    await openWorkspace(page);
    await page.getByRole("button", { name: "Dark" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await closeSide(page);
    await page.getByRole("combobox", { name: "Language" }).selectOption("ru");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Плотность населения, 2019/);
  });
});

test.describe("where the storage is full", () => {
  /** Fills it to the last character, as another page of the same host might. */
  const fill = (page) =>
    page.evaluate(() => {
      let n = 0;
      for (let size = 2 ** 22; size >= 1; ) {
        try {
          localStorage.setItem(`other/${n}`, "x".repeat(size));
          n += 1;
        } catch {
          size = Math.floor(size / 2);
        }
      }
    });
  const free = (page) =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("other/")).forEach((key) => localStorage.removeItem(key)));

  test("that is said with a way out, and what was written is in the file", async ({ page }) => {
    await open(page);
    await openPanel(page);
    await write(page, "The city", "Safe");
    await saved(page);
    await fill(page);
    await write(page, "Population density, 2019", "Does not fit");
    await expect(notices(page).getByRole("alert")).toContainText("The browser's storage is full");
    await expect(page.getByText("Not saved", { exact: true })).toBeVisible();
    const { bytes } = await saveFile(page);
    expect(bytes.toString("utf8")).toContain("Safe");
    expect(bytes.toString("utf8")).toContain("Does not fit");
    await expect(text(note(page, "Population density, 2019"))).toHaveValue("Does not fit");
  });

  test("when there is room again the page saves by itself and takes the message back", async ({ page }) => {
    test.setTimeout(45_000);
    await open(page);
    await fill(page);
    await openPanel(page);
    await write(page, "The city", "Late but safe");
    await expect(page.getByText("Not saved", { exact: true })).toBeVisible();
    await free(page);
    await expect(page.getByText("Saved on this device")).toBeVisible({ timeout: 20_000 });
    await expect(notices(page).getByRole("alert")).toHaveCount(0);
    await page.reload();
    await openPanel(page);
    await expect(text(note(page, "The city"))).toHaveValue("Late but safe");
  });

  test("a page that is opened while it is full works and says so at the first note", async ({ page }) => {
    await open(page);
    await openPanel(page);
    await write(page, "The city", "From before");
    await saved(page);
    await fill(page);
    await page.reload();
    await openPanel(page);
    await expect(text(note(page, "The city"))).toHaveValue("From before");
    await write(page, "Population density, 2019", "Does not fit");
    await expect(notices(page).getByRole("alert")).toContainText("The browser's storage is full");
  });
});

test.describe("as a file", () => {
  test.beforeEach(async ({ page }) => open(page));

  test("notes are saved under a name that says whose they are and from when, and open elsewhere", async ({ page, browser, baseURL }) => {
    await openWorkspace(page);
    await page.getByRole("textbox", { name: "Your name on notes" }).fill("Nguyễn Lan");
    await page.keyboard.press("Tab");
    await openPanel(page);
    await write(page, "The city", "Hand this over");
    await openWorkspace(page);
    await expect(page.getByText("Not saved as a file yet")).toBeVisible();
    const { name, bytes } = await saveFile(page);
    expect(name).toMatch(/Lan.*\d{4}-\d{2}-\d{2}.*\.wardatlas\.json$/);
    await expect(page.getByText(/^Last saved as a file: /)).toBeVisible();
    const other = await another(browser, baseURL);
    await openPanel(other);
    await write(other, "The city", "Was here before");
    await openFile(other, bytes, name);
    await expect(merging(other)).toContainText("Nguyễn Lan");
    await expect(merging(other).getByRole("row", { name: "All notes 1 0 0 0" })).toBeVisible();
    await expect(notesButton(other), "nothing is taken before the person says so").toHaveText(/1/);
    await merging(other).getByRole("button", { name: "Merge", exact: true }).click();
    await expect(merging(other)).toContainText(/Nguyễn Lan changes: \d+, entries: 1/);
    await openPanel(other);
    await expect(note(other, "The city")).toHaveCount(2);
    const texts = await Promise.all((await text(note(other, "The city")).all()).map((field) => field.inputValue()));
    expect(texts.sort()).toEqual(["Hand this over", "Was here before"]);
    await expect(panel(other)).toContainText("Nguyễn Lan");
    await other.reload();
    await openPanel(other);
    await expect(note(other, "The city")).toHaveCount(2);
    await other.context().close();
  });

  test("a file that was opened already adds nothing, and that is said", async ({ page }) => {
    await openPanel(page);
    await write(page, "The city", "Once");
    await openWorkspace(page);
    const { bytes } = await saveFile(page);
    await mergeFile(page, bytes);
    await expect(merging(page)).toContainText("Nothing new: all that the files hold was here already.");
    await expect(notesButton(page)).toHaveText(/1/);
  });

  test("a file that is not wanted after all leaves everything as it was", async ({ page, browser, baseURL }) => {
    await openPanel(page);
    await write(page, "The city", "Not wanted");
    await openWorkspace(page);
    const { bytes } = await saveFile(page);
    const other = await another(browser, baseURL);
    await openFile(other, bytes);
    await merging(other).getByRole("button", { name: "Do not merge" }).click();
    await expect(other.getByRole("complementary")).toHaveCount(0);
    await expect(notesButton(other)).toHaveText(/0/);
    await other.context().close();
  });

  test("a file can be dropped on the page", async ({ page, browser, baseURL }) => {
    await openPanel(page);
    await write(page, "The city", "Dropped");
    await openWorkspace(page);
    const { bytes } = await saveFile(page);
    const other = await another(browser, baseURL);
    const transfer = await other.evaluateHandle((words) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([words], "Lan.wardatlas.json", { type: "application/json" }));
      return transfer;
    }, bytes.toString("utf8"));
    await other.locator("main").dispatchEvent("drop", { dataTransfer: transfer });
    await merging(other).getByRole("button", { name: "Merge", exact: true }).click();
    await expect(notesButton(other)).toHaveText(/1/);
    await other.context().close();
  });

  const whole = async (page) => {
    await openPanel(page);
    await write(page, "The city", "Good words");
    await openWorkspace(page);
    return (await saveFile(page)).bytes.toString("utf8");
  };
  for (const [what, spoil, words] of [
    ["that is something else", () => "Dear Lan, here are my notes.", /letter\.json: /],
    ["of another program", () => '{"type":"FeatureCollection","features":[]}', /not a (file of Ward Atlas|Ward Atlas file)/],
    ["that is empty", () => "", /the file is empty/],
    ["that is cut off", (good) => good.slice(0, good.length - 200), /cut off/],
    ["that was edited", (good) => good.replace("Good words", "Other words"), /does not match its checksum/],
    ["of a newer version", (good) => good.replace('"schema": 1', '"schema": 99'), /newer version|checksum/],
    ["that is not text", () => Buffer.from([0xff, 0xfe, 0x00, 0x80]), /not a text file/],
  ]) {
    test(`a file ${what} is refused with words, and nothing is added`, async ({ page, browser, baseURL }) => {
      const good = await whole(page);
      const other = await another(browser, baseURL);
      await openFile(other, spoil(good), "letter.json");
      await expect(merging(other)).toContainText(words);
      await expect(merging(other).getByRole("button", { name: "Merge", exact: true })).toBeDisabled();
      await merging(other).getByRole("button", { name: "Do not merge" }).click();
      await expect(notesButton(other)).toHaveText(/0/);
      await other.context().close();
    });
  }
});

for (const width of [390, 720, 800, 1000]) {
  test(`at ${width} px nothing lies over the Close button of a panel`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await page.getByRole("button", { name: /^Notes/ }).click();
    const close = page.getByRole("complementary").getByRole("button", { name: "Close", exact: true });
    const isFree = () =>
      close.evaluate((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        const corners = [[x + 3, y + 3], [x + width - 3, y + 3], [x + 3, y + height - 3], [x + width - 3, y + height - 3]];
        return corners.every(([left, top]) => button.contains(document.elementFromPoint(left, top)));
      });
    await expect.poll(isFree).toBe(true);
    await close.click();
    await expect(page.getByRole("complementary")).toHaveCount(0);
  });
}
