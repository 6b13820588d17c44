// The engine in its worker, asked from a page as the product's page asks, beside the same work in plain JavaScript on the
// same village: see page/plain.mjs and page/figures.mjs. Medians of several runs, unthrottled (throttling slows no worker).
import { benchPage, median, stage, watchMemory } from "./stage.mjs";

export const name = "engine";

/** A date for the figures; another at each run, so that no answer is a kept one. */
const dateOf = (run) => [2026, 1 + (run % 9), 1 + run];

export async function run({ sizes, runs, workbook, tell }) {
  const lines = new Map();
  const note = (what, families, ours_ms, js_ms, more = {}) => {
    const round = (ms) => (ms === undefined ? undefined : Number(ms.toFixed(ms < 10 ? 2 : 1)));
    const ratio = js_ms === undefined ? undefined : Number((js_ms / ours_ms).toFixed(2));
    const first = lines.get(what) ?? lines.set(what, { families, ours_ms }).get(what);
    const growth = families > first.families ? { grew_families: families / first.families, grew_ms: Number((ours_ms / first.ours_ms).toFixed(1)) } : {};
    tell({ what, families, ours_ms: round(ours_ms), js_ms: round(js_ms), js_over_ours: ratio, ...growth, ...more });
  };
  for (const families of sizes) {
    console.error(`  ${families} families…`);
    await one({ families, runs, workbook, note, tell });
  }
}

