// The whole catalogue: looked through, one indicator compared, targets with what is wrong said, the form of facilities kept.
import { accessible, check, equal, screenshot, settled, test, until } from "./harness.mjs";
import { go, openSample } from "./village.mjs";

const narrow = (page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
const rows = (page) =>
  page.locator("figure.table tbody tr").evaluateAll((all) => all.map((row) => Array.from(row.cells, (cell) => cell.textContent)));

test("the catalogue by data group, and one indicator compared by area and date", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/indikator");
  const counted = await page.getByText(/^9\d indikator, \d+ dapat dihitung/).textContent();
  await until(async () => (await page.locator(".catalogue-row").count()) === parseInt(counted, 10), "all entries");
  equal(await page.locator("#isi h2").allTextContents(), [
    "Kuantitas penduduk",
    "Kualitas penduduk",
    "Mobilitas",
    "Pembangunan keluarga dan KB",
    "Administrasi kependudukan",
    "Perlindungan sosial",
    "Perumahan dan potensi",
    "Mutu data",
  ]);
  check(await narrow(page), "the catalogue is wider than the phone");
  await screenshot(page, "catalogue-phone");
  await accessible(page, "the catalogue");
  await page.getByRole("link", { name: /Kepesertaan jaminan kesehatan/ }).click();
  await page.locator("h1", { hasText: "Kepesertaan jaminan kesehatan" }).waitFor();
  await page.locator(".figure-value").waitFor();
  const card = page.locator("#isi section.card").first();
  await until(async () => /\d+ dari \d+.*antara .* dan .*%/s.test(await card.innerText()), "numerator, denominator and range");
  await page.locator("figure.table").first().waitFor();
  check((await rows(page)).length > 3, "areas beside each other");
  await page.locator("#tanggal-lain input").fill("1-2-2026");
  await page.locator("#tanggal-lain input").blur();
  await page.getByText("Jumlah, umur, dan tempat tinggal dihitung untuk tiap tanggal").waitFor();
  await page.getByText("Metadata indikator (MS-Ind)").click();
  await page.getByText("Kegiatan penghasil").waitFor();
  check(await narrow(page), "the indicator is wider than the phone");
  await screenshot(page, "catalogue-indicator-phone", { fullPage: true });
  await accessible(page, "one indicator");
});

test("sensitive data by area are for the office, and what cannot be computed says what it needs", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  await go(t, page, "lihat/indikator/unmet-need-register");
  await page.getByText("Data pribadi yang peka").waitFor();
  equal(await page.locator("figure.table").count(), 0, "tables for everybody");
  await page.getByRole("radio", { name: "Untuk kantor desa" }).check();
  await page.locator("figure.table").first().waitFor();
  await screenshot(page, "catalogue-indicator-laptop", { fullPage: true });
  await go(t, page, "lihat/indikator/tpt");
  await page.getByText("tidak menanyakan siapa yang mencari kerja").waitFor();
  await go(t, page, "lihat/bandingkan");
  await page.locator("table.heat").waitFor();
  check((await page.locator("td.heat-5").count()) > 2 && (await page.locator("td.heat-1").count()) > 2, "shades");
  await screenshot(page, "catalogue-heat-laptop", { fullPage: true });
  await accessible(page, "heat by area");
  // The picture is saved and copied as that of other charts.
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Simpan atau salin…" }).click();
  await page.getByRole("button", { name: "Salin gambar" }).click();
  await page.getByText("Gambar tersalin").waitFor();
  const wide = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await createImageBitmap(await item.getType("image/png"))).width;
  });
  equal(wide, 1600, "the copied picture");
  await page.getByRole("button", { name: "Simpan atau salin…" }).click();
  const [svg] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /SVG/ }).click()]);
  check(svg.suggestedFilename().endsWith(".svg"), svg.suggestedFilename());
});

test("a target out of range is refused by name, a good one is kept, compared, and can be taken back", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/sasaran?indikator=jkn-coverage");
  await page.locator("#sasaran-nilai input").fill("140");
  await page.locator("#sasaran-tahun input").fill("2029");
  await page.locator("#sasaran-sumber input").fill("RPJMDes");
  await page.getByRole("button", { name: "Simpan" }).click();
  await page.getByText("Nilai yang mungkin: 0 sampai 100 %").waitFor();
  await page.locator("#sasaran-nilai input").fill("98");
  await page.getByRole("button", { name: "Simpan" }).click();
  await page.getByText(/Masih kurang [\d,]+ poin persen dari target/).waitFor();
  await screenshot(page, "catalogue-targets-phone", { fullPage: true });
  check(await narrow(page), "targets are wider than the phone");
  await accessible(page, "targets");
  await page.reload();
  await settled(page);
  await page.getByText("98,0% (2029)").waitFor();
  await page.getByRole("button", { name: "Hapus" }).click();
  await page.getByText("Belum ada target atau acuan").waitFor();
});

test("facilities are checked, kept, and counted in the catalogue", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "kumpul/potensi");
  await page.locator("#potensi-tahun input").fill("2026");
  await page.locator("#potensi-posyandu input").fill("3");
  await page.locator("#potensi-panjang_jalan_km input").fill("2");
  await page.locator("#potensi-jalan_baik_km input").fill("5");
  await page.locator("#potensi-produk_unggulan input").fill("Anyaman purun");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await page.getByText("tidak mungkin lebih panjang dari seluruh jalan").waitFor();
  await page.locator("#potensi-jalan_baik_km input").fill("1,5");
  await page.getByRole("button", { name: "Tambah sarana" }).click();
  await page.locator("#potensi-tempat-0 input").fill("Posyandu Melati");
  await screenshot(page, "catalogue-potential-phone", { fullPage: true });
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await page.getByText("Potensi desa tersimpan").waitFor();
  await accessible(page, "the form of facilities");
  await go(t, page, "lihat/indikator/facility-count");
  await page.locator("h1", { hasText: "Potensi dan sarana" }).waitFor();
  await page.locator("figure.table").waitFor();
  await until(async () => (await rows(page)).some((row) => row[0] === "Posyandu" && row[1] === "3"), "three posyandu");
  check(await narrow(page), "facilities are wider than the phone");
});
