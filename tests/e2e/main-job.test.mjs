// The main job as a person does it on a phone: choose the village, bring in the list that it holds, correct, accept, record
// what happened, read the figures, take a package along; then without a network; then the package in a fresh browser.
import { check, equal, keptOffline, screenshot, test, until } from "./harness.mjs";
import { counts, giveFile, go, indicators, rdk, saved, whole, withFolder } from "./village.mjs";

const phoneLink = (page, name) => page.getByRole("navigation", { name: "Menu utama" }).getByRole("link", { name }).click();

async function chooseVillage(page) {
  await page.getByRole("link", { name: /Mulai desa saya/ }).click();
  await page.getByRole("searchbox", { name: "Nama desa atau kelurahan" }).pressSequentially("antar baru marab", { delay: 20 });
  await page.getByRole("button", { name: /Desa Antar Baru/ }).click();
  await page.getByText("Kode wilayah 63.04.15.").waitFor();
  await page.getByRole("button", { name: "Ya, pakai desa ini" }).click();
  await page.getByRole("heading", { name: "Profil desa", level: 1 }).waitFor();
  await page.getByLabel("Luas wilayah").fill("12,5");
  await page.getByRole("radio", { name: /^6 bulan/ }).check();
  await page.getByLabel("Nama Anda").fill("Kader Contoh");
  await page.getByRole("radio", { name: /^Operator/ }).check();
  await saved(page);
}

/** Imports the workbook; gives how many families and living residents the preview promised. */
async function importList(page, file) {
  await page.getByRole("link", { name: /Impor daftar penduduk/ }).click();
  await giveFile(page, "berkas-impor", file);
  await page.getByRole("heading", { name: "Arti tiap kolom" }).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Lihat hasilnya" }).click();
  await page.getByRole("heading", { name: "Yang akan terjadi" }).waitFor({ timeout: 60_000 });
  const tile = (label) => page.locator(".figure").filter({ hasText: label }).first();
  const beneath = await tile("Orang baru").locator(".figure-of").innerText();
  const gone = whole(/; (.*) di antaranya/.exec(beneath)?.[1] ?? "0");
  const promised = {
    families: whole(beneath),
    persons: whole(await tile("Orang baru").locator(".figure-value").innerText()) - gone,
    gone,
    leftOut: whole(await tile("Tidak diambil").locator(".figure-value").innerText()),
  };
  await page.getByRole("heading", { name: "Catatan pada baris" }).waitFor();
  await screenshot(page, "main-job-preview");
  await page.getByRole("button", { name: "Masukkan ke data" }).click();
  await page.getByText("Data sudah masuk").waitFor({ timeout: 60_000 });
  return promised;
}

/** Open findings of a rule, by the page's own count. */
async function openFindings(t, page, rule) {
  await go(t, page, `periksa/${rule}`);
  const count = page.getByRole("status").filter({ hasText: /temuan$/ }).or(page.getByText("Tidak ada yang terbuka"));
  await count.first().waitFor();
  const text = await count.first().innerText();
  return /temuan$/.test(text) ? whole(text.replace(/^.* dari /, "")) : 0;
}

/** Gives a person whose NIK is malformed one that fits their birth date and sex, in the very field. */
async function correctNik(t, page) {
  await phoneLink(page, "Periksa");
  await page.locator('a[href$="/periksa/nik-format"]').click();
  const card = page.locator(".finding").first();
  await card.waitFor();
  const who = await card.locator(".finding-who").innerText();
  await card.getByRole("link", { name: "Buka isian" }).click();
  const field = page.locator("#isian-nik");
  await until(() => field.locator("input").evaluate((input) => input === document.activeElement), "the finding to lead into its field");
  check((await field.locator(".remark").count()) > 0, "the field does not say what was found");
  const [day, month, year] = (await page.locator("#isian-tanggal_lahir-input").inputValue()).split("-").map(Number);
  const woman = await page.locator("#isian-jenis_kelamin").getByRole("radio", { name: "Perempuan" }).isChecked();
  const two = (n) => String(n % 100).padStart(2, "0");
  const nik = `630415${two(day + (woman ? 40 : 0))}${two(month)}${two(year)}0777`;
  await field.locator("input").fill(nik);
  await field.locator("input").press("Enter");
  await until(async () => (await field.locator(".remark").count()) === 0, "the finding to go");
  await saved(page);
  return { who, nik };
}

async function acceptWarning(t, page, rule) {
  const before = await openFindings(t, page, rule);
  const card = page.locator(".finding").first();
  const who = await card.locator(".finding-who").innerText();
  await card.getByRole("button", { name: "Sudah benar…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Sudah ditanyakan, keluarga membenarkan" }).check();
  await dialog.getByRole("button", { name: "Terima", exact: true }).click();
  await page.getByText("Temuan diterima").waitFor();
  await saved(page);
  equal(await openFindings(t, page, rule), before - 1, "open findings after one was accepted");
  return { rule, who };
}

