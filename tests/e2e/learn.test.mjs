// The learning room: a lesson from its first step to its last, by keyboard; the pieces; a lesson brought in, refused and
// removed; offline; the twin of the user's own village.
import { accessible, check, equal, keptOffline, screenshot, settled, test, until } from "./harness.mjs";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import XLSX from "xlsx";
import { giveFile, rdk, whole, withFolder } from "./village.mjs";

const lessons = (page) => page.locator(".lesson-card");

/** Opens the lesson of this number from the list. */
async function lesson(page, number) {
  await lessons(page).nth(number - 1).getByRole("heading").getByRole("link").click();
  await page.locator(".lesson-step").first().waitFor();
}

/** Waits until what runs on the village is there: a lesson's words come before it. */
const village = (page) => page.waitForFunction(() => document.querySelector(".lesson-step") && !document.querySelector(".first, .skeleton"));

/** Goes on until a step holds one of these. */
async function onTo(page, selector) {
  for (await village(page); !(await page.locator(selector).count()); await village(page)) await page.getByRole("button", { name: "Lanjut", exact: true }).click();
}

/** Goes on until the lesson is over; every step is looked at by `each`. */
async function through(page, each) {
  for (let step = 1; step < 30; step++) {
    await village(page);
    await each?.(page.locator(".lesson-step").last(), step);
    const finish = page.getByRole("button", { name: "Selesaikan pelajaran" });
    if (await finish.count()) return finish.click();
    await page.getByRole("button", { name: "Lanjut", exact: true }).click();
    await page.locator(".lesson-step").nth(step).waitFor();
  }
  throw new Error("the lesson does not end");
}

test("a lesson is read to its end, and the list remembers it", async (t) => {
  const page = await t.open({ path: "#/belajar" });
  await lessons(page).first().waitFor();
  await accessible(page, "list of lessons");
  await lesson(page, 1);
  await accessible(page, "a lesson's first step");
  await through(page);
  await page.getByText("Pelajaran selesai").waitFor();
  await page.getByRole("link", { name: "Ke daftar pelajaran" }).click();
  await lessons(page).first().getByText("Selesai").waitFor();
  await page.goto(`${t.url}#/belajar`);
  await lessons(page).first().getByText("Selesai").waitFor();
});

test("a lesson's story stands while its program is on its way, and keeps its place when that comes", async (t) => {
  for (const language of ["id", "en"]) {
    const context = await t.profile({ before: `try { localStorage.setItem("rumah-dataku.lang", "${language}"); } catch {}` });
    const page = await context.newPage();
    let go;
    const held = new Promise((come) => (go = come));
    await page.route(/learn[-_][^/]*\.wasm/, async (route) => (await held, route.continue()));
    await page.goto(`${t.url}#/belajar/pelajaran/11-tabel`);
    const texts = JSON.parse(readFileSync(`public/lessons/11-tabel/${language}.json`, "utf8"));
    await page.getByRole("heading", { level: 1, name: texts.title }).waitFor();
    const story = page.locator(".lesson-step .lesson-text").first();
    const look = async () => [await story.innerText(), (await story.boundingBox()).y];
    const [words, y] = await look();
    equal(words.replaceAll(/\s+/g, " "), texts.cerita.replaceAll("**", "").replaceAll(/\s+/g, " "), "the story before the program");
    check(await page.locator(".first").count(), "the program is still on its way");
    await accessible(page, "a lesson before its program");
    go();
    await village(page);
    const [now, there] = await look();
    equal(now, words, "the story after the program came");
    check(Math.abs(there - y) < 0.05, `the story moved from ${y} to ${there}`);
    await context.close();
  }
});

test("an answer is judged at once, kindly, with a hint", async (t) => {
  const page = await t.open({ path: "#/belajar/pelajaran/01-kebutuhan-data" });
  await page.locator(".lesson-step").first().waitFor();
  const item = JSON.parse(readFileSync("public/lessons/01-kebutuhan-data/lesson.json", "utf8")).steps.find(({ kind }) => kind === "question").item;
  const texts = JSON.parse(readFileSync("public/lessons/01-kebutuhan-data/id.json", "utf8"));
  await onTo(page, ".exercise");
  const exercise = page.locator(".exercise").first();
  await exercise.getByRole("button", { name: "Periksa jawaban" }).click();
  await exercise.getByRole("alert").getByText("Pilih jawaban dahulu.").waitFor();
  const wrong = item.answer[0] === 1 ? 2 : 1;
  await exercise.getByRole("radio").nth(wrong - 1).check();
  await exercise.getByRole("button", { name: "Periksa jawaban" }).click();
  await exercise.getByText(texts[`${item.key}.why.${wrong}`]).waitFor();
  await exercise.getByRole("button", { name: "Petunjuk" }).click();
  await exercise.getByText(texts[`${item.key}.hint`]).waitFor();
  await exercise.getByRole("radio").nth(item.answer[0] - 1).check();
  await exercise.getByRole("button", { name: "Periksa jawaban" }).click();
  await exercise.getByText(texts[`${item.key}.right`]).waitFor();
});

