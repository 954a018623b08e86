// How a person finds things on the Tasks page, and how two persons exchange files.
import { readFileSync } from "node:fs";
import { closeSide, pick } from "./atlas.mjs";
import { expect, open } from "./test.mjs";

/** Opens a part of the page; `query` is what stands in the address beside it. */
export async function openPart(page, part, query = "") {
  await open(page, `./#/tasks${query && `?${query}`}`);
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: part, exact: true }).click();
}

export const saved = (page) => expect(page.getByText("Saved on this device")).toBeVisible();

/** Another person's browser. */
export async function another(browser, baseURL) {
  const context = await browser.newContext({ baseURL, locale: "en-GB", viewport: { width: 1280, height: 800 } });
  return context.newPage();
}

export async function openWorkspace(page) {
  await closeSide(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  await expect(page.getByRole("complementary", { name: "Workspace" })).toBeVisible();
}

/** The workspace as the bytes of its file. */
export async function fileOf(page) {
  await openWorkspace(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save notes as a file" }).first().click(),
  ]);
  const bytes = readFileSync(await download.path());
  await closeSide(page);
  return bytes;
}

export const merging = (page) => page.getByRole("complementary", { name: "Merge files" });

/** Opens a file, up to what merging it would do. */
export async function openFile(page, bytes) {
  await openWorkspace(page);
  const file = { name: "point.wardatlas.json", mimeType: "application/json", buffer: Buffer.from(bytes) };
  await page.getByLabel("Open a notes file…").setInputFiles(file);
  await expect(merging(page)).toBeVisible();
}

export async function mergeFile(page, bytes) {
  await openFile(page, bytes);
  await merging(page).getByRole("button", { name: "Merge", exact: true }).click();
  await expect(merging(page).getByRole("heading", { name: "What was added" })).toBeVisible();
}

/** The text of a file that the page offers. */
export async function offered(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return readFileSync(await download.path(), "utf8");
}

/** Gives Hàm Rồng the streets Phố 1 and Phố 2. */
export async function addTwoStreets(page) {
  await open(page, "./#/review?part=register&sel=14755&lang=en");
  await page.getByText("Paste a list", { exact: true }).click();
  await page.getByRole("textbox", { name: "Each line: name; kind; households" }).fill("Phố 1; phố; 80\nPhố 2; phố; 90");
  await page.getByRole("button", { name: "Add 2 streets and villages" }).click();
}

/** On the Review page: reports an indicator for one of them. */
export async function reportOfStreet(page, street, what, value) {
  await page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name: "Enter" }).click();
  await pick(page.getByRole("region", { name: "Hàm Rồng", exact: true }), "Report of", street);
  await page.getByRole("textbox", { name: what, exact: true }).fill(value);
  await page.keyboard.press("Enter");
  await saved(page);
}
