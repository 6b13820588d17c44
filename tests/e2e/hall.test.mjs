// A lesson before a hall: screens by keyboard and remote, the trainer's notes in a second window, drawing, black-out, nothing
// lost by stepping back, nothing that must be scrolled. And on a phone: swiping between steps, and reading aloud.
import { accessible, check, equal, keptOffline, screenshot, test, until } from "./harness.mjs";

const screen = (page) => page.locator(".hall-screen:not([hidden])");
const place = (page) => page.locator(".hall-place").textContent();
const at = async (page) => Number((await place(page)).split("/")[0]);
const all = async (page) => Number((await place(page)).split("/")[1]);

/** Opens the hall's screen of a lesson. */
async function hall(t, lesson, options = {}) {
  const page = await t.open({ path: `#/belajar/layar/${lesson}`, viewport: "laptop", ...options });
  await page.locator(".hall[open]").waitFor();
  await screen(page).waitFor();
  return page;
}

/** Goes on by PageDown until a screen of this kind stands. */
async function onTo(page, kind) {
  for (let n = 0; n < 60 && (await screen(page).getAttribute("data-kind")) !== kind; n++) await page.keyboard.press("PageDown");
  equal(await screen(page).getAttribute("data-kind"), kind, "kind of screen");
}

test("screens are stepped by keyboard and remote, drawn on, blacked out, and keep what was done on them", async (t) => {
  const page = await hall(t, "06-persen");
  const n = await all(page);
  equal(await at(page), 1, "the first screen");
  check(n > 12, `${n} screens`);
  for (const [key, wanted] of [["ArrowRight", 2], ["PageDown", 3], [" ", 4], ["ArrowLeft", 3], ["PageUp", 2], ["End", n], ["PageDown", n], ["Home", 1], ["PageUp", 1], ["PageDown", 2]]) {
    await page.keyboard.press(key);
    equal(await at(page), wanted, `the screen after ${key}`);
  }
  // Black, and light again by the next key, which does not step as well.
  await page.keyboard.press("b");
  check(await page.locator(".hall-black").isVisible(), "B blacks out");
  await page.locator(".hall").getByRole("status").filter({ hasText: "Layar digelapkan" }).first().waitFor();
  await page.keyboard.press("PageDown");
  check(!(await page.locator(".hall-black").isVisible()), "the next key lights up");
  equal(await at(page), 2, "and does not step");
  await page.keyboard.press(".");
  await page.keyboard.press("Escape");
  check(!(await page.locator(".hall-black").isVisible()), "Escape lights up");
  check(await page.locator(".hall[open]").count(), "and leaves the lesson open");
  // The pen.
  const strokes = () => screen(page).locator(".hall-sheet path").count();
  const draw = async () => {
    await page.mouse.move(300, 300);
    await page.mouse.down();
    for (let step = 1; step <= 8; step++) await page.mouse.move(300 + 30 * step, 300 + (step % 2) * 40);
    await page.mouse.up();
  };
  await draw();
  equal(await strokes(), 0, "strokes with an empty hand");
  await page.keyboard.press("p");
  await draw();
  await page.getByRole("button", { name: "Pena biru" }).click();
  await draw();
  equal(await screen(page).locator(".pen-1").count(), 1, "red strokes");
  equal(await screen(page).locator(".pen-2").count(), 1, "blue strokes");
  await screenshot(page, "hall-drawing");
  const drawn = await screen(page).locator(".hall-sheet").innerHTML();
  await page.keyboard.press("PageDown");
  equal(await strokes(), 0, "strokes on the next screen");
  await page.keyboard.press("PageUp");
  equal(await screen(page).locator(".hall-sheet").innerHTML(), drawn, "the drawing that came back");
  await page.keyboard.press("e");
  await draw();
  equal(await strokes(), 0, "strokes after the eraser");
  await page.keyboard.press("p");
  await draw();
  await page.keyboard.press("c");
  equal(await strokes(), 0, "strokes after C");
  await page.keyboard.press("Escape"); // the pen is laid down
  // A piece and an exercise keep their state.
  await onTo(page, "piece");
  const chip = screen(page).locator(".piece .chip[aria-pressed=false]").first();
  const name = await chip.innerText();
  await chip.click();
  const said = await screen(page).locator(".piece-said").innerText();
  await onTo(page, "ask");
  await screen(page).getByRole("radio").nth(1).check();
  await screen(page).getByRole("button", { name: "Periksa jawaban" }).click();
  await screen(page).locator(".exercise .notice").waitFor();
  const asked = await screen(page).innerText();
  await page.getByRole("heading", { level: 2 }).last().click(); // the focus leaves the button
  await page.keyboard.press("Home");
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await onTo(page, "piece");
  equal(await screen(page).locator(".piece-said").innerText(), said, "what the piece says");
  equal(await screen(page).getByRole("button", { name, exact: true }).getAttribute("aria-pressed"), "true", "the chip");
  await onTo(page, "ask");
  equal(await screen(page).innerText(), asked, "the exercise");
  check(await screen(page).getByRole("radio").nth(1).isChecked(), "the answer is still chosen");
  await accessible(page, "an exercise on the hall's screen");
  await onTo(page, "answer");
  await screen(page).getByText(/^Jawabannya:/).waitFor();
  await accessible(page, "an answer on the hall's screen");
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1, name: /Jumlah, persen/ }).waitFor();
  await page.locator(".lesson-step").first().waitFor();
});

