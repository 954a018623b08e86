// How a person finds things on the Atlas: by role and name, and on the map by the name that stands there.
import { expect, started } from "./test.mjs";

export const map = (page) => page.getByRole("listbox", { name: "Map of the wards and communes" });
export const options = (page) => map(page).getByRole("option");
export const option = (page, name) => map(page).getByRole("option", { name: new RegExp(`^${name}, (ward|commune):`) });
export const headline = (page) => page.getByRole("heading", { level: 1 });
export const filters = (page) => page.getByRole("region", { name: "Filter wards" });
export const search = (page) => page.getByRole("searchbox", { name: "Search by name" });
export const legend = (page) => page.getByRole("group", { name: "Legend" });
export const chips = (page) => page.getByRole("group", { name: "Active filters" });
export const ranked = (page) => page.getByRole("region", { name: "Ranked" });
export const distribution = (page) => page.getByRole("region", { name: "Where each ward lies" });
export const scatter = (page) => page.getByRole("region", { name: "Two indicators" });
export const table = (page) => page.getByRole("table").filter({ has: page.getByRole("columnheader", { name: "Ward or commune" }) });
export const rows = (page) => table(page).getByRole("row").filter({ has: page.getByRole("checkbox") });
export const rowNames = (page) => rows(page).getByRole("rowheader").getByRole("button").allTextContents();
export const sheet = (page, name) => page.getByRole("complementary", { name });

/**
 * Closes the sheet or panel that lies over the right edge, if there is one: also one that the address opens in a page
 * that is still being loaded, or whose piece of the program is.
 */
export async function closeSide(page) {
  await started(page);
  const side = page.getByRole("complementary");
  await expect(async () => {
    if ((await side.count()) > 0) await side.getByRole("button", { name: "Close", exact: true }).click({ timeout: 5_000 });
    expect(await side.count()).toBe(0);
  }).toPass();
}

export const notices = (page) => page.getByRole("region", { name: "Notices" });

/** The last thing that a screen reader was told. */
export const announcement = (page) => page.locator("[aria-live=polite][role=status].visually-hidden");

/** Chooses an entry of a drop-down by its words. */
export const pick = (scope, field, entry) =>
  scope.getByRole("combobox", { name: field, exact: true }).selectOption({ label: entry });

export const showIndicator = (page, label) => pick(page, "Indicator", label);

/** Opens the fold-out of classes and colours. */
export async function openClasses(page) {
  await page.getByText(/^Classes: /).click();
  await expect(page.getByRole("combobox", { name: "Palette" })).toBeVisible();
}

/** "n of 34", people, households and km² of the areas that pass. */
export const holdings = (page) => filters(page).getByRole("definition");

/** Asserts how many areas pass: in the filters' count and in the table, its twin. */
export async function expectPassing(page, n) {
  await expect(holdings(page).first()).toHaveText(`${n} of 34`);
  await expect(rows(page)).toHaveCount(n);
}

/** Scrolls the map into sight and gives the middle of an area's name on it, from the upper left corner of the window. */
export async function nameOnMap(page, name) {
  await map(page).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const found = () =>
    page.evaluate((wanted) => {
      // A name in two lines is two texts, one under the other.
      const lines = [...document.querySelectorAll(".map-stage .labels span")].map((element) => {
        const frame = element.getBoundingClientRect();
        return { text: element.textContent, x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
      });
      const names = lines.flatMap((line, at) => {
        const next = lines[at + 1];
        const joined = next && Math.abs(next.x - line.x) < 1 && { text: `${line.text} ${next.text}`, x: line.x, y: (line.y + next.y) / 2 };
        return joined ? [line, joined] : [line];
      });
      return names.find((line) => line.text === wanted) ?? null;
    }, name);
  await expect.poll(found, `the name ${name} on the map`).not.toBeNull();
  return found();
}

export async function clickOnMap(page, name, { shift = false, double = false } = {}) {
  const { x, y } = await nameOnMap(page, name);
  if (shift) await page.keyboard.down("Shift");
  await (double ? page.mouse.dblclick(x, y) : page.mouse.click(x, y));
  if (shift) await page.keyboard.up("Shift");
}

export async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Drags over a plot, from one part of its width to another. */
export async function brush(page, scope, from, to) {
  const canvas = plot(scope);
  await canvas.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await canvas.boundingBox();
  const at = (part) => ({ x: x + width * part, y: y + height / 2 });
  await drag(page, at(from), at(to));
}

/** Where the pointer acts on a place with a drawing: the uppermost of its layers. */
export const plot = (scope) => scope.locator("canvas").last();

/** The base drawing of a place, as data: two of them are equal if they look alike. */
export const picture = (scope) => scope.locator("canvas").first().evaluate((canvas) => canvas.toDataURL());

/** The base drawing once it rests: after layouts have flowed into each other. */
export async function restingPicture(scope) {
  let last = await picture(scope);
  await expect
    .poll(async () => {
      const before = last;
      last = await picture(scope);
      return last === before;
    }, { intervals: [150] })
    .toBe(true);
  return last;
}

/** The map's own drawing, without what lies over it. */
export const stage = (page) => page.locator(".map-stage");

/** The colour of the base drawing under a point of the window, as `rgb(r, g, b)`. */
export const colorOnMap = (page, { x, y }) =>
  page.evaluate(
    ([x, y]) => {
      const canvas = document.querySelector(".map-stage canvas");
      const frame = canvas.getBoundingClientRect();
      const scale = canvas.width / frame.width;
      // Through a copy, so that the page's own canvas stays one that is only drawn on.
      const copy = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
      copy.drawImage(canvas, -Math.floor((x - frame.x) * scale), -Math.floor((y - frame.y) * scale));
      const [r, g, b] = copy.getImageData(0, 0, 1, 1).data;
      return `rgb(${r}, ${g}, ${b})`;
    },
    [x, y],
  );

/** The colours of the legend's entries, from the first class to the last. */
export const swatches = (page) =>
  legend(page)
    .locator(".swatch[data-kind=class]")
    .evaluateAll((all) => all.map((element) => getComputedStyle(element).backgroundColor));

/** Goes back as a person does, who has seen what there is to go back from: the address follows a frame after the screen. */
export async function back(page) {
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => setTimeout(() => setTimeout(seen)))));
  await page.goBack();
}
