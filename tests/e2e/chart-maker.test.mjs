// Charts of one's own tables, slides and poster as a person makes them: form, title, notes, order; kept; copied; by keyboard.
import { execFileSync } from "node:child_process";
import { accessible, check, equal, screenshot, settled, test, until } from "./harness.mjs";
import { giveFile, go, notices, openSample, saved, withFolder } from "./village.mjs";

const titled = (page, title) => page.locator("figure.table .table-title").filter({ hasText: title }).waitFor();
const heading = (page) => page.locator(".chart > h2").innerText();
const drawn = (page) => page.locator(".chart-picture svg");

/** Presses Tab until the control has the focus. */
async function reach(page, id, most = 150) {
  for (let step = 0; step < most; step++) {
    if (await page.evaluate((id) => document.activeElement?.id === id, id)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`#${id} is not reached with Tab`);
}

test("a chart of one's own with the keyboard alone: form, title, note, kept, opened again", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  await go(t, page, "lihat/susun");
  await titled(page, /menurut pendidikan/);
  await reach(page, "siapa");
  await page.keyboard.press("Home");
  await reach(page, "baris");
  await page.keyboard.type("kelompok umur 5");
  await titled(page, "Penduduk menurut kelompok umur 5 tahun dan jenis kelamin");
  await reach(page, "bentuk");
  await page.keyboard.type("Tabel panas");
  await until(async () => (await drawn(page).locator('rect[fill^="var(--ramp"]').count()) > 5, "a heat table");
  await reach(page, "judul-grafik");
  await page.keyboard.type("Anak perempuan sedikit lebih banyak");
  await page.keyboard.press("Tab");
  await until(async () => (await heading(page)) === "Anak perempuan sedikit lebih banyak", "the title of one's own");
  await page.locator("#judul-bantuan").getByText("Temuan saat ini:").waitFor();
  await reach(page, "catatan-pada");
  await page.keyboard.press("ArrowDown");
  await reach(page, "catatan-bagian");
  await page.keyboard.type("Perempuan");
  await reach(page, "catatan-isi");
  await page.keyboard.type("kelas baru sejak 2024");
  await page.keyboard.press("Enter");
  await until(async () => (await drawn(page).textContent()).includes("kelas"), "the note in the picture");
  equal(await page.evaluate(() => document.activeElement.id), "catatan-isi", "the focus");
  await reach(page, "nama-susunan");
  await page.keyboard.type("Umur kita");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Umur kita tersimpan").waitFor();
  await saved(page);
  const before = await drawn(page).innerHTML();
  await accessible(page, "a chart with title and note");
  await page.reload();
  await settled(page);
  await titled(page, /menurut pendidikan/);
  await page.getByRole("button", { name: "Umur kita", exact: true }).waitFor();
  for (let step = 0; step < 150; step++) {
    if ((await page.evaluate(() => document.activeElement?.textContent)) === "Umur kita") break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await until(async () => (await drawn(page).count()) && (await drawn(page).innerHTML()) === before, "the kept chart");
  equal(await notices(page), "", "messages");

  // Thrown away, and that taken back.
  await page.getByRole("button", { name: "Hapus susunan Umur kita" }).press("Enter");
  await page.getByRole("button", { name: "Urungkan" }).press("Enter");
  await page.getByRole("button", { name: "Umur kita", exact: true }).waitFor();
}, { timeoutSeconds: 150 });

test("every form that fits is drawn on a phone, and only those are offered", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/susun");
  await page.locator("#siapa").selectOption({ label: "penduduk" });
  const seen = new Set();
  for (const [rows, columns] of [["kelompok umur 5 tahun", "jenis kelamin"], ["RT", "akta lahir"], ["agama", "Tanpa kolom"]]) {
    await page.locator("#baris").selectOption({ label: rows });
    await page.locator("#kolom").selectOption({ label: columns });
    await page.getByRole("radio", { name: rows === "kelompok umur 5 tahun" ? "Untuk kantor desa" : "Untuk umum" }).check();
    await titled(page, new RegExp(`menurut ${rows}`));
    const offered = () => page.locator("#bentuk option").allTextContents();
    await until(async () => (await offered())[0]?.startsWith("Paling cocok"), "forms");
    await settled(page);
    const forms = (await page.locator("#bentuk option").evaluateAll((all) => all.map(({ value, textContent }) => [value, textContent])));
    for (const [value, label] of forms) {
      const last = await drawn(page).innerHTML();
      await page.locator("#bentuk").selectOption(value);
      if (value) await until(async () => (await drawn(page).innerHTML()) !== last, `${label} to be drawn`);
      const name = label.replace(/^Paling cocok \((.*)\)$/, "$1");
      seen.add(name);
      await screenshot(page, `form-${name.replace(/\W+/g, "-")}`, { fullPage: true });
      const wide = await drawn(page).evaluate((svg) => svg.getBoundingClientRect().right - innerWidth);
      check(wide <= 0, `${label} is wider than the phone`);
    }
    await accessible(page, `charts by ${rows}`);
    await page.locator("#bentuk").selectOption("");
  }
  check(seen.size >= 10, [...seen].join(", "));
  // A pyramid with another date on it.
  await page.locator("#baris").selectOption({ label: "kelompok umur 5 tahun" });
  await page.locator("#kolom").selectOption({ label: "jenis kelamin" });
  await page.getByRole("radio", { name: "Untuk kantor desa" }).check();
  await page.locator("#pembanding").selectOption({ label: "Wilayah lain" });
  await page.locator("#wilayah-pembanding").selectOption({ index: 2 });
  await drawn(page).locator("polyline").first().waitFor();
}, { timeoutSeconds: 180 });

