// A whole training: a trainer and four participants on their own phones, offline in between, answers by QR code, file and
// typed code; many more on one shared phone; and a report whose figures a Python script reckons again.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { accessible, check, equal, launch, screenshot, settled, Stage, test, until } from "./harness.mjs";
import { fits, twiceAsLarge } from "./places.mjs";
import { withFolder } from "./village.mjs";

const TOPICS = 6; // of the first six lessons

/** Makes a session of six questions a test; the page is its trainer's. */
async function makeSession(page, url) {
  await page.goto(`${url}#/belajar/pelatih`);
  await settled(page);
  await page.getByRole("button", { name: "Buat sesi…" }).click();
  await page.getByLabel("Judul pelatihan").fill("Latihan kader Sungai Rekaan");
  await page.getByLabel("Tempat").fill("Balai desa");
  await page.getByLabel("Nama pelatih").fill("Bu Rekaan");
  for (const tick of (await page.locator(".test-topics input").all()).slice(TOPICS)) await tick.uncheck();
  await page.getByText(`Tiap tes berisi ${TOPICS} soal.`).waitFor();
  await page.getByRole("button", { name: "Buat sesi", exact: true }).click();
  await page.getByRole("heading", { name: "Bagikan tes" }).waitFor();
}

const address = (page) => page.locator(".qr-address").innerText();

/** The address of the other test. */
async function addressOf(page, test) {
  await page.locator(".segment", { hasText: test }).first().click();
  return until(async () => {
    const text = await address(page);
    return (await page.locator(".qr svg").getAttribute("aria-label")).endsWith(test) && text;
  }, `the address of ${test}`);
}

/** Says who answers. */
async function begin(page, name, circle = "Kader atau warga") {
  await page.getByLabel("Nama panggilan atau nomor").fill(name);
  await page.getByLabel("Sebagai").selectOption({ label: circle });
  await page.getByRole("button", { name: "Mulai" }).click();
}

/** Answers all questions: the choice that `pick` says of each, or a number; what is neither is skipped. */
async function answer(page, pick, n = TOPICS) {
  for (let i = 0; i < n; i++) {
    await page.getByText(`Soal ${i + 1} dari ${n}`).waitFor();
    const options = page.locator(".options input");
    const count = await options.count();
    if (count) await options.nth(pick(i) % count).check();
    else if (await page.locator(".test-number input").count()) await page.locator(".test-number input").fill(String(pick(i) * 10));
    if (i + 1 < n) await page.getByRole("button", { name: /^(Berikutnya|Lewati)$/ }).click();
  }
  await page.getByRole("button", { name: "Selesai" }).click();
  const sure = page.getByText(/belum dijawab/);
  await until(async () => (await sure.count()) || (await page.locator(".short-code").count()), "the end of the test");
  if (await sure.count()) await page.getByRole("button", { name: "Selesai" }).first().click();
  await page.locator(".short-code").waitFor();
}

/** A camera that sees what `show` draws: the QR code of another screen. */
const CAMERA = `
  if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = async () => {
    if (!globalThis.shown) throw new DOMException("refused", "NotAllowedError");
    const canvas = Object.assign(document.createElement("canvas"), { width: 720, height: 720 });
    const pen = canvas.getContext("2d");
    const draw = () => {
      pen.fillStyle = "#888";
      pen.fillRect(0, 0, 720, 720);
      pen.drawImage(globalThis.shown, 40, 60, 600, 600);
    };
    setInterval(draw, 50);
    draw();
    return canvas.captureStream(20);
  };`;

const show = (page, svg) =>
  page.evaluate(
    (svg) =>
      new Promise((done) => {
        globalThis.shown = new Image(600, 600);
        globalThis.shown.onload = done;
        globalThis.shown.src = "data:image/svg+xml," + encodeURIComponent(svg.replace("<svg ", '<svg width="600" height="600" '));
      }),
    svg,
  );

async function save(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { path: await file.path(), name: file.suggestedFilename() };
}

async function typeCode(page, code, name = "") {
  await page.getByLabel("Kode jawaban").fill(code);
  await page.getByLabel("Nama atau nomor peserta").fill(name);
  await page.getByRole("button", { name: "Terima kode" }).click();
}

