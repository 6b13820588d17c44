// The guided tour: each task is done by hand as its text says, and ticked by what was stored; the sandbox is made anew; a real
// village is left alone.
import { accessible, check, equal, screenshot, started, test, until } from "./harness.mjs";
import { openSample, saved, whole } from "./village.mjs";

const now = (page) => page.locator('.tour-task[data-state="now"]');

/** Waits until this task is the one to do. */
async function task(page, key) {
  await page.locator(`.tour-task[data-task="${key}"][data-state="now"]`).waitFor();
}

/** Goes to a page as by the address bar; behind '#', where a static host finds it. */
async function at(t, page, path) {
  await page.goto("about:blank");
  await page.goto(`${t.url}#/${path}`);
  await started(page);
}

/** Follows the task's way, into another of the page's programs. */
async function follow(page) {
  const way = now(page).getByRole("link");
  const before = page.url();
  await way.click();
  await page.waitForURL((url) => url.href !== before);
  await started(page);
}

/** Comes back by the band. */
async function back(page) {
  await page.getByRole("link", { name: /Kembali ke tur/ }).click();
  await page.getByRole("heading", { level: 1, name: "Tur untuk kader baru" }).waitFor();
  await now(page).waitFor();
}

async function answer(page, number) {
  const field = now(page).getByRole("textbox");
  await now(page).getByRole("button", { name: "Periksa jawaban" }).click();
  await now(page).getByRole("alert").getByText("Tulis angka dahulu").waitFor();
  await field.fill(String(number + 1));
  await field.press("Enter");
  await now(page).getByRole("alert").getByText("Belum tepat").waitFor();
  await field.fill(String(number));
  await field.press("Enter");
}

const yesterday = () => {
  const date = new Date(Date.now() - 86_400_000);
  return `${date.getDate()}-${date.getMonth() + 1}-${date.getFullYear()}`;
};

