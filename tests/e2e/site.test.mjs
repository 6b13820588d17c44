// The site around the program: first paint, sub-paths, deep links, offline copy, updates, old browsers, the server.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessible, check, equal, keptOffline, screenshot, SITE, started, test, until } from "./harness.mjs";

const title = (page) => page.locator("h1").first().innerText();

test("the first paint says what this is, without any program", async (t) => {
  for (const [viewport, theme] of [["phone", "light"], ["laptop", "dark"]]) {
    const page = await t.open({ viewport, theme, javaScript: false, wait: false });
    const text = await page.locator("body").innerText();
    for (const words of ["Rumah data untuk desa", "Data tidak dikirim ke mana pun", "offline", "memerlukan JavaScript"]) {
      check(text.includes(words), `the first paint does not say "${words}"`);
    }
    await screenshot(page, `first-paint-${viewport}-${theme}`);
  }
});

test("the first paint is clean for axe", async (t) => {
  // The program is held back, so that the paint stays.
  const context = await t.profile({ allow: [/Failed to (load|fetch)/, /start failed/] });
  await context.route(/(app|door)-.*\.js$/, () => {});
  const page = await t.visit(context, "", false);
  await accessible(page, "first paint");
});

test("starts under the root and under a sub-path, asking nobody else", async (t) => {
  for (const base of ["/", "/any/sub/path/"]) {
    await t.site({ base });
    const page = await t.open();
    check((await page.title()).includes("Rumah DataKu"), "no title");
    equal(new URL(page.url()).pathname, base, "address");
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    for (const loose of ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"]) check(!policy.includes(loose), `the policy allows ${loose}`);
    await keptOffline(page); // nothing is on its way any more when the next site opens
    await page.context().close();
  }
});

test("deep links lead to their page under a sub-path, before and after the first visit", async (t) => {
  await t.site({ base: "/any/sub/path/" });
  const page = await t.open({ path: "kumpul/warga?rt=03", wait: false });
  await until(() => page.url() === `${t.url}kumpul/warga?rt=03`, "the address of the deep link");
  await started(page);
  equal(await page.locator("link[rel=manifest]").evaluate((link) => link.href), `${t.url}manifest.webmanifest`, "manifest");
  await page.goto(`${t.url}#/periksa`);
  await started(page);
  await until(() => page.url() === `${t.url}periksa`, "the address from behind the hash");
  await until(() => page.evaluate(() => !!navigator.serviceWorker.controller), "the service worker to take over");
  await page.goto(`${t.url}kumpul/warga`);
  await started(page);
  await until(() => page.url() === `${t.url}kumpul/warga`, "the address through the service worker");
});

test("a page that came past the service worker is taken under it", async (t) => {
  const page = await t.open();
  const ruled = () => page.evaluate(() => !!navigator.serviceWorker.controller);
  await until(ruled, "the service worker to take over");
  const fresh = page.waitForEvent("load");
  await (await page.context().newCDPSession(page)).send("Page.reload", { ignoreCache: true });
  await fresh;
  await started(page);
  await until(ruled, "the service worker to take over after a forced reload");
});

test("an address of nobody's says so", async (t) => {
  await t.site({ base: "/any/sub/path/" });
  const context = await t.profile();
  const page = await t.visit(context, "nobody/here", false);
  await until(() => page.url() === `${t.url}nobody/here`, "404.html to lead through the root");
  await started(page);
  await page.getByText("Halaman tidak ada").first().waitFor();
});

test("everything is there without a network, from a cold start and by deep link", async (t) => {
  const context = await t.profile();
  const page = await t.visit(context);
  await keptOffline(page);
  const kept = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]);
    return (await cache.keys()).map((request) => new URL(request.url).pathname);
  });
  check(kept.some((path) => path.startsWith("/regions/villages/")), "the lists of villages are not kept");
  await page.close();
  await t.cutNetwork();
  const cold = await t.visit(context);
  check((await title(cold)).length > 0, "no page without a network");
  equal(await cold.evaluate(async () => (await fetch("./regions/index.txt")).ok), true, "region list offline");
  await cold.close();
  const deep = await t.visit(context, "kumpul/warga");
  equal(new URL(deep.url()).pathname, "/kumpul/warga", "deep address offline");
});

/** A copy of the site as a later build would be: its stylesheet has changed, and all names and sums with it. */
function laterBuild() {
  const dir = mkdtempSync(join(tmpdir(), "rumah-dataku-later-"));
  cpSync(SITE, dir, { recursive: true });
  const read = (path) => readFileSync(join(dir, path), "utf8");
  const sum = (path) => createHash("sha256").update(readFileSync(join(dir, path))).digest("hex");
  const worker = read("sw.js");
  const build = /BUILD = "(\w+)"/.exec(worker)[1];
  const later = build.split("").reverse().join("");
  const [, old] = /\["index.html","(\w+)"\]/.exec(worker);
  writeFileSync(join(dir, "index.html"), read("index.html").replace(build, later));
  writeFileSync(join(dir, "sw.js"), worker.replace(build, later).replace(old, sum("index.html")));
  return { dir, build, later, end: () => rmSync(dir, { recursive: true, force: true }) };
}
const buildOf = (page) => page.locator("meta[name=build]").getAttribute("content");

