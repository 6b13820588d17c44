// What a person does with the village in front of them, in a few words each, and the command line that makes their files.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { started } from "./harness.mjs";

/** Runs `rdk`: the program that RDK names, or a fresh build. Errors that it finds in data (exit code 1) are no failure. */
export function rdk(...words) {
  const [program, ...before] = process.env.RDK ? [process.env.RDK] : ["cargo", "run", "--quiet", "--locked", "--bin", "rdk", "--"];
  const { status, stderr, error } = spawnSync(program, [...before, ...words], { encoding: "utf8" });
  if (error || status > 1) throw new Error(`rdk ${words.join(" ")}: ${error ?? stderr}`);
}

/** Runs `work` with a folder of its own, which is gone afterwards. */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "rumah-dataku-test-"));
  try {
    return await work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Goes to a path below the site's root, as by the address bar. */
export async function go(t, page, path) {
  await page.goto(t.url + path);
  await started(page);
}

/** A number as the page writes it. */
export const whole = (text) => Number(/\d[\d.]*/.exec(text)[0].replaceAll(".", ""));

/** Opens the sample village by its door and waits until it is there. */
export async function openSample(page) {
  await page.getByRole("button", { name: /Coba desa contoh/ }).click();
  await page.getByRole("heading", { name: "Hari ini" }).waitFor({ timeout: 60_000 });
}

/** Waits until everything said so far is stored. */
export const saved = (page) => page.locator('.pill[data-state="saved"]').waitFor();

/** Families and persons by the lists' own count. */
export async function counts(t, page) {
  const count = async (path, words) => {
    await go(t, page, path);
    return whole(await page.getByRole("status").filter({ hasText: words }).first().innerText());
  };
  return { families: await count("kumpul", /^\d[\d.]* keluarga$/), persons: await count("kumpul/warga", /^\d[\d.]* orang$/) };
}

/** Every indicator of the summary: name and all it says. */
export async function indicators(t, page) {
  await go(t, page, "lihat");
  await page.getByRole("group", { name: "Kelompok angka" }).getByRole("button").last().click(); // all groups
  return page.locator(".indicator").evaluateAll((cards) =>
    cards.map((card) => ["h3", ".figure-value", ".figure-of"].map((part) => card.querySelector(part)?.textContent.trim() ?? "").join(" | ")),
  );
}

/** A family by its title: opens its overview from the list. */
export async function openFamily(t, page, words) {
  await go(t, page, "kumpul");
  await page.getByRole("searchbox").fill(words);
  await page.locator("#keluarga a").filter({ hasText: words }).first().click();
  await page.getByRole("heading", { name: "Anggota keluarga" }).waitFor();
}

/** Gives a file to the file button with this id. */
export const giveFile = (page, id, file) => page.locator(`#${id}`).setInputFiles(file);

/** What the messages about something that went wrong say, all of them. */
export const notices = async (page) => (await page.locator(".notice[data-tone=error]").allInnerTexts()).join("\n");

/** A fingerprint of everything that the browser keeps of the village. */
export const stored = (page) =>
  page.evaluate(async () => {
    const done = (request) => new Promise((yes, no) => Object.assign(request, { onsuccess: () => yes(request.result), onerror: () => no(request.error) }));
    const database = await done(indexedDB.open("rumah-dataku"));
    const parts = [];
    for (const table of Array.from(database.objectStoreNames).sort()) {
      const store = database.transaction(table).objectStore(table);
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      parts.push(table, JSON.stringify(keys), ...values);
    }
    database.close();
    const sum = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
    return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
  });
