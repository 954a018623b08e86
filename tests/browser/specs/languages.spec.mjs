// Vietnamese, English, Russian: every word, every number, without a reload.
import { readFileSync } from "node:fs";
import { expect, open, test } from "../support/test.mjs";

const language = (page) => page.locator(".language").getByRole("combobox");
const speak = async (page, code) => {
  await language(page).selectOption(code);
  await expect(page.locator("html")).toHaveAttribute("lang", code);
};
const headline = (page) => page.getByRole("heading", { level: 1 });

/** All that a person sees or a screen reader reads, each text once. */
const texts = (page) =>
  page.evaluate(() => {
    const found = new Set([document.title]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (!node.parentElement.closest("script, style, noscript, #crash, .labels, .language")) found.add(node.textContent.trim());
      } else {
        for (const name of ["aria-label", "title", "placeholder", "label"]) {
          if (node.hasAttribute(name) && !node.closest("#crash, .language")) found.add(node.getAttribute(name).trim());
        }
      }
    }
    return [...found].filter((text) => /\p{L}{2}/u.test(text));
  });

const DATA_SET = JSON.parse(readFileSync(new URL("../../../public/data/thanh-hoa-2023.json", import.meta.url), "utf8"));

/** Names that are the same in every language. */
async function properNames(page) {
  // The table comes a moment after the map.
  await expect(page.getByRole("table").getByRole("checkbox")).toHaveCount(34);
  const names = await page.getByRole("table").getByRole("rowheader").getByRole("button").allTextContents();
  const rest = ["BuGn", "YlOrBr", "Purples", "Viridis", "Cividis", "BrBG ↔", "PuOr ↔", "Ward Atlas", "km²"];
  return new Set([...names, ...rest, ...DATA_SET.sources.map((source) => source.publisher)]);
}

/** Steps that bring all the words on the screen, by places that do not depend on the language. */
const places = {
  "the Atlas": async () => {},
  "the Atlas with choice, filters and fold-outs": async (page) => {
    await page.evaluate(() => (location.hash = "#/atlas?cls=own.3:1000,5000&q=o&kind=ward&set=urban&r=density_2019:1000..&c=1&sel=14782.16435"));
    await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    await expect(page.locator(".chips button")).toHaveCount(6);
  },
  "a conference indicator": async (page) => {
    await page.evaluate(() => (location.hash = "#/atlas?i=cultural_families"));
    await expect(page.locator(".map-empty")).toBeVisible();
  },
  "circles": async (page) => {
    await page.evaluate(() => (location.hash = "#/atlas?i=population_2019&map=symbols"));
    await expect(page.locator(".circles")).toBeVisible();
  },
  "nothing that passes": async (page) => {
    await page.evaluate(() => (location.hash = "#/atlas?q=xyz&only=1&notes=1&r=density_2019:5..6"));
    await expect(page.locator(".table-card p")).toBeVisible();
  },
  "the area sheet": async (page) => {
    await page.evaluate(() => (location.hash = "#/atlas?sheet=14782"));
    await expect(page.locator("aside")).toBeVisible();
  },
  "the notes": async (page) => {
    await page.locator("header button[aria-expanded]").first().click();
    await page.locator("aside .new-note button").first().click();
    await expect(page.locator("aside article")).toBeVisible();
  },
  "the workspace": async (page) => {
    await page.locator("header button[aria-expanded]").last().click();
    await expect(page.locator("aside")).toBeVisible();
  },
  "About the data": async (page) => {
    await page.evaluate(() => (location.hash = "#/about"));
    await expect(page.locator(".about")).toBeVisible();
  },
};

test("the language changes without a reload, with `lang` and title, and stays for the next visit", async ({ page, context }) => {
  await open(page);
  await page.evaluate(() => (window.notReloaded = true));
  for (const [code, sentence, title] of [
    ["vi", /^Mật độ dân số, 2019: .*thành phố 2\.477/i, /^Bản đồ · Thanh Hoá/],
    ["ru", /^Плотность населения, 2019: .*2\s477/, /^Атлас · Тханьхоа/],
    ["en", /^Population density, 2019: .*city 2,477/, /^Atlas · Thanh Hoá/],
    ["ru", /^Плотность населения, 2019/, /^Атлас/],
  ]) {
    await speak(page, code);
    await expect(headline(page)).toHaveText(sentence);
    await expect(page).toHaveTitle(title);
  }
  expect(await page.evaluate(() => window.notReloaded)).toBe(true);
  const later = await context.newPage();
  await open(later);
  await expect(later.locator("html")).toHaveAttribute("lang", "ru");
});

