// The main job walked through on the product's page, step by step, to see which step keeps the page's thread busy longest.

const click = (selector) => async (page) => {
  await page.locator(selector).first().click();
};
const nav = (path) => async (page) => {
  await page.locator(`nav a[href$="${path}"]`).first().click();
  await page.waitForFunction((path) => location.pathname.endsWith(path), path);
};

/** Each step: a name, what is done, and what shows that it is done. */
const steps = (workbook) => [
  ["scroll the list", async (page) => {
    for (let turn = 0; turn < 20; turn++) {
      await page.mouse.wheel(0, 1500 * (turn % 5));
      await page.waitForTimeout(50);
    }
    await page.evaluate(() => scrollTo(0, 0));
  }],
  ["jump to the end of the list", (page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight)), "#keluarga .list-link b"],
  ["search", async (page) => {
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator("#cari").pressSequentially("siti a", { delay: 80 });
  }],
  ["open a family", click("#keluarga .list-link"), "input"],
  ["edit a field", async (page) => {
    const field = page.locator("main input[type=text]:visible, main input:not([type]):visible").first();
    if (!(await field.count())) return;
    await field.focus();
    await page.keyboard.type("abc", { delay: 80 });
    await page.keyboard.press("Tab");
  }],
  ["list of residents", async (page) => {
    await nav("/kumpul")(page);
    await click('main a[href$="/kumpul/warga"]')(page);
  }, ".list-link b"],
  ["search residents", (page) => page.locator("input[type=search]").first().pressSequentially("ahmad", { delay: 80 })],
  ["findings", nav("/periksa"), ".finding-counts"],
  ["one rule", click("main .steps a"), "main"],
  ["summary", nav("/lihat"), "svg"],
  ["tables", click('main a[href$="/lihat/tabel"]'), "main h1"],
  ["use", nav("/guna"), "main"],
  ["package, exported", async (page) => {
    await page.goto(new URL("#/paket", page.url().replace(/(guna|lihat|periksa|kumpul).*/, "")).href);
    await page.waitForFunction(() => !document.querySelector(".first"));
    await page.locator("main button:visible").first().click();
    await page.locator("main a[download]").first().waitFor({ timeout: 60_000 }).catch(() => {});
  }],
  ["import, up to the preview", async (page) => {
    if (!workbook) return;
    await page.goto(new URL("#/kumpul/impor", page.url().replace(/paket.*/, "")).href);
    await page.waitForFunction(() => !document.querySelector(".first"));
    const buffer = { name: "penduduk.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: workbook };
    await page.locator("#berkas-impor").setInputFiles(buffer);
    await page.locator(".import-columns").waitFor({ timeout: 60_000 });
    await page.locator("main .buttons button:visible").first().click();
    await page.locator(".import-bar").waitFor({ timeout: 60_000 });
  }],
  ["import, applied", async (page) => {
    if (!workbook) return;
    await page.locator(".import-bar button:visible").first().click();
    await page.waitForTimeout(4000);
  }],
];

/** Walks; tells the longest task (ms) and its step, and every step that had one above 50 ms. */
export async function walk(page, workbook) {
  const tasks = () => page.evaluate(() => globalThis.notes.tasks.filter(({ at }) => at > globalThis.notes.first).map(({ ms }) => Math.round(ms)));
  const long = {};
  let longest = 0, where = "", seen = (await tasks()).length, missed = [];
  for (const [name, act, sign] of steps(workbook)) {
    try {
      await act(page);
      if (sign) await page.locator(sign).first().waitFor({ timeout: 30_000 });
    } catch (error) {
      missed.push(`${name}: ${String(error.message).split("\n")[0].slice(0, 120)}`);
    }
    await page.waitForTimeout(600);
    const now = await tasks();
    const fresh = now.length >= seen ? now.slice(seen) : now; // a page that started anew began to count anew
    seen = now.length;
    const most = Math.max(0, ...fresh);
    if (most > 50) long[name] = most;
    if (most > longest) [longest, where] = [most, name];
  }
  return { longest_ms: longest, where, above_50_ms: long, ...(missed.length ? { missed } : {}) };
}
