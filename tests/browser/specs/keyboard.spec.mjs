// Everything without a mouse, and what a screen reader is told on the way.
import {
  announcement, expectPassing, headline, map, notices, option, options, rows, search, sheet, stage,
} from "../support/atlas.mjs";
import { expect, open, test } from "../support/test.mjs";

const active = (page) =>
  map(page).evaluate((list) => document.getElementById(list.getAttribute("aria-activedescendant"))?.textContent ?? null);
const nameOf = (text) => text.split(",")[0];
const focused = (page) => page.evaluate(() => document.activeElement?.tagName ?? "BODY");

/** Presses Tab until the element has the focus. */
async function tabTo(page, locator, most = 120) {
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press("Tab");
    if (await locator.evaluate((element) => element === document.activeElement).catch(() => false)) return;
  }
  throw new Error(`Tab does not reach ${locator}`);
}

test.beforeEach(async ({ page }) => open(page));

test("the first Tab offers to skip to the content, and does", async ({ page }) => {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("arrow keys move to the next area in that direction, and each move is announced", async ({ page }) => {
  await tabTo(page, map(page));
  expect(await active(page)).not.toBeNull();
  await expect(announcement(page)).toHaveText(await active(page));
  const places = await page.evaluate(async () => {
    const list = document.querySelector("[role=listbox]");
    const seen = [];
    for (const key of ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"]) {
      list.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await new Promise(requestAnimationFrame);
      seen.push([key, document.getElementById(list.getAttribute("aria-activedescendant")).textContent]);
    }
    return seen;
  });
  expect(new Set(places.map(([, text]) => text)).size).toBeGreaterThan(2);
  await page.keyboard.press("ArrowDown");
  await expect(announcement(page)).toHaveText(await active(page));
});

test("the arrow keys go where they point", async ({ page }) => {
  // From Đông Vệ in the south of the centre.
  await search(page).focus();
  await map(page).focus();
  const goTo = async (name) => {
    const seen = new Set();
    const queue = [[]];
    // A person would look; here the way is found by trying.
    while (queue.length > 0) {
      const way = queue.shift();
      await page.keyboard.press("Home");
      for (const key of way) await page.keyboard.press(key);
      const at = nameOf(await active(page));
      if (at === name) return;
      if (seen.has(at)) continue;
      seen.add(at);
      for (const key of ["ArrowDown", "ArrowRight", "ArrowLeft", "ArrowUp"]) queue.push([...way, key]);
    }
    throw new Error(`no way to ${name}`);
  };
  await goTo("Tào Xuyên");
  await page.keyboard.press("ArrowRight");
  expect(nameOf(await active(page))).toBe("Long Anh");
  await page.keyboard.press("ArrowLeft");
  expect(nameOf(await active(page))).toBe("Tào Xuyên");
});

test("every area can be reached by arrow keys alone, in every layout", async ({ page }) => {
  for (const layout of ["Outlines", "Equal tiles", "Symbols"]) {
    await page.getByRole("button", { name: layout }).click();
    await map(page).focus();
    const reached = await page.evaluate(async () => {
      const list = document.querySelector("[role=listbox]");
      const press = (key) => list.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      const at = () => document.getElementById(list.getAttribute("aria-activedescendant"))?.textContent.split(",")[0];
      const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
      const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
      press("Home");
      await settle();
      const ways = new Map([[at(), []]]);
      const queue = [at()];
      while (queue.length > 0) {
        const way = ways.get(queue.shift());
        for (const key of keys) {
          press("Home");
          for (const step of [...way, key]) press(step);
          await settle();
          if (!ways.has(at())) {
            ways.set(at(), [...way, key]);
            queue.push(at());
          }
        }
      }
      return ways.size;
    });
    expect(reached, layout).toBe(34);
  }
});

test("Enter chooses the area and says so, again lets go, and several can be chosen", async ({ page }) => {
  await map(page).focus();
  const first = nameOf(await active(page));
  await page.keyboard.press("Enter");
  await expect(announcement(page)).toHaveText(`${first}: chosen`);
  await expect(option(page, first)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(map(page).getByRole("option", { selected: true })).toHaveCount(2);
  await page.keyboard.press("Enter");
  await expect(announcement(page)).toHaveText(/: no longer chosen$/);
  await expect(map(page).getByRole("option", { selected: true })).toHaveCount(1);
});

test("S opens the sheet with the focus in it, Escape closes it and does not lose the place", async ({ page }) => {
  await map(page).focus();
  await page.keyboard.press("ArrowDown");
  const name = nameOf(await active(page));
  await page.keyboard.press("s");
  await expect(sheet(page, name).getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  expect(await focused(page)).not.toBe("BODY");
});

test("Escape leaves the map", async ({ page }) => {
  await map(page).focus();
  await page.keyboard.press("Escape");
  await expect(map(page)).not.toBeFocused();
  expect(await active(page)).toBeNull();
  expect(await focused(page)).not.toBe("BODY");
});

test("the map is no trap: Tab goes on", async ({ page }) => {
  await map(page).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Zoom in" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(map(page)).toBeFocused();
});

test("plus, minus and 0 zoom the map", async ({ page }) => {
  const fit = page.getByRole("button", { name: "Fit" });
  await map(page).focus();
  await page.keyboard.press("+");
  await expect(fit).toBeEnabled();
  await page.keyboard.press("-");
  await expect(fit).toBeDisabled();
  await page.keyboard.press("+");
  await page.keyboard.press("0");
  await expect(fit).toBeDisabled();
});

test("the area that the keyboard is on is marked on the map and in sight when the map is enlarged", async ({ page }) => {
  const overlay = () => stage(page).locator("canvas").nth(1).evaluate((canvas) => canvas.toDataURL());
  const nothing = await overlay();
  await map(page).focus();
  await expect.poll(overlay).not.toBe(nothing);
  const base = await stage(page).locator("canvas").first().evaluate((canvas) => canvas.toDataURL());
  await page.keyboard.press("ArrowDown");
  expect(await stage(page).locator("canvas").first().evaluate((canvas) => canvas.toDataURL())).toBe(base);
});

test("keys that the map does not use stay the browser's", async ({ page }) => {
  await map(page).focus();
  const prevented = await map(page).evaluate((list) =>
    ["PageDown", "a", "F5", "Tab"].map((key) => !list.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))),
  );
  expect(prevented).toEqual([false, false, false, false]);
});

test("every control that has the focus shows it", async ({ page }) => {
  const without = [];
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const shows = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      return shows || element === document.body ? null : element.outerHTML.slice(0, 80);
    });
    if (found) without.push(found);
  }
  // The map marks the area itself.
  expect(without.filter((html) => !html.includes("listbox"))).toEqual([]);
});

