// Documents as a person makes them: printed and turned into pictures, edited, kept, taken away as files; poster and slides.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import XLSX from "xlsx";
import { accessible, check, equal, OUT, screenshot, test, until } from "./harness.mjs";
import { go, notices, openSample, saved } from "./village.mjs";

const laidOut = (page) => page.getByText(/^\d+ halaman$/).waitFor({ timeout: 30_000 });
const plain = (text) => text.replace(/\s+/g, " ").trim();

/** Opens a document of the sample village and waits for its pages. */
async function read(t, page, kind) {
  await go(t, page, `lihat/dokumen/${kind}`);
  await laidOut(page);
}

/** Prints the page and tells of each sheet of paper what is on it. */
async function printed(page, name) {
  mkdirSync(OUT, { recursive: true });
  const path = `${OUT}/document-${name}.pdf`;
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true }));
  const ready = spawnSync("bash", ["-c", "source scripts/tools.sh && need_python"], { encoding: "utf8" });
  check(ready.status === 0, `no Python for the PDF: ${ready.stderr}`);
  return JSON.parse(execFileSync(".venv/bin/python", ["tests/e2e/pdf_pages.py", path], { encoding: "utf8", maxBuffer: 1 << 24 }));
}

/** Of each sheet on screen: the last row's words, whether anything is cut, and whether it ends with a heading. */
const sheets = (page) =>
  page.locator(".sheets > .sheet").evaluateAll((all) =>
    all.map((sheet) => {
      const body = sheet.querySelector(".sheet-body");
      const end = body.getBoundingClientRect().bottom + 1;
      const parts = Array.from(body.querySelectorAll("tr, p, figure, h2, h3"));
      const rows = Array.from(body.querySelectorAll("tbody tr"));
      return {
        cut: parts.filter((part) => part.getBoundingClientRect().bottom > end).map((part) => part.textContent.slice(0, 60)),
        lonely: /^H\d$/.test(body.lastElementChild?.lastElementChild?.tagName ?? ""),
        firstCells: rows.map((row) => row.cells[0].textContent).filter(Boolean),
        title: sheet.querySelector(".sheet-foot span")?.textContent ?? "",
      };
    }),
  );

for (const [kind, size, most] of [
  ["profil", [595, 842], 14],
  ["angka", [595, 842], 24],
  ["monografi", [595, 842], 20],
  ["buku", [595, 842], 26],
  ["ringkasan", [595, 842], 1],
  ["dinding", [842, 1191], 24],
]) {
  test(`the document "${kind}" prints clean`, async (t) => {
    const page = await t.open({ viewport: "laptop" });
    await openSample(page);
    await read(t, page, kind);
    const shown = await sheets(page);
    check(shown.length <= most, `${shown.length} pages, ${most} at most`);
    equal(shown.flatMap(({ cut }) => cut), [], "what is cut");
    equal(shown.map(({ lonely }) => lonely).filter(Boolean), [], "headings at the end of a page");
    const contents = await page.locator(".toc").evaluateAll((rows) => rows.map((row) => Array.from(row.children, (part) => part.textContent)));
    const paper = await printed(page, kind);
    equal(paper.length, shown.length, "printed pages");
    for (const [at, sheet] of paper.entries()) {
      const where = `page ${at + 1}`;
      equal([sheet.width, sheet.height], size, `${where}: size`);
      check(sheet.ink > 0.002, `${where} is empty`);
      if (shown[at].title) {
        check(sheet.left > 0.03 && sheet.right < 0.97 && sheet.top > 0.02 && sheet.bottom < 0.985, `${where}: ink in the margin ${JSON.stringify(sheet, ["left", "right", "top", "bottom"])}`);
        check(sheet.text.endsWith(`${at + 1}`), `${where}: its number is not at its foot: …${sheet.text.slice(-40)}`);
      }
      const words = sheet.text.replaceAll(" ", "");
      for (const cell of shown[at].firstCells) check(words.includes(cell.replace(/\s+/g, "")), `${where}: the row "${cell}" is not printed`);
    }
    if (["profil", "angka", "monografi", "buku"].includes(kind)) check(contents.length > 8, "the contents name too little");
    for (const [title, number] of contents) {
      const found = paper[Number(number) - 1]?.text ?? "";
      const name = plain(title).replaceAll(" ", "").replace(/^(Tabel\d+\.\d+)/, "$1.");
      check(found.replaceAll(" ", "").includes(name), `"${title}" is not on page ${number}`);
    }
  });
}

