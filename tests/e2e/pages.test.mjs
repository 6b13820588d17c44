// Every page for every eye and hand: axe in both themes and languages and at both sizes, nothing wider than a phone, and
// the family form with the keyboard alone.
import { accessible, check, equal, settled, test, until } from "./harness.mjs";
import { EMPTY, filled, fits, LESSONS, twiceAsLarge } from "./places.mjs";
import { go, openSample, saved } from "./village.mjs";

/** Tells all that is wrong on all pages at once. */
async function visitAll(t, page, places, look) {
  const wrong = [];
  for (const [path, heading] of places) {
    await go(t, page, path);
    await settled(page);
    const title = await page.locator("h1").innerText();
    if (!heading.test(title)) wrong.push(`${path}: the title is "${title}"`);
    await look(page, `/${path}`).catch((error) => wrong.push(error.message));
  }
  check(!wrong.length, wrong.join("\n    "));
}

async function speak(t, page, language) {
  await go(t, page, "pengaturan");
  await page.getByRole("radio", { name: language === "en" ? "English" : "Bahasa Indonesia" }).click();
  await until(() => page.evaluate((tag) => document.documentElement.lang === tag, language), `the page to speak ${language}`);
}

for (const viewport of ["phone", "laptop"]) {
  for (const language of ["id", "en"]) {
    const look = async (page, where) => {
      if (viewport === "phone") await fits(page, where);
      await accessible(page, `${where} (${viewport}, ${language})`);
    };
    test(
      `axe finds nothing on any page with the sample village: ${viewport}, ${language}`,
      async (t) => {
        const page = await t.open({ viewport });
        await openSample(page);
        const places = await filled(t, page);
        await speak(t, page, language);
        await visitAll(t, page, places, look);
      },
      { timeoutSeconds: 300 },
    );
    test(
      `axe finds nothing on any page before there is a village: ${viewport}, ${language}`,
      async (t) => {
        const page = await t.open({ viewport });
        await speak(t, page, language);
        await visitAll(t, page, EMPTY, look);
      },
      { timeoutSeconds: 180 },
    );
  }
}

test(
  "with large text nothing is wider than a phone",
  async (t) => {
    const page = await t.open({ viewport: "phone" });
    await openSample(page);
    const places = await filled(t, page);
    await go(t, page, "pengaturan");
    await page.getByRole("radio", { name: "Besar" }).click();
    await visitAll(t, page, places, fits);
  },
  { timeoutSeconds: 180 },
);

for (const language of ["id", "en"]) {
  test(
    `with text twice as large nothing of the learning room is wider than a phone, and no word is cut: ${language}`,
    async (t) => {
      const page = await t.open({ viewport: "phone" });
      await speak(t, page, language);
      // Every lesson with all its steps.
      await page.evaluate((lessons) => lessons.forEach(([id, n]) => localStorage.setItem(`rumah-dataku.learn.done.${id}`, `${n - 1}/${n}`)), LESSONS);
      const places = LESSONS.flatMap(([id]) => ["pelajaran", "lembar", "layar", "catatan"].map((room) => [`belajar/${room}/${id}`, /./]));
      const rooms = ["", "/tur", "/istilah", "/pelatih", "/tes"].map((room) => [`belajar${room}`, /./]);
      await visitAll(t, page, [...rooms, ...places], async (page, where) => {
        await twiceAsLarge(page, where);
        await fits(page, where);
      });
    },
    { timeoutSeconds: 300 },
  );
}

test("the way on is in sight on a phone, in every section of the family's forms", async (t) => {
  const page = await t.open({ viewport: "phone" });
  await openSample(page);
  const sections = (await filled(t, page)).map(([path]) => path).filter((path) => /keluarga\/.*[?&]s=/.test(path));
  check(sections.length > 5, `only ${sections.length} sections`);
  for (const path of sections) {
    await go(t, page, path);
    await settled(page);
    for (const name of ["Ringkasan", "Lanjut"]) {
      const hit = await page.getByRole("button", { name, exact: true }).evaluate((button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect();
        return [top + 2, bottom - 2].every((y) => button.contains(document.elementFromPoint((left + right) / 2, y)));
      });
      check(hit, `${path}: "${name}" is covered or out of sight`);
    }
  }
});

