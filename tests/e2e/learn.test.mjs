// The learning room: a lesson from its first step to its last, by keyboard; the pieces; a lesson brought in, refused and
// removed; offline; the twin of the user's own village.
import { accessible, check, equal, keptOffline, screenshot, settled, test, until } from "./harness.mjs";
import { readFileSync } from "node:fs";

const lessons = (page) => page.locator(".lesson-card");

/** Opens the lesson of this number from the list. */
async function lesson(page, number) {
  await lessons(page).nth(number - 1).getByRole("heading").getByRole("link").click();
  await page.locator(".lesson-step").first().waitFor();
}

/** Goes on until the lesson is over; every step is looked at by `each`. */
async function through(page, each) {
  for (let step = 1; step < 30; step++) {
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

test("an answer is judged at once, kindly, with a hint", async (t) => {
  const page = await t.open({ path: "#/belajar/pelajaran/01-kebutuhan-data" });
  await page.locator(".lesson-step").first().waitFor();
  const item = JSON.parse(readFileSync("public/lessons/01-kebutuhan-data/lesson.json", "utf8")).steps.find(({ kind }) => kind === "question").item;
  const texts = JSON.parse(readFileSync("public/lessons/01-kebutuhan-data/id.json", "utf8"));
  while (!(await page.locator(".exercise").count())) await page.getByRole("button", { name: "Lanjut", exact: true }).click();
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
      for (const chip of await step.locator(".piece .chip").all()) await chip.press("Enter");
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

test("a choice of bars shows the same people in tiles and table", async (t) => {
  const page = await t.open({ path: "#/belajar/pelajaran/05-kekeliruan" });
  while (!(await page.locator(".piece").count())) await page.getByRole("button", { name: "Lanjut", exact: true }).click();
  const piece = page.locator(".piece");
  equal(await piece.locator("table").count(), 0, "tables before");
  await piece.locator("[data-pick='0']").first().click();
  await piece.locator("table tbody tr").first().waitFor();
  const ages = await piece.locator("tbody tr td:first-child").allTextContents();
  check(ages.length > 0 && ages.every((age) => age.endsWith("0")), `ages ${ages}`);
  equal(await piece.getByRole("button", { name: "0", exact: true }).getAttribute("aria-pressed"), "true", "the chip");
  const marked = await piece.locator("svg rect[fill='var(--data-2)']").count();
  check((await piece.locator(".piece-said").textContent()).startsWith(`${marked} dari`), `${marked} tiles are marked`);
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
