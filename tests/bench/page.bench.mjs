// The product's own page, as people meet it: from a cold start to the first painted row, from a keystroke to the painted
// result, and every task of the page's thread above 50 ms after the start, while the main job is walked through. Beside it
// a plain page with the same list. With and without 4× CPU throttling, which slows the page's thread and no worker.
import { benchPage, median, stage } from "./stage.mjs";
import { walk } from "./walk.mjs";

export const name = "page";

const TYPED = "siti a";
const THROTTLES = [1, 4];

/** Runs in the page before its own program: notes paints of the first row and tasks of the thread. */
function watch() {
  const notes = (globalThis.notes = { tasks: [], first: 0 });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) notes.tasks.push({ at: task.startTime, ms: task.duration });
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    if (!document.querySelector("#keluarga .list-link b")) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => (notes.first = performance.now())));
  };
  requestAnimationFrame(look);
  /** Milliseconds from the keystroke to the paint after the rows have changed. */
  globalThis.keystroke = () =>
    new Promise((done) => {
      const list = document.querySelector("#keluarga");
      let begun = 0;
      addEventListener("keydown", (event) => (begun = event.timeStamp), { once: true, capture: true });
      const seen = new MutationObserver(() => {
        seen.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
      });
      seen.observe(list, { childList: true, subtree: true, characterData: true });
    });
}

export async function run({ sizes, runs, workbook, tell }) {
  for (const families of sizes) {
    console.error(`  ${families} families…`);
    const theatre = await stage();
    const context = await theatre.browser();
    try {
      await one({ theatre, context, families, runs, workbook, tell });
    } finally {
      await context.close();
      await theatre.close();
    }
  }
}

/** Keeps a page's thread slow by this factor. */
async function slow(page, factor) {
  if (factor > 1) await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: factor });
}

async function one({ theatre, context, families, runs, workbook, tell }) {
  const filling = await benchPage(context, theatre.url);
  await filling.evaluate(async (families) => {
    const us = house();
    await us.open();
    await us.sample(families);
    const { file } = await us.ask("ExportPackage");
    us.end();
    await new PlainHouse().fill(village(file).families);
  }, families);
  await filling.close();

  // The plain page first: once our page was there, its service worker answers for every address.
  const plain = {};
  for (const throttled of THROTTLES) {
    plain[throttled] = await visits({ context, runs, throttled, url: `${theatre.url}bench/plain.html`, field: "#search" });
  }
  for (const throttled of THROTTLES) {
    const ours = await visits({ context, runs: runs + 1, throttled, url: `${theatre.url}#/kumpul`, field: "#cari" });
    ours.first.shift(); // the first visit fetches what later ones have
    const line = (what, a, b) => tell({ what, families, throttled, ours_ms: Math.round(a), js_ms: Math.round(b), js_over_ours: Number((b / a).toFixed(2)) });
    line("cold start to the first painted list", median(ours.first), median(plain[throttled].first));
    line("search keystroke to the painted result", median(ours.keys), median(plain[throttled].keys));

    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(`${theatre.url}#/kumpul`);
    await page.waitForFunction(() => globalThis.notes.first, null, { timeout: 120_000 });
    await slow(page, throttled);
    const list = theatre.put("penduduk.xlsx", workbook(4 + throttled));
    tell({ what: "longest task of the page's thread", families, throttled, limit_ms: throttled > 1 ? 100 : 50, ...(await walk(page, list)) });
    await page.close();
  }
}

/** Visits a page anew each time: milliseconds to its first painted list, and of each keystroke. */
async function visits({ context, runs, throttled, url, field }) {
  const seen = { first: [], keys: [] };
  for (let run = 0; run < runs; run++) {
    const page = await context.newPage();
    await page.addInitScript(watch);
    await slow(page, throttled);
    await page.goto(url);
    await page.waitForFunction(() => notes.first, null, { timeout: 120_000 });
    seen.first.push(await page.evaluate(() => notes.first));
    seen.keys.push(...(await typing(page, field)));
    await page.close();
  }
  return seen;
}

/** Types the words letter by letter and takes them back, and gives the milliseconds of each. */
async function typing(page, field) {
  const all = [];
  await page.focus(field);
  for (const key of [...TYPED, ...Array(TYPED.length).fill("Backspace")]) {
    const ms = page.evaluate(() => keystroke());
    await page.waitForTimeout(60);
    await page.keyboard.press(key === " " ? "Space" : key);
    all.push(await Promise.race([ms, page.waitForTimeout(3000).then(() => null)]));
  }
  return all.filter((ms) => ms !== null); // a letter that changes nothing paints nothing
}
