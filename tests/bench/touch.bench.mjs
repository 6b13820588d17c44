// Touches of the pages that draw: from a choice to the painted answer, on the product's own pages at phone size, with and
// without 4× CPU throttling (which slows the page's thread and no worker). `next_paint_ms` is the browser's own measure from
// the touch to the next paint; `answer_ms` waits for the new figures themselves.
import { benchPage, median, stage } from "./stage.mjs";

export const name = "touch";

/** Path, control, and what tells that the answer is there. */
const PLACES = [
  ["a date's pyramid and indicators", "lihat", "#wilayah", ".chart-picture, .figure-value"],
  ["own table", "lihat/susun", "#baris", "figure.table"],
  ["map", "lihat/peta", "#peta-isi", ".chart-picture"],
  ["one indicator compared", "lihat/indikator/jkn-coverage", "#menurut", "figure.table"],
  ["figures over time", "lihat/waktu", "#angka", ".chart-picture"],
  ["projection", "lihat/proyeksi", "#tfr-akhir", ".chart-picture"],
];
const LIMIT = 100;

/** Runs in the page before its own program. */
function watch() {
  globalThis.paints = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (["input", "change", "keydown"].includes(entry.name)) paints.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
  /** Milliseconds from the next touch until what `selector` matches has changed and was painted. */
  globalThis.answered = (selector) =>
    new Promise((done) => {
      const seen = () => Array.from(document.querySelectorAll(selector), (found) => found.textContent).join("|");
      const before = seen();
      let begun = 0;
      const note = ({ timeStamp }) => (begun ||= timeStamp);
      for (const name of ["input", "change"]) addEventListener(name, note, { once: true, capture: true });
      const watching = new MutationObserver(() => {
        const now = seen();
        if (!begun || now === before || !now) return;
        watching.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
      });
      watching.observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true, attributes: true });
    });
}

export async function run({ sizes, runs, tell }) {
  for (const families of sizes) {
    console.error(`  ${families} families…`);
    const theatre = await stage();
    const context = await theatre.browser();
    try {
      const filling = await benchPage(context, theatre.url);
      await filling.evaluate(async (families) => {
        const us = house();
        await us.open();
        await us.sample(families);
        us.end();
      }, families);
      await filling.close();
      for (const throttled of [1, 4]) {
        for (const place of PLACES) await one({ theatre, context, families, throttled, place, touches: runs * 3, tell });
      }
    } finally {
      await context.close();
      await theatre.close();
    }
  }
}

async function one({ theatre, context, families, throttled, place: [what, path, control, sign], touches, tell }) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${theatre.url}#/${path}`);
  await page.locator(control).waitFor({ timeout: 120_000 });
  await page.locator(sign).first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1500);
  if (throttled > 1) await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: throttled });
  const all = [];
  for (let touch = 0; touch < touches; touch++) {
    const answer = page.evaluate((sign) => answered(sign), sign);
    await page.waitForTimeout(50);
    await page.locator(control).focus();
    await page.keyboard.press(touch % 2 ? "ArrowUp" : "ArrowDown"); // another of the list, a step of a slider
    const ms = await Promise.race([answer, page.waitForTimeout(5000).then(() => null)]);
    if (ms !== null) all.push(ms);
    await page.waitForTimeout(250);
  }
  const paints = await page.evaluate(() => paints);
  await page.close();
  const round = (ms) => (ms === undefined ? null : Math.round(ms));
  const worst = all.length ? Math.max(...all) : undefined;
  tell({ what, families, throttled, limit_ms: LIMIT, answer_ms: round(median(all)), worst_ms: round(worst), next_paint_ms: round(paints.length ? Math.max(...paints) : undefined), touches: all.length });
}
