// Use: a list composed of conditions, kept and followed up; receivers compared; an intervention planned; a list that leaves by
// name only after its purpose was noted.
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessible, check, equal, screenshot, test, until } from "./harness.mjs";
import { go, openSample } from "./village.mjs";

/** Adds a condition in the open dialog: a topic, its answers or its range. */
async function condition(page, topic, { answers = [], from, to, not = false, points } = {}) {
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await dialog.locator("#topik").selectOption({ label: topic });
  for (const answer of answers) await dialog.getByRole("checkbox", { name: answer, exact: true }).check();
  if (from !== undefined) await dialog.locator("#dari input").fill(String(from));
  if (to !== undefined) await dialog.locator("#sampai input").fill(String(to));
  if (not) await dialog.getByRole("checkbox", { name: /^Balik/ }).check();
  if (points) await dialog.locator("#poin").selectOption(String(points));
  await dialog.getByRole("button", { name: "Pakai" }).click();
}

const count = (page) => page.locator(".composed-count b").textContent().then((text) => Number(text.replaceAll(".", "")));

test("a target list is composed, counted while it is composed, weighed, kept and followed up", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "guna/susun");
  await page.getByRole("button", { name: "Tambah syarat…" }).click();
  await condition(page, "Anggota: umur (tahun)", { from: 0, to: 4 });
  await page.locator(".composed-count b").waitFor();
  const children = await count(page);
  await page.getByRole("button", { name: "DAN syarat lain…" }).click();
  await condition(page, "air minum layak", { answers: ["Tidak"] });
  await until(async () => (await count(page)) < children, "fewer families");
  const unsafe = await count(page);
  check(unsafe > 0, "nobody in need");
  await page.getByRole("button", { name: "DAN syarat lain…" }).click();
  await condition(page, "bantuan yang tercatat", { answers: ["tahun ini"], not: true });
  await page.getByText("BUKAN bantuan yang tercatat: tahun ini").first().waitFor();
  await page.getByRole("button", { name: "Tambah bobot…" }).click();
  await condition(page, "Anggota: umur (bulan)", { to: 23, points: 3 });
  await page.locator(".list-end").filter({ hasText: "3 poin" }).first().waitFor();
  await accessible(page, "composing a list");
  await screenshot(page, "use-compose", { fullPage: true });
  await page.locator("#nama-daftar input").fill("Balita air tak layak");
  await page.getByRole("button", { name: "Simpan daftar" }).click();
  await page.getByRole("link", { name: "Buka daftar" }).click();
  await page.getByText("Urutan 1, 3 poin").first().waitFor();
  await page.getByRole("button", { name: "Sudah dibantu…" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Catat" }).click();
  // Whoever was helped this year leaves the list.
  await until(async () => Number((await page.locator(".figure-value, .figure b").first().textContent()).replace(/\D/g, "")) === unsafe - 1, "one less");
  await go(t, page, "guna");
  await page.getByRole("link", { name: /Balita air tak layak/ }).waitFor();
  await accessible(page, "the first page of use");
  await screenshot(page, "use-first", { fullPage: true });
});

test("a list leaves by name after its purpose was noted, and only for those who may", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  const ask = async () => {
    await go(t, page, "guna/lansia-sendiri");
    await page.getByRole("button", { name: "Cetak atau unduh…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.locator("#keperluan textarea").fill("Kunjungan lansia bersama bidan");
    await dialog.locator("#bentuk").selectOption("csv");
    return dialog;
  };
  const refused = await ask();
  await refused.getByRole("button", { name: "Catat dan keluarkan" }).click();
  await refused.getByText("operator atau pimpinan").waitFor();
  await refused.getByRole("button", { name: "Tutup" }).click();
  await go(t, page, "pengaturan");
  await page.locator('input[name="peran"][value="operator"]').check();
  const dialog = await ask();
  const [file] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Catat dan keluarkan" }).click()]);
  const csv = readFileSync(await file.path(), "utf8");
  check(csv.split("\n").length > 2, "an empty list");
  await go(t, page, "guna/keluaran");
  await page.getByText("Kunjungan lansia bersama bidan").waitFor();
  await accessible(page, "the log of what left");
});

test("receivers are compared with a list, and a file without a key gets a sentence", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "guna/penerima");
  const bring = async (name, text) => {
    const path = join(tmpdir(), `${process.pid}-${name}`);
    writeFileSync(path, text);
    await page.locator("#penerima").setInputFiles(path);
  };
  await bring("tanpa-kunci.csv", "Penerima,Jumlah\nAni,300000\n");
  await page.getByText("tidak punya kolom yang bisa dicocokkan").waitFor();
  await bring("penerima.csv", "Nama,NIK\nOrang Jauh,6304019999999999\n");
  await page.locator("#daftar").selectOption({ label: "Rumah belum layak huni" });
  await page.getByText("Terlewat (kesalahan eksklusi): 100").waitFor();
  await page.getByText("1 dari 1 baris tidak bisa dicocokkan").waitFor();
  await accessible(page, "the comparison");
  await screenshot(page, "use-reach", { fullPage: true });
});