test("picture and table are copied, and saved where a browser cannot copy", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSample(page);
  await go(t, page, "lihat/susun");
  await drawn(page).waitFor();
  const copied = (type) =>
    page.evaluate(async (type) => {
      const [item] = await navigator.clipboard.read();
      if (!item.types.includes(type)) return item.types.join();
      const blob = await item.getType(type);
      return type === "image/png" ? (await createImageBitmap(blob)).width : blob.text();
    }, type);
  const press = async (name) => {
    await page.getByRole("button", { name: "Simpan atau salin…" }).click();
    await page.getByRole("button", { name }).click();
  };
  await press("Salin gambar");
  await page.getByText("Gambar tersalin").waitFor();
  equal(await copied("image/png"), 1600, "twice as many pixels as the drawing has");
  await press(/^Salin tabel/);
  await page.getByText("Tabel tersalin").waitFor();
  const text = await copied("text/plain");
  const rows = text.trim().split("\n").map((line) => line.split("\t"));
  equal(rows.length, await page.locator("figure.table").first().locator("tr").count(), "lines");
  check(rows.at(-1).slice(1).every((cell) => /^(\d+|\*)$/.test(cell)), `whole numbers without grouping: ${rows.at(-1)}`);
  check((await copied("text/html")).includes("<table>"), "no table of HTML");

  const other = await t.open({ viewport: "phone", before: () => delete globalThis.ClipboardItem });
  await openSample(other);
  await go(t, other, "lihat");
  await other.getByRole("button", { name: "Simpan atau salin…" }).first().click();
  const [png] = await Promise.all([other.waitForEvent("download"), other.getByRole("button", { name: "Salin gambar" }).click()]);
  check(png.suggestedFilename().endsWith(".png"), png.suggestedFilename());
  await other.getByText("tidak dapat menyalin gambar").waitFor();
  const [csv] = await Promise.all([other.waitForEvent("download"), other.getByRole("button", { name: /^Salin tabel/ }).click()]);
  check(csv.suggestedFilename().endsWith(".csv"), csv.suggestedFilename());
  await accessible(other, "the dialog of a chart");
});