test("without a network the screens go on, also after they were loaded anew, and the notes beside them", async (t) => {
  const page = await hall(t, "09-sampel");
  await keptOffline(page, 120);
  await t.cutNetwork();
  await page.keyboard.press("PageDown");
  equal(await at(page), 2, "the next screen without a network");
  await page.reload();
  await page.locator(".hall[open]").waitFor();
  await screen(page).waitFor();
  await onTo(page, "piece");
  const said = () => screen(page).locator(".piece-said").innerText();
  const before = await said();
  await screen(page).locator(".piece .button").first().press("Enter");
  await until(async () => (await said()) !== before, "the piece to run");
  const notes = await t.visit(page.context(), "belajar/catatan/09-sampel");
  await notes.locator(".hall-notes").first().waitFor();
}, { timeoutSeconds: 240 });

test("keys belong to a field while one types in it", async (t) => {
  const page = await hall(t, "06-persen");
  await onTo(page, "ask");
  while (!(await screen(page).locator("input[type=text]").count())) {
    await page.keyboard.press("PageDown");
    await onTo(page, "ask");
  }
  const before = await at(page);
  const field = screen(page).locator("input[type=text]");
  await field.pressSequentially("1b.5 ");
  await field.press("Home");
  await field.press("ArrowRight");
  equal([await field.inputValue(), await at(page), await page.locator(".hall-black").isVisible()], ["1b.5 ", before, false], "field, screen, black");
  await field.press("PageDown");
  equal(await at(page), before + 1, "a remote goes on all the same");
});

test("the trainer's notes follow and steer from a second window, with the clock", async (t) => {
  const page = await hall(t, "09-sampel");
  const [notes] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("button", { name: "Catatan pelatih" }).click()]);
  await notes.getByText(/^Layar 1 dari/).waitFor();
  await notes.getByRole("heading", { name: "Pertanyaan untuk peserta" }).waitFor();
  await notes.getByRole("heading", { name: "Kekeliruan yang sering" }).waitFor();
  equal(await page.locator(".hall-blocked").count(), 0, "a word on a held window");
  const now = notes.locator(".hall-now .lesson-text");
  const next = await notes.locator(".hall-after .lesson-text").innerText();
  await page.keyboard.press("PageDown");
  await notes.getByText(/^Layar 2 dari/).waitFor();
  equal(await now.innerText(), next, "what was next");
  equal(await now.innerText(), await screen(page).locator(".lesson-text").innerText(), "the words on both screens");
  await notes.keyboard.press("PageDown");
  await until(async () => (await at(page)) === 3, "the hall's screen to follow");
  await notes.getByRole("button", { name: "Layar sebelumnya" }).click();
  await until(async () => (await at(page)) === 2, "the hall's screen to go back");
  await notes.getByRole("button", { name: "Gelapkan" }).click();
  await page.locator(".hall-black").waitFor();
  await notes.getByText("Layar peserta sedang gelap.").waitFor();
  await notes.getByRole("button", { name: "Nyalakan" }).click();
  await page.locator(".hall-black").waitFor({ state: "hidden" });
  // The clock began when the title was left, on both.
  const clock = (of) => of.getByRole("timer").first();
  await until(async () => /^00:0[1-9]/.test(await clock(page).textContent()), "the clock to run");
  await until(async () => /^00:0[1-9]/.test(await clock(notes).textContent()), "the clock to run in the notes");
  await notes.getByRole("button", { name: "Jeda waktu" }).click();
  await page.getByRole("button", { name: "Jalankan waktu" }).waitFor();
  const stands = await clock(page).textContent();
  await page.waitForTimeout(1300);
  equal(await clock(page).textContent(), stands, "the clock while it rests");
  await notes.getByRole("button", { name: "Ulangi waktu" }).click();
  await until(async () => (await clock(page).textContent()).startsWith("00:00"), "the clock to go back");
  await accessible(notes, "the trainer's notes");
  await screenshot(notes, "hall-notes", { fullPage: true });
  // An exercise is told with its numbers, and the answer before the hall sees it.
  for (let n = 0; n < 40 && (await screen(page).getAttribute("data-kind")) !== "ask"; n++) await page.keyboard.press("PageDown");
  await until(async () => (await notes.locator(".hall-after").innerText()).includes("Jawabannya:"), "the answer beside the question");
  check(!/[{}]/.test(await notes.locator(".hall-now").innerText()), "holes in the question");
  // Notes opened late join by themselves; a closed screen is told.
  const late = await t.visit(page.context(), "#/belajar/catatan/09-sampel");
  await late.getByText(/^Layar \d+ dari/).waitFor();
  await page.getByRole("button", { name: "Akhiri" }).click();
  await late.getByText("Layar peserta ditutup").waitFor();
  await accessible(late, "notes without a screen");
});

