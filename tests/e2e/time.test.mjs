// Figures over time: series, rates, pyramids over each other, snapshots that are kept and taken back, the projection.
import { readFileSync } from "node:fs";
import XLSX from "xlsx";
import { accessible, check, equal, screenshot, settled, test, until } from "./harness.mjs";
import { go, notices, openSample } from "./village.mjs";

const chip = (page, name) => page.getByRole("group", { name: "Yang dilihat" }).getByRole("button", { name });
const narrow = async (page, where) =>
  check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where} is wider than the screen`);

test("over time: every view draws, fits the phone and is accessible", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat");
  await page.getByRole("link", { name: "Dari waktu ke waktu" }).click();
  await page.locator(".chart h2").filter({ hasText: "Jumlah penduduk" }).waitFor();
  await page.getByText(/^Laju pertumbuhan per tahun/).waitFor();
  await settled(page);
  await screenshot(page, "time-series", { fullPage: true });
  await accessible(page, "a series");
  await narrow(page, "a series");
  await page.locator("#gambar").selectOption("rt");
  await page.locator(".chart h2").filter({ hasText: /naik di \d+ dari \d+ tempat/ }).waitFor();
  await screenshot(page, "time-areas", { fullPage: true });
  for (const [name, seen] of [
    ["Lahir, mati, pindah", /^Rata-rata 3 tahun/],
    ["Piramida", /^[\d.]+ laki-laki dan [\d.]+ perempuan$/],
    ["Angkatan", /angkatan bertambah/],
  ]) {
    await chip(page, name).click();
    await page.locator(".card h2").filter({ hasText: seen }).first().waitFor();
    await settled(page);
    await screenshot(page, `time-${name.slice(0, 5)}`, { fullPage: true });
    await accessible(page, name);
    await narrow(page, name);
  }
  await chip(page, "Piramida").click();
  // For everybody: no small count, and single years are not offered; the office sees all.
  await page.getByRole("radio", { name: "Untuk umum" }).waitFor();
  equal(await page.locator("#umur").count(), 0, "single years for everybody");
  await page.getByRole("button", { name: "Lihat tabel" }).click();
  const cells = await page.locator(".chart figure.table tbody td").allTextContents();
  check(cells.includes("*") && !cells.some((cell) => /^[1-4]$/.test(cell)), `counts for everybody: ${cells.slice(0, 40)}`);
  await page.getByRole("radio", { name: "Untuk kantor desa" }).check();
  await page.locator(".chart h2").filter({ hasText: /^Separuh warga/ }).waitFor();
  await page.locator("#pembanding").selectOption("tanggal");
  await page.locator("#tanggal-lain-input").fill("1-1-2020");
  await page.locator("#umur").selectOption("satu");
  await page.locator(".chart h2").filter({ hasText: "garis pembanding (1 Januari 2020)" }).waitFor();
  await screenshot(page, "time-pyramid-single", { fullPage: true });
  await page.locator("#umur").selectOption("lima");
  await until(async () => (await page.locator(".chart-picture svg text").allTextContents()).includes("75+"), "five years");
  await screenshot(page, "time-pyramid-date", { fullPage: true });
  equal(await notices(page), "", "messages");
});

test("a distribution over time: its parts, and a snapshot of before that lacks it", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/waktu");
  await page.locator("#angka").waitFor();
  check((await page.locator("#angka option").count()) > 85, "the whole computed catalogue");
  await page.locator("#angka").selectOption("ks-stage");
  await page.locator(".chart h2").filter({ hasText: /yang terbesar/ }).waitFor();
  await page.getByText("Belum ada potret. Simpan satu potret tiap tahun").waitFor();
  await screenshot(page, "time-parts", { fullPage: true });
  await accessible(page, "a distribution over time");
  await narrow(page, "a distribution over time");
});

test("a snapshot is kept, makes a series, is removed and comes back; a day to come is refused", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/waktu");
  await chip(page, "Potret").click();
  await page.getByText("Belum ada potret", { exact: true }).waitFor();
  await page.locator("#tanggal-potret-input").fill("31-12-2099");
  await page.getByRole("button", { name: "Ambil potret" }).click();
  await page.getByText(/belum tiba/).waitFor();
  await page.locator("#tanggal-potret-input").fill("31-12-2023");
  await page.getByRole("button", { name: "Ambil potret" }).click();
  await page.locator(".notice", { hasText: "Potret tanggal lampau" }).waitFor();
  const rows = page.locator("#potret li");
  await until(async () => (await rows.count()) === 1, "the snapshot");
  equal(await notices(page), "", "messages");
  await screenshot(page, "time-snapshots", { fullPage: true });
  await accessible(page, "snapshots");
  await page.reload();
  await settled(page);
  await chip(page, "Garis waktu").click();
  await page.locator("#angka").selectOption("water-layak");
  await page.locator(".chart h2").filter({ hasText: "2023" }).waitFor();
  await chip(page, "Potret").click();
  await page.getByRole("button", { name: /^Hapus Potret/ }).click();
  await page.getByText("Belum ada potret", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Urungkan" }).click();
  await until(async () => (await rows.count()) === 1, "the snapshot to come back");
});

test("the projection follows its assumptions, with the keyboard too, and is kept and taken away", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/proyeksi");
  const finding = page.locator(".chart h2").first();
  await finding.filter({ hasText: "Dengan anggapan ini" }).waitFor();
  await screenshot(page, "projection", { fullPage: true });
  await accessible(page, "the projection");
  await narrow(page, "the projection");
  const before = await finding.innerText();
  await page.locator("#tfr-awal").focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
  await until(async () => (await page.locator(".chart h2").first().innerText()) !== before, "another outcome");
  await page.getByRole("button", { name: "Simpan anggapan" }).click();
  await page.getByText("Anggapan tersimpan.").waitFor();
  const value = await page.locator("#tfr-awal").inputValue();
  await page.reload();
  await settled(page);
  equal(await page.locator("#tfr-awal").inputValue(), value, "the kept assumption");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Unduh XLSX" }).click()]);
  const book = XLSX.read(readFileSync(await file.path()));
  equal(book.SheetNames.length, 3, "sheets of the workbook");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload();
  await settled(page);
  await page.locator(".chart h2").first().waitFor();
  await screenshot(page, "projection-laptop", { fullPage: true });
  equal(await notices(page), "", "messages");
});