async function one({ families, runs, workbook, note, tell }) {
  const theatre = await stage();
  if (workbook) theatre.put("persons.xlsx", workbook(5));
  const context = await theatre.browser();
  const open = () => benchPage(context, theatre.url);
  const times = async (n, work) => {
    const all = [];
    for (let run = 0; run < n; run++) all.push(await work(run));
    return median(all);
  };
  try {
    // The village, made by the engine, and handed to the plain house as a package.
    let page = await open();
    const made = await page.evaluate(async (families) => {
      globalThis.us = house();
      await us.open();
      const { ms } = await us.sample(families);
      const { file } = await us.ask("ExportPackage");
      globalThis.them = new PlainHouse();
      const { families: rows } = village(file);
      const fill_ms = await took(() => them.fill(rows));
      return { ms, fill_ms, persons: rows.reduce((n, family) => n + family.members.length, 0) };
    }, families);
    note("make and store the sample village", families, made.ms, undefined, { persons: made.persons, js_store_only_ms: Math.round(made.fill_ms) });
    await page.close();

    // From a new worker, or a closed database, to the first fifty families by name.
    const ours_cold = await times(runs, async () => {
      page = await open();
      const ms = await page.evaluate(() => took(async () => ((globalThis.us = house()), await us.open(), await us.families(""))));
      await page.close();
      return ms;
    });
    const js_cold = await times(runs, async () => {
      page = await open();
      const ms = await page.evaluate(() => took(async () => ((globalThis.them = new PlainHouse()), await them.load(), them.search("").slice(0, 50))));
      await page.close();
      return ms;
    });
    note("open the house to the first list", families, ours_cold, js_cold);

    // One page for each side from here on, so that memory can be told apart.
    const us = await open();
    let memory = await watchMemory(us);
    await us.evaluate(async () => ((globalThis.us = house()), await us.open(), await us.families("")));
    const ours = {};
    const typed = ["s", "si", "sit", "siti", "siti a", "6", "63", "630", "hilir", "xyz"];
    const search = (ask) => us.evaluate(async ([texts, ask]) => {
      const all = [];
      for (const text of texts) all.push((await us[ask](text, 0, 50)).ms);
      return all;
    }, [typed, ask]);
    ours.search = median(await search("families"));
    ours.persons_first = (await us.evaluate(async () => (await us.persons("")).ms));
    ours.persons = median(await search("persons"));
    ours.figures_first = await us.evaluate((at) => us.indicators(at).then(({ ms }) => ms), dateOf(50));
    ours.figures = await times(runs * 3, (run) => us.evaluate((at) => us.indicators(at).then(({ ms }) => ms), dateOf(run)));
    ours.findings_first = await us.evaluate(() => us.findings().then(({ ms }) => ms));
    ours.findings = await times(runs, () => us.evaluate(() => us.findings().then(({ ms }) => ms)));
    ours.export = await times(Math.min(runs, 3), () => us.evaluate(() => us.ask("ExportPackage").then(({ ms }) => ms)));
    const values = await us.evaluate((at) => us.values(at), [2026, 6, 30]);
    const file = await us.evaluate(async () => {
      const { file } = await us.ask("ExportPackage");
      return (globalThis.file = file).length;
    });
    memory.end();
    const ours_mb = memory.most();
    // The plain house gets what the engine holds now, so that figures can be compared.
    await us.evaluate(async () => {
      const { families } = village(file);
      const plain = new PlainHouse();
      await plain.db.families.clear();
      await plain.fill(families);
    });
    const km2 = await us.evaluate(() => village(file).km2);
    await us.close();

    const them = await open();
    memory = await watchMemory(them);
    await them.evaluate(async (km2) => ((globalThis.them = new PlainHouse()), await them.load(), (globalThis.km2 = km2)), km2);
    const js = {};
    js.search = median(await them.evaluate((texts) => Promise.all(texts.map((text) => took(() => them.search(text).slice(0, 50)))), typed));
    const loops = (at) => them.evaluate(([year, month, day]) => took(() => figures.indicators(them.families, km2, year * 10_000 + month * 100 + day)), at);
    js.figures_first = await loops(dateOf(50));
    js.figures = await times(runs * 3, (run) => loops(dateOf(run)));
    js.findings = await times(runs, () => them.evaluate(() => took(() => figures.findings(them.families, 20261124))));
    js.export = await times(Math.min(runs, 3), () => them.evaluate(() => took(() => them.export())));
    const theirs = await them.evaluate(() => figures.indicators(them.families, km2, 20260630));
    memory.end();
    const js_mb = memory.most();
    await them.close();

    // Both wait for the same disk: turn by turn, so that whatever else it does meets both alike.
    const pair = await open();
    const saves = await pair.evaluate(async (n) => {
      const [us, them] = [house(), new PlainHouse()];
      await Promise.all([us.open(), them.load()]);
      const ids = await us.ids(0, 200);
      const all = { save: [], recheck: [], js: [] };
      await us.edit(ids[0], 55, "-"); // from here on the findings are there, and every edit looks again
      for (let at = 0; at < n; at++) {
        all.save.push((await us.edit(ids[at % ids.length], 55, `catatan ${at}`)).ms);
        all.js.push(await took(() => them.save(them.list[at % them.list.length].family, "catatan", `catatan ${at}`)));
        all.recheck.push((await us.edit(ids[(at * 7) % ids.length], 1, `63${String(at).padStart(14, "0")}`)).ms);
      }
      return all;
    }, runs * 10);
    await pair.close();
    [ours.save, js.save, ours.recheck] = [saves.save, saves.js, saves.recheck].map(median);

    const near = (a, b) => a === b || (a == null && b == null) || Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a));
    const differ = Object.keys(values).filter((id) => values[id] !== null && !near(values[id], theirs[id]));
    note("search keystroke, families", families, ours.search, js.search);
    note("search keystroke, persons", families, ours.persons, undefined, { first_ms: Math.round(ours.persons_first) });
    note("one durable save", families, ours.save, js.save);
    note("whole indicator set, first", families, ours.figures_first, js.figures_first);
    note("whole indicator set", families, ours.figures, js.figures, { indicators: Object.keys(values).length, differ });
    note("findings, first", families, ours.findings_first, undefined);
    note("one edit saved, with its recheck", families, ours.recheck, js.save + js.findings, { js: "saved, a dozen rules over the village" });
    note("findings by rule, area and kader", families, ours.findings, undefined);
    note("export of a package", families, ours.export, js.export, { bytes: file });
    tell({ what: "peak memory of page and worker", families, ours_mb, js_mb });

    if (!workbook) return;
    const both = await open();
    const imported = await both.evaluate(async () => {
      const us = house();
      await us.open();
      return us.import("persons.xlsx", await get("persons.xlsx"));
    });
    await both.close();
    const other = await open();
    const js_import = await other.evaluate(async () => {
      const them = new PlainHouse();
      await them.load();
      const bytes = await get("persons.xlsx");
      return took(() => them.import(bytes));
    });
    await other.close();
    const total = imported.open_ms + imported.plan_ms + imported.apply_ms;
    note("import of 10,000 persons from XLSX", families, total, js_import, Object.fromEntries(Object.entries(imported).map(([key, ms]) => [key, Math.round(ms)])));
  } finally {
    await context.close();
    await theatre.close();
  }
}