test("a newer version waits for the user's word, and takes over whole", async (t) => {
  const { dir, build, later, end } = laterBuild();
  try {
    const context = await t.profile();
    const page = await t.visit(context);
    await keptOffline(page);
    const files = await page.evaluate(() => caches.keys());
    equal(files, [`rdk-${build}`], "caches");
    await t.publish(dir);
    await page.reload();
    await started(page);
    equal(await buildOf(page), build, "build before the word");
    await until(() => page.evaluate(() => document.documentElement.dataset.update === "ready"), "the page to learn of the newer version");
    await page.reload();
    await started(page);
    equal(await buildOf(page), build, "build after a plain reload");
    await until(() => page.evaluate(() => document.documentElement.dataset.update === "ready"), "the newer version to be offered again");
    await Promise.all([page.waitForEvent("load"), page.evaluate(() => dispatchEvent(new Event("rdk-update")))]);
    await started(page);
    equal(await buildOf(page), later, "build after the word");
    await until(async () => JSON.stringify(await page.evaluate(() => caches.keys())) === JSON.stringify([`rdk-${later}`]), "the old copy to be dropped");
    await keptOffline(page);
  } finally {
    end();
  }
});

test("a host that mixes two builds never gets its files kept", async (t) => {
  const { dir, build, end } = laterBuild();
  try {
    const context = await t.profile();
    const page = await t.visit(context);
    await keptOffline(page);
    cpSync(join(SITE, "index.html"), join(dir, "index.html")); // the new list, the old page: half uploaded
    await t.publish(dir);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
    await until(() => page.evaluate(async () => !(await navigator.serviceWorker.getRegistration()).installing), "the installation to end");
    equal(await page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration()).waiting), false, "a mixed build waits");
    await page.reload();
    await started(page);
    equal(await buildOf(page), build, "build");
  } finally {
    end();
  }
});

test("browsers that cannot run it are told in plain words", async (t) => {
  const cases = [
    ["WebAssembly", "delete globalThis.WebAssembly", "WebAssembly tidak tersedia"],
    ["indexedDB", "Object.defineProperty(globalThis, 'indexedDB', { value: undefined })", "IndexedDB"],
  ];
  for (const [name, before, words] of cases) {
    const page = await t.open({ before, wait: false });
    await page.getByRole("alert").waitFor();
    const text = await page.getByRole("alert").innerText();
    check(text.includes(words), `without ${name} the page says: ${text}`);
    await accessible(page, `without ${name}`);
    await screenshot(page, `without-${name}`);
  }
});

test("a program that does not arrive is told, and reloading mends it", async (t) => {
  const context = await t.profile({ allow: [/Failed to (load|fetch)/, /start failed/] });
  await context.route(/(app|door)_?.*\.wasm$/, (route) => route.abort());
  const page = await t.visit(context, "", false);
  await page.getByRole("alert").waitFor();
  check((await page.getByRole("alert").innerText()).includes("Sebagian berkas tidak sampai"), "no plain words");
  await context.unroute(/(app|door)_?.*\.wasm$/);
  await page.getByRole("button", { name: /Muat ulang/ }).click();
  await started(page);
});

test("can be installed: manifest, icons, shortcuts", async (t) => {
  const context = await t.profile();
  const page = await t.visit(context);
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector("link[rel=manifest]").href)).json());
  equal([manifest.start_url, manifest.scope, manifest.display, manifest.lang], ["./", "./", "standalone", "id"], "manifest");
  equal(manifest.shortcuts.map(({ name }) => name), ["Tambah keluarga", "Temuan", "Ringkasan"], "shortcuts");
  const sizes = await page.evaluate(async (icons) => {
    const size = async ({ src }) => {
      const image = new Image();
      image.src = new URL(src, document.baseURI);
      await image.decode();
      return image.naturalWidth;
    };
    return Promise.all(icons.filter(({ type }) => type === "image/png").map(size));
  }, manifest.icons);
  equal(sizes, [192, 512, 512], "icons");
  for (const { url } of manifest.shortcuts) {
    const page = await t.visit(context, url.slice(2));
    check(!(await page.locator("body").innerText()).includes("Halaman tidak ada"), `the shortcut ${url} leads nowhere`);
  }
});

test("the server: types, compression, validators, nothing outside of its folder", async (t) => {
  const ask = (path, headers = {}) => fetch(new URL(path, t.url), { headers });
  const home = await ask("./", { "accept-encoding": "br" });
  equal([home.status, home.headers.get("content-type"), home.headers.get("content-encoding")], [200, "text/html; charset=utf-8", "br"], "start page");
  const wasm = /door_bg-\w+\.wasm/.exec(await home.text())[0];
  const program = await ask(wasm, { "accept-encoding": "gzip" });
  equal([program.headers.get("content-type"), program.headers.get("content-encoding")], ["application/wasm", "gzip"], "program");
  check(program.headers.get("cache-control").includes("immutable"), "a named-by-hash file may be kept");
  equal((await ask("./", { "if-none-match": home.headers.get("etag") })).status, 304, "validator");
  for (const path of ["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json", "/.git/config", "/%00", "/no-such-file"]) {
    const answer = await fetch(t.url.slice(0, -1) + path);
    check(answer.status >= 400 && !(await answer.text()).includes("playwright"), `${path} gave ${answer.status}`);
  }
});
