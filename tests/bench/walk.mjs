// The main job walked through on the product's page, step by step, to see which step keeps the page's thread busy longest.

/** Follows a link of the page, also one that a phone shows elsewhere. */
const go = (path) => async (page) => {
  await page.evaluate((path) => document.querySelector(`a[href$="${path}"]`).click(), path);
  await page.waitForFunction((path) => location.pathname.endsWith(path), path);
};
const click = (selector) => (page) => page.locator(selector).first().click();
const type = (selector, text) => (page) => page.locator(selector).first().pressSequentially(text, { delay: 80 });

/** Each step: its name, what is done, and what shows that it is done. */
const steps = (workbook) => [
  ["scroll the list", async (page) => {
    for (let turn = 0; turn < 20; turn++) {
      await page.mouse.wheel(0, 1500 * (turn % 5));
      await page.waitForTimeout(50);
    }
  }, "#keluarga .list-link b"],
  ["jump to the end of the list", (page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight)), "#keluarga .list-link b"],
  ["search", async (page) => {
    await page.evaluate(() => scrollTo(0, 0));
    await type("#cari", "siti a")(page);
  }, "#keluarga .list-link b"],
  ["open a family", click("#keluarga .list-link"), "main .steps a[href*='?r=']"],
  ["open a member's form", click("main .steps a[href*='?r=']"), "main .field input"],
  ["type into a field", async (page) => {
    await type("main .field input:visible", "abc")(page);
    await page.keyboard.press("Tab");
  }],
  ["list of families again", go("/kumpul"), "#keluarga .list-link b"],
  ["list of residents", go("/kumpul/warga"), ".list-link b"],
  ["search residents", type("#cari", "ahmad")],
  ["findings", go("/periksa"), ".finding-counts"],
  ["one rule", click("main .steps a"), "main .stack"],
  ["summary", go("/lihat"), "main svg"],
  ["tables", go("/lihat/tabel"), "main details, main table"],
  ["use", go("/guna"), "main"],
  ["package", go("/paket"), "main input[type=checkbox]"],
  ["package, made", async (page) => {
    await page.locator("main input[type=checkbox]").first().check();
    const made = page.waitForEvent("download", { timeout: 60_000 });
    await click("main button.button-wide")(page);
    await made;
  }],
  ["list of families once more", go("/kumpul"), "#keluarga .list-link b"],
  ["import", go("/kumpul/impor"), "#berkas-impor"],
  ["import, file read", (page) => page.locator("#berkas-impor").setInputFiles(workbook), ".import-columns"],
  ["import, preview", click("main .buttons button:visible"), ".import-bar"],
  ["import, applied", click(".import-bar button:visible"), "main a[href$='/kumpul'].button"],
];

/** Walks, importing the file of this path; tells the longest task (ms) and its step, and every step that had one above 50 ms. */
export async function walk(page, workbook) {
  const tasks = () => page.evaluate(() => notes.tasks.filter(({ at }) => at > notes.first).map(({ ms }) => Math.round(ms)));
  const [long, missed] = [{}, []];
  let [longest, where, seen] = [0, "", (await tasks()).length];
  for (const [name, act, sign] of steps(workbook)) {
    try {
      await act(page);
      if (sign) await page.locator(sign).first().waitFor({ state: "attached", timeout: 60_000 });
    } catch (error) {
      missed.push(`${name}: ${String(error.message).split("\n")[0].slice(0, 120)}`);
    }
    await page.waitForTimeout(600);
    const now = await tasks();
    const most = Math.max(0, ...now.slice(seen));
    seen = now.length;
    if (most > 50) long[name] = most;
    if (most > longest) [longest, where] = [most, name];
  }
  return { longest_ms: longest, where, above_50_ms: long, ...(missed.length ? { missed } : {}) };
}