const acceptedIsKept = async (t, page, { rule, who }) => {
  await go(t, page, `periksa/${rule}`);
  await page.getByRole("radio", { name: "Diterima" }).click();
  const card = page.locator(".finding").filter({ hasText: who });
  await card.getByText("Sudah ditanyakan, keluarga membenarkan").waitFor();
  await card.getByText(/Diterima oleh Kader Contoh/).waitFor();
};

/** The first family from row `from` on that has a member whose line says `words`, and at least `least` members. */
async function findFamily(t, page, from, words, least) {
  for (let row = from; row < from + 15; row++) {
    await go(t, page, "kumpul");
    await page.locator(`#keluarga [data-row="${row}"] a`).click();
    await page.getByRole("heading", { name: "Anggota keluarga" }).waitFor();
    const members = page.locator("section").filter({ has: page.getByRole("heading", { name: "Anggota keluarga" }) }).locator("a.step");
    await members.first().waitFor();
    if ((await members.count()) >= least && (await members.filter({ hasText: words }).count()) > 0) {
      return { title: await page.locator("h1").innerText(), address: page.url(), members };
    }
  }
  throw new Error(`no family with ${words}`);
}

const yesterday = () => {
  const date = new Date(Date.now() - 86_400_000);
  return `${date.getDate()}-${date.getMonth() + 1}-${date.getFullYear()}`;
};

async function beginEvent(page, kind, title) {
  await phoneLink(page, "Kumpul");
  await page.getByRole("link", { name: /Catat peristiwa/ }).click();
  await page.getByRole("link", { name: kind }).click();
  await page.getByRole("searchbox").fill(title);
  await page.locator("#isi .option").filter({ hasText: title }).first().click();
}

async function recordBirth(t, page) {
  const family = await findFamily(t, page, 0, /Istri/i, 3);
  await beginEvent(page, /Kelahiran/, family.title);
  await page.locator("#ibu").getByRole("radio", { name: /Istri/i }).first().check();
  await page.getByLabel("Nama bayi").fill("Bayi Rekaan");
  await page.locator("#jk").getByRole("radio", { name: "Laki-laki" }).check();
  await page.getByLabel("Tanggal lahir").fill(yesterday());
  await page.getByRole("button", { name: "Simpan peristiwa" }).click();
  await page.getByText("Peristiwa tersimpan").waitFor();
  await page.getByRole("link", { name: /Bayi Rekaan/i }).waitFor();
  return family;
}

async function recordDeath(t, page) {
  const family = await findFamily(t, page, 20, /Istri/i, 3);
  await beginEvent(page, /Kematian/, family.title);
  const person = page.locator("#orang").getByRole("radio");
  await person.first().check();
  const heir = page.locator("#kepala").getByRole("radio");
  await heir.first().check(); // the head died: another one is asked for
  await page.getByLabel("Tanggal meninggal").fill(yesterday());
  await page.getByRole("button", { name: "Simpan peristiwa" }).click();
  await page.getByText("Peristiwa tersimpan").waitFor();
  await saved(page);
  return family;
}

/** The pyramid's table and what it counts: rows of text and the sums of its columns. */
async function pyramid(t, page) {
  await go(t, page, "lihat");
  const chart = page.locator(".chart").first();
  await chart.getByRole("button", { name: "Lihat tabel" }).click();
  const rows = await chart.locator("tbody tr").evaluateAll((rows) => rows.map((row) => Array.from(row.cells, (cell) => cell.textContent.trim())));
  const number = (text) => Number(text.replaceAll(".", "")) || 0;
  const end = rows.findIndex(([group]) => group === "Jumlah");
  const [body, total, [unplaced]] = [rows.slice(0, end), rows[end].slice(1, 4).map(number), [...rows.slice(end + 1), []]];
  const sums = total.map((_, at) => body.reduce((sum, row) => sum + number(row[at + 1]), 0));
  equal(sums, total, "sums of the pyramid's columns");
  const counted = whole(await page.getByText(/jiwa dalam .* keluarga/).innerText());
  equal(total[2] + number(unplaced[3] ?? ""), counted, "the pyramid's total and those it cannot place, against the residents");
  return { youngest: body[0].slice(1, 3).map(number), total, counted };
}