test("the tour is taken from its first task to its last, and the sandbox is made anew", async (t) => {
  const page = await t.open({ path: "#/belajar", viewport: "phone" });
  await page.getByRole("link", { name: /Tur untuk kader baru/ }).click();
  await page.getByRole("button", { name: "Mulai tur" }).click();
  await task(page, "sample");
  await accessible(page, "the tour's first task");
  await follow(page);
  await openSample(page);
  await accessible(page, "home with the tour's band");
  check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the band is no wider than the phone");
  await screenshot(page, "tour-band");
  await back(page);
  // Find a family.
  await task(page, "find");
  const [, title] = /“(.*?)”/.exec(await now(page).innerText());
  await follow(page);
  await page.getByRole("searchbox").fill(title);
  await page.locator("#keluarga a").filter({ hasText: title }).first().click();
  await page.getByRole("heading", { name: "Anggota keluarga" }).waitFor();
  const members = page.locator("section").filter({ has: page.getByRole("heading", { name: "Anggota keluarga" }) }).locator("a.step");
  await members.first().waitFor();
  const n = await members.count();
  await back(page);
  await task(page, "find"); // to have looked is not enough
  await answer(page, n);
  // Correct an answer.
  await task(page, "correct");
  await follow(page);
  await back(page);
  await task(page, "correct");
  await follow(page);
  await page.getByRole("link", { name: /alamat/i }).first().click();
  const address = page.locator("#isian-alamat input");
  await address.fill("Gang Baru, seberang langgar");
  await address.press("Enter");
  await saved(page);
  await back(page);
  // Add a member.
  await task(page, "member");
  await follow(page);
  const name = page.locator("#isian-nama input");
  await name.fill("Keponakan Rekaan");
  await name.press("Enter");
  await saved(page);
  await until(async () => !page.url().includes("r=baru"), "the member to be there");
  await back(page);
  // Record a birth.
  await task(page, "birth");
  await screenshot(page, "tour-birth", { fullPage: true });
  await accessible(page, "the tour half way");
  await follow(page);
  await page.getByLabel("Nama bayi").fill("Bayi Rekaan");
  await page.locator("#jk").getByRole("radio", { name: "Perempuan" }).check();
  await page.getByLabel("Tanggal lahir").fill(yesterday());
  const mothers = page.locator("#ibu").getByRole("radio");
  if (await mothers.count()) await mothers.first().check();
  await page.getByRole("button", { name: "Simpan peristiwa" }).click();
  await page.getByText("Peristiwa tersimpan").waitFor();
  await back(page);
  // Mend a finding.
  await task(page, "finding");
  await follow(page);
  await page.locator('a[href$="/periksa/nik-format"]').click();
  const card = page.locator(".finding").first();
  await card.waitFor();
  await card.getByRole("link", { name: "Buka isian" }).click();
  const nik = page.locator("#isian-nik");
  await until(() => nik.locator("input").evaluate((input) => input === document.activeElement), "the finding to lead into its field");
  const [day, month, year] = (await page.locator("#isian-tanggal_lahir-input").inputValue()).split("-").map(Number);
  const woman = await page.locator("#isian-jenis_kelamin").getByRole("radio", { name: "Perempuan" }).isChecked();
  const two = (n) => String(n % 100).padStart(2, "0");
  await nik.locator("input").fill(`630415${two(day + (woman ? 40 : 0))}${two(month)}${two(year)}0777`);
  await nik.locator("input").press("Enter");
  await until(async () => (await nik.locator(".remark").count()) === 0, "the finding to go");
  await saved(page);
  await back(page);
  // Read the pyramid.
  await task(page, "pyramid");
  await follow(page);
  const chart = page.locator(".chart").first();
  await chart.getByRole("button", { name: "Lihat tabel" }).click();
  const row = chart.locator("tbody tr").filter({ hasText: "25–29" });
  const women = whole(await row.locator("td").nth(1).innerText());
  await back(page);
  await answer(page, women);
  // Compose a list.
  await task(page, "list");
  await follow(page);
  await page.getByRole("button", { name: "Tambah syarat…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("#topik").selectOption({ label: "Anggota: umur (tahun)" });
  await dialog.locator("#dari input").fill("60");
  await dialog.getByRole("button", { name: "Pakai" }).click();
  await page.locator(".composed-count b").waitFor();
  await page.locator("#nama-daftar input").fill("Lansia");
  await page.getByRole("button", { name: "Simpan daftar" }).click();
  await page.getByRole("link", { name: "Buka daftar" }).waitFor();
  await back(page);
  // Note help.
  await task(page, "help");
  await follow(page);
  await page.locator(".findings article").first().getByRole("button", { name: "Sudah dibantu…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Catat", exact: true }).click();
  await page.getByText("Bantuan dicatat").waitFor();
  await saved(page);
  await back(page);
  // Save a package.
  await task(page, "package");
  await follow(page);
  await page.getByRole("checkbox", { name: /Saya mengerti/ }).check();
  await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), page.getByRole("button", { name: "Buat dan unduh" }).click()]);
  await page.getByRole("link", { name: /Kembali ke tur/ }).click();
  await page.getByText("Tur selesai").waitFor();
  await page.getByText("10 dari 10 tugas selesai").waitFor();
  await accessible(page, "the tour's end");
  await at(t, page, "kumpul");
  await page.locator("#keluarga a").first().waitFor();
  equal(await page.getByRole("link", { name: /Kembali ke tur/ }).count(), 0, "bands after the tour");
  // The sandbox.
  await at(t, page, "belajar/tur");
  await page.getByRole("button", { name: "Buat desa contoh dari awal…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Ya, buat dari awal" }).click();
  await page.getByText("1 dari 10 tugas selesai").waitFor({ timeout: 60_000 });
  await task(page, "find");
  await follow(page);
  await page.getByRole("searchbox").fill("Keponakan Rekaan");
  await page.getByText("Tidak ada").first().waitFor();
  await at(t, page, "guna");
  await page.getByRole("heading").first().waitFor();
  equal(await page.getByRole("link", { name: "Lansia", exact: true }).count(), 0, "lists of before");
}, { timeoutSeconds: 300 });

test("the tour keeps its hands off a real village", async (t) => {
  const page = await t.open({ path: "#/mulai", viewport: "phone" });
  await page.getByRole("searchbox", { name: "Nama desa atau kelurahan" }).pressSequentially("antar baru marab", { delay: 20 });
  await page.getByRole("button", { name: /Desa Antar Baru/ }).click();
  await page.getByRole("button", { name: "Ya, pakai desa ini" }).click();
  await page.getByRole("heading", { name: "Profil desa", level: 1 }).waitFor();
  await page.evaluate(() => localStorage.setItem("rumah-dataku.tour.runs", "ya"));
  await at(t, page, "belajar/tur");
  await page.getByText("Di perangkat ini ada data desa sungguhan").waitFor();
  equal(await page.getByRole("button", { name: /dari awal/ }).count(), 0, "ways to make the sample anew");
  equal(await page.locator(".tour-task").count(), 0, "tasks");
  await accessible(page, "the tour beside a real village");
  await at(t, page, "");
  await page.getByText("Desa Antar Baru").first().waitFor();
});
