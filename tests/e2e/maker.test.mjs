// Tables of one's own choice: made with the keyboard alone, for the office and for everybody, kept, and taken away as files.
import { readFileSync } from "node:fs";
import XLSX from "xlsx";
import { accessible, check, equal, settled, test, until } from "./harness.mjs";
import { go, notices, openSample, whole } from "./village.mjs";

/** The table's rows as the page shows them, headings first. */
const shown = (page) => page.locator("figure.table tr").evaluateAll((rows) => rows.map((row) => Array.from(row.cells, (cell) => cell.textContent)));
const titled = (page, title) => page.locator("figure.table .table-title").filter({ hasText: title }).waitFor();

test("a table of one's own with the keyboard alone", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  await go(t, page, "lihat/susun");
  await titled(page, "Penduduk 15 tahun ke atas menurut pendidikan yang ditamatkan dan jenis kelamin");
  const reach = async (id) => {
    for (let step = 0; step < 60; step++) {
      if (await page.evaluate((id) => document.activeElement?.id === id, id)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`#${id} is not reached with Tab`);
  };
  await reach("siapa");
  await page.keyboard.press("Home"); // the first of the list
  await titled(page, /^Penduduk menurut pendidikan/);
  await reach("baris");
  await page.keyboard.type("agama");
  await titled(page, "Penduduk menurut agama dan jenis kelamin");
  await reach("isi");
  await page.keyboard.press("ArrowDown");
  await until(async () => (await shown(page)).flat().some((cell) => /%$/.test(cell)), "per cents");
});

test("what everybody may see hides small counts, the office sees them, and files say the same", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/tabel");
  await page.getByRole("link", { name: "Susun tabel sendiri" }).click();
  await page.locator("#baris").selectOption({ label: "agama" });
  await page.locator("#kolom").selectOption({ label: "pendidikan yang ditamatkan" });
  await titled(page, "menurut agama dan pendidikan");
  const small = (rows) => rows.slice(1).flatMap((row) => row.slice(1)).filter((cell) => /^[1-4]$/.test(cell));
  const everybody = await shown(page);
  check(everybody.flat().includes("*"), "nothing is hidden");
  equal(small(everybody), [], "small counts that everybody sees");
  await page.locator(".table-note").getByText("* disembunyikan:").waitFor();
  await page.locator(".chart-picture svg").waitFor();
  await accessible(page, "a table with hidden counts");

  await page.getByRole("radio", { name: "Untuk kantor desa" }).check();
  await until(async () => !(await shown(page)).flat().includes("*"), "all counts");
  const office = await shown(page);
  check(small(office).length > 0, "the office has no small count to see");
  equal(office.at(-1).at(-1), everybody.at(-1).at(-1), "the total");

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Unduh XLSX" }).click()]);
  const book = XLSX.read(readFileSync(await file.path()));
  const sheet = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames.at(-1)], { header: 1 });
  const numbers = (rows) => rows.map((row) => row.slice(1).map((cell) => Number(String(cell).replaceAll(".", ""))));
  const rows = sheet.filter((row) => office.slice(1).some(([label]) => label === row?.[0]));
  equal(numbers(rows), numbers(office.slice(1)), "the workbook");
});

test("a kept table comes back after a reload, and families take what families have", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/susun");
  await page.locator("#kolom").selectOption({ label: "Tanpa kolom" });
  await page.locator("#hanya").selectOption({ label: "air minum utama" });
  await titled(page, /^Penduduk 15 tahun ke atas \(air minum utama: .*\) menurut pendidikan yang ditamatkan$/);
  const before = await shown(page);
  await page.getByRole("button", { name: "Simpan susunan" }).click();
  await page.locator("#siapa").selectOption({ label: "keluarga" });
  await titled(page, /^Keluarga \(air minum utama: .*\) menurut air minum utama$/);
  equal(await notices(page), "", "messages");
  await page.reload();
  await settled(page);
  await page.getByRole("button", { name: /^Penduduk 15 tahun ke atas/ }).click();
  await titled(page, /menurut pendidikan yang ditamatkan$/);
  equal(await shown(page), before, "the kept table");
  await page.getByRole("button", { name: /^Hapus susunan/ }).click();
  await until(async () => (await page.getByRole("heading", { name: "Tabel tersimpan" }).count()) === 0, "nothing to be kept");
});

test("answers are ordered and joined with the keyboard, layers stepped through, a count opened for the office alone", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/susun");
  await page.locator("#siapa").selectOption({ label: "penduduk" });
  await page.locator("#baris").selectOption({ label: "kelompok umur 0–14, 15–64, 65+" });
  await page.locator("#kolom").selectOption({ label: "Tanpa kolom" });
  await titled(page, /^Penduduk menurut kelompok umur 0–14/);
  await page.getByText("Atur urutan dan gabungan baris").click();
  const labels = async () => (await shown(page)).slice(1, -1).map(([label]) => label);
  await page.getByRole("button", { name: "Turunkan 0–14" }).focus();
  await page.keyboard.press("Enter");
  await until(async () => (await labels())[1] === "0–14", "the first answer moved down");
  await page.keyboard.press("Enter"); // the focus went with it
  await until(async () => (await labels())[2] === "0–14", "moved down again with the same key");
  await page.getByRole("button", { name: "Gabung: 65+" }).press("Enter");
  await until(async () => (await labels())[0] === "15–64 + 65+", "two joined answers");
  await page.getByLabel("Nama gabungan").fill("15 tahun ke atas");
  await page.keyboard.press("Tab");
  await until(async () => (await labels())[0] === "15 tahun ke atas", "the group's own name");
  await accessible(page, "the table maker with its orders");

  await page.locator("#lapisan").selectOption({ label: "jenis kelamin" });
  await titled(page, "jenis kelamin: Laki-laki");
  await page.locator("#lapisan-ini").selectOption({ label: "Perempuan" });
  await titled(page, "jenis kelamin: Perempuan");
  equal(await page.locator("button.cell").count(), 0, "counts to open in a table for everybody");

  await page.getByRole("radio", { name: "Bulatkan" }).check();
  await page.locator("#ambang").fill("10");
  await until(async () => (await shown(page)).slice(1).every((row) => whole(row.at(-1)) % 10 === 0), "counts rounded to tens");
  await page.locator(".table-note").getByText("Lapisan yang dibulatkan aman bila ditempel sendiri").waitFor();
  await page.locator("#ambang").fill("99");
  await page.getByText("Isi angka bulat dari 3 sampai 20").waitFor();

  await page.getByRole("radio", { name: "Untuk kantor desa" }).check();
  const cell = page.locator("button.cell").first();
  await cell.waitFor();
  const count = whole(await cell.innerText());
  await cell.press("Enter");
  await page.getByRole("heading", { name: `Yang ada di sel ini: ${await cell.innerText()}` }).waitFor();
  equal(await page.locator(".record").count(), Math.min(50, count), "records in sight");
  check((await page.locator(".record").first().innerText()).includes("perempuan"), "a woman of the layer");
  await accessible(page, "an opened count");
  await t.picture?.(page, "maker-records");
  await page.locator("#nama-susunan").fill("Umur perempuan");
  await page.getByRole("button", { name: "Simpan susunan" }).click();
  await page.getByRole("button", { name: "Umur perempuan", exact: true }).waitFor(); // stored by then
  await page.reload();
  await page.getByRole("button", { name: "Umur perempuan", exact: true }).click();
  await until(async () => (await labels())[0] === "15 tahun ke atas", "the kept order");
});