test("a text edited by hand keeps its figures fresh, and blocks move with the keyboard", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await read(t, page, "profil");
  await accessible(page, "a document as pages");
  check((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, "the page is wider than the phone");
  await page.getByRole("radio", { name: "Sunting" }).check();
  await page.locator(".doc-text").filter({ hasText: "tercatat" }).first().click();
  await page.locator("textarea").fill("Warga kita {penduduk} jiwa pada {tanggal}. Salah: {tidak ada}.");
  await page.getByRole("button", { name: "Selesai" }).click();
  await page.locator(".doc-text").filter({ hasText: /Warga kita [\d.]+ jiwa/ }).waitFor();
  await page.getByText("{tidak ada} tidak dikenal").waitFor();
  await page.getByText(/^Disunting tangan /).waitFor();
  await accessible(page, "a document in editing");
  const order = () => page.locator(".doc-up").evaluateAll((all) => all.map(({ id }) => id));
  const before = (await order()).indexOf("blok-penduduk.judul-up");
  await page.locator('[id="blok-penduduk.judul-down"]').focus();
  await page.keyboard.press("Enter");
  await until(async () => (await order()).indexOf("blok-penduduk.judul-up") === before + 1, "the heading to move");
  await until(() => page.evaluate(() => document.activeElement.id === "blok-penduduk.judul-down"), "the focus to follow");
  await page.locator('[id="blok-pendidikan.grafik.education-15-out"]').click();
  await page.getByText("Tidak ikut").waitFor();
  await page.locator('[id="blok-penduduk.judul-plus"]').click();
  await page.locator("textarea").fill("Kalimat kita sendiri.");
  await page.getByRole("button", { name: "Selesai" }).click();
  await page.locator(".doc-text").filter({ hasText: "Kalimat kita sendiri." }).waitFor();
  await saved(page);
  await page.reload();
  await laidOut(page);
  const sheet = plain(await page.locator(".sheets").innerText());
  check(/Warga kita [\d.]+ jiwa pada \d+ \w+ 2\d{3}/.test(sheet), "the edited text is lost");
  check(sheet.includes("Kalimat kita sendiri.") && sheet.includes("disunting tangan"), "the added text or its mark is lost");
  equal(await notices(page), "", "messages");
});

test("a document is kept under a name, comes back as a template, and travels as a file", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  await read(t, page, "ringkasan");
  await page.getByText("Suntingan sebagai berkas").click();
  await page.locator("#berkas-suntingan").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from('{"format":9}') });
  await until(async () => (await notices(page)).includes("versi Rumah DataKu yang lebih baru"), "a newer file to be refused");
  await page.locator("#berkas-suntingan").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("bukan") });
  await until(async () => (await notices(page)).includes("bukan suntingan"), "another file to be refused");
  const edits = { format: 1, kind: "ringkasan", texts: { "penduduk.uraian": { text: "Dari berkas: {keluarga} keluarga.", on: "2026-11-24" } } };
  await page.locator("#berkas-suntingan").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(edits)) });
  await page.locator(".sheets").getByText(/Dari berkas: \d+ keluarga\./).waitFor();
  equal(await notices(page), "", "messages");
  await page.getByRole("button", { name: "Simpan sebagai templat…" }).click();
  await page.locator("#nama-dokumen-input").fill("Templat kita");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await page.getByText("Templat kita tersimpan").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Simpan suntingan ke berkas" }).click()]);
  equal(JSON.parse(readFileSync(await file.path(), "utf8")).texts, edits.texts, "the file");
  const [book] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Unduh tabel (XLSX)" }).click()]);
  const names = XLSX.read(readFileSync(await book.path())).SheetNames;
  equal([names[0], names.at(-1)], ["Daftar isi", "Metadata"], "the first and last sheets");
  await go(t, page, "lihat/dokumen");
  await page.getByRole("link", { name: "Templat kita" }).click();
  await page.locator(".sheets").getByText(/Dari berkas: \d+ keluarga\./).waitFor();
});