/** Opens a target list that has someone on it, and notes that the first one was helped. */
async function helpSomeone(t, page, list) {
  await phoneLink(page, "Guna");
  await page.locator(`a[href$="/guna/${list}"]`).first().click();
  const card = page.locator(".findings article").first();
  await card.waitFor();
  const who = await card.locator(".finding-who").innerText();
  check((await card.locator("ul li").count()) > 0, `${who} is on the list without a reason`);
  await card.getByRole("button", { name: "Sudah dibantu…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Catatan").fill("Didampingi ke kantor desa");
  await dialog.getByRole("button", { name: "Catat", exact: true }).click();
  await page.getByText("Bantuan dicatat").waitFor();
  await saved(page);
  return { list, who, head: await targetList(t, page, list) };
}

/** What a target list says of itself: how many of how many, and how many were helped. */
async function targetList(t, page, list) {
  await go(t, page, `guna/${list}`);
  const head = page.locator(".figure").first();
  await head.waitFor();
  const [count, listed] = [whole(await head.locator(".figure-value").innerText()), await page.locator(".findings article").count()];
  equal(listed, Math.min(count, 25), "persons shown on the list");
  return head.innerText();
}

const helpIsKept = async (t, page, { list, who, head }) => {
  equal(await targetList(t, page, list), head, `the list ${list}`);
  await page.locator(".findings article").filter({ hasText: who }).getByText("Didampingi ke kantor desa · Kader Contoh").waitFor();
};

async function exportPackage(t, page, file) {
  await go(t, page, "paket");
  const make = page.getByRole("button", { name: "Buat dan unduh" });
  check(await make.isDisabled(), "a package with personal data is made without a word");
  await page.getByText("Berkas ini memuat data pribadi").waitFor();
  await page.getByRole("checkbox", { name: /Saya mengerti/ }).check();
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), make.click()]);
  check(/\.zip$/.test(download.suggestedFilename()), `a package called ${download.suggestedFilename()}`);
  await download.saveAs(file);
  await page.getByText(/Paket siap/).waitFor();
}

test(
  "the main job, from the first visit to a package in a fresh browser",
  (t) =>
    withFolder(async (path) => {
      rdk("sample", "--families", "900", "--seed", "5", "-o", path("sample.zip"), "--opensid", path("penduduk.xlsx"));
      const context = await t.profile({ viewport: "phone" });
      const page = await t.visit(context);
      await chooseVillage(page);
      const promised = await importList(page, path("penduduk.xlsx"));
      check(promised.persons > 2700 && promised.leftOut > 0, `the preview promised ${JSON.stringify(promised)}`);
      const imported = await counts(t, page);
      equal(imported.persons, promised.persons, "residents after the import, against the preview");
      // Families of which nobody lives here any more are in the data and not in the list.
      const emptied = promised.families - imported.families;
      check(emptied >= 0 && emptied <= promised.gone, `${imported.families} families after the import, of ${promised.families} in the preview`);

      const openBefore = await openFindings(t, page, "nik-format");
      const corrected = await correctNik(t, page);
      equal(await openFindings(t, page, "nik-format"), openBefore - 1, "open findings after one was corrected");
      const accepted = await acceptWarning(t, page, "work-age-implausible");

      const before = await pyramid(t, page);
      await recordBirth(t, page);
      const born = await pyramid(t, page);
      equal(born.counted, before.counted + 1, "residents after a birth");
      equal(born.youngest[0], before.youngest[0] + 1, "youngest boys after the birth of one");
      await recordDeath(t, page);
      const now = await pyramid(t, page);
      await screenshot(page, "main-job-pyramid");
      equal(now.counted, before.counted, "residents after a birth and a death");
      const all = await counts(t, page);
      equal(all, imported, "counts after a birth and a death");

      const figures = await indicators(t, page);
      check(figures.length >= 24, `${figures.length} indicators`);
      const helped = await helpSomeone(t, page, "tanpa-jaminan-kesehatan");
      check(/1 sudah dibantu/.test(helped.head), `the list after a help: ${helped.head}`);
      await exportPackage(t, page, path("paket.zip"));

      await keptOffline(page, 120);
      await t.cutNetwork();
      await go(t, page, "");
      equal(await counts(t, page), all, "counts without a network");
      equal(await pyramid(t, page), now, "pyramid without a network");
      equal(await indicators(t, page), figures, "indicators without a network");
      await acceptedIsKept(t, page, accepted);
      await helpIsKept(t, page, helped);
      await go(t, page, "kumpul/warga");
      await page.getByRole("searchbox").fill(corrected.nik);
      await page.locator("main li a").filter({ hasText: corrected.who }).first().waitFor();
      await context.close();

      await t.restoreNetwork();
      const fresh = await t.open({ viewport: "laptop" });
      await fresh.getByRole("link", { name: /Pulihkan dari berkas/ }).click();
      await giveFile(fresh, "paket", path("paket.zip"));
      await fresh.getByText("Semua bagian utuh").waitFor({ timeout: 60_000 });
      await fresh.getByRole("button", { name: "Pulihkan ke perangkat ini" }).click();
      await fresh.getByRole("heading", { name: "Hari ini" }).waitFor({ timeout: 60_000 });
      equal(await counts(t, fresh), all, "counts out of the package");
      equal(await pyramid(t, fresh), now, "pyramid out of the package");
      equal(await indicators(t, fresh), figures, "indicators out of the package");
      await acceptedIsKept(t, fresh, accepted);
      await helpIsKept(t, fresh, helped);
    }),
  { timeoutSeconds: 400 },
);
