// Every page of the site by its address, for tests that visit all of them.
import { readdirSync, readFileSync } from "node:fs";
import { check, started } from "./harness.mjs";

/** The site's lessons: name and number of steps. */
export const LESSONS = readdirSync("public/lessons", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, JSON.parse(readFileSync(`public/lessons/${name}/lesson.json`, "utf8")).steps.length]);

/** Fails where the page is wider than the window; names what sticks out. */
export async function fits(page, where) {
  const wide = await page.evaluate(() => {
    const page = document.scrollingElement;
    if (page.scrollWidth <= innerWidth) return null;
    const scrolls = (node) => node && node !== page && (/auto|scroll|hidden|clip/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
    const out = Array.from(document.querySelectorAll("body *")).filter((node) => node.getBoundingClientRect().right > innerWidth + 1 && !scrolls(node.parentElement));
    return `${page.scrollWidth} px: ${out.slice(0, 3).map((node) => node.outerHTML.slice(0, 160)).join(" | ")}`;
  });
  check(!wide, `${where} is wider than the window: ${wide}`);
}

/** Text twice as large, as by the browser's own setting; fails where a title's word does not find its place in a line. */
export async function twiceAsLarge(page, where) {
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const cut = await page.evaluate(() => {
    // A word is cut where its letters lie in different lines.
    const found = [];
    for (const title of document.querySelectorAll("h1, h2, h3, .button, .chip")) {
      if (!title.checkVisibility()) continue;
      const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
      for (let text; (text = texts.nextNode()); ) {
        for (const { index, 0: word } of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const rows = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)));
          if (rows.size > 1) found.push(`${title.tagName} ${word}`);
        }
      }
    }
    return found;
  });
  check(!cut.length, `${where}: words that are cut: ${cut.slice(0, 6).join(", ")}`);
}

const FAMILY_SECTIONS = ["alamat", "rumah", "kesejahteraan", "kelompok", "pendataan"];
const PERSON_SECTIONS = ["identitas", "pendidikan", "kesehatan", "kb", "dokumen"];

const LEARNING = [
  ["belajar", /./],
  ["belajar/pelajaran/09-sampel", /Sampel|Samples/],
  ["belajar/lembar/09-sampel", /./],
  ["belajar/layar/09-sampel", /./],
  ["belajar/catatan/09-sampel", /./],
  ["belajar/tur", /./],
  ["belajar/istilah", /istilah|Glossary/i],
  ["belajar/pelatih", /./],
  ["belajar/tes", /./],
];

/** Pages of a device without a village: address below the root, and the title that the page must show. */
export const EMPTY = [
  ["", /Rumah data untuk desa|A data house/],
  ["mulai", /Pilih desa Anda|Choose your village/],
  ["mulai/profil", /Profil desa|Village profile/],
  ["kumpul", /Keluarga|Families/],
  ["kumpul/warga", /Warga|Residents/],
  ["periksa", /Periksa|Check/],
  ["lihat", /./],
  ["guna", /./],
  ["paket", /Paket data|Data package/],
  ["kumpul/potensi", /./],
  ["lihat/indikator", /./],
  ["lihat/susun", /./],
  ["lihat/peta", /./],
  ["lihat/waktu", /./],
  ["lihat/proyeksi", /./],
  ["lihat/dokumen", /./],
  ["lihat/pojok", /./],
  ["guna/isu", /./],
  ["guna/susun", /./],
  ["guna/program", /./],
  ...LEARNING,
];

const FIXED = [
  ["", /Beranda|Home/],
  ["mulai", /Pilih desa Anda|Choose your village/],
  ["mulai/profil", /Profil desa|Village profile/],
  ["kumpul", /Keluarga|Families/],
  ["kumpul/warga", /Warga|Residents/],
  ["kumpul/keluarga/baru", /Keluarga baru|New family/],
  ["kumpul/peristiwa", /Catat peristiwa|Record an event/],
  ["kumpul/peristiwa?jenis=lahir", /Kelahiran|Birth/],
  ["kumpul/peristiwa?jenis=mati", /Kematian|Death/],
  ["kumpul/peristiwa?jenis=datang", /Pindah masuk|Moving in/],
  ["kumpul/peristiwa?jenis=pindah", /Pindah keluar|Moving out/],
  ["kumpul/impor", /Impor|Import/],
  ["periksa", /Periksa|Check/],
  ["periksa/semua", /Semua temuan|All findings/],
  ["periksa/nik-duplicate", /NIK/],
  ["lihat", /./],
  ["lihat/tabel", /Tabel|Tables/],
  ["lihat/susun", /Susun tabel|Make a table/],
  ["guna", /./],
  ["guna/pendampingan-keluarga", /pendampingan|support/],
  ["guna/tanpa-jaminan-kesehatan", /jaminan|cover/],
  ["guna/tanpa-akta-lahir", /akta|certificate/],
  ["guna/tidak-ada", /./],
  ["kumpul/potensi", /Potensi|potential/],
  ["lihat/indikator", /indikator|indicator/i],
  ["lihat/indikator/jkn-coverage", /kesehatan|health/i],
  ["lihat/indikator/unmet-need-register", /./],
  ["lihat/bandingkan", /./],
  ["lihat/sasaran", /./],
  ["lihat/peta", /Peta|map/],
  ["lihat/peta/gambar", /./],
  ["lihat/peta/berkas", /./],
  ["lihat/waktu", /./],
  ["lihat/proyeksi", /Proyeksi|projection/i],
  ["lihat/dokumen", /Dokumen|documents/i],
  ["lihat/dokumen/profil", /./],
  ["lihat/dokumen/poster", /./],
  ["lihat/pojok", /Pojok|Corner/i],
  ["guna/isu", /Isu|issues/i],
  ["guna/susun", /./],
  ["guna/penerima", /./],
  ["guna/keluaran", /./],
  ["guna/program", /./],
  ["guna/program/baru", /./],
  ...LEARNING,
  ["paket", /Paket data|Data package/],
  ["pengaturan", /Pengaturan|Settings/],
  ["tentang", /Tentang|About/],
  ["tidak/ada", /Halaman tidak ada|No such page/],
];

/** Pages of a device with a village: the fixed ones, and one family with every section of its forms. */
export async function filled(t, page) {
  await page.goto(`${t.url}kumpul`);
  await started(page);
  const below = async (link) => new URL(await link.getAttribute("href"), page.url()).href.slice(t.url.length);
  const family = page.locator("#keluarga a").first();
  await family.waitFor();
  const familyAt = await below(family);
  await family.click();
  const member = page.locator('a.step[href*="r="]').first();
  await member.waitFor();
  const memberAt = (await below(member)).replace(/&s=.*/, "");
  return [
    ...FIXED,
    [familyAt, /./],
    [`${familyAt}?r=baru&s=identitas`, /Anggota baru|New member/],
    [`kumpul/peristiwa?jenis=mati&keluarga=${familyAt.split("/").at(-1)}`, /Kematian|Death/],
    ...FAMILY_SECTIONS.map((section) => [`${familyAt}?s=${section}`, /./]),
    ...PERSON_SECTIONS.map((section) => [`${memberAt}&s=${section}`, /./]),
  ];
}