test("an intervention is planned, kept with the figures at the start, and stands on the planning sheet", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "guna/program/baru?daftar=rumah-tidak-layak");
  await page.getByRole("button", { name: "Simpan kegiatan" }).click();
  await page.getByText("Isi nama kegiatan.").waitFor();
  await page.locator("#nama input").fill("Bedah rumah");
  await page.locator("#kegiatan textarea").fill("Perbaikan lantai dan dinding");
  await page.locator("#biaya input").fill("40000000");
  await page.locator("#sasaran input").fill("10");
  await page.locator("summary").click();
  await page.getByRole("checkbox", { name: "Rumah layak huni", exact: true }).check();
  await page.getByRole("button", { name: "Simpan kegiatan" }).click();
  await page.getByRole("link", { name: /Bedah rumah/ }).waitFor();
  await page.locator("figure.table").getByText("40.000.000").first().waitFor();
  await accessible(page, "interventions");
  await screenshot(page, "use-programmes", { fullPage: true });
  await page.getByRole("link", { name: /Bedah rumah/ }).click();
  await page.getByText("0 sudah dibantu dari 10 yang direncanakan").waitFor();
  await page.getByText("bukan bukti bahwa kegiatan inilah penyebabnya").waitFor();
  equal(await page.locator("figure.table tbody tr").count(), 1, "indicators");
  await accessible(page, "an intervention");
  await screenshot(page, "use-programme", { fullPage: true });
});

test("issues show their reasoning, and the leader decides with a reason", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "guna");
  await page.getByRole("heading", { name: "Isu prioritas, seluruh desa" }).waitFor();
  await page.getByText("Bobot urutan:").first().waitFor();
  const first = await page.locator("article.issue h3").allTextContents();
  equal(first.length, 3, "the first issues");
  check((await page.getByText("Anjuran:").count()) > 0, "no recommendation");
  await accessible(page, "lists and first issues");
  await screenshot(page, "use-lists", { fullPage: true });
  await page.getByRole("link", { name: "Semua isu, alasan, dan keputusan" }).click();
  await page.getByText("Hanya pimpinan desa").waitFor();
  await page.locator("article.issue").first().waitFor();
  equal((await page.locator("article.issue h2").allTextContents()).slice(0, 3), first, "the same ranking");
  await page.getByText("Bobot urutan:").first().waitFor();
  check((await page.getByRole("button", { name: "Tetapkan…" }).count()) === 0, "a kader decides");
  await accessible(page, "ranked issues");
  await screenshot(page, "use-ranking", { fullPage: true });
  await go(t, page, "pengaturan");
  await page.locator('input[name="peran"][value="leader"]').check();
  await go(t, page, "guna/isu");
  await page.getByRole("button", { name: "Keluarkan…" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Simpan keputusan" }).click();
  await dialog.getByText("Tulis alasannya").waitFor();
  await dialog.locator("#alasan textarea").fill("Sudah ditangani kabupaten tahun ini");
  await dialog.getByRole("button", { name: "Simpan keputusan" }).click();
  await page.getByRole("heading", { name: "Dikeluarkan dari daftar" }).waitFor();
  await page.getByText("Alasan: Sudah ditangani kabupaten tahun ini").waitFor();
});
