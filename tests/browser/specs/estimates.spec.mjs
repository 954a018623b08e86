// Estimates: switched on and off, shown with their intervals everywhere, explained, with assumptions that can be changed.
import { filters, headline, legend, option, pick, picture, ranked, restingPicture, rows, scatter, sheet, showIndicator, stage } from "../support/atlas.mjs";
import { expect, expectAccessible, open, test } from "../support/test.mjs";

const SHOW = "Show estimates";
const box = (scope) => scope.getByRole("checkbox", { name: SHOW });
const outcome = (page) => page.getByRole("region", { name: "By indicator" });
const rowOf = (page, name) => outcome(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const spread = (page) => page.getByRole("combobox", { name: "How much wards differ" });

const estimated = async (page, address = "./#/atlas?i=bins") => {
  await open(page, address);
  await box(legend(page)).check();
  await expect(headline(page)).toContainText("estimated");
};

test.describe("on the map", () => {
  test("estimates are off at first, and offered only where there is a total to share out", async ({ page }) => {
    await open(page, "./#/atlas?i=bins");
    await expect(box(legend(page))).not.toBeChecked();
    await expect(headline(page)).not.toContainText("estimated");
    await expect(option(page, "Đông Vệ")).toContainText("no figure");
    await showIndicator(page, "Population density, 2019");
    await expect(box(legend(page))).toHaveCount(0);
  });

  test("switched on they stand in every layout, hatched, with state and interval in words", async ({ page }) => {
    await open(page, "./#/atlas?i=cultural_families~hh");
    const before = await picture(stage(page));
    await box(legend(page)).check();
    await expect(headline(page)).toContainText("; estimated");
    await expect(option(page, "Đông Vệ")).toContainText(/estimated, 90% interval [\d,.]+ to [\d,.]+/);
    await expect(option(page, "Đông Vệ")).toContainText(/rank \d+ to \d+ of 34/);
    await expect(legend(page)).toContainText("estimated 34");
    await expect.poll(() => restingPicture(stage(page))).not.toBe(before);
    for (const layout of ["Equal tiles", "Symbols"]) {
      await page.getByRole("group", { name: "Layout" }).getByRole("button", { name: layout }).click();
      await restingPicture(stage(page));
      await expect(option(page, "Đông Vệ")).toContainText("estimated, 90% interval");
    }
    await box(legend(page)).uncheck();
    await expect(headline(page)).toContainText("no figures by ward are public");
  });

  test("the sum of what the filters let through has its own interval, and all of them are the total exactly", async ({ page }) => {
    await estimated(page);
    const sum = filters(page).locator(".estimated-sum");
    await expect(sum).toContainText("estimated");
    await expect(sum.getByRole("definition")).toHaveText("7,619");
    await filters(page).getByRole("button", { name: /^Ward \d/ }).click();
    await expect(sum.getByRole("definition")).toHaveText(/^[\d,]+ \([\d,]+ to [\d,]+\)$/);
    await page.getByRole("group", { name: "Active filters" }).getByRole("button", { name: "Clear all filters" }).click();
    await expect(sum.getByRole("definition")).toHaveText("7,619");
  });

  test("yes and no is a probability where it is estimated, and never a yes", async ({ page }) => {
    await estimated(page, "./#/atlas?i=civilised_weddings");
    await expect(headline(page)).toContainText("probability of a yes");
    await expect(option(page, "Đông Vệ")).toContainText("59%, estimated, 90% interval 0% to 100%");
  });

  test("charts draw the intervals, and the area sheet tells them with the ranks", async ({ page }) => {
    await open(page, "./#/atlas?i=bins&x=cultural_families");
    await expect(scatter(page)).toBeVisible();
    const [bars, dots] = [await picture(ranked(page)), await picture(scatter(page))];
    await box(legend(page)).check();
    await expect(headline(page)).toContainText("estimated");
    await expect.poll(() => restingPicture(ranked(page))).not.toBe(bars);
    await expect.poll(() => restingPicture(scatter(page))).not.toBe(dots);
    await rows(page).getByRole("button", { name: "An Hưng" }).click();
    const row = sheet(page, "An Hưng").getByRole("row").filter({ has: page.getByRole("button", { name: /^Sanitary waste bins/ }) });
    await expect(row).toContainText(/\d+ \(90%: \d+ to [\d,]+\)/);
    await expect(row).toContainText(/rank \d+ to \d+ of 34 · rank \d+ to \d+ of 34 per 1,000 households/);
    await expect(row).toContainText("estimated");
  });

  test("what is switched on is kept, can be undone, and stands on paper with its word", async ({ page }) => {
    await estimated(page);
    await expect(page.getByText("Saved on this device")).toBeVisible();
    await page.reload();
    await expect(box(legend(page))).toBeChecked();
    await page.emulateMedia({ media: "print" });
    await expect(headline(page)).toContainText("estimated");
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(box(legend(page))).not.toBeChecked();
    await expect(headline(page)).not.toContainText("estimated");
  });
});

test.describe("on the page of estimates", () => {
  test.beforeEach(async ({ page }) => {
    await open(page, "./#/review?part=estimates");
    await expect(page.getByRole("heading", { name: "How estimates are made" })).toBeVisible();
  });

  test("each indicator has its total, what is left, weights and where the spread comes from", async ({ page }) => {
    const bins = rowOf(page, /^Sanitary waste bins/);
    for (const text of ["7,619", "34", "68, assumed", "none"]) {
      await expect(bins.getByRole("cell", { name: text, exact: true }).first()).toBeVisible();
    }
    await expect(bins).toContainText("Households");
    await expect(rowOf(page, /^Families recognised/)).toContainText("50, assumed");
    // The nine of the conference, and the 311 streets and villages, of which 40 are known.
    await expect(outcome(page).getByRole("rowheader")).toHaveCount(10);
    await expect(rowOf(page, "Streets and villages").first()).toContainText("271");
  });

  test("assumptions can be changed, are kept, and go back to the first", async ({ page }) => {
    await spread(page).selectOption({ label: "Little (200)" });
    await expect(rowOf(page, /^Sanitary waste bins/)).toContainText("200, set here");
    await pick(page, "Share out by", "All wards alike");
    await expect(rowOf(page, /^Sanitary waste bins/)).toContainText("All wards alike");
    await page.getByRole("textbox", { name: "Seed of the draws" }).fill("7");
    await page.keyboard.press("Tab");
    await expect(page.getByText("Saved on this device")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Seed of the draws" })).toHaveValue("7");
    await expect(spread(page)).toHaveValue("200");
    await page.getByRole("button", { name: "Back to the first assumptions" }).click();
    await expect(page.getByRole("textbox", { name: "Seed of the draws" })).toHaveValue("2,023");
    await expect(rowOf(page, /^Sanitary waste bins/)).toContainText("68, assumed");
  });

  test("a number out of range is told at its field and not taken", async ({ page }) => {
    const draws = page.getByRole("textbox", { name: "Number of draws" });
    for (const wrong of ["3", "many", "1000.5", "1e9"]) {
      await draws.fill(wrong);
      await page.keyboard.press("Tab");
      await expect(page.getByText("A whole number from 100 to 4,000 is needed.")).toBeVisible();
      await expect(draws).toHaveAttribute("aria-invalid", "true");
    }
    await draws.fill("500");
    await page.keyboard.press("Tab");
    await expect(page.getByText("A whole number from 100 to 4,000 is needed.")).toBeHidden();
  });

  test("the same seed gives the same intervals, another one others", async ({ page }) => {
    await box(page).check();
    const line = async () => {
      await page.goto("./#/atlas?i=bins");
      await expect(option(page, "Đông Vệ")).toContainText("90% interval");
      return option(page, "Đông Vệ").textContent();
    };
    const seed = async (number) => {
      await page.goto("./#/review?part=estimates");
      await page.getByRole("textbox", { name: "Seed of the draws" }).fill(number);
      await page.keyboard.press("Tab");
    };
    const first = await line();
    await seed("7");
    const other = await line();
    expect(other).not.toBe(first);
    await seed("2023");
    await expect.poll(line).toBe(first);
  });
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });
      test("axe finds nothing on the page of estimates and on an estimated map", async ({ page }) => {
        await open(page, "./#/review?part=estimates");
        await box(page).check();
        await spread(page).selectOption({ label: "Much (10)" });
        await expectAccessible(page);
        await page.goto("./#/atlas?i=bins");
        await expect(headline(page)).toContainText("estimated");
        await expectAccessible(page);
      });
    });
  }
}

test("the page of estimates speaks the three languages", async ({ page }) => {
  for (const [lang, title, word] of [["vi", "Cách ước tính", "Hiện số liệu ước tính"], ["ru", "Как получаются оценки", "Показать оценки"]]) {
    await open(page, `./#/review?part=estimates&lang=${lang}`);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: word })).toBeVisible();
    await expect(page.locator("main")).not.toContainText(/[{}]/);
  }
});