test("the focus is in sight while it walks through the page", async ({ page }) => {
  const hidden = [];
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
      const isIn = width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      return isIn ? null : element.outerHTML.slice(0, 80);
    });
    if (found) hidden.push(found);
  }
  expect(hidden).toEqual([]);
});

test("closing a sheet or panel with its button gives the focus back to the page, not to nowhere", async ({ page }) => {
  for (const name of [/^Notes/, "Workspace"]) {
    const opener = page.getByRole("button", { name });
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("complementary")).toBeVisible();
    await page.getByRole("complementary").getByRole("button", { name: "Close" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("complementary")).toHaveCount(0);
    await expect(opener, `after ${name}`).toBeFocused();
  }
});

test("Escape closes notes and workspace and gives the focus back to their button", async ({ page }) => {
  for (const name of [/^Notes/, "Workspace"]) {
    const opener = page.getByRole("button", { name });
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("complementary").getByRole("heading", { level: 2 })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("complementary")).toHaveCount(0);
    await expect(opener, `after ${name}`).toBeFocused();
  }
});

test("the whole job without a mouse: indicator, filter, area, note, and all of it after a reload", async ({ page }) => {
  await tabTo(page, page.getByRole("combobox", { name: "Indicator" }));
  await page.keyboard.press("ArrowUp");
  await expect(headline(page)).toHaveText(/^Population/);
  await page.keyboard.press("ArrowDown");
  await expect(headline(page)).toHaveText(/^Population density, 2019: from 841/);
  await tabTo(page, search(page));
  await page.keyboard.type("dong ve");
  await expectPassing(page, 1);
  await tabTo(page, rows(page).getByRole("button", { name: "Đông Vệ" }));
  await page.keyboard.press("Enter");
  const opened = sheet(page, "Đông Vệ");
  await expect(opened.getByRole("heading", { level: 2 })).toBeFocused();
  await tabTo(page, opened.getByRole("button", { name: "Note on Đông Vệ", exact: true }));
  await page.keyboard.press("Enter");
  await expect(opened.getByRole("textbox", { name: "Text" })).toBeFocused();
  await page.keyboard.type("Market: ask again");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Saved on this device")).toBeVisible();
  await page.reload();
  await expectPassing(page, 1);
  await expect(rows(page).getByText("1 note")).toBeVisible();
  await expect(notices(page)).toBeEmpty();
  await expect(options(page)).toHaveCount(34);
});