test("every lesson opens in both languages, is accessible, and its piece answers the keyboard", async (t) => {
  const page = await t.open({ path: "#/belajar" });
  await lessons(page).first().waitFor();
  const n = await lessons(page).count();
  check(n >= 14, `${n} lessons`);
  for (let number = 1; number <= n; number++) {
    await lesson(page, number);
    await through(page, async (step) => {
      if (!(await step.locator(".piece").count())) return;
      const said = step.locator(".piece-said");
      const before = await said.textContent();
      const slider = step.locator("input[type=range]").first();
      if (await slider.count()) {
        await slider.focus();
        for (let press = 0; press < 4; press++) await page.keyboard.press("ArrowRight");
        await page.keyboard.press("ArrowLeft");
      }
      const chips = step.locator(".piece .chip");
      for (let at = 0; at < (await chips.count()); at++) {
        await chips.nth(at).press("Enter"); // some bring others with them, or take them away, with the next frame
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      }
      for (const button of await step.locator(".piece .button").all()) await button.press("Enter");
      for (const chip of (await step.locator(".piece .chip").all()).slice(0, 2)) await chip.press(" ");
      await until(async () => (await said.textContent()).trim() && ((await said.textContent()) !== before || number < 20), "a word on what happened");
    });
    await accessible(page, `lesson ${number}`, ["light", "dark"]);
    await screenshot(page, `learn-lesson-${number}`, { fullPage: true });
    await page.getByRole("link", { name: "Ke daftar pelajaran" }).click();
    await lessons(page).first().waitFor();
  }
}, { timeoutSeconds: 300 });

/** Opens a lesson up to its piece. */
async function pieceOf(t, id, page) {
  page ??= await t.open({ path: `#/belajar/pelajaran/${id}` });
  await onTo(page, ".piece");
  return page.locator(".piece");
}

/** Squares of the chosen colour: among the tiles and on the map. */
const chosen = (piece) =>
  piece.locator("svg path.piece-tiles[fill='var(--data-2)']").evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute("d").match(/M/g).length));

test("a choice of bars, map or table shows the same people in all of them", async (t) => {
  const piece = await pieceOf(t, "05-kekeliruan");
  const said = piece.locator(".piece-said");
  equal(await piece.locator("table").count(), 0, "tables before");
  await piece.locator("[data-pick='0']").first().click();
  await piece.locator("table tbody tr").first().waitFor();
  const ages = await piece.locator("tbody tr td:first-child").allTextContents();
  check(ages.length > 0 && ages.every((age) => age.endsWith("0")), `ages ${ages}`);
  equal(await piece.getByRole("button", { name: "0", exact: true }).getAttribute("aria-pressed"), "true", "the chip");
  const [tiles, ...map] = await chosen(piece);
  equal(map.reduce((sum, n) => sum + n, 0), tiles, "people on the map");
  check((await said.textContent()).startsWith(`${tiles} dari`), `${tiles} tiles are marked`);
  // The map narrows the choice to one RT, by its tile, and the chip says so.
  await piece.locator("[data-pick='1000002']").click();
  await until(async () => (await said.textContent()).includes("RT 2"), "the RT to be told");
  const [few, ...there] = await chosen(piece);
  equal(there, [few], "the chosen people are in one RT");
  check(few < tiles, `${few} of ${tiles}`);
  equal(await piece.getByRole("button", { name: "RT 2", exact: true }).getAttribute("aria-pressed"), "true", "the chip of the RT");
  // A row of the table, by keyboard, is one person everywhere, and keeps the focus.
  await piece.locator(".piece-row").nth(1).focus();
  await piece.page().keyboard.press("Enter");
  await until(async () => JSON.stringify(await chosen(piece)) === "[1,1]", "one person everywhere");
  await until(() => piece.evaluate((piece) => piece.querySelector(".piece-row[aria-pressed=true]") === document.activeElement), "the row to keep the focus");
  await accessible(piece.page(), "a person chosen");
});

