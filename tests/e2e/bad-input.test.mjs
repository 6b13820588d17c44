// What bad input gets: a plain message with the way out, and not a byte of the stored data changed.
import { readFileSync } from "node:fs";
import XLSX from "xlsx";
import { accessible, check, equal, settled, started, test, until } from "./harness.mjs";
import { counts, giveFile, go, notices, openSample, rdk, saved, stored, withFolder } from "./village.mjs";

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A workbook of one sheet, from rows. */
const workbook = (rows) =>
  XLSX.write(
    { SheetNames: ["Data"], Sheets: { Data: XLSX.utils.aoa_to_sheet(rows, { dense: true }) } },
    { type: "buffer", bookType: "xlsx", bookSST: true, compression: true },
  );

/** What Office makes of a workbook with a password: a compound file with these two streams. */
function locked() {
  const file = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(file, "/EncryptionInfo", Buffer.from([4, 0, 4, 0, 64, 0, 0, 0]));
  XLSX.CFB.utils.cfb_add(file, "/EncryptedPackage", Buffer.alloc(8192, 7));
  return XLSX.CFB.write(file, { type: "buffer" });
}

/** The bytes of a ZIP with one byte changed inside the content of a part. */
function changed(zip, part) {
  const bytes = Buffer.from(zip);
  const name = bytes.indexOf(part);
  bytes[name + part.length + 60] ^= 1;
  return bytes;
}

const LIST = [
  ["NIK", "Nama", "No KK", "Hubungan", "JK", "Tanggal lahir", "RT"],
  ["6304150101900001", "ORANG REKAAN", "6304150101100001", "Kepala Keluarga", "L", "01-01-1990", "1"],
];

test(
  "files of another kind, locked, damaged or empty, under the name of a workbook",
  async (t) => {
    const page = await t.open({ viewport: "laptop" });
    await openSample(page);
    const before = await stored(page);
    const whole = workbook(LIST);
    const heading = "Berkas belum bisa dipakai";
    const cases = [
      ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /gambar.*simpan sebagai Excel Workbook/s],
      ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"), /dokumen PDF.*simpan sebagai Excel Workbook/s],
      ["a web page", Buffer.from("<!doctype html><html><table><tr><td>NIK</td></tr></table></html>"), /halaman web.*simpan sebagai Excel Workbook/s],
      ["an old workbook", XLSX.write(XLSX.read(whole), { type: "buffer", bookType: "biff8" }), /Excel lama.*Simpan sebagai/s],
      ["a LibreOffice document", XLSX.write(XLSX.read(whole), { type: "buffer", bookType: "ods" }), /LibreOffice.*simpan sebagai Excel Workbook/s],
      ["a locked workbook", locked(), /kata sandi.*Protect Workbook/s],
      ["half a workbook", whole.subarray(0, whole.length / 2), /rusak atau terpotong.*Salin lagi/s],
      ["a workbook with a changed byte", changed(whole, "xl/sharedStrings.xml"), /rusak atau terpotong.*Salin lagi/s],
      ["nothing", Buffer.alloc(0), /Tidak ada baris data.*Pilih lembar lain/s],
      ["an empty sheet", workbook([]), /Tidak ada baris data.*Pilih lembar lain/s],
      ["headings alone", workbook(LIST.slice(0, 1)), /Tidak ada baris data.*Pilih lembar lain/s],
    ];
    await go(t, page, "kumpul/impor");
    for (const [name, buffer, words] of cases) {
      await giveFile(page, "berkas-impor", { name: "penduduk.xlsx", mimeType: XLSX_TYPE, buffer });
      const text = await until(async () => {
        const said = await notices(page);
        return words.test(said) && said;
      }, `the message about ${name}`).catch(async (error) => {
        throw new Error(`${error.message}; the page says: ${await page.locator("#isi").innerText()}`);
      });
      for (const part of [heading, "Belum ada data yang berubah"]) check(text.includes(part), `${name}: ${text}`);
    }
    await accessible(page, "the message about a file");
    equal(await stored(page), before, "what is stored");
  },
  { timeoutSeconds: 180 },
);

test("a list without a column that is needed is held up before anything is taken", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  const before = await stored(page);
  await go(t, page, "kumpul/impor");
  const rows = LIST.map((row) => row.filter((_, at) => at !== 1)); // no Nama
  await giveFile(page, "berkas-impor", { name: "penduduk.xlsx", mimeType: XLSX_TYPE, buffer: workbook(rows) });
  await page.getByRole("button", { name: "Lihat hasilnya" }).click();
  await page.getByText("Menghalangi impor").waitFor();
  const text = await page.locator(".notice[data-tone=error]").innerText();
  check(/nama/i.test(text), `the message does not name the column: ${text}`);
  check(await page.getByRole("button", { name: "Masukkan ke data" }).isDisabled(), "the list can be taken all the same");
  equal(await stored(page), before, "what is stored");
});