test("slides are put in order and given words with the keyboard, show a kept table, go black, and stand after a reload", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  await go(t, page, "lihat/susun");
  await drawn(page).waitFor();
  await page.locator("#nama-susunan").fill("Sekolah kita");
  await page.getByRole("button", { name: "Simpan susunan" }).click();
  await page.getByText("Sekolah kita tersimpan").waitFor();
  await go(t, page, "lihat/pojok");
  const labels = () => page.locator(".slide-row .option").allTextContents();
  await page.locator(".slide-row").first().waitFor();
  const first = await labels();
  equal(first.at(-1), "Sekolah kita", "the kept table");
  await page.locator("#layar-1-naik").focus();
  await page.keyboard.press("Enter");
  await until(async () => (await labels())[0] === first[1], "the second to be the first");
  equal(await page.evaluate(() => document.activeElement.id), "layar-0-turun", "the focus");
  await page.keyboard.press("Enter");
  await until(async () => (await labels())[0] === first[0], "moved back");
  // All but the first, one chart and the kept table are left out.
  const keep = [first[0], first.find((label) => /umur/i.test(label)), "Sekolah kita"];
  for (const [at, label] of first.entries()) {
    if (!keep.includes(label)) await page.locator(".slide-row").nth(at).locator("input[type=checkbox]").uncheck();
  }
  const last = page.locator(".slide-row").last();
  await last.locator("summary").press("Enter");
  await last.getByRole("textbox", { name: "Judul" }).fill("Kita makin pandai");
  await last.getByRole("textbox", { name: "Kalimat di bawahnya" }).fill("Terima kasih, para guru.");
  await page.locator("#lama").selectOption("60");
  await accessible(page, "the choice of slides");
  await page.getByRole("button", { name: "Simpan susunan tayangan" }).press("Enter");
  await page.getByText("Susunan tayangan tersimpan").waitFor();
  await saved(page);
  await page.reload();
  await page.locator(".slide-row").first().waitFor();
  equal(await page.locator(".slide-row input:checked").count(), keep.length, "chosen slides after a reload");
  equal(await page.locator("#lama").inputValue(), "60", "seconds");
  await page.getByRole("button", { name: "Mulai tayangan" }).press("Enter");
  await page.locator("dialog.show").waitFor();
  await page.keyboard.press("End");
  const slide = page.locator(".slide");
  await until(async () => (await slide.locator("svg").textContent()).includes("Kita makin pandai"), "the title on the slide");
  await page.locator(".slide-line").getByText("Terima kasih, para guru.").waitFor();
  await screenshot(page, "slide-own");
  await accessible(page, "a slide of one's own", ["light"]);
  await page.keyboard.press("b");
  await until(async () => !(await slide.isVisible()), "a black screen");
  await page.getByText("Layar gelap").waitFor({ state: "attached" });
  await page.keyboard.press("b");
  await until(() => slide.isVisible(), "the slide again");
  await page.keyboard.press("PageUp");
  await until(async () => !(await page.locator(".slide-line").count()), "the slide before");
  await page.keyboard.press("Escape");
  await page.locator("dialog.show").waitFor({ state: "detached" });
}, { timeoutSeconds: 150 });

test("the poster's headline, sentence, figures and charts are chosen, and stand after a reload", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/dokumen/poster");
  const poster = page.locator(".poster > svg");
  await poster.waitFor();
  await page.getByText("Sunting poster").click();
  await page.locator("#poster-judul").fill("Desa kita tumbuh");
  await page.keyboard.press("Tab");
  await until(async () => (await poster.textContent()).includes("Desa kita tumbuh"), "the headline");
  await page.locator("#poster-kalimat").fill("Terima kasih kepada semua kader.");
  await page.keyboard.press("Tab");
  await until(async () => (await poster.textContent()).includes("Terima kasih kepada semua kader."), "the sentence");
  const figures = page.locator(".options input[type=checkbox]");
  for (const at of [0, 3]) await figures.nth(at).check();
  await until(async () => (await poster.locator(":scope > rect[rx]").count()) === 2, "two figures");
  for (const n of [2, 3, 4]) await page.locator(`#poster-grafik-${n}`).selectOption({ label: "Tanpa grafik" });
  await until(async () => (await poster.locator(":scope > svg").count()) === 1, "one chart");
  await saved(page);
  await accessible(page, "the poster in editing");
  await page.reload();
  await poster.waitFor();
  const text = await poster.textContent();
  check(text.includes("Desa kita tumbuh") && text.includes("kepada semua kader"), "the words are lost");
  equal([await poster.locator(":scope > rect[rx]").count(), await poster.locator(":scope > svg").count()], [2, 1], "figures and charts");
  await screenshot(page, "poster-own", { fullPage: true });
  equal(await notices(page), "", "messages");
});

