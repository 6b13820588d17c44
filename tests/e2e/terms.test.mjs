// The "?" of every page: the terms that stand on it, with meaning, example, official definition, and the way to the glossary.
import { accessible, check, equal, keptOffline, screenshot, settled, started, test, until } from "./harness.mjs";
import { openSample } from "./village.mjs";
import { termsIn } from "../../public/terms.js";
import { readFileSync } from "node:fs";

const dialog = (page) => page.getByRole("dialog", { name: /Istilah di halaman ini|Terms on this page/ });

/** Opens a page anew by its path. */
async function open(t, page, path) {
  await page.goto("about:blank");
  await page.goto(`${t.url}#/${path}`);
  await started(page);
  await settled(page);
}

/** Presses the "?" and returns the terms that are listed. */
async function ask(page) {
  await page.getByRole("button", { name: /Istilah di halaman ini|Terms on this page/ }).click();
  await dialog(page).waitFor();
  return dialog(page).locator("summary b").allInnerTexts();
}

async function close(page) {
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
}

test("terms are found in a text: the longest, as whole words, capitals as capitals, once each and in order", async () => {
  const terms = {
    penduduk: { term: "penduduk" },
    tengah: { term: "penduduk tengah tahun" },
    tfr: { term: "angka kelahiran total (TFR)" },
    kia: { term: "kartu identitas anak (KIA)" },
    rata: { term: "rata-rata", find: "rata-rata; rerata (mean)" },
  };
  const found = (text) => termsIn(text, terms).join(" ");
  equal(found("Penduduk tengah tahun, lalu PENDUDUK."), "tengah penduduk", "the longest");
  equal(found("penduduknya banyak"), "penduduk", "with -nya");
  equal(found("kependudukan, pendudukan, rata-ratakan"), "", "parts of words");
  equal(found("TFR naik; angka kelahiran total; tfr"), "tfr", "the short form");
  equal(found("kia ora"), "", "capitals");
  equal(found("KIA"), "kia", "capitals");
  equal(found("(rerata (mean)) dan penduduk"), "rata penduduk", "signs in a form");
  equal(found(""), "", "nothing");
});

const TERMS = JSON.parse(readFileSync("public/glossary/id.json", "utf8")).terms;

test("on every kind of page the ? lists the terms that stand there, and only those", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await ask(page); // the door, before there is anything
  await close(page);
  await openSample(page);
  await open(t, page, "kumpul");
  const below = async (link) => new URL(await link.getAttribute("href"), page.url()).href.slice(t.url.length);
  const family = await below(page.locator("#keluarga a").first());
  await open(t, page, family);
  const member = (await below(page.locator('a.step[href*="r="]').first())).replace(/&s=.*/, "");
  const pages = [
    ["", ["keluarga"]],
    ["lihat", ["piramida penduduk", "rasio ketergantungan"]],
    ["lihat/indikator", ["rasio jenis kelamin", "angka kelahiran total (TFR)", "kebutuhan KB yang belum terpenuhi (unmet need)"]],
    ["lihat/indikator/tfr", ["angka kelahiran total (TFR)", "angka kelahiran menurut umur (ASFR)"]],
    ["lihat/susun", ["persen", "kelompok umur", "pasangan usia subur (PUS)"]],
    ["lihat/peta", ["RT, RW, dusun"]],
    ["periksa", ["kartu keluarga (KK)", "nomor induk kependudukan (NIK)"]],
    ["guna/pendampingan-keluarga", ["keluarga berisiko stunting (KRS)"]],
    [family, ["kartu keluarga (KK)"]],
    [`${family}?s=alamat`, ["kartu keluarga (KK)", "RT, RW, dusun"]],
    [`${member}&s=identitas`, ["nomor induk kependudukan (NIK)"]],
    ["paket", []],
    ["pengaturan", []],
    ["tidak/ada", []],
    ["belajar/pelajaran/06-persen", ["persen"]],
  ];
  const wrong = [];
  for (const [path, wanted] of pages) {
    await open(t, page, path);
    const listed = await ask(page);
    for (const term of wanted) if (!listed.includes(term)) wrong.push(`/${path}: "${term}" is not among ${listed.join(", ")}`);
    const text = (await page.locator("#judul, #isi").allTextContents()).join(" ").toLowerCase();
    for (const { term, find } of Object.values(TERMS).filter(({ term }) => listed.includes(term))) {
      const stands = (find ?? term).split(/[;()]/).some((form) => form.trim() && text.includes(form.trim().toLowerCase()));
      if (!stands) wrong.push(`/${path}: "${term}" is listed and does not stand there`);
    }
    if (new Set(listed).size !== listed.length) wrong.push(`/${path}: a term stands twice`);
    const wide = await page.evaluate(() => document.querySelector("dialog.terms").scrollWidth > innerWidth || document.scrollingElement.scrollWidth > innerWidth);
    if (wide) wrong.push(`/${path}: wider than a phone`);
    await close(page);
  }
  check(!wrong.length, wrong.join("\n    "));
}, { timeoutSeconds: 200 });