test(
  "a workbook of 200,000 rows is refused with the limit named, or taken",
  async (t) => {
    const page = await t.open({ viewport: "laptop" });
    await openSample(page);
    const before = await stored(page);
    const rows = [LIST[0]];
    for (let n = 0; n < 200_001; n++) rows.push([`63041501019${String(n).padStart(5, "0")}`, "ORANG REKAAN", `630415010110${String(n % 9999).padStart(4, "0")}`, "", "L", "", "1"]);
    await go(t, page, "kumpul/impor");
    await giveFile(page, "berkas-impor", { name: "besar.xlsx", mimeType: XLSX_TYPE, buffer: workbook(rows) });
    const text = await until(() => page.locator(".notice[data-tone=error]").first().innerText().catch(() => ""), "the answer", 120);
    check(/lebih dari \d[\d.]* baris.*Bagi menjadi beberapa berkas/s.test(text), text);
    equal(await stored(page), before, "what is stored");
  },
  { timeoutSeconds: 240 },
);

test(
  "packages that are damaged, foreign, or of another village change nothing",
  (t) =>
    withFolder(async (path) => {
      rdk("sample", "--families", "20", "--seed", "3", "-o", path("contoh.zip"), "--opensid", path("lain.xlsx"));
      rdk("import", path("lain.xlsx"), "--village", "63.04.15.2001", "-o", path("lain.zip"));
      const page = await t.open({ viewport: "laptop" });
      await openSample(page);
      const before = await stored(page);
      const whole = readFileSync(path("contoh.zip"));
      const cases = [
        ["a text", Buffer.from("bukan paket"), /bukan paket data.*Pilih berkas \.zip/s],
        ["another archive", workbook(LIST), /paket data.*tidak berubah/s],
        ["a package with a changed byte", changed(whole, "data/persons.csv"), /rusak atau diubah di jalan|bukan paket data|tidak terbaca/s],
        ["half a package", whole.subarray(0, whole.length / 2), /paket data.*tidak berubah/s],
        ["a package of another village", readFileSync(path("lain.zip")), /bukan desa di perangkat ini.*Buka di peramban lain/s],
      ];
      await go(t, page, "paket");
      for (const [name, buffer, words] of cases) {
        await giveFile(page, "paket", { name: "paket.zip", mimeType: "application/zip", buffer });
        await until(async () => words.test(await notices(page)), `the message about ${name}`).catch(async (error) => {
          throw new Error(`${error.message}; the page says: ${await page.locator("#isi").innerText()}`);
        });
        check((await page.getByRole("button", { name: "Pulihkan ke perangkat ini" }).count()) === 0, `${name} can be restored`);
      }
      await accessible(page, "the message about a package");
      equal(await stored(page), before, "what is stored");
    }),
  { timeoutSeconds: 180 },
);

/** Keeps the engine's worker where a test can reach it. */
const reachWorker = `const Real = Worker;
globalThis.Worker = class extends Real { constructor(...words) { super(...words); globalThis.engineWorker = this; } };`;

test("a worker that dies is told, at rest and in the middle of work, and a reload brings everything back", async (t) => {
  const page = await t.open({ viewport: "laptop", before: reachWorker });
  await openSample(page);
  const before = await counts(t, page);
  const kept = await stored(page);
  const killed = async (where) => {
    await page.evaluate(() => engineWorker.terminate());
    const bar = page.locator(".bar-error");
    await bar.getByText("Mesin data berhenti").waitFor();
    check((await bar.innerText()).includes("Data yang sudah tersimpan aman"), `${where}: ${await bar.innerText()}`);
    await accessible(page, where);
    await bar.getByRole("button", { name: "Muat ulang" }).click();
    await started(page);
  };
  await killed("a worker that died at rest");
  equal(await counts(t, page), before, "counts after the worker died at rest");
  await go(t, page, "kumpul/impor");
  const rows = [LIST[0], ...Array.from({ length: 20_000 }, (_, n) => [`63041501019${String(n).padStart(5, "0")}`, "ORANG REKAAN", "6304150101100001", "", "L", "", "1"])];
  await giveFile(page, "berkas-impor", { name: "penduduk.xlsx", mimeType: XLSX_TYPE, buffer: workbook(rows) });
  await page.getByText("Membaca berkas").waitFor();
  await killed("a worker that died at work");
  equal(await counts(t, page), before, "counts after the worker died at work");
  equal(await stored(page), kept, "what is stored");
});

test("an engine that does not arrive is told", async (t) => {
  const context = await t.profile({ allow: [/Failed to load/, /ERR_FAILED/] });
  await context.route(/engine_bg.*\.wasm$/, (route) => route.abort());
  const page = await t.visit(context);
  await page.locator(".bar-error").getByText("Mesin data berhenti").waitFor();
});

test("a browser that gives no storage is told", async (t) => {
  const context = await t.profile();
  await context.route(/engine-start.*\.js$/, async (route) => {
    const answer = await route.fetch();
    const refuse = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };\n";
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/^(import [^;]*;)?/, `$1${refuse}`) });
  });
  const page = await t.visit(context);
  await page.locator(".bar-error").getByText("Peramban ini tidak memberi tempat menyimpan").waitFor();
  check((await page.locator(".bar-error").innerText()).includes("jendela biasa"), "no way out is told");
});