test("charts that lie are mended, each in its way", async (t) => {
  const piece = await pieceOf(t, "10-grafik");
  const factor = async () => (await piece.locator(".piece-facts dd").last().textContent()).trim();
  const mended = (what) => until(async () => (await factor()) === "1,0", `${what} to be mended`);
  check((await factor()) !== "1,0", `the axis lies: ${await factor()}`);
  await piece.locator("input[type=range]").focus();
  await piece.page().keyboard.press("Home");
  await mended("the axis");
  await piece.getByRole("button", { name: "Gambar diperbesar" }).click();
  await until(async () => (await factor()) !== "1,0", "the pictures to lie");
  await piece.getByRole("button", { name: "Banyaknya gambar" }).press("Enter");
  await mended("the pictures");
  await piece.getByRole("button", { name: "Tahun dipilih-pilih" }).click();
  await until(async () => (await piece.locator("input[type=range]").count()) === 2, "two sliders of years");
  check((await factor()) !== "1,0", `the years lie: ${await factor()}`);
  await piece.locator("input[type=range]").first().focus();
  await piece.page().keyboard.press("Home");
  await piece.locator("input[type=range]").last().focus();
  await piece.page().keyboard.press("End");
  await mended("the years");
});

test("a lesson runs on the twin of the user's own village, and says so", async (t) => {
  await withFolder(async (path) => {
    rdk("sample", "--families", "150", "--seed", "5", "-o", path("contoh.zip"), "--opensid", path("penduduk.xlsx"));
    rdk("import", path("penduduk.xlsx"), "--village", "63.04.15.2001", "-o", path("desa.zip"));
    const page = await t.open();
    await page.getByRole("link", { name: /Pulihkan dari berkas/ }).click();
    await giveFile(page, "paket", path("desa.zip"));
    await page.getByText("Semua bagian utuh").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Pulihkan ke perangkat ini" }).click();
    await page.getByRole("heading", { name: "Hari ini" }).waitFor({ timeout: 60_000 });
    await page.goto(`${t.url}#/belajar/pelajaran/08-piramida`);
    await page.locator(".lesson-step").first().waitFor();
    equal(await page.getByText("Data kembaran").count(), 0, "the sample village is not marked as a twin");
    await page.getByRole("radio", { name: "Data kita sendiri" }).check();
    await page.getByText("Data kembaran", { exact: true }).waitFor();
    await page.getByText("tidak seorang pun di dalamnya warga sungguhan").waitFor();
    const piece = await pieceOf(t, "", page);
    const people = (await piece.locator(".piece-facts dd").allTextContents()).slice(0, 3).reduce((sum, n) => sum + whole(n), 0);
    check(people > 150 && people < 900, `${people} people in the twin`);
    // Nobody of the register is named anywhere on the page.
    const book = XLSX.readFile(path("penduduk.xlsx"));
    const names = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { raw: false }).map(({ nama }) => nama).filter(Boolean);
    const html = (await page.content()).toLowerCase();
    check(names.length > 300 && names.every((name) => !html.includes(name.toLowerCase())), "a name of the register is on the page");
    await accessible(page, "a lesson on the twin");
    // Back to the sample, and the mark is gone.
    await page.getByRole("radio", { name: "Desa contoh" }).check();
    await page.getByText("Data kembaran", { exact: true }).waitFor({ state: "detached" });
  });
}, { timeoutSeconds: 150 });