test("where the second window is held back, a link leads to the notes", async (t) => {
  const page = await hall(t, "09-sampel", { before: "window.open = () => null" });
  await page.getByRole("button", { name: "Catatan pelatih" }).click();
  await page.getByRole("alert").getByText("Peramban menahan jendela kedua").waitFor();
  const [notes] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "Buka catatan pelatih" }).click()]);
  await notes.getByText(/^Layar 1 dari/).waitFor();
});

for (const [name, viewport, lang] of [
  ["1280×800", { width: 1280, height: 800 }, "id"],
  ["1920×1080", { width: 1920, height: 1080 }, "en"],
]) {
  test(`every screen of every lesson is read without scrolling at ${name}`, async (t) => {
    const page = await t.open({ path: "#/belajar", viewport, before: `try { localStorage.setItem("rumah-dataku.lang", "${lang}"); } catch {}` });
    await page.locator(".lesson-card").first().waitFor();
    const ids = await page.locator(".lesson-card h3 a").evaluateAll((links) => links.map((link) => link.getAttribute("href").split("/").at(-1)));
    check(ids.length >= 14, `${ids.length} lessons`);
    const tall = [];
    for (const id of ids) {
      const hall = await t.visit(page.context(), `#/belajar/layar/${id}`);
      await hall.locator(".hall[open]").waitFor();
      await screen(hall).waitFor();
      const n = await all(hall);
      for (let at = 1; at <= n; at++) {
        const kind = await screen(hall).getAttribute("data-kind");
        if (kind === "piece") await hall.waitForTimeout(150); // it measures its place in the next frame
        const over = await screen(hall).locator(".hall-body").evaluate((body) => [body.scrollHeight - body.clientHeight, body.scrollWidth - body.clientWidth]);
        if (over[0] > 1 || over[1] > 1) tall.push(`${id} ${at} ${kind}: ${over}`);
        if (kind === "piece" || (id === ids[0] && at < 4)) await screenshot(hall, `hall-${name}-${id}-${at}`);
        await hall.keyboard.press("PageDown");
      }
      await hall.close();
    }
    check(!tall.length, `screens that must be scrolled:\n    ${tall.join("\n    ")}`);
  }, { timeoutSeconds: 300 });
}

/** A finger that moves over the page. */
async function finger(page, from, to, steps = 6) {
  const client = await page.context().newCDPSession(page);
  const touch = (type, points) => client.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [{ x: from[0], y: from[1] }]);
  for (let step = 1; step <= steps; step++) {
    const share = step / steps;
    await touch("touchMove", [{ x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share }]);
  }
  await touch("touchEnd", []);
  await client.detach();
}

