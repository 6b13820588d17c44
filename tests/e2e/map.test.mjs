// The village map: drawn with the keyboard alone, by taps on a phone, from a file; looked at in both sizes and themes.
import { readFileSync } from "node:fs";
import { accessible, check, equal, screenshot, settled, test, until } from "./harness.mjs";
import { giveFile, go, notices, openSample } from "./village.mjs";

const picture = (page) => page.locator(".chart-picture svg");
const remark = (page) => page.locator(".chart").first();

/** Presses Tab until the element with this selector has the focus. */
async function reach(page, selector) {
  for (let step = 0; step < 80; step++) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} is not reached with Tab`);
}

/** Nothing is wider than the screen. */
async function fits(page, where) {
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  check(wide <= screen, `${where}: ${wide} px on a screen of ${screen} px`);
}

/** Words of the picture that stand outside of it. */
const outside = (page) =>
  picture(page).first().evaluate((svg) => {
    const box = svg.getBoundingClientRect();
    const out = (text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
    };
    return Array.from(svg.querySelectorAll("text")).filter(out).map((text) => text.textContent);
  });

test("a person who only uses the keyboard draws an area and builds a map", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  await go(t, page, "lihat/peta");
  await picture(page).waitFor();
  check((await remark(page).innerText()).includes("Air minum"), "the map has no title");
  await reach(page, 'a[href$="lihat/peta/gambar"]');
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Gambar wilayah" }).waitFor();
  await until(() => page.locator("#gambar-wilayah option").count(), "areas to draw");
  const draw = async (steps) => {
    await reach(page, ".map-sheet");
    for (const key of steps) await page.keyboard.press(key);
  };
  const many = (key, n) => Array(n).fill(key);
  // A square of eight steps, with one corner too many that is taken away again.
  await draw([
    ...many("ArrowUp", 4), ...many("ArrowLeft", 4), "Enter",
    ...many("ArrowRight", 8), "Enter",
    ...many("ArrowDown", 8), "Enter",
    "ArrowDown", "Enter", "Backspace",
    "ArrowUp", ...many("ArrowLeft", 8), "Enter",
  ]);
  await page.getByRole("status").filter({ hasText: /siap disimpan: \d.* km², 4 sudut/ }).waitFor();
  await screenshot(page, "map-draw-laptop");
  await reach(page, ".buttons .button:not([disabled])");
  await page.keyboard.press("Enter");
  await page.locator("#gambar-wilayah option").filter({ hasText: "(sudah ada, diganti)" }).waitFor({ state: "attached" });
  // The neighbour shares a side: its corners snap to those that are there.
  await draw([
    ...many("ArrowUp", 8), ...many("ArrowRight", 8), "Enter",
    ...many("ArrowRight", 6), "Enter",
    ...many("ArrowDown", 8), "Enter",
    ...many("ArrowLeft", 6), "Enter",
  ]);
  await page.getByRole("status").filter({ hasText: /siap disimpan/ }).waitFor();
  await reach(page, ".buttons .button:not([disabled])");
  await page.keyboard.press("Enter");
  await until(async () => (await page.locator("#gambar-wilayah option").filter({ hasText: "sudah ada" }).count()) === 2, "two areas drawn");
  await go(t, page, "lihat/peta");
  await picture(page).waitFor();
  await reach(page, "#peta-isi");
  await page.keyboard.type("Jumlah keluarga");
  await until(async () => /Jumlah keluarga/.test(await remark(page).innerText()), "a map of families");
  check((await picture(page).locator("text").allTextContents()).includes("RT 1"), "the area has no name");
  equal(await outside(page), [], "words outside the picture");
  await accessible(page, "the map");
  await screenshot(page, "map-laptop", { fullPage: true });
  equal(await notices(page), "", "messages");
});

test("a map on a phone: tiles, taps, dots, and what the public does not see", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat");
  await page.getByRole("link", { name: "Peta desa" }).click();
  await picture(page).waitFor();
  await fits(page, "tiles");
  equal(await outside(page), [], "words outside the picture");
  await screenshot(page, "map-tiles-phone", { fullPage: true });
  await accessible(page, "tiles");

  // A specific figure is for the office alone.
  await page.locator("#peta-isi").selectOption({ label: "Penyandang disabilitas" });
  await page.getByText("data pribadi khusus").waitFor();
  await page.getByRole("radio", { name: "Untuk kantor desa" }).check();
  await picture(page).waitFor();
  await page.getByRole("radio", { name: "Untuk umum" }).check();
  await page.locator("#peta-isi").selectOption({ label: "Jumlah keluarga" });

  await page.getByRole("radio", { name: "Titik", exact: true }).check();
  await until(async () => /1 titik = 1 keluarga/.test((await picture(page).locator("text").allTextContents()).join(" ")), "dots");
  await screenshot(page, "map-dots-phone", { fullPage: true });

  await page.getByRole("link", { name: "Gambar wilayah" }).click();
  const sheet = page.locator(".map-sheet");
  await sheet.locator("path").first().waitFor({ state: "attached" });
  await until(() => page.locator("#gambar-wilayah option").count(), "areas to draw");
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  for (const [x, y] of [[0.2, 0.3], [0.5, 0.25], [0.55, 0.7], [0.25, 0.75]]) {
    await page.touchscreen.tap(box.x + box.width * x, box.y + box.height * y);
  }
  await page.getByRole("status").filter({ hasText: /siap disimpan: .*4 sudut/ }).waitFor();
  await fits(page, "drawing");
  await screenshot(page, "map-draw-phone", { fullPage: true });
  await accessible(page, "drawing");
  await page.getByRole("button", { name: "Simpan gambar" }).click();
  await until(async () => (await page.locator("#gambar-wilayah option").filter({ hasText: "sudah ada" }).count()) === 1, "the area drawn");

  // A bow tie is told at once, and cannot be kept.
  const bow = await sheet.boundingBox();
  for (const [x, y] of [[0.65, 0.2], [0.9, 0.5], [0.9, 0.2], [0.65, 0.5]]) {
    await page.touchscreen.tap(bow.x + bow.width * x, bow.y + bow.height * y);
  }
  await page.getByText("memotong dirinya sendiri").waitFor();
  check(await page.getByRole("button", { name: "Simpan gambar" }).isDisabled(), "a shape that crosses itself can be kept");
});

const GEOJSON = JSON.stringify({
  type: "FeatureCollection",
  features: [
    ...[1, 2, 3, 4, 5, 6].map((rt) => {
      const [west, south] = [114.745 + rt * 0.004, -2.99];
      const ring = [[west, south], [west + 0.004, south], [west + 0.004, south + 0.012 + rt * 0.001], [west, south + 0.011 + rt * 0.001], [west, south]];
      return { type: "Feature", properties: { name: `RT ${rt}` }, geometry: { type: "Polygon", coordinates: [ring] } };
    }),
    { type: "Feature", properties: { name: "SDN Contoh 1" }, geometry: { type: "Point", coordinates: [114.756, -2.985] } },
    { type: "Feature", properties: { name: "Sungai Contoh" }, geometry: { type: "LineString", coordinates: [[114.749, -2.986], [114.76, -2.983], [114.773, -2.985]] } },
    { type: "Feature", properties: { name: "Jauh" }, geometry: { type: "Polygon", coordinates: [[[110, -7], [110.1, -7], [110.1, -7.1], [110, -7]]] } },
  ],
});

test("a file becomes the map; bad files are told, and nothing is lost", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "lihat/peta/berkas");
  for (const [name, content, words] of [
    ["peta.geojson", GEOJSON.slice(0, 400), /rusak atau terpotong di baris 1/],
    ["daftar.csv", "RT;RW\n1;1", /bukan peta yang dikenal/],
    ["utm.geojson", '{"type":"Point","coordinates":[251000,9670000]}', /dalam meter/],
  ]) {
    await giveFile(page, "berkas-peta", { name, mimeType: "application/json", buffer: Buffer.from(content) });
    await page.locator(".notice[data-tone=error]").filter({ hasText: words }).waitFor();
  }
  await giveFile(page, "berkas-peta", { name: "rt.geojson", mimeType: "application/geo+json", buffer: Buffer.from(GEOJSON) });
  await page.getByRole("heading", { name: "9 bentuk ditemukan" }).waitFor();
  equal(await notices(page), "", "messages");
  await page.getByText(/km dari desa ini/).waitFor();
  await fits(page, "the file");
  await accessible(page, "the file");
  await screenshot(page, "map-file-phone", { fullPage: true });
  await page.getByRole("button", { name: "Simpan 8 bentuk" }).click();
  await page.getByRole("heading", { name: "Peta desa" }).waitFor();
  await picture(page).waitFor();
  await until(async () => (await picture(page).locator("text").allTextContents()).includes("S"), "the school");
  const words = await picture(page).locator("text").allTextContents();
  for (const rt of [1, 2, 3, 4, 5, 6]) check(words.includes(`RT ${rt}`), `RT ${rt} has no name: ${words}`);
  check(words.some((text) => /^\d+ (k?m)$/.test(text)) && words.includes("U"), `no scale or north: ${words}`);
  equal(await outside(page), [], "words outside the picture");
  await fits(page, "the map");
  await screenshot(page, "map-ground-phone", { fullPage: true });
  await page.emulateMedia({ colorScheme: "dark" });
  await screenshot(page, "map-ground-phone-dark", { fullPage: true });
  await page.emulateMedia({ colorScheme: "light" });

  await page.getByRole("button", { name: /Simpan atau salin/ }).click();
  const [svg] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /SVG/ }).click()]);
  const paper = readFileSync(await svg.path(), "utf8");
  for (const word of ["Sumber:", "Keadaan", "rt.geojson", "Cakupan:"]) check(paper.includes(word), `the picture does not say ${word}`);
  await page.getByRole("button", { name: /Simpan atau salin/ }).click();
  const [png] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /PNG/ }).click()]);
  const bytes = readFileSync(await png.path());
  equal([bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16)], ["PNG", 1600], "the PNG");

  // What is kept can be thrown away, and that taken back.
  await page.getByText("Yang sudah digambar (8)").click();
  await page.getByRole("button", { name: "Hapus Sungai Contoh dari peta" }).click();
  await page.getByText("Yang sudah digambar (7)").waitFor();
  await page.getByRole("button", { name: "Urungkan" }).click();
  await page.getByText("Yang sudah digambar (8)").waitFor();
  await page.reload();
  await settled(page);
  await page.getByText("Yang sudah digambar (8)").waitFor();
});
