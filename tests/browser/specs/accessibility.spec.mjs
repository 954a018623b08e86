// axe finds nothing wrong, on each view, in light and dark, on a desk and on a phone.
import { rows, sheet } from "../support/atlas.mjs";
import { expect, expectAccessible, open, test } from "../support/test.mjs";

const VIEWS = {
  Atlas: (page) => open(page),
  "Atlas with choice, filters, a notice and open fold-outs": async (page) => {
    await open(page, "./#/atlas?cls=own.3:1000,5000&kind=ward&r=density_2019:900..&c=1&sel=14782.16435&map=globe");
    await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    await expect(page.getByRole("region", { name: "Notices" })).not.toBeEmpty();
  },
  "Atlas with equal tiles": (page) => open(page, "./#/atlas?map=tiles"),
  "Atlas with a conference indicator": (page) => open(page, "./#/atlas?i=cultural_families"),
  "Atlas with nothing that passes": (page) => open(page, "./#/atlas?q=xyz"),
  About: (page) => open(page, "./#/about"),
  "area sheet": async (page) => {
    await open(page, "./#/atlas?sheet=14782");
    await sheet(page, "Đông Vệ").getByRole("button", { name: "Note on Đông Vệ", exact: true }).click();
    await page.keyboard.type("A note");
  },
  "notes panel": async (page) => {
    await open(page);
    await page.getByRole("button", { name: /^Notes/ }).click();
    await page.getByRole("button", { name: "Note on The city" }).click();
    await page.keyboard.type("A note");
    await page.getByRole("checkbox", { name: "Done", exact: true }).check();
  },
  "workspace sheet": async (page) => {
    await open(page);
    await page.getByRole("button", { name: "Workspace" }).click();
    await expect(page.getByRole("complementary")).toBeVisible();
  },
};

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });
      for (const [view, go] of Object.entries(VIEWS)) {
        test(`${view}: axe finds nothing`, async ({ page }) => {
          await go(page);
          await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
          await expectAccessible(page);
        });
      }
    });
  }
}

test("each view has one heading of the first level, and no level is left out", async ({ page }) => {
  for (const address of ["./#/atlas", "./#/about", "./#/atlas?sheet=14782"]) {
    await open(page, address);
    const levels = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4")].filter((h) => h.checkVisibility()).map((h) => Number(h.tagName[1])));
    expect(levels.filter((level) => level === 1), address).toHaveLength(1);
    expect(new Set(levels).size, address).toBe(Math.max(...levels));
  }
});

test("the theme can be chosen and stays", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Workspace" }).click();
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("with text at twice the size nothing is cut off or overlaid", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await open(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await expect(rows(page).first()).toBeAttached();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
});