test("on a phone a swipe leads from step to step, and leaves sliders, drawings and scrolling alone", async (t) => {
  const page = await t.open({ path: "#/belajar/pelajaran/09-sampel" });
  const steps = page.locator(".lesson-step");
  await steps.first().waitFor();
  const middle = async (of) => {
    const box = await of.boundingBox();
    return [box.x + box.width / 2, box.y + Math.min(box.height / 2, 200)];
  };
  const swipe = async (of, dx, dy = 0) => {
    await of.scrollIntoViewIfNeeded();
    const [x, y] = await middle(of);
    await finger(page, [x - dx / 2, y - dy / 2], [x + dx / 2, y + dy / 2]);
  };
  const text = (step) => steps.nth(step - 1).locator(".lesson-text").first();
  await swipe(text(1), 160);
  equal(await steps.count(), 1, "steps after a swipe to the right on the first");
  await swipe(text(1), -160);
  await steps.nth(1).waitFor();
  await until(() => page.evaluate(() => document.activeElement?.id === "langkah-2"), "the second step's heading to have the focus");
  await swipe(text(2), 160);
  await until(() => page.evaluate(() => document.activeElement?.id === "langkah-1"), "the way back");
  equal(await steps.count(), 2, "steps that stay");
  await swipe(text(1), -20);
  await swipe(text(1), -70, 160);
  await page.waitForTimeout(300);
  check(await page.evaluate(() => document.activeElement?.id !== "langkah-2"), "too short, and up: no swipe");
  await steps.last().locator(".piece").waitFor();
  const n = await steps.count();
  const slider = steps.last().locator("input[type=range]").first();
  const before = await slider.inputValue();
  await swipe(slider, -160);
  await swipe(steps.last().locator(".piece-drawing"), -160);
  await page.waitForTimeout(300);
  equal(await steps.count(), n, "steps after a finger on the slider and the drawing");
  check((await slider.inputValue()) !== before, "the slider took the finger");
  const all = Number(/dari (\d+)/.exec(await page.locator(".lesson-progress .soft").innerText())[1]);
  while ((await steps.count()) < all) {
    const seen = await steps.count();
    await swipe(steps.last().locator("h2"), -160);
    await until(async () => (await steps.count()) > seen, "one more step");
  }
  await swipe(steps.last().locator("h2"), -160);
  await page.getByRole("button", { name: "Selesaikan pelajaran" }).waitFor();
  check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is no wider than the phone");
});

/** Voices that come late, as they do in browsers, and a mouth that remembers what it said. */
const voices = (found) => `
  class Said { constructor(text) { this.text = text; } }
  const mouth = Object.assign(new EventTarget(), {
    voices: [], said: [], cancelled: 0,
    getVoices() { return this.voices; },
    speak(words) { this.said.push(words); },
    cancel() { this.cancelled += 1; },
  });
  Object.defineProperty(globalThis, "speechSynthesis", { value: mouth });
  globalThis.SpeechSynthesisUtterance = Said;
  setTimeout(() => { mouth.voices = ${JSON.stringify(found)}; mouth.dispatchEvent(new Event("voiceschanged")); }, 1500);`;

test("a step is read aloud by a voice of the device, rests, goes on, and falls silent when the page is left", async (t) => {
  const voice = { lang: "id_ID", name: "Suara", localService: true };
  const page = await t.open({ path: "#/belajar/pelajaran/06-persen", before: voices([{ lang: "en-US", name: "Voice", localService: true }, voice]) });
  await page.locator(".lesson-step").first().waitFor();
  const aloud = page.getByRole("button", { name: /^Bacakan/ });
  await aloud.first().waitFor();
  await accessible(page, "a lesson that can be read aloud");
  const mouth = (what) => page.evaluate(`(() => { const { said, cancelled } = speechSynthesis; return ${what}; })()`);
  await aloud.first().click();
  equal(await mouth("said.length"), 1, "sentences");
  equal(await mouth("[said[0].voice.name, said[0].lang]"), ["Suara", "id"], "voice and language");
  check((await page.locator(".lesson-text").first().innerText()).startsWith(await mouth("said[0].text")), "the first sentence is said first");
  await page.evaluate(() => speechSynthesis.said[0].onend());
  equal(await mouth("said.length"), 2, "sentences after the first ended");
  await page.getByRole("button", { name: "Jeda" }).click();
  await page.evaluate(() => speechSynthesis.said[1].onend?.()); // a cut sentence tells its end too
  equal(await mouth("said.length"), 2, "sentences while it rests");
  await page.getByRole("button", { name: "Lanjutkan" }).click();
  equal(await mouth("said[2].text === said[1].text"), true, "the sentence that was cut is said again");
  await page.getByRole("button", { name: "Berhenti" }).click();
  await aloud.first().click();
  const before = await mouth("cancelled");
  await page.getByRole("link", { name: "Kembali" }).click();
  await page.locator(".lesson-card").first().waitFor();
  check((await mouth("cancelled")) > before, "silence when the page is left");
});

test("without a voice of the language on the device there is no button", async (t) => {
  const far = [{ lang: "en-US", name: "Voice", localService: true }, { lang: "id-ID", name: "Jauh", localService: false }];
  const page = await t.open({ path: "#/belajar/pelajaran/06-persen", before: voices(far) });
  await page.locator(".lesson-step").first().waitFor();
  await until(() => page.evaluate(() => speechSynthesis.voices.length === 2), "the voices");
  await page.waitForTimeout(300);
  equal(await page.getByRole("button", { name: /^Bacakan/ }).count(), 0, "buttons");
});