for (const [locale, lang] of [["vi-VN", "vi"], ["ru-RU", "ru"], ["en-US", "en"], ["de-DE", "vi"]]) {
  test.describe(`a browser that asks for ${locale}`, () => {
    test.use({ locale });
    test(`is answered in ${lang}`, async ({ page }) => {
      await open(page);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expect(language(page)).toHaveValue(lang);
    });
  });
}

test("numbers are written as in the language: in text, table, legend, fields and axes", async ({ page }) => {
  await open(page);
  const area = page.locator(".holdings dd").last();
  const people = page.locator(".holdings dd").nth(1);
  const cell = page.getByRole("row").filter({ hasText: "Đông Vệ" }).getByRole("cell").nth(5);
  for (const [code, km2, n, size, share] of [
    ["en", "145.30", "359,910", "3.54", "20.4%"],
    ["vi", "145,30", "359.910", "3,54", "20,4%"],
    ["ru", "145,30", /^359\s910$/, "3,54", /^20,4\s%$/],
  ]) {
    await speak(page, code);
    await expect(area).toHaveText(km2);
    await expect(people).toHaveText(n);
    await expect(cell).toHaveText(size);
    await expect(page.getByRole("row").filter({ hasText: "Đông Vệ" }).getByRole("cell").nth(6)).toHaveText(share);
  }
  // A space that separates thousands does not break the line.
  expect(await people.textContent()).not.toContain(" ");
  await expect(page.locator(".ranked .labels")).toContainText(/18\s915/);
});

test("numbers are typed as in the language", async ({ page }) => {
  await open(page);
  await page.evaluate(() => (location.hash = "#/atlas?i=household_size_2019"));
  for (const [code, typed] of [["en", "3.75"], ["vi", "3,75"], ["ru", "3,75"]]) {
    await speak(page, code);
    const from = page.locator(".range input").first();
    await from.fill(typed);
    await from.press("Tab");
    await expect(from).toHaveValue(typed);
    await expect(page.locator(".holdings dd").first()).toHaveText(/^4 /);
    await from.fill("");
    await from.press("Tab");
  }
});

test("dates are written as in the language", async ({ page }) => {
  await open(page);
  await places["the notes"](page);
  const by = page.locator("aside article header .by");
  const year = String(new Date().getFullYear());
  const seen = new Set();
  for (const code of ["en", "vi", "ru"]) {
    await page.evaluate((code) => (location.hash = `#/atlas?lang=${code}`), code);
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    const text = (await by.textContent()).split(", ").slice(1).join(", ");
    expect(text).toContain(year);
    seen.add(text);
  }
  expect(seen.size).toBe(3);
});

for (const [place, go] of Object.entries(places)) {
  test(`no word is left in another language: ${place}`, async ({ page }) => {
    await open(page);
    const known = await properNames(page);
    await go(page);
    const said = {};
    for (const code of ["vi", "en", "ru"]) {
      await page.evaluate((code) => {
        const now = location.hash.replace(/[?&]lang=..(&|$)/, "$1");
        location.hash = `${now}${now.includes("?") ? "&" : "?"}lang=${code}`;
      }, code);
      await expect(page.locator("html")).toHaveAttribute("lang", code);
      said[code] = (await texts(page)).filter((text) => !known.has(text));
    }
    expect.soft(said.en.filter((text) => /\p{Script=Cyrillic}/u.test(text)), "Cyrillic in English").toEqual([]);
    expect.soft(said.vi.filter((text) => /\p{Script=Cyrillic}/u.test(text)), "Cyrillic in Vietnamese").toEqual([]);
    expect.soft(said.ru.filter((text) => !/\p{Script=Cyrillic}/u.test(text) && !isProper(text)), "no Cyrillic in Russian").toEqual([]);
    const both = said.en.filter((text) => said.vi.includes(text) && !isProper(text));
    expect.soft(both, "the same in English and Vietnamese").toEqual([]);
  });
}

/** Texts without a word of any of the three languages: numbers, codes, names of sources and licences, titles of works. */
function isProper(text) {
  return /^[\d.,\s%–−=()rn+·/:…↑↓×-]*$/.test(text) || /^(r = |↑ |CC BY|ODbL|Wikidata|https?:|thanh-hoa-2023|[0-9a-f]{16}$)/.test(text) || /km²$/.test(text);
}
