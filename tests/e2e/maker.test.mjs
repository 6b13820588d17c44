// Tables of one's own choice: made with the keyboard alone, for the office and for everybody, kept, and taken away as files.
import { readFileSync } from "node:fs";
import XLSX from "xlsx";
import { accessible, check, equal, settled, test, until } from "./harness.mjs";
import { go, notices, openSample } from "./village.mjs";

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
