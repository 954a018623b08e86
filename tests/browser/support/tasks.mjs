// How a person finds things on the Tasks page, and files with much work in them.
export const AS_OF = "asof=2024-04-10";

export const part = (page, name) => page.getByRole("navigation", { name: "Parts" }).getByRole("button", { name, exact: true });
export const grid = (page) => page.getByRole("grid", { name: "Matrix" });
export const cell = (page, place, task) => grid(page).getByRole("gridcell", { name: new RegExp(`^${place}, ${task}\\.? .*: `) });
export const editor = (page, place, task) => page.getByRole("region", { name: new RegExp(`^${place}: ${task}`) });
export const bulk = (page) => page.getByRole("region", { name: "Check in for the chosen cells" });
export const day = (page) => page.getByRole("textbox", { name: "As of" });

/** FNV-1a, 64 bits, over all bytes but line feeds, as the format of workspace files says. */
function sumOf(words) {
  let sum = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(words)) {
    if (byte !== 10 && byte !== 13) sum = ((sum ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return sum.toString(16).padStart(16, "0");
}

/** A workspace file of things with their fields, each a record by one person: `[kind, key, {field: value}]`. */
export function workspaceFile(author, device, things) {
  const base32 = (number) => number.toString(32).padStart(13, "0");
  const records = [];
  let ms = 1_706_580_000_000;
  for (const [kind, key, fields] of things) {
    const step = `${ms}-0-${base32(device)}`;
    let n = 0;
    for (const [field, value] of Object.entries(fields)) {
      const record = { id: `${ms}-${n}-${base32(device)}`, author, device: base32(device), kind, key, field, old: null, new: value };
      records.push(n === 0 ? { ...record, step_name: "check-in" } : { ...record, step, step_name: "check-in" });
      n += 1;
    }
    ms += 1;
  }
  const lines = records.map((record) => JSON.stringify(record)).join(",\n");
  const head = `{"format":"ward-atlas-workspace","schema":1,"saved_at":"2024-01-30T05:00:00.000Z","saved_by":"${author}",`
    + `"data_set":{"id":"thanh-hoa-2023","hash":""},"view":"","records":[\n${lines}\n],`;
  return `${head}"sum":"${sumOf(head)}"}`;
}

/** 50 tasks more and 311 subdivisions, checked in here and there. */
export function fullYear(areas) {
  const things = [];
  for (let n = 0; n < 50; n += 1) {
    things.push(["task", `own${n}`, { made: true, title_en: `Own task number ${n}`, rhythm: "monthly", start: "2024-01-01", all: true }]);
  }
  for (let n = 0; n < 311; n += 1) {
    things.push(["subdivision", `street${n}`, { area: areas[n % areas.length].code, name: `Phố ${n + 1}`, form: "street" }]);
    for (let t = 0; t < 50; t += 7) {
      things.push(["check_in", `own${t}:street${n}:2024-04`, { status: ["on_track", "at_risk", "done"][(n + t) % 3] }]);
    }
  }
  return workspaceFile("City office", 77, things);
}