/** Leaves the site this much room on the disk; nothing given gives it all back. `tools` must stay open meanwhile. */
async function leaveRoom(t, page, tools, quotaSize) {
  await tools.send("Storage.overrideQuotaForOrigin", { origin: new URL(t.url).origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
  // The browser goes on for half a minute with the room that it last knew of: a database of the test's own tries.
  const write = () =>
    page.evaluate(
      () =>
        new Promise((told) => {
          const request = indexedDB.open("test-of-room");
          request.onupgradeneeded = () => request.result.createObjectStore("room");
          request.onerror = () => told(false);
          request.onsuccess = () => {
            const transaction = request.result.transaction("room", "readwrite");
            transaction.objectStore("room").put(new Uint8Array(1000), 1);
            const end = (worked) => (request.result.close(), told(worked));
            Object.assign(transaction, { oncomplete: () => end(true), onabort: () => end(false) });
          };
        }),
    );
  await until(async () => (await write()) === (quotaSize === undefined), "the browser to learn how much room there is", 60);
}

test(
  "a full disk is told and loses nothing, and what failed works when there is room again",
  (t) =>
    withFolder(async (path) => {
      rdk("sample", "--families", "200", "--seed", "9", "-o", path("contoh.zip"), "--opensid", path("penduduk.xlsx"));
      const page = await t.open({ viewport: "laptop" });
      await openSample(page);
      await go(t, page, "kumpul");
      await page.locator("#keluarga a").first().click();
      await page.locator('a.step[href*="s=alamat"]').click();
      const address = page.locator("#isian-alamat-input");
      const write = async (text) => (await address.fill(text), await address.press("Tab"));
      await write("Sebelum penuh");
      await saved(page);
      const family = page.url();
      const before = await stored(page);
      const tools = await page.context().newCDPSession(page);
      await leaveRoom(t, page, tools, 1);

      const full = page.locator(".notice[data-tone=error]").filter({ hasText: "Penyimpanan perangkat penuh" });
      await write("Ketika penuh");
      await full.waitFor();
      check(/data sebelumnya aman.*Hapus foto/s.test(await full.innerText()), await full.innerText());
      await page.locator('.pill[data-state="not-saved"]').waitFor();
      equal(await stored(page), before, "what is stored after an answer that had no room");

      await page.getByRole("link", { name: "Kumpul" }).first().click();
      await page.getByRole("link", { name: /Impor daftar/ }).click();
      await giveFile(page, "berkas-impor", path("penduduk.xlsx"));
      await page.getByRole("button", { name: "Lihat hasilnya" }).click();
      const take = page.getByRole("button", { name: "Masukkan ke data" });
      await take.click();
      await full.waitFor();
      equal(await stored(page), before, "what is stored after a list that had no room");

      await leaveRoom(t, page, tools);
      await take.click();
      await page.getByText("Data sudah masuk").waitFor();
      await page.goto(family);
      await settled(page);
      equal(await address.inputValue(), "Sebelum penuh", "the address after a reload");
      await write("Sesudah ada ruang");
      await saved(page);
      await page.reload();
      await settled(page);
      equal(await address.inputValue(), "Sesudah ada ruang", "what was written when there was room again");
    }),
  { timeoutSeconds: 180 },
);

test("a reload in the middle of a family keeps what had settled", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  await go(t, page, "kumpul/keluarga/baru");
  const type = (field, text) => page.locator(`#isian-${field}-input`).pressSequentially(text, { delay: 10 });
  await type("dusun", "Hilir");
  await page.keyboard.press("Enter");
  await type("alamat", "Jalan Tepian 3");
  await page.keyboard.press("Enter");
  await saved(page);
  await until(() => /keluarga\/[0-9a-f-]{36}/.test(page.url()), "the family to get an address of its own");
  await type("nomor_rumah", "1"); // not settled yet
  await page.reload();
  await settled(page);
  const value = (field) => page.locator(`#isian-${field}-input`).inputValue();
  equal([await value("dusun"), await value("alamat")], ["Hilir", "Jalan Tepian 3"], "the family after a reload");
  await page.getByRole("button", { name: "Lanjut" }).click();
  await type("nama", "Warga Rekaan");
  await page.keyboard.press("Enter");
  await saved(page);
  await until(() => /r=[0-9a-f-]{36}/.test(page.url()), "the person to get an address of their own");
  // A phone whose battery dies: the page is gone without a word.
  const address = page.url();
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await again.goto(address);
  await settled(again);
  equal(await again.locator("#isian-nama-input").inputValue(), "Warga Rekaan", "the person after a crash");
  await go(t, again, "");
  await again.getByRole("link", { name: /Lanjutkan keluarga/ }).click();
  await again.getByText("Warga Rekaan").first().waitFor();
});