/** What the keyboard must reach inside `#isi`: every control in sight; of radio buttons with one name, one. */
const controls = (page) =>
  page.evaluate(() => {
    const name = (node) => (node.type === "radio" ? `radio ${node.name}` : node.id || node.getAttribute("aria-label") || node.textContent.trim() || node.outerHTML.slice(0, 80));
    const all = document.querySelectorAll("#isi :is(a[href], button, input, select, textarea, summary, [tabindex='0']):not([tabindex='-1'], :disabled)");
    globalThis.nameOf = name;
    return [...new Set(Array.from(all).filter((node) => node.checkVisibility({ visibilityProperty: true })).map(name))];
  });

test("the keyboard reaches every control of the family's forms, and each shows that it has the focus", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  const places = (await filled(t, page)).map(([path]) => path).filter((path) => path.startsWith("kumpul/keluarga/"));
  for (const path of places) {
    await go(t, page, path);
    await settled(page);
    const wanted = await controls(page);
    const reached = new Set();
    await page.locator("#judul").focus();
    for (let n = 0; n < wanted.length + 60; n++) {
      await page.keyboard.press("Tab");
      const now = await page.evaluate(() => {
        const node = document.activeElement;
        if (!node || node === document.body) return null;
        const ring = [node, node.closest("label"), node.parentElement].some((part) => {
          const style = part && getComputedStyle(part);
          return style && ((style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none");
        });
        return { name: globalThis.nameOf(node), inside: !!node.closest("#isi"), ring };
      });
      if (!now) break;
      if (now.inside) {
        check(now.ring, `${path}: ${now.name} has the focus and does not show it`);
        reached.add(now.name);
      }
    }
    equal(wanted.filter((name) => !reached.has(name)), [], `${path}: out of the keyboard's reach`);
  }
}, { timeoutSeconds: 180 });

test("a family is entered with the keyboard alone", async (t) => {
  const page = await t.open({ viewport: "laptop" });
  await openSample(page);
  await go(t, page, "kumpul");
  const { keyboard } = page;
  /** Presses Tab until the focus is in the field, or on what has these words. */
  const tabTo = async (what) => {
    for (let n = 0; n < 60; n++) {
      const there = await page.evaluate((what) => {
        const node = document.activeElement;
        return !!node.closest(`#isian-${CSS.escape(what)}`) && node.matches("input, textarea") ? true : node.textContent.trim() === what;
      }, what);
      if (there) return;
      await keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${what}`);
  };
  await page.locator("#judul").focus();
  await tabTo("Tambah keluarga");
  await keyboard.press("Enter");
  await page.locator("#isian-no_kk").waitFor();
  await tabTo("no_kk");
  await keyboard.type("6304152001150007");
  await tabTo("dusun");
  await keyboard.type("Hilir");
  await tabTo("rt");
  await keyboard.type("2");
  await tabTo("Lanjut");
  await keyboard.press("Enter");
  await page.locator("#isian-nama").waitFor();
  await tabTo("nama");
  await keyboard.type("Ibu Rekaan");
  await tabTo("nik");
  await keyboard.type("6304154507850003");
  await tabTo("Isi tanggal lahir 5 Juli 1985");
  await keyboard.press("Enter");
  await until(async () => (await page.locator("#isian-tanggal_lahir-input").inputValue()) === "5-7-1985", "the birth date out of the NIK");
  await tabTo("hubungan");
  await keyboard.type("kepala");
  await keyboard.press("Enter");
  await saved(page);
  await tabTo("Ringkasan");
  await keyboard.press("Enter");
  await page.getByRole("link", { name: /Ibu Rekaan/ }).waitFor();
});