test("a training with a trainer and four participants, offline, and the report of it", async (t) => {
  const trainer = await t.open({ viewport: "laptop", before: CAMERA });
  await makeSession(trainer, t.url);
  const links = { pre: await addressOf(trainer, "Tes awal"), post: await addressOf(trainer, "Tes akhir") };
  check(links.pre.includes("#/belajar/tes/") && links.pre !== links.post, `addresses: ${JSON.stringify(links)}`);

  // A camera that is refused is told, with other ways.
  await trainer.getByRole("button", { name: "Pindai dengan kamera" }).click();
  await trainer.getByText("Kamera tidak dapat dipakai").waitFor();

  const phones = [];
  for (const n of [0, 1, 2, 3]) {
    const page = await t.open({ viewport: "phone" });
    await page.goto(links.pre);
    await page.getByRole("button", { name: "Mulai" }).waitFor();
    phones.push(page);
    if (n === 0) await accessible(page, "begin of a test");
  }
  await t.cutNetwork();
  const names = ["Kenanga Biru", "7", "Sirih Kuning", "12"];
  const circles = ["Agen statistik", "Aparat desa", "Kader atau warga", "Kader atau warga"];
  for (const [n, page] of phones.entries()) {
    await begin(page, names[n], circles[n]);
    if (n === 3) {
      await page.getByText(`Soal 1 dari ${TOPICS}`).waitFor();
      await twiceAsLarge(page, "a question");
      await fits(page, "a question in large text");
    }
    await answer(page, (i) => i + n);
  }
  await screenshot(phones[0], "trainer-done-phone", { fullPage: true });
  await fits(phones[3], "a finished test in large text");

  // By QR code.
  await show(trainer, await phones[0].locator(".qr svg").evaluate((svg) => svg.outerHTML));
  await trainer.getByRole("button", { name: "Pindai dengan kamera" }).click();
  await trainer.getByText("Jawaban Kenanga Biru untuk Tes awal diterima.").waitFor();
  // The same participant twice, in another place of the picture.
  await trainer.getByRole("button", { name: "Hentikan kamera" }).click();
  await trainer.getByRole("button", { name: "Pindai dengan kamera" }).click();
  await trainer.getByText("Jawaban Kenanga Biru untuk Tes awal sudah ada, dan sama.").waitFor();
  await trainer.getByRole("button", { name: "Hentikan kamera" }).click();
  // By file.
  const file = await save(phones[1], "Simpan berkas jawaban");
  await trainer.locator("#berkas-jawaban").setInputFiles(file.path);
  await trainer.getByText("1 jawaban baru diterima dari berkas.").waitFor();
  // By typed code: with a wrong letter, then right; a nickname has to be said.
  const code = await phones[3].locator(".short-code").innerText();
  await typeCode(trainer, code.replace(/^./, (letter) => (letter === "Z" ? "Y" : "Z")));
  await trainer.getByText("Kode tidak utuh").waitFor();
  await typeCode(trainer, code.toLowerCase());
  await trainer.getByText("Jawaban 12 untuk Tes awal diterima.").waitFor();
  await typeCode(trainer, await phones[2].locator(".short-code").innerText());
  await trainer.getByText("Isi nama atau nomor peserta, lalu terima lagi.").waitFor();
  await typeCode(trainer, await phones[2].locator(".short-code").innerText(), "Sirih Kuning");
  await trainer.getByText("Jawaban Sirih Kuning untuk Tes awal diterima.").waitFor();
  // The invitation is no answer, and any text is none.
  await typeCode(trainer, links.pre.split("/").pop());
  await trainer.getByText("Ini undangan tes, bukan jawaban.").waitFor();
  await typeCode(trainer, "halo semua peserta dari desa rekaan");
  await trainer.getByText("Ini bukan jawaban dari Rumah DataKu.").waitFor();
  equal(await trainer.locator(".participant b").allInnerTexts(), ["Kenanga Biru", "7", "12", "Sirih Kuning"], "participants");

  // Eight more on one shared phone, both tests; the first four give the second test there too.
  await t.restoreNetwork();
  for (const form of ["pre", "post"]) {
    const shared = phones[0];
    await shared.goto(links[form]);
    const who = form === "pre" ? [] : names;
    for (const name of [...who, ...Array.from({ length: 8 }, (_, n) => String(20 + n))]) {
      if (await shared.locator(".short-code").count()) await shared.getByRole("button", { name: "Peserta berikutnya di HP ini" }).click();
      await begin(shared, name);
      const salt = name.length + (Number(name) || name.charCodeAt(1)) * (form === "pre" ? 1 : 3);
      await answer(shared, (i) => (salt * (i + 2)) % 5);
    }
    const all = await save(shared, "Simpan berkas jawaban");
    await trainer.locator("#berkas-jawaban").setInputFiles(all.path);
    await trainer.getByText(new RegExp(`^${form === "pre" ? 8 : 12} jawaban baru`)).waitFor();
  }

  // The report is what Python reckons from the session's file.
  const saved = await save(trainer, "Simpan sesi sebagai berkas");
  const wanted = JSON.parse(execFileSync("python3", ["tests/conformance/item_statistics_reference.py", saved.path], { encoding: "utf8" }));
  equal(wanted.n_both, 12, "participants with both tests");
  await screenshot(trainer, "trainer-session", { fullPage: true });
  await accessible(trainer, "a session");
  await trainer.getByRole("link", { name: /^Laporan/ }).click();
  await trainer.locator("[data-figure=class-gain]").waitFor();
  await settled(trainer);
  const shown = (value, decimals) => {
    const text = (Math.floor(Math.abs(value) * 10 ** decimals + 0.5 + 1e-9) / 10 ** decimals).toFixed(decimals).replace(".", ",");
    return (value < 0 && Number(text.replace(",", ".")) ? "−" : "") + text;
  };
  const figure = (key) => trainer.locator(`[data-figure=${key}] .training-value`).innerText();
  for (const [key, value] of [["class-gain", wanted.class_gain], ["mean-gain", wanted.mean_gain]]) equal(await figure(key), shown(value, 2), key);
  for (const [n, form] of ["pre", "post"].entries()) {
    equal(await figure(`mean-${form}`), `${shown(wanted.tests[n].mean, 1)}%`, `mean ${form}`);
    for (const key of ["kr20", "alpha"]) equal(await figure(`${key}-${form}`), shown(wanted.tests[n][key], 2), `${key} ${form}`);
    const rows = trainer.getByRole("table", { name: form === "pre" ? "Butir soal Tes awal" : "Butir soal Tes akhir" }).locator("tbody tr");
    for (const [i, item] of wanted.tests[n].items.entries()) {
      const cells = await rows.nth(i).locator("td").allInnerTexts();
      equal(cells.slice(0, 2).map(Number), item.right, `question ${i + 1} of ${form}`);
      const figures = ["difficulty", "point_biserial", "item_rest", "upper_lower"].map((key) => (typeof item[key] === "number" ? shown(item[key], 2) : ""));
      equal(cells.slice(2, 6), figures, `figures of question ${i + 1} of ${form}`);
    }
  }
  await screenshot(trainer, "trainer-report", { fullPage: true });
  await accessible(trainer, "the report");
  // What is to be taught again leads to its lesson.
  const again = trainer.locator(".test-topic").first();
  const lesson = again.getByRole("link", { name: /^Pelajaran \d+: / }).first();
  const title = (await lesson.innerText()).replace(/^Pelajaran \d+: /, "");
  const address = await lesson.getAttribute("href");
  check(/\/belajar\/pelajaran\/\d\d-/.test(address), `a lesson to teach again at ${address}`);
  const taught = await t.visit(trainer.context(), `#${/\/belajar\/.*/.exec(address)[0]}`);
  await taught.getByRole("heading", { level: 1, name: title }).waitFor();
  await taught.close();

  // The projector names nobody.
  const home = trainer.url().replace(/\/laporan$/, "");
  await trainer.goto(`${home}/layar`.replace(t.url, `${t.url}#/`));
  await trainer.getByText(`Soal 1 dari ${TOPICS}`).waitFor();
  for (const name of names.filter((name) => name.length > 2)) equal(await trainer.getByText(name).count(), 0, `${name} on the projector`);
  await screenshot(trainer, "trainer-projector");
  await accessible(trainer, "the projector");

  // Evidence: the list to sign, certificates, the workbook.
  await trainer.goto(`${home}/bukti`.replace(t.url, `${t.url}#/`));
  await trainer.getByRole("heading", { name: "Daftar hadir", exact: true }).waitFor();
  equal(await trainer.locator(".attendance tbody tr").count(), 12 + 5, "lines of the attendance list");
  await accessible(trainer, "the evidence");
  await trainer.locator(".segment", { hasText: "Sertifikat" }).click();
  await trainer.locator(".certificate").first().waitFor();
  equal(await trainer.locator(".certificate").count(), 12, "certificates");
  await screenshot(trainer, "trainer-certificates");
  await trainer.locator(".segment", { hasText: "Bukti LKE" }).click();
  await trainer.getByText("nilai 4").waitFor();
  const book = await save(trainer, "Simpan Excel");
  equal(readFileSync(book.path).subarray(0, 2).toString(), "PK", "a workbook");

  // The session's file comes in on another device, a broken one is refused in words.
  const other = await t.open({ path: "#/belajar/pelatih" });
  await settled(other);
  await other.locator("#berkas-sesi").setInputFiles({ name: "rusak.json", mimeType: "application/json", buffer: readFileSync(saved.path).subarray(0, 900) });
  await other.getByText("Berkas ini tidak terbaca sebagai sesi").waitFor();
  await other.locator("#berkas-sesi").setInputFiles(saved.path);
  await other.locator(".participant").nth(11).waitFor();
  await screenshot(other, "trainer-session-phone", { fullPage: true });
  // On a phone nothing of the session is wider than it, also with text twice as large.
  const session = other.url();
  for (const part of ["", "/laporan", "/bukti", "/layar"]) {
    await other.goto(`${session}${part}`.replace(t.url, `${t.url}#/`));
    await settled(other);
    await fits(other, `the session${part}`);
    await twiceAsLarge(other, `the session${part}`);
    await fits(other, `the session${part} in large text`);
  }
}, { timeoutSeconds: 300 });