test("a term opens with its example, its official definition and the way to the glossary, by keyboard, in both languages", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  for (const [language, said] of [["id", ["Contoh: ", "Pengertian resmi: ", "Buka di daftar istilah", "UU 24/2013 pasal 1 angka 12"]], ["en", ["Example: ", "Official definition: ", "Open in the glossary", "Law 24/2013, article 1 number 12"]]]) {
    await page.evaluate((language) => localStorage.setItem("rumah-dataku.lang", language), language);
    await open(t, page, "periksa");
    equal(await page.evaluate(() => document.documentElement.lang), language, "language");
    const button = page.getByRole("button", { name: /Istilah di halaman ini|Terms on this page/ });
    await button.focus();
    await page.keyboard.press("Enter");
    await dialog(page).waitFor();
    const nik = dialog(page).locator("details").filter({ has: page.locator("summary b", { hasText: "NIK)" }) }).first();
    const name = await nik.locator("summary b").innerText();
    for (let n = 0; n < 80; n++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((name) => document.activeElement.querySelector?.("b")?.innerText === name, name)) break;
    }
    await page.keyboard.press("Enter");
    equal(await nik.getAttribute("open"), "", "opened by the keyboard");
    const text = await nik.innerText();
    for (const part of said) check(text.includes(part), `"${part}" is not in: ${text}`);
    await accessible(page, `terms in ${language}`);
    await screenshot(page, `terms-${language}`);
    await close(page);
    check(await button.evaluate((button) => button === document.activeElement), "the focus is given back");
    await page.keyboard.press("Enter");
    await nik.locator("summary").click();
    await nik.getByRole("link").click();
    await page.locator("#kata-nik[data-here]").waitFor();
    check(await page.locator("#kata-nik").evaluate((card) => card === document.activeElement && card.getBoundingClientRect().top >= 0 && card.getBoundingClientRect().top < innerHeight), "the term is in sight and has the focus");
  }
}, { timeoutSeconds: 150 });

test("what is typed, hidden or printed is no text of the page", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  await open(t, page, "kumpul");
  await page.getByRole("searchbox").fill("stunting");
  const listed = await ask(page);
  check(!listed.includes(TERMS.stunting.term), `a typed word is listed: ${listed}`);
  await accessible(page, "terms on a laptop");
  await screenshot(page, "terms-laptop");
  await close(page);
  await page.emulateMedia({ media: "print" });
  equal(await page.locator("[data-terms]").isVisible(), false, "the ? on paper");
});

test("words of a lesson that was brought in are explained too", async (t) => {
  const page = await t.open({ path: "#/belajar" });
  await page.locator(".lesson-card").first().waitFor();
  const part = (name) => JSON.parse(readFileSync(`public/lessons/06-persen/${name}.json`, "utf8"));
  const bundle = { lesson: { ...part("lesson"), id: "uji-istilah", order: 77 }, id: part("id"), en: part("en") };
  bundle.lesson.words = [...bundle.lesson.words, "perangkat"];
  for (const texts of [bundle.id, bundle.en]) Object.assign(texts, { title: "Sapaan perangkat desa", "word.perangkat": "perangkat desa", "word.perangkat.meaning": "Pembantu kepala desa." });
  await page.locator("#pelajaran-berkas").setInputFiles({ name: "uji.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(bundle)) });
  await page.getByText("“Sapaan perangkat desa” sudah ada di daftar.").waitFor();
  check((await ask(page)).includes("perangkat desa"), "its word is listed on the page");
  await dialog(page).locator("summary", { hasText: "perangkat desa" }).click();
  await dialog(page).getByRole("link", { name: /perangkat desa/ }).click();
  await page.locator("#kata-perangkat[data-here]").getByRole("link", { name: "Pelajaran: Sapaan perangkat desa" }).waitFor();
});

test("the glossary holds 120 terms and more, by topic", async (t) => {
  const page = await t.open({ path: "#/belajar/istilah?kata=median", viewport: "phone" });
  await page.locator("#kata-median[data-here]").waitFor();
  const n = () => page.locator(".glossary dt").count();
  const all = await n();
  check(all >= 120, `${all} terms`);
  await page.getByText(`${all} istilah`, { exact: true }).waitFor();
  const topic = page.getByLabel("Topik");
  await topic.selectOption("dokumen");
  equal(await n(), Object.values(TERMS).filter(({ topic }) => topic === "dokumen").length, "terms of the topic");
  await topic.selectOption({ label: "Dari pelajaran" });
  const ofLessons = await n();
  check(ofLessons > 50 && ofLessons < all, `${ofLessons} of lessons`);
  await topic.selectOption({ label: "Semua topik" });
  await accessible(page, "glossary on a phone");
  await screenshot(page, "glossary-phone");
});

test("terms are explained without a network", async (t) => {
  const page = await t.open({});
  if (!(await page.evaluate(() => document.querySelector("meta[name=build]").content !== "dev"))) return; // kept by release builds alone
  await openSample(page);
  await keptOffline(page, 90);
  await t.cutNetwork();
  await page.reload();
  await settled(page);
  check((await ask(page)).length > 2, "terms of the home page");
  await dialog(page).locator("summary").first().click();
  await dialog(page).locator("details[open]").getByRole("link").click();
  await until(() => page.locator(".glossary [data-here]").count(), "the term in the glossary");
}, { timeoutSeconds: 200 });

test("where the glossary does not arrive, the dialog says so", async (t) => {
  // Without the offline copy, which would have the glossary.
  const page = await t.open({ allow: [/glossary\/id\.json/], serviceWorkers: "block" });
  await page.route("**/glossary/*.json", (route) => route.fulfill({ status: 500 }));
  await page.getByRole("button", { name: "Istilah di halaman ini" }).click();
  await dialog(page).getByRole("alert").getByText("Daftar istilah tidak sampai").waitFor();
});