test("a chart of one's own is added to a document, and its note is there in print", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  await go(t, page, "lihat/susun");
  await page.locator(".chart-picture svg").waitFor();
  await page.locator("#catatan-isi").fill("madrasah baru");
  await page.locator("#catatan-isi").press("Enter");
  await until(async () => (await page.locator(".chart-picture svg").textContent()).includes("madrasah"), "the note in the picture");
  await page.locator("#nama-susunan").fill("Sekolah kita");
  await page.getByRole("button", { name: "Simpan susunan" }).click();
  await page.getByText("Sekolah kita tersimpan").waitFor();
  await saved(page);
  await read(t, page, "ringkasan");
  await page.getByRole("radio", { name: "Sunting" }).check();
  await page.locator("#grafik-tersimpan").selectOption({ label: "Sekolah kita" });
  await page.getByRole("button", { name: "Tambahkan di akhir dokumen" }).click();
  await page.getByText("Tambahan sendiri").waitFor();
  await saved(page);
  await page.reload();
  await laidOut(page);
  await page.locator(".sheets svg").filter({ hasText: "madrasah" }).waitFor();
  const paper = await printed(page, "own-chart");
  check(paper.some(({ text }) => plain(text).includes("madrasah baru")), "the note is not printed");
  equal((await sheets(page)).flatMap(({ cut }) => cut), [], "what is cut");
  equal(await notices(page), "", "messages");
});

test("the poster is one A3 sheet and a picture of 1080 × 1350", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  await go(t, page, "lihat/dokumen/poster");
  await page.locator(".poster > svg").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /PNG/ }).click()]);
  const png = readFileSync(await file.path());
  equal([png.readUInt32BE(16), png.readUInt32BE(20)], [1080, 1350], "size in pixels");
  await accessible(page, "the poster");
  const outside = await page.locator(".poster > svg").evaluate((svg) => {
    const room = svg.getBoundingClientRect();
    return Array.from(svg.querySelectorAll("text"), (text) => [text.textContent, text.getBoundingClientRect()])
      .filter(([, box]) => box.right > room.right + 1 || box.bottom > room.bottom + 1)
      .map(([text]) => text);
  });
  equal(outside, [], "words outside the poster");
  const paper = await printed(page, "poster");
  equal(paper.map(({ width, height }) => [width, height]), [[842, 1191]], "sheets");
  check(paper[0].text.includes("Desa Sungai Contoh"), "the village is not named");
});

test("slides fill the screen, obey keyboard and remote, and show no small count", async (t) => {
  const page = await t.open({ viewport: { width: 1920, height: 1080 } });
  await openSample(page);
  await go(t, page, "lihat/pojok");
  await page.getByRole("button", { name: "Mulai tayangan" }).click();
  const place = async () => (await page.locator(".show-place").innerText()).match(/\d+/g).map(Number);
  const [, n] = await place();
  check(n >= 10, `${n} slides`);
  await page.keyboard.press("Space");
  await page.getByText("Tayangan berhenti").waitFor({ state: "attached" });
  for (const [key, wanted] of [["PageDown", 2], ["ArrowRight", 3], ["PageUp", 2], ["ArrowLeft", 1], ["ArrowLeft", n], ["Home", 1], ["End", n], ["ArrowRight", 1]]) {
    await page.keyboard.press(key);
    equal((await place())[0], wanted, key);
  }
  for (let at = 1; at <= n; at++) {
    const told = await page.locator(".slide").evaluate((slide) => ({
      name: slide.getAttribute("aria-label"),
      over: Math.max(slide.scrollHeight - slide.clientHeight, slide.scrollWidth - slide.clientWidth),
      small: Array.from(slide.querySelectorAll("td.number"), (cell) => cell.textContent).filter((text) => /^[1-4]$/.test(text)),
    }));
    check(told.over <= 4, `${told.name} does not fit: ${told.over} px`);
    equal(told.small, [], `${told.name}: small counts`);
    if (at === 2 || at === 6) {
      await screenshot(page, `slide-${at}`);
      await accessible(page, `slide ${at}`, ["light"]);
    }
    await page.keyboard.press("PageDown");
  }
  await page.keyboard.press("Escape");
  await page.locator("dialog.show").waitFor({ state: "detached" });
});