/** A grey film as a camera takes it, 640×480, uncompressed (YUV4MPEG2): the code of another screen, held still. */
async function film(page, svg) {
  const grey = await page.evaluate(async (svg) => {
    const image = Object.assign(new Image(), { src: "data:image/svg+xml," + encodeURIComponent(svg.replace("<svg ", '<svg width="400" height="400" ')) });
    await image.decode();
    const pen = Object.assign(document.createElement("canvas"), { width: 640, height: 480 }).getContext("2d");
    pen.fillStyle = "#999";
    pen.fillRect(0, 0, 640, 480);
    pen.drawImage(image, 130, 30, 400, 400);
    return Array.from(pen.getImageData(0, 0, 640, 480).data).filter((_, at) => at % 4 === 0);
  }, svg);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), Buffer.from(grey), Buffer.alloc((640 * 480) / 2, 128)]);
  return Buffer.concat([Buffer.from("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n"), ...Array(10).fill(frame)]);
}

test("a real camera reads the code of a participant's phone, and one that is refused is told with the other ways", async (t) => {
  const trainer = await t.open({ viewport: "laptop" });
  await makeSession(trainer, t.url);
  await trainer.getByRole("button", { name: "Pindai dengan kamera" }).click();
  await trainer.getByText("ketik kode pendek peserta di bawah, atau pilih berkas jawabannya").waitFor();
  const session = await save(trainer, "Simpan sesi sebagai berkas");
  const phone = await t.open({ viewport: "phone" });
  await phone.goto(await addressOf(trainer, "Tes awal"));
  await begin(phone, "Melati Putih");
  await answer(phone, (i) => i + 1);
  const seen = await film(phone, await phone.locator(".qr svg").evaluate((svg) => svg.outerHTML));
  await withFolder(async (path) => {
    writeFileSync(path("kamera.y4m"), seen);
    const camera = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${path("kamera.y4m")}`];
    const browser = await launch({ args: camera });
    const stage = new Stage(browser);
    try {
      const other = await stage.open({ path: "#/belajar/pelatih", viewport: "phone" });
      await settled(other);
      await other.locator("#berkas-sesi").setInputFiles(session.path);
      await other.getByRole("button", { name: "Pindai dengan kamera" }).click();
      await other.getByText("Jawaban Melati Putih untuk Tes awal diterima.").waitFor();
      await other.getByRole("button", { name: "Hentikan kamera" }).click();
      await until(async () => !(await other.locator("video").count()), "the camera to be closed");
      equal(await other.locator(".participant b").allInnerTexts(), ["Melati Putih"], "participants");
      equal(stage.problems, [], "problems");
    } finally {
      await stage.end();
      await browser.close();
    }
  });
});