test("a lesson comes as a ZIP, and a broken one is refused with its reason", async (t) => {
  const page = await t.open({ path: "#/belajar" });
  await lessons(page).first().waitFor();
  const n = await lessons(page).count();
  await withFolder(async (path) => {
    const folder = path("uji-zip");
    mkdirSync(folder);
    for (const name of ["lesson", "id", "en"]) {
      const text = readFileSync(`public/lessons/06-persen/${name}.json`, "utf8").replace('"id": "06-persen"', '"id": "uji-zip"');
      writeFileSync(`${folder}/${name}.json`, text.replace(/"title": "[^"]*"/, '"title": "Pelajaran dalam ZIP"'));
    }
    execFileSync("python3", ["-m", "zipfile", "-c", path("pelajaran.zip"), folder]);
    const zip = readFileSync(path("pelajaran.zip"));
    const bring = (name, buffer) => page.locator("#pelajaran-berkas").setInputFiles({ name, mimeType: "application/zip", buffer });
    await bring("putus.zip", zip.subarray(0, zip.length / 2));
    await page.getByText("ZIP “putus.zip” rusak").waitFor();
    equal(await lessons(page).count(), n, "lessons after a broken ZIP");
    await bring("pelajaran.zip", zip);
    await page.getByText("“Pelajaran dalam ZIP” sudah ada di daftar.").waitFor();
    await until(async () => (await lessons(page).count()) === n + 1, "one more lesson");
    await page.goto(`${t.url}#/belajar`);
    await until(async () => (await lessons(page).count()) === n + 1, "the list again");
    await lessons(page).last().getByRole("heading").getByRole("link").click();
    await page.locator(".lesson-step").first().waitFor();
  });
});

test("a lesson is brought in, refused with a reason, kept and removed", async (t) => {
  const page = await t.open({ path: "#/belajar" });
  await lessons(page).first().waitFor();
  const n = await lessons(page).count();
  const part = (name) => JSON.parse(readFileSync(`public/lessons/06-persen/${name}.json`, "utf8"));
  const file = (change) => {
    const bundle = { lesson: { ...part("lesson"), id: "uji-coba", order: 77 }, id: part("id"), en: part("en") };
    bundle.id.title = "Pelajaran uji coba";
    change?.(bundle);
    return { name: "uji.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(bundle)) };
  };
  const bring = (given) => page.locator("#pelajaran-berkas").setInputFiles(given);
  await bring(file(({ lesson }) => delete lesson.minutes));
  await page.getByText("lesson.json → minutes: Isian ini belum ada. Tambahkan.").waitFor();
  await bring({ name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from([255, 216, 255, 0]) });
  await page.getByText("bukan berkas pelajaran").waitFor();
  await bring(file(({ lesson }) => (lesson.id = "06-persen")));
  await page.getByText("Sudah ada pelajaran bawaan").waitFor();
  equal(await lessons(page).count(), n, "lessons after three refusals");
  await bring(file());
  await page.getByText("“Pelajaran uji coba” sudah ada di daftar.").waitFor();
  await page.goto(`${t.url}#/belajar`);
  await until(async () => (await lessons(page).count()) === n + 1, "one more lesson");
  await lessons(page).last().getByRole("heading").getByRole("link").click();
  await page.locator(".lesson-step").first().waitFor();
  await page.goBack();
  page.on("dialog", (dialog) => dialog.accept());
  const [saved] = await Promise.all([page.waitForEvent("download"), lessons(page).last().getByRole("button", { name: "Bagikan…" }).click()]);
  equal(saved.suggestedFilename(), "pelajaran-uji-coba.json", "file name");
  equal(JSON.parse(readFileSync(await saved.path(), "utf8")).lesson.id, "uji-coba", "the shared lesson");
  await lessons(page).last().getByRole("button", { name: "Hapus" }).click();
  await until(async () => (await lessons(page).count()) === n, "the lesson to be gone");
});

test("the glossary is searched, and a trainer's sheet stands to be printed", async (t) => {
  const page = await t.open({ path: "#/belajar/istilah", viewport: "laptop" });
  await page.locator(".glossary dt").first().waitFor();
  await page.getByRole("searchbox").fill("median");
  await until(async () => (await page.locator(".glossary dt").count()) < 6, "few terms");
  check((await page.locator(".glossary").textContent()).toLowerCase().includes("median"), "median is explained");
  await accessible(page, "glossary");
  const sheet = await t.visit(page.context(), "#/belajar/lembar/09-sampel");
  await sheet.getByRole("heading", { name: "Tujuan" }).waitFor();
  await accessible(sheet, "trainer's sheet");
  await screenshot(sheet, "learn-sheet", { fullPage: true });
});

test("a broken address says so and leads on", async (t) => {
  const page = await t.open({ path: "#/belajar/pelajaran/tidak-ada" });
  await page.getByText("Pelajaran ini tidak ada di perangkat ini").waitFor();
  await page.getByRole("link", { name: "Ke daftar pelajaran" }).click();
  await lessons(page).first().waitFor();
  await settled(page);
  await page.getByRole("link", { name: "Beranda" }).first().click(); // back into the main program
  await page.getByRole("heading", { level: 1, name: "Rumah data untuk desa" }).waitFor();
});

test("lessons work without a network", async (t) => {
  const page = await t.open({ path: "#/belajar" });
  await lessons(page).first().waitFor();
  if (!(await page.evaluate(() => document.querySelector("meta[name=build]").content !== "dev"))) return; // kept by release builds alone
  await keptOffline(page, 90);
  await t.cutNetwork();
  await page.reload();
  await lesson(page, 9);
  while (!(await page.locator(".piece").count())) await page.getByRole("button", { name: "Lanjut", exact: true }).click();
  await page.getByRole("button", { name: "Ambil satu sampel" }).click();
  await page.getByText("Sampel ke-1:").waitFor();
}, { timeoutSeconds: 200 });