/** Adds a paper to a package and makes its description agree. */
const ADD_PAPER = `
import csv, hashlib, io, json, sys, zipfile
old, new, key, body = sys.argv[1:]
with zipfile.ZipFile(old) as archive:
    parts = {name: archive.read(name) for name in archive.namelist()}
line = io.StringIO()
csv.writer(line).writerow(["0193a5b2-0000-7000-8000-000000000001", "tidak", "susunan", key, key, body, "", ""])
parts["data/kertas.csv"] += line.getvalue().encode()
description = json.loads(parts["datapackage.json"])
for part in description["resources"]:
    content = parts[part["path"]]
    part["bytes"], part["hash"] = len(content), "sha256:" + hashlib.sha256(content).hexdigest()
parts["datapackage.json"] = json.dumps(description).encode()
with zipfile.ZipFile(new, "w") as archive:
    for name, content in parts.items():
        archive.writestr(name, content)
`;

test("a table that was kept when notes stood at words comes with its notes, in either language", (t) =>
  withFolder(async (path) => {
    const look = { at: null, area: { dusun: "", rw: "", rt: "" } };
    const question = { universe: "penduduk", rows: "jenis_kelamin", columns: "pendidikan", row_groups: [], column_groups: [], only: null };
    const table = { look, ...question, layer: null, cells: "Counts", hide_below: 0, round: 0 };
    const notes = [{ row: "Perempuan", column: "", text: "banyak yang merantau" }];
    const dress = { form: "batang", of: "", title: "", notes, beside: "Nothing" };
    const body = JSON.stringify({ format: 1, table, dress });
    execFileSync("python3", ["-c", ADD_PAPER, "tests/packages/before-whole-catalogue.zip", path("lama.zip"), "Susunan lama", body]);
    const page = await t.open({ viewport: "laptop" });
    await page.getByRole("link", { name: /Pulihkan dari berkas/ }).click();
    await giveFile(page, "paket", path("lama.zip"));
    await page.getByText("Semua bagian utuh").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Pulihkan ke perangkat ini" }).click();
    await page.getByRole("heading", { name: "Hari ini" }).waitFor({ timeout: 60_000 });
    await go(t, page, "lihat/susun");
    await page.getByRole("button", { name: "Susunan lama", exact: true }).click();
    const told = () => page.locator(".chart-picture svg desc").textContent();
    await until(async () => (await told()).includes("Catatan pada Perempuan: banyak yang merantau."), "the note at its row");
    await page.locator(".chart-notes li").filter({ hasText: "Perempuan: banyak yang merantau" }).waitFor();
    // Kept again, it is one of today, and stands in English at the same row.
    await page.locator("#nama-susunan").fill("Susunan lama");
    await page.getByRole("button", { name: "Simpan susunan" }).click();
    await page.getByText("Susunan lama tersimpan").waitFor();
    await saved(page);
    await go(t, page, "pengaturan");
    await page.getByRole("radio", { name: "English" }).click();
    await until(() => page.evaluate(() => document.documentElement.lang === "en"), "the page to speak English");
    await go(t, page, "lihat/susun");
    await page.getByRole("button", { name: "Susunan lama", exact: true }).click();
    await until(async () => /Note at (Female|Women): banyak yang merantau\./.test(await told()), "the note in English");
    equal(await notices(page), "", "messages");
  }));
